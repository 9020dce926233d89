//! The eye (law 1): the one place that decides whether readers may see a branch, and
//! the types that make a leak a compile error.
//!
//! Storage hands out what it read as [`Sealed`]. It opens in two ways: by the eye, as
//! [`Shown<T, Public>`], or with a [`Permit`], as [`Shown<T, Preview>`]. Renderers take
//! `Shown`; what keeps pages for readers takes `Public` alone.
//!
//! ```
//! use domain::{Facts, Moment, Public, Publication, RevisionId, Sealed, Shown};
//! # let revision = "018f0000-0000-7000-8000-000000000000".parse::<RevisionId>()?;
//! let publication = Publication::Live(revision);
//! let facts = Facts { edition_open: true, publication, embargo: None, expires: None };
//! fn keep(page: &Shown<String, Public>) -> &str { page }
//! let shown = Sealed::new(facts, "news".to_owned()).for_readers(Moment::from_micros(0));
//! assert_eq!(shown.as_ref().map(keep), Ok("news"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Nobody else can make one:
//!
//! ```compile_fail,E0451
//! use std::marker::PhantomData;
//! use domain::{Public, Shown};
//! let leak: Shown<&str, Public> = Shown { it: "secret", hide_at: None, audience: PhantomData };
//! ```
//!
//! a preview is no page for readers:
//!
//! ```compile_fail,E0308
//! use domain::{Preview, Public, Shown};
//! fn keep(page: &Shown<String, Public>) -> &str { page }
//! fn leak(preview: &Shown<String, Preview>) -> &str { keep(preview) }
//! ```
//!
//! nor can a sealed value be read without the eye or a permit, or a permit be made by hand:
//!
//! ```compile_fail,E0616
//! fn leak(sealed: domain::Sealed<String>) -> String { sealed.it }
//! ```
//!
//! ```compile_fail,E0451
//! use domain::{Action, Permit};
//! let permit = Permit { action: Action::Preview };
//! ```

use std::marker::PhantomData;

use crate::{
    asset::{self, AssetUse, Unseen},
    branch::{Publication, Withdrawal},
    moment::Moment,
    permission::Permit,
};

/// What the eye looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Whether the branch's edition is open to readers.
    pub edition_open: bool,
    /// The branch's publication.
    pub publication: Publication,
    /// Its embargo.
    pub embargo: Option<Moment>,
    /// Its expiry.
    pub expires: Option<Moment>,
}

/// Why readers may not see a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// Its edition is closed, or it was never public: for readers it does not exist (404).
    Absent,
    /// It was public and is no more (410).
    Gone(Withdrawal),
}

impl Facts {
    /// Whether readers may see the branch at `at`; else why not.
    pub fn look(&self, at: Moment) -> Result<(), Hidden> {
        if !self.edition_open {
            return Err(Hidden::Absent);
        }
        match self.publication {
            Publication::Never => Err(Hidden::Absent),
            Publication::Withdrawn(reason) => Err(Hidden::Gone(reason)),
            Publication::Live(_) if self.embargo.is_some_and(|e| e > at) => Err(Hidden::Absent),
            Publication::Live(_) if self.expires.is_some_and(|e| e <= at) => {
                Err(Hidden::Gone(Withdrawal::Expired))
            }
            Publication::Live(_) => Ok(()),
        }
    }
}

/// Something of a branch that nobody may look at yet.
#[derive(Clone, Debug)]
pub struct Sealed<T> {
    facts: Facts,
    it: T,
}

/// Something of an asset that nobody may look at yet.
#[derive(Clone, Debug)]
pub struct SealedAsset<T> {
    expires: Option<Moment>,
    it: T,
}

/// Audience: readers.
#[derive(Clone, Copy, Debug)]
pub enum Public {}

/// Audience: whoever holds a permit.
#[derive(Clone, Copy, Debug)]
pub enum Preview {}

/// Something that audience `A` may look at.
#[derive(Clone, Debug)]
pub struct Shown<T, A> {
    it: T,
    hide_at: Option<Moment>,
    audience: PhantomData<A>,
}

impl<T> Sealed<T> {
    /// Seals `it` with the facts of its branch.
    pub const fn new(facts: Facts, it: T) -> Self {
        Self { facts, it }
    }

    /// Opens it for readers, if the eye allows it at `at`.
    pub fn for_readers(self, at: Moment) -> Result<Shown<T, Public>, Hidden> {
        self.facts.look(at)?;
        Ok(Shown { it: self.it, hide_at: self.facts.expires, audience: PhantomData })
    }

    /// Opens it for the holder of a permit.
    pub fn for_preview(self, _permit: &Permit) -> Shown<T, Preview> {
        Shown { it: self.it, hide_at: None, audience: PhantomData }
    }

    /// The same seal around something made of it.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Sealed<U> {
        Sealed { facts: self.facts, it: make(self.it) }
    }
}

impl<T> SealedAsset<T> {
    /// Seals `it` with the moment at which its licence ends.
    pub const fn new(expires: Option<Moment>, it: T) -> Self {
        Self { expires, it }
    }

    /// Opens it for readers by itself, if the gate allows it at `at` for the sake of `uses`.
    pub fn for_readers(
        self,
        uses: impl IntoIterator<Item = AssetUse>,
        at: Moment,
    ) -> Result<Shown<T, Public>, Unseen> {
        let hide_at = asset::gate(self.expires, uses, at)?;
        Ok(Shown { it: self.it, hide_at, audience: PhantomData })
    }

    /// Opens it for readers on a page whose owner the eye has let through: what is left to ask
    /// is the licence.
    pub fn on_page(self, at: Moment) -> Result<Shown<T, Public>, Unseen> {
        asset::licensed(self.expires, at)?;
        Ok(Shown { it: self.it, hide_at: self.expires, audience: PhantomData })
    }
}

impl<T, A> Shown<T, A> {
    /// The moment at which it must vanish, if any.
    pub const fn hide_at(&self) -> Option<Moment> {
        self.hide_at
    }

    /// The thing itself.
    pub fn into_inner(self) -> T {
        self.it
    }
}

impl<T, A> std::ops::Deref for Shown<T, A> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.it
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::RevisionId;

    fn live() -> Facts {
        let publication = Publication::Live(RevisionId::new(uuid::Uuid::nil()));
        Facts { edition_open: true, publication, embargo: None, expires: None }
    }

    #[test]
    fn law_1_one_eye_refuses_by_edition_publication_and_clock() {
        let now = Moment::from_micros(1_000_000);
        assert_eq!(live().look(now), Ok(()));
        assert_eq!(Facts { edition_open: false, ..live() }.look(now), Err(Hidden::Absent));
        assert_eq!(Facts { publication: Publication::Never, ..live() }.look(now), Err(Hidden::Absent));
        let withdrawn = Publication::Withdrawn(Withdrawal::Legal);
        assert_eq!(
            Facts { publication: withdrawn, ..live() }.look(now),
            Err(Hidden::Gone(Withdrawal::Legal))
        );
    }

    #[test]
    fn law_1_one_eye_turns_exactly_at_the_moment() {
        let at = Moment::from_micros(1_000_000);
        let before = Moment::from_micros(999_999);
        let embargoed = Facts { embargo: Some(at), ..live() };
        assert_eq!((embargoed.look(before), embargoed.look(at)), (Err(Hidden::Absent), Ok(())));
        let expiring = Facts { expires: Some(at), ..live() };
        assert_eq!(
            (expiring.look(before), expiring.look(at)),
            (Ok(()), Err(Hidden::Gone(Withdrawal::Expired)))
        );
        assert_eq!(Sealed::new(expiring, ()).for_readers(before).unwrap().hide_at(), Some(at));
    }
}
