//! The reader against small exports written for these tests, against any bytes, and against the
//! exports of the reference data.

mod bad_input;
mod fuzz;
mod reading;
mod reference;

use super::{Broken, Entry, Item, Limits, Notice, Reader, What};

/// All entries of a file, and what ended it.
struct Read {
    entries: Vec<Entry>,
    broken: Option<Broken>,
}

impl Read {
    fn of(bytes: &[u8]) -> Self {
        Self::within(bytes, Limits::default())
    }

    fn within(bytes: &[u8], limits: Limits) -> Self {
        let (mut entries, mut broken) = (Vec::new(), None);
        for entry in Reader::new(bytes, limits) {
            match entry {
                Ok(entry) => entries.push(entry),
                Err(e) => broken = Some(e),
            }
        }
        Self { entries, broken }
    }

    /// The only item of a file that is read to its end.
    fn only_item(self) -> Item {
        assert!(self.broken.is_none(), "{:?}", self.broken);
        let items: Vec<Item> = self.items().cloned().collect();
        assert_eq!(items.len(), 1);
        items.into_iter().next().unwrap()
    }

    fn items(&self) -> impl Iterator<Item = &Item> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Item(item) => Some(item.as_ref()),
            _ => None,
        })
    }

    fn titles(&self) -> Vec<&str> {
        self.items().map(|item| item.title.as_str()).collect()
    }

    fn notices(&self) -> Vec<&Notice> {
        let notices = self.entries.iter().filter_map(|entry| match entry {
            Entry::Notice(notice) => Some(notice),
            _ => None,
        });
        notices.collect()
    }

    fn oddities(&self) -> Vec<&What> {
        self.notices().into_iter().map(|notice| &notice.what).collect()
    }
}

/// An export of version 1.2 whose channel holds `children`.
fn export(children: &str) -> Vec<u8> {
    versioned("1.2", children).into_bytes()
}

fn versioned(version: &str, children: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"\n\
         xmlns:excerpt=\"http://wordpress.org/export/{version}/excerpt/\"\n\
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"\n\
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n\
         xmlns:wp=\"http://wordpress.org/export/{version}/\">\n\
         <channel>\n<title>The Harbour &amp; the Hill</title>\n<language>en-GB</language>\n\
         <wp:wxr_version>{version}</wp:wxr_version>\n{children}\n</channel>\n</rss>\n"
    )
}

/// An item with the body `content`, which is markup.
fn item(title: &str, content: &str) -> String {
    format!(
        "<item><title>{title}</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>\
         <content:encoded>{content}</content:encoded></item>\n"
    )
}
