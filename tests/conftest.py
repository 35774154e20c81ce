"""Golden files: `golden(path, text)` compares, `pytest --update` rewrites for review."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no failure: what may take how long is measured in benchmarks/.
settings.register_profile("orgcli", deadline=None)
settings.load_profile("orgcli")

# What a run prints inside GitHub Actions is tested by name; elsewhere it is as anywhere.
for _name in ("GITHUB_ACTIONS", "ORGCLI_OUTPUT_FORMAT"):
    os.environ.pop(_name, None)

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the golden files")


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
