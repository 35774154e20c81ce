"""How a value is spelt in a file, and how another one is written in its place."""

import re

from orgcli.model.findings.finding import Fix
from orgcli.model.source.notation import Notation

_PLAIN = re.compile(r"[A-Za-z_][\w.@/+-]*(?: [\w.@/+-]+)*", re.ASCII)
OTHER_VALUES = r"y|n|yes|no|on|off|true|false|null|none|nan|inf"
"""Words, in any case, that some readers of YAML take for something else than text."""
_OTHERWISE = re.compile(OTHER_VALUES + r"|[-+.\d_:a-fx]*|0[xo][\da-f]+", re.IGNORECASE)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_CELL_MARKS = re.compile(r'[",;\t|\r\n]')


def spells(spelling: str, value: str, how: Notation) -> bool:
    """Whether what is written in a file is this value and nothing else."""
    if how is Notation.TABLE:
        cell = spelling.strip()
        if cell[:1] == '"' and cell[-1:] == '"' and len(cell) > 1:
            cell = cell[1:-1].replace('""', '"')
        return cell.strip() == value
    if spelling[:1] == '"':
        return _double_quoted(spelling) == value
    if spelling[:1] == "'":
        return spelling[-1:] == "'" and spelling[1:-1].replace("''", "'") == value
    return spelling == value


def _double_quoted(spelling: str) -> str | None:
    import json  # here and below: what checks nothing but clean files need not load it

    try:
        value = json.loads(spelling)
    except ValueError:  # YAML knows escapes that JSON does not: left alone
        return None
    return value if isinstance(value, str) else None


def respelt(spelling: str, fix: Fix, how: Notation) -> str:
    """What to write in place of what is written, in the quotes that are there."""
    new = fix.new
    if how is Notation.TABLE:
        blank = len(spelling) - len(spelling.lstrip())
        quoted = spelling.strip()[:1] == '"' or _CELL_MARKS.search(new)
        cell = '"' + new.replace('"', '""') + '"' if quoted else new
        return spelling[:blank] + cell + spelling[len(spelling.rstrip()) :]
    if fix.bare:
        return new
    if spelling[:1] == "'" and new.isprintable():
        return "'" + new.replace("'", "''") + "'"
    if how is Notation.JSON and _NUMBER.fullmatch(spelling) and _NUMBER.fullmatch(new):
        return new
    if how is Notation.YAML and spelling[:1] != '"' and not fix.quote:
        if _PLAIN.fullmatch(new) and not _OTHERWISE.fullmatch(new):
            return new
    return in_quotes(new, how)


def in_quotes(text: str, how: Notation) -> str:
    """The text in double quotes, with escapes for what cannot be seen or written."""
    import json

    if how is Notation.JSON:
        return json.dumps(text, ensure_ascii=not text.isprintable())
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(
        character if character.isprintable() else _escape(ord(character)) for character in quoted
    )


def _escape(code: int) -> str:
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
