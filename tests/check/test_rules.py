"""Each rule's own examples: the bad one has exactly this finding, the good one none."""

import re
from pathlib import Path

import pytest

from orgcli.check.rule import Rule
from orgcli.check.run import RULES, check
from orgcli.model.finding import Verdict
from orgcli.model.settings import Settings
from orgcli.read.project import read_project


def _verdict(folder: Path, name: str, text: str) -> Verdict:
    path = folder / name
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return check(read_project([path]), Settings())


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_bad_example_has_exactly_this_finding(rule: Rule, tmp_path: Path) -> None:
    verdict = _verdict(tmp_path, "org" + rule.suffix, rule.bad)
    assert [finding.code for finding in verdict.findings] == [rule.code]
    finding = verdict.findings[0]
    assert (finding.name, finding.level) == (rule.name, rule.level)
    assert finding.place.file.endswith("org" + rule.suffix)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_good_example_has_none(rule: Rule, tmp_path: Path) -> None:
    assert not _verdict(tmp_path, "org" + rule.suffix, rule.good).findings


def test_every_code_that_readers_give_has_its_rule() -> None:
    read = Path(__file__).parents[2] / "src/orgcli/read"
    codes = {
        code for path in read.glob("*.py") for code in re.findall(r"ORG\d{3}", path.read_text())
    }
    assert codes <= set(RULES)


def test_codes_and_names_are_unique_and_well_formed() -> None:
    assert list(RULES) == sorted(RULES)
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
    for code, rule in RULES.items():
        assert code.startswith("ORG") and code[3:].isdecimal() and len(code) == 6
        assert rule.summary == rule.summary.strip().rstrip(".")
