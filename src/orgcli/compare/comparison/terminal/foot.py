"""What stands below the columns: what the roles share, and what signs and marks mean."""

from collections.abc import Iterator

from orgcli.compare.comparison.comparison import Agreement, CommonConcept, Comparison
from orgcli.compare.parts import phrases
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.foot import comparison_foot
from orgcli.compare.parts.terminal import foot_lines
from orgcli.model.roles.library import Work
from orgcli.model.text import cells
from orgcli.render.columns import side_by_side
from orgcli.render.lines import Line, Unit, glue, hanging, one_line, separated, styled, wrap

_APART = 3
_SIGN = 2  # cells of a sign and the blank behind it
_WIDEST_LABEL = 44
_NARROWEST_ROLES = 36
_UNBROKEN = 16  # cells of a role's name that stays on one line


def common_lines(
    comparison: Comparison, citations: Citations, width: int, stop: int = 0
) -> list[Line]:
    """Each shared concept with its roles and their works, in lines of `width`.

    stop  where the roles begin, if the labels leave room for that; else behind the longest
    """
    labels = [cells(one_line(common.label)) for common in comparison.common]
    widest = max(min(_WIDEST_LABEL, max(labels, default=0)), stop - _SIGN - _APART)
    room = width - _SIGN - widest - _APART
    sign = phrases.SIGNS[Agreement.SHARED]
    lines: list[Line] = []
    for common in comparison.common:
        label, roles = styled(common.label), _roles(common, comparison, citations)
        if room < _NARROWEST_ROLES:
            glue(label, ("", ""))
            lines.extend(hanging([*label, *roles], sign, width))
        else:
            columns = [[[(f"{sign} ", "shared")]], wrap(label, widest), wrap(roles, room)]
            lines.extend(side_by_side(columns, [_SIGN, widest + _APART, room], 0))
    return lines


def foot(comparison: Comparison, citations: Citations, width: int) -> Iterator[Line]:
    """The signs, the works behind the marks, and how much of everything there is above."""

    def in_full(work: Work) -> list[Line]:
        mark, units = citations.line([work.key]), styled(phrases.work_in_full(work), "quiet")
        return hanging(units, mark, width, "work")

    return foot_lines(comparison_foot(comparison, citations.words), citations, width, in_full)


def _roles(common: CommonConcept, comparison: Comparison, citations: Citations) -> list[Unit]:
    """The roles that share a concept, each with its works and their hedges."""
    roles = []
    for citation in common.citations:
        short = comparison.columns[citation.column].short
        whole = cells(short) <= _UNBROKEN
        units = [[(one_line(short), "role")]] if whole else styled(short, "role")
        for works, hedge in citation.by_hedge if citations.shown else ():
            glue(units, (citations.line(works), "work"), gap=" ")
            if hedge:
                glue(units, (one_line(f"({hedge})"), "hedge"), gap=" ")
        roles.append(units)
    units = separated(roles)
    if common.disputes:
        glue(units, (one_line(" ".join(common.disputes)), "disputed"))
    return units
