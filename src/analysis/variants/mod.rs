//! Spellings of one name that no table knows: Belmora and Belmorra, Ilse and Ilsa Marquand.
//!
//! Names that reach a text through another script or by ear differ in few ways: a doubled letter, y for i, k for c or q,
//! v for u or w, the last vowel. Two words are taken for one name when both are written as names, no article uses both,
//! their sound keys agree, and the articles put them to one use: the same words stand on both sides, or, if only the
//! last vowel differs, the same family name behind. What was joined is part of the findings and shown to the reader.
//!
//! Of a set that changes only those names are looked at again whose use has changed ([`open`]).

mod open;

use rustc_hash::{FxHashMap, FxHashSet};

pub(super) use open::{OpenVariants, Texts};

use super::corpus::{WordClass, Words};
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
    groups: Vec<Vec<u32>>,
    /// For each number, the first of its group if it is in one.
    first: Vec<Option<u32>>,
}

impl Variants {
    /// The number that stands for `id`, if it is one of several spellings.
    pub fn canonical(&self, id: u32) -> Option<u32> {
        self.first.get(id as usize).copied().flatten()
    }

    /// Whether no name has several spellings.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The spellings of each name.
    pub fn rows(&self, forms: &[String]) -> Vec<Vec<String>> {
        let form = |id: &u32| forms.get(*id as usize).cloned();
        let row = |group: &Vec<u32>| group.iter().filter_map(form).collect();
        self.groups.iter().map(row).collect()
    }

    fn add(&mut self, group: Vec<u32>) {
        for id in &group {
            if let Some(slot) = self.first.get_mut(*id as usize) {
                *slot = group.first().copied();
            }
        }
        self.groups.push(group);
    }
}

/// Finds spellings among the words of `articles`; words that stand in one row of `apart` are never joined.
pub fn learn(
    articles: &[Words],
    forms: &[String],
    classes: &[WordClass],
    apart: &[Vec<String>],
) -> Variants {
    let groups = of_one_sound(forms, classes);
    let places = places(articles, &groups, forms.len());
    let apart = Apart::new(apart);
    let mut variants = Variants {
        groups: Vec::new(),
        first: vec![None; forms.len()],
    };
    for group in &groups {
        let Some(first) = group.first() else {
            continue;
        };
        let is_alike = |id: &&u32| {
            let both = [form(forms, *first), form(forms, **id)];
            let places_of = |id: u32| places.get(&id).map(Vec::as_slice).unwrap_or_default();
            let is_name = |id: u32| {
                classes
                    .get(id as usize)
                    .is_some_and(|class| class.contains(WordClass::NAME))
            };
            let of_both = [places_of(*first), places_of(**id)];
            !apart.holds(both) && used_alike(of_both, articles, both, is_name)
        };
        let mut joined = vec![*first];
        joined.extend(group.iter().skip(1).filter(is_alike));
        if joined.len() > 1 {
            variants.add(joined);
        }
    }
    variants
}

/// Words, folded, that the reader wants kept apart: those that stand in one row.
#[derive(Clone, Debug)]
struct Apart(Vec<Vec<String>>);

impl Apart {
    fn new(rows: &[Vec<String>]) -> Self {
        let rows = rows.iter();
        let folded = rows.map(|row| row.iter().map(|word| fold(word).into_owned()).collect());
        Self(folded.collect())
    }

    /// Whether a row holds both words.
    fn holds(&self, both: [&str; 2]) -> bool {
        let mut rows = self.0.iter();
        rows.any(|row| {
            both.iter()
                .all(|word| row.iter().any(|other| other == word))
        })
    }
}

/// Whether a word can be a spelling of a name at all.
fn is_looked_at(form: &str, class: WordClass) -> bool {
    class & (WordClass::NAME | WordClass::TITLE) == WordClass::NAME
        && form.chars().count() >= MIN_LETTERS
        && form.chars().all(char::is_alphabetic)
}

/// Names that sound alike: two or more numbers each, ascending.
fn of_one_sound(forms: &[String], classes: &[WordClass]) -> Vec<Vec<u32>> {
    let mut numbers: FxHashMap<String, usize> = FxHashMap::default();
    let mut groups: Vec<Vec<u32>> = Vec::new();
    for (id, (form, class)) in (0_u32..).zip(forms.iter().zip(classes)) {
        if is_looked_at(form, *class) {
            let number = *numbers.entry(sound(form)).or_insert_with(|| {
                groups.push(Vec::new());
                groups.len() - 1
            });
            if let Some(group) = groups.get_mut(number) {
                group.push(id);
            }
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// Where the members of the groups stand, by their numbers.
type Places = FxHashMap<u32, Vec<Place>>;

fn places(articles: &[Words], groups: &[Vec<u32>], count: usize) -> Places {
    let mut wanted = vec![false; count];
    for id in groups.iter().flatten() {
        if let Some(slot) = wanted.get_mut(*id as usize) {
            *slot = true;
        }
    }
    let mut places = Places::default();
    for (article, words) in articles.iter().enumerate() {
        for (index, id) in words.ids.iter().enumerate() {
            if wanted.get(*id as usize) == Some(&true) {
                places.entry(*id).or_default().push((article, index));
            }
        }
    }
    places
}

fn form(forms: &[String], id: u32) -> &str {
    forms
        .get(id as usize)
        .map(String::as_str)
        .unwrap_or_default()
}

/// Where a word stands: article and word, in order.
type Place = (usize, usize);

/// Between which words a word stands, and how often.
type Uses = FxHashMap<(Option<u32>, Option<u32>), u32>;

/// The words beside word `index` of an article.
fn beside(ids: &[u32], index: usize) -> (Option<u32>, Option<u32>) {
    let at = |index: usize| ids.get(index).copied();
    (index.checked_sub(1).and_then(at), at(index + 1))
}

/// Whether no article uses both words, and the articles put them to one use.
fn used_alike(
    places: [&[Place]; 2],
    articles: &[Words],
    forms: [&str; 2],
    is_name: impl Fn(u32) -> bool,
) -> bool {
    let [places_a, places_b] = places;
    let holders: FxHashSet<usize> = places_a.iter().map(|(article, _)| *article).collect();
    if places_b
        .iter()
        .any(|(article, _)| holders.contains(article))
    {
        return false;
    }
    let uses = |places: &[Place]| {
        let mut uses = Uses::default();
        for (article, index) in places {
            if let Some(words) = articles.get(*article) {
                *uses.entry(beside(&words.ids, *index)).or_default() += 1;
            }
        }
        uses
    };
    meet([&uses(places_a), &uses(places_b)], forms, is_name)
}

/// Whether two words are put to one use: they stand between the same words; or, if only their last vowels differ, before
/// the same name.
fn meet(uses: [&Uses; 2], forms: [&str; 2], is_name: impl Fn(u32) -> bool) -> bool {
    let [one, other] = uses;
    let (few, many) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let [form_a, form_b] = forms;
    let vowel_alone =
        form_a.len() == form_b.len() && strip_last_vowel(form_a) == strip_last_vowel(form_b);
    if !vowel_alone {
        return few.keys().any(|place| many.contains_key(place));
    }
    let behind = |uses: &Uses| -> Vec<u32> { uses.keys().filter_map(|(_, id)| *id).collect() };
    let mut names = behind(few);
    names.retain(|id| is_name(*id));
    behind(many).iter().any(|id| names.contains(id))
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
