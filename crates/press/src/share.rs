//! Plain links that share an article: the network's own page, with address and title in it.
//! No script of theirs is loaded, and nothing is told to them before the click.

use crate::{
    urls::encoded,
    view::{Share, ShareLink, Url},
};

/// The links for the page at the absolute address `url`.
pub(crate) fn share(url: &str, title: &str) -> Share {
    let (to, said) = (encoded(url), encoded(title));
    let both = encoded(&format!("{title} {url}"));
    let links = [
        ("x", "X", format!("https://x.com/intent/post?url={to}&text={said}")),
        ("facebook", "Facebook", format!("https://www.facebook.com/sharer/sharer.php?u={to}")),
        ("telegram", "Telegram", format!("https://t.me/share/url?url={to}&text={said}")),
        ("whatsapp", "WhatsApp", format!("https://wa.me/?text={both}")),
        ("mail", "", format!("mailto:?subject={said}&body={to}")),
    ];
    Share {
        url: Url::new(url),
        title: title.to_owned(),
        links: links.map(|(network, name, url)| ShareLink { network, name, url: Url::new(&url) }).into(),
    }
}
