"""SHR-01 to SHR-05: who may use a connection."""

import instants
import reading
from judging import FAIL, NOT_APPLICABLE, PASS, UNKNOWN, active, every, family, negated, outcome, some
from roles import Unlisted, administers, reaches, roles_of

_USERS = ("contributor", "marketingContributor")
_FEW_MINUTES = 15 * instants.MINUTE


def shr_01(world, connection):
    if family(connection) == "enrichment":
        return NOT_APPLICABLE
    roles = connection["allowedRoles"]
    if not roles.ok:
        stated = UNKNOWN
    elif any(one.state in ("unrecognized", "malformed") for one in roles.value):
        stated = FAIL
    else:
        stated = PASS if all(one.ok for one in roles.value) else UNKNOWN
    return stated if family(connection) == "export" else UNKNOWN


def shared(world, connection):
    """Whether others than administrators may use the connection."""
    roles, principals = connection["allowedRoles"], connection["allowedPrincipals"]
    by_role = (some(one.value in _USERS if one.ok else None for one in roles.value)
               if roles.ok else None)
    by_name = (some(negated(administers(world, one.value, world.now)) if one.ok and world.now else None
                    for one in principals.value) if principals.ok else None)
    return some([by_role, by_name])


def shr_02(world, connection):
    if family(connection) == "enrichment":
        return NOT_APPLICABLE
    open_to_others = shared(world, connection)
    if open_to_others is False:
        return NOT_APPLICABLE
    if not open_to_others:
        return UNKNOWN
    due = connection["sharing.reviewDueUtc"]
    in_time = instants.not_after(world.now, due.value) if due.ok and world.now else None
    return outcome(negated(world.lacks(connection, "sharing.approvedBy")),
                   negated(world.lacks(connection, "sharing.approvedUtc")),
                   negated(world.lacks(connection, "sharing.reason")),
                   negated(world.lacks(connection, "sharing.reviewDueUtc")) if not due.ok else in_time)


def shr_05(world, connection):
    if family(connection) != "enrichment":
        return NOT_APPLICABLE if family(connection) else UNKNOWN
    roles = connection["allowedRoles"]
    closed = roles.ok and all(one.value in (None, "admin") for one in roles.value)
    return outcome(negated(world.lacks(connection, "ownerPrincipalId")),
                   negated(world.lacks(connection, "usageReview.reviewedUtc")),
                   None if closed else True)


def shr_03(world, record):
    named = _named(record)
    if not named:
        return NOT_APPLICABLE
    return outcome(*(_valid(world, record, value, allowed) for value, allowed in named))


def _named(record):
    """The principals that a record names, each with whether it is one that may use a connection."""
    paths = {"connections": ["createdBy", "updatedBy", "credential.exportUserPrincipalId"],
             "exports": ["createdBy", "updatedBy"], "schedules": ["createdBy"], "runs": ["submittedBy"]}
    named = [(record[path], False) for path in paths[record.section]]
    if record.section == "connections":
        listed = record["allowedPrincipals"]
        named += [(one, True) for one in listed.value] if listed.ok else []
    return [(value, allowed) for value, allowed in named
            if value.state != "absent" and not value.none]


def _valid(world, record, value, allowed):
    """Whether a named principal exists, is enabled, and has a role that fits."""
    if not value.ok:
        return None
    principal = world.principal(value.value)
    if principal is None:
        return False if world.complete("principals") and not _other_spelling(world, value.value) else None
    kind, enabled = principal["principalType"], principal["enabled"]
    parts = [enabled.value if enabled.ok else None]
    if not kind.ok or kind.value == "app" or kind.value == "group" and not principal["groupMembers"].ok:
        parts.append(None)
    if world.collected is None:
        return every(parts + [None])
    roles = roles_of(world, principal, world.collected)
    if _changed_lately(world, principal):
        return every(parts + [None])
    parts.append(roles.any)
    if allowed:
        parts.append(negated(roles.only("viewer")))
    if "marketingContributor" in roles.certain:
        units = world.environment["businessUnitsEnabled"]
        parts.append(units.value if units.ok else None)
        if record.section == "exports" and not roles.certain & {"admin", "contributor"}:
            parts.append(_own_segments(world, record, principal))
    return every(parts)


def _other_spelling(world, text):
    """Whether somebody may be listed under the other of the two spellings, object id and sign-in name."""
    missing = "principalId" if "@" not in text else "upn"
    return any(not one[missing].ok for one in world.records("principals"))


def _changed_lately(world, principal):
    for one in world.records("roleAssignments"):
        if one["principalId"].ok and world.principal(one["principalId"].value) is principal:
            for path in ("validFromUtc", "validToUtc"):
                time = one[path]
                if time.ok and instants.before(time.value, world.collected.moved(-_FEW_MINUTES)) is not True:
                    if instants.before(world.collected, time.value) is not True:
                        return True
    return False


def _own_segments(world, export, principal):
    items = export["items"]
    if not items.ok:
        return None
    parts = []
    for one in reading.entries(items):
        kind, name = one["kind"], one["name"]
        if not kind.ok or not name.ok:
            parts.append(None)
            continue
        if kind.value != "segment":
            parts.append(False)
            continue
        segment = world.named("segments", name.value)
        owner = segment["ownerPrincipalId"] if segment else None
        parts.append(world.principal(owner.value) is principal if owner and owner.ok else None)
    return every(parts)


def shr_04(world, export):
    if active(export) is False:
        return NOT_APPLICABLE
    state, connection = world.connection(export)
    if state == "none":
        return NOT_APPLICABLE
    changed, made = export["updatedBy"], export["createdBy"]
    if changed.ok:
        author = changed
    elif changed.state == "null":
        author = made
    else:
        return UNKNOWN
    if not author.ok or world.now is None:
        return UNKNOWN
    administrator = administers(world, author.value, world.now)
    if administrator:
        creator = administers(world, made.value, world.now) if made.ok else None
        if author is made or creator:
            return NOT_APPLICABLE
        return PASS if active(export) else UNKNOWN
    if active(export) is None or administrator is None or state != "here":
        return UNKNOWN
    principal = world.principal(author.value) or Unlisted(author.value)
    roles = roles_of(world, principal, world.now)
    listed, named = connection["allowedRoles"], connection["allowedPrincipals"]
    by_role = some(roles.has(one.value) if one.ok else None for one in listed.value) if listed.ok else None
    by_name = (some(reaches(world, one, principal) for one in named.value) if named.ok else None)
    return {True: PASS, False: FAIL, None: UNKNOWN}[some([by_role, by_name])]


RULES = {"SHR-01": ("connections", shr_01), "SHR-02": ("connections", shr_02),
         "SHR-03": ("connections exports schedules runs", shr_03), "SHR-04": ("exports", shr_04),
         "SHR-05": ("connections", shr_05)}
