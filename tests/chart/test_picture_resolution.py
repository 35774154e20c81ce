"""A PNG says how large it is on paper."""

import io
import struct
import zlib

import pytest
from chart_samples import sales_team, whole
from PIL import Image

from orgcli.chart.draw import draw
from orgcli.model.organisation.organisation import Titles


@pytest.mark.parametrize("dpi", [None, 72, 300])
def test_a_png_has_its_resolution(dpi: int | None) -> None:
    asked = whole(format="png", dpi=dpi)
    drawing = draw(sales_team(), Titles({}), asked)
    assert drawing.data == draw(sales_team(), Titles({}), asked).data
    picture = Image.open(io.BytesIO(drawing.data))
    picture.load()
    wanted = dpi or 144
    assert picture.info["dpi"] == pytest.approx((wanted, wanted), abs=0.02)
    assert picture.width == pytest.approx(drawing.width * wanted / 72, abs=2)


def test_its_chunks_are_sound() -> None:
    data = draw(sales_team(), Titles({}), whole(format="png")).data
    at, names = 8, []
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        (checksum,) = struct.unpack_from(">I", data, at + 8 + length)
        assert checksum == zlib.crc32(data[at + 4 : at + 8 + length]), name
        names.append(name)
        at += 12 + length
    assert names[:2] == [b"IHDR", b"pHYs"] and names[-1] == b"IEND"
