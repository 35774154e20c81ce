"""Roles become rows: statements of one concept, or of one dispute, stand side by side."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
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
from orgcli.model.roles.library import Library
from orgcli.model.roles.role import FACETS, Statement


@dataclass(frozen=True, slots=True, eq=False)
class _Occurrence:
    """A statement with where it stands; `same` says which others mean the same."""

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
    entries = [entry for number, one in enumerate(compared) for entry in _entries(number, one)]
    holders: dict[Hashable, set[int]] = defaultdict(set)
    for entry in entries:
        for key in entry.same:
            holders[key].add(entry.column)
    words = _Vocabulary(library, names or {})
    by_facet: dict[str, list[_Occurrence]] = {facet: [] for facet in FACETS}
    for entry in entries:
        by_facet.setdefault(entry.facet, []).append(entry)
    groups = tuple(
        _group(facet, here, len(compared), holders, words)
        for facet, here in by_facet.items()
        if here
    )
    whole = Comparison(
        columns=_columns(compared),
        groups=groups,
        common=tuple(_common(entries, holders, words)),
        works=library.works,
        disputes=library.disputes,
        stated=len({id(entry.statement) for entry in entries}),
    )
    return only_cited(whole)


def only_cited(comparison: Comparison) -> Comparison:
    """The same with no work and no dispute but those that it still speaks of."""
    rows = tuple(comparison.rows())
    voices = [voice for common in comparison.common for voice in common.citations]
    works = {work for row in rows for work in row.works}
    works.update(work for voice in voices for work, _ in voice.works)
    disputes = {key for row in rows for key in row.disputes}
    disputes.update(key for common in comparison.common for key in common.disputes)
    if comparison.full:
        asked = (one for one in comparison.disputes if one.key in disputes)
        works.update(work for one in asked for side in one.sides for work in side.sources)
    return replace(
        comparison,
        works=tuple(work for work in comparison.works if work.key in works),
        disputes=tuple(one for one in comparison.disputes if one.key in disputes),
    )


class _Vocabulary:
    """Statements in words, as the library has them."""

    def __init__(self, library: Library, names: Mapping[str, str]) -> None:
        self._library = library
        self._names = names
        self._order = {work.key: at for at, work in enumerate(library.works)}
        keys = dict.fromkeys(dispute.key for dispute in library.disputes)
        self._disputes = {key: at for at, key in enumerate(keys)}
        self._labels = {concept.key: concept.label for concept in library.concepts}

    def facet(self, facet: str) -> str:
        return (self._library.facets or {}).get(facet) or _labelled(facet)

    def concept(self, concept: str) -> str:
        return self._labels.get(concept) or _labelled(concept)

    def in_order(self, disputes: Collection[str]) -> tuple[str, ...]:
        last = len(self._disputes)
        return tuple(sorted(disputes, key=lambda key: (self._disputes.get(key, last), key)))

    def works(self, sources: Iterable[str]) -> tuple[str, ...]:
        last = len(self._order)
        known = self._order
        return tuple(sorted(dict.fromkeys(sources), key=lambda key: known.get(key, last)))

    def text(self, statement: Statement) -> str:
        if statement.text is not None:
            return statement.text
        if statement.role:
            return ", ".join(self._names.get(role) or _plain(role) for role in statement.role)
        return "" if statement.rank is None else str(statement.rank)

    def hedge(self, statement: Statement) -> str:
        hedge = statement.hedge
        words = (self._library.hedges or {}).get(hedge)
        return words if words is not None else "" if hedge == "is" else _plain(hedge)

    def qualifier(self, statement: Statement) -> str:
        when = statement.when or ""
        condition = (self._library.conditions or {}).get(when) or _plain(when)
        return ", ".join(part for part in (self.hedge(statement), condition) if part)


def _labelled(key: str) -> str:
    """A key without a label of its own: only its first letter is touched, it may be a sentence."""
    plain = _plain(key)
    return plain[:1].upper() + plain[1:]


def _plain(key: str) -> str:
    return key.replace("_", " ").replace("-", " ")


def _columns(compared: Sequence[ComparedRole]) -> tuple[Column, ...]:
    """Headings; a short name that would stand twice gets its file or its number."""
    shorts = [
        (one.role.abbreviation or one.role.name) + (f"@{one.work.mark}" if one.work else "")
        for one in compared
    ]
    with_file = [
        f"{short} ({one.file})" if one.file and shorts.count(short) > 1 else short
        for short, one in zip(shorts, compared, strict=True)
    ]
    return tuple(
        Column(
            one.role.role,
            short if with_file.count(short) == 1 else f"{short} {number + 1}",
            one.role.name,
            one.file,
            any(wording.key for _, statements in one.role.facets() for wording in statements),
            one.work,
            one.language,
        )
        for number, (short, one) in enumerate(zip(with_file, compared, strict=True))
    )


def _entries(column: int, compared: ComparedRole) -> Iterator[_Occurrence]:
    def language(statement: Statement) -> str | None:
        return compared.role.language if statement in compared.left else None

    for facet, statements in compared.role.facets():
        for statement in statements:
            same = tuple(_same(facet, statement))
            yield _Occurrence(column, facet, statement, same, language(statement))
    for shared in compared.shared:
        same = (*_same(shared.facet, shared.statement), ("shared", id(shared.statement)))
        yield _Occurrence(column, shared.facet, shared.statement, same, language(shared.statement))


def _same(facet: str, statement: Statement) -> Iterator[Hashable]:
    if statement.concept:
        yield ("concept", statement.concept)
    if statement.text:
        yield ("text", facet, " ".join(statement.text.casefold().split()))
    else:
        yield from (("role", facet, role) for role in statement.role)


def _group(
    facet: str,
    entries: Sequence[_Occurrence],
    columns: int,
    holders: Mapping[Hashable, set[int]],
    words: _Vocabulary,
) -> FacetRows:
    stating = {entry.column for entry in entries}
    rows = (_row(joined, columns, holders, words) for joined in _joined(entries))
    silent = tuple(column for column in range(columns) if column not in stating)
    certain = {entry.column for entry in entries if not entry.statement.when}
    otherwise = tuple(sorted(stating - certain)) if facet == "reports_to" else ()
    return FacetRows(facet, words.facet(facet), tuple(rows), silent, (0,) * columns, otherwise)


def _joined(entries: Sequence[_Occurrence]) -> list[list[_Occurrence]]:
    """The entries of one facet by row: with those of other roles that mean the same, else
    with those on the other side of the same dispute, else alone."""
    here: dict[Hashable, set[int]] = defaultdict(set)
    for entry in entries:
        for key in (*entry.same, ("dispute", entry.statement.dispute)):
            here[key].add(entry.column)
    rows: dict[Hashable, list[_Occurrence]] = {}
    for number, entry in enumerate(entries):
        keys = list(entry.same)
        if entry.statement.dispute:
            keys.append(("dispute", entry.statement.dispute))
        key = next((key for key in keys if len(here[key]) > 1), ("alone", number))
        rows.setdefault(key, []).append(entry)
    return list(rows.values())


def _row(
    entries: Sequence[_Occurrence],
    columns: int,
    holders: Mapping[Hashable, set[int]],
    words: _Vocabulary,
) -> Row:
    cells: list[list[Wording]] = [[] for _ in range(columns)]
    for entry in entries:
        mark = _mark(entry, entries, holders)
        cells[entry.column].append(_wording(entry, mark, words))
    marks = {wording.agreement for cell in cells for wording in cell}
    mark = next(
        mark for mark in (Agreement.DISPUTED, Agreement.SHARED, Agreement.UNIQUE) if mark in marks
    )
    concepts = {entry.statement.concept for entry in entries}
    concept = concepts.pop() if len(concepts) == 1 else None
    return Row(tuple(map(tuple, cells)), mark, concept)


def _mark(
    entry: _Occurrence, beside: Sequence[_Occurrence], holders: Mapping[Hashable, set[int]]
) -> Agreement:
    """A disputed statement counts as shared where one work says the same of another role:
    the question is then who does what part of it, not which work is right. So does the very
    same statement in two columns, which are then one role by two works."""
    if entry.statement.dispute:
        works = set(entry.statement.sources)
        for other in beside:
            same = other.column != entry.column and not set(other.same).isdisjoint(entry.same)
            one = entry.statement.id is not None and other.statement.id == entry.statement.id
            if same and (one or not works.isdisjoint(other.statement.sources)):
                return Agreement.SHARED
        return Agreement.DISPUTED
    shared = any(len(holders[key]) > 1 for key in entry.same)
    return Agreement.SHARED if shared else Agreement.UNIQUE


def _wording(entry: _Occurrence, mark: Agreement, words: _Vocabulary) -> Wording:
    statement = entry.statement
    text, qualifier = words.text(statement), words.qualifier(statement)
    works = words.works(statement.sources)
    return Wording(text, statement, qualifier, works, mark, entry.language)


def _common(
    entries: Sequence[_Occurrence], holders: Mapping[Hashable, set[int]], words: _Vocabulary
) -> Iterator[CommonConcept]:
    """Concepts of two roles or more, in the order of the facets they first come under."""
    order = {facet: at for at, facet in enumerate(FACETS)}
    found: dict[str, list[_Occurrence]] = {}
    for entry in sorted(entries, key=lambda entry: order.get(entry.facet, len(order))):
        concept = entry.statement.concept
        if concept and len(holders["concept", concept]) > 1:
            found.setdefault(concept, []).append(entry)
    for concept, stating in found.items():
        disputes = {entry.statement.dispute for entry in stating if entry.statement.dispute}
        yield CommonConcept(
            concept,
            words.concept(concept),
            tuple(
                RoleCitation(
                    column, _by_work([e.statement for e in stating if e.column == column], words)
                )
                for column in sorted(holders["concept", concept])
            ),
            words.in_order(disputes),
        )


def _by_work(statements: Sequence[Statement], words: _Vocabulary) -> tuple[tuple[str, str], ...]:
    """Each work with its hedge: none where it says the thing plainly at least once."""
    hedges: dict[str, list[str]] = {}
    for statement in statements:
        for work in statement.sources:
            hedges.setdefault(work, []).append(words.hedge(statement))
    return tuple(
        (work, "" if "" in hedges[work] else hedges[work][0]) for work in words.works(hedges)
    )
