"""The order in which text shows findings."""

from hypothesis import given
from hypothesis import strategies as st

from orgcli.model.findings.finding import Finding, Place
from orgcli.report.finding_lines import largest_first

FILES, CODES = st.sampled_from("ab"), st.sampled_from(["ORG301", "ORG102"])


@given(st.lists(st.tuples(FILES, CODES, st.integers(0, 9))))
def test_text_shows_the_largest_of_a_rule_first(rows: list[tuple[str, str, int]]) -> None:
    findings = [
        Finding(code, str(at), Place(file, at + 1), size=0 if code == "ORG102" else size)
        for at, (file, code, size) in enumerate(sorted(rows, key=lambda row: row[0]))
    ]
    ordered = largest_first(findings)
    assert sorted(one.message for one in ordered) == sorted(one.message for one in findings)
    for before, after in zip(findings, ordered, strict=True):
        assert (before.code, before.place.file) == (after.code, after.place.file)
        assert before.size or before is after
    for file in "ab":
        sizes = [one.size for one in ordered if one.size and one.place.file == file]
        assert sizes == sorted(sizes, reverse=True)
