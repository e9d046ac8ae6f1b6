"""LIF-02 and LIF-05: whether an item runs while it is off, and succeeds while it is on."""

import instants
from consent import is_on
from judging import FAIL, NOT_APPLICABLE, UNKNOWN, active, began, every, negated, outcome, service, some, started
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
    google = item.section == "exports" and _fills_google_list(world, item)
    schedules = world.schedules([item]) if item.id else []
    listed = False if world.complete("schedules") and item.id else None
    on = some([is_on(one) for one in schedules] + [listed])
    if on is False and not google:
        return NOT_APPLICABLE
    runs = world.runs([item]) if item.id else []
    expired = _stale(world, item, runs, 450 * DAY, exactly=True) if google else False
    if on is False and expired is False:
        return NOT_APPLICABLE
    if is_active is None:
        return UNKNOWN
    if on is not True:
        return FAIL if expired else UNKNOWN
    pause = longest_pause([one for one in schedules if is_on(one)])
    limit = None if pause is None else pause * 3 if pause else 90 * DAY
    young = negated(_over(item["createdUtc"], limit, world.now)) if limit is not None else None
    if not runs and young and _logged_since(world, item["createdUtc"]):
        return NOT_APPLICABLE
    stale = _stale(world, item, runs, limit) if limit is not None else None
    if stale is False and not any(run["status"].value == "successful" for run in runs):
        stale = None
    return outcome(*[negated(one) for one in (stale, expired, _failing(world, runs))])


def _fills_google_list(world, export):
    connection = world.connection(export)[1]
    state, found = service(connection) if connection else ("missing", None)
    return state == "here" and found.slug == "google-ads"


def _stale(world, item, runs, limit, exactly=False):
    """Whether the last success, or without one the item itself, is older than the limit.

    The snapshot tells of runs up to its collection: what is too old only since then may have succeeded in between.
    """
    good = [began(run) for run in runs if run["status"].value == "successful"]
    if any(_over(one, limit, world.now, exactly) is False for one in good or [item["createdUtc"]]):
        return False
    seen = world.collected or world.now
    if seen is None or not all(run["status"].ok for run in runs) or not _log_reaches(world, seen.moved(-limit)):
        return None
    proofs = good or [item["createdUtc"]]
    if not good and not item["createdUtc"].ok:
        # It exists since its first run at the latest.
        return True if any(_over(began(run), limit, seen, exactly) for run in runs) else None
    return True if all(_over(one, limit, seen, exactly) for one in proofs) else None


def _over(value, limit, at, exactly=False):
    """Whether a time lies more than the limit before another, or exactly that long where that counts too."""
    if not value.ok or at is None:
        return None
    moved = value.value.moved(limit)
    return instants.not_after(moved, at) if exactly else instants.before(moved, at)


def _log_reaches(world, time):
    """Whether the log of runs is complete and is not said to begin only after a time."""
    starts = [one["windowStartUtc"] for one in world.snapshot.sources if one["section"].value == "runs"]
    return world.complete("runs") and all(not one.ok or instants.not_after(one.value, time) for one in starts)


def _logged_since(world, value):
    return value.ok and _log_reaches(world, value.value)


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
