//! What the reader said about phrases: count this formula, do not count that passage.

use super::Findings;
use super::shared::Passage;
use crate::model::Settings;
use crate::text::phrase;

/// Moves what the reader judged to where it belongs. A passage is judged by the words of any of its witnesses.
pub(super) fn apply(findings: &mut Findings, settings: &Settings) {
    if settings.counted.is_empty() && settings.ignored.is_empty() {
        return;
    }
    let articles = &findings.articles;
    let is_in = |passage: &Passage, phrases: &[String]| {
        let mut words = passage.witnesses.iter().filter_map(|witness| {
            let article = articles.get(witness.article)?;
            Some(phrase(witness.span.of(&article.body().text)))
        });
        !phrases.is_empty() && words.any(|words| phrases.contains(&words))
    };
    let ignored = findings
        .passages
        .extract_if(.., |passage| is_in(passage, &settings.ignored));
    let ignored: Vec<Passage> = ignored.collect();
    let counted = findings
        .stock
        .extract_if(.., |passage| is_in(passage, &settings.counted));
    findings.passages.extend(counted);
    findings.stock.extend(ignored);
    findings.passages.sort_by_key(Passage::first_place);
    findings.stock.sort_by_key(Passage::first_place);
}
