"""Which headings mean which field, in ranks: `jobtitle` before `position` before `role`.

The headings are those of HR systems (Workday, BambooHR, Personio, SuccessFactors), directories
(Entra, Google), charting tools (Visio, draw.io, d3-org-chart), the sample databases (Northwind,
Chinook, Oracle HR) and the UK organograms, in the languages that orgcli speaks.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.text import listed

# Each text is one rank, best first: of two headings in one rank either could be meant, so the
# user is asked. Fields come in the order they choose: the managers tell the ids apart, and
# what is no role id may still be a title.
_RANKS: dict[str, tuple[str, ...]] = {
    "reports_to": (
        "reportstoid managerid supervisorid linemanagerid reportingmanagerid directmanagerid"
        " parentid bossid manageremployeeid supervisoremployeeid parentposition parentpositionid"
        " managerpositionid supervisorpositionid reportstoposition reportstopositionid"
        " reportstoseniorpost parentpositioncode mgrid vorgesetztenid vorgesetzterid",
        "reportsto reportingto reportsdirectlyto",
        "managernumber manageremployeenumber supervisoreid supervisornumber",
        "manageremail supervisoremail managermail linemanageremail reportstoemail"
        " manageruserprincipalname",
        "manager supervisor linemanager reportingmanager directmanager peoplemanager mgr boss"
        " superior parent vorgesetzter vorgesetzte direktervorgesetzter fuhrungskraft chef"
        " narmastechef leder nærmesteleder jefe gestor responsable superieur"
        " superieurhierarchique",
        "managername supervisorname linemanagername managerdisplayname managerfullname",
    ),
    "id": (
        "id",
        "uniqueid uid nodeid objectid positionid postid seatid positioncode positionnumber"
        " positionno postuniquereference employeeid empid personid workerid staffid userid"
        " memberid associateid",
        "employeenumber employeeno empno personnelnumber staffnumber personalnummer personnelno"
        " anstallningsnummer ansattnummer matricule noempl numeroempleado matricula",
        "slug",
        "username login samaccountname",
    ),
    "role": ("role roleid",),
    "title": (
        "jobtitle",
        "businesstitle",
        "title positiontitle",
        "positionname posttitle jobname employeetitle",
        "position designation",
        "job jobprofile stelle stellenbezeichnung titel befattning stilling puesto cargo poste"
        " titre titulo",
        "role",
        "jobid jobcode",
    ),
    "holder": (
        "holder",
        "displayname fullname employeename employeefullname workername holdername incumbentname"
        " personname legalname preferredname fulllegalname vollstandigername mitarbeitername"
        " nombrecompleto nomecompleto nomcomplet",
        "name namn navn nombre nome nom",
        "employee worker incumbent person teammember mitarbeiter medarbetare ansatt empleado"
        " colaborador",
    ),
    "first_name": (
        "firstname", "givenname forename", "vorname fornamn fornavn prenom primeironome",
        "preferredfirstname legalfirstname",
    ),
    "last_name": (
        "lastname", "surname familyname",
        "nachname efternamn etternavn apellido apellidos sobrenome",
        "preferredlastname legallastname",
    ),
    "department": (
        "departmentname deptname", "department dept", "orgunitname organizationalunitname",
        "orgunit organizationalunit organisationalunit supervisoryorganization",
        "abteilung avdelning avdeling departamento departement",
        "division", "businessunit", "unit", "teamname team", "area", "orgunitpath",
        "departmentid deptid departmentcode",
    ),
    "location": (
        "locationname", "location", "worklocation officelocation physicaldeliveryofficename",
        "office", "site workplace", "standort plats kontor ubicacion localizacao oficina",
        "city town", "locationid",
    ),
    "cost_center": (
        "costcenter costcentre kostenstelle kostnadsstalle kostnadssted koststed centrodecosto"
        " centrodecostos centrodecoste centrodecostes centrodecusto centrodecustos centredecout"
        " centredecouts",
        "costcenternumber costcentrenumber costcentercode costcentrecode costcenterid costcentreid"
        " kostenstellennummer",
        "costcentername costcentrename kostenstellenname kostenstellenbezeichnung",
    ),
    "status": ("status positionstatus", "employmentstatus employeestatus"),
    "start": (
        "start startdate", "hiredate employeehiredate dateofhire hiredon joiningdate dateofjoining",
        "employmentstartdate originalhiredate", "eintrittsdatum startdatum startdato",
    ),
    "end": (
        "end enddate", "terminationdate leavingdate dateofleaving employeeleavedatetime",
        "employmentenddate contractenddate contractend", "austrittsdatum slutdatum sluttdato",
    ),
    "fte": ("fte", "ftevalue targetfte fulltimeequivalent"),
    "headcount": ("headcount", "numberofposts numberofpositions"),
    "level": ("level", "joblevel managementlevel", "grade jobgrade paygrade", "band"),
    "assistant": ("assistant", "isassistant"),
    "archetype": ("archetype",),
    "tags": ("tags", "labels"),
    "dotted_lines": (
        "dottedlines dottedline dottedlineto dottedlinemanager dottedlinemanagerid",
        "matrixmanager matrixmanagerid secondarymanager secondarymanagerid functionalmanager",
    ),
    "email": (
        "workemail businessemail companyemail emailprimarywork contactemail", "email emailaddress",
        "mail", "userprincipalname", "correo correoelectronico epost courriel",
    ),
    "phone": (
        "workphone", "businessphone officephone", "phone", "telephone", "phonenumber",
        "telephonenumber", "contactphone", "telefon telefono telefone", "mobilephone", "mobile",
    ),
    "url": ("url", "profileurl", "website", "link", "linkedin", "linkedinurl", "contacturl"),
    "photo": (
        "photo", "photofile photopath", "picture portrait headshot", "image avatar",
        "profilephoto profilepicture", "foto bild",
    ),
}  # fmt: skip

FIELDS = tuple(_RANKS)
"""What `--map` can name: the fields of a position, those of its contact, and the name's parts."""

RANK = {
    name: {word: rank for rank, words in enumerate(ranks) for word in words.split()}
    for name, ranks in _RANKS.items()
}
"""Field -> folded heading -> rank, 0 the best."""

NAME_ALONE = frozenset(_RANKS["holder"][2].split())
"""Headings like `name`, which beside a first name mean the last one, and the other way round."""

_CORE = ("reports_to", "id", "title", "holder", "first_name", "last_name", "department", "email")
_BRACKETS = re.compile(r"\[[^\]]*\]| \([0-9]+\)$")


def fold(heading: str) -> str:
    """The letters and digits of a heading: without case, accents, `[Required]`, ` (2)`."""
    heading = heading[:100]  # a whole file in one cell is no heading
    bare = _BRACKETS.sub("", heading.replace("’", "'").replace("'s", "").replace("#", "number"))
    decomposed = unicodedata.normalize("NFKD", bare.casefold())
    return "".join(character for character in decomposed if character.isalnum())


def core_fields(cells: Iterable[str]) -> set[str]:
    """The fields that every table of positions has some of, by the headings in a row."""
    words = set(map(fold, cells))
    return {name for name in _CORE if not words.isdisjoint(RANK[name])}


def map_option(name: str, heading: str) -> str:
    """What to type so that a heading is a field, for help."""
    return f'--map {name}="{heading}"'


def list_headings(headings: Sequence[str]) -> str:
    """The headings in words, for help: as many as a line of advice can hold."""
    return f"the columns are {listed(headings, 20)}"


def list_fields(fields: Iterable[str]) -> str:
    """The fields that `--map` takes, in words, for help."""
    return f"the fields are {listed(sorted(fields))}"


def meant_heading(name: str, heading: str, headings: Sequence[str]) -> str:
    """Help for `--map` with a heading that no column has: the likely one, or all there are."""
    near = tuple(map_option(name, one) for one in nearest_words(heading, headings))
    return did_you_mean(near, list_headings(headings))
