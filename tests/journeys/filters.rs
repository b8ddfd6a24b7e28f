//! Filters say what they take away, and give it back.

use super::*;

#[test]
fn short_passages_are_hidden_and_shown_again() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    harness.get_by_label_contains("12 shared passages");
    assert!(labels(&harness, Role::Button, "Show all passages").is_empty());
    press(&mut harness, "Filter passages");
    press(&mut harness, "from 20 words");
    let line = texts(&harness, "")
        .into_iter()
        .find(|label| label.contains("hidden: "));
    let line = line.unwrap();
    assert!(line.contains("shorter than 20 words"), "{line}");
    // The legend counts everything, the status bar what is shown.
    assert!(harness.query_by_label_contains("12 shared").is_none());
    harness.get_by_label("verbatim 6");
    harness.get_by_label("moved 3");
    press(&mut harness, "Show all passages");
    harness.get_by_label_contains("12 shared passages");
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

/// The marks of what stands in one article alone are no passages; the line says that they are off all the same.
#[test]
fn paragraphs_that_are_not_marked_are_counted() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press(&mut harness, "only here 7");
    harness.get_by_label("not marked: 7 paragraphs that stand only here");
    press(&mut harness, "verbatim 6");
    harness.get_by_label(
        "6 passages hidden: 6 verbatim; not marked: 7 paragraphs that stand only here",
    );
    press(&mut harness, "Show all passages");
    assert!(labels(&harness, Role::Button, "Show all passages").is_empty());
}

/// Evidence does not change by how it is looked at.
#[test]
fn the_agreement_map_counts_what_filters_hide() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let legend = |harness: &Harness<'_, App>| -> Vec<String> {
        let all = texts(harness, "").into_iter();
        all.filter(|text| text.ends_with(" words") && text.contains(" · "))
            .collect()
    };
    harness.key_press(Key::A);
    settle(&mut harness);
    let all = legend(&harness);
    assert_eq!(all.len(), 3, "{all:?}");
    press(&mut harness, "Columns");
    press(&mut harness, "verbatim 6");
    press(&mut harness, "near-verbatim 5");
    harness.key_press(Key::A);
    settle(&mut harness);
    assert_eq!(legend(&harness), all);
    assert!(!labels(&harness, Role::Button, "2 of 2 outlets").is_empty());
    // There are no switches here, and the reason stands in their place.
    harness.get_by_label_contains("All shared wording counts here");
    assert!(labels(&harness, Role::Button, "verbatim 6").is_empty());
    assert!(harness.query_by_label_contains("hidden: ").is_none());
    press(&mut harness, "Columns");
    harness.get_by_label("11 passages hidden: 6 verbatim, 5 near-verbatim");
}
