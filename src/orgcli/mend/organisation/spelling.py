"""How values of fields are written in YAML and JSON."""

from __future__ import annotations

import re

from orgcli.model.findings.finding import Fix
from orgcli.model.source.notation import Notation
from orgcli.model.source.spelling import OTHER_VALUES, in_quotes, respelt
from orgcli.plans.seat_changes import Written

_BARE = {"fte", "headcount", "level", "assistant"}
_DAYS = {"start", "end"}
_NUMBER_OR_TRUTH = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|true|false")
_WHOLE = re.compile(r"0|[1-9][0-9]*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_(&][\w.'’-]*)*")
"""Names and titles in any script: text in YAML without quotes."""
_OTHERWISE = re.compile(OTHER_VALUES, re.IGNORECASE)


def spelt(field: str, value: Written, how: Notation, old_spelling: str = "") -> str:
    """A value as a field has it; in the quotes that are there.

    old_spelling  what it is written in place of; empty for nothing
    """
    if isinstance(value, tuple):
        return "[" + ", ".join(spelt(field, item, how) for item in value) + "]"
    text = value or ""
    if old_spelling[:1] in ("&", "!", "*", "[", "{", "|", ">"):
        old_spelling = ""
    if field in _BARE and _NUMBER_OR_TRUTH.fullmatch(text) and old_spelling[:1] not in ("'", '"'):
        return text
    if how is Notation.JSON:
        return in_quotes(text, how)
    if _WHOLE.fullmatch(old_spelling) and _WHOLE.fullmatch(text):
        return text
    if field in _DAYS and _DAY.fullmatch(text) and old_spelling[:1] not in ("'", '"'):
        return text
    if (
        old_spelling[:1] not in ("'", '"')
        and _WORDS.fullmatch(text)
        and not _OTHERWISE.fullmatch(text)
    ):
        return text
    return respelt(old_spelling, Fix(old_spelling, text), how)
