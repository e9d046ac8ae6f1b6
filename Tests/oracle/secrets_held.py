"""CRD-04: texts that look like secrets, wherever they stand in a record."""

import math
import re

import reading
from judging import every, outcome

# There is hardly another explanation for these.
_CERTAIN = [re.compile(one) for one in (
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----", r"[?&]sig=[A-Za-z0-9%+/]{20,}",
    r"(?i)(accountkey|sharedaccesskey|password|pwd)=[^;\s]{6,}", r"[a-z][a-z0-9+.-]*://[^/\s:@]+:[^/\s@]+@",
    r"eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}", r"(?i)\b(bearer|basic) [\w+/=.-]{16,}", r"\bAKIA[A-Z0-9]{16}\b",
    r"\bghp_\w{36}\b", r"\bSG\.[\w-]{16,}\.[\w-]{16,}\b")]
_LIKELY = re.compile(r"\bkey-[0-9a-f]{32}\b")
_PASSWORDS = ("password", "passwd", "pwd", "passphrase")
_NAMES = ("key", "apikey", "secret", "clientsecret", "token", "apitoken", "accesstoken", *_PASSWORDS)


def crd_04(world, record):
    texts = [text for _, _, text in _texts(record.section, record.content, "", "")]
    known = world.snapshot.secrets = getattr(world.snapshot, "secrets", None) or _found(world.snapshot)
    return outcome(*(known[text] for text in texts))


def _found(snapshot):
    """Whether each text of a snapshot is no secret: what is one at one place is one at every place."""
    found = {}
    everything = [(one.section, one.content) for records in snapshot.sections.values() for one in records]
    everything += [(one, getattr(snapshot, one).content) for one in reading.SINGLE]
    for section, content in everything:
        for free, name, text in _texts(section, content, "", ""):
            found[text] = every([found.get(text, True), _clean(free, name, text)])
    return found


def _texts(section, content, path, name, free=""):
    """All texts of a record, each with the name of the field that holds it and whether that is free to hold anything."""
    fields = reading.FIELDS[section]
    if isinstance(content, dict):
        for key, inner in content.items():
            below = f"{path}.{key}" if path else key
            known = any(one == below or one.startswith((below + ".", below + "[].")) for one in fields)
            own = fields[path].kind if path in fields else ""
            yield from _texts(section, inner, below, key, free or ("" if known and own != "texts" else "free"))
    elif isinstance(content, list):
        own = free or ("names" if "secret" in name.lower() else "")
        for inner in content:
            yield from _texts(section, inner, path + "[]" if isinstance(inner, dict) else path, name, own)
    elif isinstance(content, str):
        yield free, name, content


def _clean(free, name, text):
    """Whether a text is no secret: random text is one in a field that is named so, and perhaps one under any free name."""
    if any(one.search(text) for one in _CERTAIN):
        return False
    bare = "".join(one for one in name.lower() if one.isalnum())
    if free and _random(text):
        return False if free == "free" and bare in _NAMES else None
    return None if _LIKELY.search(text) or free == "free" and bare in _PASSWORDS and len(text) > 3 else True


def _random(text):
    """Whether letters of both cases and digits stand in wild change; digests and GUIDs don't count."""
    if len(text) < 16 or re.search(r"[^\w+/=.~-]", text) or re.fullmatch(r"[0-9a-fA-F-]+", text):
        return False
    shares = [text.count(one) / len(text) for one in set(text)]
    kinds = sum(bool(re.search(one, text)) for one in ("[a-z]", "[A-Z]", "[0-9]"))
    return kinds == 3 and -sum(one * math.log2(one) for one in shares) > 3.5


RULES = {"CRD-04": ("records", crd_04)}
