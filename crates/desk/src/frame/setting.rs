//! The portal's settings.

use domain::{Action, Subject, Tag, ZoneName};
use store::{Changes, Event, FrameChange, WriteTx};

use super::check_name;
use crate::{
    desk::{Context, Decision, UseCase},
    error::{Refusal, Result},
};

/// Sets a setting, or removes it.
#[derive(Clone, Debug)]
pub struct SetSetting {
    /// `portal.name`, `portal.base_url`, `portal.time_zone`, `portal.accent`,
    /// `portal.reuse_rule`; `social.` and the name of a network, behind it perhaps a dot and
    /// an edition's code; `trust.contact`, `trust.disclosure`, `trust.belongto`,
    /// `trust.datatrainingallowed`.
    pub key: String,
    /// The value; none brings back what holds where nothing is set.
    pub value: Option<String>,
}

impl UseCase for SetSetting {
    type Seen = ();
    type Done = ();

    const CHANGES_FRAME: bool = true;

    async fn read(&self, _: &mut WriteTx) -> Result<()> {
        Ok(())
    }

    fn decide(&self, (): (), cx: &Context<'_>) -> Result<Decision<()>> {
        cx.who.permit(Action::EditPortal, &Subject::default())?;
        let value = self.value.as_deref().map(|value| checked(&self.key, value)).transpose()?;
        if value.is_none() && !is_known(&self.key) {
            return Err(Refusal::Unknown(format!("setting {:?}", self.key)).into());
        }
        if let Some((_, code)) = network(&self.key)
            && value.is_some()
            && code.is_some_and(|code| cx.frame.edition(code).is_none())
        {
            return Err(Refusal::Unknown(format!("edition of the setting {:?}", self.key)).into());
        }
        if cx.frame.settings.get(&self.key) == value.as_ref() {
            return Ok(Decision { changes: Changes::default(), done: () });
        }
        let changes = Changes {
            frame: vec![FrameChange::Setting(self.key.clone(), value)],
            events: vec![Event::new("portal.setting_changed", vec![Tag::Portal])],
            ..Changes::default()
        };
        Ok(Decision { changes, done: () })
    }
}

const PORTAL: [&str; 5] =
    ["portal.name", "portal.base_url", "portal.time_zone", "portal.accent", "portal.reuse_rule"];
const SOCIAL: [&str; 7] = [
    "social.x",
    "social.youtube",
    "social.instagram",
    "social.facebook",
    "social.telegram",
    "social.app_store",
    "social.google_play",
];

/// What `trust.txt` tells, and the addresses behind it (journalistlist.org's form).
const TRUST: [&str; 3] = ["trust.contact", "trust.disclosure", "trust.belongto"];
const TRAINING: &str = "trust.datatrainingallowed";

fn is_known(key: &str) -> bool {
    PORTAL.contains(&key) || network(key).is_some() || TRUST.contains(&key) || key == TRAINING
}

/// The network of a key, and the edition whose account it is; none for the whole portal's.
fn network(key: &str) -> Option<(&'static str, Option<&str>)> {
    SOCIAL.iter().find_map(|network| match key.strip_prefix(network)? {
        "" => Some((*network, None)),
        rest => Some((*network, Some(rest.strip_prefix('.')?))),
    })
}

/// The value in the form in which it is kept.
fn checked(key: &str, value: &str) -> Result<String, Refusal> {
    let refuse = |why| Refusal::Setting { key: key.to_owned(), value: value.chars().take(80).collect(), why };
    match key {
        "portal.name" => check_name("portal.name", value).map(|()| value.trim().to_owned()),
        "portal.base_url" => base_url(value).ok_or_else(|| {
            refuse(
                "it must be scheme, host and perhaps port, such as https://news.example, with nothing behind",
            )
        }),
        "portal.time_zone" => Ok(String::from(ZoneName::parse(value)?)),
        "portal.accent" => {
            let hex =
                value.strip_prefix('#').filter(|h| h.len() == 6 && h.bytes().all(|b| b.is_ascii_hexdigit()));
            hex.map(|_| value.to_ascii_lowercase()).ok_or_else(|| refuse("it must be a colour as #rrggbb"))
        }
        "portal.reuse_rule" if value.chars().count() > 2_000 => {
            let size = value.chars().count();
            Err(Refusal::TooLong { what: "the reuse rule", size, limit: 2_000 })
        }
        "portal.reuse_rule" if value.contains('\0') => Err(Refusal::Nul("the reuse rule")),
        "portal.reuse_rule" => Ok(value.to_owned()),
        TRAINING => match value {
            "yes" | "no" => Ok(value.to_owned()),
            _ => Err(refuse("it must be yes or no")),
        },
        "trust.contact" if value.starts_with("mailto:") && fits_a_line(value) => Ok(value.to_owned()),
        key if network(key).is_some() || TRUST.contains(&key) => {
            let ok = value.starts_with("https://") && fits_a_line(value);
            ok.then(|| value.to_owned()).ok_or_else(|| refuse("it must be an https:// address"))
        }
        _ => Err(Refusal::Unknown(format!("setting {key:?}"))),
    }
}

/// Whether an address is short and has neither blanks nor control characters.
fn fits_a_line(url: &str) -> bool {
    url.len() < 500 && !url.contains(|c: char| c.is_control() || c.is_whitespace())
}

/// Scheme and authority alone, without a final slash.
fn base_url(value: &str) -> Option<String> {
    let value = value.trim().trim_end_matches('/');
    let host = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"))?;
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    (!host.is_empty() && host.len() <= 260 && host.chars().all(fits)).then(|| value.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_is_scheme_and_authority_alone() {
        assert_eq!(base_url("https://News.example/").as_deref(), Some("https://news.example"));
        assert_eq!(base_url("http://localhost:8080").as_deref(), Some("http://localhost:8080"));
        for bad in
            ["news.example", "ftp://news.example", "https://news.example/path", "https://a b", "https://"]
        {
            assert_eq!(base_url(bad), None, "{bad}");
        }
    }

    #[test]
    fn values_are_checked_by_their_keys() {
        assert!(checked("portal.time_zone", "Asia/Yerevan").is_ok());
        assert!(checked("portal.time_zone", "Asia/Nowhere").is_err());
        assert_eq!(checked("portal.accent", "#8C1C13").unwrap(), "#8c1c13");
        assert!(checked("portal.accent", "red").is_err());
        assert!(checked("social.youtube", "javascript:alert(1)").is_err());
        assert!(checked("portal.colour", "#000000").is_err());
        assert!(checked("social.youtube.ru", "https://youtube.example/@ru").is_ok());
        assert!(checked("social.nowhere", "https://nowhere.example/").is_err());
        assert!(checked("social.xing", "https://xing.example/").is_err());
        assert!(checked("trust.contact", "mailto:desk@paper.example").is_ok());
        assert!(checked("trust.disclosure", "mailto:desk@paper.example").is_err());
        assert!(checked("trust.belongto", "https://a.example/\nbelongto=https://b.example/").is_err());
        assert!(checked("trust.datatrainingallowed", "maybe").is_err());
        assert_eq!(checked("trust.datatrainingallowed", "no").unwrap(), "no");
    }
}
