"""Opens what Vouch made in a real browser.

VOUCH is the executable, VOUCH_PAGES the output of `vouch run` on examples/contoso.
"""

import fcntl
import os
import pathlib
import shutil
import subprocess

import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PAGES = pathlib.Path(os.environ["VOUCH_PAGES"])
VOUCH = os.environ["VOUCH"]
LOCALES = ["en-us", "fr-fr", "nl-nl", "kk-kz", "ar-sa"]
PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 900}
# What a window of 1280 by 1024 holds at a zoom of 400 %.
ZOOMED = {"width": 320, "height": 256}
# A real docs set beside the project; what needs it is skipped where it is absent, and says so.
CORPUS = PROJECT.parent / "shared" / "corpus"
CORPUS_LOCALES = ["en-us", "fr-fr", "kk-kz", "ar-sa"]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {
        **browser_type_launch_args,
        "executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"),
        "args": ["--no-sandbox"],
    }


@pytest.fixture(scope="session")
def once(tmp_path_factory, worker_id):
    """Makes a folder for all workers: the first that asks makes it, the others wait."""
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "shared"
    shared.mkdir(exist_ok=True)

    def folder(name, make):
        made, part = shared / name, shared / f"{name}.part"
        with open(shared / f"{name}.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not made.is_dir():
                shutil.rmtree(part, ignore_errors=True)
                part.mkdir()
                make(part)
                part.rename(made)
        return made

    return folder


@pytest.fixture(scope="session")
def corpus_site(once):
    """The site of the real docs set."""
    if not CORPUS.is_dir():
        pytest.skip("NOT RUN: ../shared/corpus is not beside the project")

    def make(folder):
        command = [VOUCH, "build", "--output", str(folder / "site"), "--quiet", "--no-cache"]
        for locale in CORPUS_LOCALES:
            command += ["--locale", f"{locale}={CORPUS / locale}"]
        subprocess.run(command, check=True)

    return once("corpus", make) / "site"


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    # Smooth scrolling would have every test wait; its own test asks for it.
    return {**browser_context_args, "viewport": WIDE, "reduced_motion": "reduce"}


def watch(page):
    """Keeps what should not happen in a page: errors, dialogs, requests off the machine."""
    page.problems = []

    def console(message):
        if message.type in ("error", "warning"):
            page.problems.append(f"console: {message.text}")

    def request(sent):
        if not sent.url.startswith(("file:", "data:", "about:")):
            page.problems.append(f"request: {sent.url}")

    def dialog(shown):
        page.problems.append(f"dialog: {shown.message}")
        shown.dismiss()

    page.on("console", console)
    page.on("pageerror", lambda error: page.problems.append(f"page: {error}"))
    page.on("request", request)
    def missing(failed):
        # Leaving a page stops what it still loads; that is no fault of the page.
        if failed.failure != "net::ERR_ABORTED":
            page.problems.append(f"missing: {failed.url} ({failed.failure})")

    page.on("requestfailed", missing)
    page.on("dialog", dialog)
    page.on("popup", lambda popup: page.problems.append(f"popup: {popup.url}"))
    return page


@pytest.fixture
def watched(page):
    """A page that must stay quiet: the test fails at its end if it did not."""
    watch(page)
    yield page
    assert page.problems == []


@pytest.fixture
def without_script(browser):
    """A page of a browser that runs no scripts."""
    context = browser.new_context(
        java_script_enabled=False, viewport=WIDE, reduced_motion="reduce"
    )
    yield watch(context.new_page())
    context.close()


def report(locale):
    return PAGES / locale / "report"


def sample_pages(locale):
    """One page of each kind in a locale: of the site, of the report, of the inventory."""
    folder = PAGES / locale
    names = [
        "index.html",
        "localization/index.html",
        "connections.html",
        "export-limits.html",
        "rules/con-01.html",
        "report/index.html",
        "report/findings/index.html",
        "report/inventory/index.html",
        "report/exceptions.html",
        "report/method.html",
        "report/reconciliation.html",
        "report/frameworks/index.html",
        "report/frameworks/gdpr.html",
        "report/summary.html",
        "report/actions.html",
        "report/registers/index.html",
        "report/registers/disclosures.html",
        "report/registers/people.html",
        "report/signoff.html",
        "report/rules/con-01.html",
        "report/rules/dq-05.html",
    ]
    kinds = sorted(path for path in (folder / "report" / "inventory").iterdir() if path.is_dir())
    assert len(kinds) == 3, f"the inventory has {[path.name for path in kinds]}"
    pages = [folder / name for name in names] + [sorted(kind.glob("*.html"))[0] for kind in kinds]
    return [path for path in pages if path.is_file()]
