"""TRF-02 and TRF-03: records of processing, and places."""

import catalogue
import reading
from judging import (FAIL, NOT_APPLICABLE, UNKNOWN, active, every, family, negated, outcome, removed, service, some, started)
from transfers import in_force, names_recipient, signed

_MECHANISMS = ("adequacy", "standardClauses", "bindingRules", "certification", "derogation")
_FILLED = ("recipient", "categories", "subjects", "transferMechanism", "retention")


def trf_02(world, connection):
    state, found = service(connection)
    if state == "here" and found.true("inbound"):
        return NOT_APPLICABLE
    register = world.records("transferRecords")
    if not world.present("transferRecords") or not connection.id:
        return UNKNOWN
    rows = [one for one in register if one["connectionId"].ok and one["connectionId"].value == connection.id]
    unplaced = any(not one["connectionId"].ok and one["connectionId"].state != "null" for one in register)
    closed = world.complete("transferRecords") and not unplaced
    if not rows:
        return FAIL if closed else UNKNOWN
    users, others = [one for one in world.users(connection) if not removed(one)], world.possible_users(connection)
    parts = [_recorded(_purpose(one, connection), rows, world, closed) for one in users or [connection]]
    parts += [None for one in others if active(one) is not False]
    parts += [_disclosed(world, item, run) for item in world.users(connection) for run in world.runs([item])
              if started(run) is not False]
    parts += [None for run in world.stray_runs(connection, detached=False) if started(run) is not False]
    return outcome(*parts, True if world.complete("runs") else None, world.users_listed(connection))


def _purpose(item, connection):
    """What a use serves: where it has no purpose of its own, that of the connection."""
    return item["purpose"] if item["purpose"].ok and not item["purpose"].none else connection["purpose"]


def _recorded(purpose, rows, world, closed):
    """Whether a purpose has a complete entry."""
    if not purpose.ok or reading.wordless(purpose.value):
        return None
    wanted = purpose.value.strip().lower()
    entries = [every([_same_purpose(one["purpose"], wanted), *(negated(world.lacks(one, path)) for path in _FILLED)])
               for one in rows]
    found = some(entries)
    return found if found or closed else None


def _same_purpose(value, wanted):
    return value.value.strip().lower() == wanted if value.ok else False if value.state == "null" else None


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
    own, stated = world.environment["region"], record["target.region"]
    agreed = [one for one in _agreements(world, record, found) if in_force(world, one) and _reaches(record, one, found)]
    places = [one["region"].value for one in agreed if one["region"].ok and not one["region"].none]
    if found.category != "advertising" and stated.ok and not stated.none:
        places = [stated.value]
    here, areas = _area(own), [catalogue.area(one) for one in places]
    known = True if here and areas and None not in areas else None
    alike = {one == here for one in areas} if known else set()
    covered = some([alike.pop() if len(alike) == 1 else None, _mechanism(world, record, found)])
    parts = [_vault_here(world, record, found), every([known, covered]) if known else None]
    if found.party == "customerStorage":
        parts.append(_same_region(own, stated))
    if found.countries and places:
        allowed = {catalogue.area(one) for one in found.countries}
        inside = {one in allowed if one else None for one in areas}
        parts.append(inside.pop() if len(inside) == 1 else None)
    return outcome(*parts)


def _area(value):
    return catalogue.area(value.value) if value.ok and not value.none else None


def _same_region(a, b):
    return catalogue.same_region(a.value, b.value) if a.ok and b.ok else None


def _vault_here(world, connection, found):
    """Whether the key vault lies in the region of the environment, where the type may use one."""
    if family(connection) == "enrichment" or not found.true("keyVault"):
        return True
    named = connection["credential.keyVaultRef"]
    if not named.ok:
        return world.lacks(connection, "credential.keyVaultRef") or None
    vault = world.named("keyVaults", named.value)
    return _same_region(world.environment["region"], vault["region"]) if vault else None


def _agreements(world, connection, found):
    return [one for one in world.records("agreements") if service(one, "service")[1] is found and
            _reaches(connection, one, found) is not False]


def _reaches(connection, agreement, found):
    """Whether an agreement is one with the recipient, which some types hide."""
    return not found.true("hidesRecipient") or names_recipient(connection, agreement)


def _mechanism(world, connection, found):
    register = world.records("transferRecords")
    rows = [one for one in register if one["connectionId"].ok and one["connectionId"].value == connection.id]
    agreed = _agreements(world, connection, found)
    parts = [_allows(one, negated(world.lacks(one, "mechanismReason"))) for one in rows]
    parts += [every([_allows(one, None), in_force(world, one), signed(world, one), _reaches(connection, one, found)]) for one in agreed]
    unplaced = any(not one["connectionId"].ok and one["connectionId"].state != "null" for one in register)
    unplaced |= any(service(one, "service")[0] != "here" for one in world.records("agreements"))
    closed = world.complete("transferRecords") and world.complete("agreements") and not unplaced
    return some([*parts, False if closed else None])


def _allows(row, reason):
    """Whether a mechanism allows a transfer; a derogation needs its reason."""
    word = row["transferMechanism"]
    if word.state == "null":
        return False
    return (reason if word.value == "derogation" else word.value in _MECHANISMS) if word.ok else None


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
        refused = agreed.state == "null" and world.complete("environment")
        parts.append(None if world.ahead(agreed) else True if agreed.ok else False if refused else None)
    return outcome(*parts)


RULES = {"TRF-02": ("connections", trf_02), "TRF-03": ("connections environment", trf_03)}
