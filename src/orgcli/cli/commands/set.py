"""`orgcli set`: fields of a position get other values."""

from __future__ import annotations

from orgcli.cli.edit.edit_run import run_edit
from orgcli.cli.edit.request import EditRequest, words_flag
from orgcli.cli.inputs import Inputs
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import fail
from orgcli.model.organisation.plan import SetStep
from orgcli.model.organisation.position import ATTRIBUTE
from orgcli.plans.seat_changes import CONTACT

_WORDS = words_flag(
    "POSITION FIELD=VALUE... [PATHS]",
    "Id, holder or title of a position, and fields with their values",
)


@takes(EditRequest, Inputs, words=_WORDS)
def set(arguments: Arguments) -> None:
    """Set fields of a position; an empty value takes a field out.

    \b
    orgcli set cro title="Chief Revenue Officer" level=2
    orgcli set ae-3 location= status=planned start=2027-03-01
    orgcli set cro contact.email=ada@example.org attributes.cost=120

    The files stay as they are but for the lines that change.
    """
    word, *others = arguments.request(Inputs).paths
    values: dict[str, str | None] = {}
    paths: list[str] = []
    for argument in others:
        name, equals, value = argument.partition("=")
        if equals and (name.isidentifier() or name.startswith((ATTRIBUTE, CONTACT))):
            values[name] = value
        else:
            paths.append(argument)
    if not values:
        fail("no field is set", f"write `orgcli set {word} title=...`")
    step = SetStep(set=word, fields=values)
    run_edit(step, arguments, paths)
