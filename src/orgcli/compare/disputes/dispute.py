"""A dispute with everything said on its sides."""

from collections.abc import Sequence
from dataclasses import dataclass

from orgcli.compare.comparison.comparison import Comparison, Said
from orgcli.model.roles.library import Dispute, Library, Side, Work


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement with the roles it is made of, under one facet.

    roles  what to call them; ids  theirs
    """

    said: Said
    roles: tuple[str, ...]
    ids: tuple[str, ...]
    facet: str
    label: str


@dataclass(frozen=True, slots=True)
class Argued:
    """A dispute.

    sides   each with the statements that only its works make
    others  statements whose works are on several sides, or on none: nobody may guess on which
    works   those that it cites, in the order of the library
    """

    dispute: Dispute
    sides: tuple[tuple[Side, tuple[Heard, ...]], ...]
    others: tuple[Heard, ...]
    works: tuple[Work, ...]

    @property
    def count(self) -> int:
        """How many statements belong to it."""
        return len(self.others) + sum(len(heard) for _, heard in self.sides)


def argued(dispute: Dispute, comparison: Comparison, library: Library) -> Argued:
    """A dispute with the statements of a comparison of every role that belong to it."""
    on: list[list[Heard]] = [[] for _ in dispute.sides]
    others: list[Heard] = []
    for heard in _heard(dispute.key, comparison):
        works = set(heard.said.works)
        sides = [at for at, side in enumerate(dispute.sides) if works <= set(side.sources)]
        (on[sides[0]] if works and len(sides) == 1 else others).append(heard)
    cited = {work for side in dispute.sides for work in side.sources}
    for some in (others, *on):
        cited.update(work for heard in some for work in heard.said.works)
    return Argued(
        dispute,
        tuple((side, tuple(heard)) for side, heard in zip(dispute.sides, on, strict=True)),
        tuple(others),
        tuple(work for work in library.works if work.key in cited),
    )


def _heard(key: str, comparison: Comparison) -> Sequence[Heard]:
    """The statements of a dispute in the order of the roles, each once however many share it."""
    found: dict[int, Heard] = {}
    order: dict[int, int] = {}
    for group in comparison.groups:
        for row in group.rows:
            for number, cell in enumerate(row.cells):
                column = comparison.columns[number]
                for said in cell:
                    if said.statement.dispute != key:
                        continue
                    this = id(said.statement)
                    known = found.get(this)
                    roles = (*(known.roles if known else ()), column.short)
                    ids = (*(known.ids if known else ()), column.id)
                    found[this] = Heard(said, roles, ids, group.facet, group.label)
                    order.setdefault(this, number)
    return [found[this] for this in sorted(found, key=lambda this: order[this])]
