//! What two readers of saved pages take for the article's text.
//!
//! `dom_smoothie` follows Mozilla's Readability (structure: the subtree with the most running text), `trafilatura` the
//! Python program of that name (rules on elements, with fall-backs). They fail on different pages, so a block that both
//! keep is the article's, and a block that one of them keeps is shown as set aside, to be brought back. Method:
//! Bevendorff et al., "An Empirical Comparison of Web Content Extraction Algorithms", SIGIR 2023, where ensembles of
//! extractors did better than each of them. A page that repeats its text for machines adds a third voice.

use std::panic::{AssertUnwindSafe, catch_unwind};

use dom_query::Document;
use rustc_hash::FxHashSet;

use super::blocks::Block;

/// How many readers keep a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opinion {
    /// All readers keep it.
    Text,
    /// One keeps it, another does not.
    Divided,
    /// None keeps it.
    Frame,
}

/// Share of a block's runs of words that a reader must have kept.
const KEPT: f32 = 0.8;
/// Words in a run.
const RUN: usize = 4;
/// A reader that kept less than this share of the other's text failed on the page.
const FAILED: f32 = 0.3;
/// Letters from which on a block is looked for anywhere in a reader's text; shorter ones only between those that were
/// found: "News" stands in every text.
const LONG: usize = 40;

/// The opinion of the two readers on each block.
pub(super) fn opinions(html: &str, document: &Document, blocks: &[Block]) -> Vec<Opinion> {
    let (structure, content) = readability(document).unzip();
    let readers =
        [structure, trafilatura(html, content)].map(|text| Kept::of(&text.unwrap_or_default()));
    let longest = readers
        .iter()
        .map(|reader| reader.plain.len())
        .max()
        .unwrap_or(0);
    let kept: Vec<Vec<bool>> = readers
        .iter()
        .filter(|reader| {
            !reader.plain.is_empty() && reader.plain.len() as f32 >= FAILED * longest as f32
        })
        .map(|reader| reader.keeps(blocks))
        .collect();
    (0..blocks.len())
        .map(|index| {
            let keep = kept
                .iter()
                .filter(|kept| kept.get(index) == Some(&true))
                .count();
            match keep {
                0 => Opinion::Frame,
                all if all == kept.len() => Opinion::Text,
                _ => Opinion::Divided,
            }
        })
        .collect()
}

/// A text in which blocks of the page are looked for.
pub(super) struct Kept {
    /// Its letters and digits, in small letters.
    pub plain: String,
    /// Its runs of four words.
    runs: FxHashSet<String>,
}

impl Kept {
    pub(super) fn of(text: &str) -> Self {
        Self {
            plain: plain(text),
            runs: runs(text).into_iter().collect(),
        }
    }

    /// Which of the blocks stand in the text. The text follows the order of the page, so a short block must stand
    /// between the long ones around it.
    pub(super) fn keeps(&self, blocks: &[Block]) -> Vec<bool> {
        let plains: Vec<String> = blocks.iter().map(|block| plain(&block.text)).collect();
        let mut places: Vec<Option<(usize, usize)>> = Vec::with_capacity(blocks.len());
        let mut end = 0;
        for own in &plains {
            let rest = self.plain.get(end..).unwrap_or_default();
            let place = Some(own)
                .filter(|own| own.chars().count() >= LONG)
                .and_then(|own| rest.find(own.as_str()))
                .map(|at| (end + at, end + at + own.len()));
            end = place.map_or(end, |(_, end)| end);
            places.push(place);
        }
        let mut kept = Vec::with_capacity(blocks.len());
        let mut from = 0;
        for (index, (block, own)) in blocks.iter().zip(&plains).enumerate() {
            if let Some(Some((_, end))) = places.get(index) {
                from = *end;
                kept.push(true);
                continue;
            }
            let next = places.iter().skip(index).flatten().next();
            let until = next.map_or(self.plain.len(), |(start, _)| *start);
            let between = self.plain.get(from..until).unwrap_or_default();
            let found = between.find(own.as_str()).filter(|_| !own.is_empty());
            if let Some(at) = found {
                from += at + own.len();
            }
            kept.push(found.is_some() || self.keeps_most(block));
        }
        kept
    }

    /// Whether the text has most of the runs of a long block: readers drop links and notes out of paragraphs.
    fn keeps_most(&self, block: &Block) -> bool {
        let runs = runs(&block.text);
        let kept = runs.iter().filter(|run| self.runs.contains(*run)).count();
        runs.len() > RUN && kept as f32 >= KEPT * runs.len() as f32
    }
}

/// The letters and digits of a text, in small letters.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn runs(text: &str) -> Vec<String> {
    let words: Vec<String> = text
        .split_whitespace()
        .map(plain)
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(RUN).map(|run| run.join(" ")).collect()
}

/// The text that the structure of the page gives, and the same with its elements; nothing where the reader fails.
fn readability(document: &Document) -> Option<(String, String)> {
    guarded(|| {
        let config = dom_smoothie::Config {
            text_mode: dom_smoothie::TextMode::Formatted,
            disable_json_ld: true,
            ..Default::default()
        };
        let mut reader =
            dom_smoothie::Readability::with_document(document.clone(), None, Some(config)).ok()?;
        let article = reader.parse().ok()?;
        Some((
            article.text_content.to_string(),
            article.content.to_string(),
        ))
    })
}

/// The text that rules on elements give; nothing where the reader fails. `structure` is what it falls back to.
fn trafilatura(html: &str, structure: Option<String>) -> Option<String> {
    guarded(|| {
        let mut fallback = trafilatura::FallbackCandidates::default();
        fallback.readability_html = structure;
        let options = trafilatura::Options::default()
            .with_fallback(true)
            .with_fallback_candidates(fallback)
            .with_html_date_mode(trafilatura::HtmlDateMode::Disabled)
            .with_exclude_comments(true);
        Some(trafilatura::extract(html, &options).ok()?.content_text)
    })
}

/// A reader that panics has no opinion.
fn guarded<T>(read: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}
