//! The head of a column: outlet, share, headline, date and credits.

use std::sync::Arc;

use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Color32, CursorIcon, Galley, Id, Layout, Rect, Sense, Stroke, Ui, UiBuilder, pos2, vec2,
};

use super::model::Column;
use crate::locale::Message;
use crate::model::ArticleId;
use crate::ui::icons::Icon;
use crate::ui::palette::Palette;
use crate::ui::theme::Face;
use crate::ui::widgets::{self, Button, Look};
use crate::ui::{Scene, describe};
use crate::workspace::Command;
use crate::workspace::reading;
use crate::workspace::view::Look as Change;

const ROW: f32 = 30.0;
const META: f32 = 18.0;
/// Between the share and the buttons, in points.
const BESIDE_SHARE: f32 = 6.0;
/// Width of the menu of a column.
const MENU: f32 = 220.0;

/// What the reader asks of the columns, beside commands: it takes their geometry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asked {
    /// Keep this column as it stands now against the base.
    Pin(ArticleId),
    /// The head is held at this place of the screen.
    Held(ArticleId, f32),
    /// It was let go there.
    Dropped(ArticleId, f32),
}

/// The head of one column, measured.
pub struct Head {
    id: ArticleId,
    article: usize,
    /// Its number among the columns; the first is the base.
    index: usize,
    share: String,
    share_hint: String,
    headline: Arc<Galley>,
    meta: String,
    inferred: Option<String>,
}

impl Head {
    /// Measures the head of `column`, the number `index`, for a width in points. `share` is what the others have of its
    /// words, if there are others; `pair` is the article beside it where there is one alone.
    pub fn new(
        ui: &Ui,
        scene: &Scene<'_>,
        (index, column): (usize, &Column),
        (share, pair): (Option<f64>, Option<usize>),
        width: f32,
    ) -> Self {
        let article = scene.workspace.findings.articles.get(column.article);
        let format = TextFormat {
            line_height: Some(20.0),
            ..TextFormat::simple(Face::SerifSemiBold.at(15.0), Palette::current(ui).ink)
        };
        let title = article
            .map(|article| article.title().to_owned())
            .unwrap_or_default();
        let mut job = LayoutJob::single_section(title, format);
        job.wrap = TextWrapping {
            max_rows: 4,
            ..TextWrapping::wrap_at_width(width - 8.0)
        };
        Self {
            id: column.id,
            article: column.article,
            index,
            share: describe::percent_or_dash(scene.locale, "share", share),
            share_hint: match (share, pair) {
                (None, _) => scene.tr("share-none-hint"),
                (Some(_), None) => scene.tr("share-hint"),
                (Some(_), Some(other)) => {
                    let outlet = scene.outlet_of(other);
                    scene.text(&Message::new("share-hint-pair").with("outlet", outlet))
                }
            },
            headline: ui.fonts_mut(|fonts| fonts.layout_job(job)),
            meta: article
                .map(|article| describe::credits(scene.locale, article))
                .unwrap_or_default(),
            inferred: article
                .and_then(|article| article.fields.published.as_ref())
                .and_then(describe::origin)
                .map(|message| scene.text(&message)),
        }
    }

    /// Its height in points.
    pub fn height(&self) -> f32 {
        ROW + self.headline.size().y + META + 12.0
    }

    /// Shows it in a place that may be higher than it needs.
    pub fn show(self, ui: &mut Ui, scene: &mut Scene<'_>, rect: Rect) -> Option<Asked> {
        let palette = Palette::current(ui);
        let left = rect.left() + 4.0;
        let row = Rect::from_min_size(pos2(left, rect.top()), vec2(rect.width() - 4.0, ROW));
        // What lies behind the buttons of the head moves the column.
        let dragged = self.drag(ui, rect);
        let row = UiBuilder::new().max_rect(row).id_salt(("head", self.id));
        let asked = ui.scope_builder(row, |ui| self.first_row(ui, scene)).inner;
        let at = pos2(left, rect.top() + ROW);
        let id = Id::unique(("headline", self.id));
        let place = Rect::from_min_size(at, self.headline.size());
        let response = ui.interact(place, id, Sense::HOVER);
        let title = self.headline.text().to_owned();
        response
            .widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &title));
        ui.painter().galley(at, self.headline, palette.ink);
        let meta = Rect::from_min_size(
            pos2(left, rect.bottom() - META - 10.0),
            vec2(rect.width() - 8.0, META),
        );
        ui.scope_builder(
            UiBuilder::new().max_rect(meta).id_salt(("meta", self.id)),
            |ui| {
                let response = widgets::label(ui, &self.meta, Face::Sans, 12.0, palette.ink2);
                if let Some(reason) = &self.inferred {
                    dotted_line(ui, response.rect, palette.ink3);
                    response.on_hover_text(reason);
                }
            },
        );
        ui.painter().hline(
            rect.left()..=rect.right(),
            rect.bottom() - 1.0,
            Stroke::new(1.0, palette.line),
        );
        asked.or(dragged)
    }

    /// The head is a handle: the column goes where it is dropped.
    fn drag(&self, ui: &Ui, rect: Rect) -> Option<Asked> {
        let id = Id::unique(("column", self.id));
        let response = ui.interact(rect, id, Sense::DRAG);
        let response = response.on_hover_and_drag_cursor(CursorIcon::Grab);
        let x = response.interact_pointer_pos()?.x;
        if response.drag_stopped() {
            return Some(Asked::Dropped(self.id, x));
        }
        response.dragged().then_some(Asked::Held(self.id, x))
    }

    fn first_row(&self, ui: &mut Ui, scene: &mut Scene<'_>) -> Option<Asked> {
        let palette = Palette::current(ui);
        let findings = Arc::clone(&scene.workspace.findings);
        let article = findings.articles.get(self.article)?;
        let outlet = &describe::outlet(scene.locale, article);
        let short = &describe::outlet_short(scene.locale, article);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            // From the right; the keyboard comes from the left, and to what takes the column away last.
            let (close_room, menu_room) = (Button::room(ui), Button::room(ui));
            let is_loose = scene.workspace.view.layout.loose.contains(&self.id);
            let lock_room = is_loose.then(|| Button::room(ui));
            // A dash is so narrow that a button close to it would catch the pointer.
            ui.add_space(BESIDE_SHARE);
            widgets::label(ui, &self.share, Face::Sans, 12.0, palette.ink2)
                .on_hover_text(&self.share_hint);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let (number, letters) = scene.outlets.get(article);
                widgets::chip(ui, number, letters);
                if self.index == 0 {
                    let base = scene.tr("base");
                    let font = Face::Sans.at(12.0);
                    let beside = ui
                        .painter()
                        .layout_no_wrap(base.clone(), font, palette.ink2);
                    let room = ui.available_width() - beside.size().x - 8.0;
                    // Where there is little room, the outlet is cut, which its chip tells too.
                    ui.scope(|ui| {
                        ui.set_max_width(room.max(0.0));
                        widgets::label(ui, short, Face::SansMedium, 13.0, palette.ink)
                            .on_hover_text(outlet);
                    });
                    widgets::label(ui, base, Face::Sans, 12.0, palette.ink2)
                        .on_hover_text(scene.tr("base-hint"));
                } else {
                    let name =
                        scene.text(&Message::new("base-make").with("outlet", outlet.as_str()));
                    let response = Button::new(short)
                        .look(Look::Inline)
                        .show(ui)
                        .on_hover_text(name);
                    if response.clicked() {
                        scene.ask(Command::Look(Change::Base(self.id)));
                    }
                }
            });
            let named = |id| scene.text(&Message::new(id).with("outlet", outlet.as_str()));
            let (lock, close) = (named("column-lock"), named("column-close"));
            if let Some(room) = lock_room
                && Button::icon(Icon::LockOpen, &lock)
                    .show_in(ui, room)
                    .clicked()
            {
                scene.ask(layout(reading::Change::Loose(self.id, false)));
            }
            let asked = self.menu(ui, scene, outlet, menu_room);
            if Button::icon(Icon::Close, &close)
                .show_in(ui, close_room)
                .clicked()
            {
                scene.ask(Command::Look(Change::Closed(self.id, true)));
            }
            asked
        })
        .inner
    }

    /// What can be done with the column, by mouse and by keyboard alike.
    fn menu(&self, ui: &mut Ui, scene: &mut Scene<'_>, outlet: &str, room: Rect) -> Option<Asked> {
        let name = scene.text(&Message::new("column-menu").with("outlet", outlet));
        let button = Button::icon(Icon::More, &name).show_in(ui, room);
        let reading = &scene.workspace.view.layout;
        let loose = reading.loose.contains(&self.id);
        let alone = if loose {
            "column-together"
        } else {
            "column-alone"
        };
        let columns = scene.workspace.view.columns(&scene.workspace.findings);
        let last = self.index + 1 >= columns.len();
        let moved = |to| Command::Look(Change::MoveColumn(self.id, to));
        let mut entries = Vec::new();
        if self.index > 0 {
            let base = Command::Look(Change::Base(self.id));
            entries.push(("article-base", base));
            entries.push(("column-left", moved(self.index - 1)));
        }
        if !last {
            entries.push(("column-right", moved(self.index + 1)));
        }
        entries.push(("article-fields", Command::Look(Change::Fields(self.id))));
        entries.push((alone, layout(reading::Change::Loose(self.id, !loose))));
        let mut asked = None;
        egui::Popup::menu(&button).width(MENU).show(|ui| {
            for (id, command) in entries {
                let name = scene.tr(id);
                if widgets::menu_entry(ui, Button::new(&name), &button) {
                    scene.ask(command);
                }
            }
            let pin = scene.tr("column-pin");
            let hint = scene.tr("column-pin-hint");
            let can = self.index > 0;
            let pin = Button::new(&pin).look(Look::Quiet).enabled(can).show(ui);
            if pin.on_hover_text(hint).clicked() && can {
                asked = Some(Asked::Pin(self.id));
                ui.close();
            }
        });
        asked
    }
}

fn layout(change: reading::Change) -> Command {
    Command::Look(Change::Layout(change))
}

/// The mark of what was inferred.
pub fn dotted_line(ui: &Ui, rect: Rect, color: Color32) {
    let mut x = rect.left();
    while x < rect.right() {
        let dot = Rect::from_min_size(pos2(x, rect.bottom()), vec2(1.0, 1.0));
        ui.painter().rect_filled(dot, 0.0, color);
        x += 3.0;
    }
}
