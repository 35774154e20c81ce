"""Rules about the roles that positions name, from ORG201."""

from collections.abc import Iterator

from orgcli.check.context import Context
from orgcli.check.position_names import subject
from orgcli.check.rule import Rule
from orgcli.check.rules.roles.role_suggestion import RoleSuggestions
from orgcli.model.findings.finding import Finding, Level


def unknown_roles(context: Context) -> Iterator[Finding]:
    """ORG201, at every position; those that name one missing role are a group."""
    role_ids = context.project.role_ids
    suggestions = RoleSuggestions(context.project)
    for at, position in enumerate(context.organisation.positions):
        role = position.role
        if role is not None and role not in role_ids:
            seat_name = subject(context.organisation, at)
            message = f"{seat_name} has the role `{role}`, which is not defined"
            help = suggestions.help(role, f"define it in roles/{role}.yaml, or use `title`")
            fix = suggestions.fix(role)
            yield context.finding("ORG201", message, at, "role", help=help, group=role, fix=fix)


RULES = (
    Rule(
        "ORG201", "unknown-role", Level.ERROR, "a position names a role that is not defined",
        "A role is built in or defined in a role file of your own. Role files are in `roles/` next "
        "to the organisation, or in the folders that `roles = [...]` in the configuration names.",
        "organisation: Northwind\npositions:\n  - id: cfo\n    role: chief-executive-oficer\n",
        "organisation: Northwind\npositions:\n  - id: cfo\n    role: ceo\n",
        unknown_roles,
        fixable=True,
    ),
)  # fmt: skip
