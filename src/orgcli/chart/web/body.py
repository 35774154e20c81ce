"""The markup of a chart's page around its drawing: head, search, buttons, legend, help."""

from collections.abc import Iterator

from orgcli.chart.chart import Chart
from orgcli.chart.deck.outline import facts, outline
from orgcli.chart.paper.heading import count_line, other_groups
from orgcli.chart.web.data import colors_of
from orgcli.language.words import PageWords
from orgcli.render.html import text

MOST_LISTED = 2_000
"""Positions that are listed for readers without a script; each is in the page twice then."""
_STATES = ("open", "planned", "closed")
_ICONS = {
    "zoom-in": "M10 4v12M4 10h12",
    "zoom-out": "M4 10h12",
    "fit": "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",
    "fewer": "M5 12l5-5 5 5",
    "more": "M5 8l5 5 5-5",
    "all": "M5 4l5 5 5-5M5 11l5 5 5-5",
    "list": "M3 5h2M8 5h9M3 10h2M8 10h9M3 15h2M8 15h9",
    "theme": "M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14",
    "print": "M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z",
    "help": "M7 7.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1-1.5 2.2M10 15.5v.3",
    "close": "M5 5l10 10M15 5L5 15",
    "search": "M9 4a5 5 0 1 0 0 10a5 5 0 0 0 0-10M13 13l4 4",
}
"""Strokes on a square of 20."""


def body(chart: Chart) -> str:
    """All that stands in the page before its data; every text went through `text`."""
    words = chart.deck.words.page
    return "\n".join(
        (
            _header(chart, words),
            _main(chart, words),
            _help(words),
            '<div id="said" class="hidden" role="status"></div>',
            "<noscript>\n" + "\n".join(_without_script(chart, words)) + "\n</noscript>",
        )
    )


def title_of(chart: Chart) -> str:
    """What the page is called."""
    return chart.deck.title or chart.deck.words.organisation_chart


def _header(chart: Chart, words: PageWords) -> str:
    layers = (
        _button("fewer", words.fewer_layers)
        + '<output id="layers"></output>'
        + _button("more", words.more_layers)
        + _button("all", words.all_layers)
    )
    others = "".join(
        (
            _button("list", words.as_list),
            _button("theme", words.dark),
            _button("print", words.print),
            _button("help", words.help),
        )
    )
    return (
        f'<header>\n<div class="about"><h1>{text(title_of(chart))}</h1>'
        f"<p>{text(count_line(chart.deck))}</p></div>\n"
        f'<div class="find" role="search">{_icon("search")}<input id="search" type="search"'
        f' role="combobox" aria-label="{text(words.search)}" aria-expanded="false"'
        ' aria-controls="found" aria-autocomplete="list" autocomplete="off" spellcheck="false"'
        f' placeholder="{text(words.search_hint)}"><kbd aria-hidden="true">/</kbd>'
        f'<div id="results" hidden><ul id="found" role="listbox"'
        f' aria-label="{text(words.search)}"></ul><p id="beyond"></p></div></div>\n'
        f'<div class="bar" role="group" aria-label="{text(words.controls)}">'
        f'<span class="set">{layers}</span><span class="set">{others}</span></div>\n</header>'
    )


def _main(chart: Chart, words: PageWords) -> str:
    zoom = (
        _button("zoom-in", words.zoom_in)
        + _button("zoom-out", words.zoom_out)
        + _button("fit", words.fit)
    )
    return (
        '<main>\n<div id="stage">\n<canvas id="far" aria-hidden="true"></canvas>\n'
        '<div id="chart"><svg id="paper" focusable="false"><g id="world">'
        '<path class="lines"/><path class="lines lit"/><path class="dotted"/>'
        f'<g id="cards" role="tree" aria-label="{text(title_of(chart))}"></g>'
        '<path class="dotted chosen"/></g></svg></div>\n'
        f"{_legend(chart, words)}\n"
        f'<div class="zoom" role="group" aria-label="{text(words.controls)}">{zoom}</div>\n'
        f'<aside id="details" aria-label="{text(words.details)}" hidden></aside>\n</div>\n'
        f'<section id="list" aria-label="{text(words.whole_list)}" tabindex="-1" hidden>'
        "</section>\n</main>"
    )


def _legend(chart: Chart, words: PageWords) -> str:
    entries = "".join(f"<li>{entry}</li>" for entry in _entries(chart, words))
    if not entries:
        return ""
    return (
        f'<details id="legend" open><summary>{text(words.legend)}</summary>'
        f"<ul>{entries}</ul></details>"
    )


def _entries(chart: Chart, words: PageWords) -> Iterator[str]:
    deck, said = chart.deck, chart.deck.words
    numbers = {color: at for at, color in enumerate(colors_of(chart))}
    for swatch in deck.legend:
        yield _sample(f'<rect class="g{numbers[swatch.color]}" {_STRIPE}/>', swatch.name)
    if deck.others:
        others = other_groups(deck.by, said).said(deck.others)
        yield _sample(f'<rect class="g0" {_STRIPE}/>', others)
    present = {card.state for card in deck.cards}
    for state in _STATES:
        if state in present and deck.by != "status":
            box = f'<g class="card {state}"><rect class="box" {_BOX}/></g>'
            yield _sample(box, said.states[state])
    if any(card.total > card.direct for card in deck.cards):
        yield text(said.direct_and_all)
    if any(card.total for card in deck.cards):
        pile = '<path class="pile" d="M4 14.5h12"/><rect class="box" x="1.5" y="2.5"'
        yield _sample(f'<g class="card filled">{pile} width="17" height="9"/></g>', words.piled)
    yield _sample(f'<g class="card filled lit"><rect class="box" {_BOX}/></g>', said.chain)
    if deck.dotted:
        yield _sample('<path class="dotted" d="M1 8h18"/>', words.dotted_line, "dotted-legend")


_STRIPE = 'x="7" y="2" width="6" height="12"'
_BOX = 'x="1.5" y="2.5" width="17" height="11"'


def _sample(shapes: str, label: str, id: str = "") -> str:
    name = f' id="{id}"' if id else ""
    return (
        f'<svg viewBox="0 0 20 16" aria-hidden="true">{shapes}</svg>'
        f"<span{name}>{text(label)}</span>"
    )


def _help(words: PageWords) -> str:
    keys = (
        ("↑ ↓ → ←", words.key_arrows),
        ("Home End", words.key_ends),
        ("Enter", words.key_enter),
        ("Space", words.key_space),
        ("*", words.key_star),
        (words.key_letters, words.key_type),
        ("/", words.key_search),
        ("+ − 0", words.key_zoom),
        ("Esc", words.key_escape),
    )
    rows = "".join(f"<dt><kbd>{text(key)}</kbd></dt><dd>{text(does)}</dd>" for key, does in keys)
    said = "".join(
        f"<p>{text(one)}</p>" for one in (words.help_intro, words.help_drag, words.help_click)
    )
    return (
        f'<dialog id="help" aria-labelledby="help-title"><h2 id="help-title">{text(words.help)}'
        f"</h2>{said}<h3>{text(words.keys)}</h3><dl>{rows}</dl>"
        f"{_button('close', words.close)}</dialog>"
    )


def _button(name: str, label: str) -> str:
    said = text(label)
    return (
        f'<button type="button" data-do="{name}" aria-label="{said}" title="{said}">'
        f"{_icon(name)}</button>"
    )


def _icon(name: str) -> str:
    return f'<svg viewBox="0 0 20 20" aria-hidden="true"><path d="{_ICONS[name]}"/></svg>'


def _without_script(chart: Chart, words: PageWords) -> Iterator[str]:
    """The positions as a list without nesting, which no browser has to limit."""
    deck = chart.deck
    yield f"<p>{text(words.without_script)}</p>"
    if len(deck.cards) > MOST_LISTED:
        yield f"<p>{text(words.too_many_to_list.format(count=len(deck.cards)))}</p>"
        return
    yield "<ul>"
    for entry in outline(deck.manager):
        card = deck.cards[entry.card]
        said = (card.name, card.title, card.department, *facts(card, deck.words), *card.marks)
        layer = words.layer.format(number=entry.depth + 1)
        yield f"<li>{text(layer)}: {text(', '.join(filter(None, said)))}</li>"
    yield "</ul>"
