"""Departments and people as groups and users of a Backstage catalog."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from orgcli.exchange.directories.people import DirectoryPeople, DirectoryPerson, people_of
from orgcli.exchange.export import Exported, ExportJob
from orgcli.exchange.plain_words import plain_words
from orgcli.exchange.yaml.document_text import YamlValue, document_text

_NAME = re.compile(r"(?=.{1,63}\Z)[a-zA-Z0-9]+(?:[_.-][a-zA-Z0-9]+)*")
"""What the catalog takes for the name of an entity."""
_VERSION = "backstage.io/v1alpha1"


def export_backstage(job: ExportJob) -> Exported:
    """A document for each department and each holder; the catalog has no lines between people."""
    directory = people_of(job)
    groups = _groups(directory)
    words = plain_words(groups, "group", fitting=_NAME)
    documents = list(_group_entities(directory, groups, words))
    used = [person.position.department or "" for person in directory.people]
    names = plain_words((person.uid for person in directory.people), "user", fitting=_NAME)
    documents += [
        _user(person, names[person.uid], words.get(group, ""))
        for person, group in zip(directory.people, used, strict=True)
    ]
    lost = list(directory.lost)
    if any(department.head for department in directory.organisation.departments):
        lost.append("not carried: who leads a department, and its colour")
    text = "".join(f"---\n{document_text(document)}" for document in documents)
    return Exported((text or "---\n").encode(), lost=lost)


def _groups(directory: DirectoryPeople) -> Mapping[str, str]:
    """What positions call each department -> its name."""
    groups = {
        department.id: department.name or department.id
        for department in directory.organisation.departments
    }
    for person in directory.people:
        if person.position.department:
            groups.setdefault(person.position.department, person.position.department)
    return groups


def _group_entities(
    directory: DirectoryPeople, groups: Mapping[str, str], words: Mapping[str, str]
) -> Iterator[Mapping[str, YamlValue]]:
    """The entities of groups, each with its parent and the groups in it."""
    parents = {
        department.id: department.parent for department in directory.organisation.departments
    }
    children: dict[str, list[str]] = {}
    for id, parent in parents.items():
        if parent and parent in words:
            children.setdefault(parent, []).append(words[id])
    for id, name in groups.items():
        spec: dict[str, YamlValue] = {"type": "department", "profile": {"displayName": name}}
        above = parents.get(id)
        if above and above in words:
            spec["parent"] = words[above]
        yield _entity("Group", words[id], {}, {**spec, "children": children.get(id, [])})


def _user(person: DirectoryPerson, name: str, group: str) -> Mapping[str, YamlValue]:
    profile = {
        "displayName": person.name,
        "title": person.title,
        "email": person.contact.email or "",
    }
    filled: dict[str, YamlValue] = {key: text for key, text in profile.items() if text}
    spec: dict[str, YamlValue] = {"profile": filled, "memberOf": [group] if group else []}
    return _entity("User", name, {"description": person.title} if person.title else {}, spec)


def _entity(
    kind: str, name: str, more: Mapping[str, str], spec: Mapping[str, YamlValue]
) -> Mapping[str, YamlValue]:
    return {
        "apiVersion": _VERSION,
        "kind": kind,
        "metadata": {"name": name, **more},
        "spec": spec,
    }
