//! Words that were found, in a frame of ink: no kind of passage looks so. The one that is looked at has a ground too.

use std::ops::Range;

use egui::{CornerRadius, Painter, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::build::characters;
use super::layout::ColumnLayout;
use super::marks::Cells;
use super::model::{Aside, Column, Item, Paragraph};
use super::strip::Scale;
use crate::analysis::find::Hit;
use crate::text::Span;
use crate::ui::Scene;
use crate::ui::cached::{Cached, Same};
use crate::ui::palette::Palette;
use crate::workspace::Found;
use crate::workspace::view::{Spot, in_article};

/// How dark the ground of the one that is looked at is, as a share of ink.
const GROUND: f32 = 0.16;
/// Height of a tick in the overview.
const TICK: f32 = 2.0;

/// The part of a place in an article that stands in a paragraph: characters of it.
pub(super) fn part(paragraph: &Paragraph, span: Span) -> Option<Range<usize>> {
    let whole = Span::new(paragraph.start, paragraph.start + paragraph.text.len());
    let part = span.intersection(whole)?;
    Some(characters(&paragraph.text, part.relative_to(whole.start)))
}

/// Frames what was found in a paragraph; `rows` says where characters stand on the screen.
pub(super) fn paint(
    painter: &Painter,
    scene: &Scene<'_>,
    column: &Column,
    paragraph: &Paragraph,
    rows: &impl Fn(&Range<usize>) -> Vec<Rect>,
    palette: &Palette,
) {
    if !scene.workspace.view.find.open {
        return;
    }
    let (hits, _) = in_article(&scene.workspace.found().hits, column.article);
    let end = paragraph.start + paragraph.text.len();
    let first = hits.partition_point(|hit| hit.span.end <= paragraph.start);
    let here = hits
        .iter()
        .skip(first)
        .take_while(|hit| hit.span.start < end);
    for hit in here {
        let words = part(paragraph, hit.span);
        frame(painter, scene, hit, words.iter().flat_map(rows), palette);
    }
}

/// The same in a block that is set aside.
pub(super) fn paint_aside(
    painter: &Painter,
    scene: &Scene<'_>,
    column: &Column,
    aside: &Aside,
    rows: &impl Fn(&Range<usize>) -> Vec<Rect>,
    palette: &Palette,
) {
    if !scene.workspace.view.find.open {
        return;
    }
    let (_, hits) = in_article(&scene.workspace.found().hits, column.article);
    for hit in hits.iter().filter(|hit| hit.aside == Some(aside.block)) {
        let words = characters(&aside.text, hit.span);
        frame(painter, scene, hit, rows(&words), palette);
    }
}

fn frame(
    painter: &Painter,
    scene: &Scene<'_>,
    hit: &Hit,
    rows: impl IntoIterator<Item = Rect>,
    palette: &Palette,
) {
    let ink = palette.ink;
    let spot = Spot::of(hit, &scene.workspace.findings);
    let looked_at = spot.is_some() && scene.workspace.view.spot == spot;
    for row in rows {
        let row = row.expand2(vec2(1.5, -2.0));
        if looked_at {
            painter.rect_filled(row, CornerRadius::ZERO, ink.gamma_multiply(GROUND));
        }
        let width = if looked_at { 2.0 } else { 1.0 };
        let stroke = Stroke::new(width, ink);
        painter.rect_stroke(row, CornerRadius::ZERO, stroke, StrokeKind::Middle);
    }
}

/// What the ticks of an overview depend on: what was found, where it stands, and the colours.
type TickKey = (Same<Found>, Scale, u64, bool);

/// A tick across the overview for each hit, as one shape.
#[derive(Default)]
pub(super) struct Ticks(Cached<TickKey, Shape>);

impl Ticks {
    /// Paints them on an overview of this scale.
    pub fn paint(
        &mut self,
        painter: &Painter,
        scene: &Scene<'_>,
        column: &Column,
        layout: &ColumnLayout,
        scale: &Scale,
    ) {
        if !scene.workspace.view.find.open {
            return;
        }
        let (found, dark) = (scene.workspace.found(), layout.is_dark());
        let key = (Same::of(found), *scale, layout.generation(), dark);
        let ticks = self
            .0
            .get(key, || ticks(&found.hits, column, layout, scale));
        painter.add(ticks.clone());
    }
}

fn ticks(hits: &[Hit], column: &Column, layout: &ColumnLayout, scale: &Scale) -> Shape {
    let palette = Palette::of(layout.is_dark());
    let mut cells = Cells::default();
    let (text, asides) = in_article(hits, column.article);
    let mut text = text.iter().peekable();
    let mut last = f32::MIN;
    let mut tick = |y: f32| {
        // Ticks that would fall together are one.
        if y - last >= TICK {
            let size = vec2(scale.area.width(), TICK);
            let tick = Rect::from_min_size(pos2(scale.area.left(), y), size);
            cells.add(tick, palette.ink);
            last = y;
        }
    };
    for (index, item) in column.items.iter().enumerate() {
        match item {
            Item::Paragraph(paragraph) => {
                let length = paragraph.text.len();
                let end = paragraph.start + length;
                while let Some(hit) = text.next_if(|hit| hit.span.start < end) {
                    let into = hit.span.start.saturating_sub(paragraph.start);
                    let share = into as f32 / length.max(1) as f32;
                    tick(scale.y(layout.top(index) + share * layout.item_height(index)));
                }
            }
            Item::Aside(aside) => {
                if asides.iter().any(|hit| hit.aside == Some(aside.block)) {
                    tick(scale.y(layout.top(index)));
                }
            }
        }
    }
    cells.into_shape()
}

/// The item in which a place stands, and the byte of its text at which it begins.
fn stands_in(column: &Column, spot: Spot) -> Option<(usize, usize)> {
    let at = spot.span.start;
    let mut items = column.items.iter().enumerate();
    items.find_map(|(index, item)| match (item, spot.aside) {
        (Item::Aside(aside), Some(block)) => (aside.block == block).then_some((index, at)),
        (Item::Paragraph(paragraph), None) => {
            let end = paragraph.start + paragraph.text.len();
            (at <= end).then(|| (index, at.saturating_sub(paragraph.start)))
        }
        _ => None,
    })
}

/// Where the row begins in which a place does, in points from the top of the column; an item that is not laid out yet
/// counts by how far the place is in it.
pub(super) fn top_of(column: &Column, layout: &ColumnLayout, spot: Spot) -> Option<f32> {
    let (index, into) = stands_in(column, spot)?;
    let item = column.items.get(index)?;
    let (text, top) = (item.text(), layout.top(index) + super::layout::above(item));
    let Some(galley) = layout.galley(index) else {
        let share = into as f32 / text.len().max(1) as f32;
        return Some(top + share * layout.item_height(index));
    };
    let at = text.get(..into).unwrap_or_default().chars().count();
    // Behind the last letter it is in the row of that.
    let letter = (at..at + 1).chain(at.saturating_sub(1)..at);
    let mut rows = letter.flat_map(|at| super::layout::rows(galley, &(at..at + 1)));
    Some(top + rows.next().map_or(0.0, |row| row.top()))
}
