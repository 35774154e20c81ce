"""Findings as SARIF 2.1.0, for GitHub code scanning and other readers of static analysis.

The standard is at https://docs.oasis-open.org/sarif/sarif/v2.1.0/; the limits are GitHub's,
https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning.
"""

from collections.abc import Sequence
from typing import Any

from orgcli.model.findings.finding import Finding, Level, Place, Verdict
from orgcli.model.text import visible
from orgcli.render.json import as_document
from orgcli.report.findings import fingerprints, replacement, worst_first
from orgcli.report.rendering import Rendering, RuleText

MOST_RESULTS = 5_000
"""GitHub keeps no more of a run."""
_MOST_RELATED = 100
_LONGEST = 1_024  # characters of a rule's descriptions
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_PROBLEMS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "recommendation"}
_FAMILIES = {
    "0": "files", "1": "reporting-lines", "2": "roles", "3": "shape", "4": "role-library",
    "5": "plans", "8": "suppressions",
}  # fmt: skip


def sarif(verdict: Verdict, how: Rendering) -> str:
    """One run with every rule and a result per finding, at most MOST_RESULTS, the worst ones."""
    rules = _rules(verdict.findings, how.rules())
    index = {rule.code: at for at, rule in enumerate(rules)}
    results = [
        {
            "ruleId": finding.code,
            "ruleIndex": index[finding.code],
            **_result(finding, fingerprint, how),
        }
        for finding, fingerprint in _kept(verdict.findings, how)
    ]
    texts = [_rule(rule) for rule in rules]
    driver = {"name": "orgcli", "semanticVersion": how.version, "rules": texts}
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "orgcli/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(len(verdict.findings) - len(results))],
        "results": results,
    }
    return as_document({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ascii=False)


def _kept(findings: Sequence[Finding], how: Rendering) -> list[tuple[Finding, str]]:
    """The findings with their fingerprints, in order; the worst ones where there are too many."""
    pairs = list(zip(findings, fingerprints(findings, how.located), strict=True))
    if len(pairs) <= MOST_RESULTS:
        return pairs
    worst = {id(finding) for finding in worst_first(findings)[:MOST_RESULTS]}
    return [pair for pair in pairs if id(pair[0]) in worst]


def _rules(findings: Sequence[Finding], known_rules: Sequence[RuleText]) -> list[RuleText]:
    """The rules that are known, and the code and name of those that are only found."""
    rules = {rule.code: rule for rule in known_rules}
    for finding in findings:
        rules.setdefault(finding.code, RuleText(finding.code, finding.name, finding.level))
    return [rules[code] for code in sorted(rules)]


def _rule(rule: RuleText) -> dict[str, Any]:
    on = rule.level is not Level.OFF
    level = rule.level if on else Level.WARNING
    summary = visible(rule.summary or rule.name or rule.code)
    why = visible(rule.why or summary)
    page = _markdown(rule.page)
    return {
        "id": rule.code,
        "name": rule.name or rule.code,
        "shortDescription": {"text": summary[:_LONGEST]},
        "fullDescription": {"text": why[:_LONGEST]},
        "help": {"text": why, **({"markdown": page} if page else {})},
        "defaultConfiguration": {"enabled": on, "level": _LEVELS[level]},
        "properties": {
            "tags": ["organisation", _FAMILIES.get(rule.code[3:4], "other")],
            "precision": "very-high" if level is Level.ERROR else "high",
            "problem.severity": _PROBLEMS[level],
        },
    }


def _markdown(page: str) -> str:
    """Our own Markdown; its examples may hold characters that are wrong on purpose."""
    return "\n".join(visible(line) for line in page.split("\n"))


def _result(finding: Finding, fingerprint: str, how: Rendering) -> dict[str, Any]:
    related = finding.related[:_MOST_RELATED]
    result = {
        "level": _LEVELS[finding.level],
        "message": {"text": _message(finding, how)},
        "locations": [_location(finding.place, how)],
        "partialFingerprints": {"orgcliEntityHash/v1": fingerprint},
    }
    if related:
        result["relatedLocations"] = [
            {
                "id": number,
                **_location(related_place.place, how),
                "message": {"text": _plain(related_place.message or "here")},
            }
            for number, related_place in enumerate(related, 1)
        ]
    if finding.suppressed:
        kind = "external" if finding.known else "inSource"
        why = {"justification": visible(finding.reason)} if finding.reason else {}
        result["suppressions"] = [{"kind": kind, **why}]
    elif (text := replacement(finding, how)) is not None:
        result["fixes"] = [_fix(finding, text, how)]
    return result


def _fix(finding: Finding, text: str, how: Rendering) -> dict[str, Any]:
    place = _physical(finding.place, how)
    edit = {"deletedRegion": place["region"], "insertedContent": {"text": text}}
    change = {"artifactLocation": place["artifactLocation"], "replacements": [edit]}
    return {"description": {"text": _plain(finding.help or "mend it")}, "artifactChanges": [change]}


def _message(finding: Finding, how: Rendering) -> str:
    """Message, help and a link to each related place; readers show no place without a link."""
    lines = [_plain(finding.message)]
    if finding.help:
        lines.append(_plain(finding.help))
    for number, related_place in enumerate(finding.related[:_MOST_RELATED], 1):
        at = (
            related_place.place.position
            if related_place.place.cell
            else f":{related_place.place.line}"
        )
        where = f"{how.located(related_place.place.file)}{at}"
        message = f": {_plain(related_place.message)}" if related_place.message else ""
        lines.append(f"[{_link_text(where)}]({number}){message}")
    return "\n".join(lines)


def _plain(text: str) -> str:
    """User text that makes no link: `[text](target)` is one even in plain messages."""
    return visible(text).replace("](", "] (")


def _link_text(text: str) -> str:
    text = visible(text).replace("\\", "\\\\")
    return text.replace("[", "\\[").replace("]", "\\]")


def _location(place: Place, how: Rendering) -> dict[str, Any]:
    """The place in the file; of a spreadsheet, which has no lines of text, also the cell."""
    location: dict[str, Any] = {"physicalLocation": _physical(place, how)}
    if place.cell:
        location["logicalLocations"] = [{"fullyQualifiedName": visible(place.cell)}]
    return location


def _physical(place: Place, how: Rendering) -> dict[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"artifactLocation": _artifact(how.located(place.file)), "region": region}


def _artifact(path: str) -> dict[str, str]:
    """A URI from the top of the repository, percent-encoded; a file URI for what lies outside."""
    from urllib.parse import quote

    try:
        raw = path.encode("utf-8", "surrogateescape")  # a file's name may be any bytes
    except UnicodeEncodeError:
        raw = visible(path).encode("utf-8")
    if path.startswith("/"):
        return {"uri": f"file://{quote(raw)}"}
    if path[1:3] == ":/":  # a drive of Windows
        return {"uri": f"file:///{quote(raw)}"}
    return {"uri": quote(raw), "uriBaseId": "%SRCROOT%"}


def _invocation(left_out: int) -> dict[str, Any]:
    text = f"{left_out:,} more findings are left out: readers keep {MOST_RESULTS:,} of a run"
    notes = [{"level": "warning", "message": {"text": text}}]
    more = {"toolExecutionNotifications": notes} if left_out else {}
    return {"executionSuccessful": True, **more}
