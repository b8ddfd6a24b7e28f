//! Paints the text of a column with its marks.

use std::ops::Range;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    CursorIcon, Galley, Id, Pos2, Rangef, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::agreement::model::{Run, step};
use super::agreement::shade::{inset, shade};
use super::layout::{self, ColumnLayout};
use super::marks::{self, Cells};
use super::model::{self, Item, Mark, Model, Paragraph};
use super::selection::{self, Begun};
use super::{ask_for_focus, hits};
use crate::analysis::Kind;
use crate::locale::Message;
use crate::ui::palette::Palette;
use crate::ui::{Scene, describe};
use crate::workspace::reading::Wording;
use crate::workspace::view::Focus;

/// Left of the text to the bars of a paragraph.
pub(super) const BAR: f32 = 14.0;
/// How far the ground of what is under the pointer goes towards its line's colour, as a share.
const HOVER: f32 = 0.18;
/// The same for the words that carry the focused statement: as far as the text on it stays easy to read.
const CARRIER: f32 = 0.3;

/// How much of the paper lies over what was read elsewhere; the words below keep a contrast of 4.5.
const VEIL: f32 = 0.4;

/// A column that is painted now.
pub(super) struct Column<'c, 's> {
    pub scene: &'c mut Scene<'s>,
    pub model: &'c Model,
    pub column: &'c model::Column,
    pub layout: &'c ColumnLayout,
    /// Where the first line of the column stands on the screen.
    pub origin: Pos2,
    pub focus: Option<Focus>,
    /// What is under the pointer, here or elsewhere.
    pub lit: Option<Focus>,
    /// The passages by their words, by number.
    pub wordings: &'c [Option<Wording>],
    /// In the agreement map: how many of so many others carry the words, by item, in place of what passages they are.
    pub shades: Option<(&'c [Vec<Run>], usize)>,
    /// Text that is being selected.
    pub begun: &'c mut Option<Begun>,
}

impl Column<'_, '_> {
    /// Paints what lies between two heights of the column.
    pub(super) fn show(mut self, ui: &mut Ui, seen: Rangef, hovered: &mut Option<Focus>) {
        let mut bracket: Option<Rect> = None;
        for index in self.layout.between(seen.min, seen.max) {
            let (Some(item), Some(galley)) =
                (self.column.items.get(index), self.layout.galley(index))
            else {
                continue;
            };
            let top = self.origin + vec2(0.0, self.layout.top(index));
            match item {
                Item::Paragraph(paragraph) => {
                    let at = top + vec2(0.0, layout::above(item));
                    if let Some(block) = paragraph.restored {
                        self.restored_head(ui, block, top, self.layout.item_height(index));
                    }
                    self.paragraph(
                        ui,
                        index,
                        paragraph,
                        Arc::clone(galley),
                        at,
                        hovered,
                        &mut bracket,
                    );
                }
                Item::Aside(aside) => self.aside(ui, aside, galley, top),
            }
        }
        super::pins::show(ui, self.scene, self.column, self.layout, self.origin);
        if let Some(rows) = bracket {
            let (left, right) = (self.origin.x, self.origin.x + self.width(ui));
            let area = Rect::from_min_max(pos2(left, rows.top()), pos2(right, rows.bottom()));
            marks::paint_bracket(ui.painter(), area, Palette::current(ui).ink);
        }
    }

    pub(super) fn width(&self, ui: &Ui) -> f32 {
        ui.max_rect().right() - super::RIGHT - self.origin.x
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "what a paragraph is, where it stands, and what it reports"
    )]
    fn paragraph(
        &mut self,
        ui: &mut Ui,
        index: usize,
        paragraph: &Paragraph,
        galley: Arc<Galley>,
        at: Pos2,
        hovered: &mut Option<Focus>,
        bracket: &mut Option<Rect>,
    ) {
        let palette = Palette::current(ui);
        let on_screen = |chars: &Range<usize>| -> Vec<Rect> {
            let rows = layout::rows(&galley, chars).into_iter();
            rows.map(|row| row.translate(at.to_vec2())).collect()
        };
        let rows: Vec<(&Mark, Vec<Rect>)> = paragraph
            .marks
            .iter()
            .chain(&paragraph.stock)
            .map(|mark| (mark, on_screen(&mark.chars)))
            .collect();
        self.paint_bars(ui, paragraph, &galley, at, &rows);
        self.paint_shades(ui, index, &on_screen);
        let mut cells = Cells::default();
        for (mark, rows) in &rows {
            if self.shades.is_none() {
                self.add_mark(&mut cells, palette, mark, rows, &on_screen);
            }
            if self.focus == Some(mark.focus) {
                let hull = rows.iter().copied().reduce(Rect::union);
                *bracket = [*bracket, hull].into_iter().flatten().reduce(Rect::union);
            }
        }
        ui.painter().add(cells.into_shape());
        let spot = self.scene.workspace.view.spot;
        let spot = spot.filter(|spot| spot.article == self.column.id);
        let looked_at = spot.and_then(|spot| hits::part(paragraph, spot.span));
        let hull = looked_at.iter().flat_map(on_screen).reduce(Rect::union);
        *bracket = [*bracket, hull].into_iter().flatten().reduce(Rect::union);
        let (painter, column) = (ui.painter(), self.column);
        hits::paint(painter, self.scene, column, paragraph, &on_screen, palette);
        selection::paint(painter, self.scene, column, paragraph, &on_screen, palette);
        let rect = Rect::from_min_size(at, vec2(self.width(ui), galley.size().y));
        let id = Id::unique(("paragraph", self.column.id, index));
        let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &paragraph.text));
        let text = (paragraph, galley.as_ref(), at);
        selection::point(ui, self.scene, self.begun, column, text, &response);
        ui.painter().galley(at, Arc::clone(&galley), palette.ink);
        self.paint_veil(ui, paragraph, &on_screen);
        self.passage_nodes(ui, index, paragraph, &rows);
        self.point(ui, &response, &rows, hovered);
    }

    /// The words of an item, shaded by how many of the others carry them.
    fn paint_shades(&self, ui: &Ui, index: usize, on_screen: &impl Fn(&Range<usize>) -> Vec<Rect>) {
        let Some((runs, others)) = self.shades else {
            return;
        };
        for run in runs.get(index).into_iter().flatten() {
            for row in on_screen(&run.chars) {
                shade(ui, inset(row), step(run.carried_by, others));
            }
        }
    }

    /// Whether a passage was read in another column.
    fn was_read(&self, focus: Focus) -> bool {
        let Focus::Passage(number) = focus else {
            return false;
        };
        let wording = self.wordings.get(number).copied().flatten();
        let reading = &self.scene.workspace.view.layout;
        wording.is_some_and(|wording| reading.was_read_elsewhere(wording, self.column.id))
    }

    /// What was read in another column is dimmed here, but not while it is looked at.
    fn paint_veil(
        &self,
        ui: &Ui,
        paragraph: &Paragraph,
        on_screen: &impl Fn(&Range<usize>) -> Vec<Rect>,
    ) {
        let looked_at = |focus| [self.focus, self.lit].contains(&Some(focus));
        let mut read: Vec<Range<usize>> = paragraph
            .marks
            .iter()
            .filter(|mark| self.was_read(mark.focus) && !looked_at(mark.focus))
            .map(|mark| mark.chars.clone())
            .collect();
        read.sort_by_key(|chars| chars.start);
        if read.is_empty() {
            return;
        }
        let veil = Palette::current(ui).paper.gamma_multiply(VEIL);
        let mut cells = Cells::default();
        let mut done = 0;
        for chars in read {
            let rest = chars.start.max(done)..chars.end;
            done = done.max(chars.end);
            cells.extend(on_screen(&rest), veil);
        }
        ui.painter().add(cells.into_shape());
    }

    /// Bars at the left: moved beside the rows of the passage, only here beside the whole paragraph.
    fn paint_bars(
        &self,
        ui: &Ui,
        paragraph: &Paragraph,
        galley: &Galley,
        at: Pos2,
        rows: &[(&Mark, Vec<Rect>)],
    ) {
        let palette = Palette::current(ui);
        let hidden = self.scene.workspace.view.hidden;
        if paragraph.only_here && !hidden.only_here {
            let bottom = at.y + galley.size().y;
            marks::paint_only_here_bar(
                ui.painter(),
                at.x - BAR,
                at.y + 2.0,
                bottom - 2.0,
                palette.only_here.line,
            );
        }
        for (mark, rows) in rows {
            if let (true, Some(first), Some(last)) =
                (mark.moved && !hidden.moved, rows.first(), rows.last())
            {
                marks::paint_moved_bars(
                    ui.painter(),
                    at.x - BAR,
                    first.top() + 2.0,
                    last.bottom() - 2.0,
                    palette.moved.line,
                );
            }
        }
    }

    /// Without a focus every passage has its ground; with one, that passage and the one under the pointer. What is not
    /// counted has a ground only then. The words that carry the focused statement stand on a darker one.
    fn add_mark(
        &self,
        cells: &mut Cells,
        palette: &Palette,
        mark: &Mark,
        rows: &[Rect],
        on_screen: &impl Fn(&Range<usize>) -> Vec<Rect>,
    ) {
        let is_stock = matches!(mark.focus, Focus::Stock(_));
        let colors = if is_stock {
            palette.stock
        } else {
            palette.kind(mark.kind)
        };
        let focused = self.focus == Some(mark.focus);
        let lit = self.lit == Some(mark.focus);
        let ground = |share| colors.fill.lerp_to_gamma(colors.line, share);
        let hover = if lit && !focused { HOVER } else { 0.0 };
        let whole = rows.iter().copied();
        if focused || lit {
            cells.extend(whole, ground(hover));
        } else if self.focus.is_none() && !is_stock {
            let strength = strength(mark.kind);
            cells.extend(whole, palette.paper.lerp_to_gamma(colors.fill, strength));
        }
        if focused {
            for word in &mark.carriers {
                cells.extend(on_screen(word), ground(CARRIER));
            }
        }
        if is_stock {
            for row in rows {
                marks::add_hairline(cells, *row, colors.line);
            }
        }
        for row in mark.line.iter().flat_map(on_screen) {
            marks::add_line(cells, row, mark.kind, colors.line);
        }
    }

    /// Passages can be found and pressed by name, with a screen reader too; they are no stations of the Tab key.
    fn passage_nodes(
        &mut self,
        ui: &Ui,
        index: usize,
        paragraph: &Paragraph,
        rows: &[(&Mark, Vec<Rect>)],
    ) {
        let all = rows;
        for (mark, rows) in rows.iter().filter(|(mark, _)| mark.begins) {
            let Some(row) = rows.first() else { continue };
            let id = Id::unique((
                "passage",
                self.column.id,
                index,
                mark.focus,
                mark.chars.start,
            ));
            let response = ui.interact(*row, id, Sense::CLICK);
            response.widget_info(|| {
                WidgetInfo::labeled(Role::Button, true, self.passage_name(paragraph, mark))
            });
            if response.clicked() {
                // Pressed with the pointer, what is under it is meant; else what was named.
                let pressed = response.interact_pointer_pos();
                let focus = pressed.and_then(|pointer| under(all, pointer));
                ask_for_focus(self.scene, focus.or(Some(mark.focus)));
            }
        }
    }

    fn passage_name(&self, paragraph: &Paragraph, mark: &Mark) -> String {
        let words: String = paragraph
            .text
            .chars()
            .skip(mark.chars.start)
            .take(mark.chars.len().min(48))
            .collect();
        let Focus::Passage(passage) = mark.focus else {
            return self
                .scene
                .text(&Message::new("stock-name").with("words", words));
        };
        let mut order = self.model.order.iter();
        let number = order
            .position(|other| *other == passage)
            .map_or(0, |at| at + 1);
        let kind = describe::kind(self.scene.locale, mark.kind);
        let id = if mark.moved {
            "passage-name-moved"
        } else {
            "passage-name"
        };
        let name = self.scene.text(
            &Message::new(id)
                .with("number", number)
                .with("kind", kind)
                .with("words", words),
        );
        if self.was_read(mark.focus) {
            return self
                .scene
                .text(&Message::new("passage-read").with("passage", name));
        }
        name
    }

    /// Finds what the pointer is on: the shortest passage wins.
    fn point(
        &mut self,
        ui: &Ui,
        response: &Response,
        rows: &[(&Mark, Vec<Rect>)],
        hovered: &mut Option<Focus>,
    ) {
        let Some(pointer) = ui
            .ctx()
            .pointer_hover_pos()
            .filter(|pos| response.rect.contains(*pos) && ui.clip_rect().contains(*pos))
        else {
            return;
        };
        let under = under(rows, pointer);
        if under.is_some() {
            *hovered = under;
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        if response.clicked() {
            ask_for_focus(self.scene, under);
        }
    }
}

/// What stands under the pointer: the shortest mark of several. Marks stand the longest first, what is not counted last.
fn under(rows: &[(&Mark, Vec<Rect>)], pointer: Pos2) -> Option<Focus> {
    let mut shortest_first = rows.iter().rev();
    shortest_first
        .find(|(_, rows)| rows.iter().any(|row| row.contains(pointer)))
        .map(|(mark, _)| mark.focus)
}

/// How strong the ground of a kind is while nothing has focus. Reworded passages are whole sentences, often several: they
/// stay behind what stands word for word.
pub(super) fn strength(kind: Kind) -> f32 {
    match kind {
        Kind::Verbatim | Kind::Near => 1.0,
        Kind::Reworded => 0.5,
    }
}
