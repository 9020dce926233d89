//! Namespaces. An element belongs to WordPress by the address that its prefix is declared with; a prefix
//! that is declared nowhere means what it means in every export.

use crate::prefixes::{Prefixes, declarations};

/// How many prefixes can mean something of their own at once; exports declare five.
const MOST_PREFIXES: usize = 32;

/// Whose element it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// RSS itself: no prefix.
    Rss,
    /// WordPress.
    Wp,
    /// `content:encoded`.
    Content,
    /// `excerpt:encoded`.
    Excerpt,
    /// Dublin Core.
    Dc,
    /// Anybody else's.
    Foreign,
}

/// What the prefixes mean where we stand.
pub(super) struct Names {
    prefixes: Prefixes<Space>,
    wordpress: bool,
}

impl Default for Names {
    fn default() -> Self {
        Self { prefixes: Prefixes::new(usual, MOST_PREFIXES), wordpress: false }
    }
}

impl Names {
    /// Takes the `xmlns:…` attributes of a tag.
    pub(super) fn declare(&mut self, tag: &str) {
        if !tag.contains("xmlns:") {
            return;
        }
        for (prefix, address) in declarations(tag).filter(|(prefix, _)| !prefix.is_empty()) {
            let space = space_of(&address);
            self.wordpress |= space == Space::Wp;
            self.prefixes.declare(prefix, space);
        }
    }

    /// Some prefix is declared as WordPress's.
    pub(super) fn wordpress(&self) -> bool {
        self.wordpress
    }

    /// To be given to [`Names::leave`] at the end of an element.
    pub(super) fn enter(&self) -> usize {
        self.prefixes.enter()
    }

    /// Forgets what was declared since.
    pub(super) fn leave(&mut self, mark: usize) {
        self.prefixes.leave(mark);
    }

    /// Whose element `name` is, and its name without the prefix.
    pub(super) fn resolve<'n>(&self, name: &'n str) -> (Space, &'n str) {
        let Some((prefix, local)) = name.split_once(':') else { return (Space::Rss, name) };
        (self.prefixes.meaning(prefix), local)
    }
}

fn usual(prefix: &str) -> Space {
    match prefix {
        "wp" => Space::Wp,
        "content" => Space::Content,
        "excerpt" => Space::Excerpt,
        "dc" => Space::Dc,
        _ => Space::Foreign,
    }
}

/// The address names a version (1.0, 1.1, 1.2); some exports write it with `https`.
fn space_of(address: &str) -> Space {
    let plain =
        address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address);
    match plain {
        "purl.org/rss/1.0/modules/content/" => Space::Content,
        "purl.org/dc/elements/1.1/" => Space::Dc,
        _ => match plain.strip_prefix("wordpress.org/export/") {
            Some(version) if version.ends_with("/excerpt/") => Space::Excerpt,
            Some(_) => Space::Wp,
            None => Space::Foreign,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_means_what_it_is_declared_as() {
        let mut names = Names::default();
        assert_eq!(names.resolve("wp:status"), (Space::Wp, "status"));
        names.declare(r#"<rss xmlns:w="http://wordpress.org/export/1.2/" xmlns:e='https://wordpress.org/export/1.1/excerpt/'>"#);
        assert_eq!(names.resolve("w:status"), (Space::Wp, "status"));
        assert_eq!(names.resolve("e:encoded"), (Space::Excerpt, "encoded"));
        let mark = names.enter();
        names.declare(r#"<item xmlns:w="http://example.org/">"#);
        assert_eq!(names.resolve("w:status"), (Space::Foreign, "status"));
        names.leave(mark);
        assert_eq!(names.resolve("w:status"), (Space::Wp, "status"));
        assert_eq!(names.resolve("title"), (Space::Rss, "title"));
    }
}
