"""What changes, as a table with a row for each change."""

from __future__ import annotations

from orgcli.changes.report import ChangeReport
from orgcli.changes.writers.phrases import ChangePhrases
from orgcli.changes.writers.sections import change_sections
from orgcli.render.csv import as_csv
from orgcli.render.view import Page

_HEADING = ("organisation", "kind", "who", "change", "line", "file", "row")


def changes_csv(report: ChangeReport, page: Page) -> str:
    """The entries of the text; line: from which manager to which."""
    rows = []
    for organisation in report.organisations:
        say = ChangePhrases.of(report, organisation, page)
        for section in change_sections(organisation.changes, report, say, whole=True):
            for entry in section.entries:
                place = entry.place
                where = (place.file, place.line) if place else ("", "")
                rows.append(
                    (organisation.name, section.kind, entry.head, entry.text, entry.line, *where)
                )
    return as_csv(_HEADING, rows)
