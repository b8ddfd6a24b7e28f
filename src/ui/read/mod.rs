//! The reading view: articles side by side, what they share marked and level.

pub mod head;
mod hits;
pub mod layout;
pub mod level;
pub mod marks;
pub mod model;
mod paint;
pub mod ribbons;
mod selection;
mod spot;
mod strip;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use self::layout::ColumnLayout;
use self::level::Anchor;
use self::model::Model;
use self::selection::Begun;
use super::Scene;
use super::palette::Palette;
use crate::analysis::Findings;
use crate::model::ArticleId;
use crate::workspace::Command;
use crate::workspace::view::{Focus, Hidden, Look, Measure, TEXT_SIZES};

/// Between two columns, for the ribbons.
pub const GUTTER: f32 = 40.0;
/// Left of the text: strip, bars.
pub const MARGIN: f32 = 36.0;
/// Right of the text: the bracket and the scroll bar.
pub const RIGHT: f32 = 10.0;
/// A column's text is never narrower, in letters of the usual size.
const MIN_TEXT: f32 = 240.0;
/// Nor wider: beyond it lines are hard to follow. For letters of the usual size, by what the reader likes.
const MAX_TEXT: [(Measure, f32); 3] = [
    (Measure::Narrow, 360.0),
    (Measure::Usual, 480.0),
    (Measure::Wide, 680.0),
];
/// Most columns side by side.
const MAX_COLUMNS: usize = 6;
/// The height of the window's columns at which passages come level, as a share.
const LEVEL: f32 = 0.3;

/// What the model depends on.
#[derive(Clone, PartialEq)]
struct Key {
    findings: *const Findings,
    columns: Vec<usize>,
    hidden: Hidden,
    asides: bool,
}

/// Which columns are on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// How many columns are passed over behind the base.
    pub first: usize,
    /// How many fit.
    pub fit: usize,
    /// How many there are.
    pub all: usize,
}

impl Paging {
    /// The numbers of the columns on the screen. The base stays; where there is place for one alone, it pages too.
    pub fn shown(self) -> Vec<usize> {
        let others = (self.first + 1)..(self.first + self.fit).min(self.all);
        match (self.all, self.fit) {
            (0, _) => Vec::new(),
            (_, 1) => vec![self.first],
            _ => std::iter::once(0).chain(others).collect(),
        }
    }

    /// How many to pass over so that this column comes on the screen.
    fn reveal(self, column: usize) -> usize {
        (column + 1).saturating_sub(self.fit)
    }
}

/// The reading view's own state: layouts and scroll positions.
#[derive(Default)]
pub struct ReadPanel {
    key: Option<Key>,
    model: Arc<Model>,
    layouts: BTreeMap<ArticleId, ColumnLayout>,
    /// How far each column is scrolled, in points.
    offsets: BTreeMap<ArticleId, f32>,
    /// Columns that shall be scrolled in the next frame.
    wanted: BTreeMap<ArticleId, f32>,
    /// The last focus for which columns came level, and for which they were paged.
    level: u64,
    revealed: u64,
    hovered: Option<Focus>,
    /// Text that is being selected.
    begun: Option<Begun>,
}

/// A column on the screen.
struct Place {
    /// Its number in the model.
    index: usize,
    id: ArticleId,
    /// All of it.
    rect: Rect,
    /// Where its text scrolls.
    body: Rect,
}

impl Place {
    fn text_left(&self) -> f32 {
        self.body.left() + MARGIN
    }

    fn text_right(&self) -> f32 {
        self.body.right() - RIGHT
    }
}

impl ReadPanel {
    /// What is shown, for the legend.
    pub fn model(&mut self, scene: &Scene<'_>) -> Arc<Model> {
        let (findings, view) = (&scene.workspace.findings, &scene.workspace.view);
        let key = Key {
            findings: Arc::as_ptr(findings),
            columns: view.columns(findings),
            hidden: view.hidden,
            asides: view.asides,
        };
        if self.key.as_ref() != Some(&key) {
            self.model = Arc::new(Model::new(findings, view));
            for layout in self.layouts.values_mut() {
                layout.clear();
            }
            self.key = Some(key);
        }
        Arc::clone(&self.model)
    }

    /// Which columns are on the screen: the base always, and as many of the others as fit into `width`.
    pub fn paging(&mut self, scene: &Scene<'_>, width: f32) -> Paging {
        let all = self.model(scene).columns.len();
        // Larger letters want more room; smaller ones leave the width as it is.
        let least = MIN_TEXT * enlarged(scene).max(1.0) + MARGIN + RIGHT;
        let fit = ((width + GUTTER) / (least + GUTTER)).floor().max(1.0) as usize;
        let fit = fit.min(MAX_COLUMNS);
        let first = scene
            .workspace
            .view
            .first_column
            .min(all.saturating_sub(fit));
        Paging { first, fit, all }
    }

    /// Shows the columns.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let area = ui.available_rect_before_wrap();
        let paging = self.paging(scene, area.width());
        let model = self.model(scene);
        let shown = paging.shown();
        if shown.is_empty() {
            return;
        }
        let places = self.places(ui, scene, &model, area, &shown);
        self.prepare(ui, scene, &model, &places);
        let level = scene.workspace.view.level;
        let fresh = std::mem::replace(&mut self.revealed, level) != level;
        let paged = fresh
            && match scene.workspace.view.spot {
                Some(spot) => spot::reveal(scene, &model, paging, spot),
                None => reveal_witness(scene, &model, paging),
            };
        if !paged {
            self.come_level(ui, scene, &model, &places);
        }
        // Paging stops where there are no more columns.
        if scene.workspace.view.first_column > paging.first && !paged {
            scene.ask(Command::Look(Look::FirstColumn(paging.first)));
        }
        let mut hovered = None;
        let mut driver = None;
        for place in &places {
            if self.show_column(ui, scene, &model, place, &mut hovered) {
                driver = Some(place.index);
            }
        }
        self.follow(ui, scene, &model, &places, driver);
        self.report_reading(scene, &model, &places, driver);
        self.show_ribbons(ui, scene, &model, &places, &mut hovered);
        for place in &places {
            self.show_strip(ui, scene, &model, place);
        }
        if self.hovered != hovered {
            self.hovered = hovered;
            ui.ctx().request_repaint();
        }
    }

    /// Puts the columns side by side below heads of one height.
    fn places(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        model: &Model,
        area: Rect,
        shown: &[usize],
    ) -> Vec<Place> {
        let count = shown.len() as f32;
        let gutters = GUTTER * (count - 1.0);
        let widest = widest(scene) + MARGIN + RIGHT;
        let width = ((area.width() - gutters) / count).min(widest).floor();
        let left = area.left();
        let columns = || {
            shown
                .iter()
                .filter_map(|index| Some((*index, model.columns.get(*index)?)))
        };
        let heads: Vec<head::Head> = columns()
            .map(|(index, column)| head::Head::new(ui, scene, column, index == 0, width))
            .collect();
        let height = heads.iter().map(head::Head::height).fold(0.0, f32::max);
        columns()
            .zip(heads)
            .enumerate()
            .map(|(number, ((index, column), head))| {
                let x = left + (width + GUTTER) * number as f32;
                let rect = Rect::from_min_max(pos2(x, area.top()), pos2(x + width, area.bottom()));
                head.show(
                    ui,
                    scene,
                    Rect::from_min_size(rect.min, vec2(width, height)),
                );
                let body = Rect::from_min_max(pos2(x, area.top() + height), rect.max);
                Place {
                    index,
                    id: column.id,
                    rect,
                    body,
                }
            })
            .collect()
    }

    /// Lays out what is on the screen, then a little more.
    fn prepare(&mut self, ui: &Ui, scene: &Scene<'_>, model: &Model, places: &[Place]) {
        for place in places {
            let Some(column) = model.columns.get(place.index) else {
                continue;
            };
            let size = scene.workspace.view.text_size.into();
            let offset = self.offsets.get(&place.id).copied().unwrap_or_default();
            let layout = self.layouts.entry(place.id).or_default();
            layout.prepare(ui, column, place.text_right() - place.text_left(), size);
            let seen = layout.between(offset, offset + place.body.height());
            let anchor = seen.start;
            let into = offset - layout.top(anchor);
            let mut moved = layout.lay_out(ui, column, seen);
            if layout.lay_out_ahead(ui, column) {
                moved = true;
                ui.ctx().request_repaint();
            }
            // What is read stays where it is while heights above it become known.
            let kept = layout.top(anchor) + into;
            if moved && (kept - offset).abs() > 0.5 {
                self.wanted.entry(place.id).or_insert(kept);
            }
        }
    }

    /// When a passage came into focus: all columns show it at one height.
    fn come_level(&mut self, ui: &Ui, scene: &Scene<'_>, model: &Model, places: &[Place]) {
        let view = &scene.workspace.view;
        if self.level == view.level {
            return;
        }
        self.level = view.level;
        if let Some(spot) = view.spot {
            return self.level_with(ui, scene, model, places, spot);
        }
        let Some(focus) = view.focus else { return };
        let mut tops: Vec<(ArticleId, f32)> = Vec::new();
        for place in places {
            let (Some(column), Some(layout)) = (
                model.columns.get(place.index),
                self.layouts.get_mut(&place.id),
            ) else {
                continue;
            };
            let last = column.items.len();
            if layout.place_of(focus).is_some() {
                layout.lay_out(ui, column, 0..last);
                tops.extend(layout.place_of(focus).map(|(top, _)| (place.id, top)));
            }
        }
        let height = places.first().map_or(0.0, |place| place.body.height());
        let numbers: Vec<f32> = tops.iter().map(|(_, top)| *top).collect();
        let common = level::common_height(&numbers, height * LEVEL);
        for (id, top) in tops {
            self.wanted.insert(id, (top - common).max(0.0));
        }
        ui.ctx().request_repaint();
    }

    /// Shows the text of a column; true if the reader scrolled it.
    fn show_column(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        model: &Model,
        place: &Place,
        hovered: &mut Option<Focus>,
    ) -> bool {
        let (Some(column), Some(layout)) =
            (model.columns.get(place.index), self.layouts.get(&place.id))
        else {
            return false;
        };
        let wanted = self.wanted.remove(&place.id);
        let known = self.offsets.get(&place.id).copied().unwrap_or_default();
        let mut scroll = ScrollArea::vertical()
            .id_salt(("column", place.id))
            .auto_shrink(false);
        if let Some(offset) = wanted {
            scroll = scroll.vertical_scroll_offset(offset);
        }
        let builder = UiBuilder::new()
            .max_rect(place.body)
            .id_salt(("body", place.id));
        let focus = scene.workspace.view.focus;
        let lit = self.hovered;
        let mut begun = self
            .begun
            .filter(|_| ui.input(|input| input.pointer.primary_down()));
        let output = ui.scope_builder(builder, |ui| {
            scroll.show_viewport(ui, |ui, viewport| {
                let space = layout.height() + viewport.height() * 0.6;
                ui.set_height(space);
                let origin = pos2(place.text_left(), ui.min_rect().top());
                let painter = paint::Column {
                    scene,
                    model,
                    column,
                    layout,
                    origin,
                    focus,
                    lit,
                    begun: &mut begun,
                };
                painter.show(ui, viewport.y_range(), hovered)
            })
        });
        let offset = output.inner.state.clamped_offset().y;
        self.offsets.insert(place.id, offset);
        self.begun = begun;
        if begun.is_some_and(|begun| begun.article == place.id)
            && let Some(beyond) = selection::beyond(ui, place.body)
        {
            self.wanted.insert(place.id, (offset + beyond).max(0.0));
            ui.ctx().request_repaint();
        }
        wanted.is_none() && (offset - known).abs() > 0.5
    }

    /// The other columns follow the one that the reader scrolled, by passages.
    fn follow(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        model: &Model,
        places: &[Place],
        driver: Option<usize>,
    ) {
        let Some(driver) =
            driver.and_then(|index| places.iter().find(|place| place.index == index))
        else {
            return;
        };
        let offset = self.offsets.get(&driver.id).copied().unwrap_or_default();
        let line = driver.body.height() * LEVEL;
        for place in places.iter().filter(|place| place.index != driver.index) {
            let (Some(from), Some(to)) =
                (self.layouts.get(&driver.id), self.layouts.get(&place.id))
            else {
                continue;
            };
            let pair = [driver.index, place.index]
                .map(|index| model.columns.get(index).map(|column| column.article));
            let anchors = anchors(&scene.workspace.findings, pair, from, to);
            let at = level::follow(&anchors, (from.height(), to.height()), offset + line) - line;
            let at = if offset <= 0.5 { 0.0 } else { at.max(0.0) };
            self.wanted.insert(place.id, at);
        }
        ui.ctx().request_repaint();
    }

    /// Says where the reader is, once they have scrolled.
    fn report_reading(
        &self,
        scene: &mut Scene<'_>,
        model: &Model,
        places: &[Place],
        driver: Option<usize>,
    ) {
        let place = driver.and_then(|index| places.iter().find(|place| place.index == index));
        let Some(place) = place else { return };
        let column = model.columns.get(place.index);
        if let (Some(column), Some(layout)) = (column, self.layouts.get(&place.id)) {
            let offset = self.offsets.get(&place.id).copied().unwrap_or_default();
            let line = offset + place.body.height() * LEVEL;
            spot::report(scene, column, layout, line);
        }
    }

    fn show_ribbons(
        &self,
        ui: &Ui,
        scene: &mut Scene<'_>,
        model: &Model,
        places: &[Place],
        hovered: &mut Option<Focus>,
    ) {
        for pair in places.windows(2) {
            let [left, right] = pair else { continue };
            let articles = [left, right]
                .map(|place| model.columns.get(place.index).map(|column| column.article));
            let moved = moved_between(&scene.workspace.findings, articles);
            let end = |place: &Place, passage: usize| {
                let layout = self.layouts.get(&place.id)?;
                let (top, bottom) = layout.place_of(Focus::Passage(passage))?;
                let shift =
                    place.body.top() - self.offsets.get(&place.id).copied().unwrap_or_default();
                Some((top + shift, bottom + shift))
            };
            let gutter = ribbons::Gutter {
                text: left.text_right() + 5.0..=right.text_left() - 5.0,
                bend: left.body.right() - 4.0..=right.body.left() - 2.0,
                view: left.body.top()..=left.body.bottom(),
            };
            let ribbons: Vec<(usize, ribbons::Ribbon)> = model
                .order
                .iter()
                .filter_map(|passage| {
                    let ribbon = ribbons::Ribbon {
                        left: end(left, *passage)?,
                        right: end(right, *passage)?,
                    };
                    Some((*passage, ribbon))
                })
                .collect();
            paint::ribbons(ui, scene, &gutter, &ribbons, &moved, self.hovered, hovered);
        }
    }

    fn show_strip(&mut self, ui: &Ui, scene: &Scene<'_>, model: &Model, place: &Place) {
        let (Some(column), Some(layout)) =
            (model.columns.get(place.index), self.layouts.get(&place.id))
        else {
            return;
        };
        let offset = self.offsets.get(&place.id).copied().unwrap_or_default();
        let area = Rect::from_min_size(
            pos2(place.rect.left() + 4.0, place.body.top() + 4.0),
            vec2(strip::WIDTH, place.body.height() - 12.0),
        );
        let palette = Palette::current(ui);
        let name = scene.text(
            &crate::locale::Message::new("strip").with("outlet", scene.outlet_of(column.article)),
        );
        let wanted = strip::show(
            ui,
            area,
            palette,
            column,
            layout,
            offset,
            place.body.height(),
            &name,
        );
        let scale = area.height() / layout.height().max(place.body.height());
        let height = |top: f32| area.top() + top * scale;
        hits::paint_ticks(ui.painter(), scene, column, layout, area, height);
        if let Some(wanted) = wanted {
            self.wanted.insert(place.id, wanted);
            ui.ctx().request_repaint();
        }
    }
}

/// The widest that a column's text becomes, in points: it grows with its letters.
fn widest(scene: &Scene<'_>) -> f32 {
    let view = &scene.workspace.view;
    let known = MAX_TEXT
        .iter()
        .find(|(measure, _)| *measure == view.measure);
    let points = known.map_or(MIN_TEXT, |(_, points)| *points);
    points * enlarged(scene)
}

/// How large the letters are against the usual size.
fn enlarged(scene: &Scene<'_>) -> f32 {
    f32::from(scene.workspace.view.text_size) / f32::from(TEXT_SIZES.1)
}

/// Pages so that at least two witnesses of the passage in focus are on the screen, where that can be; true if it had
/// to.
fn reveal_witness(scene: &mut Scene<'_>, model: &Model, paging: Paging) -> bool {
    let focus = scene.workspace.view.focus;
    let Some(passage) = focus.and_then(|focus| focus.passage(&scene.workspace.findings)) else {
        return false;
    };
    let shown = paging.shown();
    let holders = model
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| passage.in_article(column.article).is_some())
        .map(|(index, _)| index);
    let (seen, hidden): (Vec<usize>, Vec<usize>) = holders.partition(|index| shown.contains(index));
    let first = match hidden.first() {
        Some(column) if seen.len() < paging.fit.min(2) => paging.reveal(*column),
        _ => return false,
    };
    if first != paging.first {
        scene.ask(Command::Look(Look::FirstColumn(first)));
    }
    first != paging.first
}

/// The passages of two articles that ascend in both, as anchors.
fn anchors(
    findings: &Findings,
    pair: [Option<usize>; 2],
    from: &ColumnLayout,
    to: &ColumnLayout,
) -> Vec<Anchor> {
    let moved = moved_between(findings, pair);
    let mut anchors: Vec<Anchor> = from
        .passages()
        .filter(|(passage, _)| !moved.contains(passage))
        .filter_map(|(passage, (top, _))| Some((top, to.place_of(Focus::Passage(passage))?.0)))
        .collect();
    anchors.sort_by(|one, two| one.0.total_cmp(&two.0));
    let mut highest = f32::MIN;
    anchors.retain(|(_, there)| {
        let ascends = *there > highest;
        highest = highest.max(*there);
        ascends
    });
    anchors
}

fn moved_between(findings: &Findings, pair: [Option<usize>; 2]) -> Vec<usize> {
    let [Some(one), Some(two)] = pair else {
        return Vec::new();
    };
    let key = (one.min(two), one.max(two));
    findings
        .pairs
        .binary_search_by_key(&key, |pair| (pair.a, pair.b))
        .ok()
        .and_then(|index| findings.pairs.get(index))
        .map(|pair| pair.moved.clone())
        .unwrap_or_default()
}

/// Asks for something to come into focus, or for nothing to have it.
fn ask_for_focus(scene: &mut Scene<'_>, focus: Option<Focus>) {
    if scene.workspace.view.focus != focus {
        scene.ask(Command::Look(Look::Focus(focus)));
    }
}
