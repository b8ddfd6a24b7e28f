//! Articles to findings: pure functions, the same output for the same input on any number of threads.
//!
//! [`corpus`] turns the bodies into numbered words. [`shared`] finds the wording that articles share, joins it to
//! passages and says what moved; [`coverage`] counts it; [`meetings`] says which articles belong together;
//! [`differences`] compares the witnesses of one passage word by word.

pub mod corpus;
pub mod coverage;
pub mod differences;
pub mod lists;
pub mod meetings;
pub mod shared;
pub mod variants;

use std::sync::Arc;

use crate::jobs::Progress;
use crate::model::{Article, Settings};

pub use corpus::Corpus;
pub use coverage::Pair;
pub use meetings::Meeting;
pub use shared::{Kind, Passage, Witness};

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
}

/// Analyses `articles`. A cancelled analysis ends early; what it returns is of no use then.
pub fn analyse(articles: &[Arc<Article>], settings: &Settings, progress: &Progress) -> Findings {
    progress.start(4);
    let corpus = Corpus::new(articles);
    progress.step();
    let found = shared::find(&corpus, settings.min_words, progress);
    progress.step();
    let pairs = coverage::pairs(&corpus, &found.passages);
    progress.step();
    let mut meetings = if settings.one_meeting {
        meetings::one(&corpus)
    } else {
        meetings::group(&corpus, &pairs)
    };
    let covered = coverage::covered_by_any(&found.passages, articles.len());
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
    }
}
