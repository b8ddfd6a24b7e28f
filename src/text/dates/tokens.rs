//! What a text is cut into before dates are looked for.

use crate::text::is_letter;

/// What a token consists of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits, Arabic and Indian ones too.
    Number,
    /// Letters.
    Word,
    /// One other character.
    Mark,
    /// Blanks. They are no tokens, but for an empty line, which no date crosses.
    Blank,
}

impl Kind {
    pub(super) fn of(character: char) -> Kind {
        match character {
            _ if digit(character).is_some() => Kind::Number,
            '\u{200b}' => Kind::Blank,
            _ if character.is_whitespace() => Kind::Blank,
            _ if is_letter(character) => Kind::Word,
            _ => Kind::Mark,
        }
    }
}

/// The value of a digit: European, Arabic, Persian, Indian or of full width.
pub(super) fn digit(character: char) -> Option<u32> {
    const ZEROS: [char; 5] = ['\u{660}', '\u{6F0}', '\u{966}', '\u{E50}', '\u{FF10}'];
    let from = |zero: char| u32::from(character).checked_sub(u32::from(zero));
    let other = ZEROS
        .into_iter()
        .find_map(|zero| from(zero).filter(|value| *value < 10));
    character.to_digit(10).or(other)
}

/// A number, a word or a mark, where it stands.
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    pub(super) text: &'t str,
    /// Byte of the page.
    pub(super) start: usize,
    /// No blank stands before it.
    pub(super) glued: bool,
}
