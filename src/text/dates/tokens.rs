//! What a text is cut into before dates are looked for.

/// What a token consists of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// ASCII digits.
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
            '0'..='9' => Kind::Number,
            '\u{200b}' => Kind::Blank,
            _ if character.is_whitespace() => Kind::Blank,
            _ if character.is_alphabetic() => Kind::Word,
            _ => Kind::Mark,
        }
    }
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
