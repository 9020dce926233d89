//! Pictures, sounds and films. Ours are shown; what lies on another host is a titled link, since
//! no page may load from there.

use super::{PictureFile, Printer};
use crate::block::{Figure, MediaRef, PictureRef, Track};
use crate::href::Href;
use crate::inline::Inline;

impl Printer<'_> {
    pub(super) fn figure(&mut self, figure: &Figure) {
        let start = self.out.len();
        self.raw("<figure data-block=\"picture\">");
        let Some(own) = self.picture(&figure.asset, &figure.alt) else { return self.out.truncate(start) };
        let credit = if figure.credit.is_empty() { &own } else { &figure.credit };
        self.figcaption(&figure.caption, credit);
        self.raw("</figure>\n");
    }

    pub(super) fn gallery(&mut self, figures: &[Figure], caption: &[Inline]) {
        let start = self.out.len();
        self.raw("<figure data-block=\"gallery\">\n");
        let bare = self.out.len();
        figures.iter().for_each(|figure| self.figure(figure));
        if self.out.len() == bare {
            self.out.truncate(start);
            return;
        }
        self.figcaption(caption, &[]);
        self.raw("</figure>\n");
    }

    /// None where readers may not see it, else who made it as far as the picture itself is known to say.
    fn picture(&mut self, picture: &PictureRef, alt: &str) -> Option<Vec<Inline>> {
        match picture {
            PictureRef::Remote(href) => {
                self.titled_link(href, alt);
                Some(Vec::new())
            }
            PictureRef::Asset(id) => {
                let file = self.options.targets.picture(*id)?;
                self.own_picture(&file, alt);
                Some(if file.credit.is_empty() { Vec::new() } else { vec![Inline::plain(file.credit)] })
            }
        }
    }

    fn own_picture(&mut self, file: &PictureFile, alt: &str) {
        let chosen = !file.webp.is_empty();
        if chosen {
            self.raw("<picture><source type=\"image/webp\"");
            self.attribute("srcset", &file.webp);
            if !file.sizes.is_empty() {
                self.attribute("sizes", &file.sizes);
            }
            self.raw(">");
        }
        self.raw("<img");
        self.address("src", &file.src);
        self.attribute("alt", alt);
        if let Some((width, height)) = file.size {
            self.attribute("width", &width.to_string());
            self.attribute("height", &height.to_string());
        }
        if let Some(tone) = file.tone {
            self.attribute("data-tone", &tone.to_string());
        }
        self.raw(" loading=\"lazy\" decoding=\"async\">");
        if chosen {
            self.raw("</picture>");
        }
    }

    /// Caption and credit; nothing where both are empty.
    pub(super) fn figcaption(&mut self, caption: &[Inline], credit: &[Inline]) {
        if caption.is_empty() && credit.is_empty() {
            return;
        }
        self.raw("<figcaption>");
        self.line(caption);
        if !credit.is_empty() {
            self.raw(if caption.is_empty() { "" } else { " " });
            self.raw("<span data-part=\"credit\">");
            self.line(credit);
            self.raw("</span>");
        }
        self.raw("</figcaption>");
    }

    pub(super) fn audio(&mut self, file: &MediaRef, title: &str, caption: &[Inline]) {
        let own = match file {
            MediaRef::Remote(href) => {
                self.raw("<figure data-block=\"audio\">");
                self.titled_link(href, title);
                None
            }
            MediaRef::Asset(id) => {
                let Some(href) = self.options.targets.media(*id) else { return };
                Some(href)
            }
        };
        if let Some(href) = own {
            self.raw("<figure data-block=\"audio\">");
            self.player("audio", &href, title, None);
            self.raw("</audio>");
        }
        self.figcaption(caption, &[]);
        self.raw("</figure>\n");
    }

    pub(super) fn video(
        &mut self,
        file: &MediaRef,
        title: &str,
        caption: &[Inline],
        tracks: &[Track],
        poster: Option<&PictureRef>,
    ) {
        match file {
            MediaRef::Remote(href) => {
                self.raw("<figure data-block=\"video\"");
                if let Some(PictureRef::Remote(poster)) = poster {
                    self.attribute("data-poster", poster.as_str());
                }
                self.raw(">");
                self.titled_link(href, title);
                tracks.iter().for_each(|track| self.track_link(track));
            }
            MediaRef::Asset(id) => {
                let Some(href) = self.options.targets.media(*id) else { return };
                let poster = match poster {
                    Some(PictureRef::Asset(id)) => self.options.targets.picture(*id),
                    Some(PictureRef::Remote(_)) | None => None,
                };
                self.raw("<figure data-block=\"video\">");
                self.player("video", &href, title, poster.map(|it| it.src).as_ref());
                tracks.iter().for_each(|track| self.track(track));
                self.raw("</video>");
            }
        }
        self.figcaption(caption, &[]);
        self.raw("</figure>\n");
    }

    fn player(&mut self, element: &str, src: &Href, title: &str, poster: Option<&Href>) {
        self.raw("<");
        self.raw(element);
        self.raw(" controls preload=\"none\"");
        self.address("src", src);
        if let Some(poster) = poster {
            self.address("poster", poster);
        }
        if !title.is_empty() {
            self.attribute("title", title);
        }
        self.raw(">");
    }

    fn track(&mut self, track: &Track) {
        let MediaRef::Asset(id) = &track.file else { return };
        let Some(src) = self.options.targets.media(*id) else { return };
        self.raw("<track kind=\"captions\"");
        self.address("src", &src);
        if let Some(lang) = &track.lang {
            self.attribute("srclang", lang.as_str());
        }
        if !track.label.is_empty() {
            self.attribute("label", &track.label);
        }
        self.raw(">");
    }

    /// Subtitles that lie elsewhere can at least be fetched by hand.
    fn track_link(&mut self, track: &Track) {
        let MediaRef::Remote(href) = &track.file else { return };
        self.raw(" <a data-part=\"track\"");
        self.address("href", href);
        if let Some(lang) = &track.lang {
            self.attribute("hreflang", lang.as_str());
        }
        self.raw(" rel=\"noopener\">");
        self.text(if track.label.is_empty() { href.as_str() } else { &track.label });
        self.raw("</a>");
    }
}

#[cfg(test)]
mod tests {
    use domain::AssetId;

    use crate::{
        Block, BlockId, BlockKind, Document, Figure, Href, HtmlOptions, Inline, PictureFile, PictureRef,
        Targets, to_html,
    };

    struct Credited;

    impl Targets for Credited {
        fn picture(&self, _: AssetId) -> Option<PictureFile> {
            Some(PictureFile {
                src: Href::parse("/a.jpg").ok()?,
                size: None,
                webp: String::new(),
                sizes: String::new(),
                tone: None,
                credit: "Ani".to_owned(),
            })
        }
    }

    #[test]
    fn a_picture_s_credit_is_printed_where_its_figure_has_none() {
        for (own, printed) in [(Vec::new(), "Ani"), (vec![Inline::plain("Nora")], "Nora")] {
            let asset = PictureRef::Asset(AssetId::new(uuid::Uuid::nil()));
            let figure = Figure { asset, caption: Vec::new(), alt: String::new(), credit: own };
            let block = Block { id: BlockId::new(1), kind: BlockKind::Figure(figure), of: None };
            let document = Document::new(vec![block]).unwrap();
            let html = to_html(&document, &HtmlOptions { targets: &Credited, base_url: None });
            let credit = format!("<figcaption><span data-part=\"credit\">{printed}</span></figcaption>");
            assert!(html.contains(&credit), "{html}");
        }
    }
}
