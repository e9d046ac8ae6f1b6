"""The forms for other programs: valid by the schemas of others, with the counts of the summary.

The schemas lie beside the project in ../shared; where they are absent, validation is skipped and
the counts are still checked.
"""

import collections
import csv
import json
import subprocess
import sys
import xml.etree.ElementTree

import pytest

from conftest import PAGES, PROJECT, VOUCH
from recount import OUTCOMES

REPORT = PAGES / "report"
SHARED = PROJECT.parent / "shared"

shared = pytest.mark.skipif(
    not (SHARED / "schemas").is_dir(),
    reason="NOT VALIDATED: ../shared with the schemas is not beside the project",
)


def load(name):
    return json.loads((REPORT / name).read_text(encoding="utf-8"))


def summary():
    totals = load("summary.json")["totals"]
    return {outcome: totals[outcome] for outcome in OUTCOMES}


def succeeds(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]


def fails(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    assert done.returncode != 0, "the validator accepts what it should not"


def json_validator(schema):
    return [
        sys.executable, "-m", "check_jsonschema", "--schemafile", SHARED / "schemas" / schema,
    ]


JSON_FORMS = [
    ("report.sarif", "sarif-schema-2.1.0.json"),
    ("report.github.sarif", "sarif-schema-2.1.0.json"),
    ("assessment-results.json", "oscal_ar_1.1.3.json"),
]


def shortened(document):
    """The document with its first results only: enough to see whether a validator looks."""
    for run in document.get("runs", []):
        del run["results"][2:]
    for result in document.get("assessment-results", {}).get("results", []):
        for observation in result["observations"]:
            del observation["subjects"][1:]
    return document


@shared
@pytest.mark.parametrize("name, schema", JSON_FORMS)
def test_json_is_valid(name, schema, tmp_path):
    succeeds(*json_validator(schema), REPORT / name)
    spoiled = shortened(load(name))
    (tmp_path / "short.json").write_text(json.dumps(spoiled), encoding="utf-8")
    succeeds(*json_validator(schema), tmp_path / "short.json")
    spoiled["unheard-of"] = 1
    (tmp_path / "spoiled.json").write_text(json.dumps(spoiled), encoding="utf-8")
    fails(*json_validator(schema), tmp_path / "spoiled.json")


@shared
def test_junit_is_valid(tmp_path):
    schema = SHARED / "schemas" / "junit-10.xsd"
    xmllint = ["xmllint", "--noout", "--schema", schema]
    pypi = [
        sys.executable, "-c",
        "import sys, xmlschema; xmlschema.XMLSchema(sys.argv[1]).validate(sys.argv[2])", schema,
    ]
    text = (REPORT / "junit.xml").read_text(encoding="utf-8")
    (tmp_path / "spoiled.xml").write_text(text.replace(" failures=", " defeats="), encoding="utf-8")
    for validator in (xmllint, pypi):
        succeeds(*validator, REPORT / "junit.xml")
        fails(*validator, tmp_path / "spoiled.xml")


@shared
def test_github_takes_the_sarif():
    succeeds(sys.executable, SHARED / "validators" / "ghsarif.py", REPORT / "report.github.sarif")


@shared
def test_csv_is_exact_and_without_formulas():
    succeeds(sys.executable, SHARED / "validators" / "csvcheck.py", REPORT / "findings.csv")


def test_csv_adds_up():
    with open(REPORT / "findings.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    counts = collections.Counter(row["outcome"] for row in rows)
    assert {outcome: counts[outcome] for outcome in OUTCOMES} == summary()
    with open(REPORT / "findings.ndjson", encoding="utf-8") as lines:
        fingerprints = [json.loads(line)["fingerprint"] for line in lines]
    assert [row["fingerprint"] for row in rows] == fingerprints


def test_sarif_adds_up():
    run = load("report.sarif")["runs"][0]
    kinds = {"pass": "pass", "fail": "fail", "open": "unknown", "notApplicable": "notApplicable"}
    counts = collections.Counter(
        "accepted" if "suppressions" in result else kinds[result["kind"]]
        for result in run["results"]
    )
    assert {outcome: counts[outcome] for outcome in OUTCOMES} == summary()
    github = load("report.github.sarif")["runs"][0]
    assert len(github["results"]) == summary()["fail"]
    for stated in (run, github):
        totals = stated["properties"]["totals"]
        assert {outcome: totals[outcome] for outcome in OUTCOMES} == summary()


def test_sarif_points_at_the_records():
    """The line that a result names is the one where its record begins."""
    snapshot = (PROJECT / "examples" / "contoso" / "snapshot.json").read_bytes()
    for result in load("report.sarif")["runs"][0]["results"]:
        location = result["locations"][0]
        if "properties" in location:
            offset = location["properties"]["byteOffset"]
            line = location["physicalLocation"]["region"]["startLine"]
            assert snapshot[:offset].count(b"\n") + 1 == line


def test_oscal_adds_up():
    result = load("assessment-results.json")["assessment-results"]["results"][0]
    counts = collections.Counter()
    uuids = set()
    for observation in result["observations"]:
        outcome = next(p["value"] for p in observation["props"] if p["name"] == "outcome")
        counts[outcome] += len(observation["subjects"])
        uuids.add(observation["uuid"])
    assert {outcome: counts[outcome] for outcome in OUTCOMES} == summary()
    stated = {p["name"]: int(p["value"]) for p in result["props"]}
    assert stated == summary()
    for finding in result["findings"]:
        for related in finding["related-observations"]:
            assert related["observation-uuid"] in uuids


def test_junit_adds_up():
    root = xml.etree.ElementTree.parse(REPORT / "junit.xml").getroot()
    counts = collections.Counter()
    for case in root.iter("testcase"):
        counts[case[0].get("type") if len(case) else "pass"] += 1
    assert {outcome: counts[outcome] for outcome in OUTCOMES} == summary()
    stated = {p.get("name"): p.get("value") for p in root[0].find("properties")}
    assert {outcome: int(stated[outcome]) for outcome in OUTCOMES} == summary()
    for suite in root:
        for attribute, tag in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")]:
            assert int(suite.get(attribute)) == len(suite.findall(f"testcase/{tag}"))


def accepted():
    with open(REPORT / "findings.ndjson", encoding="utf-8") as lines:
        findings = [json.loads(line) for line in lines]
    assert all(("exception" in f) == (f["outcome"] == "accepted") for f in findings)
    return {f["fingerprint"]: f for f in findings if f["outcome"] == "accepted"}


def test_every_form_says_why_an_outcome_is_accepted():
    expected = accepted()
    assert len(expected) == summary()["accepted"] > 0
    with open(REPORT / "findings.csv", encoding="utf-8", newline="") as file:
        rows = {r["fingerprint"]: r for r in csv.DictReader(file) if r["exceptionExpires"]}
    assert rows.keys() == expected.keys()
    suppressed = {
        result["partialFingerprints"]["vouchFinding/v1"]: result["suppressions"][0]
        for result in load("report.sarif")["runs"][0]["results"]
        if "suppressions" in result
    }
    assert suppressed.keys() == expected.keys()
    for fingerprint, finding in expected.items():
        exception = finding["exception"]
        assert rows[fingerprint]["exceptionReason"] == exception["reason"]
        assert rows[fingerprint]["originalOutcome"] == finding["originalOutcome"] != "accepted"
        assert suppressed[fingerprint]["justification"] == exception["reason"]
        assert suppressed[fingerprint]["properties"]["expires"] == exception["expires"]
    result = load("assessment-results.json")["assessment-results"]["results"][0]
    risks = {risk["uuid"]: risk for risk in result["risks"]}
    related = [r["risk-uuid"] for f in result["findings"] for r in f.get("related-risks", [])]
    assert sorted(related) == sorted(risks)
    assert all(r["status"] == "deviation-approved" and "deadline" in r for r in risks.values())
    exceptions = {(f["rule"], f["exception"]["line"]) for f in expected.values()}
    assert len(risks) == len(exceptions)


def test_the_list_of_published_files_is_valid(tmp_path):
    schema = tmp_path / "publication.schema.json"
    schema.write_text(subprocess.run(
        [VOUCH, "schema", "publication"], check=True, capture_output=True, text=True).stdout)
    validator = [sys.executable, "-m", "check_jsonschema", "--schemafile", schema]
    succeeds(sys.executable, "-m", "check_jsonschema", "--check-metaschema", schema)
    manifest = PAGES / "publish.json"
    succeeds(*validator, manifest)
    document = json.loads(manifest.read_text(encoding="utf-8"))
    assert len(document["files"]) > 100
    for change in [
        {"schema": "vouch-publication/2"}, {"previous": "abc"}, {"added": ["../up.html"]},
        {"removed": ["/root.html"]}, {"changed": ["a//b"]}, {"files": {"a": "no digest"}},
        {"files": {"a/./b": "0" * 64}}, {"more": 1},
    ]:
        broken = tmp_path / "broken.json"
        broken.write_text(json.dumps(document | change))
        fails(*validator, broken)
    for name in document.keys():
        broken.write_text(json.dumps({k: v for k, v in document.items() if k != name}))
        fails(*validator, broken)
