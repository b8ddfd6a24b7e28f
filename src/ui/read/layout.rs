//! Where the text of a column stands: paragraphs laid out when they are needed, heights and tops.
//!
//! Laying text out is the cost, not drawing it. So each paragraph is laid out once for a width and a theme, the ones
//! on the screen first, the others a few in every frame; until then its height is estimated.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use egui::{Galley, Rect, Ui};

use super::galley::{ASIDE, Key, galley};
pub use super::galley::{Type, rows};
use super::model::{Column, Item, Mark};
use crate::workspace::view::Focus;

/// Above the first paragraph.
const TOP: f32 = 10.0;
/// Between paragraphs.
pub const GAP: f32 = 12.0;
/// Around the text of a block that is set aside.
pub const ASIDE_PADDING: f32 = 6.0;
/// Height of the line above a block that is set aside: its reason, and the button that brings it back.
pub const ASIDE_HEAD: f32 = 24.0;

/// How many characters are laid out anew in a frame although an older layout could still be shown, or they are off the
/// screen: about half a millisecond's worth.
const IN_A_FRAME: usize = 700;

/// How much may still be laid out in this frame, in characters; shared by all columns.
#[derive(Debug)]
pub struct Budget(usize);

impl Default for Budget {
    fn default() -> Self {
        Self(IN_A_FRAME)
    }
}

impl Budget {
    /// Takes what a text costs; false if so much is not left. A text that is longer than all of it costs all of it.
    fn take(&mut self, text: &str) -> bool {
        let cost = text.len().min(IN_A_FRAME);
        let left = self.0.checked_sub(cost);
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }

    /// Whatever it costs.
    pub fn unlimited() -> Self {
        Self(usize::MAX)
    }

    /// Whether something is left.
    pub fn is_left(&self) -> bool {
        self.0 > 0
    }
}

/// An item that is laid out.
struct Laid {
    galley: Arc<Galley>,
    /// Whether it is fitted to the present width; while a splitter moves it may be shown as it was.
    fits: bool,
    /// Where all its marks stand, as [`super::model::Paragraph::all_marks`] names them.
    stands: Vec<Stand>,
}

/// Where a mark stands in the text of its paragraph: a rectangle a row, counted from the top left of the text.
#[derive(Debug)]
pub struct Stand {
    /// All of it.
    pub rows: Vec<Rect>,
    /// What its line stands under.
    pub line: Vec<Rect>,
}

/// The text of one column, as far as it is laid out.
#[derive(Default)]
pub struct ColumnLayout {
    key: Option<Key>,
    laid: Vec<Option<Laid>>,
    /// Where the budget ended last: what is on the screen is laid out in turn, while a splitter moves on and on.
    next: usize,
    /// Counts up whenever something stands elsewhere.
    generation: u64,
    heights: Vec<f32>,
    /// Where each item begins, and at the end where the last one ends.
    tops: Vec<f32>,
    /// Where each passage or phrase stands: first top and last bottom. Items that are not laid out yet count whole.
    places: BTreeMap<Focus, (f32, f32)>,
    /// The same of what stands elsewhere in closer wording.
    outshone: BTreeMap<Focus, (f32, f32)>,
}

impl ColumnLayout {
    /// Fits the layout to a width. What was laid out for another is shown until it is laid out anew.
    pub fn prepare(&mut self, ui: &Ui, column: &Column, width: f32, text: Type) {
        let key = Key {
            width,
            pixels_per_point: ui.ctx().pixels_per_point(),
            dark: ui.visuals().dark_mode,
            text,
        };
        let same_text = self.laid.len() == column.items.len();
        if self.key == Some(key) && same_text {
            return;
        }
        let resized = self.key.is_some_and(|old| Key { width, ..old } == key);
        self.key = Some(key);
        if resized && same_text {
            for laid in self.laid.iter_mut().flatten() {
                laid.fits = false;
            }
            return;
        }
        self.laid = column.items.iter().map(|_| None).collect();
        self.heights = column
            .items
            .iter()
            .map(|item| estimated_height(item, width, text))
            .collect();
        self.stack();
        self.place(column);
    }

    /// Forgets everything: the text or its marks changed.
    pub fn clear(&mut self) {
        *self = Self {
            generation: self.generation + 1,
            ..Self::default()
        };
    }

    /// Counts up whenever something stands elsewhere.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Lays out the items of `wanted`: at once where nothing can be shown, within `budget` where the width alone is
    /// another; true if a height turned out other than known.
    pub fn lay_out(
        &mut self,
        ui: &Ui,
        column: &Column,
        wanted: Range<usize>,
        budget: &mut Budget,
    ) -> bool {
        let Some(key) = self.key else { return false };
        let mut changed = false;
        let mut more = false;
        let mut refused = None;
        let next = self.next.clamp(wanted.start, wanted.end);
        for index in (next..wanted.end).chain(wanted.start..next) {
            let (Some(slot), Some(item)) = (self.laid.get_mut(index), column.items.get(index))
            else {
                continue;
            };
            match slot {
                Some(laid) if laid.fits => continue,
                Some(_) if !budget.take(item.text()) => {
                    refused = refused.or(Some(index));
                    continue;
                }
                _ => {}
            }
            let laid = Laid::new(galley(ui, item, key), item);
            let height = laid.galley.size().y + around(item);
            *slot = Some(laid);
            more = true;
            if let Some(known) = self.heights.get_mut(index)
                && (*known - height).abs() > 0.1
            {
                *known = height;
                changed = true;
            }
        }
        self.next = refused.unwrap_or(self.next);
        if changed {
            self.stack();
        }
        if more {
            self.place(column);
        }
        changed
    }

    /// Lays out more items, as long as the budget lasts; false when all are done.
    pub fn lay_out_ahead(&mut self, ui: &Ui, column: &Column, budget: &mut Budget) -> bool {
        let open = |laid: &Option<Laid>| laid.as_ref().is_none_or(|laid| !laid.fits);
        let Some(first) = self.laid.iter().position(open) else {
            return false;
        };
        let mut end = first;
        let mut rest = Budget(budget.0);
        for item in column.items.iter().skip(first) {
            if !rest.take(item.text()) {
                break;
            }
            end += 1;
        }
        self.lay_out(ui, column, first..end, &mut Budget::unlimited());
        *budget = rest;
        true
    }

    /// Whether all of it is laid out for the present width.
    pub fn is_done(&self) -> bool {
        let fits = |laid: &Option<Laid>| laid.as_ref().is_some_and(|laid| laid.fits);
        self.laid.iter().all(fits)
    }

    /// The item in which something begins first.
    pub fn item_of(column: &Column, focus: Focus) -> Option<usize> {
        let has = |item: &Item| match item {
            Item::Paragraph(paragraph) => {
                let mut marks = paragraph.all_marks();
                marks.any(|mark| mark.focus == focus)
            }
            Item::Aside(_) => false,
        };
        column.items.iter().position(has)
    }

    /// The item at a height of the column.
    pub fn item_at(&self, height: f32) -> usize {
        self.between(height, height + 1.0).start
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
        self.laid.get(index)?.as_ref().map(|laid| &laid.galley)
    }

    /// Where all marks of a paragraph stand, as far as it is laid out.
    pub fn stands(&self, index: usize) -> &[Stand] {
        let laid = self.laid.get(index).and_then(Option::as_ref);
        laid.map_or(&[], |laid| &laid.stands)
    }

    /// Where a passage or phrase stands in the column: first top and last bottom, in points.
    pub fn place_of(&self, focus: Focus) -> Option<(f32, f32)> {
        self.places.get(&focus).copied()
    }

    /// The same of what has focus, which is marked also where closer wording outshines it.
    pub fn place_of_focus(&self, focus: Focus) -> Option<(f32, f32)> {
        let outshone = || self.outshone.get(&focus).copied();
        self.place_of(focus).or_else(outshone)
    }

    /// All passages of the column and where they stand.
    pub fn passages(&self) -> impl Iterator<Item = (usize, (f32, f32))> + '_ {
        self.places.iter().filter_map(|(focus, place)| match focus {
            Focus::Passage(number) => Some((*number, *place)),
            Focus::Stock(_) => None,
        })
    }

    fn place(&mut self, column: &Column) {
        let mut places: [BTreeMap<Focus, (f32, f32)>; 2] = Default::default();
        for (index, item) in column.items.iter().enumerate() {
            let Item::Paragraph(paragraph) = item else {
                continue;
            };
            let top = self.top(index) + above(item);
            let laid = self.laid.get(index).and_then(Option::as_ref);
            let counted = paragraph.marks.len() + paragraph.stock.len();
            for (at, mark) in paragraph.all_marks().enumerate() {
                let (from, to) = match laid.map(|laid| laid.stands.get(at)) {
                    Some(stand) => stand.map_or((0.0, 0.0), |stand| extent(&stand.rows)),
                    None => (0.0, self.item_height(index)),
                };
                let [marked, outshone] = &mut places;
                let places = if at < counted { marked } else { outshone };
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
        self.generation += 1;
        [self.places, self.outshone] = places;
    }
}

impl Laid {
    fn new(galley: Arc<Galley>, item: &Item) -> Self {
        let stand = |mark: &Mark| {
            let all = rows(&galley, &mark.chars);
            // Most lines run under all of the mark.
            let line = match mark.line.as_slice() {
                [one] if *one == mark.chars => all.clone(),
                parts => parts.iter().flat_map(|part| rows(&galley, part)).collect(),
            };
            Stand { rows: all, line }
        };
        let stands = match item {
            Item::Paragraph(paragraph) => paragraph.all_marks().map(stand).collect(),
            Item::Aside(_) => Vec::new(),
        };
        Self {
            galley,
            fits: true,
            stands,
        }
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

fn estimated_height(item: &Item, width: f32, text: Type) -> f32 {
    let text = match item {
        Item::Paragraph(_) => text,
        Item::Aside(_) => ASIDE,
    };
    let in_a_line = (width / (text.size * 0.48)).max(8.0);
    let lines = item.text().chars().count() as f32 / in_a_line;
    lines.ceil().max(1.0) * text.line + around(item)
}
