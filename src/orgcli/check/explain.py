"""A rule's record as the page that explains it; docs/rules.md is made of these."""

from collections.abc import Iterable

from orgcli.check.rule import Rule

_INTRODUCTION = """\
# Rules

Every finding has a code. The hundreds are families, so `--select ORG1` means all rules about
reporting lines; names work too: `--ignore several-roots`. Levels can be changed in the
configuration, and each finding says where it is and what would mend it.

Findings come in an order of explanation: files first, then ids that stand twice, then unknown
managers, then rings, then tops. One root cause gives one finding. What a rule expects because the
library says so comes with the works that say it, how firmly, and the dispute if they disagree.

A rule that is off runs where its code or its name is selected: `--select ALL,ORG404`. Examples of
more than one file name each of them in a comment.

This page is written by the rules themselves; change it there.
"""


def rules_page(rules: Iterable[Rule]) -> str:
    """The whole page, in Markdown."""
    return "\n".join([_INTRODUCTION, *map(rule_section, rules)])


def rule_section(rule: Rule) -> str:
    """One rule in Markdown: what is wrong, why it matters, a bad and a good example."""
    return f"""\
## {rule.code} {rule.name}

**{rule.level}** · {rule.summary}

{rule.why}

Wrong:

{_example(rule.bad)}
Right:

{_example(rule.good)}"""


def _example(text: str) -> str:
    shown = text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return f"```yaml\n{shown}```\n"
