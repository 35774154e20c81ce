"""The formats of `orgcli export`: a row each, with the function that writes it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from types import MappingProxyType
from typing import cast

from orgcli.exchange.export import Exported, ExportJob
from orgcli.exchange.losses import DEPARTMENTS, EVERYTHING, NAME, PURPOSES, lost_fields
from orgcli.model.request.flag import loaded

ExportWriter = Callable[[ExportJob], Exported]
"""What writes a format."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A row of FORMATS.

    writes       `module:function` of an ExportWriter
    description  what it is
    carries      what of an organisation it holds, of EVERYTHING
    endings      of its files; none where other formats have them too
    folder       whether it is always several files
    records      whether it has fields to choose from
    binary       whether it is no text
    mark         a pattern near the beginning of each file; none where orgcli writes none
    """

    writes: str
    description: str
    carries: Collection[str]
    endings: tuple[str, ...] = ()
    folder: bool = False
    records: bool = False
    binary: bool = False
    mark: bytes = b""

    def write(self, job: ExportJob) -> Exported:
        """The organisation in this format; the module of the format is imported now.

        What it does not hold is among what is lost, unless the user chose what to write.
        """
        exported = cast(ExportWriter, loaded(self.writes))(job)
        lost = () if job.fields else lost_fields(job, self.carries)
        return replace(exported, lost=(*exported.lost, *lost))


_HERE = "orgcli.exchange"
_ZIP = rb"\APK\x03\x04"
_CHART = "orgcli.chart.exports"
_TABLE = EVERYTHING - {DEPARTMENTS, PURPOSES, NAME}
_PEOPLE = frozenset(
    {"id", "title", "holder", "reports_to", "department", "location", "email", "phone", "url", NAME}
)
_NODES = frozenset(
    {"id", "title", "holder", "reports_to", "department", "location", "status", "email", NAME}
)
_CARD = frozenset({"id", "title", "holder", "reports_to", "dotted_lines", PURPOSES, "status", NAME})
FORMATS: Mapping[str, ExportFormat] = MappingProxyType(
    {
        "yaml": ExportFormat(
            f"{_HERE}.yaml.files:export_yaml",
            "an organisation file",
            EVERYTHING,
            (".yaml", ".yml"),
        ),
        "json": ExportFormat(
            f"{_HERE}.tables.json:export_json",
            "records in a document",
            EVERYTHING,
            (".json",),
            records=True,
            mark=rb'\A\{\s*"version": 1\b',
        ),
        "jsonl": ExportFormat(
            f"{_HERE}.tables.json:export_jsonl",
            "a record on each line",
            EVERYTHING - {DEPARTMENTS, NAME},
            (".jsonl", ".ndjson"),
            records=True,
            mark=rb'\A\{"id": ',
        ),
        "csv": ExportFormat(
            f"{_HERE}.tables.csv:export_csv",
            "records as a table",
            _TABLE,
            (".csv",),
            records=True,
            mark=rb"\A'?id,title,",
        ),
        "tsv": ExportFormat(
            f"{_HERE}.tables.csv:export_tsv",
            "the same with tabs",
            _TABLE,
            (".tsv",),
            records=True,
            mark=rb"\A'?id\ttitle\t",
        ),
        "xlsx": ExportFormat(
            f"{_HERE}.tables.xlsx:export_xlsx",
            "a workbook with the figures",
            _TABLE | {DEPARTMENTS},
            (".xlsx",),
            records=True,
            binary=True,
            mark=_ZIP,
        ),
        "scim": ExportFormat(
            f"{_HERE}.directories.scim:export_scim",
            "SCIM 2.0 users",
            _PEOPLE | {"cost_center", "status"},
        ),
        "ldif": ExportFormat(
            f"{_HERE}.directories.ldif:export_ldif",
            "entries of a directory",
            _PEOPLE,
            (".ldif", ".ldf"),
            mark=rb"\Aversion: 1\n\ndn: o=",
        ),
        "vcard": ExportFormat(
            f"{_HERE}.directories.vcard:export_vcard",
            "address cards",
            _PEOPLE | {"tags"},
            (".vcf",),
            mark=rb"\ABEGIN:VCARD",
        ),
        "backstage": ExportFormat(
            f"{_HERE}.directories.backstage:export_backstage",
            "groups and users of a catalog",
            frozenset({"id", "title", "holder", "department", "email", DEPARTMENTS}),
        ),
        "agent-companies": ExportFormat(
            f"{_HERE}.directories.agent_companies:export_agent_companies",
            "a folder of agents",
            frozenset({"id", "title", "holder", "reports_to", "tags", NAME}),
            folder=True,
        ),
        "d3": ExportFormat(
            f"{_HERE}.drawings.d3:export_d3", "nested nodes for D3 and OrgChart", _NODES
        ),
        "d3-org-chart": ExportFormat(
            f"{_HERE}.drawings.d3:export_d3_org_chart", "flat nodes for d3-org-chart", _NODES
        ),
        "drawio": ExportFormat(
            f"{_CHART}:export_drawio",
            "a diagram of draw.io",
            EVERYTHING - {"attributes", DEPARTMENTS},
            (".drawio", ".dio"),
            mark=rb'\A<mxfile host="orgcli">',
        ),
        "dot": ExportFormat(f"{_CHART}:export_dot", "a graph of Graphviz", _CARD, (".dot", ".gv")),
        "pptx": ExportFormat(
            f"{_CHART}:export_pptx", "slides with shapes", _CARD, (".pptx",), binary=True
        ),
    }
)
"""By name, in the order of the help."""


def format_by_ending(path: str) -> str | None:
    """The format that the ending of a file names; None where none does."""
    suffix = PurePath(path).suffix.lower()
    return next((name for name, row in FORMATS.items() if suffix in row.endings), None)


def formats_with(quality: str) -> tuple[str, ...]:
    """The names of the formats that have a quality, a truth of ExportFormat such as `records`."""
    return tuple(name for name, row in FORMATS.items() if getattr(row, quality))
