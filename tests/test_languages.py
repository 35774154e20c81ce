"""Every language has all words: a module beside each English one, and a name for each field."""

from pathlib import Path

import pytest

import orgcli.language
from orgcli.language.tags import LANGUAGES, speak_of_changes
from orgcli.model.organisation.position_fields import CONTACT_FIELDS, POSITION_FIELDS

FOLDER = Path(orgcli.language.__file__).parent
AREAS = [path.parent.relative_to(FOLDER).as_posix() for path in sorted(FOLDER.rglob("en.py"))]
OF_OTHER_WORDS = {"id", "holder", "reports_to", "dotted_lines", *CONTACT_FIELDS}
"""Fields that are said with words of the chart and the page."""


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
def test_a_language_has_the_words_of(area: str, tag: str) -> None:
    assert (FOLDER / area / f"{tag}.py").is_file(), "until then these words are English"


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("field", sorted(POSITION_FIELDS.keys() - OF_OTHER_WORDS))
def test_a_language_has_a_name_for_the_field(field: str, tag: str) -> None:
    assert field in speak_of_changes(tag).fields
