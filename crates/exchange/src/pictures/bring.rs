//! One picture is brought: its bytes are found, looked at and kept.

use bytes::Bytes;
use desk::Came;
use domain::{Asset, Picture};
use fetch::Fetcher;
use store::{AwaitedPicture, Frame};

use super::{
    address::candidates,
    step::{PictureError, PictureStep},
    uploads::Lies,
    words,
};

/// Seconds until a picture that did not come is asked for again, by how often it was before; beyond the
/// last it is refused.
const AGAIN: [i64; 7] = [60, 600, 3_600, 21_600, 86_400, 86_400, 86_400];

/// Seconds until a picture that nobody may be asked for is looked for again; that counts as no try.
const OFFLINE: i64 = 600;

/// What came of one address.
enum Tried {
    /// A picture.
    Here(Came),
    /// Nothing that will do, and why.
    Not(String),
    /// Perhaps another time.
    Later(String),
}

impl PictureStep {
    /// Brings a picture from wherever it is had first: the copy of the folder, then the old host; the
    /// largest that there is.
    pub(super) async fn bring(&self, awaited: &AwaitedPicture, frame: &Frame) -> Result<Came, PictureError> {
        let candidates = candidates(&awaited.picture);
        let mut why = None;
        for url in &candidates {
            match self.in_uploads(awaited, url, frame).await? {
                Some(Tried::Here(came)) => return Ok(came),
                Some(Tried::Not(reason) | Tried::Later(reason)) => why = Some(reason),
                None => {}
            }
        }
        // What lies in the folder and is no picture is none on the old host either.
        if let Some(reason) = why {
            return Ok(Came::Refused(reason));
        }
        let Some(fetcher) = &self.sources.fetcher else {
            let from = self.desk.world().now().plus_seconds(OFFLINE);
            let reason = "nothing is fetched from other hosts".to_owned();
            return Ok(Came::Later { from, reason, tries: awaited.tries });
        };
        let mut refused = String::new();
        for url in &candidates {
            if let Some(reason) = self.hosts.given_up(url) {
                return Ok(self.later(awaited, reason));
            }
            match self.at_host(fetcher, awaited, url, frame).await? {
                Tried::Here(came) => return Ok(came),
                Tried::Not(reason) => refused = reason,
                Tried::Later(reason) => return Ok(self.later(awaited, reason)),
            }
        }
        Ok(Came::Refused(refused))
    }

    fn later(&self, awaited: &AwaitedPicture, reason: String) -> Came {
        let wait = usize::try_from(awaited.tries).ok().and_then(|tries| AGAIN.get(tries));
        let tries = awaited.tries.saturating_add(1);
        match wait {
            Some(wait) => Came::Later { from: self.desk.world().now().plus_seconds(*wait), reason, tries },
            None => Came::Refused(format!("{reason}; given up after {tries} tries")),
        }
    }

    async fn in_uploads(
        &self,
        awaited: &AwaitedPicture,
        url: &str,
        frame: &Frame,
    ) -> Result<Option<Tried>, PictureError> {
        let Some(uploads) = self.sources.uploads.clone() else { return Ok(None) };
        let (address, site, most) = (url.to_owned(), awaited.archive.clone(), self.most_bytes());
        let lies = tokio::task::spawn_blocking(move || uploads.read(&address, &site, most)).await;
        match lies.map_err(|_| PictureError::GivenUp)? {
            Ok(Lies::Nowhere) => Ok(None),
            Ok(Lies::Here(bytes)) => self.take(awaited, bytes, frame).await.map(Some),
            Ok(Lies::TooLarge(most)) => Ok(Some(Tried::Not(format!("the file has more than {most} bytes")))),
            Err(why) => Ok(Some(Tried::Not(format!("the file cannot be read: {why}")))),
        }
    }

    async fn at_host(
        &self,
        fetcher: &Fetcher,
        awaited: &AwaitedPicture,
        url: &str,
        frame: &Frame,
    ) -> Result<Tried, PictureError> {
        match fetcher.get(url).await {
            Ok(fetched) => {
                self.hosts.answered(url);
                self.take(awaited, fetched.bytes, frame).await
            }
            Err(error) => {
                // A report names the address as it was written: only where that led elsewhere is it told.
                let is_own = error.url == awaited.picture.url;
                let why = if is_own { error.cause.to_string() } else { error.to_string() };
                if error.may_pass() {
                    self.hosts.failed(url, &why);
                    return Ok(Tried::Later(why));
                }
                self.hosts.answered(url);
                Ok(Tried::Not(why))
            }
        }
    }

    /// Looks at bytes and keeps them where they are a picture. Nothing says so yet: if the process ends
    /// here they are collected like any that nothing holds, or found again.
    async fn take(
        &self,
        awaited: &AwaitedPicture,
        bytes: Bytes,
        frame: &Frame,
    ) -> Result<Tried, PictureError> {
        let inspected = match self.sources.renderer.inspect(bytes.clone()).await {
            Ok(inspected) => inspected,
            Err(media::Error::Refused(why)) => return Ok(Tried::Not(why.to_string())),
            Err(error) => return Err(error.into()),
        };
        let blob = self.sources.blobs.put(bytes).await?;
        let mut snapshot = self.desk.store().snapshot().await?;
        let files = snapshot.files_of_picture(awaited.picture.asset).await?;
        snapshot.close().await?;
        let (size, metadata) = (inspected.size(), &inspected.metadata);
        Ok(Tried::Here(Came::Here(Asset {
            id: awaited.picture.asset,
            picture: Picture { blob, width: size.width, height: size.height, tint: inspected.tone.number() },
            focal: None,
            credit: words::credit(metadata),
            licence: words::licence(metadata),
            expires: None,
            words: words::words(&files, metadata, &frame.editions),
        })))
    }
}
