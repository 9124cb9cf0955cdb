"""Draw a page that kg made as a picture for the README, with Chromium: scripts/draw_page.py out/graph.html page.png."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SIZE = {"width": 1280, "height": 850}


def main(page_file: str, picture: str) -> int:
    """Open the page without a network and write what it shows."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("Chromium is missing: `make tools` installs it", file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_context(viewport=SIZE, offline=True).new_page()  # type: ignore[arg-type] # a TypedDict
        page.goto(Path(page_file).resolve().as_uri())
        page.wait_for_timeout(2000)
        page.screenshot(path=picture)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
