"""Roles become rows: statements of one concept, or of one dispute, stand side by side."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from orgcli.compare.comparison.comparison import (
    Agreement,
    Column,
    CommonConcept,
    ComparedRole,
    Comparison,
    FacetRows,
    RoleCitation,
    Row,
    Wording,
)
from orgcli.compare.comparison.vocabulary import Vocabulary
from orgcli.model.roles.library import Library
from orgcli.model.roles.role import FACETS, Statement


@dataclass(frozen=True, slots=True, eq=False)
class _Occurrence:
    """A statement with its column and facet; those of one meaning share a value of `same`."""

    column: int
    facet: str
    statement: Statement
    same: tuple[Hashable, ...]
    language: str | None = None


def align(
    compared: Sequence[ComparedRole], library: Library, names: Mapping[str, str] | None = None
) -> Comparison:
    """Everything the roles say, aligned.

    names  what to call the other role of a relation, by id; else the id without hyphens
    Two statements mean the same if they have the same concept, or, under the same facet, the
    same words or the same other role. The order is that of the facets, then of the files.
    """
    occurrences = [
        occurrence
        for number, role in enumerate(compared)
        for occurrence in _occurrences(number, role)
    ]
    alignment = _Alignment(occurrences, len(compared), Vocabulary(library, names or {}))
    by_facet: dict[str, list[_Occurrence]] = {facet: [] for facet in FACETS}
    for occurrence in occurrences:
        by_facet.setdefault(occurrence.facet, []).append(occurrence)
    whole = Comparison(
        columns=_columns(compared),
        groups=tuple(alignment.facet(facet, here) for facet, here in by_facet.items() if here),
        common=tuple(alignment.common(occurrences)),
        works=library.works,
        disputes=library.disputes,
        stated=len({id(occurrence.statement) for occurrence in occurrences}),
    )
    return only_cited(whole)


def only_cited(comparison: Comparison) -> Comparison:
    """The same with no work and no dispute but those that it still speaks of."""
    rows = tuple(comparison.rows())
    citations = (citation for common in comparison.common for citation in common.citations)
    works = {work for row in rows for work in row.works}
    works.update(work for citation in citations for work, _ in citation.works)
    keys = {key for row in rows for key in row.disputes}
    keys.update(key for common in comparison.common for key in common.disputes)
    disputes = tuple(dispute for dispute in comparison.disputes if dispute.key in keys)
    if comparison.full:
        works.update(
            work for dispute in disputes for side in dispute.sides for work in side.sources
        )
    cited = tuple(work for work in comparison.works if work.key in works)
    return replace(comparison, works=cited, disputes=disputes)


def _columns(compared: Sequence[ComparedRole]) -> tuple[Column, ...]:
    """Headings; a short name that would stand twice gets its file or its number."""
    shorts = [
        (role.role.abbreviation or role.role.name) + (f"@{role.work.mark}" if role.work else "")
        for role in compared
    ]
    with_file = [
        f"{short} ({role.file})" if role.file and shorts.count(short) > 1 else short
        for short, role in zip(shorts, compared, strict=True)
    ]
    return tuple(
        Column(
            role.role.role,
            short if with_file.count(short) == 1 else f"{short} {number + 1}",
            role.role.name,
            role.file,
            any(statement.key for _, several in role.role.facets() for statement in several),
            role.work,
            role.language,
        )
        for number, (short, role) in enumerate(zip(with_file, compared, strict=True))
    )


def _occurrences(column: int, compared: ComparedRole) -> Iterator[_Occurrence]:
    def occurrence(facet: str, statement: Statement, *also: Hashable) -> _Occurrence:
        language = compared.role.language if statement in compared.untranslated else None
        same = (*_same(facet, statement), *also)
        return _Occurrence(column, facet, statement, same, language)

    for facet, statements in compared.role.facets():
        yield from (occurrence(facet, statement) for statement in statements)
    for shared in compared.shared:
        yield occurrence(shared.facet, shared.statement, ("shared", id(shared.statement)))


def _same(facet: str, statement: Statement) -> Iterator[Hashable]:
    if statement.concept:
        yield ("concept", statement.concept)
    if statement.text:
        yield ("text", facet, " ".join(statement.text.casefold().split()))
    else:
        yield from (("role", facet, role) for role in statement.role)


class _Alignment:
    """The statements of all roles: which of them mean the same, and what to call them."""

    def __init__(
        self, occurrences: Sequence[_Occurrence], columns: int, vocabulary: Vocabulary
    ) -> None:
        self._columns = columns
        self._vocabulary = vocabulary
        self._holders: dict[Hashable, set[int]] = defaultdict(set)
        for occurrence in occurrences:
            for key in occurrence.same:
                self._holders[key].add(occurrence.column)

    def facet(self, facet: str, occurrences: Sequence[_Occurrence]) -> FacetRows:
        """What all roles say under one facet."""
        stating = {occurrence.column for occurrence in occurrences}
        silent = tuple(column for column in range(self._columns) if column not in stating)
        certain = {occurrence.column for occurrence in occurrences if not occurrence.statement.when}
        otherwise = tuple(sorted(stating - certain)) if facet == "reports_to" else ()
        rows = tuple(map(self._row, _joined(occurrences)))
        label = self._vocabulary.facet(facet)
        return FacetRows(facet, label, rows, silent, (0,) * self._columns, otherwise)

    def common(self, occurrences: Sequence[_Occurrence]) -> Iterator[CommonConcept]:
        """Concepts of two roles or more, in the order of the facets they first come under."""
        order = {facet: at for at, facet in enumerate(FACETS)}
        by_concept: dict[str, list[_Occurrence]] = {}
        for occurrence in sorted(
            occurrences, key=lambda occurrence: order.get(occurrence.facet, len(order))
        ):
            concept = occurrence.statement.concept
            if concept and len(self._holders["concept", concept]) > 1:
                by_concept.setdefault(concept, []).append(occurrence)
        for concept, stating in by_concept.items():
            keys = {
                occurrence.statement.dispute
                for occurrence in stating
                if occurrence.statement.dispute
            }
            citations = tuple(
                RoleCitation(
                    column,
                    self._hedged(
                        [occurrence for occurrence in stating if occurrence.column == column]
                    ),
                )
                for column in sorted(self._holders["concept", concept])
            )
            label = self._vocabulary.concept(concept)
            yield CommonConcept(concept, label, citations, self._vocabulary.disputes(keys))

    def _row(self, occurrences: Sequence[_Occurrence]) -> Row:
        cells: list[list[Wording]] = [[] for _ in range(self._columns)]
        for occurrence in occurrences:
            cells[occurrence.column].append(
                self._wording(occurrence, self._agreement(occurrence, occurrences))
            )
        agreements = {wording.agreement for cell in cells for wording in cell}
        order = (Agreement.DISPUTED, Agreement.SHARED, Agreement.UNIQUE)
        agreement = next(candidate for candidate in order if candidate in agreements)
        concepts = {occurrence.statement.concept for occurrence in occurrences}
        concept = concepts.pop() if len(concepts) == 1 else None
        return Row(tuple(map(tuple, cells)), agreement, concept)

    def _agreement(self, occurrence: _Occurrence, beside: Sequence[_Occurrence]) -> Agreement:
        """A disputed statement counts as shared where one work says the same of another role:
        the question is then which role has which part, not which work is right. So does the very
        same statement in two columns, which are then one role by two works."""
        statement = occurrence.statement
        if not self._vocabulary.disagrees(statement.dispute):
            shared = any(len(self._holders[key]) > 1 for key in occurrence.same)
            return Agreement.SHARED if shared else Agreement.UNIQUE
        works = set(statement.sources)
        for other in beside:
            same = other.column != occurrence.column and not set(other.same).isdisjoint(
                occurrence.same
            )
            twice = statement.id is not None and other.statement.id == statement.id
            if same and (twice or not works.isdisjoint(other.statement.sources)):
                return Agreement.SHARED
        return Agreement.DISPUTED

    def _wording(self, occurrence: _Occurrence, agreement: Agreement) -> Wording:
        statement, vocabulary = occurrence.statement, self._vocabulary
        return Wording(
            vocabulary.text(statement),
            statement,
            vocabulary.qualifier(statement),
            vocabulary.works(statement.sources),
            agreement,
            occurrence.language,
        )

    def _hedged(self, occurrences: Sequence[_Occurrence]) -> tuple[tuple[str, str], ...]:
        """Each work with its hedge: none where at least one of its statements has none."""
        hedges: dict[str, list[str]] = {}
        for occurrence in occurrences:
            for work in occurrence.statement.sources:
                hedges.setdefault(work, []).append(self._vocabulary.hedge(occurrence.statement))
        works = self._vocabulary.works(hedges)
        return tuple((work, "" if "" in hedges[work] else hedges[work][0]) for work in works)


def _joined(occurrences: Sequence[_Occurrence]) -> list[list[_Occurrence]]:
    """The statements of one facet by row: with those of other roles that mean the same, else
    with those on the other side of the same dispute, else alone."""
    here: dict[Hashable, set[int]] = defaultdict(set)
    for occurrence in occurrences:
        for key in _ties(occurrence):
            here[key].add(occurrence.column)
    rows: dict[Hashable, list[_Occurrence]] = {}
    for number, occurrence in enumerate(occurrences):
        tie = next((key for key in _ties(occurrence) if len(here[key]) > 1), ("alone", number))
        rows.setdefault(tie, []).append(occurrence)
    return list(rows.values())


def _ties(occurrence: _Occurrence) -> Iterator[Hashable]:
    yield from occurrence.same
    if occurrence.statement.dispute:
        yield ("dispute", occurrence.statement.dispute)
