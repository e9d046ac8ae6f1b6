"""CON-05 to CON-08: whether an agreement still covers what is sent, and the consent of the customers."""

import catalogue
import instants
import reading
from consent import Decisions, is_on, verdict, without
from judging import (FAIL, NOT_APPLICABLE, PASS, UNKNOWN, active, every, negated, outcome, perhaps, removed, service, some,
                     started, stricter)

_MATERIAL = {"target", "credential", "recipient", "sharingWidened", "payloadGrew"}
_HARMLESS = {"name", "sharingNarrowed", "payloadShrank", "schedule"}
_ENDED = ("withdrawn", "declined", "expired")
_OFFICE = "office-account-engagement"


def con_05(world, connection):
    decisions = Decisions(world, connection)
    if (nothing := without(decisions)) is not None:
        return nothing
    parts = []
    for one in decisions.accepted:
        when = one["acceptedUtc"]
        covered = [connection, *(one for one in world.users(connection) if not removed(one))]
        unchanged = [_unchanged(record, when) for record in covered]
        unchanged += [None for one in world.possible_users(connection) if active(one) is not False]
        parts.append(every([negated(world.older(when, 365)), *unchanged, _not_merged(world, connection, when),
                            world.users_listed(connection)]))
    return verdict(decisions, parts)


def _unchanged(record, consented):
    """Whether nothing that the consent covers was changed after it."""
    if not consented.ok:
        return None
    history, updated = record["changes"], record["updatedUtc"]
    since = lambda time: instants.before(consented.value, time.value) if time.ok and consented.ok else None
    if not history.ok:
        return True if since(updated) is False else None
    parts, recorded = [], False
    for one in history.value:
        if not hasattr(one, "section"):
            parts.append(None)
            continue
        kind, later = one["kind"], since(one["utc"])
        recorded = recorded or later is not False
        if kind.ok and kind.value in _HARMLESS or later is False:
            continue
        parts.append(False if kind.ok and kind.value in _MATERIAL and later else None)
    if not recorded and since(updated):
        parts.append(None)
    return every(parts)


def _not_merged(world, connection, consented):
    """Whether the recipient is still the same: no other service has taken over since."""
    found = service(connection)[1]
    if found is None or not found.successor or world.now is None:
        return True
    ends = [catalogue.day(one["from"]) for one in found.lifecycle if one["value"] != "active"]
    end = instants.Time(ends[-1], ends[-1] + instants.DAY - 1)
    if not instants.not_after(end, world.now):
        return True
    return negated(instants.before(consented.value, end)) if consented.ok else None


def _decided(row):
    """When the state of a row began."""
    own = {"accepted": "acceptedUtc", "withdrawn": "withdrawnUtc"}.get(row["state"].value, "decidedUtc")
    for path in (own, "decidedUtc"):
        if row[path].ok:
            return row[path].value
    return None


def con_06(world, connection):
    decisions = Decisions(world, connection)
    rows = [one for one in decisions.rows if one["state"].value != "none"]
    if not decisions.underlying:
        return UNKNOWN
    if not rows:
        return NOT_APPLICABLE if decisions.closed else UNKNOWN
    if not decisions.closed:
        return UNKNOWN
    ended = [one for one in rows if one["state"].value in _ENDED]
    if not ended:
        return PASS
    times = {id(one): _decided(one) for one in rows}
    if None in times.values():
        return UNKNOWN if len(rows) > 1 else stricter([UNKNOWN, _still_on(world, connection)])
    parts = []
    for one in ended:
        begin = times[id(one)]
        renewals = [times[id(other)] for other in rows if other["state"].value == "accepted" and
                    instants.before(begin, times[id(other)]) is not False]
        parts.append(_stopped(world, connection, begin, min(renewals, key=lambda time: time.first, default=None)))
        if not renewals:
            parts.append({PASS: True, FAIL: False, UNKNOWN: None}[_still_on(world, connection)])
    return outcome(*parts)


def _stopped(world, connection, begin, end):
    """Whether nothing ran between the end of a consent and its renewal."""
    users, others = world.users(connection), world.possible_users(connection)
    parts = [_outside(run, begin, end) for run in world.runs(users)]
    parts += [perhaps(_outside(run, begin, end)) for run in world.stray_runs(connection)]
    return every([*parts, world.users_listed(connection), True if world.complete("runs") else None])


def _outside(run, begin, end):
    """Whether a run took place before the consent ended, or after its renewal."""
    start, over = run["startUtc"], run["endUtc"]
    if started(run) is False:
        return True
    if not start.ok:
        return None
    if end is not None and instants.not_after(end, start.value):
        return True
    if instants.before(begin, start.value):
        renewed = end is None or instants.before(start.value, end)
        return False if renewed and started(run) else None
    if instants.before(start.value, begin):
        return True if over.ok and instants.not_after(over.value, begin) else None
    return None


def _still_on(world, connection):
    users, others = world.users(connection), world.possible_users(connection)
    off = [negated(active(one)) for one in users] + [negated(is_on(one)) for one in world.schedules(users)]
    off += [perhaps(negated(active(one))) for one in others]
    off += [perhaps(negated(is_on(one))) for one in world.schedules(others)]
    return outcome(*off, world.users_listed(connection), True if world.complete("schedules") else None)


def con_07(world, record):
    if record.section == "connections":
        decisions = Decisions(world, record)
        if (nothing := without(decisions)) is not None:
            return nothing
        return verdict(decisions, [_belongs(world, one, world.named("connections", decisions.underlying)) for one in decisions.accepted])
    kind = record["kind"]
    if not world.present("consents") or not kind.ok:
        return UNKNOWN
    rows, unreadable = _rows_about(world, kind.value, record.id)
    if rows:
        return outcome(some(_of_tenant(one) for one in rows)) if kind.value == "enrichment" else PASS
    return FAIL if world.complete("consents") and not unreadable else UNKNOWN


def _of_tenant(consent):
    """Whether the tenant's administrator agreed, as an enrichment with Office data needs it."""
    capacity = consent["capacity"]
    return capacity.value == "tenantAdministrator" if capacity.ok else None


def _rows_about(world, kind, identifier):
    rows, unreadable = [], False
    for one in world.records("consents"):
        about = every([one["subjectType"].value == kind if one["subjectType"].ok else None,
                       one["subjectId"].value == identifier if one["subjectId"].ok else None])
        if about is None or about and not one["state"].ok:
            unreadable = True
        elif about and one["state"].value == "accepted":
            rows.append(one)
    return rows, unreadable


def _belongs(world, consent, connection):
    """Whether a consent names this environment and service and is not older than the environment."""
    here, named = world.environment["instanceId"], consent["instanceId"]
    same = here.value == named.value if here.ok and named.ok else None
    mine, theirs = service(connection), service(consent, "service")
    fits = mine[1] is theirs[1] if mine[0] == theirs[0] == "here" else None
    if fits is None and mine[0] != "missing" and theirs[0] != "missing":
        fits = True if connection["type"].value.lower() == consent["service"].value.lower() else None
    when = consent["acceptedUtc"]
    parts = []
    for path in ("createdUtc", "copiedUtc"):
        begun = world.environment[path]
        if path == "copiedUtc" and (begun.state == "null" or begun.missing and
                                    world.environment["copiedFromInstanceId"].state == "null"):
            continue
        parts.append(instants.not_after(begun.value, when.value) if begun.ok and when.ok else None)
    return every([same, fits, *parts])


def con_08(world, export):
    if active(export) is False:
        return NOT_APPLICABLE
    state, connection = world.connection(export)
    if state == "none":
        return NOT_APPLICABLE
    known, found = service(connection) if connection else ("missing", None)
    if known == "here" and found.party != "thirdParty" and found.category != "advertising":
        return NOT_APPLICABLE
    if active(export) is None or known != "here":
        return UNKNOWN
    items = export["items"]
    if not items.ok:
        return UNKNOWN
    return outcome(*(_honoured(world, export, one) for one in reading.entries(items)))


def _honoured(world, export, item):
    basis = export["lawfulBasis"]
    word = basis.value.strip().lower() if basis.ok else ""
    other = (None if not basis.ok and world.lacks(export, "lawfulBasis") is None else
             False if basis.none or word == "consent" else True)
    kind, name = item["kind"], item["name"]
    if not kind.ok:
        return True if other else None
    if kind.value != "segment":
        return other if kind.value == "customer" or name.value == "Customer" else True if name.ok else None
    segment = world.named("segments", name.value) if name.ok else None
    if segment is None:
        return None
    switched, by = segment["defaultConsentOverridden"], segment["consentOverride.approvedBy"]
    kept = True if switched.ok and not switched.value else (
        negated(world.lacks(segment, "consentOverride.approvedBy")) if switched.ok else other or None)
    mode, purpose, value = (segment["consentRule." + path] for path in ("mode", "purpose", "value"))
    if segment["consentRule"].state == "null":
        ruled = False if world.complete("segments") else None
    else:
        ruled = None
        words = (mode.value.lower(), value.value.lower()) if mode.ok and value.ok else ()
        if words in (("include", "optedin"), ("exclude", "optedout")):
            mine = export["purpose"]
            ruled = True if purpose.ok and mine.ok and purpose.value.strip().lower() == mine.value.strip().lower() else None
            if segment["kind"].value == "static" or not segment["kind"].ok:
                ruled = None
        elif words in (("include", "optedout"), ("exclude", "optedin")):
            return False
    return every([kept, some([ruled, other])])


RULES = {"CON-05": ("connections", con_05), "CON-06": ("connections", con_06),
         "CON-07": ("connections agreeSurfaces", con_07), "CON-08": ("exports", con_08)}
