//! Spellings of one name in a set of articles that changes.
//!
//! The verdict on a name rests on the articles that use it, on which word came first, and on whether the words behind it
//! are names. So with an article only the names it holds are looked at again, and those before a word that became a name
//! or ceased to be one.

use rustc_hash::FxHashMap;

use super::{Apart, Place, is_looked_at, sound, used_alike};
use crate::analysis::corpus::{Key, Numbering, Words};
use crate::model::Spellings;

/// The articles, as they are now.
#[derive(Clone, Copy)]
pub struct Texts<'t> {
    /// What is known of words by their numbers.
    pub numbering: &'t Numbering,
    /// The words of each article, before spellings are joined.
    pub words: &'t [Words],
    /// For each key, the place of its article.
    pub places: &'t [usize],
}

/// Names that sound alike.
#[derive(Clone, Debug, Default)]
struct Group {
    /// The numbers of all of them.
    members: Vec<u32>,
    /// Those that are one name, in the order in which they first stand; none or several.
    joined: Vec<u32>,
}

/// Spellings of one name, and what it takes to learn them anew where something changes.
#[derive(Clone, Debug)]
pub struct OpenVariants {
    apart: Apart,
    groups: Vec<Group>,
    by_sound: FxHashMap<String, usize>,
    /// For each number that is or was looked at, its group.
    group_of: FxHashMap<u32, usize>,
    /// For each number, the articles that hold it, ascending.
    holders: Vec<Vec<Key>>,
    /// The number that stands for each spelling.
    first: FxHashMap<u32, u32>,
}

impl OpenVariants {
    /// For no articles yet.
    pub fn new(spellings: &Spellings) -> Self {
        Self {
            apart: Apart::new(&spellings.apart),
            groups: Vec::new(),
            by_sound: FxHashMap::default(),
            group_of: FxHashMap::default(),
            holders: Vec::new(),
            first: FxHashMap::default(),
        }
    }

    /// The number that stands for `id`, if it is one of several spellings.
    pub fn canonical(&self, id: u32) -> Option<u32> {
        self.first.get(&id).copied()
    }

    /// The spellings of each name, in the order in which they first stand.
    pub fn joined(&self) -> impl Iterator<Item = &[u32]> {
        let groups = self.groups.iter().map(|group| group.joined.as_slice());
        groups.filter(|joined| !joined.is_empty())
    }

    /// An article holds these numbers, ascending, each once.
    pub fn hold(&mut self, article: Key, ids: &[u32]) {
        for id in ids {
            let id = *id as usize;
            if self.holders.len() <= id {
                self.holders.resize(id + 1, Vec::new());
            }
            if let Some(holders) = self.holders.get_mut(id) {
                let at = holders.partition_point(|other| *other < article);
                holders.insert(at, article);
            }
        }
    }

    /// An article is gone that held these numbers.
    pub fn release(&mut self, article: Key, ids: &[u32]) {
        for id in ids {
            if let Some(holders) = self.holders.get_mut(*id as usize) {
                holders.retain(|other| *other != article);
            }
        }
    }

    /// Learns anew, where the use of words has changed: their numbers, and whether each was a name before. Returns the
    /// articles, ascending, some words of which have other numbers now.
    pub fn learn(&mut self, changed: &[(u32, bool)], texts: Texts<'_>) -> Vec<Key> {
        let mut groups: Vec<usize> = Vec::new();
        for (id, was_name) in changed {
            groups.extend(self.group(*id, texts));
            if *was_name != texts.numbering.class(*id).name {
                let before = self.words_before(*id, texts);
                groups.extend(before.filter_map(|id| self.group_of.get(&id).copied()));
            }
        }
        groups.sort_unstable();
        groups.dedup();
        let mut articles: Vec<Key> = Vec::new();
        for number in groups {
            let joined = self.one_name(number, texts);
            let Some(group) = self.groups.get_mut(number) else {
                continue;
            };
            if joined == group.joined {
                continue;
            }
            let before = std::mem::replace(&mut group.joined, joined.clone());
            for id in &before {
                self.first.remove(id);
            }
            let first = joined.first().copied();
            self.first
                .extend(joined.iter().filter_map(|id| Some((*id, first?))));
            let ids = before.iter().chain(&joined);
            articles.extend(ids.flat_map(|id| self.holders_of(*id)));
        }
        articles.sort_unstable();
        articles.dedup();
        articles
    }

    fn holders_of(&self, id: u32) -> &[Key] {
        self.holders.get(id as usize).map_or(&[], Vec::as_slice)
    }

    /// The group of a number, if it was ever looked at.
    fn group(&mut self, id: u32, texts: Texts<'_>) -> Option<usize> {
        if let Some(group) = self.group_of.get(&id) {
            return Some(*group);
        }
        let form = texts.numbering.form(id);
        if !is_looked_at(form, texts.numbering.class(id)) {
            return None;
        }
        let groups = &mut self.groups;
        let number = *self.by_sound.entry(sound(form)).or_insert_with(|| {
            groups.push(Group::default());
            groups.len() - 1
        });
        self.groups.get_mut(number)?.members.push(id);
        self.group_of.insert(id, number);
        Some(number)
    }

    /// The numbers that stand directly before `id`.
    fn words_before(&self, id: u32, texts: Texts<'_>) -> impl Iterator<Item = u32> {
        let places = self.places(id, texts);
        places.into_iter().filter_map(move |(article, index)| {
            let ids = &texts.words.get(article)?.ids;
            ids.get(index.checked_sub(1)?).copied()
        })
    }

    /// Where `id` stands, article by article.
    fn places(&self, id: u32, texts: Texts<'_>) -> Vec<Place> {
        let holders = self.holders_of(id).iter();
        let articles = holders.filter_map(|key| texts.places.get(*key as usize).copied());
        let places = articles.flat_map(|article| {
            let ids = texts.words.get(article).map_or(&[][..], |words| &words.ids);
            let found = ids
                .iter()
                .enumerate()
                .filter(move |(_, other)| **other == id);
            found.map(move |(index, _)| (article, index))
        });
        places.collect()
    }

    /// Those members of a group that are one name, in the order in which they first stand.
    fn one_name(&self, group: usize, texts: Texts<'_>) -> Vec<u32> {
        let members = self
            .groups
            .get(group)
            .map_or(&[][..], |group| &group.members);
        let is_name = |id: u32| texts.numbering.class(id).name;
        let mut names: Vec<u32> = members.iter().copied().filter(|id| is_name(*id)).collect();
        if names.len() < 2 {
            return Vec::new();
        }
        names.sort_by_cached_key(|id| self.places(*id, texts).into_iter().min());
        let mut names = names.into_iter();
        let Some(first) = names.next() else {
            return Vec::new();
        };
        let alike = |other: &u32| {
            let forms = [first, *other].map(|id| texts.numbering.form(id));
            if self.apart.holds(forms) || self.stand_together(first, *other) {
                return false;
            }
            let places = [first, *other].map(|id| self.places(id, texts));
            let [one, two] = &places;
            used_alike([one, two], texts.words, forms, is_name)
        };
        let others: Vec<u32> = names.filter(alike).collect();
        if others.is_empty() {
            return others;
        }
        std::iter::once(first).chain(others).collect()
    }

    /// Whether an article holds both.
    fn stand_together(&self, one: u32, other: u32) -> bool {
        let [few, many] = {
            let both = [self.holders_of(one), self.holders_of(other)];
            let [one, other] = both;
            if one.len() < other.len() {
                both
            } else {
                [other, one]
            }
        };
        few.iter().any(|key| many.binary_search(key).is_ok())
    }
}
