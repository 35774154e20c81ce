"""Texts as editors address them: units, line ends, byte order marks, changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcli.editor.text.editor_text import (
    UTF8,
    UTF16,
    UTF32,
    EditorText,
    TextChange,
    TextPosition,
    TextRange,
)
from orgcli.model.findings.finding import Place

SIGNS = st.text(st.sampled_from("ab: -\n\r\t\u2028\x85\x0c😀世é\ufeff"), max_size=40)
UNITS = st.sampled_from([UTF8, UTF16, UTF32])
_CODECS = {UTF8: "utf-8", UTF16: "utf-16-le", UTF32: "utf-32-le"}
_SIZES = {UTF8: 1, UTF16: 2, UTF32: 4}


def lines_of(text: str) -> list[str]:
    """The lines with their ends, cut as the protocol says."""
    lines, at = [""], 0
    while at < len(text):
        end = "\r\n" if text.startswith("\r\n", at) else text[at]
        lines[-1] += end
        if end[0] in "\r\n":
            lines.append("")
        at += len(end)
    return lines


def position_in(text: str, offset: int, unit: str) -> TextPosition:
    """Where an offset is, counted without any of our own code."""
    for number, line in enumerate(lines_of(text)):
        if offset < len(line) or (offset == len(line) and not line.endswith(("\r", "\n"))):
            units = len(line[:offset].encode(_CODECS[unit])) // _SIZES[unit]
            return TextPosition(number, units)
        offset -= len(line)
    raise AssertionError


def sound(text: str, offset: int) -> int:
    """An offset that is not between the two signs of a line end."""
    inside = text[offset - 1 : offset + 1] == "\r\n"
    return offset - 1 if inside else offset


@given(SIGNS, st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), SIGNS), max_size=5), UNITS)
def test_changes_are_made_where_the_editor_means(
    text: str, changes: list[tuple[float, float, str]], unit: str
) -> None:
    now = EditorText.of("x.yaml", text, unit)
    for one, other, new in changes:
        start, end = sorted(sound(text, round(part * len(text))) for part in (one, other))
        range = TextRange(position_in(text, start, unit), position_in(text, end, unit))
        now = now.with_changes([TextChange(new, range)])
        text = text[:start] + new + text[end:]
        whole = ("\ufeff" if now.mark else "") + now.text
        assert whole == text
        assert now.raw == text.encode()


@given(SIGNS, st.integers(0, 40), UNITS)
def test_an_offset_has_one_position(text: str, offset: int, unit: str) -> None:
    now = EditorText.of("x.yaml", text, unit)
    offset = sound(now.text, min(offset, len(now.text)))
    position = now.position(offset)
    assert now.offset(position) == offset
    assert position == position_in(text, offset + now.mark, unit)


@given(SIGNS, st.integers(-2, 60), st.integers(-2, 60), UNITS)
def test_no_position_is_outside(text: str, line: int, character: int, unit: str) -> None:
    now = EditorText.of("x.yaml", text, unit)
    assert 0 <= now.offset(TextPosition(line, character)) <= len(now.text)


@pytest.mark.parametrize(
    ("unit", "character"), [(UTF8, 4 + 3 + 3 + 1), (UTF16, 2 + 1 + 1 + 1), (UTF32, 1 + 1 + 1 + 1)]
)
def test_characters_are_counted_in_the_units_that_were_agreed(unit: str, character: int) -> None:
    text = EditorText.of("x.yaml", "😀世界 id", unit)
    assert text.position(4) == TextPosition(0, character)
    assert text.range_of(Place("x.yaml", 1, 5, 1, 7)).start == TextPosition(0, character)


def test_a_whole_text_replaces_the_whole() -> None:
    text = EditorText.of("x.yaml", "a\nb", UTF16)
    assert text.with_changes([TextChange("c"), TextChange("\ufeffd")]).raw == "\ufeffd".encode()


def test_a_place_behind_the_end_or_in_a_spreadsheet_is_somewhere() -> None:
    text = EditorText.of("x.xlsx", "a\n", UTF16)
    assert text.range_of(Place("x.xlsx", 9, 1, 9, 2)).start == TextPosition(1, 0)
    assert text.range_of(Place("x.xlsx", 9, 1, 9, 2, "People!C9")).end == TextPosition(0, 0)
    assert text.range_of(Place("x.xlsx", 1, 1, 4, 1)).end == TextPosition(1, 0)
