"""What all tests share: golden files, which `pytest --update` rewrites, and a real browser."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings

import command_line  # noqa: F401  (the commands are made once)
from browser import Browser, Page, chromium
from tools import require

# A busy machine is no failure: what may take how long is measured in benchmarks/. And a commit is
# judged the same each time: other examples are tried by `make soak`, where somebody reads them.
settings.register_profile("orgcli", deadline=None, derandomize=True)
settings.load_profile("orgcli")

# Containers often set it, and then thousands of processes compile every module again.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    sys.dont_write_bytecode = False

# What a run prints inside GitHub Actions is tested by name; elsewhere it is as anywhere.
for _name in ("GITHUB_ACTIONS", "ORGCLI_OUTPUT_FORMAT"):
    os.environ.pop(_name, None)

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the golden files")
    parser.addoption("--soak", type=int, metavar="N", help="N times as many examples, random ones")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(tool): a tool of tools.txt without which none runs")


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are processors: each waits at times, such as for a browser."""
    return len(os.sched_getaffinity(0)) + 1 if hasattr(os, "sched_getaffinity") else 4


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    require(item)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Under --soak, property tests alone run, with other examples each time."""
    times = config.getoption("--soak")
    if not times:
        return
    properties = {
        item.function
        for item in items
        if isinstance(item, pytest.Function) and is_hypothesis_test(item.function)
    }
    for test in properties:
        said = test._hypothesis_internal_use_settings
        more = settings(
            said, max_examples=said.max_examples * times, derandomize=False, deadline=None
        )
        test._hypothesis_internal_use_settings = more
    items[:] = [item for item in items if getattr(item, "function", None) in properties]


def pytest_collection_finish() -> None:
    """What is imported stays: the collector need not walk it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    update = request.config.getoption("--update")

    def compare(path: Path, actual: str) -> None:
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="")
        with path.open(encoding="utf-8", newline="") as stream:
            assert actual == stream.read()

    return compare


@pytest.fixture
def shared_data() -> Path:
    """Real organisations written by others; they lie beside the project, not in it."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("the folder of real organisations is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One for all tests of a process; each has a tab of its own."""
    with chromium(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab in which nothing may go wrong and from which nothing may be asked of a network."""
    found = browser.page()
    yield found
    problems, urls = [*found.problems], [*found.requests]
    found.close()
    assert problems == []
    assert [url for url in urls if not url.startswith(("file:", "about:", "data:"))] == []


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Standard input belongs to the current folder: here that has no `roles/` to read each time."""
    here = Path.cwd()
    os.chdir(tmp_path_factory.mktemp("elsewhere"))
    yield
    os.chdir(here)
