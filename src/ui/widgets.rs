//! Controls and small marks that several panels use.

use egui::accesskit::Role;
use egui::{
    Align, Align2, Color32, Context, CornerRadius, Frame, Id, Layout, Margin, Modal, ModalResponse,
    Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::icons::{self, Icon};
use super::palette::Palette;
use super::regions;
use super::theme::{self, Face, size};

/// Width of a button that is only an icon, in points.
const SQUARE: f32 = 28.0;

/// What a sheet leaves free of the window on either side.
const BESIDE_SHEET: f32 = 40.0;

/// A label in one of the faces, cut at the width that is left.
pub fn label(
    ui: &mut Ui,
    text: impl Into<String>,
    face: Face,
    points: f32,
    color: Color32,
) -> Response {
    ui.add(
        egui::Label::new(egui::RichText::new(text).font(face.at(points)).color(color)).truncate(),
    )
}

/// The same over as many lines as it takes.
pub fn paragraph(
    ui: &mut Ui,
    text: impl Into<String>,
    face: Face,
    points: f32,
    color: Color32,
) -> Response {
    let text = egui::RichText::new(text)
        .font(face.at(points))
        .color(color)
        .line_height(Some((points * 1.4).round()));
    ui.add(egui::Label::new(text).wrap())
}

/// An entry of a menu that `opener` opened: whether it was chosen. The menu closes then, and a reader who came with the
/// keyboard goes on where it was opened.
pub fn menu_entry(ui: &mut Ui, entry: Button<'_>, opener: &Response) -> bool {
    let entry = entry.look(Look::Quiet).show(ui);
    if entry.clicked() {
        ui.close();
        if entry.has_focus() {
            opener.request_focus();
        }
    }
    entry.clicked()
}

/// A part of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What stands at the left.
    Start,
    /// What stands at the right end.
    End,
}

/// A row with controls at its right end. They are added behind what is left of them and from the left on, so that the Tab
/// key goes through the row as it is read. They take what room they need: text that is cut where room ends has no place
/// among them.
pub fn row_with_end(ui: &mut Ui, mut add: impl FnMut(&mut Ui, Part)) {
    let id = ui.scope_id().with("row-end");
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let room = ui.available_rect_before_wrap();
    let border = (room.right() - known).max(room.left());
    let (before, behind) = room.split_left_right_at_x(border);
    let in_row = |room: Rect| {
        let layout = Layout::left_to_right(Align::Center);
        UiBuilder::new().max_rect(room).layout(layout)
    };
    ui.scope_builder(in_row(before), |ui| add(ui, Part::Start));
    let end = ui.scope_builder(in_row(behind), |ui| add(ui, Part::End));
    let width = end.response.rect.width();
    if width != known {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx()
            .request_discard("the end of a row has another width");
    }
}

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// With a border.
    Plain,
    /// The one thing to do here.
    Primary,
    /// Without a border, until the pointer is over it.
    Quiet,
    /// One of several views: a line below the one that is open.
    Tab,
    /// Like the text around it, and as close to it.
    Inline,
}

/// A button with an icon before its text; without text it is square and `name` is its accessible name and tooltip.
pub struct Button<'t> {
    name: &'t str,
    hint: Option<&'t str>,
    icon: Option<Icon>,
    text: bool,
    look: Look,
    enabled: bool,
    selected: bool,
}

impl<'t> Button<'t> {
    /// A button with a text.
    pub fn new(name: &'t str) -> Self {
        Self {
            name,
            hint: None,
            icon: None,
            text: true,
            look: Look::Plain,
            enabled: true,
            selected: false,
        }
    }

    /// A button that is only an icon.
    pub fn icon(icon: Icon, name: &'t str) -> Self {
        Self {
            icon: Some(icon),
            text: false,
            look: Look::Quiet,
            ..Self::new(name)
        }
    }

    /// With an icon before the text.
    pub fn with_icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// In this look.
    pub fn look(mut self, look: Look) -> Self {
        self.look = look;
        self
    }

    /// Whether it can be pressed now.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Whether it is on.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// With this tooltip in place of the name.
    pub fn hint(mut self, hint: &'t str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Makes room for a square button that is shown there later: the keyboard goes in the order of showing.
    pub fn room(ui: &mut Ui) -> Rect {
        ui.allocate_space(vec2(SQUARE, size::CONTROL)).1
    }

    /// Shows it in the [room](Self::room) that was made for it.
    pub fn show_in(self, ui: &mut Ui, room: Rect) -> Response {
        let room = UiBuilder::new().max_rect(room);
        ui.scope_builder(room, |ui| self.show(ui)).inner
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = Palette::current(ui);
        let is_open_tab = self.look == Look::Tab && self.selected;
        let face = if is_open_tab {
            Face::SansSemiBold
        } else {
            Face::SansMedium
        };
        let galley = self.text.then(|| {
            let name = self.name.to_owned();
            ui.painter()
                .layout_no_wrap(name, face.at(13.0), Color32::PLACEHOLDER)
        });
        let icon_width = if self.icon.is_some() { 16.0 } else { 0.0 };
        let gap = if self.icon.is_some() && self.text {
            6.0
        } else {
            0.0
        };
        let padding = match (self.text, self.look) {
            (_, Look::Inline) => 0.0,
            (true, _) => 10.0,
            (false, _) => 6.0,
        };
        let text_width = galley.as_ref().map_or(0.0, |galley| galley.size().x);
        let wanted = vec2(
            (text_width + icon_width + gap + 2.0 * padding).ceil(),
            size::CONTROL,
        );
        let sense = if self.enabled {
            Sense::click()
        } else {
            Sense::hover()
        };
        let (rect, response) = ui.allocate_exact_size(wanted, sense);
        response.widget_info(|| {
            WidgetInfo::selected(Role::Button, self.enabled, self.selected, self.name)
        });
        let dark = self.look == Look::Primary || (self.selected && !is_open_tab);
        let (mut ink, mut fill) = if dark {
            (palette.paper, palette.ink)
        } else {
            (palette.ink, Color32::TRANSPARENT)
        };
        if !dark && (response.hovered() || response.is_pointer_button_down_on()) && self.enabled {
            fill = palette.sel;
        }
        if !self.enabled {
            ink = ink.gamma_multiply(0.45);
        }
        let edge = if self.look == Look::Plain && !dark {
            palette.edge
        } else {
            Color32::TRANSPARENT
        };
        let painter = ui.painter();
        painter.rect(
            rect,
            CornerRadius::same(4),
            fill,
            Stroke::new(1.0, edge),
            StrokeKind::Inside,
        );
        if is_open_tab {
            let line = Stroke::new(2.0, palette.ink);
            painter.hline(rect.x_range().shrink(padding), rect.bottom() - 1.0, line);
        }
        focus_ring(ui, &response, rect);
        let mut x = rect.left() + padding;
        if let Some(icon) = self.icon {
            icons::paint(
                painter,
                Rect::from_min_size(pos2(x, rect.center().y - 8.0), Vec2::splat(16.0)),
                icon,
                ink,
            );
            x += icon_width + gap;
        }
        if let Some(galley) = galley {
            painter.galley(
                pos2(x, rect.center().y - galley.size().y / 2.0),
                galley,
                ink,
            );
        }
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        match self.hint.or((!self.text).then_some(self.name)) {
            Some(hint) => response.on_hover_text(hint),
            None => response,
        }
    }
}

/// Inside a sheet's frame, where it has no rows to its edges.
pub const SHEET: Margin = Margin::symmetric(20, 14);

/// A sheet over the window: what is below it is dimmed and cannot be pressed. At `top` points from the top of the window,
/// else in its middle; `width` wide, or as wide as there is room.
pub fn sheet<R>(
    ctx: &Context,
    id: &str,
    top: Option<f32>,
    width: f32,
    margin: Margin,
    content: impl FnOnce(&mut Ui) -> R,
) -> ModalResponse<R> {
    let palette = Palette::of(ctx.theme() == egui::Theme::Dark);
    let frame = Frame::new()
        .fill(palette.raised)
        .stroke(Stroke::new(1.0, palette.edge))
        .corner_radius(CornerRadius::same(6))
        .inner_margin(margin);
    let id = Id::unique(id);
    let area = match top {
        Some(top) => Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, top)),
        None => Modal::default_area(id),
    };
    let room = ctx.content_rect().width() - 2.0 * BESIDE_SHEET;
    Modal::new(id)
        .area(area)
        .backdrop_color(palette.scrim)
        .frame(frame)
        .show(ctx, |ui| {
            ui.set_width(width.min(room).max(1.0));
            theme::show_scroll_bars(ui);
            content(ui)
        })
}

/// The ring around what has the keyboard, which comes into sight when it gets it.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect) {
    if regions::has_come(response) {
        ui.scroll_to_rect(rect, None);
    }
    if response.has_focus() {
        let palette = Palette::current(ui);
        ui.painter().rect_stroke(
            rect.expand(2.0),
            CornerRadius::same(5),
            Stroke::new(2.0, palette.ink),
            StrokeKind::Middle,
        );
    }
}

/// Width and height of an outlet's chip, in points.
pub const CHIP: Vec2 = vec2(26.0, 16.0);

/// Paints an outlet's chip at `min`.
pub fn paint_chip(ui: &Ui, min: egui::Pos2, number: usize, letters: &str) -> Rect {
    let palette = Palette::current(ui);
    let rect = Rect::from_min_size(min, CHIP);
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(2), palette.outlet(number));
    painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        letters,
        Face::SansSemiBold.at(11.0),
        palette.chip_ink,
    );
    rect
}

/// The chip of an article that is off the screen, at `min`: its outline alone.
pub fn paint_hollow_chip(ui: &Ui, min: egui::Pos2, number: usize, letters: &str) -> Rect {
    let palette = Palette::current(ui);
    let rect = Rect::from_min_size(min, CHIP);
    let painter = ui.painter();
    let stroke = Stroke::new(1.5, palette.outlet(number));
    painter.rect_stroke(rect, CornerRadius::same(2), stroke, StrokeKind::Inside);
    let font = Face::SansSemiBold.at(11.0);
    painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        letters,
        font,
        palette.ink,
    );
    rect
}

/// An outlet's chip as part of a row.
pub fn chip(ui: &mut Ui, number: usize, letters: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(CHIP, Sense::hover());
    paint_chip(ui, rect.min, number, letters);
    response
}

/// A bar of which `share` (0 to 1) is filled.
pub fn share_bar(ui: &mut Ui, width: f32, share: f64) {
    let palette = Palette::current(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 4.0), Sense::hover());
    ui.painter()
        .rect_filled(rect, CornerRadius::same(2), palette.track);
    let filled = Rect::from_min_size(rect.min, vec2(width * share.clamp(0.0, 1.0) as f32, 4.0));
    ui.painter()
        .rect_filled(filled, CornerRadius::same(2), palette.ink2);
}

/// A hairline over the width of the panel.
pub fn hairline(ui: &mut Ui) {
    let palette = Palette::current(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter()
        .rect_filled(rect, CornerRadius::ZERO, palette.line);
}

/// An outlet's chip as a button: whole, with a line below it, while it is on, else hollow; a dashed frame around what is
/// put away.
pub fn chip_button(
    ui: &mut Ui,
    (number, letters): (usize, &str),
    name: &str,
    on: bool,
    dashed: bool,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(CHIP + vec2(8.0, 12.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, name));
    let palette = Palette::current(ui);
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(4), palette.sel);
    }
    let paint = if on { paint_chip } else { paint_hollow_chip };
    let chip = paint(ui, rect.center() - CHIP / 2.0, number, letters);
    if on {
        let line = Stroke::new(2.0, palette.ink);
        ui.painter()
            .hline(chip.x_range(), chip.bottom() + 3.0, line);
    }
    if dashed {
        super::library::dashed_frame(ui, rect.shrink(1.5), palette.edge);
    }
    focus_ring(ui, &response, rect.shrink(2.0));
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .on_hover_text(name)
}
