"""Times as the snapshot format writes them, as spans of microseconds that are compared in three values.

A comparison is True, False or None; None says that the two times are not exact enough to tell.
"""

import datetime
import re
import zoneinfo

DAY = 86_400_000_000
MINUTE = 60_000_000
SECOND = 1_000_000

_PATTERN = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d:\d\d)?)?")
_SEVERAL_READINGS = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](\d{2}|\d{4})")
_EPOCH = datetime.datetime(1970, 1, 1)


class Time:
    """The span in which the event lies, from its first to its last possible microsecond."""

    def __init__(self, first, last, day=False, zoned=True):
        self.first, self.last, self.day, self.zoned = first, last, day, zoned

    def moved(self, by):
        """The same span later or earlier."""
        return Time(self.first + by, self.last + by, self.day, self.zoned)


def exact(microseconds):
    """A time that is known to the microsecond."""
    return Time(microseconds, microseconds)


def before(a, b):
    """Whether a comes before b."""
    if a.last < b.first:
        return True
    return False if a.first >= b.last else None


def not_after(a, b):
    """Whether a is before b or equal to it."""
    if a.last <= b.first:
        return True
    return False if a.first > b.last else None


def _microseconds(moment):
    span = moment - _EPOCH
    return (span.days * 86_400 + span.seconds) * SECOND + span.microseconds


def read(text, zone):
    """The time in the text as (state, time): ok, sentinel, ambiguous or malformed."""
    match = _PATTERN.fullmatch(text)
    if not match:
        return ("ambiguous" if _SEVERAL_READINGS.fullmatch(text) else "malformed"), None
    year, month, day = (int(match[n]) for n in (1, 2, 3))
    clock = [int(match[n]) for n in (4, 5, 6)] if match[4] else [0, 0, 0]
    fraction = int((match[7] or "0").ljust(6, "0")[:6])
    try:
        moment = datetime.datetime(year, month, day, *clock, fraction)
    except ValueError:
        return "malformed", None
    if year in (1, 1601, 9999) or (moment == _EPOCH):
        return "sentinel", None
    start = _microseconds(moment)
    if match[4] is None:
        return "ok", Time(start, start + DAY - 1, day=True)
    if match[8] in ("Z", "z"):
        return "ok", exact(start)
    if match[8]:
        sign = 1 if match[8][0] == "+" else -1
        return "ok", exact(start - sign * (int(match[8][1:3]) * 60 + int(match[8][4:6])) * MINUTE)
    if zone is not None:
        offset = moment.replace(tzinfo=zone).utcoffset()
        return "ok", exact(start - int(offset.total_seconds()) * SECOND)
    return "ok", Time(start - 14 * 60 * MINUTE, start + 12 * 60 * MINUTE, zoned=False)


def zone_named(name):
    """The zone of that name, or None."""
    if not isinstance(name, str) or not name:
        return None
    try:
        return zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return None
