"""Makes the two example documents of the quickstart.

They are checked in; run this only to change them:

    pip install reportlab==5.0.1 pillow==12.3.0
    python make_examples.py

Company names, people and numbers are invented. The PDF comes out the same byte
for byte on every run; the image needs the DejaVu fonts and may differ a little
between versions of FreeType.
"""

import random
from decimal import Decimal

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle)

SELLER = "Brightwater Instruments Ltd."
BUYER = "Kestrel Marine Research, 4 Harbour Row, Falmouth"

# article, description, note, quantity, unit price
LINES = [
    ("BW-1010", "Conductivity probe, titanium", "a", 4, "412.50"),
    ("BW-1011", "Probe cable, 25 m", "", 4, "68.00"),
    ("BW-1050", "Depth sensor, 300 m", "a", 2, "1190.00"),
    ("BW-1051", "Depth sensor mounting kit", "", 2, "45.90"),
    ("BW-2004", "Data logger, 8 channels", "b", 1, "2375.00"),
    ("BW-2005", "Logger battery pack", "", 3, "129.00"),
    ("BW-2006", "Logger case, waterproof", "", 1, "310.00"),
    ("BW-3120", "Turbidity sensor", "a", 2, "845.00"),
    ("BW-3121", "Wiper blades, set of ten", "", 5, "22.40"),
    ("BW-3300", "pH electrode, flat surface", "c", 6, "96.75"),
    ("BW-3301", "pH buffer set 4/7/10", "c", 6, "18.20"),
    ("BW-4000", "Deployment frame, stainless", "", 1, "1640.00"),
    ("BW-4001", "Shackle, 12 mm", "", 24, "3.85"),
    ("BW-4002", "Marker buoy, yellow", "", 4, "57.30"),
    ("BW-4003", "Mooring rope, 100 m", "", 2, "143.00"),
    ("BW-5010", "Calibration on site, per day", "d", 2, "720.00"),
    ("BW-5011", "Travel, flat rate", "d", 1, "185.00"),
    ("BW-9000", "Packing and insurance", "", 1, "94.60"),
]
FIRST_PAGE = 11
FOOTNOTES_1 = [
    "<super>a</super> Calibrated at the factory; the certificate is in the probe's case.",
    "<super>b</super> Firmware 4.2 installed. Price includes a licence for one station.",
]
FOOTNOTES_2 = [
    "<super>c</super> Shelf life 12 months from the date of this invoice.",
    "<super>d</super> Services are taxed at the reduced rate of 5 %.",
]

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9.5, leading=13)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=7.5, leading=10, textColor=colors.HexColor("#333333"))
HEAD = ParagraphStyle("head", parent=BODY, fontName="Helvetica-Bold", fontSize=17, leading=22)
SUB = ParagraphStyle("sub", parent=BODY, fontName="Helvetica-Bold", fontSize=11, leading=16, spaceBefore=8)


def money(value):
    return f"{value:,.2f}"


def amount(line):
    return Decimal(line[4]) * line[3]


def items_table(lines, carried=None, total=None):
    rows = [["Article", "Description", "Qty", "Unit price", "Amount"]]
    if carried is not None:
        rows.append(["", "Carried over", "", "", money(carried)])
    for line in lines:
        article, text, note, quantity, price = line
        mark = f" <super>{note}</super>" if note else ""
        rows.append([article, Paragraph(text + mark, BODY), str(quantity), money(Decimal(price)), money(amount(line))])
    rows.append(["", "Total, net" if total is not None else "To carry over", "", "",
                 money(total if total is not None else sum(map(amount, lines)))])
    table = Table(rows, colWidths=[24 * mm, 78 * mm, 14 * mm, 26 * mm, 28 * mm], repeatRows=1)
    table.setStyle(TableStyle([
        ("FONT", (0, 0), (-1, 0), "Helvetica-Bold", 9.5),
        ("FONT", (0, 1), (-1, -1), "Helvetica", 9.5),
        ("FONT", (0, -1), (-1, -1), "Helvetica-Bold", 9.5),
        ("ALIGN", (2, 0), (-1, -1), "RIGHT"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#dde6ee")),
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, colors.HexColor("#9aa7b3")),
        ("LINEABOVE", (0, -1), (-1, -1), 1, colors.black),
    ]))
    return table


class Stamp(Flowable):
    """A slanted rubber stamp over the text: what page 3's instruction says to skip."""

    def draw(self):
        c = self.canv
        c.saveState()
        c.translate(105 * mm, 12 * mm)
        c.rotate(14)
        c.setStrokeColor(colors.HexColor("#b03030"))
        c.setFillColor(colors.HexColor("#b03030"))
        c.setLineWidth(2)
        c.roundRect(0, 0, 58 * mm, 20 * mm, 4 * mm)
        c.setFont("Helvetica-Bold", 19)
        c.drawCentredString(29 * mm, 10.5 * mm, "RECEIVED")
        c.setFont("Helvetica", 9)
        c.drawCentredString(29 * mm, 4.5 * mm, "21 MAR 2026  Goods-in 2")
        c.restoreState()


def footer(canvas, document):
    canvas.setFont("Helvetica", 8)
    canvas.setFillColor(colors.HexColor("#555555"))
    canvas.drawString(20 * mm, 12 * mm, f"{SELLER}  Invoice 2026-0317")
    canvas.drawRightString(190 * mm, 12 * mm, f"Page {document.page} of 3")


def make_invoice(path):
    first, rest = LINES[:FIRST_PAGE], LINES[FIRST_PAGE:]
    carried, net = sum(map(amount, first)), sum(map(amount, LINES))
    services = sum(amount(line) for line in LINES if line[2] == "d")
    goods = net - services
    vat_goods = (goods * Decimal("0.20")).quantize(Decimal("0.01"))
    vat_services = (services * Decimal("0.05")).quantize(Decimal("0.01"))
    taxes = Table(
        [["Tax", "Rate", "Net", "Tax due"],
         ["Goods", "20 %", money(goods), money(vat_goods)],
         ["Services", "5 %", money(services), money(vat_services)],
         ["Invoice total, GBP", "", "", money(net + vat_goods + vat_services)]],
        colWidths=[60 * mm, 20 * mm, 35 * mm, 35 * mm], hAlign="LEFT")
    taxes.setStyle(TableStyle([
        ("FONT", (0, 0), (-1, -1), "Helvetica", 9.5),
        ("FONT", (0, 0), (-1, 0), "Helvetica-Bold", 9.5),
        ("FONT", (0, -1), (-1, -1), "Helvetica-Bold", 9.5),
        ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, colors.HexColor("#9aa7b3")),
        ("LINEABOVE", (0, -1), (-1, -1), 1, colors.black),
    ]))
    story = [
        Paragraph(SELLER, HEAD),
        Paragraph("17 Quayside Works, Lowestoft", BODY),
        Spacer(1, 6 * mm),
        Paragraph(f"To: {BUYER}", BODY),
        Paragraph("Invoice 2026-0317, dated 17 March 2026. Order KMR-5512. Payable within 30 days.", BODY),
        Paragraph("Items", SUB),
        items_table(first),
        Spacer(1, 3 * mm),
        *[Paragraph(note, SMALL) for note in FOOTNOTES_1],
        PageBreak(),
        Paragraph("Items, continued", SUB),
        items_table(rest, carried=carried, total=net),
        Spacer(1, 3 * mm),
        *[Paragraph(note, SMALL) for note in FOOTNOTES_2],
        PageBreak(),
        Paragraph("Tax and total", SUB),
        taxes,
        Spacer(1, 10 * mm),
        Paragraph("Payment to Brightwater Instruments Ltd., sort code 00-00-00, account 00000000, "
                  "reference 2026-0317. Goods remain the property of the seller until paid in full.", BODY),
        Paragraph("Returns within 14 days, unopened. Electrodes and buffers cannot be returned.", BODY),
        Stamp(),
    ]
    SimpleDocTemplate(
        path, pagesize=A4, leftMargin=20 * mm, rightMargin=20 * mm, topMargin=20 * mm, bottomMargin=22 * mm,
        title="Invoice 2026-0317", author=SELLER, invariant=1).build(story, onFirstPage=footer, onLaterPages=footer)


def font(name, size):
    return ImageFont.truetype(f"/usr/share/fonts/truetype/dejavu/{name}.ttf", size)


def make_scan(path):
    width, height = 1000, 1414
    page = Image.new("L", (width, height), 247)
    draw = ImageDraw.Draw(page)
    text, bold, mono = font("DejaVuSans", 20), font("DejaVuSans-Bold", 30), font("DejaVuSansMono", 20)
    draw.text((90, 90), SELLER, 25, font=bold)
    draw.text((90, 135), "Delivery note DN-8841", 25, font=font("DejaVuSans-Bold", 24))
    draw.text((90, 180), f"To: {BUYER}", 40, font=text)
    draw.text((90, 210), "Order KMR-5512   Invoice 2026-0317   Shipped 19 March 2026", 40, font=text)
    draw.line((90, 260, 910, 260), 60, 2)
    draw.text((95, 270), "Article    Description                     Ordered  Sent", 30, font=mono)
    draw.line((90, 302, 910, 302), 60, 2)
    y = 316
    for article, name, _, quantity, _ in LINES[:15]:
        draw.text((95, y), f"{article:<9}  {name:<31}  {quantity:>6}  {quantity:>4}", 45, font=mono)
        y += 38
    draw.line((90, y + 4, 910, y + 4), 60, 2)
    draw.text((90, y + 24), "Boxes: 3      Weight: 86 kg      Carrier: Anglia Freight", 40, font=text)
    draw.text((90, y + 150), "Received in good order:", 40, font=text)
    draw.line((360, y + 175, 760, y + 175), 90, 1)
    handwriting(page, "22", (792, 764), 30)
    draw.line((742, 790, 780, 776), 95, 4)
    handwriting(page, "2 missing, follow next week  J. P.", (250, y + 88), 26)
    signature(draw, 390, y + 150)
    shadow = Image.linear_gradient("L").rotate(90).resize((width, height)).point(lambda v: 255 - v // 14)
    page = Image.composite(page, Image.new("L", page.size, 200), shadow)
    page = page.rotate(1.4, resample=Image.BICUBIC, fillcolor=214).filter(ImageFilter.GaussianBlur(0.7))
    chance = random.Random(8841)
    pixels = page.load()
    for _ in range(2600):
        x, y = chance.randrange(width), chance.randrange(height)
        pixels[x, y] = max(0, pixels[x, y] - chance.randrange(20, 90))
    page.save(path, quality=52, optimize=True, dpi=(120, 120))


def handwriting(page, words, at, size):
    layer = Image.new("L", (620, 60), 0)
    ImageDraw.Draw(layer).text((6, 8), words, 255, font=font("DejaVuSerif-BoldItalic", size))
    layer = layer.transform(layer.size, Image.AFFINE, (1, 0.22, 0, 0.015, 1, 0), Image.BICUBIC).rotate(1.6)
    page.paste(Image.new("L", layer.size, 95), at, layer)


def signature(draw, x, y):
    chance = random.Random(3)
    points = [(x + 11 * i, y + 8 + chance.randrange(-18, 20)) for i in range(24)]
    draw.line(points, 80, 3, joint="curve")


make_invoice("invoice.pdf")
make_scan("delivery-note.jpg")
