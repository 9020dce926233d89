// A WordPress export, written here, with enough articles of one section to fill several pages.

/** `count` articles in `section`, a day apart, all older than anything in the demonstration. */
export function archive(section, count) {
  const first = Date.UTC(2011, 0, 1, 9);
  const items = Array.from({ length: count }, (_, n) =>
    item(section, n + 1, new Date(first + n * 86_400_000)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Old Paper</title>
<link>https://old.example</link>
<language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://old.example</wp:base_site_url>
<wp:base_blog_url>https://old.example</wp:base_blog_url>
${items.join("\n")}
</channel>
</rss>
`;
}

function item(section, number, date) {
  const moment = date.toISOString().slice(0, 19).replace("T", " ");
  return `<item>
<title>Harbour notes, number ${number}</title>
<link>https://old.example/harbour-notes-${number}/</link>
<pubDate>${date.toUTCString().replace("GMT", "+0000")}</pubDate>
<dc:creator>clerk</dc:creator>
<guid isPermaLink="false">https://old.example/?p=${number}</guid>
<content:encoded><![CDATA[<p>Ships that came in on day ${number}.</p>]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${number}</wp:post_id>
<wp:post_date>${moment}</wp:post_date>
<wp:post_date_gmt>${moment}</wp:post_date_gmt>
<wp:post_name>harbour-notes-${number}</wp:post_name>
<wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type>
<category domain="category" nicename="${section}"><![CDATA[${section}]]></category>
</item>`;
}
