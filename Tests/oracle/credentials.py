"""CRD-01, CRD-02, CRD-03 and CRD-05: how a connection signs in."""

import re

import catalogue
import instants
import reading
from judging import FAIL, NOT_APPLICABLE, PASS, UNKNOWN, every, family, negated, outcome, service, some

_NO_SECRET = ("none", "managedIdentity")
_OWN_SERVICE = ("servicePrincipal", "managedIdentity")
DAY = instants.DAY


def crd_01(world, connection):
    if family(connection) == "enrichment":
        return NOT_APPLICABLE
    state, found = service(connection)
    if state == "here" and not found.true("keyVault"):
        return NOT_APPLICABLE
    method, vault = connection["credential.method"], connection["credential.keyVaultRef"]
    if state != "here":
        return UNKNOWN
    if vault.ok and not vault.none:
        return PASS
    if method.ok and method.value in _NO_SECRET:
        return NOT_APPLICABLE
    if not method.ok or not vault.none:
        return UNKNOWN
    return FAIL if world.complete("connections") else UNKNOWN


def crd_02(world, connection):
    named = connection["credential.keyVaultRef"]
    if not named.ok:
        return NOT_APPLICABLE if world.lacks(connection, "credential.keyVaultRef") else UNKNOWN
    state, found = service(connection)
    supported = found.true("keyVault") if state == "here" else None
    if family(connection) == "enrichment":
        supported = False
    vault = world.named("keyVaults", named.value)
    if vault is None:
        return outcome(supported, None)
    return outcome(supported, _same_place(world, vault), _firewall_off(vault), *_permissions(vault),
                   _secrets(world, connection, vault), _answers(vault))


def _same_place(world, vault):
    here, there = world.environment["region"], vault["region"]
    if not here.ok or not there.ok or here.none or there.none:
        return None
    return catalogue.same_region(here.value, there.value)


def _firewall_off(vault):
    return not vault["firewallEnabled"].value if vault["firewallEnabled"].ok else None


def _permissions(vault):
    """Whether the platform may read and list secrets, and nothing that changes anything."""
    granted = vault["grantedPermissions"]
    if not granted.ok:
        return [None]
    unclear = any(not one.ok for one in granted.value)
    words = {re.sub(r"\s", "", one.value.lower()) for one in granted.value if one.ok}
    reads = {"secrets/get", "secrets/list"} <= words or {"keyvaultsecretsuser"} <= words
    more = [one for one in words if not one.endswith(("/get", "/list")) and
            one not in ("keyvaultreader", "keyvaultsecretsuser")]
    return [True if reads else None if unclear else False, False if more else None if unclear else True]


def _answers(vault):
    """Whether the last access to a vault is not known to have failed."""
    error = vault["lastAccessError"]
    return True if error.missing or error.none else None


def _secrets(world, connection, vault):
    names, held = connection["credential.secretNames"], vault["secrets"]
    if not names.ok or not held.ok:
        return None
    parts = []
    for name in names.value:
        match = reading.entry(held, "name", name.value) if name.ok else None
        if match is None:
            parts.append(False if name.ok and world.complete("keyVaults") else None)
        else:
            parts.append(match["enabled"].value if match["enabled"].ok else None)
    return every(parts)


def crd_03(world, record):
    if record.section == "environment":
        paths = ("apiKeys.primaryRotatedUtc", "apiKeys.secondaryRotatedUtc")
        if all(record[path].missing or record[path].state == "null" for path in paths):
            return NOT_APPLICABLE if record["apiKeys"].state == "null" else UNKNOWN
        return outcome(*(negated(world.older(_past(world, record[path]), 365)) for path in paths))
    method = record["credential.method"]
    if method.ok and method.value in _NO_SECRET:
        return NOT_APPLICABLE
    return outcome(_rotated(world, record, method), _signed_in(world, record), _lasts(world, record))


def _rotated(world, record, method):
    rotated, signed = (_past(world, record["credential." + one]) for one in ("lastRotatedUtc", "lastAuthenticatedUtc"))
    if method.value == "oauth" and signed.ok and not (rotated.ok and rotated.value.first > signed.value.first):
        rotated = signed
    if rotated.ok:
        return negated(world.older(rotated, 365))
    if rotated.state not in ("absent", "null", "sentinel") or not method.ok or method.value == "oauth":
        return None
    made, saved = record["createdUtc"], record["updatedUtc"]
    if not world.older(made, 365):
        return None
    if saved.state == "null":
        return False if world.complete("connections") else None
    return False if world.older(saved, 365) else None


def _signed_in(world, record):
    state, found = service(record)
    if state != "here":
        return None
    row = found.row("signInDays", world.now.first if world.now else None)
    if not row:
        return True
    return negated(_at_least(world, _past(world, record["credential.lastAuthenticatedUtc"]), 45))


def _past(world, value):
    """A time; one that lies after the collection is as good as none that can be read."""
    return reading.Value("ahead") if world.ahead(value) else value


def _at_least(world, value, days):
    if world.now is None or not value.ok:
        return None
    return instants.not_after(value.value.moved(days * DAY), world.now)


def _lasts(world, record):
    expires = record["credential.expiresUtc"]
    if expires.state == "null":
        return True if world.complete("connections") else None
    if not expires.ok or world.now is None:
        return None
    return instants.before(world.now.moved(14 * DAY), expires.value)


def crd_05(world, connection):
    method = connection["credential.method"]
    if method.ok and method.value == "none":
        return NOT_APPLICABLE
    if method.ok and method.value in _OWN_SERVICE:
        return PASS
    state, found = service(connection)
    user, owner = connection["credential.exportUserPrincipalId"], connection["credential.ownerPrincipalId"]
    named = [one for one in (user, owner) if one.state not in ("absent", "null")]
    parts = [_enabled(world, one) for one in named]
    if state != "here":
        return outcome(*parts, None)
    weak = {"sshKey": ("password",), "servicePrincipal": ("accountKey", "sharedAccessSignature")}.get(
        found.preferredCredential)
    parts.append(True if not weak else method.value not in weak if method.ok else None)
    return outcome(*parts, _covered(world, connection, user if found.true("exportUser") else owner))


def _enabled(world, value):
    who = world.principal(value.value) if value.ok else None
    return who["enabled"].value if who and who["enabled"].ok else None


def _covered(world, connection, value):
    """Whether the account belongs to a service, or to a person with a deputy who may sign in."""
    who = world.principal(value.value) if value.ok else None
    if who is None:
        return None
    kind, stated = who["principalType"].value, who["serviceAccount"]
    served = True if kind == "app" else stated.value if kind == "user" and stated.ok else None
    return some([served, _deputized(world, connection, who)])


def _deputized(world, connection, who):
    deputy = connection["credential.deputyPrincipalId"]
    if not deputy.ok:
        return negated(world.lacks(connection, "credential.deputyPrincipalId"))
    if world.principal(deputy.value) is who:
        return False
    named = world.principal(deputy.value)
    if named is None or named["principalType"].value != "group":
        return _enabled(world, deputy)
    # A group isn't signed in with; its members are.
    if named["enabled"].ok and not named["enabled"].value:
        return False
    members = named["groupMembers"]
    return some(_stands_in(world, one, who) for one in members.value) if members.ok else None


def _stands_in(world, member, who):
    """Whether a member of a group is another one than the account and may sign in."""
    listed = world.principal(member.value) if member.ok else None
    if listed is who or member.state == "null":
        return False
    return None if listed is None or listed["principalType"].value == "group" else _enabled(world, member)


RULES = {"CRD-01": ("connections", crd_01), "CRD-02": ("connections", crd_02),
         "CRD-03": ("connections environment", crd_03), "CRD-05": ("connections", crd_05)}
