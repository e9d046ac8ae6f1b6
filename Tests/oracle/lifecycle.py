"""LIF-01 to LIF-08: what becomes of exports, enrichments and connections."""

import unicodedata

import catalogue
import instants
import reading
from judging import FAIL, NOT_APPLICABLE, PASS, UNKNOWN, active, began, every, made, negated, outcome, perhaps, removed, service, some, started

DAY = instants.DAY


def lif_01(world, export):
    detached = world.detached(export)
    if detached is not True:
        return NOT_APPLICABLE if detached is False else UNKNOWN
    since, changes = export["detachedUtc"], _Changes(export)
    if not (since.ok or since.missing or since.state == "null"):
        return UNKNOWN
    if not since.ok and changes.last is None:
        updated = export["updatedUtc"]
        return FAIL if not world.ahead(updated) and world.older(updated, 30) else UNKNOWN
    # Where the record and its history tell different times, either may be right.
    times = [since.value] if since.ok else []
    if changes.last and not (times and _meet(times[0], changes.last)):
        times.append(changes.last)
    if since.ok and not changes.last and changes.active and instants.before(since.value, changes.active) and world.now:
        times.append(instants.Time(changes.active.first, world.now.last))
    if any(world.ahead(reading.Value("ok", one)) for one in times):
        return UNKNOWN
    all_of_them = instants.Time(min(one.first for one in times), max(one.last for one in times))
    idle = world.older(reading.Value("ok", all_of_them), 30)
    return {True: FAIL, False: PASS, None: UNKNOWN}[idle]


def _meet(a, b):
    return not instants.before(a, b) and not instants.before(b, a)


class _Changes:
    """What the history of states tells: the last detachment, unless another may have followed, and the last activation."""

    def __init__(self, export):
        self.last = self.active = None
        changes, others = export["stateChanges"], []
        for one in changes.value if changes.ok else []:
            entry = isinstance(one, reading.Record)
            state = one["to"].value if entry and one["to"].ok else None
            time = one["utc"].value if entry and one["utc"].ok else None
            if state == "detached" and time:
                if self.last is None or time.first > self.last.first:
                    self.last = time
            elif state in ("active", "detached", None):
                others.append(time)
                if state == "active" and time and (self.active is None or time.first > self.active.first):
                    self.active = time
        if self.last and not all(one and instants.before(one, self.last) for one in others):
            self.last = None


def lif_03(world, connection):
    young = negated(_at_least(world, made(world, connection), 90))
    if young:
        return NOT_APPLICABLE
    users, others = world.users(connection), world.possible_users(connection)
    listed = every([True if world.complete("exports") else None, world.users_listed(connection)])
    states = [active(one) for one in users] + [None for one in others if active(one) is not False]
    if some(states):
        return PASS
    own = world.runs(users)
    runs = [run for run in own + world.stray_runs(connection, detached=False) if started(run) is not False]
    recent = [_recent(world, run, own) for run in runs]
    if some(_recent(world, run, own) for run in own if started(run)):
        return PASS
    nothing_ran = every([negated(some(recent)), True if _runs_known(world, 90) else None])
    return FAIL if every([negated(young), negated(some(states)), listed, nothing_ran]) else UNKNOWN


def _recent(world, run, own):
    """Whether a run of the last 90 days, by all records of its id, was one of the connection's own."""
    # One that is dated after the collection was at a time that nobody knows.
    parts = [None if world.ahead(began(run)) else negated(_at_least(world, began(run), 90))]
    if run in own and run.id:
        parts += [every([one in own, started(one) is not False, negated(_at_least(world, began(one), 90))])
                  for one in world.records("runs") if one.id == run.id]
    return every(parts)


def _at_least(world, value, days):
    """Whether the time lies that many days before the clock, or more."""
    if world.now is None or not value.ok:
        return None
    return instants.not_after(value.value.moved(days * DAY), world.now)


def _runs_known(world, days):
    """Whether the log of runs is complete and is not said to begin within the last days."""
    if not world.complete("runs") or world.now is None:
        return False
    begin = world.now.moved(-days * DAY)
    return all(instants.not_after(one, begin) for one in world.log_starts())


def lif_04(world, connection):
    requested, due = connection["removal.requestedUtc"], connection["removal.dueUtc"]
    marks = (requested, due, connection["removal.requestedBy"])
    marked = any(one.ok and not one.none for one in marks)
    if not marked and all(one.missing or one.none for one in marks[:2]):
        return NOT_APPLICABLE
    using = [negated(_uses(one)) for one in world.users(connection)]
    using += [perhaps(negated(_uses(one))) for one in world.possible_users(connection)]
    unused = every([*using, world.users_listed(connection)])
    if unused:
        # If it isn't marked there is no case, and if it is nothing stands in the way.
        return PASS
    if not marked:
        return UNKNOWN
    if due.missing and not connection["removal.dueUtc"].ok and due.state == "sentinel":
        return UNKNOWN
    passed = (instants.before(due.value, world.now) if due.ok and world.now
              else True if due.none and world.complete("connections") else None)
    return outcome(some([unused, negated(passed)]))


def _uses(item):
    """Whether an attached item keeps its connection from being removed."""
    if removed(item):
        return False
    return True if item.section == "exports" else active(item)


def lif_06(world, record):
    if record.section == "enrichments":
        link = record["connectionId"]
        if link.ok and world.named("connections", link.value):
            return NOT_APPLICABLE
    state, found = service(record)
    if state != "here":
        return UNKNOWN
    seen = world.collected or world.as_of
    if seen is None:
        return UNKNOWN
    at = seen.first
    if instants.before(instants.exact(catalogue.DATE + 180 * DAY), seen) is not False:
        return UNKNOWN
    life = found.row("lifecycle", at)
    supported = life is None or life["value"] == "active"
    kind = world.environment["instanceType"]
    row = found.row("maturity", at) or found.row("maturity", None)
    preview = row is not None and row["value"] == "preview"
    mature = True if not preview else kind.value != "production" if kind.ok else None
    return outcome(supported, mature)


def lif_08(world, record):
    owner = negated(world.lacks(record, "ownerPrincipalId"))
    purpose = negated(world.lacks(record, "purpose"))
    return outcome(owner, purpose, _name(world, record))


def _name(world, record):
    name = record["displayName"]
    if name.ok and name.none:
        return False
    if not name.ok:
        return negated(world.lacks(record, "displayName"))
    return every([_telling(world, record), _distinct(world, record)])


def _folded(text):
    return unicodedata.normalize("NFKC", text).strip().lower()


def _telling(world, record):
    """Whether a name is more than that of the service, of which nobody may know which one it is."""
    name, linked, holder = _folded(record["displayName"].value), "here", record
    if record.section == "exports":
        linked, holder = world.connection(record)
    if linked == "none":
        return True
    state, found = service(holder) if holder else ("missing", None)
    if holder and holder["type"].ok and name == _folded(holder["type"].value):
        return False
    if state == "here":
        return name not in _names(found)
    return None if any(name in _names(one) for one in catalogue.SERVICES.values()) else True


def _names(found):
    return {_folded(one) for one in [found.slug, found.title, *(found.aliases or [])]}


def _distinct(world, record):
    mine = _folded(record["displayName"].value)
    others = [one for one in world.records(record.section) if one is not record]
    if any(one["displayName"].ok and _folded(one["displayName"].value) == mine for one in others):
        return False
    return True


RULES = {"LIF-01": ("exports", lif_01), "LIF-03": ("connections", lif_03), "LIF-04": ("connections", lif_04),
         "LIF-06": ("connections enrichments", lif_06), "LIF-08": ("connections exports enrichments", lif_08)}
