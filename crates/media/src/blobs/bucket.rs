//! Blobs in a bucket that speaks S3.

use super::Found;
use crate::Error;
use bytes::Bytes;
use futures_util::{Stream, TryStreamExt as _};
use object_store::{
    ClientOptions, ObjectStore, ObjectStoreExt as _, PutPayload, RetryConfig,
    aws::{AmazonS3, AmazonS3Builder},
    client::{HttpClient, HttpConnector},
    path::Path,
};
use std::{fmt, sync::Arc, time::Duration};

/// How long a connection may take to come about, and how long a piece to arrive.
const CONNECT: Duration = Duration::from_secs(5);
const READ: Duration = Duration::from_secs(30);

/// How often, and how long in all, a failed request is tried again.
const TRIES: usize = 3;
const TRYING: Duration = Duration::from_secs(60);

/// Where a bucket is and how to speak to it.
#[derive(Clone, PartialEq, Eq)]
pub struct BucketSettings {
    /// The bucket's name.
    pub name: String,
    /// What its keys begin with, without slashes at the ends; empty for none.
    pub prefix: String,
    /// The address of a service that is not Amazon's, as `https://s3.example.org`. With `http://`
    /// nothing is encrypted on the way.
    pub endpoint: Option<String>,
    /// The region, as `eu-central-1`.
    pub region: String,
    /// The public half of the key.
    pub access_key_id: String,
    /// The secret half of the key.
    pub secret_access_key: String,
}

impl fmt::Debug for BucketSettings {
    /// Without the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BucketSettings")
            .field("name", &self.name)
            .field("prefix", &self.prefix)
            .field("endpoint", &self.endpoint)
            .field("region", &self.region)
            .field("access_key_id", &self.access_key_id)
            .finish_non_exhaustive()
    }
}

#[derive(Debug, Clone)]
pub(super) struct Bucket {
    store: Arc<AmazonS3>,
    prefix: Arc<str>,
}

impl Bucket {
    pub(super) fn new(settings: &BucketSettings) -> Result<Bucket, Error> {
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&settings.name)
            .with_region(&settings.region)
            .with_access_key_id(&settings.access_key_id)
            .with_secret_access_key(&settings.secret_access_key)
            .with_retry(RetryConfig { max_retries: TRIES, retry_timeout: TRYING, ..RetryConfig::default() })
            .with_http_connector(Connector);
        if let Some(endpoint) = &settings.endpoint {
            builder = builder.with_endpoint(endpoint).with_allow_http(endpoint.starts_with("http://"));
        }
        Ok(Bucket { store: Arc::new(builder.build()?), prefix: settings.prefix.as_str().into() })
    }

    fn path(&self, key: &str) -> Path {
        if self.prefix.is_empty() { Path::from(key) } else { Path::from(format!("{}/{key}", self.prefix)) }
    }

    pub(super) async fn put(&self, key: &str, bytes: Bytes) -> Result<(), Error> {
        self.store.put(&self.path(key), PutPayload::from_bytes(bytes)).await?;
        Ok(())
    }

    pub(super) async fn get(&self, key: &str) -> Result<Option<Bytes>, Error> {
        match present(self.store.get(&self.path(key)).await)? {
            Some(found) => Ok(Some(found.bytes().await?)),
            None => Ok(None),
        }
    }

    pub(super) async fn stream(
        &self,
        key: &str,
    ) -> Result<Option<impl Stream<Item = Result<Bytes, Error>> + Send + use<>>, Error> {
        let found = present(self.store.get(&self.path(key)).await)?;
        Ok(found.map(|found| found.into_stream().map_err(Error::from)))
    }

    pub(super) async fn list(&self, folder: &str) -> Result<Vec<Found>, Error> {
        let listed = self.store.list_with_delimiter(Some(&self.path(folder))).await?;
        let found = listed.objects.into_iter().filter_map(|object| {
            let name = object.location.filename()?.to_owned();
            Some(Found { name, bytes: object.size, put: object.last_modified.into() })
        });
        Ok(found.collect())
    }

    pub(super) async fn delete(&self, key: &str) -> Result<(), Error> {
        present(self.store.delete(&self.path(key)).await)?;
        Ok(())
    }
}

/// What is not there is none; another failure stays one.
fn present<T>(outcome: object_store::Result<T>) -> object_store::Result<Option<T>> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(object_store::Error::NotFound { .. }) => Ok(None),
        Err(cause) => Err(cause),
    }
}

/// Makes the HTTP client: rustls with ring and the roots of the web, like all of the house. The
/// library's own would bring a second stack of cryptography.
#[derive(Debug)]
struct Connector;

impl HttpConnector for Connector {
    fn connect(&self, options: &ClientOptions) -> object_store::Result<HttpClient> {
        let plain = options.get_config_value(&object_store::ClientConfigKey::AllowHttp);
        let client = client(plain.as_deref() == Some("true"))
            .map_err(|cause| object_store::Error::Generic { store: "S3", source: cause })?;
        Ok(HttpClient::new(client))
    }
}

fn client(plain: bool) -> Result<reqwest::Client, Box<dyn std::error::Error + Send + Sync>> {
    let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let tls = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let builder = reqwest::Client::builder().tls_backend_preconfigured(tls).https_only(!plain);
    Ok(builder
        .connect_timeout(CONNECT)
        .read_timeout(READ)
        .redirect(reqwest::redirect::Policy::none())
        .build()?)
}
