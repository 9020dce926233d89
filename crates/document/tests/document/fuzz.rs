//! HTML made by a grammar, and pages of real papers with changes: a document comes out that stays itself,
//! and nothing that runs.

use document::{What, limits::MAX_DEPTH};
use proptest::{prelude::*, test_runner::TestCaseError};
use rig::fuzz::{fuzz, mutated, samples};

use crate::{
    trees::numbered,
    untrusted::{depth, dropped, print, read},
};

/// What means something in HTML.
const WORDS: [&str; 28] = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<table>",
    "<td rowspan=0 colspan=9999999>",
    "</table>",
    "<select>",
    "<template>",
    "</template>",
    "<svg>",
    "<math><mi>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<style>",
    "<title>",
    "<a href=\"javascript:x\">",
    "<img src=x onerror=y>",
    "<iframe srcdoc='<script>'>",
    "<b>",
    "</b>",
    "&#x",
    "&nbsp",
    "\0",
];

const TAGS: [&str; 44] = [
    "p",
    "div",
    "section",
    "article",
    "h1",
    "h2",
    "h3",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "thead",
    "tr",
    "td",
    "th",
    "figure",
    "figcaption",
    "blockquote",
    "q",
    "cite",
    "pre",
    "code",
    "a",
    "b",
    "i",
    "u",
    "s",
    "sub",
    "sup",
    "span",
    "bdo",
    "ruby",
    "rt",
    "aside",
    "details",
    "video",
    "audio",
    "object",
    "svg",
];

const ATTRIBUTES: [&str; 22] = [
    "",
    " class=wp-block-gallery",
    " class=\"alignleft size-full\"",
    " style=\"font-weight:bold;color:red\"",
    " href=\"https://a.example/x?y=1&z\"",
    " href=javascript:alert(1)",
    " href=' data:text/html,x'",
    " src=/a.jpg alt=x",
    " src=data:x",
    " onclick=x",
    " lang=hy",
    " dir=rtl",
    " lang=\"\" dir=auto",
    " colspan=3 rowspan=2",
    " id=x name=y",
    " data-block=gallery",
    " data-block=fact-box",
    " data-part=title",
    " data-part=credit",
    " start=-5 type=a",
    " width=0",
    " srcset='a 1x, b 2x'",
];

/// A tree of elements, closed as it should be or not.
fn tree() -> impl Strategy<Value = String> {
    let text = prop_oneof![
        "[a-z \n\u{a0}éհא]{0,12}",
        Just("&amp;lt;".to_owned()),
        Just("[gallery ids=\"1,2\"]".to_owned()),
        Just("<br><hr><img src=/a.png>".to_owned()),
        Just("<iframe src=\"https://www.youtube.com/embed/abcdefghijk\"></iframe>".to_owned()),
        Just("<!-- wp:paragraph -->".to_owned()),
    ];
    text.prop_recursive(7, 120, 6, |inner| {
        let tag = prop::sample::select(TAGS.to_vec());
        let attributes = prop::collection::vec(prop::sample::select(ATTRIBUTES.to_vec()), 0..3);
        (tag, attributes, prop::collection::vec(inner, 0..6), 0..10_u8).prop_map(
            |(tag, attributes, inner, end)| {
                let end = match end {
                    0 => String::new(),
                    1 => "</b></p>".to_owned(),
                    _ => format!("</{tag}>"),
                };
                format!("<{tag}{}>{}{end}", attributes.concat(), inner.concat())
            },
        )
    })
}

/// Whether a tag that was printed may run something: values stand between double quotes there.
fn runs(tag: &str) -> bool {
    let lower = tag.to_lowercase();
    let names: String = lower.split('"').step_by(2).collect();
    let values = lower.split('"').skip(1).step_by(2);
    ["script", "style", "object", "embed", "svg", "math", "base", "meta", "form"]
        .iter()
        .any(|name| names.starts_with(name))
        || names.contains(" on")
        || names.contains("srcdoc")
        || values
            .into_iter()
            .any(|value| ["javascript:", "data:", "vbscript:"].iter().any(|it| value.starts_with(it)))
}

/// What comes out of any input.
fn is_sound(html: &[u8]) -> Result<(), TestCaseError> {
    let first = read(html);
    prop_assert_eq!(dropped(&first, What::Refused), 0);
    prop_assert!(depth(first.document.blocks()) < MAX_DEPTH);
    let printed = print(&first.document);
    for tag in printed.split('<').skip(1).filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag)) {
        prop_assert!(!runs(tag), "<{tag}>: {printed}");
    }
    let second = read(&printed);
    prop_assert_eq!(numbered(&second.document), numbered(&first.document), "{}", printed);
    Ok(())
}

#[test]
fn fuzz_html_of_a_grammar_gives_a_document_that_stays_itself() {
    fuzz(400, &tree(), |html| is_sound(html.as_bytes()));
}

#[test]
fn fuzz_changed_pages_give_a_document_that_stays_itself() {
    let mut pages = samples("html/readability", &["source.html"], 40_000);
    pages.push(b"<p>One <b>two</b> <a href=/x>three</a></p><figure><img src=/a.jpg><figcaption>Four</figcaption></figure>".to_vec());
    fuzz(40, &mutated(pages, &WORDS), |html| is_sound(&html));
}
