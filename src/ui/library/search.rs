//! The search field of the library and its filters, and what they hide.

use std::collections::BTreeMap;

use egui::{ComboBox, Id, Margin, TextEdit, Ui};

use super::list::List;
use crate::locale::Message;
use crate::ui::icons::Icon;
use crate::ui::palette::Palette;
use crate::ui::theme::{Face, size};
use crate::ui::widgets::{self, Button, Look};
use crate::ui::{Scene, describe};
use crate::workspace::Command;
use crate::workspace::shelf::{Entry, Filter, Month};
use crate::workspace::view::Look as Change;

/// Width of the names of the filters, in points.
const NAMES: f32 = 64.0;

/// What the button beside the search field takes, with the gap before it.
const BESIDE: f32 = size::CONTROL + 2.0;

/// Shows the search field, the filters while they are unfolded, and what is hidden.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, list: &List, unfolded: &mut bool) {
    let mut filter = scene.workspace.view.shelf.clone();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let hint = scene.tr("shelf-search");
        let field = TextEdit::singleline(&mut filter.words)
            .id(Id::unique("shelf-search"))
            .hint_text(&hint)
            .margin(Margin::symmetric(8, 5))
            .desired_width(ui.available_width() - BESIDE);
        let field = ui.add(field);
        field.widget_info(|| {
            egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, &hint)
        });
        let name = scene.tr("shelf-filters");
        let button = Button::icon(Icon::Filter, &name).selected(*unfolded);
        if button.show(ui).clicked() {
            *unfolded = !*unfolded;
        }
    });
    if *unfolded {
        ui.add_space(4.0);
        choices(ui, scene, &list.entries, &mut filter);
    }
    if !filter.is_empty() {
        hidden(ui, scene, list, &mut filter);
    }
    if filter != scene.workspace.view.shelf {
        scene.ask(Command::Look(Change::Shelf(filter)));
    }
}

/// A box for each filter.
fn choices(ui: &mut Ui, scene: &Scene<'_>, entries: &[Entry], filter: &mut Filter) {
    ui.spacing_mut().item_spacing.y = 4.0;
    let text = |value: &String| value.clone();
    let outlets = counted(entries.iter().map(|entry| &entry.outlet));
    choice(ui, scene, "shelf-outlet", outlets, &mut filter.outlet, text);
    let mut months = counted(entries.iter().filter_map(|entry| entry.month.as_ref()));
    months.reverse();
    let named = |value: &Month| month(scene, *value);
    choice(ui, scene, "shelf-month", months, &mut filter.month, named);
    let agencies = counted(entries.iter().flat_map(|entry| &entry.agencies));
    choice(
        ui,
        scene,
        "shelf-agency",
        agencies,
        &mut filter.agency,
        text,
    );
    let languages = counted(entries.iter().filter_map(|entry| entry.language.as_ref()));
    let named = |tag: &String| describe::language(scene.locale, tag);
    choice(
        ui,
        scene,
        "shelf-language",
        languages,
        &mut filter.language,
        named,
    );
}

/// Each value once, in order, with how often it is there.
fn counted<'v, V: Ord + Clone + 'v>(values: impl Iterator<Item = &'v V>) -> Vec<(V, usize)> {
    let mut counts: BTreeMap<V, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value.clone()).or_default() += 1;
    }
    counts.into_iter().collect()
}

fn choice<V: Clone + PartialEq>(
    ui: &mut Ui,
    scene: &Scene<'_>,
    id: &'static str,
    values: Vec<(V, usize)>,
    chosen: &mut Option<V>,
    text: impl Fn(&V) -> String,
) {
    let palette = Palette::current(ui);
    let all = scene.tr("shelf-all");
    ui.horizontal(|ui| {
        let name = ui.allocate_ui(egui::vec2(NAMES, 24.0), |ui| {
            ui.set_min_width(NAMES);
            widgets::label(ui, scene.tr(id), Face::Sans, 12.0, palette.ink2)
        });
        let selected = chosen.as_ref().map_or(all.clone(), &text);
        let shown = ComboBox::from_id_salt(id)
            .width(ui.available_width() - 12.0)
            .truncate()
            .selected_text(selected)
            .show_ui(ui, |ui| {
                ui.selectable_value(chosen, None, all);
                for (value, count) in values {
                    let name = format!("{} ({})", text(&value), scene.locale.number(count));
                    ui.selectable_value(chosen, Some(value), name);
                }
            });
        shown.response.labelled_by(name.inner.id);
    });
}

/// "April 2026".
fn month(scene: &Scene<'_>, (year, month): Month) -> String {
    let names = scene.tr("months");
    let index = usize::try_from(month - 1).unwrap_or_default();
    let name = names.split_whitespace().nth(index).unwrap_or_default();
    format!("{name} {year}")
}

/// How many articles are shown and why not all, and the way to see all again.
fn hidden(ui: &mut Ui, scene: &Scene<'_>, list: &List, filter: &mut Filter) {
    let palette = Palette::current(ui);
    let words = filter.words.trim();
    let words = (!words.is_empty()).then(|| format!("“{words}”"));
    let language = filter.language.as_ref();
    let filters: Vec<String> = [
        words,
        filter.outlet.clone(),
        filter.month.map(|value| month(scene, value)),
        filter.agency.clone(),
        language.map(|tag| describe::language(scene.locale, tag)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let message = Message::new("shelf-shown")
        .with("shown", list.model.shown)
        .with("all", list.entries.len())
        .with("filters", filters.join(", "));
    ui.add_space(4.0);
    widgets::paragraph(ui, scene.text(&message), Face::Sans, 12.0, palette.ink2);
    let clear = scene.tr("shelf-clear");
    let clear = Button::new(&clear)
        .look(Look::Inline)
        .with_icon(Icon::Close);
    if clear.show(ui).clicked() {
        *filter = Filter::default();
    }
}
