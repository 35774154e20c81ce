"""Rules as `orgcli rule` shows them: explained one by one, or listed; as text, JSON or Markdown."""

from collections.abc import Callable, Sequence
from textwrap import fill

from orgcli.check.rule import Rule
from orgcli.check.rule_pages import rule_section
from orgcli.model.findings.finding import Level
from orgcli.model.text import visible
from orgcli.render.json import as_document

_INDENT = "    "


def _explained_text(rules: Sequence[Rule], width: int) -> str:
    """Each rule with its reason and its examples, in lines of at most `width` characters."""
    return "\n\n".join(_explained(rule, width) for rule in rules)


def _explained(rule: Rule, width: int) -> str:
    level = rule.level.value if rule.level is not Level.OFF else "off unless selected"
    return "\n".join(
        [
            f"{rule.code} {rule.name}",
            f"{level}, fixable with --fix" if rule.fixable else level,
            "",
            _wrapped(rule.summary[:1].upper() + rule.summary[1:] + ".", width),
            "",
            _wrapped(rule.why, width),
            "",
            "Wrong:",
            "",
            _indented(rule.bad),
            "",
            "Right:",
            "",
            _indented(rule.good),
            "",
        ]
    )


def _wrapped(text: str, width: int) -> str:
    return fill(text, width, break_on_hyphens=False, break_long_words=False)


def _indented(example: str) -> str:
    lines = _readable(example).splitlines()
    return "\n".join(f"{_INDENT}{visible(line)}".rstrip() for line in lines)


def _readable(example: str) -> str:
    """An example whose bytes are not UTF-8 with those bytes spelled out."""
    return example.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _explained_markdown(rules: Sequence[Rule], _width: int) -> str:
    return "\n".join(map(rule_section, rules))


def _json(rules: Sequence[Rule], _width: int) -> str:
    """One rule as a mapping, several as a list of them under `rules`."""
    records = [_record(rule) for rule in rules]
    return as_document(records[0] if len(records) == 1 else {"rules": records})


def _record(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "level": rule.level.value,
        "summary": rule.summary,
        "why": rule.why,
        "bad": _readable(rule.bad),
        "good": _readable(rule.good),
        "fixable": rule.fixable,
    }


def _listed_text(rules: Sequence[Rule], _width: int) -> str:
    """A line for each rule, in columns; the last one may be longer than the terminal is wide."""
    rows = [(rule.code, rule.name, rule.level.value, rule.summary) for rule in rules]
    widths = [max(len(row[at]) for row in rows) for at in range(3)]
    lines = []
    for *short, summary in rows:
        padded = (text.ljust(width) for text, width in zip(short, widths, strict=True))
        lines.append("  ".join((*padded, summary)) + "\n")
    return "".join(lines)


def _listed_markdown(rules: Sequence[Rule], _width: int) -> str:
    head = "| code | name | level | what |\n|---|---|---|---|\n"
    return head + "".join(
        f"| {rule.code} | {rule.name} | {rule.level.value} | {_cell(rule.summary)} |\n"
        for rule in rules
    )


def _cell(summary: str) -> str:
    return summary.replace("|", "\\|")


Format = Callable[[Sequence[Rule], int], str]

EXPLAINED: dict[str, Format] = {
    "text": _explained_text,
    "json": _json,
    "markdown": _explained_markdown,
}
"""Each rule in full, by the name of the format."""
LISTED: dict[str, Format] = {"text": _listed_text, "json": _json, "markdown": _listed_markdown}
"""A line for each rule, by the name of the format."""
