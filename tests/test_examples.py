"""Every example is clean, and what `make demo` draws can be drawn."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from orgcli.cli.app import app

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
ORGANISATIONS = [*sorted(EXAMPLES.glob("*/org.yaml")), EXAMPLES / "people.csv"]


@pytest.mark.parametrize("path", ORGANISATIONS, ids=lambda path: path.parent.name)
def test_example_is_clean(path: Path) -> None:
    arguments = ["validate", "--isolated", "--fail-on", "info", str(path)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.stdout
    assert result.stdout.startswith("No findings")


def test_the_revenue_led_example_has_every_status() -> None:
    text = (EXAMPLES / "revenue-led/org.yaml").read_text("utf-8")
    for status in ("open", "planned", "closed"):
        assert f"status: {status}" in text
