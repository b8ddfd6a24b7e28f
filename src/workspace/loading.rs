//! Reading files as a job, and what came of each.

use std::path::PathBuf;
use std::sync::Arc;

use crate::analysis::Corpus;
use crate::analysis::versions::{self, Repeat};
use crate::import::{self, ImportError, Imported, ReadOptions, find_files};
use crate::jobs::{Progress, parallel};
use crate::locale::Message;
use crate::model::{Article, ArticleId, Spellings};

/// Where articles come from.
pub(super) enum Source {
    /// Files and folders.
    Files(Vec<PathBuf>),
    /// The clipboard.
    Text(String),
}

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// Articles, in the order of the files.
    pub articles: Vec<Article>,
    /// A line for each file.
    pub report: Report,
}

/// What came of each file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Problems first, then the rest, each in the order of the files.
    pub rows: Vec<Row>,
    /// Files in folders and archives that were passed over, because they are of no kind that is read.
    pub passed: Vec<String>,
}

impl Report {
    /// What is to be said of the files that could not be read.
    pub fn failures(&self) -> impl Iterator<Item = &Message> {
        self.rows.iter().filter_map(|row| match &row.outcome {
            Outcome::Failed(message) => Some(message),
            _ => None,
        })
    }

    /// How many rows have an outcome of this sort.
    pub fn count(&self, sort: Sort) -> usize {
        self.rows.iter().filter(|row| row.sort() == sort).count()
    }

    /// Whether every file was read and nothing is to be said of any.
    pub fn is_plain(&self) -> bool {
        self.count(Sort::Loaded) == self.rows.len()
    }
}

/// A file and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The file.
    pub source: String,
    /// The headline that was found in it.
    pub headline: Option<String>,
    /// What came of it.
    pub outcome: Outcome,
    /// What the reader should know about how it was read.
    pub remarks: Vec<Message>,
}

impl Row {
    /// The sort of its outcome.
    pub fn sort(&self) -> Sort {
        match &self.outcome {
            Outcome::Failed(_) => Sort::Failed,
            Outcome::Duplicate(_) => Sort::Duplicate,
            Outcome::Version(_) => Sort::Version,
            Outcome::Loaded if !self.remarks.is_empty() => Sort::Remarks,
            Outcome::Loaded => Sort::Loaded,
        }
    }

    /// The article that was left out, to be added after all.
    pub(super) fn take_in(&mut self) -> Option<Article> {
        match std::mem::replace(&mut self.outcome, Outcome::Loaded) {
            Outcome::Duplicate(duplicate) => Some(duplicate.article),
            other => {
                self.outcome = other;
                None
            }
        }
    }
}

/// What came of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It is there.
    Loaded,
    /// It is there, and is a version of another article.
    Version(Message),
    /// It is not there, because the same article is.
    Duplicate(Box<Duplicate>),
    /// It is not there, and why.
    Failed(Message),
}

/// An article that was left out, in case the reader wants it all the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Duplicate {
    /// What it is the same as.
    pub message: Message,
    /// The article itself.
    pub article: Article,
    /// What it is the same as, if that was open already.
    pub of: Option<ArticleId>,
}

/// The sorts of outcomes, in the order in which they are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Not read.
    Failed,
    /// Left out.
    Duplicate,
    /// A version of another article.
    Version,
    /// Read, with remarks.
    Remarks,
    /// Read.
    Loaded,
}

/// Reads everything; ends early when cancelled. What is the same as one of the articles that are `open` is left out.
pub(super) fn load(
    source: Source,
    open: Vec<Arc<Article>>,
    options: &ReadOptions,
    progress: &Progress,
) -> Loaded {
    let mut passed = Vec::new();
    let results: Vec<Result<Imported, ImportError>> = match source {
        Source::Text(text) => {
            vec![
                import::read_text("clipboard", &text, options).map_err(|problem| ImportError {
                    source: "clipboard".to_owned(),
                    problem,
                }),
            ]
        }
        Source::Files(paths) => {
            let found = find_files(&paths);
            let inputs = found.inputs;
            passed = found.passed;
            progress.start(inputs.len());
            let read = parallel(&inputs, |input| {
                if progress.is_cancelled() {
                    return None;
                }
                let read = import::read_input(input, options);
                progress.step();
                Some(read)
            });
            found
                .errors
                .into_iter()
                .map(Err)
                .chain(read.into_iter().flatten())
                .collect()
        }
    };
    let mut failed = Vec::new();
    let mut articles = open;
    let known = articles.len();
    let mut remarks = Vec::new();
    for result in results {
        match result {
            Ok(imported) => {
                articles.push(Arc::new(imported.article));
                remarks.push(imported.remarks);
            }
            Err(error) => failed.push(Row {
                outcome: Outcome::Failed(error.message()),
                source: error.source,
                headline: None,
                remarks: Vec::new(),
            }),
        }
    }
    let mut loaded = sorted_out(articles, known, remarks, failed);
    loaded.report.passed = passed;
    loaded
}

/// Says what each article is to the others; the first `known` of them are open already.
fn sorted_out(
    articles: Vec<Arc<Article>>,
    known: usize,
    remarks: Vec<Vec<Message>>,
    rows: Vec<Row>,
) -> Loaded {
    let repeats = versions::find(&Corpus::new(&articles, &Spellings::default()));
    let mut loaded = Loaded {
        articles: Vec::new(),
        report: Report {
            rows,
            ..Report::default()
        },
    };
    let new = articles.iter().enumerate().skip(known);
    for ((number, article), remarks) in new.zip(remarks) {
        let twin = match repeats.get(number).copied().flatten() {
            Some(Repeat::Duplicate(of)) => articles.get(of).map(|twin| (of, twin)),
            _ => None,
        };
        let outcome = match twin {
            Some((of, twin)) => Outcome::Duplicate(Box::new(Duplicate {
                message: naming("report-same-as", twin),
                article: Article::clone(article),
                of: (of < known).then_some(twin.id),
            })),
            None => {
                loaded.articles.push(Article::clone(article));
                version_of(&repeats, number)
                    .and_then(|other| articles.get(other))
                    .map_or(Outcome::Loaded, |other| version(article, other))
            }
        };
        loaded.report.rows.push(Row {
            source: article.source.clone(),
            headline: article
                .fields
                .headline
                .as_ref()
                .map(|noted| noted.value.clone()),
            outcome,
            remarks,
        });
    }
    loaded.report.rows.sort_by_key(Row::sort);
    loaded
}

/// The first of those that stand before `number` and are versions of the same article.
fn version_of(repeats: &[Option<Repeat>], number: usize) -> Option<usize> {
    let group = |number: usize| match repeats.get(number).copied().flatten() {
        Some(Repeat::Version(of)) => Some(of),
        Some(Repeat::Duplicate(_)) => None,
        None => Some(number),
    };
    let own = group(number)?;
    (0..number).find(|other| group(*other) == Some(own))
}

/// Which of two versions appeared later, where both say when.
fn version(article: &Article, other: &Article) -> Outcome {
    let when = |article: &Article| {
        let moment = article.fields.published.as_ref()?.value;
        Some((moment.date, moment.time))
    };
    let order = when(article)
        .zip(when(other))
        .map(|(own, other)| own.cmp(&other));
    Outcome::Version(match order {
        Some(std::cmp::Ordering::Greater) => naming("report-later-than", other),
        Some(std::cmp::Ordering::Less) => naming("report-earlier-than", other),
        _ => naming("report-version-of", other),
    })
}

fn naming(id: &'static str, article: &Article) -> Message {
    Message::new(id)
        .with("title", article.title())
        .with("file", article.file_name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_version_names_one_that_came_before_it() {
        let version = |of| Some(Repeat::Version(of));
        let repeats = [
            version(3),
            None,
            Some(Repeat::Duplicate(1)),
            None,
            version(3),
        ];
        let of: Vec<Option<usize>> = (0..5).map(|number| version_of(&repeats, number)).collect();
        assert_eq!(of, [None, None, None, Some(0), Some(0)]);
    }
}
