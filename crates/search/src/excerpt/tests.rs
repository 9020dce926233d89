use super::*;
use crate::words::Speech;

fn shown(text: &str, asked: &str, max_chars: usize) -> String {
    let pieces = excerpt(text, &Question::of(Speech::English, asked), max_chars);
    let print = |piece: &Piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text.clone() };
    pieces.iter().map(print).collect()
}

const TEXT: &str = "The ferry left at dawn.\nNobody on the quay waved, and the captain did not look back once.\n\
    Two hours later the lighthouse keeper saw a ferry drift past the rocks without a light.\n";

#[test]
fn the_stretch_with_most_of_the_words_is_shown_and_they_are_marked_in_any_form() {
    let found = shown(TEXT, "lighthouses ferries", 50);
    assert_eq!(found, "…the [lighthouse] keeper saw a [ferry] drift past the…");
}

#[test]
fn the_first_of_equal_stretches_is_shown_from_the_beginning_of_its_line() {
    assert_eq!(shown(TEXT, "ferry", 24), "The [ferry] left at dawn.");
    assert_eq!(shown(TEXT, "waved", 64), "Nobody on the quay [waved], and the captain did not look back…");
}

#[test]
fn without_a_word_of_the_question_the_beginning_is_shown() {
    assert_eq!(shown(TEXT, "balloon", 30), "The ferry left at dawn. Nobody…");
    assert_eq!(shown("Short.", "balloon", 30), "Short.");
    assert_eq!(shown("", "balloon", 30), "");
}

#[test]
fn white_space_is_single_blanks() {
    assert_eq!(shown(" a \t b ferry\n\n c  d\u{a0}e ", "ferry", 60), "a b [ferry] c d e");
}

#[test]
fn a_word_with_several_terms_is_marked_once() {
    let pieces = excerpt("ראש הממשלה אמר", &Question::of(Speech::Hebrew, "הממשלה"), 60);
    let marked: Vec<_> =
        pieces.iter().filter(|piece| piece.marked).map(|piece| piece.text.as_str()).collect();
    assert_eq!(marked, ["הממשלה"]);
}

#[test]
fn a_letter_is_never_cut() {
    let tower = format!("a{}", "\u{301}".repeat(8));
    let found = shown(&tower.repeat(20), "balloon", 30);
    assert_eq!(found, format!("{}…", tower.repeat(3)));
}

proptest::proptest! {
    #[test]
    fn an_excerpt_is_the_texts_own_words_and_about_as_long_as_asked(
        text in "(\\PC|[a-d \n\u{300}א-ת]){0,400}", asked in "\\PC{0,20}|[a-d ]{0,9}", most in 10_usize..120,
    ) {
        for speech in [Speech::English, Speech::Hebrew, Speech::Arabic] {
            let pieces = excerpt(&text, &Question::of(speech, &asked), most);
            let joined: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            // A single word may be longer than what was asked for.
            proptest::prop_assert!(joined.chars().count() <= most + 162, "{joined:?}");
            let blanks = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let inside = joined.trim_start_matches('…').trim_end_matches('…');
            proptest::prop_assert!(blanks(&text).contains(blanks(inside).trim_matches('…')), "{joined:?} of {text:?}");
        }
    }
}
