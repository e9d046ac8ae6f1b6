"""SHR-06: who administers the environment."""

from judging import UNKNOWN, every, outcome, some
from roles import assigned, in_force


def shr_06(world, environment):
    certain, possible, reviews = set(), set(), []
    if world.now is None:
        return UNKNOWN
    open_ended = not world.complete("roleAssignments")
    for one in world.records("roleAssignments"):
        force, words = in_force(one, world.now), one["roles"]
        if force is False:
            continue
        makes = (some(word.value == "admin" if word.ok else False if word.state == "null" else None for word in words.value)
                 if words.ok else None)
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
            open_ended |= not members.ok or any(not one.ok and one.state != "null" for one in members.value)
            names = [member.value for member in members.value if member.ok] if members.ok else []
            for text in names:
                member = world.principal(text)
                if member is None:
                    possible.add(text)
                elif member["principalType"].value == "group":
                    # Groups are expanded by one level.
                    open_ended = True
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
        return None if world.ahead(date) else True
    return False if date.none and world.complete("roleAssignments") and sure else None


def _owner(world, certain, possible, open_ended):
    owner = world.environment["ownerPrincipalId"]
    if owner.none:
        return False if world.complete("environment") else None
    if not owner.ok:
        return None
    who = world.principal(owner.value)
    if who in certain:
        return True
    if who and who["enabled"].ok and not who["enabled"].value:
        return False
    if who and who["principalType"].value in ("group", "app"):
        return False
    named = owner.value in possible or who in possible
    if named or open_ended or who is None and not assigned(world, owner.value):
        return None
    return False


RULES = {"SHR-06": ("environment", shr_06)}
