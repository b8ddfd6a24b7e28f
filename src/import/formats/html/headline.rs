//! Which block of a page is its headline.

use super::blocks::Block;
use crate::text::words;

/// Longest headline, in words.
const MAX_WORDS: usize = 40;
/// How much a block must say the same as a declared headline to be it.
const ALIKE: f32 = 0.8;

/// The headline that a page declares, and the block that prints it: a heading, else any block.
///
/// What the outlet gives out when the article is passed on (`given`) is written for readers, the `headline` of the linked
/// data often for search engines: the first counts, unless the page prints both. Where nothing is declared, it is the
/// only heading of the first level.
pub(super) fn find(
    blocks: &[Block],
    given: Option<&str>,
    headline: Option<&str>,
) -> (Option<String>, Option<usize>) {
    let printed = |title: Option<&str>| {
        title.and_then(|title| {
            most_like(blocks, title, true).or_else(|| most_like(blocks, title, false))
        })
    };
    match (printed(given), printed(headline)) {
        (Some(_), Some(own)) => (headline.map(str::to_owned), Some(own)),
        (_, Some(own)) if given.is_none() => (headline.map(str::to_owned), Some(own)),
        (block, _) => {
            let title = given
                .or(headline)
                .map(|title| without_site(title).to_owned());
            let block = block.or_else(|| only_heading(blocks).filter(|_| title.is_none()));
            (title, block)
        }
    }
}

fn most_like(blocks: &[Block], title: &str, heading: bool) -> Option<usize> {
    let bare = without_site(title);
    blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| (block.heading > 0) == heading && block.words <= MAX_WORDS)
        .map(|(index, block)| {
            (
                index,
                likeness(title, &block.text).max(likeness(bare, &block.text)),
                block.heading,
            )
        })
        .filter(|(_, like, _)| *like >= ALIKE)
        .min_by(|one, two| {
            two.1
                .total_cmp(&one.1)
                .then(one.2.cmp(&two.2))
                .then(one.0.cmp(&two.0))
        })
        .map(|(index, ..)| index)
}

fn only_heading(blocks: &[Block]) -> Option<usize> {
    let mut first = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.heading == 1)
        .map(|(index, _)| index);
    first.next().filter(|_| first.next().is_none())
}

/// A title without the name of the site behind it: "Talks resume | Queria Today".
fn without_site(title: &str) -> &str {
    [" | ", " - ", " – ", " — ", " :: ", " « "]
        .iter()
        .filter_map(|mark| title.rfind(mark).map(|at| (at, mark.len())))
        .max()
        .and_then(|(at, length)| Some((title.get(..at)?, title.get(at + length..)?)))
        .filter(|(head, site)| words(head).len() > words(site).len() && words(site).len() <= 4)
        .map_or(title, |(head, _)| head.trim_end())
}

/// How much two headlines say the same: twice the common words over all words, 0–1.
pub(super) fn likeness(one: &str, two: &str) -> f32 {
    let words = |text: &str| -> Vec<String> {
        words(text)
            .into_iter()
            .map(|span| span.of(text).to_lowercase())
            .collect()
    };
    let (one, mut two) = (words(one), words(two));
    let total = one.len() + two.len();
    let mut common = 0;
    for word in &one {
        if let Some(at) = two.iter().position(|other| other == word) {
            two.swap_remove(at);
            common += 1;
        }
    }
    2.0 * common as f32 / total.max(1) as f32
}
