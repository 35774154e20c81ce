"""What stands below a comparison or a card, in the order in which every format writes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from orgcli.compare.comparison.comparison import Agreement, Comparison
from orgcli.compare.parts.phrases import more, numbers
from orgcli.language.words import CompareWords
from orgcli.model.roles.library import Work


@dataclass(frozen=True, slots=True)
class Foot:
    """What explains the signs and the marks above, and counts; a text that is empty is left out.

    signs     those that are explained
    silence   what it means that a role has no statements under a facet
    unclear   what the sign behind a name means
    works     those behind the marks
    unstated  the facets without any statement
    numbers   how many statements are shown
    more      how to see the others, for a terminal
    """

    signs: Sequence[Agreement]
    silence: str
    works: Sequence[Work]
    numbers: str
    more: str
    unclear: str = ""
    unstated: str = ""


def comparison_foot(comparison: Comparison, words: CompareWords) -> Foot:
    """The foot of a comparison."""
    return Foot(
        tuple(Agreement),
        silence(comparison, words),
        comparison.works,
        numbers(comparison, words),
        more(comparison, words),
    )


def silence(comparison: Comparison, words: CompareWords) -> str:
    """What it means that a role has no statements under a facet; empty where all have some."""
    return words.not_stated_means if any(group.silent for group in comparison.groups) else ""
