"""The concepts of a library, as a listing: what each means, and which roles share it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from orgcli.compare.comparison.comparison import ComparedRole
from orgcli.compare.comparison.vocabulary import Vocabulary
from orgcli.compare.listing.listing import Listing, ListingField, ListingRow, ListingSection
from orgcli.language.words import RolesWords
from orgcli.model.roles.library import Library
from orgcli.model.roles.role import Statement
from orgcli.render.works import marks_of


@dataclass(slots=True, eq=False)
class _Mentions:
    """Who states a concept: ids of roles, and the statements, each once."""

    roles: dict[str, None] = field(default_factory=dict)
    statements: dict[int, Statement] = field(default_factory=dict)


def concepts(roles: Sequence[ComparedRole], library: Library, words: RolesWords) -> Listing:
    """Every concept of the library in its order, then those that only statements name.

    roles  all there are, in the order in which each concept lists them
    """
    by_concept: dict[str, _Mentions] = {concept.key: _Mentions() for concept in library.concepts}
    for role in roles:
        for statement in role.statements:
            if statement.concept:
                mentions = by_concept.setdefault(statement.concept, _Mentions())
                mentions.roles[role.role.role] = None
                mentions.statements[id(statement)] = statement
    rows = tuple(_rows(by_concept, library))
    cited = {work for row in rows for work in row.values["works"] or ()}  # type: ignore[union-attr]
    count = sum(len(mentions.statements) for mentions in by_concept.values())
    return Listing(
        "concepts",
        words.concepts,
        (
            ListingField("key", words.concept, "role", plain=True),
            ListingField("label", words.meaning, plain=True),
            ListingField("roles", words.said_of, plain=True),
            ListingField("statements", words.statements, "quiet", plain=True),
            ListingField("works", words.works, "work", plain=True),
        ),
        (ListingSection("", rows),),
        tuple(work for work in library.works if work.key in cited),
        (
            words.concept_totals.format(concepts=len(rows), statements=count),
            words.concept_use.format(line="concept: set-strategy"),
        ),
    )


def _rows(by_concept: Mapping[str, _Mentions], library: Library) -> Iterator[ListingRow]:
    vocabulary, marks = Vocabulary(library, {}), marks_of(library.works)
    for key, mentions in by_concept.items():
        statements = mentions.statements.values()
        works = vocabulary.works(work for statement in statements for work in statement.sources)
        yield ListingRow(
            {
                "key": key,
                "label": vocabulary.concept(key),
                "roles": tuple(mentions.roles),
                "statements": tuple(statement.id for statement in statements if statement.id),
                "works": works,
            },
            {"works": " ".join(marks.get(work, work) for work in works)},
        )
