//! Meetings in the library: who, where and when, and why their articles stand together.

use super::*;

const WHY: &str = "Why together?";
const SURE: &str = "Sure: no other meeting is close.";

/// How many texts on the screen begin so.
fn count(harness: &Harness<'_, App>, start: &str) -> usize {
    harness.query_all_by_label_contains(start).count()
}

#[test]
fn a_meeting_says_who_and_where_and_when_its_articles_appeared() {
    let harness = open(Language::English, &["assets/samples/en"]);
    let meetings = labels(&harness, Role::Button, "Osric Vane, Leila Amadour");
    assert_eq!(meetings.len(), 1, "{meetings:?}");
    assert!(meetings[0].contains("Vellin"), "{meetings:?}");
    assert!(
        meetings[0].contains("5 Mar 2026 (inferred)"),
        "{meetings:?}"
    );
    assert_eq!(count(&harness, "The same people"), 0);
}

/// Where no day of the meeting is told, that stands there on which its article appeared.
#[test]
fn a_meeting_without_a_day_says_when_its_article_appeared() {
    let meetings = told("in Vellin for talks about the river.");
    assert!(meetings[0].contains("published 5 Mar 2026"), "{meetings:?}");
}

/// "On Tuesday" is the one before the article appeared.
#[test]
fn a_day_that_was_worked_out_says_so() {
    let meetings = told("in Vellin on Tuesday for talks about the river.");
    assert!(
        meetings[0].contains("3 Mar 2026 (inferred)"),
        "{meetings:?}"
    );
}

/// What the library says of the meeting of an article that tells so of it.
fn told(of_it: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("talks.txt");
    let text = format!(
        "Ministers meet in Vellin\n\nVellin Courier • Thursday, 5 March 2026\n\n\
         Foreign Minister Leila Amadour met Foreign Minister Osric Vane {of_it}\n"
    );
    std::fs::write(&file, text).unwrap();
    let harness = open(Language::English, &[file.to_str().unwrap()]);
    let meetings = labels(&harness, Role::Button, "Leila Amadour, Osric Vane");
    assert_eq!(meetings.len(), 1, "{meetings:?}");
    meetings
}

#[test]
fn the_articles_say_why_they_stand_together() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press(&mut harness, WHY);
    // Once for the meeting, once for each article.
    assert_eq!(count(&harness, "The same people: "), 4);
    assert_eq!(count(&harness, "Shared wording: up to "), 1);
    assert_eq!(count(&harness, "of this article stands in one other"), 3);
    assert_eq!(harness.query_all_by_label(SURE).count(), 3);
    press(&mut harness, WHY);
    assert_eq!(count(&harness, "The same people"), 0);
}

#[test]
fn the_reasons_are_unfolded_by_keyboard_and_in_the_other_language() {
    let mut harness = open(Language::Indonesian, &["assets/samples/id"]);
    press_by_keyboard(&mut harness, "Mengapa disatukan?");
    settle(&mut harness);
    harness.get_by_label_contains("Kata bersama: sampai ");
    assert!(count(&harness, "Orang yang sama: ") > 1);
    assert_eq!(count(&harness, "Yakin: tidak ada pertemuan lain"), 4);
}

#[test]
fn the_pointer_on_an_article_shows_its_reasons() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let name = labels(&harness, Role::Button, "Northern Ledger: ").remove(0);
    harness.get_by_role_and_label(Role::Button, &name).hover();
    harness.run_steps(90);
    harness.get_by_label(SURE);
    assert_eq!(count(&harness, "The same people: "), 1);
}

#[test]
fn the_newest_meeting_stands_first() {
    let mut harness = open(
        Language::English,
        &["assets/samples/en", "assets/samples/id"],
    );
    harness.get_by_label("2 meetings, 7 articles");
    let buttons = labels(&harness, Role::Button, "");
    let place = |words: &[&str]| {
        let is_it = |label: &String| words.iter().all(|word| label.contains(word));
        buttons.iter().position(is_it).unwrap()
    };
    let newer = place(&["Ilse Marquand", "14 Apr 2026: "]);
    assert!(newer < place(&["Osric Vane", "5 Mar 2026 (inferred): "]));
    let name = buttons[newer].clone();
    press(&mut harness, &name);
    assert_eq!(harness.state().workspace().view.meeting, 1);
}

/// That an article stands by itself is a finding too, and how sure that is depends on the nearest one.
#[test]
fn an_article_on_its_own_says_so_and_what_is_nearest() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bakers.txt");
    std::fs::write(
        &file,
        "Bakers open their fair\n\nVellin Courier • Thursday, 5 March 2026\n\n\
         The bakers of the river quarter in Vellin opened their fair on Thursday, with forty ovens and a choir.\n",
    )
    .unwrap();
    let paths = ["assets/samples/en", file.to_str().unwrap()];
    for (language, why, lines) in [
        (
            Language::English,
            "Why on its own?",
            ["On its own, not sure: ", "Closest to it: “"],
        ),
        (
            Language::Indonesian,
            "Mengapa berdiri sendiri?",
            ["Berdiri sendiri, belum yakin: ", "Paling dekat: “"],
        ),
    ] {
        let mut harness = open(language, &paths);
        let mut buttons = labels(&harness, Role::Button, "").into_iter();
        let meeting = buttons.find(|label| label.contains("Bakers open")).unwrap();
        press(&mut harness, &meeting);
        press_by_keyboard(&mut harness, why);
        settle(&mut harness);
        for line in lines {
            assert_eq!(count(&harness, line), 1, "{line}");
        }
    }
}

#[test]
fn the_only_article_needs_no_reasons() {
    let harness = open(
        Language::English,
        &["assets/samples/en/northern-ledger.txt"],
    );
    assert!(harness.query_by_label(WHY).is_none());
    assert!(harness.query_by_label("Why on its own?").is_none());
}
