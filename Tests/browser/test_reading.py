"""A translated page keeps the English sentence at hand, with and without a script."""

import re

import pytest

from conftest import LOCALES, PAGES, WIDE

TRANSLATIONS = LOCALES[1:]


def shown(page, selector):
    return page.evaluate(
        "selector => [...document.querySelectorAll(selector)].filter("
        "element => element.checkVisibility()).length",
        selector,
    )


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_reading_modes(browser, locale, script):
    context = browser.new_context(java_script_enabled=script, viewport=WIDE)
    page = context.new_page()
    page.goto((PAGES / locale / "connections.html").as_uri())
    units = page.locator(".article .unit").count()
    assert units > 20
    # Without a script evaluate() still works: the browser's own tools ask.
    assert shown(page, ".unit-target") == units
    assert shown(page, ".unit-source") == 0
    page.locator("label[for=vouch-reading-source]").click()
    assert (shown(page, ".unit-target"), shown(page, ".unit-source")) == (0, units)
    page.locator("label[for=vouch-reading-both]").click()
    assert (shown(page, ".unit-target"), shown(page, ".unit-source")) == (units, units)
    page.locator("label[for=vouch-reading-translation]").click()
    assert (shown(page, ".unit-target"), shown(page, ".unit-source")) == (units, 0)
    sources = page.eval_on_selector_all(
        ".unit-source", "list => [...new Set(list.map(source => source.lang + source.dir))]"
    )
    assert sources == ["en-USltr"]
    context.close()


def test_a_sentence_shows_its_source_without_script(without_script):
    page = without_script
    page.goto((PAGES / "fr-fr" / "connections.html").as_uri())
    unit = page.locator(".article p > .unit").first
    assert not unit.locator(".unit-source").is_visible()
    page.goto((PAGES / "fr-fr" / "connections.html").as_uri() + "#" + unit.get_attribute("id"))
    assert unit.locator(".unit-source").is_visible()


def test_a_click_keeps_the_source_open_and_escape_closes_it(watched):
    watched.goto((PAGES / "kk-kz" / "connections.html").as_uri())
    unit = watched.locator(".article p > .unit").first
    unit.locator(".unit-target").click()
    watched.mouse.move(0, 0)
    assert unit.locator(".unit-source").is_visible()
    watched.keyboard.press("Escape")
    assert not unit.locator(".unit-source").is_visible()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_a_finding_shows_its_criterion_in_both_languages(browser, locale, script):
    context = browser.new_context(java_script_enabled=script, viewport=WIDE)
    page = context.new_page()
    page.goto((PAGES / locale / "report" / "findings" / "index.html").as_uri())
    quote = page.locator(".rule-findings .quote").first
    source = quote.locator(".unit-source").first
    assert quote.locator("blockquote").get_attribute("lang").lower() == locale
    assert quote.locator(".unit-target").first.is_visible() and not source.is_visible()
    quote.locator(".quote-source").click()
    assert quote.locator(".unit-target").first.is_visible() and source.is_visible()
    assert source.get_attribute("lang") == "en-US"
    context.close()


@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_the_english_rule_is_one_click_away(watched, locale):
    watched.goto((PAGES / locale / "report" / "rules" / "con-01.html").as_uri())
    watched.locator("#section-criterion ~ .quote figcaption a").click()
    assert "/en-us/report/rules/con-01.html" in watched.url
    watched.locator("#section-criterion").wait_for(state="visible")


@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_words_without_english_beside_them_offer_none_to_show(watched, locale):
    watched.goto((PAGES / locale / "report" / "rules" / "org-01.html").as_uri())
    quote = watched.locator("#section-criterion ~ .quote")
    assert quote.locator(".unit-source").count() == 0
    assert quote.locator(".quote-source").count() == 0
    assert quote.locator("figcaption a").is_visible()


@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_problems_of_the_input_say_that_they_are_english(watched, locale):
    watched.goto((PAGES / locale / "report" / "method.html").as_uri())
    problem = watched.locator("section:has(#method-problems) tbody td:nth-child(2) > span").first
    assert problem.get_attribute("lang") == "en-US" and problem.get_attribute("dir") == "ltr"


def test_agreements_sort_by_their_end_and_limits_as_numbers(watched):
    watched.goto((PAGES / "fr-fr" / "report" / "registers" / "index.html").as_uri())
    table = watched.locator("table[data-sortable]").first
    table.get_by_role("button", name="Validité").click()
    ends = table.locator("td[data-label='Validité']").evaluate_all(
        "cells => cells.map(cell => cell.dataset.sort)")
    assert ends == sorted(ends) and ends[0] < "2027" < ends[-1]
    pages = (PAGES / "fr-fr" / "report" / "inventory" / "connections").glob("*.html")
    cells = "".join(page.read_text() for page in pages)
    limits = re.findall(r'<td([^>]*) data-label="Maximum"><span>\d+\s\d', cells)
    assert limits and all(re.fullmatch(r' data-sort="\d{4,}"', limit) for limit in limits)


@pytest.mark.parametrize("locale", TRANSLATIONS)
def test_links_to_headings_take_no_row_side_by_side(watched, locale):
    watched.goto((PAGES / locale / "connections.html").as_uri())
    watched.locator("label[for=vouch-reading-both]").click()
    surplus = watched.evaluate(
        "[...document.querySelectorAll('.article :is(h1, h2, h3)')].filter("
        "heading => heading.querySelector(':scope > :has(> .unit) + .anchor')).map("
        "heading => heading.clientHeight - heading.querySelector('.unit').offsetHeight)"
    )
    assert len(surplus) > 2 and max(surplus) < 16, surplus
    link = watched.locator(".article h2 .anchor").first
    link.focus()
    box = link.bounding_box()
    assert 0 <= box["x"] and box["x"] + box["width"] <= watched.viewport_size["width"]
    unit = watched.locator(".article h2 .unit").first.bounding_box()
    assert box["x"] + box["width"] <= unit["x"] + 1 or box["x"] >= unit["x"] + unit["width"] - 1


def test_dates_and_options_run_from_left_to_right(page):
    # Behind an Arabic letter the parts of 2022-07-05 would stand the other way round.
    found = 0
    folder = PAGES / "ar-sa"
    names = [*sorted(folder.glob("rules/*.html")), *sorted(folder.glob("*.html"))]
    for file in [*names, folder / "report" / "method.html"]:
        page.goto(file.as_uri())
        for text, is_forward in page.evaluate(
            """() => {
              const found = [];
              const walker = document.createTreeWalker(
                document.querySelector("main"), NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const node = walker.currentNode;
                if (!node.parentElement.checkVisibility()) continue;
                for (const match of node.data.matchAll(/\\d{4}-\\d\\d(-\\d\\d)?|--[a-z-]+/g)) {
                  const range = document.createRange();
                  const start = index => {
                    range.setStart(node, index);
                    range.setEnd(node, index + 1);
                    return range.getBoundingClientRect();
                  };
                  const last = match.index + match[0].length - 1;
                  const [first, end] = [start(match.index), start(last)];
                  // What is broken over two lines says nothing.
                  if (first.top === end.top) found.push([match[0], first.left < end.left]);
                }
              }
              return found;
            }"""
        ):
            found += 1
            assert is_forward, (file.name, text)
    assert found > 80
