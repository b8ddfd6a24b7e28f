//! Text of articles is selected, copied and set larger.

use super::*;
use egui::OutputCommand;

/// What an event copies: it and the frame in which it comes are looked at by themselves.
fn copied(harness: &mut Harness<'_, App>, event: Event) -> String {
    harness.run_steps(2);
    harness.input_mut().events.push(event);
    harness.step();
    let commands = &harness.output().platform_output.commands;
    let mut texts = commands.iter().filter_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    texts.next().unwrap_or_default()
}

/// Ctrl Shift C.
fn cite() -> Event {
    Event::Key {
        key: Key::C,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND | Modifiers::SHIFT,
    }
}

/// Drags from the first row of one paragraph into the first row of another.
fn drag(harness: &mut Harness<'_, App>, from: &str, to: &str) {
    let at = |harness: &Harness<'_, App>, start| place_of(harness, start).unwrap().min;
    let (from, to) = (at(harness, from), at(harness, to));
    let row = egui::vec2(2.0, 10.0);
    harness.hover_at(from + row);
    harness.step();
    harness.drag_at(from + row);
    harness.step();
    for part in 1..=4 {
        harness.hover_at(from + row + (to - from) * (part as f32 / 4.0) + egui::vec2(60.0, 0.0));
        harness.step();
    }
    harness.drop_at(to + row + egui::vec2(60.0, 0.0));
    settle(harness);
}

#[test]
fn text_is_selected_across_paragraphs_and_copied() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    drag(&mut harness, "VELLIN (Meridian)", "What the ministers did");
    let text = copied(&mut harness, Event::Copy);
    assert!(text.starts_with("VELLIN (Meridian)"), "{text}");
    assert!(text.contains(".\n\nWhat the"), "{text}");
    let cited = copied(&mut harness, cite());
    assert!(cited.starts_with(&format!("“{text}”\n— The Vellin Courier, “Neighbours")));
    assert!(cited.ends_with("paragraphs 1–2"), "{cited}");
    // Escape leaves the selection, then nothing is copied.
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert_eq!(harness.state().workspace().view.selected, None);
    assert_eq!(copied(&mut harness, Event::Copy), "");
}

#[test]
fn the_passage_in_focus_is_copied_with_its_sources() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    harness.key_press(Key::J);
    settle(&mut harness);
    let cited = copied(&mut harness, cite());
    assert!(cited.contains("The Vellin Courier") && cited.contains("Northern Ledger"));
}

#[test]
fn text_becomes_larger_within_bounds() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let size = |harness: &Harness<'_, App>| harness.state().workspace().view.text_size;
    let usual = size(&harness);
    let height =
        |harness: &Harness<'_, App>| place_of(harness, "VELLIN (Meridian)").unwrap().height();
    let before = height(&harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Plus);
    settle(&mut harness);
    assert_eq!(size(&harness), usual + 1);
    assert!(height(&harness) > before);
    for _ in 0..30 {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Minus);
        harness.step();
    }
    assert_eq!(size(&harness), 12);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
    settle(&mut harness);
    assert_eq!(size(&harness), usual);
}

/// What is looked at stays in sight when lines become longer or letters larger.
#[test]
fn the_passage_in_focus_stays_in_sight() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    for _ in 0..8 {
        harness.key_press(Key::J);
        settle(&mut harness);
    }
    let top = |harness: &Harness<'_, App>| {
        let name = labels(harness, Role::Button, "Passage 8,").remove(0);
        let node = harness.get_all_by_label(&name).next().unwrap();
        node.rect().top()
    };
    let before = top(&harness);
    for _ in 0..5 {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Plus);
        settle(&mut harness);
    }
    assert!((top(&harness) - before).abs() < 60.0);
}
