//! Words are found in all articles.

use super::commands::type_text;
use super::*;
use crossread::workspace::reading::Mode;
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

/// Whether the text that begins so stands in sight of the column of this outlet.
fn in_sight(harness: &Harness<'_, App>, outlet: &str, start: &str) -> bool {
    let name = format!("Overview of {outlet}");
    let column = harness.get_by_role_and_label(Role::ScrollBar, &name).rect();
    let text = place_of(harness, start);
    text.is_some_and(|text| column.y_range().contains(text.center().y))
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

/// Two meetings, and a word looked for that only the one has which is not open.
fn looking_elsewhere() -> (Harness<'static, App>, &'static str) {
    let mut harness = open(
        Language::English,
        &["assets/samples/en", "assets/samples/id"],
    );
    assert_eq!(harness.state().workspace().findings.meetings.len(), 2);
    let word = if labels(&harness, Role::Button, "Take Northern").is_empty() {
        "customs house"
    } else {
        "mercusuar"
    };
    find(&mut harness, word);
    (harness, word)
}

#[test]
fn hits_in_another_meeting_open_it() {
    let (mut harness, word) = looking_elsewhere();
    let shown = harness.state().workspace().view.meeting;
    let others = texts(&harness, "Another meeting: ");
    assert!(!others.is_empty());
    let row = labels(&harness, Role::Button, "")
        .into_iter()
        .find(|label| label.contains("paragraph") && label.contains(word));
    press(&mut harness, &row.unwrap());
    assert_ne!(harness.state().workspace().view.meeting, shown);
    assert!(spot(&harness).is_some());
}

/// Where the open meeting has none, a step leads to the first there is.
#[test]
fn a_step_leads_to_hits_in_another_meeting() {
    let (mut harness, _) = looking_elsewhere();
    let shown = harness.state().workspace().view.meeting;
    harness.get_by_label("not in the open articles");
    key(&mut harness, Modifiers::NONE, Key::F3);
    assert_ne!(harness.state().workspace().view.meeting, shown);
    assert!(spot(&harness).is_some());
    assert!(harness.query_by_label("not in the open articles").is_none());
}

/// A headline is no part of the text, but it is read too.
#[test]
fn headlines_are_looked_through() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    find(&mut harness, "hangs over osk");
    harness.get_by_label("in headlines only");
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
    assert!(harness.state().workspace().view.asides);
    harness.run_steps(20);
    assert!(in_sight(&harness, "Queria Today", "Download our app"));
    // Brought back, they are a part of the text, and still looked at.
    let text = place_of(&harness, "Download our app").unwrap();
    let above = |node: &egui_kittest::Node<'_>| {
        let button = node.rect();
        let close = (0.0..30.0).contains(&(text.top() - button.center().y));
        close && (text.left()..text.left() + 300.0).contains(&button.left())
    };
    let buttons: Vec<_> = harness.get_all_by_label("Bring back").collect();
    buttons.iter().find(|node| above(node)).unwrap().click();
    settle(&mut harness);
    assert_eq!(spot(&harness).unwrap().aside, None);
    assert!(in_sight(&harness, "Queria Today", "Download our app"));
}

/// The way from hit to hit is the list's, so it leads through what is set aside.
#[test]
fn steps_over_hits_go_through_text_that_is_set_aside() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    find(&mut harness, "apricot");
    let rows: Vec<String> = labels(&harness, Role::Button, "")
        .into_iter()
        .filter(|row| row.contains(", paragraph ") || row.contains(", set aside: "))
        .collect();
    assert!(rows.iter().any(|row| row.contains(", set aside: ")));
    harness.get_by_label(&format!("{} places", rows.len()));
    for (number, row) in rows.iter().enumerate() {
        key(&mut harness, Modifiers::NONE, Key::F3);
        harness.run_steps(20);
        harness.get_by_label(&format!("{} of {}", number + 1, rows.len()));
        let (outlet, _) = row.split_once(", ").unwrap();
        let Spot { article, aside, .. } = spot(&harness).unwrap();
        let workspace = harness.state().workspace();
        let place = workspace.findings.place_of(article).unwrap();
        let article = &workspace.findings.articles[place];
        assert_eq!(article.outlet(), outlet);
        assert_eq!(aside.is_some(), row.contains(", set aside: "));
        if let Some(block) = aside {
            let text = article.blocks()[block].text.clone();
            assert!(in_sight(&harness, outlet, &text), "{row}");
        }
    }
    // Put away again, nothing in it is looked at.
    assert!(spot(&harness).unwrap().aside.is_some());
    let asides = labels(&harness, Role::Button, "Set aside:").remove(0);
    press(&mut harness, &asides);
    assert_eq!(spot(&harness), None);
}

/// The agreement map has the text of one article: what was found in another stands in its column.
#[test]
fn what_the_agreement_map_has_not_is_shown_in_the_columns() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let mode = |harness: &Harness<'_, App>| harness.state().workspace().view.layout.mode;
    key(&mut harness, Modifiers::NONE, Key::A);
    assert_eq!(mode(&harness), Mode::Agreement);
    find(&mut harness, "gauge");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(mode(&harness), Mode::Agreement);
    let row = labels(&harness, Role::Button, "Queria Today, paragraph").remove(0);
    press(&mut harness, &row);
    harness.run_steps(20);
    assert_eq!(mode(&harness), Mode::Columns);
    assert!(in_sight(
        &harness,
        "Queria Today",
        row.split(": ").nth(1).unwrap()
    ));
    key(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(mode(&harness), Mode::Agreement);
}

/// Esc closes what came last, whatever was in focus before, and keys go to nothing else meanwhile.
#[test]
fn esc_leaves_the_bar_before_the_passage() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    key(&mut harness, Modifiers::ALT, Key::ArrowDown);
    let passage = focus(&harness);
    assert!(passage.is_some());
    find(&mut harness, "water");
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!harness.state().workspace().view.find.open);
    assert_eq!(focus(&harness), passage);
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(focus(&harness), None);
}
