"""LIM-01 to LIM-03: how many profiles an export sends, against what its destination takes."""

import math

import instants
import reading
from judging import FAIL, NOT_APPLICABLE, PASS, UNKNOWN, active, outcome, service, started, stricter

INFINITE = math.inf


def attached(world, export):
    """(outcome, connection, service): an outcome where the rules on limits have nothing to judge."""
    state, connection = world.connection(export)
    if state == "none":
        return NOT_APPLICABLE, None, None
    if state != "here":
        return UNKNOWN, None, None
    known, found = service(connection)
    return (None if known == "here" else UNKNOWN), connection, found


def _seen(world):
    """The time that the snapshot shows: that of its collection, whenever the audit is."""
    return world.collected or world.now


class Count:
    """The bounds of a number of profiles and the time of the count; accounts are a lower bound of persons."""

    def __init__(self, least, most, at=None, largest=None):
        self.least, self.most, self.at = least, most, at
        self.largest = least if largest is None else largest


def member_count(world, item):
    """The members of a segment or rows of a table that an export sends."""
    kind, name = item["kind"], item["name"]
    if not kind.ok or not name.ok and kind.value != "customer":
        return Count(0, INFINITE)
    section, path = ("segments", "members") if kind.value == "segment" else ("tables", "rowCount")
    found = world.named(section, name.value if name.ok else "Customer")
    if found is None or not found[path].ok:
        return Count(0, INFINITE)
    number = found[path].value
    if section == "segments" and counts_accounts(world, found):
        return Count(number, INFINITE, found["countedUtc"])
    return Count(number, number, found["countedUtc"] if section == "segments" else None)


def counts_accounts(world, segment):
    """Whether the members of a segment are accounts: as it says or, if it doesn't, as in all of the environment."""
    base, audience = segment["base"], world.environment["audience"]
    if base.ok:
        return base.value == "account"
    # A word that nobody can read may be that for accounts.
    return _unread(base) or audience.value == "B2B" or _unread(audience)


def _unread(value):
    """Whether something is there that can't be read."""
    return not (value.ok or value.missing or value.state == "null")


def _recorded(world, export):
    """The latest run that recorded a number, readable or not, and sent all that the export sends, or None."""
    def may_be_whole(run):
        status = run["status"]
        return status.value == "successful" if status.ok else status.missing or status.state == "null"

    runs = [run for run in world.runs([export])
            if (run["recordCount"].ok or _unread(run["recordCount"])) and may_be_whole(run) and _is_of(run, export)
            and not world.ahead(run["startUtc"]) and run["recordCountSource"].value == "recorded"]
    return max(runs, key=lambda run: _time_of(run) or 0, default=None)


def _is_of(run, export):
    """Whether a run is one of the export and not known to have sent other things than its items."""
    kind, sent, items = run["targetKind"], run["items"], export["items"]
    if kind.ok and kind.value != "export":
        return False
    if not sent.ok or not sent.value or not items.ok:
        return True
    names = [one.value if one.ok else None for one in sent.value if one.state != "null"]
    wanted = [None if not isinstance(one, reading.Record) else one["name"].value if one["name"].ok else
              "Customer" if one["kind"].value == "customer" else None for one in items.value]
    return None not in names + wanted and set(names) == set(wanted)


def _time_of(run):
    """When a run started, or else ended."""
    for path in ("startUtc", "endUtc"):
        if run[path].ok:
            return run[path].value.first
    return None


def sent(world, export):
    """The bounds of what an export sends: the largest item at least, the sum at most."""
    items = export["items"]
    if not items.ok:
        return Count(0, INFINITE)
    counts = [member_count(world, one) for one in distinct(items)]
    times = [one.at.value.first for one in counts if one.at and one.at.ok]
    return Count(max((one.least for one in counts), default=0), sum(one.most for one in counts),
                 max(times) if times else None)


def now_sent(world, export):
    """What the latest run of an export recorded, or else what it sends."""
    run = _recorded(world, export)
    if run and not run["recordCount"].ok:
        return Count(0, INFINITE)
    return Count(run["recordCount"].value, run["recordCount"].value) if run else sent(world, export)


def distinct(items):
    """The items of an export; one that stands twice is sent once."""
    seen, found = set(), []
    for one in reading.entries(items):
        key = one["kind"].value, one["name"].value
        if None in key or key not in seen:
            found.append(one)
        seen.add(key)
    return found


def contracts(world, export, connection, at):
    """The strictest limit by contract that binds the export at that time, (maximum, scope) or None, and whether all are known."""
    own, found, known = export["contractLimit"], [], True
    if own.ok:
        found.append((own.value, "perExport"))
    elif not own.missing and not own.none:
        known = False
    for one in world.records("contractLimits"):
        about = _concerns(world, one, connection)
        if about is False or not _may_hold(one, at):
            continue
        dated = all(time.ok or time.missing or time.state == "null"
                    for time in (one["validFromUtc"], one["validToUtc"]))
        if about and one["limit"].ok and dated:
            found.append((one["limit"].value, one["scope"].value if one["scope"].ok else None))
        else:
            known = False
    return min(found, key=lambda one: one[0], default=None), known


def _concerns(world, record, connection):
    """Whether a contract is about a connection or one of its accounts; about nothing only if somebody looked."""
    link, account, accounts = record["connectionId"], record["accountId"], connection["target.accountIds"]
    if link.ok:
        return link.value == connection.id
    if account.ok and (link.state == "absent" or link.none):
        if accounts.ok and accounts.value:
            texts = accounts.value.values()
            return account.value in texts if all(isinstance(one, str) for one in texts) else None
        return False if world.lacks(connection, "target.accountIds") or accounts.ok and world.complete("connections") else None
    return False if world.lacks(record, "connectionId") and world.lacks(record, "accountId") else None


def _may_hold(record, at):
    begun, over = record["validFromUtc"], record["validToUtc"]
    if begun.ok and instants.not_after(begun.value, at) is not True:
        return False
    return not over.ok or instants.not_after(over.value, at) is False


def limit(world, export, connection, found, at):
    """(kind, maximum, scope) in force at that microsecond; "open" is a limit of that maximum or less."""
    moment = instants.exact(at) if at is not None else _seen(world)
    agreed, known = contracts(world, export, connection, moment) if moment else (None, True)
    row = found.row("limits", at) or found.row("limits", None) or {}
    if row.get("unit") == "rows":
        row = {}
    scope = row.get("scope", "perExport")
    if not known:
        return "open", agreed[0] if agreed else INFINITE, _scope(agreed, scope)
    if agreed:
        return "limit", agreed[0], _scope(agreed, scope)
    return row.get("kind", "none"), row.get("maximum"), scope


def _scope(agreed, documented):
    return agreed[1] if agreed and agreed[1] not in (None, "unstated") else documented


def size(world, export, connection, scope, largest_only=False):
    """The bounds of the number that the scope of the limit counts."""
    run = _recorded(world, export)
    items = export["items"]
    if scope == "perSegment" and not (run and items.ok and len(items.value) == 1):
        counts = [member_count(world, one) for one in reading.entries(items)] if items.ok else [Count(0, INFINITE)]
        return Count(max((one.least for one in counts), default=0), max((one.most for one in counts), default=0))
    return of_account(world, export, connection, scope, now_sent)


def of_account(world, export, connection, scope, sent):
    """The bounds of what an export sends, or, where the scope is the total, of what all of its account send."""
    own = sent(world, export)
    if scope != "total" or active(export) is False:
        return own
    least, most = own.least, own.most
    if not world.complete("connections") or not world.complete("exports"):
        most = INFINITE
    for other, certain in same_account(world, export, connection):
        count = sent(world, other)
        if certain:
            least = max(least, count.least)
        most += count.most
    return Count(least, most)


def same_account(world, export, connection):
    """The other exports that send to the account of this connection, and whether that is certain."""
    mine, result = _account(connection), []
    name = service(connection)[1]
    for other in world.records("exports"):
        if other is export or active(other) is False:
            continue
        state, link = world.connection(other)
        if state == "none":
            continue
        if link is connection:
            result.append((other, bool(active(other))))
            continue
        if link is not None and service(link)[0] == "here" and service(link)[1] is not name:
            continue
        theirs = _account(link) if link else None
        if mine is not None and theirs is not None and mine != theirs:
            continue
        certain = link is not None and service(link)[0] == "here" and mine is not None and mine == theirs
        result.append((other, certain and bool(active(other))))
    return result


def _account(connection):
    accounts = connection["target.accountIds"]
    return accounts.value if accounts.ok and accounts.value else None


def chosen(world, export, connection, found):
    """The limit of the time at which the number of the export was counted: (kind, maximum, scope)."""
    run = _recorded(world, export)
    at = _time_of(run) if run else sent(world, export).at
    if at is None and _seen(world) is not None:
        at = _seen(world).first
    return limit(world, export, connection, found, at)


def strictest(rule):
    """The rule, judged by each reading of what the runs recorded."""
    return lambda world, export: stricter([rule(one, export) for one in world.readings()])


def lim_01(world, export):
    early, connection, found = attached(world, export)
    if early:
        return early
    kind, maximum, scope = chosen(world, export, connection, found)
    if kind not in ("limit", "recommendation", "open"):
        return NOT_APPLICABLE
    count = size(world, export, connection, scope)
    if kind == "open":
        return FAIL if count.least > maximum else UNKNOWN
    if kind == "recommendation":
        return PASS
    return FAIL if count.least > maximum else PASS if count.most <= maximum else UNKNOWN


def lim_03(world, export):
    early, connection, found = attached(world, export)
    items = export["items"]
    if early and (early == NOT_APPLICABLE or not items.ok):
        return early
    if not items.ok:
        return UNKNOWN
    if all(one["kind"].ok and one["kind"].value != "segment" for one in reading.entries(items)):
        return NOT_APPLICABLE
    if early and not found:
        sizes = [_members(world, one) for one in reading.entries(items) if one["kind"].value == "segment"]
        return FAIL if False in [_enough(number, 20) for number in sizes] else early
    parts = []
    for one in reading.entries(items):
        if not one["kind"].ok:
            parts.append(None)
        elif one["kind"].value == "segment":
            segment = world.named("segments", one["name"].value) if one["name"].ok else None
            at = segment["countedUtc"].value.first if segment and segment["countedUtc"].ok else (
                _seen(world).first if _seen(world) else None)
            row = found.row("limits", at) or found.row("limits", None) or {}
            minimum = max(20, row.get("minimum", 0))
            parts.append(_enough(_members(world, one), minimum))
    return outcome(*parts) if parts else NOT_APPLICABLE


def _members(world, item):
    """The bounds of the persons in a segment; no accounts are nobody."""
    segment = world.named("segments", item["name"].value) if item["name"].ok else None
    nobody = segment is not None and segment["members"].ok and segment["members"].value == 0
    return Count(0, 0) if nobody else member_count(world, item)


def _enough(count, minimum):
    return True if count.least >= minimum else False if count.most < minimum else None


RULES = {"LIM-01": ("exports", strictest(lim_01)), "LIM-03": ("exports", lim_03)}
