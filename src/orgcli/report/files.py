"""Reports as files: what their names end in, and how a report of orgcli begins."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_FINDING = rb"(?:error|warning|info)\[ORG\d+\] "
_COUNT = rb"(?:Found \d|No findings)[^\n]* in [\d,]+ files?\b"
_COLOR = re.compile(rb"\x1b\[[\d;]*m")
_TEXT = (".txt", ".log")
_JSON = (".json",)


@dataclass(frozen=True, slots=True)
class ReportFile:
    """The files of one format.

    endings  of their names
    begins   a pattern of how each of them begins
    """

    endings: tuple[str, ...]
    begins: bytes


FILES: Mapping[str, ReportFile] = MappingProxyType(
    {
        "concise": ReportFile(_TEXT, rb"[^\n]*: " + _FINDING + rb"|" + _COUNT),
        "full": ReportFile(_TEXT, _FINDING + rb"|" + _COUNT),
        "json": ReportFile(_JSON, rb'\{\n  "version": \d+,\n  "findings": \['),
        "github": ReportFile(
            _TEXT, rb"::(?:error|warning|notice) (?:file=[^\n]*,|)title=(?:ORG|orgcli)"
        ),
        "gitlab": ReportFile(_JSON, rb'\[\]\n?$|\[\n  \{\n    "description": "ORG\d'),
        "junit": ReportFile((".xml",), rb'<\?xml[^>]*>\n<testsuites name="orgcli '),
        "sarif": ReportFile(
            (".sarif", ".json"),
            rb'\{\n  "\$schema"[^{]*\{[^{]*\{\s*"driver": \{\s*"name": "orgcli"',
        ),
        "rdjson": ReportFile(_JSON, rb'\{\n  "source": \{\n    "name": "orgcli"'),
        "markdown": ReportFile((".md",), rb"### orgcli validate\n"),
    }
)
"""By the name of the format, a row for each of FORMATS."""


def is_report(format: str, head: bytes) -> bool:
    """Whether a file that begins so is a report of orgcli in a format."""
    return re.match(FILES[format].begins, _COLOR.sub(b"", head)) is not None


def ends_as(format: str, file: str) -> bool:
    """Whether the name of a file ends as those of a format do."""
    return file.lower().endswith(FILES[format].endings)
