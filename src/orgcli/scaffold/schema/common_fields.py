"""Kinds and words that the fields of several JSON documents share."""

from __future__ import annotations

from collections.abc import Mapping

Fields = Mapping[str, tuple[str, str]]
"""A key -> its kind and what it says; "" stands for the object itself."""

VERSION = ("count", "1; another number where a field changes its meaning or is removed.")
LANGUAGE = ("text", "The tag of the language of the texts.")
WORKS = ("[Work]", "The works that are cited, in the order of the library.")
CITED = ("[text]", "Keys of works.")
OWN_LANGUAGE = (
    "text?",
    "The tag of the language of the text, where it is not that of the others.",
)
HEDGE = ("text", "How firmly it is said, as a key of the library; `is` where it is said plainly.")
HEDGE_WORDS = ("text", "How firmly it is said, in words; empty where it is said plainly.")
WHEN = ("text?", "The condition under which it holds, as a key of the library.")
QUALIFIER = ("text", "The hedge and the condition in words; empty where it holds plainly.")
COLUMN = ("count", "The number of the role in `roles`, from 0.")
DISPUTE = ("text?", "The key of the dispute that it belongs to.")
ID = ("text?", "The id of the statement; null for one of a role file without ids.")
ROLE_IDS = ("[text]", "Ids of roles.")
MARK = (
    "unique|shared|disputed",
    "Whether only one role says it, several do, or works disagree on it.",
)
KIND_OF_DISPUTE = (
    "disagree|overlap|itself",
    "Whether works disagree, overlap, or one contradicts itself.",
)
READING = ("text?", "How the answers can be reconciled, according to the library.")
ONE_WORK = ("truth", "Whether one work alone says it.")
