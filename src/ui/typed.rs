//! What sheets have in common in which the reader changes words: their head, their rows, and a line that is typed, where
//! Enter saves and Escape leaves.

use egui::accesskit::Role;
use egui::{Id, Key, Margin, Modifiers, ScrollArea, TextEdit, Ui, WidgetInfo};

use super::icons::Icon;
use super::palette::Palette;
use super::theme::Face;
use super::widgets::{self, Button, Look};
use super::{Scene, inspector, top_bar};
use crate::locale::Message;

/// What the buttons beside the field take, in points.
const BESIDE: f32 = 200.0;

/// Below the rows, for what can be done with all of them, in points.
const FOOT: f32 = 48.0;

/// The sheet's title with what undoes and closes, and a hint below it; true once it is to be closed.
pub(super) fn head(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    title: &'static str,
    close: &'static str,
    hint: &'static str,
) -> bool {
    let color = Palette::current(ui).ink2;
    let mut closed = false;
    inspector::title_row(ui, &scene.tr(title), |ui| {
        top_bar::undo_redo(ui, scene);
        let name = scene.tr(close);
        closed = Button::icon(Icon::Close, &name).show(ui).clicked();
    });
    widgets::paragraph(ui, scene.tr(hint), Face::Sans, 12.0, color);
    ui.add_space(8.0);
    closed
}

/// The rows between two lines; they scroll.
pub(super) fn rows(ui: &mut Ui, id: &str, rows: impl FnOnce(&mut Ui)) {
    ui.add_space(8.0);
    widgets::hairline(ui);
    let height = ui.available_height() - FOOT;
    ScrollArea::vertical()
        .id_salt(id)
        .max_height(height)
        .auto_shrink(false)
        .show(ui, rows);
    widgets::hairline(ui);
    ui.add_space(8.0);
}

/// How typing ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// What was typed holds.
    Save,
    /// Nothing changes.
    Leave,
}

/// What is being typed.
pub(super) struct Typed {
    /// The letters.
    pub text: String,
    problem: Option<Message>,
    had_keyboard: bool,
}

impl Typed {
    /// Begins with this text.
    pub fn new(text: String) -> Self {
        Self {
            text,
            problem: None,
            had_keyboard: false,
        }
    }

    /// Says what is wrong with it, until it is changed; the keyboard stays.
    pub fn refuse(&mut self, problem: Message) {
        self.problem = Some(problem);
        self.had_keyboard = false;
    }

    /// Shows the field with its buttons, and below it what is wrong, or the hint. `name` is the field's accessible name.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        name: &str,
        hint: &str,
    ) -> Option<Ended> {
        let palette = Palette::current(ui);
        let id = Id::unique("typed-line");
        let has_keyboard = ui.memory(|memory| memory.has_focus(id));
        let pressed =
            |key| has_keyboard && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (mut save, mut leave) = (pressed(Key::Enter), pressed(Key::Escape));
        ui.add_space(6.0);
        let field = ui.horizontal(|ui| {
            let field = TextEdit::singleline(&mut self.text)
                .id(id)
                .font(Face::Serif.at(14.0))
                .margin(Margin::symmetric(8, 5))
                .desired_width((ui.available_width() - BESIDE).max(80.0));
            let field = ui.add(field);
            field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
            let name = scene.tr("field-save");
            save |= Button::new(&name).look(Look::Primary).show(ui).clicked();
            leave |= Button::new(&scene.tr("cancel")).show(ui).clicked();
            field
        });
        let field = field.inner;
        if !std::mem::replace(&mut self.had_keyboard, true) {
            field.request_focus();
            field.scroll_to_me(None);
        }
        if field.changed() {
            self.problem = None;
        }
        let (text, face, color) = match &self.problem {
            Some(problem) => (scene.text(problem), Face::SansMedium, palette.ink),
            None => (hint.to_owned(), Face::Sans, palette.ink2),
        };
        ui.add_space(4.0);
        widgets::paragraph(ui, text, face, 12.0, color);
        ui.add_space(6.0);
        match (save, leave) {
            (true, _) => Some(Ended::Save),
            (_, true) => Some(Ended::Leave),
            _ => None,
        }
    }
}
