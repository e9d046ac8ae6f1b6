"""TRF-05: sensitive data, opt-outs, hashing and the names of segments."""

import re

import bases
import catalogue
import reading
from fields import Line, field_of, of_tables, source_of
from judging import NOT_APPLICABLE, every, negated, outcome, perhaps
from limits import attached

_SENSITIVE = {"health", "specialCategory", "children", "sensitive"}
_SALE = {"sale", "sharing", "saleorsharing", "saleandsharing"}
# Of these, agreeing may as well mean to opt out.
_OPT_OUT = {"donotsell", "donotsellorshare", "optoutofsale", "optoutofsharing"}
# The words for the special categories of GDPR article 9 and for children that the tool lists.
_TERMS = set(re.findall(r'"(\w+)"', re.search(r"terms: Set<String> = \[(.*?)\]", (
    reading.ROOT / "Sources/Audit/Rules/Transfers/SensitiveNames.swift").read_text(), re.S)[1]))


def trf_05(world, export):
    early, connection, found = attached(world, export)
    if early:
        return early
    advertises = found.category == "advertising"
    reaches = {"thirdParty": True, "customerOrThirdParty": None}.get(found.party, found.true("outsideBoundary"))
    if reaches is False and not advertises:
        return NOT_APPLICABLE
    based = _based(world, export, found)
    parts = [perhaps(based) if reaches is None else based]
    items = export["items"]
    listed = items.value if items.ok else [None]
    if advertises:
        parts += [_optable(world, one) for one in listed] or [None]
        at = world.collected
        hashed = found.true("hashed") and not (at and at.last < catalogue.day(found.hashedSince))
        parts.append(True if hashed else None)
    use = (found.row("segmentNames", at_of(world)) or {}).get("value", "never")
    if use != "never":
        parts += [_discreet(world, one, use) for one in listed]
    return outcome(*parts)


def at_of(world):
    """The microsecond that decides which facts of the catalogue hold."""
    seen = world.collected or world.now
    return seen.first if seen else None


def _based(world, export, found):
    """Whether no sensitive field is sent without an explicit basis."""
    whole, names = of_tables(found, export["items"]), export["fields"]
    lines = [Line(one) for one in export["mapping"].value or []]
    known = names.ok and names.value or whole is False and lines
    fields = [field_of(world, line.source)[1] for line in lines]
    for one in names.value or []:
        name = one.value if one.ok and not one.none else None
        source = source_of(export["items"], whole, name)
        if name is None or source not in [line.source for line in lines if line.target is not None]:
            fields.append(field_of(world, source)[1] if source is not None and "." in source else None)
    kinds = [field["classification"].value if field and field["classification"].ok else None for field in fields]
    basis = bases.stated(world, export, "explicitBasis")
    return every([True if known else None, *(basis if kind in _SENSITIVE else True if kind else None for kind in kinds)])


def _item(world, item):
    """(kind, segment, name) of an item, as far as it can be read."""
    if not isinstance(item, reading.Record):
        return None, None, None
    name = item["name"].value if item["name"].ok else None
    return item["kind"].value if item["kind"].ok else None, world.named("segments", name) if name else None, name


def _optable(world, item):
    """Whether the rule of a segment leaves out who opted out of sale and sharing; whole tables have no rule."""
    kind, segment, _ = _item(world, item)
    if kind != "segment" or segment is None:
        return None
    mode, purpose, value = (segment["consentRule." + path] for path in ("mode", "purpose", "value"))
    stated = negated(world.lacks(segment, "consentRule.purpose"))
    if not stated:
        return stated
    on = _plain(purpose.value)
    words = _plain(mode.value if mode.ok else ""), _plain(value.value if value.ok else "")
    if on not in _SALE | _OPT_OUT:
        return None
    if words == ("exclude", "optedout") or on in _SALE and words == ("include", "optedin"):
        return True
    return False if on in _SALE and words in (("include", "optedout"), ("exclude", "optedin")) else None


def _plain(text):
    return re.sub(r"[\x00-\x7f]", lambda one: one[0].lower() if one[0].isalnum() else "", text)


def _discreet(world, item, use):
    """Whether the name under which a segment is sent tells nothing; a name is a hint, unless a whole word tells."""
    kind, segment, name = _item(world, item)
    if kind in ("table", "customer"):
        return True
    shown = segment["displayName"] if segment else None
    shown = shown.value if shown and shown.ok and not shown.none else name
    if not name or not name.strip():
        return None
    # The displayed name counts; whether the other one is sent along as well isn't known.
    if _words(shown) & _TERMS:
        return False if use == "always" and kind == "segment" else None
    return None if any(_hints(one) for one in (shown, name)) else True


def _hints(name):
    return bool(_words(name) & _TERMS) or any(term in "".join(_words(name, list)) for term in _TERMS if len(term) > 4)


def _words(name, into=set):
    """The words of a name such as DiabetesPatients_2026 or HIVPositive, in letters of any width."""
    narrow = "".join(chr(ord(one) - 0xFEE0) if "\uff01" <= one <= "\uff5e" else one for one in name)
    parts = re.sub(r"([^\W\d_])(?=[A-Z])", lambda one: one[0] + (" " if one[0].islower() else ""), narrow)
    parts = re.sub(r"([A-Z])(?=[A-Z][a-z])", r"\1 ", parts)
    return into(one.lower() for one in re.findall(r"[^\W\d_]+", parts))


RULES = {"TRF-05": ("exports", trf_05)}
