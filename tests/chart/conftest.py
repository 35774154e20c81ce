"""A real browser for the tests of the page: one for each file, with a tab for each test."""

from collections.abc import Iterator

import pytest
from in_browser import DESKTOP

from browser import Browser, Page, chromium


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab in which nothing may go wrong and from which nothing may be asked of a network."""
    found = browser.page()
    found.size(*DESKTOP)
    found.prefer()
    yield found
    assert found.problems == []
    assert [url for url in found.requests if not url.startswith(("file:", "about:", "data:"))] == []
    found.close()
