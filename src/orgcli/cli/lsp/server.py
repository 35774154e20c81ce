"""The server: the messages of an editor, and what follows from them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from orgcli import __version__
from orgcli.cli.lsp.editor_session import EditorSession
from orgcli.cli.lsp.messages import changes_of
from orgcli.cli.lsp.project_reading import ProjectReader
from orgcli.cli.lsp.protocol import OrgProtocol
from orgcli.cli.lsp.request import LspRequest
from orgcli.cli.lsp.text_buffers import TextBuffers, path_of
from orgcli.cli.output import note
from orgcli.language.tags import from_environment, tag
from orgcli.read.config import ConfigError, find_config
from orgcli.read.syntax.paths import resolved


class OrgServer(LanguageServer):
    """A language server for organisations and roles.

    was_shut_down  whether the editor asked it to end
    """

    def __init__(self, request: LspRequest) -> None:
        super().__init__("orgcli", __version__, protocol_cls=OrgProtocol)
        self._request = request
        self._session: EditorSession | None = None
        self.was_shut_down = False

    @property
    def session(self) -> EditorSession | None:
        """The editor; None before its first message."""
        return self._session

    def begin(self, params: types.InitializeParams) -> None:
        """The first message: what the editor can do, and which folders it works in."""
        workspace_folders = [*_folders(params)]
        if workspace_folders:
            try:
                os.chdir(workspace_folders[0])
            except OSError as error:
                note(f"orgcli: cannot work in `{workspace_folders[0]}`: {error.strerror}")
        folders = [resolved(folder) for folder in workspace_folders]
        unit = self.workspace.position_codec.encoding
        buffers = TextBuffers(
            str(getattr(unit, "value", unit)), workspace_folders[0] if workspace_folders else None
        )
        language = self._language(params.locale)
        named_config = self._request.config or os.environ.get("ORGCLI_CONFIG")
        reader = ProjectReader(folders, language, named_config)
        self._session = EditorSession(buffers, reader, self._publish)
        workspace, text = params.capabilities.workspace, params.capabilities.text_document
        edits = workspace.workspace_edit if workspace else None
        self._session.is_versioned = bool(edits and edits.document_changes)
        formats = text.hover.content_format if text and text.hover else None
        self._session.has_markdown = not formats or types.MarkupKind.Markdown in formats

    def _work_in(self, uri: str) -> None:
        """The folder of the first text is the workspace, where the editor has named none."""
        path = path_of(uri)
        if self._session is not None and path is not None and path.parent.is_dir():
            os.chdir(path.parent)
            self._session.reader.folders = [path.parent]
            self._session.schedule.request(None, 0)

    def _language(self, locale: str | None) -> str:
        """That of the flag, else of the configuration, the editor, the environment."""
        configured = None
        try:
            configured = find_config(Path()).settings.language
        except ConfigError:
            pass  # it is reported where the configuration is read
        for word in (self._request.lang, configured, locale):
            if word and (language := tag(word)):
                return language
        return from_environment(os.environ)

    def _publish(
        self, uri: str, version: int | None, diagnostics: Sequence[types.Diagnostic]
    ) -> None:
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, version=version, diagnostics=list(diagnostics))
        )

    def text_opened(self, document: types.TextDocumentItem) -> None:
        """A text is opened: it counts in the place of its file."""
        if self._session is None:
            return
        if not self._session.reader.folders:
            self._work_in(document.uri)
        if path := self._session.buffers.open(document.uri, document.version, document.text):
            self._session.schedule.request(path, 0)

    def text_changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """Somebody typed."""
        if self._session is None:
            return
        document, changes = params.text_document, list(changes_of(params.content_changes))
        if path := self._session.buffers.change(document.uri, document.version, changes):
            self._session.schedule.request(path)

    def text_closed(self, uri: str) -> None:
        """A text is closed: its file counts again."""
        if self._session is not None and (path := self._session.buffers.close(uri)):
            self._session.schedule.request(path)

    def files_changed(self) -> None:
        """Files were saved, or changed by something else."""
        if self._session is not None:
            self._session.schedule.request(None)

    def folders_changed(self, event: types.WorkspaceFoldersChangeEvent) -> None:
        """Folders of the workspace come and go; the current one stays."""
        if self._session is None:
            return
        removed = {path_of(folder.uri) for folder in event.removed}
        added = [path for folder in event.added if (path := path_of(folder.uri)) and path.is_dir()]
        stay = [folder for folder in self._session.reader.folders if folder not in removed]
        self._session.reader.folders = list(dict.fromkeys([*stay, *added]))
        self._session.schedule.request(None)

    def end(self) -> None:
        """Nothing is checked any more."""
        self.was_shut_down = True
        if self._session is not None:
            self._session.stop()

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """What the editor sent wrong is a line on stderr, and no window that opens in its face."""
        if source.__name__ != "FeatureRequestError":
            reason = str(error).splitlines()[:1] or [type(error).__name__]
            note(f"orgcli: a message that cannot be understood: {reason[0]}")


def _folder(uri: str) -> Path | None:
    path = to_fs_path(uri)
    return Path(path) if path and "\0" not in path else None


def _folders(params: types.InitializeParams) -> list[Path]:
    """The folders of the workspace as the editor names them, those that are there."""
    uris = [folder.uri for folder in params.workspace_folders or ()]
    if not uris and params.root_uri:
        uris = [params.root_uri]
    folders = [folder for uri in uris if (folder := _folder(uri))]
    if not folders and params.root_path:
        folders = [Path(params.root_path)]
    return [folder for folder in folders if folder.is_dir()]
