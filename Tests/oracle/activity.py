"""LIF-02 and LIF-05: whether an item runs while it is off, and succeeds while it is on."""

import instants
from consent import is_on
from judging import NOT_APPLICABLE, UNKNOWN, active, every, negated, outcome, some, started
from recurrence import longest_pause

DAY = instants.DAY
_FAILED = ("failed", "timedOut", "failedPermanently", "aborted")
_UNCOUNTED = ("skipped", "queued", "running", "notStarted", "deleted", "needsUpdate")
_OFF = ("inactive", "detached", "deactivated", "removed")


def lif_02(world, item):
    state, link = item["state"], item["connectionId"]
    agrees = True
    if item.section == "exports":
        is_active = state.value == "active" if state.ok else None
        detached = world.detached(item)
        agrees = negated(every([is_active, detached]))
    runs = [run for run in world.runs([item]) if started(run) is not False]
    parts = [_allowed(world, item, run) for run in runs]
    off = some([negated(active(item)), *_was_off(world, item)])
    if not world.complete("runs") and off is not False:
        parts.append(None)
    return outcome(agrees, *parts)


def _was_off(world, item):
    changes = item["stateChanges"]
    parts = [item["detachedUtc"].ok, item["deactivatedUtc"].ok]
    if item.section == "exports":
        parts.append(world.detached(item))
    return parts + ([bool(changes.value)] if changes.ok else [])


def _allowed(world, item, run):
    """Whether a run may have started when it did."""
    start = run["startUtc"]
    parts = [negated(_off_then(item, start))]
    off = negated(active(item))
    if item.section == "exports" and world.detached(item):
        off = True
    if off is not False:
        since = [item[path] for path in ("detachedUtc", "deactivatedUtc", "removedUtc") if item[path].ok]
        if not since and _off_then(item, start) is False and _last_is_off(item):
            since = []
        elif not since:
            since = [None]
        for one in since:
            earlier = _earlier(start, one)
            parts.append(earlier if off else True if earlier else None)
    scheduled = run["submissionKind"].value == "scheduled" if run["submissionKind"].ok else None
    for one in world.schedules([item]):
        on = _on(one)
        if scheduled is not False and on is not True:
            earlier = _earlier(start, one["disabledUtc"])
            parts.append(earlier if scheduled and on is False else True if earlier else None)
    return every(parts)


def _earlier(start, switched):
    """Whether a run started before a switch; at the same instant nobody can tell."""
    if switched is None or not switched.ok or not start.ok:
        return None
    if instants.before(start.value, switched.value):
        return True
    return False if instants.before(switched.value, start.value) else None


def _on(schedule):
    mode, switch = schedule["mode"], schedule["isActive"]
    if mode.value == "off" or switch.ok and not switch.value:
        return False
    return True if mode.ok and switch.ok else None


def _switches(item):
    """The changes between on and off, or None where one cannot be read."""
    changes = item["stateChanges"]
    if not changes.ok:
        return []
    found = []
    for one in changes.value:
        if not hasattr(one, "section") or not one["to"].ok or not one["utc"].ok:
            return None
        if one["to"].value not in ("scheduleOn", "scheduleOff"):
            found.append(one)
    return sorted(found, key=lambda one: one["utc"].value.first)


def _last_is_off(item):
    switches = _switches(item)
    return bool(switches) and switches[-1]["to"].value in _OFF


def _off_then(item, start):
    """Whether the history says that the item was off when the run started."""
    switches = _switches(item)
    if switches is None:
        return None
    if not switches:
        return False
    if not start.ok:
        return None
    state = None
    for one in switches:
        earlier = _earlier(start, one["utc"])
        if earlier is None:
            return None
        if earlier:
            before = state if state is not None else one["from"].value if one["from"].ok else None
            return before in _OFF
        state = one["to"].value
    return state in _OFF


def lif_05(world, item):
    is_active = active(item)
    if is_active is False:
        return NOT_APPLICABLE
    schedules = world.schedules([item])
    on = some([is_on(one) for one in schedules] + [False if world.complete("schedules") else None])
    if on is False:
        return NOT_APPLICABLE
    if is_active is None or on is None or world.now is None:
        return UNKNOWN
    pause = longest_pause([one for one in schedules if is_on(one)])
    limit = None if pause is None else pause * 3 if pause else 90 * DAY
    runs = world.runs([item])
    good = [run for run in runs if run["status"].value == "successful"]
    fresh, young = None, None
    if limit is not None:
        fresh = some(negated(_over(world, run["startUtc"], limit)) for run in good)
        young = negated(_over(world, item["createdUtc"], limit))
        unclear = any(not run["status"].ok for run in runs) or not _log_reaches(world, limit)
        old = all(_over(world, run["startUtc"], limit, _seen(world)) for run in good)
        if fresh is not True and (unclear or young and not good or not old):
            fresh = None
    failing = _failing(world, runs)
    if not runs and fresh is False and world.complete("runs"):
        if young is not False:
            return NOT_APPLICABLE if young else UNKNOWN
    return outcome(fresh, negated(failing))


def _seen(world):
    """Up to when the snapshot tells of runs; what is too old only since then may have succeeded in between."""
    return world.collected or world.now


def _over(world, value, limit, at=None):
    return instants.before(value.value.moved(limit), at or world.now) if value.ok else None


def _log_reaches(world, limit):
    if not world.complete("runs"):
        return False
    return all(one["windowStartUtc"].ok and instants.not_after(one["windowStartUtc"].value, _seen(world).moved(-limit))
               for one in world.snapshot.sources if one["section"].value == "runs")


def _failing(world, runs):
    """Whether the last three runs that count failed, whatever the runs are of which something is not known."""
    counted = [run for run in runs if run["status"].value not in _UNCOUNTED]
    placed = sorted((run for run in counted if run["startUtc"].ok), key=lambda run: run["startUtc"].value.first)
    loose = [run for run in counted if not run["startUtc"].ok]
    most = least = 0
    for run in reversed(placed):
        if run["status"].ok and run["status"].value not in _FAILED:
            break
        most += 1
    for run in reversed(placed):
        if run["status"].value not in _FAILED:
            break
        least += 1
    most += sum(not run["status"].ok or run["status"].value in _FAILED for run in loose)
    if least >= 3 and all(run["status"].value in _FAILED for run in loose):
        return True
    return False if most < 3 and world.complete("runs") else None


RULES = {"LIF-02": ("exports enrichments", lif_02), "LIF-05": ("exports enrichments", lif_05)}
