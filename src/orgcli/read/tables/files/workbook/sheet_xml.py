"""The extent and the errors of a sheet of an .xlsx workbook, by its XML."""

import re
from collections.abc import Set as AbstractSet
from html import unescape

from orgcli.read.tables.files.workbook.extent import SheetExtent

# What other programs than Excel may write: a reference in other quotes or with spaces in it.
_UNUSUAL = tuple(
    f"r{mark}".encode() for mark in ("='", " =", "= ", "\t", "\n", "\r", "=\t", "=\n", "=\r")
)
_CELLS = (b"<c ", b"<c>", b"<c/", b"<c\t", b"<c\n", b"<c\r", b":c ", b":c>", b":c/")
_ERRORS = (b't="e"', b"'e'", b'= "e"')
_RARE = frozenset(b"\t\n\r':")
"""To look for one byte takes next to no time, and what is spelled with an absent one is absent."""
_REFERENCE = re.compile(rb'r="[A-Za-z]')
_WIDE = re.compile(rb'r="([A-Za-z]{2,})[0-9]')
_LOW = re.compile(rb'r="[A-Za-z]*([0-9]{6,})')
_TAG = re.compile(rb"<(?:[\w.-]+:)?(row|c)(?=[\s/>])([^>]*)>")
_AT = re.compile(rb"(?<![\w:])r\s*=\s*[\"']([A-Za-z]*)([0-9]{0,10})")
_ERROR = re.compile(
    rb"<(?:[\w.-]+:)?c(?=\s)([^>]*?\bt\s*=\s*[\"']e[\"'][^>]*)>"
    rb"(?:(?!</(?:[\w.-]+:)?c>).)*?<(?:[\w.-]+:)?v>\s*(#[^<]{1,40}?)\s*</",
    re.DOTALL,
)
_A_ROW_BEFORE_LONG_ONES = 99_998


def extent_of(xml: bytes) -> SheetExtent:
    """How far the cells of a sheet reach at most; exactly, where that could be too far."""
    start = max(xml.find(b"sheetData"), 0)  # no cell stands before it
    absent = frozenset(sign for sign in _RARE if xml.find(sign, start) < 0)
    extent = _at_most(xml, start, absent)
    if extent is None or extent.is_too_large:
        extent = _exactly(xml)
    if any(xml.find(text, start) >= 0 for text in _ERRORS if absent.isdisjoint(text)):
        for match in _ERROR.finditer(xml):
            at = _AT.search(match[1])
            if at and at[1] and at[2]:
                error = unescape(match[2].decode("utf-8", "replace"))
                extent.errors[int(at[2]) - 1, column_number(at[1])] = error
    return extent


def _at_most(xml: bytes, start: int, absent: AbstractSet[int]) -> SheetExtent | None:
    """A bound by the long references alone; None where cells are not written as usual.

    start   where the cells begin
    absent  bytes that do not stand behind it
    """
    if any(xml.find(text, start) >= 0 for text in _UNUSUAL if absent.isdisjoint(text)):
        return None
    cells = sum(xml.count(cell, start) for cell in _CELLS if absent.isdisjoint(cell))
    if len(_REFERENCE.findall(xml, start)) < cells:
        return None
    columns = set(_WIDE.findall(xml))
    extent = SheetExtent()
    extent.add(0, 0)
    rows = max(map(int, _LOW.findall(xml)), default=0) - 1
    extent.add(max(rows, _A_ROW_BEFORE_LONG_ONES), max(map(column_number, columns), default=25))
    return extent


def _exactly(xml: bytes) -> SheetExtent:
    """By every cell that is not empty, with a reference or without one."""
    extent = SheetExtent()
    row, column = -1, -1
    for match in _TAG.finditer(xml):
        at = _AT.search(match[2])
        if match[1] == b"row":
            row = int(at[2]) - 1 if at and at[2] else row + 1
            column = -1
            continue
        if at and at[1] and at[2]:
            row, column = int(at[2]) - 1, column_number(at[1])
        else:
            column += 1
        if not match[2].endswith(b"/"):
            extent.add(max(row, 0), column)
    return extent


def column_number(letters: bytes) -> int:
    """The number of a column from 0: 0 for A, 26 for AA."""
    number = 0
    for letter in letters[:8].upper():
        number = number * 26 + letter - 64
    return number - 1


def column_letters(number: int) -> str:
    """What a column is called: A for 0, AA for 26."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
