"""Hostile text in every field of a snapshot and in page titles never runs.

The fields come from the published schema, so that a new field is covered the day it is added. The
same corpus rendered by templates that don't escape does run: the trap works.
"""

import json
import pathlib
import re
import shutil
import subprocess

import pytest

from conftest import PROJECT

PAYLOADS = [
    "<script>window.__ran=1</script>",
    "<img src=x onerror=\"window.__ran=1\">",
    "\"><svg onload=\"window.__ran=1\">",
    "'><details open ontoggle=\"window.__ran=1\">",
    "</title></style></textarea></script><script>window.__ran=1</script>",
    "<a href=\"javascript:window.__ran=1\" autofocus onfocus=\"window.__ran=1\">x</a>",
    "{{{danger}}} {{#x}} <iframe srcdoc=\"<script>parent.__ran=1</script>\"></iframe>",
    "[x](javascript:window.__ran=1) `</code><script>window.__ran=1</script>`",
]


class Filler:
    """Fills every field that a schema knows with a payload, or with a value that is let through."""

    def __init__(self, schema):
        self.schema = schema
        self.next = 0
        self.count = 0

    def payload(self):
        self.next += 1
        self.count += 1
        return f"{PAYLOADS[self.next % len(PAYLOADS)]}{self.next}"

    def fill(self, schema):
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[-1]
            return self.fill(self.schema["$defs"][name])
        for choice in schema.get("anyOf", []) + schema.get("oneOf", []):
            if choice.get("type") != "null":
                return self.fill(choice)
        kind = schema.get("type")
        if isinstance(kind, list):
            kind = next(name for name in kind if name != "null")
        if "const" in schema:
            return schema["const"]
        if kind == "object" or "properties" in schema:
            if schema.get("properties"):
                return {key: self.fill(value) for key, value in schema["properties"].items()}
            return {self.payload(): self.payload()}
        if kind == "array":
            return [self.fill(schema.get("items", {}))]
        if kind == "boolean":
            return True
        return self.payload()


def hostile_snapshot(vouch):
    text = subprocess.run(
        [vouch, "schema", "snapshot"], check=True, capture_output=True, text=True
    ).stdout
    filler = Filler(json.loads(text))
    snapshot = {
        key: filler.fill(value) for key, value in filler.schema["properties"].items()
    }
    snapshot["schema"] = "connections-snapshot/1"
    # Objects that look right get pages of their own, with hostile names.
    for index, section in enumerate(["connections", "exports", "enrichments"]):
        record = dict(snapshot[section][0])
        key = {"connections": "connectionId", "exports": "exportId"}.get(section, "enrichmentId")
        record[key] = f"00000000-0000-0000-0000-00000000000{index}"
        snapshot[section].append(record)
    return snapshot, filler.count


def render(vouch, folder, templates=None):
    snapshot, count = hostile_snapshot(vouch)
    assert count > 150, "the schema lists fewer fields than the snapshot has"
    (folder / "snapshot.json").write_text(json.dumps(snapshot), encoding="utf-8")
    content = folder / "content" / "en-us"
    content.mkdir(parents=True)
    for index, payload in enumerate(PAYLOADS):
        (content / f"page-{index}.md").write_text(
            f"---\ntitle: {json.dumps(payload)}\ndescription: {json.dumps(payload)}\n---\n"
            f"# {payload}\n\n{payload}\n\n| a |\n|---|\n| {payload} |\n",
            encoding="utf-8",
        )
    command = [
        vouch, "run", "--config", str(folder / "vouch.yaml"), "--output", str(folder / "out"),
    ]
    (folder / "vouch.yaml").write_text(
        "snapshot: snapshot.json\ncontent: content\nlocale: [en-us, ar-sa]\n", encoding="utf-8"
    )
    if templates:
        command += ["--templates", str(templates)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode in (0, 1, 3, 4), done.stderr[-2000:]
    return sorted((folder / "out").rglob("*.html"))


def ran(page, paths):
    found = []
    for path in paths:
        page.goto(path.as_uri())
        if page.evaluate("window.__ran === 1"):
            found.append(path.name)
    return found


@pytest.fixture(scope="module")
def hostile_pages(vouch, tmp_path_factory):
    return render(vouch, tmp_path_factory.mktemp("hostile"))


def chosen(paths):
    """Pages of every kind: all of the report and the hostile ones of the site."""
    return [
        path for path in paths
        if "report" in path.parts or path.name.startswith("page-") or path.name == "index.html"
    ][:400]


def test_nothing_of_the_corpus_runs(watched, hostile_pages):
    assert ran(watched, chosen(hostile_pages)) == []
    assert watched.problems == []


def test_the_trap_works(page, vouch, tmp_path):
    templates = tmp_path / "templates"
    shutil.copytree(PROJECT / "templates", templates)
    for path in templates.rglob("*.mustache"):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"(?<!\{)\{\{([\w.]+)\}\}(?!\})", r"{{{\1}}}", text)
        text = re.sub(r"<meta[^>]*Content-Security-Policy[^>]*>", "", text)
        path.write_text(text, encoding="utf-8")
    assert ran(page, chosen(render(vouch, tmp_path, templates))) != []
