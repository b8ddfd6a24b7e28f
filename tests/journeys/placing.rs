//! The reader puts articles where they belong: by menu, by dragging and by keyboard.

use super::*;

const BOTH: [&str; 2] = ["assets/samples/en", "assets/samples/id"];
const OURS: &str = "Northern Ledger: ";
const MORE: &str = "More for Northern Ledger";

/// The articles of each meeting, by outlet.
fn groups(harness: &Harness<'_, App>) -> Vec<Vec<String>> {
    let findings = &harness.state().workspace().findings;
    let outlet = |place: &usize| findings.articles[*place].outlet().to_owned();
    let meetings = findings.meetings.iter();
    meetings
        .map(|meeting| meeting.articles.iter().map(outlet).collect())
        .collect()
}

/// The meeting in which the outlet is, and how many articles that has.
fn company(harness: &Harness<'_, App>, outlet: &str) -> usize {
    let groups = groups(harness);
    let has = |group: &&Vec<String>| group.iter().any(|other| other == outlet);
    groups.iter().find(has).map_or(0, Vec::len)
}

fn row(harness: &Harness<'_, App>, start: &str) -> String {
    let found = labels(harness, Role::Button, start);
    assert!(!found.is_empty(), "{start}");
    found[0].clone()
}

/// The samples, with the English meeting open.
fn opened() -> Harness<'static, App> {
    let mut harness = open(Language::English, &BOTH);
    let english = row(&harness, "Osric Vane");
    press(&mut harness, &english);
    assert_eq!(company(&harness, "Northern Ledger"), 3);
    harness
}

/// What is said of a correction offers to undo it, below everything else.
fn undo(harness: &mut Harness<'_, App>) {
    let found = harness.query_all_by_role_and_label(Role::Button, "Undo");
    let lowest = found.max_by(|one, two| one.rect().top().total_cmp(&two.rect().top()));
    lowest.unwrap().click();
    settle(harness);
}

fn center(harness: &Harness<'_, App>, label: &str) -> egui::Pos2 {
    harness.get_by_label(label).rect().center()
}

/// Picks a row up and holds it over a place.
fn carry(
    harness: &mut Harness<'_, App>,
    from: &str,
    over: impl Fn(&Harness<'_, App>) -> egui::Pos2,
) {
    let start = center(harness, from);
    harness.drag_at(start);
    harness.run_steps(2);
    harness.hover_at(start + egui::vec2(20.0, 20.0));
    harness.run_steps(2);
    let there = over(harness);
    harness.hover_at(there);
    harness.run_steps(2);
    harness.drop_at(there);
    settle(harness);
}

#[test]
fn the_newest_meeting_is_open_first() {
    let harness = open(Language::English, &BOTH);
    let view = &harness.state().workspace().view;
    assert_eq!(groups(&harness)[view.meeting].len(), 4);
    row(&harness, "Harian Selat: ");
}

#[test]
fn an_article_is_moved_by_its_menu_and_the_correction_is_taken_back() {
    let mut harness = opened();
    press(&mut harness, MORE);
    press(&mut harness, "Move to another meeting…");
    harness.get_by_label("Which meeting does it belong to?");
    type_over(
        &mut harness,
        Role::TextInput,
        "Search by people, place, headline",
        "wirásta",
    );
    harness.key_press(Key::Enter);
    settle(&mut harness);
    assert!(
        harness
            .query_by_label("Which meeting does it belong to?")
            .is_none()
    );
    assert_eq!(company(&harness, "Northern Ledger"), 5);
    // The reader stays with the meeting that was open; the article is in the other one, with a mark.
    assert!(labels(&harness, Role::Button, OURS).is_empty());
    let other = row(&harness, "Ilse Marquand");
    press(&mut harness, &other);
    assert!(row(&harness, OURS).ends_with(", placed here by you"));
    press(&mut harness, "Why together?");
    harness.get_by_label("You placed it here.");
    press(&mut harness, "Why together?");
    press(&mut harness, MORE);
    press(&mut harness, "Take the correction back");
    assert_eq!(company(&harness, "Northern Ledger"), 3);
}

#[test]
fn what_was_corrected_can_be_undone_and_stays_when_articles_come() {
    let mut harness = opened();
    press(&mut harness, MORE);
    press(&mut harness, "Split off as a meeting of its own");
    assert_eq!(company(&harness, "Northern Ledger"), 1);
    harness.get_by_label("3 meetings, 7 articles");
    undo(&mut harness);
    assert_eq!(company(&harness, "Northern Ledger"), 3);
    press(&mut harness, "Redo");
    assert_eq!(company(&harness, "Northern Ledger"), 1);
    let folder = tempfile::tempdir().unwrap();
    let more = "The harbour\n\nKostova and Arvid spoke about the harbour of Port Elmar on Monday.";
    drop_files(&mut harness, &written(folder.path(), &[("more.txt", more)]));
    harness.get_by_label("4 meetings, 8 articles");
    assert_eq!(company(&harness, "Northern Ledger"), 1);
}

/// Presses a key until this has the keyboard.
fn walk(harness: &mut Harness<'_, App>, by: Key, to: &str) {
    for _ in 0..120 {
        if has_keyboard(harness, to) {
            return;
        }
        harness.key_press(by);
        harness.run_steps(3);
    }
    assert!(has_keyboard(harness, to), "{to}");
}

/// Opens the menu of a row and does what one of its entries says, by keyboard alone.
fn choose(harness: &mut Harness<'_, App>, row: &str, entry: &str) {
    walk(harness, Key::Tab, row);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    harness.run_steps(4);
    walk(harness, Key::ArrowDown, entry);
    harness.key_press(Key::Enter);
    settle(harness);
}

#[test]
fn a_menu_gives_the_keyboard_back_to_where_it_was_opened() {
    let mut harness = opened();
    let ours = row(&harness, OURS);
    choose(&mut harness, &ours, "Show the others against this one");
    assert!(has_keyboard(&harness, "More for Northern Ledger"));
}

#[test]
fn an_article_covers_no_meeting_by_keyboard_alone() {
    let mut harness = opened();
    let ours = row(&harness, OURS);
    choose(&mut harness, &ours, "Covers no meeting");
    assert_eq!(company(&harness, "Northern Ledger"), 1);
    harness.get_by_label("2 meetings, 7 articles");
    press(&mut harness, "Covers no meeting");
    assert!(row(&harness, OURS).ends_with(", placed here by you"));
}

#[test]
fn an_article_is_dragged_to_another_meeting() {
    let mut harness = opened();
    let (ours, other) = (row(&harness, OURS), row(&harness, "Ilse Marquand"));
    carry(&mut harness, &ours, |harness| center(harness, &other));
    assert_eq!(company(&harness, "Northern Ledger"), 5);
}

#[test]
fn an_article_is_dragged_to_the_places_above_the_list() {
    let mut harness = opened();
    let ours = row(&harness, OURS);
    carry(&mut harness, &ours, |harness| {
        center(harness, "Drop here: a new meeting")
    });
    assert_eq!(company(&harness, "Northern Ledger"), 1);
    undo(&mut harness);
    carry(&mut harness, &ours, |harness| {
        center(harness, "Drop here: covers no meeting")
    });
    let findings = &harness.state().workspace().findings;
    assert!(findings.meetings.last().unwrap().is_none);
    // Let go over its own meeting, it stays.
    undo(&mut harness);
    let own = row(&harness, "Osric Vane");
    carry(&mut harness, &ours, |harness| center(harness, &own));
    assert_eq!(company(&harness, "Northern Ledger"), 3);
}

/// The head of the open meeting folds its articles away, and shows them again.
#[test]
fn the_open_meeting_folds() {
    let mut harness = opened();
    let own = row(&harness, "Osric Vane");
    press(&mut harness, &own);
    assert!(labels(&harness, Role::Button, MORE).is_empty());
    assert_eq!(company(&harness, "Northern Ledger"), 3);
    let own = row(&harness, "Osric Vane");
    press(&mut harness, &own);
    row(&harness, MORE);
}

#[test]
fn what_is_said_of_the_grouping_stands_in_the_palette() {
    let mut harness = opened();
    let choose = |harness: &mut Harness<'_, App>, typed: &str| {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        settle(harness);
        commands::type_text(harness, typed);
        harness.key_press(Key::Enter);
        settle(harness);
    };
    choose(&mut harness, "split off ledger");
    assert_eq!(company(&harness, "Northern Ledger"), 1);
    // It is a meeting of its own now; the other two are still open.
    choose(&mut harness, "merge meeting");
    harness.get_by_label("Merge with which meeting?");
    harness.key_press(Key::Escape);
    settle(&mut harness);
    choose(&mut harness, "covers no queria");
    let findings = &harness.state().workspace().findings;
    assert!(findings.meetings.last().unwrap().is_none);
}

#[test]
fn meetings_are_merged_and_parted_again() {
    let mut harness = opened();
    let more = row(&harness, "More for Osric Vane");
    press(&mut harness, &more);
    press(&mut harness, "Merge with another meeting…");
    harness.get_by_label("Merge with which meeting?");
    // The first of those that are found has the arrow key, then Enter.
    harness.key_press(Key::ArrowDown);
    harness.run_steps(3);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    harness.get_by_label("1 meeting, 7 articles");
    let more = labels(&harness, Role::Button, "More for ").remove(0);
    press(&mut harness, &more);
    press(&mut harness, "Take the corrections back");
    harness.get_by_label("2 meetings, 7 articles");
}
