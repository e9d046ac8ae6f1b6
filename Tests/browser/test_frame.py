"""What is around every page: language, direction, fonts, language menu, keyboard, preferences."""

import pytest

from conftest import LOCALES, PAGES, PHONE, report

NAMES = ["connections.html", "report/index.html", "report/findings/index.html",
         "report/rules/con-01.html"]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", NAMES)
def test_language_and_direction(watched, locale, name):
    watched.goto((PAGES / locale / name).as_uri())
    assert watched.evaluate("document.documentElement.lang").lower() == locale
    direction = watched.evaluate("getComputedStyle(document.body).direction")
    assert direction == ("rtl" if locale == "ar-sa" else "ltr")
    # Names and code of the snapshot keep their own direction.
    loose = watched.evaluate(
        "[...document.querySelectorAll('main code')].filter("
        "code => getComputedStyle(code).direction !== 'ltr'"
        " || getComputedStyle(code).unicodeBidi !== 'isolate').length"
    )
    assert loose == 0


SCRIPTS = {"en-us": "Noto Sans", "fr-fr": "Noto Sans", "nl-nl": "Noto Sans", "kk-kz": "Noto Sans",
           "ar-sa": "Noto Sans Arabic"}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_script_is_drawn_by_a_real_font(watched, locale):
    watched.goto((report(locale) / "findings" / "index.html").as_uri())
    client = watched.context.new_cdp_session(watched)
    client.send("DOM.enable")
    client.send("CSS.enable")
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    heading = client.send("DOM.querySelector", {"nodeId": root, "selector": "main h1"})
    fonts = client.send("CSS.getPlatformFontsForNode", {"nodeId": heading["nodeId"]})["fonts"]
    names = {font["familyName"] for font in fonts}
    assert any(name.startswith(SCRIPTS[locale]) for name in names), names


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("locale", LOCALES)
def test_the_switcher_keeps_the_page(watched, locale, name):
    watched.goto((PAGES / locale / name).as_uri() + "#vouch-main")
    links = watched.eval_on_selector_all(
        ".languages a", "links => links.map(link => [link.hreflang, link.href, link.textContent])"
    )
    assert sorted(tag.lower() for tag, _, _ in links) == sorted(LOCALES)
    for tag, href, _ in links:
        assert href == (PAGES / tag.lower() / name).as_uri() + "#vouch-main"
    other = LOCALES[(LOCALES.index(locale) + 1) % len(LOCALES)]
    watched.locator(".languages summary").click()
    watched.locator(f".languages a[href*='/{other}/']").click()
    watched.wait_for_load_state()
    assert watched.evaluate("document.documentElement.lang").lower() == other


def test_the_language_menu_works_without_script(without_script):
    page = without_script
    page.goto((report("fr-fr") / "index.html").as_uri())
    page.locator(".languages summary").click()
    page.locator(".languages a[href*='/ar-sa/']").click()
    assert page.url == (report("ar-sa") / "index.html").as_uri()
    assert page.problems == []


@pytest.mark.parametrize("name", ["connections.html", "report/index.html"])
def test_keyboard_reaches_the_content_and_the_menus(watched, name):
    watched.goto((PAGES / "en-us" / name).as_uri())
    watched.keyboard.press("Tab")
    assert watched.evaluate("document.activeElement.className") == "skip-link"
    assert watched.locator(".skip-link").bounding_box()["y"] >= 0
    watched.keyboard.press("Enter")
    assert watched.evaluate("document.activeElement.id") == "vouch-main"

    watched.locator(".languages summary").focus()
    watched.keyboard.press("Enter")
    assert watched.locator(".languages").get_attribute("open") is not None
    watched.keyboard.press("Tab")
    assert watched.evaluate("!!document.activeElement.closest('.menu-list')")
    watched.keyboard.press("Escape")
    assert watched.locator(".languages").get_attribute("open") is None
    assert watched.evaluate("document.activeElement.matches('.languages summary')")


@pytest.mark.parametrize("name", ["connections.html", "report/findings/index.html"])
def test_focus_is_visible_and_not_covered(watched, name):
    watched.goto((PAGES / "en-us" / name).as_uri())
    for _ in range(40):
        watched.keyboard.press("Tab")
        state = watched.evaluate(
            """() => {
              const element = document.activeElement;
              if (element === document.body) return null;
              const box = element.getBoundingClientRect();
              const style = getComputedStyle(element);
              const header = document.querySelector('.header').getBoundingClientRect();
              return {
                name: element.outerHTML.slice(0, 80),
                outline: style.outlineStyle !== 'none' || element.matches('.reading-choices input'),
                covered: !element.closest('.header') && !element.matches('.skip-link')
                  && box.bottom <= header.bottom && box.height > 0,
              };
            }"""
        )
        if state is None:
            break
        assert state["outline"], state["name"]
        assert not state["covered"], state["name"]


def test_the_theme_button_goes_round_once_a_click(watched):
    watched.goto((report("en-us") / "index.html").as_uri())
    seen = []
    for _ in range(3):
        watched.locator(".theme").click()
        seen.append(watched.evaluate("document.documentElement.dataset.theme || 'auto'"))
    assert seen == ["light", "dark", "auto"]


def test_the_drawer_of_the_phone(watched):
    watched.set_viewport_size(PHONE)
    watched.goto((PAGES / "ar-sa" / "connections.html").as_uri())
    watched.locator(".navigation-open").click()
    assert watched.locator(".navigation").is_visible()
    assert watched.evaluate("!!document.activeElement.closest('.navigation')")
    watched.keyboard.press("Escape")
    assert not watched.locator(".navigation").is_visible()
    assert watched.evaluate("document.activeElement.matches('.navigation-open')")


@pytest.mark.parametrize("name", ["connections.html", "report/index.html"])
def test_forced_colours_keep_words_and_borders(watched, name):
    watched.emulate_media(forced_colors="active")
    watched.goto((PAGES / "en-us" / name).as_uri())
    assert watched.evaluate("matchMedia('(forced-colors: active)').matches")
    lost = watched.evaluate(
        "[...document.querySelectorAll('.outcome, .verdict, .alert, .notice')].filter("
        "element => getComputedStyle(element).borderTopStyle === 'none' || !element.innerText.trim())"
        ".length"
    )
    assert lost == 0


@pytest.mark.parametrize("name", ["connections.html", "report/findings/index.html"])
def test_reduced_motion_moves_nothing(watched, name):
    watched.emulate_media(reduced_motion="reduce")
    watched.goto((PAGES / "fr-fr" / name).as_uri())
    moving = watched.evaluate(
        "[...document.querySelectorAll('*')].filter(element => {"
        " const style = getComputedStyle(element);"
        " return parseFloat(style.transitionDuration) > 0.01 || style.scrollBehavior === 'smooth'"
        " || parseFloat(style.animationDuration) > 0.01; }).map(element => element.className)"
    )
    assert moving == []


@pytest.mark.parametrize("name", ["export-limits.html", "report/findings/index.html"])
def test_what_is_focused_in_the_header_moves_nothing(watched, name):
    watched.set_viewport_size({"width": 1280, "height": 600})
    watched.goto((PAGES / "en-us" / name).as_uri())
    watched.evaluate("scrollTo(0, 900)")
    start = watched.evaluate("scrollY")
    assert start > 300
    count = watched.locator(".header :is(a, summary, button, input):visible").count()
    assert count > 3
    for number in range(count):
        watched.locator(".header :is(a, summary, button, input):visible").nth(number).evaluate(
            "element => element.focus()")
        assert watched.evaluate("scrollY") == start, number
