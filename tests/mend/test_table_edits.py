"""Edits of random tables and of JSON: what is read is what was meant, every other cell stays."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_exact_edits import NAMES, made_in, verbs

from orgcli.cli.edit.results import EditedFiles
from orgcli.cli.edit.verification import differing
from orgcli.mend.organisation.rows import delimiter_of
from orgcli.mend.organisation.seat_texts import RowText
from orgcli.model.source.source import Source
from orgcli.plans.seat_changes import RefusedEdit
from orgcli.plans.seats_after import seats_after

PEOPLE = ["Ada Okafor", "Ben Li", "Åsa Öberg", "Cleo Ruiz, Jr", 'Al "Doc" Roe', "李 明", ""]


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """A table with managers by id or by name, in any form that CSV has."""
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=7, unique=True))
    by_name = draw(st.booleans()) and "" not in people
    delimiter = draw(st.sampled_from([",", ";", "\t"]))
    stream = StringIO(newline="")
    writer = csv.writer(
        stream,
        delimiter=delimiter,
        lineterminator=draw(st.sampled_from(["\n", "\r\n"])),
        quoting=draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
    )
    writer.writerow(["id", "name", "title", "location", "reports_to", "status", "start", "end",
                     "level", "Note"])  # fmt: skip
    for at, name in enumerate(people):
        above = draw(st.integers(0, at - 1)) if at else -1
        manager = "" if above < 0 else people[above] if by_name else f"p{above}"
        note = draw(st.sampled_from(["", "a; b, c", 'say "x"', "two\nlines", "# no comment"]))
        title = draw(st.sampled_from(["CEO", "VP, Sales", "AE"]))
        writer.writerow([f"p{at}", name, title, "", manager, "", "", "", "", note])
    text = stream.getvalue()
    mark = b"\xef\xbb\xbf" if draw(st.booleans()) else b""
    return mark + (text if draw(st.booleans()) else text.rstrip("\r\n")).encode()


def made_of(
    path: Path, verb: tuple[str, int, int, str], add_column: bool = False
) -> EditedFiles | None:
    """What an edit makes; None where it is refused for a reason."""
    before = path.read_bytes()
    try:
        made = made_in(path, verb, add_column)
    except RefusedEdit as error:
        assert "would be read otherwise" not in str(error), error
        return None
    finally:
        assert path.read_bytes() == before
    (old,), (new,) = made.before.organisations, made.after.organisations
    assert not differing(new, seats_after(old, made.changes))
    return made


@given(raw=tables(), verb=verbs())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_tables_keep_every_other_cell(
    raw: bytes, verb: tuple[str, int, int, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("table") / "people.csv"
    path.write_bytes(raw)
    made = made_of(path, verb)
    if made is None or not made.raw:
        return
    (new,) = made.raw.values()
    assert new.startswith(b"\xef\xbb\xbf") == raw.startswith(b"\xef\xbb\xbf")
    head = raw.decode("utf-8-sig").partition("\n")[0]
    delimiter = next(one for one in ",;\t" if one in head)
    old_rows, new_rows = (
        list(csv.reader(StringIO(one.decode("utf-8-sig"), newline=""), delimiter=delimiter))
        for one in (raw, new)
    )
    assert len(new_rows) - len(old_rows) == (verb[0] == "add")
    changed = [
        (at, column)
        for at, (before, after) in enumerate(zip(old_rows, new_rows, strict=False))
        for column, (one, other) in enumerate(zip(before, after, strict=True))
        if one != other
    ]
    assert all(old_rows[0][column] != "Note" for _, column in changed)
    if verb[0] not in ("alone", "rename"):
        # Rows that name a manager who leaves or comes are written anew.
        manager = old_rows[0].index("reports_to")
        assert len({at for at, column in changed if column != manager}) <= 1
    untouched = [one for at, one in enumerate(raw.splitlines()) if not at]
    assert untouched == new.splitlines()[:1]


@st.composite
def narrow_tables(draw: st.DrawFn) -> bytes:
    """A table with names in two columns, lines around it, and no column for most fields."""
    people = [("Ada", "Okafor"), ("Ben", "Li"), ("李", "明"), ("Åsa", "Öberg"), ("", "")]
    people = draw(st.lists(st.sampled_from(people), min_size=2, max_size=5, unique=True))
    delimiter = draw(st.sampled_from([",", ";", "\t"]))
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    small = draw(st.booleans())
    stream = StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=newline, quoting=quoting)
    headings = ["ID", "First name", "Last name", "Title", "Manager ID", "Note"]
    writer.writerow([one.lower() for one in headings] if small else headings)
    for at, (first, last) in enumerate(people):
        note = draw(st.sampled_from(["", "a; b, c", 'say "x"', "two\nlines", '5" pipe']))
        manager = f"p{draw(st.integers(0, at - 1))}" if at else ""
        writer.writerow([f"p{at}", first, last, f"T{at}", manager, note])
    text = stream.getvalue()
    return (text if draw(st.booleans()) else text.rstrip("\r\n") + newline * 2).encode()


@given(raw=narrow_tables(), verb=verbs())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_columns_are_added_at_the_end(
    raw: bytes, verb: tuple[str, int, int, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("table") / "people.csv"
    path.write_bytes(raw)
    name, one, other, text = verb
    text = "Room" if name == "inner" else text  # headings such as `12` are none
    made = made_of(path, (name, one, other, text), add_column=True)
    if made is None or not made.raw:
        return
    (new,) = made.raw.values()
    delimiter = next(one for one in ",;\t" if one in raw.decode().partition("\n")[0])
    old_rows, new_rows = (
        [row for row in csv.reader(StringIO(one.decode(), newline=""), delimiter=delimiter) if row]
        for one in (raw, new)
    )
    assert len({len(row) for row in new_rows}) == 1
    assert len(new_rows) - len(old_rows) == (verb[0] == "add")
    assert new_rows[0][: len(old_rows[0])] == old_rows[0]
    changed = {
        at
        for at, row in enumerate(old_rows)
        for before, after in zip([*row, *[""] * 9], new_rows[at], strict=False)
        if at and before != after
    }
    assert verb[0] in ("alone", "rename") or len(changed) <= 1


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """An organisation in JSON, nested or flat, indented or not."""
    count = draw(st.integers(2, 7))
    seats: list[dict[str, Any]] = [
        {"id": f"p{at}", "title": draw(st.sampled_from(NAMES)), "level": 2,
         "holder": draw(st.one_of(st.sampled_from(NAMES), st.just([NAMES[0], NAMES[1]])))}
        for at in range(count)
    ]  # fmt: skip
    above = [draw(st.integers(0, at - 1)) if at else -1 for at in range(count)]
    if draw(st.booleans()):
        for at in range(1, count):
            seats[at]["reports_to"] = f"p{above[at]}"
        positions = seats
    else:
        for at in range(1, count):
            seats[above[at]].setdefault("reports", []).append(seats[at])
        positions = seats[:1]
    indent = draw(st.sampled_from([None, 2, 4]))
    whole = {"organisation": "N", "positions": positions}
    return (json.dumps(whole, indent=indent, ensure_ascii=draw(st.booleans())) + "\n").encode()


@given(raw=documents(), verb=verbs())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_json_stays_json(
    raw: bytes, verb: tuple[str, int, int, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("json") / "org.json"
    path.write_bytes(raw)
    made = made_of(path, verb)
    for new in made.raw.values() if made else ():
        json.loads(new)
        assert new.endswith(b"\n")


@pytest.mark.parametrize(
    ("text", "columns", "cells", "delimiter"),
    [
        ("x;1;A", ["", "id", "title"], {"id": (2, 3), "title": (4, 5)}, ";"),
        ("1\tA", ["id", "title"], {"title": (2, 3), "id": (0, 1)}, "\t"),
        ("1|A", ["id", "title"], {"id": (0, 1)}, "|"),
        ("1;A", ["level", "title"], {"title": (2, 3)}, ","),
    ],
)
def test_what_parts_cells_is_seen_behind_the_first_that_is_known(
    text: str, columns: list[str], cells: dict[str, tuple[int, int]], delimiter: str
) -> None:
    """A comma where nothing is behind any."""
    assert delimiter_of(RowText(Source("t.csv", text), cells.get, columns)) == delimiter
