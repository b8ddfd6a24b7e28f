//! The band above the columns: one row an article, one cell an aligned segment; where each outlet copies, rewrites,
//! adds and leaves out.

pub mod layout;
pub mod model;
mod paint;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Id, Rect, Response, ScrollArea, Sense, Shape, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use self::layout::Zoom;
use self::model::{Band, Cell, Segment, What};
use crate::locale::Message;
use crate::ui::cached::Cached;
use crate::ui::palette::Palette;
use crate::ui::{Scene, describe, theme, widgets};
use crate::workspace::view::{Focus, Hidden};

/// Height of a cell, and from row to row.
const CELL: f32 = 12.0;
const ROW: f32 = 20.0;
/// Above the first row and below the last.
const PADDING: f32 = 6.0;
/// Left of the cells: the letters.
const LETTERS: f32 = 34.0;
/// More rows than fit into this share of the room scroll; a few always stand there.
const SHARE: f32 = 0.2;
const LEAST_ROWS: usize = 4;
/// With more cells than these, a row is one button for those who do not see it; passages have their own buttons.
const MAX_NODES: usize = 240;
/// One press of a zoom button.
const STEP: f32 = 1.5;

/// What was asked of the band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Show the column with this number.
    Column(usize),
    /// Go to a word of an article.
    Word(usize, usize),
    /// Bring a passage into focus.
    Passage(usize),
}

/// What the painted cells depend on.
#[derive(Clone, Debug, PartialEq)]
struct Painted {
    zoom: Zoom,
    area: Rect,
    dark: bool,
    hidden: Hidden,
    /// Which model it was made of.
    of: u64,
}

/// The band's own state: how far it is drawn out.
#[derive(Default)]
pub struct BandPanel {
    band: Cached<u64, Arc<Band>>,
    edges: Cached<(u64, f32), Vec<(f32, f32)>>,
    cells: Cached<Painted, Shape>,
    zoom: Zoom,
    /// The width of the cells in the last frame.
    width: f32,
    /// The columns on the screen in the last frame.
    shown: Vec<usize>,
    level: u64,
}

/// How high the band is for so many rows, where it shares `room` points with the columns. Where some are left to be
/// scrolled to, it ends with a whole row.
pub fn height(rows: usize, room: f32) -> f32 {
    let most = (room * SHARE - 2.0 * PADDING) / ROW;
    let most = (most as usize).max(LEAST_ROWS);
    if rows > most {
        return most as f32 * ROW + PADDING;
    }
    rows as f32 * ROW + 2.0 * PADDING
}

impl BandPanel {
    /// Draws the band out, or together.
    pub fn zoom(&mut self, out: bool) {
        let by = if out { 1.0 / STEP } else { STEP };
        self.zoom = self.zoom.by(by, self.width / 2.0, self.width);
    }

    /// Whether it is drawn out.
    pub fn is_zoomed(&self) -> bool {
        self.zoom.factor > 1.0
    }

    /// Shows the band of the columns of the model with the number `of`.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        of: u64,
        shown: &[usize],
        area: Rect,
        hovered: &mut Option<Focus>,
    ) -> Option<Asked> {
        let (findings, view) = (&scene.workspace.findings, &scene.workspace.view);
        let band = self.band.get(of, || Arc::new(Band::new(findings, view)));
        let band = Arc::clone(band);
        let builder = UiBuilder::new().max_rect(area).id_salt("band");
        let asked = ui.scope_builder(builder, |ui| {
            theme::show_scroll_bars(ui);
            let scroll = ScrollArea::vertical().id_salt("band-rows");
            let scroll = scroll.auto_shrink(false).show(ui, |ui| {
                let size = vec2(
                    ui.available_width(),
                    band.rows.len() as f32 * ROW + 2.0 * PADDING,
                );
                let (rect, _) = ui.allocate_exact_size(size, Sense::HOVER);
                self.rows(ui, scene, (&band, of), shown, rect, hovered)
            });
            scroll.inner
        });
        let line = egui::Stroke::new(1.0, Palette::current(ui).line);
        ui.painter()
            .hline(area.x_range(), area.bottom() - 0.5, line);
        asked.inner
    }

    fn rows(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        (band, of): (&Band, u64),
        shown: &[usize],
        rect: Rect,
        hovered: &mut Option<Focus>,
    ) -> Option<Asked> {
        self.bring_in(ui, shown, rect);
        let area = Rect::from_min_max(
            pos2(rect.left() + LETTERS, rect.top() + PADDING),
            pos2(rect.right() - 4.0, rect.bottom() - PADDING),
        );
        self.width = area.width().max(1.0);
        let full = self.width * self.zoom.factor;
        let edges = self.edges.get((of, full), || {
            let words: Vec<usize> = band.segments.iter().map(|segment| segment.words).collect();
            layout::edges(&words, full)
        });
        let shown_band = paint::Band {
            band,
            edges,
            area,
            left: self.zoom.left,
        };
        let key = Painted {
            zoom: self.zoom,
            area,
            dark: ui.visuals().dark_mode,
            hidden: scene.workspace.view.hidden,
            of,
        };
        let palette = Palette::current(ui);
        let hides = scene.workspace.view.hidden;
        let cells = self.cells.get(key, || shown_band.cells(palette, hides));
        let painter = ui
            .painter()
            .with_clip_rect(area.expand(2.0).intersect(ui.clip_rect()));
        painter.add(cells.clone());
        shown_band.frames(&painter, palette, scene.workspace.view.focus, *hovered);
        let mut asked = None;
        for row in 0..band.rows.len() {
            asked = asked.or(letters(ui, scene, band, row, shown, rect));
        }
        let response = ui.interact(area, Id::unique("band-cells"), Sense::CLICK | Sense::DRAG);
        let pointed = response
            .hover_pos()
            .and_then(|pointer| shown_band.at(pointer));
        if let Some((row, segment)) = pointed {
            let name = name(scene, band, (row, segment));
            let pressed = response.clicked();
            if let Some(passage) = segment.passage {
                *hovered = Some(Focus::Passage(passage));
            }
            response
                .clone()
                .on_hover_cursor(egui::CursorIcon::PointingHand)
                .on_hover_text_at_pointer(name);
            if pressed {
                asked = ask(band, (row, segment)).or(asked);
            }
        }
        asked = asked.or(nodes(ui, scene, &shown_band));
        self.follow(ui, scene, band, &response);
        asked
    }

    /// When other columns come on the screen, their rows come into sight.
    fn bring_in(&mut self, ui: &Ui, shown: &[usize], rect: Rect) {
        if self.shown == shown {
            return;
        }
        self.shown = shown.to_vec();
        let others = shown.get(1..).unwrap_or_default();
        if let (Some(first), Some(last)) = (others.first(), others.last()) {
            let top = |row: usize| rect.top() + PADDING + row as f32 * ROW;
            let rows = Rect::from_x_y_ranges(rect.x_range(), top(*first)..=top(*last + 1));
            ui.scroll_to_rect(rows, None);
        }
    }

    /// The wheel with Ctrl draws out, the wheel and dragging move along; what comes into focus comes into sight.
    fn follow(&mut self, ui: &Ui, scene: &Scene<'_>, band: &Band, response: &Response) {
        if let Some(pointer) = response.hover_pos() {
            let (zoom, scroll) =
                ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
            let x = pointer.x - response.rect.left();
            self.zoom = self.zoom.by(zoom, x, self.width);
            self.zoom = self.zoom.along(-(scroll.x + scroll.y), self.width);
        }
        self.zoom = self.zoom.along(-response.drag_delta().x, self.width);
        let view = &scene.workspace.view;
        if std::mem::replace(&mut self.level, view.level) == view.level {
            return;
        }
        let at = band.segments.iter().position(|segment| {
            let focus = segment.passage.map(Focus::Passage);
            focus.is_some() && focus == view.focus
        });
        let words = band.segments.iter().map(|segment| segment.words);
        let edges = layout::edges(&words.collect::<Vec<_>>(), self.width * self.zoom.factor);
        if let Some(segment) = at.and_then(|at| edges.get(at)) {
            self.zoom = self.zoom.showing(*segment, self.width);
        }
    }
}

/// The letters of a row: a button that shows its column, and says what the row has.
fn letters(
    ui: &mut Ui,
    scene: &Scene<'_>,
    band: &Band,
    row: usize,
    shown: &[usize],
    rect: Rect,
) -> Option<Asked> {
    let place = *band.rows.get(row)?;
    let article = scene.workspace.findings.articles.get(place)?;
    let (number, letters) = scene.outlets.get(article);
    let top = rect.top() + PADDING + row as f32 * ROW;
    let chip = pos2(rect.left() + 4.0, top + (CELL - widgets::CHIP.y) / 2.0);
    let on_screen = shown.contains(&row);
    let paint = if on_screen {
        widgets::paint_chip
    } else {
        widgets::paint_hollow_chip
    };
    let chip = paint(ui, chip, number, letters);
    if on_screen {
        // Underlined, as the letters above the columns.
        let line = egui::Stroke::new(2.0, Palette::current(ui).ink);
        ui.painter()
            .hline(chip.x_range(), chip.bottom() + 2.0, line);
    }
    let response = ui.interact(chip, Id::unique(("band-row", article.id)), Sense::click());
    let counts = band.counts.get(row).copied().unwrap_or_default();
    let name = Message::new("band-row")
        .with("outlet", describe::outlet(scene.locale, article))
        .with("verbatim", counts.verbatim)
        .with("near", counts.near)
        .with("reworded", counts.reworded)
        .with("only", counts.only_here)
        .with("absent", counts.left_out);
    let name = scene.text(&name);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on_screen, &name));
    widgets::focus_ring(ui, &response, chip);
    let response = response.on_hover_text(name);
    response.clicked().then_some(Asked::Column(row))
}

/// The cells as buttons with names, where they are not too many.
fn nodes(ui: &Ui, scene: &Scene<'_>, shown: &paint::Band<'_>) -> Option<Asked> {
    let band = shown.band;
    if band.segments.len() * band.rows.len() > MAX_NODES {
        return None;
    }
    let mut asked = None;
    for (at, segment) in band.segments.iter().enumerate() {
        for row in 0..band.rows.len() {
            let has = segment.cells.get(row).is_some_and(Option::is_some);
            let Some(cell) = shown.cell(row, at).filter(|_| has) else {
                continue;
            };
            if !cell.intersects(shown.area) {
                continue;
            }
            let id = Id::unique(("band-cell", row, at));
            let response = ui.interact(cell.intersect(shown.area), id, Sense::CLICK);
            response.widget_info(|| {
                WidgetInfo::labeled(Role::Button, true, name(scene, band, (row, segment)))
            });
            if response.clicked() {
                asked = ask(band, (row, segment));
            }
        }
    }
    asked
}

/// What a press on a cell asks for: the passage, left out here or not, or the place of what is not shared.
fn ask(band: &Band, (row, segment): (usize, &Segment)) -> Option<Asked> {
    let shared = segment
        .cells
        .iter()
        .flatten()
        .any(|cell| matches!(cell.what, What::Shared(..)));
    if let Some(passage) = segment.passage.filter(|_| shared) {
        return Some(Asked::Passage(passage));
    }
    let cell = segment.cells.get(row)?.as_ref()?;
    Some(Asked::Word(*band.rows.get(row)?, cell.words.start))
}

/// "Warta Samira: verbatim, 21 words", "Layar Pagi: not found".
fn name(scene: &Scene<'_>, band: &Band, (row, segment): (usize, &Segment)) -> String {
    let place = band.rows.get(row).copied().unwrap_or_default();
    let outlet = scene.outlet_of(place);
    let cell: Option<&Cell> = segment.cells.get(row).and_then(Option::as_ref);
    let Some(cell) = cell else {
        let id = if segment.passage.is_some() {
            "band-absent"
        } else {
            "band-elsewhere"
        };
        return scene.text(&Message::new(id).with("outlet", outlet));
    };
    let what = match cell.what {
        What::Shared(kind, false) => describe::kind(scene.locale, kind),
        What::Shared(kind, true) => {
            let kind = describe::kind(scene.locale, kind);
            scene.text(&Message::new("band-moved").with("kind", kind))
        }
        What::OnlyHere => scene.tr("kind-only-here"),
        What::Other => scene.tr("band-other"),
    };
    let first = scene.workspace.findings.articles.get(place);
    let body = first.map(|article| article.body());
    let words = body.and_then(|body| {
        let words = cell.words.start..cell.words.end.min(cell.words.start + 6);
        let words = body.words.get(words)?;
        Some(words.first()?.hull(*words.last()?).of(&body.text))
    });
    let message = Message::new("band-cell")
        .with("outlet", outlet)
        .with("what", what)
        .with("count", cell.words.len())
        .with("words", words.unwrap_or_default());
    scene.text(&message)
}
