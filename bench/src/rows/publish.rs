//! A publish: decided, written and settled.

use std::collections::BTreeMap;

use desk::{Create, Publish};
use domain::BranchId;
use store::Content;

use super::{of, wall};
use crate::{
    cost::Effort,
    failure::Failure,
    house::{House, Place, code, content, slug},
    prose::Article,
    table::{Figure, Row},
};

/// Drafts are made first, and only their publishing is measured.
pub(crate) async fn rows(house: &House, effort: Effort) -> Result<Vec<Row>, Failure> {
    // A publish waits for the disk, unlike a page: fewer of them make a sample.
    let effort = Effort { operations: effort.operations / 4, ..effort };
    let mut drafts = Vec::new();
    for number in 0..effort.numbers() {
        drafts.push(draft(house, u64::from(number)).await?);
    }
    let mut drafts = drafts.into_iter();
    let cost = effort
        .cost(async |_| {
            let Some(branch) = drafts.next() else { return Ok(()) };
            house.run(Publish { branch, version: 1, update: false }).await.map(drop)
        })
        .await?;
    let bar = match house.place {
        Place::Sqlite(_) => Figure::millis(1.5),
        Place::Postgres(_) => Figure::millis(2.5),
    };
    Ok(vec![Row::new(format!("publish, {}", of(house)), Figure::Time(cost.cpu), bar, wall(cost))])
}

/// A draft of an article that is not in the store yet, in two sections.
pub(crate) async fn draft(house: &House, number: u64) -> Result<BranchId, Failure> {
    let article = Article::of(house.articles + number);
    let frame = house.desk.store().frame();
    let ids: BTreeMap<_, _> = frame.sections.iter().map(|s| (s.slug.as_str(), s.id)).collect();
    let sections = article.sections.iter().filter_map(|slug| ids.get(slug).copied()).collect();
    let content = Content { sections, ..content(&article) };
    let slug = slug(&format!("draft-{}", article.slug))?;
    house.run(Create { edition: code()?, story: None, slug, content }).await
}
