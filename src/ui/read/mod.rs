//! The reading view: articles side by side, what they share marked and level.

pub mod agreement;
mod asides;
pub mod band;
mod bar;
mod build;
mod columns;
mod galley;
pub mod gutter;
pub mod head;
mod hits;
pub mod layout;
pub mod level;
pub mod marks;
pub mod model;
pub mod once;
mod paint;
mod pins;
pub mod places;
pub mod ribbons;
mod scroll;
mod selection;
mod spot;
pub mod strip;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Rect, Shape, Ui};

use self::agreement::AgreementPanel;
pub(super) use self::asides::set_aside;
use self::band::BandPanel;
use self::gutter::Link;
use self::hits::Ticks;
use self::layout::ColumnLayout;
use self::level::Anchor;
use self::model::{Column, Model};
pub use self::places::Paging;
use self::places::Place;
use self::scroll::AnchorKey;
use self::selection::Begun;
use self::strip::Scale;
use super::Scene;
use super::cached::Cached;
use crate::analysis::Findings;
use crate::model::ArticleId;
use crate::workspace::Command;
use crate::workspace::reading::{Mode, Wording};
use crate::workspace::view::{Focus, Hidden, Look};

/// Left of the text: strip, bars.
pub const MARGIN: f32 = 36.0;
/// Right of the text: the bracket and the scroll bar.
pub const RIGHT: f32 = 10.0;
/// The height of the window's columns at which passages come level, as a share.
const LEVEL: f32 = 0.3;

/// What the model depends on.
#[derive(Clone, PartialEq)]
struct ModelKey {
    columns: Vec<usize>,
    hidden: Hidden,
    asides: bool,
}

/// What the shape of a strip depends on.
#[derive(Clone, Debug, PartialEq)]
struct StripKey {
    scale: Scale,
    generation: u64,
    dark: bool,
    hidden: Hidden,
}

/// What links two columns, for a model and the layouts of both.
type Links = Cached<(u64, u64, u64), Vec<Link>>;

/// The reading view's own state: layouts and scroll positions.
#[derive(Default)]
pub struct ReadPanel {
    key: Option<ModelKey>,
    /// The findings that belong to the model; kept, so that no others stand in their place.
    findings: Arc<Findings>,
    model: Arc<Model>,
    /// Counts the models, so that what is made of one is known by its number.
    number: u64,
    /// The passages on the screen by their words, by number.
    wordings: Vec<Option<Wording>>,
    layouts: BTreeMap<ArticleId, ColumnLayout>,
    strips: BTreeMap<ArticleId, Cached<StripKey, Shape>>,
    ticks: BTreeMap<ArticleId, Ticks>,
    links: BTreeMap<(ArticleId, ArticleId), Links>,
    anchors: BTreeMap<(ArticleId, ArticleId), Cached<AnchorKey, Vec<Anchor>>>,
    /// How far each column is scrolled, in points.
    offsets: BTreeMap<ArticleId, f32>,
    /// Columns that shall be scrolled in the next frame.
    wanted: BTreeMap<ArticleId, f32>,
    /// A word of an article that shall come on the screen.
    going: Option<(usize, usize)>,
    /// The column that the reader reads: the one scrolled last.
    lead: Option<ArticleId>,
    sight: once::Sight,
    /// How many words are dimmed: for this model, and for so much that was read.
    dimmed: Cached<(u64, usize, bool), usize>,
    /// What share of each column the others have, for a model.
    coverage: Cached<u64, Vec<Option<f64>>>,
    /// The last focus for which columns came level, and for which they were paged.
    level: u64,
    revealed: u64,
    /// So many columns were on the screen.
    fit: usize,
    /// The last move of the selection's end that was brought into sight.
    extended: u64,
    hovered: Option<Focus>,
    /// Text that is being selected.
    begun: Option<Begun>,
    band: BandPanel,
    agreement: AgreementPanel,
}

/// The column of the model at a place.
fn column_of<'m>(model: &'m Model, place: &Place) -> Option<&'m Column> {
    model.columns.get(place.index)
}

impl ReadPanel {
    /// What is shown, for the legend.
    pub fn model(&mut self, scene: &Scene<'_>) -> Arc<Model> {
        let (findings, view) = (&scene.workspace.findings, &scene.workspace.view);
        let key = ModelKey {
            columns: view.columns(findings),
            hidden: view.hides(),
            asides: view.asides,
        };
        if !Arc::ptr_eq(&self.findings, findings) || self.key.as_ref() != Some(&key) {
            self.findings = Arc::clone(findings);
            self.model = Arc::new(Model::new(findings, view));
            self.number += 1;
            // Passages have other numbers now.
            self.sight.clear();
            self.wordings = wordings(&self.model, findings);
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
        let view = &scene.workspace.view;
        match view.layout.mode {
            Mode::Columns => Paging::new(all, width, view.first_column, places::enlarged(scene)),
            // One article stands for all: nothing pages.
            Mode::Agreement => Paging {
                first: 0,
                fit: all.max(1),
                all,
            },
        }
    }

    /// Shows the articles.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let area = ui.available_rect_before_wrap();
        let paging = self.paging(scene, area.width());
        let model = self.model(scene);
        let shown = paging.shown();
        if shown.is_empty() {
            return;
        }
        let (top, below) = area.split_top_bottom_at_y(area.top() + bar::HEIGHT);
        let read = self.dimmed_words(scene);
        let bar = bar::Bar {
            paging,
            shown: &shown,
            read,
            band: &mut self.band,
        };
        bar.show(ui, scene, top);
        let lit = self.hovered;
        let mut hovered = None;
        match scene.workspace.view.layout.mode {
            Mode::Agreement => {
                let agreement = &mut self.agreement;
                agreement.show(ui, scene, (&model, self.number), below, lit, &mut hovered);
            }
            Mode::Columns => {
                self.hovered = self
                    .show_band(ui, scene, paging, below, &mut hovered)
                    .or(lit);
                let band = band_height(scene, &model, below.height());
                let below = below.with_min_y(below.top() + band);
                self.show_columns(ui, scene, &model, paging, below, &mut hovered);
            }
        }
        if lit != hovered {
            ui.ctx().request_repaint();
        }
        self.hovered = hovered;
    }

    /// The band above the columns, where it is wanted; what is under the pointer there.
    fn show_band(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        paging: Paging,
        below: Rect,
        hovered: &mut Option<Focus>,
    ) -> Option<Focus> {
        let height = band_height(scene, &self.model, below.height());
        if height == 0.0 {
            return None;
        }
        let area = below.with_max_y(below.top() + height);
        let mut lit = self.hovered;
        let asked = self
            .band
            .show(ui, scene, self.number, &paging.shown(), area, &mut lit);
        if ui.rect_contains_pointer(area) {
            *hovered = lit;
        }
        match asked {
            Some(band::Asked::Passage(passage)) => {
                scene.ask(Command::Look(Look::Focus(Some(Focus::Passage(passage)))));
            }
            Some(band::Asked::Column(index)) => {
                scene.ask(Command::Look(Look::FirstColumn(paging.reveal(index))));
            }
            Some(band::Asked::Word(article, word)) => {
                self.going = Some((article, word));
                let columns = self.model.columns.iter();
                let index = columns.map(|column| column.article);
                if let Some(index) = index.enumerate().find(|(_, place)| *place == article) {
                    let first = paging.reveal(index.0);
                    scene.ask(Command::Look(Look::FirstColumn(first)));
                }
            }
            None => {}
        }
        lit
    }
}

/// The passages that `model` shows by their words, by number.
fn wordings(model: &Model, findings: &Findings) -> Vec<Option<Wording>> {
    let mut wordings = vec![None; findings.passages.len()];
    for number in &model.shared {
        let passage = findings.passages.get(*number);
        if let (Some(passage), Some(wording)) = (passage, wordings.get_mut(*number)) {
            *wording = Wording::of(passage, findings);
        }
    }
    wordings
}

/// With less room than this, in points, the band makes way for the list of what was found.
const BESIDE_HITS: f32 = 560.0;

/// How high the band is now, in so much room: nothing while it is off, or where there is nothing to compare.
fn band_height(scene: &Scene<'_>, model: &Model, room: f32) -> f32 {
    let rows = model.columns.len();
    let find = &scene.workspace.view.find;
    let makes_way = find.open && !find.folded && room < BESIDE_HITS;
    if scene.workspace.view.layout.band && rows > 1 && !makes_way {
        band::height(rows, room)
    } else {
        0.0
    }
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

/// Asks for something to come into focus, or for nothing to have it.
fn ask_for_focus(scene: &mut Scene<'_>, focus: Option<Focus>) {
    if scene.workspace.view.focus != focus {
        scene.ask(Command::Look(Look::Focus(focus)));
    }
}
