"""`orgcli make`: run the commands that the configuration names, such as the monthly charts."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from orgcli.cli.files.replacement import judging
from orgcli.cli.inputs import Inputs, configuration
from orgcli.cli.make.request import MakeRequest
from orgcli.cli.make.target_files import is_same, marked, may_replace
from orgcli.cli.make.targets import ConfiguredTarget, target, unknown_target
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import fail, note, write_result
from orgcli.model.text import visible


@takes(MakeRequest)
def make(arguments: Arguments) -> None:
    """Make the targets of the configuration.

    \b
    orgcli make                       all of them
    orgcli make board                 one
    orgcli make --list

    A target is a table of orgcli.toml: `[targets.board]` with `command = "chart"` and flags as
    keys. Exit code: the highest of the commands.
    """
    request = arguments.request(MakeRequest)
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
    names = request.targets or tuple(known)
    targets = [target(name, known[name], Path(file.name)) for name in names]
    codes = []
    for configured in targets:
        note(f"orgcli make: {configured.name}")
        with judging(partial(_judgement, configured, request.overwrite)):
            codes.append(_code_of(configured))
    if highest := max(codes):
        raise SystemExit(highest)


def _judgement(
    configured: ConfiguredTarget, overwrite: bool, path: Path, result: bytes
) -> bytes | None:
    """What a target writes to a file, None for what it holds already.

    Leaves with exit code 2 for a file of which nothing shows that orgcli wrote it.
    overwrite  whether such a file is replaced
    """
    result = marked(path, result)
    try:
        if not path.is_file():
            return result
        if is_same(path, result):
            return None
        is_foreign = not (overwrite or may_replace(path, result))
    except OSError as error:
        fail(f"cannot write `{path}`: {error.strerror or error}")
    if is_foreign:
        fail(
            f"{configured.where}: nothing shows that orgcli wrote `{path}`",
            f"delete it, or replace it once with `orgcli make {configured.name} --overwrite`",
        )
    return result


def _code_of(configured: ConfiguredTarget) -> int:
    """The exit code of a target, however its command ends."""
    try:
        configured.command(**configured.values)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    return 0
