//! What counts as shared wording after all: not what is said at every meeting, and as the reader says.

use super::Findings;
use super::shared::Passage;
use crate::model::Settings;
use crate::text::phrase;

/// Longest set phrase, in words.
const SHORT: usize = 12;

/// Wording of so many meetings belongs to none of them: "exchanged views on matters of common concern".
const MANY_MEETINGS: usize = 4;

/// The meeting of each article, by its place among them.
fn meeting_of(findings: &Findings) -> Vec<Option<usize>> {
    let mut meeting_of = vec![None; findings.articles.len()];
    let meetings = findings.meetings.iter().enumerate();
    for (number, meeting) in meetings.filter(|(_, meeting)| !meeting.is_none) {
        for article in &meeting.articles {
            if let Some(slot) = meeting_of.get_mut(*article) {
                *slot = Some(number);
            }
        }
    }
    meeting_of
}

/// In how many meetings a passage stands, if it is short and they are many.
fn wide(meeting_of: &[Option<usize>], passage: &Passage) -> Option<usize> {
    // Most passages stand in fewer articles than that.
    if passage.word_count() > SHORT || passage.witnesses.len() < MANY_MEETINGS {
        return None;
    }
    let witnesses = passage.witnesses.iter();
    let mut meetings: Vec<usize> = witnesses
        .filter_map(|witness| meeting_of.get(witness.article).copied().flatten())
        .collect();
    meetings.sort_unstable();
    meetings.dedup();
    Some(meetings.len()).filter(|count| *count >= MANY_MEETINGS)
}

/// In how many meetings a phrase stands that is not counted because they are many.
pub(super) fn meetings_of_set_phrase(findings: &Findings, phrase: &Passage) -> Option<usize> {
    wide(&meeting_of(findings), phrase)
}

/// Takes what is said at every meeting out of the passages.
pub(super) fn take_out_set_phrases(findings: &mut Findings) {
    let meeting_of = meeting_of(findings);
    let wide = findings
        .passages
        .extract_if(.., |passage| wide(&meeting_of, passage).is_some());
    findings.stock.extend(wide);
    findings.stock.sort_by_key(Passage::first_place);
}

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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::analysis::{Kind, Meeting, Witness};
    use crate::model::{Article, Fields};
    use crate::text::Span;

    /// A passage of so many words at the beginning of these articles.
    fn passage(articles: &[usize], words: usize) -> Passage {
        let witness = |article: &usize| Witness {
            article: *article,
            span: Span::new(0, 1),
            words: 0..words,
            wording: 0,
            carriers: Vec::new(),
        };
        Passage {
            kind: Kind::Verbatim,
            witnesses: articles.iter().map(witness).collect(),
        }
    }

    #[test]
    fn what_is_said_at_every_meeting_is_not_counted() {
        let meeting = |articles: &[usize]| Meeting {
            articles: articles.to_vec(),
            ..Meeting::default()
        };
        for (what, articles, words, counts) in [
            ("at four meetings", &[0, 1, 3, 5][..], 8, false),
            ("at four meetings, a sentence", &[0, 1, 3, 5], 13, true),
            ("four times at three", &[0, 1, 2, 3], 8, true),
            ("at one", &[1, 2], 8, true),
        ] {
            let article = || Arc::new(Article::new("x.txt", Fields::default(), Vec::new()));
            let mut findings = Findings {
                articles: (0..6).map(|_| article()).collect(),
                meetings: vec![
                    meeting(&[0]),
                    meeting(&[1, 2]),
                    meeting(&[3, 4]),
                    meeting(&[5]),
                ],
                passages: vec![passage(articles, words)],
                ..Findings::default()
            };
            take_out_set_phrases(&mut findings);
            let counted = (findings.passages.len(), findings.stock.len());
            assert_eq!(counted, if counts { (1, 0) } else { (0, 1) }, "{what}");
        }
    }
}
