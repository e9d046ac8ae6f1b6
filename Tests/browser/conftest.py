"""Opens what Vouch made in a real browser.

VOUCH is the executable, VOUCH_PAGES the output of `vouch run` on examples/contoso.
"""

import os
import pathlib

import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PAGES = pathlib.Path(os.environ["VOUCH_PAGES"])
LOCALES = ["en-us", "fr-fr", "nl-nl", "kk-kz", "ar-sa"]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {
        **browser_type_launch_args,
        "executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"),
        "args": ["--no-sandbox", "--force-renderer-accessibility"],
    }


@pytest.fixture(scope="session")
def vouch():
    return os.environ["VOUCH"]


@pytest.fixture
def watched(page):
    """A page that keeps every console error, page error and request off the machine."""
    page.problems = []
    page.on(
        "console",
        lambda message: page.problems.append(f"console: {message.text}")
        if message.type in ("error", "warning")
        else None,
    )
    page.on("pageerror", lambda error: page.problems.append(f"page: {error}"))
    page.on(
        "request",
        lambda request: None
        if request.url.startswith(("file:", "data:", "about:"))
        else page.problems.append(f"request: {request.url}"),
    )
    page.on("requestfailed", lambda request: page.problems.append(f"missing: {request.url}"))
    page.on("dialog", lambda dialog: (page.problems.append("dialog"), dialog.dismiss()))
    return page


def sample_pages(locale):
    """One page of each kind in a locale, relative to the output folder."""
    folder = PAGES / locale
    inventory = sorted((folder / "report" / "inventory").rglob("*.html"))
    kinds = {}
    for path in inventory:
        kinds.setdefault(path.parent.name, path)
    fixed = [
        "index.html",
        "connections.html",
        "export-limits.html",
        "rules/con-01.html",
        "report/index.html",
        "report/findings/index.html",
        "report/method.html",
        "report/rules/lim-01.html",
        "report/rules/dq-05.html",
    ]
    return [folder / name for name in fixed] + sorted(kinds.values())
