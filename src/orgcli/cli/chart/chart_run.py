"""One run of `orgcli chart`: the files are read, the chart is drawn, written and reported."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from os.path import isfile  # pathlib's raises where a name is too long
from pathlib import Path
from typing import TYPE_CHECKING

from orgcli.chart.deck.position_filter import by_field
from orgcli.chart.draw import draw
from orgcli.chart.formats import FORMATS
from orgcli.check.run import check
from orgcli.cli.chart.dependencies import photos_of
from orgcli.cli.chart.reading_notes import (
    closed_notes,
    language_notes,
    refuse_unread_dates,
    table_notes,
)
from orgcli.cli.chart.request import STDOUT, ChartFlags, ChartJob, chart_job
from orgcli.cli.columns.notes import note_tables
from orgcli.cli.console import page_width, wants_color_in
from orgcli.cli.inputs import Inputs, configuration
from orgcli.cli.output import fail, note, refuse_input, refusing, write_result, write_results
from orgcli.cli.plan.plan_reading import read_planned
from orgcli.cli.project import known_rules_only
from orgcli.model.project import role_titles
from orgcli.model.text import listed
from orgcli.read.organisation.photos import read_logo, read_photo
from orgcli.render.sentences import counted

if TYPE_CHECKING:
    from orgcli.chart.drawing import Drawing
    from orgcli.model.findings.finding import Finding, Verdict
    from orgcli.model.organisation.organisation import Organisation
    from orgcli.model.organisation.photo import Photo
    from orgcli.model.organisation.plan import PlanFile
    from orgcli.model.project import Project
    from orgcli.read.config import Config

_SHOWN = 10
_MOST_ERRORS = 3
_PAGE = re.compile(r"page-\d+\.(svg|png)")
"""The names of pages in the folder of a book."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The project that was read for a chart, its verdict, and the chart to draw."""

    inputs: Inputs
    config: Config
    job: ChartJob
    project: Project
    verdict: Verdict
    plan: PlanFile | None = None

    @property
    def broken(self) -> bool:
        """Whether a file could not be read completely."""
        errors = (finding for finding in self.verdict.findings if finding.level == "error")
        return any(finding.code < "ORG1" for finding in errors)

    @property
    def names_people(self) -> bool:
        """Whether the chart shows holders; without them no note on it names any."""
        return "name" in self.job.request.fields

    @property
    def errors(self) -> Sequence[Finding]:
        """The errors that neither a comment nor a baseline suppresses."""
        findings = self.verdict.findings
        return [
            finding for finding in findings if finding.level == "error" and not finding.suppressed
        ]


def read_chart(inputs: Inputs, flags: ChartFlags) -> Reading:
    """Read the inputs of a chart; leaves with exit code 2 or 3 where that is not possible."""
    config = configuration(inputs)
    job = chart_job(flags, inputs, config)
    names_people = "name" in job.request.fields
    project, planned_config, plan = read_planned(inputs, config, job.request.day, names_people)
    with known_rules_only(planned_config):
        verdict = check(replace(project, plans=()), planned_config.settings)
    return Reading(inputs, config, job, project, verdict, plan)


def draw_chart(reading: Reading) -> Drawing:
    """Draw the organisation; leaves with exit code 1 or 2 where that is not possible."""
    request, target = reading.job.request, reading.job.target
    output = STDOUT if request.separate_pages else target
    organisation = only_organisation(reading)
    refuse_unread_dates(organisation, reading.project.tables, request.day, reading.names_people)
    _refuse_targets(reading, (target,))
    _refuse_foreign(reading.job)
    headings = {
        column.heading: column.fields[0]
        for table in reading.project.tables
        for column in table.columns
        if column.fields
    }
    conditions = tuple(by_field(text, headings) for text in request.filter)
    highlights = tuple(
        by_field(text, headings) if "=" in text else text for text in request.highlight
    )
    logo = _logo_of(reading.job)
    with refusing():
        return draw(
            organisation,
            role_titles(reading.project, request.language),
            replace(request, filter=conditions, highlight=highlights, title=_title(reading)),
            width=page_width(output),
            color=wants_color_in("auto", output),
            photo=partial(read_photo, organisation),
            logo=logo,
        )


def _title(reading: Reading) -> str | None:
    """The requested title; else, of an organisation after a plan, one with the plan's name."""
    if reading.job.request.title is not None or reading.plan is None:
        return reading.job.request.title
    name, plan = only_organisation(reading).name, reading.plan.head.plan
    return f"{name} · {plan}" if name else plan


def _logo_of(job: ChartJob) -> Photo | None:
    """The logo that the chart is to have; leaves with exit code 2 where it cannot be read."""
    path = job.request.logo
    if path is None or not FORMATS[str(job.request.format)].photos:
        return None
    with refusing():
        return read_logo(path)


def refuse_errors(reading: Reading) -> None:
    """Leave with exit code 1 where there are errors, as `--strict` requires."""
    if reading.errors:
        list_errors(reading, "so nothing is written (--strict)")
        raise SystemExit(1)


def only_organisation(reading: Reading) -> Organisation:
    """The organisation to draw; leaves where there is none, or more than one."""
    drawable = [
        organisation for organisation in reading.project.organisations if organisation.positions
    ]
    if len(drawable) == 1:
        return drawable[0]
    if drawable:
        names = listed(
            [organisation.name or organisation.files[0] for organisation in drawable], _SHOWN
        )
        fail(f"there are {len(drawable)} organisations here: {names}", "name the files of one")
    list_errors(reading, "so nothing is drawn")
    note("orgcli: there is nothing to draw")
    raise SystemExit(1)


def _refuse_targets(reading: Reading, targets: Sequence[str]) -> None:
    config = [str(reading.config.file)] if reading.config.file else []
    photos = [*map(str, photos_of(reading.project)), *filter(None, [reading.job.request.logo])]
    inputs = [*reading.project.files, *config, *filter(isfile, photos)]
    for target in targets:
        refuse_input(target, inputs)


def _refuse_foreign(job: ChartJob) -> None:
    """Leave where a file is there that is no such chart, and that nobody has named."""
    if job.is_named or job.target == STDOUT:
        return
    from orgcli.cli.files.targets import refuse_foreign

    mark = FORMATS[str(job.request.format)].mark
    refuse_foreign(job.target, lambda head: bool(re.search(mark, head)), f"-o {job.target}")


def write_chart(reading: Reading, drawing: Drawing) -> Path:
    """Write the chart completely or not at all, and return its file, or that of its first page."""
    target = Path(reading.job.target)
    if not reading.job.request.separate_pages:
        write_result(drawing.data, reading.job.target)
        return target
    if target.exists() and not target.is_dir():
        fail(f"`{target}` is no folder", "name a folder for the pages")
    paths = [target / name for name, _ in drawing.files]
    _refuse_targets(reading, [str(path) for path in paths])
    write_results(drawing.files, str(target))
    return paths[0]


def report_chart(reading: Reading, drawing: Drawing, before: str = "") -> None:
    """Write to stderr what was drawn, its notes, what was read of tables, and the first error.

    before  the beginning of the first line
    """
    tables, organisation = reading.project.tables, only_organisation(reading)
    target = reading.job.target
    result_name = "the chart" if target == STDOUT else target
    note(f"{before}{result_name}: {summary(drawing)}")
    for line in (
        *drawing.notes,
        *language_notes(reading.job.locale_language),
        *(_other_pages(reading, drawing) if reading.job.request.separate_pages else ()),
        *closed_notes(organisation, reading.job.request),
        *table_notes(tables, reading.names_people),
    ):
        note(f"  {line}")
    note_tables(tables, reading.inputs, reading.job.show_columns)
    list_errors(reading, "so the chart may be wrong")


def summary(drawing: Drawing) -> str:
    """A chart in one line: its pages or its size, its positions, the size of its names."""
    parts = [f"{drawing.pages:,} pages"] if drawing.pages > 1 else []
    if drawing.page:
        parts.append(drawing.page)
    elif drawing.width and not parts:
        parts.append(f"{drawing.width:,} x {drawing.height:,} pt")
    count = "1 position" if drawing.positions == 1 else f"{drawing.positions:,} positions"
    least, most = (f"{size:.1f}" for size in drawing.names)
    size = least if least == most else f"{least}-{most}"
    return ", ".join([*parts, count, *([f"names {size} pt"] if drawing.page else ())])


def _other_pages(reading: Reading, drawing: Drawing) -> Sequence[str]:
    """A note on pages of an earlier, longer book, which only the user may delete."""
    new = {name for name, _ in drawing.files}
    names = sorted(path.name for path in Path(reading.job.target).iterdir())
    old = [name for name in names if name not in new and _PAGE.fullmatch(name)]
    if not old:
        return ()
    return (f"not of this book: {listed(old, _SHOWN, str)}",)


def list_errors(reading: Reading, consequence: str) -> None:
    """How many errors there are, what lists them, and the first of them, on stderr.

    consequence  what follows for the chart: `so the chart may be wrong`
    """
    errors = reading.errors
    if not errors:
        return
    command = shlex.join(["orgcli", "validate", *reading.inputs.words])
    note(f"{counted(len(errors), 'error')}, {consequence}: {command}")
    for finding in errors[:_MOST_ERRORS]:
        message = finding.message if reading.names_people else finding.name
        note(f"  {finding.place}: error[{finding.code}] {message}")
