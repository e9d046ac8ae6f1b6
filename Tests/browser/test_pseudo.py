"""Pseudo-locales show what is not localized: in en-XA every word of the interface has accents, in
ar-XB it runs from right to left. What stands plain is data; the exceptions are listed here.
"""

import html.parser
import os
import re
import subprocess

import pytest

from conftest import PROJECT, VOUCH

LOCALES = {"en-xa": "en-XA", "ar-xb": "ar-XB"}
VOID = {"meta", "link", "img", "input", "br", "hr", "wbr", "source", "area", "base", "col"}
ATTRIBUTES = ("title", "aria-label", "placeholder", "alt")

# What is written by the formats of languages, not by a catalog: dates and lists.
FORMATS = set(
    """January February March April May June July August September October November December and"""
    .split()
)
# Names of languages and regions in the menu, and of the tool itself.
NAMES = {"English", "United", "States", "Pseudo", "Accents", "Bidi", "Vouch"}
# Small words in the names of services, and a law.
NAMES |= {"data", "platform", "Privacy"}
# Elements that hold ids, values and names of the snapshot: as they are, in isolation. Pages of items
# and laws have their names as titles.
DATA = {"code", "pre", "bdi", "time", "script", "style", "svg", "title", "h1"}
CLASSES = {"rule-id"}


class Words(html.parser.HTMLParser):
    """The plain words that a reader of a page sees, without what is marked as data."""

    def __init__(self, language):
        super().__init__()
        self.language, self.open, self.texts = language, [], []

    def hidden(self):
        return any(
            name in DATA or CLASSES & set(classes.split())
            or language not in (None, self.language)
            for name, classes, language in self.open[1:]
        )

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if not self.hidden():
            self.texts += [values[name] for name in ATTRIBUTES if values.get(name)]
        if tag not in VOID:
            self.open.append((tag, values.get("class") or "", values.get("lang")))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if not self.hidden():
            self.texts.append(text)


def plain_words(page, language):
    parser = Words(language)
    parser.feed(page)
    for text in parser.texts:
        # What is turned round is localized.
        yield from re.findall(r"[A-Za-z]{3,}", re.sub("\u202e[^\u202c]*\u202c", " ", text))


# What ids of rules begin with: CON-01.
RULE_GROUPS = {
    path.name.split("-")[0].upper() for path in (PROJECT / "content/en-us/rules").glob("*-*.md")
}


def vocabulary():
    """The words of the English catalog, and those of the titles of pages."""
    words = set()
    catalog = (PROJECT / "content/messages/en-us.po").read_text("utf-8")
    for text in re.findall(r'^(?:msgid|msgid_plural|)\s*"(.*)"$', catalog, re.M):
        words |= set(re.findall(r"[A-Za-z]{3,}", re.sub(r"\{[^}]*\}", " ", text)))
    return words


def names_of_services():
    """The words of destinations, enrichments and frameworks, which are data."""
    words = set()
    for path in (PROJECT / "content/catalogue").rglob("*.y*ml"):
        words |= set(re.findall(r"[A-Za-z]{3,}", path.read_text("utf-8")))
    for path in (PROJECT / "examples/contoso").rglob("*"):
        if path.suffix in (".json", ".ndjson"):
            words |= set(re.findall(r"[A-Za-z]{3,}", path.read_text("utf-8")))
    return {word for word in words if not word.islower()}


@pytest.fixture(scope="module")
def pages(once):
    def make(folder):
        done = subprocess.run(
            [VOUCH, "run", "--config", PROJECT / "examples/contoso/vouch.yaml", "--locale",
             ",".join(LOCALES), "--format", "html", "--output", folder / "out", "--quiet"],
            capture_output=True, text=True, env=os.environ,
        )
        assert done.returncode in (0, 1, 4), done.stderr

    return once("pseudo", make) / "out"


@pytest.mark.parametrize("locale", LOCALES)
def test_no_word_of_the_interface_is_plain(pages, locale):
    known = vocabulary()
    assert {"findings", "Findings", "the"} <= known
    allowed = FORMATS | NAMES | names_of_services() | RULE_GROUPS
    seen, plain = 0, {}
    for path in sorted((pages / locale).rglob("*.html")):
        text = path.read_text("utf-8")
        assert f'lang="{LOCALES[locale]}"' in text
        seen += 1
        for word in plain_words(text, LOCALES[locale]):
            if word in known and word not in allowed:
                plain.setdefault(word, path.relative_to(pages))
    assert seen > 150
    assert plain == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_scan_finds_a_plain_word(pages, locale):
    page = next((pages / locale).glob("index.html")).read_text("utf-8")
    spoiled = page.replace("</main>", '<p>Findings</p><a title="Evidence"></a></main>')
    found = set(plain_words(spoiled, LOCALES[locale])) - set(plain_words(page, LOCALES[locale]))
    assert found == {"Findings", "Evidence"}


def test_texts_are_whole_and_a_third_longer(pages):
    page = (pages / "en-xa/connections.html").read_text("utf-8")
    assert page.count("⟦") == page.count("⟧") > 50
    assert "ẽẽẽ" in page
    mirrored = (pages / "ar-xb/connections.html").read_text("utf-8")
    assert '<html lang="ar-XB" dir="rtl"' in mirrored
    assert mirrored.count("\u202e") == mirrored.count("\u202c") > 50
