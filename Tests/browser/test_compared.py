"""A report with a filled comparison, and one on several environments: pages, counts, SARIF."""

import collections
import csv
import json
import subprocess

import pytest
from playwright.sync_api import expect

import test_pages
from conftest import PROJECT, VOUCH
from recount import OUTCOMES
from test_formats import SHARED, json_validator, shared, succeeds
from test_html import errors

LOCALES = ["en-us", "ar-sa"]


def audit(folder, *words):
    done = subprocess.run(
        [VOUCH, "audit", *words, "--as-of", "2026-10-01T00:00:00Z", "--rules", "CON-01,LIF-01,LIF-02",
         "--locale", ",".join(LOCALES), "--quiet"],
        cwd=folder, capture_output=True, text=True)
    assert done.returncode in (0, 1, 4), done.stderr


@pytest.fixture(scope="module")
def folder(once):
    """Monday's and Tuesday's report, and one on three environments."""
    return once("compared", make)


def make(folder):
    monday = json.loads((PROJECT / "examples" / "contoso" / "snapshot.json").read_text())
    # A part is enough; exports that lost their connection come last.
    monday["exports"].sort(key=lambda export: export.get("detachedUtc") is not None)
    monday["exports"] = monday["exports"][:20] + monday["exports"][-10:]
    for section in ("connections", "enrichments", "runs"):
        monday[section] = monday[section][:30]
    for source in monday["collection"]["sources"]:
        if source["section"] in ("connections", "exports", "enrichments", "runs"):
            source["recordCount"] = len(monday[source["section"]])
    text = json.dumps(monday)
    tuesday = json.loads(text)
    # Of the exports that lost their connection one is gone and one attached again; another lost it.
    detached = [export for export in tuesday["exports"] if export.get("detachedUtc")]
    found, gone = (export for export in detached if export["detachedUtc"] in
                   ("2026-08-31T23:59:59Z", "2026-02-10T09:00:00Z"))
    found["connectionId"] = monday["connections"][0]["connectionId"]
    tuesday["exports"].remove(gone)
    lost = next(export for export in tuesday["exports"] if export.get("connectionId"))
    lost["connectionId"], lost["detachedUtc"] = None, "2025-01-01T00:00:00Z"
    for source in tuesday["collection"]["sources"]:
        if source["section"] == "exports" and source.get("recordCount") is not None:
            source["recordCount"] -= 1
    (folder / "monday.json").write_text(json.dumps(monday))
    (folder / "tuesday.json").write_text(json.dumps(tuesday))
    audit(folder, "monday.json", "-o", "monday", "--format", "json,ndjson")
    audit(folder, "tuesday.json", "-o", "tuesday", "--baseline", "monday")
    instance = monday["environment"]["instanceId"]
    for name in ("north", "south"):
        other = json.loads(text.replace(instance, f"{name}{instance[len(name):]}"))
        other["environment"]["name"] = f"The <b>{name}</b>"
        other["consents"] = other["consents"][: 20 if name == "north" else 40]
        for source in other["collection"]["sources"]:
            if source["section"] == "consents":
                source["recordCount"] = len(other["consents"])
        (folder / f"{name}.json").write_text(json.dumps(other))
    audit(folder, "south.json", "monday.json", "north.json", "-o", "all")


def load(folder, path):
    return json.loads((folder / path).read_text(encoding="utf-8"))


def number(text):
    """A count as a page shows it, in any language's digits and groups."""
    return int("".join(letter for letter in text if letter.isdigit()))


def table(page, block):
    """The texts of a table's cells, row by row."""
    return page.eval_on_selector_all(
        f"section:has(> #{block}) tbody tr",
        "rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()))")


PAGES = ["tuesday/{}/report/comparison.html", "all/{}/report/index.html"]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", PAGES)
def test_pages_are_accessible_and_fit_a_phone(watched, folder, name, locale):
    test_pages.test_page_is_accessible_and_fits(watched, folder / name.format(locale))


def test_pages_are_valid(folder):
    assert errors([folder / name.format(locale) for name in PAGES for locale in LOCALES]) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_comparison_lists_what_it_counts(watched, folder, locale):
    comparison = load(folder, "tuesday/report/summary.json")["comparison"]
    assert comparison["new"]["count"] > 0 and comparison["resolved"]["count"] > 0
    watched.goto((folder / "tuesday" / locale / "report" / "comparison.html").as_uri())
    for change in ("new", "reopened", "changed", "resolved", "persisting"):
        rows = table(watched, f"comparison-{change}")
        assert len(rows) == min(comparison[change]["count"], 1000), change
    counts = [number(row[1]) for row in table(watched, "comparison-counts")]
    assert sorted(counts) == sorted(
        part["count"] for part in comparison.values() if isinstance(part, dict))
    # What a rule links to is there.
    for link in watched.locator("section:has(> #comparison-new) tbody a").all()[:5]:
        address = link.get_attribute("href")
        path, _, anchor = address.partition("#")
        target = folder / "tuesday" / locale / "report" / path
        assert f'id="{anchor}"' in target.read_text(encoding="utf-8")


def test_sarif_names_what_is_gone(folder):
    run = load(folder, "tuesday/report/report.sarif")["runs"][0]
    summary = load(folder, "tuesday/report/summary.json")
    states = collections.Counter(result["baselineState"] for result in run["results"])
    assert states["absent"] > 0 and states["new"] > 0 and states["unchanged"] > 0
    present = [result for result in run["results"] if result["baselineState"] != "absent"]
    kinds = {"pass": "pass", "fail": "fail", "open": "unknown", "notApplicable": "notApplicable"}
    counts = collections.Counter(kinds[result["kind"]] for result in present)
    assert {name: counts[name] for name in OUTCOMES} == {
        name: summary["totals"][name] for name in OUTCOMES}
    # Absent is what was open before and is not among the findings now.
    with open(folder / "tuesday" / "report" / "findings.ndjson", encoding="utf-8") as lines:
        now = {json.loads(line).get("fingerprint") for line in lines}
    with open(folder / "monday" / "report" / "findings.ndjson", encoding="utf-8") as lines:
        before = [json.loads(line) for line in lines]
    gone = {finding["fingerprint"] for finding in before
            if finding.get("outcome") in ("fail", "unknown")} - now
    assert {result["partialFingerprints"]["vouchFinding/v1"] for result in run["results"]
            if result["baselineState"] == "absent"} == gone
    github = load(folder, "tuesday/report/report.github.sarif")["runs"][0]
    assert all("baselineState" not in result for result in github["results"])


@shared
def test_sarif_with_a_baseline_is_valid(folder):
    for name in ("report.sarif", "report.github.sarif"):
        succeeds(*json_validator("sarif-schema-2.1.0.json"), folder / "tuesday" / "report" / name)
    succeeds("python3", SHARED / "validators" / "csvcheck.py", folder / "all/report/rollup.csv")


@pytest.mark.parametrize("locale", LOCALES)
def test_tables_of_sums_fit_a_desktop(watched, folder, locale):
    watched.set_viewport_size({"width": 1280, "height": 900})
    watched.goto((folder / "all" / locale / "report" / "index.html").as_uri())
    hidden = watched.eval_on_selector_all(
        ".table", "tables => tables.map(table => table.scrollWidth - table.clientWidth)")
    assert hidden and not any(hidden), hidden


@pytest.mark.parametrize("locale", LOCALES)
def test_parts_lead_back_to_the_sums(watched, folder, locale):
    sums = folder / "all" / locale / "report" / "index.html"
    watched.goto(sums.as_uri())
    assert not watched.locator("[data-above]").is_visible()
    watched.locator("section:has(> #rollup-environments) tbody a").first.click()
    assert "/environments/" in watched.url
    for name in ("", "findings/index.html", "rules/con-01.html"):
        if name:
            watched.goto(watched.url.rsplit("/report/", 1)[0] + f"/report/{name}")
        link = watched.locator("[data-above] a")
        expect(link).to_be_visible()
        assert link.evaluate("link => link.href") == sums.as_uri()
    link.click()
    assert watched.url == sums.as_uri()
    # A report by itself has nothing above it.
    watched.goto((folder / "tuesday" / locale / "report" / "index.html").as_uri())
    assert not watched.locator("[data-above]").is_visible()


@pytest.mark.parametrize("name", ["", "findings/index.html"])
def test_a_folder_called_environments_is_no_report_on_several(page, folder, tmp_path, name):
    (tmp_path / "environments").mkdir()
    (tmp_path / "environments" / "prod").symlink_to(folder / "tuesday")
    address = (tmp_path / "environments" / "prod" / "en-us" / "report" / (name or "index.html"))
    page.goto(address.as_uri())
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-above]")).to_be_hidden()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_sums_are_those_of_the_rows(watched, folder, locale):
    summary = load(folder, "all/report/summary.json")
    environments = summary["environments"]
    assert len(environments) == 3
    for name in OUTCOMES:
        assert summary["totals"][name] == sum(part["totals"][name] for part in environments)
    with open(folder / "all" / "report" / "rollup.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    counts = collections.Counter()
    for row in rows:
        counts[row["outcome"]] += int(row["count"])
    assert {name: counts[name] for name in OUTCOMES} == {
        name: summary["totals"][name] for name in OUTCOMES}
    watched.goto((folder / "all" / locale / "report" / "index.html").as_uri())
    # The columns of counts: fail, unknown, accepted, pass, not applicable, subjects.
    order = ["fail", "unknown", "accepted", "pass", "notApplicable", "population"]
    wanted = [summary["totals"][name] for name in order]
    for block, first, last in (("rollup-environments", 3, 1), ("rollup-severities", 2, 4),
                               ("rollup-rules", 2, 0), ("rollup-cells", 2, 0)):
        rows = table(watched, block)
        counted = rows[: len(rows) - last]
        sums = [sum(number(row[first + column]) for row in counted) for column in range(6)]
        assert sums == wanted, block
        if last:
            stated = [sum(number(row[first + column]) for row in rows[-last:])
                      for column in range(6)]
            assert stated == wanted, block
    # The worst comes first, and each name leads to its report.
    worst = max(environments, key=lambda part: part["severities"]["critical"]["fail"])
    links = watched.locator("section:has(> #rollup-environments) tbody a")
    assert worst["name"] in links.first.inner_text()
    links.first.click()
    watched.wait_for_load_state()
    assert f"{worst['folder']}/{locale}/report/index.html" in watched.url
    assert worst["name"] in watched.locator("h1").inner_text()
