//! The columns side by side: where they stand, their text, what lies between them, and their overviews.

use egui::{Id, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use super::layout::{Budget, Type};
use super::model::{Column, Model};
use super::places::{self, Paging, Place};
use super::strip::{self, Scale};
use super::{ReadPanel, StripKey, column_of, gutter, head, paint, reveal_witness, selection, spot};
use crate::locale::Message;
use crate::ui::palette::Palette;
use crate::ui::{Scene, describe};
use crate::workspace::Command;
use crate::workspace::view::{Focus, Look};

/// What a column can be scrolled beyond its end, as a share of what is in sight.
const BELOW: f32 = 0.6;

impl ReadPanel {
    /// Shows the columns of `paging`.
    pub(super) fn show_columns(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        model: &Model,
        paging: Paging,
        area: Rect,
        hovered: &mut Option<Focus>,
    ) {
        let places = self.places(ui, scene, model, area, &paging.shown());
        self.prepare(ui, scene, model, &places);
        let level = scene.workspace.view.level;
        let fresh = std::mem::replace(&mut self.revealed, level) != level;
        // A panel that opens takes columns off the screen, and not those that show what is in focus.
        let fewer = std::mem::replace(&mut self.fit, paging.fit) > paging.fit;
        let paged = (fresh || fewer)
            && match scene.workspace.view.spot {
                Some(spot) => spot::reveal(scene, model, paging, spot),
                None => reveal_witness(scene, model, paging),
            };
        if paged && fewer {
            // What comes on the screen in place of others comes level, as after a step.
            self.level = level.wrapping_sub(1);
        }
        if !paged {
            self.come_level(ui, scene, model, &places);
            self.show_end(ui, scene, model, (paging, &places));
        }
        // Paging stops where there are no more columns.
        if scene.workspace.view.first_column > paging.first && !paged {
            scene.ask(Command::Look(Look::FirstColumn(paging.first)));
        }
        let gone = self.go(ui, scene, model, &places);
        let mut driver = None;
        for place in &places {
            if self.show_column(ui, scene, model, place, hovered) {
                let offset = self.offsets.get(&place.id).copied().unwrap_or_default();
                driver = Some((place.index, offset));
            }
        }
        self.show_gutters(ui, scene, model, &places, hovered);
        for place in &places {
            let scrolled = self.show_strip(ui, scene, model, place);
            driver = scrolled.map(|offset| (place.index, offset)).or(driver);
        }
        if let Some(driver) = gone.or(driver) {
            self.follow(ui, scene, model, &places, driver);
            self.report_reading(scene, model, &places, driver);
        }
        self.see(ui, scene, model, &places);
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
        let columns: Vec<(usize, &Column)> = shown
            .iter()
            .filter_map(|index| Some((*index, model.columns.get(*index)?)))
            .collect();
        let reading = &scene.workspace.view.layout;
        let shares: Vec<f32> = columns
            .iter()
            .map(|(_, column)| reading.share(column.id))
            .collect();
        let edges = places::edges(area.width(), &shares, places::widest(scene));
        let findings = &scene.workspace.findings;
        let among = || model.columns.iter().map(|column| column.article);
        let coverage = self.coverage.get(self.number, || {
            let all: Vec<usize> = among().collect();
            let share = |article: &usize| describe::coverage(findings, *article, &all);
            all.iter().map(share).collect()
        });
        let pair = |article: usize| {
            let mut others = among().filter(|other| *other != article);
            others.next().filter(|_| model.columns.len() == 2)
        };
        let heads: Vec<head::Head> = columns
            .iter()
            .zip(&edges)
            .map(|((index, column), (left, right))| {
                let share = coverage.get(*index).copied().unwrap_or_default();
                let share = (share, pair(column.article));
                head::Head::new(ui, scene, (*index, column), share, right - left)
            })
            .collect();
        let height = heads.iter().map(head::Head::height).fold(0.0, f32::max);
        let places: Vec<Place> = columns
            .iter()
            .zip(&edges)
            .map(|((index, column), (left, right))| {
                let rect = Rect::from_min_max(
                    pos2(area.left() + left, area.top()),
                    pos2(area.left() + right, area.bottom()),
                );
                Place::below(*index, column.id, rect, height)
            })
            .collect();
        let asked: Vec<head::Asked> = heads
            .into_iter()
            .zip(&places)
            .filter_map(|(head, place)| {
                let rect = Rect::from_min_size(place.rect.min, vec2(place.rect.width(), height));
                head.show(ui, scene, rect)
            })
            .collect();
        for asked in asked {
            self.head_asked(ui, scene, model, &places, asked);
        }
        places
    }

    fn head_asked(
        &self,
        ui: &Ui,
        scene: &mut Scene<'_>,
        model: &Model,
        places: &[Place],
        asked: head::Asked,
    ) {
        let (article, x, dropped) = match asked {
            head::Asked::Pin(article) => return self.pin(scene, model, places, article),
            head::Asked::Held(article, x) => (article, x, false),
            head::Asked::Dropped(article, x) => (article, x, true),
        };
        let target = places::drop_at(places, x);
        // A press that moves nothing is no drag.
        let target = target.and_then(|at| places.iter().find(|place| place.index == at));
        let Some(place) = target.filter(|place| place.id != article) else {
            return;
        };
        if dropped {
            scene.ask(Command::Look(Look::MoveColumn(article, place.index)));
        } else {
            let stroke = Stroke::new(3.0, Palette::current(ui).ink);
            let y = place.body.top() - 2.0;
            ui.painter().hline(place.rect.x_range(), y, stroke);
        }
    }

    /// Lays out what is on the screen, then a little more; the columns take turns at who is first.
    fn prepare(&mut self, ui: &Ui, scene: &Scene<'_>, model: &Model, places: &[Place]) {
        let mut budget = Budget::default();
        let text = Type::in_columns(scene.workspace.view.text_size);
        for place in places {
            if let Some(column) = column_of(model, place) {
                let layout = self.layouts.entry(place.id).or_default();
                layout.prepare(ui, column, place.text_width(), text);
            }
        }
        let layouts = &self.layouts;
        let is_open = |place: &&Place| layouts.get(&place.id).is_some_and(|one| !one.is_done());
        let mut open: Vec<&Place> = places.iter().filter(is_open).collect();
        if open.is_empty() {
            return;
        }
        ui.ctx().request_repaint();
        let turn = ui.ctx().cumulative_frame_nr() % open.len() as u64;
        open.rotate_left(turn as usize);
        for place in open {
            let Some(column) = column_of(model, place) else {
                continue;
            };
            let offset = self.offsets.get(&place.id).copied().unwrap_or_default();
            let layout = self.layouts.entry(place.id).or_default();
            let seen = layout.between(offset, offset + place.body.height());
            let anchor = seen.start;
            let into = offset - layout.top(anchor);
            layout.lay_out(ui, column, seen, &mut budget);
            if budget.is_left() {
                layout.lay_out_ahead(ui, column, &mut budget);
            }
            // What is read stays where it is while heights above it become known.
            let kept = layout.top(anchor) + into;
            if (kept - offset).abs() > 0.5 {
                self.wanted.entry(place.id).or_insert(kept);
            }
        }
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
        let (Some(column), Some(layout)) = (column_of(model, place), self.layouts.get(&place.id))
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
        let wordings = &self.wordings;
        let mut begun = self
            .begun
            .filter(|_| ui.input(|input| input.pointer.primary_down()));
        let output = ui.scope_builder(builder, |ui| {
            scroll.show_viewport(ui, |ui, viewport| {
                let space = layout.height() + viewport.height() * BELOW;
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
                    wordings,
                    shades: None,
                    begun: &mut begun,
                };
                painter.show(ui, viewport.y_range(), hovered)
            })
        });
        let offset = output.inner.state.clamped_offset().y;
        self.offsets.insert(place.id, offset);
        self.begun = begun;
        if begun.is_some_and(|begun| begun.is_in(place.id))
            && let Some(beyond) = selection::beyond(ui, place.body)
        {
            self.wanted.insert(place.id, (offset + beyond).max(0.0));
            ui.ctx().request_repaint();
        }
        // A column that became shorter than it was is moved by nobody.
        let most = layout.height() - place.body.height() * (1.0 - BELOW);
        wanted.is_none() && (offset - known).abs() > 0.5 && known <= most + 0.5
    }

    fn show_gutters(
        &mut self,
        ui: &Ui,
        scene: &mut Scene<'_>,
        model: &Model,
        places: &[Place],
        hovered: &mut Option<Focus>,
    ) {
        for pair in places.windows(2) {
            let [left, right] = pair else { continue };
            let (Some(one), Some(other)) = (column_of(model, left), column_of(model, right)) else {
                continue;
            };
            let (Some(from), Some(to)) = (self.layouts.get(&left.id), self.layouts.get(&right.id))
            else {
                continue;
            };
            let key = (self.number, from.generation(), to.generation());
            let links = self.links.entry((left.id, right.id)).or_default();
            let links = links.get(key, || {
                gutter::links(&scene.workspace.findings, model, [one, other], [from, to])
            });
            let offset = |id| self.offsets.get(&id).copied().unwrap_or_default();
            let shown = gutter::Shown {
                places: [left, right],
                offsets: [offset(left.id), offset(right.id)],
                links,
                lit: self.hovered,
            };
            shown.show(ui, scene, hovered);
        }
    }

    /// Shows the overview of a column; where the reader scrolled to on it.
    fn show_strip(
        &mut self,
        ui: &Ui,
        scene: &mut Scene<'_>,
        model: &Model,
        place: &Place,
    ) -> Option<f32> {
        let column = column_of(model, place)?;
        let layout = self.layouts.get(&place.id)?;
        let offset = self.offsets.get(&place.id).copied().unwrap_or_default();
        let scale = Scale {
            area: Rect::from_min_size(
                pos2(place.rect.left() + 4.0, place.body.top() + 4.0),
                vec2(strip::WIDTH, place.body.height() - 12.0),
            ),
            total: layout.height(),
            seen: place.body.height(),
        };
        let palette = Palette::current(ui);
        let view = &scene.workspace.view;
        let key = StripKey {
            scale,
            generation: layout.generation(),
            dark: palette.dark,
            hidden: view.hidden,
        };
        let cells = self.strips.entry(place.id).or_default();
        let cells = cells.get(key, || {
            strip::cells(palette, column, layout, &scale, view.hidden)
        });
        let name = Message::new("strip").with("outlet", scene.outlet_of(column.article));
        let focus = view.focus.and_then(|focus| layout.place_of_focus(focus));
        let id = Id::unique(("strip", place.id));
        let used = strip::show(ui, id, cells, &scale, offset, focus, &scene.text(&name));
        let ticks = self.ticks.entry(place.id).or_default();
        ticks.paint(ui.painter(), scene, column, layout, &scale);
        if used.entered {
            // Whose overview has the keyboard is read, and there keys select.
            let at = (place.index, offset);
            self.report_reading(scene, model, std::slice::from_ref(place), at);
        }
        let strip::Scrolled { to, jumped } = used.scrolled?;
        if jumped {
            self.sight.clear();
        }
        self.wanted.insert(place.id, to);
        ui.ctx().request_repaint();
        Some(to)
    }
}
