//! WordPress exports of any size, written article by article: the memory that a gigabyte
//! takes is that of one article.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
};

use crate::prose::{AUTHORS, Article, SECTIONS, TOPICS, author, topic};

/// How long an export is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Length {
    /// So many articles, in one language.
    Articles(u64),
    /// The first article after so many bytes ends it. Of five articles the last two are one story in
    /// two languages, as Polylang writes that.
    Bytes(u64),
}

/// The languages of a story that is told twice.
const LANGUAGES: [(&str, &str); 2] = [("en", "en_GB"), ("ru", "ru_RU")];

/// Writes an export to `path` and tells how many articles it holds.
///
/// # Errors
/// The file cannot be written.
pub(crate) fn write(path: &Path, length: Length) -> io::Result<u64> {
    let mut out = Counted { to: BufWriter::with_capacity(1 << 20, File::create(path)?), bytes: 0 };
    head(&mut out)?;
    let in_two = matches!(length, Length::Bytes(_));
    if in_two {
        languages(&mut out)?;
    }
    let mut number = 0;
    while match length {
        Length::Articles(articles) => number < articles,
        Length::Bytes(bytes) => out.bytes < bytes,
    } {
        item(&mut out, &Article::of(number), in_two)?;
        number += 1;
    }
    out.write_all(b"</channel>\n</rss>\n")?;
    out.flush()?;
    Ok(number)
}

struct Counted<W> {
    to: W,
    bytes: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.bytes += u64::try_from(written).unwrap_or_default();
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

fn head(out: &mut impl Write) -> io::Result<()> {
    out.write_all(
        b"<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n\
          <rss version=\"2.0\" xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" \
          xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
          xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"http://wordpress.org/export/1.2/\">\n\
          <channel>\n<title>The Generated</title>\n<link>https://generated.example</link>\n\
          <language>en-GB</language>\n<wp:wxr_version>1.2</wp:wxr_version>\n\
          <wp:base_site_url>https://generated.example</wp:base_site_url>\n\
          <wp:base_blog_url>https://generated.example</wp:base_blog_url>\n",
    )?;
    for login in (0..AUTHORS).map(author) {
        writeln!(
            out,
            "<wp:author><wp:author_login><![CDATA[{login}]]></wp:author_login>\
             <wp:author_display_name><![CDATA[{login}]]></wp:author_display_name></wp:author>"
        )?;
    }
    for slug in SECTIONS {
        writeln!(
            out,
            "<wp:category><wp:category_nicename><![CDATA[{slug}]]></wp:category_nicename>\
             <wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[{slug}]]></wp:cat_name></wp:category>"
        )?;
    }
    for slug in (0..TOPICS).map(topic) {
        writeln!(
            out,
            "<wp:tag><wp:tag_slug><![CDATA[{slug}]]></wp:tag_slug><wp:tag_name><![CDATA[{slug}]]></wp:tag_name></wp:tag>"
        )?;
    }
    Ok(())
}

/// Polylang's terms of languages.
fn languages(out: &mut impl Write) -> io::Result<()> {
    for (code, locale) in LANGUAGES {
        writeln!(
            out,
            "<wp:term><wp:term_taxonomy>language</wp:term_taxonomy><wp:term_slug>{code}</wp:term_slug>\
             <wp:term_name>{code}</wp:term_name><wp:term_description>\
             <![CDATA[a:1:{{s:6:\"locale\";s:5:\"{locale}\";}}]]></wp:term_description></wp:term>"
        )?;
    }
    Ok(())
}

/// Language and story of an article among others in two languages.
fn told(out: &mut impl Write, number: u64) -> io::Result<()> {
    let (story, place) = (number / 5, number % 5);
    let [(first, _), (second, _)] = LANGUAGES;
    let code = if place == 4 { second } else { first };
    writeln!(out, "<category domain=\"language\" nicename=\"{code}\"><![CDATA[{code}]]></category>")?;
    if place >= 3 {
        writeln!(
            out,
            "<category domain=\"post_translations\" nicename=\"pll_{story}\"><![CDATA[pll_{story}]]></category>"
        )?;
    }
    Ok(())
}

fn item(out: &mut impl Write, article: &Article, in_two: bool) -> io::Result<()> {
    let Article { number, title, slug, excerpt, html, sections, topics, author } = article;
    let date = date(*number);
    writeln!(
        out,
        "<item>\n<title>{title}</title>\n<link>https://generated.example/{slug}/</link>\n\
         <dc:creator><![CDATA[{author}]]></dc:creator>\n\
         <guid isPermaLink=\"false\">https://generated.example/?p={id}</guid>\n\
         <content:encoded><![CDATA[{html}]]></content:encoded>\n\
         <excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded>\n<wp:post_id>{id}</wp:post_id>\n\
         <wp:post_date>{date}</wp:post_date>\n<wp:post_date_gmt>{date}</wp:post_date_gmt>\n\
         <wp:post_name>{slug}</wp:post_name>\n<wp:status>publish</wp:status>\n<wp:post_type>post</wp:post_type>",
        id = number + 1
    )?;
    for slug in sections {
        writeln!(out, "<category domain=\"category\" nicename=\"{slug}\"><![CDATA[{slug}]]></category>")?;
    }
    for slug in topics {
        writeln!(out, "<category domain=\"post_tag\" nicename=\"{slug}\"><![CDATA[{slug}]]></category>")?;
    }
    if in_two {
        told(out, *number)?;
    }
    out.write_all(b"</item>\n")
}

/// A moment of its own for each article: one every ten minutes from 2001 on, in months of 28 days.
fn date(number: u64) -> String {
    let (minute, hour, day) = (number % 6 * 10, number / 6 % 24, number / 144);
    let (month, year) = (day / 28, 2001 + day / 336);
    format!("{year:04}-{:02}-{:02} {hour:02}:{minute:02}:00", month % 12 + 1, day % 28 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_article_has_a_moment_of_its_own_in_the_past() {
        let dates: Vec<_> = (0..400_000).map(date).collect();
        assert!(dates.is_sorted_by(|a, b| a < b));
        assert_eq!(
            (dates[0].as_str(), dates[6 * 24].as_str()),
            ("2001-01-01 00:00:00", "2001-01-02 00:00:00")
        );
        assert!(dates[399_999].as_str() < "2010");
    }

    #[test]
    fn an_export_holds_what_was_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.xml");
        assert_eq!(write(&path, Length::Articles(3)).unwrap(), 3);
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches("<item>").count(), 3);
        let articles = write(&path, Length::Bytes(500_000)).unwrap();
        let size = std::fs::metadata(&path).unwrap().len();
        assert!((500_000..510_000).contains(&size), "{size}");
        assert!((90..140).contains(&articles), "{articles}");
        let text = std::fs::read_to_string(&path).unwrap();
        let told_twice = text.matches("\"post_translations\"").count() as u64;
        assert!(told_twice.abs_diff(articles * 2 / 5) <= 2, "{told_twice} of {articles}");
        assert!(text.contains("nicename=\"ru\""));
    }
}
