"""What a reader does with the report: follow counts, filter, sort, open evidence, print."""

import csv
import io
import json
import re

import pytest

from conftest import LOCALES, PAGES, PHONE, PROJECT, report

ROWS = "tr[data-outcome]"


def visible(page, selector=ROWS):
    return page.locator(f"{selector}:visible").count()


def test_a_count_leads_to_its_rows(watched):
    watched.goto((report("en-us") / "index.html").as_uri())
    tile = watched.locator(".total-unknown a")
    count = int(tile.locator(".total-count").inner_text().replace(",", ""))
    tile.click()
    watched.wait_for_load_state()
    assert watched.locator("select[name=outcome]").input_value() == "unknown"
    assert visible(watched) == visible(watched, "tr[data-outcome=unknown]") == count
    # On the page itself the counts work as switches of the filter.
    watched.locator(".total-fail a").click()
    assert visible(watched) == visible(watched, "tr[data-outcome=fail]") > 0
    assert watched.locator("select[name=outcome]").input_value() == "fail"


def test_a_count_leads_to_the_list_without_script(without_script):
    page = without_script
    page.goto((report("en-us") / "index.html").as_uri())
    rows = page.locator(".total-fail .total-count").inner_text()
    page.locator(".total-fail a").click()
    page.wait_for_load_state()
    assert "/findings/index.html" in page.url
    assert page.locator("tr[data-outcome=fail]:visible").count() == int(rows)
    assert not page.locator(".filter").is_visible()
    assert page.locator(".sort").count() == 0
    assert page.problems == []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", ["index", "inventory/index"])
def test_a_count_stands_behind_its_word(page, name, locale):
    # "5 Échec" would need a plural; "Échec : 5" needs none in any language.
    page.goto((report(locale) / f"{name}.html").as_uri())
    counted = [
        text for text in page.locator("main .outcome, main .card h3").all_inner_texts()
        if any(character.isdigit() for character in text)]
    assert len(counted) > 5
    for text in counted:
        assert re.match(r"[^\d:]+: \d", text), text


@pytest.mark.parametrize(
    "locale, total", [("fr-fr", "\\d\u202f\\d{3}"), ("nl-nl", "\\d\\.\\d{3}"), ("ar-sa", "\\d,\\d{3}")])
def test_counts_of_the_filter_are_written_like_the_others(page, locale, total):
    page.goto((report(locale) / "findings" / "index.html").as_uri())
    assert re.search(total, page.locator(".filter output").inner_text())


def test_what_is_written_by_hand_is_not_sorted(watched):
    watched.goto((report("en-us") / "signoff.html").as_uri())
    assert watched.locator("table.form").count() == 3
    assert watched.locator("table.form .sort").count() == 0
    role, name = (watched.locator(f"#signoff-names ~ .table tbody tr:first-child > :nth-child({column})")
                  .bounding_box()["width"] for column in (1, 2))
    assert role < name
    watched.goto((report("en-us") / "actions.html").as_uri())
    assert watched.locator("table:has(.blank) .sort").count() > 0


@pytest.mark.parametrize("locale", ["en-us", "ar-sa"])
def test_units_stand_under_units(page, locale):
    page.goto((report(locale) / "method.html").as_uri())
    edges = page.evaluate("""() => [...document.querySelectorAll("#method-scope ~ .table td.number")].map(cell => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return Math.round(range.getBoundingClientRect().right);
    })""")
    assert len(edges) > 10 and len(set(edges)) == 1


def test_the_filter(watched):
    watched.goto((report("en-us") / "findings" / "index.html").as_uri())
    total = visible(watched)
    text = watched.locator("input[name=text]")
    output = watched.locator(".filter output")
    assert total > 1000 and output.inner_text() == f"Rows shown: {total:,} of {total:,}"
    text.fill("no such words anywhere")
    assert visible(watched) == 0 and visible(watched, ".rule-findings") == 0
    assert output.inner_text() == f"Rows shown: 0 of {total:,}"
    text.fill("")
    watched.locator("select[name=severity]").select_option("critical")
    critical = visible(watched)
    assert 0 < critical < total
    assert critical == visible(watched, "tr[data-severity=critical]")
    watched.locator("select[name=severity]").select_option("")
    assert visible(watched) == total


@pytest.mark.parametrize(
    "locale, typed, same",
    [
        ("en-us", "con-01", "CON-01"),
        ("fr-fr", "decembre", "DÉCEMBRE"),
        ("nl-nl", "geidentificeerd", "geïdentificeerd"),
        ("kk-kz", "кайта", "ҚАЙТА"),
        ("ar-sa", "الاعداد", "الإعدادِ"),
    ],
)
def test_the_filter_finds_words_however_they_are_written(watched, locale, typed, same):
    watched.goto((report(locale) / "findings" / "index.html").as_uri())
    # A row says what is looked for, or the rule above it does.
    watched.locator("tr[data-outcome] td:last-child .condition").first.evaluate(
        "(cell, word) => { cell.textContent = `a ${word} b`; }", same)
    total = visible(watched)
    counts = []
    for word in (typed, same, f"  {typed} "):
        watched.locator("input[name=text]").fill(word)
        counts.append(visible(watched))
    assert 0 < counts[0] < total and set(counts) == {counts[0]}


def test_the_filter_of_a_rule_in_a_report_on_several(watched, tmp_path):
    # There the page lies below a folder for each environment; its own headings are no words of rows.
    below = tmp_path / "environments" / "x"
    below.mkdir(parents=True)
    for name in ("en-us", "assets"):
        (below / name).symlink_to(PAGES / name)
    (tmp_path / "assets").symlink_to(PAGES / "assets")
    watched.goto((below / "en-us" / "report" / "rules" / "lim-02.html").as_uri())
    total = watched.locator(f"{ROWS}:visible").count()
    heading = watched.locator("main h2").first.inner_text()
    rows = watched.locator(ROWS).evaluate_all("rows => rows.map(row => row.textContent)")
    expected = sum(heading.lower() in row.lower() for row in rows)
    watched.locator("input[name=text]").fill(heading)
    assert watched.locator(f"{ROWS}:visible").count() == expected < total


def test_the_filter_finds_the_rows_of_a_rule(watched):
    watched.goto((report("en-us") / "findings" / "index.html").as_uri())
    part = watched.locator("[data-part=con-01]")
    rows = part.locator(ROWS).count()
    title = part.locator("h2 span[lang]").inner_text()
    for words in ("CON-01", title):
        watched.locator("input[name=text]").fill(words)
        assert part.locator(f"{ROWS}:visible").count() == rows > 0
        assert visible(watched, ".rule-findings") < watched.locator(".rule-findings").count()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_filter_leaves_out_what_all_rows_say(watched, locale):
    watched.goto((report(locale) / "findings" / "index.html").as_uri())
    total = visible(watched)
    row = watched.locator("tr:has(.evidence)").first
    labels = [row.locator(".evidence summary").text_content(),
              row.locator(".evidence dt").last.text_content()]
    for label in labels:
        watched.locator("input[name=text]").fill(label)
        assert visible(watched) < total / 2, label


def test_the_filter_hides_rows_on_a_phone(watched):
    watched.set_viewport_size(PHONE)
    watched.goto((report("en-us") / "rules" / "con-01.html").as_uri())
    watched.locator("select[name=outcome]").select_option("fail")
    assert 0 < visible(watched) == visible(watched, "tr[data-outcome=fail]") < watched.locator(ROWS).count()


def test_a_link_to_a_filtered_row_shows_it(watched):
    address = (report("en-us") / "findings" / "index.html").as_uri()
    watched.goto(address + "?outcome=unknown")
    row = watched.locator("tr[data-outcome=fail]").first
    assert not row.is_visible()
    anchor = row.get_attribute("id")
    watched.evaluate("anchor => { location.hash = anchor; }", anchor)
    row.wait_for(state="visible")
    assert row.locator("details").get_attribute("open") is not None


@pytest.mark.parametrize("locale", LOCALES)
def test_sorting(watched, locale):
    watched.goto((report(locale) / "inventory" / "index.html").as_uri())
    table = watched.locator("table").first

    def names():
        return table.locator("tbody th").all_inner_texts()

    first = names()
    button = table.locator("thead .sort").first
    button.focus()
    watched.keyboard.press("Enter")
    header = table.locator("thead th").first
    assert header.get_attribute("aria-sort") == "ascending"
    ascending = names()
    watched.keyboard.press("Enter")
    assert header.get_attribute("aria-sort") == "descending"
    assert sorted(first) == sorted(ascending) == sorted(names())
    assert names()[0] != ascending[0]


def test_long_lists_are_sorted_as_one(watched):
    longest = max((report("en-us") / "rules").glob("*.html"), key=lambda path: path.stat().st_size)
    watched.goto(longest.as_uri())
    assert watched.locator(".chunk").count() > 1
    watched.locator(".chunk .sort").nth(2).click()
    keys = watched.eval_on_selector_all(
        ".chunk tbody tr", "rows => rows.map(row => row.cells[2].dataset.sort)"
    )
    order = watched.evaluate(
        "keys => { const collator = new Intl.Collator('en-US', {numeric: true});"
        " return keys.every((key, place) => !place || collator.compare(keys[place - 1], key) <= 0); }",
        keys,
    )
    assert order


def test_headers_of_sortable_tables_stay_on_one_line(watched):
    for locale in LOCALES:
        watched.goto((report(locale) / "findings" / "index.html").as_uri())
        heights = watched.eval_on_selector_all(
            ".findings thead th", "cells => [...new Set(cells.map(cell => cell.offsetHeight))]"
        )
        assert max(heights) < 50, locale


@pytest.mark.parametrize("name", ["findings/index.html", "rules/con-01.html"])
def test_table_heads_stay_in_sight(watched, name):
    watched.goto((report("en-us") / name).as_uri())
    watched.locator(".findings tbody tr").nth(5).evaluate(
        "row => row.scrollIntoView({block: 'end'})"
    )
    head = watched.locator(".findings thead th").first.bounding_box()
    bar = watched.locator(".header").bounding_box()
    assert head["y"] >= bar["y"] + bar["height"] - 2


def test_a_link_to_a_finding_opens_its_evidence(watched):
    watched.goto((report("en-us") / "index.html").as_uri())
    watched.locator(".card-fail .card-subjects a").first.click()
    watched.wait_for_load_state()
    anchor = watched.url.rsplit("#", 1)[1]
    row = watched.locator(f"#{anchor}")
    assert row.locator("details").get_attribute("open") is not None
    assert re.search(r"\.json:\d+", row.locator(".evidence").inner_text())
    top = row.bounding_box()["y"]
    assert 56 <= top < 900


def test_the_worst_is_said_first(watched):
    watched.goto((report("en-us") / "index.html").as_uri())
    ranks = {"Critical": 3, "High": 2, "Medium": 1, "Low": 0}
    boxes = []
    for outcome in ("fail", "unknown"):
        card = watched.locator(f".card-{outcome}")
        found = [ranks[word] for word in card.locator(".severity").all_inner_texts()]
        assert found == sorted(found, reverse=True) and len(found) > 1
        total = watched.locator(f".total-{outcome} .total-count").inner_text()
        assert card.locator(".card-count").inner_text() == total
        boxes.append(card.bounding_box())
    # Unknown has the same weight as fail: the same height on the page and the same width.
    assert boxes[0]["y"] == boxes[1]["y"] and abs(boxes[0]["width"] - boxes[1]["width"]) < 1


@pytest.mark.parametrize("locale", LOCALES)
def test_a_phone_shows_rows_as_cards(watched, locale):
    watched.set_viewport_size(PHONE)
    for name in ("findings/index.html", "inventory/index.html", "method.html", "index.html"):
        watched.goto((report(locale) / name).as_uri())
        scrolling = watched.evaluate(
            "[...document.querySelectorAll('.table')].filter("
            "table => table.scrollWidth > table.clientWidth + 1).length"
        )
        assert scrolling == 0, name
        narrow = watched.evaluate(
            "[...document.querySelectorAll('.reason, .named, .stacked th[scope=row]')].filter("
            "cell => cell.offsetParent && cell.offsetWidth < 150).length"
        )
        assert narrow == 0, name


def test_rows_that_are_not_drawn_are_there_for_screen_readers(browser_type, browser_type_launch_args):
    # The flag stands for an attached screen reader.
    options = dict(browser_type_launch_args)
    options["args"] = options["args"] + ["--force-renderer-accessibility"]
    longest = max((report("en-us") / "rules").glob("*.html"), key=lambda path: path.stat().st_size)
    with browser_type.launch(**options) as attached:
        page = attached.new_page()
        page.goto(longest.as_uri())
        rows = page.locator(ROWS).count()
        client = page.context.new_cdp_session(page)
        tree = client.send("Accessibility.getFullAXTree")["nodes"]
        roles = [node["role"]["value"] for node in tree if not node.get("ignored")]
        assert roles.count("row") >= rows


@pytest.mark.parametrize("locale", LOCALES)
def test_paper_shows_everything(watched, locale):
    watched.goto((report(locale) / "findings" / "index.html").as_uri())
    watched.emulate_media(media="print")
    closed = watched.locator("details.evidence").first
    assert closed.get_attribute("open") is None
    assert closed.locator("dl").is_visible()
    assert not watched.locator(".filter").is_visible()
    assert not watched.locator(".report-nav").is_visible()
    assert watched.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


# The words of cells that lie on more than one line; an id may be broken at its hyphens.
BROKEN_WORDS = """() => [...document.querySelectorAll('.table :is(th, td)')].flatMap(cell => {
  const broken = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement.closest('code')) continue;
    for (const word of walker.currentNode.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const range = document.createRange();
      // A word may end a line at its soft hyphen; the hyphen that is shown then counts as a part of
      // the letter behind it.
      const isBehindHyphen = walker.currentNode.data[word.index - 1] === '\\u00AD';
      range.setStart(walker.currentNode, word.index + (isBehindHyphen ? 1 : 0));
      range.setEnd(walker.currentNode, word.index + word[0].length);
      const lines = [...range.getClientRects()].map(rect => Math.round(rect.top));
      if (Math.max(...lines) - Math.min(...lines) > 3) broken.push(word[0]);
    }
  }
  return broken;
})"""


@pytest.mark.parametrize("locale", LOCALES)
def test_words_in_tables_stay_whole_on_paper(watched, locale):
    # What is left of A4 between the margins; tables of many columns get a page on its side.
    upright, sideways = 688, 1016
    pages = ["index", "exceptions", "reconciliation", "method", "registers/index", "actions"]
    for name in pages:
        for width in (upright, sideways):
            watched.set_viewport_size({"width": width, "height": 900})
            watched.goto((report(locale) / f"{name}.html").as_uri())
            watched.emulate_media(media="print")
            # Only what is printed on a page of this width.
            watched.evaluate(
                """isWide => { for (const section of document.querySelectorAll('section')) {
                  const page = getComputedStyle(section).page;
                  if ((page === 'wide') !== isWide && section.querySelector(':scope > .table'))
                    section.remove();
                } }""",
                width == sideways,
            )
            assert watched.evaluate(BROKEN_WORDS) == [], (name, width)
            assert watched.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            ), (name, width)
        # Boxes in the head of a table are painted on its first page only.
        displays = watched.locator("thead .sort").evaluate_all(
            "buttons => buttons.map(button => getComputedStyle(button).display)"
        )
        assert set(displays) <= {"contents"}, name


def test_the_overview_prints_on_numbered_pages(watched):
    watched.goto((report("ar-sa") / "index.html").as_uri())
    paper = watched.pdf(prefer_css_page_size=True, tagged=True, outline=True)
    pages = len(re.findall(rb"/Type\s*/Page\b", paper))
    assert paper.startswith(b"%PDF") and 2 <= pages <= 8


def test_the_register_of_exceptions(watched):
    summary = json.loads((PAGES / "report" / "summary.json").read_text(encoding="utf-8"))
    watched.goto((report("en-us") / "exceptions.html").as_uri())

    def rows(name):
        found = watched.locator(f"section:has(#exceptions-{name}) tbody tr").all()
        return [row.locator("th, td").all_inner_texts() for row in found]

    order = ["fail", "unknown", "accepted", "pass", "notApplicable"]
    with_, without = ([int(n.replace(",", "")) for n in row[1:]] for row in rows("without"))
    assert with_ == [summary["totals"][outcome] for outcome in order]
    assert without == [summary["totalsWithoutExceptions"][outcome] for outcome in order]
    counts = {state: int(count) for state, count in rows("review")}
    assert counts["In force"] == summary["exceptions"]["inForce"]
    # The example shows everything a reviewer looks for, but nothing that would be an error.
    rare = {
        "Can\u2019t be judged", "Matches nothing", "Rule not in this run",
        "For another environment",
    }
    assert {state for state, count in counts.items() if count == 0} == rare
    assert len(rows("register")) == summary["exceptions"]["count"]
    assert len(rows("accepted")) == summary["totals"]["accepted"]
    watched.locator("section:has(#exceptions-accepted) tbody a").first.click()
    watched.wait_for_load_state()
    target = watched.locator(":target")
    assert target.get_attribute("data-outcome") == "accepted"
    assert "Accepted through" in target.inner_text()


def test_what_is_chosen_stands_in_the_address(watched):
    address = (report("en-us") / "findings" / "index.html").as_uri()
    watched.goto(address)
    watched.locator("select[name=outcome]").select_option("unknown")
    watched.locator("input[name=text]").fill("a & b = c")
    watched.wait_for_url(address + "#?text=a+%26+b+%3D+c&outcome=unknown")
    watched.locator("input[name=text]").fill("")
    shown = visible(watched)
    # Somebody else opens the same address.
    link = watched.url
    watched.goto("about:blank")
    watched.goto(link)
    assert watched.locator("select[name=outcome]").input_value() == "unknown"
    assert visible(watched) == shown == visible(watched, "tr[data-outcome=unknown]") > 0
    watched.locator("select[name=outcome]").select_option("")
    assert watched.url == address


def saved(page, button):
    with page.expect_download() as download:
        button.click()
    with open(download.value.path(), encoding="utf-8", newline="") as file:
        text = file.read()
    return text, list(csv.DictReader(io.StringIO(text)))


def test_the_shown_rows_can_be_saved(watched):
    watched.goto((report("en-us") / "findings" / "index.html").as_uri())
    watched.locator("select[name=outcome]").select_option("unknown")
    text, rows = saved(watched, watched.locator("[data-filter] [data-export]"))
    assert len(rows) == visible(watched) > 0
    assert {row["Outcome"] for row in rows} == {"Unknown"}
    with open(PAGES / "report" / "findings.ndjson", encoding="utf-8") as lines:
        unknown = {
            finding["fingerprint"]: finding["rule"]
            for finding in map(json.loads, lines)
            if finding["outcome"] == "unknown"
        }
    assert {row["Fingerprint"]: row["Rule"] for row in rows} == unknown
    # No spreadsheet calculates any of it.
    assert all(line.startswith('"') for line in text.splitlines())
    assert not any(cell[:1] in "=+-@\t" for row in rows for cell in row.values() if cell)


def test_a_formula_is_saved_as_text(watched):
    watched.goto((report("en-us") / "actions.html").as_uri())
    cell = watched.locator("#actions-plan ~ .table tbody td").nth(3)
    for formula in ("=1+1", " +1", "-1", "@a", "\uff1d1", "\u3000=1", "\u2028=1", "\u0085=1",
                    "\u200b\u2060+1"):
        cell.evaluate("(cell, text) => { cell.textContent = text; }", formula)
        text, _ = saved(watched, watched.locator("[data-export]").first)
        assert re.search("\"'[^\"]*" + re.escape(formula[-2:]) + "\"", text), formula


@pytest.mark.parametrize("locale, heads", [
    ("en-us", ["Rule", "Outcome", "Severity", "Record", "Fingerprint"]),
    ("fr-fr", ["Règle", "Résultat", "Gravité", "Enregistrement", "Empreinte du constat"]),
])
def test_saved_findings_speak_the_language_of_the_page(watched, locale, heads):
    watched.goto((report(locale) / "rules" / "lim-02.html").as_uri())
    watched.locator("select[name=outcome]").select_option("accepted")
    word = watched.locator("select[name=outcome] option:checked").inner_text()
    _, rows = saved(watched, watched.locator("[data-filter] [data-export]"))
    assert set(heads) <= rows[0].keys() and len(rows[0]) == 7
    # What the outcome was before is another matter.
    assert {row[heads[1]] for row in rows} == {word}
    assert watched.locator("tr[data-outcome=accepted] del.original").count() == len(rows)


def test_a_saved_table_has_numbers_and_empty_cells(watched):
    watched.goto((report("fr-fr") / "actions.html").as_uri())
    _, rows = saved(watched, watched.locator("[data-export='actions-plan.csv']"))
    assert {row["Fait le"] for row in rows} == {""}
    assert all(re.fullmatch(r"\d+(?:er)? \S+ \d{4}", row["Échéance"]) for row in rows)
    # A number as people read it; and what is none: a share, a word, a name that sorts by its number.
    texts = [("number", "5\u202f895", "5895", "5895"), ("number", "12,5 %", "-1", "12,5 %"),
             ("number", "Non indiqué", "-1", "Non indiqué"), ("named", "Envoi 12", "12", "Envoi 12")]
    for place, (kind, text, sort, _) in enumerate(texts):
        watched.locator("#actions-plan ~ .table tbody tr").nth(place).locator("td").first.evaluate(
            "(cell, [kind, text, sort]) => Object.assign(cell, {className: kind, textContent: text})"
            ".dataset.sort = sort", [kind, text, sort])
    _, rows = saved(watched, watched.locator("[data-export='actions-plan.csv']"))
    assert [row["Échéance"] for row in rows[:4]] == [expected for *_, expected in texts]


@pytest.mark.parametrize("name", ["report/findings/index.html", "connections.html"])
@pytest.mark.parametrize("theme", ["dark", "light"])
def test_paper_is_light_in_any_colours(watched, name, theme):
    watched.add_init_script(f"localStorage.setItem('vouch.theme', '{theme}')")
    watched.goto((PAGES / "en-us" / name).as_uri())
    watched.emulate_media(media="print")
    ink = watched.evaluate("getComputedStyle(document.body).color")
    assert watched.evaluate("document.documentElement.dataset.theme") == theme
    assert max(map(int, re.findall(r"\d+", ink))) < 64, ink


def test_a_row_that_is_wrong_is_painted_as_a_whole(watched):
    watched.goto((report("en-us") / "actions.html").as_uri())
    ground = "element => getComputedStyle(element).backgroundColor"
    row = watched.locator("tr.bad").first
    assert row.evaluate(ground) not in ("rgba(0, 0, 0, 0)", "transparent")
    assert set(row.locator("> *").evaluate_all(
        "cells => cells.map(cell => getComputedStyle(cell).backgroundColor)")) == {"rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_ids_of_rules_stay_whole(watched, locale, width):
    watched.set_viewport_size({"width": width, "height": 900})
    watched.goto((report(locale) / "method.html").as_uri())
    ids = watched.locator("p a[href^='rules/'] > bdi")
    assert ids.count() > 40
    assert set(ids.evaluate_all("ids => ids.map(id => id.getClientRects().length)")) == {1}


def test_severities_are_printed_in_their_colours(watched):
    watched.goto((report("en-us") / "rules" / "con-01.html").as_uri())
    watched.emulate_media(media="print")
    assert watched.locator(".severity").first.evaluate(
        "mark => getComputedStyle(mark, '::before').printColorAdjust") == "exact"


@pytest.mark.parametrize("width", [1280, 1600, 1920, 2560])
def test_the_report_stands_below_its_header(watched, width):
    watched.set_viewport_size({"width": width, "height": 900})
    watched.goto((report("en-us") / "index.html").as_uri())
    brand = watched.locator(".brand").bounding_box()["x"]
    assert watched.locator(".report-nav").bounding_box()["x"] == brand
    assert watched.locator(".footer p").first.bounding_box()["x"] == brand


@pytest.mark.parametrize("locale", LOCALES)
def test_the_summary_prints_on_one_page(watched, locale):
    watched.goto((report(locale) / "summary.html").as_uri())
    paper = watched.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


def test_the_action_plan_holds_every_open_finding(watched):
    summary = json.loads((PAGES / "report" / "summary.json").read_text(encoding="utf-8"))
    watched.goto((report("en-us") / "actions.html").as_uri())
    rows = watched.locator("#actions-plan ~ .table tbody tr")
    assert rows.count() == summary["totals"]["fail"] + summary["totals"]["unknown"]
    due = rows.locator("td time").evaluate_all("times => times.map(time => time.dateTime)")
    assert due == sorted(due) and due[0].startswith("2026-10-08") and len(due) == rows.count()
    owners = watched.locator("#actions-owners ~ .table tbody td.number").all_inner_texts()
    assert sum(map(int, owners)) == rows.count()


def test_the_ledger_holds_every_run():
    snapshot = json.loads((PROJECT / "examples/contoso/snapshot.json").read_text(encoding="utf-8"))
    targets = {item["exportId"] for item in snapshot["exports"] if item.get("exportId")}
    targets |= {item["enrichmentId"] for item in snapshot["enrichments"] if item.get("enrichmentId")}
    runs = [
        run
        for run in snapshot["runs"]
        if run.get("targetId") in targets or run.get("targetKind") in ("export", "enrichment")
    ]
    with open(PAGES / "report" / "disclosures.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(runs)
    recorded = [int(row["count"]) for row in rows if row["countKind"] == "recorded"]
    expected = [
        run["recordCount"]
        for run in runs
        if run.get("recordCountSource") == "recorded" and run["status"] == "successful"
    ]
    assert sorted(recorded) == sorted(expected)
    page = (report("en-us") / "registers" / "disclosures.md").read_text(encoding="utf-8")
    table = re.findall(r"(?:^\|.*\n)+", page.replace(",", ""), re.MULTILINE)[0]
    lines = [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in table.splitlines()[2:]
    ]
    assert sum(int(line[1]) for line in lines) == len(runs)
    assert sum(int(line[3]) for line in lines if line[3].isdigit()) == sum(expected)
