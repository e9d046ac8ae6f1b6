"""Judges a generated snapshot by the four rules of Benchmarks/reference with DuckDB.

usage: reference.py SNAPSHOT CATALOGUE WORK     prints a line of JSON a rule
The catalogue's facts are written into WORK first, as tables that the queries read.
"""

import csv
import json
import pathlib
import sys

import duckdb
import yaml

REFERENCE = pathlib.Path(__file__).resolve().parent / "reference"
RULES = ["con-01", "lif-01", "lim-01", "dq-01"]
BEGINNING = "0001-01-01"


def day(row):
    return str(row.get("from") or BEGINNING)


def write_facts(catalogue, folder):
    """The services by the names that a snapshot may call them, with what held when."""
    folder.mkdir(parents=True, exist_ok=True)
    services, steps, limits = [], [], []
    for path in sorted((catalogue / "destinations").glob("*.yaml")):
        facts = yaml.load(path.read_text(), yaml.BaseLoader)
        rows = facts.get("consentStep") or []
        needed = any(row["value"] != "no" for row in rows)
        services.append([path.stem, facts.get("consentStepSince") or BEGINNING,
                         str(needed).lower()])
        steps += [[path.stem, day(row), str(row["value"] != "no").lower()] for row in rows]
        limits += [[path.stem, day(row), row.get("kind"), row.get("maximum"), row.get("scope")]
                   for row in facts.get("limits") or []]
    for name, head, rows in (
        ("services", ["type", "since", "everNeeded"], services),
        ("steps", ["type", "validFrom", "needed"], steps),
        ("limits", ["type", "validFrom", "kind", "maximum", "scope"], limits),
    ):
        with open(folder / f"{name}.csv", "w", newline="") as file:
            csv.writer(file).writerows([head] + rows)


def main():
    snapshot, catalogue, work = map(pathlib.Path, sys.argv[1:4])
    facts = work / "facts"
    write_facts(catalogue, facts)
    database = duckdb.connect()
    database.execute("SET threads = 2")
    tables = (REFERENCE / "tables.sql").read_text()
    database.execute(tables.replace("$folder", str(snapshot)).replace("$facts", str(facts)))
    for rule in RULES:
        cursor = database.execute((REFERENCE / f"{rule}.sql").read_text())
        names = [column[0] for column in cursor.description]
        print(json.dumps(dict(zip(names, cursor.fetchone()))))


main()
