"""`orgcli role new`: the file that a role of one's own begins with."""

from __future__ import annotations

from pathlib import Path

from orgcli.cli.language import Speech
from orgcli.cli.output import note, write_result
from orgcli.read.roles.builtin_roles import NOT_ROLES, role_ids
from orgcli.scaffold.role_file import is_role_id, nearest_id, schema_near, starter, title_of

NEW = "new"


def write_new_role(words: list[str], title: str | None, output: str | None, spoken: Speech) -> None:
    """Write the file of a new role, or say what stands in the way of it."""
    if title is not None and not title.strip():
        spoken.fail(spoken.words.roles.empty_title)
    name = _new_id(words, spoken)
    builtin = spoken.roles(translated=False).by_id(name) if name in role_ids() else None
    named = title or (builtin and builtin.title) or title_of(name)
    if output == "-":
        write_result(starter(name, named.strip()), output)
        return
    path = Path(output) if output else spoken.folders[0] / f"{name}.yaml"
    _write_new(path, name, starter(name, named.strip(), schema_near(path)), spoken)
    _say_next(path, name, path.as_posix() if output else name, spoken)


def _new_id(words: list[str], spoken: Speech) -> str:
    """The id of a new role; leaves with exit code 2 where none is given or no role may have it."""
    says = spoken.words.roles
    if not words:
        spoken.fail(says.new_needs_id, "orgcli role new head-of-partnerships")
    name = " ".join(words)
    if name in (*NOT_ROLES, NEW):
        spoken.fail(says.taken_id.format(name=name))
    if not is_role_id(name):
        near = nearest_id(name)
        meant = near and spoken.words.ask.did_you_mean.format(name=near)
        help = f"{says.id_rule}; {meant}" if meant else says.id_rule
        spoken.fail(says.bad_id.format(name=name), help)
    return name


def _write_new(path: Path, name: str, text: str, spoken: Speech) -> None:
    """Write the file; leaves where it is there, or another one describes the role."""
    says = spoken.words.roles
    if path.exists() or path.is_symlink():
        spoken.fail(says.there_already.format(path=path.as_posix()), says.name_another_file)
    found = spoken.roles().by_id(name)
    if found is not None and not found.builtin:
        where = found.path.as_posix()
        spoken.fail(says.described_already.format(name=name, path=where))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        spoken.fail(spoken.words.ask.unreadable.format(path=path.parent, reason=reason))
    write_result(text, str(path))


def _say_next(path: Path, name: str, word: str, spoken: Speech) -> None:
    """What was written, what it stands in the place of, and how to put it beside another."""
    says = spoken.words.roles
    note(f"orgcli: {says.wrote.format(path=path.as_posix())}")
    if name in role_ids():
        overrides = spoken.words.ask.overrides.format(name=name, path=path.as_posix())
        note(f"orgcli: {overrides}")
    note(f"  {says.next.format(command=f'orgcli compare {word} cro')}")
