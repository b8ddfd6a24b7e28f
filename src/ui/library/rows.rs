//! The rows of meetings: heads, and what the open one offers.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    CornerRadius, Galley, Margin, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::carry::{self, Target};
use super::{PADDING, State, in_lines, inner_ring, menu, stop, with_versions, wrapped};
use crate::analysis::{Findings, Meeting};
use crate::locale::Message;
use crate::ui::icons::{self, Icon};
use crate::ui::palette::Palette;
use crate::ui::theme::{Face, size};
use crate::ui::widgets::{self, Button, Look};
use crate::ui::{Scene, regions, together};
use crate::workspace::view::Look as Change;
use crate::workspace::{Command, corrections};

/// From the left edge to the words of a head: behind the arrow.
const INDENT: f32 = PADDING + 18.0;
/// Room for the button with dots.
const DOTS: f32 = 30.0;
/// The small overview has articles up to this number, and this width, in points.
const OVERVIEW: usize = 8;
const OVERVIEW_WIDTH: f32 = 32.0;
/// The side of the square for each level of sharing, as a part of its cell's.
const SQUARES: [f32; 4] = [0.0, 0.4, 0.7, 1.0];

/// What the head of a meeting says.
struct Head {
    /// What is read out.
    name: String,
    title: String,
    /// Each in parts.
    lines: Vec<Vec<String>>,
}

impl Head {
    fn new(
        scene: &Scene<'_>,
        findings: &Findings,
        (number, shown): (usize, usize),
        open: bool,
    ) -> Option<Self> {
        let meeting = findings.meetings.get(number)?;
        let name = together::name(scene.locale, findings, meeting)?;
        let words = meeting
            .articles
            .iter()
            .filter_map(|place| findings.articles.get(*place));
        let words: usize = words.map(|article| article.body().words.len()).sum();
        let is_part = shown < meeting.articles.len();
        let counts = if is_part {
            Message::new("meeting-shown").with("shown", shown)
        } else {
            Message::new("meeting-counts").with("words", words)
        };
        let counts = scene.text(&counts.with("articles", meeting.articles.len()));
        let name = if is_part {
            format!("{name}, {counts}")
        } else {
            name
        };
        let event = meeting.kind.map(|kind| together::event(scene.locale, kind));
        let counts: Vec<String> = event.into_iter().chain([counts]).collect();
        let first = together::fullest(findings, meeting).map_or("", |article| article.title());
        if meeting.is_none {
            let lines = vec![counts];
            return Some(Self {
                title: name.clone(),
                name,
                lines,
            });
        }
        let who = together::who(scene.locale, meeting);
        // A folded meeting shows a headline, an open one has them all below.
        let headline = (!open && who.is_some()).then(|| vec![first.to_owned()]);
        let lines = [
            Some(together::scene_parts(scene.locale, meeting)),
            headline,
            Some(counts),
        ];
        Some(Self {
            name,
            title: who.unwrap_or_else(|| first.to_owned()),
            lines: lines.into_iter().flatten().collect(),
        })
    }
}

/// The head of a meeting, of which so many articles are shown.
pub fn meeting(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    findings: &Findings,
    (number, shown): (usize, usize),
) {
    let is_open = scene.workspace.view.meeting == number;
    let open = is_open && state.folded.is_none();
    let Some(head) = Head::new(scene, findings, (number, shown), open) else {
        return;
    };
    let palette = Palette::current(ui);
    let width = ui.available_width();
    let overview = findings
        .meetings
        .get(number)
        .filter(|meeting| !meeting.is_none && (2..=OVERVIEW).contains(&meeting.articles.len()));
    let beside = if overview.is_some() {
        OVERVIEW_WIDTH + 6.0
    } else {
        0.0
    };
    let room = width - INDENT - DOTS;
    let title = (Face::SansSemiBold, 13.0, palette.ink);
    let title = wrapped(ui, &head.title, title, room, 3);
    let lines = head.lines.iter();
    let lines: Vec<Arc<Galley>> = lines
        .flat_map(|line| {
            let style = (Face::Sans, 12.0, palette.ink2);
            in_lines(ui, line, style, room + DOTS - PADDING - beside)
        })
        .collect();
    let below: f32 = lines.iter().map(|line| line.size().y).sum();
    let height = (title.size().y + below.max(beside) + 22.0).max(44.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, &head.name));
    if is_open {
        regions::home(ui.ctx(), response.id);
    }
    let ground = match (is_open, response.hovered()) {
        (true, _) => palette.raised,
        (false, true) => palette.sel,
        (false, false) => palette.panel,
    };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, ground);
    let arrow = Rect::from_min_size(rect.min + vec2(8.0, 9.0), vec2(16.0, 16.0));
    let icon = if open { Icon::Down } else { Icon::Right };
    icons::paint(ui.painter(), arrow, icon, palette.ink2);
    let at = rect.min + vec2(INDENT, 10.0);
    let mut below = at + vec2(0.0, title.size().y + 2.0);
    if let Some(meeting) = overview {
        let corner = pos2(rect.right() - PADDING - OVERVIEW_WIDTH, below.y + 2.0);
        let square = Rect::from_min_size(corner, vec2(OVERVIEW_WIDTH, OVERVIEW_WIDTH));
        paint_overview(ui, square, findings, meeting);
    }
    ui.painter().galley(at, title, palette.ink);
    for line in lines {
        let height = line.size().y;
        ui.painter().galley(below, line, palette.ink2);
        below.y += height;
    }
    hairline(ui, rect);
    inner_ring(ui, &response, rect);
    stop(ui, state, &response);
    let is_none = findings
        .meetings
        .get(number)
        .is_some_and(|meeting| meeting.is_none);
    if !is_none {
        let articles = || corrections::members(findings, number);
        carry::pick_up(&response, (articles, number), &head.title);
    }
    carry::let_go(ui, scene, &response, Target::Meeting(number));
    if response.clicked() {
        if is_open {
            state.folded = open.then_some(number);
        } else {
            scene.ask(Command::Look(Change::Meeting(number)));
        }
    }
    let dots = dots(ui, scene, rect, &head.title);
    let entries = |scene: &Scene<'_>| menu::of_meeting(scene, number);
    menu::show(ui, scene, (&response, &dots), entries);
}

/// The button with three dots in the corner of a row.
pub fn dots(ui: &mut Ui, scene: &Scene<'_>, row: Rect, of: &str) -> Response {
    let corner = pos2(row.right() - size::CONTROL - 2.0, row.top() + 3.0);
    let rect = Rect::from_min_size(corner, vec2(size::CONTROL, size::CONTROL));
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(rect)
            .scope_id(ui.scope_id().with("dots")),
    );
    let name = scene.text(&Message::new("more-for").with("name", of));
    Button::icon(Icon::More, &name).show(&mut child)
}

/// Below a row that stands for a whole group.
fn hairline(ui: &Ui, rect: Rect) {
    let line = Rect::from_min_max(rect.left_bottom() - vec2(0.0, 1.0), rect.right_bottom());
    let color = Palette::current(ui).line;
    ui.painter().rect_filled(line, CornerRadius::ZERO, color);
}

/// Who shares how much with whom, as small as can be: each article a row, against each. The more, the larger the square.
fn paint_overview(ui: &Ui, square: Rect, findings: &Findings, meeting: &Meeting) {
    let palette = Palette::current(ui);
    let articles = with_versions(meeting, findings);
    let side = square.width() / articles.len().max(1) as f32;
    for (row, one) in articles.iter().enumerate() {
        for (column, two) in articles
            .iter()
            .enumerate()
            .filter(|(column, _)| *column != row)
        {
            let corner = square.min + vec2(column as f32 * side, row as f32 * side);
            let cell = Rect::from_min_size(corner, vec2(side, side)).shrink(0.5);
            ui.painter()
                .rect_filled(cell, CornerRadius::ZERO, palette.cell);
            let level = together::level(findings.shared(*one, *two));
            let filled = SQUARES.get(level).copied().unwrap_or(1.0) * cell.size();
            let square = Rect::from_center_size(cell.center(), filled);
            ui.painter()
                .rect_filled(square, CornerRadius::ZERO, palette.ink2);
        }
    }
    let edge = Stroke::new(1.0, palette.edge);
    ui.painter()
        .rect_stroke(square, CornerRadius::ZERO, edge, StrokeKind::Outside);
}

/// Why the articles of the open meeting stand together, or the only one by itself, when it is asked for.
pub fn open(ui: &mut Ui, scene: &Scene<'_>, state: &mut State, findings: &Findings, number: usize) {
    let Some(meeting) = findings.meetings.get(number) else {
        return;
    };
    let palette = Palette::current(ui);
    let margin = Margin {
        // As the arrow of the meeting, so that the words stand below its name.
        left: 8,
        right: PADDING as i8,
        bottom: 4,
        top: 4,
    };
    let frame = egui::Frame::new().fill(palette.raised).inner_margin(margin);
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let icon = if state.why { Icon::Down } else { Icon::Right };
        let is_alone = meeting.articles.len() == 1;
        let name = scene.tr(if is_alone {
            "why-alone"
        } else {
            "why-together"
        });
        let button = Button::new(&name).look(Look::Inline).with_icon(icon);
        if button.show(ui).clicked() {
            state.why = !state.why;
        }
    });
    if state.why {
        lines(
            ui,
            INDENT,
            &together::reasons(scene.locale, findings, meeting),
        );
    }
}

/// So many articles were taken off the screen; one press puts them back.
pub fn closed(ui: &mut Ui, scene: &mut Scene<'_>, count: usize) {
    let palette = Palette::current(ui);
    let margin = Margin {
        left: 8,
        bottom: 4,
        ..Margin::ZERO
    };
    let frame = egui::Frame::new().fill(palette.raised).inner_margin(margin);
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let name = scene.text(&Message::new("all-shown").with("count", count));
        let button = Button::new(&name).look(Look::Inline).with_icon(Icon::Eye);
        if button.show(ui).clicked() {
            scene.ask(Command::Look(Change::AllShown));
        }
    });
}

/// Reasons, a line each, on the ground of the open meeting.
pub fn lines(ui: &mut Ui, left: f32, lines: &[String]) {
    let palette = Palette::current(ui);
    let margin = Margin {
        left: left as i8,
        right: PADDING as i8,
        bottom: 8,
        ..Margin::ZERO
    };
    let frame = egui::Frame::new().fill(palette.raised).inner_margin(margin);
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        for line in lines {
            widgets::paragraph(ui, line, Face::Sans, 12.0, palette.ink2);
            ui.add_space(2.0);
        }
    });
}
