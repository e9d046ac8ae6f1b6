"""What the rules share: three-valued logic, the clock, look-ups, and what to do with an id that stands twice."""

import copy
import itertools

import catalogue
import instants
import reading

PASS, FAIL, UNKNOWN, NOT_APPLICABLE = "pass", "fail", "unknown", "notApplicable"
_STRICTNESS = [NOT_APPLICABLE, PASS, UNKNOWN, FAIL]


def every(parts):
    """Whether all parts hold: False if one does not, else None if one is not known."""
    parts = list(parts)
    return False if False in parts else None if None in parts else True


def some(parts):
    """Whether one part holds: True if one does, else None if one is not known."""
    parts = list(parts)
    return True if True in parts else None if None in parts else False


def perhaps(part):
    """What a condition counts for that may not concern the subject: it can't break the rule."""
    return True if part else None


def negated(part):
    return None if part is None else not part


def outcome(*parts):
    """Fail if a wanted condition is broken, else unknown if one is not known, else pass."""
    return {True: PASS, False: FAIL, None: UNKNOWN}[every(parts)]


def stricter(outcomes):
    return max(outcomes, key=_STRICTNESS.index)


class World:
    """A snapshot in which every id stands once, seen at the clock of the audit."""

    def __init__(self, snapshot, as_of, chosen=None):
        self.snapshot, self.as_of = snapshot, as_of
        collected = snapshot.collection["collectedUtc"]
        self.collected = collected.value if collected.ok else None
        self.now = as_of if as_of is not None else self.collected
        self.sections = {name: [one for one in records if chosen is None or id(one) not in chosen]
                         for name, records in snapshot.sections.items()}
        self.environment = snapshot.environment
        snapshot.now = self.now

    def records(self, section):
        return self.sections.get(section, [])

    def readings(self):
        """This world with each choice of one record for every id of a run that stands twice."""
        groups = {}
        for run in self.records("runs"):
            if run.id is not None:
                groups.setdefault(run.id, []).append(run)
        several = [group for group in groups.values() if len(group) > 1]
        for choice in itertools.product(*several):
            reading, kept = copy.copy(self), {id(one) for one in choice}
            dropped = {id(one) for group in several for one in group if id(one) not in kept}
            reading.sections = {**self.sections, "runs": [one for one in self.records("runs") if id(one) not in dropped]}
            yield reading

    def present(self, section):
        return self.snapshot.present(section)

    def complete(self, section):
        return self.snapshot.complete(section)

    def named(self, section, identifier):
        return next((one for one in self.records(section) if one.id == identifier), None)

    def lacks(self, record, path):
        """True if somebody looked for the value and found none, False if it is there, None if nobody knows."""
        value = record[path]
        if value.ok and isinstance(value.value, list) and not any(isinstance(one, reading.Record) for one in value.value):
            # Of a list, one entry that can be seen is enough.
            if any(one.ok and not one.none for one in value.value):
                return False
            if any(not one.ok and one.state != "null" for one in value.value):
                return None
            return True if self.complete(record.section) or record.section in reading.SINGLE else None
        if value.none:
            return True if self.complete(record.section) or record.section in reading.SINGLE else None
        return False if value.ok else None

    def older(self, value, days):
        """Whether the time lies more than that many days before the clock."""
        if self.now is None or not value.ok:
            return None
        return instants.before(value.value.moved(int(days * instants.DAY)), self.now)

    def ahead(self, value):
        """Whether an event is said to lie after the collection, by more than clocks differ: so it proves nothing."""
        seen = self.collected or self.as_of
        return seen is not None and value.ok and instants.not_after(value.value, seen.moved(300 * instants.SECOND)) is False

    def detached(self, record):
        """Whether an export or enrichment has no connection; null says so only where the section is complete."""
        value = record["connectionId"]
        return False if value.ok else True if value.state == "null" and self.complete(record.section) else None

    def connection(self, record):
        """(state, connection) of an export or enrichment: none, here, missing or unclear."""
        value = record["connectionId"]
        if self.detached(record):
            return "none", None
        if not value.ok:
            return "unclear", None
        found = self.named("connections", value.value)
        return ("here", found) if found else ("missing", None)

    def users(self, connection):
        """The exports and enrichments of a connection."""
        return [one for section in ("exports", "enrichments") for one in self.records(section)
                if one["connectionId"].ok and one["connectionId"].value == connection.id]

    def users_listed(self, connection):
        """True if the sections with what a connection may serve are complete, else None."""
        return True if all(self.complete(one) for one in served(connection)) else None

    def possible_users(self, connection):
        """The exports and enrichments of which nobody knows the connection."""
        return [one for section in served(connection) for one in self.records(section)
                if self.detached(one) is None]

    def runs(self, items):
        """The runs of items, by their ids alone: what kind of thing ran may not be recorded."""
        wanted = {one.id for one in items}
        return [run for run in self.records("runs") if run["targetId"].ok and run["targetId"].value in wanted]

    def nameless(self, section, *kinds):
        """The runs, or schedules, that don't say of what they are and may be of items of these sections."""
        words = [one.removesuffix("s") for one in kinds]
        return [one for one in self.records(section) if not one["targetId"].ok
                and (one["targetKind"].value in words if one["targetKind"].ok else True)]

    def log_is_over(self):
        """Whether the logs of runs surely end more than a day before the collection: they don't tell what ran since."""
        ends = [one["windowEndUtc"] for one in self.snapshot.sources if one["section"].value == "runs"]
        if not ends or not all(one.ok for one in ends) or self.collected is None:
            return False
        return max(one.value.last for one in ends) < self.collected.first - instants.DAY

    def log_starts(self):
        """When the logs of runs say that they begin: of several that meet, the first; never, if one can't be placed."""
        logs = [one for one in self.snapshot.sources if one["section"].value == "runs"]
        starts = [one["windowStartUtc"] for one in logs]
        if self.log_is_over() or any(not one.ok and not one.missing and one.state != "null" for one in starts):
            return [instants.exact(10 ** 18)]
        if len(logs) < 2 or not any(one.ok for one in starts):
            return [one.value for one in starts if one.ok]
        if not all(one["windowStartUtc"].ok and one["windowEndUtc"].ok for one in logs):
            return [instants.exact(10 ** 18)]
        windows = sorted(((one["windowStartUtc"].value, one["windowEndUtc"].value) for one in logs),
                         key=lambda one: (one[1].last, one[0].last), reverse=True)
        start = windows[0][0]
        for begin, end in windows[1:]:
            if end.first >= start.first and begin.last < start.last:
                start = begin
        return [start]

    def stray_runs(self, connection, detached=True):
        """The runs of what may use, or may once have used, the connection, and those that may be of anything."""
        others = self.possible_users(connection)
        if detached and family(connection) != "enrichment":
            others = others + [one for one in self.records("exports") if self.detached(one)]
        return self.runs(others) + self.nameless("runs", *served(connection))

    def schedules(self, items):
        wanted = {one.id for one in items}
        return [one for one in self.records("schedules") if one["targetId"].ok and one["targetId"].value in wanted]

    def principal(self, text):
        """The principal of that id or sign-in name."""
        for one in self.records("principals"):
            if one.id == reading.folded(text):
                return one
        for one in self.records("principals"):
            if one["upn"].ok and one["upn"].value.lower() == text.lower():
                return one
        return None


def made(world, item):
    """When an item was made; what is said to be after the collection can't be true."""
    time = item["createdUtc"]
    return reading.Value("ahead") if world.ahead(time) else time


def removed(item):
    """Whether an item was removed; a removal that is planned for later is none yet."""
    time, now = item["removedUtc"], item.snapshot.now
    return time.ok and (now is None or instants.not_after(time.value, now) is True)


def active(item):
    """Whether an export or enrichment is active; one that was removed is not."""
    if removed(item):
        return False
    state = item["state"]
    return state.value == "active" if state.ok else None


def started(run):
    """Whether a run has started, as far as its status tells."""
    status = run["status"]
    if status.ok:
        return status.value not in ("skipped", "queued", "notStarted")
    return True if run["startUtc"].ok else None


def family(connection):
    """Whether a connection serves exports or enrichments, by what is stated or else by its type; or None."""
    if connection["purposeKind"].ok:
        return connection["purposeKind"].value
    state, found = service(connection)
    return ("enrichment" if found.enriches else "export") if state == "here" else None


def served(connection):
    """The sections with what a connection may serve."""
    return {"export": ("exports",), "enrichment": ("enrichments",)}.get(family(connection), ("exports", "enrichments"))


def began(run):
    """When a run started; without that, between when it was queued and when it ended."""
    start, queued, end = run["startUtc"], run["submittedUtc"], run["endUtc"]
    if start.ok:
        return start
    if not queued.ok and not end.ok:
        return start
    first, last = queued.value.first if queued.ok else -10 ** 18, end.value.last if end.ok else 10 ** 18
    if first > last:
        first, last = -10 ** 18, 10 ** 18
    return reading.Value("ok", instants.Time(first, last))


def service(record, path="type"):
    """(state, service): here, unknown, ambiguous or missing."""
    value = record[path]
    if not value.ok or value.none:
        return "missing", None
    found = catalogue.candidates(value.value)
    exact = [one for one in found if one.slug == value.value.lower()]
    if len(exact or found) == 1:
        return "here", (exact or found)[0]
    return ("ambiguous" if found else "unknown"), None


def worlds(snapshot, as_of):
    """Each choice of one record for every id that stands twice: which one is right is never guessed.

    Of a run that stands twice both count; where a run excuses, all records of it have to. What a run sent
    is one number: rules on limits ask for World.readings.
    """
    groups = {}
    for section, records in snapshot.sections.items():
        for one in records:
            if one.id is not None and section != "runs":
                groups.setdefault((section, one.id), []).append(one)
    several = [group for group in groups.values() if len(group) > 1]
    for choice in itertools.product(*several):
        kept = {id(one) for one in choice}
        yield World(snapshot, as_of, {id(one) for group in several for one in group if id(one) not in kept})
