"""Matching beside PostGIS: the same ten firms of the same tradesmen, from `mandat match` and from two indexed queries."""

import random
import statistics
import subprocess
from pathlib import Path

from engines import PROGRAM, ROOT, Postgres
from figures import french, print_table, times

QUERIES, TRADES, DAYS = 2_000, 30, 365
ORDERS = ("distance", "rating")

# One query at a time, its plan kept, timed within the server: no network, no client. What it found is kept.
MEASURE = """
create or replace function measure(out took bigint[], out answers text[]) language plpgsql as $$
declare q record; begun timestamptz; found bigint[];
begin
  for q in select * from queries order by qid loop
    begun := clock_timestamp();
    {statement};
    took := took || (extract(epoch from clock_timestamp() - begun) * 1e9)::bigint;
    answers := answers || (q.qid || ';' || array_to_string(found, ','));
  end loop;
end $$;
select unnest(answers), unnest(took) from measure();
"""

CONDITIONS = "trade = q.trade and st_distance(base, q.place, false) <= radius_m and not busy @> q.day"
STATEMENTS = {
    # PostgreSQL 15 walks the index in order of distance only when nothing else is asked for: ties are ordered after it.
    "distance": f"""select coalesce(array_agg(id order by distance, rating desc, id), '{{}}') into found from
                    (select id, rating, base <-> q.place as distance from firms where {CONDITIONS}
                     order by base <-> q.place limit 10) best""",
    "rating": f"""select coalesce(array_agg(id), '{{}}') into found from (select id from firms
                  where cover && st_envelope(q.place::geometry) and {CONDITIONS}
                  order by rating desc, st_distance(base, q.place, false), id limit 10) best""",
}
TABLES = """
create extension postgis; create extension btree_gist;
create table loaded (id bigint, lon bigint, lat bigint, radius_m bigint, rating int, trades text, busy text);
create table asked (qid int, lon bigint, lat bigint, trade int, day int);
\\copy loaded from '{tradesmen}' csv header
\\copy asked from '{queries}' csv header
-- The covered box of each firm, a hundredth wider than its circle.
create table firms as select id, trade::int, radius_m, rating, st_makepoint(lon / 1e6, lat / 1e6)::geography as base,
  st_makeenvelope(lon / 1e6 - width / cos(radians(lat / 1e6)), lat / 1e6 - width,
                  lon / 1e6 + width / cos(radians(lat / 1e6)), lat / 1e6 + width, 4326) as cover,
  ('{{' || coalesce(regexp_replace(busy_, '(\\d+)-(\\d+)', '[\\1,\\2]', 'g'), '') || '}}')::int4multirange as busy
  from (select *, replace(busy, ';', ',') as busy_, degrees(radius_m * 1.01 / 6371008.8) as width from loaded) l
  cross join lateral unnest(string_to_array(trades, ';')) as trade;
create table queries as select qid, trade, day, st_makepoint(lon / 1e6, lat / 1e6)::geography as place from asked;
create index on firms using gist (trade, base);
create index on firms using gist (trade, cover);
vacuum analyze firms;
"""


def write_tradesmen(path: Path, firms: int, places: list, chance: random.Random) -> None:
    with path.open("w") as file:
        file.write("id,lon_e6,lat_e6,radius_m,rating,trades,busy\n")
        for number in range(1, firms + 1):
            lon, lat = chance.choice(places)
            trades = ";".join(map(str, sorted(chance.sample(range(TRADES), chance.randint(1, 4)))))
            starts = sorted(chance.sample(range(0, DAYS, 10), chance.randint(0, 4)))
            busy = ";".join(f"{day}-{day + chance.randint(0, 9)}" for day in starts)
            file.write(f"{number},{lon + chance.randint(-9_000, 9_000)},{lat + chance.randint(-9_000, 9_000)},"
                       f"{chance.randint(10, 65) * 1000},{chance.randint(0, 1000)},{trades},{busy}\n")


def write_queries(path: Path, places: list, chance: random.Random) -> None:
    with path.open("w") as file:
        file.write("qid,lon_e6,lat_e6,trade,day\n")
        for number in range(1, QUERIES + 1):
            lon, lat = chance.choice(places)
            file.write(f"{number},{lon + chance.randint(-9_000, 9_000)},{lat + chance.randint(-9_000, 9_000)},"
                       f"{chance.randrange(TRADES)},{chance.randrange(DAYS)}\n")


def communes() -> list:
    """The points of data/communes.tsv, in millionths of a degree, each as often as there are people for it."""
    lines = (ROOT / "data" / "communes.tsv").read_text().splitlines()
    head = lines[0].split("\t")
    lat, lon = head.index("lat_e6"), head.index("lon_e6")
    return [(int(row[lon]), int(row[lat])) for row in (line.split("\t") for line in lines[1:]) if row[lat]]


def answers_of(tradesmen: Path, queries: Path, order: str, folder: Path) -> tuple[list, list]:
    took = folder / "times"
    said = subprocess.run([PROGRAM, "match", "--tradesmen", tradesmen, "--queries", queries, "--order", order,
                           "--times", took], check=True, text=True, stdout=subprocess.PIPE).stdout
    return said.split(), [int(line) for line in took.read_text().split()]


def report(engine: Postgres, folder: Path, sizes: list) -> None:
    chance, places = random.Random(11), communes()
    queries = folder / "queries.csv"
    write_queries(queries, places, chance)
    rows = []
    for firms in sizes:
        tradesmen = folder / f"tradesmen_{firms}.csv"
        write_tradesmen(tradesmen, firms, places, chance)
        place = engine.place(f"postgis_{firms}", migrated=False)
        engine.run(place.name, TABLES.format(tradesmen=tradesmen, queries=queries))
        for order in ORDERS:
            theirs = engine.run(place.name, MEASURE.format(statement=STATEMENTS[order]))
            lines = [line.split("|") for line in theirs.splitlines()]
            ours, ours_took = answers_of(tradesmen, queries, order, folder)
            same = sum(a == b for a, (b, _) in zip(ours, lines)) / QUERIES
            ratio = statistics.median(ours_took) / statistics.median(int(took) for _, took in lines)
            rows.append([french(firms), order, times(ratio), f"{same:.1%}"])
        place.remove()
        tradesmen.unlink()
    print_table("Matching beside PostGIS: median time of a search, an indexed query of PostGIS = 1",
                ["tradesmen", "order", "ratio", "same ten in the same order"], rows)
