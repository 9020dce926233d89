//! A search through the whole handler, and the time until what was published is found.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use desk::Publish;
use press::urls::found_url;

use super::{of, publish::draft, wall};
use crate::{
    cost::{Cost, Effort, median},
    failure::Failure,
    house::{House, code},
    prose::{Article, Dice},
    table::{Figure, Row},
};

/// Publishes whose way into the index is timed.
const PUBLISHES: u64 = 20;
/// Between two looks for what was published.
const LOOK: Duration = Duration::from_millis(2);

/// Questions of one, two and three words in turn, each of an article's commonest.
pub(crate) async fn rows(house: &House, effort: Effort) -> Result<Vec<Row>, Failure> {
    let mut dice = Dice::of(house.articles);
    let questions: Result<Vec<_>, Failure> = (0..effort.numbers())
        .map(|number| Ok(found_url(&code()?, &words(dice.below(house.articles), 1 + number % 3), 0)))
        .collect();
    let questions = questions?;
    let mut hits = 0;
    let cost = effort
        .cost(async |number| {
            let Some(address) = questions.get(number as usize) else { return Ok(()) };
            hits += house.get(address).await?.matches("<mark>").count();
            Ok(())
        })
        .await?;
    let beside = format!("{}; {} words marked a page", wall(cost), hits / questions.len().max(1));
    Ok(vec![
        Row::new(format!("search, {}", of(house)), Figure::Time(cost.cpu), Figure::millis(5.0), beside),
        found(house).await?,
    ])
}

/// Words of an article's first lines; short ones are the commonest.
fn words(article: u64, count: u32) -> String {
    let article = Article::of(article);
    let mut words: Vec<_> = article.excerpt.split([' ', '.']).filter(|word| !word.is_empty()).collect();
    words.sort_by_key(|word| word.len());
    words.truncate(count as usize);
    words.join(" ")
}

/// From a publish that is answered to the search that finds it, while the index is followed as a
/// node does.
async fn found(house: &House) -> Result<Row, Failure> {
    let store = Arc::clone(house.desk.store());
    let following = tokio::spawn(async move { store.journal().run().await });
    let mut times = Vec::new();
    for number in 0..PUBLISHES {
        // Far behind those that other rows publish.
        let number = 1_000_000 + number;
        let branch = draft(house, number).await?;
        let slug = crate::prose::slug(house.articles + number);
        let title = Article::of(house.articles + number).title;
        let address = found_url(&code()?, &title, 0);
        house.run(Publish { branch, version: 1, update: false }).await?;
        let published = Instant::now();
        while !house.get(&address).await?.contains(&slug) {
            tokio::time::sleep(LOOK).await;
        }
        times.push(Cost { cpu: Duration::ZERO, wall: published.elapsed() });
    }
    following.abort();
    let slowest = times.iter().map(|cost| cost.wall).max().unwrap_or_default();
    let beside = format!("wall; the slowest of {PUBLISHES} {:.0} ms", slowest.as_secs_f64() * 1e3);
    let what = format!("published until found, {}", of(house));
    Ok(Row::new(what, Figure::Time(median(times).wall), Figure::millis(1_000.0), beside))
}
