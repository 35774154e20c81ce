"""What differs between two versions of a role, on a terminal."""

from collections.abc import Iterator

from orgcli.compare.versions.differences import ChangeKind, Difference, FieldChange
from orgcli.compare.versions.versions import SIGNS, Versions
from orgcli.render.lines import Line, Unit, hanging, styled, wrap
from orgcli.render.terminal import paint
from orgcli.render.view import Page


def versions_text(versions: Versions, page: Page) -> str:
    """The differences facet by facet behind their signs, and how many there are."""
    lines = wrap(styled(f"{versions.before} → {versions.after}", "role"), page.width)
    for facet, differences in versions.by_facet():
        lines.append([])
        if facet:
            lines.extend(wrap(styled(versions.label(facet), "label"), page.width))
        for difference in differences:
            lines.extend(_difference(difference, versions, page.width - 2))
    summary = wrap(styled(versions.summary(page.words.compare), "quiet"), page.width)
    return paint([*lines, [], *summary], page.color)


def _difference(difference: Difference, versions: Versions, width: int) -> Iterator[Line]:
    units = styled(difference.text if difference.facet else "")
    if difference.id:
        units += styled(difference.id, "quiet")
    yield from hanging(units, SIGNS[difference.kind], width, str(difference.kind))
    sign = (f"{SIGNS[difference.kind]} ", str(difference.kind))
    for change in difference.changes:
        bullet = ("    ", "") if difference.facet else sign
        for number, line in enumerate(wrap(_change(change, versions), width - 6)):
            yield [bullet if number == 0 else ("      ", ""), *line]


def _change(change: FieldChange, versions: Versions) -> list[Unit]:
    before, after = versions.values(change)
    return [
        [(f"{change.field}:", "quiet")],
        *styled(before, str(ChangeKind.REMOVED)),
        [("→", "quiet")],
        *styled(after, str(ChangeKind.ADDED)),
    ]
