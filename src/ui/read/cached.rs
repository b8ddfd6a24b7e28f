//! A value that is made anew when what it depends on has changed.

/// The value and the key it was made for.
#[derive(Debug)]
pub struct Cached<K, V> {
    made: Option<(K, V)>,
}

impl<K, V> Default for Cached<K, V> {
    fn default() -> Self {
        Self { made: None }
    }
}

impl<K: PartialEq, V> Cached<K, V> {
    /// The value for `key`, as it is kept or as `make` makes it.
    pub fn get(&mut self, key: K, make: impl FnOnce() -> V) -> &V {
        if self.made.as_ref().is_some_and(|(known, _)| *known != key) {
            self.made = None;
        }
        &self.made.get_or_insert_with(|| (key, make())).1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_once_for_a_key() {
        let mut cached = Cached::default();
        assert_eq!(*cached.get(1, || "one"), "one");
        assert_eq!(*cached.get(1, || "again"), "one");
        assert_eq!(*cached.get(2, || "two"), "two");
    }
}
