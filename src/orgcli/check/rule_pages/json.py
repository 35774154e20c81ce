"""Rules as JSON."""

from collections.abc import Sequence

from orgcli.check.rule import Rule, readable
from orgcli.render.json import as_document, fields_of


def as_json(rules: Sequence[Rule], width: int, in_full: bool) -> str:
    """One rule as a mapping, several as a list of them under `rules`; always in full."""
    records = [_record(rule) for rule in rules]
    return as_document(records[0] if len(records) == 1 else {"rules": records})


def _record(rule: Rule) -> dict[str, object]:
    return {
        **fields_of(rule, "code", "name", "level", "summary", "why"),
        "bad": readable(rule.bad),
        "good": readable(rule.good),
        "fixable": rule.fixable,
    }
