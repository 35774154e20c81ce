"""The cards of a chart as data for the script of its page: lists by position, and few of them."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from orgcli.chart.chart import Chart
from orgcli.chart.color.branches import branches
from orgcli.chart.deck.card_fields import ALWAYS_IN_TEXT
from orgcli.chart.deck.cards import Card, Deck
from orgcli.chart.deck.heading_text import title_of
from orgcli.chart.paper.card_text import (
    MARK_LINE,
    PILL_LINE,
    RANKS,
    ROOMY,
    ROW_MARGINS,
    CardText,
    card_text,
)
from orgcli.chart.paper.mirroring import is_mirrored
from orgcli.chart.web.colors import PageColors
from orgcli.chart.web.facts import facts, table

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""What could end a script, or a line of one; within JSON all of it is text."""

_CHART_WORDS = (
    *("states", "assistant", "direct", "direct_and_below"),
    *("seats", "below_not_shown", "dotted_to", "unfit", "level", "others"),
)
"""Those words of the chart that the script says."""


def _codes(deck: Deck, colors: PageColors) -> list[str]:
    """The letters of the group of each colour, for readers who do not see colours."""
    code_of = {swatch.color: swatch.code for swatch in deck.legend}
    return [code_of.get(color, "") for color in colors.colors]


def data(chart: Chart, colors: PageColors, words: Iterable[str]) -> str:
    """JSON that may stand in a script element; the same chart gives the same text.

    colors  those of the page
    words   the names of those words of the page that the script uses

    Columns have a value for each position in file order. `more` has what few positions have, by
    their place: `n` and `t` the lines of the name and the title where they are not as they stand,
    `h` the height, `r` all of these in a row, `p` the number of the photo, `s` seats, `a`
    assistant, `m` marks, `k` their lines, `o` notes, `f` further fields, `u` that nobody holds it,
    `l` how many below are left out, `v` the word in the pill of its state, `q` that it does not fit
    the filter.
    `dimmed` is there where others are highlighted: the places of those that are not; `initials`
    where cards have faces: null for those that have none, empty for a vacancy; `codes` by colour.
    `branches` are the heads of branches, `facts` what the details say.
    """
    deck = chart.deck
    photos: dict[str, int] = {}
    teams = chart.request.density
    contents = [
        card_text(card, ROOMY, deck.words, counted=True, teams=teams) for card in deck.cards
    ]
    more = [_more(*both, photos) for both in zip(deck.cards, contents, strict=True)]
    dimmed = [at for at, card in enumerate(deck.cards) if card.dimmed]
    value = {
        "words": {
            **{name: getattr(deck.words.page, name) for name in words},
            "chart": {name: getattr(deck.words, name) for name in _CHART_WORDS},
        },
        "heading": title_of(deck),
        "by": deck.by,
        **_grouped(deck),
        "branches": branches(deck.manager)[0],
        "palette": colors.palette,
        "steps": colors.steps,
        "density": chart.request.density,
        "mirrored": is_mirrored(deck),
        "topLayers": chart.request.top_layers,
        "leavesFirst": chart.request.leaves_first,
        "sizes": _sizes(teams),
        "rank": "".join(str(card.rank) for card in deck.cards),
        **_columns(deck, colors),
        "codes": _codes(deck, colors),
        "chain": [at for at, card in enumerate(deck.cards) if card.chain],
        **({"dimmed": dimmed} if dimmed else {}),
        **_faces(deck),
        "facts": list(facts(chart)),
        "dotted": deck.dotted,
        "more": {at: special for at, special in enumerate(more) if special},
        "photos": list(photos),
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _sizes(teams: str) -> dict[str, object]:
    """The sizes of cards, and by rank those of their letters and their usual heights."""
    return {
        **asdict(ROOMY),
        "ranks": [asdict(rank) for rank in RANKS],
        "usual": [ROOMY.height_of(rank) for rank in RANKS],
        "row": _usual_row(teams),
        "mark_line": MARK_LINE,
        "pill_line": PILL_LINE,
    }


def _usual_row(teams: str) -> int:
    """The height of a row with a line for the name and, unless rows have none, for the title."""
    rank = RANKS[-1]
    height = ROW_MARGINS + rank.name_line + (0 if teams == "names" else rank.title_line)
    return height + height % 2


def _row(card: Card, content: CardText) -> list[object] | None:
    """The lines and the height of a row that is not as usual."""
    row = content.as_row
    if row is None:
        return None
    titles = (card.title,) if card.title and content.teams != "names" else ()
    usual = ((card.name,), titles, _usual_row(content.teams))
    lines = (row.names, row.titles, row.height)
    return [list(row.names), list(row.titles), row.height] if lines != usual else None


def _columns(deck: Deck, colors: PageColors) -> dict[str, object]:
    """What every position has; what many share is a number in a table."""
    numbers = {color: at for at, color in enumerate(colors.colors)}
    titles: dict[str, int] = {}
    departments: dict[str, int] = {}
    return {
        "keys": [card.key for card in deck.cards],
        "names": [card.name for card in deck.cards],
        "title": [_shared(card.title, titles) for card in deck.cards],
        "titles": list(titles),
        "department": [_shared(card.department, departments) for card in deck.cards],
        "departments": list(departments),
        "manager": list(deck.manager),
        "color": [numbers[card.color] for card in deck.cards],
        "states": "".join(card.state[0] for card in deck.cards),
        "direct": [card.direct for card in deck.cards],
        "total": [card.total for card in deck.cards],
    }


def _grouped(deck: Deck) -> dict[str, object]:
    """The groups that positions are coloured by, where nothing else in the page says them."""
    if deck.by not in ("role", "location", "level"):
        return {}
    return {"grouped": table(card.group for card in deck.cards)}


def _faces(deck: Deck) -> dict[str, object]:
    """The initials that stand where there is no photo, if cards have faces."""
    initials = [card.initials for card in deck.cards]
    return {"initials": initials} if any(initial is not None for initial in initials) else {}


def _shared(text: str, table: dict[str, int]) -> int:
    """The place of a text in the table of those that many positions share, each once."""
    return table.setdefault(text, len(table))


def _more(card: Card, content: CardText, photos: dict[str, int]) -> dict[str, object]:
    """What is special about a card."""
    plain_titles = (card.title,) if card.title else ()
    special: dict[str, object] = {
        "n": list(content.names) if content.names != (card.name,) else None,
        "t": list(content.titles) if content.titles != plain_titles else None,
        "h": content.height if content.height != ROOMY.height_of(content.rank) else None,
        "r": _row(card, content),
        "v": content.state or None,
        "p": _shared(card.picture.uri, photos) if card.picture else None,
        "s": card.headcount if card.headcount != 1 else None,
        "a": 1 if card.assistant else None,
        "m": list(card.marks) or None,
        "k": list(content.marks) or None,
        "o": list(content.notes) or None,
        "f": [text for field, text in card.lines if field not in ALWAYS_IN_TEXT] or None,
        "u": 1 if not card.holders and card.state != "filled" else None,
        "l": card.left_out or None,
        "q": None if card.fits else 1,
    }
    return {key: value for key, value in special.items() if value is not None}
