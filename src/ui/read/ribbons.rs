//! Ribbons between neighbouring columns: where a passage of the left one stands in the right one.

use std::ops::RangeInclusive;

use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2};

use crate::analysis::Kind;

/// Most segments of a curve; enough for the largest bend.
const SEGMENTS: usize = 24;
/// How far a segment may rise or fall: what runs nearly level needs few of them.
const FALL: f32 = 4.0;
/// How far into the bend the stub reaches of a ribbon whose other end is out of sight.
const STUB: f32 = 10.0;

/// Both ends of a ribbon, as heights on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ribbon {
    /// Top and bottom at the left edge.
    pub left: (f32, f32),
    /// Top and bottom at the right edge.
    pub right: (f32, f32),
}

/// The room between the texts of two columns, in points of the screen.
#[derive(Clone, Debug)]
pub struct Gutter {
    /// From the text at the left to the text at the right.
    pub text: RangeInclusive<f32>,
    /// The part of it in which ribbons bend; beside it they run level.
    pub bend: RangeInclusive<f32>,
    /// The heights that are in sight.
    pub view: RangeInclusive<f32>,
}

impl Gutter {
    /// All of it.
    pub fn rect(&self) -> Rect {
        Rect::from_x_y_ranges(self.text.clone(), self.view.clone())
    }

    /// Where the stubs at the left and at the right lie: from the text as far as the bend, and a little into it. There
    /// their triangles stand, clear of the bars beside the text.
    fn stubs(&self) -> [RangeInclusive<f32>; 2] {
        let (from, to) = (*self.bend.start() + STUB, *self.bend.end() - STUB);
        [*self.text.start()..=from, to..=*self.text.end()]
    }

    /// How far across the bend a place is, 0 to 1.
    pub fn share(&self, x: f32) -> f32 {
        let (from, to) = (*self.bend.start(), *self.bend.end());
        ((x - from) / (to - from).max(1.0)).clamp(0.0, 1.0)
    }
}

/// How a ribbon is painted.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Pattern of its edges.
    pub kind: Kind,
    /// Between the edges; transparent for moved ones.
    pub fill: Color32,
    /// The edges.
    pub edge: Stroke,
    /// Two thin dashed lines for each edge: moved.
    pub doubled: bool,
}

/// What of a ribbon is in sight of a gutter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Nothing.
    None,
    /// The left end alone.
    Left {
        /// The other one is above, not below.
        up: bool,
    },
    /// The right end alone.
    Right {
        /// The other one is above, not below.
        up: bool,
    },
    /// Both ends.
    Both,
}

impl Ribbon {
    /// The same with each end moved down.
    pub fn shifted(self, left: f32, right: f32) -> Self {
        Self {
            left: (self.left.0 + left, self.left.1 + left),
            right: (self.right.0 + right, self.right.1 + right),
        }
    }

    /// Which ends have a part between `top` and `bottom`.
    pub fn sight(&self, top: f32, bottom: f32) -> Sight {
        let seen = |end: (f32, f32)| end.1 > top && end.0 < bottom;
        match (seen(self.left), seen(self.right)) {
            (true, true) => Sight::Both,
            (true, false) => Sight::Left {
                up: self.right.1 <= top,
            },
            (false, true) => Sight::Right {
                up: self.left.1 <= top,
            },
            (false, false) => Sight::None,
        }
    }

    /// Whether a place of `gutter` is on what is painted of the ribbon: all of it, or the stub at one end.
    pub fn is_at(&self, gutter: &Gutter, place: Pos2) -> bool {
        let within = |(top, bottom): (f32, f32)| (top..=bottom).contains(&place.y);
        match self.sight(*gutter.view.start(), *gutter.view.end()) {
            Sight::None => false,
            Sight::Both => within(self.at(gutter.share(place.x))),
            Sight::Left { .. } => gutter.stubs()[0].contains(&place.x) && within(self.left),
            Sight::Right { .. } => gutter.stubs()[1].contains(&place.x) && within(self.right),
        }
    }

    /// How many segments its edges are painted with.
    fn segments(&self) -> usize {
        let falls = [self.right.0 - self.left.0, self.right.1 - self.left.1];
        let steepest = falls.map(f32::abs).into_iter().fold(0.0, f32::max);
        ((steepest / FALL).ceil() as usize).clamp(1, SEGMENTS)
    }

    /// The upper and the lower edge at a share of the way across, 0 to 1: cubics that leave and arrive level.
    pub fn at(&self, share: f32) -> (f32, f32) {
        let bend = share * share * (3.0 - 2.0 * share);
        let edge = |from: f32, to: f32| from + (to - from) * bend;
        (
            edge(self.left.0, self.right.0),
            edge(self.left.1, self.right.1),
        )
    }
}

/// Paints a ribbon across `gutter`, or a stub where one end is out of sight.
pub fn paint(painter: &Painter, gutter: &Gutter, ribbon: &Ribbon, look: &Look) {
    let [left, right] = gutter.stubs();
    match ribbon.sight(*gutter.view.start(), *gutter.view.end()) {
        Sight::None => {}
        Sight::Both => paint_whole(painter, gutter, ribbon, look),
        Sight::Left { up } => {
            let tip = left.end() - STUB / 2.0;
            paint_stub(painter, (left, tip), ribbon.left, up, look);
        }
        Sight::Right { up } => {
            let tip = right.start() + STUB / 2.0;
            paint_stub(painter, (right, tip), ribbon.right, up, look);
        }
    }
}

fn paint_whole(painter: &Painter, gutter: &Gutter, ribbon: &Ribbon, look: &Look) {
    let (from, to) = (*gutter.bend.start(), *gutter.bend.end());
    let segments = ribbon.segments();
    let bend = (0..=segments).map(|step| from + (to - from) * step as f32 / segments as f32);
    let points: Vec<(f32, (f32, f32))> = std::iter::once(*gutter.text.start())
        .chain(bend)
        .chain([*gutter.text.end()])
        .map(|x| (x, ribbon.at(gutter.share(x))))
        .collect();
    if look.fill != Color32::TRANSPARENT {
        painter.add(Shape::mesh(band(&points, look.fill)));
    }
    let upper: Vec<Pos2> = points.iter().map(|(x, (top, _))| pos2(*x, *top)).collect();
    let lower: Vec<Pos2> = points
        .iter()
        .map(|(x, (_, bottom))| pos2(*x, *bottom))
        .collect();
    for edge in [upper, lower] {
        paint_edge(painter, edge, look);
    }
}

/// An edge in the pattern of its kind; of what moved, two thin dashed lines.
fn paint_edge(painter: &Painter, edge: Vec<Pos2>, look: &Look) {
    if look.doubled {
        for shift in [-2.0, 2.0] {
            let line: Vec<Pos2> = edge
                .iter()
                .map(|point| pos2(point.x, point.y + shift))
                .collect();
            painter.extend(Shape::dashed_line(&line, look.edge, 5.0, 3.0));
        }
        return;
    }
    match look.kind {
        Kind::Verbatim => {
            painter.add(Shape::line(edge, look.edge));
        }
        Kind::Near => painter.extend(Shape::dashed_line(&edge, look.edge, 6.0, 4.0)),
        Kind::Reworded => painter.extend(Shape::dashed_line(&edge, look.edge, 2.0, 2.0)),
    }
}

/// The ground between two edges. It is not convex: a strip of quads.
fn band(points: &[(f32, (f32, f32))], color: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    for (x, (top, bottom)) in points {
        for y in [*top, *bottom] {
            let pos = pos2(*x, y);
            mesh.vertices.push(Vertex {
                pos,
                uv: WHITE_UV,
                color,
            });
        }
    }
    for quad in 1..points.len() as u32 {
        let first = (quad - 1) * 2;
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 1, first + 2, first + 3);
    }
    mesh
}

/// A short piece with a triangle that points to where the other end is. What moved has the edges of its ribbon and two
/// triangles.
fn paint_stub(
    painter: &Painter,
    (across, tip): (RangeInclusive<f32>, f32),
    (top, bottom): (f32, f32),
    up: bool,
    look: &Look,
) {
    let (left, right) = (*across.start(), *across.end());
    let area = Rect::from_min_max(pos2(left, top), pos2(right, bottom));
    painter.rect_filled(area, 0.0, look.fill);
    if look.doubled {
        for y in [top, bottom] {
            paint_edge(painter, vec![pos2(left, y), pos2(right, y)], look);
        }
    }
    let clip = painter.clip_rect();
    let y = ((top + bottom) / 2.0).clamp(clip.top() + 8.0, clip.bottom() - 8.0);
    for triangle in triangles(pos2(tip, y), up, look.doubled) {
        painter.add(Shape::convex_polygon(
            triangle.to_vec(),
            look.edge.color,
            Stroke::NONE,
        ));
    }
}

/// One triangle around `middle`, 7 by 6 points, or two of them, one above the other; up or down.
fn triangles(middle: Pos2, up: bool, two: bool) -> Vec<[Pos2; 3]> {
    let shifts: &[f32] = if two { &[-4.0, 4.0] } else { &[0.0] };
    let way = if up { -3.0 } else { 3.0 };
    let triangle = |shift: &f32| {
        let (tip, foot) = (middle.y + shift + way, middle.y + shift - way);
        [
            pos2(middle.x, tip),
            pos2(middle.x + 3.5, foot),
            pos2(middle.x - 3.5, foot),
        ]
    };
    shifts.iter().map(triangle).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ribbons_leave_level_and_show_stubs() {
        let ribbon = Ribbon {
            left: (10.0, 30.0),
            right: (110.0, 150.0),
        };
        assert_eq!(ribbon.at(0.0), (10.0, 30.0));
        assert_eq!(ribbon.at(1.0), (110.0, 150.0));
        assert_eq!(ribbon.at(0.5), (60.0, 90.0));
        assert_eq!(ribbon.segments(), SEGMENTS);
        assert_eq!(ribbon.shifted(99.0, 0.0).segments(), 6);
        assert_eq!(ribbon.sight(0.0, 200.0), Sight::Both);
        assert_eq!(ribbon.sight(0.0, 100.0), Sight::Left { up: false });
        assert_eq!(ribbon.sight(40.0, 200.0), Sight::Right { up: true });
        assert_eq!(ribbon.sight(300.0, 400.0), Sight::None);
    }

    /// What moved is told by form, not by colour alone, also where its other end is out of sight.
    #[test]
    fn the_stub_of_what_moved_has_two_triangles() {
        let tips = |up, two| -> Vec<(f32, f32)> {
            let all = triangles(pos2(5.0, 100.0), up, two);
            all.iter().map(|[tip, foot, _]| (tip.y, foot.y)).collect()
        };
        assert_eq!(tips(true, false), [(97.0, 103.0)]);
        assert_eq!(tips(false, false), [(103.0, 97.0)]);
        // They do not touch.
        assert_eq!(tips(true, true), [(93.0, 99.0), (101.0, 107.0)]);
    }

    #[test]
    fn a_ribbon_is_hit_where_it_is_painted() {
        let ribbon = Ribbon {
            left: (10.0, 30.0),
            right: (110.0, 150.0),
        };
        let gutter = |bottom: f32| Gutter {
            text: 0.0..=100.0,
            bend: 0.0..=100.0,
            view: 0.0..=bottom,
        };
        assert!(ribbon.is_at(&gutter(200.0), pos2(50.0, 75.0)));
        assert!(!ribbon.is_at(&gutter(200.0), pos2(50.0, 20.0)));
        // The right end is out of sight: only the stub at the left is there.
        assert!(ribbon.is_at(&gutter(100.0), pos2(4.0, 20.0)));
        assert!(!ribbon.is_at(&gutter(100.0), pos2(50.0, 75.0)));
        assert!(!ribbon.is_at(&gutter(5.0), pos2(4.0, 20.0)));
        // At the right the stub reaches from the text, past the bars beside it, into the bend.
        let wide = Gutter {
            bend: 5.0..=60.0,
            view: 40.0..=200.0,
            ..gutter(0.0)
        };
        assert_eq!(wide.stubs(), [0.0..=15.0, 50.0..=100.0]);
        assert!(ribbon.is_at(&wide, pos2(55.0, 120.0)));
        assert!(!ribbon.is_at(&wide, pos2(45.0, 120.0)));
    }
}
