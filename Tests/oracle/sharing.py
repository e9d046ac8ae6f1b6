"""SHR-01 to SHR-05: who may use a connection."""

import instants
import reading
from judging import FAIL, NOT_APPLICABLE, PASS, UNKNOWN, active, every, family, negated, outcome, some
from roles import Roles, Unlisted, administers, assigned, reaches, roles_of

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
                   None if world.ahead(connection["sharing.approvedUtc"]) else
                   negated(world.lacks(connection, "sharing.approvedUtc")),
                   negated(world.lacks(connection, "sharing.reason")),
                   negated(world.lacks(connection, "sharing.reviewDueUtc")) if not due.ok else in_time)


def shr_05(world, connection):
    if family(connection) != "enrichment":
        return NOT_APPLICABLE if family(connection) else UNKNOWN
    roles = connection["allowedRoles"]
    # A list that nobody can read may say so too.
    closed = all(one.value in (None, "admin") for one in roles.value) if roles.ok else not (roles.missing or roles.none)
    return outcome(negated(world.lacks(connection, "ownerPrincipalId")),
                   None if world.ahead(connection["usageReview.reviewedUtc"]) else
                   negated(world.lacks(connection, "usageReview.reviewedUtc")),
                   None if closed else True)


def shr_03(world, record):
    named, listed = _named(record), _listed(record)
    if not named and listed:
        # Somebody made all but runs, which start by themselves.
        return UNKNOWN if record.section != "runs" and record["createdBy"].state == "absent" else NOT_APPLICABLE
    parts = [listed] + [_valid(world, record, value, allowed) for value, allowed in named]
    return outcome(*parts, _within_own(world, record) if record.section == "exports" else True)


def _within_own(world, export):
    """Whether the last author of an export may send what it sends: a marketing contributor own segments only."""
    author = next((export[path] for path in ("updatedBy", "createdBy") if export[path].ok), None)
    if author is None or not world.principal(author.value) and not assigned(world, author.value):
        return True
    principal = world.principal(author.value) or Unlisted(author.value)
    roles = roles_of(world, principal, world.now)
    limited = every([roles.has("marketingContributor"), negated(roles.has("contributor")), negated(roles.has("admin"))])
    return True if limited is False else some([negated(limited), _own_segments(world, export, principal)])


def _listed(record):
    """Whether it is known who may use a connection by name; one that serves enrichments needs no list."""
    if record.section != "connections":
        return True
    names = record["allowedPrincipals"]
    lacks = names.missing or names.state == "null"
    return True if names.ok or lacks and family(record) == "enrichment" else None


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


def _valid(world, record, value, allowed, is_member=False):
    """Whether a named principal exists, is enabled, and has a role that fits."""
    if not value.ok:
        return None
    principal = world.principal(value.value)
    if principal is None:
        return False if world.complete("principals") and not _other_spelling(world, value.value) else None
    kind, enabled = principal["principalType"], principal["enabled"]
    is_group = kind.value == "group"
    parts = [enabled.value if enabled.ok else True if is_group else None]
    if is_group and principal["groupMembers"].ok and not is_member:
        parts += [_valid(world, record, one, allowed, True) for one in principal["groupMembers"].value if one.state != "null"]
    elif kind.value != "user":
        parts.append(None)
    if _changed_lately(world, principal):
        return every(parts + [None])
    roles = roles_of(world, principal, world.now)
    parts.append(roles.any)
    if allowed:
        parts.append(negated(roles.only("viewer")))
    units = world.environment["businessUnitsEnabled"]
    markets = roles.has("marketingContributor")
    parts.append(some([negated(markets), units.value if units.ok else None]))
    return every(parts)


def _other_spelling(world, text):
    """Whether somebody may be listed under the other of the two spellings, object id and sign-in name."""
    missing = "principalId" if "@" not in text else "upn"
    return any(not one[missing].ok for one in world.records("principals"))


def _changed_lately(world, principal):
    """Whether an assignment began or ended too shortly before the collection to have taken effect."""
    collected = world.collected or world.as_of
    if collected is None:
        return False
    for one in world.records("roleAssignments"):
        if one["principalId"].ok and world.principal(one["principalId"].value) is principal:
            for path in ("validFromUtc", "validToUtc"):
                time = one[path]
                if time.ok and instants.before(time.value, collected.moved(-_FEW_MINUTES)) is not True:
                    if instants.before(collected, time.value) is not True:
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
        same = owner and owner.ok and (owner.value == principal.id or world.principal(owner.value) is principal)
        parts.append(same if owner and owner.ok else None)
    return every(parts)


def shr_04(world, export):
    if active(export) is False:
        return NOT_APPLICABLE
    state, connection = world.connection(export)
    if state == "none":
        return NOT_APPLICABLE
    changed, made = export["updatedBy"], export["createdBy"]
    if changed.ok and _administrates(world, changed):
        return PASS if _administrates(world, made) is False else NOT_APPLICABLE
    # Nobody knows that an administrator changed the export, so whoever made it still counts.
    authors = [made] if changed.state == "null" else [changed, made]
    if all(_administrates(world, one) for one in authors):
        return NOT_APPLICABLE
    if active(export) is None or state != "here":
        return UNKNOWN
    if any(not one.ok for one in authors):
        return PASS if every([_open_to_all(world, connection), *(_may_use(world, connection, one) for one in authors if one.ok)]) else UNKNOWN
    allowed = every(_may_use(world, connection, one) for one in authors)
    if allowed:
        return PASS
    # If the last one may be an administrator, the export may be adopted.
    return FAIL if allowed is False and _administrates(world, authors[0]) is False else UNKNOWN


def _administrates(world, author):
    return administers(world, author.value, world.now) if author.ok else None


def _open_to_all(world, connection):
    """Whether everybody who can change exports may use a connection."""
    listed, units = connection["allowedRoles"], world.environment["businessUnitsEnabled"]
    words = {one.value for one in listed.value} if listed.ok else set()
    alone = units.ok and not units.value
    return True if "contributor" in words and (alone or "marketingContributor" in words) else None


def _may_use(world, connection, author):
    """Whether an author is an administrator or may use a connection by role or by name."""
    principal = world.principal(author.value)
    known = principal or assigned(world, author.value)
    roles = roles_of(world, principal or Unlisted(author.value), world.now) if known else Roles(set(), set(), True)
    listed, named = connection["allowedRoles"], connection["allowedPrincipals"]
    parts = [roles.has("admin")]
    parts += [every([roles.has(word), some(one.value == word if one.ok else None for one in listed.value) if listed.ok else None])
              for word in _USERS]
    parts.append(some(_names(world, one, principal, author) for one in named.value) if named.ok else None)
    return some(parts)


def _names(world, value, principal, author):
    """Whether a name on a connection is the author or a group with the author."""
    if principal is None:
        same = value.ok and value.value == reading.folded(author.value)
        return True if same else False if value.ok and world.complete("principals") else None
    return reaches(world, value, principal)


RULES = {"SHR-01": ("connections", shr_01), "SHR-02": ("connections", shr_02),
         "SHR-03": ("connections exports schedules runs", shr_03), "SHR-04": ("exports", shr_04),
         "SHR-05": ("connections", shr_05)}
