"""The questions of an editor, and what each is answered with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcContentModified,
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcServerNotInitialized,
)

from orgcli.cli.lsp.editor_session import EditorSession, TextQuestion
from orgcli.cli.lsp.messages import (
    completion_list,
    edit_messages,
    location,
    position_of,
    range_message,
    symbol,
    workspace_edit,
)
from orgcli.cli.lsp.protocol import WrittenResult
from orgcli.cli.lsp.renaming import REFUSALS, renamed_texts
from orgcli.cli.lsp.server import OrgServer
from orgcli.cli.output import note
from orgcli.editor.completions import completions
from orgcli.editor.cursor import CursorReference, reference_at
from orgcli.editor.field_meaning import Meaning
from orgcli.editor.hover import hover_text
from orgcli.editor.locations import definitions, references
from orgcli.editor.outline import MOST_FOUND, matching
from orgcli.editor.quick_fixes import quick_fixes
from orgcli.editor.text.document_nodes import unquoted
from orgcli.model.appearance import plain
from orgcli.model.findings.finding import Place

P = TypeVar("P")
R = TypeVar("R")
_REFUSED = -32803
"""The code of the protocol for a request that is understood and cannot be met."""


def guarded(
    answer: Callable[[EditorSession, P], Awaitable[R]],
) -> Callable[[OrgServer, P], Awaitable[R]]:
    """The answer of a server that has begun; what nobody has foreseen is a line, no traceback."""

    async def guard(ls: OrgServer, params: P) -> R:
        if ls.session is None:
            raise JsonRpcServerNotInitialized("the server is not initialized")
        try:
            return await answer(ls.session, params)
        except JsonRpcException:
            raise
        except Exception as error:  # noqa: BLE001 (the server goes on)
            note(f"orgcli: {type(error).__name__}: {error}")
            raise JsonRpcInternalError(f"{type(error).__name__}: {error}") from None

    return guard


def _reference(question: TextQuestion | None, position: types.Position) -> CursorReference | None:
    if question is None:
        return None
    offset = question.text.offset(position_of(position))
    return reference_at(question.state.index, question.text.source, offset)


class AtCursor(NamedTuple):
    """What the cursor of an editor is on, in which text."""

    session: EditorSession
    question: TextQuestion
    reference: CursorReference

    @property
    def range(self) -> types.Range:
        """Where the reference is written."""
        return range_message(self.question.text.range(self.reference.start, self.reference.end))

    def locations(self, places: Iterable[Place]) -> list[types.Location]:
        """Places in the project, for the editor."""
        project = self.question.state.index.project
        return [location(place, project, self.session.buffers) for place in places]


def at_cursor(
    answer: Callable[[AtCursor, P], R],
) -> Callable[[EditorSession, P], Awaitable[R | None]]:
    """An answer about what the cursor is on; None where that refers to nothing."""

    async def answer_at_cursor(session: EditorSession, params: Any) -> R | None:
        question = await session.question(params.text_document.uri)
        reference = _reference(question, params.position)
        if question is None or reference is None:
            return None
        return answer(AtCursor(session, question, reference), params)

    return answer_at_cursor


async def complete(
    session: EditorSession, params: types.CompletionParams
) -> types.CompletionList | None:
    """What may be written at the cursor."""
    question = await session.question(params.text_document.uri)
    if question is None:
        return None
    offset = question.text.offset(position_of(params.position))
    proposals = completions(question.state.index, question.text.source, offset)
    return completion_list(proposals, question.text) if proposals is not None else None


@at_cursor
def hover(at: AtCursor, params: types.HoverParams) -> types.Hover | None:
    """The details of the position or the role at the cursor."""
    details = hover_text(at.question.state.index, at.reference, at.question.name)
    if not details:
        return None
    return types.Hover(
        _in_fences(details)
        if at.session.has_markdown
        else types.MarkupContent(types.MarkupKind.PlainText, details),
        at.range,
    )


def _in_fences(text: str) -> types.MarkupContent:
    """Markdown in which nothing of a text is Markdown."""
    fence = "```"
    while fence in text:
        fence += "`"
    return types.MarkupContent(types.MarkupKind.Markdown, f"{fence}text\n{text}\n{fence}")


@at_cursor
def define(at: AtCursor, params: types.DefinitionParams) -> list[types.Location]:
    """Where the position, role or department at the cursor is written."""
    return at.locations(definitions(at.question.state.index, at.reference, at.question.name))


@at_cursor
def refer(at: AtCursor, params: types.ReferenceParams) -> list[types.Location]:
    """Where the id at the cursor is written."""
    declared = params.context.include_declaration
    return at.locations(references(at.question.state.index, at.reference, declared))


def _is_id(question: TextQuestion, reference: CursorReference) -> bool:
    """Whether the id of a position is written there; tables may name the holder instead."""
    scalar = unquoted(question.text.text[reference.start : reference.end].strip())
    is_written = plain(scalar) == plain(reference.value)
    is_position = reference.meaning is Meaning.POSITION
    return is_position and is_written and bool(question.state.index.seats(reference.value))


@at_cursor
def prepare_rename(
    at: AtCursor, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """The id at the cursor, where it is that of a position."""
    if not _is_id(at.question, at.reference):
        return None
    return types.PrepareRenamePlaceholder(at.range, at.reference.value)


async def rename(session: EditorSession, params: types.RenameParams) -> types.WorkspaceEdit:
    """The edits that give the id at the cursor another name, of the texts as they are now."""
    question = await session.current_question(params.text_document.uri)
    if session.schedule.is_behind:
        raise JsonRpcException("the files are still being read", _REFUSED)
    reference = _reference(question, params.position)
    if question is None or reference is None or not _is_id(question, reference):
        raise JsonRpcException("there is no id of a position here", _REFUSED)
    buffers = session.buffers
    versions, unsaved = buffers.versions, buffers.raw
    old = question.state.index.seats(reference.value)[0].id
    try:
        texts = await session.beside(
            lambda: renamed_texts(question.state, unsaved, old, params.new_name)
        )
    except REFUSALS as error:
        help = f" ({error.help})" if error.help else ""
        raise JsonRpcException(f"{error}{help}", _REFUSED) from None
    if buffers.versions != versions:
        raise JsonRpcContentModified("the text has just changed")
    edits = {
        file: edit_messages(text_edits, buffers.text_of(texts.sources[file]))
        for file, text_edits in texts.edits.items()
    }
    return workspace_edit(edits, buffers, session.is_versioned)


async def outline_symbols(
    session: EditorSession, params: types.DocumentSymbolParams
) -> WrittenResult | None:
    """The positions of a file as a tree of reporting lines."""
    question = await session.question(params.text_document.uri)
    if question is None:
        return None
    return WrittenResult(session.outline_of(question.state, question.name))


async def find_symbols(
    session: EditorSession, params: types.WorkspaceSymbolParams
) -> list[types.WorkspaceSymbol]:
    """The positions that a word finds."""
    results = [
        symbol(seat, state.index.project, session.buffers)
        for state in session.states
        for seat in matching(state.index, params.query)
    ]
    return results[:MOST_FOUND]


async def fix(
    session: EditorSession, params: types.CodeActionParams
) -> list[types.CodeAction] | None:
    """Edits that mend or silence the findings at the cursor."""
    question = await session.question(params.text_document.uri)
    if question is None or not question.is_current:
        return None
    text, state = question.text, question.state
    findings = state.findings.get(question.name, ())
    start, end = (text.offset(position_of(at)) for at in (params.range.start, params.range.end))
    return [
        types.CodeAction(
            title=fix.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[
                diagnostic
                for diagnostic in params.context.diagnostics
                if diagnostic.code == fix.finding.code
                and diagnostic.range == range_message(text.range_of(fix.finding.place))
            ],
            is_preferred=fix.is_mending or None,
            edit=workspace_edit(
                {question.name: edit_messages(fix.edits, text)},
                session.buffers,
                session.is_versioned,
            ),
        )
        for fix in quick_fixes(state.index, findings, text.source, start, end)
    ]
