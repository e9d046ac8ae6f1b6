"""TRF-01 to TRF-06: recipients, records and places."""

import re

import instants
import reading
from judging import FAIL, NOT_APPLICABLE, PASS, UNKNOWN, every, negated, outcome, service, some

_MECHANISMS = ("adequacy", "standardClauses", "bindingRules", "certification", "derogation")


def _same_text(a, b):
    return a.strip().lower() == b.strip().lower()


def _due(found):
    """Whether an agreement with the recipient is due: None where nobody knows who runs the service."""
    if found.party == "thirdParty" or found.true("outsideBoundary"):
        return True
    return None if found.party == "customerOrThirdParty" else False


def trf_01(world, connection):
    state, found = service(connection)
    if state != "here":
        return UNKNOWN
    due = _due(found)
    if due is False:
        return NOT_APPLICABLE
    matching, unplaced = [], False
    for one in world.records("agreements"):
        known, theirs = service(one, "service")
        if known == "here" and theirs is found:
            if not found.true("hidesRecipient") or names_recipient(connection, one) is not False:
                matching.append(one)
        elif known != "here":
            unplaced = True
    parts = [every([in_force(world, one), *_facts(world, one), _scoped(connection, one)]) for one in matching]
    if found.true("hidesRecipient"):
        parts = [every([part, names_recipient(connection, one)]) for part, one in zip(parts, matching)]
    fits = some(parts)
    if fits:
        return PASS
    closed = world.complete("agreements") and not unplaced
    return FAIL if due and fits is False and closed else UNKNOWN


def _scoped(connection, agreement):
    """Whether the agreement covers the purpose; that in other words, or of which nothing is known, is left to people.

    An agreement that names none is not judged here.
    """
    mine, theirs = connection["purpose"], agreement["purpose"]
    if not theirs.ok or reading.wordless(theirs.value):
        return True
    if not mine.ok or reading.wordless(mine.value):
        return None
    return True if _same_text(mine.value, theirs.value) else None


def names_recipient(connection, agreement):
    final, recipient = connection["target.finalRecipient"], agreement["recipient"]
    if recipient.state == "null":
        return False
    if not final.ok or final.none or not recipient.ok:
        return None
    return _same_text(final.value, recipient.value)


def in_force(world, agreement):
    begun, over = agreement["validFromUtc"], agreement["validToUtc"]
    if world.now is None:
        return None
    started = instants.not_after(begun.value, world.now) if begun.ok else None
    ended = (False if over.state == "null" else instants.not_after(over.value, world.now) if over.ok else None)
    return every([started, negated(ended)])


def signed(world, agreement):
    """Whether an agreement was signed by now."""
    when = agreement["signedUtc"]
    if not when.ok:
        return negated(world.lacks(agreement, "signedUtc"))
    past = instants.not_after(when.value, world.now) if world.now else None
    # The snapshot can't have seen what was signed after it was collected.
    return every([past, None]) if world.ahead(when) else past


def _facts(world, agreement):
    reviewed = agreement["reviewedUtc"]
    review = negated(world.older(reviewed, 365)) if reviewed.ok else negated(world.lacks(agreement, "reviewedUtc"))
    if world.ahead(reviewed):
        review = None
    return [negated(world.lacks(agreement, "kind")), negated(world.lacks(agreement, "signedUtc")),
            _worded(world, agreement), review]


def _worded(world, agreement):
    """Whether an agreement names a purpose: marks of punctuation alone are no words."""
    purpose = agreement["purpose"]
    if purpose.ok and reading.wordless(purpose.value):
        return False if world.complete("agreements") else None
    return negated(world.lacks(agreement, "purpose"))


def trf_04(world, connection):
    state, found = service(connection)
    if state != "here":
        return UNKNOWN
    if found.party not in ("microsoft", "customerStorage"):
        return NOT_APPLICABLE
    here, there = world.environment["tenantId"], connection["target.tenantId"]
    if not (there.ok or there.missing or there.none):
        return UNKNOWN
    tenants = {there.value if there.ok and not there.none else None, _tenant_of_host(world, connection)} - {None}
    if not here.ok or here.none or not tenants:
        return UNKNOWN
    # Where both are known, they have to say the same.
    same = {here.value == one for one in tenants}
    return UNKNOWN if len(same) > 1 else PASS if same.pop() else FAIL


def _tenant_of_host(world, connection):
    endpoint, hosts = connection["target.endpoint"], world.environment["knownHosts"]
    if not endpoint.ok or not hosts.ok:
        return None
    user, _, rest = re.split(r"[/?#]", re.sub(r"^.*?://", "", endpoint.value))[0].rpartition("@")
    if "\\" in user:
        return None
    host = rest.split(":")[0].lower()
    found = {one["tenantId"].value if one["tenantId"].ok else None for one in reading.entries(hosts)
             if one["host"].ok and one["host"].value.lower() == host}
    return found.pop() if len(found) == 1 else None


def trf_06(world, connection):
    state, found = service(connection)
    if state != "here":
        return UNKNOWN
    if not found.true("hidesRecipient"):
        return NOT_APPLICABLE
    own = connection["target.ownRecipient"]
    if own.ok and own.value:
        return PASS
    final = connection["target.finalRecipient"]
    if not final.ok or final.none:
        return UNKNOWN
    agreed = some(_binds(world, one, final.value) for one in world.records("agreements"))
    parts = [agreed if agreed or world.complete("agreements") else None]
    if found.preferredCredential == "servicePrincipal" or found.slug == "inmobi":
        via = connection["viaConnectionId"]
        through = not via.missing and via.state != "null"
        container = (world.named("connections", via.value) if via.ok else None) if through else connection
        parts += _closed(world, container) if container else [None]
    return outcome(*parts)


def _closed(world, container):
    """Whether a container has a retention rule and a list of readers, which may be empty."""
    readers = container["target.readers"]
    named = all(one.ok and not one.none for one in readers.value) if readers.ok else False
    return [negated(world.lacks(container, "target.retentionRule")),
            (True if named else None) if readers.ok else negated(world.lacks(container, "target.readers"))]


def _binds(world, agreement, final):
    """Whether an agreement with the final recipient is signed and in force; one with nobody known may be."""
    recipient = agreement["recipient"]
    if not recipient.ok:
        return False if recipient.state == "null" else None
    return _same_text(recipient.value, final) and every([in_force(world, agreement), signed(world, agreement)])


RULES = {"TRF-01": ("connections", trf_01), "TRF-04": ("connections", trf_04), "TRF-06": ("connections", trf_06)}
