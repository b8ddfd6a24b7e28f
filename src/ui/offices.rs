//! Titles and offices, as a sheet over the window: the words of each language, which can be switched off, and those that
//! the reader added.

use egui::accesskit::Role;
use egui::{
    CornerRadius, Id, Margin, Response, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, vec2,
};

use super::icons::Icon;
use super::palette::Palette;
use super::theme::Face;
use super::typed::{self, Ended, Typed};
use super::widgets::{self, Button, Look};
use super::{Scene, describe, library, regions};
use crate::locale::Message;
use crate::model::offices::{Added, LANGUAGES, Listed, OTHERS, listed};
use crate::model::{Edit, Offices};
use crate::text::fold;
use crate::workspace::Command;
use crate::workspace::view::{Look as Change, Sheet};

/// Most that the sheet takes of the window, in points.
const WIDTH: f32 = 600.0;
const HEIGHT: f32 = 660.0;
/// Height of a word, and what stands on each side of its letters.
const WORD: f32 = 24.0;
const BESIDE: f32 = 7.0;

/// The sheet's own state.
#[derive(Default)]
pub struct OfficesPanel {
    /// Words that are being typed, and under which language.
    typing: Option<(&'static str, Typed)>,
    /// The language whose words were just typed: its button gets the keyboard back.
    left: Option<&'static str>,
    opened: bool,
}

impl OfficesPanel {
    /// Shows the sheet while it is asked for.
    pub fn show(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        let Some(Sheet::Offices(search)) = scene.workspace.view.sheet.clone() else {
            *self = Self::default();
            return;
        };
        let height = HEIGHT.min(ui.ctx().content_rect().height() - 80.0);
        let modal = widgets::sheet(ui.ctx(), "offices", None, WIDTH, widgets::SHEET, |ui| {
            ui.set_height(height.max(1.0));
            self.sheet(ui, scene, search);
        });
        // What is being typed is left first.
        if modal.should_close() && self.typing.take().is_none() {
            close(scene);
        }
    }

    fn sheet(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, search: String) {
        if typed::head(ui, scene, "offices", "offices-close", "offices-hint") {
            close(scene);
        }
        self.search_row(ui, scene, search.clone());
        typed::rows(ui, "offices", |ui| {
            self.languages(ui, scene, &fold(search.trim()))
        });
        let defaults = Offices::default();
        let changed = scene.workspace.project().settings.offices != defaults;
        let name = scene.tr("offices-defaults");
        if Button::new(&name).enabled(changed).show(ui).clicked() {
            change(scene, defaults);
        }
    }

    /// The field in which letters are searched for.
    fn search_row(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, mut search: String) {
        let color = Palette::current(ui).ink2;
        ui.horizontal(|ui| {
            let label = widgets::label(ui, scene.tr("names-search"), Face::Sans, 12.0, color);
            let field = TextEdit::singleline(&mut search)
                .id(Id::unique("offices-search"))
                .margin(Margin::symmetric(8, 5))
                .desired_width(240.0);
            let field = ui.add(field).labelled_by(label.id);
            if !std::mem::replace(&mut self.opened, true) {
                field.request_focus();
            }
            if field.changed() {
                scene.ask(Command::Look(Change::Sheet(Some(Sheet::Offices(search)))));
            }
        });
    }

    /// The words that have the letters, a section for each language. One without such words can still be added to.
    fn languages(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, search: &str) {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let workspace = scene.workspace;
        let offices = &workspace.project().settings.offices;
        for language in LANGUAGES {
            self.head(ui, scene, language, offices);
            if self.typing.as_ref().is_some_and(|(at, _)| *at == language) {
                self.typed(ui, scene, offices);
            }
            let own: Vec<&Added> = offices
                .added
                .iter()
                .filter(|added| added.language == language && added.word.contains(search))
                .collect();
            if !own.is_empty() {
                kind(ui, &scene.tr("offices-yours"));
                ui.horizontal_wrapped(|ui| {
                    own.iter()
                        .for_each(|added| own_word(ui, scene, offices, &added.word))
                });
            }
            for (id, before_names) in [("offices-before", true), ("offices-parts", false)] {
                let words: Vec<&Listed> = listed()
                    .iter()
                    .filter(|row| row.language == language && row.word.contains(search))
                    .filter(|row| row.used.is_before_names() == before_names)
                    .collect();
                if !words.is_empty() {
                    kind(ui, &scene.tr(id));
                    ui.horizontal_wrapped(|ui| {
                        words
                            .iter()
                            .for_each(|row| listed_word(ui, scene, offices, &row.word))
                    });
                }
            }
        }
    }

    /// The name of a language, and the button that adds words to it.
    fn head(&mut self, ui: &mut Ui, scene: &Scene<'_>, language: &'static str, offices: &Offices) {
        let palette = Palette::current(ui);
        ui.add_space(10.0);
        let name = language_name(scene, language);
        ui.horizontal(|ui| {
            widgets::label(ui, name.as_str(), Face::SansSemiBold, 14.0, palette.ink);
            let is_off = |row: &&Listed| row.language == language && !offices.is_on(&row.word);
            let off = listed().iter().filter(is_off).count();
            if off > 0 {
                let text = scene.text(&Message::new("offices-off").with("count", off));
                widgets::label(ui, text, Face::Sans, 12.0, palette.ink2);
            }
            let text = scene.tr("offices-add");
            let add = Button::new(&text)
                .look(Look::Quiet)
                .with_icon(Icon::Plus)
                .show(ui);
            let name = format!("{text}: {name}");
            add.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if self.left == Some(language) {
                self.left = None;
                add.request_focus();
            }
            if add.clicked() {
                self.typing = Some((language, Typed::new(String::new())));
            }
        });
    }

    /// The words that are being typed.
    fn typed(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, offices: &Offices) {
        let Some((language, line)) = self.typing.as_mut() else {
            return;
        };
        let (name, hint) = (scene.tr("offices-words"), scene.tr("offices-words-hint"));
        let ended = line.show(ui, scene, &name, &hint);
        if ended == Some(Ended::Save) {
            match offices.with(language, &line.text) {
                None => return line.refuse(Message::new("offices-known")),
                Some(next) => change(scene, next),
            }
        }
        if ended.is_some() {
            self.left = self.typing.take().map(|(language, _)| language);
        }
    }
}

fn language_name(scene: &Scene<'_>, language: &str) -> String {
    match language {
        "ms" => scene.tr("offices-malay"),
        OTHERS => scene.tr("offices-others"),
        known => describe::language(scene.locale, known),
    }
}

/// What the words below are for.
fn kind(ui: &mut Ui, text: &str) {
    let color = Palette::current(ui).ink2;
    widgets::label(ui, text, Face::SansSemiBold, 11.0, color);
}

/// A word of the list: a press switches it off or on.
fn listed_word(ui: &mut Ui, scene: &mut Scene<'_>, offices: &Offices, word: &str) {
    let on = offices.is_on(word);
    let hint = scene.tr(if on {
        "offices-switch-off"
    } else {
        "offices-switch-on"
    });
    let control = word_frame(ui, word, on).on_hover_text(hint);
    control.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, word));
    if control.clicked() {
        change(scene, offices.switched(word));
    }
}

/// A word that the reader added: a press takes it out.
fn own_word(ui: &mut Ui, scene: &mut Scene<'_>, offices: &Offices, word: &str) {
    let name = scene.text(&Message::new("names-remove").with("row", word));
    let control = word_frame(ui, &format!("{word} ×"), true).on_hover_text(&name);
    control.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if control.clicked() {
        change(scene, offices.without(word));
    }
}

/// A word in its frame; one that is off is struck, in a frame of dashes.
fn word_frame(ui: &mut Ui, text: &str, on: bool) -> Response {
    let palette = Palette::current(ui);
    let ink = if on { palette.ink } else { palette.ink3 };
    let font = Face::Sans.at(13.0);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, ink);
    let wanted = vec2(galley.size().x + 2.0 * BESIDE, WORD);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    if regions::has_come(&response) {
        ui.scroll_to_rect(rect.expand(WORD), None);
    }
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    let radius = CornerRadius::same(4);
    if response.hovered() {
        painter.rect_filled(rect, radius, palette.sel);
    }
    let place = rect.center() - galley.size() / 2.0;
    let middle = rect.center().y + 1.0;
    let letters = rect.x_range().shrink(BESIDE);
    painter.galley(place, galley, ink);
    if on {
        let edge = Stroke::new(1.0, palette.edge);
        painter.rect_stroke(rect, radius, edge, StrokeKind::Inside);
    } else {
        painter.hline(letters, middle, Stroke::new(1.0, ink));
        library::dashed_frame(ui, rect.shrink(0.5), palette.edge);
    }
    widgets::focus_ring(ui, &response, rect.shrink(1.0));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn change(scene: &mut Scene<'_>, offices: Offices) {
    scene.ask(Command::Edit(Edit::Offices(offices)));
}

fn close(scene: &mut Scene<'_>) {
    scene.ask(Command::Look(Change::Sheet(None)));
}
