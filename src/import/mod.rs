//! Files to articles.
//!
//! Bytes are decoded ([`decode`]), cut into lines by the reader of their format ([`formats`]) and read as a news page ([`page`]): each
//! line gets a part to play, and the fields are read from the lines and from the words of the body. Nothing is lost:
//! what is no part of the article stays in it as a block that is set aside, with the reason.

pub mod content;
pub mod dates;
pub mod decode;
pub mod error;
pub mod files;
pub mod formats;
pub mod page;

use std::io::Read;
use std::path::Path;

use jiff::civil::Date;

use crate::locale::Message;
use crate::model::{Article, Block, Fields, Role};
use crate::text::words;

use content::Content;
pub use error::{ImportError, Problem};
pub use files::find_files;

/// How files are read.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// Take text as it stands: nothing set aside, no fields read.
    pub as_is: bool,
    /// The day of reading: a year that is worked out lies not behind it.
    pub today: Date,
}

impl ReadOptions {
    /// Reads pages as articles, today.
    pub fn today() -> Self {
        Self {
            as_is: false,
            today: jiff::Timestamp::now()
                .to_zoned(jiff::tz::TimeZone::UTC)
                .date(),
        }
    }
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The article; it is in no project yet.
    pub article: Article,
    /// What the reader should know about how it was read.
    pub remarks: Vec<Message>,
}

/// Reads the file at `path`.
///
/// # Errors
/// What stands in the way of reading it, in words for the reader: [`Problem`].
pub fn read_file(path: &Path, options: &ReadOptions) -> Result<Imported, ImportError> {
    let name = path.display().to_string();
    let read = files::read_bytes(path).and_then(|bytes| read_bytes(&name, &bytes, options));
    read.map_err(|problem| ImportError {
        source: name,
        problem,
    })
}

/// Reads a stream that has no path, such as standard input, up to the size of the largest file.
///
/// # Errors
/// As for a file.
pub fn read_stream(
    name: &str,
    stream: impl Read,
    options: &ReadOptions,
) -> Result<Imported, Problem> {
    read_bytes(name, &files::read_limited(stream)?, options)
}

/// Reads `bytes` as the content of a file called `name`.
///
/// # Errors
/// The bytes are no text, or the text is empty.
pub fn read_bytes(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Imported, Problem> {
    let decoded = decode::decode(bytes)?;
    let mut imported = read_text(name, &decoded.text, options)?;
    if decoded.damaged > 0 {
        imported.remarks.push(
            Message::new("remark-damaged")
                .with("count", decoded.damaged)
                .with("encoding", decoded.encoding),
        );
    }
    Ok(imported)
}

/// Reads `text`, which came from a file called `name` or from the clipboard.
///
/// # Errors
/// There is no word in it.
pub fn read_text(name: &str, text: &str, options: &ReadOptions) -> Result<Imported, Problem> {
    if words(text).is_empty() {
        return Err(Problem::Empty);
    }
    if options.as_is {
        let block = Block::new(text, Role::Body);
        return Ok(Imported {
            article: Article::new(name, Fields::default(), vec![block]),
            remarks: Vec::new(),
        });
    }
    let content = if is_markdown(name) {
        Content::of(formats::markdown::lines(text))
    } else if name.ends_with(".html") {
        formats::html::read(text)
    } else {
        Content::of(formats::text::lines(text))
    };
    let article = page::read(name, content, options.today);
    let mut remarks = Vec::new();
    if article.body().words.is_empty() {
        remarks.push(Message::new("remark-no-body"));
    }
    Ok(Imported { article, remarks })
}

fn is_markdown(name: &str) -> bool {
    let ending = Path::new(name)
        .extension()
        .and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| {
        ["md", "markdown"]
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}
