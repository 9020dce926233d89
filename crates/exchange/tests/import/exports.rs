//! Exports written for these tests as WordPress and its plug-ins write them.

/// An item in the making.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) id: u32,
    pub(crate) kind: &'static str,
    pub(crate) status: &'static str,
    pub(crate) title: String,
    pub(crate) name: String,
    pub(crate) link: String,
    pub(crate) body: String,
    /// Further markup of the item: labels and fields.
    pub(crate) more: String,
}

/// A post that was published, at `http://old.example/{path}/`.
pub(crate) fn post(id: u32, title: &str, path: &str) -> Item {
    Item {
        id,
        kind: "post",
        status: "publish",
        title: title.to_owned(),
        name: path.rsplit('/').next().unwrap_or(path).to_owned(),
        link: format!("http://old.example/{path}/"),
        body: format!("<p>The words of {id}.</p>"),
        more: String::new(),
    }
}

impl Item {
    pub(crate) fn body(self, body: &str) -> Self {
        Self { body: body.to_owned(), ..self }
    }

    pub(crate) fn label(mut self, domain: &str, slug: &str, name: &str) -> Self {
        self.more +=
            &format!("<category domain=\"{domain}\" nicename=\"{slug}\"><![CDATA[{name}]]></category>");
        self
    }

    pub(crate) fn field(mut self, key: &str, value: &str) -> Self {
        self.more += &format!(
            "<wp:postmeta><wp:meta_key><![CDATA[{key}]]></wp:meta_key>\
             <wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
        );
        self
    }

    fn xml(&self) -> String {
        let Self { id, kind, status, title, name, link, body, more } = self;
        let date = format!("2024-03-{:02} 10:{:02}:00", id % 28 + 1, id % 60);
        format!(
            "<item><title><![CDATA[{title}]]></title><link>{link}</link>\
             <dc:creator><![CDATA[ani]]></dc:creator>\
             <guid isPermaLink=\"false\">http://old.example/?p={id}</guid>\
             <content:encoded><![CDATA[{body}]]></content:encoded>\
             <wp:post_id>{id}</wp:post_id><wp:post_date><![CDATA[{date}]]></wp:post_date>\
             <wp:post_date_gmt><![CDATA[{date}]]></wp:post_date_gmt>\
             <wp:post_name><![CDATA[{name}]]></wp:post_name><wp:status><![CDATA[{status}]]></wp:status>\
             <wp:post_type><![CDATA[{kind}]]></wp:post_type>{more}</item>\n"
        )
    }
}

/// A category of the header; `more` are its fields.
pub(crate) fn category(id: u32, slug: &str, parent: &str, name: &str, more: &str) -> String {
    format!(
        "<wp:category><wp:term_id>{id}</wp:term_id><wp:category_nicename><![CDATA[{slug}]]></wp:category_nicename>\
         <wp:category_parent><![CDATA[{parent}]]></wp:category_parent>\
         <wp:cat_name><![CDATA[{name}]]></wp:cat_name>{more}</wp:category>\n"
    )
}

/// A tag of the header.
pub(crate) fn tag(id: u32, slug: &str, name: &str, more: &str) -> String {
    format!(
        "<wp:tag><wp:term_id>{id}</wp:term_id><wp:tag_slug><![CDATA[{slug}]]></wp:tag_slug>\
         <wp:tag_name><![CDATA[{name}]]></wp:tag_name>{more}</wp:tag>\n"
    )
}

/// A term of another taxonomy.
pub(crate) fn term(id: u32, taxonomy: &str, slug: &str, name: &str, description: &str) -> String {
    format!(
        "<wp:term><wp:term_id>{id}</wp:term_id><wp:term_taxonomy><![CDATA[{taxonomy}]]></wp:term_taxonomy>\
         <wp:term_slug><![CDATA[{slug}]]></wp:term_slug><wp:term_parent><![CDATA[]]></wp:term_parent>\
         <wp:term_name><![CDATA[{name}]]></wp:term_name>\
         <wp:term_description><![CDATA[{description}]]></wp:term_description></wp:term>\n"
    )
}

/// A field of a term.
pub(crate) fn term_field(key: &str, value: &str) -> String {
    format!(
        "<wp:termmeta><wp:meta_key><![CDATA[{key}]]></wp:meta_key>\
         <wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:termmeta>"
    )
}

/// The export of a site in `language`.
pub(crate) fn export(language: &str, header: &str, items: &[Item]) -> String {
    let items: String = items.iter().map(Item::xml).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<rss version=\"2.0\"\
         xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\"\
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"\
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\
         xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Old</title>\
         <link>http://old.example</link><language>{language}</language>\
         <wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>http://old.example</wp:base_site_url>\
         <wp:base_blog_url>http://old.example</wp:base_blog_url>\n{header}{items}</channel></rss>\n"
    )
    .replace("\"xmlns", "\" xmlns")
}
