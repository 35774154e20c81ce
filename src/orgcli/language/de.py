"""Deutsch."""

from orgcli.language.chart.de import CHART
from orgcli.language.words import AdviseWords, AskWords, CompareWords, RolesWords, Words

WORDS = Words(
    tag="de",
    ask=AskWords(
        help="Hilfe",
        unknown="keine Rolle heißt `{name}`",
        did_you_mean="meinten Sie `{name}`?",
        there_are="es gibt {names}",
        ambiguous="`{name}` kann für {count} Rollen stehen",
        write_one_of="schreiben Sie eines davon: {names}",
        called_so_by="so genannt von {works}",
        editorial="in keiner Quelle, aber üblich",
        stands_twice="`{name}` steht zweimal da",
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
        not_together="{first} und {second} passen nicht zusammen",
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
        with_others="mit {names}",
        all_shown="Alle Aussagen gezeigt ({stated})",
        some_shown="{shown} von {stated} Aussagen gezeigt",
        count_shared="{count} gemeinsam",
        count_unique="{count} nur hier",
        count_disputed="{count} strittig",
        more="--full zeigt alle",
        hidden="{count} weitere mit --full",
        no_facet="keine Facette heißt `{name}`",
        facets_are="die Facetten sind {names}",
        no_difference="Kein Unterschied",
        count_added="{count} hinzugefügt",
        count_removed="{count} entfernt",
        count_changed="{count} geändert",
    ),
    advise=AdviseWords(
        one="Ihre Antworten sprechen für die Rolle {role}.",
        signs=(
            "Ihre Antworten enthalten Anzeichen, dass sich ein Fall für die Rolle {role} anbahnt."
        ),
        several=(
            "Ihre Antworten sprechen für beide Rollen, {first} und {second}. Keine Quelle sagt, "
            "welche Seite schwerer wiegt, deshalb wird hier keine bevorzugt."
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
        unused="keine Quelle greift das auf",
        none_of_these="Nichts davon",
        looked_at="Stellen mit einer Rolle: {named} von {all}; der Rest wurde nicht betrachtet.",
        no_roles=(
            "Keine Stelle nennt eine Rolle, daher ist über die Posten nichts bekannt; aus Titeln "
            "wird nichts abgeleitet."
        ),
        missing="keine Stelle nennt die Rolle `{role}`",
        more="und {count} weitere",
        open="offen",
        planned="geplant",
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
        not_one="`{answer}` steht nicht zur Wahl",
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
        file="Datei",
        replaces="statt der mitgelieferten Rolle",
        totals="Rollen: {roles}, Aussagen: {statements}",
        see_one="eine Rolle: {command}",
        see_several="nebeneinander: {command}",
        names="Andere Namen der Rollen",
        name="Name",
        language="Sprache",
        status="wer so sagt",
        is_title="Titel",
        is_abbreviation="Abkürzung",
        editorial="keine Quelle, aber üblich",
        may_mean="kann stehen für",
        other_roles="und Rollen, die hier fehlen",
        ambiguous_names=(
            "bei einem Namen, der für mehrere Rollen stehen kann, rät orgcli nie, sondern zählt "
            "sie auf"
        ),
        coverage="Was den Sprachen fehlt",
        texts="Texte",
        lacking="fehlen",
        which="Lücken",
        nothing="keine",
        several_more="{count} weitere",
        whole_file="{path} gibt es nicht",
        needs_id=(
            "Aussagen, die nur mit Facette und Nummer benannt sind, brauchen eine `id`, um "
            "übersetzt zu werden"
        ),
        archetype="Typ",
        executor="Umsetzungstyp",
        strategist="Strategietyp",
        stands="Einordnung",
        also_called="Auch genannt",
        not_clear="mehrdeutig",
        one_at_a_time="eine Karte zeigt nur eine Rolle",
        compare_instead="nebeneinander: {command}",
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
        unknown_dispute="kein Streitpunkt heißt `{name}`",
        said_of_it="Was dazu gesagt wird",
        said_on_no_side="Von Quellen auf mehreren Seiten oder auf keiner",
        see_dispute="eine Frage mit allen Seiten: {command}",
    ),
    chart=CHART,
)
