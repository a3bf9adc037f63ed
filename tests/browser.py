"""Debian's Chromium, driven by Playwright."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def launch(playwright: Playwright) -> Iterator[Browser]:
    """A headless browser that is closed at the end."""
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", headless=True, args=FLAGS)
    try:
        yield browser
    finally:
        browser.close()
