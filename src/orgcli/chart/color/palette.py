"""Colours of groups: their own, or some that colour-blind readers can distinguish."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from orgcli.chart.color.group_codes import group_codes
from orgcli.chart.color.oklch import (
    Oklch,
    color_of_oklch,
    difference,
    encoded,
    light_of,
    oklch_of,
)
from orgcli.chart.deck.visible_text import plain
from orgcli.model.organisation.color import color_of
from orgcli.model.organisation.organisation import Department

_CHROMA = 0.11
"""Of every colour: as much as screens have at all of these hues."""
# Lightness and hue. Twelve colours that are equally light are alike in pairs for the colour-blind,
# who see one difference of hue where others see two: at best 0.017 apart in OKLab, which nobody
# tells apart. With lightness 0.08 to either side of 0.57 they are 0.046 apart, and the first six
# 0.07, for all four kinds of eyes (found by simulated annealing, at least 20 degrees apart).
_TONES = (
    (0.49, 276), (0.65, 64), (0.61, 172), (0.53, 12), (0.65, 296), (0.49, 116),
    (0.57, 256), (0.57, 92), (0.61, 36), (0.65, 192), (0.49, 352), (0.49, 324),
)  # fmt: skip
_NEAR = 0.075
"""The OKLab difference below which a hue is left out beside the brand."""
NEUTRAL = "#c3c9d0"
"""Positions without a department, and departments beyond the palette."""
_DARKEST, _LIGHTEST = 0.3, 0.665
"""Lightness of steps and shades; lighter ones have less than 3:1 on white."""
_SHADES = 0.3
"""How much lighter the lightest shade of a colour is than the darkest."""


@cache
def hues(brand: str = "") -> tuple[str, ...]:
    """Twelve colours at most, in the order in which groups get them.

    brand  as #rrggbb: the first of them; those that are much like it are left out
    """
    usual = tuple(color_of_oklch(Oklch(light, _CHROMA, hue)) for light, hue in _TONES)
    if not brand:
        return usual
    first = oklch_of(brand)
    others = (color for color in usual if difference(oklch_of(color), first) >= _NEAR)
    return (brand, *others)[: len(usual)]


PALETTE = hues()


@dataclass(frozen=True, slots=True)
class Swatch:
    """One entry of the legend: what the group is called, and its colour.

    code  two or three letters for it, of no other entry; empty where it has no colour
    """

    name: str
    color: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Swatches:
    """The groups that occur, as they are drawn.

    by_group  by the value in positions: the id or the name of a department, or free text
    legend    in the order of the departments list, then of first appearance
    """

    by_group: Mapping[str, Swatch]
    legend: tuple[Swatch, ...]


@dataclass(frozen=True, slots=True)
class _Listed:
    """What is known of groups before any position is looked at.

    names    what a position may have -> what the legend calls it, in the order of the legend
    own      by name, the colours that groups have already
    parents  by name, the group at the top of those that one is a part of
    """

    names: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    parents: Mapping[str, str] = field(default_factory=dict)


def departments(
    groups: Sequence[str | None], listed: Sequence[Department], brand: str = ""
) -> Swatches:
    """Colour the departments that positions name; parts of one have shades of its colour.

    groups  per position its `department`, or None
    listed  the departments of the organisation, with the colours their owner wants
    brand   the first colour that is given out, as #rrggbb
    """
    return _colored(groups, _listed(listed), brand)


def families(groups: Sequence[str | None], listed: Sequence[Department]) -> int:
    """How many departments need a colour of the palette: without their parts."""
    listed_groups = _listed(listed)
    names = {listed_groups.names.get(group) or plain(group) for group in set(groups) if group}
    tops = {
        listed_groups.parents.get(name, name) for name in names if name not in listed_groups.own
    }
    return len(tops - listed_groups.own.keys())


def swatches(
    groups: Sequence[str | None],
    names: Mapping[str, str] = MappingProxyType({}),
    brand: str = "",
) -> Swatches:
    """Colour the groups that positions name; the largest, where there are more than colours.

    groups  per position its group, or None
    names   what the legend calls a group, in the order of the legend
    """
    return _colored(groups, _Listed(names), brand)


def _colored(groups: Sequence[str | None], listed_groups: _Listed, brand: str) -> Swatches:
    names = listed_groups.names
    names_of = {group: names.get(group) or plain(group) for group in dict.fromkeys(groups) if group}
    size = Counter(names_of[group] for group in groups if group)
    present = [name for name in dict.fromkeys([*names.values(), *size]) if name in size]
    colors = _colors(present, size, listed_groups, brand)
    colored = [name for name in present if name in colors]
    codes = group_codes(colored)
    swatch = {
        name: Swatch(name, colors.get(name, NEUTRAL), codes.get(name, "")) for name in present
    }
    by_group = {group: swatch[name] for group, name in names_of.items()}
    return Swatches(by_group, tuple(swatch[name] for name in colored))


def _colors(
    present: Sequence[str], size: Mapping[str, int], listed_groups: _Listed, brand: str
) -> Mapping[str, str]:
    """By name; their own, else one of the palette, else a shade of that of the whole."""
    whole = {
        name: listed_groups.parents.get(name, name)
        for name in present
        if name not in listed_groups.own
    }
    colors = {
        top: listed_groups.own[top]
        for top in (*present, *whole.values())
        if top in listed_groups.own
    }
    sizes: Counter[str] = Counter()
    for name, top in whole.items():
        sizes[top] += size[name]
    uncolored = [top for top in dict.fromkeys(whole.values()) if top not in colors]
    free = [color for color in hues(brand) if color not in colors.values()]
    with_color = set(sorted(uncolored, key=sizes.__getitem__, reverse=True)[: len(free)])
    colors |= zip((top for top in uncolored if top in with_color), free, strict=False)
    parts: dict[str, list[str]] = {}
    for name, top in whole.items():
        if name != top and top in colors:
            parts.setdefault(top, []).append(name)
    for top, part_names in parts.items():
        colors |= zip(part_names, shades(colors[top], len(part_names)), strict=True)
    return colors


def shades(color: str, count: int) -> list[str]:
    """Darker and lighter colours of the same hue, none of them the colour itself."""
    lightness, chroma, hue = oklch_of(color)
    most = max(lightness, 0.5, min(lightness + _SHADES / 2, _LIGHTEST))
    steps = [most - _SHADES * step / count for step in range(count + 1)]
    steps.remove(min(steps, key=lambda step: abs(step - lightness)))
    return [color_of_oklch(Oklch(step, chroma, hue)) for step in steps]


def ramp(steps: int, brand: str = "") -> list[str]:
    """Colours of one hue from dark to light for what has an order, such as levels."""
    _, chroma, hue = oklch_of(brand or PALETTE[0])
    span = (_LIGHTEST - _DARKEST) / max(steps - 1, 1)
    return [color_of_oklch(Oklch(_DARKEST + span * step, chroma, hue)) for step in range(steps)]


def contrast(first: str, second: str) -> float:
    """From 1 for the same lightness to 21 for black on white (WCAG 2)."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(color: str, other: str, share: float) -> str:
    """A colour with a share, from 0 to 1, of another in it."""
    pairs = [(int(color[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(start + (end - start) * share):02x}" for start, end in pairs)


def luminance(color: str) -> float:
    """From 0 for black to 1 for white (WCAG 2, relative luminance)."""
    red, green, blue = light_of(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def grey(color: str) -> str:
    """The grey that is as light as a colour."""
    return "#" + f"{round(255 * encoded(luminance(color))):02x}" * 3


def _listed(listed: Sequence[Department]) -> _Listed:
    colors = {
        _name(department): color
        for department in listed
        if (color := color_of(department.color or ""))
    }
    return _Listed(_names(listed), colors, dict(_wholes(listed)))


def _wholes(listed: Sequence[Department]) -> Iterator[tuple[str, str]]:
    """The name of each department that is a part, and of the one at the top; none in rings."""
    by_id: dict[str, Department] = {}
    for department in listed:
        by_id.setdefault(department.id, department)
    top: dict[str, str] = {}
    for start in by_id:
        path: dict[str, None] = {}
        at = start
        while at not in top and at not in path:
            path[at] = None
            above = by_id[at].parent
            if above is None or above not in by_id:
                top[at] = at
            else:
                at = above
        root = top.get(at)
        for id in path:
            top.setdefault(id, id if root is None else root)
        if top[start] != start:
            yield _name(by_id[start]), _name(by_id[top[start]])


def _names(listed: Sequence[Department]) -> dict[str, str]:
    """What a position may have, to what the legend calls it: ids first, then names."""
    names: dict[str, str] = {}
    for id_or_name, department in [
        *((department.id, department) for department in listed),
        *((department.name, department) for department in listed),
    ]:
        if id_or_name:
            names.setdefault(id_or_name, _name(department))
    return names


def _name(department: Department) -> str:
    return plain(department.name or "") or plain(department.id)
