//! Spellings of one name that no table knows: Belmora and Belmorra, Ilse and Ilsa Marquand.
//!
//! Names that reach a text through another script or by ear differ in few ways: a doubled letter, y for i, k for c or q,
//! v for u or w, the last vowel. Two words are taken for one name when both are written as names, no article uses both,
//! their sound keys agree, and the articles put them to one use: the same words stand on both sides, or, if only the
//! last vowel differs, the same family name behind. What was joined is part of the findings and shown to the reader.

use rustc_hash::{FxHashMap, FxHashSet};

use super::corpus::WordClass;
use crate::model::Spellings;
use crate::text::fold;

/// Shortest word that is looked at, in letters.
const MIN_LETTERS: usize = 4;

/// From each spelling of a name, folded, to the one under which it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(FxHashMap<String, String>);

impl Names {
    /// The reader's table.
    pub fn new(spellings: &Spellings) -> Self {
        let mut names = Self::default();
        for row in &spellings.rows {
            let row: Vec<String> = row.iter().map(|word| fold(word).into_owned()).collect();
            names.add(&row);
        }
        names
    }

    /// Takes a row in: its first word stands for all of them. What stands in an earlier row stays there.
    pub fn add(&mut self, row: &[String]) {
        let Some(first) = row.first() else {
            return;
        };
        let first = self.canonical(first).to_owned();
        for word in row {
            self.0.entry(word.clone()).or_insert_with(|| first.clone());
        }
    }

    /// The word under which `folded` is compared.
    pub fn canonical<'w>(&'w self, folded: &'w str) -> &'w str {
        self.0.get(folded).map_or(folded, String::as_str)
    }
}

/// Which numbers are spellings of one name.
pub struct Variants {
    /// Each group's numbers, ascending; the first stands for all.
    pub groups: Vec<Vec<u32>>,
    first: FxHashMap<u32, u32>,
}

impl Variants {
    /// The number that stands for `id`.
    pub fn canonical(&self, id: u32) -> u32 {
        self.first.get(&id).copied().unwrap_or(id)
    }
}

/// Finds spellings among the words of `articles`.
pub fn learn(articles: &[Vec<u32>], forms: &[String], classes: &[WordClass]) -> Variants {
    let mut by_sound: FxHashMap<String, Vec<u32>> = FxHashMap::default();
    let mut sounds: Vec<String> = Vec::new();
    for (id, (form, class)) in (0_u32..).zip(forms.iter().zip(classes)) {
        let long_enough = form.chars().count() >= MIN_LETTERS;
        if class.name && !class.title && long_enough && form.chars().all(char::is_alphabetic) {
            let sound = sound(form);
            let group = by_sound.entry(sound.clone()).or_default();
            if group.is_empty() {
                sounds.push(sound);
            }
            group.push(id);
        }
    }
    let mut variants = Variants {
        groups: Vec::new(),
        first: FxHashMap::default(),
    };
    for group in sounds.iter().filter_map(|sound| by_sound.get(sound)) {
        if let Some(joined) = joined(group, articles, forms, classes) {
            for id in joined.iter().skip(1) {
                variants
                    .first
                    .extend(joined.first().map(|first| (*id, *first)));
            }
            variants.groups.push(joined);
        }
    }
    variants
}

/// The members of a group of equal sound that the articles use as one name.
fn joined(
    group: &[u32],
    articles: &[Vec<u32>],
    forms: &[String],
    classes: &[WordClass],
) -> Option<Vec<u32>> {
    let first = *group.first()?;
    let mut joined = vec![first];
    for id in group.iter().skip(1) {
        if used_alike(first, *id, articles, forms, classes) {
            joined.push(*id);
        }
    }
    (joined.len() > 1).then_some(joined)
}

fn used_alike(
    a: u32,
    b: u32,
    articles: &[Vec<u32>],
    forms: &[String],
    classes: &[WordClass],
) -> bool {
    let is_name = |id: &u32| classes.get(*id as usize).is_some_and(|class| class.name);
    let mut around_a = FxHashSet::default();
    let mut around_b = FxHashSet::default();
    let (mut behind_a, mut behind_b) = (FxHashSet::default(), FxHashSet::default());
    for words in articles {
        let (mut has_a, mut has_b) = (false, false);
        for (index, word) in words.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|at| words.get(at)).copied();
            let behind = words.get(index + 1).copied();
            if *word == a {
                has_a = true;
                around_a.insert((before, behind));
                behind_a.extend(behind.filter(is_name));
            } else if *word == b {
                has_b = true;
                around_b.insert((before, behind));
                behind_b.extend(behind.filter(is_name));
            }
        }
        if has_a && has_b {
            return false;
        }
    }
    let form = |id: u32| {
        forms
            .get(id as usize)
            .map(String::as_str)
            .unwrap_or_default()
    };
    let vowel_alone =
        form(a).len() == form(b).len() && strip_last_vowel(form(a)) == strip_last_vowel(form(b));
    if vowel_alone {
        !behind_a.is_disjoint(&behind_b)
    } else {
        !around_a.is_disjoint(&around_b)
    }
}

fn strip_last_vowel(form: &str) -> &str {
    form.strip_suffix(['a', 'e', 'i', 'o', 'u']).unwrap_or(form)
}

/// The letters that survive a change of script: doubled letters once, y as i, c and q as k, v and w as u, the last
/// vowel gone.
pub(super) fn sound(form: &str) -> String {
    let mut key = String::new();
    for letter in form.chars() {
        let letter = match letter {
            'y' | 'j' => 'i',
            'c' | 'q' => 'k',
            'v' | 'w' => 'u',
            other => other,
        };
        if !key.ends_with(letter) {
            key.push(letter);
        }
    }
    strip_last_vowel(&key).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sounds() {
        for (a, b) in [
            ("belmora", "belmorra"),
            ("ilse", "ilsa"),
            ("sergei", "sergey"),
            ("queria", "kveria"),
            ("leila", "leyla"),
        ] {
            assert_eq!(sound(a), sound(b), "{a} {b}");
        }
        for (a, b) in [
            ("iran", "irak"),
            ("austria", "australia"),
            ("nigeria", "niger"),
        ] {
            assert_ne!(sound(a), sound(b), "{a} {b}");
        }
    }
}
