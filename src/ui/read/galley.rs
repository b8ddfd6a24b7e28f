//! A paragraph as laid out text: its faces and lines, and where its characters stand.

use std::ops::Range;
use std::sync::Arc;

use egui::epaint::text::{ByteIndex, LayoutJob, LayoutSection, TextFormat, TextWrapping};
use egui::{Color32, Galley, Rect, Ui, pos2};

use super::layout::ASIDE_PADDING;
use super::model::{Item, Paragraph};
use crate::ui::palette::Palette;
use crate::ui::theme::Face;

/// How large the text of the articles is, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// Size of the letters.
    pub size: f32,
    /// Distance of the lines.
    pub line: f32,
}

impl Type {
    /// In columns, in letters of this size.
    pub fn in_columns(size: u8) -> Self {
        let size = f32::from(size);
        Self {
            size,
            line: (size * 23.0 / 15.0).round(),
        }
    }

    /// An article alone, at full measure: a little larger.
    pub fn alone(size: u8) -> Self {
        let size = f32::from(size) * 1.1;
        Self {
            size,
            line: (size * 28.0 / 16.5).round(),
        }
    }
}

/// Text that is set aside.
pub(super) const ASIDE: Type = Type {
    size: 12.0,
    line: 16.0,
};
/// What a layout depends on beside the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Key {
    pub width: f32,
    pub pixels_per_point: f32,
    pub dark: bool,
    pub text: Type,
}

/// Lays an item out.
pub(super) fn galley(ui: &Ui, item: &Item, key: Key) -> Arc<Galley> {
    let palette = Palette::of(key.dark);
    let job = match item {
        Item::Paragraph(paragraph) => body_job(paragraph, palette.ink, key),
        Item::Aside(aside) => {
            let format = TextFormat {
                line_height: Some(ASIDE.line),
                ..TextFormat::simple(Face::Sans.at(ASIDE.size), palette.ink2)
            };
            let mut job = LayoutJob::single_section(aside.text.clone(), format);
            job.wrap = TextWrapping::wrap_at_width(key.width - 2.0 * ASIDE_PADDING);
            job
        }
    };
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// A paragraph in the reading face; words that the base has otherwise are semibold.
fn body_job(paragraph: &Paragraph, color: Color32, key: Key) -> LayoutJob {
    let format = |face: Face| TextFormat {
        line_height: Some(key.text.line),
        ..TextFormat::simple(face.at(key.text.size), color)
    };
    let text = &paragraph.text;
    let byte = |char: usize| {
        text.char_indices()
            .nth(char)
            .map_or(text.len(), |(at, _)| at)
    };
    let mut job = LayoutJob {
        text: text.clone(),
        wrap: TextWrapping::wrap_at_width(key.width),
        break_on_newline: true,
        ..LayoutJob::default()
    };
    let mut section = |from: usize, to: usize, face: Face| {
        if from < to {
            job.sections.push(LayoutSection {
                leading_space: 0.0,
                byte_range: ByteIndex(from)..ByteIndex(to),
                format: format(face),
            });
        }
    };
    let plain = if paragraph.heading {
        Face::SerifSemiBold
    } else {
        Face::Serif
    };
    let mut done = 0;
    for strong in &paragraph.strong {
        let (from, to) = (byte(strong.start).max(done), byte(strong.end));
        section(done, from, plain);
        section(from, to.max(from), Face::SerifSemiBold);
        done = done.max(to);
    }
    section(done, text.len(), plain);
    job
}

/// The rectangles that some characters of a text cover, one for each row, relative to the text.
pub fn rows(galley: &Galley, chars: &Range<usize>) -> Vec<Rect> {
    let mut found = Vec::new();
    let mut first = 0;
    for placed in &galley.rows {
        let glyphs = &placed.row.glyphs;
        let end = first + glyphs.len();
        let from = chars.start.max(first);
        let to = chars.end.min(end);
        if from < to {
            let edge = |index: usize| glyphs.get(index - first);
            if let (Some(left), Some(right)) = (edge(from), edge(to - 1)) {
                let origin = placed.pos;
                // A blank at the end of a row hangs over; it is not marked.
                let right_end = if right.chr.is_whitespace() {
                    right.pos.x
                } else {
                    right.pos.x + right.advance_width
                };
                found.push(Rect::from_min_max(
                    pos2(origin.x + left.pos.x, origin.y),
                    pos2(origin.x + right_end, origin.y + placed.row.size.y),
                ));
            }
        }
        first = end + usize::from(placed.ends_with_newline);
    }
    found
}
