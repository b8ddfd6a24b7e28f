//! Pages as readers have them: what is read of each, against what a careful reader notes.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop, and says what it passes over"
)]

use std::fs;
use std::path::Path;

use crossread::import::{ReadOptions, read_file};
use crossread::locale::Message;
use crossread::model::{Article, Noted};
use serde_json::Value;

fn options() -> ReadOptions {
    ReadOptions {
        as_is: false,
        today: jiff::civil::date(2026, 11, 22),
    }
}

fn value(noted: Option<&Noted<String>>) -> Value {
    noted.map_or(Value::Null, |noted| noted.value.clone().into())
}

/// The fields as the gold files write them.
fn fields(article: &Article) -> Vec<(&'static str, Value)> {
    let fields = &article.fields;
    let published = fields.published.as_ref();
    let inferred = published.is_some_and(Noted::is_inferred);
    vec![
        ("headline", value(fields.headline.as_ref())),
        ("alternativeHeadline", value(fields.deck.as_ref())),
        ("publisher", value(fields.outlet.as_ref())),
        (
            "datePublished",
            published.map_or(Value::Null, |noted| noted.value.to_string().into()),
        ),
        (
            "inferred",
            if inferred {
                vec!["datePublished"].into()
            } else {
                Value::Array(Vec::new())
            },
        ),
        ("author", fields.author.clone().into()),
        ("editor", fields.editor.clone().into()),
        ("agency", fields.agency.clone().into()),
        ("dateline", value(fields.dateline.as_ref())),
        ("caption", fields.captions.clone().into()),
    ]
}

fn paragraphs(article: &Article) -> Vec<&str> {
    let body = article.body();
    body.paragraphs
        .iter()
        .map(|span| span.of(&body.text))
        .collect()
}

/// Every difference between what was read and what was noted.
fn differences(folder: &Path, noted: &Value) -> Vec<String> {
    let name = noted["file"].as_str().unwrap();
    let article = read_file(&folder.join(name), &options()).unwrap().article;
    let mut wrong: Vec<String> = fields(&article)
        .into_iter()
        .filter(|(field, found)| noted[*field] != *found)
        .map(|(field, found)| format!("{name} {field}: read {found}, noted {}", noted[field]))
        .collect();
    let found = paragraphs(&article);
    if let Some(expected) = noted["paragraphs"].as_array() {
        let expected: Vec<&str> = expected.iter().map(|text| text.as_str().unwrap()).collect();
        if found != expected {
            let odd: Vec<&&str> = found
                .iter()
                .filter(|text| !expected.contains(text))
                .collect();
            let lost: Vec<&&str> = expected
                .iter()
                .filter(|text| !found.contains(text))
                .collect();
            wrong.push(format!(
                "{name} body: not noted {odd:#?}, not read {lost:#?}"
            ));
        }
    } else {
        let expected = (
            &noted["paragraphs"],
            &noted["firstParagraph"],
            &noted["lastParagraph"],
        );
        let read = (
            found.len(),
            found.first().copied().unwrap_or(""),
            found.last().copied().unwrap_or(""),
        );
        if *expected.0 != read.0 || *expected.1 != read.1 || *expected.2 != read.2 {
            wrong.push(format!("{name} body: {} paragraphs {found:#?}", read.0));
        }
    }
    // What stands in the source of a saved page is not what a reader sees of it.
    if name.ends_with(".html") {
        return wrong;
    }
    // Nothing is lost: every word of the file stands in some block.
    let blocks: String = article
        .blocks()
        .iter()
        .map(|block| block.text.as_str())
        .collect();
    let squash = |text: &str| text.split_whitespace().collect::<String>();
    if squash(&blocks) != squash(&fs::read_to_string(folder.join(name)).unwrap()) {
        wrong.push(format!("{name}: the blocks are not the file"));
    }
    wrong
}

fn check(folder: &Path, gold: &str) {
    let Ok(gold) = fs::read_to_string(folder.join(gold)) else {
        println!("passed over: {} is not there", folder.display());
        return;
    };
    let gold: Value = serde_json::from_str(&gold).unwrap();
    let wrong: Vec<String> = gold["articles"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|noted| differences(folder, noted))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn indonesian_samples() {
    check(Path::new("assets/samples/id"), "expected.json");
}

#[test]
fn english_samples() {
    check(Path::new("assets/samples/en"), "expected.json");
}

/// Made-up articles in the forms that pages of many outlets have.
#[test]
fn forms_of_many_outlets() {
    check(Path::new("tests/forms"), "expected.json");
}

/// Made-up saved pages in the markup that many outlets use.
#[test]
fn saved_pages_of_many_outlets() {
    check(Path::new("tests/forms/html"), "expected.json");
}

#[test]
fn a_page_that_is_one_of_several_says_so() {
    let path = Path::new("tests/forms/html/tabloid-tags.html");
    let remarks = read_file(path, &options()).unwrap().remarks;
    let part = Message::new("remark-part")
        .with("page", 1_usize)
        .with("all", 2_usize);
    assert_eq!(remarks, [part]);
}

/// Real pages, where they are at hand; they belong to their publishers and are no part of this project.
#[test]
fn real_pages() {
    check(Path::new("../shared/seeds"), "gold.json");
}
