"""What a job description is: sections of statements, their sources, and the seat it is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgcli.compare.comparison.comparison import Comparison, Wording
from orgcli.model.roles.library import Dispute, Work

SECTIONS = (
    ("purpose", ("summary",)),
    ("duties", ("responsibilities", "daily_tasks")),
    ("measured_by", ("metrics",)),
    ("reports_to", ("reports_to",)),
    ("team", ("manages",)),
    ("works_with", ("collaborates_with",)),
    ("background", ("background", "skills")),
)
"""The headings, as the words of a language have them, and the facets that stand below each."""


@dataclass(frozen=True, slots=True)
class JobSeat:
    """The position of an organisation that the description is for.

    reports_to  the manager; empty at the top
    team        the direct reports
    """

    organisation: str = ""
    title: str = ""
    place: str = ""
    holder: str = ""
    reports_to: str = ""
    team: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JobSection:
    """A heading, the statements below it, and the lines that the seat has there instead.

    kind  a name of the words of a language
    """

    kind: str
    wordings: tuple[Wording, ...]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JobDescription:
    """A draft of a job description.

    sources   the work of each footnote, in the order of the numbers
    disputes  in which works disagree on these statements
    """

    title: str
    sections: tuple[JobSection, ...]
    sources: tuple[Work, ...]
    seat: JobSeat | None = None
    disputes: tuple[Dispute, ...] = ()

    def disagreement(self, wording: Wording) -> str:
        """The key of the dispute in which works disagree on a statement; empty for none."""
        key = wording.statement.dispute or ""
        return key if any(dispute.key == key for dispute in self.disputes) else ""

    def footnotes(self, works: Sequence[str]) -> Sequence[int]:
        """The numbers of the footnotes of works, by their keys."""
        numbers = {work.key: number for number, work in enumerate(self.sources, start=1)}
        return [numbers[work] for work in works if work in numbers]


def job_description(comparison: Comparison, seat: JobSeat | None = None) -> JobDescription:
    """The description of a role.

    comparison  of this role alone, with nothing left out
    seat        the position it is for, whose line, team and place are filled in
    """
    by_facet: dict[str, list[Wording]] = {}
    for group, _, wording in comparison.statements():
        by_facet.setdefault(group.facet, []).append(wording)
    sections = tuple(
        JobSection(
            kind,
            tuple(
                _brief(kind, [wording for facet in facets for wording in by_facet.get(facet, ())])
            ),
            tuple(_lines(kind, seat)),
        )
        for kind, facets in SECTIONS
    )
    wordings = [wording for section in sections for wording in _shown(section)]
    keys = {wording.statement.dispute for wording in wordings}
    disputes = [
        dispute
        for dispute in comparison.disputes
        if dispute.kind == "disagree" and dispute.key in keys
    ]
    cited = {work for wording in wordings for work in wording.works}
    cited |= {work for dispute in disputes for side in dispute.sides for work in side.sources}
    sources = tuple(work for work in comparison.works if work.key in cited)
    title = (seat.title if seat and seat.title else "") or comparison.columns[0].title
    return JobDescription(title, sections, sources, seat, tuple(disputes))


def _brief(kind: str, wordings: Sequence[Wording]) -> Sequence[Wording]:
    """The statements of a section; of the purpose the key ones, where there are any."""
    key = [wording for wording in wordings if wording.statement.key] if kind == "purpose" else []
    return key or wordings


def _shown(section: JobSection) -> Sequence[Wording]:
    """The statements of a section, which a seat's own lines take the place of."""
    return () if section.lines else section.wordings


def _lines(kind: str, seat: JobSeat | None) -> Iterator[str]:
    if seat is None:
        return
    if kind == "reports_to" and seat.reports_to:
        yield seat.reports_to
    if kind == "team":
        yield from seat.team
