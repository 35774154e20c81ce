"""A chart as a PlantUML work breakdown structure, for wikis and documents that draw it."""

import re

from orgcli.chart.chart import Chart
from orgcli.chart.color.palette import NEUTRAL
from orgcli.chart.deck.cards import Card, Deck
from orgcli.chart.deck.heading_text import title_of
from orgcli.chart.deck.outline import outline, subtitle
from orgcli.chart.drawing import Drawing, TooLarge
from orgcli.chart.paper.themes import INK, LIGHT, LOOKS, QUIET, TROUBLE
from orgcli.chart.text.card_parts import card_parts, kinds_of
from orgcli.model.card_phrases import PHRASES, CardParts

# All that PlantUML, its preprocessor or Creole may obey, as the codes that it decodes last; but
# tabs (\t), entities and further codes come after that, and are taken apart by a space without
# width.
_SPECIAL = re.compile(r"[!-'*+:-@\[-`{-~]|--+|^-|//+|^/|\.\.+")
_MOST_STARS = 100_000_000
"""Signs of depth in a WBS; a chain of 14,000 has so many."""
_JOINED = re.compile(r"(?<=[\\&<])(?=[^\W_]|#)")
_APART = "\u200b"
_HEAD = f"""@startwbs
<style>
wbsDiagram {{
  node {{
    BackgroundColor white
    FontColor {INK}
    LineColor {LOOKS["filled"].color}
    MaximumWidth 300
  }}
  .open {{
    LineStyle 6-4
  }}
  .planned {{
    LineStyle 2-3
  }}
  .closed {{
    BackgroundColor {LOOKS["closed"].fill}
  }}
"""
_UNFIT = f"""  .unfit {{
    BackgroundColor {LOOKS["unfit"].fill}
    FontColor {LOOKS["unfit"].name}
  }}
"""
"""Only where managers are drawn that do not fit the filter."""
_CHAIN = f"""  .chain {{
    BackgroundColor {LIGHT.lit}
    LineColor {LIGHT.chain}
    LineThickness {LIGHT.weight}
  }}
"""
"""Only where a line stands out."""
_TROUBLE = f"""  .trouble {{
    LineColor {TROUBLE}
  }}
}}
</style>
"""
"""After the others, so that it comes through."""


def draw(chart: Chart) -> Drawing:
    """The chart as PlantUML; raises TooLarge where it has too many layers for that."""
    deck = chart.deck
    above = 1 + deck.several
    if sum(entry.depth + above for entry in outline(deck.manager)) > _MOST_STARS:
        raise TooLarge(
            "the reporting lines are too deep for PlantUML, which spells out each layer",
            "write mermaid, which has no limit",
        )
    return chart.as_text(plantuml(deck))


def plantuml(deck: Deck) -> str:
    """The WBS, one line for each position; several tops hang below the title, as it has one root.

    Dotted lines are phrases on cards: arrows need an alias, and a card with an alias has no style.
    """
    parts = card_parts(deck)
    day = escaped(subtitle(deck))
    several = deck.several
    if several:
        lines = [f"*_ {_stacked(f'**{escaped(title_of(deck))}**', day)}\n"]
    else:
        title = _stacked(escaped(deck.title), day)
        lines = [f"title {title}\n"] if title else []
    for entry in outline(deck.manager):
        card = deck.cards[entry.card]
        stars = "*" * (entry.depth + 1 + several)
        styles = "".join(f" <<{kind}>>" for kind in kinds_of(card) if kind != "filled")
        lines.append(f"{stars} {_label(card, parts[entry.card])}{styles}\n")
    chain = _CHAIN if any(card.chain for card in deck.cards) else ""
    unfit = "" if all(card.fits for card in deck.cards) else _UNFIT
    return f"{_HEAD}{unfit}{chain}{_TROUBLE}{''.join(lines)}@endwbs\n"


def escaped(text: str) -> str:
    """Text in a node or a title, in which nothing is interpreted."""
    parted = _JOINED.sub(_APART, text)
    return _SPECIAL.sub(
        lambda match: "".join(f"<U+{ord(character):04X}>" for character in match.group()), parted
    )


def _stacked(*lines: str) -> str:
    return r"\n".join(filter(None, lines))


def _label(card: Card, parts: CardParts) -> str:
    rest = PHRASES.join(map(escaped, parts.phrases))
    if card.department and card.color != NEUTRAL and card.group == card.department:
        rest = f"<color:{card.color}>■</color> {rest}"
    more = [f"<color:{QUIET}>{escaped(phrase)}</color>" for phrase in parts.dotted]
    more += [f"<color:{TROUBLE}>{escaped(mark)}</color>" for mark in parts.marks]
    return _stacked(f"**{escaped(parts.name)}**", escaped(parts.title), rest, *more)
