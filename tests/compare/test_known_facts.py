"""What the works say, as a reader meets it: both sides, hedges kept, nothing invented."""

import json
from typing import Any

import pytest
from test_compare_screens import HERE, run

from orgcli.language.tags import LANGUAGES


def compared(command: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    code, out, err = run(f"orgcli compare {command} -f json", monkeypatch, folder=HERE)
    assert (code, err) == (0, "")
    document = json.loads(out)
    assert isinstance(document, dict)
    return document


def facet(document: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in document["facets"] if one["facet"] == name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_rank_and_type_of_the_cso_are_disputed_with_every_side(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    disputes = {
        one["key"]: one for one in compared(f"cso cro --lang {language}", monkeypatch)["disputes"]
    }
    works = {key: [side["works"] for side in one["sides"]] for key, one in disputes.items()}
    assert works["K1"] == [["pipl"], ["quotapath"]]
    assert works["K2"] == [["pipl"], ["sbi"], ["quotapath"]]


def test_three_editions_of_an_article_count_once(monkeypatch: pytest.MonkeyPatch) -> None:
    document = compared("cso cro --full", monkeypatch)
    quotapath = next(work for work in document["works"] if work["key"] == "quotapath")
    assert quotapath["languages"] == ["sv", "de", "es"]
    for one in document["facets"]:
        for row in one["rows"]:
            for said in row["statements"]:
                assert len(said["works"]) == len(set(said["works"])) <= 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cso_probably_reports_to_the_cro_when_both_exist_and_else_nobody_says(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = facet(compared(f"cso cro --lang {language}", monkeypatch), "reports_to")
    (said,) = [said for row in lines["rows"] for said in row["statements"]]
    assert (said["column"], said["role"], said["works"]) == (0, ["cro"], ["quotapath"])
    assert (said["hedge"], said["when"]) == ("probably", "both-exist")
    assert lines["otherwise_not_stated"] == [0]
    assert lines["not_stated"] == [1]
    _, out, _ = run(f"orgcli compare cso cro --lang {language}", monkeypatch, folder=HERE)
    assert "CEO" not in out


def test_the_market_of_sdr_and_bdr_is_one_work_against_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = facet(compared("sdr bdr", monkeypatch), "environment")["rows"]
    (row,) = [row for row in rows if row["disputes"] == ["K15"]]
    assert row["mark"] == "unique"
    assert ["B2C" in said["text"] for said in row["statements"]] == [True, False]
    assert ["B2B" in said["text"] for said in row["statements"]] == [False, True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_is_two_screens_and_full_has_everything(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = f"COLUMNS=120 orgcli compare cso cro vp --lang {language}"
    _, out, _ = run(command, monkeypatch, folder=HERE)
    assert len(out.splitlines()) <= 90
    assert max(map(len, out.splitlines())) <= 120
    document = compared("cso cro vp --full", monkeypatch)
    assert document["summary"]["shown"] == document["summary"]["stated"] > 200
