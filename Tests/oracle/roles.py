"""Roles of principals: their own and those of the groups that list them."""

import instants
import reading
from judging import every, negated, some


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
        has = every([_assigned_to(world, one["principalId"], principal), in_force(one, at)])
        words = one["roles"]
        if has is False:
            continue
        if not words.ok:
            roles.open_ended = True
            continue
        roles.open_ended |= not all(word.ok or word.state == "null" for word in words.value)
        (roles.certain if has else roles.possible).update(word.value for word in words.value if word.ok)
    return roles


def _assigned_to(world, who, principal):
    """Whether an assignment is one of the principal or of a group with it; nobody knows whom a group without members lists."""
    if who.ok and who.value == principal.id:
        return True
    # An assignee whom nobody listed is taken for a person.
    unlisted = who.ok and world.principal(who.value) is None
    return False if unlisted or who.state == "null" else reaches(world, who, principal)


def in_force(assignment, at):
    """Whether an assignment is valid at a time: from its first instant until the first one after it."""
    start, end = assignment["validFromUtc"], assignment["validToUtc"]
    if at is None:
        # An assignment without an end is a present one.
        return True if end.missing or end.state == "null" else None
    begun = True if start.missing or start.state == "null" else instants.not_after(start.value, at) if start.ok else None
    ended = False if end.missing or end.state == "null" else instants.not_after(end.value, at) if end.ok else None
    return every([begun, negated(ended)])


def administers(world, text, at):
    """Whether the principal of that id or name is an administrator."""
    principal = world.principal(text)
    roles = roles_of(world, principal or Unlisted(text), at)
    return roles.has("admin") if principal or assigned(world, text) else None


def assigned(world, text):
    return any(one["principalId"].ok and one["principalId"].value == reading.folded(text)
               for one in world.records("roleAssignments"))


class Unlisted:
    """A principal that is named but not listed."""

    def __init__(self, text):
        self.id = reading.folded(text)


def reaches(world, value, principal, passed=()):
    """Whether a principal named on a connection is this one or a group with it; perhaps, if a group in it has it."""
    named = world.principal(value.value) if value.ok else None
    if named is None or named is principal:
        return True if named else None if not value.ok or not world.complete("principals") else False
    kind, members = named["principalType"], named["groupMembers"]
    if kind.value != "group":
        return False if kind.ok else None
    if not members.ok:
        return None
    parts = []
    for one in members.value:
        listed = world.principal(one.value) if one.ok else None
        parts.append(one.value == principal.id or listed is principal if one.ok else False if one.state == "null" else None)
        if listed and listed["principalType"].value == "group" and listed not in passed:
            parts.append(None if reaches(world, one, principal, (*passed, named, listed)) is not False else False)
    return some(parts)
