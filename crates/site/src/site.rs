//! The site: from a request to its response, whatever happens on the way.

use std::{fmt, sync::Arc, time::Duration};

use bytes::Bytes;
use domain::{Moment, OldAddress};
use http::{HeaderMap, Method, Request, Response, StatusCode, header::HOST, request::Parts};
use media::Renderer;
use press::{Press, Problem};
use search::Search;
use store::{Position, Store};

use crate::{
    answer::{Answer, CachePolicy, TEXT},
    error::Result,
    guard::guard,
    headers::{self, Policy},
    picture, problem,
    route::Route,
    target::{Target, TargetError},
    visit::Visit,
};

/// The present moment, from whoever wires the site.
pub type Clock = Arc<dyn Fn() -> Moment + Send + Sync>;

/// Longest time that an answer may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// What readers open. Cheap to share in an [`Arc`]; holds nothing of any request.
pub struct Site {
    store: Arc<Store>,
    press: Arc<Press>,
    search: Arc<Search>,
    media: Renderer,
    now: Clock,
    policy: Policy,
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Site").field("store", &self.store).field("press", &self.press).finish_non_exhaustive()
    }
}

impl Site {
    /// A site on a store, rendered by a press, searched by an index of that store, with its
    /// pictures.
    pub fn new(
        store: Arc<Store>,
        press: Arc<Press>,
        search: Arc<Search>,
        media: Renderer,
        now: Clock,
    ) -> Self {
        let policy = Policy::new(press.boot_hash());
        Self { store, press, search, media, now, policy }
    }

    /// Answers a request. Its body is of no interest. Never fails: a fault becomes a page
    /// that says so, and is logged once.
    pub async fn answer(&self, request: &Parts) -> Response<Bytes> {
        let now = (self.now)();
        let answer = self.look_up(request, now).await;
        headers::respond(answer, &self.policy, &request.headers, request.method == Method::HEAD, now)
    }

    /// The answer as values, at `now`: what HTTP is made of, and what a page cache keeps.
    pub async fn look_up(&self, request: &Parts, now: Moment) -> Answer {
        if !matches!(request.method, Method::GET | Method::HEAD) {
            return self.outside(request, Problem::WrongMethod);
        }
        let found = guard(request.uri.path(), PATIENCE, self.find(request, now)).await;
        found.unwrap_or_else(|problem| self.outside(request, problem))
    }

    /// `GET target` without a socket; `target` is path and query.
    ///
    /// # Errors
    /// `target` is no URI at all.
    pub async fn get(&self, target: &str) -> Result<Response<Bytes>, http::Error> {
        self.get_with(target, HeaderMap::new()).await
    }

    /// The same with request headers.
    ///
    /// # Errors
    /// `target` is no URI at all.
    pub async fn get_with(&self, target: &str, headers: HeaderMap) -> Result<Response<Bytes>, http::Error> {
        let (mut parts, ()) = Request::get(target).body(())?.into_parts();
        parts.headers = headers;
        Ok(self.answer(&parts).await)
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) fn press(&self) -> &Press {
        &self.press
    }

    pub(crate) fn search(&self) -> &Search {
        &self.search
    }

    pub(crate) const fn media(&self) -> &Renderer {
        &self.media
    }

    async fn find(&self, request: &Parts, now: Moment) -> Result<Answer> {
        let query = request.uri.query().unwrap_or_default();
        let target = match Target::parse(request.uri.path(), query) {
            Ok(target) => target,
            // No page of ours lies there; an archive's may have.
            Err(TargetError::Nowhere) => return self.old_or_nowhere(request, now).await,
            Err(error) => return Ok(self.refused(request, error)),
        };
        let route = Route::of(&target);
        match &route {
            Some(Route::Health) => return Ok(healthy()),
            Some(Route::Static(name)) => return Ok(self.static_file(request, name)),
            Some(Route::Media(blob, name)) => {
                let found = picture::answer(self, *blob, name, now).await?;
                return Ok(found.unwrap_or_else(|| self.outside(request, Problem::NotFound)));
            }
            _ => {}
        }
        let old = old_address(request);
        Visit::begin(self, request, now).await?.answer(&target, route, old).await
    }

    /// The answer at an address that only another system would give: empty segments, say.
    async fn old_or_nowhere(&self, request: &Parts, now: Moment) -> Result<Answer> {
        let found = match old_address(request) {
            Some(old) => Visit::begin(self, request, now).await?.imported(&old).await?,
            None => None,
        };
        Ok(found.unwrap_or_else(|| self.refused(request, TargetError::Nowhere)))
    }

    fn refused(&self, request: &Parts, error: TargetError) -> Answer {
        match error {
            TargetError::Nowhere => self.outside(request, Problem::NotFound),
            TargetError::BadEncoding => self.outside(request, Problem::BadRequest),
            TargetError::TooLong => {
                Answer { status: StatusCode::URI_TOO_LONG, ..self.outside(request, Problem::BadRequest) }
            }
        }
    }

    fn static_file(&self, request: &Parts, name: &str) -> Answer {
        match self.press.asset(&self.store.frame(), name) {
            Some(asset) => Answer {
                content_type: asset.content_type,
                body: Bytes::from_owner(asset.bytes),
                policy: CachePolicy::Static,
                ..Answer::wordless(StatusCode::OK)
            },
            None => self.outside(request, Problem::NotFound),
        }
    }

    /// A page made without asking the store, and so kept by nobody.
    fn outside(&self, request: &Parts, problem: Problem) -> Answer {
        let edition = request.uri.path().split('/').nth(1);
        let nowhere = Position { epoch: 0, number: 0 };
        let page = problem::page(&self.press, &self.store.frame(), edition, problem, nowhere, (self.now)());
        Answer { policy: CachePolicy::NoStore, facts: None, ..page }
    }
}

/// The process answers; whether the store does is not asked here.
fn healthy() -> Answer {
    Answer { content_type: TEXT, body: Bytes::from_static(b"ok\n"), ..Answer::wordless(StatusCode::OK) }
}

/// The request's address as an imported one.
fn old_address(request: &Parts) -> Option<OldAddress> {
    let wanted = request.uri.path_and_query()?;
    OldAddress::of_request(host_of(request), wanted.as_str())
}

/// The host that was asked: HTTP/2 puts it into the target, HTTP/1.1 into a header.
fn host_of(request: &Parts) -> &str {
    let header = || request.headers.get(HOST).and_then(|value| value.to_str().ok());
    request.uri.authority().map(|authority| authority.as_str()).or_else(header).unwrap_or_default()
}
