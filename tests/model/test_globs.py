"""Globs mean what they mean in .gitignore, seen from the folder they are said in."""

import warnings
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from orgcli.model.globs import BadGlob, fits, placed


def _fits(path: str, *globs: str, home: str = "/org") -> bool:
    return fits(path, [placed(home, glob) for glob in globs])


@pytest.mark.parametrize(
    ("glob", "there", "elsewhere"),
    [
        ("drafts", "/org/a/drafts/b.yaml", "/org/a/draft/b.yaml"),
        ("*.draft.yaml", "/org/a/x.draft.yaml", "/org/a/x.yaml"),
        ("drafts/", "/org/a/drafts/", "/org/a/drafts"),
        ("teams/*.yaml", "/org/teams/a.yaml", "/org/teams/old/a.yaml"),
        ("teams/*", "/org/teams/old/a.yaml", "/org/other/teams/a.yaml"),
        ("teams/**/a.yaml", "/org/teams/a.yaml", "/org/a.yaml"),
        ("**/old/*.yaml", "/org/a/b/old/c.yaml", "/org/a/old/b/c.yaml"),
        ("/drafts", "/org/drafts/a.yaml", "/org/a/drafts/a.yaml"),
        ("./drafts", "/org/drafts/a.yaml", "/org/a/drafts/a.yaml"),
        ("../other/x", "/other/x", "/org/other/x"),
        ("te?m/[ab].yaml", "/org/team/a.yaml", "/org/te/m/a.yaml"),
    ],
)
def test_what_a_glob_fits(glob: str, there: str, elsewhere: str) -> None:
    assert _fits(there, glob)
    assert not _fits(elsewhere, glob)


def test_the_last_glob_that_fits_counts() -> None:
    assert _fits("/org/drafts/a.yaml", "drafts/*", "!drafts/b.yaml")
    assert not _fits("/org/drafts/b.yaml", "drafts/*", "!drafts/b.yaml")
    assert not _fits("/org/drafts/b.yaml")


@pytest.mark.parametrize("home", ["/a [b]", "/#1", "/!x", "/a*", "/a\\b", "/a?b ", "/[[a]"])
def test_a_home_is_no_pattern(home: str) -> None:
    assert _fits(f"{home}/teams/a.yaml", "teams/*.yaml", home=home)
    assert not _fits("/a/teams/a.yaml", "teams/*.yaml", home=home)


_PARTS = st.lists(st.sampled_from(["a", "b", "*", "?", "[ab]", "**", "/", "/**/"]))


@given(_PARTS.map("".join), st.lists(st.text("ab", min_size=1), min_size=1))
def test_globs_fit_what_they_fit_for_pathspec(glob: str, names: list[str]) -> None:
    path = "/".join(names)
    assert fits(path, [glob]) == GitIgnoreSpec.from_lines([glob]).match_file(path)


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("*a" * 30 + "*b", "a" * 250),
        ("*[ab]" * 30 + "*c", "a" * 250),
        ("*?a" * 30 + "*b", "a" * 250),
        ("*" * 100 + "b", "a" * 250),
        ("**/a/" * 30 + "b", "a/" * 1000),
        ("**/*a*/" * 30 + "b", "aa/" * 1000),
        ("x/" + "**/a/*/" * 30 + "b", "x/" + "a/" * 1000),
    ],
)
def test_many_stars_take_no_time(glob: str, path: str) -> None:
    began = process_time()
    assert not fits(path, [glob])
    assert process_time() - began < 2


def test_a_set_takes_no_slash() -> None:
    """As in git; a range may go across it in ASCII."""
    assert not _fits("/org/a/b", "/a[!x]b")
    assert not _fits("/org/a/b", "/a[+-9]b")
    assert _fits("/org/a-b", "/a[+-9]b")
    assert _fits("/org/a]b", "/a[]]b")


@pytest.mark.parametrize("glob", ["!", "[z-a]", "a\\", "x/[9-0].yaml"])
def test_what_is_no_glob(glob: str) -> None:
    with pytest.raises(BadGlob, match="is no glob"):
        placed("/org", glob)


@pytest.mark.parametrize("glob", ["", "/", "[", "[[a]", "[]", "***", "//", "#x", "  ", "a\0b"])
def test_odd_globs_are_no_bugs(glob: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        _fits("/org/a", glob)
