"""Edits: files are read, changed in memory, read again and checked, then written or shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from orgcli.cli.edit.configuration_texts import configuration_texts, names_kept
from orgcli.cli.edit.edit_texts import encoded
from orgcli.cli.edit.manager_namings import ManagerNaming, manager_namings
from orgcli.cli.edit.plan_ids import with_plan_ids
from orgcli.cli.edit.request import EditRequest
from orgcli.cli.edit.results import EditedFiles, EditSource, joined, unedited
from orgcli.cli.edit.seat_reading import seat_texts
from orgcli.cli.edit.verification import differing, errors_added
from orgcli.cli.files.several_files import recover, write_all
from orgcli.cli.inputs import Inputs, configuration
from orgcli.cli.options import Arguments
from orgcli.cli.output import fail, note, refusing
from orgcli.cli.project import fail_without_input, read_project_of
from orgcli.mend.edits import edited
from orgcli.mend.organisation.new_columns import column_edits
from orgcli.mend.organisation.rewriting import edits_for, in_steps
from orgcli.mend.organisation.rows import lacks
from orgcli.mend.organisation.seat_texts import RowText, SeatTexts
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.plan import PlanStep
from orgcli.model.organisation.position_choice import UnknownPosition, position_called
from orgcli.model.project import Project, role_titles
from orgcli.model.text import listed
from orgcli.plans.seat_changes import RefusedEdit, SeatChanges
from orgcli.plans.seats_after import seats_after
from orgcli.plans.step_changes import named_position, step_changes
from orgcli.read.syntax.paths import is_stdin
from orgcli.render.sentences import counted

_SHOWN = 5
_NO_ORGANISATION = "?"
"""In the place of an id that is read otherwise: nothing is read any more."""


def run_edit(step: PlanStep, arguments: Arguments, paths: Iterable[str]) -> None:
    """Make one step in the files at some paths; leaves with exit code 2 where it is refused.

    arguments  the flags of the command line: how they are read and written
    """
    request, inputs = arguments.request(EditRequest), arguments.request(Inputs)
    inputs = replace(inputs, paths=tuple(paths))
    source, project = read_to_edit(inputs, request)
    with refusing():
        files = _with_step(source, project, step)
    finish_edit(files, request)


def edit_of(source: EditSource, step: PlanStep) -> EditedFiles:
    """What a step makes of the files, none of which is written.

    Raises RefusedEdit and UnknownPosition.
    """
    project, config = read_project_of(source.inputs, source.config, source.unsaved)
    return _with_step(replace(source, config=config), project, step)


def _with_step(source: EditSource, project: Project, step: PlanStep) -> EditedFiles:
    number, changes = _of_step(step, project)
    files = with_changes(unedited(project, source.config), source, number, changes)
    return with_plan_ids(files, number, source.unsaved)


def read_to_edit(inputs: Inputs, request: EditRequest) -> tuple[EditSource, Project]:
    """What is read to be edited, after an edit that was interrupted has been completed."""
    if any(is_stdin(Path(path)) for path in inputs.paths):
        fail("an edit changes files, and standard input is none", "name the file instead")
    config = configuration(inputs)
    project, config = read_project_of(inputs, config)
    if recover(project.files):
        note("orgcli: an edit that was interrupted is completed")
        project, config = read_project_of(inputs, config)
    if not any(organisation.positions for organisation in project.organisations):
        fail_without_input()
    return EditSource(inputs, config, request.add_column), project


def finish_edit(files: EditedFiles, request: EditRequest) -> None:
    """Write the files, or show what would be written; refused where errors are added."""
    _refuse_errors(files, request)
    for line in files.notes:
        note(f"  {line}")
    if request.dry_run:
        from orgcli.cli.edit.preview import show_preview  # only --dry-run needs it

        show_preview(files, request)
        return
    try:
        write_all({Path(file): raw for file, raw in files.raw.items()})
    except OSError as error:
        fail(f"cannot write: {error.filename or ''}: {error.strerror or error}")
    note(f"orgcli: {listed(files.raw, 5)} changed" if files.raw else "orgcli: nothing to change")


def with_changes(
    files: EditedFiles, source: EditSource, number: int, changes: SeatChanges
) -> EditedFiles:
    """An edit with changes of an organisation made on what it leaves.

    number  the index of the organisation
    Raises RefusedEdit.
    """
    return joined(files, _EditRun(source, files, number, changes).files())


def _of_step(step: PlanStep, project: Project) -> tuple[int, SeatChanges]:
    """The one organisation that has the position that a step names, and what the step changes."""
    titles = role_titles(project)
    word, numbers = named_position(step), list[int]()
    errors: list[UnknownPosition] = []
    for number, organisation in enumerate(project.organisations):
        try:
            if organisation.positions:
                position_called(word, organisation, organisation, titles)
                numbers.append(number)
        except UnknownPosition as error:
            errors.append(error)
    if not numbers:
        raise errors[0]
    if len(numbers) > 1:
        raise RefusedEdit(f"`{word}` is in {len(numbers)} organisations", "name the files of one")
    return numbers[0], step_changes(step, project.organisations[numbers[0]], titles)


class _EditRun:
    """The steps of one edit, from what was read to what is to be written."""

    def __init__(
        self, source: EditSource, files: EditedFiles, number: int, changes: SeatChanges
    ) -> None:
        self._source, self._raw = source, dict(files.raw)
        self._number, self._changes = number, changes
        self._before = self._base = files.after
        self._texts = self._texts_of(self._base)

    def files(self) -> EditedFiles:
        """The files with the changes of an organisation made. Raises RefusedEdit."""
        organisation, changes = self._before.organisations[self._number], self._changes
        _refuse_twins(organisation, changes)
        expected = seats_after(organisation, changes)
        if self._source.add_column:
            self._widen()
        wrong = ""
        namings = manager_namings(organisation, self._texts, changes, expected)
        for naming in namings:
            files = self._tried(naming)
            organisations = files.after.organisations[self._number : self._number + 1]
            wrong = differing(organisations[0], expected) if organisations else _NO_ORGANISATION
            if not wrong:
                others = [
                    other for other in self._before.organisations if other is not organisation
                ]
                return self._with_trail(files, others)
        if any(row.id == wrong for row in namings[0].rows):
            raise RefusedEdit(
                f"rows name the holder of `{namings[0].rows[0].value}` as their manager",
                "move its reports first, or let the table name managers by ids",
            )
        what = "the file" if wrong == _NO_ORGANISATION else f"`{wrong}`"
        raise RefusedEdit(
            f"there is no exact edit: {what} would be read otherwise than meant",
            "change it in the file",
        )

    def _texts_of(self, project: Project) -> SeatTexts:
        """Where the positions of the organisation are written."""
        return seat_texts(project, project.organisations[self._number])

    def _edit(self, raw: dict[str, bytes], file: str, text: str) -> None:
        """Give a file another text, on top of what it is already to be."""
        source = self._before.sources[file]
        raw[file] = encoded(source, text, raw.get(file), self._source.unsaved)

    def _widen(self) -> None:
        """Add the columns that tables lack for what changes; what follows begins with that."""
        changes = self._changes
        pairs = [(change.id, change.field) for change in changes.fields if change.value is not None]
        pairs += [(values["reports_to"], name) for values in changes.new for name in values]
        rows: dict[str, RowText] = {}
        lacking: dict[str, dict[str, None]] = {}
        for id, field in pairs:
            row = self._texts.seats.get(id)
            if isinstance(row, RowText) and lacks(row, field):
                rows[row.file] = row
                lacking.setdefault(row.file, {})[field] = None
        headings = {
            table.file: [column.heading for column in table.columns]
            for table in self._before.tables
        }
        for file, fields in lacking.items():
            edits = column_edits(rows[file], headings[file], list(fields))
            self._edit(self._raw, file, edited(self._before.sources[file].text, edits))
        if lacking:
            self._base = self._source.read(self._raw)
            self._texts = self._texts_of(self._base)

    def _tried(self, naming: ManagerNaming) -> EditedFiles:
        """The files after all steps, each made on what the last one left."""
        project, raw, texts = self._base, dict(self._raw), self._texts
        for step in self._steps(naming):
            if project is not self._base:
                texts = self._texts_of(project)
            for file, edits in edits_for(step, replace(texts, called=naming.called)).items():
                self._edit(raw, file, edited(project.sources[file].text, edits))
            project = self._source.read(raw)
            if len(project.organisations) <= self._number:
                break
        pairs = {
            file: (self._before.sources[file].text, project.sources[file].text)
            for file in raw
            if file in project.sources
        }
        return EditedFiles(self._before, project, self._source.config, raw, pairs, self._changes)

    def _with_trail(self, files: EditedFiles, others: Sequence[Organisation]) -> EditedFiles:
        """The edit with ids that are renamed also written in the configuration, if there is one.

        others  the other organisations that are read
        """
        config, unsaved, renamed = files.config, self._source.unsaved, files.changes.renamed
        if not renamed or config.file is None:
            return files
        notes = names_kept(config, renamed, unsaved, others)
        for text in configuration_texts(config, renamed, unsaved, files.raw, others):
            files = files.with_file(text.file, text.before, text.after, text.raw)
        return replace(files, notes=(*files.notes, *notes))

    def _steps(self, naming: ManagerNaming) -> Iterator[SeatChanges]:
        """All at once, but what moves lines of its own, one after the other."""
        changes = self._changes
        first, *others = in_steps((*changes.fields, *naming.rows), self._texts)
        if first or changes.new or changes.renamed:
            yield replace(changes, fields=tuple(first))
        for group in others:
            yield SeatChanges(tuple(group))


def _refuse_twins(organisation: Organisation, changes: SeatChanges) -> None:
    """Raise RefusedEdit where an id is that of several positions."""
    times = Counter(position.id for position in organisation.positions)
    above = (values["reports_to"] for values in changes.new)
    for id in (*(field.id for field in changes.fields), *changes.renamed, *above):
        if times[id] > 1:
            raise RefusedEdit(
                f"`{id}` is the id of {times[id]} positions", "give each an id of its own"
            )


def _refuse_errors(files: EditedFiles, request: EditRequest) -> None:
    """Leave with exit code 2 where the edit adds errors, unless `--force` is given."""
    added = errors_added(files)
    if not added or request.force:
        return
    note(f"orgcli: the change would add {counted(len(added), 'error')}; nothing is written")
    for error in added[:_SHOWN]:
        note(f"  {error.place}: error[{error.code}] {error.message}")
    if len(added) > _SHOWN:
        note(f"  and {len(added) - _SHOWN:,} more")
    note("  help: write --force to make it anyway")
    raise SystemExit(2)
