//! The fields of an article: shown, changed, taken back.

use super::*;

#[test]
fn every_field_of_the_base_article_is_shown() {
    let harness = open(
        Language::Indonesian,
        &["assets/samples/id/warta-samira.txt"],
    );
    for label in [
        "Judul",
        "Tanggal terbit",
        "Kantor berita",
        "disimpulkan",
        "Ratna Siwi",
        "PORT ALVANE",
        "Selasa, 14 April 2026",
    ] {
        assert!(harness.query_all_by_label(label).count() > 0, "{label}");
    }
    harness.get_by_label_contains("Tercetak “Selasa (14/4)”");
}

fn base_title(harness: &Harness<'_, App>) -> String {
    let workspace = harness.state().workspace();
    let base = workspace.view.columns(&workspace.findings)[0];
    workspace.findings.articles[base].title().to_owned()
}

#[test]
fn a_headline_is_changed_undone_and_taken_back() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let before = base_title(&harness);
    press(&mut harness, "Edit headline");
    type_over(
        &mut harness,
        Role::MultilineTextInput,
        "Headline",
        "What the ministers agreed",
    );
    press(&mut harness, "Save");
    // In the library, above the column and in the panel.
    assert_eq!(base_title(&harness), "What the ministers agreed");
    assert!(
        labels(&harness, Role::Button, "")
            .iter()
            .any(|label| label.ends_with(": What the ministers agreed"))
    );
    harness.get_by_label("changed by you");
    harness.get_by_label(&format!("As read: “{before}”."));
    press(&mut harness, "Undo");
    assert_eq!(base_title(&harness), before);
    press(&mut harness, "Redo");
    assert_eq!(base_title(&harness), "What the ministers agreed");
    press(&mut harness, "Back to what was read");
    assert_eq!(base_title(&harness), before);
    assert!(harness.query_by_label("changed by you").is_none());
    // An emptied field is unknown, and can be taken back as well.
    press(&mut harness, "Edit outlet");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.key_press(Key::Delete);
    press(&mut harness, "Save");
    let workspace = harness.state().workspace();
    let base = workspace.view.columns(&workspace.findings)[0];
    assert_eq!(workspace.findings.articles[base].fields.outlet, None);
    press(&mut harness, "Back to what was read");
}

#[test]
fn the_reader_stays_with_an_article_whose_date_is_changed() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let before = base_title(&harness);
    press(&mut harness, "Edit published");
    type_over(
        &mut harness,
        Role::MultilineTextInput,
        "Published",
        "2020-01-31",
    );
    press(&mut harness, "Save");
    harness.get_by_label("2 meetings, 3 articles");
    assert_eq!(base_title(&harness), before);
    press(&mut harness, "Undo");
    harness.get_by_label("1 meeting, 3 articles");
    assert_eq!(base_title(&harness), before);
}

#[test]
fn a_wrong_date_says_what_is_wrong_and_stays() {
    let mut harness = open(
        Language::Indonesian,
        &["assets/samples/id/warta-samira.txt"],
    );
    press(&mut harness, "Ubah tanggal terbit");
    type_over(
        &mut harness,
        Role::MultilineTextInput,
        "Tanggal terbit",
        "2024-02-30",
    );
    press(&mut harness, "Simpan");
    harness.get_by_label_contains("Hari itu tidak ada");
    // What was typed is still there, and goes on.
    type_over(
        &mut harness,
        Role::MultilineTextInput,
        "Tanggal terbit",
        "2024-04-09 15:34 WITA",
    );
    press(&mut harness, "Simpan");
    harness.get_by_label("Selasa, 9 April 2024, 15.34");
    let fields = |harness: &Harness<'_, App>| {
        let findings = &harness.state().workspace().findings;
        findings.articles[0].fields.clone()
    };
    let published = fields(&harness).published.unwrap();
    assert_eq!(published.value.to_string(), "2024-04-09T15:34:00+08:00");
    assert!(!published.is_inferred());
    let date = harness.state().workspace().findings.meetings[0].published;
    assert_eq!(date.unwrap().to_string(), "2024-04-09");
}

/// Tab to the control, Enter, type, Enter; names a line each; Escape leaves.
#[test]
fn fields_are_changed_by_keyboard_alone() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press_by_keyboard(&mut harness, "Edit headline");
    type_over(&mut harness, Role::MultilineTextInput, "Headline", "Typed");
    harness.key_press(Key::Enter);
    settle(&mut harness);
    assert_eq!(base_title(&harness), "Typed");
    // The control has the keyboard again. Escape leaves a box without a change, and the passage in focus alone.
    assert!(has_keyboard(&harness, "Edit headline"));
    harness.key_press(Key::Enter);
    settle(&mut harness);
    type_over(
        &mut harness,
        Role::MultilineTextInput,
        "Headline",
        "Not this",
    );
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert_eq!(base_title(&harness), "Typed");
    assert!(has_keyboard(&harness, "Edit headline"));
    // In a list, Enter begins a line and Ctrl Enter saves.
    press(&mut harness, "Edit author");
    type_over(&mut harness, Role::MultilineTextInput, "Author", "One");
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    harness.event(Event::Text("Two".into()));
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    settle(&mut harness);
    let workspace = harness.state().workspace();
    let base = workspace.view.columns(&workspace.findings)[0];
    assert_eq!(
        workspace.findings.articles[base].fields.author,
        ["One", "Two"]
    );
}

/// Whoever sees in the library that something is wrong finds there how it is put right.
#[test]
fn the_menu_of_an_article_leads_to_its_fields() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    if !labels(&harness, Role::Button, "Edit headline").is_empty() {
        press(&mut harness, "Inspector on, off");
    }
    press(&mut harness, "More for Northern Ledger");
    press(&mut harness, "Correct headline, outlet, date…");
    harness.get_by_label("Edit headline");
    let workspace = harness.state().workspace();
    let base = workspace.view.columns(&workspace.findings)[0];
    assert_eq!(
        workspace.findings.articles[base].outlet(),
        "Northern Ledger"
    );
}
