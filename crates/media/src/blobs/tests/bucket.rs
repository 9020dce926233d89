//! A server that speaks S3, on loopback.

use crate::{Blobs, BucketSettings, Error};
use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto::Builder,
};
use s3s::{auth::SimpleAuth, service::S3ServiceBuilder};
use std::{net::SocketAddr, path::Path};
use tokio::{net::TcpListener, task::JoinHandle};

const KEY: &str = "the-key";
const SECRET: &str = "the-secret";

/// The server and its folder; both end with it.
pub(super) struct Running {
    folder: tempfile::TempDir,
    address: SocketAddr,
    serving: JoinHandle<()>,
}

impl Running {
    pub(super) async fn start() -> Running {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("paper")).unwrap();
        let mut builder = S3ServiceBuilder::new(s3s_fs::FileSystem::new(folder.path()).unwrap());
        builder.set_auth(SimpleAuth::from_single(KEY, SECRET));
        let service = builder.build();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let serving = tokio::spawn(async move {
            loop {
                let (socket, _) = listener.accept().await.unwrap();
                let service = service.clone();
                tokio::spawn(async move {
                    let served = Builder::new(TokioExecutor::new());
                    served.serve_connection(TokioIo::new(socket), service).await.ok();
                });
            }
        });
        Running { folder, address, serving }
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn settings(&self) -> BucketSettings {
        BucketSettings {
            name: "paper".into(),
            prefix: "the/media".into(),
            endpoint: Some(format!("http://{}", self.address)),
            region: "eu-central-1".into(),
            access_key_id: KEY.into(),
            secret_access_key: SECRET.into(),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

#[tokio::test]
async fn wrong_secret_is_an_error_and_not_a_missing_blob() {
    let bucket = Running::start().await;
    let settings = BucketSettings { secret_access_key: "guessed".into(), ..bucket.settings() };
    let blobs = Blobs::bucket(&settings).unwrap();
    assert!(matches!(blobs.get(&crate::blob_id(b"x")).await, Err(Error::Bucket(_))));
    assert!(matches!(blobs.put("x".into()).await, Err(Error::Bucket(_))));
}

#[tokio::test]
async fn a_bucket_without_prefix_works_too() {
    let bucket = Running::start().await;
    let blobs = Blobs::bucket(&BucketSettings { prefix: String::new(), ..bucket.settings() }).unwrap();
    let id = blobs.put("at the root".into()).await.unwrap();
    assert_eq!(blobs.get(&id).await.unwrap(), "at the root");
    assert_eq!(blobs.held(id.digest()[0]).await.unwrap().len(), 1);
}

#[test]
fn settings_print_without_their_secret() {
    let settings = BucketSettings {
        name: "paper".into(),
        prefix: String::new(),
        endpoint: None,
        region: "eu-central-1".into(),
        access_key_id: KEY.into(),
        secret_access_key: SECRET.into(),
    };
    let printed = format!("{settings:?}");
    assert!(printed.contains(KEY) && !printed.contains(SECRET), "{printed}");
}
