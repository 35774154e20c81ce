"""Job shares: rows with one id that describe one seat become one entry with several holders.

A name that is repeated is one holder, but `N/D` and the like are somebody else each
time. The FTE is the sum over the rows that bring a holder; of everything else that differs the
first row's is kept. Rows that describe different seats stay apart, with an id twice.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from orgcli.read.syntax.document import Value

_SEAT = ("id", "title", "role", "reports_to", "department", "status", "level", "headcount",
         "assistant", "archetype")  # fmt: skip
_NAMELESS = frozenset(
    {"n/d", "n/a", "n/k", "not disclosed", "undisclosed", "redacted", "withheld", "unknown"}
)


def shares(records: Sequence[dict[str, Value]], ids: Sequence[str]) -> list[list[int]]:
    """Rows of each entry in file order: several where they describe one seat."""
    many = {name for name, count in Counter(ids).items() if name and count > 1}
    found: list[list[int]] = []
    seats: dict[tuple[Value, ...], list[int]] = {}
    for row, record in enumerate(records):
        rows = [row]
        if ids[row] in many:
            seat = tuple(map(record.get, _SEAT))
            known = seats.setdefault(seat, rows)
            if known is not rows:
                known.append(row)
                continue
        found.append(rows)
    return found


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
    found = []
    for row, names in rows:
        for name in names:
            if name not in seen:
                found.append((name, row))
            if name.casefold() not in _NAMELESS:
                seen.add(name)
    return found


def _holders(record: dict[str, Value]) -> list[str]:
    holder = record.get("holder")
    return [str(one) for one in (holder if isinstance(holder, list) else [holder]) if one]


def _total(parts: Sequence[Value]) -> Value:
    try:
        return str(sum(Decimal(str(part)) for part in parts)) if len(parts) > 1 else parts[0]
    except ArithmeticError:  # not a number, or a monstrous one: validation says so
        return parts[0]
