"""What a rule is: one record with its code, its words, its examples and its function."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from operator import attrgetter

from orgcli.model.findings.finding import Finding, Level, Related
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.project import Project
from orgcli.model.role_name_key import squeeze
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
    ) -> Finding:
        """A finding of which the entity is the position with the index `at`, at its field."""
        place, id = self.organisation.place(at, *field), self.organisation.positions[at].id
        return Finding(code, message, place, help, id, label, tuple(related), group)

    def related(self, at: int, *field: str | int, message: str) -> Related:
        """A field of a position as the second place of a finding."""
        return Related(self.organisation.place(at, *field), message)

    @cached_property
    def seats(self) -> Mapping[str, Sequence[int]]:
        """The positions of each role that are not closed, by the role's id, in file order."""
        found: dict[str, list[int]] = {}
        for at, position in enumerate(self.organisation.positions):
            if position.role is not None and position.status != "closed":
                found.setdefault(position.role, []).append(at)
        return found

    @cached_property
    def titled(self) -> Mapping[str, Sequence[int]]:
        """The positions that are not closed by what they are called, as names are compared."""
        found: dict[str, list[int]] = {}
        squeezed = cache(squeeze)  # many positions share a title
        for at, position in enumerate(self.organisation.positions):
            if position.title and position.status != "closed":
                found.setdefault(squeezed(position.title), []).append(at)
        return found

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
            for at, one in enumerate(self.organisation.positions)
            if one.dotted_lines or one.tags or one.contact or one.attributes or one.fte is not None
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


Check = Callable[[Context], Iterable[Finding]]
CheckRoles = Callable[[Project], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Everything about a rule in one place; its docs page and its test come from here.

    level    off for a rule that runs only where it is asked for, by its code or its name
    name     kebab-case, says the bad thing
    summary  one line: what is wrong
    why      why it matters and what to do, a short paragraph
    bad      files that have exactly this finding, as `example_files` reads them; an orgcli.toml
             among them is the configuration
    good     the same, mended
    check    run for each organisation; None where the readers find it while reading
    roles    run once for everything that was read, whether there is an organisation or not
    fixable  whether some of its findings carry the exact edit that mends them
    limits   what `[rules.NAME]` in the configuration may set for it
    """

    code: str
    name: str
    level: Level
    summary: str
    why: str
    bad: str
    good: str
    check: Check | None = None
    roles: CheckRoles | None = None
    fixable: bool = False
    limits: Sequence[str] = ()


_FILE = re.compile(r"^# (\S+\.(?:yaml|toml))\n", re.MULTILINE)


def example_files(example: str) -> dict[str, str]:
    """The files of an example by path: each begins with its path as a comment, or is org.yaml."""
    first, *rest = _FILE.split(example)
    files = dict(zip(rest[::2], rest[1::2], strict=True))
    return {"org.yaml": first, **files} if first else files


def readable(example: str) -> str:
    """An example whose bytes are not UTF-8 with those bytes spelled out."""
    return example.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def entries(*written: str) -> str:
    """An organisation file with these positions, for the examples of rules."""
    lines = "".join(f"  - {{{entry}}}\n" for entry in written)
    return f"organisation: Northwind\npositions:\n{lines}"
