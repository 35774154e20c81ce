"""Comparisons and advice in the formats in which the commands write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from orgcli.advise.recommendation import Recommendation
from orgcli.compare.answer.answer import RoleAnswer
from orgcli.compare.comparison.comparison import Comparison
from orgcli.language.tags import LANGUAGES, speak
from orgcli.model.request.flag import RequestError, loaded, refuse_unknown_word
from orgcli.render.formats import Formats
from orgcli.render.view import Page

_TABLES: Mapping[type, str] = {
    RoleAnswer: "orgcli.compare.comparison.formats:ANSWERS",
    Comparison: "orgcli.compare.comparison.formats:FORMATS",
    Recommendation: "orgcli.advise.formats:FORMATS",
}


def render(
    value: RoleAnswer | Comparison | Recommendation | Sequence[Recommendation],
    format: str,
    *,
    language: str = "en",
    sources: bool | None = None,
    width: int = 120,
) -> bytes:
    """A comparison or advice as a file of a format: markdown, html, docx, pdf, json and others.

    language  the tag of the language of the program's own words: that of the value
    sources   True: works in full, and ids of statements; False: no works
    width     cells of a line of plain text
    Raises RequestError for a format that there is not, and names those that there are, and
    ResultError where it needs a package of `orgcli[office]`.
    """
    refuse_unknown_word("language", str(language), LANGUAGES)
    several = [value] if isinstance(value, Recommendation) else value
    is_advice = isinstance(several, list | tuple) and all(
        isinstance(result, Recommendation) for result in several
    )
    kind = Recommendation if is_advice else type(value)
    if kind not in _TABLES:
        raise RequestError(f"`{type(value).__name__}` cannot be rendered", "give a comparison")
    formats: Formats[Any] = loaded(_TABLES[kind])
    refuse_unknown_word("format", str(format), formats)
    page = Page(width, False, sources, speak(language))
    result = formats[format](several if is_advice else value, page)
    data: str | bytes = result if isinstance(result, str | bytes) else result.data
    return data if isinstance(data, bytes) else data.encode()
