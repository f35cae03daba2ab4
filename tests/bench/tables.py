#!/usr/bin/env python3
"""The check of a large table beside wc and DuckDB, in one run: processor time, speed, memory. Then of JSON Lines, a fifth as
many rows.

tables.py --bin factlint --orders GENERATOR --scratch DIR [--rows N]. DuckDB is installed into the scratch folder by pip, where
there is one, and is nobody's dependency. The machine's noise is in every number: look at the ratios.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import time

RULES = """factlint: 1
facts:
  orders:
    table: FILE
    columns:
      id: {type: integer, unique: true}
      currency: {enum: [USD, EUR, JPY, VND, GBP]}
      amount: {type: decimal, above: 0}
claims:
  - {id: total, assert: sum(orders.amount) > 0}
"""
TYPES = ("columns = {'id': 'BIGINT', 'date': 'DATE', 'currency': 'VARCHAR', 'amount': 'DECIMAL(12,2)', "
         "'status': 'VARCHAR'}")
QUERY = """import duckdb, sys
duckdb.sql("SET threads TO " + sys.argv[2])
print(duckdb.sql(f\"\"\"SELECT count(*) FILTER (NOT amount > 0), count(*) FILTER (currency NOT IN ('USD','EUR','JPY','VND','GBP')),
count(*) - count(DISTINCT id), sum(amount) FROM {sys.argv[1]}\"\"\").fetchall())
"""


def measure(command, folder):
    """(processor seconds, wall seconds, peak memory in MB) of the best of three runs by processor time."""
    runs = []
    for _ in range(3):
        start = time.monotonic()
        child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        if status != 0:
            sys.exit(f"{command[0]} ended with {status}")
        runs.append((usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024))
    return min(runs)


def duckdb_python(scratch):
    python = scratch / "duckdb" / "bin" / "python"
    if not python.exists():
        made = subprocess.run([sys.executable, "-m", "venv", scratch / "duckdb"], capture_output=True)
        if made.returncode != 0:
            return None
        subprocess.run([python, "-m", "pip", "install", "-q", "duckdb"], capture_output=True)
    works = subprocess.run([python, "-c", "import duckdb; print(duckdb.__version__)"], capture_output=True, text=True)
    return (python, works.stdout.strip()) if works.returncode == 0 else None


def threads_of(count):
    return f"{count} thread{'s' if count != '1' else ''}"


def print_rows(given, name, reader, rows):
    """One table of figures: the file `name` of `rows` rows, and how DuckDB reads it."""
    folder = given.scratch / "tables" / name.replace(".", "-")
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    (folder / "rules" / "orders.yaml").write_text(RULES.replace("FILE", name))
    (folder / "factlint.yaml").write_text("rules: rules/orders.yaml\n")
    with open(folder / name, "wb") as out:
        subprocess.run([given.orders.resolve(), str(rows)] + (["jsonl"] if name.endswith(".jsonl") else []),
                       stdout=out, check=True)
    size = (folder / name).stat().st_size / 1e6
    factlint = given.bin.resolve()
    figures = [("wc -l", measure(["wc", "-l", name], folder))]
    for threads in ("1", "2"):
        figures.append((f"factlint, {threads_of(threads)}",
                        measure([factlint, "check", "--threads", threads], folder)))
    duckdb = duckdb_python(given.scratch)
    for threads in ("1", "2") if duckdb else ():
        command = [duckdb[0].absolute(), "-c", QUERY, reader, threads]
        figures.append((f"DuckDB {duckdb[1]}, {threads_of(threads)}", measure(command, folder)))
    if not duckdb:
        print("DuckDB cannot be installed here: left out")
    print(f"{name}: {rows:,} rows, {size:.0f} MB: amount > 0, currency in a set, id unique, exact sum")
    print(f"{'':28}{'cpu s':>8}{'wall s':>8}{'MB/s cpu':>10}{'peak MB':>9}{'x factlint':>12}")
    base = figures[1][1][0]
    for what, (cpu, wall, memory) in figures:
        print(f"{what:28}{cpu:8.2f}{wall:8.2f}{size / cpu:10.0f}{memory:9.0f}{cpu / base:12.2f}")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--bin", required=True, type=pathlib.Path)
    options.add_argument("--orders", required=True, type=pathlib.Path)
    options.add_argument("--scratch", required=True, type=pathlib.Path)
    options.add_argument("--rows", default="10000000")
    given = options.parse_args()
    rows = int(given.rows)
    print_rows(given, "orders.csv", f"read_csv('orders.csv', header = true, {TYPES})", rows)
    print_rows(given, "orders.jsonl", f"read_json('orders.jsonl', format = 'newline_delimited', {TYPES})",
               max(rows // 5, 1))


if __name__ == "__main__":
    main()
