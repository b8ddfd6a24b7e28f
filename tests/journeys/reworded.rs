//! Reworded passages, from switch to inspector.

use crossread::analysis::Kind;

use super::*;

/// The Indonesian samples with their first reworded passage in focus, and what that is called.
fn with_reworded() -> (Harness<'static, App>, String) {
    let mut harness = open(Language::English, &["assets/samples/id"]);
    let workspace = harness.state().workspace();
    let findings = &workspace.findings;
    let order = workspace.view.passages(findings);
    let reworded = |number: &usize| findings.passages[*number].kind == Kind::Reworded;
    let at = order.iter().position(reworded).unwrap();
    for _ in 0..=at {
        harness.key_press(Key::J);
        settle(&mut harness);
    }
    (harness, format!("Passage {}, reworded", at + 1))
}

#[test]
fn both_sentences_stand_whole() {
    let (harness, name) = with_reworded();
    assert!(labels(&harness, Role::Button, &name).len() > 1);
    assert!(harness.query_all_by_label("reworded").count() > 0);
    // No word is counted against the base, and none is struck.
    assert!(harness.query_by_label_contains(" of 21 words").is_none());
    let workspace = harness.state().workspace();
    let passage = focus(&harness).unwrap();
    let passage = passage.passage(&workspace.findings).unwrap();
    for witness in &passage.witnesses {
        let body = workspace.findings.articles[witness.article].body();
        harness.get_by_label(witness.span.of(&body.text));
    }
}

#[test]
fn they_have_a_switch_of_their_own() {
    let (mut harness, name) = with_reworded();
    let near = labels(&harness, Role::Button, "near-verbatim ").remove(0);
    press(&mut harness, &near);
    assert!(!labels(&harness, Role::Button, "Passage").is_empty());
    press(&mut harness, &near);
    press(&mut harness, "reworded 2");
    assert!(labels(&harness, Role::Button, &name).is_empty());
    press(&mut harness, "reworded 2");
    assert!(!labels(&harness, Role::Button, &name).is_empty());
}
