"""Rules as text for a terminal."""

from collections.abc import Sequence
from textwrap import fill

from orgcli.check.rule import Rule, readable
from orgcli.model.findings.finding import Level
from orgcli.model.text import visible

_INDENT = "    "


def text(rules: Sequence[Rule], width: int, in_full: bool) -> str:
    """A page for each rule, or a line for each, in columns."""
    return "\n\n".join(_page(rule, width) for rule in rules) if in_full else _listing(rules)


def _page(rule: Rule, width: int) -> str:
    summary = f"{rule.summary[:1].upper()}{rule.summary[1:]}."
    return f"""\
{rule.code} {rule.name}
{_level(rule)}{", fixable with --fix" if rule.fixable else ""}

{_wrapped(summary, width)}

{_wrapped(rule.why, width)}

Wrong:

{_indented(rule.bad)}

Right:

{_indented(rule.good)}
"""


def _level(rule: Rule) -> str:
    if rule.level is not Level.OFF:
        return rule.level.value
    return f"off unless `{rule.needs}` is set" if rule.needs else "off unless selected"


def _wrapped(text: str, width: int) -> str:
    return fill(text, width, break_on_hyphens=False, break_long_words=False)


def _indented(example: str) -> str:
    lines = readable(example).splitlines()
    return "\n".join(f"{_INDENT}{visible(line)}".rstrip() for line in lines)


def _listing(rules: Sequence[Rule]) -> str:
    """The last column may be longer than the terminal is wide."""
    rows = [(rule.code, rule.name, rule.level.value, rule.summary) for rule in rules]
    codes, names, levels = (max(len(row[at]) for row in rows) for at in range(3))
    return "".join(
        f"{code:<{codes}}  {name:<{names}}  {level:<{levels}}  {summary}\n"
        for code, name, level, summary in rows
    )
