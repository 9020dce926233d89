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
        if self.picture(&figure.asset, &figure.alt) {
            self.figcaption(&figure.caption, &figure.credit);
            self.raw("</figure>\n");
        } else {
            self.out.truncate(start);
        }
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

    /// False where readers may not see it.
    fn picture(&mut self, picture: &PictureRef, alt: &str) -> bool {
        match picture {
            PictureRef::Remote(href) => self.titled_link(href, alt),
            PictureRef::Asset(id) => {
                let Some(file) = self.options.targets.picture(*id) else { return false };
                self.own_picture(&file, alt);
            }
        }
        true
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
