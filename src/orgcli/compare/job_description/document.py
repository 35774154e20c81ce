"""A job description as a document, with its sources as numbered notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgcli.compare.comparison.comparison import Wording
from orgcli.compare.job_description.job_description import JobDescription, JobSeat, JobSection
from orgcli.compare.parts.document import dispute_blocks, work_reference
from orgcli.language.job_description.words import JobWords
from orgcli.language.tags import speak_of_jobs
from orgcli.model.roles.library import Side
from orgcli.render.document.document import (
    Block,
    CitedSource,
    Item,
    Items,
    SectionHeading,
    TextDocument,
    Words,
)
from orgcli.render.lines import Unit, glue, styled
from orgcli.render.view import Page

_BLANK = "________"
"""To be filled in."""


def job_document(job: JobDescription, page: Page) -> TextDocument:
    """Headings with lists, a blank where there are no statements, and the works at the end."""
    words = speak_of_jobs(page.words.tag)
    is_cited = page.sources is not False
    sources = (
        CitedSource(str(number), work_reference(work), work.url or "", work.note or "")
        for number, work in enumerate(job.sources if is_cited else (), start=1)
    )
    return TextDocument(
        title=job.title,
        subtitle=words.job_description,
        language=page.words.tag,
        blocks=tuple(_blocks(job, words, page, is_cited)),
        sources=tuple(sources),
        sources_title=page.words.roles.sources,
        are_notes=True,
        foot=(styled(words.note, "hedge"),),
    )


def _blocks(job: JobDescription, words: JobWords, page: Page, is_cited: bool) -> Iterator[Block]:
    if job.seat is not None:
        yield Items(tuple(_seat(job.seat, words)))
    for section in job.sections:
        yield SectionHeading(styled(str(getattr(words, section.kind))))
        yield Items(tuple(_items(section, job, is_cited)))

    def cited(side: Side) -> Words:
        return _noted(styled(side.text), side.sources, job, is_cited)

    yield from dispute_blocks(job.disputes, page.words.compare, cited)


def _seat(seat: JobSeat, words: JobWords) -> Iterator[Item]:
    for label, text in (
        (words.organisation, seat.organisation),
        (words.place, seat.place),
        (words.holder, seat.holder or words.open),
    ):
        if text:
            yield Item([*styled(f"{label}:", "label"), *styled(text)])


def _items(section: JobSection, job: JobDescription, is_cited: bool) -> Iterator[Item]:
    if section.lines:
        yield from (Item(styled(line)) for line in section.lines)
    elif section.wordings:
        yield from (_statement(wording, job, is_cited) for wording in section.wordings)
    else:
        yield Item(styled(_BLANK))


def _statement(wording: Wording, job: JobDescription, is_cited: bool) -> Item:
    units = styled(wording.text)
    if wording.qualifier:
        units += styled(f"({wording.qualifier})", "hedge")
    if key := job.disagreement(wording):
        units += styled(key, "disputed")
    return Item(_noted(units, wording.works, job, is_cited))


def _noted(units: list[Unit], works: Sequence[str], job: JobDescription, is_cited: bool) -> Words:
    """Words with the numbers of the notes on their works."""
    gap = ""
    for number in job.footnotes(works) if is_cited else ():
        glue(units, (str(number), "note"), gap=gap)
        gap = " "
    return units
