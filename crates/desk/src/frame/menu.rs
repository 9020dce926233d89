//! The menus of an edition.

use domain::{
    Action, EditionCode, MenuItem, MenuPlace, SectionError, Subject, Tag,
    menu::{MAX_MENU_ITEMS, MAX_MENU_LABEL},
};
use store::{Changes, Event, FrameChange, WriteTx};

use super::check_name;
use crate::{
    desk::{Context, Decision, UseCase},
    error::{Refusal, Result},
};

/// Longest address of a link, in bytes.
const MAX_URL: usize = 500;

/// Sets a menu of an edition. An empty one brings back what stands there by itself: the top
/// sections in the header, nothing in the footer.
#[derive(Clone, Debug)]
pub struct SetMenu {
    /// Of which edition.
    pub edition: EditionCode,
    /// Which menu.
    pub place: MenuPlace,
    /// Its items in their order, at most [`MAX_MENU_ITEMS`].
    pub items: Vec<MenuItem>,
}

impl UseCase for SetMenu {
    type Seen = ();
    type Done = ();

    const CHANGES_FRAME: bool = true;

    async fn read(&self, _: &mut WriteTx) -> Result<()> {
        Ok(())
    }

    fn decide(&self, (): (), cx: &Context<'_>) -> Result<Decision<()>> {
        let subject = Subject { edition: Some(self.edition.clone()), ..Subject::default() };
        cx.who.permit(Action::EditEdition, &subject)?;
        if cx.frame.edition(self.edition.as_str()).is_none() {
            return Err(Refusal::Unknown(format!("edition {}", self.edition)).into());
        }
        if self.items.len() > MAX_MENU_ITEMS {
            let (what, size) = ("the menu's items", self.items.len());
            return Err(Refusal::TooMany { what, size, limit: MAX_MENU_ITEMS }.into());
        }
        for item in &self.items {
            check_item(item, cx)?;
        }
        if cx.frame.menu(&self.edition, self.place) == self.items.as_slice() {
            return Ok(Decision { changes: Changes::default(), done: () });
        }
        let changes = Changes {
            frame: vec![FrameChange::Menu(self.edition.clone(), self.place, self.items.clone())],
            events: vec![Event::new("edition.menu_set", vec![Tag::Edition(self.edition.clone())])],
            ..Changes::default()
        };
        Ok(Decision { changes, done: () })
    }
}

fn check_item(item: &MenuItem, cx: &Context<'_>) -> Result<(), Refusal> {
    if let Some(label) = item.label() {
        check_name("the label of a menu's item", label)?;
        let size = label.chars().count();
        if size > MAX_MENU_LABEL {
            return Err(Refusal::TooLong { what: "the label of a menu's item", size, limit: MAX_MENU_LABEL });
        }
    }
    match item {
        MenuItem::Section { section, .. } if cx.frame.sections.get(*section).is_none() => {
            Err(Refusal::Section(SectionError::Unknown(*section)))
        }
        MenuItem::Link { url, .. } if !leads_somewhere(url) => Err(Refusal::Setting {
            key: "the address of a menu's item".to_owned(),
            value: url.chars().take(80).collect(),
            why: "it must be an https:// address, or a path of the portal that begins with one slash",
        }),
        MenuItem::Section { .. } | MenuItem::Page { .. } | MenuItem::Link { .. } => Ok(()),
    }
}

/// An `https` address, or an absolute path that no browser takes for another host's.
fn leads_somewhere(url: &str) -> bool {
    let plain =
        url.len() <= MAX_URL && !url.contains(|c: char| c.is_control() || c.is_whitespace() || c == '\\');
    let outside = url.strip_prefix("https://").is_some_and(|rest| !rest.is_empty());
    plain && (outside || (url.starts_with('/') && !url.starts_with("//")))
}

#[cfg(test)]
mod tests {
    use super::leads_somewhere;

    #[test]
    fn a_menu_leads_to_https_or_into_the_portal() {
        for good in ["https://shop.example/", "/en/page/about", "/"] {
            assert!(leads_somewhere(good), "{good}");
        }
        for bad in [
            "http://a.example/",
            "javascript:alert(1)",
            "//a.example/",
            "/\\a.example",
            "",
            "https://",
            "/a b",
            "en/",
        ] {
            assert!(!leads_somewhere(bad), "{bad}");
        }
    }
}
