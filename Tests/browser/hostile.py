"""A snapshot and pages full of hostile text.

Two snapshots: one made from the schema alone, so that every field it knows is covered the day it is
added; one made from the example, whose records look right but for hostile names, ids and reasons, so
that they get findings, evidence and pages of their own.
"""

import itertools
import json

PAYLOADS = [
    "<script>window.__ran=1</script>",
    "<img src=x onerror=\"window.__ran=1\">",
    "\"><svg onload=\"window.__ran=1\">",
    "'><details open ontoggle=\"window.__ran=1\">",
    "</title></style></textarea></script><script>window.__ran=1</script>",
    "<a href=\"javascript:window.__ran=1\" autofocus onfocus=\"window.__ran=1\">x</a>",
    "{{{danger}}} {{#x}} <iframe srcdoc=\"<script>parent.__ran=1</script>\"></iframe>",
    "[x](javascript:window.__ran=1) `</code><script>window.__ran=1</script>`",
    "\u202e<base href=\"https://example.com/\"><meta http-equiv=refresh content=\"0;url=https://example.com/\">",
    "<form action=\"https://example.com/\"><button formaction=\"javascript:window.__ran=1\">x</button>",
    "\ufeff=cmd|'/C calc'!A0\u0000\u001f\u007f\u009f\ufffe]]>\u2028\r",
]


class FromSchema:
    """Fills every field of a schema with a payload wherever a text can stand."""

    def __init__(self, schema):
        self.schema = schema
        self.payloads = itertools.cycle(PAYLOADS)
        self.fields = set()

    def snapshot(self):
        filled = {
            name: self.fill(value, name) for name, value in self.schema["properties"].items()
        }
        filled["schema"] = "connections-snapshot/1"
        return filled

    def fill(self, schema, path):
        while "$ref" in schema:
            schema = self.schema["$defs"][schema["$ref"].rsplit("/", 1)[-1]]
        for choice in schema.get("anyOf", []) + schema.get("oneOf", []):
            if choice.get("type") != "null":
                return self.fill(choice, path)
        kind = schema.get("type")
        if isinstance(kind, list):
            kind = next(name for name in kind if name != "null")
        if kind == "object" or "properties" in schema:
            members = schema.get("properties", {})
            if members:
                return {name: self.fill(value, f"{path}.{name}") for name, value in members.items()}
            return {next(self.payloads): next(self.payloads)}
        if kind == "array":
            return [self.fill(schema.get("items", {}), path)]
        self.fields.add(path)
        return next(self.payloads)


def from_example(snapshot, size=12):
    """The example's first records with hostile text; references between records still hold."""
    payloads = itertools.cycle(PAYLOADS)
    renamed = {}
    for section in snapshot.values():
        for record in section[:size] if isinstance(section, list) else []:
            for name, value in record.items():
                if name.endswith(("Id", "id")) and isinstance(value, str) and value:
                    renamed.setdefault(value, f"{next(payloads)}{value}")

    def hostile(value, name, index):
        if isinstance(value, dict):
            return {key: hostile(member, key, index) for key, member in value.items()}
        if isinstance(value, list):
            return [hostile(member, name, index) for member in value]
        if not isinstance(value, str) or name == "schema":
            return value
        if value in renamed:
            return renamed[value]
        # Times, words and types are let through in most records, so that rules have something to say.
        is_word = value.isidentifier() or "-" in value and ":" in value
        return value if is_word and index % 5 else f"{next(payloads)}{value}"

    made = {}
    for name, section in snapshot.items():
        if isinstance(section, list):
            made[name] = [hostile(record, name, index) for index, record in enumerate(section[:size])]
        else:
            made[name] = hostile(section, name, 1)
    return made


def page(payload):
    """A page of the documentation whose title, text, links and code are hostile."""
    quoted = json.dumps(payload)
    return (
        f"---\ntitle: {quoted}\ndescription: {quoted}\nauthor: {quoted}\n---\n"
        f"# {payload}\n\n{payload}\n\n> [!NOTE]\n> {payload}\n\n## {payload}\n\n"
        f"| {payload} |\n|---|\n| {payload} |\n\n![{payload}](javascript:window.__ran=1)\n\n"
        f"[link](javascript:window.__ran=1) [data](data:text/html,<script>parent.__ran=1</script>)\n\n"
        f"<span data-ttu-id=\"p-101\" onclick=\"window.__ran=1\">{payload}</span>\n\n```\n{payload}\n```\n"
    )
