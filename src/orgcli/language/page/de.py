"""What the page of a chart says in German."""

from orgcli.language.counted import Counted
from orgcli.language.page.words import PageWords

PAGE = PageWords(
    search="Suchen",
    search_hint="Name, Titel, Abteilung …",
    found=Counted("{count} Treffer", "{count} Treffer"),
    nothing_found="Keine Treffer",
    first_shown="{count} weitere: mehr eingeben, um die Suche einzugrenzen",
    controls="Bedienung des Organigramms",
    zoom_in="Vergrößern",
    zoom_out="Verkleinern",
    fit="An Fenster anpassen",
    fewer_layers="Unterste Ebene ausblenden",
    more_layers="Eine weitere Ebene einblenden",
    all_layers="Alle Stellen einblenden",
    as_list="Liste",
    as_chart="Organigramm",
    dark="Dunkle Farben",
    light="Helle Farben",
    print="Drucken",
    help="Hilfe",
    close="Schließen",
    legend="Legende",
    layers_shown=Counted("{count} Ebene", "{count} Ebenen"),
    positions_shown="{count} von {whole} gezeigt",
    dotted_line="gestrichelte Linie",
    dotted_of_chosen="gestrichelte Linien der gewählten Stelle",
    piled="weitere darunter: mit der Zahl rechts aufklappen",
    expand="Wer an {name} berichtet, einblenden",
    collapse="Wer an {name} berichtet, ausblenden",
    details="Stelle",
    dotted_to="Gestrichelte Linie zu",
    dotted_from="Gestrichelte Linie von",
    reports_to="Berichtet an",
    has_reports="Direkt unterstellt",
    other="Außerdem",
    department="Abteilung",
    state="Status",
    seats="Gleiche Stellen",
    and_more="{count} weitere",
    layer="Ebene {number}",
    whole_list="Alle Stellen",
    without_script="Organigramm und Suche brauchen JavaScript, das ausgeschaltet ist.",
    too_many_to_list=(
        "Eine Liste der {count} Stellen ist nicht auf der Seite; `orgcli chart -f txt` "
        "schreibt eine."
    ),
    help_intro="Das Organigramm lässt sich mit Maus, Finger oder Tastatur bedienen.",
    help_drag="Ziehen verschiebt, Mausrad oder zwei Finger zoomen.",
    help_click=(
        "Ein Klick auf eine Karte zeigt mehr; ein Klick auf ihre Zahl klappt auf oder zu, was "
        "darunter liegt."
    ),
    keys="Tasten",
    key_arrows=(
        "zur Karte darüber oder darunter; aufklappen oder hineingehen; zuklappen oder hinausgehen"
    ),
    key_ends="zur ersten oder letzten gezeigten Karte",
    key_enter="Karte wählen: Einzelheiten, Linie bis zur Spitze und Adresse",
    key_space="auf- oder zuklappen, was unter der Karte liegt",
    key_star="alle Karten mit derselben vorgesetzten Stelle aufklappen",
    key_type="zur nächsten Karte, deren Name so beginnt",
    key_letters="Buchstaben",
    key_search="suchen",
    key_zoom="vergrößern, verkleinern, an Fenster anpassen",
    key_escape="Suche, Einzelheiten oder diese Hilfe verlassen",
)
