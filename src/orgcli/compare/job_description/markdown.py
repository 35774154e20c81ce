"""A job description as Markdown, with sources as footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from orgcli.compare.comparison.comparison import Wording
from orgcli.compare.job_description.job_description import JobDescription, JobSeat, JobSection
from orgcli.compare.parts.phrases import work_in_full
from orgcli.language.job_description.words import JobWords
from orgcli.language.tags import speak_of_jobs
from orgcli.render.markdown import escaped
from orgcli.render.view import Page

_BLANK = "\\_\\_\\_\\_\\_\\_\\_\\_"
"""To be filled in."""


def job_markdown(job: JobDescription, page: Page) -> str:
    """Headings with lists, a blank where nothing is said, and the works at the end."""
    words = speak_of_jobs(page.words.tag)
    blocks = [f"# {escaped(job.title)}", f"*{escaped(words.job_description)}*"]
    if job.seat is not None:
        blocks.append("\n".join(_seat(job.seat, words)))
    blocks += [block for section in job.sections for block in _section(section, job, words)]
    blocks.append(f"*{escaped(words.note)}*")
    if page.sources is not False:
        blocks += [
            f"[^{number}]: {escaped('; '.join(map(work_in_full, works)))}"
            for number, works in enumerate(job.sources, start=1)
        ]
    return "\n\n".join(blocks) + "\n"


def _seat(seat: JobSeat, words: JobWords) -> Iterator[str]:
    for label, text in (
        (words.organisation, seat.organisation),
        (words.place, seat.place),
        (words.holder, seat.holder or words.open),
    ):
        if text:
            yield f"- **{escaped(label)}**: {escaped(text)}"


def _section(section: JobSection, job: JobDescription, words: JobWords) -> Iterator[str]:
    yield f"## {escaped(str(getattr(words, section.kind)))}"
    lines = [f"- {escaped(line)}" for line in section.lines]
    lines = lines or [_statement(one, job) for one in section.wordings] or [f"- {_BLANK}"]
    yield "\n".join(lines)


def _statement(wording: Wording, job: JobDescription) -> str:
    hedge = f" ({escaped(wording.qualifier)})" if wording.qualifier else ""
    number = job.footnote(wording)
    return f"- {escaped(wording.text)}{hedge}" + (f"[^{number}]" if number else "")
