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
            Problem::Forbidden => Message::new("error-forbidden").with("file", file),
            Problem::Folder => Message::new("error-folder").with("file", file),
            Problem::Unreadable(detail) => Message::new("error-unreadable")
                .with("file", file)
                .with("detail", detail.as_str()),
            Problem::NoBytes => Message::new("error-no-bytes").with("file", file),
            Problem::Empty => Message::new("error-empty").with("file", file),
            Problem::Binary(kind) if kind.is_empty() => {
                Message::new("error-unknown-kind").with("file", file)
            }
            Problem::Binary(kind) => Message::new("error-binary")
                .with("file", file)
                .with("kind", kind.as_str()),
            Problem::Document(kind) => Message::new("error-document")
                .with("file", file)
                .with("kind", *kind),
            Problem::UnknownEncoding => Message::new("error-encoding").with("file", file),
            Problem::TooLarge { megabytes, limit } => Message::new("error-too-large")
                .with("file", file)
                .with("size", *megabytes)
                .with("limit", *limit),
            Problem::Changing => Message::new("error-changing").with("file", file),
            Problem::Damaged(kind) => Message::new("error-damaged")
                .with("file", file)
                .with("kind", *kind),
            Problem::Encrypted => Message::new("error-encrypted").with("file", file),
            Problem::Scanned => Message::new("error-scanned").with("file", file),
            Problem::TooManyPages { pages, limit } => Message::new("error-too-many-pages")
                .with("file", file)
                .with("pages", *pages)
                .with("limit", *limit),
            Problem::TooMuchInside { limit } => Message::new("error-too-much-inside")
                .with("file", file)
                .with("limit", *limit),
            Problem::TooManyInside { limit } => Message::new("error-too-many-inside")
                .with("file", file)
                .with("limit", *limit),
            Problem::TooDeep => Message::new("error-too-deep").with("file", file),
            Problem::Archive => Message::new("error-archive").with("file", file),
            Problem::ReaderFailed => Message::new("error-reader-failed").with("file", file),
            Problem::TooLong { seconds } => Message::new("error-too-long")
                .with("file", file)
                .with("seconds", *seconds),
            Problem::NoArticles => Message::new("error-no-articles").with("file", file),
        }
    }
}

/// What can be wrong with a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// It is not there.
    Missing,
    /// The reader has no right to read it.
    Forbidden,
    /// It is a folder where a file is asked for.
    Folder,
    /// The system refuses to hand it out for another reason; what the system says.
    Unreadable(String),
    /// There is nothing in it, not a byte.
    NoBytes,
    /// There is no word in it.
    Empty,
    /// It is no text; what it looks like, a MIME type, or nothing.
    Binary(String),
    /// A document of a kind that is not read; its name.
    Document(&'static str),
    /// It may be text, but in no encoding that is known here.
    UnknownEncoding,
    /// It is larger than any article, or archive of articles.
    TooLarge {
        /// Its size in megabytes.
        megabytes: usize,
        /// The largest that is read.
        limit: usize,
    },
    /// It changed while it was read, twice.
    Changing,
    /// It is a file of this kind, but not a whole one.
    Damaged(&'static str),
    /// It is locked by a password.
    Encrypted,
    /// A PDF file whose pages are pictures.
    Scanned,
    /// A PDF file with more pages than any article.
    TooManyPages {
        /// How many it has.
        pages: usize,
        /// The most that are read.
        limit: usize,
    },
    /// What is packed in it is larger than any article, or archive of articles; or larger than it says.
    TooMuchInside {
        /// The most that is unpacked, in megabytes.
        limit: usize,
    },
    /// An archive of more files than anybody collects.
    TooManyInside {
        /// The most that an archive may hold.
        limit: usize,
    },
    /// Its parts stand inside one another deeper than anybody writes.
    TooDeep,
    /// An archive where one article is asked for: inside another archive, or on standard input.
    Archive,
    /// The reader of its format panicked.
    ReaderFailed,
    /// Reading it took too long and was given up.
    TooLong {
        /// How long it was tried.
        seconds: usize,
    },
    /// A folder or archive in which no file can be an article.
    NoArticles,
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            io::ErrorKind::IsADirectory => Self::Folder,
            io::ErrorKind::InvalidData => Self::UnknownEncoding,
            _ => Self::Unreadable(error.to_string()),
        }
    }
}
