"""The part of an organisation that is exported, and what its format may use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from orgcli.cli.export.request import ExportRequest
from orgcli.cli.output import fail, note
from orgcli.exchange.export import ExportJob
from orgcli.exchange.formats import FORMATS
from orgcli.exchange.tables.record_fields import RECORD_FIELDS
from orgcli.language.tags import speak, speak_of_figures
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.snapshot import snapshot
from orgcli.model.project import Project, role_titles
from orgcli.model.request.day import date_of
from orgcli.model.request.flag import RequestError
from orgcli.model.source.notation import Notation, notation
from orgcli.model.text import listed
from orgcli.render.spreadsheet.workbook import SheetTable

_MOST_NAMES = 20


def export_job(
    project: Project,
    organisation: Organisation,
    request: ExportRequest,
    language: str,
    is_planned: bool = False,
) -> ExportJob:
    """What is to be written; leaves with exit code 2 where it cannot be meant.

    language    the tag of the one that titles of roles are in
    is_planned  whether the organisation is as a plan leaves it, and not as its files have it
    """
    titles = role_titles(project, language)
    day = date_of(request.as_of)
    there = organisation if day is None else snapshot(organisation, day).organisation
    if organisation.positions and not there.positions:
        fail(f"no position is there on {day}")
    kept = _kept(there, organisation, titles, request)
    is_whole = kept is None and day is None and not is_planned
    row = FORMATS[request.format or ""]
    _refuse_fields(request, row.records, there)
    from orgcli.read.organisation.photos import read_photo

    return ExportJob(
        organisation=there,
        kept=kept,
        titles=titles,
        fields=request.fields or (),
        written=_written(project, organisation) if is_whole and request.format == "yaml" else None,
        has_comments=any(_has_comments(project, file) for file in organisation.files),
        split=request.split,
        language=language,
        figures=partial(figure_sheets, titles=titles, language=language),
        photo=partial(read_photo, organisation),
    )


def _kept(
    there: Organisation, whole: Organisation, titles: Titles, request: ExportRequest
) -> Sequence[int] | None:
    """The positions below the root that fit the conditions; None for all."""
    kept: set[int] | None = None
    if request.root is not None:
        kept = _below(there, whole, titles, request)
    if request.filter:
        fits = set(_fitting(there, titles, request))
        kept = fits if kept is None else kept & fits
        if not kept:
            fail(f"no position below `{request.root}` fits", "leave out --root or a condition")
    return None if kept is None else sorted(kept)


def _below(
    there: Organisation, whole: Organisation, titles: Titles, request: ExportRequest
) -> set[int]:
    from orgcli.model.organisation.position_choice import UnknownPosition, position_called

    def absent(_at: int) -> UnknownPosition:
        return UnknownPosition(f"`{request.root}` is not there on {date_of(request.as_of)}")

    try:
        top = position_called(request.root or "", there, whole, titles, absent)
    except UnknownPosition as error:
        fail(f"--root: {error}", error.help)
    (below,) = there.lines.subtrees([top])
    return below


def _fitting(there: Organisation, titles: Titles, request: ExportRequest) -> Iterator[int]:
    from orgcli.chart.deck.position_filter import condition, fitting
    from orgcli.chart.drawing import SelectionError

    try:
        conditions = [condition(one, "--filter") for one in request.filter]
        found = fitting(conditions, there, titles, closed=True)
    except (RequestError, SelectionError) as error:
        fail(str(error), error.help)
    for line in found.notes:
        note(f"  {line}")
    return (at for at, fits in enumerate(found.fits) if fits)


def _refuse_fields(request: ExportRequest, has_records: bool, there: Organisation) -> None:
    """Leave where `--fields` names what no position has, or the format has no fields."""
    if request.fields is None:
        return
    if not has_records:
        with_fields = [name for name, row in FORMATS.items() if row.records]
        fail(f"--fields means nothing for {request.format}", f"it is for {listed(with_fields)}")
    names = dict.fromkeys(RECORD_FIELDS)
    for one in there.positions:
        names.update(dict.fromkeys(one.attributes or ()))
    for field in request.fields:
        if field not in names:
            near = nearest_words(field, list(names))
            help = did_you_mean(near, f"the fields are {listed(names, _MOST_NAMES)}")
            fail(f"--fields cannot be `{field}`", help)


def _written(project: Project, organisation: Organisation) -> str | None:
    """The text of the one YAML file that an organisation is in, with quotes where they matter."""
    if len(organisation.files) != 1:
        return None
    source = project.sources.get(organisation.files[0])
    if source is None or organisation.tabular or notation(source) is not Notation.YAML:
        return None
    from orgcli.check.run import check
    from orgcli.mend.edits import edited, edits_of
    from orgcli.model.settings import Settings

    verdict = check(project, Settings(select=("ORG010",)))
    found = [
        one
        for one in verdict.findings
        if one.place.file == source.path and one.code == "ORG010" and not one.suppressed
    ]
    return edited(source.text, edits_of(found, source))


def _has_comments(project: Project, file: str) -> bool:
    source = project.sources.get(file)
    if source is None or notation(source) is not Notation.YAML:
        return False
    return re.search(r"(?:^|\s)#\s", source.text) is not None


def figure_sheets(
    organisation: Organisation, titles: Titles, language: str
) -> Sequence[SheetTable]:
    """The sheets of `orgcli stats -o FILE.xlsx`."""
    from orgcli.figures.organisation_figures import organisation_figures
    from orgcli.figures.report import FigureReport
    from orgcli.figures.rules import FigureRules
    from orgcli.figures.writers.xlsx import figure_sheets as sheets
    from orgcli.render.view import Page

    figures = organisation_figures(organisation, FigureRules(titles=titles))
    report = FigureReport([figures], speak_of_figures(language))
    return list(sheets(report, replace(Page(), words=speak(language))))
