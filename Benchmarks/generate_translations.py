"""Makes a large set of translations from a small one: copies of its pages in folders of their own.

usage: generate_translations.py CORPUS OUTPUT UNITS [SEED]

The whole set is copied as often as it fits; the rest are pages drawn by the seed. Nothing else is
changed: ids, hashes and texts are those of real pages. Prints the number of units.
"""

import pathlib
import random
import re
import sys

SOURCE = "en-us"
LOCALES = ["fr-fr", "kk-kz", "ar-sa"]


def generate(corpus, output, wanted, seed=1):
    """Writes at least `wanted` units; returns how many."""
    paths = sorted(
        path.relative_to(corpus / LOCALES[0]) for path in (corpus / LOCALES[0]).rglob("*.md")
    )
    pages = {
        (locale, path): (corpus / locale / path).read_bytes()
        for locale in [SOURCE, *LOCALES] for path in paths if (corpus / locale / path).is_file()
    }
    units = {
        path: sum(
            len(re.findall(rb"data-ttu-id", pages.get((locale, path), b""))) for locale in LOCALES
        )
        for path in paths
    }
    draw = random.Random(seed)
    written, copy = 0, 0
    while written < wanted:
        rest = wanted - written
        order = paths if rest >= sum(units.values()) else draw.sample(paths, len(paths))
        for path in order:
            if written >= wanted:
                break
            for locale in [SOURCE, *LOCALES]:
                if (locale, path) in pages:
                    target = output / locale / f"copy-{copy:03}" / path
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(pages[locale, path])
            written += units[path]
        copy += 1
    return written


def make_distinct(folder, output):
    """Copies such a set; texts of each copy but the first begin with a word of the copy's own.

    So no text stands in two copies, in its source or in its translation.
    """
    beginnings = (
        rb'<span data-ttu-id="[^"]*">', rb'<span class="sxs-lookup"><span data-stu-id="[^"]*">'
    )
    for path in folder.rglob("*.md"):
        locale, copy, *_ = path.relative_to(folder).parts
        text = path.read_bytes()
        number = int(copy.split("-")[1])
        if locale != SOURCE and number > 0:
            word = f"Q{chr(97 + number // 26)}{chr(97 + number % 26)}x ".encode()
            for beginning in beginnings:
                text = re.sub(beginning, lambda match: match[0] + word, text)
        target = output / path.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    print(generate(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3]),
                   int(sys.argv[4]) if len(sys.argv) > 4 else 1))
