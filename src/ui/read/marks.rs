//! How each kind is painted: one shape everywhere, under the text, on ribbons, in cells and in the legend.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use crate::analysis::Kind;
use crate::ui::filter_bar::Entry;
use crate::ui::palette::Palette;

/// Thickness of lines under the text.
const LINE: f32 = 2.0;
/// The line stands so far above the bottom of its row.
const LIFT: f32 = 1.0;

/// The line below a row of marked words, in the pattern of its kind.
pub fn paint_line(painter: &Painter, row: Rect, kind: Kind, color: Color32) {
    let y = row.bottom() - LIFT - LINE / 2.0;
    let pattern = match kind {
        Kind::Verbatim => None,
        Kind::Near => Some((6.0, 4.0)),
        Kind::Reworded => Some((2.0, 2.0)),
    };
    pattern_line(
        painter,
        [pos2(row.left(), y), pos2(row.right(), y)],
        pattern,
        Stroke::new(LINE, color),
    );
}

/// A hairline for what is not counted.
pub fn paint_hairline(painter: &Painter, row: Rect, color: Color32) {
    let y = row.bottom() - LIFT - 0.5;
    painter.line_segment(
        [pos2(row.left(), y), pos2(row.right(), y)],
        Stroke::new(1.0, color),
    );
}

/// A horizontal line, whole or broken into dashes of (on, off) points, starting with a dash.
fn pattern_line(painter: &Painter, ends: [Pos2; 2], pattern: Option<(f32, f32)>, stroke: Stroke) {
    let [from, to] = ends;
    let Some((on, off)) = pattern else {
        painter.line_segment(ends, stroke);
        return;
    };
    let mut x = from.x;
    while x < to.x {
        let end = (x + on).min(to.x);
        painter.line_segment([pos2(x, from.y), pos2(end, from.y)], stroke);
        x += on + off;
    }
}

/// Two bars left of a paragraph: moved.
pub fn paint_moved_bars(painter: &Painter, left: f32, top: f32, bottom: f32, color: Color32) {
    for x in [left, left + 4.0] {
        painter.rect_filled(
            Rect::from_min_max(pos2(x, top), pos2(x + 2.0, bottom)),
            CornerRadius::ZERO,
            color,
        );
    }
}

/// One bar left of a paragraph: only here.
pub fn paint_only_here_bar(painter: &Painter, left: f32, top: f32, bottom: f32, color: Color32) {
    painter.rect_filled(
        Rect::from_min_max(pos2(left, top), pos2(left + 3.0, bottom)),
        CornerRadius::ZERO,
        color,
    );
}

/// The bracket around the focused passage: both sides, outside its rows.
pub fn paint_bracket(painter: &Painter, rows: Rect, color: Color32) {
    let stroke = Stroke::new(2.0, color);
    for (x, inwards) in [(rows.left() - 4.0, 4.0), (rows.right() + 4.0, -4.0)] {
        let points = vec![
            pos2(x + inwards, rows.top()),
            pos2(x, rows.top()),
            pos2(x, rows.bottom()),
            pos2(x + inwards, rows.bottom()),
        ];
        painter.add(Shape::line(points, stroke));
    }
}

/// A cell that stands for a passage of this kind, `upright` for the band and the legend, turned for the strip.
pub fn paint_cell(painter: &Painter, cell: Rect, kind: Kind, color: Color32, upright: bool) {
    let part = |share: f32| {
        if upright {
            Rect::from_min_max(
                pos2(cell.left(), cell.bottom() - cell.height() * share),
                cell.max,
            )
        } else {
            Rect::from_min_max(
                cell.min,
                pos2(cell.left() + cell.width() * share, cell.bottom()),
            )
        }
    };
    match kind {
        Kind::Verbatim => {
            painter.rect_filled(cell, CornerRadius::ZERO, color);
        }
        Kind::Near => {
            painter.rect_filled(part(0.62), CornerRadius::ZERO, color);
        }
        Kind::Reworded => paint_teeth(painter, part(0.34), color, upright),
    }
}

fn paint_teeth(painter: &Painter, area: Rect, color: Color32, upright: bool) {
    let length = if upright { area.width() } else { area.height() };
    let mut at = 0.0;
    while at < length {
        let size = 2.6_f32.min(length - at);
        let tooth = if upright {
            Rect::from_min_size(
                pos2(area.left() + at, area.top()),
                vec2(size, area.height()),
            )
        } else {
            Rect::from_min_size(pos2(area.left(), area.top() + at), vec2(area.width(), size))
        };
        painter.rect_filled(tooth, CornerRadius::ZERO, color);
        at += 4.0;
    }
}

/// The shape of an entry of the legend, 18 by 12 points.
pub fn paint_shape(painter: &Painter, rect: Rect, entry: Entry, palette: &Palette, off: bool) {
    let color = |line: Color32| if off { palette.ink3 } else { line };
    match entry {
        Entry::Kind(kind) => paint_cell(painter, rect, kind, color(palette.kind(kind).line), true),
        Entry::Moved => {
            let color = color(palette.moved.line);
            paint_moved_bars(painter, rect.left(), rect.top(), rect.bottom(), color);
            let y = rect.center().y;
            let stroke = Stroke::new(1.5, color);
            painter.line_segment([pos2(rect.left() + 9.0, y), pos2(rect.right(), y)], stroke);
            let head = vec![
                pos2(rect.right() - 3.5, y - 3.0),
                pos2(rect.right() - 0.5, y),
                pos2(rect.right() - 3.5, y + 3.0),
            ];
            painter.add(Shape::line(head, stroke));
        }
        Entry::OnlyHere => {
            let stroke = Stroke::new(1.5, color(palette.only_here.line));
            painter.rect_stroke(rect, CornerRadius::ZERO, stroke, StrokeKind::Inside);
        }
        Entry::Stock => {
            let y = rect.bottom() - 2.0;
            painter.line_segment(
                [pos2(rect.left(), y), pos2(rect.right(), y)],
                Stroke::new(1.0, color(palette.stock.line)),
            );
        }
    }
}
