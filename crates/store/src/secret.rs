//! Sealed secrets: tokens and passwords that the portal itself must be able to read. They
//! lie in the database sealed with `DIR/secret.key`, which no backup of the data holds
//! (XChaCha20-Poly1305, RFC 8439 with the extended nonce; the secret's name is bound in).

use std::{
    fs::{File, OpenOptions},
    io::{Read as _, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
};

use chacha20poly1305::{
    Key, KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};

use crate::{
    database::Store,
    error::{Result, StoreError},
};

const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;

/// The key of a data folder.
pub struct SecretKey(XChaCha20Poly1305);

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey(…)")
    }
}

impl SecretKey {
    /// The key in `dir`, made at the first use, readable by its owner alone.
    pub fn open(dir: &Path) -> Result<Self> {
        let path = dir.join("secret.key");
        let file_error = |source| StoreError::File { path: path.clone(), source };
        let mut bytes = Vec::new();
        match File::open(&path) {
            Ok(mut file) => drop(file.read_to_end(&mut bytes).map_err(file_error)?),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                bytes = random::<KEY_BYTES>()?.to_vec();
                let mut file = OpenOptions::new()
                    .write(true)
                    .create_new(true)
                    .mode(0o600)
                    .open(&path)
                    .map_err(file_error)?;
                file.write_all(&bytes).and_then(|()| file.sync_all()).map_err(file_error)?;
            }
            Err(error) => return Err(file_error(error)),
        }
        let key = <[u8; KEY_BYTES]>::try_from(bytes).map_err(|_| {
            StoreError::corrupt("secret.key", "it is not 32 bytes long: restore it from your copy")
        })?;
        Ok(Self(XChaCha20Poly1305::new(&Key::from(key))))
    }

    fn seal(&self, name: &str, secret: &[u8]) -> Result<Vec<u8>> {
        let nonce = random::<NONCE_BYTES>()?;
        let payload = Payload { msg: secret, aad: name.as_bytes() };
        let sealed = self.0.encrypt(&XNonce::from(nonce), payload);
        let sealed =
            sealed.map_err(|_| StoreError::corrupt(format!("secret {name}"), "it is too long to seal"))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    fn unseal(&self, name: &str, sealed: &[u8]) -> Result<Vec<u8>> {
        let other_key =
            || StoreError::corrupt(format!("secret {name}"), "it was sealed with another secret.key");
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_BYTES>().ok_or_else(other_key)?;
        let payload = Payload { msg: sealed, aad: name.as_bytes() };
        self.0.decrypt(&XNonce::from(*nonce), payload).map_err(|_| other_key())
    }
}

fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| StoreError::corrupt("the machine's random numbers", e))?;
    Ok(bytes)
}

impl Store {
    /// Keeps a secret, sealed.
    pub async fn put_secret(&self, key: &SecretKey, name: &str, secret: &[u8]) -> Result<()> {
        let sealed = key.seal(name, secret)?;
        let mut tx = self.begin().await?;
        tx.tx
            .q("insert into secret (name, sealed) values ($1, $2) on conflict (name) do update set sealed = excluded.sealed")
            .bind(name.to_owned())
            .bind(sealed)
            .run()
            .await?;
        tx.finish().await
    }

    /// A secret, if it is kept.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when it was sealed with another key, or under another name.
    pub async fn secret(&self, key: &SecretKey, name: &str) -> Result<Option<Vec<u8>>> {
        let found = self
            .database()
            .read("select sealed from secret where name = $1")
            .bind(name.to_owned())
            .opt::<(Vec<u8>,)>()
            .await?;
        found.map(|(sealed,)| key.unseal(name, &sealed)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_opens_with_its_own_key_and_name_alone() {
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let key = SecretKey::open(here.path()).unwrap();
        let sealed = key.seal("telegram", b"token").unwrap();
        assert!(!sealed.windows(5).any(|w| w == b"token"));
        let again = SecretKey::open(here.path()).unwrap();
        assert_eq!(again.unseal("telegram", &sealed).unwrap(), b"token");
        assert!(again.unseal("smtp", &sealed).is_err());
        assert!(SecretKey::open(there.path()).unwrap().unseal("telegram", &sealed).is_err());
        assert!(key.unseal("telegram", b"short").is_err());
    }

    #[test]
    fn the_key_is_readable_by_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        SecretKey::open(dir.path()).unwrap();
        let mode = std::fs::metadata(dir.path().join("secret.key")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_key_of_the_wrong_length_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("secret.key"), b"short").unwrap();
        assert!(matches!(SecretKey::open(dir.path()), Err(StoreError::Corrupt { .. })));
    }
}
