"""Deutsch."""

from orgcli.language.words import (
    AdviseWords,
    AskWords,
    ChartWords,
    CompareWords,
    Counted,
    PageWords,
    RolesWords,
    Words,
)

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
    seats_below="Stellen darunter",
    unfit="passt nicht zum Filter",
    chain="Linie bis zur Spitze",
    others={
        "department": Counted("{count} weitere Abteilung", "{count} weitere Abteilungen"),
        "level": Counted("{count} weitere Ebene", "{count} weitere Ebenen"),
        "role": Counted("{count} weitere Rolle", "{count} weitere Rollen"),
        "location": Counted("{count} weiterer Standort", "{count} weitere Standorte"),
        "branch": Counted("{count} weiterer Zweig", "{count} weitere Zweige"),
    },
    by_branch="die Farben sind Zweige unter der Spitze",
    highlighted="hervorgehoben: {what}",
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

WORDS = Words(
    tag="de",
    ask=AskWords(
        help="Hilfe",
        unknown="keine Rolle heißt `{name}`",
        undescribed="keine Quelle der Bibliothek beschreibt `{name}`",
        near_roles="der Bedeutung nach nahe: {names}",
        none_near=(
            "keine Rolle kommt dem nahe; "
            "`orgcli roles` nennt alle, `orgcli role new ID` beginnt eine eigene"
        ),
        did_you_mean="meinten Sie `{name}`?",
        there_are="es gibt {names}",
        ambiguous="`{name}` kann für {count} Rollen stehen",
        write_one_of="schreiben Sie eines davon: {names}",
        called_so_by="so genannt von {works}",
        editorial="in keiner Quelle, aber üblich",
        stands_twice="`{name}` ist zweimal angegeben",
        one_role="`{first}` und `{second}` sind dieselbe Rolle",
        name_another="nennen Sie eine weitere Rolle",
        unreadable="`{path}` lässt sich nicht lesen: {reason}",
        needs_two="ein Vergleich braucht mindestens zwei Rollen",
        diff_needs_two="--diff braucht zwei Fassungen einer Rolle",
        unknown_work="keine Quelle heißt `{name}`",
        works_are="die Quellen sind {names}",
        says_nothing="{work} sagt nichts zu `{role}`",
        overrides="`{name}` ist {path}, nicht die mitgelieferte Rolle",
        is_read="`{path}` ist eine der Dateien, die gelesen werden",
        not_together="{first} und {second} können nicht zusammen verwendet werden",
        no_lines="keine Quelle sagt, an wen diese Rollen berichten oder wen sie führen",
    ),
    compare=CompareWords(
        unique="nur hier",
        shared="gemeinsam",
        disputed="die Quellen widersprechen sich",
        not_stated="keine Angabe",
        not_stated_means="nichts gesagt, also auch nicht „keine“",
        otherwise="sonst keine Angabe",
        in_common="Gemeinsam",
        disputes="Strittig",
        dispute_kinds={
            "disagree": "die Quellen widersprechen sich",
            "overlap": "die Quellen überschneiden sich",
            "itself": "eine Quelle widerspricht sich selbst",
        },
        with_others="mit {names}",
        also="auch {names}",
        all_shown="Alle Aussagen gezeigt ({stated})",
        some_shown="{shown} von {stated} Aussagen gezeigt",
        count_shared=Counted("{count} gemeinsam", "{count} gemeinsam"),
        count_unique=Counted("{count} nur hier", "{count} nur hier"),
        count_disputed=Counted("{count} strittig", "{count} strittig"),
        more="--full zeigt alle",
        hidden="{count} weitere mit --full",
        no_facet="keine Facette heißt `{name}`",
        facets_are="die Facetten sind {names}",
        no_difference="Kein Unterschied",
        count_added=Counted("{count} hinzugefügt", "{count} hinzugefügt"),
        count_removed=Counted("{count} entfernt", "{count} entfernt"),
        count_changed=Counted("{count} geändert", "{count} geändert"),
    ),
    advise=AdviseWords(
        one="Ihre Antworten sprechen für die Rolle {role}.",
        signs="Ihre Antworten enthalten Anzeichen, dass die Rolle {role} bald gebraucht wird.",
        several=(
            "Ihre Antworten sprechen für beide Rollen, {first} und {second}. Keine Quelle sagt, "
            "welche Seite schwerer wiegt, deshalb wird hier keine bevorzugt."
        ),
        many=(
            "Ihre Antworten sprechen für mehrere Rollen: {names}. Keine Quelle sagt, welche "
            "schwerer wiegt, deshalb wird hier keine bevorzugt."
        ),
        unsettled=(
            "Die Quellen entscheiden das nicht; eine Antwort auf diese Frage würde helfen: "
            "{question}"
        ),
        nowhere="Nichts in den Antworten spricht eher für die eine oder andere Führungsrolle.",
        unknown="Nichts ist beantwortet, also spricht auch nichts für die eine oder andere Rolle.",
        seats_only=(
            "Welche Posten es gibt, sagt nicht, welche Führungsrolle passt. Das Folgende sagen die "
            "Quellen über solche Posten."
        ),
        exists="Den {role}-Posten gibt es schon.",
        beside="Zur Ergänzung: {names}.",
        one_vendor=(
            "Meinung eines einzigen Anbieters: Alles, was dafür spricht, stützt sich allein auf "
            "{work}."
        ),
        points_to="Was für {role} spricht",
        counted="Hinweise: {count}; Quellen: {works}",
        counted_one="Hinweise: {count}; Meinung eines einzigen Anbieters: {work}",
        add="Was dazukommen sollte",
        risks="Was schiefgehen kann",
        lines="Wie die Posten zueinander stehen",
        cautions="Zu bedenken",
        unsaid="Was keine Quelle sagt",
        basis="Worauf das beruht",
        today="Heute akut:",
        lone_mark="Ein Hinweis mit nur einer Quelle ist die Meinung eines einzigen Anbieters.",
        disputed="Die Quellen widersprechen sich bei {keys}: orgcli dispute KEY",
        unused="keine Regel verwendet diese Antwort hier",
        none_of_these="Nichts davon",
        looked_at="Stellen mit einer Rolle: {named} von {all}; der Rest wurde nicht betrachtet.",
        no_roles=(
            "Keine Stelle nennt eine Rolle, daher ist über die Posten nichts bekannt; aus Titeln "
            "wird nichts abgeleitet."
        ),
        missing="keine Stelle nennt die Rolle `{role}`",
        more="und {count} weitere",
        near="Verwandte Aussagen",
        no_near="Auch verwandte Aussagen gibt es nicht.",
        no_gap="Zu „{question}“ ist hier nichts bekannt. Bekannt sind diese Lücken:",
        gap_hint="Verwandte Aussagen zu einer dieser Lücken: orgcli advise --gap KEY",
        enter_skips=(
            "Enter überspringt eine Frage, ? zeigt, was davon abhängt und wer es sagt, Strg-D "
            "beendet."
        ),
        pick_one="eine Nummer",
        pick_several="Nummern, oder 0 für nichts davon",
        not_one="`{answer}` ist keine der Antworten",
        rests="Davon hängt ab:",
        rests_nothing="Keine Regel hängt allein davon ab.",
        template="Antworten für: orgcli advise --answers FILE",
        template_skip=(
            "Lassen Sie leer, was Sie nicht wissen. Was ein Schlüssel bedeutet, steht darüber."
        ),
        template_several="mehrere als [eine, weitere]; none heißt nichts davon",
        template_of="je eine Antwort",
        nothing_to_do="es liegt nichts vor, worauf sich ein Rat stützen könnte",
        nothing_help=(
            "beantworten Sie die Fragen im Terminal, legen Sie mit --template eine Datei dafür an "
            "und übergeben Sie sie mit --answers FILE, oder nennen Sie eine Organisation"
        ),
        no_organisation="hier ist keine Organisation",
        name_positions="nennen Sie eine Datei mit Stellen",
        several_organisations="hier sind {count} Organisationen",
        name_one="nennen Sie die Dateien von einer",
        answer_counts=(
            "`{question}` ist beantwortet und steht auch in der Organisation; es gilt die Antwort"
        ),
    ),
    roles=RolesWords(
        library="Rollen",
        own="Eigene Rollen",
        sales="Vertriebsrollen",
        neighbours="Rollen rund um den Vertrieb",
        role="Rolle",
        short="Kürzel",
        title="Titel",
        statements="Aussagen",
        works="Quellen",
        sources="Quellen",
        file="Datei",
        replaces="statt der mitgelieferten Rolle",
        totals="Rollen: {roles}, Aussagen: {statements}",
        see_one="eine Rolle: {command}",
        see_several="nebeneinander: {command}",
        names="Andere Namen der Rollen",
        name="Name",
        language="Sprache",
        status="verwendet von",
        is_abbreviation="Abkürzung",
        editorial="keine Quelle, aber üblich",
        may_mean="kann stehen für",
        other_roles="und Rollen, die hier fehlen",
        ambiguous_names=(
            "bei einem Namen, der für mehrere Rollen stehen kann, rät orgcli nie, sondern zählt "
            "sie auf"
        ),
        concepts="Begriffe",
        concept="Begriff",
        meaning="Bedeutung",
        said_of="gesagt von",
        concept_totals="{concepts} Begriffe, {statements} Aussagen",
        concept_use=(
            "ein Begriff ist in allen Sprachen derselbe; "
            "Aussagen mehrerer Rollen mit {line} stehen in einer Zeile"
        ),
        archetype="Typ",
        executor="Umsetzer",
        strategist="Stratege",
        stands="Einordnung",
        also_called="Auch genannt",
        not_clear="mehrdeutig",
        one_at_a_time="eine Karte zeigt nur eine Rolle",
        new_needs_id="die neue Rolle braucht eine ID",
        bad_id="`{name}` kann nicht die ID einer Rolle sein",
        id_rule=(
            "eine ID besteht aus Wörtern in Kleinbuchstaben und Ziffern, mit Bindestrichen "
            "dazwischen"
        ),
        taken_id="`{name}.yaml` heißt in der Bibliothek schon eine andere Datei",
        there_already="`{path}` gibt es schon",
        name_another_file="nennen Sie mit -o eine andere Datei",
        described_already="`{name}` ist schon in {path} beschrieben",
        only_for_new="{flag} gilt nur für `orgcli role new`",
        not_for_new="{flag} gilt nicht für `orgcli role new`",
        empty_title="ein Titel darf nicht leer sein",
        wrote="{path} geschrieben",
        next="weiter mit: {command}",
        disputes="Wo sich die Quellen widersprechen",
        key="Schlüssel",
        question="Frage",
        kind="Art",
        unknown_dispute="kein Streitpunkt heißt `{name}`",
        said_of_it="Was dazu gesagt wird",
        said_on_no_side="Von Quellen auf mehreren Seiten oder auf keiner",
        see_dispute="eine Frage mit allen Seiten: {command}",
    ),
    chart=CHART,
)
