"""LIM-05 and LIM-07: which identifiers and which other fields an export sends."""

import re

import reading
from judging import FAIL, NOT_APPLICABLE, UNKNOWN, every, outcome, some
from limits import attached

_DELICATE = {"location", "freeText", "nationalId", "health", "specialCategory", "children", "sensitive"}
# What the documents call a name and an address, or a full name, may be mapped in parts.
_NAMES, _ADDRESSES = [["name"], ["full_name"], ["first_name", "last_name"]], [["address"], ["street"], ["street1"]]
_WAYS = {"name_and_address": [name + address for name in _NAMES for address in _ADDRESSES],
         "first_and_last_name": [["first_name", "last_name"]]}


def _folded(text):
    """A name without letter case and punctuation, in which E-Mail is email."""
    return re.sub(r"[\x00-\x7f]", lambda one: one[0].lower() if one[0].isalnum() else "", text)


def _is_named(text, wanted):
    """Whether a name is the wanted one; one that only contains it may be, and nobody knows of one that can't be read."""
    if text is None:
        return None
    text, wanted = _folded(text), _folded(wanted)
    return True if text == wanted else None if len(wanted) > 3 and wanted in text else False


def _ways(name):
    return [[name]] + _WAYS.get(name, [])


class Line:
    """One line of a mapping: a field of the destination and where it comes from."""

    def __init__(self, line):
        known = isinstance(line, reading.Record)
        self.target = line["target"].value if known and line["target"].ok and not line["target"].none else None
        self.source = line["source"].value if known and line["source"].ok else None


def field_of(world, source):
    """(exists, field): whether a field of the platform exists, and its record."""
    if source is None:
        return None, None
    table, _, name = source.partition(".") if "." in source else ("Customer", "", source)
    found = world.named("tables", table)
    if found is None or not found["fields"].ok:
        return None, None
    field = reading.entry(found["fields"], "name", name)
    return (True, field) if field else (False if world.complete("tables") else None, None)


def lim_05(world, export):
    early, connection, found = attached(world, export)
    if early:
        return early
    demand = found.identifiers
    if demand["rule"] == "none" or found.payload == "connector":
        return NOT_APPLICABLE
    mapping = export["mapping"]
    if not mapping.ok or not mapping.value and not world.complete("exports"):
        return UNKNOWN
    lines, rule, fields = [Line(one) for one in mapping.value], demand["rule"], demand.get("fields")
    if rule == "alternatives":
        chosen, sets = export["targeting"], demand["sets"]
        possible = [names for names in sets.values() if any(_mapped(name, lines) is not False for name in names)]
        unread = not (chosen.ok or chosen.missing or chosen.state == "null")
        if not chosen.ok and len(possible) > (0 if unread else 1):
            return UNKNOWN
        fields = sets[chosen.value] if chosen.ok else possible[0] if possible else []
    met = [_met(world, name, lines) for name in fields]
    return outcome(every(met) if rule == "all" else some(met))


def _mapped(name, lines):
    """Whether an identifier is mapped in one of its ways; other ids of a profile have no name that would tell."""
    parts = [every(some(_is_named(line.target, part) for line in lines) for part in way) for way in _ways(name)]
    if name.startswith("other_"):
        parts.append(None if any(_is_named(line.target, "email") is False for line in lines) else False)
    return some(parts)


def _met(world, name, lines):
    """Whether an identifier is mapped and usable; a name that only looks right stands back behind a right one."""
    mapped = _mapped(name, lines)
    if mapped is not True:
        return mapped
    found = []
    for way in _ways(name):
        fit = [[line for line in lines if _is_named(line.target, part) is True] for part in way]
        if all(fit):
            found.append(every(some(_usable(world, line) for line in part) for part in fit))
    return some(found)


def _usable(world, line):
    """Whether the mapped field exists and is filled often enough."""
    exists, field = field_of(world, line.source)
    if not exists:
        return exists
    rate = field["fillRate"]
    return rate.value >= 0.5 if rate.ok and 0 <= rate.value <= 1 else None


def lim_07(world, export):
    early, connection, found = attached(world, export)
    if early:
        return early
    whole, lines = of_tables(found, export["items"]), [Line(one) for one in export["mapping"].value or []]
    listed = export["fields"]
    if not (listed.ok and listed.value) and (whole is not False or not lines):
        return UNKNOWN
    parts = [_allowed(world, found, export, whole, line.target, line.source, field_of(world, line.source)[1]) for line in lines]
    for one in listed.value or []:
        name = one.value if one.ok and not one.none else None
        source = source_of(export["items"], whole, name)
        # What is mapped too goes out under its name at the destination.
        if name is None or source not in [line.source for line in lines if line.target is not None]:
            own = name.rpartition(".")[2] if name is not None else None
            field = field_of(world, source)[1] if source is not None and "." in source else None
            parts.append(_allowed(world, found, export, whole, own, source or name, field))
    return outcome(*parts)


def of_tables(service, items):
    """Whether the export sends whole tables, of which every field goes out unless a list says otherwise.

    Where a destination takes segments alone, what nobody looked at is one; what nobody can read may be anything.
    """
    if not items.ok:
        silent = items.missing or items.state == "null"
        return False if silent and service.payload == "segments" else None
    kinds = [one["kind"] if isinstance(one, reading.Record) else reading.Value("malformed") for one in items.value]
    if any(one.ok and one.value in ("table", "customer") for one in kinds):
        return True
    if any(not (one.ok or one.missing or one.state == "null") for one in kinds):
        return None
    return None if not all(one.ok for one in kinds) and service.payload != "segments" else False


def source_of(items, whole, name):
    """The field of the platform that a name in a list means; of several tables nobody knows which."""
    if name is None or "." in name:
        return name
    if whole is False:
        return f"Customer.{name}"
    if whole and len(items.value) == 1:
        one = items.value[0]
        table = one["name"].value if one["name"].ok else "Customer" if one["kind"].value == "customer" else None
        return f"{table}.{name}" if table else None
    return None


def _allowed(world, service, export, whole, target, source, field):
    """Whether one field may go out: needed or approved, and approved if its class is a delicate one."""
    approved = _approved(world, export, target, source)
    needed = approved if whole else some([approved, every([_documented(service, target), True if whole is False else None])])
    kind = field["classification"] if field else reading.ABSENT
    harmless = None if not kind.ok else kind.value not in _DELICATE
    return every([needed, some([harmless, approved])])


def _documented(service, target):
    demand = service.identifiers
    names = list(demand.get("fields") or [])
    for one in (demand.get("sets") or {}).values():
        names += one
    names = [part for name in names for way in _ways(name) for part in way] + (service.optionalFields or [])
    return some(_is_named(target, name) for name in names)


def _approved(world, export, target, source):
    """Whether somebody approved a field, by its name here, there, or without its table."""
    names = {_folded(one) for one in (target, source, source and source.rpartition(".")[2]) if one is not None}
    approved = export["approvedFields"]
    if not approved.ok:
        return False if approved.state == "null" and world.complete("exports") else None
    if any(one.ok and _folded(one.value) in names for one in approved.value):
        return True
    unreadable = any(not one.ok for one in approved.value)
    return None if approved.value and (unreadable or not names) else False


RULES = {"LIM-05": ("exports", lim_05), "LIM-07": ("exports", lim_07)}
