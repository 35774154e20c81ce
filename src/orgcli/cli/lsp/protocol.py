"""The protocol of pygls with texts of ours: it cuts lines where editors do, and answers quickly."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from typing import Any, Protocol, cast

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import JsonRPCResponseMessage, LanguageServerProtocol, lsp_method

from orgcli.cli.output import note


class TextKeeper(Protocol):
    """The server, which keeps the texts."""

    def text_opened(self, document: types.TextDocumentItem) -> None:
        """A text is opened."""

    def text_changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """Somebody typed."""

    def text_closed(self, uri: str) -> None:
        """A text is closed."""


@dataclass(frozen=True, slots=True)
class WrittenResult:
    """A result that is JSON already, for there may be very much of it; in ASCII."""

    text: str


class OrgProtocol(LanguageServerProtocol):
    """Texts are kept by the server: pygls ends lines at more characters than editors do."""

    @property
    def _keeper(self) -> TextKeeper:
        return cast(TextKeeper, self._server)

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """A text is opened."""
        self._keeper.text_opened(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Somebody typed."""
        self._keeper.text_changed(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """A text is closed."""
        self._keeper.text_closed(params.text_document.uri)

    def _send_data(self, data: Any) -> None:
        if not (
            isinstance(data, JsonRPCResponseMessage) and isinstance(data.result, WrittenResult)
        ):
            super()._send_data(data)
        elif self.writer is not None:
            start = f'{{"jsonrpc":"{data.jsonrpc}","id":{json.dumps(data.id)},"result":'
            body = f"{start}{data.result.text}}}".encode("ascii")
            self.writer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)


class OneLineLog(logging.Handler):
    """What libraries log becomes a line on stderr, without a traceback."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write the first line of a record, and what went wrong."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, JsonRpcException):  # the editor gets it as an answer
            return
        lines = record.getMessage().splitlines() or [""]
        reason = f": {type(error).__name__}: {error}".splitlines()[0] if error else ""
        note(f"orgcli: {lines[0]}{reason}")
