"""What differs between two versions of a role, as Markdown."""

from orgcli.compare.versions.differences import ChangeKind, Difference
from orgcli.compare.versions.versions import Versions
from orgcli.render.lines import one_line
from orgcli.render.markdown import escaped
from orgcli.render.view import Page

_SIGNS = {ChangeKind.ADDED: "**+**", ChangeKind.REMOVED: "**−**", ChangeKind.CHANGED: "**~**"}


def versions_markdown(versions: Versions, page: Page) -> str:
    """A list for each facet, and how many differences there are."""
    blocks = [f"# {escaped(versions.before)} → {escaped(versions.after)}"]
    for facet, differences in versions.by_facet():
        if facet:
            blocks.append(f"## {escaped(versions.label(facet))}")
        blocks.append("\n".join(_item(difference, versions) for difference in differences))
    blocks.append(f"{versions.summary(page.words.compare)}.")
    return "\n\n".join(blocks) + "\n"


def _item(difference: Difference, versions: Versions) -> str:
    id = f" `{one_line(difference.id)}`" if difference.id and "`" not in difference.id else ""
    changes = []
    for change in difference.changes:
        before, after = versions.values(change)
        changes.append(f"{escaped(change.field)}: {escaped(before)} → {escaped(after)}")
    if not difference.facet:
        return f"- {_SIGNS[difference.kind]} {'; '.join(changes)}"
    head = f"- {_SIGNS[difference.kind]} {escaped(difference.text)}{id}"
    return "\n".join([head, *(f"  - {change}" for change in changes)])
