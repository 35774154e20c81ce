"""What the government's own validator says of two tables, written anew from its rules.

It is meant to be naive: it follows every line upward anew, and knows nothing of orgcli.
Blank cells are `nan` to that validator, so that two rows without a reference have the same one.
"""

from collections.abc import Sequence

Row = dict[str, str]

REF, NAME, LINE = "Post Unique Reference", "Name", "Reports to Senior Post"
DEPARTMENT, BODY, BELOW = "Parent Department", "Organisation", "Reporting Senior Post"
TOPS = ("XX", "xx")
REPEATED = (*TOPS, "0")
FREE = {
    NAME, "Actual Pay Floor (£)", "Actual Pay Ceiling (£)", "Total Pay (£)", "Contact Phone",
    "Contact E-mail", "Notes", "FTE",
}  # fmt: skip


def _clean(rows: Sequence[Row], keys: Sequence[str], lines: Sequence[str]) -> list[Row]:
    """Stripped cells; without the rows that are blank in the first two columns."""
    kept = []
    for row in rows:
        clean = {name: cell.strip() for name, cell in row.items()}
        if any(clean[key] for key in keys):
            kept.append({**clean, **{name: clean[name] or "nan" for name in lines}})
    return kept


def _seats(live: Sequence[Row]) -> list[Row]:
    """One row of every job share: the first of those that agree where they must."""
    seats: dict[tuple[str, ...], Row] = {}
    for row in live:
        seat = tuple(cell for name, cell in sorted(row.items()) if name and name not in FREE)
        seats.setdefault(seat, row)
    return list(seats.values())


def _ends(ref: str, above: dict[str, str], tops: set[str]) -> str:
    """Where the line of a post ends: at the top, in a loop, or nowhere."""
    seen = set()
    while ref not in tops:
        if ref in seen:
            return "loop"
        if ref not in above:
            return "unknown post"
        seen.add(ref)
        ref = above[ref]
    return ""


def faults(senior: Sequence[Row], junior: Sequence[Row]) -> set[str]:
    """The kinds of structural errors; none where the two tables can be published."""
    posts = _clean(senior, (REF, NAME), (REF, LINE))
    live = _seats([row for row in posts if row[NAME] != "Eliminated"])
    gone = {row[REF] for row in posts if row[NAME] == "Eliminated"}
    found = set()
    refs = [row[REF] for row in live]
    if any(refs.count(ref) > 1 for ref in set(refs) - set(REPEATED)):
        found.add("job share that disagrees")
    tops = {row[REF] for row in live if row[LINE] in TOPS}
    if not tops:
        return found | {"no top post"}
    if {row[LINE] for row in live} - set(refs) - set(TOPS):
        found.add("unknown post")
    if any(row[REF] == row[LINE] for row in live):
        found.add("reports to itself")
    above = {row[REF]: row[LINE] for row in live}
    found |= {_ends(ref, above, tops) for ref in refs} - {""}
    for row in _clean(junior, (DEPARTMENT, BODY), (BELOW,)):
        if row[BELOW] not in refs:
            found.add("junior to eliminated" if row[BELOW] in gone else "junior to unknown")
    return found


def only_ours(senior: Sequence[Row], junior: Sequence[Row]) -> bool:
    """Whether there is what orgcli alone calls an error: docs/table-formats.md says why."""
    posts = _clean(senior, (REF, NAME), (REF, LINE))
    live = [row for row in posts if row[NAME] != "Eliminated"]
    refs = {row[REF] for row in live}
    unowned = [row[BELOW].strip() for row in junior if not (row[DEPARTMENT] or row[BODY]).strip()]
    return "nan" in refs or any(ref and ref not in refs for ref in unowned)
