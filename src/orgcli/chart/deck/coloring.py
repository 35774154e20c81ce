"""Assigns colours to cards by department, level, role, location or status (`--color-by`)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from orgcli.chart.deck.palette import (
    NEUTRAL,
    PALETTE,
    Swatch,
    Swatches,
    departments,
    ramp,
    swatches,
)
from orgcli.chart.deck.visible_text import plain
from orgcli.language.words import ChartWords
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Status

MOST_LEVELS = 12
"""Steps of a ramp that can be told apart."""
_STATE_COLORS: Mapping[Status, str] = MappingProxyType(
    {"filled": PALETTE[0], "open": PALETTE[1], "planned": PALETTE[2], "closed": NEUTRAL}
)


@dataclass(frozen=True, slots=True)
class Coloring:
    """The colours of the cards, and what the legend says of them.

    swatch  per position the group that it belongs to, or None
    legend  the groups with a colour of their own
    """

    swatch: Sequence[Swatch | None]
    legend: tuple[Swatch, ...]


def _coloring(groups: Sequence[str | None], found: Swatches) -> Coloring:
    return Coloring([found.named.get(one or "") for one in groups], found.legend)


def _by_department(organisation: Organisation, _titles: Titles, _words: ChartWords) -> Coloring:
    groups = [one.department for one in organisation.positions]
    return _coloring(groups, departments(groups, organisation.departments))


def _by_role(organisation: Organisation, titles: Titles, _words: ChartWords) -> Coloring:
    groups = [one.role for one in organisation.positions]
    names = {role: plain(titles.by_role.get(role, role)) for role in groups if role}
    return _coloring(groups, swatches(groups, names))


def _by_location(organisation: Organisation, _titles: Titles, _words: ChartWords) -> Coloring:
    groups = [one.location for one in organisation.positions]
    return _coloring(groups, swatches(groups))


def _by_level(organisation: Organisation, _titles: Titles, words: ChartWords) -> Coloring:
    """The level that a position says, else its layer, which is the level of most organisations."""
    positions = organisation.positions
    word = words.layer if all(one.level is None for one in positions) else words.level
    numbers = [
        layer or None if one.level is None else one.level
        for one, layer in zip(positions, organisation.lines.layer, strict=True)
    ]
    present = sorted({number for number in numbers if number is not None})
    colors = ramp(min(len(present), MOST_LEVELS))
    found = {
        number: Swatch(word.format(number=number), colors[at] if at < len(colors) else NEUTRAL)
        for at, number in enumerate(present)
    }
    swatch = [None if number is None else found[number] for number in numbers]
    return Coloring(swatch, tuple(found.values())[:MOST_LEVELS])


def _by_status(organisation: Organisation, _titles: Titles, words: ChartWords) -> Coloring:
    found = {state: Swatch(words.states[state], color) for state, color in _STATE_COLORS.items()}
    states = [one.state for one in organisation.positions]
    legend = tuple(swatch for state, swatch in found.items() if state in states)
    return Coloring([found[state] for state in states], legend)


def _by_nothing(organisation: Organisation, _titles: Titles, _words: ChartWords) -> Coloring:
    return Coloring([None] * len(organisation.positions), ())


COLOR_BY: Mapping[str, Callable[[Organisation, Titles, ChartWords], Coloring]] = MappingProxyType(
    {
        "department": _by_department,
        "level": _by_level,
        "role": _by_role,
        "location": _by_location,
        "status": _by_status,
        "none": _by_nothing,
    }
)
"""By the word for `--color-by`."""
