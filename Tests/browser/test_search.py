"""Search finds pages in every language, from a folder and from a server, with the keyboard alone."""

import functools
import http.server
import os
import subprocess
import threading

import pytest

from conftest import LOCALES, PAGES, PHONE, VOUCH, watch

# Pages in languages that the project has no words of its own for.
WORLD = {
    "en-us": "# Annual report\n\nThe report lists every export.\n",
    "ja-jp": "# 年次報告書\n\n報告書にはすべてのエクスポートが記載されています。東京都の規制当局に提出します。\n\n"
    "## 提出の期限\n\n期限は三月です。\n",
    "zh-cn": "# 年度报告\n\n该报告列出了所有导出。请在三月之前提交给监管机构。\n",
    "he-il": "# הדוח השנתי\n\nהדוחות מפרטים כל ייצוא. שׁלום לכולם.\n",
    "tr-tr": "# Yıllık rapor\n\nIŞIK ve İstanbul hakkında bilgi: dışa aktarma.\n",
}


@pytest.fixture(scope="session")
def world(tmp_path_factory):
    """A site of one page in each of several languages."""
    content = tmp_path_factory.mktemp("content")
    for locale, text in WORLD.items():
        (content / locale).mkdir()
        title = text.split("\n")[0][2:]
        (content / locale / "annual.md").write_text(f"---\ntitle: {title}\n---\n\n{text}")
    output = tmp_path_factory.mktemp("world") / "site"
    subprocess.run([VOUCH, "build", str(content), "-o", str(output), "--quiet"], check=True)
    return output


def results(page, query):
    """What the box shows for a query: title, heading and excerpt of each result, and its address."""
    box = page.locator("#vouch-search")
    box.fill("")
    box.fill(query)
    page.wait_for_function(
        "query => { const box = document.querySelector('#vouch-search');"
        " return box.value === query && !document.querySelector('.search-panel').hidden; }",
        arg=query,
    )
    page.wait_for_timeout(200)
    return page.eval_on_selector_all(
        "#vouch-search-results [role=option]",
        "list => list.map(option => ({text: option.innerText, address: option.href,"
        " marks: [...option.querySelectorAll('mark')].map(mark => mark.textContent)}))",
    )


CASES = [
    ("en-us", "export limit", "export-limits.html"),
    ("en-us", "CONNECT", "connection"),
    ("fr-fr", "consentement", "con-"),
    ("fr-fr", "donnees", ""),
    ("fr-fr", "limites d'export", "export-limits.html"),
    ("nl-nl", "toestemming", "con-"),
    ("kk-kz", "келісім", "con-"),
    # Typed on a Russian keyboard.
    ("kk-kz", "келисим", "con-"),
    ("kk-kz", "КЕЛІСІМІНСІЗ", "con-"),
    ("ar-sa", "الموافقة", "con-"),
    ("ar-sa", "موافقه", "con-"),
    ("ar-sa", "المُوافَقَة", "con-"),
]


@pytest.mark.parametrize("locale, query, expected", CASES)
def test_a_search_finds_pages(watched, locale, query, expected):
    watched.goto((PAGES / locale / "index.html").as_uri())
    watched.get_by_role("combobox").click()
    found = results(watched, query)
    assert found, query
    assert any(expected in result["address"] for result in found[:8]), found
    assert all(f"/{locale}/" in result["address"] for result in found)
    assert any(result["marks"] for result in found)
    status = watched.locator(".search-status").inner_text()
    assert any(character.isdigit() for character in status)


WORLD_CASES = [
    ("ja-jp", "報告書", "報告書"),
    ("ja-jp", "東京都", "東京"),
    ("ja-jp", "規制当局", "規制"),
    ("ja-jp", "エクスポート", "エク"),
    ("zh-cn", "监管机构", "监管"),
    ("zh-cn", "报告", "报告"),
    ("he-il", "דוחות", "דוחות"),
    ("he-il", "שלום", "ש"),
    ("tr-tr", "ISTANBUL", "İstanbul"),
    ("tr-tr", "ışık", "IŞIK"),
]


@pytest.mark.parametrize("locale, query, mark", WORLD_CASES)
def test_a_search_knows_scripts(page, world, locale, query, mark):
    watch(page)
    page.goto((world / locale / "annual.html").as_uri())
    page.keyboard.press("/")
    found = results(page, query)
    assert len(found) == 1, (query, found)
    assert any(text.startswith(mark) for text in found[0]["marks"]), found
    assert page.problems == []


def test_a_result_leads_to_its_section(page, world):
    watch(page)
    page.goto((world / "ja-jp" / "annual.html").as_uri())
    page.keyboard.press("/")
    found = results(page, "期限")
    assert "#" in found[0]["address"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/annual.html#*")
    assert page.evaluate("document.querySelector(':target').textContent").startswith("提出の期限")


def test_the_keyboard_alone(watched):
    watched.goto((PAGES / "en-us" / "index.html").as_uri())
    watched.keyboard.press("/")
    box = watched.get_by_role("combobox")
    assert box.evaluate("box => box === document.activeElement")
    assert box.get_attribute("aria-expanded") == "false"
    found = results(watched, "consent")
    assert len(found) > 2
    assert box.get_attribute("aria-expanded") == "true"
    watched.keyboard.press("ArrowDown")
    watched.keyboard.press("ArrowDown")
    watched.keyboard.press("ArrowUp")
    chosen = watched.locator("[role=option][aria-selected=true]")
    assert chosen.count() == 1
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    watched.keyboard.press("Escape")
    assert not watched.locator(".search-panel").is_visible()
    assert box.input_value() == "consent"
    watched.keyboard.press("ArrowDown")
    watched.wait_for_selector(".search-panel:visible")
    watched.keyboard.press("ArrowDown")
    address = watched.locator("[role=option][aria-selected=true]").get_attribute("href")
    watched.keyboard.press("Enter")
    watched.wait_for_url("**/" + address.split("#")[0].removeprefix("../").lstrip("./") + "*")


def test_nothing_found_is_said(watched):
    watched.goto((PAGES / "en-us" / "index.html").as_uri())
    watched.keyboard.press("Control+k")
    assert results(watched, "zzzzqqqq") == []
    assert watched.locator(".search-status").inner_text() == "No page has these words."
    assert watched.get_by_role("combobox").get_attribute("aria-expanded") == "false"


def test_the_slash_can_be_typed_in_the_box(watched):
    watched.goto((PAGES / "en-us" / "index.html").as_uri())
    watched.keyboard.press("/")
    watched.keyboard.type("a/b")
    assert watched.get_by_role("combobox").input_value() == "a/b"


def test_without_a_script_there_is_no_box(without_script):
    without_script.goto((PAGES / "en-us" / "index.html").as_uri())
    assert not without_script.locator(".search").is_visible()


@pytest.mark.parametrize("locale", ["en-us", "ar-sa"])
def test_the_box_of_the_phone(watched, locale):
    watched.set_viewport_size(PHONE)
    watched.goto((PAGES / locale / "index.html").as_uri())
    watched.get_by_role("combobox").click()
    found = results(watched, "csv")
    assert found
    panel = watched.locator(".search-panel").bounding_box()
    assert panel["x"] >= 0 and panel["x"] + panel["width"] <= PHONE["width"]
    assert watched.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_search_on_a_server_loads_little(page):
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(PAGES))
    handler.log_message = lambda *arguments: None
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sizes = {}
    try:
        page.goto(f"http://127.0.0.1:{server.server_port}/fr-fr/index.html")
        page.on(
            "response",
            lambda answer: sizes.__setitem__(answer.url, int(answer.headers["content-length"])),
        )
        page.keyboard.press("/")
        assert results(page, "consentement")
        index = {url: size for url, size in sizes.items() if "/search" in url}
        whole = sum(
            path.stat().st_size
            for path in (PAGES / "assets" / "search" / "fr-fr").iterdir()
        )
        assert index and sum(index.values()) < 400_000, index
        assert all(size < 60_000 for size in index.values()), index
        assert len([url for url in index if "/assets/search/" in url]) < 16
        assert whole > 0
    finally:
        server.shutdown()


@pytest.mark.parametrize("name", ["index.html", "findings/index.html", "rules/con-01.html"])
def test_the_report_searches_the_documentation_too(watched, name):
    watched.goto((PAGES / "fr-fr" / "report" / name).as_uri())
    watched.keyboard.press("/")
    found = results(watched, "limites d'exportation")
    assert any("/report/" not in result["address"] for result in found), found
    watched.keyboard.press("ArrowDown")
    watched.keyboard.press("Enter")
    watched.wait_for_url("**/fr-fr/**.html*")


# A rule by its id, by a control and by its words; a subject by name and id; findings of a subject.
REPORT_CASES = [
    ("en-us", "LIF-01", "rules/lif-01.html"), ("ar-sa", "LIF-01", "rules/lif-01.html"),
    ("kk-kz", "lif-01", "rules/lif-01.html"), ("nl-nl", "GDPR 44", "rules/trf-03.html"),
    ("fr-fr", "exportation détachée", "rules/lif-01.html"),
]


@pytest.mark.parametrize("locale, query, expected", REPORT_CASES)
def test_the_report_is_searched(watched, locale, query, expected):
    watched.goto((PAGES / locale / "report" / "index.html").as_uri())
    watched.keyboard.press("/")
    found = results(watched, query)
    assert any(f"/{locale}/report/{expected}" in result["address"] for result in found), found
    assert all(f"/{locale}/" in result["address"] for result in found)


@pytest.mark.parametrize("locale", LOCALES)
def test_subjects_and_their_findings_are_found(watched, locale):
    watched.goto((PAGES / locale / "report" / "inventory" / "index.html").as_uri())
    item = watched.locator("a[href*='exports/']").first
    name, address = item.inner_text().strip(), item.evaluate("link => link.href")
    watched.keyboard.press("/")
    found = results(watched, name)
    assert address in [result["address"] for result in found], (name, found)
    finding = next(result for result in found if "#f-" in result["address"])
    watched.goto(finding["address"])
    anchor = finding["address"].split("#")[1]
    assert watched.locator(f"[id='{anchor}']").is_visible()


def test_a_search_of_the_report_loads_little(watched):
    loaded = []
    watched.on("request", lambda sent: loaded.append(sent.url))
    watched.goto((PAGES / "en-us" / "report" / "index.html").as_uri())
    assert not [url for url in loaded if "/search" in url and url.endswith(".js")
                and "assets/search." not in url], loaded
    watched.keyboard.press("/")
    results(watched, "LIF-01")
    shards = [url for url in loaded if "/report/search/" in url]
    assert shards and len(shards) <= 14, shards
    for url in shards:
        from urllib.parse import urlparse
        from pathlib import Path
        assert Path(urlparse(url).path).stat().st_size < 80_000


def violations(page):
    from axe_playwright_python.sync_playwright import Axe

    outcome = Axe().run(
        page, options={"preload": False,
                       "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    )
    return [
        (problem["id"], [node["html"] for node in problem["nodes"]])
        for problem in outcome.response["violations"]
    ]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_open_box_is_accessible(watched, locale):
    watched.goto((PAGES / locale / "index.html").as_uri())
    watched.keyboard.press("/")
    assert results(watched, "csv")
    watched.keyboard.press("ArrowDown")
    assert violations(watched) == []


def test_the_index_of_the_same_pages_is_the_same(world, tmp_path):
    again = tmp_path / "again"
    content = tmp_path / "content"
    for locale, text in WORLD.items():
        (content / locale).mkdir(parents=True)
        title = text.split("\n")[0][2:]
        (content / locale / "annual.md").write_text(f"---\ntitle: {title}\n---\n\n{text}")
    subprocess.run([VOUCH, "build", str(content), "-o", str(again), "--quiet", "--jobs", "1"],
                   check=True)
    for folder in ("search", "assets/search"):
        files = sorted(path.relative_to(world) for path in (world / folder).rglob("*.js"))
        assert files == sorted(path.relative_to(again) for path in (again / folder).rglob("*.js"))
        assert files and all((world / f).read_bytes() == (again / f).read_bytes() for f in files)
    assert os.path.getsize(world / "search" / "ja-jp.js") < 8000


def test_results_run_as_the_page_does(watched):
    watched.goto((PAGES / "ar-sa" / "report" / "index.html").as_uri())
    watched.keyboard.press("/")
    results(watched, "LIF-01")
    titles = watched.eval_on_selector_all(
        ".search-title", "titles => titles.map(title => [title.textContent, title.dir])")
    rule = next(entry for entry in titles if not entry[0].startswith("LIF-01:"))
    assert rule[0].startswith("LIF-01 ") and rule[1] == "rtl", titles
    # What has no Arabic letter has its own.
    assert ["ltr"] == list({direction for title, direction in titles if title.isascii()}), titles


@pytest.mark.parametrize("locale", LOCALES)
def test_long_results_are_accessible(watched, locale):
    watched.goto((PAGES / locale / "report" / "index.html").as_uri())
    watched.keyboard.press("/")
    assert len(results(watched, "LIF-01")) > 10
    assert watched.locator(".search-results").evaluate(
        "list => list.scrollHeight > list.clientHeight")
    assert violations(watched) == []
