"""A real docs set in four languages: no mark-up left in what readers see, and no sentence lost.

The other opinion on what a page says is markdown-it-py's. The set lies beside the project; where it
is absent these tests are skipped and say so.
"""

import collections
import html.parser
import re

import pytest

from conftest import CORPUS, CORPUS_LOCALES as LOCALES

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="NOT RUN: ../shared/corpus is not beside the project"
)

BLOCKS = set(
    "address article aside blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li"
    " main nav ol p pre section summary table tbody td tfoot th thead tr ul br".split()
)


class Text(html.parser.HTMLParser):
    """The text of a page in blocks, code apart, with the alternative texts of images."""

    def __init__(self, markup, only=None):
        super().__init__(convert_charrefs=True)
        self.blocks = [""]
        self.prose = [""]
        self.code = 0
        self.only = only
        self.depth = 0 if only else 1
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag == self.only:
            self.depth += 1
        if not self.depth:
            return
        if tag in BLOCKS:
            self.blocks.append("")
            self.prose.append("")
        if tag in ("code", "pre"):
            self.code += 1
        if tag == "img":
            self.blocks[-1] += dict(attributes).get("alt") or ""

    def handle_endtag(self, tag):
        if tag == self.only:
            self.depth -= 1
        if tag in ("code", "pre"):
            self.code -= 1
        if tag in BLOCKS:
            self.blocks.append("")
            self.prose.append("")

    def handle_data(self, data):
        if self.depth:
            self.blocks[-1] += data
            if not self.code:
                self.prose[-1] += data


def letters(text):
    return "".join(character for character in text if character.isalnum())


def pages(locale):
    folder = CORPUS / locale
    return [
        path.relative_to(folder)
        for path in sorted(folder.rglob("*.md"))
        if "includes" not in path.parts and path.name != "README.md"
    ]


# An author's own slips, which every renderer shows.
SLIPS = {"predict-product-recommendation.html": "or**"}
LEFTOVERS = ["[!", ":::", "{{", "](", "data-ttu-id", "data-stu-id", "**"]


@pytest.mark.parametrize("locale", LOCALES)
def test_readers_see_no_markup(corpus_site, locale):
    """Text outside code, on every page of the site, source pages in a translation's place too."""
    found = []
    count = 0
    for path in sorted((corpus_site / locale).rglob("*.html")):
        count += 1
        text = Text(path.read_text(encoding="utf-8"), only="main")
        for block in text.prose:
            for leftover in LEFTOVERS:
                slip = SLIPS.get(path.name)
                if leftover in block.replace(slip, "") if slip else leftover in block:
                    found.append(f"{path.relative_to(corpus_site)}: {leftover}: {block.strip()[:120]}")
    assert count > 90
    assert found == []


def without_front_matter(text):
    match = re.match(r"---\r?\n.*?\r?\n---\r?\n", text, re.S)
    return text[match.end() :] if match else text


def included(text, path, folder):
    """A page with what it includes, put in as simply as can be."""

    def replace(match):
        target = (path.parent / match.group(1).strip()).resolve()
        if not target.exists():
            target = CORPUS / "en-us" / target.relative_to(folder)
        return without_front_matter(target.read_text(encoding="utf-8")).strip()

    return re.sub(r"\[!INCLUDE ?\[[^\]]*\]\(([^)]*)\)\]", replace, text, flags=re.I)


# What Markdown alone doesn't know; each is replaced by what a reader is to see of it, and counted.
CONSTRUCTS = [
    ("an alert's keyword becomes its title", r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", ""),
    ("a division's class is no text", r"\[!div [^\]]*\]", ""),
    ("of an image directive its alternative text is shown", r':::image[^\n]*?alt-text="([^"]*)"[^\n]*?:::', r"\1"),
    (
        "a tag that HTML doesn't have is text, such as <version>",
        r"<(?=/?[A-Za-z])(?!/?(?:a|b|br|code|em|i|img|p|span|strong|sub|sup|table|td|th|tr|u|div|ul|ol|li)\b)",
        "&lt;",
    ),
    ("bars in code don't divide cells", r"(?<=`)([^`\n|]*(?:\|[^`\n|]*)+)(?=`)", lambda m: m.group(1).replace("|", "\\|")),
]

# Sentences that differ for a reason: what they are part of, and why.
EXPLAINED = [
    (
        "connect-common-data-model.md",
        "a unit of the translations crosses a quotation's mark and an alert's keyword, which plain "
        "Markdown shows as text",
    ),
]


def prepared(text, counts):
    lines = []
    is_code = False
    for line in text.split("\n"):
        if re.match(r"[ >]*(```|~~~)", line):
            is_code = not is_code
        for name, pattern, replacement in CONSTRUCTS:
            if is_code or (name.startswith("bars") and line.count("|") < 2):
                continue
            # Every other part is code, and only bars matter there.
            parts = [line] if name.startswith("bars") else line.split("`")
            for place in range(0, len(parts), 2):
                parts[place], count = re.subn(pattern, replacement, parts[place], flags=re.I)
                counts[name] += count
            line = "`".join(parts)
        lines.append(line)
    return "\n".join(lines)


def sentences(text):
    for block in text.blocks:
        for sentence in re.split(r"(?<=[.!?؟])\s+", block):
            kept = letters(sentence)
            if kept:
                yield sentence.strip(), kept


@pytest.mark.parametrize("locale", LOCALES)
def test_no_sentence_is_lost(corpus_site, locale, capsys):
    """Every sentence that markdown-it-py finds is on our page, as often as there."""
    markdown_it = pytest.importorskip("markdown_it")
    parser = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    folder = CORPUS / locale
    counts = collections.Counter()
    explained = collections.Counter()
    lost = []
    total = 0
    for page in pages(locale):
        source = without_front_matter((folder / page).read_text(encoding="utf-8"))
        source = prepared(included(source, folder / page, folder), counts)
        theirs = Text(parser.render(source))
        shown = (corpus_site / locale / page).with_suffix(".html").read_text(encoding="utf-8")
        ours = letters("".join(Text(shown, only="article").blocks))
        wanted = collections.Counter()
        examples = {}
        for sentence, kept in sentences(theirs):
            wanted[kept] += 1
            examples[kept] = sentence
        total += sum(wanted.values())
        for kept, count in wanted.items():
            if ours.count(kept) >= count:
                continue
            reason = next((why for name, why in EXPLAINED if page.name == name), None)
            if reason:
                explained[reason] += 1
            else:
                lost.append(f"{page}: {examples[kept][:160]}")
    with capsys.disabled():
        print(f"\n{locale}: {total} sentences on {len(pages(locale))} pages compared with markdown-it-py")
        for name, count in sorted(counts.items()):
            print(f"  {count:5} times {name}")
        for reason, count in explained.items():
            print(f"  {count:5} sentences differ: {reason}")
    assert total > 3000
    assert lost == []
