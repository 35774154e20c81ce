"""`orgcli rule`: what a rule finds, why it matters and how it looks when it is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from orgcli.check.registry import RULES
from orgcli.check.rule_pages.formats import FORMATS
from orgcli.check.run import codes_matching
from orgcli.cli.console import page_width
from orgcli.cli.options import Arguments, OutputFile, format_flag, takes
from orgcli.cli.output import chosen_format, fail, refusing, write_result
from orgcli.model.request.flag import Flag

if TYPE_CHECKING:
    from orgcli.check.rule import Rule

_FORMATS = "orgcli.check.rule_pages.formats:FORMATS"
_WIDEST = 100
"""Longer lines are hard to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRequest:
    """Which rules are explained, and how."""

    word: Annotated[
        str | None,
        Flag(
            "Code, name or family: ORG102, unknown-manager, ORG1; default: list all.",
            "CODE|NAME",
            argument=True,
            complete="orgcli.cli.arguments.completion:complete_rule",
        ),
    ] = None
    every: Annotated[bool, Flag("Explain all rules in full.", name="all")] = False
    format: Annotated[str | None, format_flag(_FORMATS, "the ending of FILE, or text")] = None
    output: OutputFile = None


@takes(RuleRequest)
def rule(arguments: Arguments) -> None:
    """Explain a rule with examples, or list all rules.

    \b
    orgcli rule
    orgcli rule ORG102
    orgcli rule unknown-manager
    orgcli rule ORG1
    orgcli rule --all -o rules.md
    """
    request = arguments.request(RuleRequest)
    if request.word is not None and request.every:
        fail(f"--all and `{request.word}` exclude each other", "name a rule, or all of them")
    chosen = chosen_format(request.format, request.output, FORMATS)
    rules = _selected(request.word)
    width, in_full = min(_WIDEST, page_width(request.output)), request.every or len(rules) == 1
    write_result(FORMATS[chosen](rules, width, in_full), request.output)


def _selected(word: str | None) -> Sequence[Rule]:
    """The rules that a word stands for, in the order of their codes; all without a word."""
    with refusing():
        codes = codes_matching(word) if word is not None else RULES
    return [RULES[code] for code in sorted(codes)]
