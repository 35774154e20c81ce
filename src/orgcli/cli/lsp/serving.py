"""Starting the server: what it can do, and its streams, on which nothing but the protocol goes."""

from __future__ import annotations

import gc
import logging
import os
import sys
from typing import Any, BinaryIO

from lsprotocol import types

from orgcli.cli.lsp import answers
from orgcli.cli.lsp.answers import guarded
from orgcli.cli.lsp.protocol import OneLineLog
from orgcli.cli.lsp.request import LspRequest
from orgcli.cli.lsp.server import OrgServer
from orgcli.cli.output import fail, note

_WATCHED = "**/*.{yaml,yml,json,csv,tsv,xlsx,ods,toml}"
_TYPED = [" ", '"', "[", "{"]
"""Characters behind which editors ask for completion by themselves."""
_SWITCH = 0.001
"""Seconds after which the thread that checks lets the one that answers go on."""


def serve(request: LspRequest) -> None:
    """Serve one editor until it goes; leaves with the exit code of the protocol."""
    if sys.stdin is None:
        fail("standard input is closed", "an editor starts this, and speaks to it there")
    server = server_of(request)
    log = OneLineLog(logging.WARNING)
    for name in ("pygls", "asyncio"):
        logging.getLogger(name).addHandler(log)
        logging.getLogger(name).propagate = False
    sys.setswitchinterval(_SWITCH)
    if sys.stdin.isatty():
        note("orgcli: this speaks to an editor, not to people; Ctrl-D ends it")
    gc.freeze()  # what is imported stays
    gc.enable()  # the command line turns it off for runs that end soon
    try:
        server.start_io(sys.stdin.buffer, _only_output())
    except OverflowError:
        note("orgcli: a message is longer than can be read")
        raise SystemExit(2) from None
    raise SystemExit(0 if server.was_shut_down else 1)


def _only_output() -> BinaryIO:
    """Standard output for the protocol alone; whatever else is printed goes to stderr."""
    protocol = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout.flush()
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return protocol


def server_of(request: LspRequest) -> OrgServer:
    """A server with all that it can do."""
    server = OrgServer(request)
    _add_life(server)
    _add_answers(server)
    return server


def _add_life(server: OrgServer) -> None:
    """How a session begins, how it learns of changed files, and how it ends."""

    @server.feature(types.INITIALIZE)
    def initialize(ls: OrgServer, params: types.InitializeParams) -> None:
        ls.begin(params)

    @server.feature(types.INITIALIZED)
    def initialized(ls: OrgServer, params: types.InitializedParams) -> None:
        ls.files_changed()
        _watch(ls)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(ls: OrgServer, params: types.DidSaveTextDocumentParams) -> None:
        ls.files_changed()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed(ls: OrgServer, params: types.DidChangeWatchedFilesParams) -> None:
        ls.files_changed()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def changed_folders(ls: OrgServer, params: types.DidChangeWorkspaceFoldersParams) -> None:
        ls.folders_changed(params.event)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(ls: OrgServer, params: types.DidChangeConfigurationParams) -> None:
        """The server has no settings of its own in editors."""

    @server.feature(types.SHUTDOWN)
    def shutdown(ls: OrgServer, *_: Any) -> None:
        ls.end()


def _watch(ls: OrgServer) -> None:
    """Have the editor report files that change, where it can."""
    workspace = ls.client_capabilities.workspace
    watched = workspace.did_change_watched_files if workspace else None
    if not (watched and watched.dynamic_registration):
        return
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_WATCHED)])
    registration = types.Registration(
        "watched-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options
    )
    ls.client_register_capability(types.RegistrationParams([registration]))


def _add_answers(server: OrgServer) -> None:
    complete = types.CompletionOptions(trigger_characters=_TYPED)
    quick = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_COMPLETION, complete)(guarded(answers.complete))
    server.feature(types.TEXT_DOCUMENT_HOVER)(guarded(answers.hover))
    server.feature(types.TEXT_DOCUMENT_DEFINITION)(guarded(answers.define))
    server.feature(types.TEXT_DOCUMENT_REFERENCES)(guarded(answers.refer))
    server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(guarded(answers.outline_symbols))
    server.feature(types.WORKSPACE_SYMBOL)(guarded(answers.find_symbols))
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, quick)(guarded(answers.fix))
    server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)(guarded(answers.prepare_rename))
    server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))(
        guarded(answers.rename)
    )
