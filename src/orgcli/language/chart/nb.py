"""What charts say in Norwegian Bokmål."""

from orgcli.language.chart.words import ChartWords
from orgcli.language.counted import Counted
from orgcli.language.page.nb import PAGE

CHART = ChartWords(
    tag="nb",
    decimal_point=",",
    unnamed="(uten navn)",
    states={"filled": "besatt", "open": "ledig", "planned": "planlagt", "closed": "nedlagt"},
    not_found="overordnet `{id}` ikke funnet",
    is_closed="overordnet `{id}` er nedlagt",
    ended_on="overordnet `{id}` t.o.m. {day}",
    duplicate="id-en `{id}` finnes flere ganger",
    to_itself="rapporterer til seg selv",
    ring="sirkelreferanse: rapporterer til {name}",
    in_ring="inngår i en sirkelreferanse",
    organisation_chart="Organisasjonskart",
    kind="organisasjonskart",
    positions=Counted("{count} stilling", "{count} stillinger"),
    some_positions="{count} av {whole} stillinger",
    counts={
        "open": Counted("{count} ledig", "{count} ledige"),
        "planned": Counted("{count} planlagt", "{count} planlagte"),
        "closed": Counted("{count} nedlagt", "{count} nedlagte"),
    },
    on_day="per {day}",
    direct_and_all="2 / 9: direkte underordnede / totalt",
    chain="linjen til toppen",
    others={
        "department": Counted("{count} annen avdeling", "{count} andre avdelinger"),
        "level": Counted("{count} annet nivå", "{count} andre nivåer"),
        "role": Counted("{count} annen rolle", "{count} andre roller"),
        "location": Counted("{count} annet sted", "{count} andre steder"),
    },
    assistant="assistent",
    direct=Counted("{count} direkte underordnet", "{count} direkte underordnede"),
    direct_and_below="{direct}, {count} totalt",
    not_shown=Counted("{count} vises ikke", "{count} vises ikke"),
    dotted_to="stiplet linje til {name}",
    seats="{count} like stillinger",
    reports_to="rapporterer til {name}",
    below_not_shown="{count} under vises ikke",
    below="+{count} under",
    more_holders="+{count} til",
    level="nivå {number}",
    layer="organisasjonsnivå {number}",
    fte="{share} årsverk",
    start="f.o.m. {day}",
    end="t.o.m. {day}",
    below_on_page="{count} under: side {page}",
    continued_on=Counted("fortsetter på side {pages}", "fortsetter på sidene {pages}"),
    above_on_page="rapporterer til {name}, side {page}",
    on_page="side {page}",
    page_of="side {number} av {count}",
    continued="(forts.)",
    index="Navneregister",
    into_drawio=(
        "draw.io: Arrange > Insert > CSV (eller Advanced > CSV), lim inn alt dette, importer"
    ),
    page=PAGE,
)
