"""The script and the style sheet of the page without comments, spaces and long names."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

_TOKENS = re.compile(
    r"""(?:\s++|/\*.*?\*/|//[^\n]*+)++"""
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
        " else false finally for function get if in instanceof let new null of return static"
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
_NEEDLESS_BEFORE = {"}": ";,", "]": ",", ")": ","}
"""What may be left out before a closing sign."""
_SHORTER = {"true": "!0", "false": "!1"}
_IN_TEMPLATE = re.compile(r"\$\{([^}]*)\}")
_SIGNS = ("+", "-", "++", "--")
"""Two of them would be read as another one."""
_DECLARING = frozenset(("const", "let", "function", "class"))
_PROPERTY, _BOTH = "property", "both"
_BEHIND_BOTH = frozenset(",}=")
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


Token = tuple[str, str]
"""A part of a script: the name of its group in the expression above, and its text."""


def minified_script(script: str) -> str:
    """The same script without comments and spaces, its own names as short as they can be.

    script  in strict mode, with a semicolon behind every statement, one name to each `const` and
            `let`, objects without methods, and templates without braces in their fields
    Names of variables are not looked up by their scopes: each is renamed everywhere. Those of
    properties stay; where one name stands for both, in `{ width }`, it becomes two.
    """
    tokens = _tokens(script)
    names = _short_names(tokens)
    parts: list[str] = []
    before = ""
    bare, joints = _bare_parameters(tokens), _joints(tokens)
    for at, ((kind, text), role) in enumerate(zip(tokens, _roles(tokens), strict=True)):
        if at in bare or at - 1 in joints:
            continue
        if kind == "word" or kind == "number":
            if before == "word" or before == "number":
                parts.append(" ")
            text = _renamed(text, role, names)
        elif kind == "template":
            text = _IN_TEMPLATE.sub(lambda match: f"${{{_field(match[1], names)}}}", text)
        elif text in _SIGNS and parts[-1][-1] in "+-":
            parts.append(" ")
        elif text in _NEEDLESS_BEFORE and parts[-1] in _NEEDLESS_BEFORE[text]:
            parts.pop()
        parts.append("," if at in joints else text)
        before = kind
    return "".join(parts)


def _renamed(text: str, role: str, names: Mapping[str, str]) -> str:
    """A word as it is in the small script."""
    if role == _PROPERTY:
        return text
    short = names.get(text, _SHORTER.get(text, text))
    return f"{text}:{short}" if role == _BOTH and text in names else short


def _bare_parameters(tokens: Sequence[Token]) -> set[int]:
    """The places of parentheses around the one parameter of a function, which needs none."""
    places: set[int] = set()
    for at, (kind, text) in enumerate(tokens):
        around = text == "=>" and tokens[at - 1][1] == ")" and tokens[at - 3][1] == "("
        if kind == "sign" and around and tokens[at - 2][0] == "word":
            places |= {at - 3, at - 1}
    return places


def _joints(tokens: Sequence[Token]) -> set[int]:
    """The places of semicolons between two `const`, or two `let`, which can be one."""
    places: set[int] = set()
    begins = [""]
    for at, (kind, text) in enumerate(tokens):
        if kind != "sign":
            begins[-1] = begins[-1] or text
        elif text in "([{":
            begins[-1] = begins[-1] or text
            begins.append("" if text == "{" else text)
        elif text in ")]}":
            begins.pop()
        elif text == ";" and begins[-1] not in ("(", "["):
            after = tokens[at + 1][1] if at + 1 < len(tokens) else ""
            if after == begins[-1] and after in ("const", "let"):
                places.add(at)
            begins[-1] = ""
    return places


def minified_styles(styles: str) -> str:
    """The same style sheet without comments and without spaces that mean nothing."""
    styles = re.sub(r"(?s)/\*.*?\*/", "", styles)
    styles = re.sub(r"\s+", " ", styles)
    return re.sub(r"(?<=[{};,:]) | (?=[{}])|;(?=\s*\})", "", styles).strip()


def _field(code: str, names: dict[str, str]) -> str:
    """The code in a field of a template, its names renamed."""
    parts = [(match.lastgroup or "space", match[0]) for match in _TOKENS.finditer(code)]
    roles = _roles(parts)
    return "".join(
        names.get(text, text) if kind == "word" and role != _PROPERTY else text
        for (kind, text), role in zip(parts, roles, strict=True)
    )


def _tokens(script: str) -> list[Token]:
    """The parts of a script that mean something."""
    parts = _TOKENS.finditer(script)
    return [(part.lastgroup, part[0]) for part in parts if part.lastgroup]


def _short_names(tokens: Sequence[Token]) -> dict[str, str]:
    """The names that a script gives to variables, with others for them."""
    templates = (text for kind, text in tokens if kind == "template")
    fields = [token for text in templates for code in _IN_TEMPLATE.findall(text)
              for token in _tokens(code)]  # fmt: skip
    declared = _declared(tokens) - _KEYWORDS - _GLOBALS
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


def _roles(tokens: Sequence[Token]) -> Iterator[str]:
    """Of each word whether it is the name of a property, of a variable, or of both in one."""
    open_at = [""]
    last = before_last = ""
    for at, (kind, text) in enumerate(tokens):
        role = ""
        if kind == "word":
            after = tokens[at + 1][1] if at + 1 < len(tokens) else ""
            begins = open_at[-1] == "{" and last in "{,"
            method = open_at[-1] == "class" and last in "{}" and after == "("
            if last == "." or last == "?." or method or (begins and after == ":"):
                role = _PROPERTY
            elif begins and after in _BEHIND_BOTH:
                role = _BOTH
        elif kind == "sign" and text in "([{":
            is_class = text == "{" and before_last in ("class", "extends")
            open_at.append("class" if is_class else text)
        elif kind == "sign" and text in ")]}":
            open_at.pop()
        yield role
        if kind != "space":
            before_last, last = last, text


def _declared(tokens: Sequence[Token]) -> set[str]:
    """Names that follow `const`, `let`, `function` and `class`, and parameters."""
    names: set[str] = set()
    opened: list[int] = []
    for at, (kind, text) in enumerate(tokens):
        if kind == "word":
            if tokens[at - 1][1] in _DECLARING or tokens[at + 1][1] == "=>":
                names.add(text)
        elif kind == "sign" and text in "([{":
            opened.append(at)
        elif kind == "sign" and text in ")]}":
            start = opened.pop()
            word, before = tokens[start - 1]
            after = tokens[at + 1][1] if text == ")" else ""
            has_name = word == "word" and after == "{" and before not in _HEADS
            if after == "=>" or has_name or before in ("const", "let"):
                names |= _names_in(tokens[start + 1 : at])
    return names


def _names_in(tokens: Sequence[Token]) -> set[str]:
    """The names of a pattern, without the defaults that are in it."""
    return {
        text for at, (kind, text) in enumerate(tokens)
        if kind == "word" and (not at or tokens[at - 1][1] not in (".", "="))
    }  # fmt: skip
