"""Statements, citations and questions as units of styled words."""

from collections.abc import Iterable

from orgcli.compare.comparison.comparison import Wording
from orgcli.compare.parts.citations import Citations
from orgcli.language.words import CompareWords
from orgcli.model.roles.library import Dispute
from orgcli.render.lines import Unit, glue, hedge_units, one_line, styled


def statement_units(wording: Wording, citations: Citations) -> list[Unit]:
    """A statement in words, with the marks of its works hung on the last of them."""
    units = styled(wording.text)
    if wording.qualifier:
        units += hedge_units(wording.qualifier)
    if citations.shown and wording.works:
        glue(units, (citations.line(wording.works), "work"))
    if citations.keys and wording.statement.dispute:
        glue(units, (one_line(wording.statement.dispute), "disputed"))
    if wording.language:
        glue(units, (f"[{one_line(wording.language)}]", "quiet"))
    if citations.ids and wording.statement.id:
        glue(units, (one_line(wording.statement.id), "quiet"))
    return units


def cited_units(
    text: str, works: Iterable[str], citations: Citations, gap: str, doubt: str = ""
) -> list[Unit]:
    """A few words with the marks of the works that say them, behind a sign of doubt if any."""
    units = styled(text)
    if doubt:
        glue(units, (doubt, "disputed"), gap=gap)
    mark = citations.line(works) if citations.shown else ""
    if mark:
        glue(units, (mark, "work"), gap=gap)
    return units


def question_units(dispute: Dispute, words: CompareWords) -> list[Unit]:
    """A question, and what it is where works do not contradict each other."""
    units = styled(dispute.question)
    if dispute.kind != "disagree":
        units += styled(f"({words.dispute_kinds[dispute.kind]})", "quiet")
    return units
