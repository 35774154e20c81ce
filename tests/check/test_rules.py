"""Each rule's own examples: the bad one has exactly this finding, the good one none."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from orgcli.check.registry import RULES
from orgcli.check.rule import Rule, example_files
from orgcli.check.run import check
from orgcli.model.findings.finding import Level, Verdict
from orgcli.model.settings import Settings
from orgcli.read.config import read_config
from orgcli.read.organisation.project import read_project


def _configured(folder: Path) -> Settings:
    file = folder / "orgcli.toml"
    return read_config(file).settings if file.exists() else Settings()


def _verdict(folder: Path, rule: Rule, example: str) -> Verdict:
    for name, text in example_files(example).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    settings = _configured(folder)
    if rule.level is Level.OFF and rule.name not in settings.rules:
        settings = replace(settings, severity={rule.code: "warning"})
    return check(read_project([folder]), settings)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_bad_example_has_exactly_this_finding(rule: Rule, tmp_path: Path) -> None:
    verdict = _verdict(tmp_path, rule, rule.bad)
    loud = [finding for finding in verdict.findings if not finding.suppressed]
    assert [finding.code for finding in loud] == [rule.code]
    finding = loud[0]
    assert finding.name == rule.name
    assert finding.level == rule.level or rule.level is Level.OFF
    file = Path(finding.place.file).relative_to(tmp_path).as_posix()
    assert file in example_files(rule.bad)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_good_example_has_none(rule: Rule, tmp_path: Path) -> None:
    verdict = _verdict(tmp_path, rule, rule.good)
    assert not [finding for finding in verdict.findings if not finding.suppressed]


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.level is Level.OFF],
                         ids=lambda rule: rule.code)  # fmt: skip
def test_rules_that_are_off_are_asked_for_by_code_or_name(rule: Rule, tmp_path: Path) -> None:
    """A rule that is given limits has been asked for by them."""
    _verdict(tmp_path, rule, rule.bad)
    settings = _configured(tmp_path)
    limited = bool(settings.rules)
    for select, found in (
        ((), limited), (("ALL",), limited), ((rule.code[:4],), limited),
        (("ALL", rule.code), True), ((rule.name,), True), (("ORG0",), False),
    ):  # fmt: skip
        verdict = check(read_project([tmp_path]), replace(settings, select=select))
        assert [finding.code for finding in verdict.findings] == [rule.code] * found


def test_every_code_that_readers_give_has_its_rule() -> None:
    read = Path(__file__).parents[2] / "src/orgcli/read"
    codes = {
        code for path in read.rglob("*.py") for code in re.findall(r"ORG\d{3}", path.read_text())
    }
    assert codes <= set(RULES)


def test_codes_and_names_are_unique_and_well_formed() -> None:
    assert list(RULES) == sorted(RULES)
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
    for code, rule in RULES.items():
        assert code.startswith("ORG") and code[3:].isdecimal() and len(code) == 6
        assert rule.summary == rule.summary.strip().rstrip(".")
