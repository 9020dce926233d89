//! Words by the thousand: articles of about 3 KB that are the same on every machine and in
//! every run, since each is drawn from a seed of its own number. Nothing here knows a format
//! or a store.

use std::fmt::Write as _;

/// Articles stop growing at this many bytes of HTML.
const BYTES: usize = 2_900;

const SYLLABLES: [&str; 40] = [
    "ba", "bor", "ca", "den", "do", "el", "fa", "gar", "go", "hal", "in", "ja", "ka", "kor", "la", "len",
    "lo", "ma", "mer", "mi", "na", "nor", "o", "pa", "per", "ra", "rin", "ro", "sa", "sel", "so", "ta",
    "ter", "ti", "to", "u", "va", "ver", "vo", "za",
];

/// Sections: `world`, in which every article stands, and those that share them out.
pub(crate) const SECTIONS: [&str; 12] = [
    "world", "politics", "economy", "society", "science", "culture", "sport", "health", "climate", "cities",
    "books", "travel",
];

/// How many subjects there are; an article carries three.
pub(crate) const TOPICS: u64 = 500;

/// How many people write.
pub(crate) const AUTHORS: u64 = 20;

/// An article as a generator needs it.
pub(crate) struct Article {
    /// Its number, from 0.
    pub(crate) number: u64,
    /// Its headline.
    pub(crate) title: String,
    /// Its slug, with the number in it.
    pub(crate) slug: String,
    /// Two sentences.
    pub(crate) excerpt: String,
    /// About 3 KB of HTML: paragraphs, headings, a quote, a list, links and emphasis.
    pub(crate) html: String,
    /// Slugs of its sections, its home first.
    pub(crate) sections: [&'static str; 2],
    /// Slugs of its topics.
    pub(crate) topics: Vec<String>,
    /// The login of its author.
    pub(crate) author: String,
}

impl Article {
    /// The article of a number.
    pub(crate) fn of(number: u64) -> Self {
        let mut dice = Dice::of(number);
        let title = dice.sentence(5, 9);
        let excerpt = format!("{} {}", dice.sentence(8, 14), dice.sentence(8, 14));
        let html = dice.body();
        let mut topics: Vec<_> = (0..3).map(|_| topic(dice.below(TOPICS))).collect();
        topics.sort_unstable();
        topics.dedup();
        let author = author(dice.below(AUTHORS));
        Self { number, title, slug: slug(number), excerpt, html, sections: sections(number), topics, author }
    }
}

/// The slug of an article.
pub(crate) fn slug(number: u64) -> String {
    let mut dice = Dice::of(number ^ 0x5106);
    format!("{}-{}-{number}", dice.word(), dice.word())
}

/// The slug of a topic.
pub(crate) fn topic(number: u64) -> String {
    format!("topic-{number:03}")
}

/// The login of an author.
pub(crate) fn author(number: u64) -> String {
    format!("author-{number:02}")
}

fn sections(number: u64) -> [&'static str; 2] {
    let [all, homes @ ..] = SECTIONS;
    let shares = u64::try_from(homes.len()).unwrap_or(1);
    let place = usize::try_from(number % shares).unwrap_or(0);
    [homes.get(place).copied().unwrap_or(all), all]
}

/// Numbers that look drawn (SplitMix64), the same from the same seed.
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice of a seed.
    pub(crate) fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0xd134_2543_de82_ef95).wrapping_add(0x2545_f491_4f6c_dd1d))
    }

    /// A number of 64 bits.
    pub(crate) fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which must not be 0.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.draw() % limit.max(1)
    }

    fn word(&mut self) -> String {
        let count = 1 + self.below(3);
        let mut word = String::new();
        for _ in 0..=count {
            let place = usize::try_from(self.below(40)).unwrap_or(0);
            word.push_str(SYLLABLES.get(place).copied().unwrap_or("a"));
        }
        word
    }

    fn words(&mut self, least: u64, most: u64) -> String {
        let count = least + self.below(most - least + 1);
        let words: Vec<_> = (0..count).map(|_| self.word()).collect();
        words.join(" ")
    }

    fn sentence(&mut self, least: u64, most: u64) -> String {
        let words = self.words(least, most);
        let mut letters = words.chars();
        let first = letters.next().unwrap_or('A').to_ascii_uppercase();
        format!("{first}{}.", letters.as_str())
    }

    fn paragraph(&mut self) -> String {
        let mut text = String::from("<p>");
        for place in 0..3 + self.below(3) {
            if place > 0 {
                text.push(' ');
            }
            text.push_str(&self.sentence(8, 18));
        }
        match self.below(3) {
            0 => {
                let place = self.draw();
                let words = self.words(2, 4);
                // Writing to a String cannot fail.
                let _ = write!(text, " <a href=\"https://example.org/{place:x}\">{words}</a>.");
            }
            1 => {
                let words = self.words(2, 3);
                let _ = write!(text, " <strong>{words}</strong>, <em>{}</em>.", self.word());
            }
            _ => {}
        }
        text.push_str("</p>");
        text
    }

    fn body(&mut self) -> String {
        let mut html = self.paragraph();
        let quote = self.sentence(10, 16);
        let _ = write!(html, "\n\n<blockquote><p>{quote}</p></blockquote>");
        while html.len() < BYTES {
            html.push_str("\n\n");
            match self.below(8) {
                0 => {
                    let words = self.words(3, 6);
                    let _ = write!(html, "<h2>{words}</h2>");
                }
                1 => {
                    let items: String = (0..3).map(|_| format!("<li>{}</li>", self.sentence(4, 8))).collect();
                    let _ = write!(html, "<ul>{items}</ul>");
                }
                _ => html.push_str(&self.paragraph()),
            }
        }
        html
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_the_same_each_time_and_about_three_kilobytes() {
        let (one, again) = (Article::of(7), Article::of(7));
        assert_eq!((one.title, one.html.clone(), one.slug), (again.title, again.html, again.slug));
        let sizes: Vec<_> = (0..200).map(|n| Article::of(n).html.len()).collect();
        let mean = sizes.iter().sum::<usize>() / sizes.len();
        assert!((2_900..3_300).contains(&mean), "{mean}");
    }

    #[test]
    fn articles_are_shared_out_evenly_and_all_stand_in_the_first_section() {
        let homes: std::collections::BTreeSet<_> = (0..11).map(|n| sections(n)[0]).collect();
        assert_eq!(homes.len(), 11);
        assert!((0..50).all(|n| sections(n)[1] == "world"));
    }
}
