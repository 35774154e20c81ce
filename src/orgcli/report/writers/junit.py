"""Findings as test cases in the XML that GitLab, Jenkins and others read as JUnit's."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from orgcli.model.findings.baseline import UNREADABLE
from orgcli.model.findings.finding import Finding, Verdict
from orgcli.model.text import visible
from orgcli.render.json import GITHUB_COMMAND
from orgcli.report.findings import message_line, unsuppressed
from orgcli.report.rendering import Rendering

_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_SPECIAL = re.compile("[&<>\"'\ufffe\uffff]")


def junit(verdict: Verdict, how: Rendering) -> str:
    """A suite per file, a case per finding; one case that passes where there are none.

    Findings below the levels that fail the run are cases that pass and say so.
    """
    suites: dict[str, list[Finding]] = {}
    findings = unsuppressed(verdict)
    for finding in findings:
        suites.setdefault(how.located(finding.place.file), []).append(finding)
    if suites:
        parts = [_suite(file, own_findings, how) for file, own_findings in suites.items()]
    else:
        parts = [
            f'  <testsuite name="orgcli" {_counts((), how)}>\n'
            '    <testcase name="no findings" classname="orgcli" time="0"/>\n  </testsuite>\n'
        ]
    head = f'<testsuites name="orgcli validate" {_counts(findings, how)}>\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{"".join(parts)}</testsuites>\n'


def _counts(findings: Sequence[Finding], how: Rendering) -> str:
    kinds = [_kind(finding, how) for finding in findings]
    failures, errors = kinds.count("failure"), kinds.count("error")
    tests = max(len(findings), 1)
    return f'tests="{tests}" failures="{failures}" errors="{errors}" skipped="0" time="0"'


def _kind(finding: Finding, how: Rendering) -> str:
    if finding.level not in how.failing:
        return "system-out"
    # Nothing else could be checked in a file that cannot be read: no failure of a test.
    return "error" if finding.code in UNREADABLE else "failure"


def _suite(file: str, findings: Sequence[Finding], how: Rendering) -> str:
    cases = []
    names: Counter[str] = Counter()
    classname = _text(str(PurePosixPath(file).with_suffix(""))) if PurePosixPath(file).name else ""
    for finding in findings:
        name = f"{finding.code} {finding.name}".strip()
        name += f": {finding.entity}" if finding.entity else ""
        names[name] += 1  # readers keep one case of a name
        name += f" #{names[name]}" if names[name] > 1 else ""
        line = finding.place.line
        cases.append(
            f'    <testcase name="{_text(name)}" classname="{classname}" file="{_text(file)}"'
            f' line="{line}" time="0">\n      {_outcome(finding, how)}\n    </testcase>\n'
        )
    suite = f'  <testsuite name="{_text(file)}" {_counts(findings, how)}>\n'
    return f"{suite}{''.join(cases)}  </testsuite>\n"


def _outcome(finding: Finding, how: Rendering) -> str:
    place = finding.place
    where = f"{how.located(place.file)}{place.position}"
    text = f"{_text(where)}: {finding.level}[{finding.code}] {_text(message_line(finding))}"
    kind = _kind(finding, how)
    if kind == "system-out":
        return f"<system-out>{text}</system-out>"
    return f'<{kind} type="{finding.level}" message="{_text(finding.message)}">{text}</{kind}>'


def _text(text: str) -> str:
    """User text for an attribute or an element: no markup, and no character XML forbids."""
    plain = _SPECIAL.sub(_escape, visible(text))
    return GITHUB_COMMAND.sub("&#35;", plain)


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _MARKUP.get(character) or f"\\u{ord(character):04x}"
