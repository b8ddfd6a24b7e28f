//! The search field of the library and its filters, and what they hide.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{ComboBox, Id, Margin, TextEdit, Ui, WidgetInfo};
use jiff::civil::Date;

use super::list::List;
use crate::locale::Message;
use crate::ui::icons::Icon;
use crate::ui::palette::Palette;
use crate::ui::theme::{Face, size};
use crate::ui::widgets::{self, Button, Look};
use crate::ui::{Scene, describe};
use crate::workspace::Command;
use crate::workspace::shelf::{End, Entry, Filter, Month, typed_day};
use crate::workspace::view::Look as Change;

/// Width of the names of the filters, in points.
const NAMES: f32 = 80.0;

/// What the button beside the search field takes, with the gap before it.
const BESIDE: f32 = size::CONTROL + 2.0;

/// The filters' own state.
#[derive(Default)]
pub struct Filters {
    unfolded: bool,
    /// What is typed for the first and the last day.
    days: [String; 2],
}

/// Shows the search field, the filters while they are unfolded, and what is hidden.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, list: &List, filters: &mut Filters) {
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
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &hint));
        let name = scene.tr("shelf-filters");
        let button = Button::icon(Icon::Filter, &name).selected(filters.unfolded);
        if button.show(ui).clicked() {
            filters.unfolded = !filters.unfolded;
        }
    });
    if filters.unfolded {
        ui.add_space(4.0);
        choices(ui, scene, &list.entries, &mut filter);
        days(ui, scene, &list.entries, (&mut filter, &mut filters.days));
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
    let named = |outlet: &Option<String>| outlet_name(scene, outlet);
    choice(
        ui,
        scene,
        "shelf-outlet",
        outlets,
        &mut filter.outlet,
        named,
    );
    let months: Vec<Month> = entries.iter().filter_map(Entry::month).collect();
    let mut months = counted(months.iter());
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

/// The two fields of a range of days; empty, they show the first and the last day that there is.
fn days(
    ui: &mut Ui,
    scene: &Scene<'_>,
    entries: &[Entry],
    (filter, typed): (&mut Filter, &mut [String; 2]),
) {
    let palette = Palette::current(ui);
    let known = || entries.iter().filter_map(|entry| entry.day);
    let [from, to] = typed;
    let ends = [
        (
            "shelf-from",
            End::First,
            from,
            &mut filter.from,
            known().min(),
        ),
        ("shelf-to", End::Last, to, &mut filter.to, known().max()),
    ];
    let mut is_wrong = false;
    for (id, end, text, day, hint) in ends {
        // What was cleared elsewhere is empty here.
        if typed_day(text, end) != *day {
            *text = day.map_or(String::new(), |day| day.to_string());
        }
        let hint = hint.map_or(String::new(), |day| day.to_string());
        ui.horizontal(|ui| {
            let label = name(ui, scene, id);
            let field = TextEdit::singleline(text)
                .id(Id::unique(id))
                .hint_text(hint)
                .margin(Margin::symmetric(8, 3))
                .desired_width(ui.available_width());
            if ui.add(field).labelled_by(label).changed() {
                *day = typed_day(text, end);
            }
        });
        is_wrong |= day.is_none() && !text.trim().is_empty();
    }
    if is_wrong {
        let hint = scene.tr("shelf-day-hint");
        widgets::paragraph(ui, hint, Face::Sans, 12.0, palette.ink2);
    }
}

/// The name of a filter, left of it.
fn name(ui: &mut Ui, scene: &Scene<'_>, id: &'static str) -> Id {
    let color = Palette::current(ui).ink2;
    let name = ui.allocate_ui(egui::vec2(NAMES, 24.0), |ui| {
        ui.set_min_width(NAMES);
        widgets::label(ui, scene.tr(id), Face::Sans, 12.0, color)
    });
    name.inner.id
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
    let all = scene.tr("shelf-all");
    ui.horizontal(|ui| {
        let label = name(ui, scene, id);
        let selected = chosen.as_ref().map_or(all.clone(), &text);
        let shown = ComboBox::from_id_salt(id)
            .width(ui.available_width())
            .truncate()
            .selected_text(selected)
            .show_ui(ui, |ui| {
                ui.selectable_value(chosen, None, all);
                for (value, count) in values {
                    let name = format!("{} ({})", text(&value), scene.locale.number(count));
                    ui.selectable_value(chosen, Some(value), name);
                }
            });
        shown.response.labelled_by(label);
    });
}

fn outlet_name(scene: &Scene<'_>, outlet: &Option<String>) -> String {
    outlet.clone().unwrap_or_else(|| scene.tr("outlet-unknown"))
}

/// "April 2026".
fn month(scene: &Scene<'_>, (year, month): Month) -> String {
    let names = scene.tr("months");
    let index = usize::try_from(month - 1).unwrap_or_default();
    let name = names.split_whitespace().nth(index).unwrap_or_default();
    format!("{name} {year}")
}

/// "1 Apr 2026 – 9 Apr 2026"; a dash alone at an end that is open.
fn range(scene: &Scene<'_>, filter: &Filter) -> Option<String> {
    let day = |day: Option<Date>| day.map_or(String::new(), |day| scene.locale.day(day, true));
    let range = format!("{} – {}", day(filter.from), day(filter.to));
    (filter.from.is_some() || filter.to.is_some()).then(|| range.trim().to_owned())
}

/// How many articles are shown and why not all, and the way to see all again.
fn hidden(ui: &mut Ui, scene: &Scene<'_>, list: &List, filter: &mut Filter) {
    let palette = Palette::current(ui);
    let words = filter.words.trim();
    let words = (!words.is_empty()).then(|| format!("“{words}”"));
    let language = filter.language.as_ref();
    let filters: Vec<String> = [
        words,
        filter
            .outlet
            .as_ref()
            .map(|outlet| outlet_name(scene, outlet)),
        filter.month.map(|value| month(scene, value)),
        range(scene, filter),
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
