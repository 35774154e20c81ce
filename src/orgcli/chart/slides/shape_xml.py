"""Painted items as shapes of DrawingML, in points of a slide, y downwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from orgcli.chart.layout.strokes import PlacedPoint
from orgcli.chart.paint.items import Item, PaintedBox, PaintedDisc, PaintedPath, PaintedText
from orgcli.chart.paper.text_width import BOLD, REGULAR, width

EMU = 12_700
"""Units of DrawingML to a point."""
TYPEFACE = "Arial"
"""As wide as Liberation Sans, and on every computer that has PowerPoint."""
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_ASCENT, _LINE = 0.905, 1.149
"""Of Arial, in ems: from the baseline up, and the height of a line."""
_COLOR = re.compile(r"#([0-9a-fA-F]{6})([0-9a-fA-F]{2})?")
_ALIGN = {"left": ("l", 0.0), "middle": ("ctr", 0.5), "right": ("r", 1.0)}
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class SlideArea(NamedTuple):
    """A rectangle in points of the slide."""

    x: float
    y: float
    width: float
    height: float

    @property
    def xfrm(self) -> str:
        """Where it is, without rotation."""
        return f"<a:xfrm>{self.inside}</a:xfrm>"

    @property
    def inside(self) -> str:
        """Its corner and its size."""
        return (
            f'<a:off x="{emu(self.x)}" y="{emu(self.y)}"/>'
            f'<a:ext cx="{emu(self.width)}" cy="{emu(self.height)}"/>'
        )


def emu(points: float) -> int:
    """A length in units of DrawingML."""
    return round(points * EMU)


def attribute(text: str) -> str:
    """A text as the value of an attribute, with its quotes."""
    return quoteattr(_UNWRITABLE.sub("", text))


def fill(color: str) -> str:
    """A colour that fills a shape; none for an empty one."""
    match = _COLOR.fullmatch(color)
    if match is None:
        return "<a:noFill/>"
    alpha = f'<a:alpha val="{round(int(match[2], 16) / 255 * 100_000)}"/>' if match[2] else ""
    return f'<a:solidFill><a:srgbClr val="{match[1].upper()}">{alpha}</a:srgbClr></a:solidFill>'


def line(color: str, weight: float, dash: str = "") -> str:
    """The outline of a shape, or a line."""
    if not _COLOR.fullmatch(color) or not weight:
        return "<a:ln><a:noFill/></a:ln>"
    pattern = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{emu(weight)}">{fill(color)}{pattern}<a:round/></a:ln>'


def shape(number: int, name: str, properties: str, body: str = "", link: str = "") -> str:
    """A shape with its number, its name, and what a click on it does."""
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{number}" name={attribute(name)}>{link}'
        f"</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{properties}</p:spPr>{body}</p:sp>"
    )


def item_shape(
    item: Item, number: int, name: str, dash: str = "", link: str = "", form: str = ""
) -> str:
    """A painted item other than an image as a shape.

    form  that of a box, where it is not the usual one
    """
    if isinstance(item, PaintedText):
        return _text(item, number)
    if isinstance(item, PaintedPath):
        return shape(number, name, _path(item.points, line(item.color, item.weight, dash)))
    if isinstance(item, PaintedDisc):
        side = 2 * item.radius
        area = SlideArea(item.x - item.radius, item.y - item.radius, side, side)
        look = f"{fill(item.fill)}{line(item.edge, item.weight)}"
        return shape(number, name, f"{area.xfrm}{preset('ellipse')}{look}", link=link)
    assert isinstance(item, PaintedBox)
    area = SlideArea(item.x, item.y, item.width, item.height)
    look = f"{fill(item.fill)}{line(item.edge, item.weight, dash)}"
    return shape(number, name, f"{area.xfrm}{form or _corners(item)}{look}", link=link)


def preset(name: str, **guides: int) -> str:
    """A form of DrawingML, adjusted by its guides."""
    adjustments = "".join(f'<a:gd name="{guide}" fmla="val {at}"/>' for guide, at in guides.items())
    return f'<a:prstGeom prst="{name}"><a:avLst>{adjustments}</a:avLst></a:prstGeom>'


def _corners(box: PaintedBox) -> str:
    """The form of a box, its corners as round as they are painted."""
    side = min(box.width, box.height)
    if not box.radius or not side:
        return preset("rect")
    if box.top:
        share = round(min(box.radius, box.width / 2, box.height) / side * 100_000)
        return preset("round2SameRect", adj1=min(share, 50_000), adj2=0)
    return preset("roundRect", adj=min(50_000, round(box.radius / side * 100_000)))


def _path(points: Sequence[PlacedPoint], outline: str) -> str:
    """An open line through some points as a form of its own."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide, tall = (max(values) - least for values, least in
                  zip(zip(*points, strict=True), (left, top), strict=True))  # fmt: skip
    area = SlideArea(left, top, wide, tall)
    (first, *others) = (f'<a:pt x="{emu(x - left)}" y="{emu(y - top)}"/>' for x, y in points)
    commands = f"<a:moveTo>{first}</a:moveTo>" + "".join(
        f"<a:lnTo>{other}</a:lnTo>" for other in others
    )
    return (
        f"{area.xfrm}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{emu(wide)}" h="{emu(tall)}"'
        f' fill="none">{commands}</a:path></a:pathLst></a:custGeom><a:noFill/>{outline}'
    )


def _text(item: PaintedText, number: int) -> str:
    """A line of text in a box that is as wide as its letters."""
    align, share = _ALIGN[item.align]
    wide = width(item.text, item.size, BOLD if item.bold else REGULAR)
    area = SlideArea(item.x - share * wide, item.y - _ASCENT * item.size, wide, _LINE * item.size)
    weight = ' b="1"' if item.bold else ""
    body = (
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t">'
        f'<a:noAutofit/></a:bodyPr><a:p><a:pPr algn="{align}"/>'
        f'<a:r><a:rPr sz="{max(100, round(item.size * 100))}"{weight} dirty="0">{fill(item.color)}'
        f'<a:latin typeface="{TYPEFACE}"/><a:cs typeface="{TYPEFACE}"/></a:rPr>'
        f"<a:t>{escape(_UNWRITABLE.sub('', item.text))}</a:t></a:r></a:p></p:txBody>"
    )
    return shape(number, item.text, f"{area.xfrm}{preset('rect')}<a:noFill/>", body)


def picture(number: int, name: str, relation: str, area: SlideArea) -> str:
    """A picture by its relation to the slide."""
    return (
        f'<p:pic {NAMESPACES}><p:nvPicPr><p:cNvPr id="{number}" name={attribute(name)}/>'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f"</p:blipFill><p:spPr>{area.xfrm}{preset('rect')}</p:spPr></p:pic>"
    )


def group(
    number: int, name: str, description: str, area: SlideArea, children: Sequence[str]
) -> str:
    """Shapes that move together, named, and in words for screen readers."""
    return (
        f'<p:grpSp {NAMESPACES}><p:nvGrpSpPr><p:cNvPr id="{number}" name={attribute(name)}'
        f" descr={attribute(description)}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        "<p:grpSpPr><a:xfrm>"
        f"{area.inside}{area.inside.replace('a:off', 'a:chOff').replace('a:ext', 'a:chExt')}"
        f"</a:xfrm></p:grpSpPr>{''.join(children)}</p:grpSp>"
    )
