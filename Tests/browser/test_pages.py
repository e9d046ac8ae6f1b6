"""Every kind of page, in five languages, light and dark, on a phone and on a wide screen."""

import json
import pathlib

import axe_playwright_python
import pytest

from conftest import LOCALES, PAGES, PHONE, WIDE, sample_pages

AXE = next(pathlib.Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(
    encoding="utf-8"
)
# Loading style sheets again is refused on file: and not needed.
OPTIONS = {"preload": False, "resultTypes": ["violations"]}
EVERYTHING = {
    **OPTIONS,
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# What colours and width can change while the structure stays.
APPEARANCE = {
    **OPTIONS,
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"],
    },
}
STATES = [
    (WIDE, "light", EVERYTHING),
    (WIDE, "dark", APPEARANCE),
    (PHONE, "light", APPEARANCE),
    (PHONE, "dark", EVERYTHING),
]
CASES = [
    pytest.param(path, id=str(path.relative_to(PAGES)))
    for locale in LOCALES
    for path in sample_pages(locale)
] + [pytest.param(PAGES / name, id=name) for name in ("index.html", "404.html")]


# Rows are alike, and the checker needs seconds for thousands of nodes: the first rows stay, and the
# first of each outcome.
SHORTEN = """() => {
  const seen = new Set();
  for (const section of [...document.querySelectorAll('.rule-findings, .chunk')].slice(3)) section.remove();
  for (const body of document.querySelectorAll('tbody')) {
    [...body.rows].forEach((row, place) => {
      const isNew = row.dataset.outcome && !seen.has(row.dataset.outcome);
      seen.add(row.dataset.outcome);
      if (place >= 3 && !isNew) row.remove();
    });
  }
}"""


# What observes sizes is told about a new one with the next frame.
NEXT_FRAME = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"


def violations(page, options=EVERYTHING):
    page.evaluate(NEXT_FRAME)
    result = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in result["violations"]
        for node in violation["nodes"][:3]
    ]


def overflow(page):
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


@pytest.mark.parametrize("path", CASES)
def test_page_is_accessible_and_fits(watched, path):
    watched.emulate_media(reduced_motion="reduce")
    found = []
    watched.goto(path.as_uri())
    for size in (WIDE, PHONE):
        watched.set_viewport_size(size)
        found += [f"{size['width']}: {overflow(watched)} px too wide"] if overflow(watched) > 0 else []
    watched.evaluate(SHORTEN)
    watched.evaluate(AXE)
    for size, scheme, options in STATES:
        watched.set_viewport_size(size)
        watched.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        state = f"{size['width']} {scheme}"
        found += [f"{state}: {violation}" for violation in violations(watched, options)]
    assert found == [], json.dumps(found, indent=1)


def test_axe_sees_violations(page):
    page.set_content("<html><body><img src='x'><button></button><p style='color:#ccc'>pale words</p>")
    page.evaluate(AXE)
    found = {line.split(":")[0] for line in violations(page)}
    assert {"image-alt", "button-name", "color-contrast", "html-has-lang"} <= found


@pytest.mark.parametrize("locale", LOCALES)
def test_no_page_is_wider_than_a_narrow_phone(watched, locale):
    watched.set_viewport_size({"width": 320, "height": 700})
    for path in sample_pages(locale):
        watched.goto(path.as_uri())
        assert overflow(watched) <= 0, path


@pytest.mark.parametrize("name", ["report/index.html", "report/rules/con-01.html", "index.html"])
def test_nothing_moves_while_the_page_loads(watched, name):
    watched.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach("
        "entry => { window.moved += entry.value; })).observe({type: 'layout-shift', buffered: true})"
    )
    watched.goto((PAGES / "fr-fr" / name).as_uri())
    watched.wait_for_timeout(200)
    assert watched.evaluate("window.moved") < 0.02
