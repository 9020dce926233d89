//! Feeds of any number of items, as a site's whole archive: RSS 2.0 with full texts.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
};

use crate::prose::Article;

/// Writes a feed of `items` items to `path`.
///
/// # Errors
/// The file cannot be written.
pub(crate) fn write(path: &Path, items: u64) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    out.write_all(
        b"<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n\
          <rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
          xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n<title>The Generated</title>\n\
          <link>https://generated.example</link>\n<language>en-GB</language>\n",
    )?;
    for number in 0..items {
        item(&mut out, &Article::of(number))?;
    }
    out.write_all(b"</channel>\n</rss>\n")?;
    out.flush()
}

fn item(out: &mut impl Write, article: &Article) -> io::Result<()> {
    let Article { number, title, slug, excerpt, html, sections, topics, author } = article;
    let (minute, hour, day) = (number % 6 * 10, number / 6 % 24, number / 144);
    let (month, year) = (day / 28, 2001 + day / 336);
    writeln!(
        out,
        "<item>\n<title>{title}</title>\n<link>https://generated.example/{slug}/</link>\n\
         <dc:creator><![CDATA[{author}]]></dc:creator>\n\
         <guid isPermaLink=\"false\">https://generated.example/?p={number}</guid>\n\
         <pubDate>{year:04}-{:02}-{:02}T{hour:02}:{minute:02}:00Z</pubDate>\n\
         <description><![CDATA[{excerpt}]]></description>\n<content:encoded><![CDATA[{html}]]></content:encoded>",
        month % 12 + 1,
        day % 28 + 1
    )?;
    for label in sections.iter().copied().chain(topics.iter().map(String::as_str)) {
        writeln!(out, "<category><![CDATA[{label}]]></category>")?;
    }
    out.write_all(b"</item>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_holds_what_was_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("feed.xml");
        write(&path, 3).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!((text.matches("<item>").count(), text.matches("</item>").count()), (3, 3));
    }
}
