//! A value that is made anew when what it depends on has changed.

use std::sync::Arc;

/// A shared value as a key: equal to itself alone. It is kept, so that no other can stand in its place.
#[derive(Debug)]
pub struct Same<T>(Arc<T>);

impl<T> Same<T> {
    /// This value.
    pub fn of(value: &Arc<T>) -> Self {
        Self(Arc::clone(value))
    }
}

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self::of(&self.0)
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

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
    fn a_shared_value_is_the_same_as_itself_alone() {
        let (one, other) = (Arc::new(1), Arc::new(1));
        assert!(Same::of(&one) == Same::of(&Arc::clone(&one)));
        assert!(Same::of(&one) != Same::of(&other));
    }

    #[test]
    fn a_value_is_made_once_for_a_key() {
        let mut cached = Cached::default();
        assert_eq!(*cached.get(1, || "one"), "one");
        assert_eq!(*cached.get(1, || "again"), "one");
        assert_eq!(*cached.get(2, || "two"), "two");
    }
}
