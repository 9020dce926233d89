//! Each format, with what the others do not have.

use super::*;
use crate::feed_in::{Attached, Media, Use};

fn date(item: &Item) -> String {
    item.published.map(|moment| moment.to_string()).unwrap_or_default()
}

#[test]
fn rss_2_gives_the_whole_text_the_author_and_where_it_was() {
    let item = only(
        "<rss version='2.0' xmlns:c='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'>\
         <channel><title>Site</title><link>https://old.example/</link><language>en-GB</language>\n<item>\
         <title>Salt &amp;amp; rain</title><link>https://old.example/2020/salt/</link>\
         <guid isPermaLink='false'>17</guid><dc:creator>Edda Nour</dc:creator>\
         <category>Weather</category><category><![CDATA[The sea]]></category>\
         <description>Short</description><c:encoded><![CDATA[<p>Long</p>]]></c:encoded>\
         <pubDate>Thu, 01 Feb 2024 10:00:00 +0200</pubDate></item></channel></rss>",
    );
    assert_eq!(item.title, "Salt &amp; rain");
    assert_eq!((item.link.as_str(), item.id.as_str()), ("https://old.example/2020/salt/", "17"));
    assert!(!item.id_is_address);
    assert_eq!((item.summary.as_str(), item.content.as_str()), ("Short", "<p>Long</p>"));
    assert_eq!((item.authors, item.labels.len(), item.line), (vec!["Edda Nour".to_owned()], 2, 2));
    assert_eq!(
        date(&only(&rss("<title>A</title><pubDate>Thu, 01 Feb 2024 10:00:00 +0200</pubDate>"))),
        "2024-02-01T08:00:00Z"
    );
}

#[test]
fn a_guid_that_is_an_address_leads_where_no_link_does() {
    let item = only(&rss("<title>A</title><guid>https://old.example/?p=17</guid>"));
    assert_eq!((item.link.as_str(), item.id_is_address), ("https://old.example/?p=17", true));
}

#[test]
fn rss_1_has_its_items_beside_the_channel() {
    let read = Read::of(
        b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' \
          xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='https://old.example/rdf'>\
          <title>Site</title><link>https://old.example/</link><items><rdf:Seq><rdf:li/></rdf:Seq></items>\
          <dc:language>hy</dc:language></channel><image><title>Not the title</title></image>\
          <item rdf:about='https://old.example/1'><title>One</title><link>https://old.example/1</link>\
          <dc:date>2003-12-31T10:14Z</dc:date><dc:subject>Art</dc:subject></item></rdf:RDF>",
    )
    .unwrap();
    assert_eq!((read.header.title.as_str(), read.header.language.as_str()), ("Site", "hy"));
    let item = read.items()[0];
    assert_eq!((item.id.as_str(), date(item).as_str()), ("https://old.example/1", "2003-12-31T10:14:00Z"));
    assert_eq!(item.labels, ["Art"]);
}

#[test]
fn atom_says_what_is_html_and_what_is_text() {
    let of = |field: &str| only(&atom(field));
    assert_eq!(of("<title>1 &lt; 2 &amp; 3</title>").title, "1 &lt; 2 &amp; 3");
    assert_eq!(of("<title type='html'>&lt;b>A&lt;/b></title>").title, "<b>A</b>");
    let xhtml = "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>a &amp; <content>b</content></p></div></content>";
    assert_eq!(
        of(xhtml).content,
        "<div xmlns='http://www.w3.org/1999/xhtml'><p>a &amp; <content>b</content></p></div>"
    );
    let prefixed = "<content type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>a</h:p><h:br/></h:div></content>";
    assert!(of(prefixed).content.ends_with("<p>a</p><br/></div>"), "{}", of(prefixed).content);
    assert_eq!(of("<content type='text'>One\n\nTwo &lt;3</content>").content, "<p>One</p><p>Two &lt;3</p>");
}

#[test]
fn atom_s_links_authors_labels_and_dates_are_read() {
    let item = only(&atom(
        "<id>tag:old.example,2020:17</id><link rel='self' href='/self'/><link href='/2020/salt' type='text/html'/>\
         <link rel='enclosure' type='audio/mpeg' href='https://old.example/a.mp3'/>\
         <author><name>Edda Nour</name><email>ed@old.example</email></author>\
         <category term='sea' label='The sea'/><category term='art'/>\
         <published>2020-02-01T10:00:00Z</published><updated>2020-03-01T10:00:00Z</updated>",
    ));
    assert_eq!(item.link, "https://old.example/2020/salt");
    assert_eq!(
        (item.authors.as_slice(), item.labels.as_slice()),
        (&["Edda Nour".to_owned()][..], &["The sea".to_owned(), "art".into()][..])
    );
    assert_eq!(
        item.attached,
        [Attached {
            address: "https://old.example/a.mp3".into(),
            media: Media::Sound,
            ..Attached::default()
        }]
    );
    assert_eq!(
        (date(&item).as_str(), item.updated.unwrap().to_string().as_str()),
        ("2020-02-01T10:00:00Z", "2020-03-01T10:00:00Z")
    );
}

#[test]
fn atom_0_3_is_read_by_its_own_names() {
    let item = only(
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Site</title><entry><title>A</title>\
         <issued>2004-01-01T10:00:00Z</issued><modified>2004-02-01T10:00:00Z</modified>\
         <content type='text/html' mode='escaped'>&lt;p>Long&lt;/p></content></entry></feed>",
    );
    assert_eq!((item.content.as_str(), date(&item).as_str()), ("<p>Long</p>", "2004-01-01T10:00:00Z"));
    let xml = only(
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>A</title>\
         <content type='application/xhtml+xml' mode='xml'><p>a &amp; b</p></content></entry></feed>",
    );
    assert_eq!(xml.content, "<p>a &amp; b</p>");
}

#[test]
fn media_rss_gives_pictures_with_their_words_and_one_form_of_a_film() {
    let item = only(&rss("<title>A</title><media:content url='https://old.example/a.jpg' medium='image'>\
         <media:description>A pier</media:description><media:credit>Edda Nour</media:credit></media:content>\
         <media:group><media:content url='https://old.example/s.mp4' type='video/mp4'/>\
         <media:content url='https://old.example/l.mp4' type='video/mp4'/></media:group>\
         <media:thumbnail url='https://old.example/t.jpg'/><enclosure url='https://old.example/b.png' type='image/png'/>"));
    let addresses: Vec<_> = item
        .attached
        .iter()
        .map(|file| (file.address.rsplit('/').next().unwrap(), file.media, file.small))
        .collect();
    assert_eq!(
        addresses,
        [
            ("a.jpg", Media::Picture, false),
            ("s.mp4", Media::Film, false),
            ("t.jpg", Media::Picture, true),
            ("b.png", Media::Picture, false)
        ]
    );
    assert_eq!(
        (item.attached[0].caption.as_str(), item.attached[0].credit.as_str()),
        ("A pier", "Edda Nour")
    );
}

#[test]
fn json_feed_is_read_and_what_has_another_type_is_not_there() {
    let read = Read::of(
        br#"{"version": "https://jsonfeed.org/version/1.1", "title": "R&D", "home_page_url": "https://old.example/",
            "language": "ka", "authors": [{"name": "Edda Nour"}, 3],
            "items": [{"id": 17, "url": "https://old.example/17", "title": "1 < 2", "content_html": "<p>Long</p>",
              "summary": null, "tags": ["sea", 4, null], "date_published": "2020-02-01T10:00:00Z", "image": "https://old.example/a.jpg"},
             {"id": "b", "content_text": "One\n\nTwo", "title": ["no"]},
             "no item"]}"#,
    )
    .unwrap();
    assert_eq!((read.header.title.as_str(), read.header.language.as_str()), ("R&amp;D", "ka"));
    assert_eq!(read.header.authors, ["Edda Nour"]);
    let items = read.items();
    assert_eq!((items[0].id.as_str(), items[0].title.as_str(), items[0].line), ("17", "1 &lt; 2", 3));
    assert_eq!(
        (items[0].labels.as_slice(), items[0].attached.len()),
        (&["sea".to_owned(), "4".into()][..], 1)
    );
    assert_eq!((items[1].content.as_str(), items[1].title.as_str()), ("<p>One</p><p>Two</p>", ""));
    assert_eq!((items.len(), read.notices().len()), (2, 1));
}

#[test]
fn an_archive_of_blogger_tells_posts_from_pages_and_drafts_from_what_was_public() {
    let kind = |term: &str| {
        only(&atom(&format!("<title>A</title><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#{term}'/>"))).what
    };
    assert_eq!(
        [kind("post"), kind("page"), kind("comment")],
        [Use::Article, Use::Page, Use::Other("comment".into())]
    );
    let draft = "<title>A</title><app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft></app:control>";
    assert!(only(&atom(draft)).draft);
}

#[test]
fn a_language_and_a_base_hold_for_what_lies_below_them() {
    let item = only(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://old.example/blog/' xml:lang='fr'>\
         <entry xml:lang='hy' xml:base='2020/'><link href='a'/><content type='html' xml:base='b/'>x</content></entry></feed>",
    );
    assert_eq!(
        (item.link.as_str(), item.base.as_str()),
        ("https://old.example/blog/2020/b/a", "https://old.example/blog/2020/b/")
    );
    assert_eq!(item.language, "hy");
}
