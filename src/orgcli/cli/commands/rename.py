"""`orgcli rename`: the id of a position becomes another one, wherever it is written."""

from __future__ import annotations

from orgcli.cli.edit.edit_run import run_edit
from orgcli.cli.edit.request import EditRequest, words_flag
from orgcli.cli.inputs import Inputs
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import fail
from orgcli.model.organisation.plan import RenameStep

_WORDS = words_flag("POSITION NEW [PATHS]", "Id, holder or title of a position, and its new id")


@takes(EditRequest, Inputs, words=_WORDS)
def rename(arguments: Arguments) -> None:
    """Rename the id of a position wherever it is written.

    \b
    orgcli rename cso chief-sales-officer

    Managers, dotted lines and heads of departments follow; `renamed` in the configuration, where
    there is one, tells `orgcli diff` of it.
    """
    words = arguments.request(Inputs).paths
    if len(words) < 2:
        fail("there is no new id", "write `orgcli rename POSITION NEW`")
    word, new, *paths = words
    step = RenameStep(rename=word, to=new)
    run_edit(step, arguments, paths)
