//! Paths of the portal's own pages, percent-encoded. Absolute addresses are the portal's
//! base URL and a path, and nothing of the request (DESIGN: addresses).

use std::fmt::Write as _;

use domain::{BlobId, Edition, EditionCode, Moment, Portal, Slug, Space};

use media::Rendition;

use crate::span::ArchiveSpan;

/// An edition's front.
pub fn front_url(edition: &EditionCode) -> String {
    format!("/{edition}/")
}

/// A section of an edition.
pub fn section_url(edition: &EditionCode, slug: &Slug) -> String {
    format!("/{edition}/{}/", encoded(slug.as_str()))
}

/// A later page of the list at `url`: what is older than the key.
pub fn older_url(url: &str, moment: Moment, id: impl std::fmt::Display) -> String {
    format!("{url}?before={}.{id}", moment.micros())
}

/// An article or a standing page.
pub fn branch_url(edition: &EditionCode, space: Space, slug: &Slug) -> String {
    format!("/{edition}/{}/{}", space.as_str(), encoded(slug.as_str()))
}

/// A rendition of a picture. The bytes behind the address never change.
pub fn media_url(blob: BlobId, rendition: Rendition) -> String {
    format!("/media/{blob}/{rendition}")
}

/// A topic of an edition.
pub fn topic_url(edition: &EditionCode, slug: &Slug) -> String {
    format!("/{edition}/topic/{}/", encoded(slug.as_str()))
}

/// An author's page in an edition.
pub fn author_url(edition: &EditionCode, slug: &Slug) -> String {
    format!("/{edition}/author/{}/", encoded(slug.as_str()))
}

/// A source's page in an edition.
pub fn source_url(edition: &EditionCode, slug: &Slug) -> String {
    format!("/{edition}/source/{}/", encoded(slug.as_str()))
}

/// The archive of an edition, or a span of it.
pub fn archive_url(edition: &EditionCode, span: ArchiveSpan) -> String {
    format!("/{edition}/archive/{}", span.path())
}

/// An edition's corrections log.
pub fn corrections_url(edition: &EditionCode) -> String {
    format!("/{edition}/corrections/")
}

/// The page that searches an edition, before anything is asked.
pub fn search_url(edition: &EditionCode) -> String {
    format!("/{edition}/search")
}

/// What a search for `text` found, from the `from`th hit on.
pub fn found_url(edition: &EditionCode, text: &str, from: usize) -> String {
    let tail = if from == 0 { String::new() } else { format!("&from={from}") };
    format!("{}?q={}{tail}", search_url(edition), encoded(text))
}

/// The feed of an edition.
pub fn feed_url(edition: &EditionCode) -> String {
    format!("/{edition}/feed.xml")
}

/// A path as an absolute address.
pub fn absolute(portal: &Portal, path: &str) -> String {
    format!("{}{path}", portal.base_url)
}

/// What an edition calls the paper.
pub fn paper_name<'a>(portal: &'a Portal, edition: &'a Edition) -> &'a str {
    edition.name.as_deref().unwrap_or(&portal.name)
}

/// Percent-encodes all but RFC 3986's unreserved characters.
pub(crate) fn encoded(segment: &str) -> String {
    let mut out = String::with_capacity(segment.len());
    for byte in segment.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// An address as people read and type it (RFC 3987): its octets as the letters they are. One whose
/// letters would not stand as one word stays as it is.
pub(crate) fn legible(address: &str) -> String {
    let plain = percent_encoding::percent_decode_str(address)
        .decode_utf8()
        .ok()
        .filter(|plain| plain.chars().all(|c| c != '%' && (c.is_ascii_graphic() || c.is_alphanumeric())));
    plain.map_or_else(|| address.to_owned(), |plain| plain.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn address_reads_in_the_letters_of_its_language() {
        assert_eq!(legible("https://a.example/ru/post/%D0%BD%D0%BE-1"), "https://a.example/ru/post/но-1");
        for address in ["https://a.example/ar/%E2%80%AE", "https://a.example/%2525", "https://a.example/%FF"]
        {
            assert_eq!(legible(address), address);
        }
    }

    #[test]
    fn slugs_of_any_script_are_percent_encoded() {
        let slug = Slug::parse("новости").unwrap();
        let code = EditionCode::parse("ru").unwrap();
        assert_eq!(
            branch_url(&code, Space::Post, &slug),
            "/ru/post/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"
        );
    }
}
