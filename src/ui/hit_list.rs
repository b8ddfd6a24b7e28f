//! Every hit in its line, one below the other: the words in the middle, so that what stands around them can be compared.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat};
use egui::{
    Align2, Color32, CornerRadius, Frame, Galley, Panel, Rect, ScrollArea, Sense, Ui, WidgetInfo,
    pos2, vec2,
};

use super::cached::{Cached, Same};
use super::palette::Palette;
use super::theme::Face;
use super::widgets;
use super::{Scene, describe};
use crate::analysis::find::{Hit, in_its_line};
use crate::locale::Message;
use crate::model::Article;
use crate::workspace::view::{Look, Spot, in_article};
use crate::workspace::{Command, Found};

/// Height of a row, and of the list at first.
const ROW: f32 = 26.0;
const HEIGHT: f32 = 176.0;
/// What stands before the line at least: chip and paragraph; and between them and the line.
const HEAD: f32 = 110.0;
const GAP: f32 = 12.0;
/// More letters than this on a side are in no window.
const LETTERS: usize = 240;
/// Stands where words are left out.
const CUT: &str = "…";

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Row {
    /// What follows stands in an article off the screen, by its place.
    Elsewhere(usize),
    /// The headline of an article, by its place, has the words.
    Headline(usize),
    /// A hit.
    Hit(Hit),
}

/// What was found in the columns, one after the other; then in other articles, each below its name. A headline comes
/// before its text, what is set aside behind it.
fn rows(found: &Found, columns: &[usize]) -> Vec<Row> {
    let mut others: Vec<usize> = found.headlines.clone();
    others.extend(found.hits.iter().map(|hit| hit.article));
    others.sort_unstable();
    others.dedup();
    others.retain(|place| !columns.contains(place));
    let mut rows = Vec::new();
    for place in columns.iter().chain(&others) {
        if others.contains(place) {
            rows.push(Row::Elsewhere(*place));
        }
        if found.headlines.contains(place) {
            rows.push(Row::Headline(*place));
        }
        let (text, asides) = in_article(&found.hits, *place);
        rows.extend(text.iter().chain(asides).map(|hit| Row::Hit(*hit)));
    }
    rows
}

/// The list and what it shows.
#[derive(Default)]
pub struct HitList {
    rows: Cached<(Same<Found>, Vec<usize>), Vec<Row>>,
}

impl HitList {
    /// Shows the list below the columns, if there is anything to show.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let workspace = scene.workspace;
        let columns = workspace.view.columns(&workspace.findings);
        let key = (Same::of(workspace.found()), columns.clone());
        let rows = self.rows.get(key, || rows(workspace.found(), &columns));
        if rows.is_empty() {
            return;
        }
        let palette = Palette::current(ui);
        Panel::bottom("hits")
            .resizable(true)
            .default_size(HEIGHT)
            .size_range(80.0..=420.0)
            .frame(Frame::new().fill(palette.panel))
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ScrollArea::vertical()
                    .id_salt("hits")
                    .auto_shrink(false)
                    .show_rows(ui, ROW, rows.len(), |ui, range| {
                        for row in rows.get(range).unwrap_or_default() {
                            match row {
                                Row::Elsewhere(place) => elsewhere(ui, scene, *place),
                                Row::Headline(place) => headline(ui, scene, *place),
                                Row::Hit(hit) => self::hit(ui, scene, hit),
                            }
                        }
                    });
            });
    }
}

/// Names an article that is not on the screen, with its meeting's place in what is open.
fn elsewhere(ui: &mut Ui, scene: &Scene<'_>, place: usize) {
    let palette = Palette::current(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let findings = &scene.workspace.findings;
    let title = findings
        .articles
        .get(place)
        .map_or("", |article| article.title());
    let id = if findings.meeting_number_of(place) == Some(scene.workspace.view.meeting) {
        "find-closed"
    } else {
        "find-other-meeting"
    };
    let text = Message::new(id)
        .with("outlet", scene.outlet_of(place))
        .with("headline", title);
    let text = scene.text(&text);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    ui.painter().text(
        pos2(rect.left() + 12.0, rect.bottom() - 5.0),
        Align2::LEFT_BOTTOM,
        text,
        Face::SansSemiBold.at(12.0),
        palette.ink2,
    );
}

/// A headline that has the words; it leads to the beginning of its article.
fn headline(ui: &mut Ui, scene: &mut Scene<'_>, place: usize) {
    let palette = Palette::current(ui);
    let findings = Arc::clone(&scene.workspace.findings);
    let Some(article) = findings.articles.get(place) else {
        return;
    };
    let spot = Spot::top(article.id);
    let looked_at = scene.workspace.view.spot == Some(spot);
    let line = row(
        ui,
        scene,
        article,
        (&scene.tr("find-headline"), article.title()),
        (Look::Spot(spot), looked_at),
    );
    let look = (Face::SerifSemiBold, palette.ink);
    let title = beginning(ui, article.title(), look, line.width());
    let top = line.center().y - title.size().y / 2.0;
    let painter = ui.painter().with_clip_rect(line.intersect(ui.clip_rect()));
    painter.galley(pos2(line.left(), top), title, palette.ink);
}

/// A hit, with what stands around it.
fn hit(ui: &mut Ui, scene: &mut Scene<'_>, hit: &Hit) {
    let findings = Arc::clone(&scene.workspace.findings);
    let Some(article) = findings.articles.get(hit.article) else {
        return;
    };
    let Some(spot) = Spot::of(hit, &findings) else {
        return;
    };
    let place = describe::place_of_hit(scene.locale, article, hit);
    let parts = in_its_line(article, hit, LETTERS).map(|part| part.replace('\n', " "));
    let whole = parts.concat();
    let looked_at = scene.workspace.view.spot == Some(spot);
    let leads = (Look::Spot(spot), looked_at);
    let line = row(ui, scene, article, (&place, &whole), leads);
    in_the_middle(ui, line, parts);
}

/// What was found in the middle of a line, with what stands before it and behind.
fn in_the_middle(ui: &Ui, line: Rect, [before, words, behind]: [String; 3]) {
    let palette = Palette::current(ui);
    let middle = text(ui, words, Face::SerifSemiBold, palette.ink);
    let top = line.center().y - middle.size().y / 2.0;
    let left = (line.center().x - middle.size().x / 2.0).max(line.left());
    let right = left + middle.size().x;
    let look = (Face::Serif, palette.ink2);
    let lead = ending(ui, &before, look, left - line.left());
    let rest = beginning(ui, &behind, look, line.right() - right);
    let painter = ui.painter().with_clip_rect(line.intersect(ui.clip_rect()));
    painter.galley(pos2(left - lead.size().x, top), lead, palette.ink2);
    painter.galley(pos2(left, top), middle, palette.ink);
    painter.galley(pos2(right, top), rest, palette.ink2);
}

fn text(ui: &Ui, text: String, face: Face, color: Color32) -> Arc<Galley> {
    let format = TextFormat::simple(face.at(14.0), color);
    let job = LayoutJob::single_section(text, format);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// As much of a text's beginning as there is room for, in whole words.
fn beginning(ui: &Ui, whole: &str, (face, color): (Face, Color32), room: f32) -> Arc<Galley> {
    let cuts = cuts(whole);
    let kept = |cut: usize| {
        let mark = if cut < whole.len() { CUT } else { "" };
        let kept = whole.get(..cut).unwrap_or_default();
        text(ui, format!("{kept}{mark}"), face, color)
    };
    let fitting = cuts.partition_point(|cut| kept(*cut).size().x <= room);
    kept(
        fitting
            .checked_sub(1)
            .and_then(|at| cuts.get(at))
            .copied()
            .unwrap_or(0),
    )
}

/// As much of a text's end as there is room for, in whole words.
fn ending(ui: &Ui, whole: &str, (face, color): (Face, Color32), room: f32) -> Arc<Galley> {
    let cuts = cuts(whole);
    let kept = |cut: usize| {
        let mark = if cut > 0 { CUT } else { "" };
        let kept = whole.get(cut..).unwrap_or_default();
        text(ui, format!("{mark}{kept}"), face, color)
    };
    let cut = cuts.partition_point(|cut| kept(*cut).size().x > room);
    kept(cuts.get(cut).copied().unwrap_or(whole.len()))
}

/// Where a text can be cut, in bytes, ascending: its ends, and before each blank.
fn cuts(text: &str) -> Vec<usize> {
    let blanks = text.match_indices(char::is_whitespace).map(|(at, _)| at);
    let mut cuts: Vec<usize> = std::iter::once(0)
        .chain(blanks)
        .chain([text.len()])
        .collect();
    cuts.dedup();
    cuts
}

/// A row that leads to a place, which may be looked at already: the outlet and the place in its article; returns where its line is to be written.
fn row(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    article: &Article,
    (place, line): (&str, &str),
    (look, looked_at): (Look, bool),
) -> Rect {
    let palette = Palette::current(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    response.widget_info(|| {
        let name = format!(
            "{}, {place}: {line}",
            describe::outlet(scene.locale, article)
        );
        WidgetInfo::selected(Role::Button, true, looked_at, name)
    });
    if looked_at || response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, palette.sel);
    }
    if looked_at {
        let bar = Rect::from_min_size(rect.min, vec2(3.0, ROW));
        ui.painter()
            .rect_filled(bar, CornerRadius::ZERO, palette.ink);
    }
    widgets::focus_ring(ui, &response, rect.shrink(3.0));
    let (outlet, letters) = scene.outlets.get(article);
    let y = rect.center().y;
    widgets::paint_chip(ui, pos2(rect.left() + 12.0, y - 8.0), outlet, letters);
    let at = pos2(rect.left() + 46.0, y);
    let small = Face::Sans.at(11.0);
    let place = ui
        .painter()
        .text(at, Align2::LEFT_CENTER, place, small, palette.ink2);
    if response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
    {
        scene.ask(Command::Look(look));
    }
    let left = (rect.left() + HEAD).max(place.right() + GAP);
    Rect::from_min_max(pos2(left, rect.top()), rect.max - vec2(GAP, 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn a_line_is_cut_between_words() {
        assert_eq!(cuts("one two three"), [0, 3, 7, 13]);
        assert_eq!(cuts(" says"), [0, 5]);
        assert_eq!(cuts(""), [0]);
    }

    #[test]
    fn what_is_on_the_screen_comes_first() {
        let hit = |article, start| Hit {
            article,
            aside: None,
            span: Span::new(start, start + 1),
        };
        let aside = |article| Hit {
            aside: Some(7),
            ..hit(article, 0)
        };
        let hits = [
            hit(0, 1),
            aside(0),
            hit(1, 5),
            hit(2, 3),
            hit(2, 9),
            aside(4),
        ];
        let found = Found {
            query: None,
            hits: hits.to_vec(),
            headlines: vec![0, 3],
        };
        let expected = [
            Row::Hit(hit(2, 3)),
            Row::Hit(hit(2, 9)),
            Row::Headline(0),
            Row::Hit(hit(0, 1)),
            Row::Hit(aside(0)),
            Row::Elsewhere(1),
            Row::Hit(hit(1, 5)),
            Row::Elsewhere(3),
            Row::Headline(3),
            Row::Elsewhere(4),
            Row::Hit(aside(4)),
        ];
        assert_eq!(rows(&found, &[2, 0]), expected);
    }
}
