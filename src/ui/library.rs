//! The panel at the left: meetings as groups, their articles with outlet, date and share.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, CornerRadius, Galley, Margin, Rect, Response, ScrollArea, Sense, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};

use super::actions::Action;
use super::icons::{self, Icon};
use super::palette::Palette;
use super::theme::Face;
use super::widgets::{self, Button, Look};
use super::{Dialog, Scene, describe, together};
use crate::analysis::meetings::newest_first;
use crate::analysis::{Findings, Meeting};
use crate::locale::Message;
use crate::model::{Article, Edit};
use crate::workspace::Command;
use crate::workspace::view::Look as Change;

/// Height that a meeting out of sight is taken for until it was seen, in points.
const GUESS: f32 = 56.0;
const PADDING: f32 = 12.0;

/// The library's own state: how high each meeting is, so that those out of sight cost nothing, and in which order they
/// stand.
#[derive(Default)]
pub struct LibraryPanel {
    heights: BTreeMap<usize, f32>,
    order: Vec<usize>,
    /// Whether the open meeting says why its articles stand together.
    why: bool,
    /// The meeting that was open when the panel was last shown.
    open: Option<usize>,
    width: f32,
    findings: Option<*const Findings>,
}

impl LibraryPanel {
    /// Shows the panel.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let findings = Arc::clone(&scene.workspace.findings);
        ui.spacing_mut().item_spacing.y = 0.0;
        top(ui, scene, &findings);
        widgets::hairline(ui);
        let width = ui.available_width();
        if self.findings != Some(Arc::as_ptr(&findings)) || (self.width - width).abs() > 0.5 {
            self.heights.clear();
            self.order = newest_first(&findings.meetings);
            self.width = width;
            self.findings = Some(Arc::as_ptr(&findings));
        }
        let open = scene.workspace.view.meeting;
        let is_new = self.open.replace(open) != Some(open);
        ScrollArea::vertical()
            .id_salt("library")
            .auto_shrink(false)
            .show_viewport(ui, |ui, seen| {
                ui.spacing_mut().item_spacing.y = 0.0;
                // Beside the scroll bar there is less room; what claims more would push the panel wider and wider.
                let width = ui.available_width();
                let mut y = 0.0;
                let order = self.order.iter().copied();
                let meetings =
                    order.filter_map(|place| Some((place, findings.meetings.get(place)?)));
                for (number, meeting) in meetings {
                    let known = self.heights.get(&number).copied();
                    let height = known.unwrap_or(GUESS);
                    if is_new && number == open {
                        let row = Rect::from_min_size(ui.cursor().min, vec2(width, height));
                        ui.scroll_to_rect(row, None);
                    }
                    if known.is_some() && (y + height < seen.min.y || y > seen.max.y)
                        || y > seen.max.y + 400.0
                    {
                        ui.allocate_exact_size(vec2(width, height), Sense::hover());
                        y += height;
                        continue;
                    }
                    let before = ui.cursor().top();
                    self::meeting(ui, scene, &findings, (number, meeting), &mut self.why);
                    let shown = ui.cursor().top() - before;
                    self.heights.insert(number, shown);
                    y += shown;
                }
                closed(ui, scene);
            });
        // The open meeting has another height than it will have folded.
        self.heights.remove(&scene.workspace.view.meeting);
    }
}

fn top(ui: &mut Ui, scene: &mut Scene<'_>, findings: &Findings) {
    let palette = Palette::current(ui);
    egui::Frame::new().inner_margin(PADDING).show(ui, |ui| {
        ui.horizontal(|ui| {
            widgets::label(
                ui,
                scene.tr("library"),
                Face::SansSemiBold,
                14.0,
                palette.ink,
            );
            let counts = Message::new("library-counts")
                .with("meetings", findings.meetings.len())
                .with("articles", findings.articles.len());
            widgets::label(ui, scene.text(&counts), Face::Sans, 12.0, palette.ink2);
        });
        ui.add_space(4.0);
        let hint = Action::Paste.hint("drop-hint", scene.locale);
        if drop_zone(ui, &hint).clicked() {
            *scene.dialog = Some(Dialog::Files);
        }
    });
}

/// A dashed frame that says what can be dropped; pressing it opens the dialog.
fn drop_zone(ui: &mut Ui, hint: &str) -> Response {
    let palette = Palette::current(ui);
    let width = ui.available_width();
    let galley = wrapped(ui, hint, Face::Sans, 12.0, palette.ink2, width - 20.0, 3);
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, galley.size().y + 16.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, hint));
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(2), palette.sel);
    }
    dashed_frame(ui, rect, palette.edge);
    ui.painter()
        .galley(rect.min + vec2(10.0, 8.0), galley, palette.ink2);
    widgets::focus_ring(ui, &response, rect);
    response
}

/// A frame of dashes.
pub fn dashed_frame(ui: &Ui, rect: Rect, color: Color32) {
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    ui.painter().extend(egui::Shape::dashed_line(
        &corners,
        Stroke::new(1.0, color),
        4.0,
        3.0,
    ));
}

fn wrapped(
    ui: &Ui,
    text: &str,
    face: Face,
    size: f32,
    color: Color32,
    width: f32,
    rows: usize,
) -> Arc<Galley> {
    let format = TextFormat {
        line_height: Some((size * 1.3).round()),
        ..TextFormat::simple(face.at(size), color)
    };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping {
        max_rows: rows,
        ..TextWrapping::wrap_at_width(width)
    };
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

fn meeting(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    findings: &Findings,
    (number, meeting): (usize, &Meeting),
    why: &mut bool,
) {
    let palette = Palette::current(ui);
    let open = scene.workspace.view.meeting == number;
    let members: Vec<&Arc<Article>> = meeting
        .articles
        .iter()
        .filter_map(|place| findings.articles.get(*place))
        .collect();
    let fullest = meeting
        .fullest
        .and_then(|place| findings.articles.get(place));
    let Some(first) = fullest.or(members.first().copied()) else {
        return;
    };
    let words: usize = members
        .iter()
        .map(|article| article.body().words.len())
        .sum();
    let counts = Message::new("meeting-counts")
        .with("articles", members.len())
        .with("words", words);
    let counts = scene.text(&counts);
    let event = meeting.kind.map(|kind| together::event(scene.locale, kind));
    let counts = event.map_or(counts.clone(), |event| format!("{event} · {counts}"));
    let who = together::who(scene.locale, meeting);
    let place = together::scene(scene.locale, meeting);
    let name = [who.as_deref().unwrap_or_default(), &place];
    let name: Vec<&str> = name.into_iter().filter(|part| !part.is_empty()).collect();
    let name = if name.is_empty() {
        first.title().to_owned()
    } else {
        let name = Message::new("meeting-name").with("label", name.join(" · "));
        scene.text(&name.with("headline", first.title()))
    };
    // A folded meeting shows a headline, an open one has them all below.
    let headline = (!open && who.is_some()).then(|| first.title().to_owned());
    let about: Vec<String> = [Some(place), headline, Some(counts)]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    let width = ui.available_width();
    let indent = PADDING + 18.0;
    let room = width - indent - PADDING;
    let title = wrapped(
        ui,
        who.as_deref().unwrap_or_else(|| first.title()),
        Face::SansSemiBold,
        13.0,
        palette.ink,
        room,
        3,
    );
    let meta: Vec<Arc<Galley>> = about
        .iter()
        .map(|line| wrapped(ui, line, Face::Sans, 12.0, palette.ink2, room, 1))
        .collect();
    let below: f32 = meta.iter().map(|line| line.size().y).sum();
    let height = title.size().y + below + 22.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &name));
    let ground = if open { palette.raised } else { palette.panel };
    ui.painter().rect_filled(
        rect,
        CornerRadius::ZERO,
        if response.hovered() && !open {
            palette.sel
        } else {
            ground
        },
    );
    let arrow = Rect::from_min_size(rect.min + vec2(8.0, 9.0), vec2(16.0, 16.0));
    icons::paint(
        ui.painter(),
        arrow,
        if open { Icon::Down } else { Icon::Right },
        palette.ink2,
    );
    let at = rect.min + vec2(indent, 10.0);
    let mut below = at + vec2(0.0, title.size().y + 2.0);
    ui.painter().galley(at, title, palette.ink);
    for line in meta {
        let height = line.size().y;
        ui.painter().galley(below, line, palette.ink2);
        below.y += height;
    }
    inner_ring(ui, &response, rect);
    if response.clicked() && !open {
        scene.ask(Command::Look(Change::Meeting(number)));
    }
    if open {
        if meeting.articles.len() > 1 {
            why_together(ui, scene, findings, meeting, why);
        }
        let columns = scene.workspace.view.columns(findings);
        for place in with_versions(meeting, findings) {
            if let Some(article) = findings.articles.get(place) {
                let row = ArticleRow {
                    article,
                    share: describe::coverage(findings, place, &meeting.articles),
                    shown: columns.contains(&place),
                    is_base: columns.first() == Some(&place),
                    repeat: describe::repeat(scene.locale, findings, place),
                };
                let response = article_row(ui, scene, &row);
                let (locale, member) = (scene.locale, meeting.member(place));
                let alone = meeting.articles.len() < 2;
                if let Some(member) = member.filter(|_| !alone) {
                    let reasons = || together::member(locale, findings, meeting, member);
                    if *why {
                        lines(ui, row.indent(), &reasons());
                    } else {
                        response.on_hover_ui(|ui| {
                            ui.set_max_width(320.0);
                            for line in reasons() {
                                widgets::paragraph(ui, line, Face::Sans, 12.0, palette.ink);
                            }
                        });
                    }
                }
            }
        }
    }
    widgets::hairline(ui);
}

/// What the articles have in common, when it is asked for.
fn why_together(
    ui: &mut Ui,
    scene: &Scene<'_>,
    findings: &Findings,
    meeting: &Meeting,
    why: &mut bool,
) {
    let palette = Palette::current(ui);
    let margin = Margin {
        // As the arrow of the meeting, so that the words stand below its name.
        left: 8,
        bottom: 4,
        ..Margin::ZERO
    };
    let frame = egui::Frame::new().fill(palette.raised).inner_margin(margin);
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let icon = if *why { Icon::Down } else { Icon::Right };
        let name = scene.tr("why-together");
        let button = Button::new(&name).look(widgets::Look::Inline);
        if button.with_icon(icon).show(ui).clicked() {
            *why = !*why;
        }
    });
    if *why {
        lines(
            ui,
            PADDING + 18.0,
            &together::reasons(scene.locale, findings, meeting),
        );
    }
}

/// Reasons, a line each, on the ground of the open meeting.
fn lines(ui: &mut Ui, left: f32, lines: &[String]) {
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

/// Inside the row, where a ring around it would be cut.
fn inner_ring(ui: &Ui, response: &Response, rect: Rect) {
    if response.has_focus() {
        let ink = Palette::current(ui).ink;
        ui.painter().rect_stroke(
            rect.shrink(1.0),
            CornerRadius::ZERO,
            Stroke::new(2.0, ink),
            egui::StrokeKind::Inside,
        );
    }
}

/// The articles of a meeting, each followed by its versions.
fn with_versions(meeting: &Meeting, findings: &Findings) -> Vec<usize> {
    let mut places = meeting.articles.clone();
    places.sort_by_key(|place| {
        let first = findings.first_version(*place);
        // A version in another meeting than its first one stands where it would stand alone.
        let head = if meeting.articles.contains(&first) {
            first
        } else {
            *place
        };
        (head, *place != head, *place)
    });
    places
}

/// What a row says of an article.
struct ArticleRow<'a> {
    article: &'a Article,
    share: f64,
    shown: bool,
    is_base: bool,
    /// What it is to the article above, if it repeats it.
    repeat: Option<String>,
}

impl ArticleRow<'_> {
    /// What repeats the article above stands a little further in.
    fn left(&self) -> f32 {
        PADDING + if self.repeat.is_some() { 14.0 } else { 0.0 }
    }

    /// Where its words begin.
    fn indent(&self) -> f32 {
        self.left() + widgets::CHIP.x + 10.0
    }
}

fn article_row(ui: &mut Ui, scene: &mut Scene<'_>, row: &ArticleRow<'_>) -> Response {
    let palette = Palette::current(ui);
    let ArticleRow {
        article,
        share,
        shown,
        is_base,
        ..
    } = *row;
    let width = ui.available_width();
    let (left, indent) = (row.left(), row.indent());
    let ink = if shown { palette.ink } else { palette.ink3 };
    let title = wrapped(
        ui,
        article.title(),
        Face::SansMedium,
        13.0,
        ink,
        width - indent - PADDING,
        3,
    );
    let mut about: Vec<String> = row.repeat.iter().cloned().collect();
    about.extend(
        article
            .fields
            .published
            .as_ref()
            .map(|noted| describe::moment(scene.locale, &noted.value, true)),
    );
    about.extend(article.fields.agency.first().cloned());
    let percent = scene.text(&Message::new("percent").with("percent", describe::percent(share)));
    let share_text = wrapped(ui, &percent, Face::Sans, 12.0, palette.ink2, 60.0, 1);
    let meta_width = width - indent - PADDING - share_text.size().x - 8.0;
    let meta = wrapped(
        ui,
        &about.join(" · "),
        Face::Sans,
        12.0,
        palette.ink2,
        meta_width,
        1,
    );
    let height = title.size().y + 16.0 + 26.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let mut name = format!("{}: {}", article.outlet(), article.title());
    if let Some(repeat) = &row.repeat {
        name = format!("{name}, {repeat}");
    }
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, shown, &name));
    let ground = if response.hovered() || is_base {
        palette.sel
    } else {
        palette.raised
    };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, ground);
    if is_base {
        let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        ui.painter()
            .rect_filled(bar, CornerRadius::ZERO, palette.ink);
    }
    let (number, letters) = scene.outlets.get(article);
    widgets::paint_chip(ui, rect.min + vec2(left, 9.0), number, letters);
    let at = rect.min + vec2(indent, 8.0);
    let below = at + vec2(0.0, title.size().y + 2.0);
    ui.painter().galley(at, title, ink);
    ui.painter().galley(below, meta, palette.ink2);
    ui.painter().galley(
        pos2(rect.right() - PADDING - share_text.size().x, below.y),
        share_text,
        palette.ink2,
    );
    bar(
        ui,
        pos2(below.x, below.y + 19.0),
        rect.right() - PADDING - below.x,
        share,
    );
    inner_ring(ui, &response, rect);
    if response.clicked() {
        let change = if shown {
            Change::Base(article.id)
        } else {
            Change::Closed(article.id, false)
        };
        scene.ask(Command::Look(change));
    }
    response.context_menu(|ui| {
        let base = scene.tr("article-base");
        let toggle = scene.tr(if shown {
            "article-hide"
        } else {
            "article-show"
        });
        let remove = scene.tr("article-remove");
        let choices = [
            (base, Command::Look(Change::Base(article.id))),
            (toggle, Command::Look(Change::Closed(article.id, shown))),
            (remove, Command::Edit(Edit::Remove(vec![article.id]))),
        ];
        for (name, command) in choices {
            if Button::new(&name)
                .look(widgets::Look::Quiet)
                .show(ui)
                .clicked()
            {
                scene.ask(command);
                ui.close();
            }
        }
    });
    response
}

fn bar(ui: &Ui, min: egui::Pos2, width: f32, share: f64) {
    let palette = Palette::current(ui);
    let track = Rect::from_min_size(min, vec2(width, 4.0));
    ui.painter()
        .rect_filled(track, CornerRadius::same(2), palette.track);
    let filled = Rect::from_min_size(min, vec2(width * share.clamp(0.0, 1.0) as f32, 4.0));
    ui.painter()
        .rect_filled(filled, CornerRadius::same(2), palette.ink2);
}

/// Below the list: what the shares mean, and a way to begin anew.
fn closed(ui: &mut Ui, scene: &mut Scene<'_>) {
    let palette = Palette::current(ui);
    if scene.workspace.project().articles.is_empty() {
        return;
    }
    egui::Frame::new().inner_margin(PADDING).show(ui, |ui| {
        widgets::paragraph(
            ui,
            scene.tr("coverage-hint"),
            Face::Sans,
            11.0,
            palette.ink2,
        );
        ui.add_space(6.0);
        Action::CloseAll.named(ui, scene, Look::Plain, None);
    });
}
