"""Takes the pictures of docs/images. usage: screenshots.py PAGES FOLDER"""

import pathlib
import sys

from playwright.sync_api import sync_playwright

PICTURES = {"report": "report/index.html", "page": "connections-share.html"}
LOCALES = ["en-us", "fr-fr", "ar-sa"]


def main(pages, folder):
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--hide-scrollbars"]
        )
        for scheme in ("light", "dark"):
            page = browser.new_page(
                viewport={"width": 1280, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
            )
            for locale in LOCALES:
                for name, path in PICTURES.items():
                    page.goto((pages / locale / path).as_uri())
                    picture = folder / f"{name}-{locale}-{scheme}.png"
                    page.screenshot(path=picture)
                    print(f"{picture.name} {picture.stat().st_size // 1024} KB")
        browser.close()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]))
