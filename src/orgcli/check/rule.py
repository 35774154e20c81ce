"""What a rule is: one record with its code, its words, its examples and its function."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from orgcli.model.finding import Finding, Level
from orgcli.model.organisation import Organisation
from orgcli.model.project import Project
from orgcli.model.settings import RuleOptions, Settings


@dataclass(frozen=True, slots=True)
class Context:
    """All that a rule may look at: one organisation, what was read with it, the settings."""

    organisation: Organisation
    project: Project
    settings: Settings

    def options(self, name: str) -> RuleOptions:
        """The limits that the configuration sets for a rule."""
        return self.settings.rules.get(name, RuleOptions())


Check = Callable[[Context], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Everything about a rule in one place; its docs page and its test come from here.

    name     kebab-case, says the bad thing
    summary  one line: what is wrong
    why      why it matters and what to do, a short paragraph
    bad      a file that has exactly this finding; `path: text` where the name matters
    good     the same, mended
    check    None where the readers find it themselves while reading
    """

    code: str
    name: str
    level: Level
    summary: str
    why: str
    bad: str
    good: str
    check: Check | None = None
    suffix: str = ".yaml"


def entries(*written: str) -> str:
    """An organisation file with these positions, for the examples of rules."""
    lines = "".join(f"  - {{{entry}}}\n" for entry in written)
    return f"organisation: Northwind\npositions:\n{lines}"
