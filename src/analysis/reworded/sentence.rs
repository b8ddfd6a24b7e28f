//! The sentences of a meeting as weighted terms, and how alike two of them are.

use std::ops::Range;

use super::terms::{Tells, Terms};
use crate::analysis::corpus::Corpus;
use crate::model::Article;
use crate::text::{Span, sentences};

/// A sentence of an article.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its words, without the head of the text.
    pub words: Range<usize>,
    /// The number of its paragraph.
    pub paragraph: u32,
    /// Its terms, ascending, and how often each stands in it.
    pub terms: Vec<(u32, u32)>,
}

/// An article, sentence by sentence.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its place in the set.
    pub article: usize,
    /// Its sentences in order.
    pub sentences: Vec<Sentence>,
    /// The term of each of its words.
    pub terms: Vec<u32>,
    /// Of each of its words, whether a clause of its sentence ends behind it.
    pub clause_ends: Vec<bool>,
    /// The terms with content of its first sentences, ascending.
    lead: Vec<u32>,
}

/// All sentences of the articles of one meeting.
pub struct Sentences {
    /// The articles.
    pub texts: Vec<Text>,
    /// What their words count as.
    pub terms: Terms,
    /// What each term weighs: the rarer, the more.
    pub weights: Vec<f64>,
    /// Of each term its rarity.
    rarity: Vec<f64>,
}

/// Sentences of other news, none of which has the terms of the meeting: as many as a handful of articles have.
const BACKGROUND: f64 = 100.0;

impl Sentences {
    /// Cuts the articles into sentences and weighs their terms (tf-isf: the inverse of how many sentences have them).
    pub fn new(corpus: &Corpus, articles: &[usize], tells: Tells) -> Self {
        let terms = Terms::new(corpus, articles, tells);
        let texts: Vec<Text> = articles
            .iter()
            .map(|article| text(corpus, &terms, *article))
            .collect();
        let mut counts = vec![0_u32; terms.classes.len()];
        let mut all = 0_u32;
        for sentence in texts.iter().flat_map(|text| &text.sentences) {
            all += 1;
            for (term, _) in &sentence.terms {
                if let Some(count) = counts.get_mut(*term as usize) {
                    *count += 1;
                }
            }
        }
        let weights = counts
            .iter()
            .map(|count| (f64::from(all.max(1)) / f64::from((*count).max(1))).ln())
            .collect();
        // As if two articles were all, so that a term of one event weighs the same however many report it.
        let of_two = 2.0 / texts.len().max(2) as f64;
        let background = f64::from(all) * of_two + BACKGROUND;
        let rarity = counts
            .iter()
            .map(|count| (background / (f64::from(*count) * of_two).max(1.0)).ln())
            .collect();
        Self {
            texts,
            terms,
            weights,
            rarity,
        }
    }

    /// The terms of several sentences of one text, as one.
    fn bag(&self, sentences: &[Sentence]) -> Vec<(u32, u32)> {
        if let [one] = sentences {
            return one.terms.clone();
        }
        let mut all: Vec<(u32, u32)> = sentences
            .iter()
            .flat_map(|sentence| sentence.terms.iter().copied())
            .collect();
        all.sort_unstable();
        let mut bag: Vec<(u32, u32)> = Vec::with_capacity(all.len());
        for (term, count) in all {
            match bag.last_mut() {
                Some((last, sum)) if *last == term => *sum += count,
                _ => bag.push((term, count)),
            }
        }
        bag
    }

    /// How alike two stretches of sentences are: the cosine of their weighted terms, 0 to 1.
    pub fn cosine(&self, one: &[Sentence], two: &[Sentence]) -> f64 {
        let (one, two) = (self.bag(one), self.bag(two));
        let product: f64 = common(&one, &two)
            .map(|(term, a, b)| {
                let weight = self.weight(term);
                f64::from(a) * weight * f64::from(b) * weight
            })
            .sum();
        let length = self.length(&one) * self.length(&two);
        if length > 0.0 { product / length } else { 0.0 }
    }

    fn length(&self, bag: &[(u32, u32)]) -> f64 {
        bag.iter()
            .map(|(term, count)| (f64::from(*count) * self.weight(*term)).powi(2))
            .sum::<f64>()
            .sqrt()
    }

    /// Whether two texts begin as reports of one event do: with the same people, places and deeds.
    pub fn begin_alike(&self, one: &Text, two: &Text) -> bool {
        let squared = |term: u32| self.rarity(term).powi(2);
        let of_both: f64 = in_both(&one.lead, &two.lead).map(squared).sum();
        let [one, two]: [f64; 2] =
            [one, two].map(|text| text.lead.iter().copied().map(squared).sum());
        one > 0.0 && two > 0.0 && of_both / (one * two).sqrt() >= ALIKE
    }

    /// How rare a term is, in nats: how seldom it stands in the sentences of two articles of the meeting and in
    /// [`BACKGROUND`] more of other news. What both of two short articles say is not common for that.
    pub fn rarity(&self, term: u32) -> f64 {
        self.rarity.get(term as usize).copied().unwrap_or_default()
    }

    fn weight(&self, term: u32) -> f64 {
        self.weights.get(term as usize).copied().unwrap_or_default()
    }

    /// The terms with content that two stretches of sentences have in common, ascending.
    pub fn shared(&self, one: &[Sentence], two: &[Sentence]) -> Vec<u32> {
        common(&self.bag(one), &self.bag(two))
            .map(|(term, _, _)| term)
            .filter(|term| self.terms.has_content(*term))
            .collect()
    }
}

/// Some terms, ascending, each once.
pub fn ascending(terms: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut terms: Vec<u32> = terms.collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// What two lists have in common; both are ascending.
pub fn in_both(one: &[u32], two: &[u32]) -> impl Iterator<Item = u32> {
    let both = one.iter().filter(|term| two.binary_search(term).is_ok());
    both.copied()
}

/// The terms that stand in both, with both counts.
pub fn common<'t>(
    one: &'t [(u32, u32)],
    two: &'t [(u32, u32)],
) -> impl Iterator<Item = (u32, u32, u32)> + 't {
    let mut two = two.iter().peekable();
    one.iter().filter_map(move |(term, count)| {
        while two.next_if(|(other, _)| other < term).is_some() {}
        let (_, other) = two.next_if(|(other, _)| other == term)?;
        Some((*term, *count, *other))
    })
}

/// What a report begins with: the sentences that begin among so many words. They say what happened and to whom, so those
/// of two reports of one event have a cosine of this, at least; those of texts on one subject seldom have half of it.
const LEAD: usize = 60;
const ALIKE: f64 = 0.2;

/// Most words of a head: "HARIANSELAT.CO.ID, PORT ALVANE (Lintang) --".
const MAX_HEAD: usize = 12;
/// Paragraphs in which a head is looked for: a pull quote may stand above it.
const HEAD_PARAGRAPHS: usize = 3;

/// The words of the head of the text, if its place is known: outlet, place and agency before a dash.
fn head(article: &Article) -> Option<Range<usize>> {
    let place = article.fields.dateline.as_ref()?.value.as_str();
    let body = article.body();
    let mut paragraphs = body.paragraphs.iter().take(HEAD_PARAGRAPHS);
    paragraphs.find_map(|paragraph| {
        let first = body.words.partition_point(|it| it.start < paragraph.start);
        let words = body.words.get(first..)?;
        let is_in_head = |word: &&Span| {
            let word = word.of(&body.text);
            word.contains('.') || !word.starts_with(char::is_lowercase)
        };
        let names = words.iter().take(MAX_HEAD).take_while(is_in_head).count();
        let ends = words.windows(2).take(names).position(|two| match two {
            [word, next] => {
                let gap = body.text.get(word.end..next.start);
                let is_dash = gap.is_some_and(|gap| gap.contains(['-', '–', '—', ':']));
                is_dash && next.start < paragraph.end
            }
            _ => false,
        })?;
        let end = words.get(ends)?.end;
        let printed = body.text.get(paragraph.start..end.min(paragraph.end))?;
        printed.contains(place).then_some(first..first + ends + 1)
    })
}

fn text(corpus: &Corpus, terms: &Terms, article: usize) -> Text {
    let ids = corpus.words.get(article).map_or(&[][..], |it| &it.ids);
    let of_words: Vec<u32> = ids
        .iter()
        .map(|id| terms.of(*id).unwrap_or_default())
        .collect();
    let spans = corpus.spans(article);
    let printed = corpus.articles.get(article);
    let body = printed.map_or("", |article| &article.body().text);
    let head = printed
        .and_then(|article| head(article))
        .unwrap_or_default();
    let sentences: Vec<Sentence> = sentences(body, spans)
        .into_iter()
        .map(|range| {
            if range.start == head.start && head.end < range.end {
                head.end..range.end
            } else {
                range
            }
        })
        .filter_map(|range| {
            let mut all = of_words.get(range.clone())?.to_vec();
            all.sort_unstable();
            Some(Sentence {
                paragraph: corpus.paragraph(article, range.start)? as u32,
                terms: all
                    .chunk_by(|one, two| one == two)
                    .filter_map(|same| Some((*same.first()?, same.len() as u32)))
                    .collect(),
                words: range,
            })
        })
        .collect();
    let first = sentences.iter().take_while(|it| it.words.start < LEAD);
    let first = first.flat_map(|it| it.terms.iter().map(|(term, _)| *term));
    Text {
        article,
        lead: ascending(first.filter(|term| terms.has_content(*term))),
        clause_ends: clause_ends(body, spans),
        terms: of_words,
        sentences,
    }
}

/// What parts clauses of a sentence.
const CLAUSE_MARKS: [char; 20] = [
    ',', ';', '(', ')', '[', ']', '"', '“', '”', '„', '«', '»', '–', '—', '،', '؛', '、', '，',
    '「', '」',
];

/// Of each word, whether a clause of its sentence ends behind it.
fn clause_ends(body: &str, spans: &[Span]) -> Vec<bool> {
    let starts = spans.iter().skip(1).map(|word| word.start);
    let gaps = spans.iter().zip(starts.chain([body.len()]));
    let parts = gaps.map(|(word, next)| {
        let gap = body.get(word.end..next).unwrap_or_default();
        gap.contains(CLAUSE_MARKS) || [": ", " - ", "--"].iter().any(|mark| gap.contains(mark))
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Fields, Noted, Role};

    #[test]
    fn the_head_of_a_text() {
        for (place, paragraphs, expected) in [
            (
                "PORT ALVANE",
                &["PORT ALVANE - Feri berlayar."][..],
                "PORT ALVANE",
            ),
            (
                "PORT ALVANE",
                &["HARIANSELAT.CO.ID, PORT ALVANE -- Feri berlayar."],
                "HARIANSELAT.CO.ID, PORT ALVANE",
            ),
            (
                "VELLIN",
                &["VELLIN, March 5 (Meridian) — Ferries sail."],
                "VELLIN, March 5 (Meridian",
            ),
            (
                "Vellin",
                &[
                    "“Vellin is sinking – fast,” he said.",
                    "Vellin – Ferries sail.",
                ],
                "Vellin",
            ),
            (
                "Vellin",
                &["Menteri di Vellin itu berkata: feri berlayar."],
                "",
            ),
            (
                "Vellin",
                &["Vellin Harbour reopens", "Ferries sail - at last."],
                "",
            ),
            ("Vellin", &["Ferries sail."], ""),
        ] {
            let fields = Fields {
                dateline: Some(Noted::printed(place.to_owned())),
                ..Fields::default()
            };
            let blocks = paragraphs.iter().map(|text| Block::new(*text, Role::Body));
            let article = Article::new("a.txt", fields, blocks.collect());
            let body = article.body();
            let words = head(&article).and_then(|head| body.words.get(head));
            let text = words.and_then(|words| Some(words.first()?.hull(*words.last()?)));
            let text = text.map_or("", |span| span.of(&body.text));
            assert_eq!(text, expected, "{paragraphs:?}");
        }
    }
}
