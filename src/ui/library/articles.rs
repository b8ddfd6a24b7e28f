//! The rows of the articles of the open meeting.

use egui::accesskit::Role;
use egui::{CornerRadius, Pos2, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use super::carry::{self, Target};
use super::rows::{dots, lines};
use super::{PADDING, State, in_lines, inner_ring, menu, stop, wrapped};
use crate::analysis::Findings;
use crate::analysis::meetings::Member;
use crate::model::Article;
use crate::ui::icons::{self, Icon};
use crate::ui::palette::Palette;
use crate::ui::theme::Face;
use crate::ui::widgets;
use crate::ui::{Scene, describe, together};
use crate::workspace::view::Look as Change;
use crate::workspace::{Command, corrections};

/// Room for the button with dots, and for the mark of what the reader placed.
const DOTS: f32 = 18.0;
const MARK: f32 = 16.0;
/// Widest tooltip, in points.
const TOOLTIP: f32 = 320.0;

/// What a row says of an article.
struct Row<'a> {
    article: &'a Article,
    /// The share of its words that others have, 0 to 1; nothing where there are no others.
    share: Option<f64>,
    shown: bool,
    is_base: bool,
    /// The reader put it there.
    placed: bool,
    /// What it is to the article above, if it repeats it.
    repeat: Option<String>,
}

impl Row<'_> {
    /// What repeats the article above stands a little further in.
    fn left(&self) -> f32 {
        PADDING + if self.repeat.is_some() { 14.0 } else { 0.0 }
    }

    /// Where its words begin.
    fn indent(&self) -> f32 {
        self.left() + widgets::CHIP.x + 10.0
    }

    /// What is read out.
    fn name(&self, scene: &Scene<'_>) -> String {
        let outlet = describe::outlet(scene.locale, self.article);
        let mut name = format!("{outlet}: {}", self.article.title());
        let placed = self.placed.then(|| scene.tr("placed-mark"));
        for more in self.repeat.iter().cloned().chain(placed) {
            name = format!("{name}, {more}");
        }
        name
    }

    /// What it is to others, when it appeared, whose copy it is.
    fn about(&self, scene: &Scene<'_>) -> Vec<String> {
        let fields = &self.article.fields;
        let published = fields.published.as_ref();
        let published = published.map(|noted| describe::moment(scene.locale, &noted.value, true));
        let agency = fields.agency.first().cloned();
        let parts = [self.repeat.clone(), published, agency];
        parts.into_iter().flatten().collect()
    }
}

/// The row of an article of the open meeting.
pub fn article(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    findings: &Findings,
    (place, number): (usize, usize),
    share: Option<f64>,
) {
    let meeting = findings.meetings.get(number);
    let Some((article, meeting)) = findings.articles.get(place).zip(meeting) else {
        return;
    };
    let columns = scene.workspace.view.columns(findings);
    let member = meeting.member(place);
    let row = Row {
        article,
        share,
        shown: columns.contains(&place),
        is_base: columns.first() == Some(&place),
        placed: member.is_some_and(|member| member.is_placed()),
        repeat: describe::repeat(scene.locale, findings, place),
    };
    let response = paint(ui, scene, &row);
    stop(ui, state, &response);
    let family = || corrections::family(findings, article.id);
    carry::pick_up(&response, (family, number), article.title());
    carry::let_go(ui, scene, &response, Target::Meeting(number));
    if response.clicked() {
        let change = if row.shown {
            Change::Base(article.id)
        } else {
            Change::Closed(article.id, false)
        };
        scene.ask(Command::Look(change));
    }
    let outlet = describe::outlet(scene.locale, article);
    let dots = dots(ui, scene, response.rect, &outlet);
    let entries = |scene: &Scene<'_>| menu::of_article(scene, (article.id, number), row.shown);
    menu::show(ui, scene, (&response, &dots), entries);
    let response = match row.share {
        Some(_) => response,
        None => response.on_hover_text(scene.tr("share-none-hint")),
    };
    // Of the only article there is, nothing is to be said.
    let has_reasons = |member: &&Member| meeting.articles.len() > 1 || !member.evidence.is_empty();
    let Some(member) = member.filter(has_reasons) else {
        return;
    };
    let reasons = || together::member(scene.locale, findings, meeting, member);
    if state.why {
        lines(ui, row.indent(), &reasons());
    } else if !carry::is_under_way(ui) {
        response.on_hover_ui(|ui| {
            ui.set_max_width(TOOLTIP);
            let ink = Palette::current(ui).ink;
            for line in reasons() {
                widgets::paragraph(ui, line, Face::Sans, 12.0, ink);
            }
        });
    }
}

fn paint(ui: &mut Ui, scene: &Scene<'_>, row: &Row<'_>) -> Response {
    let palette = Palette::current(ui);
    let width = ui.available_width();
    let (left, indent) = (row.left(), row.indent());
    let room = width - indent - PADDING;
    let ink = if row.shown { palette.ink } else { palette.ink3 };
    let title = (Face::SansMedium, 13.0, ink);
    let title = wrapped(ui, row.article.title(), title, room - DOTS, 3);
    let percent = describe::percent_or_dash(scene.locale, "percent", row.share);
    let small = (Face::Sans, 12.0, palette.ink2);
    let share = wrapped(ui, &percent, small, 60.0, 1);
    let mark = if row.placed { MARK } else { 0.0 };
    let beside = share.size().x + 8.0 + mark;
    let about = in_lines(ui, &row.about(scene), small, room - beside);
    let lines = (about.len().max(1) - 1) as f32 * share.size().y;
    let height = title.size().y + 16.0 + 26.0 + lines;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click_and_drag());
    let name = row.name(scene);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, row.shown, &name));
    let ground = if response.hovered() || row.is_base {
        palette.sel
    } else {
        palette.raised
    };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, ground);
    if row.is_base {
        let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        ui.painter()
            .rect_filled(bar, CornerRadius::ZERO, palette.ink);
    }
    let (number, letters) = scene.outlets.get(row.article);
    widgets::paint_chip(ui, rect.min + vec2(left, 9.0), number, letters);
    let at = rect.min + vec2(indent, 8.0);
    let below = at + vec2(0.0, title.size().y + 2.0);
    ui.painter().galley(at, title, ink);
    if row.placed {
        let corner = below - vec2(1.0, 0.0);
        icons::paint(
            ui.painter(),
            Rect::from_min_size(corner, vec2(14.0, 16.0)),
            Icon::Placed,
            palette.ink,
        );
    }
    let mut line = below + vec2(mark, 0.0);
    for galley in about {
        let height = galley.size().y;
        ui.painter().galley(line, galley, palette.ink2);
        line.y += height;
    }
    let corner = pos2(rect.right() - PADDING - share.size().x, below.y);
    ui.painter().galley(corner, share, palette.ink2);
    if let Some(share) = row.share {
        bar(ui, pos2(below.x, below.y + 19.0 + lines), room, share);
    }
    inner_ring(ui, &response, rect);
    response
}

fn bar(ui: &Ui, min: Pos2, width: f32, share: f64) {
    let palette = Palette::current(ui);
    let track = Rect::from_min_size(min, vec2(width, 4.0));
    ui.painter()
        .rect_filled(track, CornerRadius::same(2), palette.track);
    let filled = Rect::from_min_size(min, vec2(width * share.clamp(0.0, 1.0) as f32, 4.0));
    ui.painter()
        .rect_filled(filled, CornerRadius::same(2), palette.ink2);
}
