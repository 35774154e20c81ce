"""Rules about the roles that positions name, from ORG201."""

from collections.abc import Iterator

from orgcli.check.rule import Context, Rule
from orgcli.model.finding import Finding, Level
from orgcli.model.nearest import nearest_word


def unknown_roles(context: Context) -> Iterator[Finding]:
    """ORG201, at every position; those that name one missing role are a group."""
    known = context.project.role_ids
    meant: dict[str, str | None] = {}
    for at, position in enumerate(context.organisation.positions):
        role = position.role
        if role is None or role in known:
            continue
        if role not in meant:
            meant[role] = nearest_word(role, known)
        near = meant[role]
        yield Finding(
            "ORG201",
            f"`{position.id}` has the role `{role}`, which is not defined",
            context.organisation.place(at, "role"),
            help=f"did you mean `{near}`?" if near else f"write roles/{role}.yaml, or use `title`",
            entity=position.id,
            group=role,
        )


RULES = (
    Rule(
        "ORG201", "unknown-role", Level.ERROR, "a position names a role that is not defined",
        "Roles come from the built-in library and from role files of your own: `roles/` beside "
        "the organisation, or the folders that `roles = [...]` names in the configuration.",
        "organisation: Northwind\npositions:\n  - id: ceo\n    role: chief-revenue-oficer\n",
        "organisation: Northwind\npositions:\n  - id: ceo\n    role: cro\n",
        unknown_roles,
    ),
)  # fmt: skip
