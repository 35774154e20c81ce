"""Values of ours as the messages of the protocol have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lsprotocol import types

from orgcli.cli.lsp.text_buffers import TextBuffers
from orgcli.editor.completions import Proposal, ProposalKind, Proposals
from orgcli.editor.outline import SeatOutline
from orgcli.editor.text.editor_text import EditorText, TextChange, TextPosition, TextRange
from orgcli.mend.edits import Edit
from orgcli.model.findings.finding import Finding, Level, Place
from orgcli.model.project import Project
from orgcli.model.source.source import Source
from orgcli.model.text import visible

MOST_FINDINGS = 1000
"""Findings of one file that are sent."""

_SEVERITIES = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.INFO: types.DiagnosticSeverity.Information,
}
_KINDS = {
    ProposalKind.POSITION: types.CompletionItemKind.Reference,
    ProposalKind.ROLE: types.CompletionItemKind.Class,
    ProposalKind.DEPARTMENT: types.CompletionItemKind.Module,
    ProposalKind.CHOICE: types.CompletionItemKind.EnumMember,
    ProposalKind.FIELD: types.CompletionItemKind.Property,
}
Json = dict[str, Any]


def changes_of(changes: Iterable[types.TextDocumentContentChangeEvent]) -> Iterator[TextChange]:
    """What somebody typed."""
    for change in changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            start, end = position_of(change.range.start), position_of(change.range.end)
            yield TextChange(change.text, TextRange(start, end))
        else:
            yield TextChange(change.text)


def position_of(position: types.Position) -> TextPosition:
    """A position that the editor names."""
    return TextPosition(position.line, position.character)


def range_message(range: TextRange) -> types.Range:
    """A range for the editor."""
    return types.Range(
        types.Position(range.start.line, range.start.character),
        types.Position(range.end.line, range.end.character),
    )


def location(place: Place, project: Project, buffers: TextBuffers) -> types.Location:
    """Where something is, for the editor."""
    text = _text_at(place, project, buffers)
    return types.Location(buffers.uri_of(place.file), range_message(text.range_of(place)))


def _text_at(place: Place, project: Project, buffers: TextBuffers) -> EditorText:
    return buffers.text_of(project.sources.get(place.file) or Source(place.file, ""))


def diagnostics(
    findings: Sequence[Finding], project: Project, buffers: TextBuffers
) -> list[types.Diagnostic]:
    """The findings of one file, for the editor; of very many, the first."""
    if not findings:
        return []
    text = _text_at(findings[0].place, project, buffers)
    return [
        types.Diagnostic(
            range=range_message(text.range_of(finding.place)),
            message=visible(finding.message)
            + (f"\nhelp: {visible(finding.help)}" if finding.help else ""),
            severity=_SEVERITIES[finding.level],
            code=finding.code or None,
            source="orgcli",
            related_information=[
                types.DiagnosticRelatedInformation(
                    location(related.place, project, buffers), visible(related.message)
                )
                for related in finding.related
            ]
            or None,
        )
        for finding in findings[:MOST_FINDINGS]
    ]


def completion_list(proposals: Proposals, text: EditorText) -> types.CompletionList:
    """What may be written, for the editor."""
    range = range_message(text.range(proposals.start, proposals.end))
    items = [_item(number, proposal, range) for number, proposal in enumerate(proposals.proposals)]
    return types.CompletionList(is_incomplete=not proposals.is_whole, items=items)


def _item(number: int, proposal: Proposal, range: types.Range) -> types.CompletionItem:
    is_field = proposal.kind is ProposalKind.FIELD
    return types.CompletionItem(
        label=proposal.label,
        kind=_KINDS[proposal.kind],
        detail=None if is_field else proposal.detail or None,
        documentation=proposal.detail if is_field else None,
        sort_text=f"{number:05}",
        filter_text=proposal.filter,
        text_edit=types.TextEdit(range, proposal.text),
    )


def edit_messages(edits: Iterable[Edit], text: EditorText) -> list[types.TextEdit]:
    """Edits of one text, for the editor."""
    return [
        types.TextEdit(range_message(text.range(edit.start, edit.end)), edit.text) for edit in edits
    ]


def workspace_edit(
    edits: Mapping[str, Sequence[types.TextEdit]], buffers: TextBuffers, is_versioned: bool
) -> types.WorkspaceEdit:
    """Edits of several files, for the editor, by the names that messages have for the files.

    is_versioned  whether the editor understands for which version of a text each is
    """
    edits_by_uri = {buffers.uri_of(file): list(text_edits) for file, text_edits in edits.items()}
    if not is_versioned:
        return types.WorkspaceEdit(changes=edits_by_uri)
    changes: list[Any] = []
    for uri, text_edits in edits_by_uri.items():
        buffer = buffers.of(uri)
        text = types.OptionalVersionedTextDocumentIdentifier(
            uri=uri, version=buffer.version if buffer is not None else None
        )
        changes.append(types.TextDocumentEdit(text, text_edits))
    return types.WorkspaceEdit(document_changes=changes)


def symbols(entries: Sequence[SeatOutline], text: EditorText) -> list[Json]:
    """The outline of a file as plain values: there may be very many."""
    roots: list[Json] = []
    waiting: list[tuple[SeatOutline, list[Json]]] = [(entry, roots) for entry in entries]
    for entry, siblings in waiting:
        range = text.range_of(entry.place)
        entry_range = text.range(*entry.extent) if entry.extent else range
        below: list[Json] = []
        siblings.append(
            {
                "name": entry.name,
                "detail": entry.detail,
                "kind": types.SymbolKind.Class.value,
                "range": _plain_range(_around(entry_range, range)),
                "selectionRange": _plain_range(range),
                "children": below,
            }
        )
        waiting.extend((report, below) for report in entry.reports)
    return roots


def _around(text_range: TextRange, inner: TextRange) -> TextRange:
    """A range with another one in it."""
    return TextRange(min(text_range.start, inner.start), max(text_range.end, inner.end))


def symbol(outline: SeatOutline, project: Project, buffers: TextBuffers) -> types.WorkspaceSymbol:
    """A position that a word found."""
    return types.WorkspaceSymbol(
        location=location(outline.place, project, buffers),
        name=outline.name,
        kind=types.SymbolKind.Class,
        container_name=outline.detail or None,
    )


def _plain_range(range: TextRange) -> Json:
    return {
        "start": {"line": range.start.line, "character": range.start.character},
        "end": {"line": range.end.line, "character": range.end.character},
    }
