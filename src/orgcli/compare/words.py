"""What a comparison says in its own words; everything else is the library's or the user's."""

from orgcli.compare.comparison import Comparison, Mark
from orgcli.model.library import Work

SIGNS = {Mark.UNIQUE: "·", Mark.SHARED: "═", Mark.DISPUTED: "≠"}
"""A sign for each mark, so that colour is never the only difference."""
LEGEND = {
    Mark.UNIQUE: "only here",
    Mark.SHARED: "shared",
    Mark.DISPUTED: "the works disagree",
}
COUNTED = {Mark.SHARED: "shared", Mark.UNIQUE: "only here", Mark.DISPUTED: "disputed"}
NOT_STATED = "not stated"
NOT_STATED_MEANS = "nothing is said, which is not “none”"
IN_COMMON = "In common"
DISPUTED = "Disputed"
WITH = "with"
MORE = "--full for all"


def work_name(work: Work) -> str:
    """A work with its year and the languages it was read in."""
    year = f" {work.year}" if work.year else ""
    languages = f" ({' '.join(work.languages)})" if work.languages else ""
    return f"{work.name}{year}{languages}"


def numbers(comparison: Comparison) -> str:
    """How many statements are shown, and how they stand to each other."""
    few, every = comparison.shown, comparison.stated
    found = comparison.counts
    counted = ", ".join(f"{found[mark]} {COUNTED[mark]}" for mark in COUNTED)
    return f"{f'{few} of {every}' if few < every else f'All {every}'} statements shown: {counted}"


def hidden(count: int) -> str:
    """In the place of statements that only --full shows."""
    return f"{count} more in --full"
