//! Text that is selected, and how keys make more or less of it.

use super::{Spot, View};
use crate::analysis::Findings;
use crate::model::{ArticleId, Body};
use crate::text::{Span, sentences, words};
use crate::workspace::reading::Mode;

/// Text of one article: bytes of its body. Where both ends are one it is no text, but a place from which keys select.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The article.
    pub article: ArticleId,
    /// Where it was begun.
    pub anchor: usize,
    /// The end that moves, which may stand before the other.
    pub head: usize,
}

/// By how much keys move the end of a selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A letter or sign.
    Letter,
    /// To the end of a word, or back to its beginning.
    Word,
    /// The same with sentences.
    Sentence,
    /// The same with paragraphs.
    Paragraph,
}

impl Selection {
    /// What is selected.
    pub fn span(self) -> Span {
        Span::new(self.anchor.min(self.head), self.anchor.max(self.head))
    }

    /// The same words in `new` findings; nothing where they have gone.
    pub(super) fn follow(self, old: &Findings, new: &Findings) -> Option<Self> {
        let span = Spot::new(self.article, self.span()).follow(old, new)?.span;
        let (anchor, head) = if self.anchor <= self.head {
            (span.start, span.end)
        } else {
            (span.end, span.start)
        };
        Some(Self {
            anchor,
            head,
            ..self
        })
    }
}

impl View {
    /// The text that is selected, if it is more than a place.
    pub fn selected_text(&self) -> Option<(ArticleId, Span)> {
        let selected = self.selected?;
        let span = selected.span();
        (!span.is_empty()).then_some((selected.article, span))
    }

    /// Moves the end of the selection on (1) or back (-1).
    pub(super) fn extend(&mut self, unit: Unit, step: i8, findings: &Findings) {
        let begun = || self.begin(step, findings);
        let Some(mut from) = self.selected.or_else(begun) else {
            return;
        };
        let place = findings.place_of(from.article);
        let Some(article) = place.and_then(|place| findings.articles.get(place)) else {
            return;
        };
        if self.selected.is_none() && from.anchor == from.head {
            // A line begins anywhere in a sentence; who asks for sentences gets whole ones.
            from.anchor = unit.around(article.body(), from.anchor, step);
        }
        let head = unit.next(article.body(), from.head, step);
        self.selected = Some(Selection { head, ..from });
        self.extended += 1;
    }

    /// The article that the reader is in: of several columns the one they were in last.
    pub fn article_here(&self, findings: &Findings) -> Option<ArticleId> {
        let columns = self.columns(findings);
        let is_in_sight = |article: &ArticleId| {
            let place = findings.place_of(*article);
            place.is_some_and(|place| columns.contains(&place))
        };
        let first = || Some(findings.articles.get(*columns.first()?)?.id);
        self.lead.filter(is_in_sight).or_else(first)
    }

    /// Where a selection begins that has no beginning yet: with the passage in focus or the place that is looked at, which
    /// it takes in, else at the line that is read. Of several columns it is the one that the reader was in last.
    fn begin(&self, step: i8, findings: &Findings) -> Option<Selection> {
        let mut columns = self.columns(findings);
        if self.layout.mode == Mode::Agreement {
            columns.truncate(1);
        }
        let in_sight = |article: ArticleId| {
            let place = findings.place_of(article)?;
            columns.contains(&place).then_some(place)
        };
        let id = |place: usize| Some(findings.articles.get(place)?.id);
        let lead = self.lead.and_then(in_sight);
        let passage = self.focus.and_then(|focus| focus.passage(findings));
        let witness = passage.and_then(|passage| {
            let mut places = lead.into_iter().chain(columns.iter().copied());
            let witness = places.find_map(|place| passage.in_article(place))?;
            Some(Spot::new(id(witness.article)?, witness.span))
        });
        let spots = [witness, self.spot, self.reading].into_iter().flatten();
        let mut here =
            spots.filter(|spot| spot.aside.is_none() && in_sight(spot.article).is_some());
        let top = || Some(Spot::top(id(lead.or(columns.first().copied())?)?));
        let Spot { article, span, .. } = here.next().or_else(top)?;
        // That the first line is read is told by its second byte, where no letter need begin.
        let first_line = Span::new(1, 1);
        let span = if span == first_line {
            Span::new(0, 0)
        } else {
            span
        };
        let (anchor, head) = if step > 0 {
            (span.start, span.end)
        } else {
            (span.end, span.start)
        };
        Some(Selection {
            article,
            anchor,
            head,
        })
    }
}

impl Unit {
    /// Where the unit in which a byte of the body stands begins, or ends if the selection goes back; the byte itself
    /// between two.
    fn around(self, body: &Body, at: usize, step: i8) -> usize {
        let border = self.next(body, at, -step);
        let other = self.next(body, border, step);
        let is_inside = if step > 0 { other > at } else { other < at };
        if is_inside { border } else { at }
    }

    /// The next border of such a unit behind (1) or before (-1) a byte of the body; its ends where there is none.
    fn next(self, body: &Body, at: usize, step: i8) -> usize {
        let end = body.text.len();
        match (self, step > 0) {
            (Self::Letter, true) => {
                let rest = body.text.get(at..).and_then(|rest| rest.chars().next());
                at + rest.map_or(0, char::len_utf8)
            }
            (Self::Letter, false) => {
                let before = body
                    .text
                    .get(..at)
                    .and_then(|text| text.chars().next_back());
                at - before.map_or(0, char::len_utf8)
            }
            (Self::Word, on) => border(&body.words, at, on, end),
            (Self::Sentence, on) => border(&sentences_around(body, at), at, on, end),
            (Self::Paragraph, on) => border(&body.paragraphs, at, on, end),
        }
    }
}

fn border(spans: &[Span], at: usize, on: bool, end: usize) -> usize {
    if on {
        let next = spans.get(spans.partition_point(|span| span.end <= at));
        next.map_or(end, |span| span.end)
    } else {
        let before = spans.partition_point(|span| span.start < at).checked_sub(1);
        let before = before.and_then(|before| spans.get(before));
        before.map_or(0, |span| span.start)
    }
}

/// The sentences of the paragraph at a byte of the body, of the one before and the one behind, with their signs.
fn sentences_around(body: &Body, at: usize) -> Vec<Span> {
    let number = body.paragraph_at(at);
    let near = body.paragraphs.iter().skip(number.saturating_sub(1));
    near.take(3)
        .flat_map(|paragraph| {
            let spans = sentences_of(paragraph.of(&body.text));
            spans.into_iter().map(|span| span.moved_by(paragraph.start))
        })
        .collect()
}

/// Each reaches from the blank before its first word to the blank before that of the next.
fn sentences_of(text: &str) -> Vec<Span> {
    let all = words(text);
    let first_word = |at: usize| all.get(at).map_or(text.len(), |word| word.start);
    let mut starts: Vec<usize> = Vec::new();
    for sentence in sentences(text, &all) {
        let before = text.get(..first_word(sentence.start)).unwrap_or_default();
        let blank = before
            .char_indices()
            .rev()
            .take_while(|(_, c)| !c.is_alphanumeric());
        let blank = blank.into_iter().find(|(_, c)| c.is_whitespace());
        starts.push(blank.map_or(before.len(), |(at, c)| at + c.len_utf8()));
    }
    if let Some(first) = starts.first_mut() {
        *first = 0;
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let spans = starts.iter().zip(ends);
    spans
        .map(|(start, end)| {
            let sentence = text.get(*start..end).unwrap_or_default();
            Span::new(*start, start + sentence.trim_end().len())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::Look;
    use super::*;
    use crate::model::{Article, Block, Fields, Role};

    #[test]
    fn the_first_line_is_selected_from_its_beginning() {
        let findings = crate::workspace::sample::findings();
        let mut view = View::default();
        let first = Spot::new(findings.articles[1].id, Span::new(1, 1));
        view.apply(Look::Reading(first), &findings);
        view.apply(Look::Extend(Unit::Word, 1), &findings);
        let selected = view.selected_text();
        assert!(selected.is_some_and(|(article, span)| {
            article == first.article && span.start == 0 && span.end > 1
        }));
    }

    #[test]
    fn an_end_moves_by_letters_words_sentences_and_paragraphs() {
        let text = "Ia “tiba” di sana kemarin. “Kami menunggu lama,” katanya.";
        let blocks = [text, "Dua kata."].map(|text| Block::new(text, Role::Body));
        let article = Article::new("made up", Fields::default(), blocks.to_vec());
        let body = article.body();
        let at = |words: &str| body.text.find(words).unwrap_or_default();
        let behind = |words: &str| at(words) + words.len();
        for (unit, from, step, to) in [
            (Unit::Letter, at("“tiba"), 1, at("tiba")),
            (Unit::Letter, at("tiba"), -1, at("“tiba")),
            (Unit::Letter, 0, -1, 0),
            (Unit::Letter, body.text.len(), 1, body.text.len()),
            (Unit::Word, 0, 1, behind("Ia")),
            (Unit::Word, behind("Ia"), 1, behind("tiba")),
            (Unit::Word, behind("Ia"), -1, 0),
            (Unit::Word, behind("katanya."), 1, behind("Dua")),
            (Unit::Sentence, at("di"), 1, behind("kemarin.")),
            (Unit::Sentence, behind("kemarin."), 1, behind("katanya.")),
            (Unit::Sentence, at("menunggu"), -1, at("“Kami")),
            (Unit::Sentence, at("“Kami"), -1, 0),
            (Unit::Sentence, at("Dua"), -1, at("“Kami")),
            (Unit::Paragraph, at("di"), 1, behind("katanya.")),
            (Unit::Paragraph, behind("katanya."), 1, body.text.len()),
            (Unit::Paragraph, at("kata."), -1, at("Dua")),
        ] {
            assert_eq!(unit.next(body, from, step), to, "{unit:?} {from} {step}");
        }
    }
}
