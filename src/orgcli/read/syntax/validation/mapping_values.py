"""A mapping becomes the value of a model, without losing what is right in it."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from orgcli.model.findings.finding import Finding, Place
from orgcli.read.syntax.document import Value
from orgcli.read.syntax.validation.model_values import InvalidValue, valid_value
from orgcli.read.syntax.validation.validation_errors import explain, fields_of

T = TypeVar("T")


def mapping_value(
    mapping: dict[str, Value],
    kind: type[T],
    first: str,
    place: Callable[..., Place],
    key_place: Callable[..., Place],
    synonyms: Mapping[str, str],
) -> tuple[T | None, list[Finding]]:
    """The value, without the top-level keys that are wrong; None where `first` is one of them.

    place, key_place, synonyms  as `explain` takes them
    Findings: ORG004 unknown field, ORG005 invalid value, ORG006 missing field.
    """
    try:
        return valid_value(kind, mapping), []
    except InvalidValue as invalid:
        findings = explain(invalid.error, place, key_place, fields_of(kind), synonyms)
        details = invalid.error.errors(
            include_url=False, include_context=False, include_input=False
        )
    wrong = {detail["loc"][0] for detail in details if detail["loc"]}
    kept = {key: value for key, value in mapping.items() if key not in wrong}
    return (valid_value(kind, kept) if first in kept else None), findings
