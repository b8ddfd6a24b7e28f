//! From place to place, and back.

use super::*;
use crossread::analysis::Kind;

fn key(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    settle(harness);
}

fn kind(harness: &Harness<'_, App>) -> Option<Kind> {
    let findings = &harness.state().workspace().findings;
    Some(focus(harness)?.passage(findings)?.kind)
}

#[test]
fn passages_of_one_kind_are_stepped_through() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let verbatim = "verbatim 6";
    harness.get_by_label(verbatim);
    let mut seen = Vec::new();
    for _ in 0..6 {
        key(&mut harness, Modifiers::ALT, Key::Num1);
        assert_eq!(kind(&harness), Some(Kind::Verbatim));
        seen.extend(focus(&harness));
    }
    let first = seen[0];
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 6);
    key(&mut harness, Modifiers::ALT, Key::Num1);
    assert_eq!(focus(&harness), Some(first));
    key(&mut harness, Modifiers::ALT | Modifiers::SHIFT, Key::Num2);
    assert_eq!(kind(&harness), Some(Kind::Near));
}

#[test]
fn paragraphs_that_stand_only_here_are_stepped_through() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let only = {
        let workspace = harness.state().workspace();
        workspace.view.only_here(&workspace.findings)
    };
    harness.get_by_label(&format!("only here {}", only.len()));
    for wanted in &only {
        key(&mut harness, Modifiers::ALT, Key::Num5);
        assert_eq!(harness.state().workspace().view.spot, Some(*wanted));
    }
    key(&mut harness, Modifiers::ALT, Key::Num5);
    assert_eq!(harness.state().workspace().view.spot, Some(only[0]));
}

#[test]
fn after_a_jump_there_is_a_way_back_and_forward() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let name = labels(&harness, Role::Button, "Passage 1,").remove(0);
    harness.get_all_by_label(&name).next().unwrap().click();
    settle(&mut harness);
    let first = focus(&harness);
    // A walk of many steps is one way.
    for _ in 0..4 {
        key(&mut harness, Modifiers::ALT, Key::ArrowDown);
    }
    let last = focus(&harness);
    assert_ne!(first, last);
    key(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(focus(&harness), first);
    key(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(focus(&harness), last);
    press(&mut harness, "Back to where I was");
    press(&mut harness, "Back to where I was");
    assert_eq!(focus(&harness), None);
}

/// The article that was the base is the base again.
#[test]
fn the_way_back_leads_to_the_base_of_before() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let base = |harness: &Harness<'_, App>| {
        let workspace = harness.state().workspace();
        workspace.view.columns(&workspace.findings)[0]
    };
    let before = base(&harness);
    press(&mut harness, "Queria Today");
    assert_ne!(base(&harness), before);
    key(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(base(&harness), before);
}

#[test]
fn a_walk_over_hits_is_one_way() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    key(&mut harness, Modifiers::NONE, Key::J);
    let before = focus(&harness);
    key(&mut harness, Modifiers::COMMAND, Key::F);
    commands::type_text(&mut harness, "water");
    for _ in 0..4 {
        key(&mut harness, Modifiers::NONE, Key::F3);
    }
    assert_eq!(focus(&harness), None);
    key(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(focus(&harness), before);
}
