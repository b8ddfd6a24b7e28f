//! Words are found in all articles.

use super::commands::type_text;
use super::*;
use crossread::workspace::view::Spot;

fn find(harness: &mut Harness<'_, App>, text: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    settle(harness);
    type_text(harness, text);
}

fn spot(harness: &Harness<'_, App>) -> Option<Spot> {
    harness.state().workspace().view.spot
}

fn key(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    settle(harness);
}

#[test]
fn looking_for_words_leaves_the_report() {
    let missing = ["assets/samples/en", "assets/samples/no-such-file.txt"];
    let mut harness = open(Language::English, &missing);
    assert!(harness.state().workspace().report_open);
    find(&mut harness, "water");
    assert!(!harness.state().workspace().report_open);
    let hits = harness.state().workspace().found().hits.len();
    harness.get_by_label(&format!("{hits} places"));
}

#[test]
fn words_are_counted_by_outlet_and_stepped_through() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    find(&mut harness, "WATER");
    let workspace = harness.state().workspace();
    let hits = workspace.found().hits.len();
    assert!(hits > 1);
    // Each outlet says how often, also where it has nothing.
    for outlet in ["The Vellin Courier ", "Northern Ledger ", "Queria Today "] {
        let counts = texts(&harness, outlet);
        assert!(!counts.is_empty(), "{outlet}");
    }
    harness.get_by_label(&format!("{hits} places"));
    key(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_label(&format!("1 of {hits}"));
    let first = spot(&harness);
    key(&mut harness, Modifiers::NONE, Key::F3);
    harness.get_by_label(&format!("2 of {hits}"));
    key(&mut harness, Modifiers::SHIFT, Key::F3);
    assert_eq!(spot(&harness), first);
    // Round and round.
    key(&mut harness, Modifiers::SHIFT, Key::F3);
    harness.get_by_label(&format!("{hits} of {hits}"));
}

#[test]
fn the_list_leads_to_a_hit_and_escape_back() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let top = |harness: &Harness<'_, App>| Some(place_of(harness, "VELLIN (Meridian)")?.top());
    let before = top(&harness).unwrap();
    find(&mut harness, "apricots");
    let row = labels(&harness, Role::Button, "Queria Today, paragraph").remove(0);
    assert!(row.contains("apricots"));
    press(&mut harness, &row);
    assert!(spot(&harness).is_some());
    assert!(top(&harness).is_none_or(|top| top < before - 20.0));
    harness
        .get_by_role_and_label(Role::TextInput, "Find in all articles")
        .focus();
    settle(&mut harness);
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!harness.state().workspace().view.find.open);
    assert_eq!(top(&harness), Some(before));
}

#[test]
fn other_spellings_of_a_name_are_found_too() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    find(&mut harness, "leyla");
    let all = harness.state().workspace().found().hits.len();
    press(&mut harness, "All spellings");
    let printed = harness.state().workspace().found().hits.len();
    assert!(0 < printed && printed < all, "{printed} of {all}");
    // Asked for once more, what was typed is typed over.
    find(&mut harness, "dam cubic");
    assert!(harness.state().workspace().found().hits.is_empty());
    harness.get_by_label("not found");
    press(&mut harness, "Words apart");
    assert!(harness.state().workspace().found().hits.len() > 1);
}

#[test]
fn hits_in_another_meeting_open_it() {
    let mut harness = open(
        Language::English,
        &["assets/samples/en", "assets/samples/id"],
    );
    let meetings = harness.state().workspace().findings.meetings.len();
    assert_eq!(meetings, 2);
    let shown = harness.state().workspace().view.meeting;
    let word = if labels(&harness, Role::Button, "Take Northern").is_empty() {
        "customs house"
    } else {
        "mercusuar"
    };
    find(&mut harness, word);
    let others = texts(&harness, "Another meeting: ");
    assert!(!others.is_empty());
    let row = labels(&harness, Role::Button, "")
        .into_iter()
        .find(|label| label.contains("paragraph") && label.contains(word));
    press(&mut harness, &row.unwrap());
    assert_ne!(harness.state().workspace().view.meeting, shown);
    assert!(spot(&harness).is_some());
}

/// A headline is no part of the text, but it is read too.
#[test]
fn headlines_are_looked_through() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    find(&mut harness, "hangs over osk");
    harness.get_by_label("not found");
    harness.get_by_label("and in 1 headline");
    let row = "Northern Ledger, headline: Drought question hangs over Osk data pact";
    press(&mut harness, row);
    let workspace = harness.state().workspace();
    let spot = spot(&harness).unwrap();
    let place = workspace.findings.place_of(spot.article).unwrap();
    assert_eq!(
        workspace.findings.articles[place].outlet(),
        "Northern Ledger"
    );
}

/// What the program set aside is found too, and said to be set aside; a press shows what is set aside.
#[test]
fn words_in_text_that_is_set_aside_are_found() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    find(&mut harness, "Download our app");
    harness.get_by_label("1 in text that is set aside");
    let row = labels(&harness, Role::Button, "Queria Today, set aside: ").remove(0);
    assert!(!harness.state().workspace().view.asides);
    press(&mut harness, &row);
    let view = &harness.state().workspace().view;
    assert!(view.asides && view.aside.is_some());
}
