"""Cuts the reader's fonts out of whole ones and writes their style sheet.

Started by `cargo run -p xtask -- fonts`, which brings the whole fonts and fontTools.
Arguments: the folder of the npm packages, the folder of the cuts, the style sheet.

One cut a script, family and weight. A cut holds what a page in its script needs and no more:
its letters, and also the digits, spaces, punctuation and the plain Latin letters of foreign names,
so that no second file is fetched for those. An accented Latin letter on such a page comes from the
Latin cut, by a family that claims those letters alone: a browser asks for the next family too while
a nearer one is on its way, for any letter that both claim. What a font lacks (signs of currencies, as a rule) is lent by Noto, whose weight and
size are near to all of them. Outlines are brought to 500 units an em: half a thousandth of the
type's size is less than a screen shows, and the files shrink by a tenth.
"""

import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

from fontTools.pens.filterPen import DecomposingFilterPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

UNITS = 500

# Kerning under this many thousandths of an em is not seen, and costs as much as any other.
KERNING_SEEN = 15
KERNING_STEP = 10


def span(first, last):
    return "".join(chr(code) for code in range(first, last + 1))


ASCII = span(0x20, 0x7E)
# No-break, thin and narrow no-break space, no-break hyphen; quotes, dashes, signs.
POINTS = "\u00a0\u2009\u202f\u2011‘’‚“”„«»‹›–—…·•×÷−°§©®™№′″€£₽₺₼₾₪"
EVERYWHERE = ASCII + POINTS
# What English, French, German, Spanish and the Nordic languages, Azerbaijani and Turkish write.
ACCENTED = "àáâäåãæçèéêëìíîïñòóôöõøœùúûüýßÀÁÂÄÅÇÈÉÊÍÎÑÓÔÖØÚÜəƏğĞıİşŞ"
CYRILLIC = span(0x410, 0x44F) + "ЁёІіЇїЄєҐґЎў"
ARMENIAN = span(0x531, 0x556) + span(0x559, 0x55F) + span(0x561, 0x58A) + "\u058f\u2024"
GEORGIAN = span(0x10D0, 0x10FA)
HEBREW = span(0x5D0, 0x5EA) + "\u05b0\u05b1\u05b2\u05b3\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05bb\u05bc\u05be\u05c1\u05c2\u05f3\u05f4"
ARABIC = (
    "\u060c\u061b\u061f"
    + span(0x621, 0x63A)
    + span(0x640, 0x655)
    + span(0x660, 0x66C)
    + "\u0670\u0671\u0679\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c0\u06c1\u06cc\u06d2\u06d4"
    + span(0x6F0, 0x6F9)
    + "\u200c\u200d\u200e\u200f\ufd3e\ufd3f"
)

PLAIN = ["kern"]
SHAPED = ["ccmp", "init", "medi", "fina", "rlig", "liga", "calt", "locl", "kern", "mark", "mkmk"]
POINTED = ["ccmp", "kern", "mark", "mkmk"]

EXPO = "@expo-google-fonts"
SERIF, SANS = "Masthead Serif", "Masthead Sans"
ACCENTS = "Accents"


def expo(package, style):
    return f"{EXPO}/{package}/{style.split('_')[1]}/{style}.ttf"


def noto_pieces(script, weight):
    """A family that comes in pieces only: its own letters, Latin ones from the second."""
    files = f"@fontsource/noto-serif-{script}/files/noto-serif-{script}"
    return [f"{files}-{piece}-{weight}-normal.woff2" for piece in (script, "latin")]


LENDERS = {
    (SERIF, 400): expo("noto-serif", "NotoSerif_400Regular"),
    (SERIF, 600): expo("noto-serif", "NotoSerif_600SemiBold"),
    (SANS, 500): expo("noto-sans", "NotoSans_500Medium"),
}


@dataclass
class Script:
    """A script's cuts: whole fonts by family and weight, first the one that is liked best."""

    name: str
    family: str
    languages: list
    letters: str
    features: list
    fonts: dict
    stand_ins: list = field(default_factory=list)
    sample: str = ""


@dataclass
class StandIn:
    """A font that readers may have, and a whole font of the same measure to take it from."""

    names: dict
    fonts: dict


TIMES = StandIn(
    {400: ["Times New Roman", "Liberation Serif"], 600: ["Times New Roman Bold", "Liberation Serif Bold"]},
    {400: expo("tinos", "Tinos_400Regular"), 600: expo("tinos", "Tinos_700Bold")},
)
GEORGIA = StandIn(
    {400: ["Georgia", "Gelasio"], 600: ["Georgia Bold", "Gelasio Bold"]},
    {400: expo("gelasio", "Gelasio_400Regular"), 600: expo("gelasio", "Gelasio_700Bold")},
)
DEJAVU_SERIF = StandIn(
    {400: ["DejaVu Serif"], 600: ["DejaVu Serif Bold"]},
    {400: "dejavu-fonts-ttf/ttf/DejaVuSerif.ttf", 600: "dejavu-fonts-ttf/ttf/DejaVuSerif-Bold.ttf"},
)
ARIAL = StandIn({500: ["Arial", "Liberation Sans", "Helvetica"]}, {500: expo("arimo", "Arimo_400Regular")})
DEJAVU_SANS = StandIn({500: ["DejaVu Sans"]}, {500: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf"})
DEJAVU_PLAIN = StandIn(
    {400: ["DejaVu Sans"], 600: ["DejaVu Sans Bold"]},
    {400: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf", 600: "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"},
)

LITERATA = {
    (SERIF, 400): [expo("literata", "Literata_400Regular")],
    (SERIF, 600): [expo("literata", "Literata_600SemiBold")],
    (SANS, 500): [expo("source-sans-3", "SourceSans3_500Medium")],
}

SCRIPTS = [
    Script(
        name="latin", family="", languages=[], letters=ACCENTED, features=PLAIN, fonts=LITERATA,
        stand_ins=[GEORGIA, TIMES, DEJAVU_SERIF, ARIAL, DEJAVU_SANS],
        sample="The council voted on Tuesday to reopen the harbour bridge after a year of repairs, said its chair.",
    ),
    Script(
        name="cyrillic", family=" Cyrillic", languages=["ru", "uk", "be"], letters=CYRILLIC + "₴",
        features=PLAIN, fonts=LITERATA, stand_ins=[TIMES, DEJAVU_SERIF, ARIAL, DEJAVU_SANS],
        sample="Городской совет во вторник решил снова открыть мост в порту после года ремонта, сообщил глава.",
    ),
    Script(
        name="armenian", family=" Armenian", languages=["hy"], letters=ARMENIAN, features=PLAIN,
        fonts={
            (SERIF, 400): noto_pieces("armenian", 400),
            (SERIF, 600): noto_pieces("armenian", 600),
            (SANS, 500): [expo("noto-sans-armenian", "NotoSansArmenian_500Medium")],
        },
        stand_ins=[DEJAVU_SERIF, DEJAVU_SANS],
        sample="Քաղաքային խորհուրդը երեքշաբթի որոշեց կրկին բացել նավահանգստի կամուրջը մեկ տարվա նորոգումից հետո։",
    ),
    Script(
        name="georgian", family=" Georgian", languages=["ka"], letters=GEORGIAN, features=PLAIN,
        fonts={
            (SERIF, 400): noto_pieces("georgian", 400),
            (SERIF, 600): noto_pieces("georgian", 600),
            (SANS, 500): [expo("noto-sans-georgian", "NotoSansGeorgian_500Medium")],
        },
        stand_ins=[DEJAVU_SERIF, DEJAVU_SANS],
        sample="საქალაქო საბჭომ სამშაბათს გადაწყვიტა ნავსადგურის ხიდის ხელახლა გახსნა ერთწლიანი შეკეთების შემდეგ.",
    ),
    Script(
        name="arabic", family=" Arabic", languages=["ar", "fa"], letters=ARABIC, features=SHAPED,
        fonts={
            (SERIF, 400): [expo("noto-naskh-arabic", "NotoNaskhArabic_400Regular")],
            (SERIF, 600): [expo("noto-naskh-arabic", "NotoNaskhArabic_600SemiBold")],
            (SANS, 500): [expo("noto-sans-arabic", "NotoSansArabic_500Medium")],
        },
        stand_ins=[DEJAVU_PLAIN, DEJAVU_SANS],
        sample="قرر مجلس المدينة يوم الثلاثاء إعادة فتح جسر الميناء بعد عام من أعمال الترميم",
    ),
    Script(
        name="hebrew", family=" Hebrew", languages=["he"], letters=HEBREW, features=POINTED,
        fonts={
            (SERIF, 400): [expo("frank-ruhl-libre", "FrankRuhlLibre_400Regular")],
            (SERIF, 600): [expo("frank-ruhl-libre", "FrankRuhlLibre_600SemiBold")],
            (SANS, 500): [expo("noto-sans-hebrew", "NotoSansHebrew_500Medium")],
        },
        stand_ins=[TIMES, ARIAL, DEJAVU_PLAIN, DEJAVU_SANS],
        sample="מועצת העיר החליטה ביום שלישי לפתוח מחדש את גשר הנמל לאחר שנה של עבודות שיפוץ",
    ),
]


def opened(path):
    font = TTFont(path, recalcTimestamp=False)
    # The no-break hyphen is the hyphen; few fonts draw it twice.
    for table in font["cmap"].tables:
        if table.isUnicode() and 0x2011 not in table.cmap and 0x2010 in table.cmap:
            table.cmap[0x2011] = table.cmap[0x2010]
        elif table.isUnicode() and 0x2011 not in table.cmap and 0x2D in table.cmap:
            table.cmap[0x2011] = table.cmap[0x2D]
    return font


def subset(font, letters, features):
    options = Options(hinting=False, layout_features=features, name_IDs=[], glyph_names=False)
    options.drop_tables += ["STAT", "DSIG", "gasp", "MVAR", "HVAR", "meta", "BASE", "vhea", "vmtx", "VORG"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    return font


def quieten_kerning(font):
    """Rounds kerning, and drops what nobody sees."""
    if "GPOS" not in font:
        return
    unit = font["head"].unitsPerEm / 1000
    values = []
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = table.ExtSubTable if table.LookupType == 9 else table
            if table.LookupType == 2 and table.Format == 1:
                values += [pair.Value1 for pairs in table.PairSet for pair in pairs.PairValueRecord]
            elif table.LookupType == 2:
                values += [second.Value1 for first in table.Class1Record for second in first.Class2Record]
    for value in values:
        kerning = getattr(value, "XAdvance", 0)
        if value is not None and kerning:
            step = KERNING_STEP * unit
            value.XAdvance = 0 if abs(kerning) < KERNING_SEEN * unit else round(round(kerning / step) * step)


def cut(script, family, weight, packages):
    """One cut as a font, and the letters of it that even the lender does not have."""
    wanted = script.letters + EVERYWHERE
    whole = None
    for path in [*script.fonts[family, weight], LENDERS[family, weight]]:
        font = opened(packages / path)
        has = "".join(letter for letter in wanted if ord(letter) in font.getBestCmap())
        wanted = "".join(letter for letter in wanted if letter not in has)
        if not has:
            continue
        quieten_kerning(subset(font, has, script.features if whole is None else []))
        if font["head"].unitsPerEm != UNITS:
            scale_upem(font, UNITS)
        if whole is None:
            whole = font
        else:
            lend(font, whole, has)
    name_it(whole, family, weight)
    return whole, wanted


def lend(lender, font, letters):
    """Draws a lender's letters into a font, each as one outline."""
    drawn, cmap = lender.getGlyphSet(), lender.getBestCmap()
    font.ensureDecompiled()
    for letter in letters:
        name = f"lent{ord(letter):04X}"
        pen = TTGlyphPen(None)
        drawn[cmap[ord(letter)]].draw(DecomposingFilterPen(pen, drawn))
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"].glyphs[name] = pen.glyph()
        font["hmtx"].metrics[name] = lender["hmtx"][cmap[ord(letter)]]
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(letter)] = name


def name_it(font, family, weight):
    """A changed font may not go by a reserved name (OFL, condition 3)."""
    font["name"].names = []
    style = {400: "Regular", 500: "Medium", 600: "SemiBold"}[weight]
    full = f"{family} {style}"
    for number, text in {1: full, 2: "Regular", 4: full, 6: full.replace(" ", "-")}.items():
        font["name"].setName(text, number, 3, 1, 0x409)


def width(font, sample):
    """The mean width of a sample's letters, in ems. Arabic is measured unjoined: near enough."""
    cmap, hmtx = font.getBestCmap(), font["hmtx"]
    known = [hmtx[cmap[ord(letter)]][0] for letter in sample if ord(letter) in cmap]
    return sum(known) / len(known) / font["head"].unitsPerEm


def ranges(letters):
    codes = sorted({ord(letter) for letter in letters})
    runs = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs)


def percent(ratio):
    return f"{ratio * 100:.2f}".rstrip("0").rstrip(".") + "%"


def face(lines):
    return "@font-face {\n" + "".join(f"  {line};\n" for line in lines) + "}\n"


WEIGHTS = {400: "1 499", 500: "1 999", 600: "500 999"}


def cut_face(family, weight, name, letters):
    return face([
        f'font-family: "{family}"',
        f"font-weight: {WEIGHTS[weight]}",
        "font-display: optional",
        f'src: url("fonts/{name}") format("woff2")',
        f"unicode-range: {ranges(letters)}",
    ])


def stand_in_face(script, cut_font, family, weight, stand_in, packages):
    other = TTFont(packages / stand_in.fonts[weight])
    size = width(cut_font, script.sample) / width(other, script.sample)
    units, lines = cut_font["head"].unitsPerEm, cut_font["hhea"]
    names = ", ".join(f'local("{name}")' for name in stand_in.names[weight])
    return face([
        f'font-family: "{stand_in_family(script, family, stand_in)}"',
        f"font-weight: {WEIGHTS[weight]}",
        f"src: {names}",
        f"size-adjust: {percent(size)}",
        f"ascent-override: {percent(lines.ascent / units / size)}",
        f"descent-override: {percent(-lines.descent / units / size)}",
        f"line-gap-override: {percent(lines.lineGap / units / size)}",
    ])


def stand_in_family(script, family, stand_in):
    name = next(iter(stand_in.names.values()))[0]
    return f"{family}{script.family} as {name}"


def stack(script, family):
    """The families of a script's pages, first to last."""
    own = [f"{family}{script.family}"] + ([f"{family} {ACCENTS}"] if script.family else [])
    weights = {weight for of, weight in script.fonts if of == family}
    stand_ins = [stand_in for stand_in in script.stand_ins if weights <= stand_in.names.keys()]
    return own + [stand_in_family(script, family, stand_in) for stand_in in stand_ins]


def custom_properties(script):
    selector = ",\n".join(f":root:lang({language})" for language in script.languages) or ":root"
    generic = {SERIF: "serif", SANS: "sans-serif"}
    lines = []
    for variable, family in {"--serif": SERIF, "--sans": SANS}.items():
        families = [f'"{name}"' for name in stack(script, family)] + [generic[family]]
        lines.append(f"  {variable}:\n    " + ",\n    ".join(families) + ";\n")
    return f"{selector} {{\n{''.join(lines)}}}\n"


def sheet_of(script, packages, fonts):
    """Writes a script's cuts, and returns its part of the style sheet."""
    parts = []
    for (family, weight), _ in script.fonts.items():
        font, missing = cut(script, family, weight, packages)
        if missing:
            sys.exit(f"{script.name}, {family} {weight}: no font has {' '.join(hex(ord(m)) for m in missing)}")
        name = f"{script.name}-{family.split()[-1].lower()}-{weight}.woff2"
        letters = "".join(chr(code) for code in font.getBestCmap())
        font.flavor = "woff2"
        font.save(fonts / name)
        parts.append(cut_face(f"{family}{script.family}", weight, name, letters))
        if not script.family:
            parts.append(cut_face(f"{family} {ACCENTS}", weight, name, ACCENTED))
        for stand_in in script.stand_ins:
            if weight in stand_in.names:
                parts.append(stand_in_face(script, font, family, weight, stand_in, packages))
        print(f"{name}: {(fonts / name).stat().st_size:,} bytes, {len(letters)} characters")
    parts.append(custom_properties(script))
    return parts


def notices(packages, fonts):
    """The licence of each font that went in, under its package's name."""
    used = {path for script in SCRIPTS for paths in script.fonts.values() for path in paths} | set(LENDERS.values())
    for package in sorted({"/".join(path.split("/")[:2]) for path in used}):
        licence = packages / package / ("LICENSE_FONT" if package.startswith(EXPO) else "LICENSE")
        shutil.copyfile(licence, fonts / f"OFL-{package.split('/')[-1]}.txt")


HEAD = """/* The paper's letters: made by `cargo run -p xtask -- fonts`, not by hand. A family a script, cut
   from whole fonts; behind each stand fonts that readers have, brought to its measure, so that
   the lines stand where they will stand. `optional`: a page that was painted does not change its
   letters; where they come late, they are there on the next page. */

"""


def main(packages, fonts, sheet):
    parts = [part for script in SCRIPTS for part in sheet_of(script, packages, fonts)]
    notices(packages, fonts)
    sheet.write_text(HEAD + "\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
