//! Files to articles.
//!
//! Bytes are cut into lines by the reader of their format ([`formats`], [`decode`]) and read as a news page ([`page`]):
//! each line gets a part to play, and the fields are read from the lines and from the words of the body. Nothing is
//! lost: what is no part of the article stays in it as a block that is set aside, with the reason.
//!
//! Files come from anywhere. What reads them has limits (size, pages, time, depth, what an archive unpacks to), and runs
//! guarded: a file on which a library panics costs one line of the report.

pub mod archive;
pub mod content;
pub mod decode;
pub mod error;
pub mod files;
pub mod formats;
pub mod page;

use std::io::Read;
use std::path::Path;
use std::time::Duration;

use jiff::civil::Date;

use crate::jobs::{Stopped, within};
use crate::locale::Message;
use crate::model::{Article, Block, Fields, Role};
use crate::text::has_words;

use content::Content;
pub use error::{ImportError, Problem};
pub use files::{Found, Input, find_files};
use formats::Parsed;

/// A file that takes longer is given up. Honest ones take less than a second.
const LONGEST: Duration = Duration::from_secs(30);

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

/// Reads an input.
///
/// # Errors
/// What stands in the way of reading it, in words for the reader: [`Problem`].
pub fn read_input(input: &Input, options: &ReadOptions) -> Result<Imported, ImportError> {
    let name = input.name();
    let read = input
        .bytes()
        .and_then(|bytes| read_bytes(&name, bytes, options));
    read.map_err(|problem| ImportError {
        source: name,
        problem,
    })
}

/// Reads the file at `path` as one article.
///
/// # Errors
/// As for an input; an archive gives inputs, but is none.
pub fn read_file(path: &Path, options: &ReadOptions) -> Result<Imported, ImportError> {
    read_input(&Input::File(path.to_owned()), options)
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
    read_bytes(name, files::read_limited(stream, 0)?, options)
}

/// Reads `bytes` as the content of a file called `name`.
///
/// # Errors
/// The bytes are of no format that is read, or damaged, or there is no word in them, or there are none.
pub fn read_bytes(name: &str, bytes: Vec<u8>, options: &ReadOptions) -> Result<Imported, Problem> {
    if bytes.is_empty() {
        return Err(Problem::NoBytes);
    }
    // Plain text needs no library that might fail.
    let parsed = match formats::read_plain(name, &bytes) {
        Some(read) => read?,
        None => {
            let called = name.to_owned();
            guarded(move || formats::read(&called, &bytes))?
        }
    };
    let (mut imported, remark) = match parsed {
        Parsed::Text(decoded) => (read_text(name, &decoded.text, options)?, decoded.remark()),
        Parsed::Content(content, remark) => (article_of(name, *content, options)?, remark),
    };
    imported.remarks.extend(remark);
    Ok(imported)
}

/// Reads `text`, which came from a file called `name` or from the clipboard.
///
/// # Errors
/// There is no word in it.
pub fn read_text(name: &str, text: &str, options: &ReadOptions) -> Result<Imported, Problem> {
    if !has_words(text) {
        return Err(Problem::Empty);
    }
    if options.as_is {
        return Ok(as_it_stands(name, [text]));
    }
    let content = Content::of(if formats::is_markdown(name) {
        formats::markdown::lines(text)
    } else {
        formats::text::lines(text)
    });
    article_of(name, content, options)
}

fn article_of(name: &str, content: Content, options: &ReadOptions) -> Result<Imported, Problem> {
    let lines = content.lines.iter().map(|line| line.text.as_str());
    let is_bare = !lines.clone().any(has_words);
    if is_bare && content.declared.headline.is_none() {
        return Err(Problem::Empty);
    }
    if options.as_is {
        return Ok(as_it_stands(name, lines));
    }
    let article = page::read(name, content, options.today);
    let mut remarks = Vec::new();
    if article.body().words.is_empty() {
        let bare = article.blocks().is_empty();
        remarks.push(Message::new(if bare {
            "remark-no-text"
        } else {
            "remark-no-body"
        }));
    }
    if let Some((page, all)) = page::part::part(&article) {
        let remark = Message::new("remark-part").with("page", page);
        remarks.push(remark.with("all", all));
    }
    Ok(Imported { article, remarks })
}

fn as_it_stands<'a>(name: &str, lines: impl IntoIterator<Item = &'a str>) -> Imported {
    let blocks = lines.into_iter().map(|line| Block::new(line, Role::Body));
    Imported {
        article: Article::new(name, Fields::default(), blocks.collect()),
        remarks: Vec::new(),
    }
}

/// `work` of a library that may panic or never end.
fn guarded<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    within(LONGEST, work).unwrap_or_else(|stopped| {
        Err(match stopped {
            Stopped::Panicked(_) => Problem::ReaderFailed,
            Stopped::TooLong => Problem::TooLong {
                seconds: LONGEST.as_secs() as usize,
            },
        })
    })
}
