"""One edit: files are read, changed in memory, read again and checked, then written or shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from orgcli.check.run import check
from orgcli.cli.edit.configuration_edits import with_configuration
from orgcli.cli.edit.manager_namings import ManagerNaming, manager_namings
from orgcli.cli.edit.request import EditRequest
from orgcli.cli.edit.results import EditedFiles
from orgcli.cli.edit.seat_reading import SeatReader
from orgcli.cli.edit.verification import differing, meant, new_errors
from orgcli.cli.files.several_files import recover, write_all
from orgcli.cli.inputs import Inputs, configuration
from orgcli.cli.output import fail, note
from orgcli.cli.project import fail_without_input, read_project_of
from orgcli.mend.edits import edited
from orgcli.mend.organisation.new_columns import column_edits
from orgcli.mend.organisation.rewriting import edits_for, in_steps
from orgcli.mend.organisation.rows import lacks
from orgcli.mend.organisation.seat_changes import RefusedEdit, SeatChanges
from orgcli.mend.organisation.seat_texts import RowText, SeatTexts
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position_choice import UnknownPosition, position_called
from orgcli.model.project import Project, role_titles
from orgcli.model.text import listed
from orgcli.read.syntax.paths import is_stdin, resolved
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
        made = _EditRun(inputs, config, project, words, verb, request.add_column).made()
    except (RefusedEdit, UnknownPosition) as error:
        fail(str(error), error.help)
    _refuse_errors(made, request)
    for line in made.notes:
        note(f"  {line}")
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
    inputs: Inputs, words: Sequence[str], verb: Verb, add_column: bool = False
) -> EditedFiles:
    """What the edit of a verb makes of the files, none of which is written.

    add_column  whether a table gets a column that it lacks for what changes
    Raises RefusedEdit and UnknownPosition.
    """
    config = configuration(inputs)
    project, config = read_project_of(inputs, config)
    return _EditRun(inputs, config, project, words, verb, add_column).made()


class _EditRun:
    """The steps of one edit, from what was read to what is to be written."""

    def __init__(
        self,
        inputs: Inputs,
        config: Config,
        project: Project,
        words: Sequence[str],
        verb: Verb,
        add_column: bool = False,
    ) -> None:
        self._inputs, self._config, self._before = inputs, config, project
        self._words, self._verb, self._add_column = words, verb, add_column
        self._base, self._raw = project, dict[str, bytes]()
        self._first: SeatTexts | None = None

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
        if self._add_column:
            self._widen(number, changes)
        wrong = ""
        namings = manager_namings(choice.organisation, self._texts_before(number), changes, wanted)
        for naming in namings:
            made = self._tried(number, changes, naming)
            now = made.after.organisations[number : number + 1]
            wrong = differing(now[0], wanted) if now else "?"
            if not wrong:
                others = [
                    one for one in self._before.organisations if one is not choice.organisation
                ]
                return with_configuration(made, self._config, others)
        if any(one.id == wrong for one in namings[0].rows):
            raise RefusedEdit(
                f"rows name the holder of `{namings[0].rows[0].value}` as their manager",
                "move its reports first, or let the table name managers by ids",
            )
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

    def _widen(self, number: int, changes: SeatChanges) -> None:
        """Add the columns that tables lack for what changes; what follows begins with that."""
        texts = self._texts_before(number)
        asked = [(one.id, one.field) for one in changes.fields if one.value is not None]
        asked += [(one["reports_to"], name) for one in changes.new for name in one]
        rows: dict[str, RowText] = {}
        lacking: dict[str, dict[str, None]] = {}
        for id, field in asked:
            row = texts.seats.get(id)
            if isinstance(row, RowText) and lacks(row, field):
                rows[row.file] = row
                lacking.setdefault(row.file, {})[field] = None
        headings = {
            one.file: [column.heading for column in one.columns] for one in self._before.tables
        }
        for file, fields in lacking.items():
            edits = column_edits(rows[file], headings[file], list(fields))
            text = edited(self._before.sources[file].text, edits)
            self._raw[file] = self._encoded(file, text, self._raw)
        if lacking:
            self._base, self._first = self._read(self._raw), None

    def _read(self, raw: Mapping[str, bytes]) -> Project:
        """The project with other contents of some files."""
        overlay = {resolved(Path(file)): data for file, data in raw.items()}
        return read_project_of(self._inputs, self._config, overlay)[0]

    def _tried(self, number: int, changes: SeatChanges, naming: ManagerNaming) -> EditedFiles:
        """The files after all steps, each made on what the last one left."""
        project, raw = self._base, dict(self._raw)
        all_changes = replace(changes, fields=(*changes.fields, *naming.rows))
        for step in self._steps(number, all_changes):
            is_first = project is self._base
            reader = SeatReader(project, project.organisations[number])
            texts = self._texts_before(number) if is_first else reader.texts({})
            texts = replace(texts, called=naming.called)
            edits = edits_for(step, texts)
            for file, several in edits.items():
                raw[file] = self._encoded(file, edited(project.sources[file].text, several), raw)
            project = self._read(raw)
            if len(project.organisations) <= number:
                break
        pairs = {
            file: (self._before.sources[file].text, project.sources[file].text)
            for file in raw
            if file in project.sources
        }
        return EditedFiles(self._before, project, self._config, raw, pairs, changes)

    def _texts_before(self, number: int) -> SeatTexts:
        """Where the positions of an organisation are written before anything is changed."""
        if self._first is None:
            self._first = SeatReader(self._base, self._base.organisations[number]).texts({})
        return self._first

    def _steps(self, number: int, changes: SeatChanges) -> Iterator[SeatChanges]:
        """All at once, but what moves lines of its own, one after the other."""
        first, *others = in_steps(changes.fields, self._texts_before(number))
        if first or changes.new or changes.renamed:
            yield replace(changes, fields=tuple(first))
        for several in others:
            yield SeatChanges(tuple(several))

    def _encoded(self, file: str, text: str, raw: Mapping[str, bytes]) -> bytes:
        """The bytes of a new text; the mark of the byte order stays.

        Raises RefusedEdit for a file that is not UTF-8, or is not what was read any more.
        """
        try:
            there = raw.get(file) or Path(file).read_bytes()
        except OSError as error:
            raise RefusedEdit(f"cannot read `{file}`: {error.strerror}") from None
        mark = _BOM if there.startswith(_BOM) else b""
        if file not in raw:
            old = self._before.sources[file].text.encode("utf-8", "surrogatepass")
            if there != mark + old:
                raise RefusedEdit(f"`{file}` is not UTF-8, or it has just changed")
        return mark + text.encode("utf-8", "surrogatepass")


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
    settings, renamed = made.config.settings, made.changes.renamed
    then = replace(settings, roots=tuple(renamed.get(one, one) for one in settings.roots))
    added = new_errors(check(made.before, settings), check(made.after, then))
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
