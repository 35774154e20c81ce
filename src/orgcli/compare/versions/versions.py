"""Two versions of a role with what differs between them, in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from orgcli.compare.versions.differences import ChangeKind, Difference, FieldChange
from orgcli.language.words import CompareWords

SIGNS = {ChangeKind.ADDED: "+", ChangeKind.REMOVED: "-", ChangeKind.CHANGED: "~"}


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of a role by the names of their files, and what differs between them.

    labels  what each facet is called
    """

    before: str
    after: str
    differences: Sequence[Difference]
    labels: Mapping[str, str]

    def label(self, facet: str) -> str:
        """What a facet is called; the role itself has none."""
        return self.labels.get(facet, facet)

    def by_facet(self) -> Iterator[tuple[str, list[Difference]]]:
        """The differences, facet after facet."""
        for facet, differences in groupby(
            self.differences, key=lambda difference: difference.facet
        ):
            yield facet, list(differences)

    def values(self, change: FieldChange) -> tuple[str, str]:
        """A field before and after, in words; a dash where it is not there."""
        before, after = change.before or "–", change.after or "–"
        if change.field == "facet":
            return self.label(before), self.label(after)
        return before, after

    def summary(self, words: CompareWords) -> str:
        """How many statements came, went and changed."""
        if not self.differences:
            return words.no_difference
        kinds = [difference.kind for difference in self.differences]
        templates = {
            ChangeKind.ADDED: words.count_added,
            ChangeKind.REMOVED: words.count_removed,
            ChangeKind.CHANGED: words.count_changed,
        }
        return ", ".join(template.phrase(kinds.count(kind)) for kind, template in templates.items())
