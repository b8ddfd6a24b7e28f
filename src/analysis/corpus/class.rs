//! What a word is for the comparison.

bitflags::bitflags! {
    /// What a word is for the comparison: one byte, because every word of every article has one.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct WordClass: u8 {
        /// Carries no content: of, the, yang.
        const FUNCTION = 1;
        /// Written with a capital where it does not begin a sentence.
        const NAME = 1 << 1;
        /// Part of titles and offices.
        const TITLE = 1 << 2;
        /// An office or form of address that stands before a name.
        const ROLE = 1 << 3;
        /// Holds a digit.
        const NUMBER = 1 << 4;
        /// Stands in a run of at least three names and titles: "Menteri Luar Negeri Belmora".
        const FORMULA = 1 << 5;
        /// A sentence or clause ends behind it.
        const ENDS_CLAUSE = 1 << 6;
        /// The first word of a paragraph.
        const BEGINS_PARAGRAPH = 1 << 7;
    }
}

impl WordClass {
    /// Whether it makes wording worth noticing: content that is neither name nor title nor figure.
    pub fn is_plain(self) -> bool {
        !self.intersects(Self::FUNCTION | Self::NAME | Self::TITLE | Self::NUMBER)
    }

    /// Whether it is a name, and nothing that stands beside names.
    pub fn is_bare_name(self) -> bool {
        self & (Self::NAME | Self::TITLE | Self::ROLE) == Self::NAME
    }
}
