//! Items in numbered groups, all in one piece: many small groups cost little more than one large one.

/// Groups from number 0 on, one after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Grouped<T> {
    items: Vec<T>,
    /// Where each group ends among the items.
    ends: Vec<u32>,
}

impl<T: Copy + Default> Grouped<T> {
    /// Items with the number of the group of each, of so many groups. Those of one group keep their order; what is in no
    /// such group is left out.
    pub fn new(count: usize, items: impl Iterator<Item = (usize, T)> + Clone) -> Self {
        let mut counts = vec![0; count];
        for (group, _) in items.clone() {
            if let Some(count) = counts.get_mut(group) {
                *count += 1;
            }
        }
        Self::with_counts(counts, items)
    }

    /// The same, where it is known how many items each group has.
    pub fn with_counts(counts: Vec<u32>, items: impl Iterator<Item = (usize, T)>) -> Self {
        let mut total = 0;
        // Where the next item of each group goes; behind its last one, once all are there.
        let mut ends = counts;
        for end in &mut ends {
            total += std::mem::replace(end, total);
        }
        let mut places = vec![T::default(); total as usize];
        for (group, item) in items {
            if let Some(next) = ends.get_mut(group) {
                if let Some(place) = places.get_mut(*next as usize) {
                    *place = item;
                }
                *next += 1;
            }
        }
        Self {
            items: places,
            ends,
        }
    }

    /// The items of a group; none where there is no such group.
    pub fn get(&self, group: usize) -> &[T] {
        let start = group
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let start = start.copied().unwrap_or(0) as usize;
        let end = self.ends.get(group).copied();
        let items = end.and_then(|end| self.items.get(start..end as usize));
        items.unwrap_or_default()
    }

    /// All groups.
    pub fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.ends.len()).map(|group| self.get(group))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_keep_their_order_in_their_groups() {
        let items = [(2, 'a'), (0, 'b'), (2, 'c'), (7, 'd')];
        let grouped = Grouped::new(4, items.into_iter());
        let groups: Vec<&[char]> = grouped.iter().collect();
        assert_eq!(groups, [&['b'][..], &[], &['a', 'c'], &[]]);
        assert_eq!(grouped.get(2), ['a', 'c']);
        assert!(grouped.get(4).is_empty());
    }
}
