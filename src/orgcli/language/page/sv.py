"""What the page of a chart says in Swedish."""

from orgcli.language.counted import Counted
from orgcli.language.page.words import PageWords

PAGE = PageWords(
    search="Sök",
    search_hint="Namn, titel, avdelning …",
    found=Counted("{count} träff", "{count} träffar"),
    nothing_found="Inga träffar",
    first_shown="{count} till: skriv mer för att begränsa sökningen",
    controls="Schemats reglage",
    zoom_in="Zooma in",
    zoom_out="Zooma ut",
    fit="Anpassa till fönstret",
    fewer_layers="Dölj den understa nivån",
    more_layers="Visa en nivå till",
    all_layers="Visa alla befattningar",
    as_list="Lista",
    as_chart="Schema",
    dark="Mörka färger",
    light="Ljusa färger",
    print="Skriv ut",
    help="Hjälp",
    close="Stäng",
    legend="Teckenförklaring",
    layers_shown=Counted("{count} nivå", "{count} nivåer"),
    positions_shown="{count} av {whole} visas",
    dotted_line="streckad linje",
    dotted_of_chosen="den valda befattningens streckade linjer",
    piled="fler därunder: öppna med siffran till höger",
    expand="Visa vilka som rapporterar till {name}",
    collapse="Dölj vilka som rapporterar till {name}",
    details="Befattning",
    dotted_to="Streckad linje till",
    dotted_from="Streckad linje från",
    reports_to="Rapporterar till",
    has_reports="Direkt underställda",
    other="Övrigt",
    department="Avdelning",
    state="Status",
    seats="Tjänster",
    and_more="{count} till",
    layer="nivå {number}",
    whole_list="Alla befattningar",
    without_script="Schemat och sökningen kräver JavaScript, som är avstängt.",
    too_many_to_list=(
        "Listan över alla {count} befattningar finns inte på sidan; `orgcli chart -f txt` "
        "skriver en."
    ),
    help_intro="Schemat går att använda med mus, finger eller tangentbord.",
    help_drag="Dra för att flytta, rulla eller nyp för att zooma.",
    help_click=(
        "Klicka på ett kort för att se mer; klicka på dess siffra för att öppna eller stänga "
        "det som ligger under."
    ),
    keys="Tangenter",
    key_arrows="till kortet ovanför eller nedanför; öppna det eller gå in; stäng det eller gå ut",
    key_ends="till det första eller sista kortet som visas",
    key_enter="välj kortet: uppgifter, linjen till toppen och adressen",
    key_space="öppna eller stäng det som ligger under kortet",
    key_star="öppna alla kort under samma chef",
    key_type="till nästa kort vars namn börjar så",
    key_letters="bokstäver",
    key_search="sök",
    key_zoom="zooma in, zooma ut, anpassa till fönstret",
    key_escape="lämna sökningen, uppgifterna eller den här hjälpen",
)
