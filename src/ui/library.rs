//! The panel at the left: meetings as groups, their articles with outlet, date and share.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, CornerRadius, Galley, Rect, Response, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2,
    vec2,
};

use super::icons::{self, Icon};
use super::palette::Palette;
use super::theme::Face;
use super::widgets::{self, Button};
use super::{Dialog, Scene, describe};
use crate::analysis::{Findings, Meeting};
use crate::locale::Message;
use crate::model::{Article, Edit};
use crate::workspace::Command;
use crate::workspace::view::Look as Change;

/// Height that a meeting out of sight is taken for until it was seen, in points.
const GUESS: f32 = 56.0;
const PADDING: f32 = 12.0;

/// The library's own state: how high each meeting is, so that those out of sight cost nothing.
#[derive(Default)]
pub struct LibraryPanel {
    heights: BTreeMap<usize, f32>,
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
            self.width = width;
            self.findings = Some(Arc::as_ptr(&findings));
        }
        ScrollArea::vertical()
            .id_salt("library")
            .auto_shrink(false)
            .show_viewport(ui, |ui, seen| {
                ui.spacing_mut().item_spacing.y = 0.0;
                // Beside the scroll bar there is less room; what claims more would push the panel wider and wider.
                let width = ui.available_width();
                let mut y = 0.0;
                for (number, meeting) in findings.meetings.iter().enumerate() {
                    let known = self.heights.get(&number).copied();
                    let height = known.unwrap_or(GUESS);
                    if known.is_some() && (y + height < seen.min.y || y > seen.max.y)
                        || y > seen.max.y + 400.0
                    {
                        ui.allocate_exact_size(vec2(width, height), Sense::hover());
                        y += height;
                        continue;
                    }
                    let before = ui.cursor().top();
                    self::meeting(ui, scene, &findings, number, meeting);
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
        let hint = scene.tr("drop-hint");
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
    number: usize,
    meeting: &Meeting,
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
    let about = [
        describe::meeting(scene.locale, meeting),
        scene.text(&counts),
    ];
    let about = about
        .iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join("\n");
    let width = ui.available_width();
    let indent = PADDING + 18.0;
    let title = wrapped(
        ui,
        first.title(),
        Face::SansSemiBold,
        13.0,
        palette.ink,
        width - indent - PADDING,
        3,
    );
    let meta = wrapped(
        ui,
        &about,
        Face::Sans,
        12.0,
        palette.ink2,
        width - indent - PADDING,
        2,
    );
    let height = title.size().y + meta.size().y + 22.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, first.title()));
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
    let below = at + vec2(0.0, title.size().y + 2.0);
    ui.painter().galley(at, title, palette.ink);
    ui.painter().galley(below, meta, palette.ink2);
    inner_ring(ui, &response, rect);
    if response.clicked() && !open {
        scene.ask(Command::Look(Change::Meeting(number)));
    }
    if open {
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
                article_row(ui, scene, &row);
            }
        }
    }
    widgets::hairline(ui);
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

fn article_row(ui: &mut Ui, scene: &mut Scene<'_>, row: &ArticleRow<'_>) {
    let palette = Palette::current(ui);
    let ArticleRow {
        article,
        share,
        shown,
        is_base,
        ..
    } = *row;
    let width = ui.available_width();
    // What repeats the article above stands a little further in.
    let left = PADDING + if row.repeat.is_some() { 14.0 } else { 0.0 };
    let indent = left + widgets::CHIP.x + 10.0;
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
        if Button::new(&scene.tr("close-all")).show(ui).clicked() {
            scene.ask(Command::Close);
        }
    });
}
