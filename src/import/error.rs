//! What stands in the way of reading a file, as something that can be said in any language.

use std::io;

use crate::locale::Message;

/// A file that could not be read, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportError {
    /// The file.
    pub source: String,
    /// What is wrong.
    pub problem: Problem,
}

impl ImportError {
    /// One sentence that names the file, the reason and what to do.
    pub fn message(&self) -> Message {
        // One line a message, whatever the file is called.
        let file = self.source.replace(char::is_control, "\u{FFFD}");
        let file = file.as_str();
        match &self.problem {
            Problem::Missing => Message::new("error-missing").with("file", file),
            Problem::Unreadable(detail) => Message::new("error-unreadable")
                .with("file", file)
                .with("detail", detail.as_str()),
            Problem::Empty => Message::new("error-empty").with("file", file),
            Problem::Binary(kind) => Message::new("error-binary")
                .with("file", file)
                .with("kind", kind.as_str()),
            Problem::UnknownEncoding => Message::new("error-encoding").with("file", file),
            Problem::TooLarge { megabytes } => Message::new("error-too-large")
                .with("file", file)
                .with("size", *megabytes)
                .with("limit", super::files::MAX_MEGABYTES),
            Problem::Changing => Message::new("error-changing").with("file", file),
            Problem::NoArticles => Message::new("error-no-articles").with("file", file),
        }
    }
}

/// What can be wrong with a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// It is not there.
    Missing,
    /// The system refuses to hand it out; what the system says.
    Unreadable(String),
    /// There is no word in it.
    Empty,
    /// It is no text; what it looks like, a MIME type, or nothing.
    Binary(String),
    /// It may be text, but in no encoding that is known here.
    UnknownEncoding,
    /// It is larger than any article.
    TooLarge {
        /// Its size in megabytes.
        megabytes: usize,
    },
    /// It changed while it was read, twice.
    Changing,
    /// A folder in which no file can be an article.
    NoArticles,
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::Unreadable(error.to_string()),
        }
    }
}
