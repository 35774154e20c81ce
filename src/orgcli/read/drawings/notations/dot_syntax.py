"""The tokens of DOT: names, quoted texts, HTML labels and signs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_BLANK = re.compile(r"(?:\s++|//[^\n]*+|/\*.*?(?:\*/|\Z)|(?m:^)#[^\n]*+)++", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_\u0080-\U0010ffff][\w\u0080-\U0010ffff]*|-?(?:\.\d+|\d+(?:\.\d*)?)")
_SIGN = re.compile(r"->|--|[{}\[\];,=:+]")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*+)"', re.DOTALL)


class Token(NamedTuple):
    """A token: kind is `name`, `text`, `html`, or a sign itself; "" for what is none of them."""

    kind: str
    value: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text; what is none becomes one of no kind, a character each."""
    at, size = 0, len(text)
    is_open = False  # behind a quote that is never closed no other one is
    while True:
        if blank := _BLANK.match(text, at):
            at = blank.end()
        if at >= size:
            return
        token = Token("", '"', at, at + 1) if is_open and text[at] == '"' else _token(text, at)
        is_open = is_open or (token.value == '"' and not token.kind)
        yield token
        at = token.end


def _token(text: str, at: int) -> Token:
    if quoted := _QUOTED.match(text, at):
        value = quoted[1].replace("\\\n", "").replace('\\"', '"')
        return Token("text", value, at, quoted.end())
    if sign := _SIGN.match(text, at):
        return Token(sign.group(), sign.group(), at, sign.end())
    if name := _NAME.match(text, at):
        return Token("name", name.group(), at, name.end())
    if text[at] == "<":
        end = _html_end(text, at)
        return Token("html", text[at + 1 : end - 1], at, end)
    return Token("", text[at], at, at + 1)


_ANGLE = re.compile(r"[<>]")


def _html_end(text: str, at: int) -> int:
    depth = 0
    for match in _ANGLE.finditer(text, at):
        depth += 1 if match.group() == "<" else -1
        if not depth:
            return match.end()
    return len(text)
