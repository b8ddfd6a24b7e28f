//! What a reader of one format makes of a file: its lines, and what the file declares of itself.

use crate::model::{Cause, Moment, Reason, Role};

/// A line of a page, before anybody knows what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its text, without blanks at the ends.
    pub text: String,
    /// How it is marked in the file: a heading of this level, 1 the highest; 0 is running text.
    pub heading: u8,
    /// Whether a blank line stands before it.
    pub apart: bool,
    /// The part that its format tells: a saved page knows its headline, its menus and, mostly, its text.
    pub told: Option<Role>,
}

impl Line {
    /// Running text.
    pub fn new(text: impl Into<String>, apart: bool) -> Self {
        Self {
            text: text.into(),
            heading: 0,
            apart,
            told: None,
        }
    }

    /// What stands at the edge of pages made for printing.
    pub fn page_edge(text: impl Into<String>) -> Self {
        Self {
            told: Some(Role::Aside {
                reason: Reason::Footer,
                cause: Cause::PageEdge,
            }),
            ..Self::new(text, true)
        }
    }
}

/// A file, before anybody knows which of its lines are the article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// All of its text, in order, one line a paragraph.
    pub lines: Vec<Line>,
    /// What stands in its metadata.
    pub declared: Declared,
}

impl Content {
    /// Lines of a file that declares nothing.
    pub fn of(lines: Vec<Line>) -> Self {
        Self {
            lines,
            declared: Declared::default(),
        }
    }
}

/// Fields that a file declares of itself, beside its text; not all of it is true.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Declared {
    /// The headline.
    pub headline: Option<String>,
    /// The line below it.
    pub deck: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Vec<String>,
    /// Organisations that are declared as its authors: mostly the outlet itself.
    pub desk: Vec<String>,
    /// Who edited it.
    pub editor: Vec<String>,
    /// Lines that its markup calls bylines.
    pub bylines: Vec<String>,
    /// When it was published.
    pub published: Option<Moment>,
    /// Its language, a tag of BCP 47.
    pub language: Option<String>,
}
