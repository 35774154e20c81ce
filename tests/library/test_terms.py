"""Each language calls one thing by one word: words that a reader of it would stumble over."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
_NOT_READ = frozenset({"aliases", "words", "translation"})
"""Keys whose texts are names and searched words of others, not texts of ours."""

UNWANTED = {
    "sv": (
        r"\bCEO\b|\bFTE\b",  # vd; heltidstjänst
        r"branschvertikal",  # bransch
        r"konkurrera med flera egna",  # to compete against one's own products
        r"\bplatser (?:under|på)\b|direktrapporterande",  # tjänst; direkt underställd
    ),
    "de": (
        r"\bFTE\b|Vollzeitstelle",  # VZÄ
        r"Sales Management\b",  # the discipline; the person is a Sales Manager
        r"\bQuoten?\b",  # a share; a quota is a Verkaufsvorgabe
        r"\bCalls?\b",
        r"\b(?:an|bei|neben) C[SRE]O\b|C[SRE]O-(?:Leitung|Regie|Aufsicht)",  # titles have articles
        r"Umsetzungstyp|Strategietyp",  # Umsetzer; Stratege
        r"(?<!Sales )(?<!Marketing )\bOperations\b",
        r"Führungsspanne",  # Leitungsspanne
    ),
    "es": (
        r"\bobras?\b",  # a book or a building; a source is a fuente
        r"\breporta[nr]?\b|líneas? de reporte",  # depender de; línea jerárquica
        r"\bcalific",  # cualificar
        r"\bacuerdos?\b",  # a deal is an operación
        r"mercados verticales|esfuerzo de ventas|\bFTE\b",
        r"\b(?:managers?|sales|team leads?)\b",  # titles in small letters
    ),
    "nb": (
        r"\bCEO-en\b|\bFTE\b",  # daglig leder; årsverk
        r"vertikal|avsjekk|omgivelser|livsløp",
        r"\bscor(?:er|ing)\b",  # poengsette
        r"omsetnings(?:mål|vekst)",  # inntekt
        r"markedsdrift",
        r"\bplass(?:er|en|ene)\b",  # stilling
    ),
    "pt": (
        r"\bquotas?\b|partilh|\bdepressa\b|, tal como\b|\bequipas?\b|\bpostos?\b",  # of Portugal
        r"check-in|notoriedade|\bchamadas?\b|faz falta|ação de menos|esforço de vendas",
        r"\bjá não\b|\bisto\b|\breporta-se\b",
    ),
}


def texts_of(node: object) -> Iterator[str]:
    """The texts of a translation that people read."""
    todo = [node]
    while todo:
        match todo.pop():
            case dict() as entries:
                todo += [one for key, one in entries.items() if key not in _NOT_READ]
            case list() as entries:
                todo += entries
            case str() as text:
                yield text


def said_in(language: str) -> Iterator[str]:
    """What the role library and the program say in a language."""
    for path in sorted((ROOT / "roles" / language).glob("*.yaml")):
        yield from texts_of(yaml.safe_load(path.read_text("utf-8")))
    for path in sorted((ROOT / "src/orgcli/language").rglob(f"{language}.py")):
        tree = ast.parse(path.read_text("utf-8"))
        keys = {key for one in ast.walk(tree) if isinstance(one, ast.Dict) for key in one.keys}
        for one in ast.walk(tree):
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and one not in keys:
                yield one.value


@pytest.mark.parametrize("language", UNWANTED)
def test_one_word_for_one_thing(language: str) -> None:
    unwanted = re.compile("|".join(UNWANTED[language]), re.IGNORECASE if language == "pt" else 0)
    found = [text for text in said_in(language) if unwanted.search(text)]
    assert not found
