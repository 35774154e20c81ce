"""`relations` of a directory that are no list of relations."""

import json

from orgcli.read.organisation.files import Files
from orgcli.read.organisation.project import read_project


def test_relations_that_are_a_text_are_kept() -> None:
    people = [
        {"id": "1", "name": "Ada Okafor", "managerId": ""},
        {"id": "2", "name": "Ben Li", "managerId": "1", "relations": "Ada"},
    ]
    raw = json.dumps(people).encode()
    (organisation,) = read_project(["-"], Files(stdin=raw, stdin_name="x.json")).organisations
    assert organisation.positions[1].reports_to == "1"
    assert organisation.positions[1].attributes == {"relations": "Ada"}
