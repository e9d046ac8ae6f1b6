"""LIF-07: what a recipient or a table still holds after a removal."""

import instants
from judging import NOT_APPLICABLE, began, every, negated, outcome, service, some, started


def lif_07(world, record):
    return {"deletions": _record, "exports": _export, "connections": _connection, "enrichments": _enrichment,
            "segments": _segment}[record.section](world, record)


def _record(world, deletion):
    kind, subject = deletion["subjectType"], deletion["subjectId"]
    kept = negated(world.lacks(deletion, "retention"))
    erased = negated(world.lacks(deletion, "certificate"))
    if kind.value not in ("enrichment", "segment", "table"):
        erased = every([erased, _erased_since(world, deletion)])
    if kind.value in ("enrichment", "segment", "table"):
        return outcome(some([kept, erased]))
    if not subject.ok:
        return outcome(some([kept, erased]) or None)
    found = world.named("connections", subject.value) or world.named("exports", subject.value)
    own = _own_storage(world, found) if found else None
    # Only those who are known to own the storage have nobody to ask for a proof.
    proof = kept if own else some([kept, erased])
    return outcome(proof if proof is not False or _ran(world, subject.value) else None)


def _erased_since(world, deletion):
    """Whether the erasure came after the last transfer; of one without a time nobody can tell."""
    when = deletion["deletedUtc"]
    if not when.ok and not when.missing and when.state != "null" or world.ahead(when):
        return None
    subject = deletion["subjectId"]
    runs = [began(run) for run in _runs_of(world, subject.value) if started(run) is not False] if subject.ok else []
    last = max((one.value if one.ok else instants.Time(-10 ** 18, 10 ** 18) for one in runs),
               key=lambda one: one.last, default=None)
    if last is None:
        return True
    return instants.not_after(last, when.value) if when.ok else None


def _own_storage(world, item):
    connection = item if item.section == "connections" else world.connection(item)[1]
    state, found = service(connection) if connection else ("missing", None)
    return found.party == "customerStorage" if state == "here" else None


def _ran(world, identifier):
    """Whether a run of an export, or of what names a connection, may have sent something."""
    return any(started(run) is not False for run in _runs_of(world, identifier))


def _runs_of(world, identifier):
    targets = {identifier} | {one.id for section in ("exports", "enrichments") for one in world.records(section)
                              if one["connectionId"].ok and one["connectionId"].value == identifier}
    return [run for run in world.records("runs") if run["targetId"].ok and run["targetId"].value in targets]


def _nothing_sent(world, item, kind):
    """Whether the log of runs since the item was made shows that nothing was sent."""
    made = item["createdUtc"]
    if not item.id or not made.ok or world.ahead(made) or not world.complete("runs") or world.log_is_over() or _ran(world, item.id):
        return False
    starts = [one["windowStartUtc"] for one in world.snapshot.sources if one["section"].value == "runs"]
    if not all(one.missing or one.state == "null" or one.ok and instants.not_after(one.value, made.value)
               for one in starts):
        return False
    # What ran before the item was made, or after it was removed, was of another one, or went over another one.
    gone = item["removedUtc"]
    strays = world.nameless("runs", "exports") if kind == "export" else world.stray_runs(item)
    unseen = [one for one in strays if started(one) is not False
              and not (began(one).ok and (instants.before(began(one).value, made.value)
                                          or gone.ok and instants.not_after(gone.value, began(one).value)))]
    return (kind == "export" or world.users_listed(item) is True) and not unseen


def _needs_record(world, item, kind, over):
    if over is False:
        return NOT_APPLICABLE
    # Where there is one it is judged itself.
    if _has_record(world, item) or over and _nothing_sent(world, item, kind):
        return NOT_APPLICABLE
    return outcome(False if over and world.complete("deletions") else None)


def _has_record(world, item):
    """Whether a deletion names the id, and what it was of doesn't contradict that."""
    kinds = {"connection": "connections", "export": "exports", "enrichment": "enrichments", "segment": "segments"}
    return any(not one["subjectType"].ok or kinds.get(one["subjectType"].value) == item.section
               for one in world.records("deletions") if one["subjectId"].ok and one["subjectId"].value == item.id)


def _past(world, time):
    """Whether something has ended: a time that can't be read may have come."""
    if not time.ok:
        return False if time.missing or time.state == "null" else None
    return instants.not_after(time.value, world.now) if world.now else None


def _export(world, export):
    over = some([_past(world, export["removedUtc"]), _past(world, export["purposeEndedUtc"])])
    return _needs_record(world, export, "export", over)


def _connection(world, connection):
    return _needs_record(world, connection, "connection", _past(world, connection["removedUtc"]))


def _enrichment(world, enrichment):
    state = enrichment["state"]
    over = some([state.value == "inactive" if state.ok else None, _past(world, enrichment["removedUtc"])])
    return _needs_decision(world, enrichment, over)


def _segment(world, segment):
    kind, state = segment["kind"], segment["state"]
    idle = some([kind.value == "static" if kind.ok else None, state.value == "inactive" if state.ok else None])
    return _needs_decision(world, segment, idle)


def _needs_decision(world, record, idle):
    """Whether somebody decided how long the table of a record that is no longer in use is kept."""
    if idle is False:
        return NOT_APPLICABLE
    if _has_record(world, record):
        return NOT_APPLICABLE
    kept = negated(world.lacks(record, "retention"))
    return outcome(kept if idle or kept else None)


RULES = {"LIF-07": ("deletions exports connections enrichments segments", lif_07)}
