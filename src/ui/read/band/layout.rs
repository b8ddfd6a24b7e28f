//! Where the segments of the band stand: numbers only.

/// Between two segments, in points, where there is room.
const GAP: f32 = 2.0;
/// The farthest the band is drawn out.
const MOST: f32 = 64.0;

/// How far the band is drawn out, and how far its left end is off the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom {
    /// 1: all of it is on the screen.
    pub factor: f32,
    /// In points.
    pub left: f32,
}

impl Default for Zoom {
    fn default() -> Self {
        Self {
            factor: 1.0,
            left: 0.0,
        }
    }
}

impl Zoom {
    /// Draws the band out by `by`; what stands at `x` of a band `width` wide stays there.
    pub fn by(self, by: f32, x: f32, width: f32) -> Self {
        let factor = (self.factor * by).clamp(1.0, MOST);
        let left = (self.left + x) * factor / self.factor - x;
        Self { factor, left }.within(width)
    }

    /// Moves it to the left by `by` points.
    pub fn along(self, by: f32, width: f32) -> Self {
        Self {
            left: self.left + by,
            ..self
        }
        .within(width)
    }

    /// Moves it just so far that a segment is on the screen.
    pub fn showing(self, segment: (f32, f32), width: f32) -> Self {
        let seen = segment.1 >= self.left && segment.0 <= self.left + width;
        if seen {
            return self;
        }
        Self {
            left: (segment.0 + segment.1 - width) / 2.0,
            ..self
        }
        .within(width)
    }

    fn within(self, width: f32) -> Self {
        let most = (self.factor - 1.0) * width;
        Self {
            left: self.left.clamp(0.0, most.max(0.0)),
            ..self
        }
    }
}

/// The left and right edge of each segment on a band `width` wide: as wide as its words are many.
pub fn edges(words: &[usize], width: f32) -> Vec<(f32, f32)> {
    let total: usize = words.iter().sum();
    let each = width / words.len().max(1) as f32;
    let gap = GAP.min(each / 4.0);
    let mut before = 0;
    words
        .iter()
        .map(|count| {
            let at = |words: usize| width * words as f32 / total.max(1) as f32;
            let (left, right) = (at(before), at(before + count));
            before += count;
            (left, (right - gap).max(left + gap.min(right - left)))
        })
        .collect()
}

/// The segment at `x`; a gap belongs to what is left of it.
pub fn at(edges: &[(f32, f32)], x: f32) -> Option<usize> {
    let behind = edges.partition_point(|(left, _)| *left <= x);
    behind.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_as_wide_as_their_words_are_many() {
        let found = edges(&[30, 10, 60], 1000.0);
        assert_eq!(found, [(0.0, 298.0), (300.0, 398.0), (400.0, 998.0)]);
        assert_eq!(at(&found, 299.0), Some(0));
        assert_eq!(at(&found, 300.0), Some(1));
        assert_eq!(at(&found, -1.0), None);
        assert!(edges(&[], 100.0).is_empty());
        let many = edges(&[1; 1000], 100.0);
        assert!(many.iter().all(|(left, right)| left < right));
    }

    #[test]
    fn the_band_is_drawn_out_around_the_pointer() {
        let zoom = Zoom::default().by(2.0, 300.0, 1000.0);
        assert_eq!((zoom.factor, zoom.left), (2.0, 300.0));
        assert_eq!(zoom.by(0.5, 300.0, 1000.0), Zoom::default());
        assert_eq!(zoom.along(9000.0, 1000.0).left, 1000.0);
        assert_eq!(zoom.showing((400.0, 500.0), 1000.0), zoom);
        assert_eq!(zoom.showing((1800.0, 1900.0), 1000.0).left, 1000.0);
        assert_eq!(zoom.showing((0.0, 100.0), 1000.0).left, 0.0);
    }
}
