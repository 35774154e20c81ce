"""Job shares: rows with one id that describe one seat become one entry with several holders.

A name that is repeated is one holder, but `N/D` and the like are somebody else each
time. The FTE is the sum over the rows that bring a holder; of everything else that differs the
first row's is kept. Rows that describe different seats, that all have one holder, or none, stay
apart, with an id twice.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from orgcli.model.appearance import plain
from orgcli.model.findings.finding import Finding
from orgcli.model.text import listed
from orgcli.read.syntax.document import Value
from orgcli.read.tables.grid import Table

_SEAT = ("id", "title", "role", "reports_to", "department", "status", "level", "headcount",
         "assistant", "archetype")  # fmt: skip
_NAMELESS = frozenset(
    {"n/d", "n/a", "n/k", "not disclosed", "undisclosed", "redacted", "withheld", "unknown"}
)
_MOST_NAMES = 5


def shares(records: Sequence[dict[str, Value]], ids: Sequence[str]) -> list[list[int]]:
    """Rows of each entry in file order: several where they describe one seat and share it."""
    many = {name for name, count in Counter(ids).items() if name and count > 1}
    seats: dict[tuple[Value, ...], list[int]] = {}
    for row, name in enumerate(ids):
        if name in many:
            seats.setdefault(tuple(map(records[row].get, _SEAT)), []).append(row)
    shared = [rows for rows in seats.values() if len(rows) > 1 and _is_share(records, rows)]
    first = {rows[0]: rows for rows in shared}
    others = {row for rows in shared for row in rows[1:]}
    return [first.get(row, [row]) for row in range(len(records)) if row not in others]


def _is_share(records: Sequence[dict[str, Value]], rows: Sequence[int]) -> bool:
    """Whether rows of one seat have different holders, or one has, and the others are vacant."""
    brought = [_holders(records[row]) for row in rows]
    different = holders_of(zip(rows, brought, strict=True))
    return len(different) > 1 or (len(different) == 1 and sum(map(bool, brought)) == 1)


def share_findings(
    table: Table, records: Sequence[dict[str, Value]], entries: Sequence[Sequence[int]]
) -> list[Finding]:
    """ORG013, at the second row of the first job share.

    entries  the rows of each entry
    """
    shared = [rows for rows in entries if len(rows) > 1]
    if not shared:
        return []
    rows = shared[0]
    names = dict.fromkeys(name for row in rows for name in _holders(records[row]))
    message = (
        f"`{records[rows[0]]['id']}` stands in {len(rows)} rows, which are read as one position"
        f" of {listed(names, _MOST_NAMES)}"
    )
    if len(shared) > 1:
        message += f"; {len(shared) - 1:,} more positions are shared"
    help = "rows of different positions need different ids"
    return [Finding("ORG013", message, table.places.row(rows[1]), help=help)]


def merged(records: Sequence[dict[str, Value]], rows: Sequence[int]) -> dict[str, Value]:
    """One entry of the rows of a job share."""
    record = records[rows[0]]
    if len(rows) == 1:
        return record
    holders = holders_of((row, _holders(records[row])) for row in rows)
    bringing = dict.fromkeys(row for _, row in holders)
    parts = [records[row]["fte"] for row in bringing if "fte" in records[row]]
    for row in rows[1:]:
        for name, value in records[row].items():
            mine = record.setdefault(name, value)
            if isinstance(mine, dict) and isinstance(value, dict):
                for key, inner in value.items():
                    mine.setdefault(key, inner)
    if parts:
        record["fte"] = _total(parts)
    if holders:
        names: list[Value] = [name for name, _ in holders]
        record["holder"] = names if len(names) > 1 else names[0]
    return record


def holders_of(rows: Iterable[tuple[int, Iterable[str]]]) -> list[tuple[str, int]]:
    """The holders of a job share from those of its rows, each with the row that brings it."""
    seen: set[str] = set()
    holders = []
    for row, names in rows:
        for name in names:
            key = plain(name)
            if key not in seen:
                holders.append((name, row))
            if name.casefold() not in _NAMELESS:
                seen.add(key)
    return holders


def _holders(record: dict[str, Value]) -> list[str]:
    holder = record.get("holder")
    return [str(name) for name in (holder if isinstance(holder, list) else [holder]) if name]


def _total(parts: Sequence[Value]) -> Value:
    try:
        return str(sum(Decimal(str(part)) for part in parts)) if len(parts) > 1 else parts[0]
    except ArithmeticError:  # not a number, or a monstrous one: validation reports it
        return parts[0]
