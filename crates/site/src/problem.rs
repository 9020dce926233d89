//! Pages that say what is wrong, in the words of an edition.

use domain::{Edition, Moment};
use http::StatusCode;
use press::{Press, Problem};
use store::{Frame, Position};

use crate::answer::{Answer, CachePolicy};

/// Seconds after which a reader may try again when we could not answer.
pub(crate) const RETRY_AFTER: u32 = 10;

/// A page for `problem` in the language of the edition called `edition`, or of the first
/// open one. 404 and 410 may be kept until one of their tags falls; the rest by nobody.
pub(crate) fn page(
    press: &Press,
    frame: &Frame,
    edition: Option<&str>,
    problem: Problem,
    position: Position,
    at: Moment,
) -> Answer {
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut answer = match spoken(frame, edition) {
        Some(edition) => match press.error(frame, Some(edition), problem, position, at) {
            Ok(page) => Answer::page(status, page, &edition.locale),
            Err(error) => {
                tracing::error!(%error, %status, "a page that says what is wrong could not be made");
                Answer::wordless(status)
            }
        },
        // No open edition has words for it; the status alone is better than others' words.
        None => Answer::wordless(status),
    };
    if !matches!(problem, Problem::NotFound | Problem::Gone(_)) {
        answer.policy = CachePolicy::NoStore;
        answer.facts = None;
    }
    if problem == Problem::Busy {
        answer.retry_after = Some(RETRY_AFTER);
    }
    answer
}

/// A closed edition is told from an unknown one by nobody.
fn spoken<'a>(frame: &'a Frame, edition: Option<&str>) -> Option<&'a Edition> {
    let asked = edition.and_then(|code| frame.edition(code)).filter(|edition| edition.open);
    asked.or_else(|| frame.editions.iter().find(|edition| edition.open))
}
