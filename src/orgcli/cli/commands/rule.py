"""`orgcli rule`: what a rule finds, why it matters and how it looks when it is right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from orgcli.cli.completion import complete_rule, complete_rule_format
from orgcli.cli.console import page_width
from orgcli.cli.output import chosen_format, fail, write_result
from orgcli.cli.roles.selection import Output

if TYPE_CHECKING:
    from orgcli.check.rule import Rule

_WIDEST = 100
"""Longer lines are hard to read."""


def rule(
    word: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE|NAME",
            help="ORG102, unknown-manager, or ORG1 for a family; else all are listed.",
            autocompletion=complete_rule,
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Explain every rule in full.")] = False,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text, json or markdown; else by the ending of FILE, or text.",
            autocompletion=complete_rule_format,
        ),
    ] = None,
    output: Output = None,
) -> None:
    """Explain a rule, or list the rules: what is wrong, why it matters, wrong and right.

    \b
    orgcli rule
    orgcli rule ORG102
    orgcli rule unknown-manager
    orgcli rule ORG1
    orgcli rule --all -o rules.md
    """
    from orgcli.check.rule_listing import EXPLAINED, LISTED

    if word is not None and every:
        fail(f"--all and `{word}` exclude each other", "name a rule, or all of them")
    chosen = chosen_format(format, output, EXPLAINED)
    rules = _asked(word)
    shown = EXPLAINED if every or len(rules) == 1 else LISTED
    write_result(shown[chosen](rules, min(_WIDEST, page_width(output))), output)


def _asked(word: str | None) -> Sequence[Rule]:
    """The rules that a word stands for, in the order of their codes; all without a word."""
    from orgcli.check.registry import RULES
    from orgcli.check.run import UnknownRule, matching

    try:
        codes = matching(word) if word is not None else RULES
    except UnknownRule as error:
        fail(str(error), error.help)
    return [RULES[code] for code in sorted(codes)]
