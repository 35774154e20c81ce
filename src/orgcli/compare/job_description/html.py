"""A job description as a page that prints, with sources as numbered notes."""

from __future__ import annotations

from collections.abc import Iterator

from orgcli.compare.comparison.comparison import Wording
from orgcli.compare.job_description.job_description import JobDescription, JobSeat, JobSection
from orgcli.compare.parts.phrases import work_in_full
from orgcli.language.job_description.words import JobWords
from orgcli.language.tags import speak_of_jobs
from orgcli.render.html import Html, document
from orgcli.render.view import Page

_LINE = Html("\n")
_ITEM = Html("<li>{text}{hedge}{note}</li>")
_HEDGE = Html(' <span class="hedge">({})</span>')
_NOTE = Html('<sup><a class="work" href="#note-{number}">{number}</a></sup>')
_SECTION = Html("<h2>{title}</h2>\n<ul>\n{items}\n</ul>")
_FACT = Html("<p><strong>{label}</strong>: {text}</p>")
_SOURCE = Html('<li id="note-{number}"><span class="work">{number}</span> {text}</li>')
_BLANK = "________"


def job_html(job: JobDescription, page: Page) -> str:
    """A page that loads nothing and runs nothing."""
    words = speak_of_jobs(page.words.tag)
    blocks = [
        Html('<main>\n<h1>{}</h1>\n<p class="quiet">{}</p>').format(
            job.title, words.job_description
        ),
        *(_seat(job.seat, words) if job.seat else ()),
        *(_section(section, job, words, page) for section in job.sections),
        Html('<p class="reading">{}</p>\n</main>').format(words.note),
    ]
    if job.sources and page.sources is not False:
        notes = [
            _SOURCE.format(number=number, text="; ".join(map(work_in_full, works)))
            for number, works in enumerate(job.sources, start=1)
        ]
        blocks.append(
            Html("<footer><p>{}</p>\n<ul>\n{}\n</ul></footer>").format(
                words.sources, _LINE.join(notes)
            )
        )
    return document(job.title, page.words.tag, _LINE.join(blocks))


def _seat(seat: JobSeat, words: JobWords) -> Iterator[Html]:
    for label, text in (
        (words.organisation, seat.organisation),
        (words.place, seat.place),
        (words.holder, seat.holder or words.open),
    ):
        if text:
            yield _FACT.format(label=label, text=text)


def _section(section: JobSection, job: JobDescription, words: JobWords, page: Page) -> Html:
    items = [_ITEM.format(text=line, hedge="", note="") for line in section.lines]
    items = items or [_statement(one, job, page) for one in section.wordings]
    items = items or [_ITEM.format(text=_BLANK, hedge="", note="")]
    title = str(getattr(words, section.kind))
    return _SECTION.format(title=title, items=_LINE.join(items))


def _statement(wording: Wording, job: JobDescription, page: Page) -> Html:
    number = job.footnote(wording) if page.sources is not False else 0
    return _ITEM.format(
        text=wording.text,
        hedge=_HEDGE.format(wording.qualifier) if wording.qualifier else "",
        note=_NOTE.format(number=number) if number else "",
    )
