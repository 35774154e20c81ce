"""What a comparison says in the program's own words; everything else is the library's."""

from orgcli.compare.comparison.comparison import Agreement, Column, Comparison
from orgcli.language.words import CompareWords
from orgcli.model.roles.library import Work

SIGNS = {Agreement.UNIQUE: "·", Agreement.SHARED: "═", Agreement.DISPUTED: "≠"}
"""A sign for each mark, so that colour is never the only difference."""


def legend(words: CompareWords) -> dict[Agreement, str]:
    """What each sign means."""
    return {
        Agreement.UNIQUE: words.unique,
        Agreement.SHARED: words.shared,
        Agreement.DISPUTED: words.disputed,
    }


def work_in_full(work: Work) -> str:
    """A work with its author, date and address, and what to know of it."""
    known = [work.label, work.author, work.published, work.url]
    name = ", ".join(one for one in known if one)
    return f"{name}. {work.note}" if work.note else name


def origins(column: Column) -> list[str]:
    """Where what a column says comes from, where that goes without saying for the others."""
    found = [column.work.label] if column.work else []
    found += [column.file] if column.file else []
    return found + ([f"[{column.language}]"] if column.language else [])


def numbers(comparison: Comparison, words: CompareWords) -> str:
    """How many statements are shown, and how they stand to each other."""
    few, every = comparison.shown, comparison.stated
    found = comparison.counts
    wording = words.some_shown if few < every else words.all_shown
    counted = ", ".join(
        (
            words.count_shared.format(count=found[Agreement.SHARED]),
            words.count_unique.format(count=found[Agreement.UNIQUE]),
            words.count_disputed.format(count=found[Agreement.DISPUTED]),
        )
    )
    return f"{wording.format(shown=few, stated=every)}: {counted}"
