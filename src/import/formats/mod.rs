//! What kind of file this is, and one reader for each kind: bytes to [`Content`].
//!
//! The content decides, because pages are saved under any name; the name's ending decides only where content cannot.
//! All of this runs guarded (see [`within`](crate::jobs::within)): a reader may panic or never end.

mod docx;
pub mod html;
pub mod markdown;
mod mhtml;
mod odt;
pub mod package;
mod pdf;
mod rows;
pub mod text;
mod xml;

use std::io::Cursor;

use super::Problem;
use super::content::Content;
use super::decode::{self, Decoded, decode_html};
use crate::locale::Message;

/// The kinds of files that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Text with marks for headings and links.
    Markdown,
    /// A saved page.
    Html,
    /// A page that was saved as a single file.
    Mhtml,
    /// Pages for printing.
    Pdf,
    /// A Word file.
    Docx,
    /// An OpenDocument text.
    Odt,
    /// An archive of files.
    Zip,
}

/// What a reader made of a file.
pub enum Parsed {
    /// Plain text or Markdown, as it stands.
    Text(Decoded),
    /// The lines of any other format, and what is to be said about them.
    Content(Box<Content>, Option<Message>),
}

/// Endings that only Markdown files have.
const MARKDOWN: [&str; 2] = ["md", "markdown"];

/// Endings of all files that are looked at when a folder or archive is opened.
pub const ENDINGS: [&str; 12] = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "mhtml", "mht", "pdf", "docx", "odt",
];

/// The ending of archives of such files.
pub const ARCHIVE: &str = "zip";

/// The ending of a file's name, in small letters, without the dot.
pub fn ending(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let ending = file.rsplit_once('.').map(|(_, ending)| ending);
    ending.unwrap_or_default().to_ascii_lowercase()
}

/// Whether `name` is one of a Markdown file.
pub fn is_markdown(name: &str) -> bool {
    MARKDOWN.contains(&ending(name).as_str())
}

/// How much of a file is looked at to tell what it is.
const HEAD: usize = 16 * 1024;

impl Format {
    /// What these bytes are.
    ///
    /// # Errors
    /// What they are instead, or what keeps them closed.
    pub fn of(name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        if package::is_zip(bytes) {
            let mut package = package::open(Cursor::new(bytes), package::called(name))?;
            return match package::kind(&mut package) {
                package::Kind::Docx => Ok(Self::Docx),
                package::Kind::Odt => Ok(Self::Odt),
                package::Kind::Archive => Ok(Self::Zip),
                package::Kind::Other(kind) => Err(Problem::Document(kind)),
            };
        }
        if let Some(problem) = unread_document(bytes) {
            return Err(problem);
        }
        let head = decode::head(bytes.get(..HEAD).unwrap_or(bytes));
        let start = head.trim_start();
        if start.starts_with("%PDF-") || (ending(name) == "pdf" && head.contains("%PDF-")) {
            return Ok(Self::Pdf);
        }
        if is_mime(start) {
            return Ok(Self::Mhtml);
        }
        if is_page(start, name) {
            return Ok(Self::Html);
        }
        Ok(if is_markdown(name) {
            Self::Markdown
        } else {
            Self::Text
        })
    }
}

/// Documents that are told at once, and have readers nowhere here.
fn unread_document(bytes: &[u8]) -> Option<Problem> {
    if bytes.starts_with(b"{\\rtf") {
        return Some(Problem::Document("RTF"));
    }
    if !bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return None;
    }
    // Office wraps what is locked into the form of its older files.
    let locked: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let is_locked = bytes.windows(locked.len()).any(|part| part == locked);
    Some(if is_locked {
        Problem::Encrypted
    } else {
        Problem::Document("Office 97–2003")
    })
}

/// Whether a file begins with the headers of MIME.
fn is_mime(start: &str) -> bool {
    let mut headers = start.lines().take_while(|line| !line.trim().is_empty());
    let is_header = |line: &str| {
        let name = line.split_once(':').map_or("", |(name, _)| name);
        let in_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        !name.is_empty() && name.chars().all(in_name)
    };
    let begins = |line: &str, name: &str| {
        line.get(..name.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(name))
    };
    is_header(start.lines().next().unwrap_or_default())
        && headers.clone().any(|line| begins(line, "mime-version:"))
        && headers.any(|line| begins(line, "content-type:"))
}

/// Tags with which only pages begin.
const PAGE_TAGS: [&str; 5] = ["!doctype", "html", "head", "body", "meta"];

/// Tags with which parts of pages begin, and now and then a Markdown file.
const PART_TAGS: [&str; 16] = [
    "title", "link", "base", "script", "style", "div", "p", "article", "main", "section", "header",
    "nav", "h1", "h2", "table", "span",
];

/// Whether this is HTML: it begins with one of its tags, or the name says so and there are tags in it.
fn is_page(start: &str, name: &str) -> bool {
    let tag = first_tag(start);
    let tag = tag.as_deref().unwrap_or_default();
    let named = ["html", "htm", "xhtml"].contains(&ending(name).as_str());
    PAGE_TAGS.contains(&tag)
        || (PART_TAGS.contains(&tag) && !is_markdown(name))
        || (named && start.contains("</"))
}

/// The name of the tag with which the text begins, behind comments and declarations.
fn first_tag(mut text: &str) -> Option<String> {
    loop {
        text = text.trim_start().strip_prefix('<')?;
        let (opening, closing) = match text {
            _ if text.starts_with("!--") => ("!--", "-->"),
            _ if text.starts_with('?') => ("?", "?>"),
            _ => break,
        };
        text = text.strip_prefix(opening)?.split_once(closing)?.1;
    }
    let in_name = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '!';
    let name: String = text.chars().take_while(in_name).collect();
    let after = text.chars().nth(name.len());
    let ends = after.is_none_or(|letter| letter.is_whitespace() || ['>', '/'].contains(&letter));
    ends.then(|| name.to_ascii_lowercase())
}

/// Reads bytes that are text for certain; nothing where they are of another format, or of none.
pub fn read_plain(name: &str, bytes: &[u8]) -> Option<Result<Parsed, Problem>> {
    if package::is_zip(bytes) {
        return None;
    }
    match Format::of(name, bytes) {
        Ok(Format::Text | Format::Markdown) => Some(decode::decode(bytes).map(Parsed::Text)),
        _ => None,
    }
}

/// Reads the bytes of a file called `name`.
///
/// # Errors
/// What stands in the way.
pub fn read(name: &str, bytes: &[u8]) -> Result<Parsed, Problem> {
    match Format::of(name, bytes)? {
        Format::Text | Format::Markdown => Ok(Parsed::Text(decode::decode(bytes)?)),
        Format::Html => page(&decode_html(bytes, None)?),
        Format::Mhtml => page(&mhtml::page(bytes)?),
        Format::Pdf => Ok(Parsed::Content(Box::new(pdf::read(bytes)?), None)),
        Format::Docx => Ok(Parsed::Content(Box::new(docx::read(bytes)?), None)),
        Format::Odt => Ok(Parsed::Content(Box::new(odt::read(bytes)?), None)),
        Format::Zip => Err(Problem::Archive),
    }
}

fn page(decoded: &Decoded) -> Result<Parsed, Problem> {
    let content = html::read(&decoded.text)?;
    Ok(Parsed::Content(Box::new(content), decoded.remark()))
}

#[cfg(test)]
mod tests;
