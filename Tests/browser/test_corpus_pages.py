"""The pages of a real docs set: valid, accessible, and as wide as the window at a zoom of 400 %."""

import json
import re

import pytest

from conftest import PHONE, WIDE, ZOOMED
from test_html import errors
from test_pages import APPEARANCE, AXE, EVERYTHING, overflow, violations

LOCALES = ["en-us", "fr-fr", "kk-kz", "ar-sa"]

# A kind of page, and what its markup shows that no other kind has. `vouch` makes each.
KINDS = {
    "landing": r'class="(?:landing|hub)',
    "table": r'<div class="table"',
    "alert": r'<div class="alert alert-',
    "code": r"<pre",
    "missing image": r'class="missing-image"',
    "fallback": r'class="notice notice-fallback"',
    "stale": r'class="notice notice-stale"',
    "machine": r'class="notice notice-machine"',
    "bilingual": r'class="reading"',
    "redirected": r'http-equiv="refresh"',
    "image": r"<img ",
    "columns": r'<div class="row"',
    "plain": r'<article class="article"',
}


def sample(folder):
    """The shortest page of each kind that the locale has: what is tested doesn't grow with it."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
    chosen = {}
    for kind, pattern in KINDS.items():
        found = [path for path, text in texts.items() if re.search(pattern, text)]
        if found:
            chosen[kind] = min(found, key=lambda path: (len(texts[path]), path))
    return chosen


def test_every_page_of_the_sample_is_valid(corpus_site):
    pages = {page for locale in LOCALES for page in sample(corpus_site / locale).values()}
    pages |= {corpus_site / "index.html", corpus_site / "404.html"}
    assert len(pages) > 15
    assert errors(sorted(pages)) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_kind_of_page_is_accessible_and_fits(watched, corpus_site, locale):
    chosen = sample(corpus_site / locale)
    wanted = {"plain", "alert"} if locale == "en-us" else {"plain", "alert", "bilingual"}
    assert wanted <= chosen.keys(), chosen.keys()
    found = []
    # A page that leads on at once is no page to read.
    chosen.pop("redirected", None)
    for path in sorted(set(chosen.values())):
        watched.goto(path.as_uri())
        for size in (WIDE, PHONE, ZOOMED):
            watched.set_viewport_size(size)
            if overflow(watched) > 0:
                found.append(f"{path.name} {size['width']}: {overflow(watched)} px too wide")
        watched.evaluate(AXE)
        for size, scheme, options in (
            (WIDE, "light", EVERYTHING), (ZOOMED, "dark", APPEARANCE), (PHONE, "light", APPEARANCE)
        ):
            watched.set_viewport_size(size)
            watched.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found += [f"{path.name} {scheme}: {line}" for line in violations(watched, options)]
    assert found == [], json.dumps(found, indent=1)
