"""Titles that no work describes: near are roles of that meaning, never those of that spelling."""

import pytest

from orgcli.language.tags import LANGUAGES, speak
from orgcli.model.roles.title_meaning import title_meaning
from orgcli.read.roles.role_index import KnownRoles
from orgcli.read.roles.role_selection import NoSuchRole, select_roles

TITLES = {
    "cgo": ["cro", "marketing"],
    "CCO": ["cro", "cso", "customer-service", "customer-success"],
    "cmo": ["marketing", "marketing-operations"],
    "coo": ["ceo", "board"],
    "cpo": [],
    "cfo": [],
    "Chief Growth Officer": ["cro", "marketing"],
    "Chief Commercial Officer": ["cro", "cso", "vp-sales"],
    "Chief Customer Officer": ["customer-service", "customer-success"],
    "Chief Marketing Officer": ["marketing", "marketing-operations"],
    "Chief Operating Officer": ["ceo", "board"],
    "Chief Strategy Officer": ["head-of-sales-strategy"],
    "Chief Financial Officer": [],
    "Head of Growth": ["cro", "marketing"],
    "Head of Partnerships": ["vp-sales", "cso", "sales-manager"],
    "VP Marketing": ["marketing", "marketing-operations"],
    "VP Customer Success": ["customer-success"],
    "VP of Revenue Operations": ["cro", "marketing-operations", "sales-operations"],
    "Director of Sales Operations": ["sales-operations"],
    "Regional Sales Manager": ["sales-manager", "vp-sales"],
    "Key Account Manager": ["sales-manager", "account-executive", "vp-sales"],
    "Sales Engineer": ["salespeople", "sales-development-representative"],
    "Customer Success Manager": ["customer-success"],
    "Channel Manager": ["sales-manager", "vp-sales"],
    "Tillväxtchef": ["cro", "marketing"],
    "Leiter Marketing": ["marketing", "marketing-operations"],
    "Diretor de Crescimento": ["cro", "marketing"],
    "Director de crecimiento": ["cro", "marketing"],
    "Vekstdirektør": ["cro", "marketing"],
}


def refused(name: str, language: str = "en") -> NoSuchRole:
    words = speak(language).ask
    with pytest.raises(NoSuchRole) as caught:
        select_roles([name], KnownRoles(language=language), bytes, words)
    return caught.value


@pytest.mark.parametrize("title", TITLES)
def test_roles_of_that_meaning_are_near(title: str) -> None:
    near = KnownRoles().near_in_meaning(title)
    assert near is not None and [role.id for role in near] == TITLES[title]
    error = refused(title)
    assert str(error) == f"no work of the library describes `{title}`"
    assert all(f"`{id}`" in error.help for id in TITLES[title])
    assert "did you mean" not in error.help


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_in_every_language(language: str) -> None:
    words = speak(language).ask
    error = refused("Chief Growth Officer", language)
    assert str(error) == words.undescribed.format(name="Chief Growth Officer")
    assert error.help.startswith(words.near_roles.partition("{")[0]) and "`cro`" in error.help
    assert refused("cfo", language).help == words.none_near


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("chief revnue oficer", "Chief Revenue Officer"),
        ("sales manger", "Sales Manager"),
        ("cos", "CSO"),
        ("custmer succes", "Customer Success"),
        ("accountexecutiv", "account-executive"),
    ],
)
def test_a_slip_is_still_a_slip(name: str, meant: str) -> None:
    error = refused(name)
    assert str(error) == f"no role is called `{name}`" and f"`{meant}`" in error.help


@pytest.mark.parametrize("name", ["qqqq", "", "…", "12", "xyz"])
def test_what_is_no_title_is_just_unknown(name: str) -> None:
    assert not title_meaning(name).is_known
    assert str(refused(name)) == f"no role is called `{name}`"
