//! Words that a reader looks for, in all articles.
//!
//! A text is looked through in the form in which it is compared, and without accents; punctuation and line breaks make
//! no difference. Parts of words are found, because Indonesian builds its words around a stem (*temu*, *pertemuan*); what
//! is found are whole words. Another spelling of a name is found where the whole name was asked for.

use std::sync::Arc;

use super::Names;
use crate::jobs::Progress;
use crate::model::{Article, Body};
use crate::text::{Span, fold, fold_accents, words};

/// Fewer letters than this are no word to look for, but in scripts that write whole words in one sign.
const MIN_LETTERS: usize = 2;

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// As it was typed.
    pub text: String,
    /// Its words anywhere in one paragraph, in place of one after the other.
    pub apart: bool,
    /// Other spellings of a name too.
    pub spellings: bool,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            text: String::new(),
            apart: false,
            spellings: true,
        }
    }
}

/// Where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The article, by its place.
    pub article: usize,
    /// Whole words: bytes of the body.
    pub span: Span,
}

/// Finds `query` in `articles`: in their order, from their beginning to their end.
pub fn find(
    articles: &[Arc<Article>],
    names: &Names,
    query: &Query,
    progress: &Progress,
) -> Vec<Hit> {
    let searches = Search::all(query, names);
    let mut hits = Vec::new();
    for (place, article) in articles.iter().enumerate() {
        if progress.is_cancelled() || searches.is_empty() {
            break;
        }
        let mut spans: Vec<Span> = searches
            .iter()
            .flat_map(|search| search.in_body(article.body()))
            .collect();
        spans.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        // What lies inside what was found already is no hit of its own.
        let mut end = 0;
        spans.retain(|span| {
            let is_new = span.end > end;
            end = end.max(span.end);
            is_new
        });
        hits.extend(spans.into_iter().map(|span| Hit {
            article: place,
            span,
        }));
    }
    hits
}

/// The articles, by their places, whose headlines have `query`.
pub fn in_headlines(articles: &[Arc<Article>], names: &Names, query: &Query) -> Vec<usize> {
    let searches = Search::all(query, names);
    let has = |article: &Arc<Article>| {
        let title = article.title();
        searches.iter().any(|search| search.stands_in(title))
    };
    let places = articles.iter().enumerate();
    places
        .filter(|(_, article)| has(article))
        .map(|(place, _)| place)
        .collect()
}

/// Where it was found in text that is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InAside {
    /// The article, by its place.
    pub article: usize,
    /// The block.
    pub block: usize,
    /// The first of its words: bytes of the block.
    pub span: Span,
}

/// The blocks that are set aside and have `query`, in the order of the articles.
pub fn in_asides(
    articles: &[Arc<Article>],
    names: &Names,
    query: &Query,
    progress: &Progress,
) -> Vec<InAside> {
    let searches = Search::all(query, names);
    let mut found = Vec::new();
    for (place, article) in articles.iter().enumerate() {
        if progress.is_cancelled() || searches.is_empty() {
            break;
        }
        let blocks = article.blocks().iter().enumerate();
        let aside = blocks.filter(|(_, block)| block.aside().is_some() && !block.restored);
        found.extend(aside.filter_map(|(number, block)| {
            let mut first = searches
                .iter()
                .filter_map(|search| search.first_in(&block.text));
            Some(InAside {
                article: place,
                block: number,
                span: first.next()?,
            })
        }));
    }
    found
}

/// One way to look: by what is printed, or by what names stand for.
struct Search<'n> {
    /// Together, or each by itself.
    needles: Vec<String>,
    names: Option<&'n Names>,
}

impl<'n> Search<'n> {
    fn all(query: &Query, names: &'n Names) -> Vec<Self> {
        let known = query.spellings.then_some(Some(names)).into_iter();
        let ways = std::iter::once(None).chain(known);
        ways.map(|names| Self {
            needles: needles(query, names),
            names,
        })
        .filter(|search| !search.needles.is_empty())
        .collect()
    }

    fn stands_in(&self, text: &str) -> bool {
        self.first_in(text).is_some()
    }

    /// The first place in a text that has all of it.
    fn first_in(&self, text: &str) -> Option<Span> {
        let words = words(text);
        let text = Folded::new(text, &words, &[], self.names);
        let mut first: Option<Span> = None;
        for needle in &self.needles {
            let spans = text.spans(needle, self.names.is_some());
            let found = spans.into_iter().next()?;
            first = Some(first.map_or(found, |first| first.min(found)));
        }
        first
    }

    fn in_body(&self, body: &Body) -> Vec<Span> {
        let text = Folded::new(&body.text, &body.words, &body.paragraphs, self.names);
        if let [needle] = self.needles.as_slice() {
            return text.spans(needle, self.names.is_some());
        }
        let each: Vec<Vec<Span>> = self
            .needles
            .iter()
            .map(|needle| text.spans(needle, self.names.is_some()))
            .collect();
        let paragraphs = body.paragraphs.iter().filter(|paragraph| {
            let stands_here =
                |spans: &Vec<Span>| spans.iter().any(|span| span.overlaps(**paragraph));
            each.iter().all(stands_here)
        });
        paragraphs
            .flat_map(|paragraph| {
                let all = each.iter().flatten();
                all.filter(|span| span.overlaps(*paragraph)).copied()
            })
            .collect()
    }
}

/// The words of a query in the form of a search; none where they are too short to look for.
fn needles(query: &Query, names: Option<&Names>) -> Vec<String> {
    let found = words(&query.text);
    let folded = Folded::new(&query.text, &found, &[], names).text;
    let mut needles: Vec<String> = if query.apart {
        folded.split(' ').map(str::to_owned).collect()
    } else {
        vec![folded]
    };
    let is_short = |needle: &String| needle.is_ascii() && needle.chars().count() < MIN_LETTERS;
    needles.retain(|needle| !needle.is_empty() && !is_short(needle));
    needles
}

/// A text in the form in which it is looked through.
struct Folded<'t> {
    /// Folded words, with a blank where something stands between them, and a line break between paragraphs.
    text: String,
    /// Where each word begins in it.
    starts: Vec<usize>,
    /// The words where they are printed.
    words: &'t [Span],
}

impl<'t> Folded<'t> {
    fn new(printed: &str, words: &'t [Span], paragraphs: &[Span], names: Option<&Names>) -> Self {
        let mut text = String::with_capacity(printed.len());
        let mut starts = Vec::with_capacity(words.len());
        let mut ends = paragraphs.iter().map(|paragraph| paragraph.end).peekable();
        let mut last = None;
        for word in words {
            let mut parted = false;
            while ends.next_if(|end| *end <= word.start).is_some() {
                parted = true;
            }
            match last {
                Some(end) if parted && end < word.start => text.push('\n'),
                Some(end) if end < word.start => text.push(' '),
                _ => {}
            }
            starts.push(text.len());
            match names {
                None => text.push_str(&fold_accents(word.of(printed))),
                Some(names) => {
                    let folded = fold(word.of(printed));
                    text.push_str(&fold_accents(names.canonical(&folded)));
                }
            }
            last = Some(word.end);
        }
        Self {
            text,
            starts,
            words,
        }
    }

    /// The words of which `needle` covers something; `whole`: all of them whole.
    fn spans(&self, needle: &str, whole: bool) -> Vec<Span> {
        let is_edge = |at: usize| {
            let here = self.text.get(at..).and_then(|rest| rest.chars().next());
            at == self.text.len() || here.is_some_and(char::is_whitespace)
        };
        let found = self.text.match_indices(needle).filter_map(|(from, _)| {
            let to = from + needle.len();
            let first = self.starts.partition_point(|start| *start <= from) - 1;
            let last = self.starts.partition_point(|start| *start < to) - 1;
            let begins = self.starts.get(first) == Some(&from);
            if whole && !(begins && is_edge(to)) {
                return None;
            }
            let (first, last) = (self.words.get(first)?, self.words.get(last)?);
            Some(Span::new(first.start, last.end))
        });
        found.collect()
    }
}

/// The line in which a hit stands: what of its paragraph is before it and behind it, each at most `letters` long and cut
/// between words.
pub fn in_its_line(body: &Body, span: Span, letters: usize) -> (Span, Span) {
    let number = body.paragraph_at(span.start);
    let paragraph = body.paragraphs.get(number).copied().unwrap_or(span);
    around(&body.text, paragraph, span, letters)
}

/// What of `whole`, a part of a text, is before a place in it and behind that, cut in the same way.
pub fn around(text: &str, whole: Span, span: Span, letters: usize) -> (Span, Span) {
    let before = Span::new(whole.start.min(span.start), span.start);
    let behind = Span::new(span.end, whole.end.max(span.end));
    let cut = |text: &str| -> usize {
        let end = text.char_indices().nth(letters).map(|(at, _)| at);
        end.map_or(text.len(), |end| {
            let head = text.get(..end).unwrap_or_default();
            head.rfind(char::is_whitespace).unwrap_or(end)
        })
    };
    let kept = before.of(text).char_indices().rev().nth(letters);
    let start = kept.map_or(before.start, |(at, _)| {
        let tail = before.of(text).get(at..).unwrap_or_default();
        before.start + at + tail.find(char::is_whitespace).map_or(0, |blank| blank + 1)
    });
    let end = behind.start + cut(behind.of(text));
    (Span::new(start, span.start), Span::new(span.end, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Fields, Role, Spellings};

    fn hits(text: &str, query: &Query) -> Vec<String> {
        let blocks = text
            .split("\n\n")
            .map(|text| Block::new(text, Role::Body))
            .collect();
        let article = Arc::new(Article::new("made up", Fields::default(), blocks));
        let names = Names::new(&Spellings::default());
        let found = find(&[Arc::clone(&article)], &names, query, &Progress::default());
        let text = &article.body().text;
        found
            .iter()
            .map(|hit| hit.span.of(text).to_owned())
            .collect()
    }

    fn phrase(text: &str) -> Query {
        Query {
            text: text.to_owned(),
            ..Query::default()
        }
    }

    #[test]
    fn what_is_found() {
        let text = "Menlu China tiba. “Pertemuan” itu,\nkata dia, penting.\n\nKafé Élysée milik Tiongkok: undang-undang.";
        for (query, expected) in [
            ("temu", &["Pertemuan"][..]),
            ("PERTEMUAN itu kata", &["Pertemuan” itu,\nkata"]),
            ("elysee", &["Élysée"]),
            ("kafe elysee", &["Kafé Élysée"]),
            ("china", &["China", "Tiongkok"]),
            ("menlu tiongkok", &["Menlu China"]),
            ("chin", &["China"]),
            ("undang", &["undang-undang"]),
            ("penting kafé", &[]),
            ("k", &[]),
            (" – ", &[]),
        ] {
            assert_eq!(hits(text, &phrase(query)), expected, "{query}");
        }
        let printed = Query {
            spellings: false,
            ..phrase("china")
        };
        assert_eq!(hits(text, &printed), ["China"]);
        let apart = Query {
            apart: true,
            ..phrase("penting menlu")
        };
        assert_eq!(hits(text, &apart), ["Menlu", "penting"]);
        let apart = Query {
            apart: true,
            ..phrase("penting kafe")
        };
        assert!(hits(text, &apart).is_empty());
    }

    /// What is set aside is found by itself, unless the reader brought it back: then it is part of the text.
    #[test]
    fn text_that_is_set_aside_is_found_apart() {
        let role = Role::Aside {
            reason: crate::model::Reason::Caption,
            cause: crate::model::Cause::PictureCredit,
        };
        let blocks = vec![
            Block::new("Pertemuan itu penting.", Role::Body),
            Block::new("Foto: suasana pertemuan, kata dia", role),
        ];
        let article = Article::new("made up", Fields::default(), blocks);
        let names = Names::new(&Spellings::default());
        let asides = |article: &Article, query: &Query| {
            let articles = [Arc::new(article.clone())];
            let found = in_asides(&articles, &names, query, &Progress::default());
            let text = |one: &InAside| one.span.of(&article.blocks()[one.block].text).to_owned();
            found.iter().map(text).collect::<Vec<_>>()
        };
        assert_eq!(asides(&article, &phrase("temu")), ["pertemuan"]);
        assert!(asides(&article, &phrase("penting")).is_empty());
        let apart = Query {
            apart: true,
            ..phrase("kata foto")
        };
        assert_eq!(asides(&article, &apart), ["Foto"]);
        assert!(asides(&article.with_restored(1, true), &phrase("temu")).is_empty());
    }

    /// Words that are written without blanks are found across the borders that a dictionary draws.
    #[test]
    fn words_without_blanks_are_found() {
        assert_eq!(hits("外交部长访问。", &phrase("部长")), ["外交部长"]);
        assert_eq!(hits("外交部长访问。", &phrase("访")), ["访问"]);
    }

    #[test]
    fn a_line_is_cut_between_words() {
        let blocks = vec![Block::new("one two three four five six", Role::Body)];
        let article = Article::new("made up", Fields::default(), blocks);
        let body = article.body();
        let (before, behind) = in_its_line(body, Span::new(8, 13), 6);
        assert_eq!(
            (before.of(&body.text), behind.of(&body.text)),
            ("two ", " four")
        );
        let (before, behind) = in_its_line(body, Span::new(8, 13), 60);
        assert_eq!(before.of(&body.text), "one two ");
        assert_eq!(behind.of(&body.text), " four five six");
    }
}
