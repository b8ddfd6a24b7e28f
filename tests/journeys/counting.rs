//! What counts as shared wording: phrases that the program does not count, and what the reader decides of them.

use super::*;

const PHRASE: &str = "foreign minister osric vane of tarnholm";

fn settings(harness: &Harness<'_, App>) -> crossread::model::Settings {
    harness.state().workspace().project().settings.clone()
}

/// The samples with the first phrase that is not counted in focus.
fn with_phrase() -> Harness<'static, App> {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    harness.get_by_label("2 stock phrases not counted");
    assert!(labels(&harness, Role::Button, "Not counted:").is_empty());
    press(&mut harness, "not counted 2");
    let name = labels(
        &harness,
        Role::Button,
        "Not counted: Foreign Minister Osric Vane",
    )
    .remove(0);
    harness.get_all_by_label(&name).next().unwrap().click();
    settle(&mut harness);
    assert_eq!(focus(&harness), Some(Focus::Stock(0)));
    harness
}

#[test]
fn a_phrase_that_is_not_counted_says_why() {
    let harness = with_phrase();
    harness.get_by_label("Not counted");
    harness.get_by_label("In 3 places of 3 articles, 6 words.");
    harness.get_by_label_contains("Names, titles and set phrases");
    harness.get_by_label("Titles and offices: Foreign Minister");
    harness.get_by_label("Names: Osric Vane, Tarnholm");
    harness.get_by_label("Other words: of");
}

#[test]
fn a_phrase_is_counted_and_taken_back() {
    let mut harness = with_phrase();
    press(&mut harness, "Count it");
    assert_eq!(settings(&harness).counted, [PHRASE]);
    harness.get_by_label("1 counted by you");
    harness.get_by_label("Counted because you said so.");
    press(&mut harness, "Undo");
    assert!(settings(&harness).counted.is_empty());
    harness.get_by_label("Count it");
    press(&mut harness, "Redo");
    assert_eq!(settings(&harness).counted, [PHRASE]);
    press(&mut harness, "Do not count");
    assert_eq!(settings(&harness), Default::default());
    // All at once.
    press(&mut harness, "Count it");
    press(&mut harness, "Take all of these back");
    assert_eq!(settings(&harness), Default::default());
    assert!(harness.query_by_label("Take all of these back").is_none());
}

/// The switch, the way from mark to mark, and the button.
#[test]
fn a_phrase_is_counted_by_keyboard_alone() {
    let mut harness = open(Language::Indonesian, &["assets/samples/id"]);
    press_by_keyboard(&mut harness, "tidak dihitung 2");
    for _ in 0..20 {
        harness.key_press(Key::J);
        settle(&mut harness);
        if matches!(focus(&harness), Some(Focus::Stock(_))) {
            break;
        }
    }
    harness.get_by_label_contains("ada di setiap berita");
    press_by_keyboard(&mut harness, "Hitung");
    assert_eq!(
        settings(&harness).counted,
        ["menteri luar negeri sarunda hadran wirasta"]
    );
    harness.get_by_label("1 dihitung atas pilihan Anda");
}

/// Two of the samples with one more short run of words in common.
fn with_short_passage(folder: &Path) -> Vec<PathBuf> {
    let end = [
        ("vellin-courier.txt", "to keep eleven stations working."),
        ("northern-ledger.txt", "the oldest drawn in ink."),
    ];
    let texts = end.map(|(name, end)| {
        let text = fs::read_to_string(Path::new("assets/samples/en").join(name)).unwrap();
        assert!(text.contains(end));
        let more = format!("{end} Thick fog hid both banks until noon.");
        (name, text.replace(end, &more))
    });
    written(
        folder,
        &texts.each_ref().map(|(name, text)| (*name, text.as_str())),
    )
}

#[test]
fn a_short_passage_is_not_counted_when_the_reader_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(Language::English, &[]);
    drop_files(&mut harness, &with_short_passage(folder.path()));
    let findings = Arc::clone(&harness.state().workspace().findings);
    let order = harness.state().workspace().view.passages(&findings);
    let mut offered = 0;
    for number in order {
        harness.key_press(Key::J);
        settle(&mut harness);
        // A longer one is no formula.
        let is_short = findings.passages[number].word_count() <= 12;
        assert_eq!(harness.query_by_label("Do not count").is_some(), is_short);
        if is_short {
            offered += 1;
            press(&mut harness, "Do not count");
            harness.get_by_label("1 not counted by you");
            assert_eq!(
                settings(&harness).ignored,
                ["thick fog hid both banks until noon"]
            );
            harness.get_by_label("Not counted because you said so.");
            press(&mut harness, "Count it");
            assert_eq!(settings(&harness), Default::default());
        }
    }
    assert_eq!(offered, 1);
}

/// End to end: what the reader counts is a passage, and what the reader does not count is none.
#[test]
fn what_the_reader_decided_is_compared_so() {
    let mut harness = with_phrase();
    let before = harness.state().workspace().findings.passages.len();
    press(&mut harness, "Count it");
    // It stays in focus, now as a passage.
    assert!(matches!(focus(&harness), Some(Focus::Passage(_))));
    assert_eq!(
        harness.state().workspace().findings.passages.len(),
        before + 1
    );
    harness.get_by_label("1 stock phrase not counted");
    harness.get_by_label("Counted because you said so.");
    press(&mut harness, "Do not count");
    assert_eq!(focus(&harness), Some(Focus::Stock(0)));
    harness.get_by_label("2 stock phrases not counted");
    let findings = Arc::clone(&harness.state().workspace().findings);
    assert_eq!(findings.passages.len(), before);
}
