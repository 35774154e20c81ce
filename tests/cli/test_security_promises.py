"""Every promise of docs/security.md has tests, named here; two promises are tested here."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/security.md").read_text("utf-8")

PROMISES = {
    "Nothing is executed": ["cli/test_security_promises.py:test_no_program_and_no_network"],
    "A revision is read and not run": [
        "cli/test_diff_git.py:test_nothing_of_a_repository_is_run_and_no_file_outside_is_read",
    ],
    "A configuration stays at home": [
        "cli/test_configured_paths.py:test_a_configuration_names_nothing_outside_its_repository",
        "cli/test_configured_paths.py:test_an_extended_configuration_is_held_to_the_same_limit",
    ],
    "Includes and photos stay at home": [
        "test_cases.py:test_case",
        "read/test_photos.py:test_nothing_outside_the_folder_is_read",
    ],
    "Links lead nowhere else": [
        "cli/test_links.py:test_a_link_out_of_a_folder_is_not_followed",
        "cli/test_links.py:test_what_nobody_has_named_is_no_link_out_of_the_repository",
        "cli/test_links.py:test_roles_beside_an_organisation_are_no_links",
        "cli/test_configured_paths.py:"
        "test_a_configuration_that_is_a_link_out_of_the_repository_is_refused",
    ],
    "Sizes are known before reading": [
        "cli/test_reading_limits.py:test_a_configuration",
        "cli/test_reading_limits.py:test_a_photo",
        "cli/test_reading_limits.py:test_a_file_in_a_folder",
    ],
    "Failures are lines": [
        "cli/test_failures.py:test_a_folder_that_one_may_not_enter",
        "test_never_a_traceback.py:test_anything_at_all",
    ],
    "An editor's server stays in the workspace": [
        "lsp/test_lsp_session.py:test_other_files_are_left_alone",
        "lsp/test_lsp_messages.py:test_no_file_is_written_and_none_is_opened_outside",
    ],
    "A configured report replaces only a report": [
        "cli/test_configured_paths.py:test_a_report_replaces_a_report_and_nothing_else",
        "cli/test_configured_paths.py:"
        "test_an_output_of_a_configuration_ends_as_its_format_and_is_not_in_git",
    ],
    "A target stays at home": ["cli/test_targets.py:test_a_target_stays_at_home"],
    "A chart without a name replaces only a chart": [
        "cli/test_configured_paths.py:test_a_chart_without_a_name_replaces_only_a_chart",
    ],
    "A result stays in the repository": [
        "cli/test_configured_paths.py:test_a_link_in_a_repository_leads_no_result_out_of_it",
    ],
    "A file that is read is not replaced": [
        "cli/test_read_files_stay.py:test_no_command_writes_over_what_it_has_read",
        "cli/test_read_files_stay.py:test_another_name_of_a_file_is_the_same_file",
    ],
    "A replaced file keeps its rights": [
        "cli/test_written_files.py:test_a_read_only_file_is_refused",
        "cli/test_written_files.py:test_owner_and_group_stay",
        "cli/test_written_files.py:test_hard_links_stay",
    ],
    "Text is not interpreted": [
        "report/test_report_formats.py:test_output_is_harmless_for_any_text",
        "chart/test_chart_hostile.py:test_any_organisation_is_drawn_without_a_warning",
    ],
    "The log of CI obeys nothing": ["cli/test_step_log.py:test_no_text_is_a_command"],
    "The action runs nothing of the checkout": [
        "cli/test_ci.py:test_the_action_runs_nothing_of_the_checkout",
    ],
    "A chart says nothing of the computer": [
        "chart/test_chart_locale.py:test_a_chart_is_the_same_in_every_locale",
        "chart/test_chart_locale.py:test_a_pdf_is_the_same_in_every_time_zone",
    ],
    "A chart without names names nobody": [
        "chart/test_chart_privacy.py:test_nobody_is_named",
        "chart/test_chart_privacy.py:test_no_message_names_anybody",
    ],
    "A page asks for nothing": ["cli/test_security_promises.py:test_a_page_names_no_network"],
}
"""What the page promises, and the tests of it: file and function, below `tests`."""


def test_every_promise_has_a_test() -> None:
    promised = PAGE.partition("## What orgcli promises")[2].partition("\n## ")[0]
    assert re.findall(r"^- \*\*(.+?)\.\*\*", promised, re.MULTILINE) == list(PROMISES)
    assert promised.count("\n- ") == len(PROMISES)


@pytest.mark.parametrize("promise", PROMISES)
def test_the_tests_of_a_promise_are_there(promise: str) -> None:
    for one in PROMISES[promise]:
        file, _, function = one.partition(":")
        tree = ast.parse((ROOT / "tests" / file).read_text("utf-8"))
        names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
        assert function in names, one


HOSTILE = """\
organisation: "$(touch PWNED)`touch PWNED`"
include: ["$(touch PWNED).yaml", "https://example.com/x.yaml"]
positions:
  - {id: ceo, title: "|touch PWNED", photo: "https://example.com/x.png"}
  - {id: "=cmd|'/c calc'!A1", reports_to: ceo, title: "!!python/object/apply:os.system [touch]"}
  - !!python/object/apply:os.system ["touch PWNED"]
"""
AUDIT = """\
import sys
BAD = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.startfile",
       "socket.connect", "socket.getaddrinfo", "urllib.Request", "pickle.find_class")
def hook(event, _):
    if event in BAD:
        sys.stderr.write(f"AUDIT {event}\\n")
sys.addaudithook(hook)
from orgcli.__main__ import main
main()
"""


@pytest.mark.parametrize(
    "command",
    ["validate -f full", "validate --fix", "chart -o x.svg", "chart -o x.pdf", "chart -o x.html",
     "chart -f tree", "advise org.yaml", "columns", "roles", "role cro", "compare cro cso"],
)  # fmt: skip
def test_no_program_and_no_network(tmp_path: Path, command: str) -> None:
    (tmp_path / "org.yaml").write_text(HOSTILE, "utf-8")
    (tmp_path / "orgcli.toml").write_text('[chart]\ntheme = "light"\n', "utf-8")
    for name in ("logging", "yaml", "json", "typer", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("open('PWNED', 'w')", "utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "-c", AUDIT, *command.split()], cwd=tmp_path,
        capture_output=True, text=True, env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    assert done.returncode in (0, 1)
    assert "AUDIT" not in done.stderr
    assert not (tmp_path / "PWNED").exists()


def test_a_page_names_no_network(tmp_path: Path) -> None:
    (tmp_path / "org.yaml").write_text(HOSTILE.rpartition("  - !!")[0], "utf-8")
    subprocess.run([sys.executable, "-m", "orgcli", "chart", "org.yaml", "-o", "x.html"],
                   cwd=tmp_path, capture_output=True)  # fmt: skip
    page = (tmp_path / "x.html").read_text("utf-8")
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href|action)\s*=\s*[\"']?(?:https?:)?//", page)
