"""A chart as a Mermaid flowchart, for Markdown pages that draw it: GitHub, GitLab, wikis."""

import re
from collections.abc import Iterator, Sequence

from orgcli.chart.chart import Chart
from orgcli.chart.color.palette import NEUTRAL
from orgcli.chart.deck.cards import Deck
from orgcli.chart.deck.outline import subtitle
from orgcli.chart.drawing import Drawing
from orgcli.chart.paper.text_width import BOLD, REGULAR, width
from orgcli.chart.paper.themes import INK, LIGHT, LOOKS, TROUBLE
from orgcli.chart.text.card_parts import card_parts, kinds_of
from orgcli.model.card_phrases import PHRASES, CardParts
from orgcli.render.markdown import escaped_label as escaped

_UNQUOTED = re.compile(r"[^\w ,.'()/-]")
_USUAL_EDGES, _USUAL_TEXT = 500, 50_000
"""What Mermaid draws unless its owner allows more: `maxEdges` and `maxTextSize`."""
_WIDEST = 4_000
"""Pixels of a chart from top to bottom; a wider one runs from left to right."""
_FONT_SIZE, _AROUND, _WIDEST_LABEL = 16, 80, 200
"""What Mermaid does in pixels: letters, what is around a label, and where it breaks its lines."""
_STYLES = {
    "open": "stroke-dasharray:6 4",
    "planned": "stroke-dasharray:2 3",
    "closed": f"fill:{LOOKS['closed'].fill},color:{LOOKS['closed'].name}",
    "unfit": f"fill:{LOOKS['unfit'].fill},color:{LOOKS['unfit'].name}",
    "chain": f"fill:{LIGHT.lit},stroke:{LIGHT.chain},stroke-width:4px",
    "trouble": f"stroke:{TROUBLE},stroke-width:2px",
}


def draw(chart: Chart) -> Drawing:
    """The chart as Mermaid, with a note where readers of Mermaid have lower limits."""
    text, deck = mermaid(chart.deck), chart.deck
    edges = sum(above >= 0 for above in deck.manager)
    if edges <= _USUAL_EDGES and len(text) <= _USUAL_TEXT:
        return chart.as_text(text)
    limits = f"maxEdges is {edges} and maxTextSize {len(text)}"
    return chart.as_text(text, (f"more than Mermaid draws unless {limits}",))


def mermaid(deck: Deck) -> str:
    """The flowchart: nodes n1, n2, … and the lines between them in file order.

    Dotted lines are phrases on cards: edges would move the cards of those whom they join. Comments
    have them by number, from the manager to the report, for programs that read the chart. It runs
    from left to right where it would be too wide.
    """
    parts = card_parts(deck)
    title = ", ".join(filter(None, (deck.title, subtitle(deck))))
    lines = [
        *([f'---\ntitle: "{_yaml(title)}"\n---'] if title else []),
        f"flowchart {'LR' if _width(deck.manager, parts) > _WIDEST else 'TB'}",
        f"  classDef default fill:#ffffff,stroke:{LOOKS['filled'].color},color:{INK}",
        *(f'  n{at}["{_label(card)}"]' for at, card in enumerate(parts, 1)),
        *(f"  n{above + 1} --- n{at}" for at, above in enumerate(deck.manager, 1) if above >= 0),
        *(
            f"  %% n{edge.to + 1} -.-{_purpose(edge.purpose)} n{edge.card + 1}"
            for edge in deck.dotted
        ),
        *_classes(deck),
    ]
    return "\n".join(lines) + "\n"


def _label(card: CardParts) -> str:
    rest = PHRASES.join(map(escaped, card.phrases))
    lines = [f"<b>{escaped(card.name)}</b>", escaped(card.title), rest]
    lines += [f"<small>{escaped(phrase)}</small>" for phrase in card.dotted]
    lines += [f"<i>{escaped(mark)}</i>" for mark in card.marks]
    return "<br>".join(filter(None, lines))


def _width(manager: Sequence[int], cards: Sequence[CardParts]) -> float:
    """How many pixels the chart takes from top to bottom: its leaves stand beside each other."""
    leaves = set(range(len(cards))) - set(manager)
    return sum(_AROUND + min(_WIDEST_LABEL, _label_width(cards[leaf])) for leaf in leaves)


def _label_width(card: CardParts) -> float:
    lines = (card.title, PHRASES.join(card.phrases), *card.dotted, *card.marks)
    rest = max(width(line[:_WIDEST_LABEL], _FONT_SIZE, REGULAR) for line in lines)
    return max(width(card.name[:_WIDEST_LABEL], _FONT_SIZE, BOLD), rest)


def _purpose(text: str) -> str:
    return f'|"{escaped(text)}"|' if text else ""


def _classes(deck: Deck) -> Iterator[str]:
    """Departments as borders; then states, the line that stands out, and faults.

    What comes later comes through where several apply.
    """
    members: dict[str, list[str]] = {}
    styles: dict[str, str] = {}
    for at, card in enumerate(deck.cards, 1):
        if card.color != NEUTRAL:
            styles.setdefault(card.color, f"stroke:{card.color},stroke-width:2px")
            members.setdefault(card.color, []).append(f"n{at}")
    names = {color: f"department{number}" for number, color in enumerate(styles, 1)}
    for at, card in enumerate(deck.cards, 1):
        for kind in kinds_of(card):
            if kind in _STYLES:
                members.setdefault(kind, []).append(f"n{at}")
    for kind, style in (*styles.items(), *_STYLES.items()):
        if kind in members:
            name = names.get(kind, kind)
            yield f"  classDef {name} {style}"
            yield f"  class {','.join(members[kind])} {name}"


def _yaml(text: str) -> str:
    """Text between double quotes of YAML."""
    return _UNQUOTED.sub(lambda match: f"\\U{ord(match.group()):08X}", text)
