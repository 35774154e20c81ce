"""Tags in a PDF: which of its contents are a heading or a paragraph, and what is read out of each.

ISO 32000-1, 14.7 and 14.8. What Graphviz draws has no tags; lines too short to be seen, one before
each group and one behind the last, say where in the contents a group is, and are taken out.
"""

import re
from collections.abc import Sequence
from itertools import count

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from orgcli.chart.pdf.page_tags import PageTag

_WITHIN = rb"(?:0|-?0?\.\d+)"
_MARK = re.compile(rb"q 1 0 0 1 0 0 cm\s+%(x)b %(x)b m %(x)b %(x)b l S Q\n" % {b"x": _WITHIN})
"""A line within a point of the corner of a page, in the margin, where nothing else is."""


def tag_pages(writer: PdfWriter, tags: Sequence[Sequence[PageTag]]) -> bool:
    """Tag all pages of a PDF, as far as they have been drawn so that this is possible.

    tags  per page what its groups are; the annotations of a page are its links, in their order
    Nothing is changed where one of the pages has other groups than its tags.
    """
    parts = [_parts(page) for page in writer.pages]
    if any(len(part) != len(page_tags) + 2 for part, page_tags in zip(parts, tags, strict=True)):
        return False
    tree = _StructureTree(writer)
    for page, contents, page_tags in zip(writer.pages, parts, tags, strict=True):
        tree.add_page(page, contents, page_tags)
    tree.finish()
    return True


def _parts(page: PageObject) -> list[bytes]:
    """The contents of a page: what is before its groups, each of them, and what is behind them.

    Photos are in the last part, which Graphviz draws last: names are read out, not faces.
    """
    contents = page.get_contents()
    return [] if contents is None else _MARK.split(contents.get_data())


class _StructureTree:
    """The tree of all elements, and the way back from contents and links to them."""

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._root = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
        self._root_at = self._added(self._root)
        self._document = self._element("/Document", self._root_at)
        self._root[NameObject("/K")] = self._document
        self._sections = ArrayObject()
        self._keys = count()
        self._parents = ArrayObject()

    def add_page(self, page: PageObject, parts: Sequence[bytes], tags: Sequence[PageTag]) -> None:
        """The elements of a page, its heading first; its contents with their marks."""
        section = self._element("/Sect", self._document)
        self._sections.append(section)
        contents, elements, owners = [_artifact(parts[0])], ArrayObject(), ArrayObject()
        for part, tag in zip(parts[1:-1], tags, strict=True):
            if not tag.role:
                contents.append(_artifact(part))
                continue
            number = len(owners)
            contents.append(b"/%b <</MCID %d>> BDC\n%bEMC\n" % (tag.role.encode(), number, part))
            owner = self._tagged(page, section, tag, number)
            owners.append(owner)
            child = owner if tag.link is None else self._above(owner)
            elements.insert(0 if tag.role == "H1" else len(elements), child)
        self._set(section, "/K", elements)
        contents.append(_artifact(parts[-1]))
        page[NameObject("/StructParents")] = self._parent(owners)
        page[NameObject("/Tabs")] = NameObject("/S")
        self._replace_contents(page, b"".join(contents))

    def _replace_contents(self, page: PageObject, contents: bytes) -> None:
        """Write new contents in the place of the old, which would stay in the file otherwise."""
        stream = DecodedStreamObject()
        stream.set_data(contents)
        old_contents = page.raw_get("/Contents")
        if isinstance(old_contents, IndirectObject):
            self._writer._replace_object(old_contents, stream.flate_encode())
        else:
            page[NameObject("/Contents")] = self._added(stream.flate_encode())

    def _tagged(
        self, page: PageObject, above: IndirectObject, tag: PageTag, number: int
    ) -> IndirectObject:
        """The element that holds the contents of a tag: itself, or a link inside it."""
        element = self._element(f"/{tag.role}", above)
        outer, inside = element, ArrayObject([NumberObject(number)])
        if tag.link is not None:
            element = self._element("/Link", outer)
            self._set(outer, "/K", element)
            inside.append(self._link(page, element, tag.link))
        self._set(element, "/K", inside)
        self._set(element, "/Pg", page.indirect_reference)
        self._set(element, "/ActualText", TextStringObject(tag.text))
        return element

    def _link(self, page: PageObject, element: IndirectObject, number: int) -> DictionaryObject:
        """The way to an annotation of the page, which leads back to the element."""
        annotation = page["/Annots"][number]  # type: ignore[index]
        self._set(annotation, "/StructParent", self._parent(element))
        return DictionaryObject(
            {NameObject("/Type"): NameObject("/OBJR"), NameObject("/Obj"): annotation}
        )

    def finish(self) -> None:
        """The tree of a document that has all its pages."""
        self._set(self._document, "/K", self._sections)
        numbers = DictionaryObject({NameObject("/Nums"): self._parents})
        self._root[NameObject("/ParentTree")] = self._added(numbers)
        self._root[NameObject("/ParentTreeNextKey")] = NumberObject(next(self._keys))
        catalogue = self._writer.root_object
        catalogue[NameObject("/StructTreeRoot")] = self._root_at
        marked = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
        catalogue[NameObject("/MarkInfo")] = marked

    def _parent(self, of: PdfObject) -> NumberObject:
        """The key under which the elements of some contents are found."""
        key = NumberObject(next(self._keys))
        self._parents.extend((key, of))
        return key

    def _element(self, role: str, above: IndirectObject) -> IndirectObject:
        return self._added(
            DictionaryObject({NameObject("/S"): NameObject(role), NameObject("/P"): above})
        )

    def _above(self, element: IndirectObject) -> PdfObject:
        dictionary = element.get_object()
        assert isinstance(dictionary, DictionaryObject)
        above: PdfObject = dictionary.raw_get("/P")
        return above

    def _added(self, value: PdfObject) -> IndirectObject:
        return self._writer._add_object(value)

    def _set(self, at: IndirectObject, name: str, value: PdfObject | None) -> None:
        dictionary = at.get_object()
        assert isinstance(dictionary, DictionaryObject) and value is not None
        dictionary[NameObject(name)] = value


def _artifact(part: bytes) -> bytes:
    return b"/Artifact BMC\n%bEMC\n" % part
