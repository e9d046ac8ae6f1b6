"""The counts that a reader sees are the counts of the summary."""

import json

import pytest

from conftest import LOCALES, PAGES
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
