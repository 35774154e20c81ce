"""The formats of a report: a row each, for `--format` of `orgcli validate`."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from orgcli.model.findings.finding import Verdict
from orgcli.model.request.flag import loaded
from orgcli.render.formats import Formats
from orgcli.report.rendering import Rendering

Writer = Callable[[Verdict, Rendering], str]

_COLOR = rb"\x1b\[[\d;]*m"


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """A row of FORMATS.

    writes   `module:function` of a Writer
    endings  of its files
    begins   a pattern of how each of them begins, colours left out
    """

    writes: str
    endings: tuple[str, ...]
    begins: bytes

    def write(self, verdict: Verdict, rendering: Rendering) -> str:
        """The report in this format; the module of the format is imported now."""
        return cast(Writer, loaded(self.writes))(verdict, rendering)

    def is_report(self, head: bytes) -> bool:
        """Whether a file that begins so is a report of orgcli in this format."""
        return re.match(self.begins, re.sub(_COLOR, b"", head)) is not None

    def is_name(self, file: str) -> bool:
        """Whether the name of a file ends as those of this format do."""
        return file.lower().endswith(self.endings)


_WRITERS = "orgcli.report.writers"
_TEXT, _JSON = (".txt", ".log"), (".json",)
_FINDING = rb"(?:error|warning|info)\[ORG\d+\] "
_COUNT = rb"(?:Found \d|No findings)[^\n]* in [\d,]+ files?\b"
FORMATS: Mapping[str, ReportFormat] = MappingProxyType(
    {
        "concise": ReportFormat(
            f"{_WRITERS}.concise:concise", _TEXT, rb"[^\n]*: " + _FINDING + rb"|" + _COUNT
        ),
        "full": ReportFormat(f"{_WRITERS}.full:full", _TEXT, _FINDING + rb"|" + _COUNT),
        "json": ReportFormat(
            f"{_WRITERS}.json:as_json", _JSON, rb'\{\n  "version": \d+,\n  "findings": \['
        ),
        "github": ReportFormat(
            f"{_WRITERS}.github:github",
            _TEXT,
            rb"::(?:error|warning|notice) (?:file=[^\n]*,|)title=(?:ORG|orgcli)",
        ),
        "gitlab": ReportFormat(
            f"{_WRITERS}.gitlab:gitlab", _JSON, rb'\[\]\n?$|\[\n  \{\n    "description": "ORG\d'
        ),
        "junit": ReportFormat(
            f"{_WRITERS}.junit:junit", (".xml",), rb'<\?xml[^>]*>\n<testsuites name="orgcli '
        ),
        "sarif": ReportFormat(
            f"{_WRITERS}.sarif:sarif",
            (".sarif", ".json"),
            rb'\{\n  "\$schema"[^{]*\{[^{]*\{\s*"driver": \{\s*"name": "orgcli"',
        ),
        "rdjson": ReportFormat(
            f"{_WRITERS}.rdjson:rdjson", _JSON, rb'\{\n  "source": \{\n    "name": "orgcli"'
        ),
        "markdown": ReportFormat(
            f"{_WRITERS}.markdown:markdown", (".md",), rb"### orgcli validate\n"
        ),
    }
)
"""By name, in the order of the help."""
FOR_PEOPLE = ("concise", "full")
"""The formats that people read in a terminal or a log; `--statistics` may stand in their place."""
LINES = (*FOR_PEOPLE, "github")
"""The formats that are lines, and so may follow each other; the others are whole documents."""
UNLISTED: Formats[Writer] = Formats(
    step_log=f"{_WRITERS}.github:step_log", statistics=f"{_WRITERS}.statistics:statistics"
)
"""What `--format` does not take: a step of GitHub Actions and `--statistics` ask for them."""
