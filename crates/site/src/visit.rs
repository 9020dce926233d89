//! One request's walk: its snapshot, its moment, and the order in which its address is
//! looked up (law 8).

use std::sync::Arc;

use domain::{EditionCode, Moment, OldAddress, Tag};
use http::{StatusCode, request::Parts};
use press::Problem;
use store::{Frame, Snapshot};

use crate::{
    answer::{Answer, frame_tags},
    error::Result,
    handle, problem, redirect,
    route::Route,
    site::Site,
    target::Target,
};

/// A request under way. Everything that is read for it comes from one snapshot.
pub(crate) struct Visit<'a> {
    pub(crate) site: &'a Site,
    pub(crate) snap: Snapshot,
    pub(crate) at: Moment,
    pub(crate) accept_language: &'a str,
}

impl<'a> Visit<'a> {
    /// Opens the snapshot.
    pub(crate) async fn begin(site: &'a Site, request: &'a Parts, at: Moment) -> Result<Self> {
        let accept_language =
            request.headers.get(http::header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
        let snap = site.store().snapshot().await?;
        Ok(Self { site, snap, at, accept_language: accept_language.unwrap_or_default() })
    }

    /// What every page needs.
    pub(crate) fn frame(&self) -> Arc<Frame> {
        Arc::clone(self.snap.frame())
    }

    /// A page that says what is wrong.
    pub(crate) fn problem(&self, edition: Option<&EditionCode>, problem: Problem) -> Answer {
        let edition = edition.map(EditionCode::as_str);
        problem::page(self.site.press(), self.snap.frame(), edition, problem, self.snap.position(), self.at)
    }

    /// The one redirect to the page at `url` of what `tag` names in an edition.
    pub(crate) fn moved_to(&self, edition: &EditionCode, tag: Tag, url: String) -> Answer {
        let tags = frame_tags(edition).into_iter().chain([tag]).collect();
        Answer::moved(url, self.snap.position(), tags)
    }

    /// The answer: old addresses with a naming query, then the routes, then old addresses
    /// by their path alone, then 404.
    pub(crate) async fn answer(
        mut self,
        target: &Target,
        route: Option<Route>,
        old: Option<OldAddress>,
    ) -> Result<Answer> {
        let answer = self.find(target, route.as_ref(), old.as_ref()).await?;
        let answer = match route {
            // Whatever the other form of the address answers is answered here; only a
            // page's own form shows it, so the redirect always leads to a 200.
            Some(route)
                if answer.status == StatusCode::OK && route.ends_in_slash() != target.has_final_slash() =>
            {
                let tags = answer.facts.map(|facts| facts.tags).unwrap_or_default();
                Answer::moved(route.url(), self.snap.position(), tags)
            }
            _ => answer,
        };
        self.snap.close().await?;
        if answer.status == StatusCode::OK {
            return Ok(answer);
        }
        Ok(answer.depending_on([Tag::Path(target.compared_path())]))
    }

    /// The answer at an imported address alone, by its query, else by its path.
    pub(crate) async fn imported(mut self, old: &OldAddress) -> Result<Option<Answer>> {
        let mut answer = None;
        for query in [old.query.as_str(), ""] {
            if answer.is_none() {
                answer = redirect::follow(&mut self, &old.path, query, &old.host).await?;
            }
        }
        if answer.is_none() {
            answer = redirect::follow_form(&mut self, old).await?;
        }
        self.snap.close().await?;
        Ok(answer)
    }

    async fn find(
        &mut self,
        target: &Target,
        route: Option<&Route>,
        old: Option<&OldAddress>,
    ) -> Result<Answer> {
        if let Some(old) = old.filter(|old| !old.query.is_empty())
            && let Some(answer) = redirect::follow(self, &old.path, &old.query, &old.host).await?
        {
            return Ok(answer);
        }
        if let Some(route) = route
            && let Some(answer) = handle::at(self, route).await?
        {
            return Ok(answer);
        }
        if let Some(old) = old
            && let Some(answer) = redirect::follow(self, &old.path, "", &old.host).await?
        {
            return Ok(answer);
        }
        if let Some(old) = old
            && let Some(answer) = redirect::follow_form(self, old).await?
        {
            return Ok(answer);
        }
        let edition = target.segments().first().and_then(|code| EditionCode::parse(code).ok());
        Ok(self.problem(edition.as_ref(), Problem::NotFound))
    }
}
