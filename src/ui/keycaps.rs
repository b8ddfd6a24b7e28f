//! Keys as they look on a keyboard.

use egui::{
    Color32, CornerRadius, Key, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2,
};

use super::actions::Cap;
use super::palette::Palette;
use super::theme::Face;

/// Height of a cap, what it has beside its letters, and what stands between two.
const HEIGHT: f32 = 20.0;
const PADDING: f32 = 6.0;
const GAP: f32 = 4.0;

/// Paints caps that end at `right`; returns where they begin.
pub fn paint(painter: &Painter, right: Pos2, caps: &[Cap], palette: &Palette) -> f32 {
    let mut x = right.x;
    for cap in caps.iter().rev() {
        let text = match cap {
            Cap::Text(text) => Some(painter.layout_no_wrap(
                text.clone(),
                Face::SansMedium.at(11.0),
                Color32::PLACEHOLDER,
            )),
            Cap::Arrow(_) => None,
        };
        let width = text
            .as_ref()
            .map_or(HEIGHT - 2.0 * PADDING, |text| text.size().x);
        let width = (width + 2.0 * PADDING).max(HEIGHT).ceil();
        let min = pos2(x - width, right.y - HEIGHT / 2.0);
        let rect = Rect::from_min_size(min, vec2(width, HEIGHT));
        painter.rect(
            rect,
            CornerRadius::same(3),
            palette.panel,
            Stroke::new(1.0, palette.edge),
            StrokeKind::Inside,
        );
        match (cap, text) {
            (_, Some(text)) => {
                let min = rect.center() - text.size() / 2.0;
                painter.galley(min, text, palette.ink);
            }
            (Cap::Arrow(key), None) => paint_arrow(painter, rect.center(), *key, palette.ink),
            _ => {}
        }
        x -= width + GAP;
    }
    x
}

fn paint_arrow(painter: &Painter, middle: Pos2, key: Key, color: Color32) {
    let ahead = match key {
        Key::ArrowUp => Vec2::UP,
        Key::ArrowDown => Vec2::DOWN,
        Key::ArrowLeft => Vec2::LEFT,
        _ => Vec2::RIGHT,
    };
    let stroke = Stroke::new(1.5, color);
    let tip = middle + ahead * 4.0;
    painter.line_segment([middle - ahead * 4.0, tip], stroke);
    let wing = |side: f32| tip - ahead * 3.5 + ahead.rot90() * (3.5 * side);
    painter.add(Shape::line(vec![wing(1.0), tip, wing(-1.0)], stroke));
}
