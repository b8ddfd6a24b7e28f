//! A sheet with all meetings, to choose the one to which articles belong.

use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, CornerRadius, CursorIcon, Id, Key, Margin, Modifiers, Rect, Response, ScrollArea,
    Sense, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use crate::analysis::meetings::newest_first;
use crate::model::ArticleId;
use crate::text::fold::fold_accents;
use crate::ui::icons::Icon;
use crate::ui::palette::Palette;
use crate::ui::theme::Face;
use crate::ui::widgets::{self, Button};
use crate::ui::{Scene, inspector, together};
use crate::workspace::{Command, corrections};

/// Most that the sheet takes of the window, in points.
const WIDTH: f32 = 560.0;
const HEIGHT: f32 = 480.0;
/// Height of a meeting's two lines, and what stands beside them.
const ROW: f32 = 46.0;
const PADDING: f32 = 10.0;

/// What is to be put elsewhere, and the letters by which a meeting is looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Choosing {
    articles: Vec<ArticleId>,
    own: usize,
    search: String,
    opened: bool,
}

impl Choosing {
    /// These articles of the meeting `own`.
    pub fn new(articles: Vec<ArticleId>, own: usize) -> Self {
        Self {
            articles,
            own,
            search: String::new(),
            opened: false,
        }
    }

    /// Shows the sheet; true while it stays open.
    pub fn show(&mut self, ui: &Ui, scene: &mut Scene<'_>) -> bool {
        let margin = widgets::SHEET;
        let modal = widgets::sheet(ui.ctx(), "choose-meeting", None, WIDTH, margin, |ui| {
            self.sheet(ui, scene)
        });
        modal.inner && !modal.should_close()
    }

    fn sheet(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> bool {
        let palette = Palette::current(ui);
        let mut stays = true;
        inspector::title_row(ui, &scene.tr("choose-meeting"), |ui| {
            let close = scene.tr("cancel");
            stays = !Button::icon(Icon::Close, &close).show(ui).clicked();
        });
        let label = scene.tr("choose-search");
        let field = TextEdit::singleline(&mut self.search)
            .id(Id::unique("choose-search"))
            .hint_text(&label)
            .margin(Margin::symmetric(8, 5))
            .desired_width(f32::INFINITY);
        let field = ui.add(field);
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &label));
        if !std::mem::replace(&mut self.opened, true) {
            field.request_focus();
        }
        let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let down = field.has_focus()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
        ui.add_space(8.0);
        let found = self.found(scene);
        ScrollArea::vertical()
            .id_salt("choose-meeting")
            .max_height(HEIGHT.min(ui.ctx().content_rect().height() - 200.0))
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (place, (number, name)) in found.iter().enumerate() {
                    let row = row(ui, scene, *number, name);
                    if place == 0 && down {
                        row.request_focus();
                    }
                    if row.clicked() || place == 0 && enter {
                        self.choose(scene, *number);
                        stays = false;
                    }
                }
                if found.is_empty() {
                    let none = scene.tr("choose-none");
                    widgets::paragraph(ui, none, Face::Sans, 13.0, palette.ink2);
                }
            });
        stays
    }

    /// The other meetings whose name has the letters, the newest first.
    fn found(&self, scene: &Scene<'_>) -> Vec<(usize, String)> {
        let findings = &scene.workspace.findings;
        let search = fold_accents(&self.search);
        let words: Vec<&str> = search.split_whitespace().collect();
        newest_first(&findings.meetings)
            .into_iter()
            .filter(|number| *number != self.own)
            .filter_map(|number| {
                let meeting = findings
                    .meetings
                    .get(number)
                    .filter(|meeting| !meeting.is_none)?;
                let name = together::name(scene.locale, findings, meeting)?;
                let text = fold_accents(&name);
                words
                    .iter()
                    .all(|word| text.contains(word))
                    .then_some((number, name))
            })
            .collect()
    }

    fn choose(&self, scene: &mut Scene<'_>, number: usize) {
        if let Some(edit) = corrections::put(&scene.workspace.findings, &self.articles, number) {
            scene.ask(Command::Edit(edit));
        }
    }
}

/// A meeting in two lines: who, then where, when and a headline. `name` is all of it.
fn row(ui: &mut Ui, scene: &Scene<'_>, number: usize, name: &str) -> Response {
    let palette = Palette::current(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(4), palette.sel);
    }
    widgets::focus_ring(ui, &response, rect.shrink(2.0));
    let findings = &scene.workspace.findings;
    if let Some(meeting) = findings.meetings.get(number) {
        let title = together::fullest(findings, meeting).map(|article| article.title().to_owned());
        let scenery = together::scene(scene.locale, meeting);
        let lines = [together::who(scene.locale, meeting), Some(scenery), title];
        let mut lines = lines.into_iter().flatten().filter(|line| !line.is_empty());
        let first = lines.next().unwrap_or_default();
        let second = lines.collect::<Vec<_>>().join(" · ");
        let room = rect.shrink2(vec2(PADDING, 0.0));
        let middle = rect.center().y;
        line(ui, room, middle - 18.0, &first, (13.0, palette.ink));
        line(ui, room, middle + 1.0, &second, (12.0, palette.ink2));
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A line of a row, cut where the row ends.
fn line(ui: &Ui, room: Rect, top: f32, text: &str, (points, color): (f32, Color32)) {
    let format = TextFormat::simple(Face::Sans.at(points), color);
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping::truncate_at_width(room.width());
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(pos2(room.left(), top), galley, color);
}
