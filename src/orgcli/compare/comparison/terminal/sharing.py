"""Which other roles share a statement, in words."""

from orgcli.compare.comparison.comparison import Agreement, Comparison, Row, Wording


def sharing_roles(comparison: Comparison, row: Row, wording: Wording, column: int) -> str:
    """The names of the other roles that say the same, under whatever facet; empty for none."""
    if wording.agreement is not Agreement.SHARED:
        return ""
    concept = wording.statement.concept
    common = next((shared for shared in comparison.common if shared.concept == concept), None)
    columns = [citation.column for citation in common.citations] if common else row.columns
    return ", ".join(comparison.columns[at].short for at in columns if at != column)
