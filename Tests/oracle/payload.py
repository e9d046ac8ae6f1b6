"""LIM-04 and LIM-06: what kinds of data go out, and how long that takes."""

import instants
import reading
from judging import FAIL, NOT_APPLICABLE, UNKNOWN, began, made, outcome, started
from limits import attached


def lim_04(world, export):
    early, connection, found = attached(world, export)
    if early:
        return early
    if found.payload in ("connector", "none"):
        return FAIL
    items, constraints = export["items"], found.constraints or []
    parts = []
    for one in items.value if items.ok else []:
        if not isinstance(one, reading.Record):
            parts.append(None)
            continue
        kind, name = one["kind"], one["name"]
        if not kind.ok:
            parts.append(None)
            continue
        segment = kind.value == "segment"
        parts.append({"segments": segment, "tables": not segment, "none": False}.get(found.payload, True))
        table = world.named("tables", name.value) if name.ok and not segment else None
        if "noFolderSources" in constraints and table:
            parts.append(_said(table["source"], lambda source: source.lower() != "cdm"))
    if not items.ok:
        parts.append(None)
    file, soft = export["fileType"], connection["target.softDeleteEnabled"]
    if "csvOnly" in constraints and not file.none:
        parts.append(_said(file, lambda type: type.strip().lower() in ("csv", ".csv")))
    if "softDeleteOff" in constraints:
        parts.append(_said(soft, lambda on: not on))
    if items.ok and any(one["kind"].value == "segment" for one in reading.entries(items)):
        parts += _mapped(world, export)
    return outcome(*parts)


def _said(value, fits):
    """Whether a further fact fits: silence breaks nothing, and what can't be read may."""
    return fits(value.value) if value.ok else True if value.missing or value.state == "null" else None


def _mapped(world, export):
    """Whether each mapped field is one of the profile or of a table that is sent; what nobody mapped breaks nothing."""
    mapping, items = export["mapping"], export["items"].value
    if not mapping.ok:
        return [] if mapping.missing or mapping.state == "null" else [None]
    own = {"customer", "account", "contact"} if world.environment["audience"].value == "B2B" else {"customer"}
    unclear = any(not isinstance(one, reading.Record) or not one["kind"].ok
                  or one["kind"].value != "segment" and not one["name"].ok for one in items)
    sent = {one["name"].value.lower() for one in items if isinstance(one, reading.Record)
            and one["kind"].value in ("table", "customer") and one["name"].ok}
    parts = []
    for one in mapping.value:
        source = one["source"] if isinstance(one, reading.Record) else reading.Value("malformed")
        unread = isinstance(one, reading.Record) and not any(one["target"].state == state for state in ("ok", "null", "absent"))
        if not unread and (source.missing or source.state == "null"):
            continue
        if not source.ok:
            parts.append(None)
            continue
        table = source.value.split(".", 1)[0].lower() if "." in source.value else None
        parts.append(True if table is None or table in own | sent else None if unclear else False)
    return parts


def lim_06(world, export):
    early, connection, found = attached(world, export)
    if early:
        return early
    parts = []
    now = world.collected
    for run in world.runs([export]):
        start, end = run["startUtc"], run["endUtc"]
        dated = next((one for one in (start, run["submittedUtc"], end) if one.ok), None)
        own = _facts(found, dated.value.first if dated else None)
        if not ("minutes" in own or "fewHours" in own):
            continue
        allowed = _allowed(own)
        over = run["status"].value in ("deleted", "needsUpdate")
        if started(run) is False:
            parts.append(True)
        elif not start.ok:
            parts.append(True if over or not end.ok and not _may_exceed(world, run, allowed) else None)
        elif end.ok:
            backwards = instants.before(end.value, start.value)
            parts.append(None if backwards else instants.not_after(end.value, start.value.moved(allowed)))
        elif over:
            parts.append(True)
        elif now is not None:
            due = instants.not_after(now, start.value.moved(allowed))
            parts.append(True if due else False if due is False and run["status"].value == "running" else None)
        else:
            parts.append(None)
    # What may be missing, or may be a run of any export, may have taken too long.
    known = world.complete("runs") and not _others(world, export, found)
    if parts:
        return outcome(*parts, True if known else None)
    now = _facts(found, world.now.first if world.now else None)
    documented = not world.runs([export]) and ("minutes" in now or "fewHours" in now)
    return UNKNOWN if documented and not known else NOT_APPLICABLE


def _others(world, export, found):
    """The runs that don't tell what ran, may be of the export, and may exceed the shortest time ever documented."""
    times = [one for one in map(_allowed, found.facts.get("limits") or []) if one is not None]
    since, gone = made(world, export), export["removedUtc"]
    return [run for run in world.nameless("runs", "exports") if times and _may_exceed(world, run, min(times))
            and not (began(run).ok and (since.ok and instants.before(began(run).value, since.value)
                                        or gone.ok and instants.not_after(gone.value, began(run).value)))]


def _allowed(row):
    """How long a run may take by what the documents said at one time, in microseconds."""
    return int(row["minutes"] * 2 * instants.MINUTE) if "minutes" in row else 240 * instants.MINUTE if "fewHours" in row else None


def _may_exceed(world, run, allowed):
    """Whether a run may have taken longer by the collection; from its queueing where it neither began nor ended."""
    start, end = run["startUtc"], run["endUtc"]
    if started(run) is False or run["status"].value in ("deleted", "needsUpdate") and not (start.ok and end.ok):
        return False
    seen = world.collected or world.as_of
    first = start if start.ok or end.ok else run["submittedUtc"]
    last = end.value if end.ok else seen
    if not first.ok or last is None or last.last < first.value.first:
        return True
    return last.last - first.value.first > allowed


def _facts(found, at):
    """What the documents said of a service at a time; before their first word, what they say now."""
    return found.row("limits", at) or found.row("limits", None) or {}


RULES = {"LIM-04": ("exports", lim_04), "LIM-06": ("exports", lim_06)}
