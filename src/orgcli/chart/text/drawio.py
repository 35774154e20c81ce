"""A chart as CSV for draw.io (Arrange > Insert > CSV): what people edit further by hand.

Its own reader of CSV knows neither doubled quotes nor a line end in a cell, and puts cells into
HTML as they are: cells hold character references instead, which every reader gives back whole.
"""

import json
import re
from collections.abc import Iterator

from orgcli.chart.chart import Chart
from orgcli.chart.deck.cards import Card, Deck, LookName
from orgcli.chart.deck.outline import subtitle
from orgcli.chart.drawing import Drawing
from orgcli.chart.paper.themes import INK, LINE, LOOKS, QUIET, TROUBLE
from orgcli.chart.text.card_parts import card_parts
from orgcli.model.card_phrases import LINES, MARKS, PHRASES

# HTML, placeholders, quotes, backslashes, comments, and what a spreadsheet takes for a formula.
_SPECIAL = re.compile(r"""[!-&*+:-@\[-`{-~]|^['-]""")
_COLUMNS = "key,manager,dotted,kind,color,name,title,department,facts,marks,state"
_LINES = {
    "n": "<b>%name%</b>",
    "t": "%title%",
    "d": f"<font color={QUIET}>%department%</font>",
    "f": f"<font color={QUIET}>%facts%</font>",
    "m": f"<font color={TROUBLE}>%marks%</font>",
}
"""The lines of a label by the letters of its kind: those that a card has something for."""
_MEASURES = """\
# width: auto
# height: auto
# padding: 16
# ignore: kind,color
# nodespacing: 30
# levelspacing: 50
# edgespacing: 20"""
_BORDERS: dict[LookName, str] = {
    "filled": "",
    "open": "dashed=1;dashPattern=6 4;",
    "planned": "dashed=1;dashPattern=2 3;",
    "closed": "",
}


def draw(chart: Chart) -> Drawing:
    """The chart as CSV for draw.io."""
    return chart.as_text(drawio(chart.deck))


def drawio(deck: Deck) -> str:
    """The file: how draw.io is to read it, then a row for each position in file order."""
    keys = [_key(card.key) for card in deck.cards]
    dotted: dict[int, dict[str, None]] = {}
    for edge in deck.dotted:
        dotted.setdefault(edge.card, {})[keys[edge.to]] = None
    parts = card_parts(deck)
    kinds: set[str] = set()
    rows = []
    for at, (card, above) in enumerate(zip(deck.cards, deck.manager, strict=True)):
        name, title, phrases, marks, lines = parts[at]
        department, facts = (phrases[0], phrases[1:]) if card.department else ("", phrases)
        chain = deck.words.chain if card.chain else ""
        words = PHRASES.join(filter(None, [*facts, chain, LINES.join(lines)]))
        kind = _kind(card, words)
        kinds.add(kind)
        refs = (keys[at], keys[above] if above >= 0 else "", ",".join(dotted.get(at, ())))
        color = TROUBLE if card.marks else card.color
        texts = map(escaped, (name, title, department, words, MARKS.join(marks)))
        cells = (*refs, kind, color, *texts, card.look)
        rows.append(",".join(f'"{cell}"' for cell in cells))
    by_length = sorted(kinds, key=lambda kind: (len(kind), kind))
    return "\n".join([*_settings(deck, by_length), _COLUMNS, *rows]) + "\n"


def escaped(text: str) -> str:
    """Text in a cell, as HTML in which nothing is interpreted."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match.group())};", text)


def _key(text: str) -> str:
    """A reference to a position; draw.io takes commas apart."""
    return escaped(text).replace(",", "&#44;")


def _kind(card: Card, words: str) -> str:
    texts = {"t": card.title, "d": card.department, "f": words, "m": card.marks}
    return "n" + "".join(letter for letter, value in texts.items() if value)


def _settings(deck: Deck, kinds: list[str]) -> Iterator[str]:
    labels = {kind: "<br>".join(_LINES[letter] for letter in kind) for kind in kinds}
    unfit = () if all(card.fits for card in deck.cards) else ("unfit",)
    styles = {look: _style(look) for look in (*_BORDERS, *unfit)}
    line = (
        f"endArrow=none;html=1;rounded=0;strokeColor={LINE};edgeStyle=orthogonalEdgeStyle;"
        "exitX=0.5;exitY=1;entryX=0.5;entryY=0;"
    )
    across = "endArrow=none;html=1;curved=1;dashed=1;dashPattern=1 3;strokeColor=#59636e;"
    yield f"## {escaped(deck.title)}".rstrip()
    if day := subtitle(deck):
        yield f"## {day}"
    yield f"## {deck.words.into_drawio}"
    yield f"# label: {_LINES['n']}<br>{_LINES['t']}"
    yield "# labelname: kind"
    yield f"# labels: {json.dumps(labels)}"
    yield f"# style: {styles['filled']}"
    yield "# stylename: state"
    yield f"# styles: {json.dumps(styles)}"
    yield "# namespace: orgcli-"
    yield "# identity: key"
    yield f"# connect: {_connect('manager', line)}"
    if deck.dotted:
        yield f"# connect: {_connect('dotted', across)}"
    yield _MEASURES
    # The tree of draw.io has one top, and takes every line for one of its branches.
    yield f"# layout: {'verticalflow' if deck.several or deck.dotted else 'verticaltree'}"


def _connect(column: str, style: str) -> str:
    """From the manager to the report, so that managers stand above."""
    return json.dumps({"from": column, "to": "key", "invert": True, "style": style})


def _style(name: LookName) -> str:
    look = LOOKS[name]
    ink = look.name if name in ("closed", "unfit") else INK
    return (
        f"rounded=1;arcSize=6;whiteSpace=nowrap;html=1;fillColor={look.fill};fontColor={ink};"
        f"strokeColor=%color%;{_BORDERS.get(name, '')}"
    )
