"""Published figures set beside those of an organisation, without a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from orgcli.figures.figures import OrganisationFigures
from orgcli.figures.report import FigureReport
from orgcli.figures.tables.phrases import FigurePhrases
from orgcli.render.works import marks_of

if TYPE_CHECKING:  # most reports have none
    from orgcli.model.roles.library import Work
    from orgcli.model.roles.yardsticks import Yardstick


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A figure of a work.

    number  the figure, or the range
    about   of whom, when, and whether it was observed or is required
    text    the statement
    marks   of the works that state it
    """

    number: str
    about: str
    text: str
    marks: str


@dataclass(frozen=True, slots=True)
class PublishedSection:
    """What is published of one figure, and the same of each organisation."""

    title: str
    yours: Sequence[str]
    figures: Sequence[PublishedFigure]


@dataclass(frozen=True, slots=True)
class PublishedDispute:
    """A question, the answers with the works that give them, and how they can be reconciled."""

    question: str
    answers: Sequence[tuple[str, str]]
    reading: str


@dataclass(frozen=True, slots=True)
class Published:
    """All that is published; works: a mark, and what it stands for."""

    sections: Sequence[PublishedSection]
    disputes: Sequence[PublishedDispute]
    works: Sequence[tuple[str, str]]
    note: str


def published(report: FigureReport, say: FigurePhrases) -> Published | None:
    """What is published of the figures of a report; None where they are not requested."""
    yardsticks = report.yardsticks
    if yardsticks is None:
        return None
    marks = marks_of(yardsticks.works)
    kinds = dict.fromkeys(statement.figure for statement in yardsticks.statements)
    sections = [
        PublishedSection(
            _titles(say)[kind],
            [
                _yours(kind, organisation, say, len(report.organisations) > 1)
                for organisation in report.organisations
            ],
            [
                _figure(statement, say, marks)
                for statement in yardsticks.statements
                if statement.figure == kind
            ],
        )
        for kind in kinds
    ]
    disputes = [
        PublishedDispute(
            dispute.question,
            [(side.text, _marked(side.sources, marks)) for side in dispute.sides],
            dispute.reading or "",
        )
        for dispute in yardsticks.disputes
    ]
    works = [(marks[work.key], " · ".join(_name_parts(work))) for work in yardsticks.works]
    return Published(sections, disputes, works, yardsticks.note or "")


def _titles(say: FigurePhrases) -> Mapping[str, str]:
    words = say.words
    return {
        "span": words.span_of_control,
        "layers": words.layers,
        "manager-ratio": words.others,
        "open": words.share_open,
    }


def _yours(
    kind: str, organisation: OrganisationFigures, say: FigurePhrases, with_name: bool
) -> str:
    """The same figures of an organisation, with its name where there are several."""
    words, total = say.words, organisation.total
    phrases: list[str] = []
    if kind == "span":
        phrases = say.spans(organisation)[:2]
        if organisation.layers.layers and organisation.layers.layers[0].managers == 1:
            count = say.count(organisation.layers.layers[0].reports)
            phrases.append(words.top_span.format(count=count))
    elif kind == "layers":
        phrases = [say.count(len(organisation.layers.layers))]
    elif kind == "manager-ratio" and total.managers:
        phrases = [say.number(total.others_per_manager)]
    elif kind == "open" and total.open_share is not None:
        phrases = [say.percent(total.open_share)]
    yours = f"{words.yours}: {', '.join(phrases) or words.none}"
    return f"{organisation.name}, {yours}" if with_name and organisation.name else yours


def _figure(yardstick: Yardstick, say: FigurePhrases, marks: Mapping[str, str]) -> PublishedFigure:
    kinds: dict[str, str] = dict(say.words.kinds)  # type: ignore[arg-type]
    about = f"{yardstick.of}, {yardstick.year}, {kinds[yardstick.kind]}"
    return PublishedFigure(
        _range(yardstick, say), about, yardstick.text, _marked(yardstick.sources, marks)
    )


def _range(yardstick: Yardstick, say: FigurePhrases) -> str:
    least, most = yardstick.range
    if least == most:
        return say.number(least)
    if most is None:
        return f"≥ {say.number(least)}"
    return f"≤ {say.number(most)}" if least is None else f"{say.number(least)}–{say.number(most)}"


def _marked(sources: Sequence[str], marks: Mapping[str, str]) -> str:
    return " ".join(marks.get(source, source) for source in sources)


def _name_parts(work: Work) -> Iterator[str]:
    yield work.name + (f" {work.year}" if work.year else "")
    yield from filter(
        None, (work.author if work.author != work.name else None, work.url, work.note)
    )
