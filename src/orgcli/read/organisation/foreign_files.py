"""Files of other programs that hold no organisation: what they are, and what to do instead."""

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath

from orgcli.model.source.source import Source
from orgcli.read.syntax.document import Value

_HEAD = 1024
_AS_CSV = "export the people as CSV, with a column of ids and one of managers"
_OWN = "begin an organisation with `organisation:`"

_BEGINNINGS: tuple[tuple[str, str, str], ...] = (
    (r"\s*<!doctype html|\s*<html|\s*<(?:head|body|table)\b", "an HTML page",
     "save the table in it as CSV, from the program that shows it"),
    (r"(?s)\s*(?:<\?xml.{0,400})?<svg\b", "an SVG picture", "name the file that it was drawn from"),
    (r"(?s)\s*(?:<\?xml.{0,400})?<mxfile|\s*<mxGraphModel", "a draw.io drawing",
     "export it as CSV, or write its boxes as a table with the columns id, name and manager"),
    (r"(?s)\s*<\?xml.{0,600}urn:schemas-microsoft-com:office:spreadsheet",
     "a workbook in the XML of Excel 2003", "open it in Excel, and save it as .xlsx"),
    (r"\s*<\?xml|\s*<[A-Za-z][\w:.-]*(?:\s[^<>]*)?>", "an XML export", _AS_CSV),
    (r"BEGIN:VCARD", "a file of vCards, which have no managers", _AS_CSV),
    (r"BEGIN:VCALENDAR", "a calendar", _AS_CSV),
    (r"\{\\rtf", "an RTF text", _AS_CSV),
    (r"%PDF-", "a PDF", "name the file that it was made from"),
    (r"-----BEGIN ", "a certificate or a key", _OWN),
    (r"#!\s*/", "a script", "name what it writes"),
    (r"(?i)\s*(?:insert\s+into|create\s+table)\b", "a file of SQL statements",
     "export the table as CSV"),
)  # fmt: skip
"""How a text begins, what it is then, and the help."""

_ENDINGS = {
    ".html": "an HTML page", ".htm": "an HTML page", ".xml": "an XML export",
    ".vcf": "a file of vCards, which have no managers", ".sql": "a file of SQL statements",
    ".py": "a program", ".js": "a program", ".ts": "a program", ".toml": "a configuration file",
    ".ini": "a configuration file", ".log": "a log",
}  # fmt: skip


def _has(*keys: str) -> Callable[[Mapping[str, Value]], bool]:
    return lambda root: all(key in root for key in keys)


def _is_workflow(root: Mapping[str, Value]) -> bool:
    return "jobs" in root and ("on" in root or "true" in root)


def _is_compose(root: Mapping[str, Value]) -> bool:
    services = root.get("services")
    if not isinstance(services, dict):
        return False
    return any(
        isinstance(service, dict) and {"image", "build"} & set(service)
        for service in services.values()
    )


def _is_package(root: Mapping[str, Value]) -> bool:
    return "name" in root and bool(
        {"dependencies", "devDependencies", "scripts", "engines", "main", "exports"} & set(root)
    )


_KINDS: tuple[tuple[Callable[[Mapping[str, Value]], bool], str], ...] = (
    (_has("openapi"), "an OpenAPI description"),
    (_has("swagger"), "an OpenAPI description"),
    (_has("apiVersion", "kind"), "a Kubernetes manifest"),
    (_is_compose, "a Compose file"),
    (_is_workflow, "a GitHub workflow"),
    (_is_package, "a package.json"),
    (_has("$schema", "properties"), "a JSON Schema"),
    (_has("nbformat", "cells"), "a notebook"),
    (lambda root: root.get("type") == "FeatureCollection", "a GeoJSON map"),
    (_has("lockfileVersion"), "a lock file"),
    (_has("compilerOptions"), "a tsconfig.json"),
    (_has("repos"), "a pre-commit configuration"),
    (_has("stages"), "a GitLab pipeline"),
    (_has("cff-version"), "a citation file"),
    (_has("version", "updates"), "a Dependabot configuration"),
    (_has("AWSTemplateFormatVersion"), "a CloudFormation template"),
    (_has("site_name"), "an MkDocs configuration"),
    (_has("resourceType"), "a FHIR record"),
    (lambda root: bool(root.get("error")) and len(root) <= 3, "an error answer of a server"),
)
"""What a mapping is whose keys are these."""


def foreign_text(source: Source) -> tuple[str, str] | None:
    """What a text that is neither a table nor YAML or JSON seems to be, and what to do."""
    head = source.text[:_HEAD]
    for beginning, what, help in _BEGINNINGS:
        if re.match(beginning, head, re.IGNORECASE):
            return what, help
    what = _ENDINGS.get(PurePath(source.path).suffix.lower(), "")
    return (what, _AS_CSV) if what else None


def foreign_mapping(root: Mapping[str, Value]) -> tuple[str, str] | None:
    """What a JSON or YAML file of another program seems to be, and what to do."""
    kind = next((what for fits, what in _KINDS if fits(root)), "")
    help = "fetch the people again, with rights to read them" if "server" in kind else _OWN
    return (kind, help) if kind else None
