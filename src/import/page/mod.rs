//! A news page, as its lines stand, to an article.
//!
//! Five passes, each of which gives a part to lines that have none yet: what sites put around every article
//! ([`clutter`]), pictures and the people behind the copy ([`credits`]), headline and deck ([`headline`]); what is left
//! is the body, but for strays ([`body`]). Then the fields that stand in running text are read: place and outlet
//! ([`origin`]), agency ([`agency`]) and date ([`published`]).
//!
//! The rules speak of form (labels, brackets, lengths, ends of sentences) and of word lists in `assets/lists`; none
//! knows a site.

mod agency;
mod body;
mod clutter;
mod credits;
mod declared;
mod headline;
mod lists;
mod names;
mod origin;
pub mod part;
mod published;
mod told;

use jiff::civil::Date;

use super::content::{Content, Line};
use crate::model::{Article, Block, Cause, Fields, Join, Noted, Reason, Role};
use crate::text::words;

/// A line and the part it was given.
#[derive(Clone, Debug)]
struct PageLine {
    line: Line,
    role: Option<Role>,
    /// Goes on in the paragraph of the line before (a paragraph out of which something was cut).
    continues: bool,
}

impl PageLine {
    fn text(&self) -> &str {
        &self.line.text
    }

    fn is_open(&self) -> bool {
        self.role.is_none()
    }

    /// Whether its format knows it to be the article's text.
    fn is_told_text(&self) -> bool {
        self.line.told == Some(Role::Body)
    }

    fn set_aside(&mut self, reason: Reason, cause: Cause) {
        self.role = Some(Role::Aside { reason, cause });
    }

    fn reason(&self) -> Option<Reason> {
        match &self.role {
            Some(Role::Aside { reason, .. }) => Some(*reason),
            _ => None,
        }
    }

    fn is_aside(&self, of: Reason) -> bool {
        self.reason() == Some(of)
    }
}

/// The page while it is read.
struct Page {
    lines: Vec<PageLine>,
    fields: Fields,
    /// Agency names that only this page vouches for: "(Lintang)" behind the place, "kantor berita Lintang".
    vouched: Vec<String>,
    /// Dates that stand in lines of their own or in bylines, in order.
    date_lines: Vec<String>,
}

/// Reads the lines of a file called `name` as an article; `today` bounds the years that are worked out.
pub fn read(name: &str, content: Content, today: Date) -> Article {
    let mut page = Page {
        lines: told::roles(with_place_heads(content.lines)),
        fields: Fields::default(),
        vouched: Vec::new(),
        date_lines: Vec::new(),
    };
    clutter::set_aside(&mut page.lines);
    page.vouched = agency::vouched(&page.lines);
    credits::read(&mut page);
    headline::read(&mut page);
    body::read(&mut page);
    origin::read(&mut page);
    agency::read(&mut page);
    published::read(&mut page, today);
    page.fields.language = language(&page);
    declared::read(&mut page, content.declared);
    Article::new(
        name,
        page.fields,
        page.lines.into_iter().map(block).collect(),
    )
}

/// Puts the place at the head of a text, where it stands on a line of its own ("Jakarta, CNN --"), before the text.
fn with_place_heads(lines: Vec<Line>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        match joined.last_mut() {
            Some(last)
                if ["--", " -", "—", "–"]
                    .iter()
                    .any(|dash| last.text.ends_with(dash))
                    && (1..=6).contains(&word_count(&last.text))
                    && is_paragraph(&line.text) =>
            {
                last.text = format!("{} {}", last.text, line.text);
                last.told = line.told;
            }
            _ => joined.push(line),
        }
    }
    joined
}

fn block(line: PageLine) -> Block {
    let mut block = Block::new(line.line.text, line.role.unwrap_or(Role::Body));
    if line.continues {
        block.join = Join::Space;
    }
    block
}

/// The language of the body, if it is long enough to tell.
fn language(page: &Page) -> Option<Noted<String>> {
    let text: Vec<&str> = body_lines(&page.lines).map(PageLine::text).collect();
    let found = whatlang::detect(&text.join(" "))?;
    let tag = lists::language_tag(found.lang().code());
    found
        .is_reliable()
        .then(|| Noted::inferred(tag.to_owned(), crate::model::Inference::FromTheWords))
}

fn body_lines(lines: &[PageLine]) -> impl Iterator<Item = &PageLine> {
    lines.iter().filter(|line| line.role == Some(Role::Body))
}

/// How many words a line has.
fn word_count(text: &str) -> usize {
    words(text).len()
}

/// Whether a line ends as sentences do.
fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '”', '“', '\'', '’', '»', ')', ']', '」', '』', ' ']);
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔'])
}

/// Whether a line can only be running text: a sentence of some length, or very long.
fn is_paragraph(text: &str) -> bool {
    let count = word_count(text);
    (count >= 9 && ends_sentence(text)) || count >= 28
}
