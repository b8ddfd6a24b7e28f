//! What a reader can do without saying to what: the one list from which keys, palette, key sheet, tooltips and buttons
//! are made.
//!
//! An action has a name in every language, keys, a reason while it cannot be done, and what it does. To add one, add it
//! to [`Action`] and to the list [`ENTRIES`], and say in `obstacle` and `run` when and what.

mod keys;
mod run;

use egui::Key;

use super::Scene;
use super::icons::Icon;
use super::widgets::{Button, Look};
use crate::locale::{Locale, Message};

use keys::{ALT, ALT_SHIFT, CTRL, CTRL_SHIFT, SHIFT, chord, key};
pub use keys::{Cap, Chord, Reach, pressed};

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "the list below says what each is called and does"
)]
pub enum Action {
    NextPassage,
    PreviousPassage,
    NextVerbatim,
    PreviousVerbatim,
    NextNear,
    PreviousNear,
    NextReworded,
    PreviousReworded,
    NextMoved,
    PreviousMoved,
    NextOnlyHere,
    PreviousOnlyHere,
    NextHit,
    PreviousHit,
    Back,
    Forward,
    NextColumn,
    PreviousColumn,
    NextMeeting,
    PreviousMeeting,
    NextPanel,
    PreviousPanel,
    Leave,
    Palette,
    Find,
    OpenFiles,
    OpenFolder,
    Paste,
    OpenSample,
    CloseAll,
    Report,
    Cancel,
    Undo,
    Redo,
    CountAsFound,
    SelectLetter,
    SelectLetterBack,
    SelectWord,
    SelectWordBack,
    SelectSentence,
    SelectSentenceBack,
    SelectParagraph,
    SelectParagraphBack,
    Copy,
    CopyCitation,
    SetAside,
    Library,
    Inspector,
    Read,
    Matrix,
    Asides,
    Fields,
    Names,
    Offices,
    Verbatim,
    Near,
    Reworded,
    Moved,
    OnlyHere,
    Stock,
    ShowAll,
    Agreement,
    NextBase,
    PreviousBase,
    Band,
    Once,
    MarkRead,
    ForgetRead,
    Theme,
    SystemTheme,
    English,
    Indonesian,
    Larger,
    Smaller,
    UsualSize,
    ZoomIn,
    ZoomOut,
    UsualZoom,
    Wider,
    Narrower,
    Keys,
}

/// Under which head an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// From place to place.
    Move,
    /// Articles, changes, copies.
    Work,
    /// What is on the screen.
    Show,
    /// How it looks.
    Sight,
}

impl Group {
    /// In the order in which they stand on the key sheet.
    pub const ALL: [Self; 4] = [Self::Move, Self::Work, Self::Show, Self::Sight];

    /// Its name.
    pub fn name(self, locale: &Locale) -> String {
        locale.tr(match self {
            Self::Move => "group-move",
            Self::Work => "group-work",
            Self::Show => "group-show",
            Self::Sight => "group-sight",
        })
    }
}

/// One action of the list.
#[derive(Debug)]
pub struct Entry {
    /// What it is.
    pub action: Action,
    /// Where it stands.
    pub group: Group,
    /// The id of its name in the language files.
    pub name: &'static str,
    /// Its keys; the first is the one that is shown.
    pub keys: &'static [Chord],
    /// Where they are heard.
    pub reach: Reach,
}

const fn entry(
    action: Action,
    group: Group,
    name: &'static str,
    reach: Reach,
    keys: &'static [Chord],
) -> Entry {
    Entry {
        action,
        group,
        name,
        keys,
        reach,
    }
}

use Action as A;
use Group::{Move, Show, Sight, Work};
use Reach::{Everywhere, NoSheet, NotTyping, Reading};

/// All actions, in the order of the key sheet and the palette.
#[rustfmt::skip]
pub static ENTRIES: [Entry; 81] = [
    entry(A::NextPassage, Move, "do-next-passage", NoSheet, &[chord(ALT, Key::ArrowDown), key(Key::J)]),
    entry(A::PreviousPassage, Move, "do-previous-passage", NoSheet, &[chord(ALT, Key::ArrowUp), key(Key::K)]),
    entry(A::NextVerbatim, Move, "do-next-verbatim", NoSheet, &[chord(ALT, Key::Num1)]),
    entry(A::PreviousVerbatim, Move, "do-previous-verbatim", NoSheet, &[chord(ALT_SHIFT, Key::Num1)]),
    entry(A::NextNear, Move, "do-next-near", NoSheet, &[chord(ALT, Key::Num2)]),
    entry(A::PreviousNear, Move, "do-previous-near", NoSheet, &[chord(ALT_SHIFT, Key::Num2)]),
    entry(A::NextReworded, Move, "do-next-reworded", NoSheet, &[chord(ALT, Key::Num3)]),
    entry(A::PreviousReworded, Move, "do-previous-reworded", NoSheet, &[chord(ALT_SHIFT, Key::Num3)]),
    entry(A::NextMoved, Move, "do-next-moved", NoSheet, &[chord(ALT, Key::Num4)]),
    entry(A::PreviousMoved, Move, "do-previous-moved", NoSheet, &[chord(ALT_SHIFT, Key::Num4)]),
    entry(A::NextOnlyHere, Move, "do-next-only-here", NoSheet, &[chord(ALT, Key::Num5)]),
    entry(A::PreviousOnlyHere, Move, "do-previous-only-here", NoSheet, &[chord(ALT_SHIFT, Key::Num5)]),
    entry(A::NextHit, Move, "do-next-hit", NoSheet, &[key(Key::F3)]),
    entry(A::PreviousHit, Move, "do-previous-hit", NoSheet, &[chord(SHIFT, Key::F3)]),
    entry(A::Back, Move, "do-back", NoSheet, &[chord(ALT, Key::ArrowLeft)]),
    entry(A::Forward, Move, "do-forward", NoSheet, &[chord(ALT, Key::ArrowRight)]),
    entry(A::NextColumn, Move, "columns-next", NoSheet, &[chord(CTRL, Key::PageDown)]),
    entry(A::PreviousColumn, Move, "columns-previous", NoSheet, &[chord(CTRL, Key::PageUp)]),
    entry(A::NextMeeting, Move, "do-next-meeting", NoSheet, &[chord(ALT, Key::PageDown)]),
    entry(A::PreviousMeeting, Move, "do-previous-meeting", NoSheet, &[chord(ALT, Key::PageUp)]),
    entry(A::NextPanel, Move, "do-next-panel", NoSheet, &[key(Key::F6)]),
    entry(A::PreviousPanel, Move, "do-previous-panel", NoSheet, &[chord(SHIFT, Key::F6)]),
    entry(A::Leave, Move, "do-leave", NoSheet, &[key(Key::Escape)]),
    entry(A::Palette, Work, "do-palette", Everywhere, &[chord(CTRL, Key::K), chord(CTRL_SHIFT, Key::P)]),
    entry(A::Find, Work, "do-find", NoSheet, &[chord(CTRL, Key::F)]),
    entry(A::OpenFiles, Work, "open-files", NoSheet, &[chord(CTRL, Key::O)]),
    entry(A::OpenFolder, Work, "open-folder", NoSheet, &[chord(CTRL_SHIFT, Key::O)]),
    entry(A::Paste, Work, "do-paste", Reading, &[chord(CTRL, Key::V)]),
    entry(A::OpenSample, Work, "start-sample", NoSheet, &[]),
    entry(A::CloseAll, Work, "close-all", NoSheet, &[]),
    entry(A::Report, Work, "report-show", NoSheet, &[]),
    entry(A::Cancel, Work, "do-cancel", NoSheet, &[]),
    entry(A::Undo, Work, "undo", NotTyping, &[chord(CTRL, Key::Z)]),
    entry(A::Redo, Work, "redo", NotTyping, &[chord(CTRL, Key::Y), chord(CTRL_SHIFT, Key::Z)]),
    entry(A::CountAsFound, Work, "count-as-found", NoSheet, &[]),
    entry(A::SelectLetter, Work, "do-select-letter", Reading, &[chord(SHIFT, Key::ArrowRight)]),
    entry(A::SelectLetterBack, Work, "do-select-letter-back", Reading, &[chord(SHIFT, Key::ArrowLeft)]),
    entry(A::SelectWord, Work, "do-select-word", Reading, &[chord(CTRL_SHIFT, Key::ArrowRight)]),
    entry(A::SelectWordBack, Work, "do-select-word-back", Reading, &[chord(CTRL_SHIFT, Key::ArrowLeft)]),
    entry(A::SelectSentence, Work, "do-select-sentence", Reading, &[chord(SHIFT, Key::ArrowDown)]),
    entry(A::SelectSentenceBack, Work, "do-select-sentence-back", Reading, &[chord(SHIFT, Key::ArrowUp)]),
    entry(A::SelectParagraph, Work, "do-select-paragraph", Reading, &[chord(CTRL_SHIFT, Key::ArrowDown)]),
    entry(A::SelectParagraphBack, Work, "do-select-paragraph-back", Reading, &[chord(CTRL_SHIFT, Key::ArrowUp)]),
    entry(A::Copy, Work, "do-copy", Reading, &[chord(CTRL, Key::C)]),
    entry(A::CopyCitation, Work, "copy-citation", Reading, &[chord(CTRL_SHIFT, Key::C)]),
    entry(A::SetAside, Work, "do-set-aside", Reading, &[]),
    entry(A::Library, Show, "do-library", NoSheet, &[chord(CTRL, Key::B)]),
    entry(A::Inspector, Show, "do-inspector", NoSheet, &[chord(CTRL, Key::I)]),
    entry(A::Read, Show, "do-read", NoSheet, &[chord(CTRL, Key::Num1)]),
    entry(A::Matrix, Show, "do-matrix", NoSheet, &[chord(CTRL, Key::Num2)]),
    entry(A::Asides, Show, "do-asides", NoSheet, &[]),
    entry(A::Fields, Show, "article-fields", NoSheet, &[]),
    entry(A::Names, Show, "names", Everywhere, &[chord(CTRL_SHIFT, Key::N)]),
    entry(A::Offices, Show, "offices", Everywhere, &[chord(CTRL_SHIFT, Key::T)]),
    entry(A::Verbatim, Show, "do-verbatim", NoSheet, &[]),
    entry(A::Near, Show, "do-near", NoSheet, &[]),
    entry(A::Reworded, Show, "do-reworded", NoSheet, &[]),
    entry(A::Moved, Show, "do-moved", NoSheet, &[]),
    entry(A::OnlyHere, Show, "do-only-here", NoSheet, &[]),
    entry(A::Stock, Show, "do-stock", NoSheet, &[]),
    entry(A::ShowAll, Show, "do-show-all", NoSheet, &[]),
    entry(A::Agreement, Show, "do-agreement", Reading, &[key(Key::A)]),
    entry(A::NextBase, Show, "do-next-base", Reading, &[key(Key::B)]),
    entry(A::PreviousBase, Show, "do-previous-base", Reading, &[chord(SHIFT, Key::B)]),
    entry(A::Band, Show, "do-band", NoSheet, &[]),
    entry(A::Once, Show, "do-once", Reading, &[key(Key::D)]),
    entry(A::MarkRead, Show, "do-mark-read", Reading, &[key(Key::R)]),
    entry(A::ForgetRead, Show, "do-forget-read", NoSheet, &[]),
    entry(A::Theme, Sight, "do-theme", NoSheet, &[chord(CTRL, Key::D)]),
    entry(A::SystemTheme, Sight, "do-system-theme", NoSheet, &[]),
    entry(A::English, Sight, "do-english", NoSheet, &[]),
    entry(A::Indonesian, Sight, "do-indonesian", NoSheet, &[]),
    entry(A::Larger, Sight, "do-larger", NoSheet, &[chord(CTRL, Key::Plus), chord(CTRL, Key::Equals)]),
    entry(A::Smaller, Sight, "do-smaller", NoSheet, &[chord(CTRL, Key::Minus)]),
    entry(A::UsualSize, Sight, "do-usual-size", NoSheet, &[chord(CTRL, Key::Num0)]),
    entry(A::ZoomIn, Sight, "do-zoom-in", NoSheet, &[chord(ALT, Key::Plus), chord(ALT, Key::Equals)]),
    entry(A::ZoomOut, Sight, "do-zoom-out", NoSheet, &[chord(ALT, Key::Minus)]),
    entry(A::UsualZoom, Sight, "do-usual-zoom", NoSheet, &[chord(ALT, Key::Num0)]),
    entry(A::Wider, Sight, "do-wider", NoSheet, &[]),
    entry(A::Narrower, Sight, "do-narrower", NoSheet, &[]),
    entry(A::Keys, Sight, "do-keys", NoSheet, &[key(Key::F1), key(Key::Questionmark)]),
];

impl Action {
    /// Its place in the list.
    pub fn entry(self) -> &'static Entry {
        // Each stands there, as a test says.
        let found = ENTRIES.iter().find(|entry| entry.action == self);
        found.unwrap_or(&ENTRIES[0])
    }

    /// What leads the other way, and the id of the name that both have on the key sheet.
    pub fn way_back(self) -> Option<(Self, &'static str)> {
        Some(match self {
            A::NextPassage => (A::PreviousPassage, "both-passages"),
            A::NextVerbatim => (A::PreviousVerbatim, "both-verbatim"),
            A::NextNear => (A::PreviousNear, "both-near"),
            A::NextReworded => (A::PreviousReworded, "both-reworded"),
            A::NextMoved => (A::PreviousMoved, "both-moved"),
            A::NextOnlyHere => (A::PreviousOnlyHere, "both-only-here"),
            A::NextHit => (A::PreviousHit, "both-hits"),
            A::NextColumn => (A::PreviousColumn, "both-columns"),
            A::NextMeeting => (A::PreviousMeeting, "both-meetings"),
            A::NextPanel => (A::PreviousPanel, "both-panels"),
            A::NextBase => (A::PreviousBase, "both-bases"),
            A::SelectLetter => (A::SelectLetterBack, "both-letters"),
            A::SelectWord => (A::SelectWordBack, "both-words"),
            A::SelectSentence => (A::SelectSentenceBack, "both-sentences"),
            A::SelectParagraph => (A::SelectParagraphBack, "both-paragraphs"),
            _ => return None,
        })
    }

    /// What it is called.
    pub fn name(self, locale: &Locale) -> String {
        locale.tr(self.entry().name)
    }

    /// The key that is shown, as text.
    pub fn key(self, locale: &Locale) -> Option<String> {
        let chord = self.entry().keys.first()?;
        Some(chord.text(locale))
    }

    /// A name, and the key behind it.
    pub fn with_key(self, name: &str, locale: &Locale) -> String {
        match self.key(locale) {
            Some(key) => format!("{name} ({key})"),
            None => name.to_owned(),
        }
    }

    /// A message that names its key as `$key`, which stays in one line.
    pub fn hint(self, id: &'static str, locale: &Locale) -> String {
        let key = self.key(locale).unwrap_or_default();
        let key = key.replace(' ', "\u{A0}");
        locale.text(&Message::new(id).with("key", key))
    }

    /// Shows it as a button of this form and does it when that is pressed; the tooltip tells its key, or why it cannot be
    /// done. `name` is its accessible name.
    pub fn button(self, ui: &mut egui::Ui, scene: &mut Scene<'_>, button: Button<'_>, name: &str) {
        let obstacle = self.obstacle(scene);
        let hint = match obstacle {
            Some(reason) => format!("{name}: {}", scene.tr(reason)),
            None => self.with_key(name, scene.locale),
        };
        let response = button.enabled(obstacle.is_none()).hint(&hint).show(ui);
        if response.clicked() {
            self.run(ui.ctx(), scene);
        }
    }

    /// The same as a square with an icon.
    pub fn icon(self, ui: &mut egui::Ui, scene: &mut Scene<'_>, icon: Icon) {
        let name = self.name(scene.locale);
        self.button(ui, scene, Button::icon(icon, &name), &name);
    }

    /// The same with its name written on it.
    pub fn named(self, ui: &mut egui::Ui, scene: &mut Scene<'_>, look: Look, icon: Option<Icon>) {
        let name = self.name(scene.locale);
        let button = Button::new(&name).look(look);
        let button = match icon {
            Some(icon) => button.with_icon(icon),
            None => button,
        };
        self.button(ui, scene, button, &name);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::locale::Language;

    #[test]
    fn every_action_stands_in_the_list_once() {
        let listed: BTreeSet<Action> = ENTRIES.iter().map(|entry| entry.action).collect();
        assert_eq!(listed.len(), ENTRIES.len());
        // The last of the enumeration tells how many there are.
        assert_eq!(ENTRIES.len(), A::Keys as usize + 1);
    }

    #[test]
    fn every_action_has_a_name_in_every_language() {
        for language in Language::ALL {
            let locale = Locale::new(language);
            let names: BTreeSet<String> = ENTRIES
                .iter()
                .map(|entry| entry.action.name(&locale))
                .collect();
            assert_eq!(names.len(), ENTRIES.len(), "two actions have one name");
            for entry in &ENTRIES {
                assert_ne!(locale.tr(entry.name), entry.name, "{language:?}");
            }
        }
    }

    #[test]
    fn no_key_stands_for_two_actions() {
        let all: Vec<Chord> = ENTRIES
            .iter()
            .flat_map(|entry| entry.keys)
            .copied()
            .collect();
        for (at, chord) in all.iter().enumerate() {
            assert!(!all[at + 1..].contains(chord), "{chord:?}");
        }
    }

    #[test]
    fn keys_are_written_as_on_the_keyboard() {
        let locale = Locale::new(Language::English);
        let key = |action: Action| action.key(&locale).unwrap_or_default();
        assert_eq!(key(A::PreviousHit), "Shift F3");
        if !cfg!(target_os = "macos") {
            assert_eq!(key(A::Names), "Ctrl Shift N");
            assert_eq!(key(A::Larger), "Ctrl +");
        }
        assert_eq!(key(A::NextPassage), "Alt Down");
    }
}
