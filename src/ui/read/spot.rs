//! Places that are no passages: the columns come level with one, and the line that is read is known as one.

use egui::Ui;

use super::layout::{Budget, ColumnLayout};
use super::model::{Column, Item, Model};
use super::{LEVEL, Paging, Place, ReadPanel, column_of, hits, selection};
use crate::text::Span;
use crate::ui::Scene;
use crate::workspace::Command;
use crate::workspace::view::{Look, Selection, Spot};

impl ReadPanel {
    /// When a key moved the end of the selection: it comes into sight, and the other columns with it.
    pub(super) fn show_end(
        &mut self,
        ui: &Ui,
        scene: &mut Scene<'_>,
        model: &Model,
        (paging, places): (Paging, &[Place]),
    ) {
        let extended = scene.workspace.view.extended;
        if self.extended == extended {
            return;
        }
        let Some(Selection { article, .. }) = scene.workspace.view.selected else {
            return;
        };
        let Some(end) = selection::end(scene, article) else {
            return;
        };
        let Some(place) = places.iter().find(|place| place.id == article) else {
            reveal(scene, model, paging, end);
            return;
        };
        self.extended = extended;
        let column = column_of(model, place);
        let (Some(column), Some(layout)) = (column, self.layouts.get_mut(&place.id)) else {
            return;
        };
        let offset = self.offsets.get(&place.id).copied().unwrap_or_default();
        let top = hits::top_of(column, layout, end).unwrap_or_default();
        let at = layout.item_at(top);
        layout.lay_out(ui, column, at..at + 1, &mut Budget::unlimited());
        let top = hits::top_of(column, layout, end).unwrap_or_default();
        if let Some(offset) = selection::reach(offset, place.body.height(), top) {
            self.sight.clear();
            self.follow(ui, scene, model, places, (place.index, offset));
            self.wanted.insert(place.id, offset);
        }
    }

    /// Scrolls the spot's column to it, and the others with that by passages.
    pub(super) fn level_with(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        model: &Model,
        places: &[Place],
        spot: Spot,
    ) {
        let Some(place) = places.iter().find(|place| place.id == spot.article) else {
            return;
        };
        let column = column_of(model, place);
        let (Some(column), Some(layout)) = (column, self.layouts.get_mut(&place.id)) else {
            return;
        };
        let about = hits::top_of(column, layout, spot).unwrap_or_default();
        // What comes into sight above it must have its height too.
        let first = layout.item_at((about - place.body.height() * LEVEL).max(0.0));
        let last = layout.item_at(about) + 1;
        layout.lay_out(ui, column, first..last, &mut Budget::unlimited());
        let top = hits::top_of(column, layout, spot);
        let top = top.filter(|_| spot != Spot::top(spot.article));
        let offset = top.map_or(0.0, |top| (top - place.body.height() * LEVEL).max(0.0));
        self.offsets.insert(place.id, offset);
        self.follow(ui, scene, model, places, (place.index, offset));
        self.wanted.insert(place.id, offset);
        ui.ctx().request_repaint();
    }
}

/// Pages so that the spot's column is on the screen; true if it had to.
pub(super) fn reveal(scene: &mut Scene<'_>, model: &Model, paging: Paging, spot: Spot) -> bool {
    let mut columns = model.columns.iter();
    let Some(column) = columns.position(|column| column.id == spot.article) else {
        return false;
    };
    let hidden = !paging.shown().contains(&column);
    if hidden {
        scene.ask(Command::Look(Look::FirstColumn(paging.reveal(column))));
    }
    hidden
}

/// Says which line stands at the height at which passages come level, once the reader has scrolled.
pub(super) fn report(scene: &mut Scene<'_>, column: &Column, layout: &ColumnLayout, height: f32) {
    let index = layout.between(height, height + 1.0).start;
    let items = column.items.iter().enumerate().skip(index);
    let mut paragraphs = items.filter_map(|(index, item)| match item {
        Item::Paragraph(paragraph) => Some((index, item, paragraph)),
        Item::Aside(_) => None,
    });
    let Some((index, item, paragraph)) = paragraphs.next() else {
        return;
    };
    let into = layout.galley(index).map_or(0, |galley| {
        let y = height - layout.top(index) - super::layout::above(item);
        let letter = galley.cursor_from_pos(egui::vec2(0.0, y.max(0.0))).index.0;
        let mut letters = paragraph.text.char_indices();
        letters
            .nth(letter)
            .map_or(paragraph.text.len(), |(at, _)| at)
    });
    // The beginning of an article is a line too, but not its first byte, which stands for "from the top".
    let at = (paragraph.start + into).max(1);
    let spot = Spot::new(column.id, Span::new(at, at));
    scene.ask(Command::Look(Look::Reading(spot)));
}
