"""What a comparison is: roles as columns, and facets with rows in which statements meet."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from orgcli.model.roles.library import Dispute, Shared, Work
from orgcli.model.roles.role import Role, Statement


class Agreement(StrEnum):
    """How a statement or a row stands to the other roles compared."""

    UNIQUE = "unique"
    SHARED = "shared"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class ComparedRole:
    """A role that goes into a comparison.

    shared  statements of the library on this role and on others
    file    that of a user's own role; None for a built-in one
    work    the only work whose statements count; None for all
    untranslated  statements that are not in the language of the others
    language  that of its texts, where it is not the language of the user
    """

    role: Role
    shared: tuple[Shared, ...] = ()
    file: str | None = None
    work: Work | None = None
    untranslated: frozenset[Statement] = frozenset()
    language: str | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of its own file, then those of libraries."""
        own = (statement for _, statements in self.role.facets() for statement in statements)
        return (*own, *(shared.statement for shared in self.shared))


@dataclass(frozen=True, slots=True)
class Column:
    """A role as a heading; no two columns have the same `short`.

    keyed     whether its file marks any statement as key
    work      the only work whose statements count; None for all
    language  that of all its texts, where it is not the language of the user
    """

    id: str
    short: str
    title: str
    file: str | None = None
    keyed: bool = True
    work: Work | None = None
    language: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What to call it, and its title where that is another."""
        return (self.short,) if self.title == self.short else (self.short, self.title)


@dataclass(frozen=True, slots=True)
class Wording:
    """One statement of one role, in words.

    text       the sentence, or the name of the other role of a relation
    qualifier  the hedge and the condition, in words; empty where it holds plainly
    works      keys of the works that say it, in the order of the library
    agreement  of this statement alone: shared if another role says the same anywhere
    language   that of the text, where it is not that of the others
    """

    text: str
    statement: Statement
    qualifier: str = ""
    works: tuple[str, ...] = ()
    agreement: Agreement = Agreement.UNIQUE
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Statements that belong side by side: of one concept, or on two sides of a dispute.

    cells      per column, the statements of that role; empty where it has none
    agreement  disputed if any statement in it is, else shared if any is
    concept    what they have in common; None in a row of one's own
    """

    cells: tuple[tuple[Wording, ...], ...]
    agreement: Agreement
    concept: str | None = None

    @property
    def columns(self) -> tuple[int, ...]:
        """Numbers of the columns that say something here."""
        return tuple(number for number, cell in enumerate(self.cells) if cell)

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Every statement of the row, column after column."""
        return tuple(wording for cell in self.cells for wording in cell)

    @property
    def works(self) -> tuple[str, ...]:
        """Keys of the independent works behind the row, each once."""
        return tuple(dict.fromkeys(work for wording in self.wordings for work in wording.works))

    @property
    def disputes(self) -> tuple[str, ...]:
        """Keys of the disputes its statements belong to, each once."""
        keys = (wording.statement.dispute for wording in self.wordings)
        return tuple(dict.fromkeys(key for key in keys if key))


@dataclass(frozen=True, slots=True)
class FacetRows:
    """The rows of one facet.

    silent  columns of roles that say nothing under this facet, which is not "none"
    hidden  per column, how many statements are left out here
    otherwise  columns of roles whose every reporting line here depends on a condition
    """

    facet: str
    label: str
    rows: tuple[Row, ...]
    silent: tuple[int, ...]
    hidden: tuple[int, ...]
    otherwise: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleCitation:
    """One role's part in what several have in common: its works, each with its hedge."""

    column: int
    works: tuple[tuple[str, str], ...]

    @property
    def by_hedge(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Works that follow each other with one hedge, and that hedge."""
        for hedge, pairs in groupby(self.works, key=itemgetter(1)):
            yield tuple(work for work, _ in pairs), hedge


@dataclass(frozen=True, slots=True)
class CommonConcept:
    """A concept that several of the roles share, under whatever facets they state it."""

    concept: str
    label: str
    citations: tuple[RoleCitation, ...]
    disputes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Roles side by side.

    common    every concept in common, in the order of the rows
    works     those that the statements in it cite, in the order of the library
    disputes  those that the statements in it belong to, in the order of the library
    stated    how many statements the roles make in all, each counted once
    full      whether nothing was left out to make it an answer
    """

    columns: tuple[Column, ...]
    groups: tuple[FacetRows, ...]
    common: tuple[CommonConcept, ...]
    works: tuple[Work, ...]
    disputes: tuple[Dispute, ...]
    stated: int
    full: bool = True

    def rows(self) -> Iterator[Row]:
        """Every row, facet after facet."""
        return (row for group in self.groups for row in group.rows)

    def statements(self) -> Iterator[tuple[FacetRows, int, Wording]]:
        """Every statement with its facet and its column, a role's one after the other in a row."""
        for group in self.groups:
            for row in group.rows:
                for number, cell in enumerate(row.cells):
                    yield from ((group, number, wording) for wording in cell)

    @property
    def shown(self) -> int:
        """How many statements there are in the rows, each counted once."""
        return len({id(wording.statement) for _, _, wording in self.statements()})

    @property
    def counts(self) -> dict[Agreement, int]:
        """How many statements there are of each agreement, each counted once."""
        agreement_of = {
            id(wording.statement): wording.agreement for _, _, wording in self.statements()
        }
        counts = Counter(agreement_of.values())
        return {agreement: counts[agreement] for agreement in Agreement}
