"""`orgcli make`: run the commands that the configuration names, such as the monthly charts."""

from __future__ import annotations

import os
from pathlib import Path

from orgcli.cli.inputs import Inputs, configuration
from orgcli.cli.make.request import MakeRequest
from orgcli.cli.make.targets import ConfiguredTarget, target, unknown_target
from orgcli.cli.options import Given, takes
from orgcli.cli.output import fail, note, write_result
from orgcli.model.text import visible


@takes(MakeRequest)
def make(given: Given) -> None:
    """Make the targets of the configuration.

    \b
    orgcli make                       all of them
    orgcli make board                 one
    orgcli make --list

    A target is a table of orgcli.toml: `[targets.board]` with `command = "chart"` and flags as
    keys. Exit code: the highest of the commands.
    """
    request = given.request(MakeRequest)
    config = configuration(Inputs(config=request.config))
    known = config.settings.targets
    if config.file is None or not known:
        fail("the configuration has no targets", 'write [targets.board] and command = "chart"')
    file = Path(os.path.abspath(config.file))  # noqa: PTH100 (links are not followed)
    if request.list:
        lines = (f"{name}: {table.get('command', '')}" for name, table in known.items())
        write_result("".join(f"{visible(line)}\n" for line in lines), None)
        return
    for name in request.targets:
        if name not in known:
            fail(*unknown_target(name, known, config.file))
    os.chdir(file.parent)
    wanted = request.targets or tuple(known)
    made = [target(name, known[name], Path(file.name), request.overwrite) for name in wanted]
    codes = []
    for one in made:
        note(f"orgcli make: {one.name}")
        codes.append(_code_of(one))
    if highest := max(codes):
        raise SystemExit(highest)


def _code_of(one: ConfiguredTarget) -> int:
    """The exit code of a target, however its command ends."""
    try:
        one.command(**one.values)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    return 0
