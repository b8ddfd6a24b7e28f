//! Groups that grow while their mean likeness stays above a threshold (average linkage), as far as the reader lets them.
//!
//! Clusters grow by likeness alone; a group is one or more clusters. What the reader put together is one group of several
//! clusters from the beginning, so that two meetings that were merged still draw the articles that each of them would
//! have drawn, although the two are little alike. Two clusters whose groups stand apart are never joined. Where decisions
//! contradict each other, as they can when two articles turn out to be versions of one, what stands apart counts.

use rustc_hash::FxHashSet;

use super::likeness::THRESHOLD;
use super::triangle::Triangle;
use crate::analysis::sets::Sets;

/// The groups of rows, each in order, ordered by their first rows.
pub(super) fn groups(
    likeness: &Triangle,
    together: &[(usize, usize)],
    apart: &[(usize, usize)],
) -> Vec<Vec<usize>> {
    let count = likeness.count();
    let mut groups = Groups::new(count, apart);
    for (a, b) in together {
        groups.join(*a, *b);
    }
    // The mean likeness of two clusters is never greater than the greatest of two of their rows. So what no chain of near
    // enough rows holds together, and no decision, is looked at apart.
    let mut sets = Sets::new(count);
    for (a, b) in together {
        sets.unite(*a, *b);
    }
    let near = likeness.all().filter(|(_, _, value)| *value >= THRESHOLD);
    near.for_each(|(a, b, _)| sets.unite(a, b));
    for rows in sets.groups().iter().filter(|rows| rows.len() > 1) {
        grow(likeness, rows, &mut groups);
    }
    groups.found()
}

/// Joins the groups of these rows as long as the likeness of their clusters is great enough.
fn grow(likeness: &Triangle, rows: &[usize], groups: &mut Groups) {
    let count = rows.len();
    let mut sums = Triangle::new(count);
    for (one, a) in rows.iter().enumerate() {
        for (two, b) in rows.iter().enumerate().skip(one + 1) {
            if let Some(sum) = sums.at(one, two) {
                *sum = likeness.of(*a, *b);
            }
        }
    }
    let mut clusters = Clusters {
        rows,
        sizes: vec![1; count],
        sums,
        nearest: vec![None; count],
        groups,
    };
    for cluster in 0..count {
        clusters.look_around(cluster);
    }
    while let Some((one, two)) = clusters.closest() {
        if clusters.are_apart(one, two) {
            clusters.look_around(one);
            clusters.look_around(two);
        } else {
            clusters.join(one, two);
        }
    }
}

/// Clusters on their way; a cluster has the number of its first row among `rows`.
struct Clusters<'c> {
    rows: &'c [usize],
    /// How many rows; none where a cluster was joined to another.
    sizes: Vec<usize>,
    /// The likeness of any two clusters, summed up over their rows.
    sums: Triangle,
    /// The cluster that is nearest to each, and their mean likeness, as long as that is enough to join them.
    nearest: Vec<Option<(usize, f64)>>,
    groups: &'c mut Groups,
}

impl Clusters<'_> {
    fn size(&self, cluster: usize) -> usize {
        self.sizes.get(cluster).copied().unwrap_or_default()
    }

    fn row(&self, cluster: usize) -> usize {
        self.rows.get(cluster).copied().unwrap_or_default()
    }

    fn are_apart(&self, one: usize, two: usize) -> bool {
        self.groups.are_apart(self.row(one), self.row(two))
    }

    /// Puts the rows of `two` to those of `one`.
    fn join(&mut self, one: usize, two: usize) {
        self.groups.join(self.row(one), self.row(two));
        for other in 0..self.sizes.len() {
            let more = self.sums.of(two, other);
            if other != two
                && let Some(sum) = self.sums.at(one, other)
            {
                *sum += more;
            }
        }
        let more = self.sizes.get_mut(two).map(std::mem::take);
        if let Some((size, more)) = self.sizes.get_mut(one).zip(more) {
            *size += more;
        }
        if let Some(slot) = self.nearest.get_mut(two) {
            *slot = None;
        }
        for cluster in 0..self.nearest.len() {
            let near = self.nearest.get(cluster).copied().flatten();
            let changed = near.is_some_and(|(other, _)| other == one || other == two);
            if cluster == one || changed {
                self.look_around(cluster);
            }
        }
    }

    /// Finds the nearest of `cluster`; of equally near ones the first. A joined cluster is never nearer to another than
    /// the nearer of its parts was, so one that has no other near enough stays as it is.
    fn look_around(&mut self, cluster: usize) {
        let own = self.size(cluster);
        let mut nearest: Option<(usize, f64)> = None;
        for other in 0..self.sizes.len() {
            let pairs = own * self.size(other);
            if other == cluster || pairs == 0 {
                continue;
            }
            let mean = self.sums.of(cluster, other) / pairs as f64;
            let is_nearer = mean >= THRESHOLD && nearest.is_none_or(|(_, best)| mean > best);
            if is_nearer && !self.are_apart(cluster, other) {
                nearest = Some((other, mean));
            }
        }
        if let Some(slot) = self.nearest.get_mut(cluster) {
            *slot = nearest;
        }
    }

    /// The two clusters that are nearest to each other, the first one first.
    fn closest(&self) -> Option<(usize, usize)> {
        let mut closest: Option<(usize, usize, f64)> = None;
        for (cluster, nearest) in self.nearest.iter().enumerate() {
            if let Some((other, mean)) = nearest
                && closest.is_none_or(|(_, _, best)| *mean > best)
            {
                closest = Some((cluster, *other, *mean));
            }
        }
        closest.map(|(one, two, _)| (one.min(two), one.max(two)))
    }
}

/// Which group each row is in, by the number of one of its rows, and which groups stand apart.
struct Groups {
    of: Vec<usize>,
    apart: FxHashSet<(usize, usize)>,
}

impl Groups {
    fn new(count: usize, apart: &[(usize, usize)]) -> Self {
        Self {
            of: (0..count).collect(),
            apart: apart
                .iter()
                .flat_map(|(a, b)| [(*a, *b), (*b, *a)])
                .collect(),
        }
    }

    fn group(&self, row: usize) -> usize {
        self.of.get(row).copied().unwrap_or(row)
    }

    fn are_apart(&self, a: usize, b: usize) -> bool {
        !self.apart.is_empty() && self.apart.contains(&(self.group(a), self.group(b)))
    }

    /// Makes one of the groups of two rows, unless they stand apart.
    fn join(&mut self, a: usize, b: usize) {
        let (one, two) = (self.group(a), self.group(b));
        if one == two || self.are_apart(a, b) {
            return;
        }
        for group in self.of.iter_mut().filter(|group| **group == two) {
            *group = one;
        }
        if !self.apart.is_empty() {
            let now = |group: usize| if group == two { one } else { group };
            let apart = self.apart.iter().map(|(a, b)| (now(*a), now(*b)));
            self.apart = apart.collect();
        }
    }

    fn found(&self) -> Vec<Vec<usize>> {
        let mut found: Vec<Vec<usize>> = vec![Vec::new(); self.of.len()];
        for (row, group) in self.of.iter().enumerate() {
            if let Some(rows) = found.get_mut(*group) {
                rows.push(row);
            }
        }
        found.retain(|group| !group.is_empty());
        found.sort();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two pairs, and one row between them.
    fn two_pairs() -> Triangle {
        let near = [
            [0.0, 0.9, 0.5, 0.1, 0.1],
            [0.9, 0.0, 0.5, 0.1, 0.1],
            [0.5, 0.5, 0.0, 0.4, 0.4],
            [0.1, 0.1, 0.4, 0.0, 0.8],
            [0.1, 0.1, 0.4, 0.8, 0.0],
        ];
        let mut likeness = Triangle::new(near.len());
        for (a, row) in near.iter().enumerate() {
            for (b, value) in row.iter().enumerate().skip(a + 1) {
                if let Some(slot) = likeness.at(a, b) {
                    *slot = *value;
                }
            }
        }
        likeness
    }

    #[test]
    fn what_the_reader_decides_holds() {
        type Pairs = &'static [(usize, usize)];
        let rows: [(Pairs, Pairs, &[&[usize]]); 7] = [
            (&[], &[], &[&[0, 1, 2], &[3, 4]]),
            // Moved to the others.
            (&[(2, 3), (2, 4)], &[(2, 0), (2, 1)], &[&[0, 1], &[2, 3, 4]]),
            // Split off: the nearest it may stand with takes it.
            (&[], &[(2, 0), (2, 1)], &[&[0, 1], &[2, 3, 4]]),
            (
                &[],
                &[(2, 0), (2, 1), (2, 3), (2, 4)],
                &[&[0, 1], &[2], &[3, 4]],
            ),
            // Merged: row 2 is as near to each of the two as before.
            (&[(3, 0), (3, 1), (3, 2), (4, 0)], &[], &[&[0, 1, 2, 3, 4]]),
            (&[], &[(0, 1)], &[&[0, 2], &[1], &[3, 4]]),
            // They cannot both hold: what stands apart counts, in whichever order they come.
            (&[(0, 3), (3, 1)], &[(0, 1)], &[&[0, 2, 3, 4], &[1]]),
        ];
        for (together, apart, wanted) in rows {
            assert_eq!(
                groups(&two_pairs(), together, apart),
                wanted,
                "{together:?} {apart:?}"
            );
        }
    }
}
