"""Lists of words in a line of output."""

from orgcli.model.text import joined, listed, quoted


def test_many_words_are_counted() -> None:
    assert listed("abc") == "`a`, `b`, `c`"
    assert listed("abc", 3) == "`a`, `b`, `c`"
    assert listed("abc", 2) == "`a`, `b` and 1 more"
    assert listed(map(str, range(1_500)), 1, str) == "0 and 1,499 more"
    assert listed([]) == ""


def test_words_in_a_sentence() -> None:
    assert joined(["a"], "or") == "a"
    assert joined(["a", "b", "c"], "and") == "a, b and c"
    assert quoted(["a", "b"]) == "`a` or `b`"
