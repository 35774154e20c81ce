"""However a CSV text is cut into parts, its rows are those that the csv module reads."""

import csv
from io import StringIO

from hypothesis import example, given
from hypothesis import strategies as st

from orgcli.read.tables.files.csv_rows import read_rows

_TEXT = st.text(st.sampled_from('ab ,";\n\r\x0b\x85\u2028\tå'), max_size=60)


@given(_TEXT, st.integers(1, 30), st.sampled_from(",;\t"), st.booleans())
@example('a,b\n1,2\n3,"4\n5"\n6,7\n', 1, ",", False)
@example("a,b\r1,2\r3,4\r", 1, ",", False)
@example("a,b\r\n1,2\r\n\r\n3\r\n,,9\r\n4,5", 1, ",", False)
@example('a\n1\n"2\n3', 2, ",", False)
@example('a,b\n1, "2,3"\n', 1, ",", True)
def test_parts_of_any_size_give_the_same_rows(
    text: str, characters: int, delimiter: str, is_spaced: bool
) -> None:
    rows = read_rows(text, 0, delimiter, is_spaced, characters)
    assert rows == read_rows(text, 0, delimiter, is_spaced, 1000)
    if not rows.closed:
        return
    lines = StringIO(text, newline="")
    expected = [*csv.reader(lines, delimiter=delimiter, skipinitialspace=is_spaced)]
    assert rows.rows == len(expected)
    filled = [(at, row) for at, row in enumerate(expected) if any(map(str.strip, row))]
    if not filled:
        assert rows.header is None
        return
    (at, header), *others = filled
    assert (rows.header_row, rows.header) == (at, header)
    assert [*rows.numbers] == [at for at, _ in others]
    width = len(header)
    fitted = [(row + [""] * width)[:width] for _, row in others]
    assert [*rows.columns] == [[row[column] for row in fitted] for column in range(width)]
