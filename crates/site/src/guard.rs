//! What a reader gets where an answer failed, panicked or took too long. The cause is
//! logged once, and nothing of it is shown.

use std::{any::Any, future::Future, panic::AssertUnwindSafe, time::Duration};

use futures_util::FutureExt as _;
use press::Problem;

use crate::{answer::Answer, error::Result};

/// The answer that `found` comes to within `patience`, or what to say instead.
pub(crate) async fn guard(
    path: &str,
    patience: Duration,
    found: impl Future<Output = Result<Answer>>,
) -> Result<Answer, Problem> {
    // What a panic leaves behind is dropped with the future: its snapshot is rolled back.
    match tokio::time::timeout(patience, AssertUnwindSafe(found).catch_unwind()).await {
        Ok(Ok(Ok(answer))) => Ok(answer),
        Ok(Ok(Err(error))) if error.is_passing() => {
            tracing::warn!(path, %error, "a page cannot be shown just now");
            Err(Problem::Busy)
        }
        Ok(Ok(Err(error))) => {
            tracing::error!(path, %error, "a page could not be made");
            Err(Problem::Failed)
        }
        Ok(Err(panic)) => {
            tracing::error!(path, cause = words_of(panic.as_ref()), "a handler panicked");
            Err(Problem::Failed)
        }
        Err(_) => {
            tracing::warn!(path, ?patience, "a page took too long");
            Err(Problem::Busy)
        }
    }
}

fn words_of(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no words")
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::StatusCode;
    use store::StoreError;

    const LONG: Duration = Duration::from_secs(60);

    async fn guarded(found: impl Future<Output = Result<Answer>>) -> Result<StatusCode, Problem> {
        guard("/en/", LONG, found).await.map(|answer| answer.status)
    }

    #[tokio::test]
    async fn a_panic_and_a_broken_row_are_faults_of_ours() {
        assert_eq!(guarded(async { panic!("a bug of the test's own") }).await, Err(Problem::Failed));
        let broken = StoreError::Corrupt { what: "row".to_owned(), why: "torn".to_owned() };
        assert_eq!(guarded(async { Err(broken.into()) }).await, Err(Problem::Failed));
    }

    #[tokio::test]
    async fn a_database_that_is_away_and_an_endless_wait_are_worth_another_try() {
        let away = StoreError::Unreachable("gone".to_owned());
        assert_eq!(guarded(async { Err(away.into()) }).await, Err(Problem::Busy));
        let endless = guard("/en/", Duration::ZERO, std::future::pending()).await;
        assert_eq!(endless.map(|answer| answer.status), Err(Problem::Busy));
    }

    #[tokio::test]
    async fn what_is_well_passes() {
        assert_eq!(guarded(async { Ok(Answer::wordless(StatusCode::OK)) }).await, Ok(StatusCode::OK));
    }
}
