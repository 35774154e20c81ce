"""`orgcli role new`: the file that a role of one's own begins with."""

from __future__ import annotations

from pathlib import Path

from orgcli.cli.language import Session
from orgcli.cli.output import note, write_result
from orgcli.read.roles.builtin_roles import NOT_ROLES, role_ids
from orgcli.scaffold.role_file import is_role_id, nearest_id, schema_near, starter, title_of

NEW = "new"


def write_new_role(
    words: list[str], title: str | None, output: str | None, session: Session
) -> None:
    """Write the file of a new role, or leave with what stands in the way of it."""
    if title is not None and not title.strip():
        session.fail(session.words.roles.empty_title)
    name = _new_id(words, session)
    builtin = session.roles(translated=False).by_id(name) if name in role_ids() else None
    role_title = title or (builtin and builtin.title) or title_of(name)
    if output == "-":
        write_result(starter(name, role_title.strip()), output)
        return
    path = Path(output) if output else session.folders[0] / f"{name}.yaml"
    _write_new(path, name, starter(name, role_title.strip(), schema_near(path)), session)
    _note_next_steps(path, name, path.as_posix() if output else name, session)


def _new_id(words: list[str], session: Session) -> str:
    """The id of a new role; leaves with exit code 2 where none is given or no role may have it."""
    texts = session.words.roles
    if not words:
        session.fail(texts.new_needs_id, "orgcli role new head-of-partnerships")
    name = " ".join(words)
    if name in (*NOT_ROLES, NEW):
        session.fail(texts.taken_id.format(name=name))
    if not is_role_id(name):
        near = nearest_id(name)
        suggestion = near and session.words.ask.did_you_mean.format(name=near)
        help = f"{texts.id_rule}; {suggestion}" if suggestion else texts.id_rule
        session.fail(texts.bad_id.format(name=name), help)
    return name


def _write_new(path: Path, name: str, text: str, session: Session) -> None:
    """Write the file; leaves where it is there, or another one describes the role."""
    texts = session.words.roles
    if path.exists() or path.is_symlink():
        session.fail(texts.there_already.format(path=path.as_posix()), texts.name_another_file)
    described = session.roles().by_id(name)
    if described is not None and not described.builtin:
        where = described.path.as_posix()
        session.fail(texts.described_already.format(name=name, path=where))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        session.fail(session.words.ask.unreadable.format(path=path.parent, reason=reason))
    write_result(text, str(path))


def _note_next_steps(path: Path, name: str, word: str, session: Session) -> None:
    """What was written, what it stands in the place of, and how to put it beside another."""
    texts = session.words.roles
    note(f"orgcli: {texts.wrote.format(path=path.as_posix())}")
    if name in role_ids():
        overrides = session.words.ask.overrides.format(name=name, path=path.as_posix())
        note(f"orgcli: {overrides}")
    note(f"  {texts.next.format(command=f'orgcli compare {word} cro')}")
