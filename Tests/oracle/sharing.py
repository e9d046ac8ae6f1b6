"""SHR-01 to SHR-06: who may use a connection."""

import instants
import reading
from judging import FAIL, NOT_APPLICABLE, PASS, UNKNOWN, active, every, family, negated, outcome, some

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


class Roles:
    """The role words that a principal has for certain, those that it may have, and whether it may have any."""

    def __init__(self, certain, possible, open_ended):
        self.certain, self.possible, self.open_ended = certain, possible, open_ended

    def has(self, word):
        return True if word in self.certain else None if self.open_ended or word in self.possible else False

    def only(self, word):
        """Whether this is the only role."""
        if self.certain - {word}:
            return False
        return True if self.certain and not self.open_ended and not self.possible - {word} else None

    @property
    def any(self):
        return True if self.certain else None if self.open_ended or self.possible else False


def roles_of(world, principal, at):
    """The roles of a principal at that time, its own and those of the groups that list it."""
    roles = Roles(set(), set(), not world.complete("roleAssignments"))
    for one in world.records("roleAssignments"):
        who = one["principalId"]
        if not who.ok or not (who.value == principal.id or reaches(world, who, principal)):
            continue
        has, words = in_force(one, at), one["roles"]
        if has is False:
            continue
        if not words.ok:
            roles.open_ended = True
            continue
        roles.open_ended |= not all(word.ok or word.state == "null" for word in words.value)
        (roles.certain if has else roles.possible).update(word.value for word in words.value if word.ok)
    return roles


def in_force(assignment, at):
    """Whether an assignment is valid at a time: from its first instant until the first one after it."""
    start, end = assignment["validFromUtc"], assignment["validToUtc"]
    begun = True if start.missing or start.state == "null" else instants.not_after(start.value, at) if start.ok else None
    ended = False if end.missing or end.state == "null" else instants.not_after(end.value, at) if end.ok else None
    return every([begun, negated(ended)])


def administers(world, text, at):
    """Whether the principal of that id or name is an administrator."""
    principal = world.principal(text)
    roles = roles_of(world, principal or Unlisted(text), at)
    return roles.has("admin") if principal or _assigned(world, text) else None


def _assigned(world, text):
    return any(one["principalId"].ok and one["principalId"].value == reading.folded(text)
               for one in world.records("roleAssignments"))


class Unlisted:
    """A principal that is named but not listed."""

    def __init__(self, text):
        self.id = reading.folded(text)


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


def reaches(world, value, principal):
    """Whether a principal named on a connection is this one or a group with it."""
    named = world.principal(value.value) if value.ok else None
    if named is None or named is principal:
        return True if named else None if not value.ok or not world.complete("principals") else False
    kind, members = named["principalType"], named["groupMembers"]
    if kind.value != "group":
        return False if kind.ok else None
    return (some(one.value == principal.id or world.principal(one.value) is principal if one.ok else None
                 for one in members.value) if members.ok else None)


def shr_06(world, environment):
    certain, possible, reviews = set(), set(), []
    if world.now is None:
        return UNKNOWN
    open_ended = not world.complete("roleAssignments")
    for one in world.records("roleAssignments"):
        force, words = in_force(one, world.now), one["roles"]
        if force is False:
            continue
        makes = some(word.value == "admin" if word.ok else None for word in words.value) if words.ok else None
        if makes is False:
            continue
        who = world.principal(one["principalId"].value) if one["principalId"].ok else None
        if who is None:
            if one["principalId"].ok:
                possible.add(one["principalId"].value)
            open_ended |= not one["principalId"].ok
            continue
        sure = every([force, makes])
        kind = who["principalType"]
        if kind.value == "user":
            _count(who, sure, certain, possible)
        elif kind.value == "group":
            members = who["groupMembers"]
            open_ended |= not members.ok
            names = [member.value for member in members.value if member.ok] if members.ok else []
            for text in names:
                member = world.principal(text)
                if member is None:
                    possible.add(text)
                elif member["principalType"].value == "user":
                    _count(member, sure, certain, possible)
            if not members.ok or any(not _directly(world, text) for text in names):
                reviews.append(_reviewed(world, one, sure))
        else:
            reviews.append(_reviewed(world, one, sure if kind.ok else None))
            if not kind.ok:
                open_ended = True
    enough = True if len(certain) >= 2 else False if not open_ended and len(possible) < 2 else None
    few = False if len(certain) > 5 else True if not open_ended and len(possible) <= 5 else None
    return outcome(enough, few, _owner(world, certain, possible, open_ended), *reviews)


def _count(person, sure, certain, possible):
    enabled = person["enabled"]
    if enabled.ok and not enabled.value:
        return
    possible.add(person)
    if enabled.ok and sure:
        certain.add(person)


def _directly(world, text):
    """Whether a principal is an administrator by an assignment of its own."""
    wanted = world.principal(text)
    return any(one["principalId"].ok and in_force(one, world.now) and one["roles"].ok
               and any(word.value == "admin" for word in one["roles"].value)
               and wanted is not None and world.principal(one["principalId"].value) is wanted
               for one in world.records("roleAssignments"))


def _reviewed(world, assignment, sure):
    date = assignment["reviewedUtc"]
    if date.ok:
        return True
    return False if date.none and world.complete("roleAssignments") and sure else None


def _owner(world, certain, possible, open_ended):
    owner = world.environment["ownerPrincipalId"]
    if owner.none:
        return False
    if not owner.ok:
        return None
    who = world.principal(owner.value)
    if who in certain:
        return True
    if who and who["enabled"].ok and not who["enabled"].value:
        return False
    if who is None or who in possible or open_ended:
        return None
    return False


RULES = {"SHR-01": ("connections", shr_01), "SHR-02": ("connections", shr_02),
         "SHR-03": ("connections exports schedules runs", shr_03), "SHR-04": ("exports", shr_04),
         "SHR-05": ("connections", shr_05), "SHR-06": ("environment", shr_06)}
