"""The counts that a reader sees are the counts of the summary."""

import json
import re

import pytest

from conftest import LOCALES, PAGES, PROJECT
from recount import OUTCOMES, recount


@pytest.mark.parametrize("locale", LOCALES)
def test_rendered_rows_add_up_to_the_summary(locale):
    counted = recount(PAGES, locale)
    summary = json.loads((PAGES / "report" / "summary.json").read_text(encoding="utf-8"))
    expected = {outcome: summary["totals"][outcome] for outcome in OUTCOMES}
    assert counted["html"] == expected
    assert counted["markdown"] == expected


def test_findings_add_up_to_the_summary():
    summary = json.loads((PAGES / "report" / "summary.json").read_text(encoding="utf-8"))
    counts = dict.fromkeys(OUTCOMES, 0)
    with open(PAGES / "report" / "findings.ndjson", encoding="utf-8") as lines:
        for line in lines:
            counts[json.loads(line)["outcome"]] += 1
    assert counts == {outcome: summary["totals"][outcome] for outcome in OUTCOMES}
    assert sum(counts.values()) == summary["totals"]["population"]


def numbers(table):
    """The rows of a Markdown table: the name of each, and its cells as numbers where they are."""
    for line in table.strip().splitlines()[2:]:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        yield cells[0], [int(cell) if cell.isdigit() else None for cell in cells[1:]]


def test_the_reconciliation_adds_up():
    text = (PAGES / "en-us" / "report" / "reconciliation.md").read_text(encoding="utf-8")
    tables = re.findall(r"(?:^\|.*\n)+", text.replace(",", ""), re.MULTILINE)
    summary = json.loads((PAGES / "report" / "summary.json").read_text(encoding="utf-8"))
    snapshot = json.loads((PROJECT / "examples/contoso/snapshot.json").read_text(encoding="utf-8"))
    lines = summary["reconciliation"]["sections"]
    assert len(list(numbers(tables[0]))) == len(lines) == len(snapshot) - 1
    for (name, cells), line in zip(numbers(tables[0]), lines):
        _, stated, read, evaluated, unknown, not_applicable, rejected, difference, _ = cells
        records = snapshot[line["section"]]
        assert read == (len(records) if isinstance(records, list) else 1), name
        assert read == evaluated + unknown + not_applicable + rejected == line["read"], name
        assert difference == 0 and stated in (None, read), name
    # The control totals, added up by somebody else.
    for name, section, field in (("Segments", "segments", "members"), ("Runs", "runs", "recordCount")):
        total = sum(
            record[field]
            for record in snapshot[section]
            # A negative number is no count, and is in no total.
            if isinstance(record.get(field), int) and record[field] >= 0
        )
        assert re.search(rf"\| {name} \| `{field}` \| {total} \|", text.replace(",", "")), name
    # Each rule has as many outcomes as there are lines for it.
    found = {}
    with open(PAGES / "report" / "findings.ndjson", encoding="utf-8") as findings:
        for finding in findings:
            rule = json.loads(finding)["rule"]
            found[rule] = found.get(rule, 0) + 1
    shown = {re.search(r"`(.*)`", name)[1]: cells[1:] for name, cells in numbers(tables[-1])}
    assert shown == {rule: [count, count] for rule, count in found.items()}


@pytest.mark.parametrize("locale", LOCALES)
def test_controls_have_the_counts_of_their_rules(locale):
    summary = json.loads((PAGES / "report" / "summary.json").read_text(encoding="utf-8"))
    totals = {rule["id"]: rule["totals"] for rule in summary["rules"]}
    folder = PAGES / locale / "report" / "frameworks"
    pages = sorted(path for path in folder.glob("*.md") if path.stem != "index")
    assert len(pages) == 7
    for path in pages:
        text = path.read_text(encoding="utf-8")
        controls, results = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
        expected = {}
        for line in results.splitlines()[2:]:
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)]
            rule = re.search(r"\(\.\./rules/(.*)\.md\)", cells[1])[1].upper()
            expected.setdefault(cells[2], []).append(totals[rule])
        for line in controls.splitlines()[2:]:
            cells = [cell.strip() for cell in line.split("|")]
            counts = [int(re.sub(r"\D", "", cell)) for cell in cells[4:9]]
            order = ("fail", "unknown", "accepted", "pass", "notApplicable")
            sums = [sum(each[outcome] for each in expected[cells[1]]) for outcome in order]
            assert counts == sums, f"{path.name}: {cells[1]}"
        assert len(expected) == len(controls.splitlines()) - 2
