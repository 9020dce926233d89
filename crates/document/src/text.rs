//! Plain words: runs by language for whoever counts, segments or indexes them, and the excerpt.

use domain::LocaleTag;

use crate::block::{Block, BlockKind};
use crate::inline::{Inline, Mark};
use crate::limits::Document;

/// Words of one language that follow on each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Their language; none where it is the article's own.
    pub lang: Option<LocaleTag>,
    /// The words. Blocks and hard breaks end with `\n`.
    pub text: String,
}

/// All words that a reader sees, in reading order: lines, captions, credits, titles. Joined, they
/// are the article's plain text with a line for each block.
pub fn plain_text(document: &Document) -> Vec<Run> {
    let mut runs = Vec::new();
    document.blocks().iter().for_each(|block| collect(block, &mut runs));
    runs
}

/// The beginning of the article in at most `max_chars` characters, `…` included where it was cut:
/// the words of its paragraphs, or of all its blocks where it has none, with one space for each
/// run of white space. Cut between words; within a word only where one alone is too long, and
/// then not before a combining mark.
pub fn excerpt(document: &Document, max_chars: usize) -> String {
    let mut words = String::new();
    for block in document.blocks() {
        if let BlockKind::Paragraph { text } = &block.kind {
            text.iter().for_each(|run| words.push_str(if *run == Inline::Break { " " } else { run.text() }));
            words.push(' ');
        }
        // No need to read a book for its first lines.
        if words.len() > max_chars.saturating_mul(16) {
            break;
        }
    }
    if words.trim().is_empty() {
        words = plain_text(document).into_iter().map(|run| run.text).collect();
    }
    shorten(&words, max_chars)
}

fn collect(block: &Block, runs: &mut Vec<Run>) {
    let kind = &block.kind;
    let words_last = matches!(kind, BlockKind::Quote { .. });
    if !words_last {
        lines(kind, runs);
    }
    for nested in kind.nested() {
        nested.iter().for_each(|block| collect(block, runs));
    }
    if words_last {
        lines(kind, runs);
    }
}

fn lines(kind: &BlockKind, runs: &mut Vec<Run>) {
    if let BlockKind::Audio { title, .. }
    | BlockKind::Video { title, .. }
    | BlockKind::Embed { title, .. }
    | BlockKind::Related { title, .. } = kind
        && !title.is_empty()
    {
        push(runs, None, title);
        push(runs, None, "\n");
    }
    for line in kind.lines().into_iter().filter(|line| !line.is_empty()) {
        for run in line {
            match run {
                Inline::Text { text, marks } => push(runs, language(marks), text),
                Inline::Break => end_line(runs),
            }
        }
        end_line(runs);
    }
}

fn language(marks: &[Mark]) -> Option<&LocaleTag> {
    marks.iter().find_map(|mark| match mark {
        Mark::Language { lang, .. } => lang.as_ref(),
        _ => None,
    })
}

fn push(runs: &mut Vec<Run>, lang: Option<&LocaleTag>, text: &str) {
    match runs.last_mut() {
        Some(last) if last.lang.as_ref() == lang => last.text.push_str(text),
        _ => runs.push(Run { lang: lang.cloned(), text: text.to_owned() }),
    }
}

/// A line's end belongs to its last words, whatever their language.
fn end_line(runs: &mut Vec<Run>) {
    match runs.last_mut() {
        Some(last) => last.text.push('\n'),
        None => push(runs, None, "\n"),
    }
}

/// Cuts to `max` characters.
fn shorten(text: &str, max: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    let words = || text.split(breaks_words).filter(|word| !word.is_empty());
    let whole = words().map(|word| word.chars().count()).fold(0, |sum, n| sum + n + usize::from(sum > 0));
    // Where it does not fit whole, the last place is the ellipsis's.
    let room = if whole <= max { max } else { max.saturating_sub(1) };
    for word in words() {
        let more = word.chars().count() + usize::from(length > 0);
        if length + more > room {
            break;
        }
        if length > 0 {
            out.push(' ');
        }
        out.push_str(word);
        length += more;
    }
    if whole <= max || max == 0 {
        return out;
    }
    if out.is_empty() {
        out = words().next().map_or_else(String::new, |word| cut_word(word, room));
    }
    out.truncate(out.trim_end_matches([',', ';', ':', '–', '—', '-', '،', '؛']).len());
    out.push('…');
    out
}

fn cut_word(word: &str, room: usize) -> String {
    let chars: Vec<char> = word.chars().collect();
    let joined = |at: usize| match (at.checked_sub(1).and_then(|it| chars.get(it)), chars.get(at)) {
        (Some(&before), Some(&after)) => joins(before, after),
        _ => false,
    };
    let end = (0..=room).rev().find(|&at| !joined(at)).unwrap_or(0);
    chars.into_iter().take(end).collect()
}

/// White space at which a line may be broken: not the no-break spaces.
const fn breaks_words(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// Whether two characters belong together: a mark to its letter, what a joiner joins, the two
/// halves of a flag. Not all of UAX #29, but what readers would see broken.
fn joins(before: char, after: char) -> bool {
    let flag = |c: char| matches!(u32::from(c), 0x1f1e6..=0x1f1ff);
    is_mark(after) || before == '\u{200d}' || (flag(before) && flag(after))
}

fn is_mark(c: char) -> bool {
    let n = u32::from(c);
    match n {
        // The scripts of India lie in blocks of one plan, 128 places each.
        0x0900..=0x0dff => {
            matches!(n & 0x7f, 0x00..=0x03 | 0x3a..=0x3c | 0x3e..=0x4f | 0x51..=0x57 | 0x62..=0x63)
        }
        _ => matches!(n,
            0x0300..=0x036f | 0x0483..=0x0489 | 0x0591..=0x05bd | 0x05bf | 0x05c1..=0x05c2
            | 0x05c4..=0x05c5 | 0x05c7 | 0x0610..=0x061a | 0x064b..=0x065f | 0x0670
            | 0x06d6..=0x06dc | 0x06df..=0x06e4 | 0x06e7..=0x06e8 | 0x06ea..=0x06ed
            | 0x0e31 | 0x0e34..=0x0e3a | 0x0e47..=0x0e4e | 0x0f71..=0x0f84 | 0x102b..=0x103e
            | 0x17b4..=0x17d3 | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x200c..=0x200d
            | 0x20d0..=0x20ff | 0x2de0..=0x2dff | 0x302a..=0x302f | 0x3099..=0x309a
            | 0xa66f..=0xa67d | 0xfe00..=0xfe0f | 0xfe20..=0xfe2f | 0x1f3fb..=0x1f3ff
            | 0xe0020..=0xe007f | 0xe0100..=0xe01ef),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PlainResolver, html_in};

    fn read(html: &str) -> Document {
        let mut next = 0;
        let mut ids = || {
            next += 1;
            next
        };
        html_in(html, &mut PlainResolver, &mut ids).document
    }

    #[test]
    fn runs_tell_their_language_in_reading_order() {
        let html = "<p>She said <bdi lang=ar>سلام</bdi>, twice.</p><blockquote><p>A<br>b</p>\
                    <footer>C</footer></blockquote><figure><img src=/a alt=x><figcaption>D</figcaption></figure>";
        let run = |lang: Option<&str>, text: &str| Run {
            lang: lang.map(|it| LocaleTag::parse(it).unwrap()),
            text: text.to_owned(),
        };
        let expected = [run(None, "She said "), run(Some("ar"), "سلام"), run(None, ", twice.\nA\nb\nC\nD\n")];
        assert_eq!(plain_text(&read(html)), expected);
    }

    #[test]
    fn an_excerpt_ends_with_a_word() {
        let document = read("<h2>Title</h2><p>One two,  three<br>four</p><p>five</p>");
        assert_eq!(excerpt(&document, 100), "One two, three four five");
        assert_eq!(excerpt(&document, 24), "One two, three four five");
        assert_eq!(excerpt(&document, 23), "One two, three four…");
        assert_eq!(excerpt(&document, 9), "One two…");
        assert_eq!(excerpt(&document, 0), "");
        assert_eq!(excerpt(&read("<h2>Title only</h2>"), 50), "Title only");
        assert_eq!(excerpt(&Document::empty(), 50), "");
    }

    #[test]
    fn an_excerpt_never_parts_what_belongs_together() {
        let cut = |text: &str, max| excerpt(&read(&format!("<p>{text}</p>")), max);
        assert_eq!(cut("10\u{a0}km away", 4), "10\u{a0}…");
        assert_eq!(cut("abcde\u{301}f", 6), "abcd…");
        assert_eq!(cut("ab👩\u{200d}🚀cd", 4), "ab…");
        assert_eq!(cut("ab🇦🇲cd", 4), "ab…");
        assert_eq!(cut("हिन्दीभाषा", 2), "…");
    }

    #[test]
    fn an_excerpt_is_never_longer_than_asked() {
        let document = read("<p>Ara, bet–gim dalet. He waw zajin chet tet.</p>");
        for max in 0..60 {
            assert!(excerpt(&document, max).chars().count() <= max, "{max}");
        }
    }
}
