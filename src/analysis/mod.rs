//! Articles to findings: pure functions, the same output for the same input on any number of threads.
//!
//! [`corpus`] turns the bodies into numbered words. [`shared`] finds the wording that articles share, joins it to
//! passages and says what moved; `judged` takes out set phrases and follows what the reader decided; [`meetings`] says
//! which articles belong together; [`reworded`] finds what the articles of a meeting say in other words; [`coverage`]
//! counts it all; [`differences`] compares the witnesses of one passage word by word. [`find`] looks for the reader's
//! words. [`versions`] says which articles are one article.
//!
//! What one run worked out, the next one uses again ([`Memory`]), and finds exactly what it would have found without. It
//! is kept by all that it was made from. So of one more article among a thousand, its own words are compared; it is read
//! itself, with those few that hold a word of which the set now thinks differently; and reworded statements are looked for
//! in the meetings of these. How rare words are, and with it how alike any two articles are, changes with every article
//! and is worked out anew, as are versions. The grouping then takes an eighth to a third of what it takes anew, the whole
//! about a third (`cargo bench --bench comparing` says it in milliseconds). An article that goes from the middle, or
//! another body, gives later words other numbers: all are read again.

pub mod corpus;
pub mod coverage;
pub mod differences;
pub mod find;
mod grouped;
mod judged;
pub mod lists;
pub mod meetings;
mod memory;
pub mod reworded;
mod sets;
pub mod shared;
pub mod variants;
pub mod versions;

use std::sync::Arc;

use crate::jobs::{Progress, both};
use crate::model::{Article, ArticleId, Settings};

pub use corpus::Corpus;
pub use coverage::Pair;
pub use meetings::{Evidence, Meeting};
pub use memory::Memory;
use memory::{Stamp, Stamps};
pub use shared::{Kind, Passage, Witness};
use shared::{Search, Shared};
pub use variants::Names;
pub use versions::Repeat;

/// All that is known of a set of articles. Articles are named by their place in the set that was analysed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The articles themselves, as they were when analysed.
    pub articles: Vec<Arc<Article>>,
    /// Groups of articles; each article stands in exactly one.
    pub meetings: Vec<Meeting>,
    /// Shared wording, in the order of its first witness.
    pub passages: Vec<Passage>,
    /// How much any two articles share; those that share nothing are left out.
    pub pairs: Vec<Pair>,
    /// Formulae that stand in several articles and are not counted: titles, offices, names.
    pub stock: Vec<Passage>,
    /// Names taken for spellings of one name because the articles use them so.
    pub variants: Vec<Vec<String>>,
    /// All spellings that count as one name: those, and the reader's table.
    pub names: Names,
    /// For each article, which one it is a version of, or the same as.
    pub repeats: Vec<Option<Repeat>>,
}

impl Findings {
    /// The place of an article.
    pub fn place_of(&self, article: ArticleId) -> Option<usize> {
        let mut articles = self.articles.iter();
        articles.position(|other| other.id == article)
    }

    /// What the article at `place` repeats, if anything.
    pub fn repeat(&self, place: usize) -> Option<Repeat> {
        self.repeats.get(place).copied().flatten()
    }

    /// The meeting in which the article at `place` stands.
    pub fn meeting_of(&self, place: usize) -> Option<&Meeting> {
        self.meetings.get(self.meeting_number_of(place)?)
    }

    /// The number of that meeting.
    pub fn meeting_number_of(&self, place: usize) -> Option<usize> {
        let mut meetings = self.meetings.iter();
        meetings.position(|meeting| meeting.articles.contains(&place))
    }

    /// What the articles at two places share, in whichever order they are named; nothing where they share nothing.
    pub fn pair(&self, one: usize, other: usize) -> Option<&Pair> {
        let key = (one.min(other), one.max(other));
        let pairs = &self.pairs;
        let found = pairs.binary_search_by_key(&key, |pair| (pair.a, pair.b));
        pairs.get(found.ok()?)
    }

    /// The share of the words of `article` that stand in passages shared with `other`, 0 to 1.
    pub fn shared(&self, article: usize, other: usize) -> f64 {
        self.pair(article, other).map_or(0.0, |pair| {
            if pair.a == article {
                pair.shared_of_a
            } else {
                pair.shared_of_b
            }
        })
    }

    /// In how many meetings a phrase stands, if it is not counted because they are many.
    pub fn is_said_everywhere(&self, phrase: &Passage) -> Option<usize> {
        judged::meetings_of_set_phrase(self, phrase)
    }

    /// The article that stands for the one at `place` and for its versions: they are one outlet's one article.
    pub fn first_version(&self, place: usize) -> usize {
        versions::first(&self.repeats, place)
    }
}

/// Which findings are asked for: what nobody asked for is left out where that saves work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Shared wording.
    pub passages: bool,
    /// How much any two articles share.
    pub pairs: bool,
    /// Groups of articles.
    pub meetings: bool,
    /// Formulae that are not counted.
    pub stock: bool,
}

impl Wanted {
    /// Everything.
    pub const ALL: Self = Self {
        passages: true,
        pairs: true,
        meetings: true,
        stock: true,
    };
}

/// Analyses `articles`. A cancelled analysis ends early; what it returns is of no use then.
pub fn analyse(
    articles: &[Arc<Article>],
    settings: &Settings,
    wanted: Wanted,
    progress: &Progress,
) -> Findings {
    progress.start(STEPS);
    let corpus = Corpus::with_offices(articles, &settings.spellings, &settings.offices);
    progress.step();
    // Side by side, because neither has work for all processors all the time.
    let (repeats, found) = both(
        || versions::find(&corpus),
        || {
            let search = search(settings, wanted);
            (wanted != Wanted::default()).then(|| shared::find(&corpus, &search, progress))
        },
    );
    let mut memory = Memory::default();
    found_in(
        (&mut memory, &Stamps::passing(&corpus)),
        corpus,
        (repeats, found),
        settings,
        wanted,
        progress,
    )
}

/// The same, sooner where `memory` knows most of it from an earlier analysis, of whatever articles; it knows this one
/// then. The findings are the same whatever it knows. What a cancelled analysis leaves in it is right.
pub fn analyse_again(
    memory: &mut Memory,
    articles: &[Arc<Article>],
    settings: &Settings,
    wanted: Wanted,
    progress: &Progress,
) -> Findings {
    if articles.len() > REMEMBERED {
        *memory = Memory::default();
        return analyse(articles, settings, wanted, progress);
    }
    progress.start(STEPS);
    let search = search(settings, wanted);
    let Some(compared) = memory.compared.follow(articles, settings, search, progress) else {
        return Findings::default();
    };
    let corpus = compared.corpus();
    progress.step();
    let (repeats, found) = both(|| versions::find(&corpus), || compared.shared());
    let found = (repeats, Some(found).filter(|_| wanted != Wanted::default()));
    let stamps = memory.stamps.renew(&corpus);
    found_in((memory, &stamps), corpus, found, settings, wanted, progress)
}

/// Of more articles nothing is remembered: it would take as much room again as the comparison itself.
const REMEMBERED: usize = 4_000;

/// Steps of an analysis, for those who watch.
const STEPS: usize = 4;

fn search(settings: &Settings, wanted: Wanted) -> Search {
    Search {
        min_words: settings.min_words,
        stock: wanted.stock,
    }
}

/// All findings, where versions and shared wording are known.
fn found_in(
    known: (&mut Memory, &[Stamp]),
    corpus: Corpus,
    (repeats, found): (Vec<Option<Repeat>>, Option<Shared>),
    settings: &Settings,
    wanted: Wanted,
    progress: &Progress,
) -> Findings {
    progress.step();
    let mut findings = Findings {
        articles: corpus.articles.clone(),
        repeats,
        ..Findings::default()
    };
    let Some(found) = found.filter(|_| !progress.is_cancelled()) else {
        return findings;
    };
    findings.stock = found.stock;
    findings.passages = found.passages;
    compare(known, &corpus, settings, wanted, progress, &mut findings);
    findings.variants = corpus.variants;
    findings.names = corpus.names;
    findings
}

/// Finds which articles belong together, and what they say in other words, where their shared wording is known.
fn compare(
    (memory, stamps): (&mut Memory, &[Stamp]),
    corpus: &Corpus,
    settings: &Settings,
    wanted: Wanted,
    progress: &Progress,
    findings: &mut Findings,
) {
    // Meetings are known by shared wording alone; what is said of two articles counts reworded statements too.
    // What stands in many meetings is a set phrase, so what is found never depends on what is asked for.
    let reworded = settings.reworded && (wanted.passages || wanted.pairs);
    let grouped = !settings.one_meeting && (wanted.passages || wanted.pairs || wanted.stock);
    if wanted.meetings || grouped {
        let set = meetings::Set {
            corpus,
            stamps,
            pairs: &coverage::pairs(corpus, &findings.passages),
            repeats: &findings.repeats,
        };
        let placing = (!settings.one_meeting).then_some(&settings.placing);
        findings.meetings = meetings::grouped(&set, placing, &mut memory.meetings);
    }
    progress.step();
    if reworded {
        let all: Vec<usize> = (0..findings.articles.len()).collect();
        let groups: Vec<&[usize]> = if settings.one_meeting {
            vec![all.as_slice()]
        } else {
            let groups = findings.meetings.iter().filter(|meeting| !meeting.is_none);
            groups.map(|meeting| meeting.articles.as_slice()).collect()
        };
        let set = reworded::Set {
            corpus,
            stamps,
            meetings: &groups,
            min_words: settings.min_words,
        };
        let passages = std::mem::take(&mut findings.passages);
        findings.passages = reworded::find(&set, passages, &mut memory.reworded, progress);
    }
    judged::take_out_set_phrases(findings);
    judged::apply(findings, settings);
    if wanted.pairs {
        findings.pairs = coverage::pairs(corpus, &findings.passages);
    }
    if wanted.meetings {
        mark_fullest(findings);
    }
    progress.step();
}

/// Marks the fullest article of each meeting; of equally full ones the first. What an article shares with its own
/// versions makes it no fuller.
fn mark_fullest(findings: &mut Findings) {
    let count = findings.articles.len();
    let covered = coverage::covered_by_others(&findings.passages, count, &findings.repeats);
    for meeting in &mut findings.meetings {
        let words = |article: &&usize| covered.get(**article).copied().unwrap_or_default();
        meeting.fullest = meeting.articles.iter().rev().max_by_key(words).copied();
    }
}
