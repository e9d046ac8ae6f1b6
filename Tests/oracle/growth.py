"""LIM-02: how near an export is to the limit of its destination, and whether its growth passes it soon."""

import statistics

import instants
import reading
from judging import NOT_APPLICABLE, UNKNOWN, outcome
from limits import INFINITE, Count, attached, chosen, distinct, member_count, now_sent, of_account, size, strictest

_WARN_AT, _HORIZON, _FEWEST = 0.9, 30 * instants.DAY, 3


def lim_02(world, export):
    early, connection, found = attached(world, export)
    if early:
        return early
    kind, maximum, scope = chosen(world, export, connection, found)
    # What is only recommended is no maximum: LIM-01 lets even more pass.
    if kind not in ("limit", "open"):
        return NOT_APPLICABLE
    count = size(world, export, connection, scope)
    if count.least > maximum:
        return NOT_APPLICABLE
    if kind == "open":
        return UNKNOWN
    grown = _grown(world, export, connection, scope, count)
    return outcome(_below(count, _WARN_AT * maximum), _below(grown, maximum + 1))


def _below(count, number):
    """Whether a number of which bounds are known is below another."""
    return False if count.least >= number else True if count.most < number else None


def _grown(world, export, connection, scope, count):
    """The bounds of what the scope of the limit counts at the end of the horizon."""
    if scope == "perSegment":
        parts, _ = _parts(world, export)
        return _largest(parts) if parts else count
    return of_account(world, export, connection, scope, lambda world, one: _parts(world, one)[1])


def _largest(parts):
    return Count(max(one.least for one in parts), max(one.most for one in parts))


def _parts(world, export):
    """The items of an export at the end of the horizon, and all together; without a trend as they are now."""
    found = [(one, _future(world, one)) for one in distinct(export["items"])] if export["items"].ok else []
    if all(future is None for _, future in found):
        return [], now_sent(world, export)
    parts = [member_count(world, one) for one, _ in found]
    for part, (_, future) in zip(parts, found):
        if future is not None:
            part.least, part.most = future, future if part.most != INFINITE else INFINITE
    return parts, Count(max(one.least for one in parts), sum(one.most for one in parts))


def _future(world, item):
    """Where the straight line nearest to all counts of a segment ends, or None if there are too few of them."""
    name = item["name"]
    segment = world.named("segments", name.value) if item["kind"].value == "segment" and name.ok else None
    if segment is None:
        return None
    rows = [(one["utc"], one["members"]) for one in reading.entries(segment["history"])]
    rows.append((segment["countedUtc"], segment["members"]))
    points = {when.value.first: members.value for when, members in reversed(rows) if when.ok and members.ok}
    if len(points) < _FEWEST:
        return None
    end = (world.now.last if world.now else max(points)) + _HORIZON
    slope, base = statistics.linear_regression([one - end for one in points], list(points.values()))
    return max(0, round(base))


RULES = {"LIM-02": ("exports", strictest(lim_02))}
