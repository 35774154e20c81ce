"""Rules as Markdown; docs/rules.md is made of it."""

from collections.abc import Iterable, Sequence

from orgcli.check.rule import Rule, example_files, readable

_INTRODUCTION = """\
# Rules

Every finding has a code. The hundreds are families, so `--select ORG1` means all rules about
reporting lines; names work too: `--ignore several-roots`. Levels can be changed in the
configuration, and each finding says where it is and what would mend it.

Findings come in an order of explanation: files first, then ids that stand twice, then unknown
managers, then rings, then tops. One root cause gives one finding. What a rule expects because the
library says so comes with the works that say it, how firmly, and the dispute if they disagree.

A rule that is off runs where its code or its name is selected: `--select ALL,ORG404`. Examples of
more than one file begin each of them with its name in a comment.

Findings of a rule that is fixable carry, where it is clear what was meant, the exact edit that
`orgcli validate --fix` makes; the others say what to do.

This page is written by the rules themselves; change it there.
"""

_TABLE = "| code | name | level | what |\n|---|---|---|---|\n"


def markdown(rules: Sequence[Rule], width: int, in_full: bool) -> str:
    """A section for each rule, or a row of a table for each."""
    if in_full:
        return "\n".join(map(rule_section, rules))
    rows = ((rule.code, rule.name, rule.level, rule.summary) for rule in rules)
    cells = (" | ".join(row[:3]) + " | " + row[3].replace("|", "\\|") for row in rows)
    return _TABLE + "".join(f"| {row} |\n" for row in cells)


def rules_page(rules: Iterable[Rule]) -> str:
    """The whole page, in Markdown."""
    return "\n".join([_INTRODUCTION, *map(rule_section, rules)])


def rule_section(rule: Rule) -> str:
    """One rule in Markdown: what is wrong, why it matters, a bad and a good example."""
    return f"""\
## {rule.code} {rule.name}

**{rule.level}**{" · fixable with `--fix`" if rule.fixable else ""} · {rule.summary}

{rule.why}

Wrong:

{_example(rule.bad)}
Right:

{_example(rule.good)}"""


def _example(text: str) -> str:
    """A block for each file of an example, under its name unless it is the only one."""
    files = example_files(readable(text))
    alone = list(files) == ["org.yaml"]
    blocks = []
    for path, inside in files.items():
        name = "" if alone else f"# {path}\n"
        blocks.append(f"```{path.rpartition('.')[2]}\n{name}{inside}```\n")
    return "\n".join(blocks)
