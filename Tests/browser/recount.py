"""Recounts outcomes from the rendered rows of a report, without ever reading summary.json.

usage: recount.py OUTPUT LOCALE  prints the totals found in HTML and in Markdown as JSON.
"""

import html.parser
import json
import pathlib
import re
import sys

OUTCOMES = ["pass", "fail", "unknown", "accepted", "notApplicable"]


class Rows(html.parser.HTMLParser):
    """Counts the rows that name an outcome, and the words they show for it."""

    def __init__(self):
        super().__init__()
        self.counts = dict.fromkeys(OUTCOMES, 0)
        self.words = {}
        self.outcome = None
        self.in_word = False

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "tr" and "data-outcome" in attributes:
            self.outcome = attributes["data-outcome"]
            self.counts[self.outcome] += 1
        if self.outcome and "outcome" in (attributes.get("class") or "").split():
            self.in_word = True
            self.words.setdefault(self.outcome, set()).add("")

    def handle_data(self, data):
        if self.in_word and data.strip():
            self.words[self.outcome].add(data.strip())

    def handle_endtag(self, tag):
        if tag in ("span", "td"):
            self.in_word = False
        if tag == "tr":
            self.outcome = None


def recount(output, locale):
    folder = pathlib.Path(output) / locale / "report" / "rules"
    rows = Rows()
    for path in sorted(folder.glob("*.html")):
        rows.feed(path.read_text(encoding="utf-8"))
    words = {}
    for outcome, found in rows.words.items():
        for word in found - {""}:
            assert words.setdefault(word, outcome) == outcome, f"{word} stands for two outcomes"
    markdown = dict.fromkeys(OUTCOMES, 0)
    for path in sorted(folder.glob("*.md")):
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = re.split(r"(?<!\\)\|", line)
            if len(cells) > 3 and (word := cells[1].strip()) in words:
                markdown[words[word]] += 1
    return {"html": rows.counts, "markdown": markdown}


if __name__ == "__main__":
    print(json.dumps(recount(sys.argv[1], sys.argv[2])))
