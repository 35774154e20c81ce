"""What departments are called, and which are parts of which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from orgcli.model.organisation.organisation import Department


class DepartmentNames:
    """The departments of an organisation by what positions say: an id or a name."""

    def __init__(self, departments: Sequence[Department]) -> None:
        self._names: dict[str, str] = {}
        for department in departments:
            for word in (department.id, department.name):
                if word:
                    self._names.setdefault(word.casefold(), department.name or department.id)
        self._paths: dict[str, tuple[str, ...]] = {}
        self._parents: Mapping[str, str] = {
            department.name or department.id: parent
            for department in departments
            if department.parent and (parent := self._names.get(department.parent.casefold()))
        }

    def name(self, word: str | None) -> str | None:
        """The name of the department that a position names; None where it names none."""
        return self._names.get(word.casefold(), word) if word else None

    def path(self, name: str) -> tuple[str, ...]:
        """A department with those that it is a part of, the largest first; rings are cut."""
        whole_path = self._paths.get(name)
        if whole_path is None:
            path = {name: None}
            above: str | None = name
            while (above := self._parents.get(above or "")) and above not in path:
                path[above] = None
            whole_path = self._paths[name] = tuple(reversed(path))
        return whole_path

    @property
    def paths(self) -> Sequence[tuple[str, ...]]:
        """The paths of the departments that are listed, in their order."""
        return list(dict.fromkeys(self.path(name) for name in self._names.values()))
