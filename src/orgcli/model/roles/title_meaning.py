"""The meaning of a title: the fields it is about and its level, in six languages.

For titles that no role has: their meaning decides which roles are near, for their spelling
does not. `Chief Growth Officer` is spelt like `Chief Revenue Officer` and like many others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

_Key = TypeVar("_Key")

_WORD = re.compile(r"[^\W\d_]+")
_CHIEF = re.compile(r"c[a-z]{1,2}o")
_ABBREVIATIONS: Mapping[str, str] = MappingProxyType(
    {
        "cao": "chief administrative officer",
        "cbo": "chief business brand officer",
        "cco": "chief commercial customer officer",
        "cdo": "chief digital data officer",
        "cgo": "chief growth officer",
        "cmo": "chief marketing officer",
        "coo": "chief operating officer",
        "cpo": "chief product people officer",
        "cto": "chief technology officer",
        "cxo": "chief experience officer",
        "kam": "account manager",
        "gm": "general manager",
        "evp": "vice president",
        "svp": "vice president",
        "avp": "vice president",
    }
)
"""What abbreviations stand for that no role here has; of several readings the fields of all."""
_FIELDS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "sales": ("sales", "selling", "seller", "sälj", "försälj", "vertrieb", "verkauf", "venda",
                  "venta", "vendedor", "salg", "selger"),
        "revenue": ("revenue", "intäkt", "umsatz", "erlös", "receita", "ingreso", "inntekt"),
        "growth": ("growth", "tillväxt", "wachstum", "crescimento", "crecimiento", "vekst"),
        "commercial": ("commercial", "kommersiell", "kommerziell", "comercial", "kaufmänn"),
        "marketing": ("marketing", "marknad", "mercadeo", "mercadotecnia", "markedsfør"),
        "brand": ("brand", "varumärke", "markenführ", "marca", "merkevare"),
        "customer": ("customer", "client", "kund", "cliente", "kunde"),
        "success": ("success", "framgång", "erfolg", "sucesso", "éxito", "suksess"),
        "service": ("service", "support", "serviço", "servicio", "atendimento", "atención"),
        "operations": ("operations", "operationer", "operaç", "operacion", "betrieb", "drift"),
        "strategy": ("strateg", "estrateg", "estratég"),
        "account": ("account", "konto", "cuenta", "conta"),
        "partner": ("partner", "alliance", "allian", "parcer", "alianza"),
        "channel": ("channel", "reseller", "kanal", "canal", "canais"),
        "leads": ("lead generation", "prospect", "business development", "demand"),
        "company": ("operating", "general", "managing", "chief executive", "board",
                    "geschäftsführ"),
    }
)  # fmt: skip
"""Field -> how words about it begin, or what is in compounds of them."""
_RELATED: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "growth": ("revenue", "marketing"),
        "commercial": ("sales", "revenue"),
        "brand": ("marketing",),
        "account": ("sales",),
        "partner": ("sales",),
        "channel": ("sales",),
        "leads": ("sales", "marketing"),
    }
)
"""Fields whose work is in that of others, where no role is about them alone."""
_LEVELS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "chief": ("chief", "officer"),
        "head": ("head", "vice", "vp", "director", "direktör", "direktor", "diretor", "direktør",
                 "leiter", "leitung", "chef", "leder", "sjef", "jefe", "president"),
        "manager": ("manager", "gerente", "ansvarig", "supervisor"),
        "lead": ("lead", "teamlead", "coordinator", "ledare"),
        "specialist": ("representative", "specialist", "executive", "associate", "engineer",
                       "consultant", "people", "rep", "agent", "analyst", "säljare", "selger",
                       "vendedor", "berater"),
    }
)  # fmt: skip
_ORDER = (*_LEVELS,)
_EXACT, _NEAR, _LEVEL = 6, 4, 1
"""What a field in common counts, a related one, and the same level."""
_APART = 2
"""Levels, highest first, from which on it counts against a role: a chief is no manager."""
_CLOSE = 2
"""How far behind the nearest a role is no longer near."""
_MOST = 4
_SHORTEST = 4
"""Letters of a word that is compared as it is, where it is about no field that is known."""


@dataclass(frozen=True, slots=True)
class TitleMeaning:
    """What a title is about.

    fields    those that are known, and other words as they are
    level     chief, head, manager, lead or specialist; empty where it has none
    is_known  whether anything in it is known as a field, a level or an abbreviation
    """

    fields: frozenset[str]
    level: str
    is_known: bool


def title_meaning(title: str) -> TitleMeaning:
    """The meaning of a title in any of the languages, or of an abbreviation."""
    plain = unicodedata.normalize("NFKC", title).casefold().strip()
    is_chief = _CHIEF.fullmatch(plain) is not None
    text = _ABBREVIATIONS.get(plain, "chief" if is_chief else plain)
    fields = {name for name, parts in _FIELDS.items() if any(part in text for part in parts)}
    words = _WORD.findall(text)
    level = next((name for name, ends in _LEVELS.items() if _has_level(words, ends)), "")
    levels = [end for ends in _LEVELS.values() for end in ends]
    parts = [part for several in _FIELDS.values() for part in several]
    others = {
        word
        for word in words
        if len(word) >= _SHORTEST
        and not _has_level([word], levels)
        and not any(part in word for part in parts)
    }
    return TitleMeaning(frozenset(fields | others), level, bool(fields or level))


def _has_level(words: Sequence[str], ends: Sequence[str]) -> bool:
    """Whether a word is one of a level, in the plural, or a compound of it."""
    return any(word.startswith(end) or word.endswith(end) for word in words for end in ends)


def nearest_meanings(title: str, roles: Iterable[tuple[_Key, str]]) -> Sequence[_Key]:
    """The keys of the roles whose titles are near in meaning, the nearest first; at most four.

    roles  keys with titles
    """
    meaning = title_meaning(title)
    scores = {key: _nearness(meaning, title_meaning(role_title)) for key, role_title in roles}
    best = max(scores.values(), default=0)
    near = [key for key, score in scores.items() if score > max(0, best - _CLOSE)]
    return sorted(near, key=lambda key: -scores[key])[:_MOST]


def _nearness(meaning: TitleMeaning, role: TitleMeaning) -> int:
    """How near a role is; 0 and less where they have no field in common."""
    exact = role.fields & meaning.fields
    related = {relative for field in meaning.fields for relative in _RELATED.get(field, ())}
    near = role.fields & related - exact
    if not exact and not near:
        return 0
    score = _EXACT * len(exact) + _NEAR * len(near)
    score -= len(role.fields - exact - near) * (1 if exact else 2)
    if meaning.level and role.level:
        apart = abs(_ORDER.index(meaning.level) - _ORDER.index(role.level))
        score += _LEVEL if not apart else -apart if apart >= _APART else 0
    return score
