//! Words and positions; nothing of news.
//!
//! Everything that compares texts stands on three ideas: a [`Span`] is a place in a text, [`words()`] cuts a text into
//! words of any script, and [`fold()`] gives the form in which two words are held against each other. Folding is for
//! matching only; what is shown is always the printed text.

pub mod dates;
pub mod fold;
pub mod phrase;
pub mod places;
pub mod sentences;
pub mod span;
pub mod words;

pub use fold::{fold, fold_accents};
pub use phrase::phrase;
pub use places::CodePoints;
pub use sentences::sentences;
pub use span::Span;
pub use words::{has_words, is_letter, words};
