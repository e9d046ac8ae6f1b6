"""Reads a snapshot into records whose fields keep apart absent, null, readable and unreadable.

What a field holds is taken from docs/snapshot-fields.md, the published description of the format.
"""

import json
import pathlib
import re
import unicodedata

import instants

ROOT = pathlib.Path(__file__).resolve().parents[2]
_ROW = re.compile(r"\| `([^`]+)` \| (.+?) \| ")
_GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class Field:
    """What a field holds: its kind, its words, the sections that its ids lead to."""

    def __init__(self, holds):
        self.many = holds.startswith("list: ")
        holds = holds.removeprefix("list: ")
        self.words = re.findall(r"`([^`]+)`", holds)
        self.targets = holds.removeprefix("id in ").split(", ") if holds.startswith("id in ") else []
        named = {"own id": "id", "id": "id", "text": "text", "time": "time", "service": "service",
                 "true or false": "truth", "number": "number", "list of objects": "objects",
                 "whole number, not negative": "count", "object with free keys and texts": "texts"}
        self.kind = "word" if self.words else "id" if self.targets else named[holds]
        self.own = holds == "own id"


def _fields():
    sections, name = {}, None
    for line in (ROOT / "docs/snapshot-fields.md").read_text().splitlines():
        if line.startswith("## "):
            name = line[3:]
            sections[name] = {}
        elif match := _ROW.match(line):
            sections[name][match[1]] = Field(match[2])
    return sections


FIELDS = _fields()
SINGLE = ("environment", "collection")
# What Unicode lets programs ignore, beside format characters, and the Braille pattern without a dot.
_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0\u2800"
OWN_ID = {section: path for section, fields in FIELDS.items() for path, field in fields.items() if field.own}


def seen(text):
    """What can be seen of a text: not blanks, control characters, and what only joins or directs."""
    return "".join(one for one in text if not one.isspace() and unicodedata.category(one) not in ("Cc", "Cf", "Zs", "Zl", "Zp")
                   and one not in _UNSEEN and not 0xFE00 <= ord(one) <= 0xFE0F and not 0xE0000 <= ord(one) <= 0xE0FFF)


def wordless(text):
    """Whether a text has neither letters nor digits nor signs beyond those of ASCII."""
    return not any(one.isalnum() or one > "\x7f" for one in seen(text))


def folded(text):
    """An id in the form in which ids are compared."""
    inner = text.lower()
    if inner.startswith("{") and inner.endswith("}"):
        inner = inner[1:-1]
    return inner if _GUID.fullmatch(inner) else text


class Value:
    """The state of a field and what was read."""

    def __init__(self, state, value=None, raw=None):
        self.state, self.value, self.raw = state, value, raw

    @property
    def ok(self):
        return self.state == "ok"

    @property
    def none(self):
        """Somebody looked and there is nothing: null, blank or empty."""
        return self.state == "null" or (self.ok and self.value in ("", []) or
                                        self.ok and isinstance(self.value, str) and not seen(self.value))

    @property
    def missing(self):
        return self.state in ("absent", "sentinel")

    @property
    def torn(self):
        """Somebody wrote something that can't be read."""
        return not (self.ok or self.missing or self.state == "null")


def entries(value):
    """The objects of a list that are objects."""
    return [one for one in value.value if isinstance(one, Record)] if value.ok else []


ABSENT, NULL = Value("absent"), Value("null")


class Agreed:
    """Several entries of one name, of which nobody knows what they say differently."""

    def __init__(self, entries):
        self.entries = entries

    def __getitem__(self, path):
        values = [one[path] for one in self.entries]
        said = {(one.ok, one.value if one.ok else None) for one in values}
        return values[0] if len(said) == 1 else Value("contradictory")


def entry(value, path, wanted):
    """What the entries of a list say that have a name; None without such an entry."""
    found = [one for one in entries(value) if one[path].ok and one[path].value == wanted]
    return Agreed(found) if found else None


class Record:
    """One object of a section."""

    def __init__(self, snapshot, section, content, prefix="", number=0):
        self.snapshot, self.section, self.content, self.prefix, self.number = (
            snapshot, section, content, prefix, number)
        self._read = {}

    def __getitem__(self, path):
        if path not in self._read:
            self._read[path] = self._value(path)
        return self._read[path]

    def _value(self, path):
        content = self.content
        for step in path.split("."):
            if content is None:
                return NULL
            if not isinstance(content, dict):
                return Value("malformed", raw=content)
            if step not in content:
                return ABSENT
            content = content[step]
        return self.snapshot.value(self.section, self.prefix + path, content)

    @property
    def id(self):
        """The id by which other records name this one, or None."""
        own = self[OWN_ID[self.section]] if self.section in OWN_ID else ABSENT
        return own.value if own.ok and own.value else None


class Snapshot:
    """The sections of a snapshot and what its collection says about them."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.content = _load(self.path)
        collection = self.content.get("collection")
        stated = collection.get("timeZone") if isinstance(collection, dict) else None
        self.zone = instants.zone_named(stated)
        self.sections = {
            name: [Record(self, name, content, number=number)
                   for number, content in enumerate(self.content[name]) if isinstance(content, dict)]
            for name in FIELDS if name not in SINGLE and isinstance(self.content.get(name), list)}
        self.environment = Record(self, "environment", self.content.get("environment", {}))
        self.collection = Record(self, "collection", self.content.get("collection", {}))
        sources = self.collection["sources"]
        self.sources = [one for one in sources.value if isinstance(one, Record)] if sources.ok else []

    def present(self, section):
        return section in self.content if section in SINGLE else section in self.sections

    def complete(self, section):
        """Whether the section is there and every source of it claims to be complete."""
        stated = [one["complete"] for one in self.sources if one["section"].value == section]
        return self.present(section) and bool(stated) and all(one.ok and one.value for one in stated)

    def records(self, section):
        return self.sections.get(section, [])

    def value(self, section, path, raw):
        """The value of a field, read by what the field holds."""
        field = FIELDS[section].get(path)
        if raw is None:
            return NULL
        if field is None:
            return Value("ok", raw, raw)
        if field.kind == "objects":
            if not isinstance(raw, list):
                return Value("malformed", raw=raw)
            return Value("ok", [Record(self, section, one, path + "[].") if isinstance(one, dict) else
                                Value("malformed", raw=one) for one in raw], raw)
        if field.many:
            if not isinstance(raw, list):
                return Value("malformed", raw=raw)
            return Value("ok", [self._scalar(field, one) for one in raw], raw)
        return self._scalar(field, raw)

    def _scalar(self, field, raw):
        kind = field.kind
        if raw is None:
            return NULL
        if kind == "truth":
            return Value("ok", raw, raw) if isinstance(raw, bool) else Value("malformed", raw=raw)
        if kind in ("count", "number"):
            number = isinstance(raw, (int, float)) and not isinstance(raw, bool)
            if not number or kind == "count" and (raw < 0 or raw != int(raw)):
                return Value("malformed", raw=raw)
            return Value("ok", raw, raw)
        if kind == "texts":
            fit = isinstance(raw, dict)
            return Value("ok", raw, raw) if fit else Value("malformed", raw=raw)
        if not isinstance(raw, str):
            return Value("malformed", raw=raw)
        if raw == "" and kind in ("word", "time", "id", "service"):
            return Value("malformed", raw=raw)
        if kind == "word":
            known = {word.lower(): word for word in field.words}
            if raw.lower() in known:
                return Value("ok", known[raw.lower()], raw)
            return Value("unrecognized", raw=raw)
        if kind == "time":
            state, time = instants.read(raw, self.zone)
            return Value(state, time, raw)
        return Value("ok", folded(raw) if kind == "id" else raw, raw)


def _load(path):
    if not path.is_dir():
        return json.loads(path.read_text())
    content = json.loads((path / "manifest.json").read_text())
    for file in sorted(path.glob("*.ndjson")):
        content[file.stem] = [json.loads(line) for line in file.read_text().splitlines() if line.strip()]
    return content
