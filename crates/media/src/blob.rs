//! The name of a blob: the digest of its bytes.

use domain::BlobId;

/// The name of these bytes: their BLAKE3 digest.
pub fn blob_id(bytes: &[u8]) -> BlobId {
    BlobId::from_digest(*blake3::hash(bytes).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_bytes_have_one_name() {
        assert_eq!(blob_id(b"a picture"), blob_id(b"a picture"));
        assert_ne!(blob_id(b"a picture"), blob_id(b"another"));
        // The digest of nothing, as BLAKE3's own test vectors give it.
        let nothing = "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262";
        assert_eq!(blob_id(b"").to_string(), nothing);
    }
}
