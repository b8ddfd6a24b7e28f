//! What the reader said about phrases: count this formula, do not count that passage.

use std::sync::Arc;

use super::shared::{Passage, Shared};
use crate::model::{Article, Settings};
use crate::text::phrase;

/// Moves what the reader judged to where it belongs. A passage is judged by the words of any of its witnesses.
pub(super) fn apply(found: Shared, articles: &[Arc<Article>], settings: &Settings) -> Shared {
    if settings.counted.is_empty() && settings.ignored.is_empty() {
        return found;
    }
    let is_in = |passage: &Passage, phrases: &[String]| {
        let words = passage.witnesses.iter().filter_map(|witness| {
            let article = articles.get(witness.article)?;
            Some(phrase(witness.span.of(&article.body().text)))
        });
        !phrases.is_empty() && words.into_iter().any(|words| phrases.contains(&words))
    };
    let (mut stock, mut passages): (Vec<Passage>, Vec<Passage>) = found
        .passages
        .into_iter()
        .partition(|passage| is_in(passage, &settings.ignored));
    let (counted, rest): (Vec<Passage>, Vec<Passage>) = found
        .stock
        .into_iter()
        .partition(|passage| is_in(passage, &settings.counted));
    stock.extend(rest);
    passages.extend(counted);
    stock.sort_by_key(Passage::first_place);
    passages.sort_by_key(Passage::first_place);
    Shared { passages, stock }
}
