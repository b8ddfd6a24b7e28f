//! The row above the columns: what stands below it, which articles, the band, and what was read already.

use egui::{Align, Layout, Rect, Ui, UiBuilder};

use super::band::BandPanel;
use super::places::Paging;
use crate::locale::Message;
use crate::ui::Scene;
use crate::ui::actions::Action;
use crate::ui::icons::Icon;
use crate::ui::palette::Palette;
use crate::ui::theme::Face;
use crate::ui::widgets::{self, Button, Look};
use crate::workspace::Command;
use crate::workspace::reading::{Change, Mode};
use crate::workspace::view::Look as View;

/// Its height in points.
pub const HEIGHT: f32 = 34.0;

/// What stands in the row beside what the workspace knows.
pub(super) struct Bar<'b> {
    pub paging: Paging,
    pub shown: &'b [usize],
    /// How many words are dimmed because they were read already.
    pub read: usize,
    pub band: &'b mut BandPanel,
}

impl Bar<'_> {
    /// Shows the row.
    pub fn show(mut self, ui: &mut Ui, scene: &mut Scene<'_>, rect: Rect) {
        let builder = UiBuilder::new().max_rect(rect).id_salt("reading-bar");
        ui.scope_builder(builder, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                if scene.workspace.view.layout.mode == Mode::Columns && self.paging.all > 1 {
                    self.band(ui, scene);
                    self.once(ui, scene);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    modes(ui, scene);
                    ui.add_space(8.0);
                    self.articles(ui, scene);
                });
            });
        });
    }

    fn band(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let on = scene.workspace.view.layout.band;
        let name = scene.tr("band-switch");
        if Button::icon(Icon::Band, &name)
            .selected(on)
            .show(ui)
            .clicked()
        {
            scene.ask(layout(Change::Band(!on)));
        }
        if !on {
            return;
        }
        let (out, closer) = (scene.tr("band-out"), scene.tr("band-in"));
        let more = Button::icon(Icon::Plus, &closer).show(ui).clicked();
        let less = Button::icon(Icon::Remove, &out).enabled(self.band.is_zoomed());
        let less = less.show(ui).clicked();
        if more || less {
            self.band.zoom(less);
        }
    }

    /// The switch of reading once, what it did, and the way back.
    fn once(&self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let on = scene.workspace.view.layout.once;
        ui.add_space(8.0);
        if !scene.workspace.view.layout.read.is_empty() {
            let forget = scene.tr("once-forget");
            if Button::icon(Icon::Forget, &forget).show(ui).clicked() {
                scene.ask(layout(Change::Forget));
            }
            let id = if on { "once-words" } else { "once-off" };
            let text = scene.text(&Message::new(id).with("count", self.read));
            let color = Palette::current(ui).ink2;
            widgets::label(ui, text, Face::Sans, 12.0, color)
                .on_hover_text(Action::MarkRead.hint("once-hint", scene.locale));
        }
        let name = scene.tr("once-switch");
        let hint = Action::Once.with_key(&name, scene.locale);
        if Button::icon(Icon::Once, &name)
            .hint(&hint)
            .selected(on)
            .show(ui)
            .clicked()
        {
            scene.ask(layout(Change::Once(!on)));
        }
    }

    /// Where not all columns are on the screen: the letters of all, to bring one there.
    fn articles(&self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let workspace = scene.workspace;
        let (findings, view) = (&workspace.findings, &workspace.view);
        let columns = view.columns(findings);
        let meeting = findings.meetings.get(view.meeting);
        let articles = meeting.map_or(&[][..], |meeting| &meeting.articles);
        let closed = articles.iter().filter(|place| !columns.contains(place));
        let alone = view.layout.mode == Mode::Agreement;
        if self.shown.len() == articles.len() && !alone {
            return;
        }
        ui.spacing_mut().item_spacing.x = 2.0;
        for (index, place) in columns.iter().enumerate() {
            let Some(article) = findings.articles.get(*place) else {
                continue;
            };
            let on = if alone {
                index == 0
            } else {
                self.shown.contains(&index)
            };
            let command = if alone {
                View::Base(article.id)
            } else {
                View::FirstColumn(self.paging.reveal(index))
            };
            self.article(ui, scene, *place, on, command);
        }
        for place in closed {
            if let Some(article) = findings.articles.get(*place) {
                self.article(ui, scene, *place, false, View::Closed(article.id, false));
            }
        }
    }

    fn article(&self, ui: &mut Ui, scene: &mut Scene<'_>, place: usize, on: bool, command: View) {
        let Some(article) = scene.workspace.findings.articles.get(place) else {
            return;
        };
        let id = match (&command, on) {
            (View::Base(_), _) => "base-make",
            (_, true) => "column-here",
            (View::Closed(..), _) => "column-open",
            _ => "column-show",
        };
        let name = scene.text(&Message::new(id).with("outlet", scene.outlet_of(place)));
        let (number, letters) = scene.outlets.get(article);
        let dashed = matches!(command, View::Closed(..));
        if widgets::chip_button(ui, (number, letters), &name, on, dashed).clicked() && !on {
            scene.ask(Command::Look(command));
        }
    }
}

/// What stands below: columns, or one article against all.
fn modes(ui: &mut Ui, scene: &mut Scene<'_>) {
    let now = scene.workspace.view.layout.mode;
    for (mode, id, hint) in [
        (Mode::Columns, "mode-columns", "mode-columns-hint"),
        (Mode::Agreement, "mode-agreement", "mode-agreement-hint"),
    ] {
        let (name, hint) = (scene.tr(id), Action::Agreement.hint(hint, scene.locale));
        let button = Button::new(&name).look(Look::Quiet).selected(now == mode);
        if button.show(ui).on_hover_text(hint).clicked() && now != mode {
            scene.ask(layout(Change::Mode(mode)));
        }
    }
}

fn layout(change: Change) -> Command {
    Command::Look(View::Layout(change))
}
