"""Which files a target may replace, and the mark by which it knows its own again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from orgcli.report.formats import FORMATS as REPORT_FORMATS

_HEAD = 4096
"""Bytes in which a mark is looked for."""
_WORDS = b"Written by orgcli make: changes here are lost."
_YAML_COMMENT = b"# " + _WORDS + b"\n"
_HTML_COMMENT = b"<!-- " + _WORDS + b" -->\n\n"
_FRONT_MATTER = b"---\n"
_YAML = (".yaml", ".yml")
_MARKDOWN = (".md",)
_TABLES = (".csv", ".tsv")
_OTHER_MARKS = ((".docx", rb"\APK\x03\x04"), (".md", rb"\A<!-- orgcli diff -->"))


@cache
def _marks() -> Sequence[tuple[str, bytes]]:
    """The endings of files, and how those begin that orgcli wrote; of others nothing is known."""
    from orgcli.chart.formats import FORMATS as CHART_FORMATS  # `make --list` needs no chart
    from orgcli.exchange.formats import FORMATS as EXPORT_FORMATS

    charts = ((end, row.mark) for row in CHART_FORMATS.values() for end in row.endings)
    exports = ((end, row.mark) for row in EXPORT_FORMATS.values() for end in row.endings)
    return [*((end, mark) for end, mark in (*charts, *exports) if mark), *_OTHER_MARKS]


def marked(path: Path, raw: bytes) -> bytes:
    """The result with the mark as a comment, where its format has comments and it has no mark.

    In Markdown that begins with front matter, the mark is a comment of that.
    """
    suffix = path.suffix.lower()
    if suffix in _YAML:
        return raw if raw.startswith(_YAML_COMMENT) else _YAML_COMMENT + raw
    if suffix not in _MARKDOWN or is_own(path, raw[:_HEAD]):
        return raw
    if raw.startswith(_FRONT_MATTER):
        return _FRONT_MATTER + _YAML_COMMENT + raw[len(_FRONT_MATTER) :]
    return _HTML_COMMENT + raw


def is_own(path: Path, head: bytes) -> bool:
    """Whether a file that begins so shows that orgcli wrote it, and that nobody edits it."""
    suffix = path.suffix.lower()
    if suffix in _YAML or suffix in _MARKDOWN:
        if head.removeprefix(_FRONT_MATTER).startswith((_YAML_COMMENT, _HTML_COMMENT)):
            return True
    name = path.name.lower()
    if any(name.endswith(ending) and re.search(mark, head) for ending, mark in _marks()):
        return True
    return any(row.is_name(name) and row.is_report(head) for row in REPORT_FORMATS.values())


def may_replace(path: Path, result: bytes) -> bool:
    """Whether a result may stand in the place of the file that is there.

    It is one that orgcli wrote, or a table with the same headings.
    """
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if not head or is_own(path, head):
        return True
    headings = head.partition(b"\n")[0]
    return path.suffix.lower() in _TABLES and headings == result[:_HEAD].partition(b"\n")[0]


def is_same(path: Path, result: bytes) -> bool:
    """Whether a file holds a result already."""
    return path.stat().st_size == len(result) and path.read_bytes() == result
