"""Managers become ids: they may be named by id, else by e-mail address, else by full name.

A word for nothing (`NULL`, `-`, `0` ...) means nobody only where it is nobody's id; the root
token always does.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from orgcli.model.findings.finding import Finding, Related
from orgcli.read.syntax.document import Value
from orgcli.read.tables.cells import LIST_MARK, Fields
from orgcli.read.tables.grid import Table

_NOBODY = frozenset(
    {"null", "nil", "none", "(none)", "nan", "n/a", "n.a.", "#n/a", "\\n", "-", "--", "–", "—",
     "0", "0.0", "no_manager", "no_mgr"}
)  # fmt: skip
_SAID = {
    "reports_to": ("ORG102", "reports to"),
    "dotted_lines": ("ORG108", "has a dotted line to"),
}


class People:
    """Everybody in a table, found by id, by e-mail address, or by name."""

    def __init__(self, table: Table, fields: Fields, root_token: str | None) -> None:
        self.table, self.fields = table, fields
        self.ids = fields.cells["id"]
        self.root = (root_token or "").strip().casefold()

    @cached_property
    def known(self) -> frozenset[str]:
        """All ids; "" is one where a row has none."""
        return frozenset(self.ids)

    @cached_property
    def _by_email(self) -> Mapping[str, tuple[int, ...]]:
        return self._index([cell.casefold() for cell in self.fields.cells.get("email", ())])

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[int, ...]]:
        return self._index([_plain_name(cell) for cell in self.fields.cells.get("holder", ())])

    def _index(self, keys: Sequence[str]) -> dict[str, tuple[int, ...]]:
        """Key -> a row per different id, two at most."""
        rows: dict[str, tuple[int, ...]] = {}
        ids = self.ids
        for row, key in enumerate(keys):
            if not key or not ids[row]:
                continue
            found = rows.get(key)
            if found is None:
                rows[key] = (row,)
            elif len(found) == 1 and ids[found[0]] != ids[row]:
                rows[key] = (found[0], row)
        return rows

    def rows(self, text: str) -> tuple[int, ...]:
        """Rows of whom a text that is no id means: one, two where that is open, or none."""
        if "@" in text:
            found = self._by_email.get(text.casefold())
            if found:
                return found
        return self._by_name.get(_plain_name(text), ())

    def id_of(self, text: str) -> str | tuple[int, ...]:
        """The id that a manager's text stands for, "" for nobody, rows where two people fit."""
        word = text.casefold()
        if not text or word == self.root:
            return ""
        if text in self.known:
            return text
        if word in _NOBODY:
            return ""
        if text.endswith(".0") and text[:-2] in self.known:
            return text[:-2]
        rows = self.rows(text)
        return rows if len(rows) > 1 else self.ids[rows[0]] if rows else text

    def open_name(self, field: str, row: int, text: str, fits: tuple[int, ...]) -> Finding:
        """ORG102 or ORG108 for a manager's name that two people have."""
        code, says = _SAID[field]
        column, entity = self.fields.column, self.ids[row]
        one, two = (self.ids[fit] for fit in fits)
        named = column["email" if "@" in text and "email" in column else "holder"]
        return Finding(
            code,
            f"`{entity}` {says} `{text}`, which could be `{one}` or `{two}`",
            self.table.cell(row, column[field]),
            help=f"write the id: `{one}` or `{two}`",
            entity=entity,
            related=tuple(
                Related(self.table.cell(fit, named), f"this is `{self.ids[fit]}`") for fit in fits
            ),
            group=f"{code} {text}",
        )


def _plain_name(name: str) -> str:
    """A name without regard to case and spaces; `King, Steven` is `steven king`."""
    last, comma, first = name.partition(",")
    ordered = f"{first} {last}" if comma and "," not in first else name
    return " ".join(ordered.casefold().split())


def resolve_managers(people: People) -> list[Finding]:
    """Turn the managers into ids, "" for nobody; a name that two people have becomes nobody.

    It is reported here, at the cell, and must not be reported again as an unknown manager.
    """
    cells = people.fields.cells.get("reports_to")
    if cells is None:
        return []
    known, root = people.known, people.root
    named = {text for text in cells if text not in known}
    if root:
        named |= {text for text in cells if text.casefold() == root}
    found = {text: people.id_of(text) for text in named}
    open_names = {text: fits for text, fits in found.items() if isinstance(fits, tuple)}
    swap = {text: one if isinstance(one, str) else "" for text, one in found.items()}
    if swap:
        people.fields.cells["reports_to"] = list(map(swap.get, cells, cells))
    if not open_names:
        return []
    return [
        people.open_name("reports_to", row, text, open_names[text])
        for row, text in enumerate(cells)
        if text in open_names
    ]


def dotted_lines(people: People) -> tuple[dict[int, list[Value]], list[Finding]]:
    """The ids of secondary managers by row, and a finding for each name that two people have."""
    lines: dict[int, list[Value]] = {}
    findings = []
    for row, cell in enumerate(people.fields.cells.get("dotted_lines", ())):
        for text in _managers_in(cell, people) if cell else ():
            found = people.id_of(text)
            if isinstance(found, tuple):
                findings.append(people.open_name("dotted_lines", row, text, found))
            elif found:
                lines.setdefault(row, []).append(found)
    return lines, findings


def _managers_in(cell: str, people: People) -> list[str]:
    """The managers in a cell; a comma parts them only where it is not inside a known name."""
    texts: list[str] = []
    for part in map(str.strip, LIST_MARK.split(cell)):
        whole = "," not in part or part in people.known or people.rows(part)
        texts += [part] if whole else map(str.strip, part.split(","))
    return [text for text in texts if text]
