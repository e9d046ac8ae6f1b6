"""The longest pause of a recurrence, from cron expressions of five fields."""

import datetime

import instants

_START = datetime.datetime(2024, 1, 1)


def longest_pause(schedules):
    """The longest time between two starts in microseconds, 0 without a recurrence, None where it can't be told."""
    starts = set()
    for schedule in schedules:
        lines = schedule["cron"]
        if schedule["mode"].value == "system" or lines.none or lines.state in ("absent", "null"):
            continue
        if not lines.ok or not all(one.ok for one in lines.value):
            return None
        for one in lines.value:
            days = _days(one.value)
            if days is None:
                return None
            starts |= days
    ordered = sorted(starts)
    return max((b - a for a, b in zip(ordered, ordered[1:])), default=0)


def _days(line):
    """The starts of five years for the simple lines that the generator writes."""
    if len(line.split()) != 5:
        return None
    minute, hour, day, month, weekday = line.split()
    if not minute.isdigit() or not hour.isdigit():
        return None
    found = set()
    for number in range(366 * 5):
        date = _START + datetime.timedelta(days=number)
        if month != "*" or day not in ("*", str(date.day)):
            continue
        if weekday not in ("*", str((date.weekday() + 1) % 7)):
            continue
        found.add((number * 1440 + int(hour) * 60 + int(minute)) * instants.MINUTE)
    return found
