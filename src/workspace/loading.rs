//! Reading files as a job, and what came of each.

use std::path::PathBuf;

use crate::import::{self, ImportError, Imported, ReadOptions, find_files};
use crate::jobs::{Progress, parallel};
use crate::locale::Message;
use crate::model::Article;

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
}

impl Report {
    /// What is to be said of the files that could not be read.
    pub fn failures(&self) -> impl Iterator<Item = &Message> {
        self.rows.iter().filter_map(|row| match &row.outcome {
            Outcome::Failed(message) => Some(message),
            _ => None,
        })
    }

    /// How many files could not be read.
    pub fn failed(&self) -> usize {
        self.failures().count()
    }

    /// Whether every file was read and nothing is to be said of any.
    pub fn is_plain(&self) -> bool {
        self.rows.iter().all(|row| row.outcome == Outcome::Loaded)
    }
}

/// A file and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The file.
    pub source: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It is there.
    Loaded,
    /// It is there, and the reader should know this.
    Remarks(Vec<Message>),
    /// It is not there, and why.
    Failed(Message),
}

/// Reads everything; ends early when cancelled.
pub(super) fn load(source: Source, options: &ReadOptions, progress: &Progress) -> Loaded {
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
            let (inputs, missing) = find_files(&paths);
            progress.start(inputs.len());
            let read = parallel(&inputs, |input| {
                if progress.is_cancelled() {
                    return None;
                }
                let read = import::read_input(input, options);
                progress.step();
                Some(read)
            });
            missing
                .into_iter()
                .map(Err)
                .chain(read.into_iter().flatten())
                .collect()
        }
    };
    let mut loaded = Loaded::default();
    for result in results {
        match result {
            Ok(imported) => {
                let outcome = if imported.remarks.is_empty() {
                    Outcome::Loaded
                } else {
                    Outcome::Remarks(imported.remarks)
                };
                loaded.report.rows.push(Row {
                    source: imported.article.source.clone(),
                    outcome,
                });
                loaded.articles.push(imported.article);
            }
            Err(error) => loaded.report.rows.push(Row {
                outcome: Outcome::Failed(error.message()),
                source: error.source,
            }),
        }
    }
    loaded.report.rows.sort_by_key(|row| match row.outcome {
        Outcome::Failed(_) => 0,
        Outcome::Remarks(_) => 1,
        Outcome::Loaded => 2,
    });
    loaded
}
