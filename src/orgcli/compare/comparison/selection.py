"""Parts of a comparison: some facets, or only what roles share or what sets them apart."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from orgcli.compare.comparison.align import only_cited
from orgcli.compare.comparison.comparison import Agreement, Comparison, FacetRows, Row
from orgcli.model.likeness import nearest_words
from orgcli.model.roles.role import FACETS

ONLY: dict[str, frozenset[Agreement]] = {
    "different": frozenset({Agreement.UNIQUE, Agreement.DISPUTED}),
    "shared": frozenset({Agreement.SHARED}),
    "unique": frozenset({Agreement.UNIQUE}),
}
"""What `--only` takes, and the statements it keeps."""


class NoSuchFacet(ValueError):
    """A word that is no facet; `near` are the facets with similar names."""

    def __init__(self, word: str, names: Sequence[str]) -> None:
        super().__init__(word)
        self.near = nearest_words(word, names)


def by_facets(
    comparison: Comparison, words: Sequence[str], labels: Mapping[str, str]
) -> Comparison:
    """The comparison under some facets only, in the order of the words.

    words   facets by their key or by their label, in any case
    labels  key of each facet -> what it is called
    A facet of the vocabulary that no role speaks of is there, and not stated by any of them.
    Raises NoSuchFacet.
    """
    label_of = {**labels, **{group.facet: group.label for group in comparison.groups}}
    keys = {_plain(key): key for key in (*FACETS, *label_of)}
    keys.update({_plain(label): key for key, label in label_of.items()})
    groups_of = {group.facet: group for group in comparison.groups}
    columns = len(comparison.columns)
    groups: dict[str, FacetRows] = {}
    for word in words:
        key = keys.get(_plain(word))
        if key is None:
            raise NoSuchFacet(word, [*FACETS, *label_of, *label_of.values()])
        silent = FacetRows(key, label_of.get(key, key), (), tuple(range(columns)), (0,) * columns)
        groups[key] = groups_of.get(key, silent)
    return with_facets(comparison, tuple(groups.values()))


def by_agreement(comparison: Comparison, kind: str) -> Comparison:
    """The statements that roles share, or that set them apart; `kind` is a key of ONLY."""
    kept = ONLY[kind]
    groups = (with_rows(group, _rows(group, kept)) for group in comparison.groups)
    narrowed = with_facets(comparison, tuple(group for group in groups if group.rows))
    return narrowed if Agreement.SHARED in kept else only_cited(replace(narrowed, common=()))


def with_facets(comparison: Comparison, groups: tuple[FacetRows, ...]) -> Comparison:
    """The comparison with some of its facets, and without what these no longer speak of."""
    concepts = {
        wording.statement.concept
        for group in groups
        for row in group.rows
        for wording in row.wordings
    }
    common = tuple(concept for concept in comparison.common if concept.concept in concepts)
    return only_cited(replace(comparison, groups=groups, common=common))


def with_rows(group: FacetRows, rows: tuple[Row, ...]) -> FacetRows:
    """The facet with some of its rows, and nothing counted as hidden."""
    columns = {column for row in rows for column in row.columns}
    otherwise = tuple(column for column in group.otherwise if column in columns)
    return replace(group, rows=rows, hidden=(0,) * len(group.hidden), otherwise=otherwise)


def _plain(word: str) -> str:
    return word.strip().casefold().replace("-", "_").replace(" ", "_")


def _rows(group: FacetRows, kept: Collection[Agreement]) -> tuple[Row, ...]:
    narrowed = (
        replace(
            row, cells=tuple(tuple(w for w in cell if w.agreement in kept) for cell in row.cells)
        )
        for row in group.rows
    )
    return tuple(row for row in narrowed if row.columns)
