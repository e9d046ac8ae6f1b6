"""DQ-01 and DQ-02: references that lead somewhere, and ids that stand once."""

import reading
from judging import FAIL, PASS, outcome

# Where the id of a subject or target leads, by what the record says that it is.
_BY_KIND = {"connection": ["connections"], "export": ["exports"], "enrichment": ["enrichments"],
            "keyVault": ["keyVaults"], "segment": ["segments"], "table": ["tables"]}
_KIND = {("consents", "subjectId"): "subjectType", ("schedules", "targetId"): "targetKind",
         ("runs", "targetId"): "targetKind", ("exports", "items[].name"): "items[].kind",
         ("enrichments", "dataSet.name"): "dataSet.kind"}


def dq_01(world, record):
    parts = [_here(world, record)]
    for path, field in reading.FIELDS[record.section].items():
        if field.targets and not field.own:
            parts += [_resolves(world, record, path, field, value, holder) for value, holder in _values(record, path)]
    return outcome(*parts)


def _here(world, record):
    """Whether a record belongs to the environment of the snapshot."""
    if record.section in reading.SINGLE or "instanceId" not in reading.FIELDS[record.section]:
        return True
    own, named = world.environment["instanceId"], record["instanceId"]
    if named.state in ("absent", "null"):
        return True
    return own.value == named.value if own.ok and named.ok else None


def _values(record, path):
    """The ids at a path, each with the object that holds it."""
    if "[]." in path:
        lines, _, inner = path.partition("[].")
        return [(one[inner], one) for one in reading.entries(record[lines])]
    value = record[path]
    if isinstance(value.value, list):
        return [(one, record) for one in value.value]
    return [(value, record)]


def _resolves(world, record, path, field, value, holder):
    """Whether an id leads to a record; no id leads nowhere."""
    if value.state in ("absent", "null") or value.none:
        return True
    if not value.ok:
        return None
    targets = _targets(record, path, field, holder)
    if targets is None:
        return True
    found = any(world.principal(value.value) if one == "principals" else world.named(one, value.value) for one in targets)
    if found or any(_removed(world, one, value.value, targets) for one in world.records("deletions")):
        return True
    # What ran may have been removed since.
    if (record.section, path) == ("runs", "targetId"):
        return True if all(world.complete(one) for one in targets) else None
    return False if all(world.complete(one) for one in targets) else None


def _removed(world, deletion, identifier, targets):
    """Whether a deletion is of an id in one of the sections, by the time of the collection; of what may not be told."""
    kind = deletion["subjectType"]
    if deletion["subjectId"].value != identifier or world.ahead(deletion["deletedUtc"]):
        return False
    return not kind.ok or any(one in targets for one in _BY_KIND.get(kind.value, []))


def _targets(record, path, field, holder):
    """The sections that an id leads to, None for what no section lists."""
    stated = _KIND.get((record.section, path))
    if stated is None:
        return field.targets
    kind = holder[stated.split("[].")[-1]]
    if not kind.ok:
        return field.targets
    if kind.value == "customer":
        return ["tables"]
    return _BY_KIND.get(kind.value)


def dq_02(world, record):
    """Whether no other record has the id, and no earlier consent repeats or contradicts another at its time."""
    rows = world.snapshot.records(record.section)
    earlier = rows[:rows.index(record)] if record in rows else []
    if sum(one.id == record.id for one in rows) > 1 or any(_plain(one) == _plain(record) for one in earlier):
        return FAIL
    if record.section != "consents":
        return PASS
    return FAIL if any(one.id != record.id and _repeats(one, record) for one in earlier) else PASS


def _plain(record):
    """An id as this rule compares it: without braces and regard to case."""
    text = (record.id or "").lower()
    return text[1:-1] if text.startswith("{") and text.endswith("}") else text or None


def _repeats(one, other):
    """Whether two consents say the same of one subject, or the opposite at one moment."""
    mine, theirs = _decision(one), _decision(other)
    if not mine or not theirs or mine[:2] != theirs[:2]:
        return False
    states, time = {mine[2], theirs[2]}, mine[1]
    return len(states) == 1 or "accepted" in states and time[0] == time[1]


def _decision(consent):
    """What a consent is about, when it was decided and how, or None where that can't be read."""
    state, kind, subject = consent["state"], consent["subjectType"], consent["subjectId"]
    own = {"accepted": "acceptedUtc", "withdrawn": "withdrawnUtc"}.get(state.value, "decidedUtc")
    time = next((consent[path] for path in (own, "decidedUtc") if consent[path].ok), None)
    if not state.ok or not subject.ok or time is None:
        return None
    return (kind.value if kind.ok else None, subject.value), (time.value.first, time.value.last), state.value


RULES = {"DQ-01": ("records", dq_01), "DQ-02": ("identifiers", dq_02)}
