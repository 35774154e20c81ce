"""What differs between two versions of a role, as text, Markdown or JSON."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from orgcli.compare.versions.differences import Change, Difference, Kind
from orgcli.render.json import as_document
from orgcli.render.lines import Line, hanging, one_line, wrap
from orgcli.render.lines import words as split
from orgcli.render.markdown import escaped
from orgcli.render.terminal import paint
from orgcli.render.view import Page

_SIGNS = {Kind.ADDED: "+", Kind.REMOVED: "-", Kind.CHANGED: "~"}


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of a role by the names of their files, and what differs between them.

    labels  what each facet is called
    """

    before: str
    after: str
    found: Sequence[Difference]
    labels: Mapping[str, str]

    def label(self, facet: str) -> str:
        """What a facet is called; the role itself has none."""
        return self.labels.get(facet, facet)

    @property
    def by_facet(self) -> Iterator[tuple[str, list[Difference]]]:
        """The differences, facet after facet."""
        for facet, some in groupby(self.found, key=lambda one: one.facet):
            yield facet, list(some)


def _text(versions: Versions, page: Page) -> str:
    lines = wrap(split(f"{versions.before} → {versions.after}", "role"), page.width)
    for facet, some in versions.by_facet:
        lines.append([])
        if facet:
            lines.extend(wrap(split(versions.label(facet), "label"), page.width))
        for one in some:
            lines.extend(_difference(one, versions, page.width - 2))
    summary = wrap(split(_summary(versions, page), "quiet"), page.width)
    return paint([*lines, [], *summary], page.color)


def _difference(one: Difference, versions: Versions, width: int) -> Iterator[Line]:
    units = split(one.text if one.facet else "")
    if one.id:
        units += split(one.id, "quiet")
    yield from hanging(units, _SIGNS[one.kind], width, str(one.kind))
    sign = (f"{_SIGNS[one.kind]} ", str(one.kind))
    for change in one.changes:
        units = [[(f"{change.field}:", "quiet")], *_change(change, versions)]
        bullet = ("    ", "") if one.facet else sign
        for number, line in enumerate(wrap(units, width - 6)):
            yield [bullet if number == 0 else ("      ", ""), *line]


def _change(change: Change, versions: Versions) -> list[list[tuple[str, str]]]:
    before, after = _sides(change, versions)
    return [*split(before, str(Kind.REMOVED)), [("→", "quiet")], *split(after, str(Kind.ADDED))]


def _sides(change: Change, versions: Versions) -> tuple[str, str]:
    before, after = change.before or "–", change.after or "–"
    if change.field == "facet":
        return versions.label(before), versions.label(after)
    return before, after


def _summary(versions: Versions, page: Page) -> str:
    says = page.words.compare
    if not versions.found:
        return says.no_difference
    kinds = [one.kind for one in versions.found]
    templates = {
        Kind.ADDED: says.count_added,
        Kind.REMOVED: says.count_removed,
        Kind.CHANGED: says.count_changed,
    }
    return ", ".join(
        template.format(count=kinds.count(kind)) for kind, template in templates.items()
    )


def _markdown(versions: Versions, page: Page) -> str:
    blocks = [f"# {escaped(versions.before)} → {escaped(versions.after)}"]
    for facet, some in versions.by_facet:
        if facet:
            blocks.append(f"## {escaped(versions.label(facet))}")
        blocks.append("\n".join(_item(one, versions) for one in some))
    blocks.append(f"{_summary(versions, page)}.")
    return "\n\n".join(blocks) + "\n"


def _item(one: Difference, versions: Versions) -> str:
    sign = {"+": "**+**", "-": "**−**", "~": "**~**"}[_SIGNS[one.kind]]
    named = f" `{one_line(one.id)}`" if one.id and "`" not in one.id else ""
    changes = []
    for change in one.changes:
        before, after = _sides(change, versions)
        changes.append(f"{escaped(change.field)}: {escaped(before)} → {escaped(after)}")
    if not one.facet:
        return f"- {sign} {'; '.join(changes)}"
    return "\n".join(
        [f"- {sign} {escaped(one.text)}{named}", *(f"  - {change}" for change in changes)]
    )


def _json(versions: Versions, page: Page) -> str:
    return as_document({
        "version": 1,
        "before": versions.before,
        "after": versions.after,
        "differences": [
            {
                "kind": str(one.kind),
                "facet": one.facet or None,
                "id": one.id,
                "text": one.text,
                "changes": [
                    {"field": change.field, "before": change.before, "after": change.after}
                    for change in one.changes
                ],
            }
            for one in versions.found
        ],
    })  # fmt: skip


DIFF_FORMATS: dict[str, Callable[[Versions, Page], str]] = {
    "table": _text,
    "markdown": _markdown,
    "json": _json,
}
"""The formats of `--diff`; `table` is what a terminal shows, as everywhere."""
