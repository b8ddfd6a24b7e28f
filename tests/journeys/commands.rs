//! The palette, the sheet of keys, and keys in general.

use super::*;
use crossread::analysis::Kind;
use crossread::workspace::view::Sheet;

pub fn type_text(harness: &mut Harness<'_, App>, text: &str) {
    harness.event(Event::Text(text.into()));
    settle(harness);
}

fn press_key(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    settle(harness);
}

fn open_palette(harness: &mut Harness<'_, App>, typed: &str) {
    press_key(harness, Modifiers::COMMAND, Key::K);
    type_text(harness, typed);
}

fn sheet(harness: &Harness<'_, App>) -> Option<Sheet> {
    harness.state().workspace().view.sheet.clone()
}

#[test]
fn a_command_is_chosen_by_a_few_letters() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    open_palette(&mut harness, "next verb");
    harness.get_by_label("Next verbatim passage");
    press_key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(sheet(&harness), None);
    let findings = Arc::clone(&harness.state().workspace().findings);
    let focused = focus(&harness).unwrap();
    assert_eq!(focused.passage(&findings).unwrap().kind, Kind::Verbatim);
}

/// What the menu of an article holds is found there too: for the article that the reader is in.
#[test]
fn the_palette_leads_to_the_fields_of_the_article_that_is_read() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    open_palette(&mut harness, "headline outlet");
    press_key(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_label("Edit headline");
}

/// In Indonesian too, and with the arrows.
#[test]
fn the_palette_speaks_indonesian_and_is_walked_through() {
    let mut harness = open(Language::Indonesian, &["assets/samples/id"]);
    open_palette(&mut harness, "bagian sebelum");
    for _ in 0..2 {
        press_key(&mut harness, Modifiers::NONE, Key::ArrowDown);
    }
    press_key(&mut harness, Modifiers::NONE, Key::ArrowUp);
    press_key(&mut harness, Modifiers::NONE, Key::ArrowUp);
    press_key(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_label("Bagian 15 dari 15");
}

#[test]
fn what_cannot_be_done_says_why_and_does_nothing() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    open_palette(&mut harness, "redo");
    let row = "Redo · nothing was undone";
    press(&mut harness, row);
    assert_eq!(sheet(&harness), Some(Sheet::Palette("redo".to_owned())));
    press_key(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(sheet(&harness), None);
}

#[test]
fn the_palette_leads_to_articles_and_places() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press(&mut harness, "Take Northern Ledger off the screen");
    press(&mut harness, "Search or run a command");
    type_text(&mut harness, "drought northern");
    press(
        &mut harness,
        "Drought question hangs over Osk data pact · Northern Ledger",
    );
    harness.get_by_label_contains("3 articles, 1,192 words");
    open_palette(&mut harness, "customs house");
    let place = labels(&harness, Role::Button, "")
        .into_iter()
        .find(|label| label.contains("customs house") && label.contains("paragraph"));
    let place = place.unwrap();
    harness.get_all_by_label(&place).next().unwrap().click();
    settle(&mut harness);
    let workspace = harness.state().workspace();
    let spot = workspace.view.spot.unwrap();
    let place = workspace.findings.place_of(spot.article).unwrap();
    let text = &workspace.findings.articles[place].body().text;
    assert_eq!(spot.span.of(text), "customs house");
}

#[test]
fn the_sheet_of_keys_comes_and_goes() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press_key(&mut harness, Modifiers::NONE, Key::F1);
    harness.get_by_label("Next, previous passage: Alt Down, J, Alt Up, K");
    // Under a sheet nothing moves.
    press_key(&mut harness, Modifiers::NONE, Key::J);
    assert_eq!(focus(&harness), None);
    press_key(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(sheet(&harness), None);
    press(&mut harness, "Keys");
    press(&mut harness, "Close the sheet of keys");
    assert_eq!(sheet(&harness), None);
}

/// Nobody sees what is undone behind a sheet.
#[test]
fn under_a_sheet_only_its_own_changes_are_undone() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let count = |harness: &Harness<'_, App>| harness.state().workspace().findings.articles.len();
    let sheets = [
        (Modifiers::NONE, Key::F1),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::N),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::T),
    ];
    for (modifiers, key) in sheets {
        press_key(&mut harness, modifiers, key);
        assert!(sheet(&harness).is_some(), "{key:?}");
        // Away from the field, where the key undoes what was typed.
        press_key(&mut harness, Modifiers::NONE, Key::Tab);
        press_key(&mut harness, Modifiers::NONE, Key::Tab);
        press_key(&mut harness, Modifiers::COMMAND, Key::Z);
        assert_eq!(count(&harness), 3, "{key:?}");
        press_key(&mut harness, Modifiers::NONE, Key::Escape);
    }
    press_key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(count(&harness), 0);
    harness.get_by_label("Taken back: 3 articles were opened.");
    press_key(&mut harness, Modifiers::COMMAND, Key::Y);
    harness.get_by_label("Done again: 3 articles were opened.");
}

/// Keys that are letters are letters in a field; the others still work there.
#[test]
fn letters_are_typed_in_a_field() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press_key(&mut harness, Modifiers::COMMAND, Key::F);
    harness.key_press(Key::J);
    type_text(&mut harness, "j");
    assert_eq!(focus(&harness), None);
    assert_eq!(harness.state().workspace().view.find.query.text, "j");
    press_key(&mut harness, Modifiers::ALT, Key::ArrowDown);
    assert!(focus(&harness).is_some());
}

#[test]
fn panels_and_theme_follow_their_keys() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press_key(&mut harness, Modifiers::COMMAND, Key::B);
    press_key(&mut harness, Modifiers::COMMAND, Key::I);
    let view = &harness.state().workspace().view;
    assert!(!view.library && !view.inspector);
    harness.get_by_label("Dark theme");
    press_key(&mut harness, Modifiers::COMMAND, Key::D);
    harness.get_by_label("Light theme");
}

/// One press too many costs nothing: beside what is said stands the way back.
#[test]
fn closing_everything_is_taken_back_with_one_press() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press(&mut harness, "Close all");
    assert_eq!(harness.state().workspace().findings.articles.len(), 0);
    harness.get_by_label("All 3 articles were closed.");
    let undo = {
        let found = harness.query_all_by_role_and_label(Role::Button, "Undo");
        found.max_by(|one, two| one.rect().top().total_cmp(&two.rect().top()))
    };
    undo.unwrap().click();
    settle(&mut harness);
    assert_eq!(harness.state().workspace().findings.articles.len(), 3);
    assert!(
        harness
            .query_by_label("All 3 articles were closed.")
            .is_none()
    );
}

/// What comes back is looked at where it was.
#[test]
fn undoing_leads_back_to_the_meeting_that_was_open() {
    let mut harness = open(
        Language::English,
        &["assets/samples/en", "assets/samples/id"],
    );
    let title = |harness: &Harness<'_, App>| {
        let workspace = harness.state().workspace();
        let columns = workspace.view.columns(&workspace.findings);
        workspace.findings.articles[columns[0]].title().to_owned()
    };
    for _ in 0..2 {
        press_key(&mut harness, Modifiers::ALT, Key::PageDown);
        let before = title(&harness);
        press(&mut harness, "Close all");
        press_key(&mut harness, Modifiers::COMMAND, Key::Z);
        assert_eq!(title(&harness), before);
        press_key(&mut harness, Modifiers::COMMAND, Key::Y);
        press_key(&mut harness, Modifiers::COMMAND, Key::Z);
        assert_eq!(title(&harness), before);
    }
}

/// Who knows a command by its name in the other language finds it, and sees by what.
#[test]
fn commands_are_found_by_their_names_in_the_other_language() {
    let mut harness = open(Language::Indonesian, &["assets/samples/id"]);
    open_palette(&mut harness, "titles offices");
    press_key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(sheet(&harness), Some(Sheet::Offices(String::new())));
    let mut harness = open(Language::English, &["assets/samples/en"]);
    open_palette(&mut harness, "gelar jabatan");
    harness.get_by_label("Titles and offices · Gelar dan jabatan");
}

#[test]
fn the_sample_is_in_the_language_of_the_window() {
    for (language, name, outlet) in [
        (Language::English, "Open the sample", "The Vellin Courier"),
        (Language::Indonesian, "Buka contoh", "Harian Selat"),
    ] {
        let mut harness = open(language, &[]);
        let button = labels(&harness, Role::Button, name).remove(0);
        press(&mut harness, &button);
        let findings = &harness.state().workspace().findings;
        let mut articles = findings.articles.iter();
        assert!(articles.any(|article| article.outlet() == outlet));
    }
}
