"""CON-05 to CON-08: whether an agreement still covers what is sent, and the consent of the customers."""

import bases
import catalogue
import instants
import reading
from consent import Decisions, is_on, verdict, without
from judging import (FAIL, NOT_APPLICABLE, PASS, UNKNOWN, active, began, every, negated, outcome, perhaps, removed, served, service,
                     some, started)

_MATERIAL = {"target", "credential", "recipient", "sharingWidened", "payloadGrew"}
_HARMLESS = {"name", "sharingNarrowed", "payloadShrank", "schedule"}
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
    parts, recorded, times = [], False, []
    for one in history.value:
        if not hasattr(one, "section"):
            parts.append(None)
            continue
        kind, later = one["kind"], since(one["utc"])
        recorded = recorded or later is not False
        if later is not False:
            times.append(one["utc"].value if one["utc"].ok else None)
        if kind.ok and kind.value in _HARMLESS or later is False:
            continue
        parts.append(False if kind.ok and kind.value in _MATERIAL and later else None)
    if not recorded and since(updated):
        parts.append(None)
    # A last change that is later than all that the history tells of, which writes a little earlier, is another one.
    if times and None not in times and updated.ok and instants.before(
            max(times, key=lambda one: one.last).moved(300 * instants.SECOND), updated.value):
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


def _decisions(world, row):
    """What a row tells of a consent, as (whether it ended, its time or None): its state, and the other dated event."""
    # What is said to lie after the collection happened at a time that nobody knows.
    time = lambda value: None if not value.ok or world.ahead(value) else value.value
    accepted, decided, withdrawn = row["acceptedUtc"], row["decidedUtc"], row["withdrawnUtc"]
    state = row["state"].value
    if state == "accepted":
        ended = withdrawn.ok or withdrawn.torn
        return [(False, time(accepted if accepted.ok else decided))] + ([(True, time(withdrawn))] if ended else [])
    end = time(withdrawn if withdrawn.ok and state == "withdrawn" else decided)
    if not accepted.ok:
        return [(True, end)]
    # An end before its own acceptance can't be true either.
    return [(False, time(accepted)), (True, None if _earlier(end, time(accepted)) else end)]


def _earlier(a, b):
    return instants.before(a, b) if a and b else None


def con_06(world, connection):
    decisions = Decisions(world, connection)
    if not decisions.underlying or any(_may_decide(one, decisions.underlying) is None for one in world.records("consents")):
        return UNKNOWN
    rows = [one for one in world.records("consents") if _may_decide(one, decisions.underlying)]
    if not rows:
        return NOT_APPLICABLE if world.complete("consents") else UNKNOWN
    if not world.complete("consents"):
        return UNKNOWN
    told = [one for row in rows for one in _decisions(world, row)]
    ends, starts = [time for over, time in told if over], [time for over, time in told if not over]
    # Of opposite decisions at one time the end counts.
    ended = some(every(negated(_earlier(end, start)) for start in starts) for end in ends)
    parts = [some([negated(ended), {PASS: True, FAIL: False, UNKNOWN: None}[_still_on(world, connection)]])]
    if ends:
        parts.append(_nothing_ran(world, connection, ends, starts))
    return outcome(*parts)


def _may_decide(row, holder):
    """Whether a row is a decision about the connection, None where that can't be read."""
    kind, subject, state = row["subjectType"], row["subjectId"], row["state"]
    if state.state == "null" or state.value == "none":
        return False
    about = every([kind.value == "connection" if kind.ok else None,
                   subject.value == holder if subject.ok else False if subject.state == "null" else None])
    return about if about is False else every([about, True if state.ok else None])


def _nothing_ran(world, connection, ends, starts):
    """Whether nothing was sent between the end of a consent and its renewal."""
    users = world.users(connection)
    parts = [_permitted(run, end, starts) for run in world.runs(users) for end in ends]
    parts += [perhaps(_permitted(run, end, starts)) for run in world.stray_runs(connection) for end in ends]
    logged = world.complete("runs") and not world.log_is_over() and all(
        one["windowStartUtc"].missing or one["windowStartUtc"].state == "null" or one["windowStartUtc"].ok and
        all(end is None or instants.not_after(one["windowStartUtc"].value, end) for end in ends)
        for one in world.snapshot.sources if one["section"].value == "runs")
    parts += [None for one in users if not one.id]
    return every([*parts, world.users_listed(connection), True if logged or not users else None])


def _permitted(run, end, starts):
    """Whether a run sent nothing between the end of a consent and any renewal."""
    status = run["status"]
    if status.ok and started(run) is False:
        return True
    begin, over = began(run), run["endUtc"]
    if not begin.ok or end is None:
        return None
    renewed = some(every([_earlier(end, one), instants.not_after(one, begin.value) if one else None]) for one in starts)
    if renewed:
        return True
    if instants.before(end, begin.value):
        return renewed
    if instants.before(begin.value, end) is not True:
        return None
    empty = run["recordCount"].value == 0 and run["recordCountSource"].value == "recorded"
    return True if empty or over.ok and instants.not_after(over.value, end) else None


def _still_on(world, connection):
    users, others = world.users(connection), world.possible_users(connection)
    off = [negated(active(one)) for one in users] + [negated(is_on(one)) for one in world.schedules(users)]
    off += [perhaps(negated(active(one))) for one in others]
    off += [perhaps(negated(is_on(one))) for one in world.schedules(others)]
    if users:
        off += [perhaps(negated(is_on(one))) for one in world.nameless("schedules", *served(connection))]
        off += [None for one in users if not one.id]
    listed = True if world.complete("schedules") or not users and not others else None
    return outcome(*off, world.users_listed(connection), listed)


def con_07(world, record):
    if record.section == "connections":
        decisions = Decisions(world, record)
        if (nothing := without(decisions)) is not None:
            return nothing
        return verdict(decisions, [_belongs(world, one, world.named("connections", decisions.underlying)) for one in decisions.accepted])
    kind = record["kind"]
    if not world.present("consents") or not kind.ok or not record.id:
        return UNKNOWN
    rows, unreadable = _rows_about(world, kind.value, record.id)
    closed = world.complete("consents") and not unreadable
    agreed = True
    if kind.value == "enrichment":
        # Data of Office needs two agreements: the one of its own, and the tenant's administrator's.
        agreed = some(_of_tenant(one) for one in rows)
        rows = [one for one in rows if not _of_tenant(one)]
    parts = [_here(world, one) for one in rows] or [None if unreadable or not world.complete("consents") else False]
    fits = every([some(parts), agreed])
    return PASS if fits else FAIL if fits is False and closed else UNKNOWN


def _of_tenant(consent):
    """Whether the tenant's administrator agreed, as an enrichment with Office data needs it."""
    capacity = consent["capacity"]
    return capacity.value == "tenantAdministrator" if capacity.ok else None


def _rows_about(world, kind, identifier):
    """The accepted consents to a step of that kind and id, and whether a row about it can't be read."""
    rows, unreadable = [], False
    for one in world.records("consents"):
        about = every([one["subjectType"].value == kind if one["subjectType"].ok else None,
                       one["subjectId"].value == identifier if one["subjectId"].ok else
                       False if one["subjectId"].state == "null" else None])
        state = one["state"]
        accepted = state.value == "accepted" if state.ok else False if state.state == "null" else None
        unreadable |= every([about, accepted]) is None
        if about and accepted:
            rows.append(one)
    return rows, unreadable


def _belongs(world, consent, connection):
    """Whether a consent is given here, and names the service of its connection."""
    return every([_here(world, consent), _names_service(consent, connection)])


def _names_service(consent, connection):
    stated, own = consent["service"], connection["type"] if connection else reading.ABSENT
    if not stated.ok or not own.ok:
        return None
    if stated.value == own.value:
        return True
    mine, theirs = service(connection), service(consent, "service")
    if mine[0] == theirs[0] == "here":
        return mine[1] is theirs[1]
    meant = [set(catalogue.candidates(one.value)) for one in (stated, own)]
    return False if all(meant) and not meant[0] & meant[1] else None


def _here(world, consent):
    """Whether a consent was given for this environment, since it was made or copied."""
    home, named, when = world.environment, consent["instanceId"], consent["acceptedUtc"]
    same = home["instanceId"].value == named.value if home["instanceId"].ok and named.ok else None
    made, copied = home["createdUtc"], home["copiedUtc"]
    parts = [same, instants.not_after(made.value, when.value) if made.ok and when.ok else None]
    if copied.ok:
        parts.append(instants.before(copied.value, when.value) if when.ok else None)
    else:
        unread = not (copied.missing or copied.state == "null")
        no_copy = world.complete("environment") and home["copiedFromInstanceId"].state == "null" and not unread
        parts.append(True if no_copy else None)
    return every(parts)


def con_08(world, export):
    if active(export) is False:
        return NOT_APPLICABLE
    state, connection = world.connection(export)
    if state == "none":
        return NOT_APPLICABLE
    known, found = service(connection) if connection else ("missing", None)
    outside = None
    if known == "here" and (found.party != "customerOrThirdParty" or found.category == "advertising"):
        outside = found.party == "thirdParty" or found.category == "advertising"
    if outside is False:
        return NOT_APPLICABLE
    if active(export) is None or outside is None:
        return UNKNOWN
    other, items = _other_basis(world, export), export["items"]
    if not items.ok:
        return PASS if other else UNKNOWN
    return outcome(*(_honoured(world, export, one, other) for one in items.value))


def _other_basis(world, export):
    """Whether a lawful basis other than consent is on record."""
    stated = bases.stated(world, export, "lawfulBasis")
    return bases.is_other_than_consent(export["lawfulBasis"].value) if stated else stated


def _honoured(world, export, item, other):
    """Whether an item respects the customers' consent, or needs none."""
    if not isinstance(item, reading.Record) or not item["kind"].ok:
        return True if other else None
    kind, name = item["kind"].value, item["name"]
    if kind != "segment":
        if kind == "table" and not name.ok:
            return True if other else None
        return other if kind == "customer" or name.value.lower() == "customer" else True
    segment = world.named("segments", name.value) if name.ok else None
    if segment is None:
        return True if other else None
    return every([some([other, _ruled(world, export, segment)]), _defaults_kept(world, segment, other)])


def _defaults_kept(world, segment, other):
    """Whether the default rules are in force, or somebody allowed to switch them off."""
    switched = segment["defaultConsentOverridden"]
    if not switched.ok:
        return True if other else None
    approved = segment["consentOverride.approvedUtc"]
    return True if not switched.value else every([
        negated(world.lacks(segment, "consentOverride.approvedBy")),
        None if world.ahead(approved) else negated(world.lacks(segment, "consentOverride.approvedUtc"))])


def _ruled(world, export, segment):
    """Whether a segment lets only those through who agree to the purpose of the export."""
    mode, purpose, value = (segment["consentRule." + path] for path in ("mode", "purpose", "value"))
    if mode.state == "null" or mode.none:
        return negated(world.lacks(segment, "consentRule.mode"))
    words = (mode.value.lower(), value.value.lower().replace("-", "")) if mode.ok and value.ok else ()
    if words in (("include", "optedout"), ("exclude", "optedin")):
        return False
    if words not in (("include", "optedin"), ("exclude", "optedout")):
        return None
    mine, kind = export["purpose"], segment["kind"]
    fits = purpose.ok and mine.ok and not mine.none and purpose.value.strip().lower() == mine.value.strip().lower()
    return True if fits and kind.ok and kind.value != "static" else None


RULES = {"CON-05": ("connections", con_05), "CON-06": ("connections", con_06),
         "CON-07": ("connections agreeSurfaces", con_07), "CON-08": ("exports", con_08)}
