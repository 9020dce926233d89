//! WordPress's shortcodes and the blocks that name something elsewhere, as the HTML that they stand for:
//! `[caption]`, `[gallery]`, `[embed]`, `[audio]`, `[video]`, `[playlist]`, embed blocks, and reusable
//! blocks. Others stay as they stand, and their names are told.
//!
//! Total. Not here: paragraphs of the classic editor, and the reading of the HTML.

use std::borrow::Cow;
use std::collections::BTreeSet;

use document::{Embedded, Href, Provider};

use super::survey::{FileWords, Survey};
use crate::{pictures::is_picture, wxr::Item};

/// How deep reusable blocks are put into each other; one may hold itself.
const DEEPEST: usize = 4;
/// Most bytes that a body may grow to by what is put into it.
const LARGEST: usize = 32 << 20;
/// Longest opening tag of a shortcode, in bytes.
const LONGEST: usize = 4_096;

/// An opening tag: its name, its attributes, what is behind it.
struct Opening<'t> {
    name: &'t str,
    attributes: &'t str,
    after: usize,
}

/// The body with HTML in the place of what is known, and the names of what is not.
pub(crate) fn expanded<'i>(item: &'i Item, survey: &Survey) -> (Cow<'i, str>, BTreeSet<String>) {
    let mut unknown = BTreeSet::new();
    let mut body = Cow::Borrowed(item.content.as_str());
    for _ in 0..DEEPEST {
        if !body.contains("<!-- wp:block ") || body.len() > LARGEST {
            break;
        }
        body = Cow::Owned(with_reused(&body, survey));
    }
    if body.contains("wp-block-embed__wrapper") {
        body = Cow::Owned(with_embeds(&body));
    }
    if !body.contains("<!-- wp:") && body.contains("http") {
        body = Cow::Owned(with_bare_addresses(&body));
    }
    if body.contains('[') {
        body = Cow::Owned(with_shortcodes(&body, item, survey, &mut unknown));
    }
    (body, unknown)
}

/// `<!-- wp:block {"ref":12} /-->` is what block 12 holds; nothing where the file has none.
fn with_reused(body: &str, survey: &Survey) -> String {
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, behind)) = rest.split_once("<!-- wp:block ") {
        out.push_str(before);
        let (fields, after) = behind.split_once("-->").unwrap_or((behind, ""));
        let id = fields.split_once("\"ref\":").and_then(|(_, id)| {
            let digits = id.trim_start().split(|c: char| !c.is_ascii_digit()).next()?;
            digits.parse::<u64>().ok()
        });
        if out.len() < LARGEST {
            out.push_str(id.and_then(|id| survey.reusable(id)).unwrap_or_default());
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Embed blocks hold an address as words; it becomes a frame, of which the reader makes an embed.
fn with_embeds(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, behind)) = rest.split_once("wp-block-embed__wrapper\">") {
        out.push_str(before);
        out.push_str("wp-block-embed__wrapper\">");
        let (words, after) =
            behind.split_at_checked(behind.find("</div>").unwrap_or(0)).unwrap_or(("", behind));
        match frame(words) {
            Some(frame) => out.push_str(&frame),
            None => out.push_str(words),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// In the classic editor an address alone on a line is shown as what it leads to, where WordPress knows
/// the site; files of sound and film are played.
fn with_bare_addresses(body: &str) -> String {
    let shown = |line: &str| {
        let address = line.trim();
        if !address.starts_with("http") {
            return None;
        }
        if let Some(element) = recording(address) {
            return Some(format!("<{element} src=\"{}\"></{element}>", escaped(address)));
        }
        let href = Href::parse(address).ok()?;
        let known = Embedded::of(&href).provider != Provider::Other;
        frame(address).filter(|_| known)
    };
    body.split('\n')
        .map(|line| shown(line).map_or(Cow::Borrowed(line), Cow::Owned))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The element that plays the file at an address: `audio` or `video`, by its name.
fn recording(address: &str) -> Option<&'static str> {
    let fits = frame(address).is_some();
    let (_, end) = address.rsplit_once('.').filter(|_| fits)?;
    match end.to_ascii_lowercase().as_str() {
        "mp3" | "m4a" | "ogg" | "wav" | "flac" => Some("audio"),
        "mp4" | "m4v" | "webm" | "ogv" | "mov" => Some("video"),
        _ => None,
    }
}

fn with_shortcodes(body: &str, item: &Item, survey: &Survey, unknown: &mut BTreeSet<String>) -> String {
    let mut out = String::with_capacity(body.len());
    let mut at = 0;
    while let Some(open) = body.get(at..).and_then(|rest| rest.find('[')).map(|i| at + i) {
        out.push_str(body.get(at..open).unwrap_or_default());
        // `[[gallery]]` is how an article speaks of one.
        let escaped = body.get(open + 1..).is_some_and(|rest| rest.starts_with('['));
        let opening = if escaped { None } else { opening(body, open) };
        let (html, end) = match &opening {
            None => (None, if escaped { open + 2 } else { open + 1 }),
            Some(tag) => {
                let close = format!("[/{}]", tag.name);
                let rest = body.get(tag.after..).unwrap_or_default();
                let within = rest.find(&close).and_then(|length| rest.get(..length));
                let html = html_of(tag, within, item, survey);
                let holds = matches!(tag.name, "caption" | "wp_caption" | "embed" | "audio" | "video");
                let whole = within.filter(|_| html.is_some() && holds);
                (html, tag.after + whole.map_or(0, |words| words.len() + close.len()))
            }
        };
        match html {
            Some(html) => out.push_str(&html),
            None => {
                out.push_str(body.get(open..end).unwrap_or_default());
                if let Some(tag) = opening.filter(|tag| is_meant(tag, body)) {
                    unknown.insert(tag.name.to_owned());
                }
            }
        }
        at = end;
    }
    out.push_str(body.get(at..).unwrap_or_default());
    out
}

/// The opening tag at `open`; none where the bracket begins none.
fn opening(body: &str, open: usize) -> Option<Opening<'_>> {
    let rest = body.get(open + 1..)?;
    let length = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')).count();
    let name = rest.get(..length).filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))?;
    let end = rest.bytes().take(LONGEST).position(|b| b == b']')?;
    let attributes = rest.get(length..end)?;
    let fits = attributes.is_empty() || attributes.starts_with([' ', '\u{a0}', '=', '/', '\n', '\t']);
    fits.then_some(Opening { name, attributes, after: open + 1 + end + 1 })
}

/// A bracket with attributes, or with its closing tag, was a shortcode; `[sic]` is a word.
fn is_meant(tag: &Opening<'_>, body: &str) -> bool {
    let closed = || body.get(tag.after..).is_some_and(|rest| rest.contains(&format!("[/{}]", tag.name)));
    tag.attributes.contains('=') || closed()
}

fn html_of(tag: &Opening<'_>, within: Option<&str>, item: &Item, survey: &Survey) -> Option<String> {
    let value = |name: &str| attribute(tag.attributes, name);
    match tag.name {
        "caption" | "wp_caption" => {
            let within = within?;
            // The picture may be in a link; its caption stands behind both, or is an attribute.
            let end = within.find("<img").and_then(|at| Some(at + within.get(at..)?.find('>')? + 1))?;
            let end = within
                .get(end..)
                .and_then(|rest| {
                    Some(end + rest.trim_start().strip_prefix("</a>").map(|after| rest.len() - after.len())?)
                })
                .unwrap_or(end);
            let (picture, words) = within.split_at_checked(end)?;
            let words = Some(words.trim()).filter(|words| !words.is_empty()).map(str::to_owned);
            let words = words.or_else(|| value("caption")).unwrap_or_default();
            Some(format!("<figure>{picture}<figcaption>{words}</figcaption></figure>"))
        }
        "gallery" => {
            let figures: String = files(value("ids").as_deref(), item, survey)
                .filter(|file| is_picture(&file.address))
                .map(|file| {
                    let (src, alt) = (escaped(&file.address), escaped(&file.alt));
                    let caption = escaped(&file.caption);
                    format!(
                        "<figure><img src=\"{src}\" alt=\"{alt}\"><figcaption>{caption}</figcaption></figure>"
                    )
                })
                .collect();
            (!figures.is_empty()).then(|| format!("<figure>{figures}</figure>"))
        }
        "playlist" => {
            let films = value("type").is_some_and(|kind| kind == "video");
            let element = if films { "video" } else { "audio" };
            let files =
                files(value("ids").as_deref(), item, survey).filter(|file| !is_picture(&file.address));
            let recordings: String = files
                .map(|file| format!("<{element} src=\"{}\"></{element}>", escaped(&file.address)))
                .collect();
            (!recordings.is_empty()).then_some(recordings)
        }
        "embed" | "youtube" | "vimeo" => {
            let source = within.map(str::to_owned).or_else(|| value("src")).or_else(|| value("url"));
            frame(&source.unwrap_or_else(|| tag.attributes.trim_start_matches(['=', ' ']).to_owned()))
        }
        "audio" | "video" => {
            let names = ["src", "mp3", "m4a", "ogg", "wav", "flac", "mp4", "m4v", "webm", "ogv", "mov"];
            let source = names.into_iter().find_map(value);
            // Old ones name the file alone: `[audio http://…]`.
            let bare = || tag.attributes.split_whitespace().find(|word| frame(word).is_some());
            let source = source.or_else(|| bare().map(str::to_owned));
            let source = source.or_else(|| within.map(|words| words.trim().to_owned()))?;
            Some(format!("<{0} src=\"{1}\"></{0}>", tag.name, escaped(&source)))
        }
        _ => None,
    }
}

/// The files of a list of ids, or all that were sent with the article.
fn files<'s>(
    ids: Option<&str>,
    item: &Item,
    survey: &'s Survey,
) -> impl Iterator<Item = &'s FileWords> + use<'s> {
    let ids: Vec<u64> = match ids {
        Some(ids) => ids.split(',').filter_map(|id| id.trim().parse().ok()).collect(),
        None => item.post_id.map(|id| survey.files_of(id).to_vec()).unwrap_or_default(),
    };
    ids.into_iter().filter_map(|id| survey.file(id))
}

fn frame(words: &str) -> Option<String> {
    let url = words.trim();
    let fits = url.starts_with("http://") || url.starts_with("https://");
    (fits && !url.contains(char::is_whitespace) && !url.contains('<'))
        .then(|| format!("<iframe src=\"{}\"></iframe>", escaped(&url.replace("&amp;", "&"))))
}

/// The value of an attribute: `name="…"`, `name='…'` or `name=…`.
fn attribute(attributes: &str, name: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        let at = rest.find(name)?;
        let (before, behind) = rest.split_at_checked(at)?;
        let behind = behind.get(name.len()..)?;
        rest = behind;
        let begins = before.is_empty() || before.ends_with(|c: char| c.is_whitespace());
        let Some(value) = behind.trim_start().strip_prefix('=').filter(|_| begins) else { continue };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let value = match quote {
            Some(quote) => value.get(1..)?.split(quote).next(),
            None => value.split(char::is_whitespace).next(),
        };
        return value.map(|value| value.trim_end_matches('/').to_owned()).filter(|value| !value.is_empty());
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(content: &str) -> (String, String) {
        let mut survey = Survey::default();
        let file = |id: u64, name: &str| Item {
            post_type: "attachment".to_owned(),
            post_id: Some(id),
            post_parent: Some(1),
            attachment_url: format!("http://a.example/{name}"),
            excerpt: format!("Caption {id}"),
            ..Item::default()
        };
        survey.item(&file(5, "5.jpg"));
        survey.item(&file(6, "6.mp3"));
        let block = Item {
            post_type: "wp_block".to_owned(),
            post_id: Some(8),
            content: "<p>Again</p>".to_owned(),
            ..Item::default()
        };
        survey.item(&block);
        let item = Item { post_id: Some(1), content: content.to_owned(), ..Item::default() };
        let (html, unknown) = expanded(&item, &survey);
        (html.into_owned(), unknown.into_iter().collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn a_caption_becomes_a_figure_s() {
        let picture = "<a href=\"x\"><img src=\"a.jpg\" /></a>";
        let html = format!("<figure>{picture}<figcaption>At <b>sea</b></figcaption></figure>");
        assert_eq!(
            shown(&format!("[caption id=\"a_5\" width=\"3\"]{picture} At <b>sea</b>[/caption]")).0,
            html
        );
        let old = shown("[caption caption=\"At sea\"]<img src=\"a.jpg\">[/caption]").0;
        assert_eq!(old, "<figure><img src=\"a.jpg\"><figcaption>At sea</figcaption></figure>");
    }

    #[test]
    fn a_gallery_shows_the_files_that_it_names_or_those_of_its_article() {
        let figure = "<figure><figure><img src=\"http://a.example/5.jpg\" alt=\"\"><figcaption>Caption 5</figcaption></figure></figure>";
        assert_eq!(shown("[gallery ids=\"5, 6,99\" columns=2]").0, figure);
        assert_eq!(shown("[gallery]").0, figure);
        assert_eq!(shown("[gallery ids=\"99\"]"), ("[gallery ids=\"99\"]".to_owned(), "gallery".to_owned()));
    }

    #[test]
    fn recordings_and_frames_are_elements() {
        assert_eq!(
            shown("[audio mp3=\"http://a.example/b.mp3\"][/audio]").0,
            "<audio src=\"http://a.example/b.mp3\"></audio>"
        );
        assert_eq!(shown("[playlist ids=\"6\"]").0, "<audio src=\"http://a.example/6.mp3\"></audio>");
        assert_eq!(
            shown("[embed]https://youtu.be/a?b=1&amp;c[/embed]!").0,
            "<iframe src=\"https://youtu.be/a?b=1&amp;c\"></iframe>!"
        );
        let block = "<figure><div class=\"wp-block-embed__wrapper\">\nhttps://youtu.be/a\n</div></figure>";
        assert!(shown(block).0.contains("><iframe src=\"https://youtu.be/a\"></iframe></div>"));
    }

    #[test]
    fn an_address_alone_on_a_line_is_shown_where_its_site_is_known() {
        let lines =
            "https://youtu.be/a\r\nSee https://youtu.be/b\nhttps://a.example/\nhttps://a.example/a.mp3";
        let html = "<iframe src=\"https://youtu.be/a\"></iframe>\nSee https://youtu.be/b\nhttps://a.example/\n\
            <audio src=\"https://a.example/a.mp3\"></audio>";
        assert_eq!(shown(lines).0, html);
        assert_eq!(
            shown("[audio https://a.example/a.mp3]").0,
            "<audio src=\"https://a.example/a.mp3\"></audio>"
        );
    }

    #[test]
    fn a_reusable_block_is_put_in_its_place() {
        assert_eq!(
            shown("a<!-- wp:block {\"ref\":8} /-->b<!-- wp:block {\"ref\":9} /-->").0,
            "a<p>Again</p>b"
        );
    }

    #[test]
    fn an_unknown_shortcode_stays_and_is_told_and_a_word_in_brackets_is_none() {
        let text = "He [sic] said [1] [contact-form-7 id=\"3\"] and [box]x[/box] [[gallery]] [";
        assert_eq!(shown(text), (text.to_owned(), "box contact-form-7".to_owned()));
    }

    proptest! {
        #[test]
        fn any_text_is_read_to_its_end(text in "(\\[/?(caption|gallery|embed|b)|[\\]\\[=\" հa<>-]|ids|<img>|</a>|<!-- wp:block ){0,30}") {
            let (html, _) = shown(&text);
            prop_assert!(html.len() <= 64 * (text.len() + 64));
        }
    }
}
