"""Hostile text in every field of a snapshot and in page titles never runs.

The same pages with their escapes undone do run: the trap works. And with the escapes undone, but
under the pages' policy, nothing runs either: each of the two stands alone.
"""

import json
import re
import subprocess

import pytest

from conftest import PROJECT, VOUCH
from hostile import PAYLOADS, FromSchema, from_example, page as hostile_page

POLICY = re.compile(r"<meta[^>]*Content-Security-Policy[^>]*>")


def run(folder, snapshot):
    folder.mkdir(parents=True)
    (folder / "snapshot.json").write_text(json.dumps(snapshot), encoding="utf-8")
    content = folder / "content" / "en-us"
    content.mkdir(parents=True)
    for index, payload in enumerate(PAYLOADS):
        (content / f"hostile-{index}.md").write_text(hostile_page(payload), encoding="utf-8")
    (folder / "vouch.yaml").write_text(
        "snapshot: snapshot.json\ncontent: content\nlocale: [en-us, ar-sa]\n"
        "as-of: 2026-10-01T00:00:00Z\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [VOUCH, "run", "--config", str(folder / "vouch.yaml"), "--output", str(folder / "out")],
        capture_output=True, text=True,
    )
    assert done.returncode in (0, 1, 3, 4), done.stderr[-3000:]


@pytest.fixture(scope="module")
def schema():
    return json.loads(subprocess.run(
        [VOUCH, "schema", "snapshot"], check=True, capture_output=True, text=True
    ).stdout)


@pytest.fixture(scope="module")
def pages(schema, once):
    def make(folder):
        filler = FromSchema(schema)
        run(folder / "schema", filler.snapshot())
        assert len(filler.fields) > 100, "the schema lists fewer fields than a snapshot has"
        example = PROJECT / "examples/contoso/snapshot.json"
        run(folder / "example", from_example(json.loads(example.read_text(encoding="utf-8"))))

    made = sorted(once("hostile", make).glob("*/out/**/*.html"))
    return [page for page in made if "report" in page.parts or page.name.startswith("hostile-")]


def ran(page, path):
    page.goto(path.as_uri())
    if not page.evaluate("window.__ran === 1"):
        page.wait_for_timeout(20)  # errors of images and the like come a little later
    return page.evaluate("window.__ran === 1")


def test_the_corpus_reaches_the_pages(pages):
    text = "".join(path.read_text(encoding="utf-8") for path in pages)
    for payload in ("&lt;script&gt;window.__ran", "&lt;iframe srcdoc", "&lt;svg onload", "&lt;base href"):
        assert text.count(payload) > 20, payload
    kinds = {path.parent.name for path in pages}
    assert {"connections", "exports", "enrichments", "rules", "findings"} <= kinds


def test_nothing_of_the_corpus_runs(watched, pages):
    found = []
    for path in pages:
        if ran(watched, path):
            found.append(path)
        found += watched.evaluate(
            """() => [...document.querySelectorAll('*')].flatMap(element =>
              [...element.attributes].filter(({name, value}) =>
                name.startsWith('on') || name === 'style' || name === 'srcdoc'
                || /^(href|src|action|formaction)$/.test(name)
                  && /^\\s*(javascript|data|vbscript|https?):/i.test(value)
                  && !element.matches('main a[href^="https://"][rel], main a[href^="https://"]')
              ).map(({name, value}) => `${location.pathname}: ${element.tagName} ${name}=${value}`))"""
        )
        found += watched.evaluate(
            "[...document.querySelectorAll('base, iframe, object, embed, meta[http-equiv=refresh]')]"
            ".map(element => element.outerHTML)"
        )
    assert found == []


def undo(path, folder, index, with_policy):
    """A copy of a page whose escaped text is markup again."""
    text = path.read_text(encoding="utf-8")
    policy = POLICY.search(text).group(0)
    text = POLICY.sub("", text)
    for escape, sign in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&")]:
        text = text.replace(escape, sign)
    # What would take the page elsewhere is not what is tested here.
    text = re.sub(r"<(base|meta http-equiv=refresh)[^>]*>", "", text)
    if with_policy:
        text = text.replace("<head>", "<head>" + policy, 1)
    copy = folder / f"{index}.html"
    copy.write_text(text, encoding="utf-8")
    return copy


def sample(pages):
    """Every seventh page: of every kind there are several."""
    return pages[::7]


def test_the_trap_works(page, pages, tmp_path):
    chosen = [path for path in sample(pages) if "&lt;script" in path.read_text(encoding="utf-8")]
    assert len(chosen) > 10
    quiet = [
        path for index, path in enumerate(chosen)
        if not ran(page, undo(path, tmp_path, index, with_policy=False))
    ]
    assert quiet == []


def test_the_policy_alone_stops_the_corpus(page, pages, tmp_path):
    loud = [
        path for index, path in enumerate(sample(pages))
        if ran(page, undo(path, tmp_path, index, with_policy=True))
    ]
    assert loud == []
