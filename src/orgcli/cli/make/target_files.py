"""Which files a target may replace, and the mark by which it knows its own again."""

from __future__ import annotations

import re
from pathlib import Path

from orgcli.report.files import FILES, ends_as, is_report

_HEAD = 4096
"""Bytes in which a mark is looked for."""
_WORDS = b"Written by orgcli make: changes here are lost."
_YAML_COMMENT = b"# " + _WORDS + b"\n"
_HTML_COMMENT = b"<!-- " + _WORDS + b" -->\n\n"
_FRONT_MATTER = b"---\n"
_YAML = (".yaml", ".yml")
_MARKDOWN = (".md",)
_TABLES = (".csv", ".tsv")
_ZIP = rb"\APK\x03\x04"
_MARKS = {
    ".svg": rb"<svg\b", ".png": rb"\A\x89PNG", ".pdf": rb"\A%PDF-", ".html": rb"\A<!DOCTYPE html>",
    ".xlsx": _ZIP, ".pptx": _ZIP, ".docx": _ZIP, ".dot": rb"\Adigraph orgchart ",
    ".mmd": rb"(?m)^flowchart ", ".puml": rb"\A@startwbs", ".drawio": rb'\A<mxfile host="orgcli">',
    ".json": rb'\A\{\s*"version": 1\b', ".jsonl": rb'\A\{"id": ', ".csv": rb"\A'?id,title,",
    ".tsv": rb"\A'?id\ttitle\t", ".vcf": rb"\ABEGIN:VCARD", ".ldif": rb"\Aversion: 1\n\ndn: o=",
    ".md": rb"\A<!-- orgcli diff -->",
}  # fmt: skip
"""How files begin that orgcli wrote; of other endings nothing is known."""


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
    mark = _MARKS.get(suffix)
    if mark is not None and re.search(mark, head):
        return True
    return any(ends_as(format, path.name) and is_report(format, head) for format in FILES)


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
