//! Paints the text of a column with its marks.

use std::ops::Range;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    CursorIcon, Galley, Id, Pos2, Rangef, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::agreement::model::{Run, step};
use super::agreement::shade::{inset, shade};
use super::layout::{self, ColumnLayout, Stand};
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

/// A paragraph at its place on the screen.
struct Placed<'p> {
    index: usize,
    paragraph: &'p Paragraph,
    galley: &'p Arc<Galley>,
    stands: &'p [Stand],
    at: Pos2,
}

impl Placed<'_> {
    /// Where some of its characters stand.
    fn rows(&self, chars: &Range<usize>) -> Vec<Rect> {
        let shift = self.at.to_vec2();
        let rows = layout::rows(self.galley, chars).into_iter();
        rows.map(|row| row.translate(shift)).collect()
    }

    /// Its marks, then its phrases that are not counted, and where they stand.
    fn marks(&self) -> impl DoubleEndedIterator<Item = (&Mark, &Stand)> {
        let Paragraph { marks, stock, .. } = self.paragraph;
        let (counted, others) = self.stands.split_at(marks.len().min(self.stands.len()));
        marks.iter().zip(counted).chain(stock.iter().zip(others))
    }

    /// What stands elsewhere in closer wording, and where it stands here.
    fn outshone(&self) -> impl Iterator<Item = (&Mark, &Stand)> {
        let Paragraph {
            marks,
            stock,
            outshone,
            ..
        } = self.paragraph;
        let stands = self.stands.iter().skip(marks.len() + stock.len());
        outshone.iter().zip(stands)
    }

    /// Rows of a mark, on the screen.
    fn on_screen<'r>(&self, rows: &'r [Rect]) -> impl Iterator<Item = Rect> + use<'r> {
        let shift = self.at.to_vec2();
        rows.iter().map(move |row| row.translate(shift))
    }

    /// The rectangle around rows of a mark.
    fn hull(&self, rows: &[Rect]) -> Option<Rect> {
        self.on_screen(rows).reduce(Rect::union)
    }

    /// What stands under the pointer: the shortest mark of several. Marks stand the longest first, what is not counted
    /// last.
    fn under(&self, pointer: Pos2) -> Option<Focus> {
        let place = pointer - self.at.to_vec2();
        let mut shortest_first = self.marks().rev();
        shortest_first
            .find(|(_, stand)| stand.rows.iter().any(|row| row.contains(place)))
            .map(|(mark, _)| mark.focus)
    }
}

impl Column<'_, '_> {
    /// Paints what lies between two heights of the column.
    pub(super) fn show(mut self, ui: &mut Ui, seen: Rangef, hovered: &mut Option<Focus>) {
        let (column, layout) = (self.column, self.layout);
        let mut paragraphs: Vec<Placed<'_>> = Vec::new();
        let mut bracket: Option<Rect> = None;
        for index in layout.between(seen.min, seen.max) {
            let (Some(item), Some(galley)) = (column.items.get(index), layout.galley(index)) else {
                continue;
            };
            let top = self.origin + vec2(0.0, layout.top(index));
            match item {
                Item::Paragraph(paragraph) => {
                    if let Some(block) = paragraph.restored {
                        self.restored_head(ui, block, top, layout.item_height(index));
                    }
                    paragraphs.push(Placed {
                        index,
                        paragraph,
                        galley,
                        stands: layout.stands(index),
                        at: top + vec2(0.0, layout::above(item)),
                    });
                }
                Item::Aside(aside) => {
                    let looked_at = self.aside(ui, aside, galley, top);
                    bracket = [bracket, looked_at]
                        .into_iter()
                        .flatten()
                        .reduce(Rect::union);
                }
            }
        }
        // All grounds and lines are one shape, below all text.
        if self.shades.is_none() {
            let mut cells = Cells::default();
            for placed in &paragraphs {
                self.add_marks(&mut cells, Palette::current(ui), placed);
            }
            ui.painter().add(cells.into_shape());
        }
        for placed in &paragraphs {
            let hull = self.paragraph(ui, placed, hovered);
            bracket = [bracket, hull].into_iter().flatten().reduce(Rect::union);
        }
        super::pins::show(ui, self.scene, column, layout, self.origin);
        if let Some(rows) = bracket {
            let (left, right) = (self.origin.x, self.origin.x + self.width(ui));
            let area = Rect::from_min_max(pos2(left, rows.top()), pos2(right, rows.bottom()));
            marks::paint_bracket(ui.painter(), area, Palette::current(ui).ink);
        }
    }

    pub(super) fn width(&self, ui: &Ui) -> f32 {
        ui.max_rect().right() - super::RIGHT - self.origin.x
    }

    /// Shows a paragraph; what of it is in focus or looked at.
    fn paragraph(
        &mut self,
        ui: &mut Ui,
        placed: &Placed<'_>,
        hovered: &mut Option<Focus>,
    ) -> Option<Rect> {
        let palette = Palette::current(ui);
        let (paragraph, at) = (placed.paragraph, placed.at);
        let rows = |chars: &Range<usize>| placed.rows(chars);
        self.paint_bars(ui, placed);
        self.paint_shades(ui, placed.index, &rows);
        let focused = placed
            .marks()
            .chain(placed.outshone())
            .filter(|(mark, _)| self.focus == Some(mark.focus))
            .filter_map(|(_, stand)| placed.hull(&stand.rows));
        let spot = self.scene.workspace.view.spot;
        let spot = spot.filter(|spot| spot.article == self.column.id && spot.aside.is_none());
        let looked_at = spot.and_then(|spot| hits::part(paragraph, spot.span));
        let looked_at = looked_at.iter().flat_map(rows);
        let bracket = focused.chain(looked_at).reduce(Rect::union);
        let (painter, column) = (ui.painter(), self.column);
        hits::paint(painter, self.scene, column, paragraph, &rows, palette);
        selection::paint(painter, self.scene, column, paragraph, &rows, palette);
        let rect = Rect::from_min_size(at, vec2(self.width(ui), placed.galley.size().y));
        let id = Id::unique(("paragraph", self.column.id, placed.index));
        let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &paragraph.text));
        let text = (paragraph, placed.galley.as_ref(), at);
        selection::point(ui, self.scene, self.begun, column, text, &response);
        selection::menu(self.scene, column.id, paragraph, &response);
        ui.painter()
            .galley(at, Arc::clone(placed.galley), palette.ink);
        self.paint_veil(ui, paragraph, &rows);
        self.passage_nodes(ui, placed);
        self.point(ui, &response, placed, hovered);
        bracket
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
    fn paint_bars(&self, ui: &Ui, placed: &Placed<'_>) {
        let palette = Palette::current(ui);
        let hidden = self.scene.workspace.view.hides();
        let left = placed.at.x - BAR;
        if placed.paragraph.only_here && !hidden.only_here {
            let (top, bottom) = (placed.at.y, placed.at.y + placed.galley.size().y);
            let color = palette.only_here.line;
            marks::paint_only_here_bar(ui.painter(), left, top + 2.0, bottom - 2.0, color);
        }
        let moved = placed
            .marks()
            .filter(|(mark, _)| mark.moved && !hidden.moved);
        for rows in moved.filter_map(|(_, stand)| placed.hull(&stand.rows)) {
            let (top, bottom) = (rows.top() + 2.0, rows.bottom() - 2.0);
            marks::paint_moved_bars(ui.painter(), left, top, bottom, palette.moved.line);
        }
    }

    /// Without a focus every passage has its ground; with one, that passage and the one under the pointer. What is not
    /// counted has a ground only then. The words that carry the focused statement stand on a darker one.
    fn add_marks(&self, cells: &mut Cells, palette: &Palette, placed: &Placed<'_>) {
        let looked_at =
            |(mark, _): &(&Mark, &Stand)| [self.focus, self.lit].contains(&Some(mark.focus));
        let marks = placed.marks();
        for (mark, stand) in marks.chain(placed.outshone().filter(looked_at)) {
            self.add_mark(cells, palette, placed, (mark, stand));
        }
    }

    fn add_mark(
        &self,
        cells: &mut Cells,
        palette: &Palette,
        placed: &Placed<'_>,
        (mark, stand): (&Mark, &Stand),
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
        let whole = placed.on_screen(&stand.rows);
        if focused || lit {
            cells.extend(whole, ground(hover));
        } else if self.focus.is_none() && !is_stock {
            let strength = strength(mark.kind);
            cells.extend(whole, palette.paper.lerp_to_gamma(colors.fill, strength));
        }
        if focused {
            for word in &mark.carriers {
                cells.extend(placed.rows(word), ground(CARRIER));
            }
        }
        if is_stock {
            for row in placed.on_screen(&stand.rows) {
                marks::add_hairline(cells, row, colors.line);
            }
        }
        for row in placed.on_screen(&stand.line) {
            marks::add_line(cells, row, mark.kind, colors.line);
        }
    }

    /// Passages can be found and pressed by name, with a screen reader too; they are no stations of the Tab key.
    fn passage_nodes(&mut self, ui: &Ui, placed: &Placed<'_>) {
        let begun = placed.marks().filter(|(mark, _)| mark.begins);
        for (mark, row) in begun.filter_map(|(mark, stand)| Some((mark, stand.rows.first()?))) {
            let row = row.translate(placed.at.to_vec2());
            let (index, start) = (placed.index, mark.chars.start);
            let id = Id::unique(("passage", self.column.id, index, mark.focus, start));
            let response = ui.interact(row, id, Sense::CLICK);
            response.widget_info(|| {
                let name = self.passage_name(placed.paragraph, mark);
                WidgetInfo::labeled(Role::Button, true, name)
            });
            selection::menu(self.scene, self.column.id, placed.paragraph, &response);
            if response.clicked() {
                // Pressed with the pointer, what is under it is meant; else what was named.
                let pressed = response.interact_pointer_pos();
                let focus = pressed.and_then(|pointer| placed.under(pointer));
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
        let number = self.model.number_of(passage);
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
        placed: &Placed<'_>,
        hovered: &mut Option<Focus>,
    ) {
        let Some(pointer) = ui
            .ctx()
            .pointer_hover_pos()
            .filter(|pos| response.rect.contains(*pos) && ui.clip_rect().contains(*pos))
        else {
            return;
        };
        let under = placed.under(pointer);
        if under.is_some() {
            *hovered = under;
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        if response.clicked() {
            ask_for_focus(self.scene, under);
        }
    }
}

/// How strong the ground of a kind is while nothing has focus. Reworded passages are whole sentences, often several: they
/// stay behind what stands word for word.
pub(super) fn strength(kind: Kind) -> f32 {
    match kind {
        Kind::Verbatim | Kind::Near => 1.0,
        Kind::Reworded => 0.5,
    }
}
