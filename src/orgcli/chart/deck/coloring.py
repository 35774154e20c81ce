"""Assigns colours to cards by department, level, role, location or status (`--color-by`)."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from orgcli.chart.color.branches import branches
from orgcli.chart.color.group_codes import group_codes
from orgcli.chart.color.palette import (
    NEUTRAL,
    PALETTE,
    Swatch,
    Swatches,
    departments,
    families,
    ramp,
    swatches,
)
from orgcli.chart.deck.visible_text import plain
from orgcli.language.words import ChartWords
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position, Status

MOST_LEVELS = 12
"""Steps of a ramp that can be told apart."""
_STATE_COLORS: Mapping[Status, str] = MappingProxyType(
    {"filled": PALETTE[0], "open": PALETTE[1], "planned": PALETTE[2], "closed": NEUTRAL}
)


@dataclass(frozen=True, slots=True)
class Coloring:
    """The colours of the cards, and their legend.

    swatch  per position the group that it belongs to, or None
    legend  the groups with a colour of their own
    """

    swatch: Sequence[Swatch | None]
    legend: tuple[Swatch, ...]


@dataclass(frozen=True, slots=True)
class Colored:
    """What is coloured; the first of the colours is the brand, #rrggbb, where there is one."""

    organisation: Organisation
    titles: Titles
    words: ChartWords
    brand: str = ""

    @property
    def positions(self) -> Sequence[Position]:
        """A colour is chosen for each of them."""
        return self.organisation.positions


def usual_color_by(organisation: Organisation, titles: Titles) -> str:
    """What to colour by where the request does not tell: a key of COLOR_BY.

    Branches where departments are more than colours, and there are several branches.
    """
    groups = [position.department for position in organisation.positions]
    if families(groups, organisation.departments) <= len(PALETTE):
        return "department"
    return "branch" if len(_branch_names(organisation, titles)[0]) > 1 else "department"


def _coloring(groups: Sequence[str | None], swatches: Swatches) -> Coloring:
    return Coloring([swatches.by_group.get(group or "") for group in groups], swatches.legend)


def _by_department(colored: Colored) -> Coloring:
    groups = [position.department for position in colored.positions]
    return _coloring(groups, departments(groups, colored.organisation.departments, colored.brand))


def _by_branch(colored: Colored) -> Coloring:
    """The branch below the top that a position is in; none for those above all branches."""
    names, head = _branch_names(colored.organisation, colored.titles)
    groups = [names.get(at) for at in head]
    return _coloring(groups, swatches(groups, brand=colored.brand))


def _branch_names(
    organisation: Organisation, titles: Titles
) -> tuple[Mapping[int, str], Sequence[int]]:
    """The branches by their heads, each with a name of its own, and the head of each position.

    A branch is called by the department of its head where no other is, else by the title.
    """
    positions = organisation.positions
    heads, head = branches(organisation.lines.without_rings())
    called = {
        id_or_name: department.name
        for department in reversed(organisation.departments)
        if department.name
        for id_or_name in (department.id, department.name)
    }
    head_departments = [positions[at].department or "" for at in heads]
    times = Counter(head_departments)
    names: dict[int, str] = {}
    uses: Counter[str] = Counter()
    for at, department in zip(heads, head_departments, strict=True):
        alone = department and times[department] == 1
        name = called.get(department, department) if alone else titles.of(positions[at])
        name = plain(name) or plain(positions[at].id)
        uses[name] += 1
        names[at] = f"{name} ({uses[name]})" if uses[name] > 1 else name
    return names, head


def _by_role(colored: Colored) -> Coloring:
    groups = [position.role for position in colored.positions]
    names = {role: plain(colored.titles.by_role.get(role, role)) for role in groups if role}
    return _coloring(groups, swatches(groups, names, colored.brand))


def _by_location(colored: Colored) -> Coloring:
    groups = [position.location for position in colored.positions]
    return _coloring(groups, swatches(groups, brand=colored.brand))


def _by_level(colored: Colored) -> Coloring:
    """The level that a position says, else its layer, which is the level of most organisations."""
    levels = [position.level for position in colored.positions]
    word = colored.words.layer if all(level is None for level in levels) else colored.words.level
    numbers = [
        layer or None if level is None else level
        for level, layer in zip(levels, colored.organisation.lines.layer, strict=True)
    ]
    present = sorted({number for number in numbers if number is not None})
    colors = ramp(min(len(present), MOST_LEVELS), colored.brand)
    swatch_of = {
        number: Swatch(word.format(number=number), colors[at] if at < len(colors) else NEUTRAL)
        for at, number in enumerate(present)
    }
    swatch_of |= zip(present, _coded(list(swatch_of.values())[:MOST_LEVELS]), strict=False)
    swatch = [None if number is None else swatch_of[number] for number in numbers]
    return Coloring(swatch, tuple(swatch_of.values())[:MOST_LEVELS])


def _by_status(colored: Colored) -> Coloring:
    plain_ones = [
        Swatch(colored.words.states[state], color) for state, color in _STATE_COLORS.items()
    ]
    swatch_of = dict(zip(_STATE_COLORS, _coded(plain_ones), strict=True))
    states = [position.state for position in colored.positions]
    legend = tuple(swatch for state, swatch in swatch_of.items() if state in states)
    return Coloring([swatch_of[state] for state in states], legend)


def _by_nothing(colored: Colored) -> Coloring:
    return Coloring([None] * len(colored.positions), ())


def _coded(swatches: Sequence[Swatch]) -> list[Swatch]:
    """Swatches with their codes."""
    codes = group_codes(swatch.name for swatch in swatches)
    return [replace(swatch, code=codes[swatch.name]) for swatch in swatches]


COLOR_BY: Mapping[str, Callable[[Colored], Coloring]] = MappingProxyType(
    {
        "department": _by_department,
        "branch": _by_branch,
        "level": _by_level,
        "role": _by_role,
        "location": _by_location,
        "status": _by_status,
        "none": _by_nothing,
    }
)
"""By the word for `--color-by`."""
