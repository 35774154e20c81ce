"""What a difference is written from: the changes, where both sides come from, and the words."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from orgcli.changes.changes import Changes
from orgcli.changes.sides import SideView
from orgcli.language.changes.en import WORDS
from orgcli.language.changes.words import ChangeWords
from orgcli.model.findings.finding import Finding
from orgcli.model.organisation.organisation import Organisation

ONLY = (
    "joined", "left", "seat", "swapped", "name", "boss", "moved", "layer", "new", "gone", "changed",
    "dotted", "id", "unclear",
)  # fmt: skip
"""The kinds of changes, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class SideLabel:
    """Where a side comes from.

    label   what it is called: a revision, a file, a day, or the working tree
    commit  the commit that was read, in full
    """

    label: str
    commit: str | None = None


@dataclass(frozen=True, slots=True)
class OrganisationChanges:
    """The changes of one organisation.

    sides  both organisations; views, how each is looked at
    """

    name: str | None
    changes: Changes
    sides: tuple[Organisation, Organisation]
    views: tuple[SideView, SideView]

    @property
    def departments(self) -> Mapping[str, str]:
        """What departments are called, by their ids."""
        return {
            department.id: department.name
            for side in self.sides
            for department in side.departments
            if department.name
        }


@dataclass(frozen=True, slots=True)
class ChangeReport:
    """All that is written.

    only             the kinds of changes that are shown, of ONLY
    named            whether holders are named; else seats are called by their titles
    context          of a picture: how many lines away from a change seats are drawn; None for all
    new_findings     findings of the later side that the earlier one does not have
    mended_findings  the other way round
    """

    before: SideLabel
    after: SideLabel
    organisations: Sequence[OrganisationChanges] = ()
    words: ChangeWords = field(default=WORDS)
    only: Collection[str] = ONLY
    named: bool = True
    context: int | None = None
    new_findings: Sequence[Finding] = ()
    mended_findings: Sequence[Finding] = ()

    @property
    def differs(self) -> bool:
        """Whether anything that is shown has changed."""
        shown = frozenset(self.only)
        return any(kinds_of(organisation.changes) & shown for organisation in self.organisations)


def kinds_of(changes: Changes) -> frozenset[str]:
    """The kinds of changes that occur, of ONLY."""
    by_kind = {
        "boss": changes.bosses,
        "moved": changes.moves,
        "layer": changes.layers,
        "new": changes.new,
        "gone": changes.gone,
        "changed": [value for value in changes.values if not value.folded],
        "dotted": changes.dotted,
        "id": changes.new_ids,
        "unclear": changes.ambiguous,
    }
    people = {str(person.kind) for person in changes.people}
    return frozenset(
        {kind for kind, changes_of_kind in by_kind.items() if changes_of_kind} | people
    )
