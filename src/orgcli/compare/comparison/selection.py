"""Parts of a comparison: some facets, or only what roles share or what sets them apart."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from orgcli.compare.comparison.align import only_cited
from orgcli.compare.comparison.comparison import Agreement, Comparison, FacetRows, Row, Wording
from orgcli.model.likeness import nearest_word
from orgcli.model.roles.role import FACETS

ONLY: dict[str, frozenset[Agreement]] = {
    "different": frozenset({Agreement.UNIQUE, Agreement.DISPUTED}),
    "shared": frozenset({Agreement.SHARED}),
    "unique": frozenset({Agreement.UNIQUE}),
}
"""What `--only` takes, and the marks of the statements it keeps."""


class NoSuchFacet(ValueError):
    """A word that is no facet; `near` is the one it most likely meant."""

    def __init__(self, word: str, names: Sequence[str]) -> None:
        super().__init__(word)
        self.near = nearest_word(word, names)


def by_facets(
    comparison: Comparison, words: Sequence[str], labels: Mapping[str, str]
) -> Comparison:
    """The comparison under some facets only, in the order asked for.

    words   facets by their key or by their label, in any case
    labels  key of each facet -> what it is called
    A facet of the vocabulary that no role speaks of is there, and not stated by any of them.
    Raises NoSuchFacet.
    """
    named = {**labels, **{group.facet: group.label for group in comparison.groups}}
    keys = {_plain(key): key for key in (*FACETS, *named)}
    keys.update({_plain(label): key for key, label in named.items()})
    there = {group.facet: group for group in comparison.groups}
    everybody = tuple(range(len(comparison.columns)))
    groups: dict[str, FacetRows] = {}
    for word in words:
        key = keys.get(_plain(word))
        if key is None:
            raise NoSuchFacet(word, [*FACETS, *named, *named.values()])
        silent = FacetRows(key, named.get(key, key), (), everybody, (0,) * len(everybody))
        groups[key] = there.get(key, silent)
    return _cut(replace(comparison, groups=tuple(groups.values())))


def only(comparison: Comparison, kind: str) -> Comparison:
    """The statements that roles share, or that set them apart; `kind` is a key of ONLY."""
    kept = ONLY[kind]
    groups = (
        _group(group, lambda wording: wording.agreement in kept) for group in comparison.groups
    )
    narrowed = replace(comparison, groups=tuple(group for group in groups if group.rows))
    return _cut(narrowed if Agreement.SHARED in kept else replace(narrowed, common=()))


def _plain(word: str) -> str:
    return word.strip().casefold().replace("-", "_").replace(" ", "_")


def _cut(comparison: Comparison) -> Comparison:
    """The comparison without what its groups no longer speak of."""
    concepts = {wording.statement.concept for row in comparison.rows() for wording in row.wordings}
    common = tuple(one for one in comparison.common if one.concept in concepts)
    return only_cited(replace(comparison, common=common))


def _group(group: FacetRows, keep: Callable[[Wording], bool]) -> FacetRows:
    rows = tuple(_rows(group, keep))
    shown = {column for row in rows for column in row.columns}
    return replace(
        group,
        rows=rows,
        hidden=(0,) * len(group.hidden),
        otherwise=tuple(column for column in group.otherwise if column in shown),
    )


def _rows(group: FacetRows, keep: Callable[[Wording], bool]) -> Iterator[Row]:
    for row in group.rows:
        cells = tuple(tuple(wording for wording in cell if keep(wording)) for cell in row.cells)
        if any(cells):
            yield replace(row, cells=cells)
