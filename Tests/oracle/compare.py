"""Compares what `vouch audit` says of snapshots with what the second implementation says.

usage: compare.py [--vouch PATH] [--rules ID,...] [--seeds FIRST-LAST] [--folder DIR] [--show N]
Prints the first differences, each with its snapshot, rule, subject and both outcomes; status 1 if there are any.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import activity
import administrators
import advertising
import consent
import consent_kept
import credentials
import fields
import growth
import instants
import integrity
import judging
import lifecycle
import limits
import overlay
import payload
import possible
import proven
import reading
import records
import retention
import secrets_held
import sections
import sharing
import switches
import transfers

ROOT = pathlib.Path(__file__).resolve().parents[2]
GROUPS = (sharing, administrators, retention, lifecycle, switches, activity, consent, consent_kept, limits, growth, payload, fields, credentials, records,
          transfers, integrity, possible, proven, advertising, secrets_held)
EVERY = {rule: entry for group in GROUPS for rule, entry in group.RULES.items()}
# Rules about all records, or all ids, and how the report calls their subjects.
EVERYTHING = {"records": "record", "identifiers": "identifier"}
POPULATION = "records that an incomplete section may lack"
KIND = {"connections": "connection", "exports": "export", "enrichments": "enrichment", "segments": "segment",
        "schedules": "schedule", "runs": "run", "deletions": "deletion", "agreeSurfaces": "agreeSurface"}


def judge(snapshot, as_of, rules):
    """The stricter outcome of each (rule, subject) over all choices between records of one id."""
    found = {}
    for world in judging.worlds(snapshot, as_of):
        for rule in rules:
            of, evaluate = EVERY[rule]
            if of == "sections":
                for section in reading.FIELDS:
                    found.setdefault((rule, f"section:{section}"), []).append(evaluate(world, section))
                continue
            for record in population(world, of):
                if subject := name(record) if of not in EVERYTHING else place(record, of):
                    found.setdefault((rule, subject), []).append(evaluate(world, record))
    for rule in rules:
        if EVERY[rule][0] == "sections":
            continue
        if not all(snapshot.complete(section) for section in suppliers(snapshot, EVERY[rule][0])):
            found[rule, POPULATION] = [judging.UNKNOWN]
    return {key: judging.stricter(outcomes) for key, outcomes in found.items()}


def suppliers(snapshot, of):
    """The sections that have to be complete for a rule to have all of its subjects."""
    if of not in EVERYTHING:
        return of.split()
    return [one for one in reading.FIELDS if one not in reading.SINGLE and snapshot.present(one)]


def population(world, of):
    """The records that a rule judges."""
    sections = list(reading.FIELDS) if of in EVERYTHING else of.split()
    for section in sections:
        if section not in reading.SINGLE:
            yield from world.records(section)
        elif world.present(section) or of not in EVERYTHING:
            yield world.environment if section == "environment" else world.snapshot.collection


def place(record, of):
    """How the report names any record or id, or None for a record without the id that is asked for."""
    if record.section == "collection":
        return "record:collection" if of == "records" else None
    if record.id is None and of == "identifiers":
        return None
    bare = record.section if record.section == "environment" else f"{record.section}#{record.number}"
    return f"{EVERYTHING[of]}:" + (f"{record.section}/{record.id}" if record.id else bare)


def name(record):
    """How the report names a record, or None for one without an id."""
    if record.section == "environment":
        value = record["instanceId"]
        return f"environment:{value.value if value.ok else 'environment'}"
    kind = KIND[record.section]
    return f"{kind}:{record.id or f'{record.section}#{record.number}'}"


def audited(vouch, path, as_of, rules, exceptions):
    """What vouch says: (outcome, reason, notes) of each (rule, subject), and the totals of each rule."""
    with tempfile.TemporaryDirectory() as folder:
        command = [vouch, "audit", str(path), "--output", folder + "/out", "--format", "ndjson,json", "--evidence", "all",
                   "--fail-on", "never", "--jobs", "1", "--quiet", "--rules", ",".join(rules)]
        command += ["--as-of", as_of] if as_of else []
        if exceptions:
            pathlib.Path(folder, "exceptions.yaml").write_text(exceptions)
            command += ["--exceptions", folder + "/exceptions.yaml"]
        run = subprocess.run(command, capture_output=True, text=True)
        report = pathlib.Path(folder, "out/report")
        # Records that don't add up with their sources end with 3; the report is written all the same.
        if run.returncode not in (0, 3) or not report.exists():
            raise SystemExit(f"{path}: vouch ended with status {run.returncode}: {run.stderr[-2000:]}")
        lines = (report / "findings.ndjson").read_text().splitlines()
        totals = {one["id"]: one["totals"] for one in json.loads((report / "summary.json").read_text())["rules"]}
    found = {}
    for line in lines:
        one = json.loads(line)
        subject = one["subject"]
        whole = subject["kind"] == "section" and one["rule"] != "DQ-05"
        found[one["rule"], POPULATION if whole else f"{subject['kind']}:{subject['id']}"] = (
            one["outcome"], (one.get("reason") or {}).get("code", ""))
    return found, totals


def differences(vouch, seed, folder, rules, needed):
    """The differences of one seed as (rule, subject, ours, theirs, path)."""
    path, as_of = sections.write(seed, folder)
    snapshot, clock = reading.Snapshot(path), instants.read(as_of, None)[1] if as_of else None
    snapshot.needed = needed
    ours = judge(snapshot, clock, rules)
    now, text, accepted = clock or judging.World(snapshot, None).collected, None, set()
    if now is not None and not now.day and now.zoned:
        text, accepted = overlay.exceptions(seed, ours, now)
    theirs, totals = audited(vouch, path, as_of, rules, text)
    ours |= {key: "accepted" for key in accepted}
    for key in sorted({*ours, *theirs}):
        mine, other = ours.get(key), theirs.get(key, (None, ""))
        if mine != other[0]:
            yield *key, mine, other, path
    for rule in rules:
        counted = collections.Counter(outcome for (of, _), outcome in ours.items() if of == rule)
        stated = {word: number for word, number in totals[rule].items() if number and word != "population"}
        if stated != dict(counted):
            yield rule, "totals", dict(counted), (stated, ""), path


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--vouch", default=str(ROOT / ".build/debug/vouch"))
    options.add_argument("--rules", default=",".join(sorted(EVERY)))
    options.add_argument("--seeds", default="1-100")
    options.add_argument("--folder", default=None)
    options.add_argument("--show", type=int, default=20)
    chosen = options.parse_args()
    first, last = (int(one) for one in chosen.seeds.split("-"))
    rules = chosen.rules.split(",")
    counts = collections.Counter()
    folder = chosen.folder or tempfile.mkdtemp(prefix="oracle-")
    os.makedirs(folder, exist_ok=True)
    needed = proven.needed(chosen.vouch, rules)
    one = lambda seed: list(differences(chosen.vouch, seed, folder, rules, needed))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for seed, found in zip(range(first, last + 1), pool.map(one, range(first, last + 1))):
            for rule, subject, mine, other, path in found:
                counts[rule] += 1
                if counts.total() <= chosen.show:
                    print(f"seed {seed} {path} {rule} {subject}: here {mine}, vouch {other[0]} {other[1]}")
    if not counts and not chosen.folder:
        shutil.rmtree(folder)
    print(f"{len(rules)} rules, seeds {chosen.seeds}, differences: {dict(counts) or 'none'}")
    return 1 if counts else 0


if __name__ == "__main__":
    sys.exit(main())
