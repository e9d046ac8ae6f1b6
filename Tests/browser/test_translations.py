"""How translations stand: badges, marks at sentences, and the status of all pages."""

import hashlib
import subprocess

import pytest

from conftest import PHONE, VOUCH, WIDE
from test_pages import AXE, EVERYTHING, overflow, violations

OLD = "---\ntitle: Lists\nms.date: 01/01/2026\n---\n# Lists\n\nOne is here. Two is in the drop-down.\n"
NEW = OLD.replace("drop-down", "dropdown")
WORDS = {
    "fr-fr": ("Listes", "Un est ici.", "Deux est dans la liste."),
    "ar-sa": ("قوائم", "واحد هنا.", "اثنان في القائمة."),
}


def unit(number, target, source):
    return (
        f'<span data-ttu-id="0a1b2-{number}">{target}</span><span class="sxs-lookup">'
        f'<span data-stu-id="0a1b2-{number}">{source}</span></span>'
    )


def translation(locale, source, kind="HT"):
    title, one, two = WORDS[locale]
    digest = hashlib.sha1(source.replace("\n", "\r\n").encode()).hexdigest()
    return (
        f"---\ntitle: {title}\nms.openlocfilehash: {digest}\nms.translationtype: {kind}\n---\n"
        f'# <a name="lists"></a>{unit(103, title, "Lists")}\n\n'
        f'{unit(104, one, "One is here.")} {unit(105, two, "Two is in the drop-down.")}\n'
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("translations")
    docs = folder / "docs"
    for locale in ["en-us", *WORDS]:
        (docs / locale).mkdir(parents=True)
    for name, source in {"a": NEW, "b": OLD, "c": OLD}.items():
        (docs / "en-us" / f"{name}.md").write_text(source, encoding="utf-8")
    for locale in WORDS:
        (docs / locale / "a.md").write_text(translation(locale, OLD), encoding="utf-8")
        (docs / locale / "b.md").write_text(translation(locale, OLD, "MT"), encoding="utf-8")
    history = folder / "history"
    history.mkdir()
    printed = subprocess.run(
        [VOUCH, "status", str(docs), "--format", "json"], check=True, capture_output=True
    ).stdout
    (history / "2026-01-01.json").write_bytes(printed)
    subprocess.run(
        [VOUCH, "build", str(docs), "-o", str(folder / "site"), "--history", str(history), "-q"],
        check=True,
    )
    return folder / "site"


@pytest.mark.parametrize("locale", ["en-us", *WORDS])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["a.html", "b.html", "localization/index.html"])
def test_page_is_accessible_and_fits(watched, site, locale, scheme, name):
    watched.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for size in (WIDE, PHONE):
        watched.set_viewport_size(size)
        watched.goto((site / locale / name).as_uri())
        if watched.locator("#vouch-reading-both").count():
            watched.locator("label[for=vouch-reading-both]").click()
        assert overflow(watched) <= 0
        watched.evaluate(AXE)
        assert violations(watched, EVERYTHING) == []


def test_changed_sentence_shows_what_the_original_says_now(without_script, site):
    page = without_script
    page.goto((site / "fr-fr" / "a.html").as_uri())
    assert page.locator(".standing .standing-changed").inner_text() == "1 phrase a changé"
    drift = page.locator("#u105 .unit-drift")
    assert not drift.is_visible()
    page.locator(".standing-units a").click()
    assert drift.is_visible()
    page.locator("label[for=vouch-reading-both]").click()
    assert drift.is_visible()
    assert drift.locator("del").inner_text() == "drop-down."
    assert drift.locator("ins").inner_text() == "dropdown."
    assert page.locator(".unit-drift").count() == 1
    page.goto((site / "fr-fr" / "b.html").as_uri())
    assert page.locator(".standing .badge").all_inner_texts() == ["À jour", "Faite par une machine"]


def test_headings_sort_the_tables(watched, site):
    watched.goto((site / "fr-fr" / "localization" / "index.html").as_uri())
    pages = "main > .table:last-of-type"
    head = watched.locator(f"{pages} thead th").nth(2)
    paths = lambda: watched.locator(f"{pages} tbody th code").all_inner_texts()
    assert paths() == ["a.md", "b.md", "c.md"]
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert paths() == ["c.md", "a.md", "b.md"]
    head.locator("button").press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert paths() == ["b.md", "a.md", "c.md"]


def test_status_can_be_read_without_a_script(without_script, site):
    page = without_script
    page.goto((site / "ar-sa" / "localization" / "index.html").as_uri())
    assert page.locator("th button").count() == 0
    assert page.locator(".trend svg").is_visible()
    assert page.locator("main > .table:last-of-type tbody tr").count() == 3
