"""Other ways to make the invoice of the bench: `peers.py ENGINE FOLDER FONTS [BROWSER]`.

Makes one paper for each line `NUMBER [FILE]` that it reads and answers with milliseconds and bytes. The words change
with the number; fonts, the logo's file and the engine itself stay warm. What is timed is what each engine does for one
more paper, from its source text to the bytes of the PDF. The bench compares what the papers say with what ours says.
"""

import sys
import time
from html import escape
from importlib.metadata import version
from pathlib import Path

ENGINE, FOLDER, FONTS = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
LINES = [
    ("Editorial portrait session, half day (on location, Kraków)", 1, 85000),
    ("Assistant and digital technician, per day", 2, 32000),
    ("Studio rental, Ørestad Studio B, incl. cyclorama", 1, 41000),
    ("Post-production: colour grading and retouching, per image, including one round of changes", 24, 3500),
    ("Licence: one-time print use, magazine cover, United Kingdom and Ireland, 12 months", 1, 120000),
    ("Licence: web use, unlimited impressions, 24 months", 1, 64000),
    ("Second shooter", 1, 48000),
    ("Hair and make-up", 1, 26000),
    ("Travel, train second class London – Kraków return", 2, 11890),
    ("Accommodation, per night", 2, 12900),
    ("Props and wardrobe, at cost; receipts attached", 1, 23475),
    ("File delivery, archive copy and 10-year storage", 1, 9500),
]
SENDER = "Hollis & Wren Photography"
FROM = ["14 Canal Wharf", "Leeds LS11 5PS", "United Kingdom", "+44 113 496 0142"]
MAIL = "studio@holliswren.example"
RETURN = " · ".join([SENDER, *FROM[:3]])
TO = ["Žaneta Dvořáková, Accounts Payable", "68 Great Eastern Street", "London EC2A 3JL", "United Kingdom"]
SUBJECT = "Spring cover story “Wawel at dawn”, issue 42"
HEADS = ["#", "Description", "Quantity", "Unit price", "Amount GBP"]
TERMS = "Payment is due within 14 days of the invoice date, without deduction."
FOOT = f"{SENDER} · VAT GB 123 4567 89 · Company no. 07654321"


def money(minor):
    return f"{minor / 100:,.2f}"


class Facts:
    def __init__(self, paper):
        number = f"INV-2026-{paper:04}"
        self.to = [f"Peña & Jürgensen Publishing {paper} Ltd", *TO]
        self.side = [
            ("Invoice number", number),
            ("Invoice date", "14 March 2026"),
            ("Date of supply", "6 March 2026"),
            ("Due date", "28 March 2026"),
            ("Your order number", "PO-88213"),
        ]
        self.rows = [
            (str(n + 1), f"{text} ({paper}.{n})", str(count), money(price), money(count * price))
            for n, (text, count, price) in enumerate(LINES)
        ]
        net = sum(count * price for _, count, price in LINES)
        self.sums = [("Total without tax", money(net)), (f"VAT 20% on {money(net)}", money(net // 5))]
        self.due = "£" + money(net + net // 5)
        self.pay = [
            [
                ("Account name", SENDER),
                ("Bank", "Starling Bank"),
                ("Sort code", "12-34-56"),
                ("Account number", "98765432"),
            ],
            [
                ("IBAN", "GB82 WEST 1234 5698 7654 32"),
                ("BIC", "SRLGGB2L"),
                ("Payment reference", number),
            ],
        ]


def html(paper):
    facts = Facts(paper)
    pairs = lambda items: "".join(f"<tr><th scope=row>{escape(a)}</th><td>{escape(b)}</td></tr>" for a, b in items)
    lines = lambda items: "<br>".join(map(escape, items))
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in facts.rows)
    heads = "".join(f"<th scope=col>{escape(head)}</th>" for head in HEADS)
    faces = "".join(
        f"@font-face{{font-family:I;font-weight:{weight};src:url('{(FONTS / file).as_uri()}')}}"
        for file, weight in [("Inter-Regular.ttf", 400), ("Inter-SemiBold.ttf", 600)]
    )
    return f"""<!doctype html><html lang=en-GB><head><meta charset=utf-8><title>Invoice</title><meta name=author content="Hollis &amp; Wren
Photography"><style>{faces}
@page{{size:A4;margin:15mm 20mm 10mm 22mm}}
body{{font:8.8pt/12pt I;margin:0;color:#1b1f2a}}table{{border-collapse:collapse}}th{{font-weight:400;text-align:left}}td,th{{padding:0}}
b,h2{{font-weight:600}}h1{{font:600 20pt/26pt I;color:#1d3c5c;margin:26pt 0 0}}.soft,.side th,.pay th,.items td:first-child{{color:#5b6170}}
.fold{{position:absolute;left:-14mm;width:4mm;border-top:.5pt solid #5b6170}}.top{{display:flex;align-items:flex-start;justify-content:space-between;
border-bottom:1pt solid #1d3c5c;padding-bottom:8pt;height:62pt;text-align:right;font-size:8pt;line-height:11pt}}.top b{{font-size:9.5pt;color:#1d3c5c}}
a{{color:inherit;text-decoration:none}}.return.soft{{font-size:6pt;height:0;margin:88pt 0 -88pt}}.foot{{position:absolute;left:0;right:0;top:265mm;
font-size:7pt;padding-top:6pt;border-top:.5pt solid #c4c7cf;display:flex;justify-content:space-between}}.who{{display:flex;justify-content:space-between;
margin-top:42pt;font-size:10pt}}.side{{width:205pt;font-size:8.5pt;line-height:13pt}}.side td{{text-align:right;font-weight:600}}
.items{{width:100%;margin-top:14pt}}.items th{{font:600 8pt/11pt I;background:#eff0f5}}.items th,.items td{{padding:3.7pt 5pt;
border-bottom:.5pt solid #c4c7cf}}.items :is(th,td):nth-child(n+3){{text-align:right;white-space:nowrap}}.end{{display:flow-root}}
.sums{{width:216pt;margin-left:auto}}.sums td{{text-align:right;padding:2pt 5pt}}
.sums .due>*{{font:600 11pt/18pt I;color:#1d3c5c;border-top:1pt solid #1d3c5c}}.terms{{width:160pt;height:56pt;margin-top:-56pt}}h2{{font-size:9pt;margin:4pt 0 0}}
p{{margin:0}}.pay{{background:#eff0f5;padding:9pt;margin-top:12pt}}.two{{display:flex}}.two table{{width:50%}}.pay h2{{margin:0 0 4pt}}
</style></head><body><i class=fold style="top:82mm"></i><i class=fold style="top:133mm"></i><i class=fold style="top:195mm"></i>
<p class="return soft">{escape(RETURN)}</p><div class=top><img src="{(FOLDER / 'logo.png').as_uri()}" style="width:135pt;height:45pt"
alt="{escape(SENDER)}"><div class=soft><b>{escape(SENDER)}</b><br>{lines(FROM)}<br><a href="mailto:{MAIL}">{MAIL}</a></div></div><div class=who>
<div>{lines(facts.to)}</div><table class=side>{pairs(facts.side)}</table></div><h1>Invoice</h1><p class=soft>{SUBJECT}</p><table class=items>
<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table><div class=end><table class=sums>{pairs(facts.sums)}<tr class=due><th scope=row>Amount
due</th><td>{facts.due}</td></tr></table><div class=terms><h2>Terms of payment</h2><p>{TERMS}</p></div></div><div class=pay><h2>How to pay</h2>
<div class=two><table>{pairs(facts.pay[0])}</table><table>{pairs(facts.pay[1])}</table></div></div><div class="foot soft"><span>{escape(FOOT)}</span><span>Page 1 of 1</span></div></body></html>"""


def typst_source(paper):
    facts = Facts(paper)
    text = lambda words: '#"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    cell = lambda words, bold: f"[*{text(words)}*]" if bold else f"[{text(words)}]"
    cells = lambda items, bold=None: ", ".join(cell(words, n == bold) for item in items for n, words in enumerate(item))
    lines = lambda items: " \\\n".join(map(text, items))
    heads = ", ".join(f"[{text(head)}]" for head in HEADS)
    return f"""#set document(title: "Invoice", author: "{SENDER}", date: datetime(year: 2026, month: 3, day: 14))
#set page(paper: "a4", margin: (left: 22mm, right: 20mm, top: 15mm, bottom: 22mm),
  background: for y in (97mm, 148mm, 210mm) {{ place(dx: 5mm, dy: y, line(length: 4mm, stroke: .5pt)) }},
  footer: context {{ line(length: 100%, stroke: .5pt + luma(200)); grid(columns: (1fr, auto), text(7pt)[{text(FOOT)}],
  text(7pt)[Page #counter(page).display() of #counter(page).final().first()]) }})
#set strong(delta: 200)
#set text(font: "Inter", size: 8.8pt, lang: "en", region: "gb", hyphenate: false)
#set par(leading: 4pt)
#let blue = rgb("#1d3c5c")
#let ground = rgb("#eff0f5")
#let thin = .5pt + rgb("#c4c7cf")
#show heading: set text(9pt, weight: 600)
#show heading.where(level: 1): set text(20pt, fill: blue)
#place(dy: 88pt, text(6pt)[{text(RETURN)}])
#grid(columns: (1fr, auto), image("logo.png", height: 45pt, alt: "{SENDER}"), align(right, text(8pt)[#text(9.5pt, weight: 600, fill: blue)[{text(SENDER)}] \\
{lines(FROM)} \\
#link("mailto:{MAIL}")[{text(MAIL)}]]))
#line(length: 100%, stroke: blue)
#v(30pt)
#grid(columns: (1fr, 205pt), text(10pt)[{lines(facts.to)}], grid(columns: (1fr, auto), row-gutter: 6pt, align: (left, right), {cells(facts.side, 1)}))
#v(20pt)
= Invoice
{text(SUBJECT)}
#table(columns: (auto, 1fr, auto, auto, auto), align: (left, left, right, right, right), inset: (x: 5pt, y: 5pt), stroke: (x, y) => (bottom: thin),
  fill: (_, y) => if y == 0 {{ ground }}, table.header({heads}), {cells(facts.rows)})
#block(width: 100%)[#align(right, block(width: 216pt, grid(columns: (1fr, auto), row-gutter: 6pt, align: (left, right), {cells(facts.sums)}, grid.hline(stroke: blue),
  text(11pt, weight: 600, fill: blue)[Amount due], text(11pt, weight: 600, fill: blue)[{text(facts.due)}])))
#place(top + left, block(width: 170pt)[== Terms of payment
{text(TERMS)}])]
#block(fill: ground, inset: 9pt, width: 100%)[
== How to pay
#grid(columns: (1fr, 1fr), grid(columns: 2, gutter: 6pt, {cells(facts.pay[0])}), grid(columns: 2, gutter: 6pt, {cells(facts.pay[1])}))]
"""


def typst_engine():
    import typst

    source = FOLDER / "invoice.typ"
    source.write_text(typst_source(0))
    compiler = typst.Compiler(str(source), root=str(FOLDER), font_paths=[str(FONTS)], ignore_system_fonts=True)

    def forget():
        # It keeps the layout of what stays the same for ten compilations; no engine here has a cache of layout.
        source.write_text("")
        for _ in range(12):
            compiler.compile(format="pdf")

    def make(paper):
        source.write_text(typst_source(paper))
        return compiler.compile(format="pdf", pdf_standards=["a-3a", "ua-1"])

    return version("typst"), make, forget


def weasyprint_engine():
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    settings = {"font_config": fonts, "pdf_variant": "pdf/ua-1", "pdf_tags": True}
    return version("weasyprint"), lambda paper: weasyprint.HTML(string=html(paper)).write_pdf(**settings), lambda: None


def chromium_engine():
    from playwright.sync_api import sync_playwright

    browser = sync_playwright().start().chromium.launch(executable_path=sys.argv[4], args=["--no-sandbox"])
    page = browser.new_page()
    source = FOLDER / "invoice.html"

    def make(paper):
        # Through a file: a page that comes from nowhere may not read the fonts and the logo.
        source.write_text(html(paper))
        page.goto(source.as_uri())
        page.evaluate("document.fonts.ready")
        return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True)

    return browser.version.split(".")[0], make, lambda: None


told, make, forget = {"typst": typst_engine, "weasyprint": weasyprint_engine, "chromium": chromium_engine}[ENGINE]()
print("ready", told, flush=True)
for line in sys.stdin:
    number, *file = line.split()
    forget()
    begun = time.perf_counter()
    made = make(int(number))
    print(f"{(time.perf_counter() - begun) * 1000:.4f} {len(made)}", flush=True)
    if file:
        Path(file[0]).write_bytes(made)
