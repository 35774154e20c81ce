"""Whether a JSON or YAML file is one of ours, by its first key and what stands under it."""

from orgcli.model.likeness import is_close
from orgcli.model.organisation.position import COMPUTED
from orgcli.read.organisation.organisation_file import KEYS
from orgcli.read.roles.builtin_roles import ADVICE, LIBRARY, YARDSTICKS
from orgcli.read.syntax.document import Value

TRANSLATION = "translation"
PLAN = "plan"
FIRST_KEYS = (*KEYS, "id", "role", LIBRARY, TRANSLATION, ADVICE, YARDSTICKS, PLAN)
"""The keys that the files of orgcli begin with."""

_PLAIN_KEYS = ("departments",)
"""Keys of an organisation that files of others have as well."""
_NESTED_KEYS = ("reports", "dotted_lines", "holder")
"""Keys under which an entry of an organisation has mappings."""
_CHILDREN = ("children", "reports", "subordinates", "directReports", "direct_reports")
_NAMES = frozenset(
    {"name", "displayName", "fullName", "full_name", "firstName", "first_name", "label"}
)
"""Keys of people that no entry of an organisation has."""


def is_misspelt(key: str) -> bool:
    """Whether a first key is most likely one of an organisation, written wrong."""
    return any(is_close(key, known_key) for known_key in KEYS if known_key not in _PLAIN_KEYS)


def has_children(root: dict[str, Value]) -> bool:
    """Whether a mapping has others nested in it by a key that no role has."""
    return any(_holds_mappings(root.get(key)) for key in _CHILDREN)


def _holds_mappings(value: Value) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def is_nearly_ours(root: dict[str, Value]) -> bool:
    """Whether a mapping has keys of an organisation or a role that stands for itself."""
    if "role" in root and not has_children(root):
        return True
    return any(key in ("organisation", "positions", "include") for key in root) or any(
        is_close(key, word) for key in root for word in ("positions", "include")
    )


def is_ours(root: Value) -> bool:
    """Whether a document says by its first key that it is an organisation or about roles.

    Records of others may begin with such a key too: then its value, or what they nest, differs.
    """
    if not isinstance(root, dict):
        return False
    first = next(iter(root), "")
    if first == "id":
        is_scalar = not isinstance(root[first], (dict, list))
        return is_scalar and COMPUTED[0] not in root and not _is_nested_record(root)
    if first == "departments":
        return not _holds_people(root)
    return first in FIRST_KEYS and not (first == "role" and isinstance(root[first], (dict, list)))


def _is_nested_record(root: dict[str, Value]) -> bool:
    """Whether a mapping with an `id` has others nested in it, and not as an organisation has."""
    nested = [key for key, value in root.items() if _holds_mappings(value)]
    return any(key not in _NESTED_KEYS for key in nested) or (
        "reports" in nested and not _NAMES.isdisjoint(root)
    )


def _holds_people(root: dict[str, Value]) -> bool:
    """Whether there are lists of mappings in or beside the departments of a file of others."""
    if not {"organisation", "positions", "include"}.isdisjoint(root):
        return False
    departments = root["departments"]
    if isinstance(departments, dict):
        return True
    beside = [value for key, value in root.items() if key != "departments"]
    inside = [
        value
        for department in (departments if isinstance(departments, list) else ())
        if isinstance(department, dict)
        for value in department.values()
    ]
    return any(map(_holds_mappings, (*beside, *inside)))
