//! Pages rendered from the store in this process, without any cache and not compressed.

use super::{of, wall};
use crate::{
    cost::{Cost, Effort},
    failure::Failure,
    house::{House, Place},
    prose::{Dice, slug},
    table::{Figure, Row},
};

/// Times by which an article may cost more in a large store than in a small one.
const GROWTH: f64 = 1.3;
/// Times by which a late page of a section may cost more than its first.
const DEPTH: f64 = 1.2;
/// The late page.
const LATE_PAGE: u32 = 500;
/// Stories that the front must show to count.
const FRONT_STORIES: usize = 60;

/// Articles drawn from all over a small store and a large one.
pub(crate) async fn article(small: &House, large: &House, effort: Effort) -> Result<Vec<Row>, Failure> {
    let (near, far) = (addresses(small, effort), addresses(large, effort));
    let at = |addresses: &[String], number: u32| addresses.get(number as usize).cloned().unwrap_or_default();
    let [few, many] = effort
        .costs(
            async |number| open(small, &at(&near, number)).await,
            async |number| open(large, &at(&far, number)).await,
        )
        .await?;
    let bar = match large.place {
        Place::Sqlite(_) => Figure::millis(1.0),
        Place::Postgres(_) => Figure::millis(1.5),
    };
    let growth = ratio(many, few);
    Ok(vec![
        Row::new(format!("article, {}", of(small)), Figure::Time(few.cpu), bar, wall(few)),
        Row::new(format!("article, {}", of(large)), Figure::Time(many.cpu), bar, wall(many)),
        Row::new(
            format!("article, {}: {} against {}", large.place, large.articles, small.articles),
            Figure::Ratio(growth),
            Figure::Ratio(GROWTH),
            String::new(),
        ),
    ])
}

/// Where articles drawn from all over a house lie.
fn addresses(house: &House, effort: Effort) -> Vec<String> {
    let mut dice = Dice::of(house.articles);
    (0..effort.numbers()).map(|_| address(dice.below(house.articles))).collect()
}

/// Where an article lies.
pub(crate) fn address(number: u64) -> String {
    format!("/en/post/{}", slug(number))
}

async fn open(house: &House, address: &str) -> Result<(), Failure> {
    house.get(address).await.map(drop)
}

/// The front page, which must show 60 stories.
pub(crate) async fn front(house: &House, effort: Effort) -> Result<Vec<Row>, Failure> {
    let page = house.get("/en/").await?;
    let stories = page.matches("<article ").count();
    if stories < FRONT_STORIES {
        return Err(Failure::Shape {
            address: "/en/".to_owned(),
            wanted: format!("{FRONT_STORIES} stories"),
            found: stories.to_string(),
        });
    }
    let cost = effort.cost(async |_| open(house, "/en/").await).await?;
    let what = format!("front of {stories} stories, {}", of(house));
    Ok(vec![Row::new(what, Figure::Time(cost.cpu), Figure::millis(4.0), wall(cost))])
}

/// A section's late page against its first. The late one is found as a reader finds it:
/// from page to page.
pub(crate) async fn section(house: &House, effort: Effort) -> Result<Vec<Row>, Failure> {
    let first = "/en/world/".to_owned();
    let last_page = LATE_PAGE.min(u32::try_from(house.articles / 20).unwrap_or(LATE_PAGE));
    let mut late = first.clone();
    for _ in 1..last_page {
        let page = house.get(&late).await?;
        late = next_page(&page).ok_or_else(|| Failure::Shape {
            address: late.clone(),
            wanted: "a link to older stories".to_owned(),
            found: "none".to_owned(),
        })?;
    }
    let [newest, older] =
        effort.costs(async |_| open(house, &first).await, async |_| open(house, &late).await).await?;
    let beside = format!(
        "page 1 {:.2} ms, page {last_page} {:.2} ms",
        newest.cpu.as_secs_f64() * 1e3,
        older.cpu.as_secs_f64() * 1e3
    );
    let what = format!("page {last_page} of a section against page 1, {}", of(house));
    Ok(vec![Row::new(what, Figure::Ratio(ratio(older, newest)), Figure::Ratio(DEPTH), beside)])
}

/// Where the link to older stories leads.
fn next_page(page: &str) -> Option<String> {
    let (_, link) = page.split_once("class=\"paging__older\" href=\"")?;
    link.split_once('"').map(|(href, _)| href.to_owned())
}

fn ratio(of: Cost, to: Cost) -> f64 {
    of.cpu.as_secs_f64() / to.cpu.as_secs_f64().max(f64::EPSILON)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_is_where_the_marked_link_leads() {
        let page = "<link rel=\"next\" href=\"https://a.example/\"><a href=\"/en/world/\">first</a> \
                    <a class=\"paging__older\" href=\"/en/world/?before=5.a\" rel=\"next\">on</a>";
        assert_eq!(next_page(page).as_deref(), Some("/en/world/?before=5.a"));
        assert_eq!(next_page("<a href=\"/en/world/\">first</a>"), None);
    }
}
