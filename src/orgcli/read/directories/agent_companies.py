"""Agent companies: the front matter of an AGENTS.md is a position, COMPANY.md names the company."""

import re
from dataclasses import replace
from pathlib import PurePath

from orgcli.model.findings.finding import Finding
from orgcli.model.source.source import Source
from orgcli.read.directories.directory_table import PersonCell, PersonRow, directory_entries
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.organisation.organisation_file import OrganisationFile
from orgcli.read.syntax.document import Document, Value
from orgcli.read.syntax.yaml import load_yaml

COMPANY, AGENT = "COMPANY.md", "AGENTS.md"
_FORMAT = "agent company"
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(?P<inside>(?s:.*?))^(?:---|\.\.\.)[ \t]*\r?$",
                           re.MULTILINE)  # fmt: skip
_MOST = 100_000
"""Characters in which front matter ends."""
_HEADINGS = {
    "slug": "id", "name": "name", "title": "title", "reportsto": "reports to",
    "reports_to": "reports to", "reports-to": "reports to", "manager": "reports to",
}  # fmt: skip
_NAMING = frozenset({"slug", "reportsto", "reports_to", "reports-to", "title", "schema", "kind"})
"""Keys of front matter of which an agent or a company has one, besides a name."""
_ADDRESS = re.compile(r"(?:.*/)?([^/]+)/AGENTS\.md", re.IGNORECASE)


def agent_entries(source: Source, options: TableOptions) -> Entries | OrganisationFile:
    """The position that an AGENTS.md describes, or the name of the company of a COMPANY.md.

    Findings: ORG007 where the file has no front matter with a name, those of load_yaml in it.
    """
    front = _FRONT_MATTER.match(source.text[:_MOST])
    document, findings = (None, []) if front is None else _front_matter(source, front)
    root = document.root if document is not None else None
    if document is None or not isinstance(root, dict) or not _describes(root):
        return Entries([], findings=findings or [_no_front_matter(source)])
    if PurePath(source.path).name.lower() == COMPANY.lower():
        name = root.get("name") or root.get("slug")
        company = name if isinstance(name, str) else None
        return OrganisationFile(company, Entries([]), Entries([]), findings=findings)
    row = PersonRow(0, _cells(source, root))
    entries = directory_entries(source, [row], options, _FORMAT, (), document)
    entries = _by_slug(entries, row.cells.get("reports to"))
    return OrganisationFile(None, entries, Entries([]), findings=findings)


def _by_slug(entries: Entries, manager: PersonCell | None) -> Entries:
    """The position of an agent whose own name is its manager's slug: that is another one."""
    records = [*entries.records]
    if not records or manager is None:
        return entries
    (record,) = records
    if record.get("reports_to") != record.get("id") or record.get("id") == manager.text:
        return entries
    return replace(entries, records=[{**record, "reports_to": manager.text}], positions=None)


def _front_matter(source: Source, front: re.Match[str]) -> tuple[Document | None, list[Finding]]:
    """The document between the two lines `---`, its places those in the whole file."""
    before = "".join(
        character if character in "\r\n" else " "
        for character in source.text[: front.start("inside")]
    )
    return load_yaml(source, (before + front["inside"]).encode())


def _describes(root: dict[str, Value]) -> bool:
    words = {key.lower() for key in root}
    return "slug" in words or ("name" in words and not words.isdisjoint(_NAMING))


def _cells(source: Source, root: dict[str, Value]) -> dict[str, PersonCell]:
    """The texts of front matter by heading; without a slug the name of the folder is the id."""
    cells: dict[str, PersonCell] = {}
    for key, value in root.items():
        heading = _HEADINGS.get(key.lower(), key)
        if isinstance(value, list):
            value = "; ".join(text for text in value if isinstance(text, str))
        if isinstance(value, str) and heading not in cells:
            cells[heading] = PersonCell(value, (key,))
    folder = PurePath(source.path).parent.name
    if "id" not in cells and folder:
        cells["id"] = PersonCell(folder, ())
    manager = cells.get("reports to")
    if manager and (match := _ADDRESS.fullmatch(manager.text)):
        cells["reports to"] = PersonCell(match[1], manager.at)
    return cells


def _no_front_matter(source: Source) -> Finding:
    message = "the file has no front matter that names an agent or a company"
    help = "begin it with `---`, then `name:`, `slug:` and `reportsTo:`, and `---` again"
    return Finding("ORG007", message, source.place(0, 0), help=help)


def is_agent_file(head: str) -> bool:
    """Whether a Markdown file begins with the front matter of an agent or a company."""
    if not head.lstrip().startswith("---"):
        return False
    keys = set(
        re.findall(r"^([A-Za-z_-]+)[ \t]*:", head.split("\n---", 1)[0].lower(), re.MULTILINE)
    )
    return "slug" in keys or ("name" in keys and not keys.isdisjoint(_NAMING))
