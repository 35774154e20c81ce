"""Random organisations, written as the exports of many systems."""

import csv
import io
import json
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

FIRST = ("Ada", "Ben", "Chiara", "Dörte", "Élodie", "Fatima", "Göran", "Hana", "Iñigo", "Jürgen")
LAST = ("Okafor", "Li", "Huber", "Müller", "O'Neill", "Åkesson", "Nuñez", "Da Silva", "Roe", "Weiß")
TITLES = ("Head of Sales", "Engineer", "Accountant", "VP, Marketing", "Team Lead", "Recruiter")
DEPARTMENTS = ("Sales", "Finance & Legal", "Engineering", "People")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in an organisation; `manager` is the number of another, -1 for nobody."""

    number: int
    first: str
    last: str
    title: str
    department: str
    manager: int
    day: str
    has_left: bool = False

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def email(self) -> str:
        return f"p{self.number}@example.test"


def organisation(random: Random, size: int) -> list[Person]:
    """People with different names under one top, who all have a job title."""
    names = [(first, last) for first in FIRST for last in LAST]
    random.shuffle(names)
    return [
        Person(
            number,
            *names[number],
            random.choice(TITLES),
            random.choice(DEPARTMENTS),
            random.randrange(number) if number else -1,
            f"20{random.randint(10, 26)}-{random.randint(1, 12):02}-{random.randint(13, 28)}",
            number > 0 and random.random() < 0.1,
        )
        for number in range(size)
    ]


Write = Callable[[Person], str]

IDS: dict[str, Write] = {
    "number": lambda one: str(one.number + 101),
    "zeros": lambda one: f"{one.number + 1:05}",
    "code": lambda one: f"E-{one.number + 7}",
    "quoted": lambda one: f"'{one.number + 1:05}",
    "email": lambda one: one.email,
    "dn": lambda one: f"CN={one.name},OU=Staff,DC=example,DC=test",
}
MANAGERS: dict[str, Callable[[Person, str], str]] = {
    "id": lambda _, id: id,
    "name": lambda one, _: one.name,
    "last first": lambda one, _: f"{one.last}, {one.first}",
    "email": lambda one, _: one.email,
    "name and id": lambda one, id: f"{one.name} ({id})",
    "name and address": lambda one, _: f"{one.name} <{one.email}>",
}
HEADINGS: dict[str, dict[str, str]] = {
    "english": {"id": "Employee ID", "name": "Full Name", "title": "Job Title",
                "department": "Department", "manager": "Manager", "email": "Work Email",
                "day": "Hire Date", "status": "Employment Status"},
    "database": {"id": "emp_id", "name": "display_name", "title": "job_title",
                 "department": "dept_name", "manager": "reports_to", "email": "email",
                 "day": "start_date", "status": "status"},
    "workday": {"id": "Employee ID", "name": "Worker", "title": "Business Title",
                "department": "Supervisory Organization", "manager": "Worker's Manager",
                "email": "Email - Primary Work", "day": "Hire Date", "status": "Worker Status"},
    "german": {"id": "Personalnummer", "name": "Name", "title": "Stellenbezeichnung",
               "department": "Abteilung", "manager": "Vorgesetzter", "email": "E-Mail",
               "day": "Eintrittsdatum", "status": "Status"},
    "french": {"id": "Matricule", "name": "Nom complet", "title": "Poste",
               "department": "Département", "manager": "Responsable hiérarchique",
               "email": "Courriel", "day": "Date d'embauche", "status": "Statut"},
    "spanish": {"id": "Número de empleado", "name": "Nombre completo", "title": "Puesto",
                "department": "Departamento", "manager": "Jefe directo",
                "email": "Correo electrónico", "day": "Fecha de contratación",
                "status": "Estado"},
    "swedish": {"id": "Anställningsnummer", "name": "Namn", "title": "Befattning",
                "department": "Avdelning", "manager": "Överordnad", "email": "E-post",
                "day": "Anställningsdatum", "status": "Status"},
    "dutch": {"id": "Personeelsnummer", "name": "Naam", "title": "Functie",
              "department": "Afdeling", "manager": "Leidinggevende", "email": "E-mail",
              "day": "Datum in dienst", "status": "Status"},
}  # fmt: skip
DAYS: dict[str, Write] = {
    "iso": lambda one: one.day,
    "dots": lambda one: ".".join(reversed(one.day.split("-"))),
    "slashes": lambda one: "/".join(reversed(one.day.split("-"))),
    "time": lambda one: f"{one.day} 00:00:00",
}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How an organisation is written as a table."""

    id: str
    manager: str
    headings: str
    day: str
    encoding: str
    delimiter: str
    line_end: str
    title_above: bool
    footer: bool
    with_left: bool


def any_dialect(random: Random) -> Dialect:
    """One of all dialects."""
    return Dialect(
        random.choice(list(IDS)),
        random.choice(list(MANAGERS)),
        random.choice(list(HEADINGS)),
        random.choice(list(DAYS)),
        random.choice(ENCODINGS),
        random.choice(DELIMITERS),
        random.choice(("\n", "\r\n")),
        random.random() < 0.3,
        random.random() < 0.3,
        random.random() < 0.5,
    )


def rows_of(people: Sequence[Person], dialect: Dialect, random: Random) -> list[list[str]]:
    """The cells of a table, headings first, people in any order."""
    words, write_id = HEADINGS[dialect.headings], IDS[dialect.id]
    fields: dict[str, Write] = {
        "id": write_id,
        "name": lambda one: one.name,
        "title": lambda one: one.title,
        "department": lambda one: one.department,
        "manager": lambda one: _manager(people, one, dialect),
        "email": lambda one: one.email,
        "day": DAYS[dialect.day],
    }
    if dialect.with_left:
        fields["status"] = lambda one: "Terminated" if one.has_left else "Active"
    order = list(fields)
    random.shuffle(order)
    rows = [[words[field] for field in order]]
    some = list(people)
    random.shuffle(some)
    rows += [[fields[field](one) for field in order] for one in some]
    blank = [""] * (len(order) - 1)
    if dialect.title_above:
        rows = [["Staff list", *blank], ["", *blank], *rows]
    if dialect.footer:
        rows.append([f"Total: {len(people)} employees", *blank])
    return rows


def _manager(people: Sequence[Person], one: Person, dialect: Dialect) -> str:
    if one.manager < 0:
        return ""
    manager = people[one.manager]
    return MANAGERS[dialect.manager](manager, IDS[dialect.id](manager))


def as_csv(people: Sequence[Person], dialect: Dialect, random: Random) -> bytes:
    """A table as text."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=dialect.delimiter, lineterminator=dialect.line_end).writerows(
        rows_of(people, dialect, random)
    )
    return stream.getvalue().encode(dialect.encoding)


def as_records(people: Sequence[Person], wrapped: bool) -> bytes:
    """A list of records in JSON, by itself or under a key."""
    records = [
        {"id": one.number + 1, "fullName": one.name, "jobTitle": one.title,
         "department": one.department, "managerId": one.manager + 1 or None}
        for one in people
    ]  # fmt: skip
    return json.dumps(
        {"count": len(records), "employees": records} if wrapped else records
    ).encode()


def as_nested(people: Sequence[Person]) -> bytes:
    """People inside those whom they report to."""
    nodes: list[dict[str, Any]] = [
        {"name": one.name, "title": one.title, "department": one.department, "children": []}
        for one in people
    ]
    for one, node in zip(people, nodes, strict=True):
        if one.manager >= 0:
            nodes[one.manager]["children"].append(node)
    return json.dumps(nodes[0]).encode()


def as_graph(people: Sequence[Person]) -> bytes:
    """Users of Microsoft Graph, their managers expanded."""
    users = []
    for one in people:
        user: dict[str, Any] = {"id": f"guid-{one.number}", "displayName": one.name,
                                "jobTitle": one.title, "department": one.department}  # fmt: skip
        if one.manager >= 0:
            manager = people[one.manager]
            id = f"guid-{manager.number}"
            user["manager"] = {"id": id, "displayName": manager.name}
        users.append(user)
    return json.dumps({"@odata.context": "https://graph.example/users", "value": users}).encode()


def as_scim(people: Sequence[Person]) -> bytes:
    """Users of SCIM 2.0 with the enterprise extension."""
    enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
    users = []
    for one in people:
        more: dict[str, Any] = {"department": one.department}
        if one.manager >= 0:
            more["manager"] = {"value": str(one.manager)}
        users.append({
            "id": str(one.number), "userName": one.email, "title": one.title, "active": True,
            "name": {"givenName": one.first, "familyName": one.last}, enterprise: more,
        })  # fmt: skip
    whole = {"schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
             "totalResults": len(users), "Resources": users}  # fmt: skip
    return json.dumps(whole).encode()


def as_ldif(people: Sequence[Person]) -> bytes:
    """Entries of a directory; text that is not ASCII is in base64, long lines are continued."""
    lines = ["version: 1", ""]
    for one in people:
        lines += _attribute("dn", _dn(one))
        lines += ["objectClass: inetOrgPerson", *_attribute("cn", one.name)]
        lines += _attribute("title", one.title)
        lines += _attribute("departmentNumber", one.department)
        if one.manager >= 0:
            lines += _attribute("manager", _dn(people[one.manager]))
        lines.append("")
    return "\n".join(lines).encode()


def _dn(one: Person) -> str:
    return f"uid=p{one.number},ou=People,dc=example,dc=test"


def _attribute(name: str, value: str) -> list[str]:
    written = f"{name}: {value}"
    if not value.isascii():
        written = f"{name}:: {b64encode(value.encode()).decode()}"
    return [written[:60], *(f" {written[at : at + 50]}" for at in range(60, len(written), 50))]
