"""Columns side by side, and the lines that go into them."""

from orgcli.render.columns import side_by_side
from orgcli.render.lines import Line, indented, separated, styled
from orgcli.render.terminal import paint, paint_text


def column(*texts: str) -> list[Line]:
    return [[(text, "")] if text else [] for text in texts]


def lines_of(*args: object, **more: object) -> list[str]:
    return paint(side_by_side(*args, **more), False).splitlines()  # type: ignore[arg-type]


def test_columns_begin_where_those_to_their_left_end() -> None:
    columns = [column("a", "bb"), column("c"), column("d", "", "e")]
    assert lines_of(columns, [3, 2, 1]) == ["a    c   d", "bb", "         e"]
    assert lines_of(columns, [2, 1, 1], 0) == ["a cd", "bb", "   e"]


def test_a_line_runs_on_across_columns_that_are_empty_there() -> None:
    assert lines_of([column("across both"), column(""), column("x")], [5, 5, 1], 1) == [
        "across both x"
    ]


def test_numbers_end_where_their_column_ends() -> None:
    columns = [column("7", "1200"), column("x", "y")]
    assert lines_of(columns, [4, 1], right={0}) == ["   7  x", "1200  y"]


def test_wide_letters_take_two_cells() -> None:
    assert lines_of([column("営業", "ab"), column("x", "y")], [4, 1], 1) == ["営業 x", "ab   y"]


def test_no_columns_are_no_lines() -> None:
    assert lines_of([], []) == lines_of([[], []], [3, 3]) == []


def test_a_sign_hangs_on_all_items_but_the_last() -> None:
    units = separated([styled("a b"), styled("c"), styled("d")])
    assert [[text for text, _ in unit] for unit in units] == [
        ["a"],
        ["b", " ", "·"],
        ["c", " ", "·"],
        ["d"],
    ]


def test_lines_are_set_in() -> None:
    assert paint(indented(column("a", "", "b"), 2), False) == "  a\n\n  b\n"


def test_colour_is_the_codes_of_a_style_around_the_text() -> None:
    assert paint_text("x", "disputed") == "\x1b[1;33mx\x1b[0m"
    assert paint_text("x", "disputed", color=False) == paint_text("x", "") == "x"
    assert paint_text("", "disputed") == ""
    line: Line = [("a", "role"), (" ", "quiet"), ("b", "role"), ("  ", "rule")]
    assert paint([line], True) == "\x1b[1ma b\x1b[0m\n"
