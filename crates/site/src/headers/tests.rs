//! Headers of answers, one by one.

use domain::{EditionCode, LocaleTag, Tag};
use press::{Page, PageFacts};
use store::Position;

use super::*;

const POSITION: Position = Position { epoch: 1, number: 7 };

fn now() -> Moment {
    Moment::from_micros(1_700_000_000_900_000)
}

fn page(status: StatusCode, modified: Option<Moment>) -> Answer {
    let mut facts = PageFacts::new(POSITION, vec![Tag::Edition(EditionCode::parse("en").unwrap())]);
    facts.modified = modified;
    Answer::page(status, Page::for_readers("<p>Hello".to_owned(), facts), &LocaleTag::parse("en-GB").unwrap())
}

fn respond(answer: Answer, asked: &HeaderMap, head: bool, now: Moment) -> Response<Bytes> {
    super::respond(answer, &Policy::new("sha256-AAAA"), asked, head, now)
}

fn answered(answer: Answer) -> Response<Bytes> {
    respond(answer, &HeaderMap::new(), false, now())
}

fn asking(value: &str) -> HeaderMap {
    HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::try_from(value).unwrap())])
}

fn text<'a>(response: &'a Response<Bytes>, name: &str) -> Option<&'a str> {
    response.headers().get(name).map(|value| value.to_str().unwrap())
}

#[test]
fn law_7_untrusted_in_safe_out_the_policy_allows_own_files_alone() {
    let policy = answered(page(StatusCode::OK, None));
    let policy = text(&policy, "content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    for forbidden in ["unsafe", "nonce", "http:", "https:", "data:", "blob:", "*"] {
        assert!(!policy.contains(forbidden), "{forbidden} in {policy}");
    }
    assert!(policy.contains("; script-src 'self' 'sha256-AAAA'; "), "{policy}");
}

#[test]
fn law_7_untrusted_in_safe_out_every_answer_is_protected_whatever_its_status() {
    let redirect = Answer::moved("/en/".to_owned(), POSITION, vec![Tag::Portal]);
    let static_file = Answer { policy: CachePolicy::Static, ..Answer::wordless(StatusCode::OK) };
    for answer in [page(StatusCode::OK, None), page(StatusCode::NOT_FOUND, None), redirect, static_file] {
        let response = answered(answer);
        for (name, value) in PROTECTION {
            assert_eq!(response.headers().get(&name), Some(&value), "{name}");
        }
        assert!(response.headers().contains_key(CONTENT_SECURITY_POLICY));
    }
}

#[test]
fn an_error_is_kept_by_nobody_unless_it_says_so() {
    for status in
        [StatusCode::INTERNAL_SERVER_ERROR, StatusCode::SERVICE_UNAVAILABLE, StatusCode::BAD_REQUEST]
    {
        let response = answered(Answer::wordless(status));
        assert_eq!((text(&response, "cache-control"), text(&response, "etag")), (Some("no-store"), None));
    }
    assert_eq!(text(&answered(page(StatusCode::NOT_FOUND, None)), "cache-control"), Some("no-cache"));
}

#[test]
fn held_bytes_are_answered_304_without_a_body() {
    let etag = answered(page(StatusCode::OK, None)).headers().get(ETAG).unwrap().to_str().unwrap().to_owned();
    assert!(etag.starts_with('"') && etag.len() == 34, "{etag}");
    for held in [etag.clone(), format!("W/{etag}"), format!("\"a,b\", W/\"c\" ,{etag}"), "*".to_owned()] {
        let response = respond(page(StatusCode::OK, None), &asking(&held), false, now());
        assert_eq!((response.status(), response.body().len()), (StatusCode::NOT_MODIFIED, 0), "{held}");
        assert_eq!(text(&response, "etag"), Some(etag.as_str()));
        assert_eq!(text(&response, "cache-control"), Some("no-cache"));
        assert_eq!(text(&response, "content-type"), None);
    }
}

#[test]
fn other_bytes_and_other_statuses_are_sent_whole() {
    for (status, held) in
        [(StatusCode::OK, "\"a\""), (StatusCode::OK, "garbage"), (StatusCode::NOT_FOUND, "*")]
    {
        let response = respond(page(status, None), &asking(held), false, now());
        assert_eq!((response.status(), response.body().len()), (status, 8), "{held}");
    }
}

#[test]
fn law_4_a_date_alone_never_brings_old_bytes_back() {
    let asked = HeaderMap::from_iter([(
        http::header::IF_MODIFIED_SINCE,
        HeaderValue::from_static("Tue, 14 Nov 2023 22:13:20 GMT"),
    )]);
    let response = respond(page(StatusCode::OK, Some(now())), &asked, false, now());
    assert_eq!(response.status(), StatusCode::OK);
}

#[test]
fn last_modified_is_a_whole_second_and_never_in_the_future() {
    let told = Some("Tue, 14 Nov 2023 22:13:20 GMT");
    assert_eq!(text(&answered(page(StatusCode::OK, Some(now()))), "last-modified"), told);
    assert_eq!(text(&answered(page(StatusCode::OK, Some(now().plus_seconds(60)))), "last-modified"), told);
    assert_eq!(text(&answered(page(StatusCode::OK, None)), "last-modified"), None);
}

#[test]
fn head_has_the_headers_of_get_and_no_body() {
    let get = answered(page(StatusCode::OK, Some(now())));
    let head = respond(page(StatusCode::OK, Some(now())), &HeaderMap::new(), true, now());
    assert_eq!(head.headers(), get.headers());
    assert_eq!((text(&head, "content-length"), head.body().len()), (Some("8"), 0));
}

#[test]
fn a_page_tells_its_language_and_a_refused_method_the_right_ones() {
    assert_eq!(text(&answered(page(StatusCode::OK, None)), "content-language"), Some("en-GB"));
    assert_eq!(text(&answered(Answer::wordless(StatusCode::METHOD_NOT_ALLOWED)), "allow"), Some("GET, HEAD"));
}
