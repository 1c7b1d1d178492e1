"""The researcher's path in a real browser: headless Chromium, driven by Playwright."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from explore_site import HOSTILE, Desk, make_desk, make_hostile

CHROMIUM = Path("/usr/bin/chromium")
SOURCES = Path(__file__).parent.parent / "pipeline"
pytestmark = pytest.mark.browser
if not CHROMIUM.exists():
    pytest.skip("needs Chromium at /usr/bin/chromium", allow_module_level=True)
playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright")

LEASE = "/decision/thornbeck-2023-03-07-lease"
PAGES = (
    "/",
    "/search",
    "/search?q=playground",
    "/search?q=playground&view=context",
    "/search?q=nothing+here",
    f"{LEASE}?q=playground",
    "/meeting/thornbeck-2023-03-07",
    "/document/thornbeck-march-2023?at=thornbeck-2023-03-07-lease#here",
    "/person/bram-okafor",
    "/organisation/brackwater-trust",
    "/body/thornbeck-parish-council",
    "/council/thornbeck-parish-council",
    "/overview",
    "/dictionary",
)


def serve(database: Path) -> Iterator[str]:
    """Yield the address of a server over a database, and end it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, "-m", "datasette", "serve", str(database), "-p", str(port)],
        env={**os.environ, "PYTHONPATH": str(SOURCES)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"{address}/robots.txt", process)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    """Return when a server answers."""
    for _ in range(150):
        assert process.poll() is None, "the server ended"
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no answer from {url}")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return make_desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def site(desk: Desk) -> Iterator[str]:
    yield from serve(desk.path)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serve(make_hostile(tmp_path_factory.mktemp("hostile")))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    yield from watched(browser)


@pytest.fixture
def phone(browser: Any) -> Iterator[Any]:
    yield from watched(
        browser, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    )


def watched(browser: Any, **options: Any) -> Iterator[Any]:
    """Yield a page that must neither complain, nor open a dialog, nor go elsewhere."""
    context = browser.new_context(**options)
    page = context.new_page()
    troubles: list[str] = []
    page.on(
        "console",
        lambda x: troubles.append(x.text) if x.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda x: troubles.append(str(x)))
    page.on("dialog", lambda x: (troubles.append(f"dialog {x.message}"), x.dismiss()))
    page.on(
        "request",
        lambda x: None if "//127.0.0.1:" in x.url else troubles.append(x.url),
    )
    yield page
    context.close()
    assert troubles == []


def test_from_words_to_the_boxed_passage(site: str, page: Any) -> None:
    page.goto(site)
    page.keyboard.type("playground renewed")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=playground+renewed")
    assert page.locator("article.card").count() == 1
    assert page.locator(".card mark").all_inner_texts() == [
        "Playground", "playground", "renewed",
    ]  # fmt: skip
    page.click("article.card h3 a")
    assert page.locator("h1").inner_text().endswith("Playground lease")
    page.wait_for_load_state("networkidle")
    picture = page.locator(".sheet img")
    assert picture.evaluate("x => x.complete && x.naturalWidth") in (1000, 1001)
    assert boxed_words_are_dark(page)
    page.click("dt:text('Source') + dd a")
    passage = page.locator("#here")
    assert passage.is_visible()
    assert passage.inner_text().startswith("RESOLVED that the playground lease")
    top = passage.evaluate("x => x.getBoundingClientRect().top")
    assert 0 < top < page.viewport_size["height"]
    page.click(".crumbs a")
    assert "Meeting of 7 March 2023" in page.locator("h1").inner_text()


def boxed_words_are_dark(page: Any) -> bool:
    """Return whether the box over the picture lies on printed words."""
    return bool(
        page.evaluate(
            """() => {
            const image = document.querySelector(".sheet img");
            const box = document.querySelector(".boxes rect");
            const view = document.querySelector(".boxes").viewBox.baseVal;
            const canvas = document.createElement("canvas");
            canvas.width = image.naturalWidth; canvas.height = image.naturalHeight;
            const pen = canvas.getContext("2d");
            pen.drawImage(image, 0, 0);
            const scale = canvas.width / view.width;
            const [x, y, w, h] = ["x", "y", "width", "height"].map(
                (name) => box[name].baseVal.value * scale);
            const data = pen.getImageData(x, y, w, h).data;
            let dark = 0;
            for (let i = 0; i < data.length; i += 4) if (data[i] < 128) dark += 1;
            return dark / (data.length / 4) > 0.02;
        }"""
        )
    )


def test_facets_and_filters_are_links(site: str, page: Any) -> None:
    page.goto(f"{site}/search?q=lease")
    page.click(".facet a:has-text('noted')")
    assert "kind=noted" in page.url
    assert page.locator("#total").inner_text().startswith("1 decision")
    page.click(".chips a:has-text('noted')")
    assert "kind" not in page.url
    page.fill("[name=over]", "1000")
    page.click("button:has-text('Apply')")
    assert page.locator("#total").inner_text().startswith("1 decision")
    assert "over=1000" in page.url
    assert page.input_value("#q") == "lease"
    page.go_back()
    page.click("text=Oldest")
    assert "sort=oldest" in page.url


def test_standing_business_by_one_click(site: str, page: Any) -> None:
    page.goto(f"{site}/search?q=signed")
    assert page.locator("article.card").count() == 1
    page.click(".apart a")
    assert page.locator("article.card").count() == 2


def test_keyboard_only(site: str, page: Any) -> None:
    page.goto(f"{site}/overview")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.type("café")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=caf*")
    page.focus(".card h3 a")
    width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert width == "3px"
    page.keyboard.press("Enter")
    page.wait_for_url("**/decision/**")


def test_taking_the_answer_away(site: str, page: Any) -> None:
    page.goto(f"{site}/search?q=lease")
    with page.expect_download() as found:
        page.click(".take a:has-text('CSV')")
    lines = Path(found.value.path()).read_text("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("ref,date,council")
    feed = page.locator("link[type='application/atom+xml']").get_attribute("href")
    assert feed == "/search.atom?q=lease"


def test_mentions_are_coloured_and_can_be_put_out(site: str, page: Any) -> None:
    page.goto(f"{site}/document/thornbeck-march-2023")
    colour = "x => getComputedStyle(x).backgroundColor"
    person = page.locator(".source a.m-person").first
    assert person.evaluate(colour) == "rgb(217, 232, 251)"
    page.uncheck("#show-person")
    assert person.evaluate(colour) == "rgba(0, 0, 0, 0)"
    page.click(".source a.m-organisation")
    assert page.locator("h1").inner_text() == "Brackwater Trust"


def test_citation_can_be_copied(site: str, browser: Any) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}{LEASE}")
    page.click(".copy >> nth=0")
    page.wait_for_selector("text=Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert text.startswith("Thornbeck Parish Council, minutes of 7 March 2023")
    assert text.endswith(LEASE)


@pytest.mark.parametrize("url", PAGES)
def test_page_on_a_phone(site: str, phone: Any, url: str) -> None:
    phone.goto(f"{site}{url}")
    phone.wait_for_load_state("networkidle")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_long_names_stay_on_a_phone(site: str, phone: Any) -> None:
    """Whatever a table or a list of choices holds, the page is as wide as the phone."""
    long = "'" + "Municipal District of Greater Thornbeck " * 3 + "'"
    for url in ("/overview", "/person/bram-okafor"):
        phone.goto(f"{site}{url}")
        phone.evaluate(f"""() => {{
          document.querySelectorAll('details').forEach(x => x.open = true);
          const cell = '<td>' + {long}.replaceAll(' ', '_') + '</td>';
          document.querySelectorAll('tr').forEach(
            x => x.insertAdjacentHTML('beforeend', cell));
          document.querySelector('main').insertAdjacentHTML('beforeend',
            '<form class="choose"><label>Council <select><option>' + {long}
            + '</option></select></label></form>');
        }}""")
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390, url


def test_years_under_a_chart_can_be_read_on_a_phone(site: str, phone: Any) -> None:
    phone.goto(f"{site}/overview")
    size = phone.evaluate("""() => {
      const chart = document.querySelector('svg.chart');
      const tick = chart.querySelector('.tick');
      return parseFloat(getComputedStyle(tick).fontSize)
        * chart.clientWidth / chart.viewBox.baseVal.width;
    }""")
    assert size >= 9


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out(site: str, browser: Any, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    weak = {}
    for url in PAGES:
        page.goto(f"{site}{url}")
        found = page.evaluate(FAINT)
        if found:
            weak[url] = found
    context.close()
    assert weak == {}


FAINT = """() => {
  const light = ([r, g, b]) => [r, g, b].map((x) => x / 255).map(
    (x) => x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4
  ).reduce((sum, x, i) => sum + x * [0.2126, 0.7152, 0.0722][i], 0);
  const parse = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const ground = (x) => {
    for (; x; x = x.parentElement) {
      const c = parse(getComputedStyle(x).backgroundColor);
      if (c.length === 3 || (c.length === 4 && c[3] > 0.5)) return c;
    }
    return [255, 255, 255];
  };
  const faint = new Set();
  for (const x of document.querySelectorAll("body *")) {
    const own = [...x.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || !x.checkVisibility() || x.closest("svg, .unseen, .skip")) continue;
    const style = getComputedStyle(x);
    const [a, b] = [light(parse(style.color)), light(ground(x))].sort((m, n) => n - m);
    if ((a + 0.05) / (b + 0.05) < 4.5) {
      faint.add(`${x.tagName} ${x.className} ${style.color} on ${ground(x)}`);
    }
  }
  return [...faint];
}"""


@pytest.mark.parametrize("url", PAGES)
def test_page_can_be_used_without_seeing_it(site: str, page: Any, url: str) -> None:
    page.goto(f"{site}{url}")
    assert page.evaluate(UNNAMED) == []
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    assert page.evaluate("document.documentElement.lang") == "en"
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((x) => x.id)")
    assert len(ids) == len(set(ids))


UNNAMED = """() => [
  ...[...document.querySelectorAll("input:not([type=hidden]), select")]
    .filter((x) => !x.labels.length && !x.ariaLabel),
  ...[...document.querySelectorAll("a[href], button")]
    .filter((x) => !(x.textContent.trim() || x.ariaLabel))
    .filter((x) => !x.querySelector("img[alt]")),
  ...document.querySelectorAll("img:not([alt])"),
  ...document.querySelectorAll("svg:not([aria-hidden]):not([aria-label])"),
].map((x) => x.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(site: str, browser: Any, scheme: str) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="needs axe-playwright-python"
    ).Axe()
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    found = []
    for url in PAGES:
        page.goto(f"{site}{url}")
        for x in axe.run(page).response["violations"]:
            if x["impact"] in ("serious", "critical"):
                found.append((url, x["id"], x["nodes"][0]["html"][:160]))
    context.close()
    assert found == []


def test_hostile_documents_do_nothing(hostile: str, page: Any) -> None:
    kinds = ("decision/x", "meeting/m", "document/d", "person/p", "organisation/o")
    urls = ["/", "/overview", "/dictionary", "/search?standing=1", "/search?q=village",
            "/search?q=village&view=context", "/search?scope=items"]  # fmt: skip
    urls += [f"/{x}{n}" for x in kinds for n in range(1, len(HOSTILE) + 1)]
    for url in urls:
        answer = page.goto(f"{hostile}{url}")
        assert answer.status == 200, url
        assert page.locator("main").count() == 1, url
        assert page.locator("footer.foot").is_visible(), url
