"""What writes documents, and tables of formats in which a value is also written as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from orgcli.model.request.flag import loaded
from orgcli.render.formats import Formats
from orgcli.render.view import Page, PageResult, ResultError, ResultWriter

if TYPE_CHECKING:
    from orgcli.render.document.document import TextDocument

Value = TypeVar("Value")

DOCUMENT_WRITERS: Formats[Callable[[TextDocument], PageResult]] = Formats(
    markdown="orgcli.render.document.markdown:document_markdown",
    html="orgcli.render.document.html:document_html",
    docx="orgcli.render.document.docx:document_docx",
    pdf="orgcli.render.document.pdf:document_pdf",
)
_LIBRARIES = {"docx": "python-docx", "fpdf": "fpdf2"}
"""What the packages of `orgcli[office]` are called, by the modules that are imported."""


class MissingLibrary(ResultError):
    """A format needs a package that is not installed."""

    def __init__(self, message: str) -> None:
        super().__init__(message, "install it: pip install 'orgcli[office]'")


class DocumentFormats(Formats[ResultWriter[Value]]):
    """A table of formats, and the formats of documents behind the first of its rows.

    builder  `module:function`, which makes a document of a value and a page
    """

    def __init__(self, builder: str, **rows: str) -> None:
        super().__init__(**rows)
        self.builder = builder

    def __getitem__(self, name: str) -> ResultWriter[Value]:
        if not self.is_document(name):
            return super().__getitem__(name)

        def write(value: Value, page: Page, /) -> PageResult:
            build: Callable[[Value, Page], TextDocument] = loaded(self.builder)
            return _writer(name)(build(value, page))

        return write

    def is_document(self, name: str) -> bool:
        """Whether the builder and a writer of documents make this format, and no row of its own."""
        return name in DOCUMENT_WRITERS and not super().__contains__(name)

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or name in DOCUMENT_WRITERS

    def __iter__(self) -> Iterator[str]:
        own = list(super().__iter__())
        yield from dict.fromkeys((*own[:1], *DOCUMENT_WRITERS, *own[1:]))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _writer(name: str) -> Callable[[TextDocument], PageResult]:
    """The writer of a format; raises MissingLibrary where its package is not installed."""
    try:
        return DOCUMENT_WRITERS[name]
    except ModuleNotFoundError as error:
        package = _LIBRARIES.get(error.name or "")
        if package is None:
            raise
        raise MissingLibrary(f"{name} needs {package}, which is not installed") from None
