//! Filters say what they take away, and give it back.

use super::*;

#[test]
fn short_passages_are_hidden_and_shown_again() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    harness.get_by_label_contains("11 shared passages");
    assert!(labels(&harness, Role::Button, "Show all passages").is_empty());
    press(&mut harness, "Filter passages");
    press(&mut harness, "from 20 words");
    let line = texts(&harness, "")
        .into_iter()
        .find(|label| label.contains("hidden: "));
    let line = line.unwrap();
    assert!(line.contains("shorter than 20 words"), "{line}");
    // The legend counts everything, the status bar what is shown.
    assert!(harness.query_by_label_contains("11 shared").is_none());
    harness.get_by_label("verbatim 6");
    press(&mut harness, "Show all passages");
    harness.get_by_label_contains("11 shared passages");
    assert!(labels(&harness, Role::Button, "Show all passages").is_empty());
}

#[test]
fn only_what_stands_in_one_outlet_too() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    settle(&mut harness);
    commands::type_text(&mut harness, "stand in queria");
    harness.key_press(Key::Enter);
    settle(&mut harness);
    harness.get_by_label_contains("not in Queria Today");
    let workspace = harness.state().workspace();
    let findings = &workspace.findings;
    let place = findings
        .articles
        .iter()
        .position(|article| article.outlet() == "Queria Today")
        .unwrap();
    let shown = workspace.view.passages(findings);
    assert!(!shown.is_empty());
    let stands_there = |number: &usize| findings.passages[*number].in_article(place).is_some();
    assert!(shown.iter().all(stands_there));
}

/// A kind that is switched off is a filter like the others.
#[test]
fn a_kind_that_is_off_is_counted() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press(&mut harness, "verbatim 6");
    harness.get_by_label("6 passages hidden: 6 verbatim");
}
