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
    /// The block, where it is set aside; else it stands in the text.
    pub aside: Option<usize>,
    /// Whole words: bytes of the body, or of the block that is set aside.
    pub span: Span,
}

/// Finds `query` in `articles`: in their order, each from its beginning to its end, and then in what of it is set aside,
/// once a block.
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
        let in_text = in_text(&searches, article.body()).into_iter();
        hits.extend(in_text.map(|span| Hit {
            article: place,
            aside: None,
            span,
        }));
        hits.extend(in_asides(&searches, article).map(|(block, span)| Hit {
            article: place,
            aside: Some(block),
            span,
        }));
    }
    hits
}

fn in_text(searches: &[Search<'_>], body: &Body) -> Vec<Span> {
    let all = searches.iter().flat_map(|search| search.in_body(body));
    let mut spans: Vec<Span> = all.collect();
    spans.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    // What lies inside what was found already is no hit of its own.
    let mut end = 0;
    spans.retain(|span| {
        let is_new = span.end > end;
        end = end.max(span.end);
        is_new
    });
    spans
}

/// The blocks that are set aside and have all of it, and the first of its words in each.
fn in_asides(searches: &[Search<'_>], article: &Article) -> impl Iterator<Item = (usize, Span)> {
    let blocks = article.blocks().iter().enumerate();
    let asides = blocks.filter(|(_, block)| block.aside().is_some() && !block.restored);
    asides.filter_map(|(number, block)| {
        let mut ways = searches.iter();
        let first = ways.find_map(|search| search.first_in(&block.text))?;
        Some((number, first))
    })
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

/// The line in which a hit stands: what of its paragraph, or of the block that is set aside, is before it, the hit itself,
/// and what is behind it. What stands around it is at most `letters` long on each side and cut between words.
pub fn in_its_line<'a>(article: &'a Article, hit: &Hit, letters: usize) -> [&'a str; 3] {
    let body = article.body();
    let (text, whole) = match hit.aside {
        Some(block) => {
            let block = article.blocks().get(block);
            let text = block.map_or("", |block| block.text.as_str());
            (text, Span::new(0, text.len()))
        }
        None => {
            let number = body.paragraph_at(hit.span.start);
            let paragraph = body.paragraphs.get(number).copied();
            (body.text.as_str(), paragraph.unwrap_or(hit.span))
        }
    };
    around(text, whole, hit.span, letters)
}

fn around(text: &str, whole: Span, span: Span, letters: usize) -> [&str; 3] {
    let before = Span::new(whole.start.min(span.start), span.start).of(text);
    let behind = Span::new(span.end, whole.end.max(span.end)).of(text);
    let kept = before.char_indices().rev().nth(letters);
    let start = kept.map_or(0, |(at, _)| {
        let tail = before.get(at..).unwrap_or_default();
        at + tail.find(char::is_whitespace).map_or(0, |blank| blank + 1)
    });
    let end = behind.char_indices().nth(letters);
    let end = end.map_or(behind.len(), |(at, _)| {
        let head = behind.get(..at).unwrap_or_default();
        head.rfind(char::is_whitespace).unwrap_or(at)
    });
    let before = before.get(start..).unwrap_or_default();
    let behind = behind.get(..end).unwrap_or_default();
    [before, span.of(text), behind]
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
            let found = find(&articles, &names, query, &Progress::default());
            let asides = found.iter().filter_map(|hit| Some((hit.aside?, hit.span)));
            asides
                .map(|(block, span)| span.of(&article.blocks()[block].text).to_owned())
                .collect::<Vec<_>>()
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
        let hit = Hit {
            article: 0,
            aside: None,
            span: Span::new(8, 13),
        };
        let line = |letters| in_its_line(&article, &hit, letters);
        assert_eq!(line(6), ["two ", "three", " four"]);
        assert_eq!(line(60), ["one two ", "three", " four five six"]);
        let aside = Hit {
            aside: Some(0),
            span: Span::new(4, 7),
            ..hit
        };
        assert_eq!(in_its_line(&article, &aside, 7), ["one ", "two", " three"]);
    }
}
