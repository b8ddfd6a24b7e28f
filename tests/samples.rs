//! The samples: every passage that was planted in them is found, with its kind and its place, and nothing else.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop, and says what it passes over"
)]

use std::fs;
use std::sync::Arc;

use crossread::analysis::{Findings, Kind, Passage, Wanted, analyse};
use crossread::import::{ReadOptions, read_file};
use crossread::jobs::Progress;
use crossread::model::{Article, Settings};
use crossread::text::{Span, words};
use serde_json::Value;

/// How far a border may be off, in words.
const TOLERANCE: usize = 2;

/// Planted statements that are told with so few words in common that they are not found: by name, and the language.
const NOT_FOUND: [(&str, &str); 1] = [("en", "p2")];

struct Planted {
    id: String,
    kind: String,
    moved: Vec<usize>,
    witnesses: Vec<(usize, Span)>,
}

struct Set {
    language: String,
    gold: Value,
    findings: Findings,
    base: usize,
}

fn load(language: &str, base: &str) -> Set {
    let folder = format!("assets/samples/{language}");
    let gold: Value =
        serde_json::from_str(&fs::read_to_string(format!("{folder}/expected.json")).unwrap())
            .unwrap();
    let options = ReadOptions {
        as_is: false,
        today: jiff::civil::date(2026, 11, 22),
    };
    let articles: Vec<Arc<Article>> = gold["articles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|article| format!("{folder}/{}", article["file"].as_str().unwrap()))
        .map(|path| Arc::new(read_file(path.as_ref(), &options).unwrap().article))
        .collect();
    let findings = analyse(
        &articles,
        &Settings::default(),
        Wanted::ALL,
        &Progress::default(),
    );
    let base = articles
        .iter()
        .position(|article| article.file_name() == base)
        .unwrap();
    Set {
        language: language.to_owned(),
        gold,
        findings,
        base,
    }
}

impl Set {
    fn planted(&self) -> Vec<Planted> {
        let place = |file: &Value| {
            let named = |article: &Arc<Article>| article.file_name() == file.as_str().unwrap();
            self.findings.articles.iter().position(named).unwrap()
        };
        self.gold["passages"]
            .as_array()
            .unwrap()
            .iter()
            .map(|passage| Planted {
                id: passage["id"].as_str().unwrap().to_owned(),
                kind: passage["kind"].as_str().unwrap().to_owned(),
                moved: passage["moved"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(place)
                    .collect(),
                witnesses: passage["witnesses"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|witness| {
                        let article = place(&witness["file"]);
                        let text = witness["text"].as_str().unwrap();
                        let start = self.findings.articles[article]
                            .body()
                            .text
                            .find(text)
                            .unwrap();
                        (article, Span::new(start, start + text.len()))
                    })
                    .collect(),
            })
            .collect()
    }

    /// Words of an article between two places.
    fn words_between(&self, article: usize, one: usize, two: usize) -> usize {
        let span = Span::new(one.min(two), one.max(two));
        words(span.of(&self.findings.articles[article].body().text)).len()
    }

    fn fits(&self, passage: &Passage, planted: &Planted) -> bool {
        let kind = match passage.kind {
            Kind::Verbatim => "verbatim",
            Kind::Near => "near",
            Kind::Reworded => "reworded",
        };
        kind == planted.kind
            && passage.witnesses.len() == planted.witnesses.len()
            && planted.witnesses.iter().all(|(article, span)| {
                passage.witnesses.iter().any(|found| {
                    found.article == *article
                        && self.words_between(*article, found.span.start, span.start) <= TOLERANCE
                        && self.words_between(*article, found.span.end, span.end) <= TOLERANCE
                })
            })
    }

    fn show(&self, passage: &Passage) -> String {
        let texts: Vec<String> = passage
            .witnesses
            .iter()
            .map(|witness| {
                let article = &self.findings.articles[witness.article];
                format!(
                    "   {}: {}",
                    article.file_name(),
                    witness.span.of(&article.body().text)
                )
            })
            .collect();
        format!("{:?}\n{}", passage.kind, texts.join("\n"))
    }

    fn is_too_far(&self, planted: &Planted) -> bool {
        NOT_FOUND.contains(&(&self.language, &planted.id))
    }

    fn check(&self) {
        let mut wrong = Vec::new();
        let mut matched = Vec::new();
        for planted in &self.planted() {
            let Some(number) = self
                .findings
                .passages
                .iter()
                .position(|passage| self.fits(passage, planted))
            else {
                if !self.is_too_far(planted) {
                    wrong.push(format!("not found: {} {}", planted.id, planted.kind));
                }
                continue;
            };
            if self.is_too_far(planted) {
                wrong.push(format!("found by now: {}", planted.id));
            }
            matched.push(number);
            for (article, _) in planted
                .witnesses
                .iter()
                .filter(|(article, _)| *article != self.base)
            {
                let key = (self.base.min(*article), self.base.max(*article));
                let pair = self
                    .findings
                    .pairs
                    .iter()
                    .find(|pair| (pair.a, pair.b) == key);
                let moved = pair.is_some_and(|pair| pair.moved.contains(&number));
                let in_base = planted
                    .witnesses
                    .iter()
                    .any(|(article, _)| *article == self.base);
                if in_base && moved != planted.moved.contains(article) {
                    wrong.push(format!(
                        "{}: moved {moved} in {}",
                        planted.id,
                        self.findings.articles[*article].file_name()
                    ));
                }
            }
        }
        for (number, passage) in self.findings.passages.iter().enumerate() {
            if !matched.contains(&number) {
                wrong.push(format!("not planted: {}", self.show(passage)));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn indonesian_passages() {
    load("id", "warta-samira.txt").check();
}

#[test]
fn english_passages() {
    load("en", "vellin-courier.txt").check();
}

#[test]
fn each_set_is_one_meeting() {
    for (language, base) in [("id", "warta-samira.txt"), ("en", "vellin-courier.txt")] {
        let findings = load(language, base).findings;
        let groups: Vec<&Vec<usize>> = findings
            .meetings
            .iter()
            .map(|meeting| &meeting.articles)
            .collect();
        assert_eq!(groups.len(), 1, "{language}: {groups:?}");
    }
}

/// The two sets together stay two meetings.
#[test]
fn two_sets_are_two_meetings() {
    let mut articles = load("id", "warta-samira.txt").findings.articles;
    articles.extend(load("en", "vellin-courier.txt").findings.articles);
    let findings = analyse(
        &articles,
        &Settings::default(),
        Wanted::ALL,
        &Progress::default(),
    );
    let groups: Vec<usize> = findings
        .meetings
        .iter()
        .map(|meeting| meeting.articles.len())
        .collect();
    assert_eq!(groups, [4, 3]);
}

/// Five real pages on five meetings of the same two countries, where they are at hand.
#[test]
fn real_pages_on_five_meetings_stay_apart() {
    let folder = std::path::Path::new("../shared/seeds");
    let Ok(entries) = fs::read_dir(folder) else {
        println!("passed over: {} is not there", folder.display());
        return;
    };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    let options = ReadOptions {
        as_is: false,
        today: jiff::civil::date(2026, 11, 22),
    };
    let articles: Vec<Arc<Article>> = files
        .iter()
        .map(|file| Arc::new(read_file(file, &options).unwrap().article))
        .collect();
    let findings = analyse(
        &articles,
        &Settings::default(),
        Wanted::ALL,
        &Progress::default(),
    );
    assert_eq!(findings.meetings.len(), articles.len());
}
