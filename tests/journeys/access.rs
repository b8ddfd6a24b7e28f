//! Whatever can be pressed or typed into has a name.

use super::*;

/// Roles of what a reader acts on.
const CONTROLS: [Role; 9] = [
    Role::Button,
    Role::CheckBox,
    Role::ComboBox,
    Role::Link,
    Role::MenuItem,
    Role::RadioButton,
    Role::Slider,
    Role::Switch,
    Role::TextInput,
];

fn all_have_names(harness: &Harness<'_, App>, state: &str) {
    let mut count = 0;
    for role in CONTROLS {
        for node in harness.query_all_by_role(role) {
            let label = node.accesskit_node().label().unwrap_or_default();
            let place = node.rect();
            assert!(!label.trim().is_empty(), "{state}: {role:?} at {place:?}");
            count += 1;
        }
    }
    assert!(count > 3, "{state}");
}

fn key(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    settle(harness);
}

#[test]
fn every_control_has_a_name() {
    let mut harness = open(Language::English, &[]);
    all_have_names(&harness, "first page");
    let files = ["assets/samples/id/warta-samira.txt", "not/there.txt"];
    drop_files(&mut harness, &files.map(PathBuf::from));
    all_have_names(&harness, "report");
    let mut harness = open(Language::Indonesian, &["assets/samples/id"]);
    all_have_names(&harness, "columns");
    key(&mut harness, Modifiers::NONE, Key::J);
    all_have_names(&harness, "passage");
    key(&mut harness, Modifiers::COMMAND, Key::F);
    commands::type_text(&mut harness, "kapal");
    all_have_names(&harness, "find");
    press(&mut harness, "Saring bagian");
    all_have_names(&harness, "filters");
    key(&mut harness, Modifiers::NONE, Key::Escape);
    for (modifiers, name, state) in [
        (Modifiers::COMMAND, Key::K, "palette"),
        (Modifiers::NONE, Key::F1, "keys"),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::N, "names"),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::T, "offices"),
    ] {
        let field = harness.query_by_role_and_label(Role::TextInput, "Cari di semua artikel");
        assert!(field.is_some());
        key(&mut harness, modifiers, name);
        assert!(harness.state().workspace().view.sheet.is_some(), "{state}");
        all_have_names(&harness, state);
        key(&mut harness, Modifiers::NONE, Key::Escape);
    }
    harness.set_size([900.0, 600.0].into());
    settle(&mut harness);
    key(&mut harness, Modifiers::COMMAND, Key::I);
    all_have_names(&harness, "narrow");
}

/// What has the keyboard.
fn focused(harness: &Harness<'_, App>) -> String {
    let all = harness.query_all_by(|node| node.is_focused());
    let node = all.map(|node| node.accesskit_node()).next_back().unwrap();
    node.label().unwrap_or_default()
}

#[test]
fn a_key_leads_from_panel_to_panel() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let mut press = |modifiers| {
        key(&mut harness, modifiers, Key::F6);
        focused(&harness)
    };
    let open_meeting = press(Modifiers::NONE);
    assert!(open_meeting.starts_with("Osric Vane"), "{open_meeting}");
    assert!(press(Modifiers::NONE).starts_with("verbatim"), "the text");
    assert_eq!(press(Modifiers::NONE), "Edit headline", "the inspector");
    assert_eq!(press(Modifiers::NONE), "Library on, off", "the top bar");
    assert_eq!(press(Modifiers::NONE), "Import report", "the status bar");
    assert_eq!(press(Modifiers::NONE), open_meeting, "round");
    assert_eq!(press(Modifiers::SHIFT), "Import report", "back");
}

/// From row to row, not to what stands in their corners; the row with the keyboard is in sight.
#[test]
fn arrow_keys_go_through_the_rows_of_the_library() {
    let files = ["assets/samples/en", "assets/samples/id"];
    let mut harness = open(Language::English, &files);
    harness.set_size([1000.0, 420.0].into());
    settle(&mut harness);
    key(&mut harness, Modifiers::NONE, Key::F6);
    let mut rows = vec![focused(&harness)];
    for _ in 0..5 {
        key(&mut harness, Modifiers::NONE, Key::ArrowDown);
        rows.push(focused(&harness));
        let row = harness.get_by_label(rows.last().unwrap()).rect();
        assert!(row.top() > 100.0 && row.bottom() < 400.0, "{rows:?} {row}");
    }
    assert!(!rows.iter().any(|row| row.starts_with("More ")), "{rows:?}");
    let different: std::collections::BTreeSet<&String> = rows.iter().collect();
    assert_eq!(different.len(), rows.len(), "{rows:?}");
    for before in rows.iter().rev().skip(1) {
        key(&mut harness, Modifiers::NONE, Key::ArrowUp);
        assert_eq!(&focused(&harness), before);
    }
}

/// What takes a column away does not come before what is done with it; nor is the top bar gone through backwards.
#[test]
fn the_keyboard_goes_through_a_head_and_the_top_bar_from_the_left() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    let mut tabbed = || {
        key(&mut harness, Modifiers::NONE, Key::Tab);
        focused(&harness)
    };
    let stops: Vec<String> = (0..90).map(|_| tabbed()).collect();
    let at = |start: &str| stops.iter().position(|stop| stop.starts_with(start));
    let menu = at("More about Northern Ledger");
    assert!(
        menu.is_some() && menu < at("Take Northern Ledger off"),
        "{stops:?}"
    );
    let bar = [
        "Library",
        "Undo",
        "Bahasa",
        "Keys",
        "Open a folder",
        "Open files",
    ]
    .map(at);
    assert!(bar.is_sorted() && bar[0].is_some(), "{bar:?} {stops:?}");
}
