//! Which page an address names: the table of the reader's addresses (DESIGN §5). Pure;
//! whether anything lies there is for the handlers to find out.

use domain::{BranchId, EditionCode, Moment, Slug, Space};
use jiff::{civil::Date, tz::TimeZone};
use press::urls;

use crate::target::Target;

/// A page's place in a list: what is older than this moment and branch.
pub type PageKey = (Moment, BranchId);

/// What an address names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`, which leads to an edition.
    Root,
    /// `/{edition}/`
    Front(EditionCode),
    /// `/{edition}/{section}/`, and its later pages with `?before={moment}.{branch}`.
    Section(EditionCode, Slug, Option<PageKey>),
    /// `/{edition}/post/{slug}` and `/{edition}/page/{slug}`
    Branch(EditionCode, Space, Slug),
    /// `/{edition}/feed.xml`
    Feed(EditionCode),
    /// `/sitemap.xml`, which lists the other sitemaps.
    SitemapIndex,
    /// `/{edition}/sitemap-{yyyy}-{mm}.xml`: the articles of a month.
    SitemapMonth(EditionCode, Month),
    /// `/{edition}/sitemap-pages.xml`: front and sections.
    SitemapPages(EditionCode),
    /// `/robots.txt`
    Robots,
    /// `/static/{name}.{hash}.{ext}`
    Static(String),
    /// `/healthz`
    Health,
}

/// A month, in UTC: a sitemap's file stays the same when the portal changes its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// 1 to 9999.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
}

impl Route {
    /// The route of a target, whichever way it ends. None where no page has such an address.
    pub fn of(target: &Target) -> Option<Self> {
        match target.segments().as_slice() {
            [] => Some(Self::Root),
            ["robots.txt"] => Some(Self::Robots),
            ["sitemap.xml"] => Some(Self::SitemapIndex),
            ["healthz"] => Some(Self::Health),
            ["static", name] => Some(Self::Static((*name).to_owned())),
            [edition, inside @ ..] => Self::inside(EditionCode::parse(edition).ok()?, inside, target),
        }
    }

    fn inside(edition: EditionCode, segments: &[&str], target: &Target) -> Option<Self> {
        match segments {
            [] => Some(Self::Front(edition)),
            ["feed.xml"] => Some(Self::Feed(edition)),
            ["sitemap-pages.xml"] => Some(Self::SitemapPages(edition)),
            [file] if file.starts_with("sitemap-") => {
                Some(Self::SitemapMonth(edition, Month::of_file(file)?))
            }
            [section] => {
                let key = match target.parameter("before") {
                    Some(value) => Some(page_key(&value.ok()?)?),
                    None => None,
                };
                Some(Self::Section(edition, Slug::parse_section(section).ok()?, key))
            }
            [space, slug] => Some(Self::Branch(edition, Space::parse(space)?, Slug::parse(slug).ok()?)),
            _ => None,
        }
    }

    /// Whether its address ends in a slash: those of lists do.
    pub const fn ends_in_slash(&self) -> bool {
        matches!(self, Self::Root | Self::Front(_) | Self::Section(..))
    }

    /// Its one right path, percent-encoded, with the query that belongs to it.
    pub fn url(&self) -> String {
        match self {
            Self::Root => "/".to_owned(),
            Self::Front(edition) => urls::front_url(edition),
            Self::Section(edition, slug, None) => urls::section_url(edition, slug),
            Self::Section(edition, slug, Some((moment, branch))) => {
                urls::older_url(edition, slug, *moment, *branch)
            }
            Self::Branch(edition, space, slug) => urls::branch_url(edition, *space, slug),
            Self::Feed(edition) => urls::feed_url(edition),
            Self::SitemapIndex => "/sitemap.xml".to_owned(),
            Self::SitemapMonth(edition, month) => format!("/{edition}/sitemap-{month}.xml"),
            Self::SitemapPages(edition) => format!("/{edition}/sitemap-pages.xml"),
            Self::Robots => "/robots.txt".to_owned(),
            Self::Static(name) => format!("/static/{name}"),
            Self::Health => "/healthz".to_owned(),
        }
    }

    /// The edition it lies in.
    pub const fn edition(&self) -> Option<&EditionCode> {
        match self {
            Self::Front(edition)
            | Self::Section(edition, ..)
            | Self::Branch(edition, ..)
            | Self::Feed(edition)
            | Self::SitemapMonth(edition, _)
            | Self::SitemapPages(edition) => Some(edition),
            Self::Root | Self::SitemapIndex | Self::Robots | Self::Static(_) | Self::Health => None,
        }
    }
}

impl Month {
    /// From a sitemap's file name, written with exactly four and two digits.
    fn of_file(file: &str) -> Option<Self> {
        let (year, month) = file.strip_prefix("sitemap-")?.strip_suffix(".xml")?.split_once('-')?;
        let found = Self { year: year.parse().ok()?, month: month.parse().ok()? };
        let in_range = (1..=9999).contains(&found.year) && (1..=12).contains(&found.month);
        (in_range && format!("{year}-{month}") == found.to_string()).then_some(found)
    }

    /// The month in which `moment` lies.
    pub fn of(moment: Moment) -> Self {
        let date = TimeZone::UTC.to_datetime(moment.timestamp());
        Self { year: date.year(), month: date.month() }
    }

    /// Its first moment.
    pub fn start(self) -> Moment {
        let first = Date::new(self.year, self.month, 1).map(|date| date.at(0, 0, 0, 0));
        first.and_then(|first| TimeZone::UTC.to_timestamp(first)).map_or(Moment::MAX, Moment::from)
    }

    /// The first moment after it; [`Moment::MAX`] at the end of the calendar.
    pub fn end(self) -> Moment {
        let (year, month) =
            if self.month == 12 { (self.year.saturating_add(1), 1) } else { (self.year, self.month + 1) };
        Self { year, month }.start()
    }
}

impl std::fmt::Display for Month {
    /// `2026-03`
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// `{moment}.{branch}`: microseconds since 1970 and a UUID, each in the one form in which
/// pages link to them, so that a page has one address.
fn page_key(text: &str) -> Option<PageKey> {
    let (micros, branch) = text.split_once('.')?;
    let key = (Moment::from_micros(micros.parse().ok()?), branch.parse::<BranchId>().ok()?);
    (format!("{}.{}", key.0.micros(), key.1) == text).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BRANCH: &str = "0199b1c2-0000-7000-8000-000000000001";

    fn of(path: &str, query: &str) -> Option<Route> {
        Route::of(&Target::parse(path, query).unwrap())
    }

    fn en() -> EditionCode {
        EditionCode::parse("en").unwrap()
    }

    fn slug(text: &str) -> Slug {
        Slug::parse(text).unwrap()
    }

    #[test]
    fn every_address_of_the_table_has_its_route() {
        let march = Month { year: 2026, month: 3 };
        for (path, route) in [
            ("/", Route::Root),
            ("/en/", Route::Front(en())),
            ("/en/world/", Route::Section(en(), slug("world"), None)),
            ("/en/post/a-b", Route::Branch(en(), Space::Post, slug("a-b"))),
            ("/en/page/about", Route::Branch(en(), Space::Page, slug("about"))),
            ("/en/feed.xml", Route::Feed(en())),
            ("/sitemap.xml", Route::SitemapIndex),
            ("/en/sitemap-2026-03.xml", Route::SitemapMonth(en(), march)),
            ("/en/sitemap-pages.xml", Route::SitemapPages(en())),
            ("/robots.txt", Route::Robots),
            ("/static/reader.0a1b.css", Route::Static("reader.0a1b.css".to_owned())),
            ("/healthz", Route::Health),
        ] {
            assert_eq!(of(path, ""), Some(route.clone()), "{path}");
            assert_eq!((route.url().as_str(), route.ends_in_slash()), (path, path.ends_with('/')));
        }
    }

    #[test]
    fn an_encoded_slug_is_found_and_its_address_encoded_again() {
        let route = of("/en/post/%d5%b0%D5%A1", "").unwrap();
        assert_eq!(route, Route::Branch(en(), Space::Post, slug("հա")));
        assert_eq!(route.url(), "/en/post/%D5%B0%D5%A1");
    }

    #[test]
    fn what_is_in_no_table_has_no_route() {
        for path in [
            "/newsroom/",
            "/EN/",
            "/en/post",
            "/en/post/a/b",
            "/en/topic/a",
            "/en/archive/",
            "/static/a/b",
            "/en/post/A",
            "/en/sitemap-2026-3.xml",
            "/en/sitemap-2026-13.xml",
            "/en/sitemap-+026-01.xml",
            "/en/sitemap-0000-01.xml",
            "/feed.xml",
            "/en/world/europe/",
            "/en/post/%2e%2e%2fetc",
        ] {
            assert_eq!(of(path, ""), None, "{path}");
        }
    }

    #[test]
    fn law_9_a_later_page_is_named_by_its_key_in_one_form() {
        let key = (Moment::from_micros(1_700_000_000_000_000), BRANCH.parse().unwrap());
        let query = format!("before=1700000000000000.{BRANCH}");
        let route = of("/en/world/", &query).unwrap();
        assert_eq!(route, Route::Section(en(), slug("world"), Some(key)));
        assert_eq!(route.url(), format!("/en/world/?{query}"));
        for bad in
            ["", "1", "1.", ".a", "x.y", "+5.", "99999999999999999999.", "1.0199b1c2000070008000000000000001"]
        {
            let bad = if bad.ends_with('.') { format!("{bad}{BRANCH}") } else { bad.to_owned() };
            let wanted = (bad == format!("1.{BRANCH}")).then_some(());
            assert_eq!(of("/en/world/", &format!("before={bad}")).map(|_| ()), wanted, "{bad}");
        }
    }

    #[test]
    fn a_month_begins_where_the_one_before_ends() {
        let (december, january) = (Month { year: 2025, month: 12 }, Month { year: 2026, month: 1 });
        assert_eq!(december.end(), january.start());
        assert_eq!(january.start().to_string(), "2026-01-01T00:00:00Z");
        assert_eq!(Month::of(january.start()), january);
        assert_eq!(Month::of(Moment::from_micros(january.start().micros() - 1)), december);
        assert_eq!(Month { year: 9999, month: 12 }.end(), Moment::MAX);
        assert_eq!(Month::of(Moment::MIN).start(), Moment::MIN);
    }
}
