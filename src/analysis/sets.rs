//! Sets that grow together.

/// Disjoint sets of numbers (union-find with path halving).
pub(super) struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    /// Each of so many numbers by itself.
    pub fn new(size: usize) -> Self {
        Self {
            parent: (0..size).collect(),
        }
    }

    fn root(&mut self, mut at: usize) -> usize {
        while let Some(parent) = self.parent.get(at).copied().filter(|parent| *parent != at) {
            let above = self.parent.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.parent.get_mut(at) {
                *slot = above;
            }
            at = above;
        }
        at
    }

    /// Whether these two are in one set.
    pub fn are_one(&mut self, one: usize, two: usize) -> bool {
        self.root(one) == self.root(two)
    }

    /// Makes the sets of these two one.
    pub fn unite(&mut self, one: usize, two: usize) {
        let (one, two) = (self.root(one), self.root(two));
        if let Some(slot) = self.parent.get_mut(one.max(two)) {
            *slot = one.min(two);
        }
    }

    /// The sets, each with its members ascending, in the order of their first members.
    pub fn groups(&mut self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        // The number of each set, at its first member.
        let mut numbers = vec![0; self.parent.len()];
        for index in 0..self.parent.len() {
            let root = self.root(index);
            if root == index {
                if let Some(number) = numbers.get_mut(root) {
                    *number = groups.len();
                }
                groups.push(vec![index]);
            } else if let Some(group) = numbers.get(root).and_then(|at| groups.get_mut(*at)) {
                group.push(index);
            }
        }
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hangs_together_is_one_set() {
        let mut sets = Sets::new(6);
        for (one, two) in [(4, 1), (5, 2), (1, 0)] {
            sets.unite(one, two);
        }
        assert_eq!(sets.groups(), [vec![0, 1, 4], vec![2, 5], vec![3]]);
    }
}
