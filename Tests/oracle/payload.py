"""LIM-04 to LIM-07: what kinds of data, which identifiers and fields go out, and how long that takes."""

import instants
import reading
from judging import FAIL, NOT_APPLICABLE, UNKNOWN, outcome, started
from limits import attached

_DELICATE = {"location", "freeText", "nationalId", "health", "specialCategory", "children", "sensitive"}


def lim_04(world, export):
    early, connection, found = attached(world, export)
    if early:
        return early
    if found.payload in ("connector", "none"):
        return FAIL
    items, constraints = export["items"], found.constraints or []
    parts = []
    for one in reading.entries(items):
        kind, name = one["kind"], one["name"]
        if not kind.ok:
            parts.append(None)
            continue
        segment = kind.value == "segment"
        parts.append({"segments": segment, "tables": not segment, "none": False}.get(found.payload, True))
        table = world.named("tables", name.value) if name.ok and not segment else None
        if "noFolderSources" in constraints and table and table["source"].ok:
            parts.append(table["source"].value.lower() != "cdm")
    if not items.ok:
        parts.append(None)
    file, soft = export["fileType"], connection["target.softDeleteEnabled"]
    if "csvOnly" in constraints and file.ok and not file.none:
        parts.append(file.value.lower().lstrip(".") == "csv")
    if "softDeleteOff" in constraints and soft.ok:
        parts.append(not soft.value)
    mapping = export["mapping"]
    if mapping.ok and items.ok and any(one["kind"].value == "segment" for one in reading.entries(items)):
        sources = [one["source"] for one in reading.entries(mapping)]
        parts += [_table_of(one.value) in (None, "Customer") for one in sources if one.ok]
    return outcome(*parts)


def _table_of(source):
    return source.split(".", 1)[0] if "." in source else None


def lim_05(world, export):
    early, connection, found = attached(world, export)
    if early:
        return early
    demand = found.identifiers
    if demand["rule"] == "none":
        return NOT_APPLICABLE
    mapping = export["mapping"]
    if not mapping.ok:
        return UNKNOWN
    targets = {}
    for one in reading.entries(mapping):
        if one["target"].ok:
            targets.setdefault(one["target"].value.lower(), one)
    rule, fields = demand["rule"], demand.get("fields")
    if rule == "alternatives":
        chosen = export["targeting"]
        sets = demand["sets"]
        used = [kind for kind, names in sets.items() if set(names) & set(targets)]
        if chosen.ok:
            fields = sets[chosen.value]
        elif len(used) == 1:
            fields = sets[used[0]]
        else:
            return UNKNOWN if used else FAIL
        rule = "any"
    usable = [_usable(world, targets[name]) if name in targets else False for name in fields]
    if rule == "all":
        return outcome(*usable)
    mapped = [name for name in fields if name in targets]
    return outcome(*[_usable(world, targets[name]) for name in mapped]) if mapped else FAIL


def _usable(world, line):
    """Whether the mapped field exists and is filled often enough."""
    source = line["source"]
    if not source.ok or source.none:
        return None
    table, _, name = source.value.rpartition(".")
    found = world.named("tables", table or "Customer")
    if found is None or not found["fields"].ok:
        return None
    field = next((one for one in reading.entries(found["fields"]) if one["name"].value == name), None)
    if field is None:
        return False if world.complete("tables") else None
    return field["fillRate"].value >= 0.5 if field["fillRate"].ok else None


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
        allowed = int(own["minutes"] * 2 * instants.MINUTE) if "minutes" in own else 240 * instants.MINUTE
        over = run["status"].value in ("deleted", "needsUpdate")
        if started(run) is False:
            parts.append(True)
        elif not start.ok:
            parts.append(None if end.ok and not over else True)
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
    if parts:
        return outcome(*parts)
    now = _facts(found, world.now.first if world.now else None)
    documented = not world.runs([export]) and ("minutes" in now or "fewHours" in now)
    return UNKNOWN if documented and not world.complete("runs") else NOT_APPLICABLE


def _facts(found, at):
    """What the documents said of a service at a time; before their first word, what they say now."""
    return found.row("limits", at) or found.row("limits", None) or {}


def lim_07(world, export):
    early, connection, found = attached(world, export)
    if early:
        return early
    fields, items, mapping = export["fields"], export["items"], export["mapping"]
    sent = {one.value: one.value for one in fields.value if one.ok} if fields.ok else {}
    for one in reading.entries(mapping):
        if one["target"].ok:
            sent[one["target"].value] = one["source"].value if one["source"].ok else None
    whole = not items.ok or any(one["kind"].value != "segment" for one in reading.entries(items))
    if not sent or whole and not fields.ok:
        return UNKNOWN
    approved = export["approvedFields"]
    names = {one.value.lower() for one in approved.value if one.ok} if approved.ok else set()
    documented = _documented(found)
    parts = []
    for target, source in sent.items():
        allowed = target.lower() in names or source is not None and source.lower() in names
        if allowed:
            continue
        unapproved = False if approved.ok or approved.state == "null" and world.complete("exports") else None
        kind = _class_of(world, source)
        if whole or target.lower() not in documented:
            parts.append(unapproved)
        parts.append(None if kind is None else True if kind not in _DELICATE else unapproved)
    return outcome(*parts)


def _documented(found):
    demand = found.identifiers
    names = list(demand.get("fields") or [])
    for one in (demand.get("sets") or {}).values():
        names += one
    return {name.lower() for name in names + (found.optionalFields or [])}


def _class_of(world, source):
    if source is None:
        return None
    table, _, name = source.rpartition(".")
    found = world.named("tables", table or "Customer")
    if found is None or not found["fields"].ok:
        return None
    field = next((one for one in reading.entries(found["fields"]) if one["name"].value == name), None)
    return field["classification"].value if field and field["classification"].ok else None


RULES = {"LIM-04": ("exports", lim_04), "LIM-05": ("exports", lim_05), "LIM-06": ("exports", lim_06),
         "LIM-07": ("exports", lim_07)}
