"""Which notation a text is in: YAML, JSON or a table."""

import re
from enum import Enum
from pathlib import PurePath

from orgcli.model.source.source import Source

YAML_SUFFIXES = (".yaml", ".yml")
TABLE_SUFFIXES = (".csv", ".tsv")
JSON_SUFFIX = ".json"
SPREADSHEET_SUFFIXES = (
    ".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".ods", ".ots",
)  # fmt: skip

_JSON_BEGINNING = re.compile(r"[\ufeff\s]*[{\[]")
# The first line of a table: no key of a mapping, no item of a list, no comment, and a delimiter.
_TABLE_BEGINNING = re.compile(
    r"[\ufeff\s]*+(?![-#%&*!>@`?<])(?!\"?[^,;|\t\n\"]*\"?:(?:[ \t]|$))[^\n]*?[,;\t|]", re.MULTILINE
)


class Notation(Enum):
    """What a file is written in."""

    YAML = "yaml"
    JSON = "json"
    TABLE = "table"


_BY_SUFFIX = {
    **dict.fromkeys(YAML_SUFFIXES, Notation.YAML),
    **dict.fromkeys((*TABLE_SUFFIXES, *SPREADSHEET_SUFFIXES), Notation.TABLE),
    JSON_SUFFIX: Notation.JSON,
}


def notation(source: Source) -> Notation:
    """What a file is written in, by the ending of its name, else by how it begins.

    A text in braces is YAML too, in its flow style, so that the beginning decides only where the
    name of the file says nothing, as `people.txt` and standard input.
    """
    by_suffix = _BY_SUFFIX.get(PurePath(source.path).suffix.lower())
    if by_suffix is not None:
        return by_suffix
    if _JSON_BEGINNING.match(source.text):
        return Notation.JSON
    return Notation.TABLE if _TABLE_BEGINNING.match(source.text) else Notation.YAML
