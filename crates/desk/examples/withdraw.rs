//! Publishes a text beside a running node and takes it down again, as a newsroom would: for
//! the journeys, until the newsroom has its screens.
//!
//! `withdraw DATA EDITION SLUG`

use std::{error::Error, path::Path, sync::Arc};

use desk::{Create, Desk, Publish, SystemWorld, Withdraw, World as _};
use document::{PlainResolver, html_in};
use domain::{Actor, Authority, Content, EditionCode, Headlines, Slug, Withdrawal};
use locale::Messages;
use store::{Database, Store};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [data, edition, slug] = arguments.as_slice() else {
        return Err("use: withdraw DATA EDITION SLUG".into());
    };
    let world = SystemWorld;
    let store = Arc::new(Store::new(Database::sqlite(&Path::new(data).join("masthead.db")).await?).await?);
    let desk = Desk::new(Arc::clone(&store), Arc::new(world), Arc::new(Messages::shipped()?));
    let who = Authority::operator(Actor::CommandLine);
    let mut ids = || world.block_id();
    let body = html_in("<p>It was not so.</p>", &mut PlainResolver, &mut ids).document;
    let content = Content { headlines: Headlines::of("Too soon"), body, ..Content::default() };
    let create =
        Create { edition: EditionCode::parse(edition)?, story: None, slug: Slug::parse(slug)?, content };
    let branch = desk.run(&who, &create).await?.done;
    desk.run(&who, &Publish { branch, version: 1, update: false }).await?;
    desk.run(&who, &Withdraw { branch, reason: Withdrawal::Retracted }).await?;
    store.database().close().await;
    Ok(())
}
