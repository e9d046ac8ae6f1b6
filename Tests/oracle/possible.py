"""DQ-03 and DQ-04: words of the vocabulary, and values that can be true."""

import math
import zoneinfo

import instants
import reading
from judging import every, outcome, removed, service

SKEW, TOLERANCE, WINDOW = 300 * instants.SECOND, 0.05, 2 * instants.DAY
_ZONES = {one.lower() for one in zoneinfo.available_timezones()}
_BORN, _BEFORE_BIRTH = instants.read("2018-12-01T00:00:00Z", None)[1], instants.read("2021-02-09T00:00:00Z", None)[1]
# Times that are set for later, or may be; all others tell of what has happened.
_PLANNED = {"expiresUtc", "validFromUtc", "validToUtc", "reviewDueUtc", "dueUtc"}


def dq_03(world, record):
    return outcome(*(_known(field, value, holder, path.split("[].")[-1])
                     for path, field in reading.FIELDS[record.section].items() if field.words or field.kind == "service"
                     for value, holder in values(record, path)))


def values(record, path):
    """The values at a path, each with the object that holds it.

    An entry that is no object, and a list that is none, are one fault: that of what would stand first in them.
    """
    if "[]." in path:
        lines, _, inner = path.partition("[].")
        first = next(one for one in reading.FIELDS[record.section] if one.startswith(lines + "[].")) == path
        return [(one[inner], one) if isinstance(one, reading.Record) else (one, record)
                for one in (record[lines].value if record[lines].ok else []) if first or isinstance(one, reading.Record)]
    value = record[path]
    if value.ok and isinstance(value.value, list):
        return [(one, record) for one in value.value if reading.FIELDS[record.section][path].kind != "objects"]
    return [(value, record)]


def _known(field, value, holder, path):
    """Whether a word is one of the vocabulary: what is no word at all is none of them."""
    if value.state in ("absent", "null"):
        return True
    if not value.ok:
        return False
    if field.kind != "service":
        return True
    return {"here": True, "unknown": False, "ambiguous": None, "missing": False}[service(holder, path)[0]]


def dq_04(world, record):
    parts = []
    for path, field in reading.FIELDS[record.section].items():
        # A word that is none is the finding of DQ-03.
        if not field.words and field.kind != "service":
            parts += [_readable(value, path) for value, _ in values(record, path)]
        if field.kind == "time" and path.split(".")[-1] not in _PLANNED and path != "collectedUtc":
            parts += [_past(world, value) for value, _ in values(record, path)]
    parts += [_ordered(record["createdUtc"], record["updatedUtc"])]
    parts += [globals().get("_" + record.section, lambda *_: True)(world, record)]
    return outcome(*parts)


def _readable(value, path):
    """Whether a value can be read in one way; a placeholder is missing, and an end that is missing is none."""
    if value.state == "sentinel" and path.split(".")[-1] in _PLANNED:
        return True
    if value.state in ("sentinel", "ambiguous"):
        return None
    return value.state != "malformed"


def _past(world, value):
    """Whether a time does not lie after the collection."""
    if not value.ok:
        return True
    if world.collected is None:
        return None
    return instants.not_after(value.value, world.collected.moved(SKEW))


def _ordered(*times):
    """Whether the times that are known follow each other."""
    known = [one.value for one in times if one.ok]
    return every(instants.not_after(a, b) for number, a in enumerate(known) for b in known[number + 1:])


def _connections(world, record):
    if record["createdUtc"].ok:
        made = record["createdUtc"].value
        early, old = instants.before(made, _BORN), instants.before(made, _BEFORE_BIRTH)
        moved = record["migrated"].value if record["migrated"].ok else None
        return every([None if early is None else not early, True if old is False else True if moved else
                      moved if old else None])
    return True


def _runs(world, record):
    return every([_ordered(record["submittedUtc"], record["startUtc"], record["endUtc"]), _counted(world, record)])


def _exports(world, record):
    """Whether an active export has a connection; one that was removed is not active."""
    if record["state"].value != "active" or removed(record):
        return True
    if record["connectionId"].state != "null":
        return True
    return False if world.complete("exports") else None


def _schedules(world, record):
    """Whether the zone of a recurrence is known; the system refresh has its own."""
    zone, mode, on, cron = (record[path] for path in ("timezoneId", "mode", "isActive", "cron"))
    if zone.ok and not zone.none:
        return zone.value.lower() in _ZONES
    bare = zone.none or zone.missing
    own = (mode.value == "custom" if mode.ok else None)
    needed = every([own, on.value if on.ok else None, cron.ok and bool(cron.value)])
    return True if needed is False or not bare else None


def _counted(world, run):
    """Whether a recorded count can be that of segments that were counted near the run.

    Only a run that succeeded has sent all of them, and only what surely was recorded decides.
    """
    count, source = run["recordCount"], run["recordCountSource"]
    time = next((run[path] for path in ("startUtc", "endUtc") if run[path].ok), None)
    if not count.ok or source.value == "derived" or time is None:
        return True
    names, surely = _sent(world, run, time.value)
    counts = [_nearest(world, world.named("segments", one) if one else None, time.value) for one in names]
    least = math.floor(max([one for one in counts if one is not None], default=0) * (1 - TOLERANCE))
    most = math.inf if None in counts or not counts else math.ceil(sum(counts) * (1 + TOLERANCE))
    sent_all = run["status"].value == "successful" if run["status"].ok else None
    parts = [True if count.value >= least or sent_all is False else sent_all and False, count.value <= most]
    return every(parts) if surely and source.ok else True if every(parts) else None


def _sent(world, run, time):
    """The names of the segments that a run sent, None for what may be none, and whether they surely are those."""
    if run["items"].ok and run["items"].value:
        return _distinct(one.value if one.ok else None for one in run["items"].value), True
    export = world.named("exports", run["targetId"].value) if run["targetId"].ok else None
    if export is None or not export["items"].ok:
        return [], False
    items = [one if isinstance(one, reading.Record) else None for one in export["items"].value]
    names = [one["name"].value if one and one["kind"].value == "segment" and one["name"].ok else None for one in items]
    saved = export["updatedUtc"]
    unchanged = instants.not_after(saved.value, time) if saved.ok else saved.state == "null" and world.complete("exports")
    return _distinct(names), unchanged is True


def _distinct(names):
    return list(dict.fromkeys(names))


def _nearest(world, segment, time):
    """The members of a segment at the count nearest to a time; how many contacts accounts have is not known."""
    if segment is None:
        return None
    base, audience = segment["base"], world.environment["audience"]
    if (base.value if base.ok else "account" if audience.value == "B2B" else None) == "account":
        return None
    counts = [(segment["countedUtc"], segment["members"])]
    counts += [(one["utc"], one["members"]) for one in reading.entries(segment["history"])]
    near = [(abs(at.value.first - time.first), number.value) for at, number in counts if at.ok and number.ok]
    return min([one for one in near if one[0] <= WINDOW], key=lambda one: one[0], default=(0, None))[1]


RULES = {"DQ-03": ("records", dq_03), "DQ-04": ("records", dq_04)}
