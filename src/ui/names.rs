//! The table of names with several spellings, as a sheet over the window: what the program learned from the articles,
//! what is never joined, and the rows of the table.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align, CornerRadius, Id, Layout, Margin, Rect, Response, Sense, TextEdit, Ui, UiBuilder,
    WidgetInfo, vec2,
};

use super::actions::Action;
use super::icons::Icon;
use super::palette::Palette;
use super::theme::Face;
use super::typed::{self, Ended, Typed};
use super::widgets::{self, Button, Look};
use super::{Scene, regions};
use crate::analysis::Findings;
use crate::locale::Message;
use crate::model::spellings::as_listed;
use crate::model::{Edit, NoRow, Spellings};
use crate::text::fold;
use crate::workspace::Command;
use crate::workspace::view::{Look as Change, Sheet};

/// Most that the sheet takes of the window, in points.
const WIDTH: f32 = 600.0;
const HEIGHT: f32 = 660.0;
/// Height of a row.
const ROW: f32 = 32.0;

/// Where a row is typed: at its place in the table, or as a new one.
type Spot = Option<usize>;

/// A row that is being typed.
struct Typing {
    spot: Spot,
    line: Typed,
}

/// The sheet's own state.
#[derive(Default)]
pub struct NamesPanel {
    typing: Option<Typing>,
    /// The row that was just left: its control gets the keyboard back.
    left: Option<Spot>,
    opened: bool,
    printed: Printed,
}

/// How words are printed: the table holds them folded.
#[derive(Default)]
struct Printed {
    findings: Arc<Findings>,
    words: BTreeMap<String, String>,
}

impl Printed {
    /// Knows the names of those who take part, which are printed in their own way.
    fn refresh(&mut self, findings: &Arc<Findings>) {
        if Arc::ptr_eq(&self.findings, findings) {
            return;
        }
        self.findings = Arc::clone(findings);
        let names = findings.meetings.iter();
        let names = names.flat_map(|meeting| &meeting.participants);
        let words = names.flat_map(|name| name.split_whitespace());
        let words = words.map(|word| (fold(word).into_owned(), word.to_owned()));
        self.words = words.collect();
    }

    fn row(&self, row: &[String]) -> Vec<String> {
        row.iter().map(|word| self.word(word)).collect()
    }

    /// As participants or the program's list have it; any other name with a capital.
    fn word(&self, folded: &str) -> String {
        let known = self.words.get(folded).cloned();
        known
            .or_else(|| as_listed(folded).map(str::to_owned))
            .unwrap_or_else(|| {
                let mut letters = folded.chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                first.chain(letters).collect()
            })
    }
}

impl NamesPanel {
    /// Shows the sheet while it is asked for.
    pub fn show(&mut self, ui: &Ui, scene: &mut Scene<'_>) {
        let Some(Sheet::Names(search)) = scene.workspace.view.sheet.clone() else {
            *self = Self::default();
            return;
        };
        self.printed.refresh(&scene.workspace.findings);
        let height = HEIGHT.min(ui.ctx().content_rect().height() - 80.0);
        let modal = widgets::sheet(ui.ctx(), "names", None, WIDTH, widgets::SHEET, |ui| {
            ui.set_height(height.max(1.0));
            self.sheet(ui, scene, search);
        });
        // What is being typed is left first.
        if modal.should_close() && self.typing.take().is_none() {
            close(scene);
        }
    }

    fn sheet(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, search: String) {
        if typed::head(ui, scene, "names", "names-close", "names-hint") {
            close(scene);
        }
        self.search_row(ui, scene, search.clone());
        typed::rows(ui, "names", |ui| self.rows(ui, scene, &fold(search.trim())));
        let defaults = Spellings::default();
        let changed = scene.workspace.project().settings.spellings != defaults;
        let name = scene.tr("names-defaults");
        ui.horizontal(|ui| {
            if Button::new(&name).enabled(changed).show(ui).clicked() {
                change(scene, defaults);
            }
            Action::Offices.named(ui, scene, Look::Quiet, None);
        });
    }

    /// The field in which letters are searched for, and the button that adds a row.
    fn search_row(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, mut search: String) {
        let color = Palette::current(ui).ink2;
        ui.horizontal(|ui| {
            let label = widgets::label(ui, scene.tr("names-search"), Face::Sans, 12.0, color);
            let field = TextEdit::singleline(&mut search)
                .id(Id::unique("names-search"))
                .margin(Margin::symmetric(8, 5))
                .desired_width(240.0);
            let field = ui.add(field).labelled_by(label.id);
            if !std::mem::replace(&mut self.opened, true) {
                field.request_focus();
            }
            if field.changed() {
                scene.ask(Command::Look(Change::Sheet(Some(Sheet::Names(search)))));
            }
            let name = scene.tr("names-add");
            let add = Button::new(&name).with_icon(Icon::Plus).show(ui);
            self.take_keyboard(None, &add);
            if add.clicked() {
                self.begin(None, String::new());
            }
        });
    }

    fn begin(&mut self, spot: Spot, text: String) {
        self.typing = Some(Typing {
            spot,
            line: Typed::new(text),
        });
    }

    fn take_keyboard(&mut self, spot: Spot, control: &Response) {
        if self.left == Some(spot) {
            self.left = None;
            control.request_focus();
        }
    }

    /// Everything that has the letters: learned rows, what is never joined, the table with the reader's rows first.
    fn rows(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, search: &str) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let workspace = scene.workspace;
        let table = &workspace.project().settings.spellings;
        let fits = |row: &[String]| row.iter().any(|word| word.contains(search));
        let mut found = false;
        if self.is_typed(None) {
            self.typed_row(ui, scene, table);
            found = true;
        }
        let learned = workspace.findings.variants.iter();
        let learned: Vec<&Vec<String>> = learned
            .filter(|row| fits(row) && !is_decided(table, row))
            .collect();
        section(ui, scene, "names-learned", learned.len(), &mut found);
        for row in learned {
            learned_row(ui, scene, table, row, &self.printed.row(row));
        }
        let apart = table.apart.iter().enumerate();
        let apart: Vec<(usize, &Vec<String>)> = apart.filter(|(_, row)| fits(row)).collect();
        section(ui, scene, "names-apart", apart.len(), &mut found);
        for (at, row) in apart {
            let name = scene.tr("names-rejoin");
            let row = self.printed.row(row);
            let rejoined = words_row(ui, &row, "≠", |ui| text_in_row(ui, &name, &row).clicked());
            if rejoined == Some(true) {
                change(scene, table.without_group(at));
            }
        }
        let defaults = Spellings::default().rows;
        let mut rows: Vec<(bool, usize, &Vec<String>)> = table
            .rows
            .iter()
            .enumerate()
            .filter(|(at, row)| fits(row) || self.is_typed(Some(*at)))
            .map(|(at, row)| (!defaults.contains(row), at, row))
            .collect();
        rows.sort_by_key(|(own, ..)| !own);
        section(ui, scene, "names-table", rows.len(), &mut found);
        for (own, at, row) in rows {
            if self.is_typed(Some(at)) {
                self.typed_row(ui, scene, table);
            } else {
                self.table_row(ui, scene, table, (own, at, row));
            }
        }
        if !found {
            let text = scene.text(&Message::new("names-none").with("search", search));
            ui.add_space(12.0);
            widgets::paragraph(ui, text, Face::Sans, 13.0, Palette::current(ui).ink2);
        }
    }

    fn is_typed(&self, spot: Spot) -> bool {
        self.typing
            .as_ref()
            .is_some_and(|typing| typing.spot == spot)
    }

    fn table_row(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        table: &Spellings,
        (is_own, at, row): (bool, usize, &[String]),
    ) {
        let color = Palette::current(ui).ink2;
        let row = &self.printed.row(row);
        let text = row.join(" ");
        let named = |id| scene.text(&Message::new(id).with("row", text.as_str()));
        let (edit, remove) = (named("names-edit"), named("names-remove"));
        let yours = is_own.then(|| scene.tr("names-yours"));
        let pressed = words_row(ui, row, "=", |ui| {
            let remove = in_row(ui, Button::icon(Icon::Remove, &remove));
            let edit = in_row(ui, Button::icon(Icon::Pencil, &edit));
            self.take_keyboard(Some(at), &edit);
            if let Some(yours) = yours {
                widgets::label(ui, yours, Face::Sans, 11.0, color);
            }
            (edit.clicked(), remove.clicked())
        });
        match pressed {
            Some((true, _)) => self.begin(Some(at), text),
            Some((_, true)) => change(scene, table.without_row(at)),
            _ => {}
        }
    }

    /// A row while it is typed.
    fn typed_row(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, table: &Spellings) {
        let Some(typing) = self.typing.as_mut() else {
            return;
        };
        let (name, hint) = (scene.tr("names-row"), scene.tr("names-row-hint"));
        let ended = typing.line.show(ui, scene, &name, &hint);
        if ended == Some(Ended::Save) {
            match table.with_row(typing.spot, &typing.line.text) {
                Err(problem) => return typing.line.refuse(no_row(&self.printed, problem)),
                Ok(next) if next != *table => change(scene, next),
                Ok(_) => {}
            }
        }
        if ended.is_some() {
            self.left = self.typing.take().map(|typing| typing.spot);
        }
    }
}

/// A row that the program learned: kept in the table, or never joined again.
fn learned_row(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    table: &Spellings,
    row: &[String],
    printed: &[String],
) {
    let (keep, part) = (scene.tr("names-keep"), scene.tr("names-part"));
    let pressed = words_row(ui, printed, "=", |ui| {
        let part = text_in_row(ui, &part, printed);
        let keep = text_in_row(ui, &keep, printed);
        (keep.clicked(), part.clicked())
    });
    match pressed {
        Some((true, _)) => change(scene, table.keeping(row)),
        Some((_, true)) => change(scene, table.parting(row)),
        _ => {}
    }
}

/// The words of a row with controls at the right; nothing where it is out of sight.
fn words_row<R>(
    ui: &mut Ui,
    row: &[String],
    between: &str,
    right: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let palette = Palette::current(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    // The rows next to those in sight are there for the Tab key.
    if !ui.is_rect_visible(rect.expand2(vec2(0.0, 2.0 * ROW))) {
        return None;
    }
    let line = Rect::from_min_max(rect.left_bottom() - vec2(0.0, 1.0), rect.right_bottom());
    ui.painter()
        .rect_filled(line, CornerRadius::ZERO, palette.line);
    let text = row.join(&format!(" {between} "));
    let builder = UiBuilder::new()
        .max_rect(rect)
        .layout(Layout::right_to_left(Align::Center));
    let inner = ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        // Right of the controls stands the scroll bar.
        ui.add_space(10.0);
        let result = right(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            widgets::label(ui, text, Face::Serif, 14.0, palette.ink);
        });
        result
    });
    Some(inner.inner)
}

/// A control of a row: it comes into sight when it gets the keyboard.
fn in_row(ui: &mut Ui, control: Button<'_>) -> Response {
    let control = control.show(ui);
    if regions::has_come(&control) {
        ui.scroll_to_rect(control.rect.expand(ROW), None);
    }
    control
}

/// A control of a row that is a text; for who does not see the row, its name has the words of the row too.
fn text_in_row(ui: &mut Ui, text: &str, row: &[String]) -> Response {
    let control = in_row(ui, Button::new(text).look(Look::Quiet));
    let name = format!("{text}: {}", row.join(" "));
    control.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    control
}

/// The head of a section that has rows.
fn section(ui: &mut Ui, scene: &Scene<'_>, id: &'static str, rows: usize, found: &mut bool) {
    if rows == 0 {
        return;
    }
    *found = true;
    ui.add_space(10.0);
    let text = scene.text(&Message::new(id).with("count", rows));
    let color = Palette::current(ui).ink2;
    widgets::label(ui, text, Face::SansSemiBold, 11.0, color);
    ui.add_space(2.0);
}

/// Whether the table says of two of these words that they are one name, or that they are not: the comparison that knows
/// it is still under way.
fn is_decided(table: &Spellings, learned: &[String]) -> bool {
    let in_common = |row: &&Vec<String>| learned.iter().filter(|word| row.contains(word)).count();
    let mut rows = table.rows.iter().chain(&table.apart);
    rows.any(|row| in_common(&row) > 1)
}

fn no_row(printed: &Printed, problem: NoRow) -> Message {
    match problem {
        NoRow::TooFew => Message::new("names-too-few"),
        NoRow::Elsewhere(word, row) => Message::new("names-elsewhere")
            .with("word", printed.word(&word))
            .with("row", printed.row(&row).join(" ")),
    }
}

fn change(scene: &mut Scene<'_>, table: Spellings) {
    scene.ask(Command::Edit(Edit::Spellings(table)));
}

fn close(scene: &mut Scene<'_>) {
    scene.ask(Command::Look(Change::Sheet(None)));
}
