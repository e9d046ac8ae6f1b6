"""CON-01 to CON-08: the agreement to a transfer, and the consent of the customers."""

import catalogue
import instants
from judging import (FAIL, NOT_APPLICABLE, PASS, UNKNOWN, active, began, every, negated, outcome, perhaps, served, service, some,
                     started)
from roles import reaches

_SKEW = 300 * instants.SECOND
_CHANGES = [catalogue.day(text) for text in ("2022-07-05", "2022-07-20", "2023-12-21")]


class Decisions:
    """The rows of consents about one connection, and whether there can be others."""

    def __init__(self, world, connection):
        self.underlying = self._underlying(connection)
        self.rows, self.ahead, self.unreadable = [], [], False
        for one in world.records("consents"):
            kind, subject = one["subjectType"], one["subjectId"]
            about = every([kind.value == "connection" if kind.ok else None,
                           subject.value == self.underlying if subject.ok and self.underlying else
                           False if subject.ok or subject.state == "null" else None])
            if about and one["state"].ok:
                early = one["state"].value == "accepted" and world.ahead(one["acceptedUtc"])
                (self.ahead if early else self.rows).append(one)
            elif about is not False and not (one["state"].ok and one["state"].value != "accepted"):
                self.unreadable = True
        self.accepted = [one for one in self.rows if one["state"].value == "accepted"]
        self.listed = world.complete("consents") and not self.unreadable
        # An acceptance that is still to come may stand for one that was.
        self.closed = self.listed and not self.ahead

    @staticmethod
    def _underlying(connection):
        """The id of the connection whose consent counts: for a type that inherits it, the one that it is made through."""
        state, found = service(connection)
        via = connection["viaConnectionId"]
        if state != "here" and (via.ok or via.torn):
            # It may be of a type that inherits the consent of the other.
            return None
        if state == "here" and found.row("consentStep", None)["value"] == "inherits":
            return via.value if via.ok else None
        return connection.id


def best(parts):
    """One consent that fits suffices."""
    return some(parts)


def con_01(world, connection):
    state, found = service(connection)
    decisions = Decisions(world, connection)
    complete = [every([_stated(one["acceptedBy"]), _stated(one["acceptedUtc"])]) for one in decisions.accepted]
    complete += [every([_stated(one["acceptedBy"]), None]) for one in decisions.ahead]
    needed = _needed(connection, found) if state == "here" else None
    if needed is False:
        return NOT_APPLICABLE
    recorded = some(complete)
    if not decisions.underlying or recorded:
        return PASS if recorded else UNKNOWN
    return FAIL if needed and recorded is False and decisions.listed else UNKNOWN


def _stated(value):
    """Whether a consent names its person or time; what cannot be read may be there."""
    return True if value.ok and not value.none else False if value.state in ("absent", "null", "sentinel") or value.none else None


def _needed(connection, found):
    """Whether the type had an agreement step when the connection was made."""
    steps = {one["value"] for one in found.consentStep}
    if steps == {"no"}:
        return False
    made, born = connection["createdUtc"], catalogue.day("2021-02-09")
    if not made.ok:
        return True if catalogue.day(found.consentStepSince) <= born and not connection["migrated"].value else None
    since = instants.exact(catalogue.day(found.consentStepSince))
    if instants.not_after(since, made.value):
        row = found.row("consentStep", made.value.first)
        return row["value"] != "no"
    return None


def without(decisions):
    """What a rule about an accepted consent says where there is none, or None."""
    if not decisions.underlying:
        return UNKNOWN
    if not decisions.accepted:
        return NOT_APPLICABLE if decisions.closed else UNKNOWN
    return None


def verdict(decisions, parts):
    """Pass if one accepted consent fits; fail if none fits and there can be no other."""
    fits = best(parts)
    if fits:
        return PASS
    return FAIL if fits is False and decisions.closed else UNKNOWN


def con_02(world, connection):
    decisions = Decisions(world, connection)
    return without(decisions) or outcome(*(_entitled(world, one) for one in _latest(decisions.accepted)))


def _latest(consents):
    """The consents that are not surely older than another: the latest one counts, since repeating is the remedy."""
    times = [one["acceptedUtc"].value for one in consents if one["acceptedUtc"].ok]
    newest = max((time.first for time in times), default=None)
    return [one for one in consents if not one["acceptedUtc"].ok or one["acceptedUtc"].value.last >= newest]


def _entitled(world, consent):
    """Whether the one who accepted was a user and an administrator or the owner at that time."""
    who, when = consent["acceptedBy"], consent["acceptedUtc"]
    if not who.ok or who.none:
        return None
    person = world.principal(who.value)
    if person is None:
        return None
    kind = person["principalType"]
    if kind.ok and kind.value != "user":
        return False
    parts = [True if kind.ok else None]
    if not when.ok:
        return every(parts + [None])
    return every(parts + [_administered(world, person, when.value)])


def _administered(world, person, at):
    """Whether the person was an administrator then: by history, else by what holds now."""
    dated, undated, known, unclear = set(), set(), False, False
    for one in world.records("roleAssignments"):
        who = one["principalId"]
        direct = who.ok and world.principal(who.value) is person
        if not direct and not (who.ok and reaches(world, who, person)):
            continue
        roles = one["roles"].value if one["roles"].ok else None
        words = {word.value for word in roles or () if word.ok}
        start, end = one["validFromUtc"], one["validToUtc"]
        known = known or start.ok or end.ok
        begun = instants.not_after(start.value, at) if start.ok else None
        over = (instants.not_after(end.value, at) if end.ok else
                False if end.missing or end.state == "null" else None)
        held = every([begun, negated(over)])
        perhaps_administrator = "admin" not in words and (roles is None or any(word.torn for word in roles))
        if held is not False and (perhaps_administrator or start.torn or end.torn):
            unclear = True
        if roles is None:
            continue
        if held and direct:
            dated |= words
        elif held is not False:
            now = not direct or not start.ok and not end.ok
            undated |= words if "admin" in words and now else {"perhaps"}
    if "admin" in dated:
        return True
    # What holds today is no substitute for an assignment that can't be read.
    if unclear:
        return None
    if dated:
        return False if "perhaps" not in undated else None
    owner = world.environment["ownerPrincipalId"]
    if "admin" in undated or owner.ok and world.principal(owner.value) is person:
        return True
    return False if known and not undated and world.complete("roleAssignments") else None


def con_03(world, connection):
    decisions = Decisions(world, connection)
    if (nothing := without(decisions)) is not None:
        return nothing
    users, others = world.users(connection), world.possible_users(connection)
    made = connection["createdUtc"]
    known_runs = _log_covers(world, made)
    times = [one["acceptedUtc"] for one in decisions.accepted]
    runs = [_first(times, began(run), decisions) for run in world.runs(users) if started(run) is not False]
    schedules = [_first(times, one["enabledUtc"], decisions) for one in world.schedules(users)
                 if _tells(one, runs)]
    if not world.present("schedules") and not runs:
        schedules.append(None)
    schedules += [perhaps(_first(times, one["enabledUtc"], decisions)) for one in world.schedules(others)
                  if _tells(one, runs)]
    if users:
        schedules += [perhaps(_first(times, one["enabledUtc"], decisions))
                      for one in world.nameless("schedules", *served(connection)) if _tells(one, runs)]
    runs += [None for one in users if not one.id]
    runs += [perhaps(some([_precedes(began(run), made), _first(times, began(run), decisions)]))
             for run in world.stray_runs(connection) if started(run) is not False]
    dated = [one.value for one in times if one.ok]
    after = [instants.not_after(made.value.moved(-_SKEW), one) if made.ok else None for one in dated] or [None]
    return outcome(*after, *runs, *schedules, True if known_runs else None, world.users_listed(connection))


def _precedes(event, made):
    """Whether something happened before the connection was made, and so not over it."""
    return instants.before(event.value, made.value) if event.ok and made.ok else None


def _first(times, event, decisions):
    """Whether one of the consents comes before an event, allowing for clocks that differ."""
    follows = some(instants.not_after(one.value, event.value.moved(_SKEW)) if one.ok and event.ok else None
                   for one in times)
    return follows if follows or decisions.closed else None


def _tells(schedule, runs):
    """Whether it matters when a schedule was switched on: where the runs are known, silence is ignored."""
    enabled = schedule["enabledUtc"]
    return enabled.state != "null" and (enabled.ok or not runs)


def _log_covers(world, made):
    """Whether the log of runs holds everything since the connection was made."""
    if not world.complete("runs") or not made.ok or world.log_is_over():
        return False
    return all(one["windowStartUtc"].ok and instants.not_after(one["windowStartUtc"].value, made.value)
               for one in world.snapshot.sources if one["section"].value == "runs")


def con_04(world, connection):
    decisions = Decisions(world, connection)
    if (nothing := without(decisions)) is not None:
        return nothing
    if world.now is None:
        return UNKNOWN
    current = _era(world.now)
    fits = best(None if era is None else current is not None and era >= current
                for era in (_text(one) for one in decisions.accepted))
    if fits:
        return PASS
    if fits is None or not decisions.closed:
        return UNKNOWN
    return {True: FAIL, False: PASS, None: UNKNOWN}[_in_use(world, connection)]


def _era(time):
    eras = {sum(change <= at for change in _CHANGES) for at in (time.first, time.last)}
    return eras.pop() if len(eras) == 1 else None


def _text(consent):
    """The number of the privacy text that a consent refers to, or None."""
    named, when = consent["textVersion"], consent["acceptedUtc"]
    if named.ok:
        word = named.value.strip().upper()
        return int(word[1]) - 1 if word in ("E1", "E2", "E3", "E4") else None
    if named.state == "malformed" or not when.ok:
        return None
    if any(change <= when.value.last and when.value.first < change + instants.DAY for change in _CHANGES):
        return None
    return _era(when.value)


def _in_use(world, connection):
    users, others = world.users(connection), world.possible_users(connection)
    off = [negated(active(one)) for one in users] + [negated(is_on(one)) for one in world.schedules(users)]
    off += [perhaps(negated(active(one))) for one in others]
    off += [perhaps(negated(is_on(one))) for one in world.schedules(others)]
    if users:
        off += [perhaps(negated(is_on(one))) for one in world.nameless("schedules", *served(connection))]
        off += [None for one in users if not one.id]
    listed = True if world.complete("schedules") or not users and not others else None
    return negated(every([*off, world.users_listed(connection), listed]))


def is_on(schedule):
    """Whether a schedule starts something."""
    mode, switch = schedule["mode"], schedule["isActive"]
    if mode.value == "off" or switch.ok and not switch.value:
        return False
    return True if switch.ok else None


RULES = {"CON-01": ("connections", con_01), "CON-02": ("connections", con_02), "CON-03": ("connections", con_03),
         "CON-04": ("connections", con_04)}
