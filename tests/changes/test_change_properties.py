"""What holds of the changes between any two organisations."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from edited_organisations import (
    applied,
    edited,
    organisation,
    organisations,
    outline,
    renamed,
    sound_tree,
)
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from orgcli.changes.changes import Changes, PersonKind, ValueChange
from orgcli.changes.organisation_changes import ComparisonRules, organisation_changes
from orgcli.model.organisation.position import Position
from orgcli.read.organisation.project import read_project


def changes_between(before: list[Position], after: list[Position], **rules: bool) -> Changes:
    return organisation_changes(
        organisation(before),
        organisation(after),
        ComparisonRules(**rules),  # type: ignore[arg-type]
    )


@given(organisations(), st.randoms())
def test_nothing_differs_from_itself_in_any_order(positions: list[Position], chance) -> None:
    shuffled = list(positions)
    chance.shuffle(shuffled)
    changes = changes_between(positions, shuffled)
    assert changes.is_empty, changes
    assert changes.unchanged == changes.before.seats == changes.after.seats


@given(organisations(), organisations(), st.booleans())
@settings(max_examples=120)
def test_the_changes_done_to_one_give_the_other(
    before: list[Position], after: list[Position], renames: bool
) -> None:
    after = renamed(after, {one.id: f"t{one.id}" if renames else one.id for one in after})
    changes = changes_between(before, after, renames=renames)
    assume(not changes.ambiguous)
    assert outline(applied(before, changes)) == outline(after)


@given(organisations(), organisations(), st.booleans())
@settings(max_examples=120)
def test_the_way_back_is_the_mirror(
    before: list[Position], after: list[Position], renames: bool
) -> None:
    after = renamed(after, {one.id: f"t{one.id}" if renames else one.id for one in after})
    there, back = changes_between(before, after), changes_between(after, before)
    assert _said(there) == _mirrored(back)
    assert (there.before, there.after) == (back.after, back.before)
    assert there.unchanged == back.unchanged or before != after


def _said(changes: Changes) -> Counter:
    people = Counter(
        (one.kind, *sorted((one.name, one.other))) if one.kind == PersonKind.SWAPPED
        else (one.kind, one.name)
        for one in changes.people
    )  # fmt: skip
    return people + Counter(
        [
            *(("new", one.seat.position.id) for one in changes.new),
            *(("gone", one.seat.position.id) for one in changes.gone),
            *(("move", one.was.position.id, one.now.position.id) for one in changes.moves),
            *(("layer", one.is_new, one.seat.position.id, one.people) for one in changes.layers),
            *(
                ("value", one.field, *_ids(one), str(one.before), str(one.after))
                for one in changes.values
            ),
            *(("dotted", one.is_new, one.now.position.id) for one in changes.dotted),
            *(("id", one.was.position.id, one.now.position.id) for one in changes.new_ids),
        ]
    )


def _ids(one: ValueChange) -> tuple[str, str]:
    return one.was.position.id, one.now.position.id


def _mirrored(changes: Changes) -> Counter:
    found: Counter = Counter()
    other = {"new": "gone", "gone": "new", "joined": "left", "left": "joined"}
    for key, count in _said(changes).items():
        kind, *rest = key
        if kind in ("move", "id"):
            rest.reverse()
        elif kind == "value":
            field, was, now, before, after = rest
            rest = [field, now, was, after, before]
        elif kind == "layer":
            rest[0] = not rest[0]
        elif kind == "dotted":
            ids = {one.now.position.id: one.was.position.id for one in changes.dotted}
            rest = [not rest[0], ids[rest[1]]]
        found[other.get(kind, kind), *rest] += count
    return found


@given(organisations(), st.randoms())
@settings(max_examples=120)
def test_new_ids_move_nobody(positions: list[Position], chance) -> None:
    numbers = list(range(len(positions)))
    chance.shuffle(numbers)
    names = {one.id: f"k{number}" for one, number in zip(positions, numbers, strict=True)}
    changes = changes_between(positions, renamed(positions, names))
    assert not changes.moves and not changes.layers and not changes.people, changes
    assert not changes.values


@given(st.integers(0, 2**32))
@settings(max_examples=3, deadline=None)
def test_a_thousand_edits_are_each_found_once(seed: int) -> None:
    before = sound_tree(4_000, seed)
    after, edits = edited(before, 1_000, seed)
    changes = changes_between(before, after)
    found = Counter(
        [
            *((one.field, one.was.position.id) for one in changes.values),
            *(("gone", one.seat.position.id) for one in changes.gone),
            *(("new", one.seat.position.id) for one in changes.new),
            *(("moved", one.was.position.id) for one in changes.moves),
            *(("id", one.was.position.id) for one in changes.new_ids),
            *(
                ("holder", pair.seat.position.id)
                for one in changes.people
                if one.kind == PersonKind.JOINED
                for pair in one.gained
            ),
        ]
    )
    assert found == Counter((one.kind, one.id) for one in edits)
    assert not changes.layers and not changes.ambiguous


def test_the_same_holds_of_organisations_written_by_others(shared_data: Path) -> None:
    several = [path for path in shared_data.rglob("*") if path.suffix in (".csv", ".yaml", ".json")]
    compared = 0
    for path in sorted(several):
        if path.stat().st_size > 1_000_000:
            continue
        for one in read_project(path).organisations:
            compared += bool(one.positions)
            assert organisation_changes(one, one).is_empty, path
            ids = dict.fromkeys(position.id for position in one.positions)
            names = {id: f"other-{number}" for number, id in enumerate(ids)}
            other = replace(one, positions=renamed(list(one.positions), names))
            changes = organisation_changes(one, other)
            assert not (changes.moves or changes.layers or changes.people), path
    assert compared > 5
