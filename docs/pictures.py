"""The pictures in README, taken of what `make demo` left in demo/; needs Debian's chromium."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import launch

IMAGES = Path(__file__).parent / "images"
DEMO = Path("demo").resolve()
PAGES = {
    "report": DEMO / "report.html",
    "feedback": DEMO / "feedback" / "eli" / "sequences" / "1_rnn.html",
}

if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright, launch(playwright) as browser:
        tab = browser.new_page(viewport={"width": 1000, "height": 900})
        for name, page in PAGES.items():
            tab.goto(page.as_uri() + ("#sequences" if name == "report" else ""))
            tab.screenshot(path=IMAGES / f"{name}.png")
