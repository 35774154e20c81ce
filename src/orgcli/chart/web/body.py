"""The parts of a chart's page that depend on the chart: buttons, legend, list of positions."""

from collections.abc import Iterator

from orgcli.chart.chart import Chart
from orgcli.chart.deck.cards import Deck
from orgcli.chart.deck.heading_text import legend_entries
from orgcli.chart.deck.outline import card_facts, outline
from orgcli.language.words import PageWords
from orgcli.render.html import Html

MOST_LISTED = 2_000
"""Positions that are listed for readers without a script; each is in the page twice then."""
_STROKES = {
    "zoom-in": "M10 4v12M4 10h12",
    "zoom-out": "M4 10h12",
    "fit": "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",
    "fewer": "M5 12l5-5 5 5",
    "more": "M5 8l5 5 5-5",
    "all": "M5 4l5 5 5-5M5 11l5 5 5-5",
    "list": "M3 5h2M8 5h9M3 10h2M8 10h9M3 15h2M8 15h9",
    "theme": "M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14",
    "print": "M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z",
    "save": "M10 3v9M6 8.5l4 4 4-4M4 16h12",
    "present": "M3 4h14v9H3zM10 13v4M6 17h8M8.5 6.5v4l3.5-2z",
    "previous": "M12 4l-6 6 6 6",
    "next": "M8 4l6 6-6 6",
    "end": "M5 5l10 10M15 5L5 15",
    "help": "M7 7.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1-1.5 2.2M10 15.5v.3",
    "close": "M5 5l10 10M15 5L5 15",
    "search": "M9 4a5 5 0 1 0 0 10a5 5 0 0 0 0-10M13 13l4 4",
}
"""The icons, on a square of 20."""
_ICON = Html('<svg viewBox="0 0 20 20" aria-hidden="true"><path d="{}"/></svg>')
_BUTTON = Html(
    '<button type="button" data-do="{name}" aria-label="{label}" title="{label}">{icon}</button>'
)
_SAMPLE = Html('<svg viewBox="0 0 20 16" aria-hidden="true">{}</svg>{}')
_CARD = Html(
    '<g class="card {}"><rect class="box" x="1.5" y="2.5" width="17" height="11" rx="2.5"/></g>'
)
_PILE = Html(
    '<g class="card filled"><path class="pile" d="M3 11.5q0 2.5 2.5 2.5h9q2.5 0 2.5-2.5"/>'
    '<rect class="box" x="1.5" y="2.5" width="17" height="9" rx="2.5"/></g>'
)
_PILL = Html(
    '<rect class="pill" x="1" y="2.5" width="18" height="11" rx="5.5"/>'
    '<text class="counts" x="10" y="10.8">{}</text>'
)
_DOTTED = Html('<path class="dotted" d="M6 8h14"/><circle class="port" cx="4" cy="8" r="2.75"/>')


def icon(name: str) -> Html:
    """A picture of what a button does, by the name of that."""
    return _ICON.format(_STROKES[name])


def buttons(words: PageWords) -> dict[str, Html]:
    """The buttons of the page, by the name of what they do."""
    labels = {
        "fewer": words.fewer_layers,
        "more": words.more_layers,
        "all": words.all_layers,
        "list": words.as_list,
        "theme": words.dark,
        "print": words.print,
        "save": words.save,
        "present": words.present,
        "previous": words.previous,
        "next": words.next,
        "end": words.end_presentation,
        "help": words.help,
        "close": words.close,
        "zoom-in": words.zoom_in,
        "zoom-out": words.zoom_out,
        "fit": words.fit,
    }
    elements = {
        name: _BUTTON.format(name=name, label=label, icon=icon(name))
        for name, label in labels.items()
    }
    files = {f"save-{name.lower()}": name for name in ("SVG", "PNG")}
    elements |= {name: _BUTTON.format(name=name, label=label, icon=label)
             for name, label in files.items()}  # fmt: skip
    return elements


def legend(chart: Chart) -> Html:
    """What explains cards and lines, as list items; the script adds groups and states."""
    return Html().join(Html("<li>{}</li>").format(entry) for entry in _entries(chart))


def _entries(chart: Chart) -> Iterator[Html]:
    deck, words = chart.deck, chart.deck.words
    for entry in legend_entries(deck):
        if entry.color or (entry.state and entry.state != "unfit") or entry.label == _by(deck):
            continue
        if entry.state:
            yield _sample(_CARD.format(entry.state), entry.label)
        elif entry.sample:
            yield _sample(_PILL.format(entry.sample), entry.label)
        else:
            yield Html.escape(entry.label)
    if any(card.total for card in deck.cards):
        yield _sample(_PILE, words.page.piled)
    yield _sample(_CARD.format("filled lit"), words.chain)
    if deck.dotted:
        yield _sample(_DOTTED, words.page.dotted_of_chosen)


def _by(deck: Deck) -> str:
    """The label of colours in the legend, which the list of what to colour by has already."""
    return deck.words.by_branch if deck.by == "branch" else ""


def _sample(shapes: Html, label: str) -> Html:
    return _SAMPLE.format(shapes, Html("<span>{}</span>").format(label))


def positions(deck: Deck) -> Html:
    """The positions for readers without a script: one list, as browsers limit nesting."""
    words = deck.words.page
    if len(deck.cards) > MOST_LISTED:
        return Html("<p>{}</p>").format(words.too_many_to_list.format(count=len(deck.cards)))
    items = []
    for entry in outline(deck.manager):
        card = deck.cards[entry.card]
        texts = (card.name, card.title, card.department, *card_facts(card, deck.words), *card.marks)
        layer = words.layer.format(number=entry.depth + 1)
        items.append(Html("<li>{}: {}</li>").format(layer, ", ".join(filter(None, texts))))
    return Html("\n").join([Html("<ul>"), *items, Html("</ul>")])
