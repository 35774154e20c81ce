"""The table `renamed` of a configuration gets a line for an id that becomes another one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from orgcli.mend.organisation.configured_ids import in_toml, parsed_toml
from orgcli.mend.organisation.text_tree import newline_of
from orgcli.plans.seat_changes import RefusedEdit

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ANY_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def with_trail(text: str, table: str, renamed: Mapping[str, str]) -> str:
    """The text of a configuration in which old ids lead to new ones.

    table    the name of the table: `renamed`, or `tool.orgcli.renamed`
    What led to an old id leads to the new one. Raises RefusedEdit where that has no exact edit.
    """
    before = _table(text, table)
    newline = newline_of(text)
    lines = "".join(f"{_key(old)} = {in_toml(new)}{newline}" for old, new in renamed.items())
    heading = re.search(rf"^[ \t]*\[{re.escape(table)}\][^\r\n]*(?:\r?\n|\Z)", text, re.MULTILINE)
    if heading is None:
        gap = newline if text and not text.endswith(("\n", "\r")) else ""
        new_text = f"{text}{gap}{newline if text else ''}[{table}]{newline}{lines}"
    else:
        following = _ANY_TABLE.search(text, heading.end())
        end = following.start() if following else len(text)
        section = text[heading.end() : end]
        for old, new in renamed.items():
            pattern = rf"(=[ \t]*)([\"']){re.escape(old)}\2"
            value = in_toml(new).replace("\\", r"\\")
            section = re.sub(pattern, rf"\g<1>{value}", section)
        lead = "" if heading.group().endswith(("\n", "\r")) else newline
        new_text = text[: heading.end()] + lead + lines + section + text[end:]
    expected = {old: renamed.get(new, new) for old, new in before.items()} | dict(renamed)
    if _table(new_text, table) != expected:
        raise RefusedEdit(f"there is no exact edit of `{table}` in the configuration")
    return new_text


def _key(text: str) -> str:
    return text if _BARE.fullmatch(text) else in_toml(text)


def _table(text: str, table: str) -> Mapping[str, str]:
    """The table as it is read; empty where there is none, or the text is no TOML."""
    value: object = parsed_toml(text)
    for name in table.split("."):
        value = value.get(name, {}) if isinstance(value, dict) else {}
    return value if isinstance(value, dict) else {}
