"""The golden HTML reports in headless Chromium. Usage: report_page.py FOLDER

Each page is loaded as it is, and in a copy whose policy blocks every script and style. The DOM of both must hold what
the JSON report of the same sample says: counts, findings, claims, marks. Nothing of a document may become an element.
"""

import html.parser
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking "
    "--disable-component-update --disable-sync --no-first-run --virtual-time-budget=2000"
).split()
BLOCKED = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">"
CLICK = "<script>document.querySelector('button[aria-pressed]')?.click()</script>"
TITLES = {"claims_held": "held", "claims_broken": "broken", "claims_not_checked": "not checked"}
VOID = {"meta", "br", "link", "hr", "img", "input"}


class Page(html.parser.HTMLParser):
    """The elements of a page in order, each a dict: tag, text, ancestors and its attributes."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.open = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        element = {"tag": tag, "text": "", "ancestors": list(self.open), **dict(attributes)}
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        while self.open and self.open.pop()["tag"] != tag:
            pass

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data

    def all(self, tag, **attributes):
        wanted = {"tag": tag, **attributes}.items()
        return [e for e in self.elements if all(e.get(key) == value for key, value in wanted)]

    def inside(self, element, tag, **attributes):
        return [e for e in self.all(tag, **attributes) if any(a is element for a in e["ancestors"])]


def dom_of(browser, path):
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, *FLAGS, f"--user-data-dir={profile}", "--dump-dom", path.as_uri()]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def expected(report, scripted):
    """What the page must show, by name."""
    findings, claims, summary = report["findings"], report["claims"], report["summary"]
    kinds = {f["severity"] for f in findings} | {c["verdict"] for c in claims}
    filters = len(kinds) if scripted and len(kinds) > 1 else 0
    entries = len(findings) + len(claims)
    return {
        **{title: str(summary[key]) for key, title in TITLES.items()},
        "findings": [f"{f['severity']} {f['id']} {f['message']}" for f in findings],
        "findings with a marked place": sum(f["primary"] is not None for f in findings),
        "claims": sorted(f"{c['verdict']} {c['id']}" for c in claims),
        "documents": [str(d["numbers_read"]) for d in report["documents"]],
        "filters": filters,
        "status": [f"{entries} of {entries} shown"] if filters else [],
        "scripts": 1,
    }


def shown(page):
    """The same, read from the DOM."""
    counts = dict(zip((e["text"] for e in page.all("dt")), (e["text"] for e in page.all("dd"))))
    articles, details = page.all("article"), page.all("details")
    return {
        **{title: counts.get(title) for title in TITLES.values()},
        "findings": [" ".join(page.inside(a, "h3")[0]["text"].split()) for a in articles],
        "findings with a marked place": sum(bool(page.inside(a, "mark", **{"class": "primary"})) for a in articles),
        "claims": sorted(
            d["data-kind"] + " " + page.inside(d, "span", **{"class": "id"})[0]["text"] for d in details
        ),
        "documents": [cells[3]["text"].replace(",", "") for t in page.all("table", **{"class": "documents"})
                      for r in page.inside(t, "tr") if (cells := page.inside(r, "td"))],
        "filters": len([b for b in page.all("button") if "aria-pressed" in b]),
        "status": [e["text"] for e in page.all("span", role="status")],
        "scripts": len(page.all("script")),
    }


def problems(name, report, page, scripted):
    actual = shown(page)
    for what, value in expected(report, scripted).items():
        if what == "findings":  # controls are named in the page, and written by code in JSON
            value, actual[what] = [[without_controls(t) for t in texts] for texts in (value, actual[what])]
        if actual[what] != value:
            yield f"{name}: {what}: {actual[what]} shown, {value} in the report"


def filter_problems(name, report, page):
    """After the first filter was clicked, its kind is hidden and all else is shown."""
    kinds = [f["severity"] for f in report["findings"]] + [c["verdict"] for c in report["claims"]]
    entries = page.all("article") + page.all("details")
    hidden = sorted(e["data-kind"] for e in entries if "hidden" in e)
    pressed = [b["aria-pressed"] for b in page.all("button") if "aria-pressed" in b]
    if not pressed:
        return
    if hidden != [kind for kind in kinds if kind == kinds[0]] or pressed != ["false"] + ["true"] * (len(set(kinds)) - 1):
        yield f"{name}: {hidden} are hidden, the filters are {pressed}"


def without_controls(text):
    return "".join(c for c in re.sub(r"<U\+[0-9A-F]{4}>", "", text) if c.isprintable())


def variants(text):
    """Name of a variant, its page, and whether scripts run there."""
    yield "as it is", text, True
    yield "blocked", text.replace("<head>", "<head>" + BLOCKED, 1), False
    yield "filtered", text.replace("</body>", CLICK + "</body>", 1), True


def page_problems(browser, path):
    report = json.loads(path.with_suffix(".json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        for variant, text, scripted in variants(path.read_text("utf-8")):
            copy = pathlib.Path(scratch) / f"{variant}.html"
            copy.write_text(text, "utf-8")
            page, name = Page(dom_of(browser, copy)), f"{path.name} {variant}"
            judge = filter_problems(name, report, page) if variant == "filtered" else None
            yield from judge or problems(name, report, page, scripted)


def main(folder):
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("skipped: there is no Chromium (" + ", ".join(BROWSERS) + ")")
        return 77
    paths = sorted(folder.glob("*.html"))
    found = [problem for path in paths for problem in page_problems(browser, path)]
    for problem in found:
        print(problem)
    print(f"{len(paths)} pages: as they are, with scripts and styles blocked, and filtered; {len(found)} problems")
    return 1 if found or not paths else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
