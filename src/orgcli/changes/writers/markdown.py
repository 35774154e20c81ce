"""What changes, as the comment of a pull request: short, without pictures, links and mentions."""

from __future__ import annotations

from collections.abc import Iterator

from orgcli.changes.report import ChangeReport, OrganisationChanges
from orgcli.changes.writers.figure_lines import (
    figure_phrases,
    finding_phrases,
    side_notes,
    span_phrases,
)
from orgcli.changes.writers.mermaid import changes_graph
from orgcli.changes.writers.phrases import ARROW, ChangePhrases
from orgcli.changes.writers.sections import ChangeEntry, ChangeSection, change_sections
from orgcli.render.markdown import unlinked
from orgcli.render.view import Page

MARKER = "<!-- orgcli diff -->"
"""By which whoever posts the comment finds the one to replace."""
_MOST = 60_000
"""Characters: GitHub takes 65,536."""
_FOLDED = 20
"""Rows from which a table is folded."""
_MOST_SPANS = 20


def changes_markdown(report: ChangeReport, page: Page) -> str:
    """The headline and the numbers of every organisation, then tables as long as there is room."""
    all_phrases = [
        ChangePhrases.of(report, organisation, page) for organisation in report.organisations
    ]
    pairs = list(zip(report.organisations, all_phrases, strict=True))
    heads = [_head(organisation, report, say) for organisation, say in pairs]
    room = _MOST - sum(map(len, heads)) - 2_000
    blocks = [MARKER]
    for head, (organisation, say) in zip(heads, pairs, strict=True):
        blocks.append(head)
        for block in _tables(organisation, report, say, room):
            room -= len(block) + 2
            blocks.append(block)
    if phrases := finding_phrases(report):
        blocks.append(f"**{report.words.findings}**: {', '.join(phrases)}")
    graph = changes_graph(report, page)
    if graph and len(graph) + 20 < room:
        blocks.append(f"```mermaid\n{graph}```")
    return "\n\n".join(blocks) + "\n"


def _head(organisation: OrganisationChanges, report: ChangeReport, say: ChangePhrases) -> str:
    """What is always written: sides, numbers, and the number of changes of each kind."""
    sides = f"{unlinked(report.before.label)}{ARROW}{unlinked(report.after.label)}"
    name = f"{unlinked(organisation.name)}: " if organisation.name else ""
    lines = [f"## {name}{sides}", ""]
    for label, phrases in figure_phrases(organisation.changes, report, say):
        lines.append(f"- **{label}** {' · '.join(map(unlinked, phrases))}")
    if spans := span_phrases(organisation.changes, say, _MOST_SPANS):
        lines.append(f"- **{report.words.spans}** {' · '.join(map(unlinked, spans))}")
    lines.append(f"- {say.unchanged(organisation.changes.unchanged)}")
    for note in side_notes(organisation.changes, report):
        lines += ["", f"> {unlinked(note)}"]
    return "\n".join(lines)


def _tables(
    organisation: OrganisationChanges, report: ChangeReport, say: ChangePhrases, room: int
) -> Iterator[str]:
    """A table for each kind, with as many rows as there is room for, and their number."""
    sections = change_sections(organisation.changes, report, say)
    if not sections:
        yield unlinked(report.words.no_change)
    for number, section in enumerate(sections):
        share = room // (len(sections) - number)
        block = _table(section, report, share)
        room -= len(block)
        yield block


def _table(section: ChangeSection, report: ChangeReport, room: int) -> str:
    words = report.words
    if section.note:
        return f"### {section.title}\n\n{unlinked(section.note)}"
    count = len(section.entries)
    head = f"| | {words.position} | {words.change} | {words.place} |\n|---|---|---|---|"
    rows: list[str] = []
    room -= len(head) + 200
    for row in map(_row, section.entries):
        room -= len(row) + 1
        if room < 0:
            break
        rows.append(row)
    rest = count - len(rows)
    tail = f"\n\n{unlinked(words.shortened.format(count=f'{rest:,}'))}" if rest else ""
    table = "\n".join([head, *rows]) + tail if rows else tail.strip()
    title = f"{section.title} ({count:,})"
    if count <= _FOLDED:
        return f"### {title}\n\n{table}"
    return f"<details>\n<summary>{title}</summary>\n\n{table}\n\n</details>"


def _row(entry: ChangeEntry) -> str:
    place = entry.place
    where = f"{place.file}:{place.line}" if place else ""
    texts = "<br>".join(map(unlinked, filter(None, (entry.text, entry.line))))
    sign = entry.sign.replace("+", "\\+").replace("-", "−").replace("~", "\\~")
    return f"| {sign} | {unlinked(entry.head)} | {texts} | {unlinked(where)} |"
