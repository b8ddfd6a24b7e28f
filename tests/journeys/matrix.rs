//! Each article of a meeting against each.

use super::*;

/// Its page does not say whose it is.
const WARTA: &str = "outlet unknown (warta-samira)";

/// The names of the rows, from top to bottom.
fn rows(harness: &Harness<'_, App>) -> Vec<String> {
    let outlets = [WARTA, "Harian Selat", "kabarlazuardi.id", "Layar Pagi"];
    let mut found: Vec<(f32, String)> = harness
        .query_all_by_role(Role::Button)
        .filter(|node| node.rect().left() > 240.0)
        .filter_map(|node| Some((node.rect().top(), node.accesskit_node().label()?)))
        .filter(|(_, label)| {
            outlets
                .iter()
                .any(|outlet| label.starts_with(&format!("{outlet}: ")))
        })
        .collect();
    found.sort_by(|one, two| one.0.total_cmp(&two.0));
    let outlet = |(_, label): (f32, String)| label.split(": ").next().unwrap().to_owned();
    found.into_iter().map(outlet).collect()
}

fn matrix(language: Language) -> Harness<'static, App> {
    let mut harness = open(language, &["assets/samples/id"]);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    settle(&mut harness);
    harness
}

#[test]
fn a_cell_says_what_it_means_and_opens_the_two_side_by_side() {
    let mut harness = matrix(Language::English);
    let cell = "47% of the words of Harian Selat stand in wording shared with outlet unknown (warta-samira): ";
    let name = labels(&harness, Role::Button, cell).remove(0);
    assert!(
        name.contains("The other way: 46% of outlet unknown (warta-samira)"),
        "{name}"
    );
    assert!(
        name.contains(
            "Passages: 3 verbatim (76 words), 3 near-verbatim (71 words), 1 reworded (28 words)."
        ),
        "{name}"
    );
    press(&mut harness, &name);
    let workspace = harness.state().workspace();
    let columns = workspace.view.columns(&workspace.findings);
    let outlet = |place: &usize| workspace.findings.articles[*place].outlet().to_owned();
    let shown: Vec<String> = columns.iter().map(outlet).collect();
    assert_eq!(shown, ["Harian Selat", "warta-samira"]);
    harness.get_by_label_contains("shared passages");
    // The others come back with one press.
    press(&mut harness, "2 off the screen: show them");
    let workspace = harness.state().workspace();
    assert_eq!(workspace.view.columns(&workspace.findings).len(), 4);
}

#[test]
fn a_cell_is_opened_by_keyboard() {
    let mut harness = matrix(Language::Indonesian);
    let name = labels(&harness, Role::Button, "28% kata Harian Selat").remove(0);
    press_by_keyboard(&mut harness, &name);
    let workspace = harness.state().workspace();
    assert_eq!(workspace.view.columns(&workspace.findings).len(), 2);
}

#[test]
fn rows_are_put_in_order_by_button_by_key_and_by_hand() {
    let mut harness = matrix(Language::English);
    assert_eq!(
        rows(&harness),
        ["kabarlazuardi.id", WARTA, "Harian Selat", "Layar Pagi"]
    );
    press(&mut harness, "By outlet");
    assert_eq!(
        rows(&harness),
        ["Harian Selat", "kabarlazuardi.id", "Layar Pagi", WARTA]
    );
    press(&mut harness, "By date");
    assert_eq!(rows(&harness).last().unwrap(), "Layar Pagi");
    press(&mut harness, "By outlet");
    let first = harness
        .query_all_by_role(Role::Button)
        .find(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            label.starts_with("Harian Selat: ") && node.rect().left() > 240.0
        })
        .unwrap();
    first.focus();
    let start = first.rect().center();
    harness.run_steps(2);
    for _ in 0..2 {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::ArrowDown);
        harness.run_steps(3);
    }
    let moved = ["kabarlazuardi.id", "Layar Pagi", "Harian Selat", WARTA];
    assert_eq!(rows(&harness), moved);
    harness.get_by_label("In your order");
    // What stands first now is let go below the last.
    harness.drag_at(start);
    harness.run_steps(2);
    let below = start + egui::vec2(0.0, 48.0 * 3.4);
    harness.hover_at(below);
    harness.run_steps(2);
    harness.drop_at(below);
    harness.run_steps(3);
    assert_eq!(
        rows(&harness),
        ["Layar Pagi", "Harian Selat", WARTA, "kabarlazuardi.id"]
    );
}

#[test]
fn the_tabs_lead_there_and_back() {
    let mut harness = open(
        Language::English,
        &["assets/samples/en/northern-ledger.txt"],
    );
    press(&mut harness, "Matrix");
    harness.get_by_label("One article alone has nothing to be held against.");
    press(&mut harness, "Read");
    assert!(harness.query_by_label("In your order").is_none());
    harness.get_by_label_contains("1 article, ");
}
