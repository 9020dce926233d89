//! Where the pictures' bytes lie, and within which bounds they are worked on.

use std::{collections::BTreeSet, time::Duration};

use domain::BlobId;
use media::{Blobs, Bounds, BucketSettings, Renderer, Soundness};
use store::Store;

use crate::{config::Config, failure::Failure};

/// The folder of the pictures in the data folder.
const FOLDER: &str = "media";

/// The pictures of a portal: their bytes, and their renditions.
#[derive(Clone, Debug)]
pub(crate) struct Pictures {
    pub(crate) blobs: Blobs,
    pub(crate) renderer: Renderer,
}

impl Pictures {
    /// In the data folder, or in the bucket that `--media` names.
    pub(crate) fn open(config: &Config) -> Result<Self, Failure> {
        let blobs = match &config.media {
            None => Blobs::disk(config.data.join(FOLDER)),
            Some(url) => Blobs::bucket(&bucket(url, |name| std::env::var(name).ok())?)?,
        };
        Ok(Self { renderer: Renderer::new(blobs.clone(), Bounds::default()), blobs })
    }
}

/// How long a blob that no asset holds is kept: whoever put it may be about to say what it is.
const GRACE: Duration = Duration::from_secs(24 * 60 * 60);
/// How often such blobs are looked for.
const PAUSE: Duration = Duration::from_secs(60 * 60);

/// Reads every picture that an asset holds and compares it with its name. Tells what is wrong.
pub(crate) async fn check(store: &Store, blobs: &Blobs) -> Result<Vec<store::Finding>, Failure> {
    let mut findings = Vec::new();
    for first in 0..=u8::MAX {
        for blob in wanted(store, first).await? {
            let invariant = match blobs.verify(&blob).await? {
                Soundness::Sound { .. } => continue,
                Soundness::Damaged => "a picture's bytes have the digest that names them",
                Soundness::Missing => "the bytes of every asset are there",
            };
            findings.push(store::Finding { invariant, subject: format!("blob {blob}") });
        }
    }
    Ok(findings)
}

/// The blobs that assets hold, of those whose name begins with this byte.
async fn wanted(store: &Store, first: u8) -> Result<Vec<BlobId>, Failure> {
    let mut snapshot = store.snapshot().await?;
    let wanted = snapshot.blobs(first).await?;
    snapshot.close().await?;
    Ok(wanted)
}

/// Collects what no asset holds any more, hour by hour, until the future is dropped.
pub(crate) async fn collect(store: &Store, blobs: &Blobs) {
    loop {
        tokio::time::sleep(PAUSE).await;
        match collect_once(store, blobs).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "pictures that nothing holds were removed"),
            Err(error) => {
                tracing::warn!(%error, "pictures that nothing holds could not be removed; in an hour again");
            }
        }
    }
}

async fn collect_once(store: &Store, blobs: &Blobs) -> Result<usize, Failure> {
    let Some(old) = std::time::SystemTime::now().checked_sub(GRACE) else { return Ok(0) };
    blobs.sweep(old).await?;
    let mut removed = 0;
    for first in 0..=u8::MAX {
        // What lies there is read before what is held: a picture that comes meanwhile is new,
        // and so is left alone.
        let lying = blobs.held(first).await?;
        let wanted: BTreeSet<BlobId> = wanted(store, first).await?.into_iter().collect();
        for blob in lying.iter().filter(|blob| blob.put < old && !wanted.contains(&blob.id)) {
            blobs.delete(&blob.id).await?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// `s3://BUCKET/PREFIX?endpoint=…&region=…`; the keys are read from the environment alone,
/// where other programs look for them too.
fn bucket(url: &str, env: impl Fn(&str) -> Option<String>) -> Result<BucketSettings, Failure> {
    let wrong = |why: &str| Failure::Usage(format!("--media {url:?}: {why}"));
    let address = url.strip_prefix("s3://").ok_or_else(|| wrong("it must begin with s3://"))?;
    let (place, query) = address.split_once('?').unwrap_or((address, ""));
    let (name, prefix) = place.split_once('/').unwrap_or((place, ""));
    if name.is_empty() {
        return Err(wrong("the bucket's name is missing"));
    }
    let (mut endpoint, mut region) = (None, None);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=') {
            Some(("endpoint", value)) => endpoint = Some(value.to_owned()),
            Some(("region", value)) => region = Some(value.to_owned()),
            _ => return Err(wrong("after the ? stand endpoint=… and region=… alone")),
        }
    }
    let secret = |name: &str| env(name).ok_or_else(|| wrong(&format!("{name} is not in the environment")));
    Ok(BucketSettings {
        name: name.to_owned(),
        prefix: prefix.trim_matches('/').to_owned(),
        endpoint,
        region: region.unwrap_or_else(|| "us-east-1".to_owned()),
        access_key_id: secret("AWS_ACCESS_KEY_ID")?,
        secret_access_key: secret("AWS_SECRET_ACCESS_KEY")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(name: &str) -> Option<String> {
        Some(format!("the {name}"))
    }

    #[test]
    fn a_bucket_is_named_by_its_address_and_its_keys_by_the_environment() {
        let found = bucket("s3://pictures/paper/?endpoint=https://s3.example.org&region=eu-1", keys).unwrap();
        let expected = BucketSettings {
            name: "pictures".to_owned(),
            prefix: "paper".to_owned(),
            endpoint: Some("https://s3.example.org".to_owned()),
            region: "eu-1".to_owned(),
            access_key_id: "the AWS_ACCESS_KEY_ID".to_owned(),
            secret_access_key: "the AWS_SECRET_ACCESS_KEY".to_owned(),
        };
        assert_eq!(found, expected);
        assert_eq!(bucket("s3://pictures", keys).unwrap().prefix, "");
    }

    #[test]
    fn what_is_no_bucket_is_refused_by_its_reason() {
        for (url, why) in [
            ("pictures", "begin with s3://"),
            ("s3://", "name is missing"),
            ("s3:///paper", "name is missing"),
            ("s3://pictures?key=1", "alone"),
        ] {
            let refused = bucket(url, keys).unwrap_err().to_string();
            assert!(refused.contains(why), "{refused}");
        }
        let refused = bucket("s3://pictures", |_| None).unwrap_err().to_string();
        assert!(refused.contains("AWS_ACCESS_KEY_ID is not in the environment"), "{refused}");
    }
}
