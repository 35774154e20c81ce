"""`orgcli lsp`: a language server, which editors start and speak to over its standard streams."""

from __future__ import annotations

from importlib.util import find_spec

from orgcli.cli.lsp.request import LspRequest
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import fail


@takes(LspRequest)
def lsp(arguments: Arguments) -> None:
    """Serve an editor: findings as you type, completion, hover, definitions, rename.

    \b
    orgcli lsp                        editors start it: see docs/editors.md

    Exit codes: 0 after `shutdown` and `exit`; 1 if the editor goes without them; 2 if orgcli could
    not run.
    """
    if find_spec("pygls") is None:
        fail(
            "the language server needs pygls, which is not installed",
            "install it: pip install 'orgcli[lsp]'",
        )
    from orgcli.cli.lsp.serving import serve  # pygls is imported there

    serve(arguments.request(LspRequest))
