"""LIF-05: whether an item that is on succeeds."""

import instants
from consent import is_on
from judging import FAIL, NOT_APPLICABLE, UNKNOWN, active, began, made, negated, outcome, service, some
from recurrence import longest_pause

DAY = instants.DAY
_FAILED = ("failed", "timedOut", "failedPermanently")
_UNCOUNTED = ("skipped", "queued", "running", "notStarted", "deleted", "needsUpdate", "aborted")


def lif_05(world, item):
    is_active = active(item)
    if is_active is False:
        return NOT_APPLICABLE
    google = item.section == "exports" and _fills_google_list(world, item)
    schedules = world.schedules([item]) if item.id else []
    others = [one for one in world.nameless("schedules", item.section) if is_on(one) is not False]
    listed = False if world.complete("schedules") and item.id and not others else None
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
    young = negated(_over(made(world, item), limit, world.now)) if limit is not None else None
    if not runs and young and _logged_since(world, made(world, item)) and not _strays(world, item, _may_have_sent):
        return NOT_APPLICABLE
    stale = _stale(world, item, runs, limit) if limit is not None else None
    if stale is False and not any(_succeeded(world, run) for run in runs):
        stale = None
    return outcome(*[negated(one) for one in (stale, expired, _failing(world, item, runs))])


def _fills_google_list(world, export):
    connection = world.connection(export)[1]
    state, found = service(connection) if connection else ("missing", None)
    return state == "here" and found.slug == "google-ads"


def _stale(world, item, runs, limit, exactly=False):
    """Whether the last success, or without one the item itself, is older than the limit.

    The snapshot tells of runs up to its collection: what is too old only since then may have succeeded in between.
    """
    good = [began(run) for run in runs if _succeeded(world, run) and not world.ahead(began(run))]
    if any(_over(one, limit, world.now, exactly) is False for one in good or [made(world, item)]):
        return False
    seen = world.collected or world.now
    if seen is None or not all(run["status"].ok and not world.ahead(began(run)) for run in runs) or not _log_reaches(world, seen.moved(-limit)):
        return None
    if any(not _over(began(run), limit, seen, exactly) for run in _strays(world, item, _may_have_succeeded)):
        return None
    proofs = good or [made(world, item)]
    if not good and not made(world, item).ok:
        # It exists since its first run at the latest.
        return True if any(_over(began(run), limit, seen, exactly) for run in runs) else None
    return True if all(_over(one, limit, seen, exactly) for one in proofs) else None


def _succeeded(world, run):
    """Whether a run succeeded by all records of its id, and no later than this one says."""
    copies = [one for one in world.records("runs") if one.id == run.id] if run.id else [run]
    return all(one["status"].value == "successful" and one["targetId"].ok and one["targetId"].value == run["targetId"].value
               and _last(one) >= _last(run) for one in copies)


def _last(run):
    time = began(run)
    return time.value.last if time.ok else 10 ** 18


def _over(value, limit, at, exactly=False):
    """Whether a time lies more than the limit before another, or exactly that long where that counts too."""
    if not value.ok or at is None:
        return None
    moved = value.value.moved(limit)
    return instants.not_after(moved, at) if exactly else instants.before(moved, at)


def _log_reaches(world, time):
    """Whether the log of runs is complete and is not said to begin only after a time."""
    return world.complete("runs") and all(instants.not_after(one, time) for one in world.log_starts())


def _logged_since(world, value):
    return value.ok and _log_reaches(world, value.value)


def _strays(world, item, fits):
    """The runs since an item was made that don't tell what ran, may be its own, and fit."""
    since = made(world, item)
    return [run for run in world.nameless("runs", item.section) if fits(run)
            and not (since.ok and began(run).ok and instants.before(began(run).value, since.value))]


def _may_have_sent(run):
    return run["status"].value not in ("skipped", "queued", "notStarted")


def _may_have_succeeded(run):
    return not run["status"].ok or run["status"].value == "successful"


def _may_have_failed(run):
    return not run["status"].ok or run["status"].value in _FAILED


def _failing(world, item, runs):
    """Whether the last three runs that count failed, whatever the runs are of which something is not known."""
    counted = [run for run in runs if run["status"].value not in _UNCOUNTED
               and (run["status"].value != "successful" or _succeeded(world, run))]
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
    # What doesn't tell what ran may have failed or succeeded after the last success.
    last = max((_last(run) for run in runs if _succeeded(world, run) and not world.ahead(began(run))), default=-10 ** 18)
    most += sum(_last(run) >= last for run in _strays(world, item, _may_have_failed))
    if any(_last(run) >= last for run in _strays(world, item, _may_have_succeeded)):
        least = 0
    if least >= 3 and all(run["status"].value in _FAILED for run in loose):
        return True
    return False if most < 3 and world.complete("runs") else None


RULES = {"LIF-05": ("exports enrichments", lif_05)}
