"""A reader keeps the place: across languages, in print, at any zoom, in any colours."""

import pytest

from conftest import PAGES, PHONE

PAGE = "connections-share.html"


def top(page, selector):
    return page.evaluate(
        "selector => document.querySelector(selector).getBoundingClientRect().top", selector
    )


def press(page, selector):
    """Clicks as a hand does: the driver's own click scrolls first, and so loses the place."""
    box = page.locator(selector).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def switch(page, locale):
    press(page, ".languages summary")
    press(page, f".languages a[href*='/{locale}/']")
    page.wait_for_url(f"**/{locale}/**")


def test_the_switcher_keeps_the_sentence(watched):
    watched.set_viewport_size({"width": 1280, "height": 400})
    watched.goto((PAGES / "fr-fr" / PAGE).as_uri())
    unit = watched.locator(".article .unit[id]").nth(8).get_attribute("id")
    watched.evaluate(
        "id => scrollTo(0, document.getElementById(id).getBoundingClientRect().top + scrollY - 58)",
        unit,
    )
    switch(watched, "kk-kz")
    assert watched.evaluate("location.hash") == f"#{unit}"
    assert 0 <= top(watched, f"#{unit}") < 300
    switch(watched, "ar-sa")
    assert watched.evaluate("location.hash") == f"#{unit}"


def test_the_switcher_keeps_the_heading_of_the_original(watched):
    watched.goto((PAGES / "nl-nl" / PAGE).as_uri())
    heading = watched.locator(".article h2[id]").nth(1).get_attribute("id")
    unit = watched.evaluate(
        "id => [...document.querySelectorAll('.article .unit[id]')].find(unit =>"
        " document.getElementById(id).compareDocumentPosition(unit) & 4).id", heading
    )
    watched.goto((PAGES / "nl-nl" / PAGE).as_uri() + "#" + unit)
    switch(watched, "en-us")
    assert watched.evaluate("!!document.querySelector(':target')")
    assert watched.evaluate("location.hash") == f"#{heading}"
    switch(watched, "fr-fr")
    assert watched.evaluate("location.hash") == f"#{heading}"
    assert watched.evaluate("!!document.querySelector(':target')")


@pytest.mark.parametrize("locale", ["fr-fr", "ar-sa"])
def test_the_switcher_finds_the_sentence_in_the_original(watched, locale):
    watched.set_viewport_size({"width": 1280, "height": 500})
    watched.goto((PAGES / locale / PAGE).as_uri())
    unit = watched.locator(".article p > .unit[id]").nth(6)
    sentence = " ".join(unit.locator(".unit-source").text_content().split())
    watched.evaluate(
        "unit => scrollTo(0, unit.getBoundingClientRect().top + scrollY - 58)",
        unit.element_handle(),
    )
    switch(watched, "en-us")
    assert ":~:" not in watched.evaluate("location.href")
    seen = watched.evaluate(
        "sentence => [...document.querySelectorAll('.article p, .article li')].filter(block =>"
        " block.textContent.replace(/\\s+/g, ' ').includes(sentence)).some(block => {"
        " const box = block.getBoundingClientRect(); return box.bottom > 50 && box.top < innerHeight; })",
        sentence,
    )
    assert seen, sentence


@pytest.mark.parametrize("name", ["report/index.html", "report/rules/lim-02.html"])
def test_the_switcher_keeps_the_place_in_the_report(watched, name):
    watched.goto((PAGES / "en-us" / name).as_uri())
    watched.evaluate("scrollTo(0, 3000)")
    switch(watched, "fr-fr")
    place = watched.evaluate("location.hash")
    assert len(place) > 1 and watched.evaluate("scrollY") > 1500
    assert 50 <= top(watched, place) < 300
    switch(watched, "ar-sa")
    assert watched.evaluate("location.hash") == place and watched.evaluate("scrollY") > 1500


def test_the_switcher_keeps_the_filter(watched):
    watched.goto((PAGES / "en-us/report/findings/index.html").as_uri())
    watched.locator("select[name=outcome]").select_option("fail")
    watched.locator("select[name=severity]").select_option("critical")
    shown = "tr[data-outcome]:visible"
    rows = watched.locator(shown).count()
    chosen = "#?outcome=fail&severity=critical"
    watched.evaluate("scrollTo(0, 0)")
    switch(watched, "fr-fr")
    assert watched.evaluate("location.hash") == chosen
    assert watched.locator(shown).count() == rows > 10
    # And the row that was read, where that is not the first.
    row = watched.locator(shown).nth(9)
    name = row.get_attribute("id")
    row.evaluate("row => scrollTo(0, row.getBoundingClientRect().top + scrollY - 60)")
    for locale in ("ar-sa", "en-us"):
        switch(watched, locale)
        assert watched.evaluate("location.hash").startswith(chosen + "&at=")
        assert watched.locator(shown).count() == rows
        assert 0 < top(watched, f"[id='{name}']") < 400
    # The next choice is the reader's own.
    watched.locator("select[name=severity]").select_option("")
    assert watched.evaluate("location.hash") == "#?outcome=fail"


def test_at_the_top_there_is_nothing_to_keep(watched):
    watched.goto((PAGES / "en-us" / PAGE).as_uri())
    switch(watched, "fr-fr")
    assert watched.evaluate("location.hash") == ""


def test_the_reading_mode_is_remembered(watched):
    watched.goto((PAGES / "fr-fr" / PAGE).as_uri())
    watched.locator("label[for=vouch-reading-both]").click()
    watched.goto((PAGES / "kk-kz" / "connections.html").as_uri())
    assert watched.locator("#vouch-reading-both").is_checked()
    watched.locator("#vouch-reading-both").focus()
    watched.keyboard.press("ArrowLeft")
    assert watched.locator("#vouch-reading-source").is_checked()


def test_refused_storage_is_no_error(browser):
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})"
    )
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto((PAGES / "fr-fr" / PAGE).as_uri())
    page.locator("label[for=vouch-reading-both]").click()
    page.locator(".theme").click()
    assert page.locator("#vouch-reading-both").is_checked()
    assert problems == []
    context.close()


@pytest.mark.parametrize("mode", ["translation", "source", "both"])
def test_print_shows_what_is_being_read(watched, mode):
    watched.goto((PAGES / "fr-fr" / PAGE).as_uri())
    watched.locator(f"label[for=vouch-reading-{mode}]").click()
    watched.emulate_media(media="print")
    shown = watched.evaluate(
        "['.unit-target', '.unit-source'].map(selector =>"
        " document.querySelector('.article p > .unit ' + selector).checkVisibility())"
    )
    assert shown == [mode != "source", mode != "translation"]
    for hidden in (".navigation", ".search", ".reading", ".pager"):
        assert not watched.locator(hidden).first.is_visible(), hidden
    assert watched.pdf(format="A4")[:4] == b"%PDF"


def test_dark_colours_follow_the_system_and_are_remembered(watched):
    watched.emulate_media(color_scheme="dark")
    watched.goto((PAGES / "en-us" / PAGE).as_uri())
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = watched.evaluate(ground)
    watched.locator(".theme").click()
    light = watched.evaluate(ground)
    assert light != dark
    watched.goto((PAGES / "fr-fr" / PAGE).as_uri())
    assert watched.evaluate("document.documentElement.dataset.theme") == "light"
    assert watched.evaluate(ground) == light


@pytest.mark.parametrize("locale", ["en-us", "fr-fr", "kk-kz", "ar-sa"])
@pytest.mark.parametrize("size", [PHONE, {"width": 320, "height": 256}], ids=["phone", "zoom-400"])
def test_nothing_is_wider_than_the_window(watched, locale, size):
    watched.set_viewport_size(size)
    watched.goto((PAGES / locale / PAGE).as_uri())
    assert watched.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_headings_can_be_linked_to(watched):
    watched.goto((PAGES / "fr-fr" / PAGE).as_uri())
    link = watched.locator(".article h2 .anchor").first
    assert link.get_attribute("aria-label") == "Lien vers cette section"
    # The heading isn't named after the link.
    heading = watched.locator(".article h2").first
    words = heading.locator(".unit-target").inner_text()
    assert watched.get_by_role("heading", name=words, exact=True).count() == 1
    assert watched.locator(f"#{link.get_attribute('aria-describedby')}").inner_text() == words
    link.focus()
    watched.keyboard.press("Enter")
    assert watched.evaluate("document.querySelector(':target').tagName") == "H2"


def test_the_layout_does_not_shift(page):
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach("
        "entry => { window.shift += entry.value; })).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto((PAGES / "ar-sa" / PAGE).as_uri())
    page.wait_for_timeout(400)
    assert page.evaluate("window.shift") < 0.02
