"""The rule about the list of departments, ORG113."""

from collections import Counter
from collections.abc import Iterator
from operator import attrgetter

from orgcli.check.context import Context
from orgcli.check.path_text import HOPS, trail
from orgcli.check.position_names import subject
from orgcli.check.rule import Rule
from orgcli.model.findings.finding import Finding, Fix, Level, Related
from orgcli.model.likeness import NearestName, close_fix, did_you_mean, is_close
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.reporting_lines import UNKNOWN, ReportingLines, reporting_lines


def broken_departments(context: Context) -> Iterator[Finding]:
    """ORG113, at what is wrong; where a file could not be read, only what is written twice."""
    organisation = context.organisation
    departments = organisation.departments
    if not departments:
        return
    parts = reporting_lines(
        [department.id for department in departments],
        [department.parent for department in departments],
    )
    yield from _duplicate_departments(organisation, parts)
    yield from _rings(organisation, parts)
    if organisation.complete:
        yield from _unknown_heads(organisation)
        yield from _unknown_parents(organisation, parts)
        yield from _misspelt(context, parts)


def _duplicate_departments(organisation: Organisation, parts: ReportingLines) -> Iterator[Finding]:
    for at, department in enumerate(organisation.departments):
        first = parts.index[department.id]
        if first != at:
            message = f"the id `{department.id}` stands for two departments"
            place = organisation.department_place(at, "id")
            help = "give one of them an id of its own, or keep one of the two"
            related = (Related(organisation.department_place(first, "id"), "first used here"),)
            group = f"twice {department.id}"
            yield Finding(
                "ORG113", message, place, help, department.id, related=related, group=group
            )


def _rings(organisation: Organisation, parts: ReportingLines) -> Iterator[Finding]:
    """Departments that lead back to themselves, from the first of them in the file."""
    departments = organisation.departments
    count = Counter(department.id for department in departments)
    for ring in parts.rings:
        names = [departments[at].id for at in ring]
        if any(count[name] > 1 for name in names):  # that may be all that closes it
            continue
        if len(ring) == 1:
            message = f"`{names[0]}` is a part of itself"
            help = "leave `parent` out if it is a part of no other"
        else:
            message = f"{len(ring):,} departments are parts of each other in a ring: "
            message += trail([*names, names[0]], HOPS)
            help = "one of them must be a part of none of the others"
        place = organisation.department_place(ring[0], "parent")
        yield Finding("ORG113", message, place, help, names[0])


def _unknown_heads(organisation: Organisation) -> Iterator[Finding]:
    index = organisation.lines.index
    nearest = NearestName(index)
    for at, department in enumerate(organisation.departments):
        if department.head is None or department.head in index:
            continue
        near = nearest.of(department.head)
        message = f"the head of `{department.id}` is `{department.head}`, "
        message += "which is not in this organisation"
        place = organisation.department_place(at, "head")
        help, label = did_you_mean(near, "write the id of a position"), "nobody here has this id"
        related = [Related(organisation.place(index[id], "id"), "this one is here") for id in near]
        group, fix = f"head {department.head}", close_fix(department.head, near)
        yield Finding(
            "ORG113", message, place, help, department.id, label, tuple(related), group, fix=fix
        )


def _unknown_parents(organisation: Organisation, parts: ReportingLines) -> Iterator[Finding]:
    nearest = NearestName(parts.index)
    called = {
        department.name: department.id
        for department in reversed(organisation.departments)
        if department.name
    }
    for at, above in enumerate(parts.manager):
        if above != UNKNOWN:
            continue
        department = organisation.departments[at]
        missing = department.parent or ""
        near = (called[missing],) if missing in called else nearest.of(missing)
        message = f"`{department.id}` is a part of `{missing}`, which is no department listed here"
        place = organisation.department_place(at, "parent")
        help = did_you_mean(near, "list it under `departments`")
        group, fix = f"parent {missing}", close_fix(missing, near)
        yield Finding("ORG113", message, place, help, department.id, group=group, fix=fix)


def _misspelt(context: Context, parts: ReportingLines) -> Iterator[Finding]:
    """Departments of positions that are not listed, where one is listed that is nearly the same.

    Others may be right as they are: the list need not have every department, and for those it
    does not have a position's word stands.
    """
    organisation = context.organisation
    names = [department.name for department in organisation.departments if department.name]
    known = [*names, *parts.index]
    unlisted = set(map(attrgetter("department"), organisation.positions)).difference(known, [None])
    listed = {name.casefold(): name for name in known}
    nearest = NearestName(listed)
    near = {word: nearest.of(word.casefold()) for word in sorted(unlisted)}
    single = {word: listed[several[0]] for word, several in near.items() if len(several) == 1}
    corrections = {word: name for word, name in single.items() if is_close(word, name)}
    if not corrections:
        return
    for at, position in enumerate(organisation.positions):
        word = position.department or ""
        if word in corrections:
            message = (
                f"{subject(organisation, at)} is in the department `{word}`, which is not listed"
            )
            help, group = did_you_mean((corrections[word],)), f"department {word}"
            fix = Fix(word, corrections[word])
            yield context.finding(
                "ORG113", message, at, "department", help=help, group=group, fix=fix
            )


def _listing(department: str) -> str:
    return (
        "organisation: Northwind\n"
        "departments:\n"
        "  - {id: revenue, name: Revenue, head: cro}\n"
        f"  - {{id: sales, name: Sales, {department}}}\n"
        "positions:\n"
        "  - {id: ceo}\n"
        "  - {id: cro, reports_to: ceo, department: revenue}\n"
    )


RULES = (
    Rule(
        "ORG113", "broken-department", Level.ERROR,
        "the list of departments contradicts itself",
        "An id is used twice, a head is not a position, a parent is not listed, or departments "
        "are parts of each other in a ring. A position may name a department that is not listed; "
        "that is reported only if it looks like a misspelt id or name of a listed department.",
        _listing("parent: revenu"), _listing("parent: revenue"),
        broken_departments,
        fixable=True,
    ),
)  # fmt: skip
