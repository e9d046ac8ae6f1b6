"""DQ-05: what the collection says of itself and of the source of each section."""

import hashlib
import json
import re
import subprocess

import instants
import reading
from judging import FAIL, PASS, every, outcome

MAX_AGE = 30 * instants.DAY
_LOGS = ("azureMonitor", "logAnalytics")
# Rules of these subjects judge whatever is there, so that they need no section.
_OF_ALL = ("record", "identifier", "section")


def needed(vouch, rules):
    """The sections that rules need, as the published description of the rules has them."""
    text = subprocess.run([vouch, "rules", "--format", "json"], capture_output=True, text=True, check=True).stdout
    described = [one for one in json.loads(text) if one["subject"] not in _OF_ALL]
    chosen = [one for one in described if one["id"] in rules] or described
    return {section for one in chosen for section in one["sections"]}


def dq_05(world, section):
    if section == "collection":
        return _collection(world) if world.present("collection") else FAIL
    if not world.present(section):
        return FAIL if section in world.snapshot.needed else PASS
    sources = [one for one in world.snapshot.sources if one["section"].value == section]
    if not sources:
        return FAIL
    stated = [one[path].ok and not one[path].none for one in sources
              for path in ("uri", "sha256", "recordCount", "complete")]
    complete = [one["complete"].value for one in sources if one["complete"].ok]
    counts = [one["recordCount"].value for one in sources if one["recordCount"].ok]
    found = 1 if section in reading.SINGLE else len(world.snapshot.records(section))
    counted = sum(counts) == found if len(counts) == len(sources) else True
    digests = [_digest(world.snapshot, section, one) for one in sources if one["sha256"].ok]
    return outcome(*stated, *complete, counted, *digests, _covered(world, sources))


def _collection(world):
    record = world.snapshot.collection
    stated = [record[path].ok and not record[path].none for path in ("collectedBy", "tool", "toolVersion")]
    collected = record["collectedUtc"]
    fresh = None
    if collected.ok and world.as_of is not None:
        fresh = instants.not_after(world.as_of, collected.value.moved(MAX_AGE))
    return outcome(*stated, collected.ok, fresh)


def _digest(snapshot, section, source):
    """Whether a digest is one, and that of the file of that name, unless an earlier snapshot had the name."""
    claimed = source["sha256"].value.lower()
    if not re.fullmatch("[0-9a-f]{64}", claimed) or len(set(claimed)) == 1:
        return False
    if source["kind"].value == "snapshot" or not source["uri"].ok:
        return True
    name = re.split(r"[/\\:]", source["uri"].value.rstrip("/\\:"))[-1]
    for file in _files(snapshot, section):
        if file.name == name:
            return hashlib.sha256(file.read_bytes()).hexdigest() == claimed
    return True


def _files(snapshot, section):
    """The files that a section was read from."""
    path = snapshot.path
    return [path / "manifest.json", path / f"{section}.ndjson"] if path.is_dir() else [path]


def _covered(world, sources):
    """Whether the logs say which time they cover, and leave no gap, nearly up to the collection; what may be a log may lack one."""
    kinds = [one["kind"].value in _LOGS if one["kind"].ok else None for one in sources]
    parts, windows = [], []
    for log, one in zip(kinds, sources):
        start, end = one["windowStartUtc"], one["windowEndUtc"]
        if log is False:
            continue
        if not start.ok or not end.ok:
            parts.append(None)
            continue
        ordered = instants.not_after(start.value, end.value)
        parts.append(ordered if log or ordered else None)
        windows.append((start.value, end.value))
    windows.sort(key=lambda one: (one[0].first, one[1].first))
    gaps = []
    for number, (start, _) in enumerate(windows[1:], 1):
        reached = max((end for _, end in windows[:number]), key=lambda end: end.last)
        gaps.append(instants.not_after(start, reached))
    # Logs are exported by the day; that nothing happened since looks as one that was cut off.
    if windows and world.collected is not None:
        late = max(end.last for _, end in windows) >= world.collected.first - instants.DAY
        gaps.append(late or None)
    # A log that doesn't say when it was kept may fill a gap.
    closed = None not in kinds and len(windows) == kinds.count(True)
    gapless = every(gaps)
    return every([*parts, gapless if closed or gapless else None])


RULES = {"DQ-05": ("sections", dq_05)}
