//! Spellings of one name in a set of articles that changes.
//!
//! The verdict on a name rests on the articles that use it, on which word came first, and on whether the words behind it
//! are names. So with an article only the names it holds are looked at again, and those before a word that became a name
//! or ceased to be one.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::{Apart, Uses, beside, is_looked_at, meet, sound};
use crate::analysis::corpus::{Key, Numbering, WordClass, Words};
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
    /// The numbers of all of them, names or once names.
    members: Vec<u32>,
    /// Those that are one name, in the order in which they first stand; none or several.
    joined: Vec<u32>,
}

/// What is known of a number.
#[derive(Clone, Debug, Default)]
struct Known {
    /// The articles that hold it, ascending.
    holders: Vec<Key>,
    /// Its group, if it is or was looked at.
    group: Option<u32>,
}

/// Spellings of one name, and what it takes to learn them anew where something changes.
#[derive(Clone, Debug)]
pub struct OpenVariants {
    apart: Apart,
    groups: Vec<Group>,
    by_sound: FxHashMap<String, u32>,
    /// What is known of each number.
    known: Vec<Known>,
    /// How those numbers are used that are in a group with others.
    uses: FxHashMap<u32, Uses>,
}

impl OpenVariants {
    /// For no articles yet.
    pub fn new(spellings: &Spellings) -> Self {
        Self {
            apart: Apart::new(&spellings.apart),
            groups: Vec::new(),
            by_sound: FxHashMap::default(),
            known: Vec::new(),
            uses: FxHashMap::default(),
        }
    }

    /// The number that stands for `id`, if it is one of several spellings.
    pub fn canonical(&self, id: u32) -> Option<u32> {
        let group = self.known.get(id as usize)?.group?;
        let joined = &self.groups.get(group as usize)?.joined;
        let first = joined.first().copied();
        first.filter(|_| joined.contains(&id))
    }

    /// The spellings of each name, in the order in which they first stand.
    pub fn joined(&self) -> impl Iterator<Item = &[u32]> {
        let groups = self.groups.iter().map(|group| group.joined.as_slice());
        groups.filter(|joined| !joined.is_empty())
    }

    /// An article holds these words; `distinct` are their numbers, ascending, each once.
    pub fn hold(&mut self, article: Key, ids: &[u32], distinct: &[u32]) {
        let count = distinct.last().map_or(0, |last| *last as usize + 1);
        if self.known.len() < count {
            self.known.resize(count, Known::default());
        }
        for id in distinct {
            if let Some(known) = self.known.get_mut(*id as usize) {
                // Keys ascend.
                known.holders.push(article);
            }
        }
        for (index, id) in ids.iter().enumerate() {
            if let Some(uses) = self.uses.get_mut(id) {
                *uses.entry(beside(ids, index)).or_default() += 1;
            }
        }
    }

    /// An article is gone that held these words.
    pub fn release(&mut self, article: Key, ids: &[u32], distinct: &[u32]) {
        for id in distinct {
            if let Some(known) = self.known.get_mut(*id as usize) {
                known.holders.retain(|other| *other != article);
            }
        }
        for (index, id) in ids.iter().enumerate() {
            let uses = self.uses.get_mut(id);
            if let Some(Entry::Occupied(mut used)) = uses.map(|it| it.entry(beside(ids, index))) {
                *used.get_mut() -= 1;
                if *used.get() == 0 {
                    used.remove();
                }
            }
        }
    }

    /// Learns anew, where the use of words has changed: their numbers, and whether each was a name before. Returns the
    /// articles, ascending, some words of which have other numbers now.
    pub fn learn(&mut self, changed: &[(u32, bool)], texts: Texts<'_>) -> Vec<Key> {
        let mut groups: Vec<u32> = Vec::new();
        for (id, was_name) in changed {
            groups.extend(self.group(*id, texts));
            if *was_name != texts.numbering.class(*id).contains(WordClass::NAME) {
                let before = self.uses_of(*id, texts);
                let before = before.keys().filter_map(|(before, _)| *before);
                groups.extend(before.filter_map(|id| self.known.get(id as usize)?.group));
            }
        }
        groups.sort_unstable();
        groups.dedup();
        let mut articles: Vec<Key> = Vec::new();
        for number in groups {
            let joined = self.one_name(number, texts);
            let Some(group) = self.groups.get_mut(number as usize) else {
                continue;
            };
            if joined == group.joined {
                continue;
            }
            let before = std::mem::replace(&mut group.joined, joined.clone());
            let ids = before.iter().chain(&joined);
            articles.extend(ids.flat_map(|id| self.holders_of(*id)));
        }
        articles.sort_unstable();
        articles.dedup();
        articles
    }

    fn holders_of(&self, id: u32) -> &[Key] {
        let known = self.known.get(id as usize);
        known.map_or(&[], |known| &known.holders)
    }

    /// The group of a number, if it was ever looked at.
    fn group(&mut self, id: u32, texts: Texts<'_>) -> Option<u32> {
        let known = self.known.get_mut(id as usize)?;
        if known.group.is_some() {
            return known.group;
        }
        let form = texts.numbering.form(id);
        if !is_looked_at(form, texts.numbering.class(id)) {
            return None;
        }
        let groups = &mut self.groups;
        let number = *self.by_sound.entry(sound(form)).or_insert_with(|| {
            groups.push(Group::default());
            groups.len() as u32 - 1
        });
        known.group = Some(number);
        let members = &mut self.groups.get_mut(number as usize)?.members;
        members.push(id);
        if members.len() > 1 {
            let unknown = members.iter().filter(|id| !self.uses.contains_key(id));
            let unknown: Vec<u32> = unknown.copied().collect();
            for id in unknown {
                let uses = self.uses_of(id, texts);
                self.uses.insert(id, uses);
            }
        }
        Some(number)
    }

    /// Between which words `id` stands.
    fn uses_of(&self, id: u32, texts: Texts<'_>) -> Uses {
        let mut uses = Uses::default();
        for key in self.holders_of(id) {
            let place = texts.places.get(*key as usize);
            let words = place.and_then(|place| texts.words.get(*place));
            let ids = words.map_or(&[][..], |words| &words.ids);
            for index in (0..ids.len()).filter(|index| ids.get(*index) == Some(&id)) {
                *uses.entry(beside(ids, index)).or_default() += 1;
            }
        }
        uses
    }

    /// Where `id` stands first.
    fn first_place(&self, id: u32, texts: Texts<'_>) -> Option<(usize, usize)> {
        let holders = self.holders_of(id).iter();
        let articles = holders.filter_map(|key| texts.places.get(*key as usize));
        let article = *articles.min()?;
        let mut ids = texts.words.get(article)?.ids.iter();
        Some((article, ids.position(|other| *other == id)?))
    }

    /// Those members of a group that are one name, in the order in which they first stand.
    fn one_name(&self, group: u32, texts: Texts<'_>) -> Vec<u32> {
        let members = self
            .groups
            .get(group as usize)
            .map_or(&[][..], |group| &group.members);
        let is_name = |id: u32| texts.numbering.class(id).contains(WordClass::NAME);
        let mut names: Vec<u32> = members.iter().copied().filter(|id| is_name(*id)).collect();
        if names.len() < 2 {
            return Vec::new();
        }
        names.sort_by_cached_key(|id| self.first_place(*id, texts));
        let mut names = names.into_iter();
        let Some(first) = names.next() else {
            return Vec::new();
        };
        let alike = |other: &u32| {
            let forms = [first, *other].map(|id| texts.numbering.form(id));
            if self.apart.holds(forms) || self.stand_together(first, *other) {
                return false;
            }
            let uses = [first, *other].map(|id| self.uses.get(&id));
            matches!(uses, [Some(one), Some(two)] if meet([one, two], forms, is_name))
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
