"""What charts say in German."""

from orgcli.language.chart.words import ChartWords
from orgcli.language.counted import Counted
from orgcli.language.page.de import PAGE

CHART = ChartWords(
    tag="de",
    decimal_point=",",
    unnamed="(ohne Namen)",
    states={"filled": "besetzt", "open": "offen", "planned": "geplant", "closed": "entfallen"},
    not_found="Leitung `{id}` nicht gefunden",
    is_closed="Leitung `{id}` ist entfallen",
    ended_on="Leitung `{id}` endete am {day}",
    duplicate="ID `{id}` mehrfach vergeben",
    to_itself="berichtet an sich selbst",
    ring="Zirkelbezug: berichtet an {name}",
    in_ring="Teil eines Zirkelbezugs",
    organisation_chart="Organigramm",
    kind="Organigramm",
    positions=Counted("{count} Stelle", "{count} Stellen"),
    some_positions="{count} von {whole} Stellen",
    counts={
        "open": Counted("{count} offen", "{count} offen"),
        "planned": Counted("{count} geplant", "{count} geplant"),
        "closed": Counted("{count} entfallen", "{count} entfallen"),
    },
    on_day="Stand {day}",
    direct_and_all="2 / 9: direkt unterstellt / insgesamt",
    chain="Linie bis zur Spitze",
    others={
        "department": Counted("{count} weitere Abteilung", "{count} weitere Abteilungen"),
        "level": Counted("{count} weitere Ebene", "{count} weitere Ebenen"),
        "role": Counted("{count} weitere Rolle", "{count} weitere Rollen"),
        "location": Counted("{count} weiterer Standort", "{count} weitere Standorte"),
    },
    assistant="Assistenz",
    direct=Counted("{count} direkt unterstellt", "{count} direkt unterstellt"),
    direct_and_below="{direct}, {count} insgesamt",
    not_shown=Counted("{count} nicht gezeigt", "{count} nicht gezeigt"),
    dotted_to="gestrichelte Linie zu {name}",
    seats="{count} gleiche Stellen",
    reports_to="berichtet an {name}",
    below_not_shown="{count} darunter nicht gezeigt",
    below="+{count} darunter",
    more_holders="+{count} weitere",
    level="Stufe {number}",
    layer="Ebene {number}",
    fte="{share} VZÄ",
    start="ab {day}",
    end="bis {day}",
    below_on_page="{count} darunter: Seite {page}",
    continued_on=Counted("weiter auf Seite {pages}", "weiter auf den Seiten {pages}"),
    above_on_page="berichtet an {name}, Seite {page}",
    on_page="Seite {page}",
    page_of="Seite {number} von {count}",
    continued="(Fortsetzung)",
    index="Namensverzeichnis",
    into_drawio=(
        "draw.io: Arrange > Insert > CSV (oder Advanced > CSV), alles hier einfügen, importieren"
    ),
    page=PAGE,
)
