//! PHP's serialized arrays, which plug-ins keep in fields: `a:2:{s:2:"en";i:12;s:2:"fr";i:15;}`.
//!
//! Total and linear. A length is believed only where a closing quotation mark stands behind it: whoever
//! replaced words in a dump left lengths that lie. Not here: objects, which are passed over.

/// Most pairs of one array that are read.
const MOST: usize = 10_000;

/// The keys and scalar values of the outermost array; nothing where there is none.
pub(crate) fn pairs(text: &str) -> Vec<(String, String)> {
    let mut rest = text.trim_start();
    if !rest.starts_with("a:") {
        return Vec::new();
    }
    let (mut depth, mut key, mut pairs) = (0_usize, None, Vec::new());
    while let Some(token) = next(&mut rest) {
        let value = match token {
            Token::Open => {
                depth += 1;
                // An array within is a value that is passed over.
                if depth == 2 {
                    key = None;
                }
                continue;
            }
            Token::Close if depth <= 1 => break,
            Token::Close => {
                depth -= 1;
                continue;
            }
            Token::Scalar(value) => value,
        };
        if depth != 1 {
            continue;
        }
        match key.take() {
            None => key = Some(value),
            Some(name) if pairs.len() < MOST => pairs.push((name, value)),
            Some(_) => break,
        }
    }
    pairs
}

enum Token {
    Open,
    Close,
    Scalar(String),
}

/// The next token; what is none is passed over to the next sign that ends one.
fn next(rest: &mut &str) -> Option<Token> {
    loop {
        let text = *rest;
        let first = text.chars().next()?;
        if first == '}' {
            *rest = text.get(1..)?;
            return Some(Token::Close);
        }
        if first == 'a' || first == 'O' {
            *rest = text.split_once('{')?.1;
            return Some(Token::Open);
        }
        if let Some(after) = text.strip_prefix("s:") {
            let (length, words) = after.split_once(":\"")?;
            let told = length.parse::<usize>().ok();
            let end = told.filter(|&end| words.get(end..).is_some_and(|behind| behind.starts_with("\";")));
            let end = end.or_else(|| words.find("\";"))?;
            *rest = words.get(end + 2..)?;
            return Some(Token::Scalar(words.get(..end)?.to_owned()));
        }
        let (scalar, behind) = text.split_once(';')?;
        *rest = behind;
        match scalar.split_once(':') {
            Some(("i" | "d" | "b", value)) => return Some(Token::Scalar(value.to_owned())),
            _ if scalar == "N" => return Some(Token::Scalar(String::new())),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> String {
        pairs(text).into_iter().map(|(key, value)| format!("{key}={value} ")).collect()
    }

    #[test]
    fn keys_and_values_are_read() {
        assert_eq!(read(r#"a:3:{s:2:"en";i:12;s:2:"fr";s:2:"15";s:1:"x";N;}"#), "en=12 fr=15 x= ");
    }

    #[test]
    fn a_length_that_lies_is_not_believed() {
        assert_eq!(read(r#"a:9:{s:99:"en";i:12;s:1:"fr";i:15;}"#), "en=12 fr=15 ");
        assert_eq!(read(r#"a:1:{s:18446744073709551616:"en";i:1;}"#), "en=1 ");
    }

    #[test]
    fn arrays_within_are_passed_over() {
        let nested = r#"a:3:{s:2:"en";i:1;s:4:"sync";a:1:{s:1:"a";i:5;}s:2:"fr";i:2;}"#;
        assert_eq!(read(nested), "en=1 fr=2 ");
    }

    #[test]
    fn what_is_no_array_gives_nothing() {
        for text in ["", "12", "a:", "a:1:{", "s:2:\"en\";", r#"O:8:"stdClass":1:{s:1:"a";i:1;}"#] {
            assert_eq!(read(text), "", "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_to_an_end(text in r#"a:[0-9]:\{([sidbaNO]:?[0-9]{0,3}:?"?[a-zհ;{}"]{0,6}"?;?){0,20}"#) {
            prop_assert!(pairs(&text).len() <= text.len());
        }
    }
}
