//! The reading view: band, agreement map, reading once, columns that move.

use std::path::PathBuf;

use eframe::egui;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Rect, TouchPhase, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crossread::app::{App, Start};
use crossread::locale::Language;
use crossread::workspace::View;
use crossread::workspace::reading::Mode;

use super::texts;
use super::{focus, labels, open, press, press_by_keyboard, settle};

const SAMPLE: &[&str] = &["assets/samples/en"];

/// The outlets of the columns, the base first.
fn outlets(harness: &Harness<'_, App>) -> Vec<String> {
    let workspace = harness.state().workspace();
    let columns = workspace.view.columns(&workspace.findings);
    let articles = &workspace.findings.articles;
    columns
        .iter()
        .map(|place| articles[*place].outlet().to_owned())
        .collect()
}

fn press_first(harness: &mut Harness<'_, App>, start: &str) {
    let name = labels(harness, Role::Button, start).remove(0);
    harness
        .get_all_by_role_and_label(Role::Button, &name)
        .next()
        .unwrap()
        .click();
    settle(harness);
}

fn key(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    settle(harness);
}

pub fn scroll(harness: &mut Harness<'_, App>, by: f32) {
    harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -by),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: MouseWheelSource::Wheel,
    });
    settle(harness);
}

/// The overview of a column.
fn strip(harness: &Harness<'_, App>, outlet: &str) -> Rect {
    let name = format!("Overview of {outlet}");
    harness.get_by_role_and_label(Role::ScrollBar, &name).rect()
}

/// Where this text stands, wherever it does.
fn texts_at(harness: &Harness<'_, App>, text: &str) -> Vec<Rect> {
    let labels = harness.query_all_by_role(Role::Label);
    let found = labels.filter(|node| {
        let inner = node.accesskit_node();
        inner.value().or(inner.label()).as_deref() == Some(text)
    });
    found.map(|node| node.rect()).collect()
}

/// Where the paragraph stands that begins so.
fn top_of(harness: &Harness<'_, App>, start: &str) -> f32 {
    let mut found = harness
        .query_all_by_label_contains(start)
        .filter(|node| node.accesskit_node().role() == Role::Label);
    found.next().unwrap().rect().top()
}

#[test]
fn the_band_says_who_has_what_and_leads_there() {
    let mut harness = open(Language::English, SAMPLE);
    for outlet in ["The Vellin Courier", "Northern Ledger", "Queria Today"] {
        let rows = labels(&harness, Role::Button, &format!("{outlet}: "));
        assert!(
            rows.iter().any(|row| row.contains("leaves out")),
            "{rows:?}"
        );
        assert!(
            rows.iter().any(|row| row.contains("only here, ")),
            "{rows:?}"
        );
    }
    press_first(&mut harness, "Queria Today: verbatim, ");
    assert!(focus(&harness).is_some());
    // What stands in one article alone is gone to.
    let cells = labels(&harness, Role::Button, "Queria Today: only here, ");
    let last = cells.last().unwrap().clone();
    let words = last.split('“').nth(1).unwrap().replace(" …”", "");
    harness.get_by_role_and_label(Role::Button, &last).click();
    settle(&mut harness);
    harness.run_steps(6);
    let top = top_of(&harness, words.split('”').next().unwrap());
    assert!((200.0..700.0).contains(&top), "{words}: {top}");
    press(&mut harness, "Band of all articles");
    assert!(labels(&harness, Role::Button, "Queria Today: verbatim, ").is_empty());
}

#[test]
fn the_band_is_drawn_out_by_keyboard() {
    let mut harness = open(Language::English, SAMPLE);
    let cells =
        |harness: &Harness<'_, App>| labels(harness, Role::Button, "The Vellin Courier: ").len();
    let before = cells(&harness);
    press_by_keyboard(&mut harness, "Draw the band out");
    press(&mut harness, "Draw the band out");
    // What is drawn out of sight has no button.
    assert!(cells(&harness) < before);
    press(&mut harness, "Draw the band together");
    press(&mut harness, "Draw the band together");
    assert_eq!(cells(&harness), before);
}

#[test]
fn one_article_is_read_against_all_others() {
    let mut harness = open(Language::English, SAMPLE);
    let words = |harness: &Harness<'_, App>| {
        let mut found = harness.query_all_by_label_contains("only here · ");
        let node = found.next().unwrap().accesskit_node();
        node.value().or(node.label()).unwrap()
    };
    key(&mut harness, Key::A);
    assert_eq!(
        harness.state().workspace().view.layout.mode,
        Mode::Agreement
    );
    let first = words(&harness);
    // Any article is the base by one key.
    let before = outlets(&harness);
    key(&mut harness, Key::B);
    assert_ne!(outlets(&harness)[0], before[0]);
    assert_ne!(words(&harness), first);
    // By mouse too.
    press(&mut harness, "Show the others against Northern Ledger");
    assert_eq!(outlets(&harness)[0], "Northern Ledger");
    // A note says what the others have; a press shows it whole.
    let note = labels(&harness, Role::Button, "1 of 2 outlets");
    assert!(
        note.iter()
            .any(|note| note.contains("Queria Today: not found")),
        "{note:?}"
    );
    // What is not there comes last.
    let last = |note: &String| !note.contains(": not found") || note.ends_with(": not found");
    assert!(note.iter().all(last), "{note:?}");
    press_first(&mut harness, "2 of 2 outlets");
    assert!(focus(&harness).is_some());
    harness.get_by_label_contains(" of 12");
    key(&mut harness, Key::J);
    press(&mut harness, "Columns");
    assert!(labels(&harness, Role::Button, "2 of 2 outlets").is_empty());
}

#[test]
fn what_was_marked_read_is_dimmed_elsewhere_and_comes_back() {
    let mut harness = open(Language::English, SAMPLE);
    let dimmed = |harness: &Harness<'_, App>| {
        let names = labels(harness, Role::Button, "Passage ");
        names
            .iter()
            .filter(|name| name.ends_with("(read already)"))
            .count()
    };
    key(&mut harness, Key::J);
    key(&mut harness, Key::R);
    assert_eq!(dimmed(&harness), 1);
    harness.get_by_label_contains("Read already: ");
    // What was marked by mistake.
    key(&mut harness, Key::R);
    assert_eq!(dimmed(&harness), 0);
    key(&mut harness, Key::R);
    key(&mut harness, Key::D);
    assert_eq!(dimmed(&harness), 0);
    harness.get_by_label("Read already: not dimmed");
    key(&mut harness, Key::D);
    press(&mut harness, "Forget what was read");
    assert_eq!(dimmed(&harness), 0);
    assert!(harness.query_by_label_contains("Read already: ").is_none());
}

#[test]
fn what_was_scrolled_past_slowly_was_read() {
    let mut harness = open(Language::English, SAMPLE);
    let read = |harness: &Harness<'_, App>| harness.state().workspace().view.layout.read.len();
    harness.hover_at(pos2(400.0, 700.0));
    settle(&mut harness);
    // A quarter of a second a frame: ten seconds pass.
    harness.run_steps(40);
    assert_eq!(read(&harness), 0);
    for _ in 0..8 {
        scroll(&mut harness, 60.0);
    }
    assert!(read(&harness) > 0);
}

/// With nothing to compare a column says why there is no share.
#[test]
fn the_dash_of_an_article_alone_says_why() {
    let mut harness = open(Language::English, &["assets/samples/en/queria-today.txt"]);
    let head = strip(&harness, "Queria Today").top();
    let dash = {
        let found = texts_at(&harness, "–");
        let place = found
            .into_iter()
            .find(|rect| rect.left() > 260.0 && rect.top() < head);
        place.unwrap().center()
    };
    harness.hover_at(dash);
    harness.run_steps(8);
    harness.get_by_label_contains("nothing to compare with yet");
}

/// In a narrow window the inspector takes a column off the screen; it hides none.
#[test]
fn columns_make_room_for_the_inspector() {
    let mut harness = open(Language::English, SAMPLE);
    harness.set_size(vec2(1280.0, 800.0));
    settle(&mut harness);
    harness.get_by_label_contains("Width of Northern Ledger and Queria Today");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::I);
    settle(&mut harness);
    let title = {
        let mut found = harness.query_all_by_label_contains("Published");
        found.next().unwrap().rect()
    };
    let body = |outlet: &str| {
        let name = format!("Close {outlet}");
        let close = format!("Take {outlet} off the screen");
        let node = harness.query_by_label(&close);
        node.unwrap_or_else(|| harness.get_by_label(&name)).rect()
    };
    assert!(body("Northern Ledger").right() < title.left());
    assert!(
        harness
            .query_by_label("Take Queria Today off the screen")
            .is_none()
    );
    harness.get_by_label("1–2 / 3");
}

/// What stood in sight for long and was left by a jump was not scrolled past.
#[test]
fn what_a_jump_passes_was_not_read() {
    let mut harness = open(Language::English, SAMPLE);
    let read = |harness: &Harness<'_, App>| harness.state().workspace().view.layout.read.len();
    harness.run_steps(40);
    for _ in 0..8 {
        key(&mut harness, Key::J);
        harness.run_steps(40);
    }
    let strip = strip(&harness, "The Vellin Courier");
    for y in [
        strip.bottom() - 4.0,
        strip.top() + 4.0,
        strip.bottom() - 4.0,
    ] {
        harness.drag_at(pos2(strip.center().x, y));
        harness.drop_at(pos2(strip.center().x, y));
        settle(&mut harness);
        harness.run_steps(40);
    }
    assert_eq!(read(&harness), 0);
}

#[test]
fn larger_letters_keep_the_line_of_the_agreement_map_in_its_place() {
    let mut harness = open(Language::English, SAMPLE);
    key(&mut harness, Key::A);
    harness.hover_at(pos2(500.0, 600.0));
    for _ in 0..12 {
        scroll(&mut harness, 60.0);
    }
    harness.run_steps(40);
    // The paragraph at the height at which a reader reads.
    let (start, before) = {
        let rows = harness.query_all_by_role(Role::Label);
        let texts = rows.filter_map(|node| {
            let inner = node.accesskit_node();
            let node = (node.rect(), inner.value().or(inner.label())?);
            (node.1.len() > 80 && node.0.left() > 250.0).then_some(node)
        });
        let (rect, text) = texts
            .min_by(|one, two| {
                let far = |rect: &Rect| (rect.top() - 400.0).abs();
                far(&one.0).total_cmp(&far(&two.0))
            })
            .unwrap();
        (text.chars().take(60).collect::<String>(), rect.top())
    };
    for _ in 0..4 {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Plus);
        settle(&mut harness);
    }
    harness.run_steps(40);
    let moved = top_of(&harness, &start) - before;
    assert!(moved.abs() < 90.0, "{start}: {moved}");
}

#[test]
fn columns_are_moved_by_menu_and_by_dragging() {
    let mut harness = open(Language::English, SAMPLE);
    let before = outlets(&harness);
    assert_eq!(
        before,
        ["The Vellin Courier", "Northern Ledger", "Queria Today"]
    );
    press(&mut harness, "More about Queria Today");
    press(&mut harness, "Move to the left");
    assert_eq!(
        outlets(&harness),
        ["The Vellin Courier", "Queria Today", "Northern Ledger"]
    );
    // The first column is the base.
    let head = strip(&harness, "Northern Ledger");
    let (from, to) = (
        pos2(head.left() + 120.0, head.top() - 12.0),
        pos2(300.0, head.top() - 12.0),
    );
    harness.drag_at(from);
    harness.run_steps(1);
    harness.hover_at(to);
    harness.run_steps(2);
    harness.drop_at(to);
    settle(&mut harness);
    assert_eq!(
        outlets(&harness),
        ["Northern Ledger", "The Vellin Courier", "Queria Today"]
    );
    press_by_keyboard(&mut harness, "More about The Vellin Courier");
    press_by_keyboard(&mut harness, "Show the others against this one");
    assert_eq!(outlets(&harness)[0], "The Vellin Courier");
}

#[test]
fn a_splitter_is_moved_by_mouse_and_by_keyboard() {
    let mut harness = open(Language::English, SAMPLE);
    let name = "Width of The Vellin Courier and Northern Ledger";
    let at = |harness: &Harness<'_, App>| strip(harness, "Northern Ledger").left();
    let before = at(&harness);
    let gutter = harness.get_by_role_and_label(Role::Splitter, name).rect();
    let grip = pos2(gutter.center().x, gutter.top() + 10.0);
    harness.drag_at(grip);
    harness.run_steps(2);
    harness.hover_at(grip + vec2(24.0, 0.0));
    harness.run_steps(2);
    harness.drop_at(grip + vec2(24.0, 0.0));
    settle(&mut harness);
    let wider = at(&harness);
    assert!((wider - before - 24.0).abs() < 4.0, "{before} {wider}");
    harness.get_by_role_and_label(Role::Splitter, name).focus();
    harness.run_steps(2);
    key(&mut harness, Key::ArrowLeft);
    assert!((wider - at(&harness) - 16.0).abs() < 2.0);
}

/// In a window that is wider than the columns, a splitter moves what lies beside it, and nothing else.
#[test]
fn a_splitter_in_a_wide_window_moves_nothing_but_what_is_dragged() {
    let mut harness = open(Language::English, SAMPLE);
    harness.set_size(vec2(2560.0, 1440.0));
    settle(&mut harness);
    let left = |harness: &Harness<'_, App>| {
        ["The Vellin Courier", "Northern Ledger", "Queria Today"]
            .map(|outlet| strip(harness, outlet).left())
    };
    let before = left(&harness);
    let name = "Width of The Vellin Courier and Northern Ledger";
    harness.get_by_role_and_label(Role::Splitter, name).focus();
    harness.run_steps(2);
    key(&mut harness, Key::ArrowLeft);
    let after = left(&harness);
    assert!((before[1] - after[1] - 16.0).abs() < 2.0);
    for outlet in [0, 2] {
        assert!((before[outlet] - after[outlet]).abs() < 2.0);
    }
}

#[test]
fn the_base_and_what_was_read_are_there_again_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let session = folder.path().join("session.json");
    let start = |paths: &[&str], view: View| {
        let start = Start {
            paths: paths.iter().map(PathBuf::from).collect(),
            session: Some(session.clone()),
            view: Some(view),
        };
        let builder = Harness::builder().with_size([1600.0, 1000.0]);
        let mut harness = builder.build_eframe(|cc| App::new(cc, start));
        settle(&mut harness);
        harness
    };
    let mut english = View::default();
    english.language = Language::English;
    let mut harness = start(SAMPLE, english);
    press(&mut harness, "More about Queria Today");
    press(&mut harness, "Show the others against this one");
    key(&mut harness, Key::J);
    key(&mut harness, Key::R);
    let dimmed = |harness: &Harness<'_, App>| {
        let names = labels(harness, Role::Button, "Passage ");
        names.iter().any(|name| name.ends_with("(read already)"))
    };
    assert!(dimmed(&harness));
    while !session.exists() {
        harness.step();
    }
    // A window keeps the view as text.
    let kept = serde_json::to_string(&harness.state().workspace().view).unwrap();
    drop(harness);
    let harness = start(&[], serde_json::from_str(&kept).unwrap());
    assert_eq!(outlets(&harness)[0], "Queria Today");
    assert!(dimmed(&harness));
}

#[test]
fn a_column_scrolls_alone_and_is_pinned_level() {
    let mut harness = open(Language::English, SAMPLE);
    press(&mut harness, "More about Northern Ledger");
    press(&mut harness, "Let it scroll alone");
    let paragraph = "Tarnholm and Queria agreed on Thursday to exchange";
    let before = top_of(&harness, paragraph);
    let strip = strip(&harness, "Northern Ledger");
    harness.hover_at(pos2(strip.right() + 60.0, strip.center().y));
    harness.run_steps(2);
    scroll(&mut harness, 200.0);
    harness.run_steps(6);
    // The base did not move.
    assert!((top_of(&harness, paragraph) - before).abs() < 1.0);
    press(&mut harness, "More about Northern Ledger");
    press(&mut harness, "Keep level as it stands now");
    let pins = &harness.state().workspace().view.layout.pins;
    assert_eq!(pins.len(), 1);
    assert!(harness.state().workspace().view.layout.loose.is_empty());
    press_first(&mut harness, "Let go: level with ");
    assert!(harness.state().workspace().view.layout.pins.is_empty());
}

#[test]
fn a_column_is_pinned_and_let_go_by_the_keyboard_alone() {
    let mut harness = open(Language::English, SAMPLE);
    let pins = |harness: &Harness<'_, App>| harness.state().workspace().view.layout.pins.len();
    press_by_keyboard(&mut harness, "More about Northern Ledger");
    press_by_keyboard(&mut harness, "Let it scroll alone");
    let name = "Overview of Northern Ledger";
    for _ in 0..120 {
        let strip = harness.get_by_role_and_label(Role::ScrollBar, name);
        if strip.accesskit_node().is_focused() {
            break;
        }
        harness.key_press(Key::Tab);
        harness.run_steps(2);
    }
    for _ in 0..4 {
        key(&mut harness, Key::ArrowDown);
    }
    press_by_keyboard(&mut harness, "More about Northern Ledger");
    press_by_keyboard(&mut harness, "Keep level as it stands now");
    assert_eq!(pins(&harness), 1);
    let name = labels(&harness, Role::Button, "Let go: level with ").remove(0);
    press_by_keyboard(&mut harness, &name);
    assert_eq!(pins(&harness), 0);
}

#[test]
fn columns_scroll_by_the_keyboard_from_their_overview() {
    let mut harness = open(Language::English, SAMPLE);
    let paragraph = "Tarnholm and Queria agreed on Thursday to exchange";
    let before = top_of(&harness, paragraph);
    let name = "Overview of Queria Today";
    harness.get_by_role_and_label(Role::ScrollBar, name).focus();
    harness.run_steps(2);
    key(&mut harness, Key::PageDown);
    harness.run_steps(4);
    // The others follow.
    assert!(
        harness
            .query_by_label_contains(paragraph)
            .is_none_or(|node| node.rect().top() < before)
    );
}

#[test]
fn what_does_not_fit_is_brought_in_by_its_letters() {
    let mut harness = open(Language::Indonesian, &["assets/samples/id"]);
    harness.set_size(vec2(1000.0, 800.0));
    settle(&mut harness);
    harness.run_steps(4);
    let hidden = labels(&harness, Role::Button, "Tampilkan ");
    let name = hidden
        .iter()
        .find(|name| name.contains("Layar Pagi"))
        .unwrap()
        .clone();
    press(&mut harness, &name);
    harness.run_steps(4);
    strip_named(&harness, "Ikhtisar Layar Pagi");
    press(&mut harness, "Singkirkan Layar Pagi dari layar");
    press(&mut harness, "Kembalikan Layar Pagi ke layar");
    assert_eq!(outlets(&harness).len(), 4);
}

fn strip_named(harness: &Harness<'_, App>, name: &str) {
    harness.get_by_role_and_label(Role::ScrollBar, name);
}

/// One article alone shares nothing with nobody: a dash, not "0%".
#[test]
fn an_article_alone_has_no_share() {
    for (language, hint, share) in [
        (
            Language::English,
            "nothing to compare with yet",
            "0% shared",
        ),
        (Language::Indonesian, "belum ada pembanding", "0% bersama"),
    ] {
        let mut harness = open(language, &["assets/samples/en/vellin-courier.txt"]);
        assert!(texts(&harness, share).is_empty());
        harness.get_by_label("–");
        let row = labels(&harness, Role::Button, "The Vellin Courier: ").remove(0);
        harness.get_by_role_and_label(Role::Button, &row).hover();
        harness.run_steps(90);
        assert!(harness.query_by_label(hint).is_some());
        let mut all = open(language, &["assets/samples/en"]);
        assert!(all.query_by_label("–").is_none());
        settle(&mut all);
        let shared = share.trim_start_matches('0');
        let heads = texts(&all, "").into_iter();
        assert_eq!(heads.filter(|text| text.ends_with(shared)).count(), 3);
    }
}

/// With two columns alone, what stands above them is of the two, and says so.
#[test]
fn the_share_above_a_pair_is_of_the_pair() {
    let mut harness = open(Language::English, SAMPLE);
    let shares = |harness: &Harness<'_, App>| -> Vec<String> {
        let all = texts(harness, "").into_iter();
        all.filter(|text| text.ends_with("% shared")).collect()
    };
    let before = shares(&harness);
    press(&mut harness, "Take Queria Today off the screen");
    let after = shares(&harness);
    assert_eq!((before.len(), after.len()), (3, 2));
    assert_ne!(before[..2], after[..]);
    harness.get_by_label(&after[0]).hover();
    harness.run_steps(90);
    harness.get_by_label_contains("words that Northern Ledger also has");
}

/// In a narrow window the band says which rows have their columns on the screen.
#[test]
fn the_band_says_whose_columns_are_on_the_screen() {
    let mut harness = open(Language::English, SAMPLE);
    let on = |harness: &Harness<'_, App>| -> Vec<bool> {
        let rows = harness.query_all_by_role(Role::Button);
        rows.filter_map(|node| {
            let node = node.accesskit_node();
            let row = node.label()?.contains("; leaves out ");
            row.then(|| node.toggled() == Some(egui::accesskit::Toggled::True))
        })
        .collect()
    };
    assert_eq!(on(&harness), [true, true, true]);
    harness.set_size([900.0, 600.0].into());
    settle(&mut harness);
    let narrow = on(&harness);
    assert!(
        narrow.first() == Some(&true) && narrow.contains(&false),
        "{narrow:?}"
    );
}
