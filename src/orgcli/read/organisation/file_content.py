"""One file becomes what it says it is, by the ending of its name and its first key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.findings.suppression import MARK, Suppression
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.request.flag import loaded
from orgcli.model.source.notation import (
    JSON_SUFFIX,
    TABLE_SUFFIXES,
    YAML_SUFFIXES,
    Notation,
    notation,
)
from orgcli.model.source.source import Source
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.formats import document_format, entries_in, text_format
from orgcli.read.organisation.first_keys import (
    FIRST_KEYS,
    PLAN,
    TRANSLATION,
    has_children,
    is_misspelt,
    is_nearly_ours,
    is_ours,
)
from orgcli.read.organisation.organisation_file import KEYS, OrganisationFile, read_organisation
from orgcli.read.organograms.row_ids import NumberedIds
from orgcli.read.roles.builtin_roles import ADVICE, LIBRARY, YARDSTICKS
from orgcli.read.syntax.decoding import MAX_BYTES, decode, decode_export, is_packed, too_many_bytes
from orgcli.read.syntax.document import Document
from orgcli.read.syntax.mistakes.merge_conflicts import merge_conflict

# What only some files need is imported where it is needed: tables, roles, JSON, comments.
if TYPE_CHECKING:
    from orgcli.model.organisation.plan import PlanFile
    from orgcli.model.roles.library import LibraryFile
    from orgcli.model.roles.role import RoleFile
    from orgcli.model.roles.translation import TranslationFile
    from orgcli.model.roles.yardsticks import YardsticksFile
    from orgcli.read.tables.files.heading_row import TableKind

_MARK_OF_STREAM = re.compile(r"\n(?:---(?=\s)|[ \t\r]*[{\[])")
_READ_SUFFIXES = (*YAML_SUFFIXES, *TABLE_SUFFIXES, JSON_SUFFIX)
_OF_KEYS = {
    PLAN: ("plan", "orgcli.read.plans.plan_file:plan_from"),
    "role": ("role", "orgcli.read.roles.role_file:role_from"),
    LIBRARY: ("library", "orgcli.read.roles.role_file:library_from"),
    YARDSTICKS: ("yardsticks", "orgcli.read.roles.yardsticks:yardsticks_from"),
    TRANSLATION: ("translation", "orgcli.read.roles.translations:translation_from"),
}
"""First key -> field of FileContent, and `module:function` that gives it of a document."""


@dataclass(frozen=True, slots=True)
class FileContent:
    """What one file turned out to be: one of the kinds below, or none of them."""

    path: str
    source: Source | None = None
    organisation: OrganisationFile | None = None
    table: Entries | None = None
    role: RoleFile | None = None
    library: LibraryFile | None = None
    translation: TranslationFile | None = None
    yardsticks: YardsticksFile | None = None
    plan: PlanFile | None = None
    findings: Sequence[Finding] = ()
    broken: bool = False
    comments: Sequence[Suppression] = ()

    @property
    def name(self) -> str | None:
        """The name of the organisation that it says it is of."""
        if self.table is not None:
            return self.table.title
        return self.organisation.name if self.organisation else None

    @property
    def entries(self) -> Entries | None:
        """The entries of positions in it, if it can have any."""
        return self.table or (self.organisation.entries if self.organisation else None)


def content_of(name: str, raw: bytes, options: TableOptions, ids: NumberedIds) -> FileContent:
    """What a file with some bytes is.

    name  what messages call it; its ending says the format
    ids   those of the organograms read before
    """
    suffix = Path(name).suffix.lower()
    is_ours = suffix in YAML_SUFFIXES
    is_organogram = bool(options.source) and not is_ours
    if is_packed(raw):
        return _spreadsheet(name, raw, options, ids if is_organogram else None)
    decoded = decode(name, raw) if is_ours else decode_export(name, raw, options.encoding)
    if isinstance(decoded, Finding):
        return _broken(name, decoded)
    source, findings = decoded if isinstance(decoded, tuple) else (decoded, [])
    if not source.text or source.text.isspace():  # sooner than strip(), which copies the text
        return _unrecognised(
            source, "the file is empty", source.place(0, 0), _BEGINNINGS.get(suffix)
        )
    if (conflict := merge_conflict(source)) is not None:
        return _broken(name, conflict, source)
    if notation(source) is Notation.TABLE:
        if not (findings or options.encoding):  # it is UTF-8
            source.keep(raw)
        raw = b""  # a large table need not be held twice
    content = _csv(source, options, ids) if is_organogram else _table(source, options)
    if content is None and (findings or options.encoding) and notation(source) is Notation.YAML:
        wrong = decode(name, raw)  # a file of our own is UTF-8 and nothing else
        if isinstance(wrong, Finding):
            return _broken(name, wrong)
    content = content or _structured(source, raw, options)
    return replace(content, findings=[*findings, *content.findings]) if findings else content


def _table(source: Source, options: TableOptions) -> FileContent | None:
    """A file in a format of its own, of another program, or in CSV; None for JSON and YAML."""
    if (format := text_format(source)) is not None:
        return _of_format(source, entries_in(format, source, options))
    if (foreign := _foreign_text(source)) is not None:
        return foreign
    return _csv(source, options) if notation(source) is Notation.TABLE else None


def _csv(source: Source, options: TableOptions, ids: NumberedIds | None = None) -> FileContent:
    """A table in CSV; with ids, one with the posts of an organogram."""
    from orgcli.read.tables.files.csv import csv_entries

    return FileContent(source.path, source, table=csv_entries(source, options, _kind(options, ids)))


def _spreadsheet(
    name: str, raw: bytes, options: TableOptions, ids: NumberedIds | None
) -> FileContent:
    """A workbook; with ids, one with the posts of an organogram."""
    if len(raw) > MAX_BYTES:
        return _broken(name, too_many_bytes(name, len(raw)))
    from orgcli.read.tables.files.spreadsheet import spreadsheet_entries

    table = spreadsheet_entries(name, raw, options, _kind(options, ids))
    if isinstance(table, Finding):
        return _broken(name, table)
    return FileContent(name, table=table)


def _kind(options: TableOptions, ids: NumberedIds | None) -> TableKind:
    from orgcli.read.tables.files.heading_row import PEOPLE

    if ids is None:
        return PEOPLE
    from orgcli.read.organograms.organogram import organogram_kind

    return organogram_kind(options, ids)


def _of_format(source: Source, read: Entries | OrganisationFile) -> FileContent:
    """The content of a file in one of the other formats."""
    if isinstance(read, OrganisationFile):
        return FileContent(source.path, source, organisation=read, findings=read.findings)
    return FileContent(source.path, source, table=read)


def _structured(source: Source, raw: bytes, options: TableOptions) -> FileContent:
    """A file in YAML or JSON."""
    from orgcli.read.syntax.parsing import parse

    document, findings = parse(source, raw)
    if document is None:
        stream, stream_findings = _stream(source)
        document, findings = (stream, stream_findings) if stream else (None, findings)
    if document is None:
        if findings:
            return FileContent(source.path, source, findings=findings, broken=True)
        return _unrecognised(source, "there is nothing but comments", source.place(0, 0))
    content = _by_first_key(source, document, options)
    if findings and content.plan is not None:  # such as a key that stands twice
        content = replace(content, plan=replace(content.plan, complete=False))
    comments: Sequence[Suppression] = ()
    if MARK in source.text:
        from orgcli.read.syntax.suppression_comments import suppressions_in

        comments = suppressions_in(document)
    return replace(content, findings=[*findings, *content.findings], comments=comments)


def _stream(source: Source) -> tuple[Document | None, list[Finding]]:
    """The documents of a file that holds several, none of them ours: those are files of one."""
    if not _MARK_OF_STREAM.search(source.text):
        return None, []
    from orgcli.read.syntax.streams import stream_in

    stream, findings = stream_in(source)
    if stream is None or not isinstance(stream.root, list):
        return None, []
    is_json = notation(source) is Notation.JSON
    ours = KEYS if is_json else frozenset(FIRST_KEYS) - {"id"}  # records begin with ids as well
    firsts = [next(iter(record), "") for record in stream.root if isinstance(record, dict)]
    if any(first in ours or is_misspelt(first) for first in firsts):
        return None, []
    return stream, findings


def _foreign_text(source: Source) -> FileContent | None:
    """ORG007 for a text of another program that nobody would mean as an organisation."""
    if (
        source.text[:1] not in "<{B%-# \n\t\riIcC"
        and PurePath(source.path).suffix in _READ_SUFFIXES
    ):
        return None  # most files
    from orgcli.read.organisation.foreign_files import foreign_text

    foreign = foreign_text(source)
    if foreign is None:
        return None
    what, help = foreign
    return _unrecognised(source, f"this seems to be {what}", source.place(0, 0), help)


def _by_first_key(source: Source, document: Document, options: TableOptions) -> FileContent:
    root, content = document.root, FileContent(source.path, source)
    if not is_ours(root) and (format := document_format(document)) is not None:
        return _of_format(source, entries_in(format, document, options))
    if isinstance(root, list):
        from orgcli.read.organisation.foreign_files import foreign_mapping
        from orgcli.read.tables.files.records import record_entries

        head = root[0] if document.is_stream else None
        if isinstance(head, dict) and (kind := foreign_mapping(head)) is not None:
            return _unrecognised(source, f"this seems to be {kind[0]}", document.place(1), kind[1])
        return replace(content, table=record_entries(document, options))
    if not isinstance(root, dict) or not root:
        place = document.place(0) if document.starts else source.place(0, 0)
        return _unrecognised(source, "the file holds no mapping", place)
    if not is_ours(root):
        return _of_others(source, document, options)
    first = next(iter(root))
    if first in KEYS or first == "id":
        organisation = read_organisation(document)
        return replace(content, organisation=organisation, findings=organisation.findings)
    if first == ADVICE or (first == TRANSLATION and root[first] == ADVICE):
        return content  # read by `advise`, which says what is wrong with it
    field, read = _OF_KEYS[first]
    value, findings = loaded(read)(document)
    return replace(content, **{field: value}, findings=findings)


def _of_others(source: Source, document: Document, options: TableOptions) -> FileContent:
    """A mapping of another program: records of people, else ORG007 with what it seems to be."""
    from orgcli.read.organisation.foreign_files import foreign_mapping
    from orgcli.read.tables.files.records import holds_records, record_entries

    root = document.mapping
    first = next(iter(root))
    plain = ("id", "role") if has_children(root) else ("id",)
    likely = next((key for key in root if key in FIRST_KEYS and key not in plain), None)
    foreign = None if likely else foreign_mapping(root)
    if foreign is None and not is_nearly_ours(root) and holds_records(document):
        return FileContent(source.path, source, table=record_entries(document, options))
    message = f"the first key is `{first}`, so this is neither an organisation nor a role"
    near = nearest_words(first, FIRST_KEYS)
    help = did_you_mean(near, f"put `{likely}` first" if likely else "")
    if foreign is not None:
        what, help = foreign
        message = f"this seems to be {what}: {message}"
    return _unrecognised(source, message, document.key_place(0, first), help)


_BEGINNINGS = {
    **dict.fromkeys(
        TABLE_SUFFIXES,
        "write a line of headings, such as id,title,holder,reports_to, and a row for each",
    ),
    JSON_SUFFIX: 'write a list of records: [{"id": "ceo", "title": "Chief Executive Officer"}]',
}
"""How a file may begin, for one that is empty."""


def _unrecognised(
    source: Source, message: str, place: Place, help: str | None = None
) -> FileContent:
    help = help or "begin with `organisation:` or `role:`"
    return FileContent(source.path, source, findings=[Finding("ORG007", message, place, help=help)])


def _broken(name: str, finding: Finding, source: Source | None = None) -> FileContent:
    return FileContent(name, source, findings=[finding], broken=True)
