"""LIF-02: whether an export or enrichment runs while it, or its schedule, is switched off."""

import instants
from consent import is_on
from judging import active, began, every, made, negated, outcome, removed, some, started

_ON, _OFF = ("active",), ("inactive", "detached", "deactivated", "removed")
_EVER, _NEVER = instants.exact(-10 ** 18), instants.exact(10 ** 18)


class Period:
    """A time of being switched off; certain says whether it was surely off in it."""

    def __init__(self, start, end=None, certain=True):
        self.start, self.end, self.certain, self.last = start, end, certain, start

    def holds(self, time):
        """Whether a run started in it: at the moment of the switch nobody knows."""
        same = self.start.first == self.start.last == time.first == time.last
        parts = [None if same else instants.before(self.start, time)]
        if self.end is not None:
            parts.append(instants.before(time, self.end))
        return every([every(parts), True if self.certain else None])


def lif_02(world, item):
    agrees = True
    if item.section == "exports":
        state = item["state"]
        agrees = negated(every([state.value == "active" if state.ok else None, world.detached(item)]))
    if not item.id:
        return outcome(agrees, None)
    off = negated(active(item))
    if off is False and _unreadable(item["removedUtc"]):
        off = None
    if item.section == "exports" and world.detached(item):
        off = True
    recorded, last_on = _recorded(item, _ON, _OFF)
    periods = _with_present(world, item, recorded, last_on, off)
    lists, unseen = _of_schedules(world, item)
    parts = []
    for run in [run for run in world.runs([item]) if started(run) is not False]:
        start = began(run)
        time = start.value if start.ok else instants.Time(_EVER.first, _NEVER.last)
        scheduled = run["submissionKind"].value == "scheduled" if run["submissionKind"].ok else None
        parts.append(negated(some([one.holds(time) for one in periods] + [None if off is None else False])))
        off_schedule = some([every(one.holds(time) for one in together) for together in lists] + [None if unseen else False])
        parts.append(negated(every([scheduled, off_schedule])))
    both = periods + [one for together in lists for one in together]
    if (both or off is None or unseen) and not _logged(world, both, made(world, item)):
        parts.append(None)
    parts += [None for run in world.nameless("runs", item.section) if _may_be_at_fault(run, made(world, item), periods, off, lists, unseen)]
    return outcome(agrees, *parts)


def _may_be_at_fault(run, created, periods, off, lists, unseen):
    """Whether a run that may be of any item may have started while this one was off, or off schedule."""
    if started(run) is False:
        return False
    start = began(run)
    time = start.value if start.ok else instants.Time(_EVER.first, _NEVER.last)
    if created.ok and time.last < created.value.first:
        return False
    if off is None or any(_may_share([one], time) for one in periods):
        return True
    return run["submissionKind"].value != "onDemand" and (unseen or any(_may_share(one, time) for one in lists))


def _may_share(periods, time):
    """Whether a time may lie in what all the periods share, at the moment of a switch too."""
    start = max(one.start.first for one in periods)
    end = min((one.end.last for one in periods if one.end is not None), default=_NEVER.last + 1)
    return start < end and time.last >= start and time.first < end


def _logged(world, periods, created):
    """Whether the log of runs is complete and, where it says when it begins, reaches back to each known switch."""
    if not world.complete("runs"):
        return False
    known = [one.start for one in periods if one.start.first > _EVER.first and one.start.last < _NEVER.last]
    if any(one.start.last == _EVER.last and one.certain for one in periods):
        # Off from the beginning, so the log has to reach back to that.
        known.append(created.value if created.ok else _EVER)
    return all(instants.not_after(one, start) for one in world.log_starts() for start in known)


def _recorded(item, on, off):
    """The periods that the history of states tells, and the time of the last switching on."""
    changes, dated, doubtful = item["stateChanges"], [], []
    for one in changes.value if changes.ok else []:
        to, time, before = (one[key] if hasattr(one, "section") else item["none"] for key in ("to", "utc", "from"))
        if to.ok and to.value not in on + off:
            continue
        if time.ok:
            dated.append((time.value, before.value if before.ok else None, to.value if to.ok else None))
        elif not to.ok or to.value in off or before.value in off:
            doubtful.append(Period(_EVER, certain=False))
    dated.sort(key=lambda one: one[0].first)
    if dated and dated[0][1] in off:
        dated.insert(0, (_EVER, None, dated[0][1]))
    periods = []
    start = None
    for time, _, to in dated:
        if to in off:
            start = start or Period(time)
            start.last = time
            continue
        if start:
            periods.append(Period(start.start, time))
        start = None
        # What it became is not known, until the next change that tells.
    if start:
        periods.append(start)
    for number, (time, _, to) in enumerate(dated):
        if to is None:
            later = dated[number + 1][0] if number + 1 < len(dated) else None
            periods.append(Period(time, later, certain=False))
    last_on = [time for time, _, to in dated if to in on]
    return periods + doubtful, last_on[-1] if last_on else None


def _with_present(world, item, periods, last_on, off):
    """The recorded periods beside what the dates of the item and its present state tell."""
    dates = [item[path] for path in ("detachedUtc", "deactivatedUtc")]
    # What can't be read, or is said to lie after the collection, happened at a time that nobody knows.
    unclear = any(_unreadable(one) or world.ahead(one) for one in dates) or _unreadable(item["removedUtc"])
    known = [one.value for one in dates if one.ok and not world.ahead(one)]
    known += [item["removedUtc"].value] if removed(item) else []
    # One that was switched on again since has become history.
    known = [one for one in known if last_on is None or instants.not_after(one, last_on) is not True]
    still = [one for one in periods if one.end is None and one.certain]
    # The last recorded switch of one that is recorded as still off.
    last = max((one.last for one in still), key=lambda time: time.first, default=None)
    updated = item["updatedUtc"].value if item["updatedUtc"].ok else None
    floor = last_on.first if last_on else _EVER.first
    some_time = instants.Time(floor, _NEVER.last)
    if off is True:
        if still:
            return periods
        if unclear:
            return periods + [Period(some_time)]
        if known:
            return periods + [Period(instants.Time(min(one.first for one in known), max(one.last for one in known)))]
        ceiling = updated.last if updated else _NEVER.last
        return periods + [Period(instants.Time(floor, max(floor, ceiling)))]
    for one in still if off is False else []:
        one.end = _until(last, updated)
    if known and not (off is None and still):
        start = min(known, key=lambda one: one.first)
        periods = periods + [Period(start, _until(start, updated))]
    if off is False and unclear:
        periods = periods + [Period(some_time, _until(some_time, updated))]
    return periods


def _unreadable(value):
    return not value.ok and value.state not in ("absent", "null", "sentinel")


def _until(start, updated):
    """When it was switched on again: by its last change at the latest, if that came after the switching off."""
    late = updated.last if updated and updated.last >= start.first else _NEVER.last
    return instants.Time(start.first, late)


def _of_schedules(world, item):
    """Lists of periods that count where all of one list hold, and whether a schedule may be missing."""
    schedules = world.schedules([item])
    recorded, last_on = _recorded(item, ("scheduleOn",), ("scheduleOff",))
    states = [is_on(one) for one in schedules]
    if some(states):
        for one in recorded:
            if one.end is None and one.certain:
                one.end = instants.Time(one.last.first, _NEVER.last)
    together = [_of_schedule(world, one, last_on) for one in schedules]
    lists = [[one] for one in recorded]
    others = world.nameless("schedules", item.section)
    if together and all(together):
        # One of which nobody knows what it starts may have been on.
        together += [Period(instants.Time(_EVER.first, _NEVER.last), instants.Time(_EVER.first, _NEVER.last))] * bool(others)
        lists.append(together)
    told = any(hasattr(one, "section") and one["to"].ok and one["to"].value in ("scheduleOn", "scheduleOff")
               for one in item["stateChanges"].value or []) if item["stateChanges"].ok else False
    return lists, not schedules and not told and (bool(others) or not world.complete("schedules"))


def _of_schedule(world, schedule, last_on):
    """The period during which one schedule was off, or None."""
    on, off, again = is_on(schedule), schedule["disabledUtc"], schedule["enabledUtc"]
    unclear = _unreadable(off) or world.ahead(off)
    known = off.ok and not unclear and not (last_on is not None and instants.not_after(off.value, last_on) is True)
    start = off.value if known else instants.Time(last_on.first if last_on else _EVER.first, _NEVER.last)
    if on is False:
        return Period(start)
    if on is None:
        return Period(start, instants.Time(start.first, _NEVER.last))
    if not known:
        return Period(start, instants.Time(start.first, _NEVER.last)) if unclear else None
    if again.ok and not world.ahead(again) and instants.before(off.value, again.value) is True:
        return Period(off.value, again.value)
    return Period(off.value, instants.Time(off.value.first, _NEVER.last))


RULES = {"LIF-02": ("exports enrichments", lif_02)}
