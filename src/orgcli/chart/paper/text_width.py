"""How wide text is, from a built-in table, so that a chart is the same with every font."""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from operator import itemgetter

ELLIPSIS = "…"

_HINTING = 1.04
"""Renderers round each letter to whole pixels; a line of text grows by so much at most."""
_WIDE = 1250
"""East Asian characters are 1 em; the boxes drawn where no font has them are wider."""
_JOINER = "\u200d"
_KEYCAP = "\u20e3"


@dataclass(frozen=True, slots=True, eq=False)
class Weight:
    """Widths of one style of text, in thousandths of the font size.

    ascii   per code point 0 to 126; controls count as the widest letter
    grow    how much wider than the regular letters outside ASCII are
    """

    ascii: tuple[int, ...]
    grow: float


# DejaVu Sans is the widest of the fonts a chart asks for (Helvetica, Arial and Liberation
# Sans are a tenth narrower): what fits in its widths fits in all of them.
_WIDEST = 1110
_REGULAR = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
)  # fmt: skip
_BOLD = (
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
    696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580,
    1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850,
    733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500,
    500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
    716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
)  # fmt: skip

REGULAR = Weight((_WIDEST,) * 32 + _REGULAR, 1.0)
BOLD = Weight((_WIDEST,) * 32 + _BOLD, 1.12)

# Width of the widest usual letter, in ems, by the first code point of each range.
_RANGES = (
    (0x0000, 1.0), (0x00C0, 0.8), (0x0180, 1.4), (0x0250, 0.85), (0x0370, 0.85), (0x0400, 0.95),
    (0x0530, 1.0), (0x0590, 0.75), (0x0600, 1.25), (0x0700, 1.3), (0x0E00, 0.75), (0x0F00, 1.3),
    (0x10A0, 1.1), (0x1100, 1.0), (0x1200, 1.3), (0x1D00, 1.1), (0x1F00, 1.15), (0x2000, 1.0),
    (0x2030, 1.8), (0x2032, 1.0), (0x2190, 1.45), (0xA000, 1.3), (0xAC00, 1.0), (0xFB00, 1.4),
    (0xFDF0, 4.0), (0xFDFD, 12.0), (0xFDFE, 4.0), (0xFE00, 1.3), (0x12000, 4.0),
    (0x13000, 1.5), (0x1F000, 1.35), (0x20000, 1.0), (0xE0000, 1.3),
)  # fmt: skip


def width(text: str, size: float, weight: Weight = REGULAR) -> float:
    """How wide the text is at most, in points, in a font of `size` points."""
    table = weight.ascii
    points = size * _HINTING / 1000
    if text.isascii():
        return sum(map(table.__getitem__, text.replace("\x7f", "W").encode())) * points
    return sum(_advance(character, weight) for character in text) * points


def cut(text: str, points: float, size: float, weight: Weight = REGULAR) -> str:
    """The text if it fits in `points`, else its start with an ellipsis; clusters stay whole."""
    if width(text, size, weight) <= points:
        return text
    room = points - width(ELLIPSIS, size, weight)
    start = longest_start(text, room, partial(width, size=size, weight=weight))
    return start.rstrip() + ELLIPSIS


def wrap(
    text: str, points: float, size: float, weight: Weight, most: int = 2, beside: float = 0
) -> tuple[str, ...]:
    """The text on at most `most` lines no wider than `points`; the last one may be cut.

    beside  how much narrower the first line is, as something stands beside it
    Lines break at spaces and after hyphens; inside a word only where it alone is too long.
    """
    lines: list[str] = []
    room = points - beside
    while len(lines) < most - 1 and width(text, size, weight) > room:
        head = longest_start(text, room, partial(width, size=size, weight=weight))
        after = text[len(head) : len(head) + 1]
        gap = len(head) if after == " " else max(head.rfind(" "), head.rfind("-") + 1)
        head = head[:gap] if gap > 0 else head
        if not head:
            break
        lines.append(head.rstrip())
        text = text[len(head) :].lstrip()
        room = points
    return (*lines, cut(text, room, size, weight))


def longest_start(text: str, room: float, measure: Callable[[str], float]) -> str:
    """The longest start of the text, in whole clusters, that fits.

    measure  how much of the room a cluster takes
    """
    end = 0
    for cluster in clusters(text):
        room -= measure(cluster)
        if room < 0:
            break
        end += len(cluster)
    return text[:end]


def clusters(text: str) -> Iterator[str]:
    """What a reader sees as one character each: letters with their marks, joined emoji, flags.

    A short form of Unicode Standard Annex 29: marks, joiners, emoji modifiers, tags, pairs of
    regional indicators and Hangul vowels and finals stay with what is before them.
    """
    start = 0
    flag = False
    for at in range(1, len(text)):
        before, here = text[at - 1], text[at]
        flag = _regional(before) and not flag
        if here >= "\u0300" and (_joins(here) or before == _JOINER or (flag and _regional(here))):
            continue
        yield text[start:at]
        start = at
        flag = False
    if text:
        yield text[start:]


def _joins(character: str) -> bool:
    code = ord(character)
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc")
        or character in (_JOINER, _KEYCAP)
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0020 <= code <= 0xE007F
        or 0x1160 <= code <= 0x11FF
    )


def _regional(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


@lru_cache(maxsize=4096)
def _advance(character: str, weight: Weight) -> float:
    """Width of one character in thousandths of the font size."""
    if character < "\x7f":
        return weight.ascii[ord(character)]
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(character) in "WF" and character < "\U0001f000":
        return _WIDE
    base = unicodedata.normalize("NFD", character)[0]
    if base < "\x7f":
        return weight.ascii[ord(base)]
    return 1000 * weight.grow * _ems(ord(character), category)


def _ems(code: int, category: str) -> float:
    _, ems = _RANGES[bisect_right(_RANGES, code, key=itemgetter(0)) - 1]
    # Capitals set the width of their range.
    return ems * 0.85 if category == "Ll" else ems
