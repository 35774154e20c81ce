"""The people among the entries of a directory, as rows of a table."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from orgcli.read.directories.directory_table import PersonCell, PersonRow
from orgcli.read.directories.ldif_entry import LdifEntry, LdifValue, common_name, dn_key, is_dn
from orgcli.read.tables.columns.headings import word_set

_PEOPLE = word_set("person organizationalperson inetorgperson user residentialperson")
_OTHERS = (
    "computer", "group", "groupofnames", "groupofuniquenames", "posixgroup", "organizationalunit",
    "organization", "domain", "domaindns", "dcobject", "container", "builtindomain", "contact",
    "organizationalrole", "country", "locality", "alias", "referral", "simplesecurityobject",
    "msds-managedserviceaccount", "msds-groupmanagedserviceaccount", "printqueue", "volume",
)  # fmt: skip
"""Classes of entries that are no people, the most telling first."""
_SIGNS = word_set("mail title manager department sn givenname uid samaccountname employeenumber")
"""Attributes of people, for exports without classes."""

_HEADINGS = {
    "title": "title", "department": "department", "ou": "org unit",
    "departmentnumber": "department code", "mail": "email", "telephonenumber": "phone",
    "mobile": "mobile phone", "l": "city", "physicaldeliveryofficename": "office location",
    "givenname": "givenName", "sn": "surname", "uid": "uid", "samaccountname": "sAMAccountName",
    "userprincipalname": "userPrincipalName", "employeenumber": "employeeNumber",
    "employeeid": "employeeID", "labeleduri": "url", "wwwhomepage": "url",
    "employeetype": "employeeType", "displayname": "displayName", "extensionattribute": "",
}  # fmt: skip
"""Attribute -> heading; every other one is called what it is in small letters."""
_HIDDEN = word_set(
    "objectclass changetype control objectguid objectsid entryuuid entrycsn entrydn"
    " structuralobjectclass creatorsname modifiersname createtimestamp modifytimestamp"
    " hassubordinates subschemasubentry usnchanged usncreated whenchanged whencreated"
    " instancetype objectcategory dscorepropagationdata distinguishedname name cn"
    " displayname manager useraccountcontrol nsaccountlock directreports memberof"
    " jpegphoto thumbnailphoto usercertificate primarygroupid accountexpires lastlogon"
    " lastlogontimestamp lastlogoff logoncount badpwdcount badpasswordtime pwdlastset"
    " codepage countrycode samaccounttype admincount mstsexpiredate managedobjects"
)
"""What is read otherwise, and what a directory keeps for itself."""
_DISABLED = 2
"""The bit of userAccountControl of an account that is disabled."""


@dataclass(slots=True)
class LdifPeople:
    """The people of a directory.

    names_managers  whether any of them has one
    others          the entries that are none, each with what it is
    all_outside     where the first manager is written, if none of them is an entry of the file
    """

    rows: list[PersonRow] = field(default_factory=list)
    names_managers: bool = False
    others: list[tuple[LdifEntry, str]] = field(default_factory=list)
    all_outside: tuple[int, int] | None = None


def people_of(entries: Sequence[LdifEntry]) -> LdifPeople:
    """The people among some entries, their managers resolved to the ids of others."""
    result = LdifPeople()
    people = []
    for entry in entries:
        kind = _kind(entry)
        if kind:
            result.others.append((entry, kind))
        else:
            people.append(entry)
    by_dn = {dn_key(person.dn): person.dn for person in people}
    by_name: dict[str, str] = {}
    for person in people:
        for name in {common_name(person.dn).casefold(), person.text("cn").casefold()}:
            by_name[name] = "" if by_name.get(name, person.dn) != person.dn else person.dn
    manager_values = [value for person in people for value in person.values("manager")]
    result.names_managers = bool(manager_values)
    managers = {value.text: _manager(value.text, by_dn, by_name) for value in manager_values}
    known = set(by_dn.values())
    if len(people) > 1 and manager_values and not known.intersection(managers.values()):
        result.all_outside = (manager_values[0].start, manager_values[0].end)
    result.rows = [_row(person, managers, result.all_outside is not None) for person in people]
    return result


def _kind(entry: LdifEntry) -> str:
    """What an entry is that is no person, "" for a person."""
    change = entry.text("changetype").lower()
    if change not in ("", "add"):
        return f"change ({change})"
    classes = entry.words("objectclass")
    other = next((word for word in _OTHERS if word in classes), "")
    if not classes:
        return "" if _SIGNS.intersection(entry.attributes) else "entry without a person"
    if classes & _PEOPLE and other in ("", "simplesecurityobject", "contact", "organizationalrole"):
        return ""
    if other == "contact" and "person" in classes:
        return ""
    return other or "entry without a person"


def _manager(text: str, by_dn: dict[str, str], by_name: dict[str, str]) -> str:
    """The DN of the entry that a manager is, else its name by which nobody is known."""
    text = text.strip()
    if not is_dn(text):
        return by_name.get(text.casefold()) or text
    name = common_name(text)
    return by_dn.get(dn_key(text)) or by_name.get(name.casefold()) or text


def _row(entry: LdifEntry, managers: dict[str, str], all_outside: bool) -> PersonRow:
    cells = {"id": PersonCell(entry.dn, (entry.start, entry.end))}
    name = entry.text("displayname", "cn") or common_name(entry.dn)
    where = [*entry.values("displayname"), *entry.values("cn")]
    cells["name"] = PersonCell(name, _at(where[0]) if where else (entry.start, entry.end))
    above = entry.values("manager")
    if above:
        heading = "manager outside the file" if all_outside else "manager"
        ids = [managers[value.text] for value in above]
        cells[heading] = PersonCell(common_name(ids[0]) if all_outside else ids[0], _at(above[0]))
        if len(ids) > 1 and not all_outside:
            cells["dotted line manager"] = PersonCell("; ".join(ids[1:]), _at(above[1]))
    if state := _state(entry):
        cells["status"] = state
    for attribute, values in entry.attributes.items():
        if attribute in _HIDDEN or "password" in attribute or "pwd" in attribute:
            continue
        heading = _HEADINGS.get(attribute, attribute)
        texts = [value.text.strip() for value in values if value.text.strip()]
        if texts and heading not in cells:
            cells[heading] = PersonCell(_joined(attribute, texts), _at(values[0]))
    return PersonRow(entry.start, cells)


def _joined(attribute: str, texts: Sequence[str]) -> str:
    """Several values in one cell; of those that fields take one of, the first."""
    names = [common_name(text) if is_dn(text) else text for text in texts]
    return names[0] if attribute in ("mail", "telephonenumber") else "; ".join(names)


def _state(entry: LdifEntry) -> PersonCell | None:
    """`inactive` for an account that is disabled."""
    for value in entry.values("useraccountcontrol"):
        if value.text.strip().isdecimal() and int(value.text.strip()[:12]) & _DISABLED:
            return PersonCell("inactive", _at(value))
    for name in ("nsaccountlock", "logindisabled"):
        for value in entry.values(name):
            if value.text.strip().lower() == "true":
                return PersonCell("inactive", _at(value))
    return None


def _at(value: LdifValue) -> tuple[int, int]:
    return value.start, value.end
