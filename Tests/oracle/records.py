"""TRF-02, TRF-03 and LIF-07: records of processing, places, and what is left behind."""

import catalogue
import instants
from judging import FAIL, NOT_APPLICABLE, UNKNOWN, every, negated, outcome, service, some, started

_MECHANISMS = ("adequacy", "standardClauses", "bindingRules", "certification", "derogation")
_FILLED = ("recipient", "categories", "subjects", "transferMechanism", "retention")


def trf_02(world, connection):
    state, found = service(connection)
    if state == "here" and found.true("inbound"):
        return NOT_APPLICABLE
    rows = [one for one in world.records("transferRecords")
            if one["connectionId"].ok and one["connectionId"].value == connection.id]
    unplaced = [one for one in world.records("transferRecords") if not one["connectionId"].ok]
    closed = world.complete("transferRecords") and not unplaced
    if not rows:
        return FAIL if closed else UNKNOWN
    parts = [negated(world.lacks(one, path)) for one in rows for path in _FILLED]
    for item in world.users(connection):
        parts.append(_purpose_recorded(world, item, rows, closed))
        parts += [_disclosed(world, item, run) for run in world.runs([item]) if started(run) is not False]
    parts += [None for _ in world.possible_users(connection)]
    parts.append(True if world.complete("runs") else None)
    return outcome(*parts, world.users_listed(connection))


def _purpose_recorded(world, item, rows, closed):
    purpose = item["purpose"]
    if not purpose.ok or purpose.none:
        return None
    named = [one["purpose"].value.strip().lower() == purpose.value.strip().lower() if one["purpose"].ok else None
             for one in rows]
    recorded = some(named)
    return recorded if recorded or closed else None


def _disclosed(world, item, run):
    """Whether the time, the number and the fields of a run can be told."""
    fields = [item[path].ok and bool(item[path].value) for path in ("fields", "mapping")
              if item.section == "exports" or path == "mapping"]
    return every([True if run["startUtc"].ok else None, True if run["recordCount"].ok else None,
                  True if any(fields) else None])


def trf_03(world, record):
    if record.section == "environment":
        return _environment(world, record)
    state, found = service(record)
    if state != "here":
        return UNKNOWN
    if found.true("inbound"):
        return NOT_APPLICABLE
    here = _region(world.environment["region"])
    stated = _region(record["target.region"])
    parts = [_vault_here(world, record)]
    if found.party == "customerStorage":
        parts.append(_same_region(world.environment["region"], record["target.region"]))
    place = _fixed_by_agreement(world, found) or (stated if found.category != "advertising" else None)
    if found.countries and stated:
        parts.append(stated in [one.lower() for one in found.countries] or stated == "us" and "US" in found.countries
                     or stated == "canada" and "CA" in found.countries)
    if here is None or place is None:
        parts.append(None)
    elif here != place:
        parts.append(_mechanism(world, record, found))
    return outcome(*parts)


def _region(value):
    return catalogue.area(value.value) if value.ok and not value.none else None


def _same_region(a, b):
    if not a.ok or not b.ok or a.none or b.none:
        return None
    plain = [one.value.lower().replace(" ", "").replace("-", "") for one in (a, b)]
    return plain[0] == plain[1]


def _vault_here(world, connection):
    named = connection["credential.keyVaultRef"]
    vault = world.named("keyVaults", named.value) if named.ok else None
    return _same_region(world.environment["region"], vault["region"]) if vault else True


def _agreements(world, found):
    return [one for one in world.records("agreements") if service(one, "service")[1] is found and
            _valid(world, one)]


def _valid(world, agreement):
    begun, over = agreement["validFromUtc"], agreement["validToUtc"]
    if world.now is None:
        return False
    return ((not begun.ok or instants.not_after(begun.value, world.now)) and
            (not over.ok or instants.not_after(over.value, world.now) is False))


def _fixed_by_agreement(world, found):
    areas = {_region(one["region"]) for one in _agreements(world, found)} - {None}
    return areas.pop() if len(areas) == 1 else None


def _mechanism(world, connection, found):
    rows = [one for one in world.records("transferRecords") if one["connectionId"].value == connection.id]
    parts = []
    for one in rows + _agreements(world, found):
        word = one["transferMechanism"]
        if word.ok and word.value == "derogation" and one.section == "transferRecords":
            parts.append(negated(world.lacks(one, "mechanismReason")))
        else:
            parts.append(word.value in _MECHANISMS if word.ok else False if world.lacks(one, "transferMechanism") else None)
    recorded = some(parts)
    closed = world.complete("transferRecords") and world.complete("agreements")
    return recorded if recorded or closed else None


def _environment(world, environment):
    parts = []
    storage = environment["dataStorage"]
    if not storage.ok:
        parts.append(None)
    elif storage.value == "ownDataLake":
        parts.append(_same_region(environment["region"], environment["storageRegion"]))
    crossing, agreed = environment["copilot.crossGeo"], environment["copilot.crossGeoAgreedUtc"]
    if not crossing.ok:
        parts.append(None)
    elif crossing.value:
        parts.append(True if agreed.ok else False if agreed.state == "null" else None)
    return outcome(*parts)


RULES = {"TRF-02": ("connections", trf_02), "TRF-03": ("connections environment", trf_03)}
