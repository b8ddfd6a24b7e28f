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

use dom_query::Document;

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
    Content(Content, Option<Message>),
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
            return match package::kind(&mut package::open(Cursor::new(bytes))?) {
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

/// Reads the bytes of a file called `name`.
///
/// # Errors
/// What stands in the way.
pub fn read(name: &str, bytes: &[u8]) -> Result<Parsed, Problem> {
    match Format::of(name, bytes)? {
        Format::Text | Format::Markdown => Ok(Parsed::Text(decode::decode(bytes)?)),
        Format::Html => page(&decode_html(bytes, None)?),
        Format::Mhtml => page(&mhtml::page(bytes)?),
        Format::Pdf => Ok(Parsed::Content(pdf::read(bytes)?, None)),
        Format::Docx => Ok(Parsed::Content(docx::read(bytes)?, None)),
        Format::Odt => Ok(Parsed::Content(odt::read(bytes)?, None)),
        Format::Zip => Err(Problem::Archive),
    }
}

/// Elements of a page may stand so deep; browsers end at 512 and put what is deeper side by side.
const DEEPEST: usize = 1000;

/// So many elements may be open at once, before it is known which of them close themselves.
const MOST_OPEN: usize = 5 * DEEPEST;

fn page(decoded: &Decoded) -> Result<Parsed, Problem> {
    // The time that it takes to make a tree grows with the square of its depth.
    if most_open(&decoded.text) > MOST_OPEN
        || depth(&Document::from(decoded.text.as_str())) > DEEPEST
    {
        return Err(Problem::TooDeep);
    }
    let content = html::read(&decoded.text);
    Ok(Parsed::Content(content, decoded.remark()))
}

/// Tags that nobody closes, because they close themselves or one another.
const NEVER_CLOSED: [&str; 25] = [
    "br", "img", "meta", "link", "input", "hr", "source", "area", "base", "col", "embed", "param",
    "track", "wbr", "p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot",
];

/// How many elements are open at once, at most: a guess from the tags alone.
fn most_open(html: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    let mut inside_code = false;
    for tag in html.split('<').skip(1) {
        let closes = tag.starts_with('/');
        let name = tag.trim_start_matches('/');
        let end = |letter: char| !letter.is_ascii_alphanumeric() && letter != '-';
        let name = name.split(end).next().unwrap_or_default();
        let is_code = ["script", "style"]
            .iter()
            .any(|code| name.eq_ignore_ascii_case(code));
        let counts = name.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && !NEVER_CLOSED
                .iter()
                .any(|tag| name.eq_ignore_ascii_case(tag));
        if is_code {
            inside_code = !closes;
        } else if inside_code || !counts {
            continue;
        } else if closes {
            open = open.saturating_sub(1);
        } else {
            open += 1;
            most = most.max(open);
        }
    }
    most
}

/// How deep a page is: readers of pages walk it by calling themselves.
fn depth(document: &Document) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut node = Some(document.root());
    while let Some(here) = node {
        if let Some(child) = here.first_child() {
            depth += 1;
            deepest = deepest.max(depth);
            node = Some(child);
            continue;
        }
        let mut last = Some(here);
        node = None;
        while let Some(here) = last {
            node = here.next_sibling();
            if node.is_some() || depth == 0 {
                break;
            }
            depth -= 1;
            last = here.parent();
        }
    }
    deepest
}

#[cfg(test)]
mod tests;
