"""What a rule may look at, and how it reports what it finds there."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from operator import attrgetter

from orgcli.model.findings.finding import Finding, Fix, Related
from orgcli.model.likeness import NearestName, close_fix, did_you_mean, is_close
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position
from orgcli.model.project import Project
from orgcli.model.roles.role_name import squeeze
from orgcli.model.settings import RuleOptions, Settings


@dataclass(frozen=True)
class Context:
    """All that a rule may look at: one organisation, what was read with it, the settings."""

    organisation: Organisation
    project: Project
    settings: Settings

    def options(self, name: str) -> RuleOptions:
        """The limits that the configuration sets for a rule."""
        return self.settings.rules.get(name, RuleOptions())

    def finding(
        self,
        code: str,
        message: str,
        at: int,
        *field: str | int,
        help: str,
        label: str = "",
        related: Sequence[Related] = (),
        group: str = "",
        fix: Fix | None = None,
        size: int = 0,
    ) -> Finding:
        """A finding about the position with the index `at`, at one of its fields."""
        place, id = self.organisation.place(at, *field), self.organisation.positions[at].id
        return Finding(code, message, place, help, id, label, tuple(related), group, fix=fix,
                       size=size)  # fmt: skip

    def related(self, at: int, *field: str | int, message: str) -> Related:
        """A field of a position as the second place of a finding."""
        return Related(self.organisation.place(at, *field), message)

    def unknown_id(
        self, code: str, message: str, at: int, *field: str | int, missing: str
    ) -> Finding:
        """A finding about a position that names an id which no position has."""
        own = self.organisation.positions[at].id
        near = self._nearest_id.of(missing)
        near = tuple(name for name in near if name != own or is_close(missing, name))
        seats = [self.organisation.lines.index[id] for id in near]
        return self.finding(
            code,
            message,
            at,
            *field,
            help=did_you_mean(near, "add the position, or correct the id"),
            label="nobody here has this id",
            related=[self.related(seat, "id", message="this one is here") for seat in seats],
            group=missing,
            fix=close_fix(missing, near),
        )

    @cached_property
    def _nearest_id(self) -> NearestName:
        return NearestName(self.live_ids)

    @cached_property
    def seats(self) -> Mapping[str, Sequence[int]]:
        """The positions of each role that are not closed, by the role's id, in file order."""
        return self._live_by(attrgetter("role"))

    @cached_property
    def titled(self) -> Mapping[str, Sequence[int]]:
        """The positions that are not closed by what they are called, as names are compared."""
        squeezed = cache(squeeze)  # many positions share a title
        return self._live_by(lambda position: squeezed(position.title) if position.title else None)

    def _live_by(self, word: Callable[[Position], str | None]) -> Mapping[str, Sequence[int]]:
        seats_of: dict[str, list[int]] = {}
        for at, position in enumerate(self.organisation.positions):
            if position.status != "closed" and (key := word(position)) is not None:
                seats_of.setdefault(key, []).append(at)
        return seats_of

    @cached_property
    def live_ids(self) -> Collection[str]:
        """The ids that a reference can mean: nobody means one that is closed."""
        index, positions = self.organisation.lines.index, self.organisation.positions
        if self.organisation.live == len(positions):
            return index
        return {name for name, at in index.items() if positions[at].status != "closed"}

    @cached_property
    def holders(self) -> Sequence[str]:
        """The holders of all positions, in file order, one behind the other."""
        return list(chain.from_iterable(map(attrgetter("holder"), self.organisation.positions)))

    @cached_property
    def detailed(self) -> Sequence[int]:
        """The positions with dotted lines, tags, contact, attributes or a share; few have any.

        One walk for several rules: each costs a visit to every position wherever it is in memory.
        """
        return [
            at
            for at, position in enumerate(self.organisation.positions)
            if position.dotted_lines
            or position.tags
            or position.contact
            or position.attributes
            or position.fte is not None
        ]

    @cached_property
    def dotted(self) -> Sequence[int]:
        """The positions with dotted lines."""
        positions = self.organisation.positions
        return [at for at in self.detailed if positions[at].dotted_lines]

    def present(self, role: str) -> Sequence[int]:
        """The positions of a role that are neither closed nor only planned, in file order."""
        positions = self.organisation.positions
        return [at for at in self.seats.get(role, ()) if positions[at].status != "planned"]
