//! The table of names with several spellings.

use super::*;

fn spellings(harness: &Harness<'_, App>) -> crossread::model::Spellings {
    let project = harness.state().workspace().project();
    project.settings.spellings.clone()
}

fn has_row(harness: &Harness<'_, App>, row: &[&str]) -> bool {
    spellings(harness).rows.iter().any(|other| other == row)
}

fn search(harness: &mut Harness<'_, App>, text: &str) {
    harness
        .get_by_role_and_label(Role::TextInput, "Search")
        .click();
    settle(harness);
    type_over(harness, Role::TextInput, "Search", text);
}

#[test]
fn a_row_is_added_changed_and_removed() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press(&mut harness, "Names");
    press(&mut harness, "Add a row");
    type_over(
        &mut harness,
        Role::TextInput,
        "Spellings of one name",
        "Osk",
    );
    press(&mut harness, "Save");
    harness.get_by_label_contains("at least two different words");
    type_over(
        &mut harness,
        Role::TextInput,
        "Spellings of one name",
        "Osk, China",
    );
    press(&mut harness, "Save");
    harness.get_by_label_contains("“China” already stands in another row: Tiongkok China Cina RRT");
    type_over(
        &mut harness,
        Role::TextInput,
        "Spellings of one name",
        "Osk, Osq",
    );
    press(&mut harness, "Save");
    assert!(has_row(&harness, &["osk", "osq"]));
    harness.get_by_label("by you");
    press(&mut harness, "Edit Osk Osq");
    type_over(
        &mut harness,
        Role::TextInput,
        "Spellings of one name",
        "osk osq osc",
    );
    press(&mut harness, "Save");
    assert!(has_row(&harness, &["osk", "osq", "osc"]));
    assert_eq!(
        harness.state().workspace().findings.names.canonical("osc"),
        "osk"
    );
    press(&mut harness, "Remove Osk Osq Osc");
    assert_eq!(spellings(&harness), Default::default());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert!(has_row(&harness, &["osk", "osq", "osc"]));
    press(&mut harness, "Back to the defaults");
    assert_eq!(spellings(&harness), Default::default());
}

/// Opened, searched, a row added, left: without the mouse.
#[test]
fn the_table_is_used_by_keyboard_alone() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    settle(&mut harness);
    // The search field has the keyboard.
    harness.event(Event::Text("china".into()));
    settle(&mut harness);
    harness.get_by_label("Tiongkok = China = Cina = RRT");
    harness.get_by_label("1 row in the table");
    press_by_keyboard(&mut harness, "Edit Tiongkok China Cina RRT");
    type_over(
        &mut harness,
        Role::TextInput,
        "Spellings of one name",
        "tiongkok china",
    );
    harness.key_press(Key::Enter);
    settle(&mut harness);
    assert!(has_row(&harness, &["tiongkok", "china"]));
    assert!(has_keyboard(&harness, "Edit Tiongkok China"));
    // Escape leaves the row, then the table; the passage in focus stays where it was.
    harness.key_press(Key::Enter);
    settle(&mut harness);
    harness.key_press(Key::Escape);
    settle(&mut harness);
    harness.get_by_label("Tiongkok = China");
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert_eq!(harness.state().workspace().view.sheet, None);
    assert!(harness.query_by_label("Tiongkok = China").is_none());
}

#[test]
fn what_nothing_fits_is_said() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press(&mut harness, "Names");
    search(&mut harness, "zzz");
    harness.get_by_label("No row has “zzz”.");
    press(&mut harness, "Close the table of names");
    assert_eq!(harness.state().workspace().view.sheet, None);
}

#[test]
fn learned_spellings_are_kept_or_never_joined_again() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let learned = harness.state().workspace().findings.variants.clone();
    assert_eq!(learned, [["leila", "leyla"]]);
    press(&mut harness, "Names");
    harness.get_by_label("Learned from these articles");
    press(&mut harness, "Not the same: Leila Leyla");
    assert_eq!(spellings(&harness).apart, learned);
    harness.get_by_label("Leila ≠ Leyla");
    press(&mut harness, "May be joined again: Leila Leyla");
    assert_eq!(spellings(&harness), Default::default());
    press(&mut harness, "Keep: Leila Leyla");
    assert!(has_row(&harness, &["leila", "leyla"]));
    assert!(
        harness
            .query_by_label("Learned from these articles")
            .is_none()
    );
    assert_eq!(
        harness
            .state()
            .workspace()
            .findings
            .names
            .canonical("leyla"),
        "leila"
    );
}

/// The comparison is made anew without them.
#[test]
fn words_that_are_apart_are_not_joined() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press(&mut harness, "Names");
    press(&mut harness, "Not the same: Leila Leyla");
    let findings = &harness.state().workspace().findings;
    assert!(findings.variants.is_empty());
    assert_eq!(findings.names.canonical("leyla"), "leyla");
}

#[test]
fn the_inspector_says_which_spellings_count_as_one() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press(&mut harness, "not counted 2");
    let name = labels(
        &harness,
        Role::Button,
        "Not counted: Foreign Minister Leila",
    )
    .remove(0);
    harness.get_all_by_label(&name).next().unwrap().click();
    settle(&mut harness);
    harness.get_by_label("“Leila” and “Leyla” count as one name.");
    press(&mut harness, "Spellings of Leyla");
    harness.get_by_label("Leila = Leyla");
    harness.get_by_label("Learned from these articles");
}
