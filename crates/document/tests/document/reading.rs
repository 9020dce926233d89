//! What HTML in makes of the HTML that people write.

use document::{HtmlOptions, PlainResolver, What, html_in, to_html};

use crate::ids;

/// The document as HTML, and what was dropped.
fn read(html: &str) -> (String, Vec<(What, String, u64)>) {
    let parsed = html_in(html, &mut PlainResolver, &mut ids());
    let report = parsed.report.into_iter().map(|it| (it.what, it.name, it.line)).collect();
    (to_html(&parsed.document, &HtmlOptions::default()).replace('\n', ""), report)
}

#[track_caller]
fn becomes(html: &str, expected: &str) {
    assert_eq!(read(html).0, expected, "{html}");
}

#[test]
fn bare_words_become_paragraphs() {
    becomes(
        "a <i>b</i><p>c</p>d<div>e<div>f</div>g",
        "<p>a <em>b</em></p><p>c</p><p>d</p><p>e</p><p>f</p><p>g</p>",
    );
    becomes("<div>a<br>b<br><br>c</div>", "<p>a<br>b</p><p>c</p>");
    becomes("<p>a<br><br>b<br></p>", "<p>a<br><br>b</p>");
}

#[test]
fn misnested_marks_have_the_effect_that_browsers_give_them() {
    becomes("<b>a<p>b</b>c</p>", "<p><strong>a</strong></p><p><strong>b</strong>c</p>");
    becomes("<p><b>a<p>b</b>c", "<p><strong>a</strong></p><p><strong>b</strong>c</p>");
    becomes("<b>a<i>b</b>c</i>d", "<p><strong>a<em>b</em></strong><em>c</em>d</p>");
    becomes("<p><span lang=ar>a<p>b", "<p lang=\"ar\">a</p><p>b</p>");
    becomes("<a href=/a>x<a href=/b>y</a>z", "<p><a href=\"/a\">x</a><a href=\"/b\">y</a>z</p>");
    becomes("<a href=/a><h2>x</h2><p>y</p></a>", "<h2><a href=\"/a\">x</a></h2><p><a href=\"/a\">y</a></p>");
}

#[test]
fn lists_are_nested_however_they_are_written() {
    let nested = "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>";
    becomes("<ul><li>a<ul><li>b</ul><li>c</ul>", nested);
    becomes("<ul><li><p>a</p><ul><li>b</li></ul></li><li>c</li></ul>", nested);
    becomes("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", nested);
    becomes("<ol start=3><li><p>a</p><p>b</p></ol>", "<ol start=\"3\"><li><p>a</p><p>b</p></li></ol>");
}

#[test]
fn a_quotation_knows_whose_words_it_holds() {
    let expected =
        "<figure data-block=\"quote\"><blockquote><p>a</p></blockquote><figcaption>B</figcaption></figure>";
    becomes("<blockquote><p>a</p><cite>B</cite></blockquote>", expected);
    becomes("<blockquote>a<footer>B</footer></blockquote>", expected);
    becomes("<figure><blockquote>a</blockquote><figcaption>B</figcaption></figure>", expected);
    becomes(
        "<blockquote><p>a <cite>B</cite></p></blockquote>",
        "<blockquote><p>a <em>B</em></p></blockquote>",
    );
    becomes("<p>He said <q>a</q>.</p>", "<p>He said “a”.</p>");
}

#[test]
fn pictures_become_figures_with_their_captions() {
    let picture = |alt: &str, rest: &str| {
        format!("<figure data-block=\"picture\"><a href=\"/a.jpg\">{alt}</a>{rest}</figure>")
    };
    becomes("<p>x<img src=/a.jpg alt=' b\nc '>y</p>", &format!("<p>x</p>{}<p>y</p>", picture("b c", "")));
    let expected = picture("b", "<figcaption>c <span data-part=\"credit\">d</span></figcaption>");
    becomes(
        "<figure><a href=/big><img src=/a.jpg alt=b></a><figcaption>c <span data-part=credit>d</span></figcaption></figure>",
        &expected,
    );
    becomes(
        "<img src=data:x data-src=/a.jpg alt=b><noscript><img src=/a.jpg alt=b></noscript>",
        &picture("b", ""),
    );
    becomes("<picture><source srcset=/b.webp><img src=/a.jpg alt=b></picture>", &picture("b", ""));
    let two = read("<figure><img src=/a><img src=/b><figcaption>c</figcaption></figure>").0;
    assert!(two.starts_with("<figure data-block=\"gallery\"><figure"), "{two}");
    assert!(two.ends_with("</figure><figcaption>c</figcaption></figure>"), "{two}");
    becomes("<p>a <img class=emoji alt=🎉 src=/e.png> b</p>", "<p>a 🎉 b</p>");
}

#[test]
fn blocks_that_only_a_class_tells_apart_are_told_apart() {
    let item = |n: u8| format!("<li><figure><img src=\"https://a.example/{n}.jpg\"></figure></li>");
    let (gallery, report) = read(&format!(
        "<figure class=\"wp-block-gallery\"><ul class=\"blocks-gallery-grid\">{}{}</ul>\
         <figcaption>Two</figcaption></figure>",
        item(1),
        item(2)
    ));
    assert!(gallery.contains("data-block=\"gallery\"") && gallery.contains("Two"), "{gallery}");
    assert!(!gallery.contains("<li>") && report.is_empty(), "{gallery}");
    let (quote, _) = read(
        "<figure class=\"wp-block-pullquote\"><blockquote><p>Go on</p><cite>Ada</cite></blockquote></figure>",
    );
    assert!(quote.contains("data-block=\"pull-quote\"") && quote.contains("Ada"), "{quote}");
    let (cover, _) = read("<div style=\"background-image:url('https://a.example/1.jpg')\"><p>Over</p></div>");
    assert!(cover.contains("https://a.example/1.jpg") && cover.ends_with("<p>Over</p>"), "{cover}");
}

#[test]
fn styles_of_other_editors_mark_words_and_unmark_them() {
    becomes(
        "<p><span style=\"font-weight: 700\">a</span> <span style=\"FONT-STYLE:italic !important\">b</span> \
         <span style=\"text-decoration:underline line-through;color:red\">c</span></p>",
        "<p><strong>a</strong> <em>b</em> <s>c</s></p>",
    );
    becomes("<b style=\"font-weight:normal\"><p>a</p></b>", "<p>a</p>");
}

#[test]
fn a_link_to_the_picture_itself_is_no_loss() {
    let told = |href: &str| {
        let html = format!(
            "<a href=\"{href}\"><img src=\"https://a.example/1-300x200.jpg\" data-link=\"https://a.example/1/\"></a>"
        );
        read(&html).1.len()
    };
    assert_eq!(told("https://a.example/1.jpg"), 0);
    assert_eq!(told("https://a.example/1/"), 0);
    assert_eq!(told("https://b.example/buy"), 1);
}

#[test]
fn tables_keep_heads_and_spans_and_layout_goes() {
    becomes(
        "<table><caption>c<tr><th>a<th>b<tr><td rowspan=9>d<td>e<tr><td>f</table>",
        "<div data-part=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"c\">\
         <table><caption>c</caption><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>\
         <tbody><tr><td rowspan=\"2\">d</td><td>e</td></tr><tr><td>f</td></tr></tbody></table></div>",
    );
    becomes("<table><tr><td><p>a</p><p>b</p></td></tr></table>", "<p>a</p><p>b</p>");
    becomes("<table role=presentation><td>a<td>b</table>", "<p>a</p><p>b</p>");
    becomes(
        "<table>x<tr><td>a<td>b</table>",
        "<p>x</p><div data-part=\"table\" tabindex=\"0\">\
         <table><tbody><tr><td>a</td><td>b</td></tr></tbody></table></div>",
    );
}

#[test]
fn frames_and_films_become_titled_links() {
    becomes(
        "<p><iframe src=//www.youtube.com/embed/abc title=T></iframe></p>",
        "<figure data-block=\"embed\" data-provider=\"youtube\" data-id=\"abc\">\
         <a href=\"https://www.youtube.com/watch?v=abc\" rel=\"noopener\">T</a></figure>",
    );
    becomes(
        "<object data=https://www.youtube.com/v/abc><p>fallback</p></object>",
        "<figure data-block=\"embed\" data-provider=\"youtube\" data-id=\"abc\">\
         <a href=\"https://www.youtube.com/watch?v=abc\" rel=\"noopener\">https://www.youtube.com/watch?v=abc</a></figure>",
    );
    becomes(
        "<video poster=/p.jpg><source src=/v.mp4><track src=/t.vtt srclang=hy label=L>old</video>",
        "<figure data-block=\"video\" data-poster=\"/p.jpg\"><a href=\"/v.mp4\">/v.mp4</a> \
         <a data-part=\"track\" href=\"/t.vtt\" hreflang=\"hy\" rel=\"noopener\">L</a></figure>",
    );
}

#[test]
fn languages_are_kept_but_for_the_pages_own() {
    becomes(
        "<html lang=en><p lang=en>a <span lang=ar dir=rtl>b</span></p>",
        "<p>a <bdi lang=\"ar\" dir=\"rtl\">b</bdi></p>",
    );
    becomes(
        "<div lang=ar dir=rtl><p>a</p><p lang=en>b</p></div>",
        "<p lang=\"ar\" dir=\"rtl\">a</p><p lang=\"en\">b</p>",
    );
    let parsed = html_in("<html lang=he dir=rtl>a", &mut PlainResolver, &mut ids());
    assert_eq!(parsed.lang.unwrap().as_str(), "he");
    assert_eq!(read("<p lang='no such tag'>a</p>").1, [(What::Language, "no such tag".to_owned(), 1)]);
}

#[test]
fn preformatted_text_keeps_its_white_space() {
    let parsed = html_in("<pre>\n\n  a\t<b>b</b>\r\n c</pre>", &mut PlainResolver, &mut ids());
    let html = to_html(&parsed.document, &HtmlOptions::default());
    assert_eq!(html, "<pre>\n\n  a\t<strong>b</strong>\n c</pre>\n");
    becomes("<pre><code>a</code></pre>", "<pre>a</pre>");
}

#[test]
fn what_is_dropped_is_told_with_its_line() {
    let (html, report) =
        read("<p>a</p>\n<script>x</script>\n<p>&nbsp;</p><select><option>b</select>\n<script></script>");
    assert_eq!(html, "<p>a</p>");
    let expected = [
        (What::Element, "script".to_owned(), 2),
        (What::EmptyParagraph, "paragraph".to_owned(), 3),
        (What::Element, "select".to_owned(), 3),
    ];
    assert_eq!(report, expected);
    let (html, _) = read("<div><svg><path></div><p>after</p>");
    assert_eq!(html, "<p>after</p>", "an open picture ends with what it stands in");
}

#[test]
fn a_shortcode_is_asked_for_once_a_paragraph() {
    struct Codes(Vec<String>);
    impl document::Resolver for Codes {
        fn shortcode(&mut self, text: &str) -> Option<document::BlockKind> {
            self.0.push(text.to_owned());
            text.starts_with("[rule").then_some(document::BlockKind::Divider)
        }
    }
    let mut codes = Codes(Vec::new());
    let parsed = html_in("<p>[rule]</p>[other a=\"b\"]<p>no [rule]</p>", &mut codes, &mut ids());
    let html = to_html(&parsed.document, &HtmlOptions::default()).replace('\n', "");
    assert_eq!(html, "<hr><p>[other a=&quot;b&quot;]</p><p>no [rule]</p>");
    assert_eq!(codes.0, ["[rule]", "[other a=\"b\"]"]);
}

#[test]
fn addresses_in_feeds_are_absolute() {
    let html = "<p><a href=/a>b</a> <a href=c>d</a> <a href=#e>f</a> <a href=mailto:g@h.org>i</a></p>";
    let parsed = html_in(html, &mut PlainResolver, &mut ids());
    let feed = document::feed_html(&parsed.document, &document::NoTargets, "https://portal.example");
    let expected = "<p><a href=\"https://portal.example/a\">b</a> <a href=\"https://portal.example/c\">d</a> \
                    <a href=\"#e\">f</a> <a href=\"mailto:g@h.org\">i</a></p>\n";
    assert_eq!(feed, expected);
}

#[test]
fn an_id_that_comes_twice_is_replaced() {
    let parsed = html_in("<p>a<p>b<p>c", &mut PlainResolver, &mut || 5);
    let ids: std::collections::HashSet<_> = parsed.document.blocks().iter().map(|it| it.id).collect();
    assert_eq!(ids.len(), 3);
}
