"""Sentences of scripts that have no blank between them, read in the source language."""

import subprocess

import pytest

from conftest import VOUCH

UNIT = (
    '<span data-ttu-id="abcde-{0}">{1}</span><span class="sxs-lookup">'
    '<span data-stu-id="abcde-{0}">{2}</span></span>'
)
PAGES = {
    "ja-jp": UNIT.format(103, "開きます。", "Open it.") + UNIT.format(104, "閉じます。", "Close it."),
    "fr-fr": UNIT.format(103, "Ouvrez.", "Open it.") + " " + UNIT.format(104, "Fermez.", "Close it."),
}

# How far the second sentence's first letter stands behind the first one's last.
GAP = """() => {
  const sources = [...document.querySelectorAll('.article p .unit-source')];
  const edge = (source, last) => {
    const text = source.firstChild, range = document.createRange();
    const at = last ? text.length - 1 : 0;
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect();
  };
  return edge(sources[1], false).left - edge(sources[0], true).right;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    content = tmp_path_factory.mktemp("sentences")
    pages = {"en-us": "Open it. Close it.", **PAGES}
    for locale, text in pages.items():
        (content / locale).mkdir()
        (content / locale / "index.md").write_text(f"# A\n\n{text}\n", encoding="utf-8")
    output = tmp_path_factory.mktemp("sentences-site") / "site"
    subprocess.run([VOUCH, "build", str(content), "-o", str(output), "--quiet"], check=True)
    return output


def test_one_blank_stands_between_sentences(watched, site):
    gaps = []
    for locale in PAGES:
        watched.goto((site / locale / "index.html").as_uri())
        watched.locator("label[for=vouch-reading-source]").click()
        gaps.append(watched.evaluate(GAP))
    assert 2 < gaps[0] < 8
    assert abs(gaps[0] - gaps[1]) < 0.5
