//! What the whole set says of its words as names: which are places, and whose a possessive is.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::own::Own;
use super::terms::Numbers;
use crate::analysis::corpus::Corpus;

/// What the set says of a word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Said {
    /// It stands behind "in" somewhere, or between an office and a name. At the head of a run of capitals it is the place
    /// of an office: "Gubernur Lasvik Tomas Arvid".
    pub place: bool,
    /// It is the first word of a name that stands at the beginning of sentences alone.
    pub first: bool,
    /// The name of which it is a possessive, "Arvid's", and how that is compared.
    pub owner: Option<(u32, String)>,
    /// The places at the heads of articles that begin with it, or with the name of which it is a possessive.
    pub datelines: Vec<Vec<u32>>,
}

/// What the set says of all words of which it says anything.
pub(super) struct Names {
    said: FxHashMap<u32, Said>,
    /// Of each number, whether it is among them: most are not.
    is_told: Vec<bool>,
}

impl Names {
    pub fn new(corpus: &Corpus, numbers: &Numbers<'_>, own: &[Arc<Own>]) -> Self {
        let mut names = Self {
            said: FxHashMap::default(),
            is_told: vec![false; corpus.forms.len()],
        };
        for id in places(own) {
            names.of(id).place = true;
        }
        for id in names.firsts(corpus, own) {
            names.of(id).first = true;
        }
        let number = |form: &str| numbers.known(corpus.names.canonical(form));
        let mut owned: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for (id, form) in (0_u32..).zip(&corpus.forms) {
            let Some(name) = form.strip_suffix("'s") else {
                continue;
            };
            if let Some(owner) = number(name) {
                let form = corpus.names.canonical(name).to_owned();
                names.of(id).owner = Some((owner, form));
                owned.entry(owner).or_default().push(id);
            }
        }
        let datelines = own.iter().filter_map(|own| -> Option<Vec<u32>> {
            let words = own.dateline.iter().map(|(word, _)| number(word));
            words.collect()
        });
        let mut datelines: Vec<Vec<u32>> = datelines.collect();
        datelines.sort_unstable();
        datelines.dedup();
        for dateline in &datelines {
            let Some(first) = dateline.first() else {
                continue;
            };
            let owned = owned.get(first).into_iter().flatten();
            for id in owned.chain([first]) {
                names.of(*id).datelines.push(dateline.clone());
            }
        }
        names
    }

    fn of(&mut self, id: u32) -> &mut Said {
        if let Some(slot) = self.is_told.get_mut(id as usize) {
            *slot = true;
        }
        self.said.entry(id).or_default()
    }

    /// Words that begin names, though they only ever begin sentences: the same name follows each time, no place, and
    /// sentences go on in more than one way behind it, so that one that was copied says nothing. Any other word behind
    /// which a name stands by chance is written small somewhere, or stands before something else too.
    fn firsts(&self, corpus: &Corpus, own: &[Arc<Own>]) -> Vec<u32> {
        let begins = |id: u32| corpus.begins.get(id as usize) == Some(&true);
        let all = own.iter().flat_map(|own| &own.firsts).copied();
        let mut all: Vec<_> = all.filter(|(id, _)| begins(*id)).collect();
        all.sort_unstable();
        all.dedup();
        let is_name = |id: u32| {
            let class = corpus.classes.get(id as usize);
            let is_place = self.said.get(&id).is_some_and(|said| said.place);
            class.is_some_and(|class| class.is_bare_name()) && !is_place
        };
        let runs = all.chunk_by(|one, two| one.0 == two.0);
        runs.filter_map(|run| match run {
            [(id, Some((name, _))), rest @ ..] => {
                let is_same =
                    |other: &Option<(u32, _)>| other.is_some_and(|(other, _)| other == *name);
                let is_always = rest.iter().all(|(_, other)| is_same(other));
                (is_always && !rest.is_empty() && is_name(*name)).then_some(*id)
            }
            _ => None,
        })
        .collect()
    }

    /// What is said of these words, by their numbers.
    pub fn said_of(&self, ids: &[u32]) -> Vec<(u32, Said)> {
        let is_told = |id: &u32| self.is_told.get(*id as usize) == Some(&true);
        let mut told: Vec<u32> = ids.iter().copied().filter(is_told).collect();
        told.sort_unstable();
        told.dedup();
        let said = |id: u32| Some((id, self.said.get(&id)?.clone()));
        told.into_iter().filter_map(said).collect()
    }
}

/// Words that are places: what stands behind "in" somewhere, and what stands between an office and a name, unless it
/// begins a name in full that somebody prints without an office.
fn places(own: &[Arc<Own>]) -> Vec<u32> {
    let of_offices = own.iter().flat_map(|own| &own.of_offices);
    let of_offices: FxHashSet<(u32, u32)> = of_offices.copied().collect();
    let names = own.iter().flat_map(|own| &own.names);
    let names: FxHashSet<(u32, u32)> = names
        .filter(|name| of_offices.contains(*name))
        .copied()
        .collect();
    let of_offices = of_offices.difference(&names).map(|(first, _)| *first);
    let behind = own.iter().flat_map(|own| &own.places).copied();
    let mut places: Vec<u32> = behind.chain(of_offices).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// What the set says of the words of one article.
#[derive(Clone, Copy)]
pub(super) struct Told<'s>(pub &'s [(u32, Said)]);

impl<'s> Told<'s> {
    fn of(self, id: u32) -> Option<&'s Said> {
        let at = self.0.binary_search_by_key(&id, |(other, _)| *other).ok()?;
        self.0.get(at).map(|(_, said)| said)
    }

    /// Whether a word is a place.
    pub fn is_place(self, id: u32) -> bool {
        self.of(id).is_some_and(|said| said.place)
    }

    /// Whether a word that only ever begins sentences begins a name there.
    pub fn is_first(self, id: u32) -> bool {
        self.of(id).is_some_and(|said| said.first)
    }

    /// The name of which a word is a possessive.
    pub fn owner(self, id: u32) -> Option<u32> {
        self.of(id)?.owner.as_ref().map(|(id, _)| *id)
    }

    /// Whether some article reports from a place of this name, which has a word of this article, or its owner, first.
    pub fn is_dateline(self, name: &[u32]) -> bool {
        let mut said = self.0.iter().map(|(_, said)| said);
        said.any(|said| said.datelines.iter().any(|dateline| dateline == name))
    }
}
