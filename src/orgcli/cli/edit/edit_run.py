"""One edit: files are read, changed in memory, read again and checked, then written or shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from orgcli.check.run import check
from orgcli.cli.edit.request import EditRequest
from orgcli.cli.edit.results import EditedFiles
from orgcli.cli.edit.seat_reading import SeatReader
from orgcli.cli.edit.verification import differing, meant, new_errors
from orgcli.cli.files.several_files import recover, write_all
from orgcli.cli.inputs import Inputs, configuration
from orgcli.cli.output import fail, note
from orgcli.cli.project import fail_without_input, read_project_of
from orgcli.mend.edits import edited
from orgcli.mend.organisation.rename_trail import with_trail
from orgcli.mend.organisation.rewriting import edits_for, is_structural
from orgcli.mend.organisation.seat_changes import RefusedEdit, SeatChanges
from orgcli.mend.organisation.seat_texts import RowText, SeatTexts
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position_choice import UnknownPosition, position_called
from orgcli.model.project import Project, role_titles
from orgcli.model.text import listed
from orgcli.read.syntax.paths import display_path, is_stdin, resolved
from orgcli.render.sentences import counted

if TYPE_CHECKING:
    from orgcli.read.config import Config

Verb = Callable[["SeatChoice"], SeatChanges]
"""What a command does with the positions that it names."""
_BOM = b"\xef\xbb\xbf"
_SHOWN = 5


@dataclass(frozen=True, slots=True, eq=False)
class SeatChoice:
    """An organisation, in which a command looks for the positions that it names."""

    organisation: Organisation
    project: Project

    def at(self, word: str) -> int:
        """The position that a word means: its id, its holder or its title."""
        titles = role_titles(self.project, "en")
        return position_called(word, self.organisation, self.organisation, titles)


def run_edit(words: Sequence[str], inputs: Inputs, request: EditRequest, verb: Verb) -> None:
    """Make the edit of a verb; leaves with exit code 2 where it is refused.

    words  the positions named, of which the first tells which organisation is meant
    """
    if any(is_stdin(Path(path)) for path in inputs.paths):
        fail("an edit changes files, and standard input is none", "name the file instead")
    config = configuration(inputs)
    project, config = read_project_of(inputs, config)
    if recover(project.files):
        note("orgcli: an edit that was interrupted is completed")
        project, config = read_project_of(inputs, config)
    if not any(one.positions for one in project.organisations):
        fail_without_input()
    try:
        made = _EditRun(inputs, config, project, words, verb, {}).made()
    except (RefusedEdit, UnknownPosition) as error:
        fail(str(error), error.help)
    _refuse_errors(made, request)
    if request.dry_run:
        from orgcli.cli.edit.preview import show_preview  # only --dry-run needs it

        show_preview(made, request)
        return
    try:
        write_all({Path(file): raw for file, raw in made.raw.items()})
    except OSError as error:
        fail(f"cannot write: {error.filename or ''}: {error.strerror or error}")
    note(f"orgcli: {listed(made.raw, 5)} changed" if made.raw else "orgcli: nothing to change")


def edit_of(
    inputs: Inputs,
    words: Sequence[str],
    verb: Verb,
    config: Config | None = None,
    unsaved: Mapping[Path, bytes] | None = None,
) -> EditedFiles:
    """What the edit of a verb makes of the files, none of which is written.

    config   where it is known already
    unsaved  what is read in the place of files, by their resolved paths
    Raises RefusedEdit and UnknownPosition.
    """
    config = config or configuration(inputs)
    project, config = read_project_of(inputs, config, unsaved)
    return _EditRun(inputs, config, project, words, verb, unsaved or {}).made()


class _EditRun:
    """The steps of one edit, from what was read to what is to be written."""

    def __init__(
        self,
        inputs: Inputs,
        config: Config,
        project: Project,
        words: Sequence[str],
        verb: Verb,
        unsaved: Mapping[Path, bytes],
    ) -> None:
        self._inputs, self._config, self._before = inputs, config, project
        self._words, self._verb, self._unsaved = words, verb, unsaved
        self._first: dict[int, SeatTexts] = {}

    def made(self) -> EditedFiles:
        """What the edit makes. Raises RefusedEdit and UnknownPosition."""
        choice = self._chosen()
        changes = self._verb(choice)
        _refuse_twins(choice.organisation, changes)
        try:
            wanted = meant(choice.organisation, changes)
        except ValueError as error:
            raise RefusedEdit(_first_line(error)) from None
        number = self._before.organisations.index(choice.organisation)
        wrong = ""
        for called in self._ways(choice.organisation, changes):
            made = self._tried(number, changes, called)
            now = made.after.organisations[number : number + 1]
            wrong = differing(now[0], wanted) if now else "?"
            if not wrong:
                return self._with_trail(made)
        raise RefusedEdit(
            f"there is no exact edit: `{wrong}` would be read otherwise than meant",
            "change it in the file",
        )

    def _chosen(self) -> SeatChoice:
        """The one organisation that has the position named."""
        found: list[SeatChoice] = []
        errors: list[UnknownPosition] = []
        for one in self._before.organisations:
            choice = SeatChoice(one, self._before)
            try:
                if one.positions:
                    choice.at(self._words[0])
                    found.append(choice)
            except UnknownPosition as error:
                errors.append(error)
        if not found:
            raise errors[0]
        if len(found) > 1:
            raise RefusedEdit(
                f"`{self._words[0]}` is in {len(found)} organisations", "name the files of one"
            )
        return found[0]

    def _ways(
        self, organisation: Organisation, changes: SeatChanges
    ) -> Sequence[Mapping[str, str]]:
        """How tables may name managers: by ids or by holders, first as theirs do."""
        texts = self._texts_before(organisation)
        ids = [one.id for one in changes.fields] + [one["reports_to"] for one in changes.new]
        rows = {row.file for id in ids if isinstance(row := texts.seats.get(id), RowText)}
        if not rows:
            return ({},)
        names = {one.id: one.holder[0] for one in organisation.positions if one.holder}
        is_named = any(
            isinstance(row := texts.seats.get(one.id), RowText)
            and row.file in rows
            and row.written("reports_to") not in ("", one.reports_to)
            for one in organisation.positions
            if one.reports_to
        )
        if not is_named:
            return ({}, names)
        leading = {one.reports_to for one in organisation.positions}
        for change in changes.fields:
            if change.field == "holder" and change.id in leading:
                raise RefusedEdit(
                    f"rows name the holder of `{change.id}` as their manager",
                    "move its reports first, or let the table name managers by ids",
                )
        return (names, {})

    def _tried(self, number: int, changes: SeatChanges, called: Mapping[str, str]) -> EditedFiles:
        """The files after all steps, each made on what the last one left."""
        project, raw = self._before, dict[str, bytes]()
        for step in self._steps(project, number, changes):
            organisation = project.organisations[number]
            is_first = project is self._before
            reader = SeatReader(project, organisation)
            texts = self._texts_before(organisation) if is_first else reader.texts({})
            texts = replace(texts, called=called)
            edits = edits_for(step, texts)
            for file, several in edits.items():
                raw[file] = self._encoded(file, edited(project.sources[file].text, several), raw)
            made = {resolved(Path(file)): data for file, data in raw.items()}
            overlay = {**self._unsaved, **made}
            project, _ = read_project_of(self._inputs, self._config, overlay)
            if len(project.organisations) <= number:
                break
        pairs = {
            file: (self._before.sources[file].text, project.sources[file].text)
            for file in raw
            if file in project.sources
        }
        return EditedFiles(self._before, project, self._config, raw, pairs, changes)

    def _texts_before(self, organisation: Organisation) -> SeatTexts:
        """Where the positions of an organisation are written now, found once."""
        key = id(organisation)
        if key not in self._first:
            self._first[key] = SeatReader(self._before, organisation).texts({})
        return self._first[key]

    def _with_trail(self, made: EditedFiles) -> EditedFiles:
        """What the configuration is told of ids that are renamed, where there is one."""
        file = self._config.file
        if not made.changes.renamed or file is None:
            return made
        name, old = display_path(file), self._bytes(file)
        text, new = trail(file, old, made.changes.renamed)
        mark = _BOM if old.startswith(_BOM) else b""
        return replace(
            made,
            raw={**made.raw, name: mark + new.encode()},
            texts={**made.texts, name: (text, new)},
        )

    def _bytes(self, file: Path) -> bytes:
        unsaved = self._unsaved.get(resolved(file)) if self._unsaved else None
        return file.read_bytes() if unsaved is None else unsaved

    def _steps(self, project: Project, number: int, changes: SeatChanges) -> Iterator[SeatChanges]:
        """All at once, but what moves lines of its own, one after the other."""
        texts = self._texts_before(project.organisations[number])
        moving = [one for one in changes.fields if is_structural(one, texts)]
        rest = tuple(one for one in changes.fields if one not in moving)
        if rest or changes.new or changes.renamed:
            yield replace(changes, fields=rest)
        for one in moving:
            yield SeatChanges((one,))

    def _encoded(self, file: str, text: str, raw: Mapping[str, bytes]) -> bytes:
        """The bytes of a new text; the mark of the byte order stays.

        Raises RefusedEdit for a file that is not UTF-8, or is not what was read any more.
        """
        try:
            there = raw.get(file) or self._bytes(Path(file))
        except OSError as error:
            raise RefusedEdit(f"cannot read `{file}`: {error.strerror}") from None
        mark = _BOM if there.startswith(_BOM) else b""
        if file not in raw:
            old = self._before.sources[file].text.encode("utf-8", "surrogatepass")
            if there != mark + old:
                raise RefusedEdit(f"`{file}` is not UTF-8, or it has just changed")
        return mark + text.encode("utf-8", "surrogatepass")


def trail(file: Path, raw: bytes, renamed: Mapping[str, str]) -> tuple[str, str]:
    """The text of a configuration, and what it is told of ids that are renamed.

    Raises RefusedEdit where that has no exact edit.
    """
    text = raw.decode("utf-8-sig")
    table = "tool.orgcli.renamed" if file.name == "pyproject.toml" else "renamed"
    return text, with_trail(text, table, renamed)


def _refuse_twins(organisation: Organisation, changes: SeatChanges) -> None:
    """Raise RefusedEdit where an id is that of several positions."""
    times = Counter(one.id for one in organisation.positions)
    above = (one["reports_to"] for one in changes.new)
    for id in (*(one.id for one in changes.fields), *changes.renamed, *above):
        if times[id] > 1:
            raise RefusedEdit(
                f"`{id}` is the id of {times[id]} positions", "give each an id of its own"
            )


def _first_line(error: ValueError) -> str:
    """What is wrong with a value, as Pydantic says it, in one line."""
    details: Sequence[Mapping[str, object]] = getattr(error, "errors", list)()
    if not details:
        return str(error)
    return f"`{details[0]['input']}`: {str(details[0]['msg']).lower()}"


def _refuse_errors(made: EditedFiles, request: EditRequest) -> None:
    """Leave with exit code 2 where the edit adds errors, unless they are wanted."""
    settings = made.config.settings
    before, after = check(made.before, settings), check(made.after, settings)
    added = new_errors(before, after, made.changes.renamed)
    if not added or request.force:
        return
    note(f"orgcli: the change would add {counted(len(added), 'error')}; nothing is written")
    for one in added[:_SHOWN]:
        note(f"  {one.place}: error[{one.code}] {one.message}")
    if len(added) > _SHOWN:
        note(f"  and {len(added) - _SHOWN:,} more")
    _leave("write --force to make it all the same")


def _leave(help: str) -> NoReturn:
    note(f"  help: {help}")
    raise SystemExit(2)
