"""Lines and columns are those of the whole text, near its beginning and behind it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from orgcli.model.source.source import Source

_HEAD = 1 << 16


@given(
    st.integers(_HEAD - 12, _HEAD + 4),
    st.text(st.sampled_from("ab\r\n"), max_size=30),
    st.text(st.sampled_from("ab\r\n"), max_size=12),
    st.booleans(),
    st.booleans(),
)
def test_lines_around_the_end_of_the_beginning(
    size: int, tail: str, start: str, is_read: bool, is_put_away: bool
) -> None:
    text = start + "ł" + "x" * (size - len(start) - 1) + tail
    source = Source("x", text)
    if is_put_away:
        raw = f"\ufeff{text}".encode()
        source.keep(raw)
        source.put_away()
        assert ("text" not in vars(source)) == (len(raw) > _HEAD)
        assert source.line(1) == re.split(r"\r\n|\r|\n", text)[0]
        assert source.place(0, len(text) + 9) == Source("x", text).place(0, len(text) + 9)
    if is_read:
        assert source.line_count
    starts = [0, *(one.end() for one in re.finditer(r"\r\n|\r|\n", text))]
    for offset in (*range(20), *range(size - 8, len(text) + 1)):
        line = max(number for number, one in enumerate(starts, 1) if one <= offset)
        assert source.line_column(offset) == (line, offset - starts[line - 1] + 1)
    for number, one in enumerate(starts, 1):
        assert source.line_start(number) == one
        end = starts[number] if number < len(starts) else len(text)
        assert source.line(number) == text[one:end].rstrip("\r\n")
    assert source.line_count == len(starts)
