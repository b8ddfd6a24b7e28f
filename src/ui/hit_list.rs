//! Every hit in its line, one below the other: the words in the middle, so that what stands around them can be compared.

use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat};
use egui::{
    Align2, CornerRadius, Frame, Panel, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::Scene;
use super::palette::Palette;
use super::theme::Face;
use super::widgets;
use crate::analysis::find::{Hit, in_its_line};
use crate::locale::Message;
use crate::workspace::Command;
use crate::workspace::view::{Look, View};

/// Height of a row, and of the list at first.
const ROW: f32 = 26.0;
const HEIGHT: f32 = 176.0;
/// What stands before the line: chip and paragraph.
const HEAD: f32 = 110.0;
/// More letters than this on a side are in no window.
const LETTERS: usize = 140;

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Row {
    /// What follows stands in an article off the screen, by its place.
    Elsewhere(usize),
    /// A hit.
    Hit(Hit),
}

/// The hits on the screen, column by column; then the others, article by article, each below its name.
fn rows(hits: &[Hit], columns: &[usize]) -> Vec<Row> {
    let column = |hit: &Hit| columns.iter().position(|place| *place == hit.article);
    let mut here: Vec<&Hit> = hits.iter().filter(|hit| column(hit).is_some()).collect();
    here.sort_by_key(|hit| column(hit));
    let mut rows: Vec<Row> = here.into_iter().map(|hit| Row::Hit(*hit)).collect();
    let mut last = None;
    for hit in hits.iter().filter(|hit| column(hit).is_none()) {
        if last.replace(hit.article) != Some(hit.article) {
            rows.push(Row::Elsewhere(hit.article));
        }
        rows.push(Row::Hit(*hit));
    }
    rows
}

/// Shows the list below the columns, if there is anything to show.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let workspace = scene.workspace;
    let columns = workspace.view.columns(&workspace.findings);
    let rows = rows(&workspace.found().hits, &columns);
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
                            Row::Hit(hit) => self::hit(ui, scene, hit),
                        }
                    }
                });
        });
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
    let mut meetings = findings.meetings.iter();
    let meeting = meetings.position(|meeting| meeting.articles.contains(&place));
    let id = if meeting == Some(scene.workspace.view.meeting) {
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

fn hit(ui: &mut Ui, scene: &mut Scene<'_>, hit: &Hit) {
    let palette = Palette::current(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    let findings = std::sync::Arc::clone(&scene.workspace.findings);
    let Some(article) = findings.articles.get(hit.article) else {
        return;
    };
    let spot = View::spot_of(hit, &findings);
    let looked_at = scene.workspace.view.spot == spot;
    let body = article.body();
    let (before, behind) = in_its_line(body, hit.span, LETTERS);
    let number = body.paragraph_at(hit.span.start) + 1;
    let paragraph = Message::new("citation-paragraph").with("number", number);
    let paragraph = scene.text(&paragraph);
    let plain = |text: &str| text.replace('\n', " ");
    let words = plain(hit.span.of(&body.text));
    response.widget_info(|| {
        let (outlet, behind) = (article.outlet(), plain(behind.of(&body.text)));
        let before = plain(before.of(&body.text));
        let name = format!("{outlet}, {paragraph}: {before}{words}{behind}");
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
    if response.has_focus() {
        widgets::focus_ring(ui, &response, rect.shrink(3.0));
    }
    let (outlet, letters) = scene.outlets.get(article);
    let y = rect.center().y;
    widgets::paint_chip(ui, pos2(rect.left() + 12.0, y - 8.0), outlet, letters);
    let at = pos2(rect.left() + 46.0, y);
    let small = Face::Sans.at(11.0);
    ui.painter()
        .text(at, Align2::LEFT_CENTER, &paragraph, small, palette.ink2);
    let text = |text: String, face: Face, color| {
        let format = TextFormat::simple(face.at(14.0), color);
        let job = LayoutJob::single_section(text, format);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let line = Rect::from_min_max(pos2(rect.left() + HEAD, rect.top()), rect.max);
    let painter = ui.painter().with_clip_rect(line.intersect(ui.clip_rect()));
    let middle = text(words, Face::SerifSemiBold, palette.ink);
    let top = y - middle.size().y / 2.0;
    let left = (line.center().x - middle.size().x / 2.0).max(line.left());
    let right = left + middle.size().x;
    let lead = text(plain(before.of(&body.text)), Face::Serif, palette.ink2);
    painter.galley(pos2(left - lead.size().x, top), lead, palette.ink2);
    painter.galley(pos2(left, top), middle, palette.ink);
    let rest = text(plain(behind.of(&body.text)), Face::Serif, palette.ink2);
    painter.galley(pos2(right, top), rest, palette.ink2);
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if let Some(spot) = spot.filter(|_| response.clicked()) {
        scene.ask(Command::Look(Look::Spot(spot)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn what_is_on_the_screen_comes_first() {
        let hit = |article, start| Hit {
            article,
            span: Span::new(start, start + 1),
        };
        let hits = [hit(0, 1), hit(1, 5), hit(2, 3), hit(2, 9), hit(3, 1)];
        let expected = [
            Row::Hit(hits[2]),
            Row::Hit(hits[3]),
            Row::Hit(hits[0]),
            Row::Elsewhere(1),
            Row::Hit(hits[1]),
            Row::Elsewhere(3),
            Row::Hit(hits[4]),
        ];
        assert_eq!(rows(&hits, &[2, 0]), expected);
    }
}
