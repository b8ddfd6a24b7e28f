//! The list of rows: only those in sight are laid out.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Id, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::model::{Model, Row};
use super::{State, articles, carry, rows};
use crate::analysis::Findings;
use crate::ui::{Scene, describe, theme};
use crate::workspace::shelf::{self, Entry, Filter};

/// So far beyond what is in sight rows are laid out too, for the Tab key, in points.
const BEYOND: f32 = 600.0;
/// So near to the upper and lower end the list moves while something is dragged, and so far in a frame, in points.
const EDGE: f32 = 28.0;
const PACE: f32 = 8.0;
/// What a row is taken for until it was seen, in points.
const MEETING: f32 = 66.0;
const ARTICLE: f32 = 60.0;
const OTHER: f32 = 32.0;

/// What the rows follow from.
#[derive(Clone, PartialEq)]
struct Key {
    findings: usize,
    open: Option<usize>,
    closed: Vec<crate::model::ArticleId>,
    filter: Filter,
}

/// Rows, and what is known of them.
#[derive(Default)]
pub struct List {
    key: Option<Key>,
    /// The rows.
    pub model: Model,
    /// What the filters know of each article.
    pub entries: Vec<Entry>,
    /// The findings that belong to the entries and to the shares; kept, so that no others stand in their place.
    findings: Arc<Findings>,
    shares: BTreeMap<usize, Option<f64>>,
    /// How high each row was when it was last seen, by what it stands for.
    heights: BTreeMap<(u8, usize), f32>,
    width: f32,
    open: Option<usize>,
}

impl List {
    /// Makes the rows anew if something changed.
    pub fn refresh(&mut self, scene: &Scene<'_>, folded: Option<usize>) {
        let workspace = scene.workspace;
        let view = &workspace.view;
        if !Arc::ptr_eq(&self.findings, &workspace.findings) {
            self.findings = Arc::clone(&workspace.findings);
            self.entries = shelf::entries(&self.findings);
            self.shares.clear();
            self.heights.clear();
        }
        let key = Key {
            findings: Arc::as_ptr(&self.findings) as usize,
            open: Some(view.meeting).filter(|open| Some(*open) != folded),
            closed: view.closed.clone(),
            filter: view.shelf.clone(),
        };
        if self.key.as_ref() != Some(&key) {
            let kept = key.filter.shown(&self.entries);
            self.model = Model::new(&self.findings, key.open, &kept, &key.closed);
            self.key = Some(key);
        }
    }

    /// Shows the rows.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
        let width = ui.available_width();
        if (self.width - width).abs() > 0.5 {
            self.heights.clear();
            self.width = width;
        }
        let open = scene.workspace.view.meeting;
        let is_new = self.open.replace(open) != Some(open);
        theme::show_scroll_bars(ui);
        let area = ScrollArea::vertical().id_salt("library").auto_shrink(false);
        area.show_viewport(ui, |ui, seen| {
            if carry::is_under_way(ui) {
                scroll_at_the_edge(ui);
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            // Beside the scroll bar there is less room; what claims more would push the panel wider and wider.
            let (top, left, width) = (ui.cursor().top(), ui.cursor().left(), ui.available_width());
            let mut y = 0.0;
            state.stops.clear();
            for row in std::mem::take(&mut self.model.rows) {
                let key = key(&row);
                let height = self
                    .heights
                    .get(&key)
                    .copied()
                    .unwrap_or_else(|| guess(&row));
                let rect = Rect::from_min_size(pos2(left, top + y), vec2(width, height));
                if is_new && matches!(row, Row::Meeting { meeting, .. } if meeting == open) {
                    ui.scroll_to_rect(rect, None);
                }
                let in_sight = y + height >= seen.min.y - BEYOND && y <= seen.max.y + BEYOND;
                if in_sight {
                    let builder = UiBuilder::new()
                        .max_rect(rect)
                        .scope_id(Id::unique("library").with(key));
                    let mut child = ui.new_child(builder);
                    self.row(&mut child, scene, state, row);
                    let shown = child.min_rect().height();
                    self.heights.insert(key, shown);
                    y += shown;
                } else {
                    y += height;
                }
                self.model.rows.push(row);
            }
            super::walk(ui, &state.stops);
            let whole = Rect::from_min_size(pos2(left, top), vec2(width, y));
            ui.advance_cursor_after_rect(whole);
            super::below(ui, scene);
        });
    }

    fn row(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, row: Row) {
        let findings = Arc::clone(&self.findings);
        match row {
            Row::Meeting { meeting, shown } => {
                rows::meeting(ui, scene, state, &findings, (meeting, shown));
            }
            Row::Open(meeting) => rows::open(ui, scene, state, &findings, meeting),
            Row::Closed(count) => rows::closed(ui, scene, count),
            Row::Article { article, meeting } => {
                let members = findings
                    .meetings
                    .get(meeting)
                    .map(|meeting| &meeting.articles);
                let share = *self.shares.entry(article).or_insert_with(|| {
                    let among = members.map_or(&[][..], Vec::as_slice);
                    describe::coverage(&findings, article, among)
                });
                articles::article(ui, scene, state, &findings, (article, meeting), share);
            }
        }
    }
}

/// While something is dragged, the list moves where the pointer is near its end.
fn scroll_at_the_edge(ui: &Ui) {
    let Some(pointer) = ui.ctx().pointer_latest_pos() else {
        return;
    };
    let clip = ui.clip_rect();
    let up = pointer.y < clip.top() + EDGE;
    let down = pointer.y > clip.bottom() - EDGE;
    if clip.expand(EDGE).contains(pointer) && (up || down) {
        ui.scroll_with_delta(vec2(0.0, if up { PACE } else { -PACE }));
        ui.ctx().request_repaint();
    }
}

/// What a row stands for; its controls keep their names in the program while rows come and go.
fn key(row: &Row) -> (u8, usize) {
    match row {
        Row::Meeting { meeting, .. } => (0, *meeting),
        Row::Open(meeting) => (1, *meeting),
        Row::Closed(_) => (2, 0),
        Row::Article { article, .. } => (3, *article),
    }
}

fn guess(row: &Row) -> f32 {
    match row {
        Row::Meeting { .. } => MEETING,
        Row::Article { .. } => ARTICLE,
        Row::Open(_) | Row::Closed(_) => OTHER,
    }
}
