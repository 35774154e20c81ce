"""The formats of `orgcli rule`."""

from collections.abc import Sequence
from typing import Protocol

from orgcli.check.rule import Rule
from orgcli.render.formats import Formats


class Writer(Protocol):
    """Writes rules for a page of so many cells.

    in_full  with reason and examples, rather than a line for each
    """

    def __call__(self, rules: Sequence[Rule], width: int, in_full: bool) -> str: ...


FORMATS: Formats[Writer] = Formats(
    text="orgcli.check.rule_pages.text:text",
    json="orgcli.check.rule_pages.json:as_json",
    markdown="orgcli.check.rule_pages.markdown:markdown",
)
