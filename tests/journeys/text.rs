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
    // Where there is nothing to cite, the key says so.
    harness.event(cite());
    settle(&mut harness);
    harness.get_by_label("Copy with citation: no passage is in focus and no text selected.");
}

#[test]
fn the_passage_in_focus_is_copied_with_its_sources() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    harness.key_press(Key::J);
    settle(&mut harness);
    let cited = copied(&mut harness, cite());
    assert!(cited.contains("The Vellin Courier") && cited.contains("Northern Ledger"));
}

/// The page says on which weekday and which day of which month; the year was worked out.
#[test]
fn a_citation_marks_a_date_that_was_worked_out() {
    let mut harness = open(Language::English, &["assets/samples/id"]);
    harness.key_press(Key::J);
    settle(&mut harness);
    let cited = copied(&mut harness, cite());
    let source = |outlet: &str| cited.lines().find(|line| line.starts_with(outlet)).unwrap();
    assert!(
        source("— Harian Selat").contains(", 14 Apr 2026, "),
        "{cited}"
    );
    assert!(cited.contains(", [14 Apr 2026], "), "{cited}");
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

#[test]
fn everything_becomes_larger_within_bounds() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let points = |harness: &Harness<'_, App>| harness.ctx.content_rect().width();
    let usual = points(&harness);
    for _ in 0..5 {
        harness.key_press_modifiers(Modifiers::ALT, Key::Plus);
        settle(&mut harness);
    }
    assert!((points(&harness) * 1.5 - usual).abs() < 2.0);
    for _ in 0..30 {
        harness.key_press_modifiers(Modifiers::ALT, Key::Minus);
        settle(&mut harness);
    }
    assert!((points(&harness) * 0.8 - usual).abs() < 2.0);
    harness.key_press_modifiers(Modifiers::ALT, Key::Num0);
    settle(&mut harness);
    assert!((points(&harness) - usual).abs() < 2.0);
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

/// Holds Shift, or Ctrl and Shift, and presses a key some times.
fn select(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key, times: usize) {
    for _ in 0..times {
        harness.key_press_modifiers(modifiers | Modifiers::SHIFT, key);
        settle(harness);
    }
}

fn selected(harness: &Harness<'_, App>) -> String {
    let workspace = harness.state().workspace();
    let Some((article, span)) = workspace.view.selected_text() else {
        return String::new();
    };
    let place = workspace.findings.place_of(article).unwrap();
    let body = workspace.findings.articles[place].body();
    span.of(&body.text).to_owned()
}

/// With nothing pressed the line that is read is where keys begin; Ctrl takes words.
#[test]
fn text_is_selected_by_the_keyboard_alone() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    select(&mut harness, Modifiers::COMMAND, Key::ArrowRight, 2);
    assert_eq!(selected(&harness), "VELLIN (Meridian");
    select(&mut harness, Modifiers::NONE, Key::ArrowRight, 1);
    assert_eq!(selected(&harness), "VELLIN (Meridian)");
    harness.get_by_label("2 words selected");
    select(&mut harness, Modifiers::NONE, Key::ArrowDown, 1);
    let sentence = selected(&harness);
    assert!(sentence.starts_with("VELLIN (Meridian) — ") && sentence.ends_with('.'));
    select(&mut harness, Modifiers::COMMAND, Key::ArrowDown, 3);
    assert!(selected(&harness).len() > 2 * sentence.len());
    select(&mut harness, Modifiers::COMMAND, Key::ArrowUp, 9);
    assert_eq!(selected(&harness), "");
    select(&mut harness, Modifiers::NONE, Key::ArrowDown, 1);
    let cited = copied(&mut harness, cite());
    assert!(cited.ends_with("paragraph 1"), "{cited}");
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert_eq!(selected(&harness), "");
}

/// The line that is read may begin anywhere in a sentence.
#[test]
fn sentences_are_selected_whole() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let place = harness.get_by_label_contains("VELLIN (Meridian)").rect();
    harness.hover_at(place.center());
    for _ in 0..3 {
        reading::scroll(&mut harness, 30.0);
    }
    let body = harness.state().workspace().findings.articles[0]
        .body()
        .text
        .clone();
    select(&mut harness, Modifiers::NONE, Key::ArrowDown, 1);
    let sentence = selected(&harness);
    let (before, _) = body.split_once(&sentence).unwrap();
    assert!(before.trim_end().ends_with(['.', '”']), "{sentence}");
    assert!(sentence.ends_with('.'), "{sentence}");
}

#[test]
fn selected_text_is_copied_by_the_secondary_button() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    drag(&mut harness, "VELLIN (Meridian)", "What the ministers did");
    harness
        .get_by_label_contains("VELLIN (Meridian)")
        .click_secondary();
    settle(&mut harness);
    press(&mut harness, "Copy the selected text");
    harness.get_by_label("Copied.");
}

/// What the program kept and the reader does not want: it is compared no more, and comes back.
#[test]
fn a_paragraph_is_set_aside_by_the_secondary_button() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let start = "VELLIN (Meridian)";
    let body = |harness: &Harness<'_, App>| {
        let articles = &harness.state().workspace().findings.articles;
        let bodies = articles.iter().map(|article| article.body().text.as_str());
        bodies.collect::<Vec<_>>().join("\n")
    };
    let before = body(&harness);
    harness.get_by_label_contains(start).click_secondary();
    settle(&mut harness);
    press(&mut harness, "Set this paragraph aside");
    assert!(before.contains(start) && !body(&harness).contains(start));
    let show = labels(&harness, Role::Button, "Set aside:").remove(0);
    press(&mut harness, &show);
    assert!(harness.query_all_by_label_contains(start).count() > 0);
    harness
        .get_all_by_role_and_label(Role::Button, "Undo")
        .next()
        .unwrap()
        .click();
    settle(&mut harness);
    assert_eq!(body(&harness), before);
}

/// By keys: the paragraphs in which text is selected.
#[test]
fn a_paragraph_is_set_aside_from_the_palette() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    select(&mut harness, Modifiers::NONE, Key::ArrowDown, 1);
    let sentence = selected(&harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    settle(&mut harness);
    commands::type_text(&mut harness, "set aside paragraphs");
    harness.key_press(Key::Enter);
    settle(&mut harness);
    harness.get_by_label_contains("The paragraph is set aside");
    let articles = &harness.state().workspace().findings.articles;
    assert!(
        articles
            .iter()
            .all(|article| !article.body().text.contains(&sentence))
    );
}

/// A passage in focus is taken in; in the column whose overview has the keyboard. The end stays in sight.
#[test]
fn a_selection_grows_from_the_passage_in_focus() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    harness.key_press(Key::J);
    settle(&mut harness);
    let witness = |harness: &Harness<'_, App>, outlet: &str| {
        let workspace = harness.state().workspace();
        let passage = focus(harness).unwrap();
        let passage = passage.passage(&workspace.findings).unwrap();
        let articles = workspace.findings.articles.iter();
        let mut places = articles.enumerate();
        let place = places.find(|(_, article)| article.outlet() == outlet);
        let (place, article) = place.unwrap();
        let span = passage.in_article(place).unwrap().span;
        span.of(&article.body().text).to_owned()
    };
    select(&mut harness, Modifiers::COMMAND, Key::ArrowRight, 1);
    let own = witness(&harness, "The Vellin Courier");
    let more = selected(&harness);
    assert!(more.starts_with(&own) && more.len() > own.len(), "{more}");
    // The next passage is another beginning; so is another column.
    harness.key_press(Key::J);
    harness.key_press(Key::K);
    settle(&mut harness);
    harness
        .get_by_role_and_label(Role::ScrollBar, "Overview of Northern Ledger")
        .focus();
    settle(&mut harness);
    select(&mut harness, Modifiers::COMMAND, Key::ArrowLeft, 1);
    let theirs = witness(&harness, "Northern Ledger");
    assert!(selected(&harness).ends_with(&theirs), "{theirs}");
    select(&mut harness, Modifiers::COMMAND, Key::ArrowDown, 40);
    harness.run_steps(10);
    let strip = "Overview of Northern Ledger";
    let column = harness.get_by_role_and_label(Role::ScrollBar, strip).rect();
    let end = selected(&harness);
    let last = end.rsplit("\n\n").next().unwrap();
    let text = place_of(&harness, last).unwrap();
    assert!(
        text.bottom() < column.bottom() + 20.0,
        "{text:?} {column:?}"
    );
}
