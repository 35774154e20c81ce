"""A chart as a tree of lines: coloured and cut for a terminal, or plain and whole for a file.

Not rich.tree: it recurses, and a reporting line may be as long as its file.
"""

from collections.abc import Iterator, Sequence

from orgcli.chart.chart import Chart
from orgcli.chart.deck.cards import Card, Deck
from orgcli.chart.deck.outline import outline, subtitle
from orgcli.chart.drawing import Drawing
from orgcli.chart.paper.text_width import ELLIPSIS, longest_start
from orgcli.chart.text.card_parts import card_parts
from orgcli.model.card_phrases import (
    CARD_LINE_MARKS,
    DOTTED,
    GAP,
    LINES,
    MARKS,
    PHRASES,
    WRONG,
    CardParts,
)
from orgcli.model.text import cells
from orgcli.render.lines import Line, Piece, measure
from orgcli.render.terminal import paint

_TEE, _ELBOW, _BAR, _BLANK = "├── ", "└── ", "│   ", "    "
_MOST_GUIDES = 40
"""Layers whose guides are drawn; deeper lines say their layer, or a chain would be quadratic."""
_GAP: Piece = (GAP, "")
_CHAIN = "* "
"""Before the names of the line that stands out."""
_READ_AS_OTHER = (*CARD_LINE_MARKS, _CHAIN, _TEE[1:])
"""What the text of a user is not to hold whole, or the tree could not be read back."""
_NARROWEST = 8
"""Cells that are kept for the text of a line, however deep it is."""


def draw(chart: Chart) -> Drawing:
    """The tree for a terminal, coloured and cut to its width."""
    return chart.as_text(branches(chart.deck, chart.width, chart.color))


def draw_plain(chart: Chart) -> Drawing:
    """The whole tree, for a file."""
    return chart.as_text(branches(chart.deck, exact=True))


def branches(deck: Deck, width: int = 0, color: bool = False, exact: bool = False) -> str:
    """The chart as lines, each position on one, below the title and what a `*` means.

    width  cells that a line may take; what is longer ends in an ellipsis; 0 for any
    color  with the colours of a terminal
    exact  so that it can be read back, as `card_parts` has it
    """
    head = [_fitted(line, width) for line in _head(deck)]
    return paint([*head, *([[]] if head else []), *_lines(deck, width, exact)], color)


def _head(deck: Deck) -> Iterator[Line]:
    if deck.title:
        yield [(deck.title, "label")]
    if day := subtitle(deck):
        yield [(day, "quiet")]
    if any(card.chain for card in deck.cards):
        yield [(_CHAIN, "label"), (deck.words.chain, "quiet")]


def _lines(deck: Deck, width: int, exact: bool) -> Iterator[Line]:
    most = _MOST_GUIDES if not width else min(_MOST_GUIDES, width // 2 // len(_BAR))
    parts = card_parts(deck, _READ_AS_OTHER, exact)
    above: list[str] = []
    for entry in outline(deck.manager):
        del above[max(0, entry.depth - 1) :]
        guide = ""
        if entry.depth:
            guide = _guides(above, most) + (_ELBOW if entry.last else _TEE)
            above.append(_BLANK if entry.last else _BAR)
        text = _text(deck.cards[entry.card], parts[entry.card])
        line = _fitted(text, max(_NARROWEST, width - cells(guide)) if width else 0)
        yield [(guide, "rule"), *line] if guide else line


def _guides(above: Sequence[str], most: int) -> str:
    """The lines that pass by, or the nearest of them behind the layer that they belong to."""
    if len(above) <= most:
        return "".join(above)
    nearest = "".join(above[len(above) - max(0, most - 2) :]) if most > 2 else ""
    return f"{len(above) + 2}{ELLIPSIS} {nearest}"


def _text(card: Card, parts: CardParts) -> Line:
    """Name, title, what is wrong, the rest: in this order, as a narrow page cuts the end."""
    unheld = not card.holders and card.state != "filled"
    name = _CHAIN + parts.name if card.chain else parts.name
    look = "" if card.fits else "quiet"
    more: Line = [
        (parts.title, look),
        (WRONG + MARKS.join(parts.marks) if parts.marks else "", "removed"),
        (PHRASES.join(parts.phrases), "quiet"),
        (DOTTED + LINES.join(parts.dotted) if parts.dotted else "", "quiet"),
    ]
    spaced = [part for piece in more if piece[0] for part in (_GAP, piece)]
    return [(name, look or ("hedge" if unheld else "role")), *spaced]


def _fitted(line: Line, room: int) -> Line:
    """The line in so many cells; a long name leaves a third of them to what follows it."""
    if not room or measure(line) <= room:
        return line
    if len(line) > 1:
        (name, style), *rest = line
        line = [*_fitted([(name, style)], max(_NARROWEST, room * 2 // 3)), *rest]
        if measure(line) <= room:
            return line
    pieces: Line = []
    room -= cells(ELLIPSIS)
    for text, style in line:
        if cells(text) > room:
            start = longest_start(text, room, cells)
            return [*pieces, ((start.rstrip(" ") or start) + ELLIPSIS, style)]
        pieces.append((text, style))
        room -= cells(text)
    return pieces
