//! Pieces of text to rows: what stands on one baseline without a wide gap.

use oxidize_pdf::text::TextFragment;

/// A row of text on a page. Places are in points, from the lower left corner.
#[derive(Clone, Debug)]
pub struct Row {
    pub page: u32,
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub base: f64,
    /// The size of its letters.
    pub size: f64,
    pub bold: bool,
    /// Whether the file itself says that this is no part of the text.
    pub artifact: bool,
}

/// In sizes of a letter: a wider gap parts two rows that stand side by side.
const WIDE: f64 = 2.5;

/// In sizes of a letter: a wider gap is a blank.
const BLANK: f64 = 0.15;

/// The rows of a page, in the order in which the file has them.
pub fn of_page(page: u32, pieces: &[TextFragment]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for piece in pieces {
        if piece.text.trim().is_empty() {
            continue;
        }
        match rows.last_mut() {
            Some(row) if goes_on(row, piece) => extend(row, piece),
            _ => rows.push(Row {
                page,
                text: piece.text.clone(),
                left: piece.x,
                right: piece.x + piece.width,
                base: piece.y,
                size: size(piece),
                bold: piece.is_bold,
                artifact: piece.struct_tag.as_deref() == Some("Artifact"),
            }),
        }
    }
    for row in &mut rows {
        row.text = tidy(&row.text);
    }
    rows.retain(|row| !row.text.is_empty());
    rows
}

/// Files that scale their letters themselves give them the size 1; the height is right then.
fn size(piece: &TextFragment) -> f64 {
    if piece.height > 1.5 {
        piece.height
    } else {
        piece.font_size.max(1.0)
    }
}

fn goes_on(row: &Row, piece: &TextFragment) -> bool {
    let size = row.size.min(size(piece));
    let gap = piece.x - row.right;
    // Raised figures stand a little above the baseline.
    (row.base - piece.y).abs() < row.size * 0.45 && gap > -size && gap < row.size * WIDE
}

fn extend(row: &mut Row, piece: &TextFragment) {
    let gap = piece.x - row.right;
    let blank = row.text.ends_with(' ') || piece.text.starts_with(' ');
    if gap > row.size * BLANK && !blank {
        row.text.push(' ');
    }
    row.text.push_str(&piece.text);
    row.right = row.right.max(piece.x + piece.width);
    row.size = row.size.max(size(piece));
    row.bold &= piece.is_bold;
}

fn tidy(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
