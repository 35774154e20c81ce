"""What the details of positions are written from: the positions, and the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from orgcli.figures.position.position_details import PositionDetails
from orgcli.language.figures.en import WORDS
from orgcli.language.figures.words import FigureWords


@dataclass(frozen=True, slots=True)
class PositionReport:
    """The positions of one name, one in each organisation that has it."""

    positions: Sequence[PositionDetails]
    words: FigureWords = field(default=WORDS)
