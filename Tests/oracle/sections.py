"""Makes the records of a generated snapshot hang together, so that rules get as far as their bounds."""

import datetime
import hashlib
import json
import pathlib
import random
import sys

import generate
import planted
import reading

RARE = {"removedUtc": 0.06, "purposeEndedUtc": 0.1, "removal.requestedUtc": 0.2, "removal.dueUtc": 0.25,
        "detachedUtc": 0.5, "deactivatedUtc": 0.4, "contractLimit": 0.1, "copiedUtc": 0.2, "validToUtc": 0.35,
        "withdrawnUtc": 0.5, "migrated": 0.1, "viaConnectionId": 0.3, "disabledUtc": 0.5}


def snapshot(seed):
    """The generator of a seed, and the snapshot that it makes."""
    make = generate.Generator(seed)
    draw = make.random
    content = {"schema": "connections-snapshot/1", "environment": make.record("environment", 0)}
    for section, ids in generate.IDS.items():
        if draw.random() < 0.04:
            continue
        some = [one for one in ids if draw.random() < 0.8]
        content[section] = [_record(make, section, one, number) for number, one in enumerate(some)]
    _environment(make, content["environment"])
    planted.plant(content, random.Random(f"secrets {seed}"))
    _duplicates(make, content)
    _copies(seed, content)
    _contradictions(seed, content)
    _unnamed(seed, content)
    content["collection"] = _collection(make, content)
    for key in ("environment", "collection"):
        if draw.random() < make.oddity / 8:
            content.pop(key)
    return make, content


def _record(make, section, identifier, number):
    record = make.record(section, number)
    draw = make.random
    for path, share in RARE.items():
        if path in reading.FIELDS[section] and draw.random() >= share:
            _replace(record, path, None)
    own = reading.OWN_ID.get(section)
    if own and draw.random() >= make.oddity / 3:
        record[own] = make.spelled(identifier)
    if draw.random() >= make.oddity:
        globals().get("_" + section, lambda *_: None)(make, record, identifier)
    return record


def _replace(record, path, value):
    *steps, last = path.split(".")
    for step in steps:
        record = record.get(step)
        if not isinstance(record, dict):
            return
    if last in record:
        record[last] = value


def _principals(make, record, identifier):
    kind = {"p-5": "group", "p-6": "app"}.get(identifier, "user")
    record.update(principalType=kind, enabled=make.random.random() < 0.85)
    if kind != "group":
        record["groupMembers"] = None


def _roleAssignments(make, record, identifier):
    draw = make.random
    record["principalId"] = draw.choice(generate.IDS["principals"])
    record["roles"] = draw.choice([["admin"], ["Admin"], ["contributor"], ["viewer"], ["marketingContributor"]])
    if draw.random() < 0.4:
        record["validFromUtc"] = "2020-01-01T00:00:00Z"


def _environment(make, record):
    if make.random.random() >= make.oddity:
        record.update(instanceId=generate.INSTANCE, createdUtc="2019-03-12T08:00:00Z")
    if make.random.random() < 0.7:
        record.update(copiedFromInstanceId=None, copiedUtc=None)


def _connections(make, record, identifier):
    draw = make.random
    enriches = draw.random() < 0.25
    record["purposeKind"] = "enrichment" if enriches else "export"
    record["type"] = draw.choice(generate.ENRICHERS if enriches else generate.TYPES)
    if draw.random() < 0.6:
        record["instanceId"] = generate.INSTANCE


def _consents(make, record, identifier):
    draw = make.random
    record["subjectType"] = "connection" if draw.random() < 0.85 else draw.choice(["privateLink", "enrichment"])
    targets = {"connection": "connections", "privateLink": "agreeSurfaces", "enrichment": "enrichments"}
    record["subjectId"] = make.spelled(draw.choice(generate.IDS[targets[record["subjectType"]]]))
    record["state"] = draw.choice(["accepted"] * 5 + ["withdrawn", "declined", "expired"])
    if draw.random() < 0.7:
        record["instanceId"] = generate.INSTANCE


def _exports(make, record, identifier):
    draw = make.random
    record["connectionId"] = None if draw.random() < 0.12 else make.spelled(draw.choice(generate.IDS["connections"]))
    if record["connectionId"] is None and make.bounds.random() < 0.6:
        nudge = make.bounds.choice(generate.NUDGES[2:5])
        record["detachedUtc"] = (make.now - datetime.timedelta(days=30) + nudge).isoformat() + "Z"
    segments = draw.random() < 0.8
    names = generate.IDS["segments" if segments else "tables"]
    record["items"] = [{"kind": "segment" if segments else "table", "name": draw.choice(names)}
                       for _ in range(draw.choice([1, 1, 1, 2]))]
    if draw.random() < 0.6:
        record["instanceId"] = generate.INSTANCE


def _enrichments(make, record, identifier):
    draw = make.random
    record["connectionId"] = make.spelled(draw.choice(generate.IDS["connections"])) if draw.random() < 0.7 else None
    record["type"] = draw.choice(generate.ENRICHERS)


def _segments(make, record, identifier):
    record["base"] = "account" if make.random.random() < 0.08 else "customer"
    draw = make.bounds
    if draw.random() < 0.5 and isinstance(record.get("consentRule"), dict):
        record["consentRule"].update(
            purpose=draw.choice(["Sale", "sharing", "Sale or sharing", "Do not sell", "sale of goods"]),
            mode=draw.choice(["exclude", "Exclude", "include", "ask"]),
            value=draw.choice(["opted-out", "optedOut", "optedIn", "OptedIn", None]))
    if draw.random() < 0.3:
        record["displayName"] = draw.choice(["Pregnant customers", "Prediabetesgroup", "HIVpositive", "kidsClub2", "Grace"])
    draw = make.trends
    if draw.random() < 0.4:
        # Counts of some weeks that grow towards a limit, or stay.
        step, days = draw.choice([0, 1_000, 5_000, 20_000]), draw.choice([1, 7, 10])
        last = draw.choice([90_000, 450_000, 900_000]) - draw.choice([1, 5_000, 20_000, 40_000])
        ago = [datetime.timedelta(days=days * number) for number in range(draw.choice([2, 3, 4, 6]))]
        rows = [{"utc": (make.now - draw.choice([datetime.timedelta(0), datetime.timedelta(days=1)]) - back).isoformat() + "Z",
                 "members": last - step * number} for number, back in enumerate(ago)]
        record["countedUtc"], record["members"] = rows[0]["utc"], rows[0]["members"]
        record["history"] = draw.sample(rows[1:], len(rows) - 1)
        if draw.random() < 0.2:
            draw.choice(rows)["members" if draw.random() < 0.5 else "utc"] = draw.choice([None, "soon", -1])
            record["history"] = rows[draw.choice([0, 1]):]


def _target(make, record):
    kind = make.random.choice(["export", "export", "export", "enrichment"])
    record["targetKind"] = kind
    record["targetId"] = make.spelled(make.random.choice(generate.IDS[kind + "s"]))


def _schedules(make, record, identifier):
    _target(make, record)


def _runs(make, record, identifier):
    draw = make.random
    _target(make, record)
    if draw.random() < 0.8:
        start = make.moment()
        length = datetime.timedelta(minutes=draw.choice([5, 10, 20, 40, 60, 180, 480])) + draw.choice(generate.NUDGES)
        record["submittedUtc"] = (start - datetime.timedelta(minutes=1)).isoformat() + "Z"
        record["startUtc"] = start.isoformat() + "Z"
        if draw.random() < 0.9:
            record["endUtc"] = (start + length).isoformat() + "Z"
    if draw.random() < 0.75:
        record["status"] = "successful"


def _agreeSurfaces(make, record, identifier):
    record["kind"] = "enrichment" if identifier.startswith("f") else "privateLink"


def _duplicates(make, content):
    """Lets one record stand twice, as it is or with another value, under its id in the same or another spelling."""
    draw = make.random
    while draw.random() < 0.3:
        section = draw.choice(["connections", "exports", "segments", "consents", "runs", "principals"])
        if not content.get(section):
            continue
        copy = json.loads(json.dumps(draw.choice(content[section])))
        if draw.random() < 0.6:
            other = make.record(section, 0)
            path = draw.choice([one for one in other if one != reading.OWN_ID[section]] or ["displayName"])
            copy[path] = other.get(path)
        content[section].append(copy)


def _copies(seed, content):
    """Lets papers, contracts, vaults and tables, or what one of them lists, stand twice, mostly with another value; few vaults refuse access."""
    make = generate.Generator(f"copies {seed}")
    draw = make.random
    for vault in content.get("keyVaults", []):
        if draw.random() < 0.8:
            vault["lastAccessError"] = None
    lists = {"keyVaults": "secrets", "tables": "fields", "environment": "knownHosts"}
    while draw.random() < 0.6:
        section = draw.choice(["agreements", "transferRecords", "contractLimits", *lists])
        rows = [content["environment"]] if section == "environment" else content.get(section)
        if not rows:
            continue
        record = draw.choice(rows)
        if section in lists and (section == "environment" or draw.random() < 0.5):
            inner = record.get(lists[section])
            other = make.entry(section, lists[section])
            if isinstance(inner, list) and inner and isinstance(inner[0], dict) and isinstance(other, dict):
                inner.append({**other, **{key: inner[0][key] for key in ("name", "host") if key in inner[0]}})
            continue
        copy = json.loads(json.dumps(record))
        other = make.record(section, 0)
        path = draw.choice([one for one in other if one != reading.OWN_ID[section]])
        copy[path] = other[path]
        rows.append(copy)


def _contradictions(seed, content):
    """Lets a run or a record of deletion stand twice with another value, so that rules get as far as what it decides."""
    make = generate.Generator(f"contradictions {seed}")
    draw = make.random
    for section, paths in (("runs", ["recordCount", "status", "targetId", "startUtc", "recordCountSource"]),
                           ("deletions", ["subjectId", "subjectType", "deletedUtc", "certificate"])):
        if not content.get(section) or draw.random() < 0.5:
            continue
        record = draw.choice(content[section])
        if section == "runs" and draw.random() < 0.7:
            record.update(recordCountSource="recorded", status="successful")
        path, other = draw.choice(paths), make.record(section, 0)
        content[section].insert(draw.randrange(len(content[section]) + 1), {**record, path: other.get(path)})


def _unnamed(seed, content):
    """Lets some runs not tell what ran."""
    draw = random.Random(f"unnamed {seed}")
    share = draw.choice([0, 0, 0, 0.1, 0.4])
    for run in content.get("runs", []):
        if draw.random() < share:
            run.pop("targetId", None)


def _collection(make, content):
    draw = make.random
    record = make.record("collection", 0)
    record["collectedUtc"] = generate.COLLECTED.isoformat() + "Z" if draw.random() >= make.oddity else make.time()
    record["timeZone"] = draw.choice(["UTC", "UTC", None, "Europe/Brussels"])
    record["sources"] = []
    for section in [one for one in reading.FIELDS if one != "collection"]:
        if draw.random() < 0.04:
            continue
        one = make.entry("collection", "sources")
        if not isinstance(one, dict):
            continue
        one["section"] = section
        one["complete"] = True if draw.random() >= 0.06 else draw.choice([False, None])
        rows = content.get(section, [])
        one["recordCount"] = (len(rows) if isinstance(rows, list) else 1) + (draw.random() < 0.05)
        one["sha256"] = "ab" * 32 if draw.random() < 0.95 else draw.choice([None, "abc"])
        if draw.random() < 0.7:
            one["windowStartUtc"] = "2018-01-01T00:00:00Z"
            one["windowEndUtc"] = generate.COLLECTED.isoformat() + "Z"
        record["sources"].append(one)
        if make.bounds.random() < 0.08:
            record["sources"] += _logs(make.bounds, one)
    return record


def _logs(draw, source):
    """Makes a source the first of several logs, which meet, overlap, or leave a gap that perhaps another one fills."""
    day = lambda number: (generate.COLLECTED - datetime.timedelta(days=number)).isoformat() + "Z"
    source.update(kind="azureMonitor", windowStartUtc=day(400), windowEndUtc=day(200))
    kinds = ["logAnalytics", "logAnalytics", "azureMonitor", "uiList", "diary", None]
    windows = [(200, 0), (200, 100), (100, 0), (300, 0), (150, 160)]
    logs = []
    for _ in range(draw.choice([1, 1, 2])):
        start, end = draw.choice(windows)
        logs.append({**source, "recordCount": 0, "kind": draw.choice(kinds), "windowStartUtc": day(start),
                     "windowEndUtc": draw.choice([day(end), day(end), day(end), None])})
    return logs


def _digests(make, sources, texts):
    """Lets sources name the files of the snapshot, mostly with their digests."""
    for one in sources if isinstance(sources, list) else []:
        if isinstance(one, dict) and one.get("section") in texts and make.bounds.random() < 0.2:
            one["uri"] = make.bounds.choice(["file:{}.ndjson", "C:\\dump\\{}.ndjson", "{}.ndjson"]).format(one["section"])
            if make.bounds.random() < 0.7:
                digest = hashlib.sha256(texts[one["section"]].encode()).hexdigest()
                one["sha256"] = make.bounds.choice([digest, digest.upper()])


def write(seed, folder):
    """Writes the snapshot of a seed, as one file or as a folder of sections, and gives its path and clock."""
    make, content = snapshot(seed)
    folder = pathlib.Path(folder)
    as_of = make.as_of.isoformat() + "Z" if make.as_of else None
    if make.random.random() < 0.8:
        path = folder / f"{seed}.json"
        path.write_text(json.dumps(content, indent=1))
        return path, as_of
    path = folder / str(seed)
    path.mkdir(exist_ok=True)
    texts = {section: "".join(json.dumps(one) + "\n" for one in content.pop(section))
             for section in [one for one in content if isinstance(content[one], list)]}
    for section, text in texts.items():
        (path / f"{section}.ndjson").write_text(text)
    _digests(make, content.get("collection", {}).get("sources"), texts)
    (path / "manifest.json").write_text(json.dumps(content))
    return path, as_of


if __name__ == "__main__":
    print(*write(int(sys.argv[1]), sys.argv[2]))
