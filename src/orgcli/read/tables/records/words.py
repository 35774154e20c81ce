"""The keys under which programs write people, groups of people and lines between them."""

from collections.abc import Iterable

from orgcli.read.tables.columns.headings import RANK, core_fields, fold, is_field_word, word_set

REPORTS = word_set(
    "children child reports directreports subordinates reportees directs underlings members team"
    " teammembers employees people staff users workers descendants subordinados colaboradores"
    " mitarbeiter unterstellte untergebene medarbetare underordnade ansatte collaborateurs"
    " kids subnodes nodes"
)
"""Under these a record has those that report to it, or a group its members."""

LINES = REPORTS - word_set(
    "members team teammembers employees people staff users workers colaboradores mitarbeiter"
    " medarbetare ansatte collaborateurs nodes"
)
"""Of these the ones that say by themselves that who stands under them reports to the record."""

REFERENCES = word_set("children reports directreports subordinates reportees directs")
"""Of these the ones whose texts name those that report to a record."""

LISTS = REPORTS | word_set(
    "value values records record data results result items entries resources reportentry rows"
    " list persons person positions contacts personen equipo equipe elements members roster"
    " organisation organization org orgchart chart content objects response hits"
)
"""Under these a file has its records."""

PEOPLE = word_set(
    "employee contractor consultant intern manager executive director officer worker person member"
    " user leader lead agent freelancer trainee apprentice temp external internal"
)
"""What people are called, each in the singular."""

GROUPS = word_set(
    "departments department teams divisions groups units orgunits businessunits squads tribes"
    " chapters branches sections offices areas companies abteilungen avdelningar departamentos"
    " equipos equipes equipas"
)
"""Under these a file has groups of people, which are no people themselves."""

NODES = word_set("nodes nodedataarray vertices")
EDGES = word_set("edges links linkdataarray connections connectors lines relations relationships")
SOURCES = ("source", "from", "start", "parent", "manager", "src", "supervisor")
TARGETS = ("target", "to", "end", "child", "employee", "dst", "report")
"""Keys of an edge: of the one above, then of the one below."""

NAMES = ("name", "displayname", "fullname", "label", "text", "title", "department", "key", "id")
"""Keys of what a group is called, the best first."""


def is_known(heading: str) -> bool:
    """Whether a heading means a field of a position."""
    return is_field_word(fold(heading))


def is_manager(heading: str) -> bool:
    """Whether a heading means the manager."""
    return fold(heading) in RANK["reports_to"]


def count_core(headings: Iterable[str]) -> int:
    """How many of the fields that every table of positions has some of the headings mean."""
    fields = core_fields(headings)
    return len(fields - {"first_name", "last_name"}) + bool(fields & {"first_name", "last_name"})
