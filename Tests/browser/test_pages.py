"""Every kind of page, in five languages, light and dark, on a phone and on a wide screen."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import LOCALES, PAGES, sample_pages

CASES = [
    pytest.param(path, scheme, width, id=f"{path.relative_to(PAGES)}-{scheme}-{width}")
    for locale in LOCALES
    for path in sample_pages(locale)
    for scheme in ("light", "dark")
    for width in (390, 1280)
]

RULES = {
    "preload": False,
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


@pytest.mark.parametrize("path, scheme, width", CASES)
def test_page_is_accessible_quiet_and_fits(watched, path, scheme, width):
    watched.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    watched.set_viewport_size({"width": width, "height": 844 if width < 500 else 900})
    watched.goto(path.as_uri())
    overflow = watched.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0, f"the page is {overflow} px wider than the screen"
    result = Axe().run(watched, options=RULES).response
    found = [
        (violation["id"], [node["target"] for node in violation["nodes"]][:3])
        for violation in result["violations"]
    ]
    assert found == [], json.dumps(found, indent=1)
    assert watched.problems == []


@pytest.mark.parametrize("locale", LOCALES)
def test_language_and_direction(watched, locale):
    watched.goto((PAGES / locale / "report" / "index.html").as_uri())
    language = watched.evaluate("document.documentElement.lang")
    assert language.lower() == locale
    direction = watched.evaluate("getComputedStyle(document.body).direction")
    assert direction == ("rtl" if locale == "ar-sa" else "ltr")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_script_is_drawn_by_a_real_font(watched, locale):
    watched.goto((PAGES / locale / "connections.html").as_uri())
    client = watched.context.new_cdp_session(watched)
    client.send("DOM.enable")
    client.send("CSS.enable")
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    heading = client.send("DOM.querySelector", {"nodeId": root, "selector": "main h1"})
    fonts = client.send("CSS.getPlatformFontsForNode", {"nodeId": heading["nodeId"]})["fonts"]
    assert fonts and all("LastResort" not in font["familyName"] for font in fonts)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_switcher_keeps_the_page(watched, locale):
    watched.goto((PAGES / locale / "connections.html").as_uri())
    links = watched.eval_on_selector_all(
        "[data-locales] a", "list => list.map(link => link.href)"
    )
    assert len(links) >= len(LOCALES) - 1
    assert all(link.split("#")[0].endswith("/connections.html") for link in links)


def test_source_of_a_unit_can_be_read_without_scripts(browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((PAGES / "fr-fr" / "connections.html").as_uri())
    unit = page.locator("main .unit").first
    source = unit.locator(".unit-source").first
    if source.count() == 0:
        source = page.locator("main .unit-source").first
    assert source.inner_text(timeout=1000) is not None
    assert source.get_attribute("lang") == "en-US"
    context.close()


@pytest.mark.parametrize("locale", ["en-us", "fr-fr", "ar-sa"])
def test_report_prints(watched, locale):
    watched.goto((PAGES / locale / "report" / "index.html").as_uri())
    assert len(watched.pdf(format="A4")) > 10_000
