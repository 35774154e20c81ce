"""Diagrams of draw.io: sound XML whose lines end at boxes, placed as a chart places them."""

from xml.etree import ElementTree

import pytest
from exported_organisations import HOSTILE, exported, usual_organisation

from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position


def hostile_tree() -> Organisation:
    return Organisation("<x>", [
        Position("top", title="Top"),
        *(Position(f"{at}{text}", title=text, holder=(text,), reports_to="top", location=text)
          for at, text in enumerate(HOSTILE)),
    ])  # fmt: skip


@pytest.mark.parametrize(
    "organisation",
    [usual_organisation(2), usual_organisation(7), hostile_tree()],
    ids=["one", "other", "hostile"],
)
def test_a_diagram_is_sound(organisation: Organisation) -> None:
    root = ElementTree.fromstring(exported(organisation, "drawio").data)
    cells = [*root.iter("mxCell"), *root.iter("UserObject")]
    ids = [one.get("id") for one in cells if one.get("id")]
    assert len(ids) == len(set(ids))
    boxes = list(root.iter("UserObject"))
    assert len(boxes) == len(organisation.positions)
    edges = [one for one in root.iter("mxCell") if one.get("edge")]
    assert len(edges) == sum((at >= 0) for at in organisation.lines.manager) + sum(
        len(one.dotted_lines) for one in organisation.positions
    )
    for edge in edges:
        assert edge.get("source") in ids and edge.get("target") in ids
    areas = []
    for box in boxes:
        assert "html=0" in (box[0].get("style") or "")
        found = box[0].find("mxGeometry")
        assert found is not None
        areas.append([float(found.get(key) or "") for key in ("x", "y", "width", "height")])
    for at, (x, y, wide, tall) in enumerate(areas):
        for left, top, width, height in areas[:at]:
            apart = x >= left + width or left >= x + wide or y >= top + height or top >= y + tall
            assert apart, "no card is on another one"
