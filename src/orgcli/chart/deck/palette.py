"""Colours of groups: their own, or some that colour-blind readers can distinguish."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from orgcli.chart.deck.visible_text import plain
from orgcli.model.organisation.color import color_of
from orgcli.model.organisation.organisation import Department

# Okabe and Ito's palette with four of Tol's muted colours. In this order the first six also
# differ in grey (at least 9 steps of CIE L*), and all differ by at least 13 in CIE Lab for
# each of the three colour blindnesses (Machado 2009).
PALETTE = (
    "#0072b2",
    "#e69f00",
    "#009e73",
    "#882255",
    "#ddcc77",
    "#332288",
    "#56b4e9",
    "#222222",
    "#cc79a7",
    "#999933",
    "#117733",
)
NEUTRAL = "#c3c9d0"
"""Positions without a department, and departments beyond the palette."""
# Stops of Cividis (Nunez, Anderton and Renslow 2018): the same order for the colour-blind and in
# grey. The last, a light yellow, is left out: it vanishes on white.
_RAMP = ("#00224e", "#35456c", "#666970", "#948e77", "#c8b866", "#e8d05a")


@dataclass(frozen=True, slots=True)
class Swatch:
    """One entry of the legend: what the department is called, and its colour."""

    name: str
    color: str


@dataclass(frozen=True, slots=True)
class Swatches:
    """The groups that occur, as they are drawn.

    named    by what positions say: the id or the name of a department, or free text
    legend   in the order of the departments list, then of first appearance
    others   how many groups share the neutral colour and are not in the legend
    """

    named: Mapping[str, Swatch]
    legend: tuple[Swatch, ...]
    others: int


def departments(groups: Sequence[str | None], listed: Sequence[Department]) -> Swatches:
    """Colour the departments that positions name.

    groups  per position what its `department` says, or None
    listed  the departments of the organisation, with the colours their owner wants
    """
    own = {_name(one): color for one in listed if (color := color_of(one.color or ""))}
    return swatches(groups, _names(listed), own)


def swatches(
    groups: Sequence[str | None],
    names: Mapping[str, str] = MappingProxyType({}),
    own: Mapping[str, str] = MappingProxyType({}),
) -> Swatches:
    """Colour the groups that positions name; the largest, where there are more than colours.

    groups  per position its group, or None
    names  what the legend calls a group, in the order of the legend
    own    the colours that groups have already, by those names
    """
    names_of = {one: names.get(one) or plain(one) for one in dict.fromkeys(groups) if one}
    size = Counter(names_of[one] for one in groups if one)
    present = [name for name in dict.fromkeys([*names.values(), *size]) if name in size]
    colors = {name: own[name] for name in present if name in own}
    free = [color for color in PALETTE if color not in colors.values()]
    uncolored = [name for name in present if name not in colors]
    chosen = set(sorted(uncolored, key=size.__getitem__, reverse=True)[: len(free)])
    colors |= zip((name for name in uncolored if name in chosen), free, strict=False)
    swatch = {name: Swatch(name, colors.get(name, NEUTRAL)) for name in present}
    shown = tuple(swatch[name] for name in present if name in colors)
    named = {one: swatch[name] for one, name in names_of.items()}
    return Swatches(named, shown, len(present) - len(shown))


def ramp(steps: int) -> list[str]:
    """Colours from dark to light for what has an order, such as levels."""
    last = len(_RAMP) - 1
    at = [step * last / max(steps - 1, 1) for step in range(steps)]
    return [mixed(_RAMP[int(x)], _RAMP[min(int(x) + 1, last)], x - int(x)) for x in at]


def mixed(color: str, other: str, share: float) -> str:
    """A colour with a share, from 0 to 1, of another in it."""
    pairs = [(int(color[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def luminance(color: str) -> float:
    """From 0 for black to 1 for white (WCAG 2, relative luminance)."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def grey(color: str) -> str:
    """The grey that is as light as a colour."""
    light = luminance(color)
    part = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return "#" + f"{round(255 * part):02x}" * 3


def _names(listed: Sequence[Department]) -> dict[str, str]:
    """What a position may say, to what the legend calls it: ids first, then names."""
    known: dict[str, str] = {}
    for said, one in [*((one.id, one) for one in listed), *((one.name, one) for one in listed)]:
        if said:
            known.setdefault(said, _name(one))
    return known


def _name(department: Department) -> str:
    return plain(department.name or "") or plain(department.id)
