"""A format is a function from a verdict to text; the names of `--format` come from here."""

from collections.abc import Callable

from orgcli.model.findings.finding import Verdict
from orgcli.report.rendering import Rendering


def _concise(verdict: Verdict, how: Rendering) -> str:
    from orgcli.report.writers.concise import concise

    return concise(verdict, how.color, how.max_findings, how.quiet)


def _full(verdict: Verdict, how: Rendering) -> str:
    from orgcli.report.writers.full import full

    return full(verdict, how.sources, how.color, how.max_findings, how.quiet)


def _json(verdict: Verdict, how: Rendering) -> str:
    from orgcli.report.writers.json import as_json

    return as_json(verdict)


def _github(verdict: Verdict, how: Rendering) -> str:
    from orgcli.report.writers.github import github

    return github(verdict, how)


def _gitlab(verdict: Verdict, how: Rendering) -> str:
    from orgcli.report.writers.gitlab import gitlab

    return gitlab(verdict, how)


def _junit(verdict: Verdict, how: Rendering) -> str:
    from orgcli.report.writers.junit import junit

    return junit(verdict, how)


def _sarif(verdict: Verdict, how: Rendering) -> str:
    from orgcli.report.writers.sarif import sarif

    return sarif(verdict, how)


def _rdjson(verdict: Verdict, how: Rendering) -> str:
    from orgcli.report.writers.rdjson import rdjson

    return rdjson(verdict, how)


def _markdown(verdict: Verdict, how: Rendering) -> str:
    from orgcli.report.writers.markdown import markdown

    return markdown(verdict, how)


FORMATS: dict[str, Callable[[Verdict, Rendering], str]] = {
    "concise": _concise,
    "full": _full,
    "json": _json,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "sarif": _sarif,
    "rdjson": _rdjson,
    "markdown": _markdown,
}

LINES = ("concise", "full", "github")
"""The formats that are lines, and so may follow each other; the others are whole documents."""
