"""Every rule by its code; a new one is added to the RULES of its family."""

from operator import attrgetter

from orgcli.check import suppressions
from orgcli.check.rule import Rule
from orgcli.check.rules.files import ambiguous_text, files, tables
from orgcli.check.rules.library import (
    lines_between_roles,
    references,
    statements,
    titles,
    translations,
)
from orgcli.check.rules.organisation import (
    departments,
    dotted_lines,
    holders,
    reporting_lines,
    rings,
    shape,
)
from orgcli.check.rules.plans import plan_steps
from orgcli.check.rules.roles import manager_roles, role_combinations, unknown_roles

_FAMILIES = (
    files, tables, ambiguous_text, reporting_lines, rings, dotted_lines, holders, departments,
    unknown_roles, manager_roles, role_combinations, shape, references, lines_between_roles,
    statements, translations, titles, plan_steps, suppressions,
)  # fmt: skip

_ALL_RULES: list[Rule] = [rule for family in _FAMILIES for rule in family.RULES]
RULES: dict[str, Rule] = {rule.code: rule for rule in sorted(_ALL_RULES, key=attrgetter("code"))}
