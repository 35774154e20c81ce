"""Where the long compounds of German and the Nordic languages are joined: a hyphen may stand there.

No dictionary: a list of second parts that titles have, and the linking forms after which another
word begins. A joint that is not known is not found.
"""

import re
from functools import lru_cache

_GERMAN = (
    "abteilung abwicklung administrat akquise analyse analyst architekt assisten aufsicht"
    " ausbildung beauftragte bearbeite berater beratung bereich beschaffung betreuer betreuung"
    " betrieb buchhalt controll dienst digitalisierung direktion direktor einkauf einkäufer"
    " entwickler entwicklung ermittlung experte fachkraft fachfrau fachmann fertigung finanz"
    " forscher forschung fortbildung führer führung geschäft gestalter gestaltung gruppe handel"
    " haltung händler ingenieur instandhaltung kauffrau kaufmann kommunikation kontrolle koordina"
    " leiter leitung logistik management manager marketing meister mitarbeite arbeiter nachfolge"
    " niederlassung ordnung personal pflege planer planung politik produktion programmier prüfer"
    " prüfung qualität recherche rechnung referent regelung sachbearbeite schulung schutz sekretär"
    " sicherheit sicherung spezialist sprecher standort stelle steuerung strategie system technik"
    " trainer überwachung unterstützung verarbeitung verkauf verkäufer verkehr vermittlung"
    " versicherung versorgung vertreter vertretung vertrieb verwalter verwaltung vorbereitung"
    " vorstand weiterbildung werkstatt wirtschaft wissenschaft zentrale zentrum"
)
_NORDIC = (
    "administratör administrasjon ansvarig ansvarlig arkitekt assistent avdeling avdelning"
    " chef direktör direktør förvaltning forvaltning handläggare hantering håndtering ingeniør"
    " ingenjör konsulent konsult koordinator ledare ledelse leder ledning medarbejder medarbeider"
    " medarbetare planläggning rådgivare rådgiver rekrytering rekruttering saksbehandler samordnare"
    " sekreterare sikkerhet sjef specialist spesialist säkerhet tekniker udvikling udvikler"
    " utveckling utvecklare utvikler utvikling verksamhet virksomhet økonom"
)
_SECOND = re.compile(
    f"(?=({'|'.join(sorted({*_GERMAN.split(), *_NORDIC.split()}, key=len, reverse=True))}))"
)
_LINKING = re.compile(
    r"(?:ung|heit|keit|schaft|tion|sion|ität|ling|tum|ning|het|skap|sjon|itet)s(?=[^\W\d_]{4})"
)
_FIRST, _REST = 4, 4
"""Letters that stand at least before a joint, and after it."""


@lru_cache(maxsize=1024)
def joints(word: str) -> tuple[int, ...]:
    """How many letters of a word stand before each of its joints.

    word  without spaces and hyphens
    """
    small = word.lower()
    if len(small) != len(word):
        return ()
    seconds = [(match.start(), match.end(1)) for match in _SECOND.finditer(small)]
    places = {match.end() for match in _LINKING.finditer(small)}
    reached = 0
    for start, end in seconds:
        # `arbeiter` inside `mitarbeiter` begins no part.
        if start >= reached:
            places.add(start)
        reached = max(reached, end)
    return tuple(sorted(at for at in places if _FIRST <= at <= len(word) - _REST))
