//! Puts a text under an embargo beside a running node, as a newsroom would: for the
//! journeys, until the newsroom has its screens.
//!
//! `embargo DATA EDITION SLUG SECONDS` creates an article, forbids its publication for
//! some seconds, publishes it under that embargo and prints the moment when it ends.

use std::{error::Error, path::Path, sync::Arc};

use desk::{Create, Desk, Publish, SetEmbargo, SystemWorld, World as _};
use document::{PlainResolver, html_in};
use domain::{Actor, Authority, Content, EditionCode, Headlines, Slug};
use locale::Messages;
use store::{Database, Store};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [data, edition, slug, seconds] = arguments.as_slice() else {
        return Err("use: embargo DATA EDITION SLUG SECONDS".into());
    };
    let world = SystemWorld;
    let store = Arc::new(Store::new(Database::sqlite(&Path::new(data).join("masthead.db")).await?).await?);
    let desk = Desk::new(Arc::clone(&store), Arc::new(world), Arc::new(Messages::shipped()?));
    let who = Authority::operator(Actor::CommandLine);
    let mut ids = || world.block_id();
    let body = html_in("<p>Until then it was nobody’s business.</p>", &mut PlainResolver, &mut ids).document;
    let content = Content {
        headlines: Headlines::of("The harbour council names its chair"),
        body,
        ..Content::default()
    };
    let create =
        Create { edition: EditionCode::parse(edition)?, story: None, slug: Slug::parse(slug)?, content };
    let branch = desk.run(&who, &create).await?.done;
    let until = world.now().plus_seconds(seconds.parse()?);
    desk.run(&who, &SetEmbargo { branch, until: Some(until) }).await?;
    desk.run(&who, &Publish { branch, version: 1, update: false }).await?;
    store.database().close().await;
    println!("{until}");
    Ok(())
}
