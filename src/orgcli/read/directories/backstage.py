"""Backstage catalogs: groups are departments, users positions in them, without lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orgcli.model.findings.finding import NO_LINES, Finding, Place
from orgcli.model.organisation.organisation import Department
from orgcli.read.directories.directory_table import PersonCell, PersonRow, directory_entries
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.organisation.organisation_file import ListedChildren, OrganisationFile
from orgcli.read.syntax.document import Document, Value
from orgcli.read.tables.grid import LeftOutRow
from orgcli.read.tables.records.nodes import Node, items

_VERSION = "backstage.io/"
_FORMAT = "Backstage catalog"
_DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Entity:
    """A group, a user or something else of a catalog, with its slot in the document."""

    node: Node
    kind: str
    namespace: str
    name: str

    @property
    def id(self) -> str:
        """Its name, with the namespace where that is not the default one."""
        return _id(self.namespace, self.name)

    def text(self, *path: str) -> str:
        """A text in it, "" where there is none."""
        value = _inside(self.node.value, path)
        return value if isinstance(value, str) else ""

    def texts(self, *path: str) -> list[str]:
        """The texts of a list in it."""
        value = _inside(self.node.value, path)
        return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []

    def ids(self, *path: str) -> list[str]:
        """The ids of the entities that a list in it refers to."""
        return [self.id_of(text) for text in self.texts(*path)]

    def id_of(self, reference: str) -> str:
        """The id of what a reference, `group:default/team-a` or `team-a`, names; "" for nothing."""
        short = reference.rpartition(":")[2].strip()
        namespace, slash, name = short.rpartition("/")
        return _id(namespace if slash else self.namespace, name)


def _id(namespace: str, name: str) -> str:
    return name if namespace.lower() in ("", _DEFAULT) else f"{namespace}/{name}"


def _inside(value: Value, path: Sequence[str]) -> Value:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def is_catalog(root: Value) -> bool:
    """Whether a document holds entities of a Backstage catalog."""
    if isinstance(root, dict) and isinstance(root.get("items"), list):
        root = root["items"]
    sample = root[:100] if isinstance(root, list) else [root]
    versions = (entity.get("apiVersion") for entity in sample if isinstance(entity, dict))
    return any(isinstance(version, str) and version.startswith(_VERSION) for version in versions)


def catalog_organisation(document: Document, options: TableOptions) -> OrganisationFile:
    """The users of a catalog as positions, its groups as departments.

    Findings: those of the table of users; ORG018 at the first user, for no lines between people.
    """
    entities = list(_entities(document))
    groups = [entity for entity in entities if entity.kind == "group"]
    users = [entity for entity in entities if entity.kind == "user"]
    members = {user: group.id for group in groups for user in group.ids("spec", "members")}
    rows = [_row(user, members) for user in users]
    left_out = [
        LeftOutRow(document.place(entity.node.slot), entity.kind or "entity", entity.name)
        for entity in entities
        if entity.kind not in ("group", "user")
    ]
    entries = directory_entries(
        document.source, rows, options, _FORMAT, left_out, document, (), False
    )
    if len(rows) > 1:
        message = "the catalog says no lines between people, only who is in which group"
        help = "the chart shows each group with its members; say who reports to whom in a file"
        help += " of your own, or export it from a directory"
        finding = Finding("ORG018", message, _place(document, users[0]), help=help, group=NO_LINES)
        entries = replace(entries, findings=[*entries.findings, finding])
    departments = Entries(
        [_department(group) for group in groups],
        lambda at, *path: _department_place(document, groups[at], path),
        lambda at, *path: _department_place(document, groups[at], path),
    )
    return OrganisationFile(None, entries, departments, children=_children(document, groups))


def _children(document: Document, groups: Sequence[Entity]) -> list[ListedChildren]:
    return [
        ListedChildren(
            group.id,
            group.ids("spec", "children")
            if isinstance(_inside(group.node.value, ("spec", "children")), list)
            else None,
            document.place(group.node.slot, "spec", "children"),
        )
        for group in groups
    ]


def _entities(document: Document) -> Iterator[Entity]:
    root = Node(0, document.root)
    if isinstance(root.value, dict) and isinstance(root.value.get("items"), list):
        root = next(item for item in items(document, root) if item.key == "items")
    for node in items(document, root) if isinstance(root.value, list) else [root]:
        value = node.value
        if not isinstance(value, dict):
            continue
        kind, namespace, name = (
            _inside(value, path)
            for path in (("kind",), ("metadata", "namespace"), ("metadata", "name"))
        )
        if isinstance(name, str):
            namespace = namespace if isinstance(namespace, str) else _DEFAULT
            yield Entity(node, str(kind or "").lower(), namespace, name)


def _row(user: Entity, members: dict[str, str]) -> PersonRow:
    groups = user.ids("spec", "memberOf") or [members.get(user.id, "")]
    first, *others = groups
    slot = user.node.slot
    profile, description = ("spec", "profile"), ("metadata", "description")
    return PersonRow(slot, {
        "id": PersonCell(user.id, ("metadata", "name")),
        "name": PersonCell(
            (user.text(*profile, "displayName") or user.text("metadata", "title") or user.name),
            (*profile, "displayName"),
        ),
        "title": PersonCell(user.text(*profile, "title"), (*profile, "title")),
        "email": PersonCell(user.text(*profile, "email"), (*profile, "email")),
        "department": PersonCell(first, ("spec", "memberOf", 0)),
        "member of": PersonCell("; ".join(others), ("spec", "memberOf")),
        "picture": PersonCell(user.text(*profile, "picture"), (*profile, "picture")),
        "description": PersonCell(user.text(*description), description),
        "tags": PersonCell("; ".join(user.texts("metadata", "tags")), ("metadata", "tags")),
    })  # fmt: skip


def _department(group: Entity) -> dict[str, Value]:
    record: dict[str, Value] = {"id": group.id}
    name = group.text("spec", "profile", "displayName") or group.text("metadata", "title")
    parent = group.text("spec", "parent")
    if name:
        record["name"] = name
    if parent:
        record["parent"] = group.id_of(parent)
    return record


_PATHS = {"id": ("metadata", "name"), "parent": ("spec", "parent"),
          "name": ("spec", "profile", "displayName")}  # fmt: skip


def _place(document: Document, entity: Entity) -> Place:
    return document.place(entity.node.slot, "metadata", "name")


def _department_place(document: Document, group: Entity, path: Sequence[str | int]) -> Place:
    return document.place(group.node.slot, *_PATHS.get(str(path[0]) if path else "id", ()))


def with_listed_children(
    departments: Sequence[Department], place: Sequence[Place], listed: Sequence[ListedChildren]
) -> tuple[list[Department], list[Finding]]:
    """Departments with the parents that list them; ORG018 where the catalog is not whole.

    place   where each department says its parent
    listed  what the groups of the catalog say of those in them
    """
    known = {department.id for department in departments}
    by_id = {group.id: None if group.children is None else set(group.children) for group in listed}
    above = {child: group.id for group in listed for child in group.children or ()}
    corrected, findings = [], []
    for department, here in zip(departments, place, strict=True):
        if (
            department.id in by_id
            and department.parent is not None
            and department.parent not in known
        ):
            findings.append(_absent(department.id, "is a part of", department.parent, here))
            department = replace(department, parent=None)
        elif department.parent is None and department.id in above and department.id in by_id:
            department = replace(department, parent=above[department.id])
        elif department.parent in by_id:
            children = by_id[department.parent]
            if children is not None and department.id not in children:
                findings.append(_unlisted(department.id, department.parent, here))
        corrected.append(department)
    for group in listed:
        absent = [child for child in group.children or () if child not in known]
        if absent:
            findings.append(_absent(group.id, "lists", ", ".join(absent[:5]), group.place))
    return corrected, findings


def _unlisted(group: str, parent: str, place: Place) -> Finding:
    message = f"`{group}` says that it is a part of `{parent}`, which does not list it"
    help = f"add `{group}` to the `children` of `{parent}`, or remove `parent`"
    return Finding("ORG018", message, place, help=help, entity=group)


def _absent(group: str, verb: str, names: str, place: Place) -> Finding:
    message = f"`{group}` {verb} `{names}`, which is in no file here"
    help = "name the folder of the catalog, so that all files of it are read"
    return Finding("ORG018", message, place, help=help, entity=group, group="ORG018 absent groups")
