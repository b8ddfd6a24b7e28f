//! Made-up articles to measure with: the same on every machine, in words that nobody wrote.
//!
//! Articles come in stories of bounded size. Each story has a wire copy, from which its articles take passages, as they
//! stand or edited; the rest of an article is its own. Only the function words are English; all other words are put
//! together from syllables, and used as often as words are: the second half as often as the first.

use std::collections::HashSet;
use std::sync::Arc;

use crossread::model::{Article, Block, Fields, Moment, Noted, Role};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Words of an article, on average, and by how much it may be longer or shorter.
const LENGTH: usize = 620;
const SPREAD: usize = 180;

/// Articles of a story, on average, and by how much it may have more or fewer.
const STORY: usize = 12;
const STORY_SPREAD: usize = 5;

/// Made-up words.
const WORDS: usize = 20_000;

/// Formulae that stand in many stories, and in how many articles of a hundred there is one.
const FORMULAE: usize = 12;
const WITH_FORMULA: usize = 40;

/// Outlets, days on which they appeared, and the first of these; what the heads of articles are drawn from.
const OUTLETS: usize = 20;
const DAYS: usize = 120;
const FIRST_DAY: Date = date(2026, 1, 5);
const HEADS: u64 = 1 << 32;

/// How the articles of a set belong together.
#[derive(Clone, Copy, PartialEq)]
pub enum Shape {
    /// Stories of about a dozen articles; each takes about half of its words from the wire.
    Stories,
    /// One story; each article is the wire copy with a few changes.
    Dense,
}

/// `count` articles. The first ones of a larger set of stories are those of a smaller one.
pub fn make(count: usize, shape: Shape) -> Vec<Arc<Article>> {
    let field = Field::new();
    let mut articles = Vec::with_capacity(count);
    for story_number in 0.. {
        let mut random = Random::new(1 + story_number);
        let story = Story::new(&field, &mut random);
        let of_story = match shape {
            Shape::Stories => STORY - STORY_SPREAD + random.below(2 * STORY_SPREAD + 1),
            Shape::Dense => count,
        };
        // Of their own, so that the texts do not depend on them.
        let mut heads = Random::new(HEADS + story_number);
        let day = heads.below(DAYS) as i64;
        for _ in 0..of_story {
            if articles.len() == count {
                return articles;
            }
            let sentences = match shape {
                Shape::Stories => story.article(&field, &mut random),
                Shape::Dense => story.copy(&field, &mut random),
            };
            let body = Block::new(text_of(&sentences), Role::Body);
            let name = format!("{}.txt", articles.len());
            let fields = story.fields(&field, &mut heads, day);
            articles.push(Arc::new(Article::new(name, fields, vec![body])));
        }
    }
    articles
}

/// Numbers that look random and are the same every time: SplitMix64.
struct Random(u64);

impl Random {
    /// Mixed, because neighbouring seeds would otherwise give the same numbers, one place apart.
    fn new(seed: u64) -> Self {
        Self(mixed(seed ^ 0x5DEE_CE66_D1CE_4E5B))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mixed(self.0)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// One of `low` up to and with `high`.
    fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high + 1 - low)
    }

    fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    fn fraction(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn one_of<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len())]
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (2..=items.len()).rev() {
            items.swap(end - 1, self.below(end));
        }
    }
}

fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

/// Words that stand before a phrase, the most frequent several times.
const LINKS: &[&str] = &[
    "of", "of", "of", "of", "in", "in", "in", "to", "to", "to", "and", "and", "and", "for", "for",
    "on", "on", "with", "that", "that", "by", "from", "at", "as", "after", "before", "over",
    "under", "between", "against", "which", "because", "while", "when", "not", "is", "is", "was",
    "was", "has", "had", "will", "would", "are", "were", "be", "have", "but", "or", "than",
];

/// Words that begin a phrase.
const OPENERS: &[&str] = &[
    "the", "the", "the", "the", "the", "the", "a", "a", "a", "an", "its", "their", "this", "his",
    "her", "some", "all", "no", "more", "other",
];

/// What all stories have in common.
struct Field {
    words: Vec<String>,
    /// The chance of each word and of all before it.
    chances: Vec<f64>,
    /// Names of places and offices that are in the news every day.
    names: Vec<String>,
    formulae: Vec<Vec<String>>,
}

impl Field {
    fn new() -> Self {
        let mut random = Random::new(0);
        let mut known = HashSet::new();
        let mut words = Vec::with_capacity(WORDS);
        while words.len() < WORDS {
            let word = made_up(&mut random);
            if known.insert(word.clone()) {
                words.push(word);
            }
        }
        let mut all = 0.0;
        let chance = |rank: usize| {
            all += 1.0 / (rank as f64 + 3.0);
            all
        };
        let chances = (0..WORDS).map(chance).collect();
        let names = (0..60).map(|_| capital(&made_up(&mut random))).collect();
        let mut field = Self {
            words,
            chances,
            names,
            formulae: Vec::new(),
        };
        field.formulae = (0..FORMULAE)
            .map(|_| {
                let length = random.between(7, 11);
                let topic = Topic::new(&field, &mut random);
                topic.words(&field, &mut random, length)
            })
            .collect();
        field
    }

    fn word(&self, random: &mut Random) -> String {
        let all = self.chances.last().copied().unwrap_or_default();
        let wanted = random.fraction() * all;
        let rank = self.chances.partition_point(|chance| *chance < wanted);
        self.words[rank.min(WORDS - 1)].clone()
    }
}

fn made_up(random: &mut Random) -> String {
    const BEGINNINGS: &[&str] = &[
        "b", "br", "d", "dr", "f", "g", "gl", "h", "j", "k", "kl", "l", "m", "n", "p", "pl", "r",
        "s", "st", "t", "tr", "v", "w", "z", "",
    ];
    const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "ai", "ea", "ou"];
    const ENDS: &[&str] = &["", "", "", "n", "r", "l", "s", "t", "m", "nd", "st"];
    let mut word = String::new();
    for _ in 0..random.between(2, 3) {
        word.push_str(random.one_of(BEGINNINGS));
        word.push_str(random.one_of(VOWELS));
        word.push_str(random.one_of(ENDS));
    }
    word
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// A sentence in the making. Its words are as they are printed, but for the capital of the first; a comma hangs on the
/// word before it.
#[derive(Clone)]
struct Sentence {
    words: Vec<String>,
    quoted: bool,
    ends_paragraph: bool,
}

/// Words and names that a text comes back to.
struct Topic {
    words: Vec<String>,
    people: Vec<[String; 2]>,
}

impl Topic {
    fn new(field: &Field, random: &mut Random) -> Self {
        let person = |random: &mut Random| [0, 1].map(|_| capital(&made_up(random)));
        Self {
            words: (0..60)
                .map(|_| field.words[random.below(WORDS)].clone())
                .collect(),
            people: (0..6).map(|_| person(random)).collect(),
        }
    }

    /// At least `length` words in phrases: what links them, what opens them, what they are about.
    fn words(&self, field: &Field, random: &mut Random, length: usize) -> Vec<String> {
        let mut words: Vec<String> = Vec::with_capacity(length + 4);
        while words.len() < length {
            if !words.is_empty() && random.percent(75) {
                words.push(random.one_of(LINKS).to_owned());
            }
            if random.percent(55) {
                words.push(random.one_of(OPENERS).to_owned());
            }
            for _ in 0..random.between(1, 2) {
                self.push_content(&mut words, field, random);
            }
            if random.percent(12)
                && words.len() < length
                && let Some(last) = words.last_mut()
            {
                last.push(',');
            }
        }
        words
    }

    fn push_content(&self, words: &mut Vec<String>, field: &Field, random: &mut Random) {
        match random.below(100) {
            0..5 => words.extend(self.people[random.below(self.people.len())].clone()),
            5..9 => words.push(field.names[random.below(field.names.len())].clone()),
            9..12 => words.push(random.between(2, 2_400).to_string()),
            12..42 => words.push(self.words[random.below(self.words.len())].clone()),
            _ => words.push(field.word(random)),
        }
    }

    fn sentence(&self, field: &Field, random: &mut Random) -> Sentence {
        let length = random.between(9, 30);
        Sentence {
            words: self.words(field, random, length),
            quoted: random.percent(12),
            ends_paragraph: random.percent(45),
        }
    }

    /// Sentences of at least `length` words in all.
    fn sentences(&self, field: &Field, random: &mut Random, length: usize) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        let mut count = 0;
        while count < length {
            let sentence = self.sentence(field, random);
            count += sentence.words.len();
            sentences.push(sentence);
        }
        sentences
    }
}

/// What is told by several articles.
struct Story {
    topic: Topic,
    wire: Vec<Sentence>,
}

impl Story {
    fn new(field: &Field, random: &mut Random) -> Self {
        let topic = Topic::new(field, random);
        let wire = topic.sentences(field, random, LENGTH);
        Self { topic, wire }
    }

    /// Where an article appeared, under which headline, and when: on the day of the story or the next.
    fn fields(&self, field: &Field, random: &mut Random, day: i64) -> Fields {
        let noted = |text: &str| Some(Noted::printed(text.to_owned()));
        let length = random.between(6, 10);
        let headline = self.topic.words(field, random, length).join(" ");
        let day = FIRST_DAY.saturating_add((day + random.below(2) as i64).days());
        Fields {
            headline: noted(&capital(&headline)),
            outlet: noted(&field.names[random.below(OUTLETS)]),
            published: Some(Noted::printed(Moment::day(day))),
            ..Fields::default()
        }
    }

    /// An article of its own, with passages of the wire copy.
    fn article(&self, field: &Field, random: &mut Random) -> Vec<Sentence> {
        let length = random.between(LENGTH - SPREAD, LENGTH + SPREAD);
        // One newsroom takes a third of the wire copy, the next one most of it.
        let taken = random.between(30, 75);
        let mut parts: Vec<Vec<Sentence>> = Vec::new();
        let mut rest = self.wire.as_slice();
        while !rest.is_empty() {
            let (passage, behind) = rest.split_at(random.between(1, 4).min(rest.len()));
            rest = behind;
            if random.percent(taken) {
                parts.push(self.told(passage, field, random));
            }
        }
        if random.percent(40) {
            random.shuffle(&mut parts);
        }
        let borrowed: usize = parts.iter().map(|part| count(part)).sum();
        let mut own = length.saturating_sub(borrowed);
        while own > 0 {
            let part_length = own.min(random.between(20, 90));
            let part = self.topic.sentences(field, random, part_length);
            own = own.saturating_sub(count(&part));
            parts.insert(random.below(parts.len() + 1), part);
        }
        let mut sentences = parts.concat();
        if random.percent(WITH_FORMULA) && !sentences.is_empty() {
            let at = random.below(sentences.len());
            let formula = &field.formulae[random.below(FORMULAE)];
            sentences[at].words.extend_from_slice(formula);
        }
        sentences
    }

    /// The wire copy with an edit here and there.
    fn copy(&self, field: &Field, random: &mut Random) -> Vec<Sentence> {
        let mut sentences = self.wire.clone();
        for sentence in &mut sentences {
            if random.percent(20) {
                self.edit(sentence, 10, field, random);
            }
        }
        let own = self.topic.sentence(field, random);
        sentences.insert(random.below(sentences.len()), own);
        sentences
    }

    /// A passage of the wire copy as an article has it.
    fn told(&self, passage: &[Sentence], field: &Field, random: &mut Random) -> Vec<Sentence> {
        let mut told = passage.to_vec();
        match random.below(100) {
            0..40 => {}
            40..68 => told
                .iter_mut()
                .for_each(|sentence| self.edit(sentence, 10, field, random)),
            68..80 => told
                .iter_mut()
                .for_each(|sentence| self.edit(sentence, 35, field, random)),
            80..90 => random.shuffle(&mut told),
            _ => told = vec![self.clause(passage, field, random)],
        }
        for sentence in &mut told {
            if random.percent(20) {
                sentence.ends_paragraph = random.percent(45);
            }
        }
        told
    }

    /// Does something to `share` words of a hundred: one takes its place, one is put in behind it, or it is left out.
    fn edit(&self, sentence: &mut Sentence, share: usize, field: &Field, random: &mut Random) {
        let mut words = Vec::with_capacity(sentence.words.len() + 4);
        for word in std::mem::take(&mut sentence.words) {
            if !random.percent(share) {
                words.push(word);
                continue;
            }
            match random.below(3) {
                0 => self.topic.push_content(&mut words, field, random),
                1 => {
                    words.push(word);
                    self.topic.push_content(&mut words, field, random);
                }
                _ => {}
            }
        }
        sentence.words = words;
    }

    /// A sentence of the article's own around eight to twelve words of the wire copy.
    fn clause(&self, passage: &[Sentence], field: &Field, random: &mut Random) -> Sentence {
        let mut sentence = self.topic.sentence(field, random);
        let wire = &passage[random.below(passage.len())].words;
        let length = random.between(8, 12).min(wire.len());
        let start = random.below(wire.len() - length + 1);
        let at = random.below(sentence.words.len() + 1);
        let taken = wire[start..start + length].iter().cloned();
        sentence.words.splice(at..at, taken);
        sentence
    }
}

fn count(sentences: &[Sentence]) -> usize {
    sentences.iter().map(|sentence| sentence.words.len()).sum()
}

/// The sentences in print: capitals, stops, quotes and paragraphs.
fn text_of(sentences: &[Sentence]) -> String {
    let mut text = String::new();
    for sentence in sentences
        .iter()
        .filter(|sentence| !sentence.words.is_empty())
    {
        if sentence.quoted {
            text.push('“');
        }
        let printed = sentence.words.join(" ");
        text.push_str(&capital(printed.trim_end_matches(',')));
        text.push_str(if sentence.quoted { ".”" } else { "." });
        text.push_str(if sentence.ends_paragraph { "\n\n" } else { " " });
    }
    text.truncate(text.trim_end().len());
    text
}
