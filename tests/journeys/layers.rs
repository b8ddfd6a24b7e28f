//! What lies over what: sheets over the window, files that are held over it above all.

use super::*;
use egui::epaint::ClippedShape;
use egui::{Shape, vec2};

/// Where a text that has these words is painted in sight: the later, the higher it lies.
fn layer_of(harness: &Harness<'_, App>, words: &str) -> Option<usize> {
    let shapes = harness.output().shapes.iter();
    let has = |one: &ClippedShape| match &one.shape {
        Shape::Text(text) => {
            let is_seen = one.clip_rect.intersects(text.visual_bounding_rect());
            is_seen && text.galley.text().contains(words)
        }
        _ => false,
    };
    let mut found = shapes.enumerate().filter(|(_, one)| has(one));
    found.next_back().map(|(at, _)| at)
}

/// Rests the pointer on a button until its tooltip is there.
fn rest_on(harness: &mut Harness<'_, App>, label: &str) {
    let at = harness.get_by_role_and_label(Role::Button, label).rect();
    harness.hover_at(at.center());
    for _ in 0..40 {
        harness.step();
    }
}

/// What the tooltip of that button says.
const UNDO: &str = "Undo (Ctrl Z)";

#[test]
fn a_sheet_takes_tooltips_away() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    rest_on(&mut harness, "Undo");
    assert!(layer_of(&harness, UNDO).is_some());
    harness.key_press(Key::F1);
    settle(&mut harness);
    harness.run_steps(20);
    assert!(layer_of(&harness, "Next, previous passage").is_some());
    assert_eq!(layer_of(&harness, UNDO), None);
}

#[test]
fn files_that_are_held_over_the_window_are_on_top() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    rest_on(&mut harness, "Undo");
    let hold = |harness: &mut Harness<'_, App>| {
        harness.input_mut().hovered_files = vec![egui::HoveredFile {
            path: Some(PathBuf::from("one.html")),
            ..egui::HoveredFile::default()
        }];
        harness.step();
    };
    hold(&mut harness);
    let drop = layer_of(&harness, "one.html");
    assert!(drop.is_some() && layer_of(&harness, UNDO) < drop);
    harness.input_mut().hovered_files = Vec::new();
    harness.key_press(Key::F1);
    settle(&mut harness);
    hold(&mut harness);
    let drop = layer_of(&harness, "one.html");
    assert!(layer_of(&harness, "Next, previous passage") < drop);
}

#[test]
fn the_sheet_of_keys_is_read_to_its_end_by_keys() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    harness.set_size(vec2(1280.0, 600.0));
    harness.key_press(Key::F1);
    settle(&mut harness);
    let last = "What was read in another column";
    assert_eq!(layer_of(&harness, last), None);
    harness.key_press(Key::End);
    harness.run_steps(40);
    assert!(layer_of(&harness, last).is_some());
}
