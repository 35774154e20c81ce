"""What the answer of a comparison is: cells of roles, lists, and reporting lines as sketches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgcli.compare.comparison.comparison import Column, Comparison, Wording
from orgcli.model.roles.library import Dispute
from orgcli.model.roles.role import ArchetypeClaim


@dataclass(frozen=True, slots=True)
class Claim:
    """Which kind of holder a work sees in a role."""

    column: int
    claim: ArchetypeClaim


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row of the table: the statements of each role; an empty cell where it has none.

    kind  the name of its label in the words of a language
    """

    kind: str
    cells: tuple[tuple[Wording, ...], ...]


@dataclass(frozen=True, slots=True)
class SketchNode:
    """A line of a sketch of reporting lines.

    depth    how far it is set in
    text     the name; empty where no work states one
    hedge    how firmly the statement has it there
    wording  the statement by which it stands there
    is_role  whether it is one of the roles compared
    """

    depth: int
    text: str = ""
    hedge: str = ""
    wording: Wording | None = None
    is_role: bool = False


@dataclass(frozen=True, slots=True)
class Sketch:
    """The reporting lines where some of the roles exist.

    columns  those roles
    """

    columns: tuple[int, ...]
    nodes: tuple[SketchNode, ...]


@dataclass(frozen=True, slots=True)
class RoleAnswer:
    """What tells roles apart, on one screen.

    archetypes  the kinds of holders that works see in each role
    deciding    the dispute that most of the statements compared belong to
    table       the rows side by side; hiring, pairing and misfits: the same, one role below another
    sketches    the reporting lines of each role alone, and of all together
    """

    comparison: Comparison
    archetypes: tuple[tuple[ArchetypeClaim, ...], ...]
    deciding: Dispute | None
    table: tuple[AnswerRow, ...]
    hiring: AnswerRow
    pairing: AnswerRow
    misfits: AnswerRow
    sketches: tuple[Sketch, ...]

    @property
    def claims(self) -> Sequence[Claim]:
        """The kinds of holders that works see in the roles, where they differ in one of them."""
        kinds: dict[str, set[str]] = {}
        for column, claims in zip(self.columns, self.archetypes, strict=True):
            kinds.setdefault(column.id, set()).update(claim.is_ for claim in claims)
        if all(len(several) < 2 for several in kinds.values()):
            return ()
        return [
            Claim(column, claim)
            for column, claims in enumerate(self.archetypes)
            for claim in claims
        ]

    def sketch_title(self, sketch: Sketch, together: str) -> str:
        """The role of a sketch; `together` of that of several roles."""
        first, *others = sketch.columns
        return together if others else self.columns[first].short

    @property
    def columns(self) -> Sequence[Column]:
        """The roles."""
        return self.comparison.columns

    @property
    def lists(self) -> Sequence[AnswerRow]:
        """The rows that are shown as lists, where some role has statements."""
        rows = (self.hiring, self.pairing, self.misfits)
        return [row for row in rows if any(row.cells)]

    def wordings(self) -> Iterator[Wording]:
        """Every statement that is shown."""
        for row in (*self.table, *self.lists):
            for cell in row.cells:
                yield from cell
        for sketch in self.sketches:
            yield from (node.wording for node in sketch.nodes if node.wording)

    @property
    def works(self) -> tuple[str, ...]:
        """The keys of the works behind what is shown, in the order of the library."""
        cited = {work for wording in self.wordings() for work in wording.works}
        cited |= {claim.source or "" for claims in self.archetypes for claim in claims}
        return tuple(work.key for work in self.comparison.works if work.key in cited)

    @property
    def one_vendor(self) -> tuple[str, int, int] | None:
        """The work that most of the lists rest on alone, how many statements, and of how many.

        None where no work has two thirds of them.
        """
        wordings = [wording for row in self.lists for cell in row.cells for wording in cell]
        alone = [wording.works[0] for wording in wordings if len(wording.works) == 1]
        for work in dict.fromkeys(alone):
            if 3 * alone.count(work) >= 2 * len(wordings):
                return work, alone.count(work), len(wordings)
        return None
