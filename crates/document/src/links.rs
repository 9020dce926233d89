//! The links of a document: where they lead, and another place for them.

use crate::{
    block::{Block, BlockKind, RelatedTarget},
    href::Href,
    inline::{Inline, Mark},
    limits::Document,
};

impl Document {
    /// Where its links lead, in no order; a link whose words have several marks is named for each run.
    pub fn links(&self) -> Vec<&Href> {
        let mut found = Vec::new();
        self.blocks().iter().for_each(|block| collect(block, &mut found));
        found
    }

    /// The document with other places for links, where `lead` names one; none where it names none.
    pub fn relinked(&self, lead: &dyn Fn(&Href) -> Option<Href>) -> Option<Self> {
        if !self.links().into_iter().any(|href| lead(href).is_some()) {
            return None;
        }
        let mut blocks = self.blocks().to_vec();
        blocks.iter_mut().for_each(|block| relink(block, lead));
        // Nothing grows but addresses, which have a limit of their own.
        Self::new(blocks).ok()
    }
}

fn collect<'d>(block: &'d Block, found: &mut Vec<&'d Href>) {
    if let BlockKind::Related { target: RelatedTarget::Url(href), .. } = &block.kind {
        found.push(href);
    }
    for run in block.kind.lines().into_iter().flatten() {
        if let Inline::Text { marks, .. } = run {
            found.extend(marks.iter().filter_map(|mark| match mark {
                Mark::Link { href } => Some(href),
                _ => None,
            }));
        }
    }
    for nested in block.kind.nested() {
        nested.iter().for_each(|block| collect(block, found));
    }
}

fn relink(block: &mut Block, lead: &dyn Fn(&Href) -> Option<Href>) {
    let change = |href: &mut Href| {
        if let Some(to) = lead(href) {
            *href = to;
        }
    };
    if let BlockKind::Related { target: RelatedTarget::Url(href), .. } = &mut block.kind {
        change(href);
    }
    for run in block.kind.lines_mut().into_iter().flatten() {
        if let Inline::Text { marks, .. } = run {
            for mark in marks {
                if let Mark::Link { href } = mark {
                    change(href);
                }
            }
        }
    }
    for nested in block.kind.nested_mut() {
        nested.iter_mut().for_each(|block| relink(block, lead));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PlainResolver, html_in};

    fn read(html: &str) -> Document {
        let mut next = 0_u64;
        let mut ids = || {
            next += 1;
            next
        };
        html_in(html, &mut PlainResolver, &mut ids).document
    }

    #[test]
    fn links_are_found_and_led_elsewhere_wherever_they_stand() {
        let html = "<p>a <a href=\"/old#x\">b <b>c</b></a> <a href=\"/other\">d</a></p>\
                    <ul><li><p><a href=\"/old\">e</a></p></li></ul>\
                    <figure><img src=\"a.jpg\"><figcaption><a href=\"/old\">f</a></figcaption></figure>";
        let lead = |href: &Href| {
            let rest = href.as_str().strip_prefix("/old")?;
            Href::parse(&format!("/new{rest}")).ok()
        };
        let document = read(html);
        assert_eq!(document.links().len(), 5);
        assert_eq!(document.relinked(&lead).unwrap(), read(&html.replace("/old", "/new")));
        assert_eq!(document.relinked(&|_| None), None);
    }
}
