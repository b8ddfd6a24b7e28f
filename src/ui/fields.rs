//! The fields of an article in the panel at the right: what was read, where it comes from, and the boxes in which the
//! reader changes them.

use std::collections::BTreeMap;

use egui::text::{CCursor, CCursorRange};
use egui::{Align, EventFilter, Id, Key, Layout, Modifiers, ScrollArea, TextEdit, Ui, vec2};

use super::icons::Icon;
use super::palette::Palette;
use super::read::head;
use super::theme::{self, Face};
use super::widgets::{self, Button, Look};
use super::{Scene, describe, inspector};
use crate::locale::Message;
use crate::model::{Article, ArticleId, Edit, Entry, Field, Fields, Origin};
use crate::workspace::Command;

/// A field of an article.
type Place = (ArticleId, Field);

/// What is being typed into one field.
struct Typing {
    text: String,
    /// Why it could not be saved.
    problem: Option<Message>,
    had_keyboard: bool,
}

/// The texts that are being typed: several at a time, so that opening one loses none.
#[derive(Default)]
pub struct FieldsPanel {
    typing: BTreeMap<Place, Typing>,
    /// The field that was just left: its control gets the keyboard back.
    left: Option<Place>,
}

impl FieldsPanel {
    /// Shows every field of `article`, as the findings have it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, article: &Article) {
        let palette = Palette::current(ui);
        inspector::title_row(ui, &scene.tr("fields-title"), |_| {});
        widgets::paragraph(ui, scene.tr("fields-hint"), Face::Sans, 12.0, palette.ink2);
        ui.add_space(8.0);
        widgets::hairline(ui);
        theme::show_scroll_bars(ui);
        ScrollArea::vertical()
            .id_salt("fields")
            .auto_shrink(false)
            .show(ui, |ui| {
                // The scroll bar stands clear of what is typed.
                ui.set_max_width(ui.available_width() - 8.0);
                ui.add_space(6.0);
                inspector::outlet_row(ui, scene, article, |_| {});
                // A change shows at once, before it has been compared.
                let project = scene.workspace.project();
                let now = project.article(article.id).cloned();
                let fields = now.as_ref().map_or(&article.fields, |now| &now.fields);
                for field in Field::ALL {
                    self.field(ui, scene, (article.id, field), fields);
                }
                ui.add_space(6.0);
                row_head(ui, &scene.tr("field-file"), |ui| {
                    note(ui, &scene.tr("origin-file"));
                });
                let name = inspector::plain_job(article.file_name(), palette.ink);
                inspector::wrapped(ui, name);
                ui.add_space(12.0);
            });
    }

    fn field(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, place: Place, fields: &Fields) {
        let palette = Palette::current(ui);
        let (_, field) = place;
        let entry = fields.entry(field);
        let read = fields.as_read.get(&field);
        let value = shown(scene, field, &entry);
        let reason = reason(&entry);
        let origin = scene.tr(match (&value, entry.origin()) {
            _ if read.is_some() => "origin-reader",
            (None, _) => "origin-none",
            (Some(_), Some(Origin::Inferred(_))) => "origin-inferred",
            (Some(_), Some(Origin::Declared)) => "origin-declared",
            (Some(_), _) => "origin-printed",
        });
        let name = scene.tr(name(field));
        let being_typed = self.typing.contains_key(&place);
        ui.add_space(2.0);
        let label = row_head(ui, &name, |ui| {
            if !being_typed && self.pencil(ui, scene, place, &name) {
                let typing = Typing {
                    text: text(scene, field, &entry),
                    problem: None,
                    had_keyboard: false,
                };
                self.typing.insert(place, typing);
            }
            let response = note(ui, &origin);
            if let Some(reason) = &reason {
                head::dotted_line(ui, response.rect, palette.ink3);
                response.on_hover_text(scene.text(reason));
            }
        });
        if being_typed {
            self.box_of(ui, scene, place, &entry, &label);
        } else if let Some(value) = &value {
            inspector::wrapped(ui, inspector::plain_job(value, palette.ink));
        } else {
            widgets::label(ui, "–", Face::Sans, 13.0, palette.ink3);
        }
        if let Some(reason) = reason.filter(|_| field != Field::Language) {
            widgets::paragraph(ui, scene.text(&reason), Face::Sans, 11.0, palette.ink2);
        }
        if let Some(read) = read {
            as_read(ui, scene, place, read);
        }
    }

    /// The control that opens the box; true when it is pressed.
    fn pencil(&mut self, ui: &mut Ui, scene: &Scene<'_>, place: Place, name: &str) -> bool {
        let message = Message::new("field-edit").with("field", name.to_lowercase());
        let response = Button::icon(Icon::Pencil, &scene.text(&message)).show(ui);
        if self.left == Some(place) {
            self.left = None;
            response.request_focus();
        }
        response.clicked()
    }

    /// The box in which a field is typed, with its buttons.
    fn box_of(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        place: Place,
        entry: &Entry,
        label: &egui::Response,
    ) {
        let palette = Palette::current(ui);
        let (article, field) = place;
        let Some(typing) = self.typing.get_mut(&place) else {
            return;
        };
        let id = Id::unique(("field", article, field));
        let (mut save, mut cancel) = keys(ui, id, field);
        let rows = if field.is_list() { 3 } else { 1 };
        let edit = TextEdit::multiline(&mut typing.text)
            .id(id)
            .font(Face::Serif.at(14.0))
            .desired_width(f32::INFINITY)
            .desired_rows(rows)
            .return_key(
                field
                    .is_list()
                    .then_some(egui::KeyboardShortcut::new(Modifiers::NONE, Key::Enter)),
            )
            // Escape is for leaving the box, and not for the window.
            .event_filter(EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                tab: false,
                escape: true,
            })
            .show(ui);
        let response = edit.response.response.labelled_by(label.id);
        if !std::mem::replace(&mut typing.had_keyboard, true) {
            response.request_focus();
            select_all(ui, id, edit.state, typing.text.chars().count());
        }
        if response.changed() {
            typing.problem = None;
        }
        if let Some(problem) = &typing.problem {
            let problem = scene.text(problem);
            widgets::paragraph(ui, problem, Face::SansMedium, 12.0, palette.ink);
        }
        let hint = match field {
            Field::Published => Some("date-hint"),
            field if field.is_list() => Some("list-hint"),
            _ => None,
        };
        if let Some(hint) = hint.filter(|_| typing.problem.is_none()) {
            widgets::paragraph(ui, scene.tr(hint), Face::Sans, 11.0, palette.ink2);
        }
        ui.add_space(2.0);
        ui.horizontal(|ui| {
            save |= Button::new(&scene.tr("field-save"))
                .look(Look::Primary)
                .show(ui)
                .clicked();
            cancel |= Button::new(&scene.tr("cancel")).show(ui).clicked();
        });
        ui.add_space(2.0);
        if save {
            match typed(scene, field, &typing.text) {
                Err(problem) => {
                    typing.problem = Some(problem);
                    response.request_focus();
                    return;
                }
                Ok(new) if new.text() != entry.text() => scene.ask(Command::Edit(Edit::Field {
                    article,
                    field,
                    entry: Some(new),
                })),
                Ok(_) => {}
            }
        }
        if save || cancel {
            self.typing.remove(&place);
            self.left = Some(place);
        }
    }
}

/// Enter saves, where it does not begin a line: there it does with Ctrl. Escape leaves.
fn keys(ui: &Ui, id: Id, field: Field) -> (bool, bool) {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return (false, false);
    }
    let modifiers = if field.is_list() {
        Modifiers::COMMAND
    } else {
        Modifiers::NONE
    };
    ui.input_mut(|input| {
        (
            input.consume_key(modifiers, Key::Enter),
            input.consume_key(Modifiers::NONE, Key::Escape),
        )
    })
}

/// Marks the whole text, so that typing writes over it.
fn select_all(ui: &Ui, id: Id, mut state: egui::text_edit::TextEditState, length: usize) {
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(length));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}

/// What the program had read, and the way back to it.
fn as_read(ui: &mut Ui, scene: &mut Scene<'_>, (article, field): Place, read: &Entry) {
    let palette = Palette::current(ui);
    let message = match shown(scene, field, read) {
        Some(value) => Message::new("as-read").with("text", value),
        None => Message::new("as-read-nothing"),
    };
    widgets::paragraph(ui, scene.text(&message), Face::Sans, 11.0, palette.ink2);
    if Button::new(&scene.tr("field-back"))
        .with_icon(Icon::Restore)
        .look(Look::Quiet)
        .show(ui)
        .clicked()
    {
        scene.ask(Command::Edit(Edit::Field {
            article,
            field,
            entry: None,
        }));
    }
}

/// The name of a field with something at its right; returns the name's label.
fn row_head(ui: &mut Ui, name: &str, right: impl FnOnce(&mut Ui)) -> egui::Response {
    let color = Palette::current(ui).ink2;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 28.0),
        Layout::right_to_left(Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            right(ui);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                widgets::label(ui, name, Face::SansSemiBold, 11.0, color)
            })
            .inner
        },
    )
    .inner
}

fn note(ui: &mut Ui, text: &str) -> egui::Response {
    let color = Palette::current(ui).ink2;
    widgets::label(ui, text, Face::Sans, 11.0, color)
}

fn name(field: Field) -> &'static str {
    match field {
        Field::Headline => "field-headline",
        Field::Deck => "field-deck",
        Field::Outlet => "field-outlet",
        Field::Published => "field-published",
        Field::Author => "field-author",
        Field::Editor => "field-editor",
        Field::Agency => "field-agency",
        Field::Dateline => "field-dateline",
        Field::Captions => "field-captions",
        Field::Credits => "field-credits",
        Field::Language => "field-language",
    }
}

/// An entry as it is read; nothing where nothing is known.
fn shown(scene: &Scene<'_>, field: Field, entry: &Entry) -> Option<String> {
    match entry {
        Entry::Moment(noted) => noted
            .as_ref()
            .map(|noted| describe::moment(scene.locale, &noted.value, false)),
        other => Some(text(scene, field, other)).filter(|text| !text.is_empty()),
    }
}

/// An entry as it is typed; a language by its name.
fn text(scene: &Scene<'_>, field: Field, entry: &Entry) -> String {
    let text = entry.text();
    match field {
        Field::Language => describe::language(scene.locale, &text),
        _ => text,
    }
}

/// What was typed, or what is wrong with it.
fn typed(scene: &Scene<'_>, field: Field, text: &str) -> Result<Entry, Message> {
    let tag;
    let text = match field {
        Field::Language if !text.trim().is_empty() => {
            tag = describe::language_tag(scene.locale, text.trim());
            tag.as_deref().ok_or(Message::new("language-wrong"))?
        }
        _ => text,
    };
    Entry::typed(field, text).map_err(describe::no_moment)
}

fn reason(entry: &Entry) -> Option<Message> {
    match entry {
        Entry::Text(noted) => describe::origin(noted.as_ref()?),
        Entry::Moment(noted) => describe::origin(noted.as_ref()?),
        Entry::List(_) => None,
    }
}
