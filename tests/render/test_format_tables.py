"""A table of formats finds names and functions, and imports only what is asked for."""

import subprocess
import sys
from typing import Protocol

import pytest

from format_tables import check_rows
from orgcli.render.formats import Formats


class TextWriter(Protocol):
    def __call__(self, text: str) -> str: ...


TABLE: Formats[TextWriter] = Formats(
    markdown="orgcli.render.markdown:escaped", absent="orgcli.render.no_such:thing"
)


def test_names_keep_their_order() -> None:
    assert tuple(TABLE) == ("markdown", "absent")
    assert len(TABLE) == 2
    assert "absent" in TABLE
    assert "pdf" not in TABLE


def test_a_function_is_loaded_by_name() -> None:
    assert TABLE["markdown"]("a*b") == "a\\*b"
    check_rows(Formats(markdown="orgcli.render.markdown:escaped"), TextWriter)


@pytest.mark.parametrize("name", ["pdf", "", "orgcli.render.markdown:escaped"])
def test_an_unknown_format_is_no_key(name: str) -> None:
    with pytest.raises(KeyError):
        TABLE[name]
    assert TABLE.get(name) is None


def test_names_import_nothing() -> None:
    code = (
        "import sys; before = set(sys.modules)\n"
        "from orgcli.render.formats import Formats\n"
        "assert 'x' in Formats(x='orgcli.render.markdown:escaped')\n"
        "print(*(name for name in set(sys.modules) - before if name.startswith('orgcli.render.')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["orgcli.render.formats"]
