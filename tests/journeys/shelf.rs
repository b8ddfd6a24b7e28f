//! Searching and filtering the library, and many articles in it.

use std::fmt::Write as _;

use super::*;

const BOTH: [&str; 2] = ["assets/samples/en", "assets/samples/id"];
const SEARCH: &str = "Search headline, outlet, people…";
/// Most rows that a window 1,000 points high has in sight and next to that.
const MOST_ROWS: usize = 60;

fn search(harness: &mut Harness<'_, App>, text: &str) {
    harness
        .get_by_role_and_label(Role::TextInput, SEARCH)
        .focus();
    harness.run_steps(2);
    type_over(harness, Role::TextInput, SEARCH, text);
}

fn heads(harness: &Harness<'_, App>) -> usize {
    ["Ilse Marquand", "Osric Vane"]
        .map(|start| labels(harness, Role::Button, start).len())
        .iter()
        .sum()
}

#[test]
fn a_search_leaves_what_has_the_words_and_says_so() {
    let mut harness = open(Language::English, &BOTH);
    assert_eq!(heads(&harness), 2);
    search(&mut harness, "AMÁDOUR ledger");
    assert_eq!(heads(&harness), 1);
    harness.get_by_label("1 of 7 articles; filters: “AMÁDOUR ledger”");
    harness.get_by_label_contains("1 of 3 articles");
    search(&mut harness, "nothing has this");
    assert_eq!(heads(&harness), 0);
    press(&mut harness, "Show all");
    assert_eq!(heads(&harness), 2);
    assert!(harness.query_by_label_contains("filters:").is_none());
}

#[test]
fn a_filter_is_chosen_and_cleared() {
    let mut harness = open(Language::English, &BOTH);
    press(&mut harness, "Filters");
    harness
        .get_by_role_and_label(Role::ComboBox, "Month")
        .click();
    settle(&mut harness);
    harness.get_by_label("March 2026 (3)").click();
    settle(&mut harness);
    harness.get_by_label("3 of 7 articles; filters: March 2026");
    assert_eq!(heads(&harness), 1);
    harness
        .get_by_role_and_label(Role::ComboBox, "Agency")
        .click();
    settle(&mut harness);
    harness.get_by_label_contains("Lintang (").click();
    settle(&mut harness);
    harness.get_by_label("0 of 7 articles; filters: March 2026, Lintang");
    press(&mut harness, "Show all");
    assert_eq!(heads(&harness), 2);
}

#[test]
fn a_range_of_days_leaves_what_appeared_in_it() {
    let mut harness = open(Language::English, &BOTH);
    press(&mut harness, "Filters");
    let type_day = |harness: &mut Harness<'_, App>, field: &str, text: &str| {
        harness
            .get_by_role_and_label(Role::TextInput, field)
            .focus();
        harness.run_steps(2);
        type_over(harness, Role::TextInput, field, text);
    };
    type_day(&mut harness, "To", "3/2026");
    harness.get_by_label("3 of 7 articles; filters: – 31 Mar 2026");
    assert_eq!(heads(&harness), 1);
    type_day(&mut harness, "From", "2026-04");
    harness.get_by_label("0 of 7 articles; filters: 1 Apr 2026 – 31 Mar 2026");
    type_day(&mut harness, "To", "soon");
    harness.get_by_label_contains("Write a day, month or year");
    harness.get_by_label("4 of 7 articles; filters: 1 Apr 2026 –");
    press(&mut harness, "Show all");
    assert_eq!(heads(&harness), 2);
    let field = harness.get_by_role_and_label(Role::TextInput, "From");
    assert_eq!(field.accesskit_node().value().unwrap_or_default(), "");
}

/// Five hundred short articles: most about one event, the others each about its own.
#[test]
fn of_many_articles_only_those_in_sight_are_laid_out() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..500 {
        let own = if number % 5 == 0 { number } else { 0 };
        let mut text = format!(
            "Report {number} on the harbour {own}\n\nPost {} • Tuesday, 3 March 2026\n\n",
            number % 7
        );
        for word in 0..40 {
            let _ = write!(text, "word{own}x{word} ");
        }
        let _ = writeln!(text, "said minister number {number} on Monday.");
        fs::write(folder.path().join(format!("{number:03}.txt")), text).unwrap();
    }
    let mut harness = open(Language::English, &[folder.path().to_str().unwrap()]);
    assert_eq!(article_count(&harness), 500);
    let rows = labels(&harness, Role::Button, "More for ").len();
    assert!((8..=MOST_ROWS).contains(&rows), "{rows}");
    // Also with a meeting of hundreds of articles open, and in its middle.
    let findings = Arc::clone(&harness.state().workspace().findings);
    let largest = findings
        .meetings
        .iter()
        .map(|meeting| meeting.articles.len())
        .max();
    assert!(largest >= Some(100), "{largest:?}");
    search(&mut harness, "report 1");
    let rows = labels(&harness, Role::Button, "More for ").len();
    assert!(rows <= MOST_ROWS, "{rows}");
}
