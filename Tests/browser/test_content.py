"""Tabs, large images and rows of documentation pages: by hand, by keyboard, and without a script."""

import struct
import subprocess
import zlib

import pytest

from conftest import PHONE, VOUCH, WIDE, watch
from test_pages import AXE, overflow, violations

PAGE = """---
title: Constructs
---

# Constructs

# [Bash](#tab/bash)

Use the shell.

# [PowerShell](#tab/powershell)

Use the other shell.

## Deep inside

---

# [Linux](#tab/linux)

Where it runs.

# [Windows](#tab/windows)

Elsewhere.

---

# [Steps](#tab/steps/linux)

Steps for Linux.

# [Steps](#tab/steps/windows)

Steps for Windows.

---

:::image type="content" source="small.png" alt-text="A green square" lightbox="large.png":::

:::row:::
:::column span="2":::
The left column.
:::column-end:::
:::column:::
The right column.
:::column-end:::
:::row-end:::
"""


LONG = "a.mailbox.with.a.very.long.name@subsidiary.department.contoso.onmicrosoft.example"
LONG_PAGE = f"""# Long

Write to {LONG}.

# [{LONG}](#tab/long)

{LONG}

# [Short](#tab/short)

https://contoso.example/{"long-" * 20}path

---
"""


def picture(path, size):
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(b"\x00" + b"\x20\x80\x40" * size for _ in range(size))
    header = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@pytest.fixture(scope="session")
def docs(tmp_path_factory):
    content = tmp_path_factory.mktemp("constructs")
    for locale in ("en-us", "ar-sa"):
        folder = content / locale
        folder.mkdir()
        (folder / "constructs.md").write_text(PAGE, encoding="utf-8")
        (folder / "long.md").write_text(LONG_PAGE, encoding="utf-8")
        picture(folder / "small.png", 40)
        picture(folder / "large.png", 400)
    output = tmp_path_factory.mktemp("constructs-site") / "site"
    subprocess.run([VOUCH, "build", str(content), "-o", str(output), "--quiet"], check=True)
    return output


def address(docs, locale="en-us"):
    return (docs / locale / "constructs.html").as_uri()


def shown(page):
    """The texts of the panels that are seen."""
    return [
        panel.locator("p:not(.tab-title)").first.inner_text()
        for panel in page.get_by_role("tabpanel").all()
    ]


def test_tabs_show_one_panel_each_and_depend_on_each_other(watched, docs):
    watched.goto(address(docs))
    assert shown(watched) == ["Use the shell.", "Where it runs.", "Steps for Linux."]
    watched.get_by_role("tab", name="Windows").click()
    assert shown(watched) == ["Use the shell.", "Elsewhere.", "Steps for Windows."]
    # The choice is remembered on the next page.
    watched.reload()
    assert shown(watched) == ["Use the shell.", "Elsewhere.", "Steps for Windows."]


@pytest.mark.parametrize("locale, forward", [("en-us", "ArrowRight"), ("ar-sa", "ArrowLeft")])
def test_tabs_by_keyboard_follow_the_direction_of_the_page(watched, docs, locale, forward):
    watched.goto(address(docs, locale))
    first, second = watched.get_by_role("tab", name="Bash"), watched.get_by_role("tab", name="PowerShell")
    first.focus()
    watched.keyboard.press(forward)
    assert second.get_attribute("aria-selected") == "true"
    assert first.get_attribute("aria-selected") == "false"
    assert watched.evaluate("document.activeElement.textContent") == "PowerShell"
    assert shown(watched)[0] == "Use the other shell."
    watched.keyboard.press("Home")
    assert shown(watched)[0] == "Use the shell."
    # One stop in the order of tabs, then the panel.
    watched.keyboard.press("Tab")
    assert watched.evaluate("document.activeElement.getAttribute('role')") == "tabpanel"


@pytest.mark.parametrize("locale", ["en-us", "ar-sa"])
def test_long_addresses_break_on_a_phone(watched, docs, locale):
    watched.set_viewport_size(PHONE)
    watched.goto((docs / locale / "long.html").as_uri())
    for name in (LONG, "Short"):
        watched.get_by_role("tab", name=name).click()
        assert overflow(watched) <= 0, name


def test_a_link_into_a_hidden_tab_shows_it(watched, docs):
    watched.goto(address(docs) + "#deep-inside")
    assert watched.locator("#deep-inside").is_visible()
    assert shown(watched)[0] == "Use the other shell."


def test_a_large_image_opens_over_the_page_and_closes(watched, docs):
    watched.goto(address(docs))
    view = watched.locator("dialog.lightbox-view")
    watched.locator("a.lightbox").focus()
    watched.keyboard.press("Enter")
    view.wait_for()
    watched.wait_for_function("document.querySelector('dialog.lightbox-view img').naturalWidth > 0")
    assert view.locator("img").evaluate("image => image.naturalWidth") == 400
    assert view.get_attribute("aria-label") == "A green square"
    watched.keyboard.press("Escape")
    view.wait_for(state="hidden")
    assert watched.evaluate("document.activeElement.matches('a.lightbox')")


@pytest.mark.parametrize("locale, word", [("en-us", "Close"), ("ar-sa", "إغلاق")])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_large_image_has_a_button_to_close_it(watched, docs, locale, word, size):
    watched.set_viewport_size(size)
    # An address that names nothing stops no script.
    watched.goto(address(docs, locale) + "#100%")
    watched.locator("a.lightbox").click()
    view = watched.locator("dialog.lightbox-view")
    button = view.get_by_role("button", name=word, exact=True)
    box = button.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= size["width"]
    watched.evaluate(AXE)
    assert violations(watched) == []
    button.press("Enter")
    view.wait_for(state="hidden")
    assert watched.url.endswith("#100%")


def test_the_selected_tab_is_told_in_forced_colours(watched, docs):
    watched.emulate_media(forced_colors="active")
    watched.goto(address(docs))
    edges = watched.locator(".tab-list").first.get_by_role("tab").evaluate_all(
        "tabs => tabs.map(tab => [tab.ariaSelected, getComputedStyle(tab).borderBottomColor])")
    assert len({colour for _, colour in edges}) == len({state for state, _ in edges}) == 2


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """Pages with a table that fits and, under one heading, two that don't."""
    content = tmp_path_factory.mktemp("tables")
    wide = "| " + " | ".join(f"Column{'x' * 20}{number}" for number in range(12)) + " |\n|"
    wide += "---|" * 12 + "\n|" + " a |" * 12 + "\n"
    text = f"# Tables\n\n## Small `one`\n\n| Name | Count |\n|---|---:|\n| a | 1 |\n| b | 1000 |\n\n"
    text += f"## Large\n\n{wide}\nThen:\n\n{wide}"
    for locale in ("en-us", "ar-sa"):
        (content / locale).mkdir()
        (content / locale / "t.md").write_text(text)
        (content / locale / "toc.yml").write_text("- name: Tables\n  href: t.md\n")
    output = tmp_path_factory.mktemp("site") / "tables"
    subprocess.run([VOUCH, "build", str(content), "-o", str(output), "--quiet"], check=True)
    return output


def test_only_a_table_that_scrolls_is_a_stop(watched, tables):
    watched.goto((tables / "en-us" / "t.html").as_uri())
    watched.wait_for_selector(".table:not([tabindex])")
    read = "tables => tables.map(table => table.getAttribute('tabindex'))"
    assert watched.locator(".table").evaluate_all(read) == [None, "0", "0"]
    watched.evaluate(AXE)
    assert violations(watched) == []
    # Where there is room, there is nothing to scroll.
    watched.locator("main").evaluate("main => { main.style.gridTemplateColumns = '6000px'; }")
    watched.wait_for_selector(".table[tabindex]", state="detached")
    assert watched.locator(".table").evaluate_all(read) == [None] * 3


def test_a_table_that_grows_inside_becomes_a_stop(watched, tables):
    watched.goto((tables / "en-us" / "t.html").as_uri())
    small = watched.locator(".table").first
    watched.wait_for_selector(".table:not([tabindex])")
    small.evaluate("table => { table.querySelector('td').textContent = 'x'.repeat(600); }")
    watched.wait_for_selector("#vouch-main .table[tabindex] >> nth=2")
    assert small.get_attribute("tabindex") == "0"


def test_a_choice_has_no_empty_words(watched, tables):
    for name, count in (("index.html", 2), ("en-us/index.html", 1)):
        watched.goto((tables / name).as_uri())
        assert watched.locator(".choices a").count() == count, name
        assert watched.locator(".choices span:empty").count() == 0, name


def test_tables_can_be_scrolled_without_a_script(browser, tables):
    context = browser.new_context(java_script_enabled=False)
    page = watch(context.new_page())
    page.goto((tables / "en-us" / "t.html").as_uri())
    assert page.locator(".table[tabindex='0']").count() == 3
    context.close()


@pytest.mark.parametrize("locale", ["en-us", "ar-sa"])
def test_units_stand_under_units_in_articles(watched, tables, locale):
    watched.goto((tables / locale / "t.html").as_uri())
    edges = watched.locator("td.align-right").evaluate_all("""cells => cells.map(cell => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return Math.round(range.getBoundingClientRect().right);
    })""")
    assert len(edges) == 2 and len(set(edges)) == 1


def test_columns_stand_side_by_side_where_there_is_room(watched, docs):
    def lefts():
        return [
            watched.get_by_text(text).bounding_box()["x"]
            for text in ("The left column.", "The right column.")
        ]

    watched.goto(address(docs))
    left, right = lefts()
    assert left < right
    watched.set_viewport_size(PHONE)
    left, right = lefts()
    assert left == right and overflow(watched) <= 0


def test_everything_is_there_without_a_script(browser, docs):
    context = browser.new_context(java_script_enabled=False)
    page = watch(context.new_page())
    page.goto(address(docs))
    for text in ("Use the shell.", "Use the other shell.", "Elsewhere.", "Steps for Windows."):
        assert page.get_by_text(text, exact=True).is_visible(), text
    assert page.get_by_text("PowerShell").first.is_visible()
    page.locator("a.lightbox").click()
    page.wait_for_url("**/*.png")
    context.close()


@pytest.mark.parametrize("locale", ["en-us", "ar-sa"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_constructs_are_accessible(watched, docs, locale, scheme):
    watched.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    watched.goto(address(docs, locale))
    watched.evaluate(AXE)
    assert violations(watched) == []
