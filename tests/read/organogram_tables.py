"""Small tables of senior and junior posts, and what orgcli finds wrong with them."""

import csv
from collections.abc import Sequence
from pathlib import Path

from organogram_official import BELOW, BODY, DEPARTMENT, LINE, NAME, REF, Row

from orgcli.check.run import check
from orgcli.model.findings.finding import Finding, Level
from orgcli.model.settings import Settings
from orgcli.read.entries import TableOptions
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.project import read_project

SENIOR = [
    REF, NAME, "Grade (or equivalent)", "Job Title", "Job/Team Function", DEPARTMENT, BODY, "Unit",
    "Contact Phone", "Contact E-mail", LINE, "Salary Cost of Reports (£)", "FTE",
    "Actual Pay Floor (£)", "Actual Pay Ceiling (£)", "Total Pay (£)",
    "Professional/Occupational Group", "Notes", "Valid?",
]  # fmt: skip
JUNIOR = [
    DEPARTMENT, BODY, "Unit", BELOW, "Grade", "Payscale Minimum (£)", "Payscale Maximum (£)",
    "Generic Job Title", "Number of Posts in FTE", "Professional/Occupational Group",
]  # fmt: skip


def found(files: Sequence[Path]) -> list[Finding]:
    """The errors."""
    project = read_project(files, Files(TableOptions(source="uk-organogram")))
    return [one for one in check(project, Settings()).findings if one.level is Level.ERROR]


def post(ref: str, line: str, name: str = "N/D", **cells: str) -> Row:
    base = dict.fromkeys(SENIOR, "") | {
        REF: ref, NAME: name, LINE: line, "Grade (or equivalent)": "SCS1", "Job Title": ref,
        DEPARTMENT: "Ministry", BODY: "Lamp Agency", "Unit": "Lamps", "FTE": "1", "Valid?": "1",
        "Contact Phone": "N/D",
    }  # fmt: skip
    return base | {name.replace("_", " "): cell for name, cell in cells.items()}


def juniors(ref: str, **cells: str) -> Row:
    base = dict.fromkeys(JUNIOR, "") | {
        DEPARTMENT: "Ministry", BODY: "Lamp Agency", "Unit": "Lamps", BELOW: ref, "Grade": "EO",
        "Generic Job Title": "Wick Trimmer", "Number of Posts in FTE": "2.5",
    }  # fmt: skip
    return base | {name.replace("_", " "): cell for name, cell in cells.items()}


def write(path: Path, headings: Sequence[str], rows: Sequence[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, headings)
        writer.writeheader()
        writer.writerows(rows)
    return path
