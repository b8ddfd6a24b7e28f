//! The agreement map: the base article at full measure, each word shaded by how many of the other outlets carry it;
//! beside it what they have in its place.

mod build;
pub mod layout;
pub mod model;
mod notes;
pub mod shade;
mod title;

use std::ops::Range;
use std::sync::Arc;

use egui::{Id, Pos2, Rect, ScrollArea, Shape, Ui, UiBuilder, pos2, vec2};

use self::model::Agreement;
use super::hits::Ticks;
use super::layout::{Budget, ColumnLayout, Type, rows};
use super::model::{Column, Model};
use super::selection::Begun;
use super::strip::{self, Scale};
use super::{LEVEL, MARGIN, RIGHT, StripKey, ask_for_focus, hits, paint, selection, spot};
use crate::locale::Message;
use crate::model::ArticleId;
use crate::ui::Scene;
use crate::ui::cached::Cached;
use crate::ui::palette::Palette;
use crate::ui::theme::Face;
use crate::workspace::view::Focus;

/// Height of the legend above the text.
const LEGEND: f32 = 36.0;
/// Above the headline, between headline and text.
const ABOVE: f32 = 20.0;
/// Widest text of the article.
const MEASURE: f32 = 524.0;
/// Between the text and the notes, for the leaders.
const LEADERS: f32 = 52.0;
/// Widths of the notes; where they have less room than the first, the text stands alone.
const NOTES: std::ops::RangeInclusive<f32> = 210.0..=640.0;
/// Between two notes.
const GAP: f32 = 14.0;
/// How far off the screen notes are still painted: their frames reach beyond them.
const BEYOND: f32 = 40.0;

/// The agreement map's own state.
#[derive(Default)]
pub struct AgreementPanel {
    model: Cached<u64, Arc<Agreement>>,
    layout: ColumnLayout,
    of: Option<(u64, ArticleId)>,
    strip: Cached<StripKey, Shape>,
    ticks: Ticks,
    stack: Cached<(u64, u64, u32), Arc<[NotePlace]>>,
    offset: f32,
    wanted: Option<f32>,
    level: u64,
    extended: u64,
    /// Text that is being selected.
    begun: Option<Begun>,
}

/// Where a note stands, counted from the top of the text.
#[derive(Clone, Copy, Debug)]
struct NotePlace {
    top: f32,
    height: f32,
    /// Top of the row in which its words begin.
    row: f32,
}

/// Where the parts stand.
struct Areas {
    /// Left edge and width of the text.
    text: (f32, f32),
    /// The same of the notes, where there is room for them.
    notes: Option<(f32, f32)>,
}

impl Areas {
    fn new(area: Rect) -> Self {
        let left = area.left() + MARGIN + 12.0;
        let room = area.right() - left - RIGHT;
        let with_notes = MEASURE.min(room - LEADERS - NOTES.start());
        let notes = room - LEADERS - with_notes;
        if with_notes < 300.0 {
            return Self {
                text: (left, room.clamp(1.0, MEASURE)),
                notes: None,
            };
        }
        Self {
            text: (left, with_notes),
            notes: Some((left + with_notes + LEADERS, notes.min(*NOTES.end()))),
        }
    }
}

impl AgreementPanel {
    /// Shows the first column of `model`, which is known by a number, against all others.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        (model, number): (&Model, u64),
        area: Rect,
        lit: Option<Focus>,
        hovered: &mut Option<Focus>,
    ) {
        let Some(column) = model.columns.first() else {
            return;
        };
        let findings = &scene.workspace.findings;
        let agreement = self.model.get(number, || {
            Arc::new(Agreement::new(findings, &model.columns))
        });
        let agreement = Arc::clone(agreement);
        if self.of != Some((number, column.id)) {
            let same = self.of.is_some_and(|(_, id)| id == column.id);
            self.layout.clear();
            if !same {
                self.offset = 0.0;
                self.wanted = Some(0.0);
            }
            self.of = Some((number, column.id));
        }
        let (top, body) = area.split_top_bottom_at_y(area.top() + LEGEND);
        title::legend(ui, scene, &agreement, top);
        let areas = Areas::new(body);
        let head = self.head_height(ui, scene, column, areas.text.1);
        self.prepare(ui, scene, column, (areas.text.1, head), body.height());
        self.body(
            ui,
            scene,
            (model, column, &agreement),
            (body, &areas, head),
            lit,
            hovered,
        );
        self.strip(ui, scene, (column, &agreement), body, head);
    }

    fn headline(
        &self,
        ui: &Ui,
        scene: &Scene<'_>,
        column: &Column,
        width: f32,
    ) -> Arc<egui::Galley> {
        let article = scene.workspace.findings.articles.get(column.article);
        let title = article.map_or("", |article| article.title()).to_owned();
        let (font, ink) = (Face::SerifSemiBold.at(24.0), Palette::current(ui).ink);
        ui.painter().layout(title, font, ink, width)
    }

    fn head_height(&self, ui: &Ui, scene: &Scene<'_>, column: &Column, width: f32) -> f32 {
        ABOVE + 24.0 + self.headline(ui, scene, column, width).size().y + 10.0
    }

    /// Lays out what is in sight, and comes level with what is in focus.
    fn prepare(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        column: &Column,
        (width, head): (f32, f32),
        seen: f32,
    ) {
        let text = Type::alone(scene.workspace.view.text_size);
        let layout = &mut self.layout;
        layout.prepare(ui, column, width, text);
        let at = self.offset - head;
        let mut budget = Budget::default();
        let in_sight = layout.between(at, at + seen);
        let (anchor, into) = (in_sight.start, at - layout.top(in_sight.start));
        layout.lay_out(ui, column, in_sight, &mut budget);
        layout.lay_out_ahead(ui, column, &mut budget);
        if !layout.is_done() {
            ui.ctx().request_repaint();
        }
        let kept = layout.top(anchor) + into + head;
        if (kept - self.offset).abs() > 0.5 && self.offset > head {
            self.wanted.get_or_insert(kept);
        }
        let view = &scene.workspace.view;
        if std::mem::replace(&mut self.extended, view.extended) != view.extended
            && let Some(end) = selection::end(scene, column.id)
            && let Some(top) = hits::top_of(column, layout, end)
        {
            self.wanted = selection::reach(self.offset, seen, top + head).or(self.wanted);
        }
        if std::mem::replace(&mut self.level, view.level) == view.level {
            return;
        }
        if let Some(spot) = view.spot.filter(|spot| spot.article == column.id) {
            let about = hits::top_of(column, layout, spot).unwrap_or_default();
            // What comes into sight above it must have its height too.
            let first = layout.item_at((about - seen * LEVEL).max(0.0));
            let last = layout.item_at(about) + 1;
            layout.lay_out(ui, column, first..last, &mut Budget::unlimited());
            let top = hits::top_of(column, layout, spot).unwrap_or_default();
            self.wanted = Some((top + head - seen * LEVEL).max(0.0));
            return;
        }
        let Some(focus) = view.focus else { return };
        if let Some(item) = ColumnLayout::item_of(column, focus) {
            let first = layout.item_at((layout.top(item) - seen * LEVEL).max(0.0));
            layout.lay_out(ui, column, first..item + 1, &mut Budget::unlimited());
            let place = layout.place_of_focus(focus).map(|(top, _)| top + head);
            // What is in sight stays where it is.
            let inside = |top: &f32| *top > self.offset && top + 80.0 < self.offset + seen;
            self.wanted = place
                .filter(|top| !inside(top))
                .map(|top| (top - seen * LEVEL).max(0.0))
                .or(self.wanted);
            ui.ctx().request_repaint();
        }
    }

    fn body(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        (model, column, agreement): (&Model, &Column, &Agreement),
        (body, areas, head): (Rect, &Areas, f32),
        lit: Option<Focus>,
        hovered: &mut Option<Focus>,
    ) {
        let (left, width) = areas.text;
        let headline = self.headline(ui, scene, column, width);
        let notes = areas
            .notes
            .map(|(left, width)| (left, width, self.stacked(agreement, width)));
        let mut scroll = ScrollArea::vertical()
            .id_salt("agreement")
            .auto_shrink(false);
        let wanted = self.wanted.is_some();
        if let Some(offset) = self.wanted.take() {
            scroll = scroll.vertical_scroll_offset(offset);
        }
        let mut begun = self
            .begun
            .filter(|_| ui.input(|input| input.pointer.primary_down()));
        let layout = &self.layout;
        let last = notes.as_ref().and_then(|(_, _, places)| places.last());
        let last = last.map(|place| place.top + place.height);
        let total = head + layout.height().max(last.unwrap_or_default());
        let builder = UiBuilder::new().max_rect(body).id_salt("agreement-body");
        let output = ui.scope_builder(builder, |ui| {
            scroll.show_viewport(ui, |ui, viewport| {
                ui.set_height(total + viewport.height() * 0.4);
                let top = ui.min_rect().top();
                title::show(ui, scene, column, pos2(left, top + ABOVE), headline);
                let origin = pos2(left, top + head);
                let seen = (viewport.min.y - head)..=(viewport.max.y - head);
                if let Some((left, width, places)) = &notes {
                    let at = (pos2(*left, origin.y), *width);
                    let pressed = margin(ui, scene, agreement, places, at, hovered);
                    if let Some(focus) = pressed {
                        ask_for_focus(scene, Some(focus));
                    }
                }
                // The text is as wide as its measure, not as the window.
                let text = Rect::from_min_max(
                    ui.max_rect().min,
                    pos2(left + width + RIGHT, ui.max_rect().bottom()),
                );
                ui.scope_builder(
                    UiBuilder::new().max_rect(text).id_salt("agreement-text"),
                    |ui| {
                        let painter = paint::Column {
                            focus: scene.workspace.view.focus,
                            scene,
                            model,
                            column,
                            layout,
                            origin,
                            lit,
                            wordings: &[],
                            shades: Some((&agreement.runs, agreement.others.len())),
                            begun: &mut begun,
                        };
                        painter.show(ui, (*seen.start()..=*seen.end()).into(), hovered);
                    },
                );
            })
        });
        let offset = output.inner.state.clamped_offset().y;
        let scrolled = !wanted && (offset - self.offset).abs() > 0.5;
        self.offset = offset;
        self.begun = begun;
        if scrolled {
            // The line that stays where it is when the letters become larger.
            let line = offset - head + body.height() * LEVEL;
            spot::report(scene, column, &self.layout, line.max(0.0));
        }
    }

    /// Where the notes stand; they ascend.
    fn stacked(&mut self, agreement: &Agreement, width: f32) -> Arc<[NotePlace]> {
        let layout = &self.layout;
        let number = self.of.map_or(0, |(number, _)| number);
        let key = (number, layout.generation(), width.round() as u32);
        let places = self.stack.get(key, || {
            let wishes: Vec<(f32, f32)> = agreement
                .notes
                .iter()
                .map(|note| (phrase_row(layout, note), notes::height(note, width)))
                .collect();
            let tops = layout::stack(&wishes, GAP).into_iter();
            tops.zip(&wishes)
                .map(|(top, (row, height))| NotePlace {
                    top,
                    height: *height,
                    row: *row,
                })
                .collect()
        });
        Arc::clone(places)
    }

    fn strip(
        &mut self,
        ui: &Ui,
        scene: &Scene<'_>,
        (column, agreement): (&Column, &Agreement),
        body: Rect,
        head: f32,
    ) {
        let min = body.min + vec2(4.0, 4.0);
        let scale = Scale {
            area: Rect::from_min_size(min, vec2(strip::WIDTH, body.height() - 12.0)),
            total: self.layout.height(),
            seen: body.height(),
        };
        let (palette, layout) = (Palette::current(ui), &self.layout);
        let key = StripKey {
            scale,
            generation: layout.generation(),
            dark: palette.dark,
            hidden: scene.workspace.view.hides(),
        };
        let cells = self.strip.get(key, || {
            shade::cells(palette, column, layout, &scale, agreement)
        });
        let name = Message::new("strip").with("outlet", scene.outlet_of(column.article));
        let focus = scene.workspace.view.focus;
        let focus = focus.and_then(|focus| layout.place_of_focus(focus));
        let id = Id::unique("agreement-strip");
        let offset = (self.offset - head).max(0.0);
        let name = scene.text(&name);
        let used = strip::show(ui, id, cells, &scale, offset, focus, &name);
        self.ticks
            .paint(ui.painter(), scene, column, layout, &scale);
        if let Some(strip::Scrolled { to, .. }) = used.scrolled {
            self.wanted = Some(if to > 0.0 { to + head } else { 0.0 });
            ui.ctx().request_repaint();
        }
    }
}

/// Top of the row in which a note's words begin, counted from the top of the text.
fn phrase_row(layout: &ColumnLayout, note: &model::Note) -> f32 {
    let galley = layout.galley(note.item);
    let row = galley.and_then(|galley| rows(galley, &(note.from..note.from + 1)).pop());
    layout.top(note.item) + row.map_or(0.0, |row| row.top())
}

/// Which of `places` can have a part between two heights: the note itself, or the row that it is about.
fn in_sight(places: &[NotePlace], from: f32, to: f32) -> Range<usize> {
    let first = |ends: &dyn Fn(&NotePlace) -> f32| places.partition_point(|one| ends(one) < from);
    let last = |begins: &dyn Fn(&NotePlace) -> f32| places.partition_point(|one| begins(one) < to);
    let above = first(&|one| one.top + one.height).min(first(&|one| one.row));
    let below = last(&|one| one.top).max(last(&|one| one.row));
    above..below.max(above)
}

/// The notes in sight; the passage of the one that was pressed. `at` is the left top of all, and their width.
fn margin(
    ui: &Ui,
    scene: &Scene<'_>,
    agreement: &Agreement,
    places: &[NotePlace],
    (at, width): (Pos2, f32),
    hovered: &mut Option<Focus>,
) -> Option<Focus> {
    let seen = ui.clip_rect().expand(BEYOND).translate(vec2(0.0, -at.y));
    let line = Type::alone(scene.workspace.view.text_size).line;
    let mut pressed = None;
    for index in in_sight(places, seen.top(), seen.bottom()) {
        let (Some(note), Some(place)) = (agreement.notes.get(index), places.get(index)) else {
            continue;
        };
        let shown = notes::Shown {
            note,
            others: &agreement.others,
            rect: Rect::from_min_size(at + vec2(0.0, place.top), vec2(width, place.height)),
            phrase: at + vec2(6.0 - LEADERS, place.row + line / 2.0),
            focused: scene.workspace.view.focus == Some(note.focus),
        };
        if shown.show(ui, scene, hovered) {
            pressed = Some(note.focus);
        }
    }
    pressed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_in_sight_with_their_rows() {
        let place = |row: f32, top: f32| NotePlace {
            top,
            height: 50.0,
            row,
        };
        let places = [
            place(0.0, 0.0),
            place(10.0, 60.0),
            place(20.0, 120.0),
            place(400.0, 400.0),
        ];
        assert_eq!(in_sight(&places, 0.0, 100.0), 0..3);
        assert_eq!(in_sight(&places, 130.0, 200.0), 2..3);
        assert_eq!(in_sight(&places, 200.0, 300.0), 3..3);
        assert_eq!(in_sight(&[], 0.0, 100.0), 0..0);
    }
}
