//! A set that is large enough for all processors and for every part of the tables: what comes out is the same on one
//! processor, and where the articles came one by one.

#[path = "../benches/articles/mod.rs"]
mod articles;

use std::sync::Arc;

use articles::Shape;
use crossread::analysis::shared::{Comparison, Search, Shared, find};
use crossread::analysis::{Corpus, Wanted, analyse};
use crossread::jobs::{Progress, parallel};
use crossread::model::{Article, Offices, Settings, Spellings};

const SEARCH: Search = Search {
    min_words: 6,
    stock: true,
};

/// Articles of more than 20,000 words in all: below that, a table has one part only.
fn sets() -> [Vec<Arc<Article>>; 2] {
    [
        articles::make(80, Shape::Stories),
        articles::make(40, Shape::Dense),
    ]
}

fn found(articles: &[Arc<Article>]) -> Shared {
    let corpus = Corpus::new(articles, &Spellings::default());
    find(&corpus, &SEARCH, &Progress::default())
}

#[test]
fn the_number_of_processors_plays_no_part() {
    for articles in sets() {
        let settings = Settings::default();
        let analysed = || analyse(&articles, &settings, Wanted::ALL, &Progress::default());
        let on_all = analysed();
        assert!(on_all.passages.len() > 10);
        // Inside parallel work nothing is parted once more.
        for on_one in parallel(&[(), ()], |()| analysed()) {
            assert_eq!(on_one, on_all);
        }
    }
}

#[test]
fn articles_that_come_one_by_one_share_the_same() {
    for articles in sets() {
        let (known, more) = articles.split_at(articles.len() - 8);
        let (spellings, offices) = (Spellings::default(), Offices::default());
        let progress = Progress::default();
        let mut comparison = Comparison::new(known, &spellings, &offices, SEARCH, &progress);
        for article in more {
            comparison.insert(comparison.articles().len(), article, &progress);
        }
        assert_eq!(comparison.shared(), found(&articles));
    }
}
