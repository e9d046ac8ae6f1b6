"""The catalogue of services, read from content/catalogue with a reader for the YAML that stands there."""

import datetime
import re

import instants
import reading

_FOLDER = reading.ROOT / "content/catalogue"


def _scalar(text):
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        inner = text[1:-1].strip()
        return [_scalar(one) for one in inner.split(",")] if inner else []
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return int(text) if re.fullmatch(r"\d+", text) else text


def _lines(text):
    """The lines that say something, as (indent, content); a flow list over several lines is joined."""
    result = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if result and result[-1][1].count("[") > result[-1][1].count("]"):
            result[-1] = (result[-1][0], result[-1][1] + " " + line.strip())
        else:
            result.append((len(line) - len(line.lstrip()), line.strip()))
    return result


def _block(lines, at, indent):
    """The map or list at that indent, and the number of the line behind it."""
    if lines[at][1].startswith("- "):
        items = []
        while at < len(lines) and lines[at][0] == indent and lines[at][1].startswith("- "):
            lines[at] = (indent + 2, lines[at][1][2:])
            item, at = _block(lines, at, indent + 2)
            items.append(item)
        return items, at
    result = {}
    while at < len(lines) and lines[at][0] == indent:
        key, _, rest = lines[at][1].partition(":")
        at += 1
        if rest.strip():
            result[key] = _scalar(rest)
        elif at < len(lines) and lines[at][0] > indent:
            result[key], at = _block(lines, at, lines[at][0])
        else:
            result[key] = None
    return result, at


def load(path):
    """The content of one of the catalogue's files."""
    return _block(_lines(path.read_text()), 0, 0)[0]


def day(text):
    """The first microsecond of a day."""
    year, month, number = (int(part) for part in text.split("-"))
    return (datetime.date(year, month, number) - datetime.date(1970, 1, 1)).days * instants.DAY


class Service:
    """One destination or enrichment service."""

    def __init__(self, path):
        self.slug, self.facts = path.stem, load(path)
        self.enriches = path.parent.name == "enrichments"
        self.title = self.facts["title"]

    def __getattr__(self, name):
        return self.facts.get(name)

    def true(self, name):
        return self.facts.get(name) == "true"

    def row(self, name, at):
        """The dated row in force at that microsecond; before the first row None, without a time the newest."""
        rows = self.facts.get(name) or []
        if at is None:
            return rows[-1] if rows else None
        fit = [one for one in rows if "from" not in one or day(one["from"]) <= at]
        return fit[-1] if fit else None


SERVICES = {path.stem: Service(path) for kind in ("destinations", "enrichments")
            for path in sorted((_FOLDER / kind).glob("*.yaml"))}
DATE = day(load(_FOLDER / "catalogue.yaml")["date"])
AREAS = {re.sub(r"[^a-z0-9]", "", region): (area, region in parts["names"])
         for area, parts in load(_FOLDER / "regions.yaml")["areas"].items()
         for region in parts["names"] + parts["regions"]}


def candidates(text):
    """The services that a text may name: by slug, alias or title, without regard to letter case."""
    wanted = text.lower()
    return [one for slug, one in SERVICES.items()
            if wanted in {slug, one.title.lower(), *(alias.lower() for alias in one.aliases or [])}]


def area(text):
    """The legal area of a region by its name, or None."""
    found = AREAS.get(re.sub(r"[^a-z0-9]", "", text.lower()))
    return found[0] if found else None


def same_region(a, b):
    """Whether two names stand for one region, None where the list doesn't tell; a name of an area is no region."""
    left, right = (re.sub(r"[^a-z0-9]", "", one.lower()) for one in (a, b))
    first, second = AREAS.get(left), AREAS.get(right)
    if left == right:
        return None if first and first[1] else True
    if first is None or second is None:
        return None
    if first[0] != second[0]:
        return False
    return None if first[1] or second[1] else False
