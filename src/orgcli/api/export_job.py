"""The part of an organisation that is exported, and what its format may use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from orgcli.exchange.export import ExportJob
from orgcli.exchange.formats import FORMATS, formats_with
from orgcli.exchange.tables.record_fields import RECORD_FIELDS
from orgcli.exchange.yaml.files import SPLITS
from orgcli.language.tags import LANGUAGES, speak, speak_of_figures
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import attribute_names
from orgcli.model.organisation.snapshot import snapshot
from orgcli.model.project import Project, role_titles
from orgcli.model.request.day import date_of, day_named
from orgcli.model.request.export_request import ExportRequest
from orgcli.model.request.field_values import refuse_wrong_values
from orgcli.model.request.flag import RequestError, Where, refuse_unknown_word
from orgcli.model.source.notation import Notation, notation
from orgcli.model.text import listed
from orgcli.render.spreadsheet.workbook import SheetTable

if TYPE_CHECKING:
    from orgcli.chart.deck.position_filter import Fit

_MOST_NAMES, _MOST_ORGANISATIONS = 20, 10


def only_organisation(project: Project, help: str) -> Organisation | None:
    """The organisation that is not empty, if any; RequestError with the help for several."""
    organisations = [
        organisation
        for organisation in project.organisations
        if organisation.positions or organisation.departments
    ]
    if len(organisations) > 1:
        names = [organisation.name or organisation.files[0] for organisation in organisations]
        count, shown = len(organisations), listed(names, _MOST_ORGANISATIONS)
        raise RequestError(f"there are {count} organisations here: {shown}", help)
    return organisations[0] if organisations else None


def judged_export(request: ExportRequest, where: Where = str) -> ExportRequest:
    """The request as it is written, where it makes sense; today is a date from here on.

    where  the name of a field -> how the user wrote it, for the message
    Raises RequestError where a value or a word is none of the field's, or fields cannot be meant
    together.
    """
    refuse_wrong_values(request, where)
    format = request.format or ("yaml" if request.split else None)
    if format is None:
        raise RequestError("there is no format", f"one of {listed(FORMATS)}")
    refuse_unknown_word(where("format"), format, FORMATS)
    refuse_unknown_word(where("language"), request.language, LANGUAGES)
    if request.split is not None:
        refuse_unknown_word(where("split"), request.split, SPLITS)
        if format != "yaml":
            message = f"{where('split')} is for yaml, and this is {format}"
            raise RequestError(message, "leave it out")
    if request.fields is not None and not FORMATS[format].records:
        with_fields = listed(formats_with("records"))
        message = f"{where('fields')} means nothing for {format}"
        raise RequestError(message, f"it is for {with_fields}")
    return replace(
        request,
        format=format,
        fields=None if request.fields is None else _several(request.fields),
        filter=_several(request.filter),
        as_of=date_of(day_named(request.as_of)),
    )


def _several(words: Sequence[str]) -> tuple[str, ...]:
    """One text alone stands for several."""
    return (words,) if isinstance(words, str) else tuple(words)


def export_job(
    project: Project,
    organisation: Organisation,
    request: ExportRequest,
    where: Where = str,
    is_planned: bool = False,
) -> tuple[ExportJob, Sequence[str]]:
    """What is to be written, and notes on its conditions. Raises RequestError if there is nothing.

    request     one that is judged
    is_planned  whether the organisation is as a plan leaves it, and not as its files have it
    """
    language, titles = request.language, role_titles(project, request.language)
    day = date_of(request.as_of)
    exported = organisation if day is None else snapshot(organisation, day).organisation
    if organisation.positions and not exported.positions:
        raise RequestError(f"no position is there on {day}", "")
    kept, notes = _kept(exported, organisation, titles, request, where)
    is_whole = kept is None and day is None and request.split is None and not is_planned
    _refuse_fields(request, exported, where)

    from orgcli.read.organisation.photos import read_photo

    job = ExportJob(
        organisation=exported,
        kept=kept,
        titles=titles,
        fields=request.fields or (),
        source_text=_source_text(project, organisation)
        if is_whole and request.format == "yaml"
        else None,
        has_comments=any(_has_comments(project, file) for file in organisation.files),
        split=request.split,
        language=language,
        figures=partial(figure_sheets, titles=titles, language=language),
        photo=partial(read_photo, organisation),
    )
    return job, notes


def _kept(
    exported: Organisation,
    whole: Organisation,
    titles: Titles,
    request: ExportRequest,
    where: Where,
) -> tuple[Sequence[int] | None, Sequence[str]]:
    """The positions below the root that fit the conditions, None for all; and notes on these."""
    kept: set[int] | None = None
    notes: Sequence[str] = ()
    if request.root is not None:
        kept = _below(exported, whole, titles, request, where)
    if request.filter:
        fit = _fitting(exported, titles, request, where)
        fits, notes = {at for at, fits in enumerate(fit.fits) if fits}, fit.notes
        kept = fits if kept is None else kept & fits
        if not kept:
            message = f"no position below `{request.root}` fits"
            raise RequestError(message, f"leave out {where('root')} or a condition")
    return None if kept is None else sorted(kept), notes


def _below(
    exported: Organisation,
    whole: Organisation,
    titles: Titles,
    request: ExportRequest,
    where: Where,
) -> set[int]:
    from orgcli.model.organisation.position_choice import UnknownPosition, position_called

    def absent(_at: int) -> UnknownPosition:
        return UnknownPosition(f"`{request.root}` is not there on {date_of(request.as_of)}")

    try:
        top = position_called(request.root or "", exported, whole, titles, absent)
    except UnknownPosition as error:
        raise RequestError(f"{where('root')}: {error}", error.help) from None
    (below,) = exported.lines.subtrees([top])
    return below


def _fitting(exported: Organisation, titles: Titles, request: ExportRequest, where: Where) -> Fit:
    from orgcli.chart.deck.position_filter import fitting, parse_condition
    from orgcli.chart.drawing import SelectionError

    try:
        conditions = [parse_condition(text, where("filter")) for text in request.filter]
        return fitting(conditions, exported, titles, closed=True)
    except SelectionError as error:
        raise RequestError(str(error), error.help) from None


def _refuse_fields(request: ExportRequest, exported: Organisation, where: Where) -> None:
    """Raise RequestError where a field is named that no position has."""
    if request.fields is None:
        return
    names = dict.fromkeys((*RECORD_FIELDS, *attribute_names(exported.positions)))
    for field in request.fields:
        if field not in names:
            near = nearest_words(field, list(names))
            help = did_you_mean(near, f"the fields are {listed(names, _MOST_NAMES)}")
            raise RequestError(f"{where('fields')} cannot be `{field}`", help)


def _source_text(project: Project, organisation: Organisation) -> str | None:
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
    findings = [
        finding
        for finding in verdict.findings
        if finding.place.file == source.path and finding.code == "ORG010" and not finding.suppressed
    ]
    return edited(source.text, edits_of(findings, source))


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
