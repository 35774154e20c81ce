"""What a rule is: one record with its code, its words, its examples and its function."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from orgcli.check.context import Context
from orgcli.model.findings.finding import Finding, Level
from orgcli.model.project import Project

Check = Callable[[Context], Iterable[Finding]]
CheckRoles = Callable[[Project], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """Everything about a rule in one place; its docs page and its test come from here.

    level    off for a rule that runs only where it is selected by its code or its name
    name     kebab-case, names the bad thing
    summary  one line: what is wrong
    why      why it matters and what to do, a short paragraph
    bad      files that have exactly this finding, as `example_files` reads them; an orgcli.toml
             among them is the configuration
    good     the same, mended
    check    run for each organisation; None where the readers find it while reading
    roles    run once for everything that was read, whether there is an organisation or not
    fixable  whether some of its findings carry the exact edit that mends them
    limits   what `[rules.NAME]` in the configuration may set for it
    needs    the one of `limits` without which it cannot run, for there is no number to assume
    """

    code: str
    name: str
    level: Level
    summary: str
    why: str
    bad: str
    good: str
    check: Check | None = None
    roles: CheckRoles | None = None
    fixable: bool = False
    limits: Sequence[str] = ()
    needs: str | None = None


_FILE = re.compile(r"^# (\S+\.(?:yaml|toml|csv|json))\n", re.MULTILINE)


def example_files(example: str) -> dict[str, str]:
    """The files of an example by path: each begins with its path as a comment, or is org.yaml."""
    first, *rest = _FILE.split(example)
    files = dict(zip(rest[::2], rest[1::2], strict=True))
    return {"org.yaml": first, **files} if first else files


def readable(example: str) -> str:
    """An example whose bytes are not UTF-8 with those bytes spelled out."""
    return example.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def entries(*positions: str) -> str:
    """An organisation file with these positions, for the examples of rules."""
    lines = "".join(f"  - {{{entry}}}\n" for entry in positions)
    return f"organisation: Northwind\npositions:\n{lines}"
