//! Generated documents in the form that HTML can carry: no white space that collapses, no empty
//! lines, no blocks that print nothing.

use document::{
    Block, BlockId, BlockKind, Cell, Document, Embedded, Figure, HeadingLevel, Href, Inline, ListItem, Mark,
    MediaRef, PictureRef, RelatedTarget, Row, Track,
};
use domain::{AssetId, Direction, LocaleTag};
use proptest::prelude::*;

fn word() -> impl Strategy<Value = String> {
    "[a-zé–“”…\u{a0}\u{2009}\u{200a}\u{ad}\u{200f}\u{2067}\u{301}<>&\"'א-ת0-9]{0,6}"
        .prop_map(|tail| format!("w{tail}"))
}

/// Words with single spaces between them.
fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 1..4).prop_map(|words| words.join(" "))
}

fn maybe_words() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), words()]
}

fn href() -> impl Strategy<Value = Href> {
    prop_oneof![
        Just("https://example.org/a?b=c&d=é#e"),
        Just("http://user@example.org:8080/"),
        Just("/post/новости"),
        Just("mailto:desk@example.org"),
        Just("a%20b/c"),
        Just("#here"),
    ]
    .prop_map(|it| Href::parse(it).unwrap())
}

fn file() -> impl Strategy<Value = Href> {
    "[a-z]{1,8}".prop_map(|name| Href::parse(&format!("https://files.example.org/{name}")).unwrap())
}

fn asset() -> impl Strategy<Value = AssetId> {
    any::<u128>().prop_map(|n| AssetId::new(uuid::Uuid::from_u128(n)))
}

fn mark() -> impl Strategy<Value = Mark> {
    let lang = prop_oneof![Just(None), Just(Some("ar")), Just(Some("en-GB")), Just(Some("hy"))];
    let dir = prop_oneof![Just(None), Just(Some(Direction::Rtl)), Just(Some(Direction::Ltr))];
    prop_oneof![
        href().prop_map(|href| Mark::Link { href }),
        (lang, dir).prop_map(|(lang, dir)| {
            Mark::Language { lang: lang.map(|it| LocaleTag::parse(it).unwrap()), dir }
        }),
        Just(Mark::Strong),
        Just(Mark::Emphasis),
        Just(Mark::Strike),
        Just(Mark::Sub),
        Just(Mark::Sup),
        Just(Mark::Code),
    ]
}

/// What comes before a run: nothing, a space, one break or two.
fn line() -> impl Strategy<Value = Vec<Inline>> {
    let run = (words(), prop::collection::vec(mark(), 0..3), 0_u8..8);
    prop::collection::vec(run, 1..5).prop_map(|runs| {
        let mut line = Vec::new();
        for (at, (text, marks, before)) in runs.into_iter().enumerate() {
            let text = if at > 0 && before < 4 { format!(" {text}") } else { text };
            let breaks = if at == 0 { 0 } else { before.saturating_sub(5) };
            line.extend((0..breaks).map(|_| Inline::Break));
            line.push(Inline::Text { text, marks });
        }
        line
    })
}

fn maybe_line() -> impl Strategy<Value = Vec<Inline>> {
    prop_oneof![Just(Vec::new()), line()]
}

fn picture() -> impl Strategy<Value = PictureRef> {
    prop_oneof![asset().prop_map(PictureRef::Asset), file().prop_map(PictureRef::Remote)]
}

fn figure() -> impl Strategy<Value = Figure> {
    (picture(), maybe_line(), maybe_words(), maybe_line()).prop_map(|(asset, caption, alt, credit)| Figure {
        asset,
        caption,
        alt,
        credit,
    })
}

fn video() -> impl Strategy<Value = BlockKind> {
    let track = (file(), asset(), prop::option::of(Just("hy")), maybe_words());
    let tracks = prop::collection::vec(track, 0..3);
    let poster = prop::option::of((file(), asset()));
    (any::<bool>(), file(), asset(), maybe_words(), maybe_line(), tracks, poster).prop_map(
        |(own, file, asset, title, caption, tracks, poster)| {
            // Ours loads nothing from elsewhere, and what is elsewhere knows nothing of ours.
            let media = |href, id| if own { MediaRef::Asset(id) } else { MediaRef::Remote(href) };
            let tracks = tracks.into_iter().map(|(href, id, lang, label)| Track {
                file: media(href, id),
                lang: lang.map(|it| LocaleTag::parse(it).unwrap()),
                label,
            });
            let poster =
                poster.map(|(href, id)| if own { PictureRef::Asset(id) } else { PictureRef::Remote(href) });
            let file = media(file, asset);
            BlockKind::Video { file, title, caption, tracks: tracks.collect(), poster }
        },
    )
}

fn embed() -> impl Strategy<Value = BlockKind> {
    let url = prop_oneof![
        Just("https://www.youtube.com/watch?v=abc"),
        Just("https://t.me/paper/7"),
        Just("https://example.org/x"),
    ];
    (url, maybe_words()).prop_map(|(url, title)| {
        let Embedded { provider, id, url } = Embedded::of(&Href::parse(url).unwrap());
        BlockKind::Embed { provider, id, title, url }
    })
}

fn verse() -> impl Strategy<Value = Vec<Inline>> {
    let mark = mark().prop_filter("code in code", |mark| *mark != Mark::Code);
    let run = ("[ \n\t]{0,3}w[a-zé<& \n\t]{0,9}", prop::collection::vec(mark, 0..2));
    prop::collection::vec(run, 1..4)
        .prop_map(|runs| runs.into_iter().map(|(text, marks)| Inline::Text { text, marks }).collect())
}

fn leaf() -> impl Strategy<Value = BlockKind> {
    let media = prop_oneof![asset().prop_map(MediaRef::Asset), file().prop_map(MediaRef::Remote)];
    prop_oneof![
        4 => line().prop_map(|text| BlockKind::Paragraph { text }),
        1 => (2_u8..=6, line()).prop_map(|(level, text)| BlockKind::Heading {
            level: HeadingLevel::new(level).unwrap(),
            text,
        }),
        1 => (line(), maybe_line()).prop_map(|(text, attribution)| BlockKind::PullQuote { text, attribution }),
        1 => figure().prop_map(BlockKind::Figure),
        1 => (prop::collection::vec(figure(), 1..3), maybe_line())
            .prop_map(|(figures, caption)| BlockKind::Gallery { figures, caption }),
        1 => (media, maybe_words(), maybe_line())
            .prop_map(|(file, title, caption)| BlockKind::Audio { file, title, caption }),
        1 => video(),
        1 => embed(),
        1 => (href(), maybe_words()).prop_map(|(url, title)| BlockKind::Related {
            target: RelatedTarget::Url(url),
            title,
        }),
        1 => verse().prop_map(|text| BlockKind::Preformatted { text }),
        1 => Just(BlockKind::Divider),
    ]
}

fn block(kind: BlockKind) -> Block {
    Block { id: BlockId::new(0), kind, of: None }
}

fn kind() -> impl Strategy<Value = BlockKind> {
    leaf().prop_recursive(3, 24, 3, |inner| {
        let blocks = prop::collection::vec(inner.prop_map(block), 1..4);
        let rows = (1_usize..3, 2_usize..4).prop_flat_map({
            let cell = (any::<bool>(), prop_oneof![Just(Vec::new()), blocks.clone().boxed()]);
            move |(rows, columns)| prop::collection::vec(prop::collection::vec(cell.clone(), columns), rows)
        });
        prop_oneof![
            (any::<bool>(), 0_u32..9, prop::collection::vec(blocks.clone(), 1..4)).prop_map(
                |(ordered, start, items)| BlockKind::List {
                    ordered,
                    start: if ordered { start } else { 1 },
                    items: items.into_iter().map(|blocks| ListItem { blocks }).collect(),
                }
            ),
            (blocks.clone(), maybe_line())
                .prop_map(|(blocks, attribution)| BlockKind::Quote { blocks, attribution }),
            (maybe_line(), blocks.clone()).prop_map(|(title, blocks)| BlockKind::FactBox { title, blocks }),
            blocks.clone().prop_map(|blocks| BlockKind::Note { blocks }),
            (maybe_line(), rows).prop_map(|(caption, rows)| BlockKind::Table { caption, rows: table(rows) }),
        ]
    })
}

/// A table with something in it, or HTML in would take it for layout.
fn table(rows: Vec<Vec<(bool, Vec<Block>)>>) -> Vec<Row> {
    let empty = rows.iter().flatten().all(|(_, blocks)| blocks.is_empty());
    let divider = || if empty { vec![block(BlockKind::Divider)] } else { Vec::new() };
    let cells = |row: Vec<(bool, Vec<Block>)>| {
        let cell = |(head, blocks): (bool, Vec<Block>)| Cell {
            head,
            colspan: 1,
            rowspan: 1,
            blocks: if blocks.is_empty() { divider() } else { blocks },
        };
        Row { cells: row.into_iter().map(cell).collect() }
    };
    rows.into_iter().map(cells).collect()
}

/// Documents whose ids count from 1 in reading order.
pub(crate) fn document() -> impl Strategy<Value = Document> {
    prop::collection::vec(kind().prop_map(block), 0..5).prop_map(|mut blocks| {
        number(&mut blocks, &mut 0);
        climb(&mut blocks, &mut 1);
        Document::new(blocks).unwrap()
    })
}

/// Lets no heading lie more than one level below the one before it.
fn climb(blocks: &mut [Block], last: &mut u8) {
    for block in blocks {
        if let BlockKind::Heading { level, .. } = &mut block.kind {
            *level = HeadingLevel::nearest(level.get().min(*last + 1));
            *last = level.get();
        }
        for nested in block.kind.nested_mut() {
            climb(nested, last);
        }
    }
}

/// Gives blocks the ids 1, 2, 3 … in reading order.
pub(crate) fn number(blocks: &mut [Block], last: &mut u64) {
    for block in blocks {
        *last += 1;
        block.id = BlockId::new(*last);
        for nested in block.kind.nested_mut() {
            number(nested, last);
        }
    }
}

/// A document as if its ids counted from 1, to compare what blocks hold.
pub(crate) fn numbered(document: &Document) -> Document {
    let mut blocks = document.blocks().to_vec();
    number(&mut blocks, &mut 0);
    Document::new(blocks).unwrap()
}
