"""The documents read back as their consumers read them, with whatever users may have written."""

import html
import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote_to_bytes, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import HOSTILE, HOW, LINE, NONE, SOME, of

from orgcli.model.findings.finding import Finding, Level, Place, Summary, Verdict
from orgcli.model.text import visible
from orgcli.render.lines import one_line
from orgcli.report.formats import FORMATS
from orgcli.report.writers.sarif import MOST_RESULTS


def read(format: str, verdict: Verdict) -> Any:
    text = FORMATS[format].write(verdict, HOW)
    if format == "junit":
        return ElementTree.fromstring(text.encode("utf-8"))
    return json.loads(text.encode("utf-8"))


# JSON, version 1: the text of users comes back as it was


@given(text=st.text() | st.sampled_from(HOSTILE))
def test_json_gives_back_what_was_written(text: str) -> None:
    (finding,) = read("json", of(text))["findings"]
    assert finding["file"] == finding["entity"] == finding["help"] == text
    assert finding["related"][0]["message"] == text


# GitLab


def test_gitlab_entries_have_the_fields_it_asks_for() -> None:
    entries = read("gitlab", SOME)
    assert len(entries) == 6  # the suppressed one is no finding
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["lines"]["begin"] >= 1
        assert re.fullmatch(r"ORG\d{3} .+", entry["description"])
    assert len({entry["fingerprint"] for entry in entries}) == 6  # GitLab drops what it has seen
    assert read("gitlab", NONE) == []


def test_fingerprints_do_not_change_with_the_line() -> None:
    before = [one["fingerprint"] for one in read("gitlab", SOME)]
    moved = [
        replace(one, place=replace(one.place, line=one.place.line + 7, end_line=99))
        for one in SOME.findings
    ]
    assert [one["fingerprint"] for one in read("gitlab", Verdict(moved, SOME.summary))] == before
    (run,) = read("sarif", SOME)["runs"]
    known = [one["partialFingerprints"]["orgcliEntityHash/v1"] for one in run["results"]]
    assert len(set(known)) == 7
    assert known[:6] == before


@given(st.lists(st.text() | st.sampled_from(HOSTILE), max_size=3))
def test_gitlab_shows_any_text(texts: list[str]) -> None:
    entries = read("gitlab", of(*texts))
    assert [one["location"]["path"] for one in entries] == [visible(text) for text in texts]
    assert len({one["fingerprint"] for one in entries}) == len(texts)


# JUnit


def test_junit_counts_and_kinds() -> None:
    suites = read("junit", SOME)
    assert suites.tag == "testsuites"
    cases = suites.findall("testsuite/testcase")
    assert [one.find("*").tag for one in cases] == [
        "error", "failure", "failure", "system-out", "system-out", "system-out"
    ]  # fmt: skip
    for suite in (suites, *suites):
        inside = list(suite.iter("testcase"))
        assert int(suite.get("tests")) == len(inside)
        assert int(suite.get("failures")) == len(list(suite.iter("failure")))
        assert int(suite.get("errors")) == len(list(suite.iter("error")))
    keys = [(one.get("classname"), one.get("name")) for one in cases]
    assert len(set(keys)) == len(keys)  # readers keep one of a name
    assert keys[4] == ("org/blå", "ORG106 several-roots: ceo #2")


def test_junit_without_findings_is_a_case_that_passes() -> None:
    (case,) = read("junit", NONE).iter("testcase")
    assert len(case) == 0


def test_junit_fails_for_the_levels_that_fail_the_run() -> None:
    text = FORMATS["junit"].write(SOME, replace(HOW, failing=(Level.ERROR, Level.WARNING)))
    assert ElementTree.fromstring(text).get("failures") == "4"
    text = FORMATS["junit"].write(SOME, replace(HOW, failing=()))
    assert (ElementTree.fromstring(text).get("failures"), "<error" in text) == ("0", False)


@given(text=st.text() | st.sampled_from(HOSTILE))
def test_junit_shows_any_text(text: str) -> None:
    (case,) = read("junit", of(text)).iter("testcase")
    shown = visible(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
    assert case.get("file") == shown
    assert case.find("failure").get("message") == f"{shown} reports to {shown}"
    assert list(case.find("failure")) == []


# SARIF; test_sarif_schema.py has its schema


def test_sarif_places_rules_and_suppressions() -> None:
    (run,) = read("sarif", SOME)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == ["ORG001", "ORG102", "ORG106", "ORG206", "ORG404"]
    assert rules[4]["defaultConfiguration"] == {"enabled": False, "level": "warning"}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
    region = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert LINE[region["startColumn"] - 1 : region["endColumn"] - 1] == "coe"
    assert [len(one.get("suppressions", ())) for one in run["results"]] == [0] * 6 + [1]
    assert read("sarif", NONE)["runs"][0]["results"] == []


def _links(message: str) -> list[str]:
    """Where a reader of SARIF makes links of a plain message: `[text](target)`."""
    return re.findall(r"(?<!\\)\]\(([^)]*)\)", message)


@given(text=st.text() | st.sampled_from(HOSTILE))
def test_sarif_links_only_to_related_places(text: str) -> None:
    (result,) = read("sarif", of(text))["runs"][0]["results"]
    assert _links(result["message"]["text"]) == ["1"]
    assert _links(result["relatedLocations"][0]["message"]["text"]) == []
    assert result["relatedLocations"][0]["id"] == 1


@given(text=st.text() | st.sampled_from(HOSTILE))
def test_sarif_uris_lead_to_the_file_and_nowhere_else(text: str) -> None:
    (result,) = read("sarif", of(text))["runs"][0]["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    uri = artifact["uri"]
    assert re.fullmatch(r"[A-Za-z0-9_.~/%:-]*", uri)
    if text.startswith("/") or text[1:3] == ":/":
        assert uri.startswith("file:///")
        assert "uriBaseId" not in artifact
        return
    assert artifact["uriBaseId"] == "%SRCROOT%"
    assert urlsplit(uri).scheme == urlsplit(uri).netloc == ""
    assert urlsplit(urljoin("https://host/top/", uri)).netloc == "host"
    if not re.search("[\ud800-\udbff]", text):
        back = unquote_to_bytes(uri).decode("utf-8", "surrogateescape")
        assert back in (text, visible(text))


def test_sarif_keeps_the_worst_of_too_many() -> None:
    many = [
        Finding("ORG106", "x", Place("org.yaml", line), level=Level.WARNING)
        for line in range(1, MOST_RESULTS + 3)
    ]
    many.append(Finding("ORG102", "last and worst", Place("org.yaml", 9_999)))
    (run,) = read("sarif", Verdict(many, Summary()))["runs"]
    assert len(run["results"]) == MOST_RESULTS
    assert run["results"][-1]["message"]["text"] == "last and worst"
    (said,) = run["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"].startswith("3 more findings are left out")


# rdjson


def test_rdjson_columns_count_bytes() -> None:
    result = read("rdjson", SOME)
    assert result["source"] == {"name": "orgcli"}
    span = result["diagnostics"][1]["location"]["range"]
    assert span["start"]["line"] == span["end"]["line"] == 4
    raw = LINE.encode("utf-8")
    assert raw[span["start"]["column"] - 1 : span["end"]["column"] - 1] == b"coe"
    assert {one["severity"] for one in result["diagnostics"]} == {"ERROR", "WARNING", "INFO"}
    assert len(result["diagnostics"]) == 6
    assert read("rdjson", NONE)["diagnostics"] == []


@given(text=st.text() | st.sampled_from(HOSTILE))
def test_rdjson_shows_any_text(text: str) -> None:
    (one,) = read("rdjson", of(text))["diagnostics"]
    assert one["location"]["path"] == visible(text)
    assert one["code"] == {"value": "ORG102"}


# Markdown


def _cells(row: str) -> list[str]:
    return [cell.strip(" ") for cell in re.split(r"(?<!\\)\|", row)[1:-1]]


def _unescaped(cell: str) -> str:
    """What a reader sees of a cell: entities and backslashes undone."""
    return html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cell))


@given(text=st.text() | st.sampled_from(HOSTILE))
def test_markdown_rows_hold_any_text(text: str) -> None:
    lines = FORMATS["markdown"].write(of(text), HOW).split("\n")
    assert lines[2] == "Found 1 error in 1 file"
    (row,) = lines[6:-1]
    level, _where, said, rule = _cells(row)
    assert (level, _unescaped(rule)) == ("error", "ORG102 unknown-manager")
    assert "<" not in said.replace("<br>", "")
    assert not re.search(r"(?<!\\)\]\(", said)
    plain = one_line(f"{text} reports to {text}")
    assert _unescaped(said.split("<br>")[0]) == plain


def test_markdown_is_cut_to_what_a_host_takes() -> None:
    text = FORMATS["markdown"].write(of(*[f"{number}{'x' * 9000}" for number in range(200)]), HOW)
    assert len(text.encode()) < 1_048_576
    assert "not shown" in text
    assert "| error |" in text
    assert "|" not in FORMATS["markdown"].write(NONE, HOW)


def test_markdown_shows_errors_first_and_no_suppressed_ones() -> None:
    rows = [_cells(row) for row in FORMATS["markdown"].write(SOME, HOW).split("\n")[6:-1]]
    assert [row[0] for row in rows] == ["error", "error", "warning", "warning", "info"]


@pytest.mark.parametrize("format", FORMATS)
def test_files_are_named_from_the_top_of_the_repository(
    format: str,
) -> None:
    how = replace(HOW, located=lambda file: f"unit/{file}")
    text = FORMATS[format].write(of("org.yaml"), how)
    assert ("unit/org.yaml" in html.unescape(text)) == (format not in ("concise", "full", "json"))
