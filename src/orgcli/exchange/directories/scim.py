"""The people as SCIM 2.0 users (RFC 7643), with the enterprise extension."""

from __future__ import annotations

from collections import Counter
from typing import Any

from orgcli.exchange.directories.people import DirectoryPeople, DirectoryPerson, people_of
from orgcli.exchange.export import Exported, ExportJob
from orgcli.render.json import as_document

_USER = "urn:ietf:params:scim:schemas:core:2.0:User"
_ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
_LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse"


def export_scim(job: ExportJob) -> Exported:
    """A list response with a user for each holder; a closed position is one that is not active."""
    directory = people_of(job, closed=True)
    addresses = Counter((person.contact.email or "").casefold() for person in directory.people)
    users = [_user(directory, person, addresses) for person in directory.people]
    document = {
        "schemas": [_LIST],
        "totalResults": len(users),
        "startIndex": 1,
        "itemsPerPage": len(users),
        "Resources": users,
    }
    return Exported(as_document(document, ascii=False).encode(), lost=directory.lost)


def _user(
    directory: DirectoryPeople, person: DirectoryPerson, addresses: Counter[str]
) -> dict[str, Any]:
    """A user, called by the address where it is nobody else's: names have to be unique."""
    address = person.contact.email
    is_own = address and addresses[address.casefold()] == 1
    name = {"formatted": person.name, "givenName": person.forename, "familyName": person.surname}
    user = {
        "schemas": [_USER, _ENTERPRISE],
        "id": person.uid,
        "userName": address if is_own else person.uid,
        "name": _filled(name),
        "displayName": person.name,
        "profileUrl": person.contact.url,
        "title": person.title,
        "active": person.position.status != "closed",
        "emails": _primary(person.contact.email),
        "phoneNumbers": _primary(person.contact.phone),
        "addresses": _address(person),
        _ENTERPRISE: _enterprise(directory, person),
    }
    return _filled(user)


def _primary(value: str | None) -> list[dict[str, Any]]:
    return [{"value": value, "type": "work", "primary": True}] if value else []


def _address(person: DirectoryPerson) -> list[dict[str, Any]]:
    location = person.position.location
    return [{"type": "work", "formatted": location, "locality": location}] if location else []


def _enterprise(directory: DirectoryPeople, person: DirectoryPerson) -> dict[str, Any]:
    manager = directory.manager_of(person)
    extension = {
        "employeeNumber": person.uid,
        "costCenter": person.position.cost_center,
        "organization": directory.organisation.name,
        "department": person.department,
        "manager": {"value": manager.uid, "displayName": manager.name} if manager else None,
    }
    return _filled(extension)


def _filled(mapping: dict[str, Any]) -> dict[str, Any]:
    """A mapping without what is empty."""
    return {key: value for key, value in mapping.items() if value not in (None, "", [], {})}
