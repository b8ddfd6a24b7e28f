//! The panel at the right: the passage or phrase in focus with all its witnesses, or else the fields of the base article.

use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Area, Color32, Frame, Id, Layout, Margin, Response, ScrollArea, Sense, Stroke, Ui, pos2,
    vec2,
};

use super::actions::Action;
use super::fields::FieldsPanel;
use super::filter_bar::Entry;
use super::icons::Icon;
use super::palette::Palette;
use super::read::marks;
use super::theme::{self, Face, size};
use super::widgets::{self, Button, Look, Part};
use super::{Scene, cite, counted, describe};
use crate::analysis::differences::{Change as Fate, Differences, compare};
use crate::analysis::{Kind, Names, Passage, Witness};
use crate::locale::Message;
use crate::model::Article;
use crate::text::{Span, fold, words};
use crate::workspace::Command;
use crate::workspace::view::{Focus, Look as Change, Sheet, kind_in};

/// Shows the panel over the right end of the columns, where there is no room for both.
pub fn show_over(ui: &Ui, scene: &mut Scene<'_>, fields: &mut FieldsPanel) -> Response {
    let palette = Palette::current(ui);
    let screen = ui.ctx().content_rect();
    let top = screen.top() + size::TOP_BAR;
    let height = screen.height() - size::TOP_BAR - size::STATUS_BAR;
    let frame = Frame::new()
        .fill(palette.panel)
        .stroke(Stroke::new(1.0, palette.edge))
        .inner_margin(Margin::symmetric(16, 10));
    Area::new(Id::unique("inspector-over"))
        .fixed_pos(pos2(screen.right() - size::INSPECTOR, top))
        .show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                ui.set_width(size::INSPECTOR - 34.0);
                ui.set_height(height - 22.0);
                show(ui, scene, fields);
            });
        })
        .response
}

/// Shows the panel.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, fields: &mut FieldsPanel) {
    let findings = std::sync::Arc::clone(&scene.workspace.findings);
    let focus = scene.workspace.view.focus;
    match focus.and_then(|focus| Some((focus, focus.passage(&findings)?))) {
        Some((focus, passage)) => focused(ui, scene, focus, passage),
        None => {
            let base = scene.workspace.view.columns(&findings).first().copied();
            match base.and_then(|place| findings.articles.get(place)) {
                Some(article) => fields.show(ui, scene, article),
                None => {
                    widgets::paragraph(
                        ui,
                        scene.tr("inspector-empty"),
                        Face::Sans,
                        13.0,
                        Palette::current(ui).ink2,
                    );
                }
            }
        }
    }
}

/// The head of the panel, with controls at its right end.
pub(super) fn title_row(ui: &mut Ui, title: &str, mut end: impl FnMut(&mut Ui)) {
    let color = Palette::current(ui).ink;
    let size = vec2(ui.available_width(), 28.0);
    ui.allocate_ui(size, |ui| {
        ui.set_min_size(size);
        ui.spacing_mut().item_spacing.x = 0.0;
        widgets::row_with_end(ui, |ui, part| match part {
            Part::Start => _ = widgets::label(ui, title, Face::SansSemiBold, 14.0, color),
            Part::End => end(ui),
        });
    });
}

fn focused(ui: &mut Ui, scene: &mut Scene<'_>, focus: Focus, passage: &Passage) {
    let palette = Palette::current(ui);
    let columns = scene.workspace.view.columns(&scene.workspace.findings);
    let title = scene.text(&title(scene, focus));
    title_row(ui, &title, |ui| {
        for (icon, action) in [
            (Icon::Left, Action::PreviousPassage),
            (Icon::Right, Action::NextPassage),
            (Icon::Close, Action::Leave),
        ] {
            action.icon(ui, scene, icon);
        }
    });
    let witnesses = cite::in_order(passage, &columns);
    let summary = Message::new("passage-summary")
        .with("witnesses", witnesses.len())
        .with("articles", columns.len())
        .with("words", passage.word_count());
    widgets::paragraph(ui, scene.text(&summary), Face::Sans, 12.0, palette.ink2);
    if witnesses.iter().any(|witness| !witness.carriers.is_empty()) {
        let hint = scene.tr("carriers-hint");
        widgets::paragraph(ui, hint, Face::Sans, 12.0, palette.ink2);
    }
    counted::show(ui, scene, focus, &witnesses);
    ui.add_space(8.0);
    widgets::hairline(ui);
    let height = ui.available_height() - 52.0;
    theme::show_scroll_bars(ui);
    ScrollArea::vertical()
        .id_salt("witnesses")
        .max_height(height)
        .auto_shrink(false)
        .show(ui, |ui| {
            let base = witnesses.first().copied();
            for witness in &witnesses {
                let entry = match focus {
                    Focus::Passage(_) => Entry::Kind(kind_in(passage, &columns, witness.article)),
                    Focus::Stock(_) => Entry::Stock,
                };
                self::witness(ui, scene, entry, base, witness);
            }
            for place in columns
                .iter()
                .filter(|place| passage.in_article(**place).is_none())
            {
                absent(ui, scene, *place);
            }
        });
    widgets::hairline(ui);
    ui.add_space(8.0);
    Action::CopyCitation.named(ui, scene, Look::Primary, Some(Icon::Copy));
}

/// Which passage it is of how many.
fn title(scene: &Scene<'_>, focus: Focus) -> Message {
    let Focus::Passage(number) = focus else {
        return Message::new("stock-title");
    };
    let order = scene.workspace.view.passages(&scene.workspace.findings);
    let mut places = order.iter();
    let at = places
        .position(|other| *other == number)
        .map_or(0, |at| at + 1);
    Message::new("passage-title")
        .with("number", at)
        .with("total", order.len())
}

/// The words of a witness as they are printed.
pub(super) fn text_of<'s>(scene: &Scene<'s>, witness: &Witness) -> &'s str {
    let article = scene.workspace.findings.articles.get(witness.article);
    article.map_or("", |article| witness.span.of(&article.body().text))
}

/// An outlet with its chip, and something at the right.
pub(super) fn outlet_row(
    ui: &mut Ui,
    scene: &Scene<'_>,
    article: &Article,
    right: impl FnOnce(&mut Ui),
) {
    let palette = Palette::current(ui);
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 22.0),
        Layout::right_to_left(Align::Center),
        |ui| {
            right(ui);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let (number, letters) = scene.outlets.get(article);
                widgets::chip(ui, number, letters);
                let outlet = describe::outlet_short(scene.locale, article);
                let name = widgets::label(ui, outlet, Face::SansMedium, 12.0, palette.ink);
                if article.fields.outlet.is_none() {
                    name.on_hover_text(article.file_name());
                }
            });
        },
    );
}

/// A witness: its outlet, how it agrees with the base, and its text. Reworded ones stand whole.
fn witness(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    entry: Entry,
    base: Option<&Witness>,
    witness: &Witness,
) {
    let palette = Palette::current(ui);
    let workspace = scene.workspace;
    let Some(article) = workspace.findings.articles.get(witness.article) else {
        return;
    };
    let text = text_of(scene, witness);
    let is_base = base == Some(witness);
    let is_reworded = entry == Entry::Kind(Kind::Reworded);
    let names = &workspace.findings.names;
    let found = base.filter(|_| !is_base && !is_reworded).map(|base| {
        let first = text_of(scene, base);
        (first, compare(first, text, names))
    });
    ui.add_space(8.0);
    outlet_row(ui, scene, article, |ui| {
        let note = match &found {
            _ if is_base => scene.tr("base"),
            None => describe::kind(scene.locale, Kind::Reworded),
            Some((_, found)) => scene.text(
                &Message::new("words-same")
                    .with("same", found.same)
                    .with("total", found.total),
            ),
        };
        widgets::label(ui, note, Face::Sans, 12.0, palette.ink2);
        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 12.0), Sense::hover());
        marks::paint_shape(ui.painter(), rect, entry, palette, false);
    });
    let good = found.filter(|(_, found)| found.good);
    let job = match &good {
        Some((first, found)) => difference_job(first, text, found, palette),
        None => carried_job(text, witness.span.start, &witness.carriers, palette.ink),
    };
    wrapped(ui, job);
    if let Some((first, found)) = &good {
        for (theirs, ours) in spelled(first, text, found, names) {
            one_name(ui, scene, theirs, ours);
        }
    }
    ui.add_space(8.0);
    widgets::hairline(ui);
}

/// Says that two spellings count as one name, with the way to the table that says so.
fn one_name(ui: &mut Ui, scene: &mut Scene<'_>, theirs: &str, ours: &str) {
    let palette = Palette::current(ui);
    let text = Message::new("one-name")
        .with("theirs", theirs)
        .with("ours", ours);
    let text = scene.text(&text);
    let button = scene.text(&Message::new("names-of").with("name", ours));
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 28.0),
        Layout::right_to_left(Align::Center),
        |ui| {
            if Button::icon(Icon::Name, &button).show(ui).clicked() {
                let search = fold(ours).into_owned();
                scene.ask(Command::Look(Change::Sheet(Some(Sheet::Names(search)))));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                widgets::paragraph(ui, text, Face::Sans, 11.0, palette.ink2);
            });
        },
    );
}

/// Words of the second text that count as another spelling in the first: there and here, as printed, each pair once.
fn spelled<'t>(
    first: &'t str,
    second: &'t str,
    found: &Differences,
    names: &Names,
) -> Vec<(&'t str, &'t str)> {
    let one = |word: &str| names.canonical(&fold(word)).to_owned();
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    let stretches = found.stretches.iter();
    for stretch in stretches.filter(|stretch| stretch.change == Fate::Spelled) {
        let text = stretch.span.of(second);
        for ours in words(text).into_iter().map(|word| word.of(text)) {
            let mut theirs = words(first).into_iter().map(|word| word.of(first));
            let theirs = theirs.find(|word| one(word) == one(ours) && fold(word) != fold(ours));
            let is_new = |theirs: &&str| !pairs.contains(&(theirs, ours));
            if let Some(theirs) = theirs.filter(is_new) {
                pairs.push((theirs, ours));
            }
        }
    }
    pairs
}

fn absent(ui: &mut Ui, scene: &Scene<'_>, place: usize) {
    let color = Palette::current(ui).ink2;
    let Some(article) = scene.workspace.findings.articles.get(place) else {
        return;
    };
    ui.add_space(6.0);
    outlet_row(ui, scene, article, |ui| {
        widgets::label(ui, scene.tr("absent"), Face::Sans, 12.0, color);
    });
    ui.add_space(6.0);
    widgets::hairline(ui);
}

/// Text of an article, which can be selected.
pub(super) fn wrapped(ui: &mut Ui, mut job: LayoutJob) {
    job.wrap = TextWrapping::wrap_at_width(ui.available_width());
    ui.add(egui::Label::new(job).selectable(true));
}

fn serif(face: Face, color: Color32) -> TextFormat {
    TextFormat {
        line_height: Some(21.0),
        ..TextFormat::simple(face.at(14.0), color)
    }
}

/// Text of an article without marks.
pub(super) fn plain_job(text: &str, color: Color32) -> LayoutJob {
    LayoutJob::single_section(text.to_owned(), serif(Face::Serif, color))
}

/// A text whole, the words that carry its statement semibold: bytes of the body, in which the text begins at `origin`.
fn carried_job(text: &str, origin: usize, carriers: &[Span], color: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    let mut done = 0;
    for word in carriers.iter().map(|word| word.relative_to(origin)) {
        let between = text.get(done..word.start).unwrap_or_default();
        job.append(between, 0.0, serif(Face::Serif, color));
        job.append(word.of(text), 0.0, serif(Face::SerifSemiBold, color));
        done = word.end;
    }
    let rest = text.get(done..).unwrap_or_default();
    job.append(rest, 0.0, serif(Face::Serif, color));
    job
}

/// The second text; before what is only in it, what the first has in its place, struck.
pub(super) fn difference_job(
    first: &str,
    second: &str,
    found: &Differences,
    palette: &Palette,
) -> LayoutJob {
    let mut job = LayoutJob::default();
    let mut done = 0;
    let plain = || serif(Face::Serif, palette.ink);
    for stretch in &found.stretches {
        if stretch.change == Fate::OnlyFirst {
            let struck = TextFormat {
                strikethrough: Stroke::new(1.0, palette.ink3),
                ..serif(Face::Serif, palette.ink3)
            };
            let lead = if done > 0 { " " } else { "" };
            job.append(lead, 0.0, plain());
            job.append(stretch.span.of(first), 0.0, struck);
            if done == 0 {
                job.append(" ", 0.0, plain());
            }
            continue;
        }
        let between = second.get(done..stretch.span.start).unwrap_or_default();
        job.append(between, 0.0, plain());
        let format = match stretch.change {
            Fate::OnlySecond => TextFormat {
                background: palette.near.fill,
                expand_bg: 0.0,
                ..serif(Face::SerifSemiBold, palette.ink)
            },
            Fate::Spelled => serif(Face::SerifSemiBold, palette.ink),
            _ => plain(),
        };
        job.append(stretch.span.of(second), 0.0, format);
        done = stretch.span.end;
    }
    job.append(second.get(done..).unwrap_or_default(), 0.0, plain());
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_carry_a_statement_are_semibold() {
        let text = "agar nelayan pulang tanpa celaka";
        let words = [Span::new(15, 22), Span::new(30, 36)];
        let job = carried_job(text, 10, &words, Color32::BLACK);
        assert_eq!(job.text, text);
        let strong: Vec<&str> = job
            .sections
            .iter()
            .filter(|section| section.format.font_id == Face::SerifSemiBold.at(14.0))
            .filter_map(|section| text.get(section.byte_range.start.0..section.byte_range.end.0))
            .collect();
        assert_eq!(strong, ["nelayan", "tanpa "]);
    }

    #[test]
    fn spellings_of_one_name_are_told_once() {
        let names = Names::new(&crate::model::Spellings::default());
        let (first, second) = (
            "Tiongkok memuji Rusia, kata Tiongkok",
            "China memuji Russia, kata China",
        );
        let found = compare(first, second, &names);
        assert_eq!(
            spelled(first, second, &found, &names),
            [("Tiongkok", "China"), ("Rusia", "Russia")]
        );
    }
}
