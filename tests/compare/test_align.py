"""What must hold of every comparison, whatever the roles say."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcli.compare.comparison.align import align, only_cited
from orgcli.compare.comparison.comparison import Agreement, ComparedRole, Comparison, Wording
from orgcli.compare.comparison.json import as_json
from orgcli.compare.comparison.short_card import short_card
from orgcli.compare.comparison.terminal.table import table
from orgcli.model.roles.library import Concept, Dispute, Library, Shared, Side, Work
from orgcli.model.roles.role import Role, Statement
from orgcli.model.text import cells, visible
from orgcli.render.lines import one_line
from orgcli.render.view import Page

LIBRARY = Library(
    "test",
    works=(Work("one", "Q", "One"), Work("two", "P", "Two", 2020, ("sv", "de"))),
    concepts=(Concept("c1", "First concept"), Concept("c2", "Second concept")),
    disputes=(Dispute("K1", "Which?", (Side("this", ("one",)), Side("that", ("two",)))),),
    hedges={"is": "", "often": "often"},
    conditions={"both-exist": "when both exist"},
)

texts = st.text(min_size=1, max_size=60) | st.sampled_from(["closes deals", "Closes  deals", "x"])
statements = st.builds(
    Statement,
    text=texts,
    key=st.booleans(),
    concept=st.sampled_from([None, "c1", "c2", "c3"]),
    hedge=st.sampled_from(["is", "often", "unheard-of"]),
    when=st.sampled_from([None, "both-exist", "never"]),
    sources=st.lists(st.sampled_from(["one", "two", "other"]), max_size=3).map(tuple),
    dispute=st.sampled_from([None, None, "K1", "K2"]),
)
relations = st.builds(Statement, role=st.sampled_from([("ceo",), ("cro",)]), key=st.booleans())
said = st.lists(statements, max_size=5).map(tuple)
roles = st.builds(
    Role,
    role=st.sampled_from(["a", "b", "c"]),
    title=st.none() | texts,
    focus=said,
    metrics=said,
    reports_to=st.lists(relations | statements, max_size=3).map(tuple),
    other=st.none() | st.dictionaries(st.sampled_from(["travel", "pay"]), said, max_size=2),
)
shared = st.lists(
    st.builds(
        Shared,
        roles=st.just(("a", "b")),
        facet=st.sampled_from(["focus", "skills"]),
        statement=statements,
    ),
    max_size=2,
).map(tuple)


@st.composite
def comparisons(draw: st.DrawFn) -> tuple[list[ComparedRole], Comparison]:
    both = draw(shared)
    compared = [
        ComparedRole(role, both if role.role in ("a", "b") else ())
        for role in draw(st.lists(roles, min_size=2, max_size=4))
    ]
    return compared, align(compared, LIBRARY, {"cro": "CRO"})


def every(comparison: Comparison) -> Iterator[tuple[int, str, Wording]]:
    for group in comparison.groups:
        for row in group.rows:
            for number, cell in enumerate(row.cells):
                for one in cell:
                    yield number, group.facet, one


@given(comparisons())
def test_every_statement_stands_once_and_nothing_is_invented(
    given: tuple[list[ComparedRole], Comparison],
) -> None:
    compared, comparison = given
    written = Counter(
        (number, facet, id(statement))
        for number, one in enumerate(compared)
        for facet, several in one.role.facets()
        for statement in several
    ) + Counter(
        (number, one.facet, id(one.statement))
        for number, role in enumerate(compared)
        for one in role.shared
    )
    assert (
        Counter((number, facet, id(one.statement)) for number, facet, one in every(comparison))
        == written
    )
    assert comparison.stated == len({key[2] for key in written}) == comparison.shown
    assert not any(any(group.hidden) for group in comparison.groups)


@given(comparisons())
def test_a_role_is_silent_exactly_where_it_states_nothing(
    given: tuple[list[ComparedRole], Comparison],
) -> None:
    _, comparison = given
    for group in comparison.groups:
        speaking = {number for row in group.rows for number in row.columns}
        assert speaking.isdisjoint(group.silent)
        assert speaking | set(group.silent) == set(range(len(comparison.columns)))


@given(comparisons())
def test_columns_of_a_row_have_something_in_common(
    given: tuple[list[ComparedRole], Comparison],
) -> None:
    _, comparison = given

    def ties(one: Wording) -> set[tuple[str, object]]:
        statement = one.statement
        words = " ".join((statement.text or "").casefold().split())
        role = None if statement.text else statement.role
        found = {"concept": statement.concept, "dispute": statement.dispute,
                 "text": words, "role": role, "id": id(statement)}  # fmt: skip
        return {(kind, value) for kind, value in found.items() if value}

    for row in comparison.rows():
        if len(row.columns) > 1:
            assert set.intersection(*(ties(one) for one in row.wordings))


@given(comparisons())
def test_a_statement_alone_is_nowhere_said_by_another_role(
    given: tuple[list[ComparedRole], Comparison],
) -> None:
    _, comparison = given
    for number, _, one in every(comparison):
        concept = one.statement.concept
        elsewhere = concept and any(
            other.statement.concept == concept and column != number
            for column, _, other in every(comparison)
        )
        if one.agreement is Agreement.UNIQUE:
            assert not elsewhere
            assert not one.statement.dispute
        if one.agreement is Agreement.DISPUTED:
            assert one.statement.dispute


@given(comparisons())
def test_the_short_card_is_a_part_with_every_key_statement(
    given: tuple[list[ComparedRole], Comparison],
) -> None:
    _, comparison = given
    short = short_card(comparison)
    whole = Counter((number, facet, id(one.statement)) for number, facet, one in every(comparison))
    part = Counter((number, facet, id(one.statement)) for number, facet, one in every(short))
    assert part <= whole
    for number, facet, one in every(comparison):
        if one.statement.key or not comparison.columns[number].keyed:
            assert (number, facet, id(one.statement)) in part
    for group in short.groups:
        left = sum(key[1] == group.facet for key in (whole - part).elements())
        assert sum(group.hidden) == left


@given(comparisons())
def test_the_same_roles_give_the_same_comparison(
    given: tuple[list[ComparedRole], Comparison],
) -> None:
    compared, comparison = given
    again = align(compared, LIBRARY, {"cro": "CRO"})
    assert again == comparison
    assert as_json(again, Page()) == as_json(comparison, Page())


@given(comparisons(), st.integers(20, 220), st.booleans())
def test_a_table_fits_its_page_and_obeys_nothing(
    given: tuple[list[ComparedRole], Comparison], width: int, full: bool
) -> None:
    _, comparison = given
    text = table(comparison if full else short_card(comparison), Page(width))
    lines = text.split("\n")
    assert text.endswith("\n")
    for line in lines:
        assert cells(line) <= width
        assert visible(line) == line
        assert line == line.rstrip(" ")


@given(comparisons(), st.integers(20, 79))
def test_cards_have_every_word_of_every_statement(
    given: tuple[list[ComparedRole], Comparison], width: int
) -> None:
    _, comparison = given
    text = table(comparison, Page(width)).replace("\n", "").replace(" ", "")
    for _, _, one in every(comparison):
        assert one_line(one.text).replace(" ", "") in text


def test_a_title_that_stands_twice_is_told_apart() -> None:
    one = Role("a", title="Lead", focus=(Statement("x"),))
    columns = align(
        [ComparedRole(one), ComparedRole(one), ComparedRole(one, (), "b.yaml")], LIBRARY
    ).columns
    assert [column.short for column in columns] == ["Lead 1", "Lead 2", "Lead (b.yaml)"]


@pytest.mark.parametrize(
    ("first", "second", "marks"),
    [
        # Two works on two sides of a question: disputed, though it is one concept.
        (("c1", "K1", ("one",)), ("c1", "K1", ("two",)), [Agreement.DISPUTED, Agreement.DISPUTED]),
        # One work says both: who does what part of it is the question, not whether.
        (
            ("c1", "K1", ("one",)),
            ("c1", "K1", ("one", "two")),
            [Agreement.SHARED, Agreement.SHARED],
        ),
        (("c1", None, ("one",)), ("c1", None, ("two",)), [Agreement.SHARED, Agreement.SHARED]),
        (("c1", None, ("one",)), ("c2", None, ("one",)), [Agreement.UNIQUE, Agreement.UNIQUE]),
        ((None, "K1", ("one",)), (None, "K1", ("one",)), [Agreement.DISPUTED, Agreement.DISPUTED]),
    ],
)
def test_marks(
    first: tuple[str | None, str | None, tuple[str, ...]],
    second: tuple[str | None, str | None, tuple[str, ...]],
    marks: list[Agreement],
) -> None:
    compared = []
    for number, (concept, dispute, sources) in enumerate((first, second)):
        one = Statement(f"text {number}", concept=concept, dispute=dispute, sources=sources)
        compared.append(ComparedRole(Role(f"r{number}", focus=(one,))))
    comparison = align(compared, LIBRARY)
    assert [one.agreement for _, _, one in every(comparison)] == marks


@pytest.mark.parametrize(
    ("ids", "mark"),
    [(("A-1", "A-1"), Agreement.SHARED), (("A-1", "B-1"), Agreement.DISPUTED)],
)
def test_the_same_statement_in_two_columns_is_no_dispute(
    ids: tuple[str, str], mark: Agreement
) -> None:
    """The columns are then one role, by two works that stand on two sides elsewhere."""
    compared = []
    for id, work in zip(ids, ("one", "two"), strict=True):
        said = Statement("x", id=id, concept="c1", dispute="K1", sources=(work,))
        compared.append(ComparedRole(Role("a", focus=(said,))))
    assert [one.agreement for _, _, one in every(align(compared, LIBRARY))] == [mark, mark]


def test_a_role_without_a_name_is_called_by_its_id() -> None:
    line = Statement(role=("head-of-sales",))
    comparison = align([ComparedRole(Role("a", reports_to=(line,)))], LIBRARY)
    assert [one.text for _, _, one in every(comparison)] == ["head of sales"]


def test_agreement_is_counted_by_work() -> None:
    thrice = Statement("x", concept="c1", sources=("two", "one", "two"))
    compared = [
        ComparedRole(Role("a", focus=(thrice,))),
        ComparedRole(Role("b", metrics=(thrice,))),
    ]
    comparison = align(compared, LIBRARY)
    assert [one.works for _, _, one in every(comparison)] == [("one", "two"), ("one", "two")]
    assert [voice.works for voice in comparison.common[0].citations] == [
        (("one", ""), ("two", ""))
    ] * 2


def test_a_hedge_stays_with_the_work_that_makes_it() -> None:
    plain = Statement("x", concept="c1", sources=("one",))
    hedged = Statement("y", concept="c1", sources=("one", "two"), hedge="often")
    compared = [
        ComparedRole(Role("a", focus=(plain, hedged))),
        ComparedRole(Role("b", focus=(hedged,))),
    ]
    voices = align(compared, LIBRARY).common[0].citations
    assert [voice.works for voice in voices] == [
        (("one", ""), ("two", "often")),
        (("one", "often"), ("two", "often")),
    ]


def test_works_of_a_dispute_are_kept_with_the_whole_comparison() -> None:
    """Those that a dispute alone cites too, but not where the comparison is an answer to a part."""
    said = Statement(text="sells", sources=("one",), dispute="K1")
    library = Library(
        "test",
        works=LIBRARY.works,
        disputes=(Dispute("K1", "Which?", (Side("this", ("one",)), Side("that", ("two",)))),),
    )
    whole = align([ComparedRole(Role(role="a", focus=(said,)))], library)
    assert [work.key for work in whole.works] == ["one", "two"]
    part = only_cited(replace(whole, full=False))
    assert [work.key for work in part.works] == ["one"]
