"""What charts say in Swedish."""

from orgcli.language.chart.words import ChartWords
from orgcli.language.counted import Counted
from orgcli.language.page.sv import PAGE

CHART = ChartWords(
    tag="sv",
    decimal_point=",",
    unnamed="(namn saknas)",
    states={"filled": "tillsatt", "open": "vakant", "planned": "planerad", "closed": "indragen"},
    not_found="överordnad `{id}` saknas",
    is_closed="överordnad `{id}` är indragen",
    ended_on="överordnad `{id}` t.o.m. {day}",
    duplicate="id `{id}` förekommer flera gånger",
    to_itself="rapporterar till sig själv",
    ring="cirkelreferens: rapporterar till {name}",
    in_ring="ingår i en cirkelreferens",
    organisation_chart="Organisationsschema",
    kind="organisationsschema",
    positions=Counted("{count} befattning", "{count} befattningar"),
    some_positions="{count} av {whole} befattningar",
    counts={
        "open": Counted("{count} vakant", "{count} vakanta"),
        "planned": Counted("{count} planerad", "{count} planerade"),
        "closed": Counted("{count} indragen", "{count} indragna"),
    },
    on_day="per {day}",
    direct_and_all="2 / 9: direkt underställda / totalt",
    chain="linjen till toppen",
    others={
        "department": Counted("{count} annan avdelning", "{count} andra avdelningar"),
        "level": Counted("{count} annan nivå", "{count} andra nivåer"),
        "role": Counted("{count} annan roll", "{count} andra roller"),
        "location": Counted("{count} annan ort", "{count} andra orter"),
    },
    assistant="assistent",
    direct=Counted("{count} direkt underställd", "{count} direkt underställda"),
    direct_and_below="{direct}, {count} totalt",
    not_shown=Counted("{count} visas inte", "{count} visas inte"),
    dotted_to="streckad linje till {name}",
    seats="{count} tjänster",
    reports_to="rapporterar till {name}",
    below_not_shown="{count} därunder visas inte",
    below="+{count} därunder",
    more_holders="+{count} till",
    level="nivå {number}",
    layer="organisationsnivå {number}",
    fte="{share} FTE",
    start="fr.o.m. {day}",
    end="t.o.m. {day}",
    below_on_page="{count} därunder: sida {page}",
    continued_on=Counted("fortsätter på sida {pages}", "fortsätter på sidorna {pages}"),
    above_on_page="rapporterar till {name}, sida {page}",
    on_page="sida {page}",
    page_of="sida {number} av {count}",
    continued="(forts.)",
    index="Namnregister",
    into_drawio=(
        "draw.io: Arrange > Insert > CSV (eller Advanced > CSV), klistra in allt detta, importera"
    ),
    page=PAGE,
)
