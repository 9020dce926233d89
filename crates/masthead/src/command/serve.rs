//! `masthead serve`: the node.

use std::{sync::Arc, time::Duration};

use desk::{Clerk, World as _};
use press::Press;
use search::Search;
use site::{Limits, Site};
use store::{DirLock, Follower};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

use crate::{config::Config, demo, failure::Failure, moving, opened::Opened, pictures, print};

/// How long requests under way may take after the signal to stop.
const DRAIN: Duration = Duration::from_secs(10);

/// The folder of the search index in the data folder. Whoever deletes it gets it built anew.
const SEARCH: &str = "search";

/// Serves until SIGTERM or SIGINT.
pub(super) async fn run(config: &Config, empty: bool) -> Result<(), Failure> {
    std::fs::create_dir_all(&config.data)
        .map_err(|source| Failure::File { path: config.data.clone(), source })?;
    let lock = DirLock::take(&config.data, "serve")?;
    let opened = Opened::open_migrated(config, &lock).await?;
    if opened.is_new && !empty {
        demo::fill(&opened, &base_url(&config.listen)).await?;
    }
    let press = Arc::new(Press::new(Arc::clone(&opened.messages), config.theme.clone())?);
    let world = desk::SystemWorld;
    let clock: Arc<dyn Fn() -> domain::Moment + Send + Sync> = Arc::new(move || world.now());
    let index = config.data.join(SEARCH);
    let search = Arc::new(Search::new(Arc::clone(&opened.store), index, Arc::clone(&clock)));
    opened.store.journal().register(Arc::clone(&search) as Arc<dyn Follower>);
    let site = Arc::new(Site::new(
        Arc::clone(&opened.store),
        press,
        search,
        opened.pictures.renderer.clone(),
        clock,
    ));
    let cannot_listen = |source| Failure::Listen { address: config.listen.clone(), source };
    let listener = TcpListener::bind(&config.listen).await.map_err(cannot_listen)?;
    // Port 0 asks for any free one: only the listener knows which.
    let address = listener.local_addr().map_err(cannot_listen)?;
    let clerk = Clerk::new(Arc::clone(&opened.desk));
    let background = tokio::spawn(async move { clerk.run().await });
    let store = Arc::clone(&opened.store);
    let following = tokio::spawn(async move { store.journal().run().await });
    let (store, blobs) = (Arc::clone(&opened.store), opened.pictures.blobs.clone());
    let collecting = tokio::spawn(async move { pictures::collect(&store, &blobs).await });
    let step = moving::step(config, &opened, None)?;
    let moving = tokio::spawn(async move { step.keep_running().await });
    let snapshot = opened.store.snapshot().await?;
    print::line(format_args!("serving {} on {address}", snapshot.frame().portal.base_url))?;
    snapshot.close().await?;
    site::serve(site, listener, Limits { drain: DRAIN, ..Limits::default() }, stop_signal()?).await;
    background.abort();
    following.abort();
    collecting.abort();
    moving.abort();
    opened.close().await;
    Ok(())
}

/// Resolves when the process is asked to stop.
fn stop_signal() -> Result<impl Future<Output = ()> + Send + 'static, Failure> {
    let handle = |kind| signal(kind).map_err(|e| Failure::Start(e.to_string()));
    let (mut terminate, mut interrupt) = (handle(SignalKind::terminate())?, handle(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Where the demonstration is found: loopback by its name, since passkeys refuse a number.
fn base_url(listen: &str) -> String {
    let port = listen.rsplit(':').next().unwrap_or("8080");
    format!("http://localhost:{port}")
}
