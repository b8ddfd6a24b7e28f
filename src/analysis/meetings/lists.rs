//! The word lists of `assets/lists` that say who is a person, what is a body and what brings people together.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Kind;
use crate::analysis::lists::{rows, set};
use crate::text::fold;

static BODIES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| set(include_str!("../../../assets/lists/bodies.txt")));
static COUNTRIES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| set(include_str!("../../../assets/lists/countries.txt")));
static SOURCES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| set(include_str!("../../../assets/lists/sources.txt")));
static AGENCIES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| names(include_str!("../../../assets/lists/agencies.txt")));
static ENCOUNTERS: LazyLock<FxHashMap<String, Kind>> =
    LazyLock::new(|| kinds(include_str!("../../../assets/lists/encounters.tsv")));

/// Names of several words, with strokes between them.
fn names(list: &'static str) -> FxHashSet<String> {
    rows(list)
        .flat_map(|row| row.split('|'))
        .map(|name| fold(name.trim()).into_owned())
        .collect()
}

fn kinds(list: &'static str) -> FxHashMap<String, Kind> {
    let mut kinds = FxHashMap::default();
    for (name, words) in rows(list).filter_map(|row| row.split_once('\t')) {
        let kind = match name {
            "talks" => Kind::Talks,
            "summit" => Kind::Summit,
            "call" => Kind::Call,
            "visit" => Kind::Visit,
            "signing" => Kind::Signing,
            _ => Kind::Statement,
        };
        for word in words.split_whitespace() {
            kinds.entry(fold(word).into_owned()).or_insert(kind);
        }
    }
    kinds
}

/// Whether a folded word makes a run of capitals something else than a person.
pub(super) fn is_body(folded: &str) -> bool {
    BODIES.contains(folded)
}

/// Whether a folded word is a country or belongs to one.
pub(super) fn is_country(folded: &str) -> bool {
    COUNTRIES.contains(folded)
}

/// Whether a folded word stands before the agency or outlet that copy was taken from.
pub(super) fn is_source(folded: &str) -> bool {
    folded.len() > 4 && SOURCES.contains(folded)
}

/// Whether a printed name is that of a news agency.
pub(super) fn is_agency(printed: &str) -> bool {
    AGENCIES.contains(&*fold(printed))
}

/// What a folded word says of the kind of event.
pub(super) fn kind(folded: &str) -> Option<Kind> {
    ENCOUNTERS.get(folded).copied()
}
