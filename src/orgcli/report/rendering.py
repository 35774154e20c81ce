"""Options of a report: sources, colours, texts of rules, paths."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from orgcli.model.findings.finding import Level
from orgcli.model.source.source import Source


@dataclass(frozen=True, slots=True)
class RuleText:
    """The texts of a rule for documents.

    level  the default one; off for a rule that runs only where it is selected
    page   the rule's section of docs/rules.md, in Markdown
    """

    code: str
    name: str
    level: Level = Level.WARNING
    summary: str = ""
    why: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a format may use besides the verdict.

    sources       decoded text by file, for excerpts
    color         whether ANSI colours may be used
    max_findings  human formats stop there and say how many more; 0 shows all
    quiet         whether the line that counts the findings is left out
    rules         gives every rule there is, for documents that list them
    failing       the levels that make the run fail
    version       of orgcli
    located       a finding's file -> its path from the top of the repository, with `/`; an
                  absolute path where it lies outside
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    color: bool = False
    max_findings: int = 200
    quiet: bool = False
    rules: Callable[[], Sequence[RuleText]] = tuple
    failing: Collection[Level] = (Level.ERROR,)
    version: str = "0.0.0"
    located: Callable[[str], str] = str
