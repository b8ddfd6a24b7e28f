//! Which columns are on the screen, and where: numbers only.

use egui::{Rect, pos2};

use super::{MARGIN, RIGHT};
use crate::model::ArticleId;
use crate::ui::Scene;
use crate::workspace::view::{Measure, TEXT_SIZES};

/// Between two columns, for the ribbons.
pub const GUTTER: f32 = 40.0;
/// A column's text is never narrower.
const MIN_TEXT: f32 = 240.0;
/// Nor wider, until the reader takes the room for it from another: beyond it lines are hard to follow. For letters of the
/// usual size, by what the reader likes.
const MAX_TEXT: [(Measure, f32); 3] = [
    (Measure::Narrow, 360.0),
    (Measure::Usual, 480.0),
    (Measure::Wide, 680.0),
];
/// With less on either side columns begin where the rows above them do.
const MIN_BESIDE: f32 = 100.0;
/// Most columns side by side.
const MAX_COLUMNS: usize = 6;
/// The narrowest column, with what stands beside its text.
const LEAST: f32 = MIN_TEXT + MARGIN + RIGHT;

/// Which columns are on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// How many columns are passed over behind the base.
    pub first: usize,
    /// How many fit.
    pub fit: usize,
    /// How many there are.
    pub all: usize,
}

impl Paging {
    /// As many of `all` columns as fit into `width`, from `first` on. Larger letters want more room; smaller ones leave
    /// the width as it is.
    pub fn new(all: usize, width: f32, first: usize, enlarged: f32) -> Self {
        let least = MIN_TEXT * enlarged.max(1.0) + MARGIN + RIGHT;
        let fit = ((width + GUTTER) / (least + GUTTER)).floor().max(1.0) as usize;
        let fit = fit.min(MAX_COLUMNS);
        let first = first.min(all.saturating_sub(fit));
        Self { first, fit, all }
    }

    /// The numbers of the columns on the screen. The base stays; where there is place for one alone, it pages too.
    pub fn shown(self) -> Vec<usize> {
        let others = (self.first + 1)..(self.first + self.fit).min(self.all);
        match (self.all, self.fit) {
            (0, _) => Vec::new(),
            (_, 1) => vec![self.first],
            _ => std::iter::once(0).chain(others).collect(),
        }
    }

    /// How many to pass over so that this column comes on the screen; as now, if it is there.
    pub fn reveal(self, column: usize) -> usize {
        match self.shown().contains(&column) {
            true => self.first,
            false if column <= self.first => column.saturating_sub(1),
            false => (column + 1).saturating_sub(self.fit),
        }
    }
}

/// A column on the screen.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its number in the model.
    pub index: usize,
    /// Its article.
    pub id: ArticleId,
    /// All of it.
    pub rect: Rect,
    /// Where its text scrolls.
    pub body: Rect,
}

impl Place {
    /// Where its lines begin.
    pub fn text_left(&self) -> f32 {
        self.body.left() + MARGIN
    }

    /// Where its longest lines end.
    pub fn text_right(&self) -> f32 {
        self.body.right() - RIGHT
    }

    /// How wide its text is.
    pub fn text_width(&self) -> f32 {
        (self.text_right() - self.text_left()).max(1.0)
    }

    /// Its body below a head of this height.
    pub fn below(index: usize, id: ArticleId, rect: Rect, head: f32) -> Self {
        let body = Rect::from_min_max(pos2(rect.left(), rect.top() + head), rect.max);
        Self {
            index,
            id,
            rect,
            body,
        }
    }
}

/// The widest that a column's text becomes, in points: it grows with its letters.
pub fn widest(scene: &Scene<'_>) -> f32 {
    let view = &scene.workspace.view;
    let known = MAX_TEXT
        .iter()
        .find(|(measure, _)| *measure == view.measure);
    let points = known.map_or(MIN_TEXT, |(_, points)| *points);
    points * enlarged(scene)
}

/// How large the letters are against the usual size.
pub fn enlarged(scene: &Scene<'_>) -> f32 {
    f32::from(scene.workspace.view.text_size) / f32::from(TEXT_SIZES.1)
}

/// Left and right edge of each column, counted from the left of `room` points: `shares` say how wide they are against
/// each other, `widest` how wide a text becomes by itself. Together they are as wide as if all were alike, so that a
/// splitter moves nothing but what lies beside it. Much that they leave of the room lies on both sides of them.
pub fn edges(room: f32, shares: &[f32], widest: f32) -> Vec<(f32, f32)> {
    let count = shares.len() as f32;
    let for_text = room - GUTTER * (count - 1.0);
    let total = for_text.min(count * (widest + MARGIN + RIGHT));
    let least = LEAST.min(total / count);
    let beside = ((for_text - total) / 2.0).floor();
    let mut left = if beside < MIN_BESIDE { 0.0 } else { beside };
    widths(total, shares, least)
        .into_iter()
        .map(|width| {
            let edges = (left, left + width);
            left += width + GUTTER;
            edges
        })
        .collect()
}

/// Parts of `total` after `shares`, none below `least`: what one lacks, the others give.
fn widths(total: f32, shares: &[f32], least: f32) -> Vec<f32> {
    let mut fixed = vec![false; shares.len()];
    loop {
        let free: f32 = shares
            .iter()
            .zip(&fixed)
            .filter(|(_, fixed)| !**fixed)
            .map(|(share, _)| share)
            .sum();
        let taken = fixed.iter().filter(|fixed| **fixed).count() as f32 * least;
        let width = |share: f32| (total - taken) * share / free.max(f32::EPSILON);
        let narrow = (0..shares.len()).find(|at| {
            let share = shares.get(*at).copied().unwrap_or(1.0);
            fixed.get(*at) == Some(&false) && width(share) < least - 0.01
        });
        match narrow.and_then(|at| fixed.get_mut(at)) {
            Some(fixed) => *fixed = true,
            None => {
                let parts = shares.iter().zip(&fixed);
                return parts
                    .map(|(share, fixed)| if *fixed { least } else { width(*share) })
                    .map(f32::floor)
                    .collect();
            }
        }
    }
}

/// The shares of two neighbours after the splitter between them was moved by `by` points. `widths` are theirs.
pub fn split(shares: (f32, f32), widths: (f32, f32), by: f32) -> (f32, f32) {
    let both = widths.0 + widths.1;
    let least = LEAST.min(both / 2.0);
    let left = (widths.0 + by).clamp(least, both - least);
    let sum = shares.0 + shares.1;
    let share = sum * left / both.max(1.0);
    (share, sum - share)
}

/// Which column a dragged one takes the place of when it is let go at `x`: the number in the model of the column there.
pub fn drop_at(places: &[Place], x: f32) -> Option<usize> {
    let behind = |place: &&Place| x < place.rect.right() + GUTTER / 2.0;
    let place = places.iter().find(behind).or(places.last())?;
    Some(place.index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_stays_while_the_others_page() {
        let paging = Paging::new(4, 1000.0, 1, 1.0);
        assert_eq!((paging.fit, paging.shown()), (3, vec![0, 2, 3]));
        assert_eq!(Paging::new(4, 1000.0, 1, 1.4).fit, 2);
        assert_eq!(paging.reveal(1), 0);
        assert_eq!(paging.reveal(3), 1);
        let narrow = Paging::new(4, 300.0, 9, 1.0);
        assert_eq!(narrow.shown(), [3]);
        assert_eq!(narrow.reveal(0), 0);
        assert!(Paging::new(0, 300.0, 0, 1.0).shown().is_empty());
    }

    #[test]
    fn columns_share_the_room() {
        let widest: Vec<f32> = edges(4000.0, &[1.0, 1.0], 480.0)
            .iter()
            .map(|(left, right)| right - left)
            .collect();
        assert_eq!(widest, [526.0, 526.0]);
        // A wide window has the columns in its middle.
        assert_eq!(
            edges(2092.0, &[1.0, 1.0], 480.0),
            [(500.0, 1026.0), (1066.0, 1592.0)]
        );
        // There a splitter moves what lies beside it, and nothing else.
        assert_eq!(
            edges(2092.0, &[1.2, 0.8], 480.0),
            [(500.0, 1131.0), (1171.0, 1591.0)]
        );
        assert_eq!(edges(552.0, &[1.0], 480.0), [(0.0, 526.0)]);
        assert_eq!(
            edges(1040.0, &[1.5, 0.5], 480.0),
            [(0.0, 714.0), (754.0, 1040.0)]
        );
        assert_eq!(
            edges(1040.0, &[1.2, 0.8], 480.0),
            [(0.0, 600.0), (640.0, 1040.0)]
        );
        // No room at all: nothing is below zero.
        assert!(
            edges(10.0, &[1.0], 480.0)
                .iter()
                .all(|(left, right)| left <= right)
        );
    }

    #[test]
    fn a_splitter_gives_to_one_what_it_takes_from_the_other() {
        let (left, right) = split((1.0, 1.0), (500.0, 500.0), 100.0);
        assert!((left - 1.2).abs() < 0.001 && (right - 0.8).abs() < 0.001);
        let (left, right) = split((1.0, 1.0), (500.0, 500.0), 4000.0);
        assert!((right * 500.0 - LEAST).abs() < 0.01, "{left} {right}");
    }

    #[test]
    fn a_column_is_dropped_where_the_pointer_is() {
        let place = |index: usize, left: f32| {
            let rect = Rect::from_min_max(pos2(left, 0.0), pos2(left + 300.0, 100.0));
            Place::below(index, ArticleId(index as u32), rect, 20.0)
        };
        let places = [place(0, 0.0), place(3, 340.0), place(4, 680.0)];
        let at = |x| drop_at(&places, x);
        assert_eq!(
            [at(-5.0), at(310.0), at(330.0), at(2000.0)],
            [Some(0), Some(0), Some(3), Some(4)]
        );
        assert_eq!(drop_at(&[], 1.0), None);
    }
}
