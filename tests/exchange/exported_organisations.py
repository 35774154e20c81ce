"""Organisations at random with every field filled, in texts of all kinds; and reading them back."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from orgcli.exchange.export import Exported, ExportJob
from orgcli.exchange.formats import FORMATS
from orgcli.model.appearance import plain
from orgcli.model.organisation.organisation import Department, Organisation, Titles
from orgcli.model.organisation.position import Contact, DottedLine, Position
from orgcli.model.project import Project
from orgcli.read.organisation.project import read_project

HOSTILE = (
    "=1+1", "@SUM(A1)", "+49 30 1", "-2", "'=x", '"quoted"', "it's", "a: b", "a #b", "- x", "[x]",
    "{x}", "*x", "&x", "!x", "%x", "`x`", "|", ">", "?", "~", "null", "yes", "NO", "007", "3.10",
    "1e3", "2027-01-01", "12:30", "<b>x</b>", "</script>", "&amp;", "a\\b", "a\\nb", "x;y", "x,y",
    "a, b; c", "عمر بن الخطاب", "יעל כהן", "\u202eevil", "李小龍", "🧑‍💼 Ada", "José", "Jose\u0301",
    "A" * 300, "##[error]x", "::set-env name=x::y", "_x0041_", "#REF!", "dn: x", "BEGIN:VCARD",
    "\x1b[31mred", "a\tb", "a\nb", "a\r\nb", "\u2028", "\x00", "\x85", "\ufeffx", "<<", "=", "\x7f",
    " leading", "trailing ", "$HOME", "%PATH%", "C:\\x", "../../x", "con", "{{x}}", "--", "---",
)  # fmt: skip
"""Texts that some format or program takes for something else than text."""
_ANY = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12),
    st.sampled_from(["Ada Okafor", "Åsa Öberg", "Sales", "Head of IT", "ada"]),
)
_DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))


@st.composite
def organisations(
    draw: st.DrawFn, texts: st.SearchStrategy[str] = _ANY, most: int = 7
) -> Organisation:
    """Up to seven positions, whose lines may be rings or lead nowhere."""
    ids = draw(st.lists(texts, max_size=most, unique_by=plain))
    some = st.one_of(st.none(), texts)
    manager = st.sampled_from([None, *ids])
    groups = draw(st.lists(texts, max_size=3, unique_by=plain))
    departments = [
        Department(
            id,
            name=draw(some),
            parent=draw(st.sampled_from([None, *groups[:at]])),
            head=draw(manager),
            color=draw(st.sampled_from([None, "#0072b2", "teal"])),
        )
        for at, id in enumerate(groups)
    ]
    positions = [
        Position(
            id,
            title=draw(some),
            role=draw(st.sampled_from([None, None, "cro"])),
            holder=tuple(draw(st.lists(texts, max_size=2, unique=True))),
            reports_to=draw(manager),
            dotted_lines=tuple(
                DottedLine(to, draw(some))
                for to in draw(st.lists(st.sampled_from(ids), max_size=2, unique=True))
            ),
            department=draw(st.one_of(some, st.sampled_from([None, *groups]))),
            location=draw(some),
            cost_center=draw(some),
            status=draw(st.sampled_from([None, "filled", "open", "planned", "closed"])),
            start=draw(st.one_of(st.none(), _DAYS)),
            end=None,
            fte=draw(st.sampled_from([None, 0.5, 1.0, 1e-07, 1000.0, 0.1])),
            headcount=draw(st.sampled_from([1, 1, 12])),
            assistant=draw(st.booleans()),
            level=draw(st.sampled_from([None, 0, 4])),
            archetype=draw(st.sampled_from([None, "executor"])),
            tags=tuple(draw(st.lists(texts, max_size=2, unique=True))),
            contact=draw(st.sampled_from([None])) or _contact(draw, some),
            attributes=draw(
                st.one_of(st.none(), st.dictionaries(texts, texts, min_size=1, max_size=2))
            ),
        )
        for id in ids
    ]  # fmt: skip
    return Organisation(draw(some), positions, departments)


def _contact(draw: st.DrawFn, some: st.SearchStrategy[str | None]) -> Contact | None:
    made = Contact(draw(some), draw(some), draw(some))
    return made if made != Contact() else None


def exported(organisation: Organisation, name: str, **how: object) -> Exported:
    """An organisation in a format."""
    job = ExportJob(organisation=organisation, titles=Titles({"cro": "Chief Revenue Officer"}))
    return FORMATS[name].write(replace(job, **how))  # type: ignore[arg-type]


ENDINGS = {"scim": ".json", "d3": ".json", "d3-org-chart": ".json", "backstage": ".yaml",
           "agent-companies": ""}  # fmt: skip


def read_back(made: Exported, name: str) -> Project:
    """The files of a format as orgcli reads them."""
    with TemporaryDirectory() as folder:
        if made.files:
            for path, raw in made.files.items():
                target = Path(folder) / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(raw)
            return read_project([folder])
        ending = ENDINGS.get(name) or FORMATS[name].endings[0]
        path = Path(folder) / f"out{ending}"
        path.write_bytes(made.data)
        return read_project([path])


def positions_in(project: Project) -> Sequence[Position]:
    """The positions of the one organisation."""
    if not project.organisations:
        return ()
    (organisation,) = project.organisations
    return organisation.positions


_FIRST = ("Ada", "Ben", "José", "Åsa", "Chidi", "Mei", "Omar", "Yael", "Ines", "Liam")
_LAST = ("Okafor", "Li", "Cruz", "Öberg", "Eriksen", "Weber", "Haddad", "Cohen", "Roe", "Novak")


def usual_organisation(seed: int) -> Organisation:
    """A tree as companies have it, with vacancies, job shares, leavers and people in two seats."""
    chance = random.Random(seed)
    size = chance.randrange(1, 16)
    names = [f"{first} {last}" for first in _FIRST for last in _LAST]
    chance.shuffle(names)
    positions = [
        Position(
            f"s{at}" if chance.random() < 0.7 else f"Seat {at}/x",
            title=f"Title {at % 5}" if chance.random() < 0.9 else None,
            role="cro" if chance.random() < 0.2 else None,
            holder=tuple(names.pop() for _ in range(chance.choice((0, 1, 1, 1, 1, 2)))),
            department=f"Department {at % 3}",
            location=chance.choice((None, "Berlin", "São Paulo")),
            cost_center=chance.choice((None, "4711")),
            status="closed" if at and chance.random() < 0.15 else None,
            tags=("interim",) if chance.random() < 0.2 else (),
            contact=Contact(f"p{at}@kestrelholm.com", "+49 30 17")
            if chance.random() < 0.5
            else None,
        )
        for at in range(size)
    ]
    positions = [
        replace(one, reports_to=positions[chance.randrange(at)].id if at else None)
        for at, one in enumerate(positions)
    ]
    return Organisation("Acme", positions)
