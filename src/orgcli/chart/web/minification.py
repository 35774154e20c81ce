"""The script and the style sheet of the page without what only people who edit them need."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

_TOKENS = re.compile(
    r"""(?:\s+|/\*.*?\*/|//[^\n]*)+"""
    r"""|(?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?P<template>`[^`]*`)"""
    r"""|(?P<pattern>/(?!\s)(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[])+/[a-z]*)"""
    r"""|(?P<word>(?:[^\W\d]|\$)[\w$]*)|(?P<number>\d[\w.]*)"""
    r"""|(?P<sign>\.\.\.|=>|\+\+|--|[^\w\s])""",
    re.DOTALL,
)
"""A division has spaces around it, which tells it from a regular expression."""
_KEYWORDS = frozenset(
    re.findall(
        r"\w+",
        "arguments async await break case catch class const constructor continue default delete do"
        " else false finally for function get if in instanceof let new null of return set static"
        " super switch this throw true try typeof undefined var void while yield",
    )
)
_GLOBALS = frozenset(
    re.findall(
        r"\w+",
        "Array Blob Boolean CSS Image Infinity Int32Array JSON Map Math NaN Number Object Promise"
        " Set String URL Uint8Array document history location navigator performance print window",
    )
)
"""What the browser gives: never renamed, also where a script gives the name to its own."""
_HEADS = frozenset(("if", "for", "while", "switch"))
"""Words before a condition in parentheses, which is no list of parameters."""
_IN_TEMPLATE = re.compile(r"\$\{([^}]*)\}")
_SIGNS = ("+", "-", "++", "--")
"""Two of them would be read as another one."""
_DECLARING = frozenset(("const", "let", "function", "class"))
_BEHIND_KEYS = frozenset(":,}=(")
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


Token = tuple[str, str]
"""A part of a script: the name of its group in the expression above, and its text."""


def minified_script(script: str) -> str:
    """The same script without comments and spaces, its own names as short as they can be.

    script  in strict mode, with a semicolon behind every statement, its templates without braces
            in their fields
    A name is left as it is where it is also the key of a property anywhere: names are not looked
    up by their scopes, so each is renamed everywhere or nowhere.
    """
    tokens = _tokens(script)
    names = _short_names(tokens)
    made: list[str] = []
    before = ""
    for kind, text in tokens:
        if kind == "word" or kind == "number":
            if before == "word" or before == "number":
                made.append(" ")
            text = names.get(text, text)
        elif kind == "template":
            text = _IN_TEMPLATE.sub(lambda found: f"${{{_field(found[1], names)}}}", text)
        elif text in _SIGNS and made[-1][-1] in "+-":
            made.append(" ")
        made.append(text)
        before = kind
    return "".join(made)


def minified_styles(styles: str) -> str:
    """The same style sheet without comments and without spaces that mean nothing."""
    styles = re.sub(r"(?s)/\*.*?\*/", "", styles)
    styles = re.sub(r"\s+", " ", styles)
    return re.sub(r"(?<=[{};,:]) | (?=[{}])|;(?=\s*\})", "", styles).strip()


def _field(code: str, names: dict[str, str]) -> str:
    """The code in a field of a template, its names renamed."""
    parts = _TOKENS.finditer(code)
    return "".join(
        names.get(one[0], one[0]) if one.lastgroup == "word" else one[0] for one in parts
    )


def _tokens(script: str) -> list[Token]:
    """The parts of a script that mean something."""
    parts = _TOKENS.finditer(script)
    return [(one.lastgroup, one[0]) for one in parts if one.lastgroup]


def _short_names(tokens: Sequence[Token]) -> dict[str, str]:
    """The names that a script gives and that are keys of nothing, with others for them."""
    templates = (text for kind, text in tokens if kind == "template")
    fields = [one for text in templates for code in _IN_TEMPLATE.findall(text)
              for one in _tokens(code)]  # fmt: skip
    declared = _declared(tokens) - _keys(tokens) - _keys(fields) - _KEYWORDS - _GLOBALS
    used = Counter(text for kind, text in (*tokens, *fields) if kind == "word")
    letters = (name for name in _names() if name not in used and name not in _KEYWORDS)
    ordered = sorted(declared, key=lambda name: (-used[name] * len(name), name))
    return {name: short for name, short in zip(ordered, letters, strict=False)
            if len(short) < len(name)}  # fmt: skip


def _names() -> Iterator[str]:
    """a, b, ... aa, ba, ..."""
    for number in count():
        name = ""
        while True:
            name += _LETTERS[number % len(_LETTERS)]
            number = number // len(_LETTERS) - 1
            if number < 0:
                break
        yield name


def _keys(tokens: Sequence[Token]) -> set[str]:
    """Names of properties: behind a point, and before a colon or alone in braces."""
    found: set[str] = set()
    braced: list[bool] = [False]
    last = ""
    for at, (kind, text) in enumerate(tokens):
        if kind == "word":
            if last == "." or (braced[-1] and last in "{,}" and tokens[at + 1][1] in _BEHIND_KEYS):
                found.add(text)
        elif kind == "sign":
            if text in "([{":
                braced.append(text == "{")
            elif text in ")]}":
                braced.pop()
        last = text
    return found


def _declared(tokens: Sequence[Token]) -> set[str]:
    """Names that follow `const`, `let`, `function` and `class`, and parameters."""
    found: set[str] = set()
    opened: list[int] = []
    for at, (kind, text) in enumerate(tokens):
        if kind == "word":
            if tokens[at - 1][1] in _DECLARING or tokens[at + 1][1] == "=>":
                found.add(text)
        elif kind == "sign" and text in "([{":
            opened.append(at)
        elif kind == "sign" and text in ")]}":
            start = opened.pop()
            word, before = tokens[start - 1]
            after = tokens[at + 1][1] if text == ")" else ""
            named = word == "word" and after == "{" and before not in _HEADS
            if after == "=>" or named or before in ("const", "let"):
                found |= _names_in(tokens[start + 1 : at])
    return found


def _names_in(tokens: Sequence[Token]) -> set[str]:
    """The names of a pattern, without the defaults that are in it."""
    return {
        text for at, (kind, text) in enumerate(tokens)
        if kind == "word" and (not at or tokens[at - 1][1] not in (".", "="))
    }  # fmt: skip
