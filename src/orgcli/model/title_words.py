"""Whether a text is a title, such as `Head of Sales`, by words that no names have."""

import re
from collections.abc import Iterable

_WORDS = (
    "chief officer president vice director head manager lead leader engineer developer analyst"
    " assistant associate consultant coordinator specialist administrator architect designer"
    " accountant controller treasurer secretary chairman chairwoman chairperson chair founder"
    " cofounder partner principal supervisor executive representative advisor adviser officer"
    " scientist researcher technician operator agent clerk recruiter counsel lawyer attorney"
    " planner buyer trainer tester editor writer strategist producer owner intern trainee staff"
    " teacher professor dean nurse doctor surgeon driver captain sales marketing finance"
    " operations hr it legal support product engineering team department board committee office"
    " ceo cto cfo coo cio cmo cro cso cpo chro ciso cdo cco cao vp svp evp avp gm md pm qa sre"
    " ceos dir mgr eng junior senior jr sr dev devops"
    " leiter leiterin leitung geschaftsfuhrer geschaftsfuhrerin vorstand direktor direktorin"
    " entwickler entwicklerin referent referentin abteilung assistentin assistenz vertrieb"
    " chef chefe directeur directrice responsable ingenieur gerant comptable adjoint"
    " jefe jefa gerente director directora ingeniero analista asistente contador presidente"
    " diretor diretora gestor gestora engenheiro assistente coordenador desenvolvedor"
    " verkstallande direktor ekonomichef saljare utvecklare handlaggare ordforande vd"
    " daglig leder sjef avdelingsleder okonomi utvikler radgiver konsulent"
    " direttore responsabile ingegnere dirigente directeur hoofd medewerker dyrektor kierownik"
    " johtaja paallikko reditel vedouci mudur direktoru"
)  # fmt: skip
_TITLES = frozenset(_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+")
_ACCENTS = str.maketrans(
    "äåáàâãæçéèêëíìîïñöóòôõøœúùûüýßšžčřěłşğı", "aaaaaaaceeeeiiiinooooooouuuuysszcrelsgi"
)
_LONGEST = 200  # characters that are looked at


def is_title(text: str) -> bool:
    """Whether a text has a word of a title in it."""
    plain = text[:_LONGEST].casefold().translate(_ACCENTS)
    return any(word in _TITLES for word in _WORD.findall(plain))


def title_count(texts: Iterable[str]) -> int:
    """How many of some texts are titles."""
    return sum(map(is_title, texts))
