"""Follows every link of a folder of pages, without a browser: a second or two for hundreds of pages.

usage: links.py FOLDER   prints what leads nowhere, and ends with 1 if anything does.
"""

import functools
import html
import os
import pathlib
import re
import sys
import urllib.parse

TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)\s((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"([a-zA-Z:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
# What isn't markup: comments, scripts and styles.
HIDDEN = re.compile(r"<!--.*?-->|<(script|style)\b[^>]*>.*?</\1>", re.S | re.I)
ADDRESSES = {"href", "src", "poster", "action", "data-search-entry"}
# Of millions of tags most have neither a place nor an address.
WANTED = re.compile(r"(?:^|\s)(?:id|name|%s)\s*=" % "|".join(sorted(ADDRESSES)), re.I)


class Page:
    """The places on a page, and where its links lead."""

    def __init__(self, text):
        self.anchors = set()
        self.links = []
        self.alternates = {}
        for tag, attributes in TAG.findall(HIDDEN.sub(" ", text)):
            if not WANTED.search(attributes):
                continue
            found = {
                name.lower(): html.unescape(double or single or bare)
                for name, double, single, bare in ATTRIBUTE.findall(attributes)
            }
            self.anchors.add(found.get("id"))
            if tag.lower() == "a":
                self.anchors.add(found.get("name"))
            if tag.lower() == "link" and found.get("rel") == "alternate" and "hreflang" in found:
                self.alternates[found["hreflang"]] = found["href"]
            self.links += [found[name] for name in ADDRESSES & found.keys()]


@functools.cache
def resolved(folder, path):
    """The file that an address means, seen from a folder."""
    return pathlib.Path(os.path.normpath(f"{folder}/{urllib.parse.unquote(path)}"))


def check(folder):
    """What leads nowhere, as `page: address: why`, and how many links were followed."""
    folder = pathlib.Path(folder).resolve()
    pages = {
        path: Page(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.html"))
    }
    files, folders = set(), {folder}
    for path in folder.rglob("*"):
        (files if path.is_file() else folders).add(path)
    problems, count = [], 0
    for path, page in pages.items():
        for address in page.links:
            parts = urllib.parse.urlsplit(address)
            if parts.scheme or parts.netloc:
                if parts.scheme not in ("http", "https", "mailto", "tel", "data"):
                    problems.append(f"{path.relative_to(folder)}: {address}: a strange scheme")
                continue
            count += 1

            def say(why):
                problems.append(f"{path.relative_to(folder)}: {address}: {why}")

            target = path
            if parts.path:
                if parts.path.startswith("/"):
                    # The page for wrong addresses is shown at any of them.
                    if path.name != "404.html":
                        say("begins at the server, so a folder can't show it")
                    continue
                target = resolved(path.parent, parts.path)
                if target in folders:
                    target /= "index.html"
                elif target not in files and not target.is_relative_to(folder):
                    say("leads out of the site")
                    continue
            if target not in files:
                say("there is no such file")
                continue
            anchor = urllib.parse.unquote(parts.fragment)
            # "#?" is what the report's filter keeps, "top" what every browser finds.
            if anchor and target in pages and not anchor.startswith("?") and anchor != "top":
                if anchor not in pages[target].anchors:
                    say("there is no such place on the page")
        for tag, address in page.alternates.items():
            other = urllib.parse.urlsplit(address).path
            target = resolved(path.parent, other)
            if "://" not in address and target in pages and not pages[target].alternates:
                problems.append(f"{path.relative_to(folder)}: {tag}: doesn't lead back")
    return problems, count


if __name__ == "__main__":
    found, _ = check(sys.argv[1])
    print("\n".join(found))
    sys.exit(1 if found else 0)
