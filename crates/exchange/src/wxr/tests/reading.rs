//! What an export says is what is read.

use super::*;
use crate::wxr::Label;

#[test]
fn the_channel_comes_first_then_everything_in_its_order() {
    let read = Read::of(&export(
        "<wp:author><wp:author_id>7</wp:author_id><wp:author_login>lina\n</wp:author_login>\
         <wp:author_display_name><![CDATA[Lina K.]]></wp:author_display_name></wp:author>\
         <wp:category><wp:term_id>1</wp:term_id><wp:category_nicename>town</wp:category_nicename>\
         <wp:category_parent>news</wp:category_parent><wp:cat_name><![CDATA[Town]]></wp:cat_name></wp:category>\
         <wp:tag><wp:tag_slug>quay</wp:tag_slug><wp:tag_name>Quay</wp:tag_name></wp:tag>\
         <wp:term><wp:term_taxonomy>nav_menu</wp:term_taxonomy><wp:term_slug>top</wp:term_slug>\
         <wp:termmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>v</wp:meta_value></wp:termmeta></wp:term>\
         <item><title>One</title></item>",
    ));
    assert!(read.broken.is_none());
    assert!(read.notices().is_empty());
    let [
        Entry::Channel(channel),
        Entry::Author(author),
        Entry::Category(category),
        Entry::Tag(tag),
        Entry::Term(term),
        Entry::Item(item),
    ] = read.entries.as_slice()
    else {
        panic!("{:?}", read.entries)
    };
    assert_eq!((channel.title.as_str(), channel.language.as_str()), ("The Harbour & the Hill", "en-GB"));
    assert_eq!(
        (author.id, author.login.as_str(), author.display_name.as_str()),
        (Some(7), "lina", "Lina K.")
    );
    assert_eq!(
        (category.slug.as_str(), category.parent.as_str(), category.name.as_str()),
        ("town", "news", "Town")
    );
    assert_eq!((tag.slug.as_str(), tag.name.as_str()), ("quay", "Quay"));
    assert_eq!((term.taxonomy.as_str(), term.slug.as_str()), ("nav_menu", "top"));
    assert_eq!(item.title, "One");
}

#[test]
fn every_field_of_an_item_is_read() {
    let bytes = export(
        "<item>\n<title>Ferry &#8217;s return</title><link>https://example.org/ferry/</link>\
         <pubDate>Mon, 18 May 2009 03:00:31 +0000</pubDate><dc:creator><![CDATA[lina]]></dc:creator>\
         <guid isPermaLink=\"false\">https://example.org/?p=12</guid><description></description>\
         <content:encoded><![CDATA[ <p>Body</p>\n]]></content:encoded><excerpt:encoded><![CDATA[Short]]></excerpt:encoded>\
         <wp:post_id>12</wp:post_id><wp:post_date>2009-05-18 05:00:31</wp:post_date>\
         <wp:post_date_gmt>2009-05-18 03:00:31</wp:post_date_gmt>\
         <wp:post_modified>2009-05-19 05:00:31</wp:post_modified>\
         <wp:post_modified_gmt>2009-05-19 03:00:31</wp:post_modified_gmt>\
         <wp:post_name>ferry</wp:post_name><wp:status>publish</wp:status><wp:post_parent>3</wp:post_parent>\
         <wp:menu_order>-2</wp:menu_order><wp:post_type>page</wp:post_type><wp:post_password>x</wp:post_password>\
         <wp:is_sticky>1</wp:is_sticky><wp:attachment_url>https://example.org/a.jpg</wp:attachment_url>\
         <category domain=\"category\" nicename=\"a&amp;b\"><![CDATA[A & B]]></category>\
         <wp:postmeta><wp:meta_key>_k</wp:meta_key><wp:meta_value><![CDATA[ v ]]></wp:meta_value></wp:postmeta>\
         <wp:comment><wp:comment_content>Hi</wp:comment_content><wp:commentmeta><wp:meta_key>c</wp:meta_key>\
         <wp:meta_value>d</wp:meta_value></wp:commentmeta></wp:comment><wp:comment></wp:comment></item>",
    );
    let offset = bytes.windows(6).position(|w| w == b"<item>").unwrap();
    let item = Read::of(&bytes).only_item();
    let moment = |m: Option<domain::Moment>| m.map(|m| m.to_string()).unwrap_or_default();
    let expected = Item {
        title: "Ferry ’s return".into(),
        link: "https://example.org/ferry/".into(),
        guid: "https://example.org/?p=12".into(),
        creator: "lina".into(),
        content: " <p>Body</p>\n".into(),
        excerpt: "Short".into(),
        post_id: Some(12),
        published: item.published,
        post_date: Some("2009-05-18T05:00:31".parse().unwrap()),
        modified: item.modified,
        post_modified: Some("2009-05-19T05:00:31".parse().unwrap()),
        post_name: "ferry".into(),
        status: "publish".into(),
        post_parent: Some(3),
        menu_order: -2,
        post_type: "page".into(),
        password: "x".into(),
        is_sticky: true,
        categories: vec![Label { domain: "category".into(), nicename: "a&b".into(), name: "A & B".into() }],
        postmeta: vec![("_k".into(), " v ".into())],
        comments: 2,
        attachment_url: "https://example.org/a.jpg".into(),
        line: 11,
        offset: offset as u64,
    };
    assert_eq!(item, expected);
    assert_eq!(moment(item.published), "2009-05-18T03:00:31Z");
    assert_eq!(moment(item.modified), "2009-05-19T03:00:31Z");
}

#[test]
fn all_three_versions_are_read_alike() {
    for version in ["1.0", "1.1", "1.2"] {
        let item = Read::of(versioned(version, &item("One", "<![CDATA[Body]]>")).as_bytes()).only_item();
        assert_eq!((item.content.as_str(), item.status.as_str()), ("Body", "publish"), "{version}");
    }
}

#[test]
fn sections_of_plain_text_are_joined_and_what_they_hold_is_not_unescaped() {
    let content = "<![CDATA[a ]]]]><![CDATA[> &amp; ]]>&amp; <!-- not this --><![CDATA[]]>\n<![CDATA[z]]>";
    assert_eq!(Read::of(&export(&item("One", content))).only_item().content, "a ]]> &amp; & \nz");
}

#[test]
fn markup_in_a_section_ends_nothing() {
    let content = "<![CDATA[</content:encoded></item></channel><item>]]>";
    let item = Read::of(&export(&item("One", content))).only_item();
    assert_eq!(item.content, "</content:encoded></item></channel><item>");
}

#[test]
fn what_never_was_published_has_no_moment() {
    let item = Read::of(&export(
        "<item><pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>\
         <wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>\
         <wp:post_date>2010-01-02 03:04:05</wp:post_date></item>",
    ))
    .only_item();
    assert_eq!(item.published, None);
    assert_eq!(item.post_date.unwrap().to_string(), "2010-01-02T03:04:05");
}

#[test]
fn the_feed_s_date_stands_in_for_a_missing_one() {
    let item = Read::of(&export(
        "<item><pubDate>Mon, 18 May 2009 03:00:31 +0200</pubDate><wp:status>publish</wp:status></item>",
    ));
    assert_eq!(item.only_item().published.unwrap().to_string(), "2009-05-18T01:00:31Z");
}

#[test]
fn labels_that_stand_twice_count_once() {
    let item = Read::of(&export(
        "<item><category><![CDATA[Town]]></category>\
         <category domain=\"category\" nicename=\"town\"><![CDATA[Town]]></category>\
         <category domain=\"tag\"><![CDATA[Quay]]></category></item>",
    ))
    .only_item();
    let domains: Vec<_> = item.categories.iter().map(|l| (l.domain.as_str(), l.name.as_str())).collect();
    assert_eq!(domains, [("category", "Town"), ("post_tag", "Quay")]);
}

#[test]
fn an_element_belongs_to_wordpress_by_its_namespace() {
    let hijacked = Read::of(&export(
        "<item xmlns:wp=\"http://example.org/\"><wp:status>trash</wp:status></item>\
         <item xmlns:x=\"http://wordpress.org/export/1.2/\"><x:status>draft</x:status></item>\
         <item><wp:status>publish</wp:status></item>",
    ));
    let states: Vec<_> = hijacked.items().map(|item| item.status.as_str()).collect();
    assert_eq!(states, ["", "draft", "publish"]);
}

#[test]
fn progress_reaches_the_length_of_the_file() {
    let bytes = export(&item("One", "Body"));
    let mut reader = Reader::new(bytes.as_slice(), Limits::default());
    assert_eq!(reader.offset(), 0);
    assert!(reader.by_ref().all(|entry| entry.is_ok()));
    assert_eq!(reader.offset(), bytes.len() as u64);
}
