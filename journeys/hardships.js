// An archive of articles that no layout likes.

const WORDS =
  "A headline that an editor would never let through but that an archive brings along all the same ";
const TOWER = "Z" + "\u0300\u0301\u0302\u0303\u0304\u0305".repeat(8);
const cells = (tag) => Array.from({ length: 30 }, (_, n) => `<${tag}>Column ${n + 1}</${tag}>`).join("");

const ARTICLES = [
  { slug: "endless", title: WORDS.repeat(5).slice(0, 400), body: "<p>Short.</p>" },
  { slug: "unbroken", title: "x".repeat(300), body: `<p>${"w".repeat(300)}</p><h2>${"q".repeat(300)}</h2>` },
  {
    slug: "mixed",
    title: "Harbour מיניה الميناء Гавань 🛳️🏴‍☠️ 港",
    body: `<p>${TOWER} abc אבג \u202eevil أبت 123</p>`,
  },
  {
    slug: "wide",
    title: "A table of thirty columns",
    body: `<table><tr>${cells("th")}</tr><tr>${cells("td")}</tr></table><pre>${"long line ".repeat(60)}</pre>`,
  },
  { slug: "tagged", title: "Sixty topics", body: "<p>One word</p>", topics: 60 },
  {
    slug: "nested",
    title: "Lists in lists",
    body: `${"<ul><li>deeper".repeat(12)}${"</li></ul>".repeat(12)}<blockquote>${"u".repeat(200)}</blockquote>`,
  },
  { slug: "bare", title: "No words at all", body: "" },
];

export const SLUGS = ARTICLES.map(({ slug }) => slug);

/** The archive as a WordPress export, all of it in `section`. */
export function hardships(section) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Hard Times</title>
<link>https://hard.example</link>
<language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://hard.example</wp:base_site_url>
<wp:base_blog_url>https://hard.example</wp:base_blog_url>
${ARTICLES.map((article, at) => item(section, at + 1, article)).join("\n")}
</channel>
</rss>
`;
}

function item(section, number, { slug, title, body, topics = 0 }) {
  const tags = Array.from(
    { length: topics },
    (_, n) => `<category domain="post_tag" nicename="topic-${n}"><![CDATA[Topic number ${n}]]></category>`,
  );
  return `<item>
<title><![CDATA[${title}]]></title>
<link>https://hard.example/${slug}/</link>
<dc:creator>clerk</dc:creator>
<guid isPermaLink="false">https://hard.example/?p=${number}</guid>
<content:encoded><![CDATA[${body}]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${number}</wp:post_id>
<wp:post_date>2012-05-0${number} 09:00:00</wp:post_date>
<wp:post_date_gmt>2012-05-0${number} 09:00:00</wp:post_date_gmt>
<wp:post_name>${slug}</wp:post_name>
<wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type>
<category domain="category" nicename="${section}"><![CDATA[${section}]]></category>
${tags.join("\n")}
</item>`;
}
