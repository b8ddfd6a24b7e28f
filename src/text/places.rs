//! Bytes to code points: the JSON contract counts code points, the program counts bytes.

/// Answers how many code points stand before a byte of one text.
///
/// Holds one count every [`STEP`] bytes, so an answer reads at most that many bytes; for a text in ASCII none.
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points before byte `i * STEP`; empty where every byte is one.
    before: Vec<usize>,
}

const STEP: usize = 256;

impl<'t> CodePoints<'t> {
    /// Counts `text` once.
    pub fn new(text: &'t str) -> Self {
        if text.is_ascii() {
            return Self {
                text,
                before: Vec::new(),
            };
        }
        let mut before = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            before.push(count);
            count += chunk.iter().filter(|byte| starts_character(**byte)).count();
        }
        Self { text, before }
    }

    /// Code points before `byte`, which lies on a character boundary.
    pub fn at(&self, byte: usize) -> usize {
        if self.before.is_empty() {
            return byte;
        }
        let step = (byte / STEP).min(self.before.len().saturating_sub(1));
        let known = self.before.get(step).copied().unwrap_or_default();
        let rest = self
            .text
            .as_bytes()
            .get(step * STEP..byte)
            .unwrap_or_default();
        known + rest.iter().filter(|byte| starts_character(**byte)).count()
    }
}

/// Whether a UTF-8 byte is the first of its character.
fn starts_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_not_bytes() {
        let text = "né“中”x".repeat(200);
        let points = CodePoints::new(&text);
        for (expected, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(byte), expected);
        }
        assert_eq!(points.at(text.len()), text.chars().count());
        assert_eq!(CodePoints::new("").at(0), 0);
    }
}
