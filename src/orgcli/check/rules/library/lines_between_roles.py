"""Rules about lines that roles draw to each other: ORG402 and ORG403."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from orgcli.check.path_text import HOPS, trail, written_out
from orgcli.check.rule import Rule
from orgcli.check.rules.library.cited_statements import CitedStatement, statements_of_role
from orgcli.model.findings.finding import Finding, Level, Related
from orgcli.model.project import Project
from orgcli.model.text import quoted


def one_sided_lines(project: Project) -> Iterator[Finding]:
    """ORG402, where a role states that it manages another, which states other managers."""
    upward: dict[str, dict[str, CitedStatement]] = {}
    for role in project.own:
        managers = upward.setdefault(role, {})
        for cited in _upward(project, role):
            for id in cited.statement.role:
                managers.setdefault(id, cited)
    for file in project.own.values():
        manager = file.role.role
        for cited in statements_of_role(file):
            if cited.facet != "manages" or cited.statement.when is not None:
                continue
            for number, role in enumerate(cited.statement.role):
                managers = upward.get(role, {})
                if not managers or manager in managers:
                    continue
                message = f"`{manager}` manages `{role}`, which reports to {quoted(managers)}"
                line_place = next(iter(managers.values())).place("role")
                help = f"add `{manager}` to `reports_to` of `{role}`, or remove `{role}` here"
                related = (Related(line_place, f"what `{role}` says"),)
                place = cited.place("role", number)
                yield Finding("ORG402", message, place, help, cited.entity, related=related)


def _upward(project: Project, role: str) -> Sequence[CitedStatement]:
    """The statements of a role of the user's own about the roles it reports to."""
    return [cited for cited in statements_of_role(project.own[role]) if cited.facet == "reports_to"]


def role_reporting_cycles(project: Project) -> Iterator[Finding]:
    """ORG403, once per ring, from the first of its roles that is the user's own."""
    above = _above(project)
    for ring in rings(above):
        first = next(at for at, role in enumerate(ring) if role in project.own)
        ring = [*ring[first:], *ring[:first]]
        if len(ring) == 1:
            message = f"`{ring[0]}` reports only to itself"
            help = "leave `reports_to` out if it is the top"
        else:
            message = f"{len(ring):,} roles report to each other in a ring: "
            message += f"{trail(ring, HOPS)} → `{ring[0]}`"
            help = "one of them must report to a role outside the ring, or under a condition"
        hops = written_out(list(pairwise([*ring, ring[0]])))
        here, *related = [_hop(project, *hop) for hop in hops if hop[0] in project.own]
        yield Finding("ORG403", message, here.place, help, ring[0], related=tuple(related))


def _above(project: Project) -> Mapping[str, Sequence[str]]:
    """The roles that each role reports to under no condition, for all those above one's own.

    A role may stand above others of its kind; only one that reports to no other is its own ring.
    """
    above: dict[str, Sequence[str]] = {}
    waiting = list(project.own)
    while waiting:
        role = waiting.pop()
        definition = project.definition(role) if role not in above else None
        if definition is None:
            above.setdefault(role, ())
            continue
        statements = [statement for statement in definition.reports_to if statement.when is None]
        managers = list(dict.fromkeys(id for statement in statements for id in statement.role))
        above[role] = [id for id in managers if id != role or len(managers) == 1]
        waiting.extend(above[role])
    return {role: above[role] for role in (*project.own, *above)}


def rings(above: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """One shortest ring for every group of nodes that lead to each other, in the order given.

    above  the nodes that each node leads to; every node is a key
    """
    shortest_rings = []
    for group in _strongly_connected(above):
        first = group[0]
        if len(group) > 1 or first in above[first]:
            shortest_rings.append(_shortest(above, first, set(group)))
    return shortest_rings


def _strongly_connected(above: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Tarjan's groups, without recursion; each, and the list of them, in the order of `above`."""
    order = {node: number for number, node in enumerate(above)}
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    open_nodes: dict[str, None] = {}
    groups: list[list[str]] = []
    for start in above:
        walk = [(start, iter(above[start]))] if start not in index else []
        while walk:
            node, rest = walk[-1]
            if node not in index:
                index[node] = low[node] = len(index)
                open_nodes[node] = None
            for neighbour in rest:
                if neighbour not in index:
                    walk.append((neighbour, iter(above[neighbour])))
                    break
                if neighbour in open_nodes:
                    low[node] = min(low[node], index[neighbour])
            else:
                walk.pop()
                if walk:
                    below = walk[-1][0]
                    low[below] = min(low[below], low[node])
                if low[node] == index[node]:
                    groups.append(_close(open_nodes, node, order))
    return sorted(groups, key=lambda group: order[group[0]])


def _close(open_nodes: dict[str, None], root: str, order: Mapping[str, int]) -> list[str]:
    group = []
    while True:
        node, _ = open_nodes.popitem()
        group.append(node)
        if node == root:
            return sorted(group, key=order.__getitem__)


def _shortest(above: Mapping[str, Sequence[str]], first: str, group: set[str]) -> list[str]:
    """The shortest way from a node back to itself inside its group."""
    came: dict[str, str] = {}
    queue = [first]
    for node in queue:
        for neighbour in above[node]:
            if neighbour == first:
                ring = [node]
                while ring[-1] != first:
                    ring.append(came[ring[-1]])
                return ring[::-1]
            if neighbour in group and neighbour not in came:
                came[neighbour] = node
                queue.append(neighbour)
    raise AssertionError("every node of a group leads back to itself")


def _hop(project: Project, role: str, above: str) -> Related:
    """Where a role of the user's own names the next one of a ring."""
    cited = next(
        line
        for line in _upward(project, role)
        if line.statement.when is None and above in line.statement.role
    )
    place = cited.place("role", cited.statement.role.index(above))
    return Related(place, f"`{role}` reports to `{above}`")


_SELLER = "# roles/seller.yaml\nrole: seller\nreports_to: [sales-lead]\n"

RULES = (
    Rule(
        "ORG402", "one-sided-line", Level.WARNING,
        "a role manages another role that reports to others",
        "The two files contradict each other about one reporting line. A role without "
        "`reports_to` contradicts nothing: it only does not state its manager.",
        "# roles/sales-lead.yaml\nrole: sales-lead\nmanages: [seller]\n"
        "# roles/seller.yaml\nrole: seller\nreports_to: [sales-manager]\n",
        f"# roles/sales-lead.yaml\nrole: sales-lead\nmanages: [seller]\n{_SELLER}",
        roles=one_sided_lines,
    ),
    Rule(
        "ORG403", "role-reporting-cycle", Level.ERROR, "roles report to each other in a ring",
        "If each of them reports to the next, none of them can be at the top. Lines under a "
        "condition do not count, and a role may name itself in addition to others.",
        f"# roles/sales-lead.yaml\nrole: sales-lead\nreports_to: [seller]\n{_SELLER}",
        f"# roles/sales-lead.yaml\nrole: sales-lead\nreports_to: [cro]\n{_SELLER}",
        roles=role_reporting_cycles,
    ),
)  # fmt: skip
