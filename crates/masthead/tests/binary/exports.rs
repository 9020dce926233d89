//! WordPress exports that the tests write themselves.

/// A post of an export.
#[derive(Clone, Debug, Default)]
pub(crate) struct Post {
    pub(crate) id: u32,
    /// `wp:post_name` as it stands.
    pub(crate) name: String,
    /// Text, not markup.
    pub(crate) title: String,
    /// HTML.
    pub(crate) body: String,
}

/// The old site's address.
pub(crate) const OLD_SITE: &str = "http://old.example";

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Old</title><link>http://old.example</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>http://old.example</wp:base_site_url><wp:base_blog_url>http://old.example</wp:base_blog_url>
"#;
const TAIL: &str = "</channel></rss>\n";

/// An export of these posts.
pub(crate) fn export(posts: &[Post]) -> String {
    let items: Vec<_> = posts.iter().map(item).collect();
    around(&items.concat())
}

/// The same from a site in `language`.
pub(crate) fn export_in(language: &str, posts: &[Post]) -> String {
    let channel = format!("<title>Old</title><language>{language}</language>");
    export(posts).replacen("<title>Old</title>", &channel, 1)
}

/// An export of items that are written out.
pub(crate) fn around(items: &str) -> String {
    format!("{HEAD}{items}{TAIL}")
}

/// Its item: published, in the section "news", by one author.
pub(crate) fn item(post: &Post) -> String {
    let Post { id, name, title, body } = post;
    // WordPress keeps a title as an HTML fragment, and the export escapes that once more.
    let title = escaped(&escaped(title));
    let minute = id % 1_440;
    let date = format!("2024-03-10 {:02}:{:02}:00", minute / 60, minute % 60);
    format!(
        "<item><title>{title}</title><link>{OLD_SITE}/2024/03/{id}/</link><dc:creator>ani</dc:creator>\
         <content:encoded><![CDATA[{body}]]></content:encoded><wp:post_id>{id}</wp:post_id>\
         <wp:post_date>{date}</wp:post_date><wp:post_date_gmt>{date}</wp:post_date_gmt>\
         <wp:post_name>{name}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>\
         <category domain=\"category\" nicename=\"news\"><![CDATA[News]]></category></item>\n"
    )
}

/// `count` small posts, each with its number in its words.
pub(crate) fn posts(count: u32) -> Vec<Post> {
    (1..=count)
        .map(|id| Post {
            id,
            name: format!("post-{id}"),
            title: format!("Post {id}"),
            body: format!("<p>The words of number {id}.</p><p>And <em>some</em> more.</p>"),
        })
        .collect()
}

/// Text as HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
