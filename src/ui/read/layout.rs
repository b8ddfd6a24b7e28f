//! Where the text of a column stands: paragraphs laid out when they are needed, heights and tops.
//!
//! Laying text out is the cost, not drawing it. So each paragraph is laid out once for a width and a theme, the ones
//! on the screen first, the others a few in every frame; until then its height is estimated.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use egui::epaint::text::{ByteIndex, LayoutJob, LayoutSection, TextFormat, TextWrapping};
use egui::{Color32, Galley, Rect, Ui, pos2};

use super::model::{Column, Item, Paragraph};
use crate::ui::palette::Palette;
use crate::ui::theme::Face;
use crate::workspace::view::Focus;

/// Distance of the body's lines, by the size of its letters.
const LINE: f32 = 23.0 / 15.0;
/// Above the first paragraph.
const TOP: f32 = 10.0;
/// Between paragraphs.
pub const GAP: f32 = 12.0;
/// Around the text of a block that is set aside.
pub const ASIDE_PADDING: f32 = 8.0;
/// Height of the line above a block that is set aside: its reason, and the button that brings it back.
pub const ASIDE_HEAD: f32 = 28.0;

/// How many paragraphs are laid out in a frame beyond those on the screen.
const AHEAD: usize = 12;

/// What a layout depends on beside the text.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    width: f32,
    pixels_per_point: f32,
    dark: bool,
    /// Size of the body's letters, in points.
    size: f32,
}

impl Key {
    fn line(self) -> f32 {
        (self.size * LINE).round()
    }
}

/// The text of one column, as far as it is laid out.
#[derive(Default)]
pub struct ColumnLayout {
    key: Option<Key>,
    galleys: Vec<Option<Arc<Galley>>>,
    heights: Vec<f32>,
    /// Where each item begins, and at the end where the last one ends.
    tops: Vec<f32>,
    /// Where each passage or phrase stands: first top and last bottom. Items that are not laid out yet count whole.
    places: BTreeMap<Focus, (f32, f32)>,
}

impl ColumnLayout {
    /// Fits the layout to a width and a size of letters, in points; what was laid out for others is forgotten.
    pub fn prepare(&mut self, ui: &Ui, column: &Column, width: f32, size: f32) {
        let key = Key {
            width,
            pixels_per_point: ui.ctx().pixels_per_point(),
            dark: ui.visuals().dark_mode,
            size,
        };
        if self.key == Some(key) && self.galleys.len() == column.items.len() {
            return;
        }
        self.key = Some(key);
        self.galleys = vec![None; column.items.len()];
        self.heights = column
            .items
            .iter()
            .map(|item| estimated_height(item, key))
            .collect();
        self.stack();
        self.place(column);
    }

    /// Forgets everything: the text or its marks changed.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Lays out the items of `wanted`; true if a height turned out other than estimated.
    pub fn lay_out(&mut self, ui: &Ui, column: &Column, wanted: Range<usize>) -> bool {
        let Some(key) = self.key else { return false };
        let mut changed = false;
        let mut more = false;
        for index in wanted {
            let (Some(slot), Some(item)) = (self.galleys.get_mut(index), column.items.get(index))
            else {
                continue;
            };
            if slot.is_some() {
                continue;
            }
            let galley = galley(ui, item, key);
            let height = galley.size().y + around(item);
            *slot = Some(galley);
            more = true;
            if let Some(known) = self.heights.get_mut(index)
                && (*known - height).abs() > 0.1
            {
                *known = height;
                changed = true;
            }
        }
        if changed {
            self.stack();
        }
        if more {
            self.place(column);
        }
        changed
    }

    /// Lays out a few more items; false when all are done.
    pub fn lay_out_ahead(&mut self, ui: &Ui, column: &Column) -> bool {
        let Some(first) = self.galleys.iter().position(Option::is_none) else {
            return false;
        };
        self.lay_out(ui, column, first..first + AHEAD);
        true
    }

    fn stack(&mut self) {
        let mut top = TOP;
        self.tops = self
            .heights
            .iter()
            .map(|height| {
                let here = top;
                top += height + GAP;
                here
            })
            .collect();
        self.tops.push(top);
    }

    /// Whether it was laid out in the dark theme.
    pub fn is_dark(&self) -> bool {
        self.key.is_some_and(|key| key.dark)
    }

    /// Height of all items, in points.
    pub fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// Where an item begins, in points from the top of the column.
    pub fn top(&self, index: usize) -> f32 {
        self.tops.get(index).copied().unwrap_or_default()
    }

    /// An item's height, without the gap behind it.
    pub fn item_height(&self, index: usize) -> f32 {
        self.heights.get(index).copied().unwrap_or_default()
    }

    /// The items that have a part between two heights.
    pub fn between(&self, top: f32, bottom: f32) -> Range<usize> {
        let count = self.heights.len();
        let first = self.tops.partition_point(|at| *at <= top).saturating_sub(1);
        let last = self.tops.partition_point(|at| *at < bottom);
        first.min(count)..last.min(count)
    }

    /// The text of an item, if it is laid out.
    pub fn galley(&self, index: usize) -> Option<&Arc<Galley>> {
        self.galleys.get(index)?.as_ref()
    }

    /// Where a passage or phrase stands in the column: first top and last bottom, in points.
    pub fn place_of(&self, focus: Focus) -> Option<(f32, f32)> {
        self.places.get(&focus).copied()
    }

    /// All passages of the column and where they stand.
    pub fn passages(&self) -> impl Iterator<Item = (usize, (f32, f32))> + '_ {
        self.places.iter().filter_map(|(focus, place)| match focus {
            Focus::Passage(number) => Some((*number, *place)),
            Focus::Stock(_) => None,
        })
    }

    fn place(&mut self, column: &Column) {
        let mut places: BTreeMap<Focus, (f32, f32)> = BTreeMap::new();
        for (index, item) in column.items.iter().enumerate() {
            let Item::Paragraph(paragraph) = item else {
                continue;
            };
            let top = self.top(index) + above(item);
            for mark in paragraph.marks.iter().chain(&paragraph.stock) {
                let (from, to) = match self.galley(index) {
                    Some(galley) => extent(&rows(galley, &mark.chars)),
                    None => (0.0, self.item_height(index)),
                };
                match places.get_mut(&mark.focus) {
                    // A second witness in the same article does not stretch the first.
                    Some(_) if mark.begins => {}
                    Some(place) => place.1 = place.1.max(top + to),
                    None => {
                        places.insert(mark.focus, (top + from, top + to));
                    }
                }
            }
        }
        self.places = places;
    }
}

fn extent(rows: &[Rect]) -> (f32, f32) {
    match (rows.first(), rows.last()) {
        (Some(first), Some(last)) => (first.top(), last.bottom()),
        _ => (0.0, 0.0),
    }
}

/// What an item takes above its text.
pub fn above(item: &Item) -> f32 {
    match item {
        Item::Paragraph(paragraph) if paragraph.restored.is_none() => 0.0,
        Item::Paragraph(_) | Item::Aside(_) => ASIDE_HEAD,
    }
}

/// What an item takes beside its text.
fn around(item: &Item) -> f32 {
    match item {
        Item::Paragraph(_) => above(item),
        Item::Aside(_) => above(item) + ASIDE_PADDING,
    }
}

fn estimated_height(item: &Item, key: Key) -> f32 {
    let (text, size) = match item {
        Item::Paragraph(paragraph) => (&paragraph.text, key.size),
        Item::Aside(aside) => (&aside.text, 13.0),
    };
    let in_a_line = (key.width / (size * 0.48)).max(8.0);
    (text.chars().count() as f32 / in_a_line).ceil().max(1.0) * key.line() + around(item)
}

fn galley(ui: &Ui, item: &Item, key: Key) -> Arc<Galley> {
    let palette = Palette::of(key.dark);
    let job = match item {
        Item::Paragraph(paragraph) => body_job(paragraph, palette.ink, key),
        Item::Aside(aside) => {
            let format = TextFormat {
                line_height: Some(18.0),
                ..TextFormat::simple(Face::Sans.at(13.0), palette.ink2)
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
        line_height: Some(key.line()),
        ..TextFormat::simple(face.at(key.size), color)
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
