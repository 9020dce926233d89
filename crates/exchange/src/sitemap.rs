//! Sitemaps out: sitemaps.org 0.9, with XHTML's links to the other languages of a page and
//! Google's words for news.
//!
//! A file may hold 50,000 addresses in 50 MB. How many are put into one is decided by
//! whoever makes it.

use domain::Moment;

use crate::{
    feed::rfc3339,
    xml::{attribute, element},
};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// A page in a sitemap.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// Its absolute address.
    pub address: String,
    /// When it last changed.
    pub modified: Option<Moment>,
    /// The page in every language that it is told in, its own among them; empty where
    /// there is but one.
    pub alternates: Vec<Alternate>,
    /// What a news sitemap says of it.
    pub news: Option<News>,
}

/// A page in one language.
#[derive(Clone, Debug)]
pub struct Alternate {
    /// Its language as a BCP 47 tag.
    pub lang: String,
    /// Its absolute address.
    pub address: String,
}

/// What a news sitemap says of an article.
#[derive(Clone, Debug)]
pub struct News {
    /// The paper's name in the article's edition.
    pub paper: String,
    /// The article's language, as ISO 639 has it.
    pub language: String,
    /// When it first appeared.
    pub published: Moment,
    /// Its headline.
    pub title: String,
}

/// A file of addresses being written.
#[derive(Debug)]
pub struct Sitemap {
    body: String,
}

impl Sitemap {
    /// A file of pages.
    pub fn of_pages() -> Self {
        Self::opened("")
    }

    /// A file of news.
    pub fn of_news() -> Self {
        Self::opened("http://www.google.com/schemas/sitemap-news/0.9")
    }

    fn opened(news: &str) -> Self {
        let mut body = String::from(HEAD);
        body.push_str("<urlset");
        attribute(&mut body, "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
        attribute(&mut body, "xmlns:xhtml", "http://www.w3.org/1999/xhtml");
        if !news.is_empty() {
            attribute(&mut body, "xmlns:news", news);
        }
        body.push_str(">\n");
        Self { body }
    }

    /// Adds a page. What it says of news belongs into a file of news alone.
    pub fn push(&mut self, place: &Place) {
        let out = &mut self.body;
        out.push_str("<url>\n");
        element(out, "loc", &place.address);
        if let Some(modified) = place.modified {
            element(out, "lastmod", &rfc3339(modified));
        }
        if let Some(news) = &place.news {
            out.push_str("<news:news>\n<news:publication>\n");
            element(out, "news:name", &news.paper);
            element(out, "news:language", &news.language);
            out.push_str("</news:publication>\n");
            element(out, "news:publication_date", &rfc3339(news.published));
            element(out, "news:title", &news.title);
            out.push_str("</news:news>\n");
        }
        for alternate in &place.alternates {
            out.push_str("<xhtml:link rel=\"alternate\"");
            attribute(out, "hreflang", &alternate.lang);
            attribute(out, "href", &alternate.address);
            out.push_str("/>\n");
        }
        out.push_str("</url>\n");
    }

    /// The file as an XML document in UTF-8.
    pub fn finish(mut self) -> String {
        self.body.push_str("</urlset>\n");
        self.body
    }
}

/// The file that lists the others, by their absolute addresses.
pub fn index(files: &[String]) -> String {
    let mut body = String::from(HEAD);
    body.push_str("<sitemapindex");
    attribute(&mut body, "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
    body.push_str(">\n");
    for file in files {
        body.push_str("<sitemap>\n");
        element(&mut body, "loc", file);
        body.push_str("</sitemap>\n");
    }
    body.push_str("</sitemapindex>\n");
    body
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::tests::{HOSTILE, texts, values};

    fn place(news: Option<News>) -> Place {
        let alternate = |lang: &str, address: &str| Alternate {
            lang: lang.to_owned(),
            address: format!("https://news.example{address}"),
        };
        Place {
            address: "https://news.example/en/post/a?b&c".to_owned(),
            modified: Some(Moment::from_micros(1_700_000_000_000_000)),
            alternates: vec![alternate("en-GB", "/en/post/a?b&c"), alternate("ar", "/ar/post/%D8%A3")],
            news,
        }
    }

    #[test]
    fn a_page_stands_with_its_date_and_its_languages_in_the_order_of_the_schema() {
        let mut sitemap = Sitemap::of_pages();
        sitemap.push(&place(None));
        sitemap.push(&Place { address: "https://news.example/en/".to_owned(), ..Place::default() });
        assert_eq!(
            sitemap.finish(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n\
             <url>\n\
             <loc>https://news.example/en/post/a?b&amp;c</loc>\n\
             <lastmod>2023-11-14T22:13:20Z</lastmod>\n\
             <xhtml:link rel=\"alternate\" hreflang=\"en-GB\" href=\"https://news.example/en/post/a?b&amp;c\"/>\n\
             <xhtml:link rel=\"alternate\" hreflang=\"ar\" href=\"https://news.example/ar/post/%D8%A3\"/>\n\
             </url>\n\
             <url>\n\
             <loc>https://news.example/en/</loc>\n\
             </url>\n\
             </urlset>\n"
        );
    }

    #[test]
    fn news_stand_with_paper_language_date_and_title_to_the_character() {
        let mut sitemap = Sitemap::of_news();
        sitemap.push(&place(Some(News {
            paper: HOSTILE.to_owned(),
            language: "en".to_owned(),
            published: Moment::from_micros(1_600_000_000_000_000),
            title: HOSTILE.to_owned(),
        })));
        let xml = sitemap.finish();
        assert_eq!(texts(&xml, "news:name"), [HOSTILE]);
        assert_eq!(texts(&xml, "news:title"), [HOSTILE]);
        assert_eq!(texts(&xml, "news:language"), ["en"]);
        assert_eq!(texts(&xml, "news:publication_date"), ["2020-09-13T12:26:40Z"]);
        assert_eq!(values(&xml, "xhtml:link", "hreflang"), ["en-GB", "ar"]);
        let declared = values(&xml, "urlset", "xmlns:news");
        assert_eq!(declared, ["http://www.google.com/schemas/sitemap-news/0.9"]);
    }

    #[test]
    fn an_index_lists_its_files() {
        let files = ["https://news.example/a.xml".to_owned(), "https://news.example/b.xml".to_owned()];
        let xml = index(&files);
        assert_eq!(texts(&xml, "loc"), files);
        assert_eq!(values(&xml, "sitemapindex", "xmlns"), ["http://www.sitemaps.org/schemas/sitemap/0.9"]);
    }
}
