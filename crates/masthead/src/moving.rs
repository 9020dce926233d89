//! What of an archive moves in after its texts: links between articles, and pictures.

use std::{net::SocketAddr, path::Path, sync::Arc};

use desk::TieLinks;
use domain::{Actor, Authority};
use exchange::pictures::{PictureStep, Pictures, Sources, Uploads};
use fetch::{Allowed, Fetcher};
use indicatif::{ProgressBar, ProgressStyle};

use crate::{config::Config, failure::Failure, opened::Opened};

/// Articles whose links are led elsewhere in one write.
const AT_ONCE: usize = 25;

/// The copy of the old site's folder of files.
pub(crate) fn uploads(folder: &Path) -> Result<Uploads, Failure> {
    Uploads::open(folder).map_err(|source| Failure::File { path: folder.to_owned(), source })
}

/// Leads links of these archives' articles to others that came in after them; how many articles those
/// were. Between two writes others have their turn.
pub(crate) async fn tie_links(opened: &Opened, archives: &[String]) -> Result<usize, Failure> {
    let who = Authority::operator(Actor::Import);
    let mut tied = 0;
    for archive in archives {
        loop {
            let began = std::time::Instant::now();
            let done =
                opened.desk.run(&who, &TieLinks { archive: archive.clone(), limit: AT_ONCE }).await?.done;
            if done.seen == 0 {
                break;
            }
            tied += done.tied;
            tokio::time::sleep(began.elapsed()).await;
        }
    }
    Ok(tied)
}

/// Fetches what lies elsewhere; none where the operator wants nothing of it.
pub(crate) fn fetcher(config: &Config, limits: fetch::Limits) -> Result<Option<Fetcher>, Failure> {
    let allowed = allowed(config.fetch_allow.as_deref())?;
    Ok((!config.offline).then(|| Fetcher::new(limits, allowed)))
}

/// The step that brings pictures.
pub(crate) fn step(
    config: &Config,
    opened: &Opened,
    uploads: Option<Uploads>,
) -> Result<PictureStep, Failure> {
    let limits = fetch::Limits::default();
    let sources = Sources {
        blobs: opened.pictures.blobs.clone(),
        renderer: opened.pictures.renderer.clone(),
        most_bytes: limits.bytes,
        fetcher: fetcher(config, limits)?,
        uploads,
    };
    Ok(PictureStep::new(Arc::clone(&opened.desk), sources))
}

/// Brings the pictures of these archives that can be had now, and tells what came of all of them.
pub(crate) async fn pictures(
    config: &Config,
    opened: &Opened,
    uploads: Option<Uploads>,
    archives: &[String],
) -> Result<Pictures, Failure> {
    let step = step(config, opened, uploads)?;
    let bar = progress_bar();
    step.run(archives, &mut |progress| {
        bar.set_length(progress.all);
        bar.set_position(progress.settled);
        bar.set_message(format!("{} refused", progress.refused));
    })
    .await?;
    bar.finish_and_clear();
    Ok(step.report(archives).await?)
}

/// On standard error, and only where that is a terminal.
fn progress_bar() -> ProgressBar {
    let style =
        ProgressStyle::with_template("{bar:30} pictures {human_pos} of {human_len}, {msg}  rest {eta}");
    let bar = ProgressBar::new(0);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// `10.0.0.7:80,[fd00::7]:8080`.
fn allowed(addresses: Option<&str>) -> Result<Allowed, Failure> {
    let addresses = addresses.unwrap_or_default().split(',').map(str::trim).filter(|it| !it.is_empty());
    let read = |text: &str| {
        text.parse::<SocketAddr>().map_err(|_| {
            Failure::Usage(format!(
                "--fetch-allow {text:?}: write an address with its port, as 10.0.0.7:80 or [fd00::7]:8080"
            ))
        })
    };
    Ok(Allowed::addresses(addresses.map(read).collect::<Result<Vec<_>, _>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_to_fetch_from_are_named_with_their_ports() {
        let two = ["10.0.0.7:80".parse().unwrap(), "[fd00::7]:8080".parse().unwrap()];
        assert_eq!(allowed(Some("10.0.0.7:80, [fd00::7]:8080")).unwrap(), Allowed::addresses(two));
        assert_eq!(allowed(None).unwrap(), Allowed::default());
        for wrong in ["10.0.0.7", "old.example:80", "80"] {
            assert!(allowed(Some(wrong)).unwrap_err().to_string().contains("with its port"), "{wrong}");
        }
    }
}
