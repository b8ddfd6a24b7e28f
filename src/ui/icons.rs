//! Icons, painted as strokes on a grid of 16 by 16 points: the bundled faces have none.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// The program's own mark.
    Crossread,
    /// Something more.
    Plus,
    /// Away with it.
    Close,
    /// One step back.
    Undo,
    /// One step on again.
    Redo,
    /// To the left, or the one before.
    Left,
    /// To the right, or the next.
    Right,
    /// Opens downwards.
    Down,
    /// Upwards.
    Up,
    /// Looks for something.
    Search,
    /// What the keys are.
    Keyboard,
    /// A folder.
    Folder,
    /// Leaves something out.
    Filter,
    /// One line below the other.
    List,
    /// Copies to the clipboard.
    Copy,
    /// Light or dark.
    Contrast,
    /// A panel at the right.
    Panel,
    /// A panel at the left.
    PanelLeft,
    /// Shows what is set aside.
    Eye,
    /// Brings back.
    Restore,
    /// Changes something written.
    Pencil,
    /// Takes something off a list.
    Remove,
    /// Names of people and places.
    Name,
    /// More to do with this.
    More,
    /// Scrolls with the others.
    Lock,
    /// Scrolls alone.
    LockOpen,
    /// Held by hand.
    Pin,
    /// Rows of cells.
    Band,
    /// Read already.
    Once,
    /// Not read after all.
    Forget,
    /// Each against each.
    Matrix,
    /// Side by side.
    Columns,
    /// Put there by hand.
    Placed,
}

/// Paints `icon` into the middle of `rect`.
pub fn paint(painter: &Painter, rect: Rect, icon: Icon, color: Color32) {
    let origin = rect.center() - vec2(8.0, 8.0);
    let stroke = Stroke::new(1.5, color);
    let line = |points: &[(f32, f32)]| {
        let points: Vec<Pos2> = points.iter().map(|(x, y)| origin + vec2(*x, *y)).collect();
        painter.add(Shape::line(points, stroke));
    };
    match icon {
        Icon::Crossread => {
            line(&[
                (3.0, 14.5),
                (3.0, 2.0),
                (13.0, 2.0),
                (10.0, 5.5),
                (13.0, 9.0),
                (3.0, 9.0),
            ]);
        }
        Icon::Plus => {
            line(&[(8.0, 2.5), (8.0, 13.5)]);
            line(&[(2.5, 8.0), (13.5, 8.0)]);
        }
        Icon::Close => {
            line(&[(3.5, 3.5), (12.5, 12.5)]);
            line(&[(12.5, 3.5), (3.5, 12.5)]);
        }
        Icon::Undo | Icon::Restore => {
            line(&[(5.5, 2.5), (2.5, 5.5), (5.5, 8.5)]);
            line(&[
                (2.5, 5.5),
                (10.0, 5.5),
                (13.0, 8.0),
                (13.0, 10.5),
                (10.5, 13.0),
                (6.0, 13.0),
            ]);
        }
        Icon::Redo => {
            line(&[(10.5, 2.5), (13.5, 5.5), (10.5, 8.5)]);
            line(&[
                (13.5, 5.5),
                (6.0, 5.5),
                (3.0, 8.0),
                (3.0, 10.5),
                (5.5, 13.0),
                (10.0, 13.0),
            ]);
        }
        Icon::Left => line(&[(10.0, 3.0), (5.0, 8.0), (10.0, 13.0)]),
        Icon::Right => line(&[(6.0, 3.0), (11.0, 8.0), (6.0, 13.0)]),
        Icon::Down => line(&[(3.0, 6.0), (8.0, 11.0), (13.0, 6.0)]),
        Icon::Up => line(&[(3.0, 10.0), (8.0, 5.0), (13.0, 10.0)]),
        Icon::Search => {
            painter.circle_stroke(origin + vec2(6.8, 6.8), 4.3, stroke);
            line(&[(10.0, 10.0), (13.8, 13.8)]);
        }
        Icon::Keyboard => {
            line(&[
                (1.5, 4.0),
                (14.5, 4.0),
                (14.5, 12.5),
                (1.5, 12.5),
                (1.5, 3.3),
            ]);
            line(&[(4.0, 7.0), (5.5, 7.0)]);
            line(&[(7.2, 7.0), (8.8, 7.0)]);
            line(&[(10.5, 7.0), (12.0, 7.0)]);
            line(&[(5.0, 10.0), (11.0, 10.0)]);
        }
        Icon::Folder => line(&[
            (2.0, 13.0),
            (2.0, 3.5),
            (6.5, 3.5),
            (8.0, 5.5),
            (14.0, 5.5),
            (14.0, 13.0),
            (1.3, 13.0),
        ]),
        Icon::Filter => {
            line(&[(2.0, 4.0), (14.0, 4.0)]);
            line(&[(4.5, 8.0), (11.5, 8.0)]);
            line(&[(6.5, 12.0), (9.5, 12.0)]);
        }
        Icon::List => {
            for y in [3.5, 8.0, 12.5] {
                line(&[(2.0, y), (3.5, y)]);
                line(&[(6.0, y), (14.0, y)]);
            }
        }
        Icon::Copy => {
            line(&[
                (5.5, 5.5),
                (13.5, 5.5),
                (13.5, 13.5),
                (5.5, 13.5),
                (5.5, 5.0),
            ]);
            line(&[
                (3.5, 10.5),
                (2.5, 10.5),
                (2.5, 2.5),
                (10.5, 2.5),
                (10.5, 3.5),
            ]);
        }
        Icon::Contrast => {
            painter.circle_stroke(origin + vec2(8.0, 8.0), 5.5, stroke);
            let half: Vec<Pos2> = (0..=12)
                .map(|step| {
                    let angle = std::f32::consts::PI * (step as f32 / 12.0 - 0.5);
                    pos2(
                        origin.x + 8.0 + 5.5 * angle.cos(),
                        origin.y + 8.0 + 5.5 * angle.sin(),
                    )
                })
                .collect();
            painter.add(Shape::convex_polygon(half, color, Stroke::NONE));
        }
        Icon::Panel => {
            line(&[
                (2.5, 3.0),
                (13.5, 3.0),
                (13.5, 13.0),
                (2.5, 13.0),
                (2.5, 2.3),
            ]);
            line(&[(9.5, 3.0), (9.5, 13.0)]);
        }
        Icon::PanelLeft => {
            line(&[
                (2.5, 3.0),
                (13.5, 3.0),
                (13.5, 13.0),
                (2.5, 13.0),
                (2.5, 2.3),
            ]);
            line(&[(6.5, 3.0), (6.5, 13.0)]);
        }
        Icon::Pencil => {
            line(&[
                (2.5, 13.5),
                (3.2, 10.3),
                (11.0, 2.5),
                (13.5, 5.0),
                (5.7, 12.8),
                (2.5, 13.5),
                (3.2, 10.3),
            ]);
            line(&[(9.2, 4.3), (11.7, 6.8)]);
        }
        Icon::Remove => line(&[(2.5, 8.0), (13.5, 8.0)]),
        Icon::Name => {
            painter.circle_stroke(origin + vec2(8.0, 5.2), 2.7, stroke);
            line(&[
                (2.5, 13.5),
                (3.2, 11.2),
                (5.5, 10.0),
                (10.5, 10.0),
                (12.8, 11.2),
                (13.5, 13.5),
            ]);
        }
        Icon::Matrix | Icon::Columns => {
            line(&[
                (2.5, 2.5),
                (13.5, 2.5),
                (13.5, 13.5),
                (2.5, 13.5),
                (2.5, 1.8),
            ]);
            line(&[(8.0, 2.5), (8.0, 13.5)]);
            if icon == Icon::Matrix {
                line(&[(2.5, 8.0), (13.5, 8.0)]);
            }
        }
        Icon::Placed => {
            painter.circle_filled(origin + vec2(8.0, 5.5), 3.0, color);
            line(&[(8.0, 6.0), (8.0, 14.0)]);
        }
        Icon::Eye => {
            line(&[
                (1.5, 8.0),
                (4.5, 4.8),
                (8.0, 3.8),
                (11.5, 4.8),
                (14.5, 8.0),
                (11.5, 11.2),
                (8.0, 12.2),
                (4.5, 11.2),
                (1.5, 8.0),
            ]);
            painter.circle_stroke(origin + vec2(8.0, 8.0), 1.8, stroke);
        }
        Icon::More => {
            for x in [3.0, 8.0, 13.0] {
                painter.circle_filled(origin + vec2(x, 8.0), 1.4, color);
            }
        }
        Icon::Lock | Icon::LockOpen => {
            let shut = if icon == Icon::Lock { 7.5 } else { 5.0 };
            line(&[
                (3.5, 7.5),
                (12.5, 7.5),
                (12.5, 13.5),
                (3.5, 13.5),
                (3.5, 6.8),
            ]);
            line(&[(5.5, 7.5), (5.5, 2.5), (10.5, 2.5), (10.5, shut)]);
        }
        Icon::Pin => {
            line(&[(5.0, 2.5), (11.0, 2.5)]);
            line(&[
                (6.0, 2.5),
                (6.0, 7.0),
                (4.0, 9.5),
                (12.0, 9.5),
                (10.0, 7.0),
                (10.0, 2.5),
            ]);
            line(&[(8.0, 9.5), (8.0, 14.0)]);
        }
        Icon::Band => {
            for y in [3.5, 8.0, 12.5] {
                line(&[(2.0, y), (6.5, y)]);
                line(&[(8.5, y), (14.0, y)]);
            }
        }
        Icon::Once => {
            line(&[(2.0, 4.0), (14.0, 4.0)]);
            line(&[(2.0, 8.0), (3.5, 8.0)]);
            line(&[(6.0, 8.0), (7.5, 8.0)]);
            line(&[(10.0, 8.0), (11.5, 8.0)]);
            line(&[(2.0, 12.0), (14.0, 12.0)]);
        }
        Icon::Forget => {
            line(&[(2.0, 4.0), (14.0, 4.0)]);
            line(&[(2.0, 8.0), (6.5, 8.0)]);
            line(&[(2.0, 12.0), (6.5, 12.0)]);
            line(&[(9.0, 8.0), (14.0, 13.0)]);
            line(&[(14.0, 8.0), (9.0, 13.0)]);
        }
    }
}
