"""Phrases of comparisons that come from the program and not from the library."""

from collections.abc import Iterator

from orgcli.compare.comparison.comparison import Agreement, Column, Comparison, FacetRows
from orgcli.language.words import CompareWords
from orgcli.model.roles.library import Work

SIGNS = {Agreement.UNIQUE: "·", Agreement.SHARED: "═", Agreement.DISPUTED: "≠"}
"""A sign for each mark, so that colour is never the only difference."""
UNCLEAR = "(?)"
"""Behind a name that may mean other roles too."""


def legend(words: CompareWords) -> dict[Agreement, str]:
    """What each sign means."""
    return {
        Agreement.UNIQUE: words.unique,
        Agreement.SHARED: words.shared,
        Agreement.DISPUTED: words.disputed,
    }


def work_in_full(work: Work) -> str:
    """A work with its author, date and address, and what to know of it."""
    parts = [work.label, work.author, work.published, work.url]
    name = ", ".join(part for part in parts if part)
    return f"{name}. {work.note}" if work.note else name


def origins(column: Column) -> list[str]:
    """The work, the file and the language of a column, each where it has one of its own."""
    texts = [column.work.label] if column.work else []
    texts += [column.file] if column.file else []
    return texts + ([f"[{column.language}]"] if column.language else [])


def notes(group: FacetRows, column: int, words: CompareWords) -> Iterator[str]:
    """What there is to say of a role under a facet besides its statements."""
    if column in group.silent:
        yield words.not_stated
    elif group.hidden[column] and not any(row.cells[column] for row in group.rows):
        yield words.hidden.format(count=group.hidden[column])
    if column in group.otherwise:
        yield words.otherwise


def numbers(comparison: Comparison, words: CompareWords) -> str:
    """How many statements are shown, and how they stand to each other."""
    counts = comparison.counts
    phrases = (
        words.count_shared.phrase(counts[Agreement.SHARED]),
        words.count_unique.phrase(counts[Agreement.UNIQUE]),
        words.count_disputed.phrase(counts[Agreement.DISPUTED]),
    )
    return f"{shown_of_stated(comparison, words)}: {', '.join(phrases)}"


def shown_of_stated(comparison: Comparison, words: CompareWords) -> str:
    """How many statements are shown, and of how many."""
    shown, stated = comparison.shown, comparison.stated
    template = words.some_shown if shown < stated else words.all_shown
    return template.format(shown=shown, stated=stated)


def more(comparison: Comparison, words: CompareWords) -> str:
    """How to see the statements that a short comparison leaves out, where it leaves out any."""
    short = not comparison.full and comparison.shown < comparison.stated
    return f"; {words.more}" if short else ""
