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


def test_the_space_bar_opens_the_drawer(watched):
    watched.set_viewport_size(PHONE)
    watched.goto((PAGES / "en-us" / "connections.html").as_uri())
    watched.locator(".navigation-open").focus()
    watched.keyboard.press("Space")
    assert watched.locator(".navigation").is_visible()
    assert watched.evaluate("scrollY") == 0


@pytest.mark.parametrize("name", ["connections.html", "report/index.html"])
def test_the_language_menu_closes_when_the_focus_leaves_it(watched, name):
    watched.goto((PAGES / "en-us" / name).as_uri())
    watched.locator(".languages summary").focus()
    watched.keyboard.press("Enter")
    for _ in LOCALES:
        watched.keyboard.press("Tab")
        assert watched.locator(".languages").get_attribute("open") is not None
    watched.keyboard.press("Tab")
    assert watched.locator(".languages").get_attribute("open") is None


@pytest.mark.parametrize("name, tools", [
    ("connections.html", [".theme", ".search"]),
    ("report/findings/index.html", [".theme", ".filter", "[data-above]"]),
])
def test_what_needs_a_script_is_not_shown_without(without_script, name, tools):
    page = without_script
    page.goto((PAGES / "en-us" / name).as_uri())
    for tool in tools:
        assert page.locator(tool).count() > 0, tool
        assert page.locator(f"{tool}:visible").count() == 0, tool


def test_sentences_of_the_source_are_hidden_until_asked_for(without_script):
    # With or without a script.
    page = without_script
    page.goto((PAGES / "fr-fr" / "connections.html").as_uri())
    assert not page.locator(".article .unit-source").first.is_visible()
    page.locator("label[for=vouch-reading-source]").click()
    assert page.locator(".article .unit-source").first.is_visible()


@pytest.mark.parametrize("name", ["connections.html", "report/findings/index.html"])
def test_an_address_that_names_nothing_is_no_error(watched, name):
    watched.goto((PAGES / "fr-fr" / name).as_uri() + "#100%")
    watched.locator(".languages summary").click()
    watched.locator(".languages a[href*='/nl-nl/']").click()
    watched.wait_for_url("**/nl-nl/**")


# The lines of the name in the header that end within a word.
SPLIT = """name => {
  const words = name.textContent.split(/\\s+/).filter(Boolean);
  let from = 0;
  return words.filter(word => {
    const range = document.createRange();
    const start = name.textContent.indexOf(word, from);
    from = start + word.length;
    range.setStart(name.firstChild, start);
    range.setEnd(name.firstChild, from);
    return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1;
  });
}"""


@pytest.mark.parametrize("name", ["connections.html", "report/index.html"])
@pytest.mark.parametrize("locale", LOCALES)
def test_the_header_has_room_at_any_width(watched, locale, name):
    watched.goto((PAGES / locale / name).as_uri())
    found = []
    for width in [*range(320, 460, 15), *range(645, 900, 15), 1024]:
        watched.set_viewport_size({"width": width, "height": 700})
        boxes = watched.evaluate(
            "[...document.querySelectorAll('.header-links a, .header-tools, .brand')].filter("
            "part => part.offsetParent).map(part => part.getBoundingClientRect())"
            ".map(box => [box.left, box.right]).sort((one, other) => one[0] - other[0])")
        if any(left[1] > right[0] + 1 for left, right in zip(boxes, boxes[1:])):
            found.append(f"{width}: overlap")
        if boxes[-1][1] > width or boxes[0][0] < 0:
            found.append(f"{width}: too wide")
        if width > 640:
            found += [f"{width}: {word}" for word in watched.locator(".brand bdi").evaluate(SPLIT)]
    assert found == []


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
    swatches = watched.locator(".key").evaluate_all(
        "keys => keys.map(key => getComputedStyle(key, '::before'))"
        ".map(style => [style.forcedColorAdjust, style.backgroundColor].join())")
    assert all(swatch.startswith("none,") for swatch in swatches), swatches
    assert len(set(swatches)) == len(set(watched.locator(".key").evaluate_all(
        "keys => keys.map(key => key.className)")))


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


@pytest.mark.parametrize("locale", ["en-us", "ar-sa"])
def test_paper_has_no_menu(watched, locale):
    watched.goto((PAGES / locale / "connections.html").as_uri())
    watched.set_viewport_size({"width": 688, "height": 900})
    watched.emulate_media(media="print")
    assert not watched.locator(".navigation-open").is_visible()
    watched.emulate_media(media="screen")
    assert watched.locator(".navigation-open").is_visible()


@pytest.mark.parametrize("name", ["localization/index.html", "report/inventory/index.html"])
def test_paper_has_no_signs_to_sort_by(watched, name):
    watched.goto((PAGES / "en-us" / name).as_uri())
    sign = "button => getComputedStyle(button, '::after').display"
    button = watched.locator("thead button").first
    assert button.evaluate(sign) != "none"
    watched.emulate_media(media="print")
    assert button.evaluate(sign) == "none"


@pytest.mark.parametrize("width, stops", [(1280, 0), (800, 1)])
def test_the_contents_are_a_stop_only_where_they_fold(watched, width, stops):
    watched.goto((PAGES / "en-us" / "export-limits.html").as_uri())
    watched.set_viewport_size({"width": width, "height": 900})
    tab = "summary => summary.tabIndex === 0"
    watched.wait_for_timeout(50)
    assert watched.locator(".page-contents summary").evaluate(tab) == bool(stops)


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
