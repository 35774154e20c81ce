"""Every row of a table of formats writes its value on a page, and has a screen."""

import inspect
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from format_tables import FILES
from orgcli.compare.comparison.comparison import Comparison
from orgcli.compare.comparison.formats import FORMATS
from orgcli.compare.disputes.dispute import DisputeDetail
from orgcli.compare.disputes.formats import DISPUTE_FORMATS, DISPUTE_LISTS
from orgcli.compare.listing.formats import LISTINGS
from orgcli.compare.listing.listing import Listing
from orgcli.compare.role_card.card import RoleCard
from orgcli.compare.role_card.formats import CARD_FORMATS
from orgcli.compare.versions.formats import DIFF_FORMATS
from orgcli.compare.versions.versions import Versions
from orgcli.model.request.flag import loaded
from orgcli.render.document.document import TextDocument
from orgcli.render.document.formats import DocumentFormats
from orgcli.render.formats import Formats
from orgcli.render.view import Page

TESTS = Path(__file__).parents[1]
TABLES = [
    (FORMATS, Comparison, "orgcli compare ", ""),
    (DIFF_FORMATS, Versions, "orgcli compare ", "--diff"),
    (CARD_FORMATS, RoleCard, "orgcli role ", ""),
    (LISTINGS, Listing, "orgcli roles", ""),
    (DISPUTE_FORMATS, Sequence[DisputeDetail], "orgcli dispute ", ""),
    (DISPUTE_LISTS, Sequence[DisputeDetail], "orgcli dispute", ""),
]


@pytest.mark.parametrize(("formats", "value", "command", "flag"), TABLES)
def test_every_row_loads_and_takes_a_value_and_a_page(
    formats: Formats[Any], value: type, command: str, flag: str
) -> None:
    for name, function in formats.items():
        result: type = str
        if isinstance(formats, DocumentFormats) and formats.is_document(name):
            function, result = loaded(formats.builder), TextDocument
        found = inspect.signature(function, eval_str=True)
        taken = [one.annotation for one in found.parameters.values()]
        assert (taken, found.return_annotation) == ([value, Page], result), name


@pytest.mark.parametrize(("formats", "value", "command", "flag"), TABLES)
def test_every_row_has_a_screen(
    formats: Formats[Any], value: type, command: str, flag: str
) -> None:
    screens = [*TESTS.glob("compare/screens/*.txt"), *TESTS.glob("roles/screens/*.txt")]
    lines = [path.read_text("utf-8").partition("\n")[0] for path in screens]
    mine = [line for line in lines if command in f"{line} " and flag in line]
    first, *others = formats
    assert any("-f " not in line and "-o " not in line for line in mine), first
    texts = [name for name in others if name not in FILES]
    assert [name for name in texts if not any(f"-f {name}" in line for line in mine)] == []
