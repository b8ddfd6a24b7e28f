//! How the columns scroll: with each other by passages, level at what has focus, and to a place that was asked for.

use egui::Ui;

use super::build::moved_between;
use super::layout::{Budget, ColumnLayout};
use super::level::{self, Anchor};
use super::model::Model;
use super::pins;
use super::places::Place;
use super::{LEVEL, ReadPanel, column_of, spot};
use crate::model::ArticleId;
use crate::ui::Scene;
use crate::workspace::Command;
use crate::workspace::reading::{Change, Pin};
use crate::workspace::view::{Focus, Look};

/// What the anchors between two columns depend on: the layouts of both, and the pins.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AnchorKey {
    generations: (u64, u64),
    pins: Vec<(usize, usize)>,
}

impl ReadPanel {
    /// When a passage came into focus: all columns show it at one height.
    pub(super) fn come_level(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        model: &Model,
        places: &[Place],
    ) {
        let view = &scene.workspace.view;
        if self.level == view.level {
            return;
        }
        self.level = view.level;
        // What a jump leads past was not read.
        self.sight.clear();
        if let Some(spot) = view.spot {
            return self.level_with(ui, scene, model, places, spot);
        }
        let Some(focus) = view.focus else { return };
        let wish = places.first().map_or(0.0, |place| place.body.height()) * LEVEL;
        let mut tops: Vec<(ArticleId, f32)> = Vec::new();
        for place in places {
            let (Some(column), Some(layout)) = (
                model.columns.get(place.index),
                self.layouts.get_mut(&place.id),
            ) else {
                continue;
            };
            let Some(item) = ColumnLayout::item_of(column, focus) else {
                continue;
            };
            // What comes into sight above it must have its height too.
            let first = layout.item_at((layout.top(item) - wish).max(0.0));
            layout.lay_out(ui, column, first..item + 1, &mut Budget::unlimited());
            tops.extend(layout.place_of_focus(focus).map(|(top, _)| (place.id, top)));
        }
        let numbers: Vec<f32> = tops.iter().map(|(_, top)| *top).collect();
        let common = level::common_height(&numbers, wish);
        for (id, top) in tops {
            self.wanted.insert(id, (top - common).max(0.0));
        }
        ui.ctx().request_repaint();
    }

    /// The other columns follow the one that the reader scrolled, by passages; but not those that scroll alone.
    pub(super) fn follow(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        model: &Model,
        places: &[Place],
        (driver, offset): (usize, f32),
    ) {
        let loose = &scene.workspace.view.layout.loose;
        let Some(driver) = places.iter().find(|place| place.index == driver) else {
            return;
        };
        self.lead = Some(driver.id);
        if loose.contains(&driver.id) {
            return;
        }
        let line = driver.body.height() * LEVEL;
        for place in places.iter().filter(|place| place.id != driver.id) {
            if loose.contains(&place.id) {
                continue;
            }
            let at = if offset <= 0.5 {
                0.0
            } else {
                let there = self.across(scene, model, (driver, place), offset + line);
                (there.unwrap_or(offset + line) - line).max(0.0)
            };
            self.wanted.insert(place.id, at);
        }
        ui.ctx().request_repaint();
    }

    /// Where in the second column stands what stands at a height of the first.
    fn across(
        &mut self,
        scene: &Scene<'_>,
        model: &Model,
        (driver, place): (&Place, &Place),
        at: f32,
    ) -> Option<f32> {
        let (one, other) = (column_of(model, driver)?, column_of(model, place)?);
        let (from, to) = (self.layouts.get(&driver.id)?, self.layouts.get(&place.id)?);
        let reading = &scene.workspace.view.layout;
        let pins = reading.pins.iter();
        let pins: Vec<(usize, usize)> = pins
            .filter_map(|pin| pin.between(driver.id, place.id))
            .collect();
        let key = AnchorKey {
            generations: (from.generation(), to.generation()),
            pins: pins.clone(),
        };
        let anchors = self.anchors.entry((driver.id, place.id)).or_default();
        let anchors = anchors.get(key, || {
            let moved = moved_between(&scene.workspace.findings, one.article, other.article);
            let passages: Vec<Anchor> = from
                .passages()
                .filter(|(passage, _)| !moved.contains(passage))
                .filter_map(|(passage, (top, _))| {
                    Some((top, to.place_of(Focus::Passage(passage))?.0))
                })
                .collect();
            let pinned = pins.iter().filter_map(|(here, there)| {
                let here = from.top(pins::item_of(one, *here)?);
                Some((here, to.top(pins::item_of(other, *there)?)))
            });
            level::ascending(&pinned.collect::<Vec<_>>(), &passages)
        });
        Some(level::follow(anchors, (from.height(), to.height()), at))
    }

    /// Keeps the paragraphs level that stand at the reading line of the base and of this column now.
    pub(super) fn pin(
        &self,
        scene: &mut Scene<'_>,
        model: &Model,
        places: &[Place],
        article: ArticleId,
    ) {
        let at_line = |place: &Place| {
            let column = column_of(model, place)?;
            let offset = self.offsets.get(&place.id).copied().unwrap_or_default();
            let line = offset + place.body.height() * LEVEL;
            let item = self.layouts.get(&place.id)?.item_at(line);
            Some((place.id, pins::paragraph_at(column, item)?))
        };
        let this = places.iter().find(|place| place.id == article);
        let ends = (places.first().and_then(at_line), this.and_then(at_line));
        if let (Some(one), Some(other)) = ends
            && one.0 != other.0
        {
            let pin = Change::Pin(Pin { one, other });
            scene.ask(Command::Look(Look::Layout(pin)));
            // What is pinned is meant to go together again.
            let together = Change::Loose(article, false);
            scene.ask(Command::Look(Look::Layout(together)));
        }
    }

    /// Says where the reader is, once they have scrolled.
    pub(super) fn report_reading(
        &self,
        scene: &mut Scene<'_>,
        model: &Model,
        places: &[Place],
        (driver, offset): (usize, f32),
    ) {
        let Some(place) = places.iter().find(|place| place.index == driver) else {
            return;
        };
        let column = column_of(model, place);
        if let (Some(column), Some(layout)) = (column, self.layouts.get(&place.id)) {
            let line = offset + place.body.height() * LEVEL;
            spot::report(scene, column, layout, line);
        }
    }

    /// Goes to a word of an article, when its column is on the screen.
    pub(super) fn go(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        model: &Model,
        places: &[Place],
    ) -> Option<(usize, f32)> {
        let (article, word) = self.going?;
        let place = places.iter().find(|place| {
            column_of(model, place).is_some_and(|column| column.article == article)
        })?;
        self.going = None;
        let column = column_of(model, place)?;
        let body = scene.workspace.findings.articles.get(article)?.body();
        let paragraph = body.paragraph_at(body.words.get(word)?.start);
        let item = pins::item_of(column, paragraph)?;
        let line = place.body.height() * LEVEL;
        let layout = self.layouts.get_mut(&place.id)?;
        let first = layout.item_at((layout.top(item) - line).max(0.0));
        layout.lay_out(ui, column, first..item + 1, &mut Budget::unlimited());
        let offset = (layout.top(item) - line).max(0.0);
        self.wanted.insert(place.id, offset);
        self.sight.clear();
        ui.ctx().request_repaint();
        Some((place.index, offset))
    }
}
