//! An article: the blocks of its file, the part that each plays, and the body that follows from them.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::{Entry, Field, Fields};
use crate::text::{Span, words};

/// Names an article within a project; never used twice.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct ArticleId(pub u32);

/// Why a block is no part of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// Navigation, font controls, mastheads.
    Menu,
    /// Advertisements and the marks around them.
    Advertisement,
    /// Captions and picture credits; they are kept as fields.
    Caption,
    /// Who wrote and edited it, when, for whom; kept as fields.
    Byline,
    /// Links to other articles.
    Related,
    /// Readers' comments.
    Comments,
    /// Buttons for passing it on.
    Share,
    /// What stands below every article of the site.
    Footer,
    /// Anything else.
    Other,
}

/// By what a block was recognised; shown beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cause {
    /// It begins with, or is, a phrase of the word lists.
    Phrase(String),
    /// It stands under such a heading.
    Under(String),
    /// A row of section names.
    SectionNames,
    /// It ends with, or stands beside, a picture credit.
    PictureCredit,
    /// It names people with the part they had in it, or a date.
    Credits,
    /// Short lines behind the last paragraph, or before the headline.
    Stray,
    /// A line that stands there twice.
    Twice,
    /// The page's own markup calls it so: an element, or a word of its class.
    Markup(String),
    /// One of the two readers of saved pages takes it for text, the other does not.
    Divided,
    /// It stands at the edge of the pages of a file that was made for printing.
    PageEdge,
    /// It is a link and nothing else, or the heading above such links.
    Link,
    /// It belongs to the next article on an endless page.
    NextArticle,
    /// Neither of the readers of saved pages takes it for text.
    OutsideArticle,
    /// The reader set it aside.
    ByReader,
}

/// The part a block plays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Part of the body.
    Body,
    /// The headline.
    Headline,
    /// The line below the headline.
    Deck,
    /// Set aside, never lost.
    Aside {
        /// Why.
        reason: Reason,
        /// By what it was recognised.
        cause: Cause,
    },
}

/// How a block of the body hangs on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Join {
    /// It begins a paragraph.
    Paragraph,
    /// It goes on in the same paragraph, after a blank.
    Space,
}

/// A piece of the file, in the file's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// The printed text; never changes.
    pub text: String,
    /// How it hangs on the block before, should both be body.
    pub join: Join,
    /// The part that the program gave it.
    pub role: Role,
    /// Whether the reader brought it back into the body.
    #[serde(default)]
    pub restored: bool,
}

impl Block {
    /// A block that begins a paragraph.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self {
            text: text.into(),
            join: Join::Paragraph,
            role,
            restored: false,
        }
    }

    /// Whether its text counts as part of the body.
    pub fn is_body(&self) -> bool {
        self.role == Role::Body || self.restored
    }

    /// Why it is set aside, if the program did so; also where the reader brought it back.
    pub fn aside(&self) -> Option<(Reason, &Cause)> {
        match &self.role {
            Role::Aside { reason, cause } => Some((*reason, cause)),
            _ => None,
        }
    }
}

/// The clean text of an article: paragraphs with a blank line between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// The text. Offsets of findings are bytes of it.
    pub text: String,
    /// Its paragraphs, in order.
    pub paragraphs: Vec<Span>,
    /// Where each block of the article stands in it.
    pub blocks: Vec<Option<Span>>,
    /// Its words, in order.
    pub words: Vec<Span>,
}

impl Body {
    fn of(blocks: &[Block]) -> Self {
        let mut text = String::new();
        let mut places = Vec::with_capacity(blocks.len());
        for block in blocks {
            if !block.is_body() {
                places.push(None);
                continue;
            }
            if !text.is_empty() {
                text.push_str(match block.join {
                    Join::Paragraph => "\n\n",
                    Join::Space => " ",
                });
            }
            let start = text.len();
            text.push_str(&block.text);
            places.push(Some(Span::new(start, text.len())));
        }
        Self {
            paragraphs: paragraphs(&text),
            words: words(&text),
            blocks: places,
            text,
        }
    }

    /// The number of the paragraph in which the byte at `offset` stands, or of the next one.
    pub fn paragraph_at(&self, offset: usize) -> usize {
        self.paragraphs
            .partition_point(|paragraph| paragraph.end <= offset)
            .min(self.paragraphs.len().saturating_sub(1))
    }
}

/// Stretches between blank lines, without the line breaks around them.
fn paragraphs(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    // By the single breaks, because looking for one byte is much quicker than for two.
    for (at, _) in text.match_indices('\n') {
        if text.as_bytes().get(at + 1) == Some(&b'\n') {
            push_trimmed(text, start, at, &mut found);
            start = at;
        }
    }
    push_trimmed(text, start, text.len(), &mut found);
    found
}

fn push_trimmed(text: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let piece = text.get(start..end).unwrap_or_default();
    let kept = piece.trim_matches(['\n', '\r']);
    if !kept.trim().is_empty() {
        let lead = piece.len() - piece.trim_start_matches(['\n', '\r']).len();
        found.push(Span::new(start + lead, start + lead + kept.len()));
    }
}

/// An article of a project.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Article {
    /// Its name within the project.
    pub id: ArticleId,
    /// Where it came from: a path, or what the reader sees in its stead.
    pub source: String,
    /// What is known of it.
    pub fields: Fields,
    blocks: Vec<Block>,
    #[serde(skip)]
    body: OnceLock<Body>,
}

/// The body follows from the blocks, so it does not take part.
impl PartialEq for Article {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
            && self.source == other.source
            && self.fields == other.fields
            && self.blocks == other.blocks
    }
}

impl Article {
    /// An article that is in no project yet.
    pub fn new(source: impl Into<String>, fields: Fields, blocks: Vec<Block>) -> Self {
        Self {
            id: ArticleId::default(),
            source: source.into(),
            fields,
            blocks,
            body: OnceLock::new(),
        }
    }

    /// All of the file, in its order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The clean text.
    pub fn body(&self) -> &Body {
        self.body.get_or_init(|| Body::of(&self.blocks))
    }

    /// The same article with the block at `index` brought back into the body, or set aside again.
    #[must_use]
    pub fn with_restored(&self, index: usize, restored: bool) -> Self {
        let mut article = self.clone();
        article.body = OnceLock::new();
        if let Some(block) = article.blocks.get_mut(index) {
            if restored && matches!(block.aside(), Some((_, Cause::ByReader))) {
                block.role = Role::Body;
            }
            block.restored = restored && block.aside().is_some();
        }
        article
    }

    /// The same article with these blocks of its body set aside.
    #[must_use]
    pub fn with_set_aside(&self, blocks: &[usize]) -> Self {
        let mut article = self.clone();
        article.body = OnceLock::new();
        for index in blocks {
            if let Some(block) = article.blocks.get_mut(*index) {
                block.restored = false;
                if block.role == Role::Body {
                    block.role = Role::Aside {
                        reason: Reason::Other,
                        cause: Cause::ByReader,
                    };
                }
            }
        }
        article
    }

    /// The blocks that make up the paragraphs of the body which a stretch of it touches: bytes. None where a block goes on
    /// beyond them.
    pub fn blocks_at(&self, span: Span) -> Vec<usize> {
        let body = self.body();
        let touched = body.paragraphs.iter();
        let touched =
            touched.filter(|it| it.start < span.end.max(span.start + 1) && span.start < it.end);
        let Some(whole) = touched.copied().reduce(Span::hull) else {
            return Vec::new();
        };
        let blocks = body.blocks.iter().enumerate();
        let blocks = blocks.filter_map(|(number, block)| Some((number, (*block)?)));
        let here: Vec<(usize, Span)> = blocks
            .filter(|(_, block)| block.start < whole.end && whole.start < block.end)
            .collect();
        let is_inside = |block: &Span| whole.start <= block.start && block.end <= whole.end;
        if here.iter().all(|(_, block)| is_inside(block)) {
            here.into_iter().map(|(number, _)| number).collect()
        } else {
            Vec::new()
        }
    }

    /// The same article with what the reader wrote in `field`, or with what the program had read there.
    #[must_use]
    pub fn with_field(&self, field: Field, entry: Option<Entry>) -> Self {
        let mut article = self.clone();
        match entry {
            Some(entry) => article.fields.write(field, entry),
            None => article.fields.take_back(field),
        }
        article
    }

    /// The headline, or the name of the file.
    pub fn title(&self) -> &str {
        match &self.fields.headline {
            Some(headline) => &headline.value,
            None => self.file_name(),
        }
    }

    /// The outlet, or the name of the file without its ending.
    pub fn outlet(&self) -> &str {
        match &self.fields.outlet {
            Some(outlet) => &outlet.value,
            None => {
                let name = self.file_name();
                name.rsplit_once('.').map_or(name, |(stem, _)| stem)
            }
        }
    }

    /// The last part of the source.
    pub fn file_name(&self) -> &str {
        self.source
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or(&self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aside(text: &str) -> Block {
        Block::new(
            text,
            Role::Aside {
                reason: Reason::Related,
                cause: Cause::Phrase("Baca juga".into()),
            },
        )
    }

    #[test]
    fn the_body_is_the_blocks_that_count() {
        let mut tail = Block::new("ekor.", Role::Body);
        tail.join = Join::Space;
        let article = Article::new(
            "x/a.txt",
            Fields::default(),
            vec![
                Block::new("Satu.", Role::Body),
                aside("Baca juga: lain"),
                Block::new("Dua", Role::Body),
                tail,
            ],
        );
        assert_eq!(article.body().text, "Satu.\n\nDua ekor.");
        assert_eq!(article.body().paragraphs.len(), 2);
        assert_eq!(article.body().blocks.iter().flatten().count(), 3);
        let restored = article.with_restored(1, true);
        assert_eq!(
            restored.body().text,
            "Satu.\n\nBaca juga: lain\n\nDua ekor."
        );
        assert_eq!(restored.with_restored(1, false), article);
        assert_eq!(article.file_name(), "a.txt");
    }

    #[test]
    fn paragraphs_of_a_text_as_it_stands() {
        let text = "\n\nA b\nc\n\n\n\nd\n";
        let found: Vec<&str> = paragraphs(text)
            .into_iter()
            .map(|span| span.of(text))
            .collect();
        assert_eq!(found, ["A b\nc", "d"]);
    }
}
