//! Journeys through the whole window, by accessible label, without a display.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

mod access;
mod commands;
mod counting;
mod fields;
mod filters;
mod finding;
mod layers;
mod matrix;
mod meetings;
mod names;
mod offices;
mod placing;
mod reading;
mod reworded;
mod shelf;
mod text;
mod ways;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossread::app::{App, Start};
use crossread::locale::Language;
use crossread::workspace::View;
use crossread::workspace::view::Focus;
use eframe::egui;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

/// A file as a desktop drops it.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn open(language: Language, paths: &[&str]) -> Harness<'static, App> {
    let mut view = View::default();
    view.language = language;
    let start = Start {
        paths: paths.iter().map(PathBuf::from).collect(),
        session: None,
        view: Some(view),
    };
    let mut harness = Harness::builder()
        .with_size([1600.0, 1000.0])
        .with_theme(egui::Theme::Light)
        .build_eframe(|cc| App::new(cc, start));
    settle(&mut harness);
    harness
}

/// What was open stays when the next start names files.
#[test]
fn files_named_at_the_start_come_to_those_that_were_open() {
    let folder = tempfile::tempdir().unwrap();
    let session = folder.path().join("session.json");
    let start = |path: &str| {
        let start = Start {
            paths: vec![path.into()],
            session: Some(session.clone()),
            view: None,
        };
        let mut harness = Harness::builder().build_eframe(|cc| App::new(cc, start));
        settle(&mut harness);
        while !session.exists() {
            harness.step();
        }
        harness
    };
    drop(start("assets/samples/en"));
    let mut harness = start("assets/samples/id");
    assert_eq!(harness.state().workspace().project().articles.len(), 7);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(harness.state().workspace().project().articles.len(), 3);
}

/// Steps until all work is done.
fn settle(harness: &mut Harness<'_, App>) {
    let begun = Instant::now();
    loop {
        harness.run_steps(3);
        let workspace = harness.state().workspace();
        if workspace.busy().is_none() && !workspace.is_finding() {
            harness.run_steps(3);
            return;
        }
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "work does not end"
        );
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn drop_files(harness: &mut Harness<'_, App>, paths: &[PathBuf]) {
    for path in paths {
        harness
            .input_mut()
            .dropped_files
            .push(Arc::new(Dropped(path.clone())));
    }
    settle(harness);
}

fn press(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_role_and_label(Role::Button, label).click();
    settle(harness);
}

/// The labels of all nodes of a role that begin with `start`.
fn labels(harness: &Harness<'_, App>, role: Role, start: &str) -> Vec<String> {
    harness
        .query_all_by_role(role)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with(start))
        .collect()
}

/// The texts that are shown and begin with `start`; what is only text has it as its value.
fn texts(harness: &Harness<'_, App>, start: &str) -> Vec<String> {
    harness
        .query_all_by_role(Role::Label)
        .filter_map(|node| {
            let node = node.accesskit_node();
            node.label().or_else(|| node.value())
        })
        .filter(|text| text.starts_with(start))
        .collect()
}

/// Where a text stands that begins with `start`, if it is shown.
fn place_of(harness: &Harness<'_, App>, start: &str) -> Option<egui::Rect> {
    let mut all = harness.query_all_by_role(Role::Label);
    let found = all.find(|node| {
        let node = node.accesskit_node();
        let text = node.label().or_else(|| node.value());
        text.is_some_and(|text| text.starts_with(start))
    });
    found.map(|node| node.rect())
}

fn focus(harness: &Harness<'_, App>) -> Option<Focus> {
    harness.state().workspace().view.focus
}

/// Types over what stands in the box that has the keyboard.
fn type_over(harness: &mut Harness<'_, App>, role: Role, label: &str, text: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_role_and_label(role, label).type_text(text);
    settle(harness);
}

/// Whether a button has the keyboard.
fn has_keyboard(harness: &Harness<'_, App>, label: &str) -> bool {
    let mut found = harness.query_all_by_role_and_label(Role::Button, label);
    found.any(|node| node.accesskit_node().is_focused())
}

/// Tab until a button has the keyboard, then Enter.
fn press_by_keyboard(harness: &mut Harness<'_, App>, label: &str) {
    for _ in 0..120 {
        if has_keyboard(harness, label) {
            break;
        }
        harness.key_press(Key::Tab);
        harness.run_steps(2);
    }
    assert!(has_keyboard(harness, label), "{label}");
    harness.key_press(Key::Enter);
    settle(harness);
}

#[test]
fn a_first_page_says_what_to_do() {
    let harness = open(Language::English, &[]);
    harness.get_by_label("Drop articles about one meeting");
    harness.get_by_label("No articles");
}

#[test]
fn dropped_files_are_compared_side_by_side() {
    let mut harness = open(Language::Indonesian, &[]);
    let files: Vec<PathBuf> = [
        "warta-samira",
        "harian-selat",
        "kabar-lazuardi",
        "layar-pagi",
    ]
    .map(|name| PathBuf::from(format!("assets/samples/id/{name}.txt")))
    .into();
    drop_files(&mut harness, &files);
    harness.get_by_label("4 artikel, 1.395 kata, 15 bagian bersama");
    harness.get_by_label("1 pertemuan, 4 artikel");
    // Headline in the library and above the column.
    assert!(
        harness
            .query_all_by_label_contains("Dua Tahun Buntu")
            .count()
            >= 2
    );
    assert!(!labels(&harness, Role::Button, "Bagian 1, ditulis ulang:").is_empty());
    assert!(
        labels(&harness, Role::Button, "Bagian")
            .iter()
            .any(|label| label.contains("berpindah"))
    );
}

#[test]
fn a_passage_is_focused_by_click_and_by_key() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    assert_eq!(focus(&harness), None);
    let name = labels(&harness, Role::Button, "Passage 1,").remove(0);
    harness.get_all_by_label(&name).next().unwrap().click();
    settle(&mut harness);
    let first = focus(&harness);
    assert!(first.is_some());
    harness.get_by_label("Passage 1 of 12");
    harness.get_by_label_contains("In 2 places of 3 articles");
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    settle(&mut harness);
    harness.get_by_label("Passage 2 of 12");
    harness.key_press(Key::K);
    settle(&mut harness);
    assert_eq!(focus(&harness), first);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    settle(&mut harness);
    harness.get_by_label("Passage 12 of 12");
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert_eq!(focus(&harness), None);
}

#[test]
fn columns_come_level_with_the_focused_passage() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    // A passage with three witnesses in the middle of the articles.
    let findings = Arc::clone(&harness.state().workspace().findings);
    let order = harness.state().workspace().view.passages(&findings);
    let at = order
        .iter()
        .position(|number| findings.passages[*number].witnesses.len() == 3)
        .unwrap();
    for _ in 0..=at {
        harness.key_press(Key::J);
        settle(&mut harness);
    }
    let name = format!("Passage {}, ", at + 1);
    let heights: Vec<f32> = harness
        .query_all_by_role(Role::Button)
        .filter(|node| {
            node.accesskit_node()
                .label()
                .is_some_and(|label| label.starts_with(&name))
        })
        .map(|node| node.rect().top())
        .collect();
    assert_eq!(heights.len(), 3);
    assert!(
        heights
            .iter()
            .all(|height| (height - heights[0]).abs() < 1.5),
        "{heights:?}"
    );
}

#[test]
fn the_language_changes_at_once() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    harness.get_by_label("Close all");
    press(&mut harness, "Bahasa Indonesia");
    harness.get_by_label("3 artikel, 1.192 kata, 12 bagian bersama");
    assert!(harness.query_by_label("Close all").is_none());
    press(&mut harness, "English");
    harness.get_by_label("3 articles, 1,192 words, 12 shared passages");
}

#[test]
fn set_aside_text_is_shown_restored_and_undone() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    assert!(harness.query_by_label("Site menu").is_none());
    let show = labels(&harness, Role::Button, "Set aside:").remove(0);
    press(&mut harness, &show);
    assert!(harness.query_all_by_label("Site menu").count() > 0);
    let words = |harness: &Harness<'_, App>| {
        harness.state().workspace().findings.articles[0]
            .body()
            .words
            .len()
    };
    let before = words(&harness);
    harness
        .get_all_by_label("Bring back")
        .next()
        .unwrap()
        .click();
    settle(&mut harness);
    assert!(harness.query_all_by_label("Brought back by you").count() > 0);
    let total = |harness: &Harness<'_, App>| -> usize {
        let findings = &harness.state().workspace().findings;
        findings
            .articles
            .iter()
            .map(|article| article.body().words.len())
            .sum()
    };
    let restored = total(&harness);
    press(&mut harness, "Undo");
    assert!(total(&harness) < restored);
    assert_eq!(words(&harness), before);
}

#[test]
fn kinds_can_be_switched_off() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let shown = labels(&harness, Role::Button, "Passage").len();
    let chip = labels(&harness, Role::Button, "verbatim ").remove(0);
    press(&mut harness, &chip);
    let left = labels(&harness, Role::Button, "Passage");
    assert!(left.len() < shown);
    assert!(left.iter().all(|label| !label.contains(", verbatim")));
}

#[test]
fn a_column_is_closed_and_put_back_and_made_the_base() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press(&mut harness, "Take Northern Ledger off the screen");
    harness.get_by_label_contains("2 articles, ");
    harness
        .get_by_role_and_label(
            Role::Button,
            "Northern Ledger: Drought question hangs over Osk data pact",
        )
        .click();
    settle(&mut harness);
    harness.get_by_label_contains("3 articles, 1,192 words");
    press(&mut harness, "Queria Today");
    let workspace = harness.state().workspace();
    let base = workspace.view.columns(&workspace.findings)[0];
    assert_eq!(workspace.findings.articles[base].outlet(), "Queria Today");
}

#[test]
fn text_is_pasted_and_taken_back() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let text = "A lock keeper looks back\n\nThe last lock keeper on the Osk told his story to a full hall on Friday.";
    harness.event(Event::Paste(text.to_owned()));
    settle(&mut harness);
    assert_eq!(harness.state().workspace().project().articles.len(), 4);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    harness.get_by_label_contains("3 articles, 1,192 words");
}

#[test]
fn bad_files_are_reported_and_the_good_ones_loaded() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty.txt");
    let binary = folder.path().join("picture.txt");
    fs::write(&empty, "").unwrap();
    fs::write(&binary, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0").unwrap();
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let files = [
        empty,
        binary,
        folder.path().join("gone.txt"),
        "assets/samples/id/warta-samira.txt".into(),
    ];
    drop_files(&mut harness, &files);
    harness.get_by_label("4 files: 1 loaded, 3 not loaded");
    // The name of a file stands at the head of its row, and not once more before the reason.
    harness.get_by_label("empty.txt");
    harness.get_by_label("The file is empty (0 bytes). Save or download it again.");
    harness.get_by_label_contains("(image/png)");
    harness.get_by_label_contains("There is no such file");
    let place = format!("in {}/", folder.path().display());
    assert_eq!(
        texts(&harness, &place).len(),
        3,
        "where each was looked for"
    );
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert!(harness.query_by_label("Read the articles").is_none());
    // What was open is still there, and the good file came in.
    assert_eq!(harness.state().workspace().project().articles.len(), 4);
    // The report can be looked at again.
    press(&mut harness, "Import report");
    harness.get_by_label("4 files: 1 loaded, 3 not loaded");
}

/// Pictures and tables in a dropped folder are no articles; the reader is told which they are.
#[test]
fn files_that_are_passed_over_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let article = fs::read_to_string("assets/samples/en/vellin-courier.txt").unwrap();
    written(
        folder.path(),
        &[
            ("a.txt", article.as_str()),
            ("b.png", "x"),
            ("c.json", "{}"),
        ],
    );
    let mut harness = open(Language::English, &[]);
    drop_files(&mut harness, &[folder.path().to_owned()]);
    assert_eq!(article_count(&harness), 1);
    harness.get_by_label("2 files passed over");
    press(&mut harness, "Import report");
    harness.get_by_label("3 files: 1 loaded, 2 passed over");
    harness.get_by_label(
        "2 files were passed over, because their kinds are not read here: b.png, c.json",
    );
}

fn article_count(harness: &Harness<'_, App>) -> usize {
    harness.state().workspace().project().articles.len()
}

/// Files of these names and texts.
fn written(folder: &Path, files: &[(&str, &str)]) -> Vec<PathBuf> {
    let write = |(name, text): &(&str, &str)| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path
    };
    files.iter().map(write).collect()
}

#[test]
fn the_same_article_is_not_added_twice_unless_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string("assets/samples/en/northern-ledger.txt").unwrap();
    let mut harness = open(Language::English, &["assets/samples/en"]);
    // A plain import says nothing.
    assert!(harness.query_by_label("Read the articles").is_none());
    let files = written(folder.path(), &[("copy.md", &text)]);
    drop_files(&mut harness, &files);
    harness.get_by_label("1 file: 1 there already");
    harness.get_by_label_contains(
        "The same article as “Drought question hangs over Osk data pact” (northern-ledger.txt).",
    );
    assert_eq!(article_count(&harness), 3);
    press(&mut harness, "Add anyway");
    assert_eq!(article_count(&harness), 4);
    harness.get_by_label("1 file: 1 loaded");
    harness.get_by_label_contains(
        "Northern Ledger: Drought question hangs over Osk data pact, the same again",
    );
    press(&mut harness, "Undo");
    assert_eq!(article_count(&harness), 3);
}

#[test]
fn copies_that_come_together_are_one_article() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string("assets/samples/en/northern-ledger.txt").unwrap();
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let files = written(folder.path(), &[("one.txt", &text), ("two.txt", &text)]);
    press(&mut harness, "Close all");
    drop_files(&mut harness, &files);
    harness.get_by_label("2 files: 1 loaded, 1 there already");
    assert_eq!(article_count(&harness), 1);
}

#[test]
fn a_version_is_shown_with_its_first() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string("assets/samples/en/northern-ledger.txt").unwrap();
    let later = text.replace("Thursday 5 March 2026 20.15", "Friday 6 March 2026 07.40");
    let later = later.replace(
        "A second round of negotiations, devoted this time to quantities,",
        "A third round",
    );
    let mut harness = open(Language::English, &["assets/samples/en"]);
    drop_files(
        &mut harness,
        &written(folder.path(), &[("later.txt", &later)]),
    );
    harness.get_by_label("1 file: 1 loaded as a version");
    harness.get_by_label_contains("A later version of “Drought question");
    assert_eq!(article_count(&harness), 4);
    let rows = labels(&harness, Role::Button, "Northern Ledger: ");
    let first = "Northern Ledger: Drought question hangs over Osk data pact";
    let at = rows.iter().position(|label| label == first).unwrap();
    assert_eq!(rows[at + 1], format!("{first}, later version"));
    // Wire copy at another outlet is coverage of its own.
    let elsewhere = text.replace("Northern Ledger", "Southern Ledger");
    drop_files(
        &mut harness,
        &written(folder.path(), &[("other.txt", &elsewhere)]),
    );
    assert_eq!(article_count(&harness), 5);
    assert!(harness.query_by_label("Read the articles").is_none());
}

/// A thousand rows, of which only those in sight are there to be found.
#[test]
fn a_long_report_shows_what_is_in_sight() {
    let folder = tempfile::tempdir().unwrap();
    let names: Vec<String> = (0..1000).map(|number| format!("{number:04}.txt")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    let mut harness = open(Language::English, &["assets/samples/en"]);
    drop_files(&mut harness, &written(folder.path(), &files));
    harness.get_by_label("1,000 files: 1,000 not loaded");
    harness.get_by_label("0000.txt");
    let shown = harness
        .query_all_by_label_contains("The file is empty")
        .count();
    assert!((5..100).contains(&shown), "{shown}");
}

/// The window at its smallest, and at none.
#[test]
fn no_size_of_the_window_is_too_small() {
    for size in [[800.0, 500.0], [300.0, 200.0], [1.0, 1.0]] {
        let mut harness = open(Language::English, &["assets/samples/en"]);
        harness.set_size(size.into());
        harness.run_steps(4);
        harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
        harness.run_steps(4);
        assert!(harness.state().workspace().view.sheet.is_some());
    }
}

/// Where not all columns fit, a passage brings the column of its other witness on the screen; the base stays.
#[test]
fn a_witness_off_the_screen_is_brought_in() {
    let mut harness = open(Language::English, &["assets/samples/id"]);
    harness.set_size([1000.0, 800.0].into());
    settle(&mut harness);
    for number in 1..=13 {
        harness.key_press(Key::J);
        settle(&mut harness);
        harness.run_steps(4);
        let name = format!("Passage {number}, ");
        let workspace = harness.state().workspace();
        let base = workspace.view.columns(&workspace.findings)[0];
        let focused = focus(&harness).unwrap();
        let passage = focused.passage(&workspace.findings).unwrap();
        let seen = labels(&harness, Role::Button, &name).len();
        let expected = if passage.in_article(base).is_some() {
            2
        } else {
            1
        };
        assert!(seen >= expected, "{number}: {seen}");
    }
}

/// The inspector takes a column off the screen; it is not the one that has the passage in focus.
#[test]
fn a_witness_stays_when_a_panel_opens() {
    let mut harness = open(Language::English, &["assets/samples/id"]);
    harness.set_size([1280.0, 800.0].into());
    settle(&mut harness);
    let mut checked = 0;
    for number in 1..=13 {
        harness.key_press(Key::J);
        settle(&mut harness);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::I);
        settle(&mut harness);
        harness.run_steps(4);
        let workspace = harness.state().workspace();
        let base = workspace.view.columns(&workspace.findings)[0];
        let focused = focus(&harness).unwrap();
        let passage = focused.passage(&workspace.findings).unwrap();
        // The base always stays, and one more.
        if passage.in_article(base).is_some() {
            let seen = labels(&harness, Role::Button, &format!("Passage {number}, "));
            assert_eq!(seen.len(), 2, "{number}");
            checked += 1;
        }
        harness.key_press_modifiers(Modifiers::COMMAND, Key::I);
        settle(&mut harness);
    }
    assert!(checked > 3, "{checked}");
}

#[test]
fn undo_brings_a_closed_column_back_before_anything_else() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press(&mut harness, "Take Northern Ledger off the screen");
    harness.get_by_label_contains("2 articles, ");
    press(&mut harness, "Undo");
    harness.get_by_label_contains("3 articles, 1,192 words");
}
