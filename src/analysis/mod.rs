//! Articles to findings: pure functions, the same output for the same input on any number of threads.
//!
//! [`corpus`] turns the bodies into numbered words. [`shared`] finds the wording that articles share, joins it to
//! passages and says what moved; [`coverage`] counts it; [`meetings`] says which articles belong together;
//! [`differences`] compares the witnesses of one passage word by word. [`versions`] says which articles are one article.

pub mod corpus;
pub mod coverage;
pub mod differences;
pub mod lists;
pub mod meetings;
pub mod shared;
pub mod variants;
pub mod versions;

use std::sync::Arc;

use crate::jobs::Progress;
use crate::model::{Article, Settings};

pub use corpus::Corpus;
pub use coverage::Pair;
pub use meetings::{Evidence, Meeting};
pub use shared::{Kind, Passage, Witness};
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
    /// What the article at `place` repeats, if anything.
    pub fn repeat(&self, place: usize) -> Option<Repeat> {
        self.repeats.get(place).copied().flatten()
    }

    /// The article that stands for the one at `place` and for its versions: they are one outlet's one article.
    pub fn first_version(&self, place: usize) -> usize {
        versions::first(&self.repeats, place)
    }
}

/// Analyses `articles`. A cancelled analysis ends early; what it returns is of no use then.
pub fn analyse(articles: &[Arc<Article>], settings: &Settings, progress: &Progress) -> Findings {
    progress.start(4);
    let corpus = Corpus::new(articles, &settings.spellings);
    progress.step();
    let found = shared::find(&corpus, settings.min_words, progress);
    progress.step();
    let pairs = coverage::pairs(&corpus, &found.passages);
    progress.step();
    let repeats = versions::find(articles);
    let mut meetings = if settings.one_meeting {
        meetings::one(&corpus, &pairs, &repeats)
    } else {
        meetings::group(&corpus, &pairs, &repeats)
    };
    // What an article shares with its own versions makes it no fuller.
    let covered = coverage::covered_by_others(&found.passages, articles.len(), &repeats);
    for meeting in &mut meetings {
        let words = |article: &usize| covered.get(*article).copied().unwrap_or_default();
        // Of equally full ones the first.
        let fullest = meeting
            .articles
            .iter()
            .rev()
            .max_by_key(|article| words(article));
        meeting.fullest = fullest.copied();
    }
    progress.step();
    Findings {
        articles: articles.to_vec(),
        meetings,
        passages: found.passages,
        pairs,
        stock: found.stock,
        variants: corpus.variants,
        names: corpus.names,
        repeats,
    }
}
