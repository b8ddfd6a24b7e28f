//! Titles and offices.

use crossread::model::Offices;

use super::*;

fn offices(harness: &Harness<'_, App>) -> Offices {
    let project = harness.state().workspace().project();
    project.settings.offices.clone()
}

fn participants(harness: &Harness<'_, App>) -> Vec<String> {
    let meetings = &harness.state().workspace().findings.meetings;
    meetings[0].participants.clone()
}

const REPORT: &str = "Laksamana Muda Ardan Sulwe menemui Menteri Perikanan Belmora Tomas Arvid di Lasvik pada Selasa \
     (5/3/2024). Laksamana Muda Ardan Sulwe mengatakan kapal patroli siap berlayar bulan depan. Arvid menyambut rencana \
     patroli itu dan meminta nelayan dilibatkan sejak awal.";

/// "Muda" is in no list, so it looks like part of the name, until the reader adds it.
#[test]
fn an_added_word_is_taken_off_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let files = written(folder.path(), &[("laporan.txt", REPORT)]);
    let mut harness = open(Language::Indonesian, &[]);
    drop_files(&mut harness, &files);
    assert!(participants(&harness).contains(&"Muda Ardan Sulwe".to_owned()));
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    settle(&mut harness);
    press(&mut harness, "Tambah kata: Indonesia");
    let field = "Gelar dan jabatan baru";
    type_over(&mut harness, Role::TextInput, field, "Laksamana");
    press(&mut harness, "Simpan");
    harness.get_by_label_contains("sudah berlaku");
    type_over(&mut harness, Role::TextInput, field, "Laksamana Muda");
    harness.key_press(Key::Enter);
    settle(&mut harness);
    assert!(has_keyboard(&harness, "Tambah kata: Indonesia"));
    assert!(participants(&harness).contains(&"Ardan Sulwe".to_owned()));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(offices(&harness), Offices::default());
    assert!(participants(&harness).contains(&"Muda Ardan Sulwe".to_owned()));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    settle(&mut harness);
    press(&mut harness, "Hapus muda");
    assert_eq!(offices(&harness), Offices::default());
}

#[test]
fn a_listed_word_is_switched_off_and_on() {
    let mut harness = open(Language::English, &["assets/samples/en"]);
    press(&mut harness, "Names");
    press(&mut harness, "Titles and offices");
    harness
        .get_by_role_and_label(Role::TextInput, "Search")
        .click();
    settle(&mut harness);
    type_over(&mut harness, Role::TextInput, "Search", "minist");
    let word = |harness: &Harness<'_, App>, word: &str| {
        harness
            .query_by_role_and_label(Role::CheckBox, word)
            .is_some()
    };
    assert!(word(&harness, "minister") && !word(&harness, "president"));
    let minister = harness.get_by_role_and_label(Role::CheckBox, "minister");
    minister.focus();
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    assert_eq!(offices(&harness).off, ["minister"]);
    harness.get_by_label("1 off");
    press(&mut harness, "Back to the defaults");
    assert_eq!(offices(&harness), Offices::default());
    press(&mut harness, "Close titles and offices");
    assert_eq!(harness.state().workspace().view.sheet, None);
}
