"""The people as SCIM 2.0 users (RFC 7643), with the enterprise extension."""

from __future__ import annotations

from typing import Any

from orgcli.exchange.directories.people import DirectoryPeople, DirectoryPerson, people_of
from orgcli.exchange.export import Exported, ExportJob
from orgcli.render.json import as_document

_USER = "urn:ietf:params:scim:schemas:core:2.0:User"
_ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
_LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse"


def export_scim(job: ExportJob) -> Exported:
    """A list response with a user for each holder; a closed position is one that is not active."""
    found = people_of(job, closed=True)
    names = _user_names(found)
    users = [_user(found, at, name) for at, name in enumerate(names)]
    document = {
        "schemas": [_LIST],
        "totalResults": len(users),
        "startIndex": 1,
        "itemsPerPage": len(users),
        "Resources": users,
    }
    return Exported(as_document(document, ascii=False).encode(), lost=found.lost)


def _user_names(found: DirectoryPeople) -> list[str]:
    """The address of each where it is nobody else's, for the standard asks for a unique name."""
    addresses: dict[str, int] = {}
    for one in found.people:
        address = (one.contact.email or "").casefold()
        addresses[address] = addresses.get(address, 0) + 1
    return [
        one.contact.email
        if one.contact.email and addresses[one.contact.email.casefold()] == 1
        else one.uid
        for one in found.people
    ]


def _user(found: DirectoryPeople, at: int, user_name: str) -> dict[str, Any]:
    one = found.people[at]
    name = {"formatted": one.name, "givenName": one.forename, "familyName": one.surname}
    user = {
        "schemas": [_USER, _ENTERPRISE],
        "id": one.uid,
        "userName": user_name,
        "name": _filled(name),
        "displayName": one.name,
        "profileUrl": one.contact.url,
        "title": one.title,
        "active": one.position.status != "closed",
        "emails": _primary(one.contact.email),
        "phoneNumbers": _primary(one.contact.phone),
        "addresses": _address(one),
        _ENTERPRISE: _enterprise(found, one),
    }
    return _filled(user)


def _primary(value: str | None) -> list[dict[str, Any]]:
    return [{"value": value, "type": "work", "primary": True}] if value else []


def _address(one: DirectoryPerson) -> list[dict[str, Any]]:
    location = one.position.location
    return [{"type": "work", "formatted": location, "locality": location}] if location else []


def _enterprise(found: DirectoryPeople, one: DirectoryPerson) -> dict[str, Any]:
    manager = found.people[one.manager] if one.manager >= 0 else None
    extension = {
        "employeeNumber": one.uid,
        "costCenter": one.position.cost_center,
        "organization": found.organisation.name,
        "department": one.department,
        "manager": {"value": manager.uid, "displayName": manager.name} if manager else None,
    }
    return _filled(extension)


def _filled(mapping: dict[str, Any]) -> dict[str, Any]:
    """A mapping without what is empty."""
    return {key: value for key, value in mapping.items() if value not in (None, "", [], {})}
