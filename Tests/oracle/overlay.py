"""Exceptions of a generated snapshot: which outcomes they accept, by the days of a zone."""

import datetime
import json
import random

import zoneinfo

ZONE = zoneinfo.ZoneInfo("Europe/Amsterdam")
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def exceptions(seed, outcomes, now):
    """The text of an exceptions file, and the outcomes that it accepts at the clock."""
    draw = random.Random(f"exceptions {seed}")
    subjects = [key for key, outcome in sorted(outcomes.items()) if ":" in key[1] and "#" not in key[1]]
    today = (_EPOCH + datetime.timedelta(microseconds=now.first)).astimezone(ZONE).date()
    lines, accepted = ["timeZone: Europe/Amsterdam", "exceptions:"], set()
    for rule, subject in draw.sample(subjects, min(4, len(subjects))):
        created = today + datetime.timedelta(days=draw.choice([-30, -30, 0, 1]))
        expires = today + datetime.timedelta(days=draw.choice([-1, 0, 0, 30]))
        if expires < created:
            expires = created
        lines.append(f"  - {{rule: {rule}, subject: {json.dumps(subject)}, reason: Known, approver: maja, "
                     f"created: {created}, expires: {expires}}}")
        if created <= today <= expires and outcomes[rule, subject] in ("fail", "unknown"):
            accepted.add((rule, subject))
    return "\n".join(lines) + "\n", accepted
