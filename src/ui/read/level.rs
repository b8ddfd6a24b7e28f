//! Keeping columns level: numbers only.

/// Where a passage stands in two columns: points from the top of each.
pub type Anchor = (f32, f32);

/// Where the second column belongs when the first shows `at`: on the line between the passages above and below, so
/// that what stands in both comes level and the rest passes by evenly.
///
/// `anchors` ascend in both columns; `ends` are the heights of the two columns.
pub fn follow(anchors: &[Anchor], ends: Anchor, at: f32) -> f32 {
    let mut before = (0.0, 0.0);
    for anchor in anchors.iter().copied().chain([ends]) {
        if at <= anchor.0 {
            let run = (anchor.0 - before.0).max(1.0);
            return before.1 + (anchor.1 - before.1) * ((at - before.0) / run).clamp(0.0, 1.0);
        }
        before = anchor;
    }
    ends.1
}

/// Anchors that ascend in both columns. What the reader pinned holds; of the passages, those stay that do not cross it
/// or one before them.
pub fn ascending(pins: &[Anchor], passages: &[Anchor]) -> Vec<Anchor> {
    let crosses =
        |one: &Anchor, other: &Anchor| (one.0 - other.0) * (one.1 - other.1) <= 0.0 && one != other;
    let mut held: Vec<Anchor> = Vec::new();
    for pin in pins {
        if !held.iter().any(|other| crosses(pin, other)) {
            held.push(*pin);
        }
    }
    let free = |anchor: &&Anchor| !held.iter().any(|pin| crosses(anchor, pin));
    let mut anchors: Vec<Anchor> = passages.iter().filter(free).copied().collect();
    anchors.sort_by(|one, two| one.0.total_cmp(&two.0));
    let mut highest = f32::MIN;
    anchors.retain(|(_, there)| {
        let ascends = *there > highest;
        highest = highest.max(*there);
        ascends
    });
    anchors.extend(held);
    anchors.sort_by(|one, two| one.0.total_cmp(&two.0));
    anchors
}

/// The height on the screen at which a passage stands level in all columns: near `wish`, but not lower than it can
/// come in the column where it stands highest.
pub fn common_height(tops: &[f32], wish: f32) -> f32 {
    tops.iter().copied().fold(wish, f32::min).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_follow_passages_not_percentages() {
        let anchors = [(100.0, 300.0), (200.0, 400.0)];
        let ends = (1000.0, 500.0);
        for (at, expected) in [
            (0.0, 0.0),
            (50.0, 150.0),
            (100.0, 300.0),
            (150.0, 350.0),
            (200.0, 400.0),
            (600.0, 450.0),
            (2000.0, 500.0),
        ] {
            assert!((follow(&anchors, ends, at) - expected).abs() < 0.01, "{at}");
        }
    }

    #[test]
    fn what_is_pinned_holds_against_passages() {
        let passages = [
            (100.0, 300.0),
            (400.0, 200.0),
            (200.0, 400.0),
            (900.0, 950.0),
        ];
        assert_eq!(
            ascending(&[], &passages),
            [(100.0, 300.0), (200.0, 400.0), (900.0, 950.0)]
        );
        // A pin below the second: it and the first cross it.
        assert_eq!(
            ascending(&[(300.0, 120.0)], &passages),
            [(300.0, 120.0), (400.0, 200.0), (900.0, 950.0)]
        );
        // A second pin that crosses the first one does not hold.
        assert_eq!(
            ascending(&[(300.0, 120.0), (200.0, 130.0)], &[]),
            [(300.0, 120.0)]
        );
    }

    #[test]
    fn a_passage_near_the_top_pulls_the_line_up() {
        assert!((common_height(&[500.0, 40.0, 900.0], 200.0) - 40.0).abs() < f32::EPSILON);
        assert!((common_height(&[500.0, 300.0], 200.0) - 200.0).abs() < f32::EPSILON);
    }
}
