"""A format is a function from a verdict to text; the names of `--format` come from here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from orgcli.model.finding import Verdict
from orgcli.model.source import Source
from orgcli.report.concise import concise
from orgcli.report.full import full
from orgcli.report.json import as_json


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a format may use besides the verdict.

    sources       decoded text by file, for excerpts
    color         whether ANSI colours may be used
    max_findings  human formats stop there and say how many more; 0 shows all
    """

    sources: Mapping[str, Source]
    color: bool = False
    max_findings: int = 200


FORMATS: dict[str, Callable[[Verdict, Rendering], str]] = {
    "concise": lambda verdict, how: concise(verdict, how.color, how.max_findings),
    "full": lambda verdict, how: full(verdict, how.sources, how.color, how.max_findings),
    "json": lambda verdict, how: as_json(verdict),
}
