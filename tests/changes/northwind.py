"""Northwind Robotics before and after eight edits, each of another kind."""

import shutil
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/northwind-robotics"

_OPEN = (
    "    department: revenue\n    location: Eindhoven\n    status: open\n  - id: vp-sales-americas"
)
_HELD = (
    "    department: revenue\n    location: Eindhoven\n    holder: Ottilie Brandt\n"
    "  - id: vp-sales-americas"
)
_SEAT_OF_JAMAL = "    role: account-executive\n    holder: Jamal Lindström-Cruz\n"
_SEAT_OF_RENSKE = """\
  - id: ae-americas-2
    role: account-executive
    holder: Renske Quiroga
    reports_to: vp-sales-americas
    department: revenue
    location: Pittsburgh
"""
_PLANNED = """
  - id: pm-marketplace
    title: Product Manager, Marketplace
    reports_to: cpo
    department: product
    location: Gothenburg
    status: planned
    start: 2027-09-01
"""


def write_before(folder: Path) -> None:
    """The example as it is."""
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)


def edit(folder: Path) -> None:
    """Ottilie joins, Cordelia leaves, Jamal follows her, Renske leaves with the seat, marketing
    moves, a seat is planned, the CCO has a new id, and a title is another one."""
    revenue, product = folder / "departments/revenue.yaml", folder / "departments/product.yaml"
    _replace(revenue, _OPEN, _HELD)
    _replace(revenue, _SEAT_OF_JAMAL, "    role: account-executive\n    status: open\n")
    _replace(revenue, "holder: Cordelia Matsuda", "holder: Jamal Lindström-Cruz")
    _replace(revenue, _SEAT_OF_RENSKE, "")
    marketing = "    holder: Rosalind Egwu\n    reports_to: "
    _replace(revenue, f"{marketing}cro", f"{marketing}cpo")
    product.write_text(product.read_text("utf-8").rstrip("\n") + _PLANNED, "utf-8")
    for path in (folder / "org.yaml", *folder.glob("departments/*.yaml")):
        text = path.read_text("utf-8").replace(": cco\n", ": chief-customer-officer\n")
        path.write_text(text.replace("head: cco}", "head: chief-customer-officer}"), "utf-8")
    _replace(revenue, "title: Events and Trade Fairs", "title: Events Lead")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (old, text.count(old))
    path.write_text(text.replace(old, new), "utf-8")
