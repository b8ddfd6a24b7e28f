//! Keys: how they are written, and which action one asks for.

use egui::{Context, Event, Key, Modifiers, Popup};

use super::{Action, ENTRIES};
use crate::locale::Locale;
use crate::workspace::Workspace;

/// A key with what is held down beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord {
    /// What is held down.
    pub modifiers: Modifiers,
    /// The key.
    pub key: Key,
}

/// One cap of a chord as it is painted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cap {
    /// Written on it.
    Text(String),
    /// The arrow of this key, which the faces have not.
    Arrow(Key),
}

/// Where the keys of an action are heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Always.
    Everywhere,
    /// Not while letters are typed, which have keys of their own.
    NotTyping,
    /// Not under a sheet, which stands in the way.
    NoSheet,
    /// Neither.
    Reading,
}

impl Reach {
    fn hears(self, typing: bool, sheet: bool) -> bool {
        match self {
            Self::Everywhere => true,
            Self::NotTyping => !typing,
            Self::NoSheet => !sheet,
            Self::Reading => !typing && !sheet,
        }
    }
}

/// Held down: command is Ctrl, and ⌘ on a Mac.
pub(super) const CTRL: Modifiers = Modifiers::COMMAND;
pub(super) const ALT: Modifiers = Modifiers::ALT;
pub(super) const SHIFT: Modifiers = Modifiers::SHIFT;
pub(super) const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
pub(super) const ALT_SHIFT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);

/// A chord.
pub(super) const fn chord(modifiers: Modifiers, key: Key) -> Chord {
    Chord { modifiers, key }
}

/// A key alone.
pub(super) const fn key(key: Key) -> Chord {
    chord(Modifiers::NONE, key)
}

impl Chord {
    /// Its caps, from the left.
    pub fn caps(self) -> Vec<Cap> {
        let Modifiers {
            command,
            alt,
            shift,
            ..
        } = self.modifiers;
        let ctrl = if cfg!(target_os = "macos") {
            "Cmd"
        } else {
            "Ctrl"
        };
        let held = [(command, ctrl), (alt, "Alt"), (shift, "Shift")];
        let held = held.into_iter().filter(|(held, _)| *held);
        let mut caps: Vec<Cap> = held.map(|(_, name)| Cap::Text(name.to_owned())).collect();
        caps.push(match self.key {
            arrow @ (Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight) => {
                Cap::Arrow(arrow)
            }
            Key::PageUp => Cap::Text("PgUp".to_owned()),
            Key::PageDown => Cap::Text("PgDn".to_owned()),
            Key::Escape => Cap::Text("Esc".to_owned()),
            Key::Plus => Cap::Text("+".to_owned()),
            Key::Minus => Cap::Text("–".to_owned()),
            Key::Equals => Cap::Text("=".to_owned()),
            Key::Questionmark => Cap::Text("?".to_owned()),
            other => Cap::Text(other.name().to_owned()),
        });
        caps
    }

    /// The same in a line of text.
    pub fn text(self, locale: &Locale) -> String {
        let caps = self.caps().into_iter().map(|cap| match cap {
            Cap::Text(text) => text,
            Cap::Arrow(Key::ArrowUp) => locale.tr("key-up"),
            Cap::Arrow(Key::ArrowDown) => locale.tr("key-down"),
            Cap::Arrow(Key::ArrowLeft) => locale.tr("key-left"),
            Cap::Arrow(_) => locale.tr("key-right"),
        });
        caps.collect::<Vec<String>>().join(" ")
    }

    /// Whether it means something in a field where letters are typed.
    fn is_typed(self) -> bool {
        let named = self.key.name();
        let is_function = named.len() > 1 && named.starts_with('F');
        !self.modifiers.command && !self.modifiers.alt && !is_function
    }

    /// Whether an event is this chord: exactly what is held down, but for signs that are typed with Shift.
    fn is(self, key: Key, held: Modifiers) -> bool {
        let sign = matches!(key, Key::Plus | Key::Questionmark);
        self.key == key
            && self.modifiers.command == held.command
            && self.modifiers.alt == held.alt
            && (self.modifiers.shift == held.shift || sign)
    }
}

/// The actions whose keys were pressed since the last frame; nobody else hears those keys.
pub fn pressed(ctx: &Context, workspace: &Workspace) -> Vec<Action> {
    let typing = ctx.text_edit_focused();
    // A menu that is open is a sheet too: Escape closes it, and nothing else.
    let modal = ctx.memory(|memory| memory.top_modal_layer().is_some());
    let sheet = workspace.view.sheet.is_some() || modal || Popup::is_any_open(ctx);
    let heard = |key: Key, held: Modifiers| {
        let mut entries = ENTRIES
            .iter()
            .filter(|entry| entry.reach.hears(typing, sheet));
        entries.find(|entry| {
            let mut chords = entry
                .keys
                .iter()
                .filter(|chord| !(typing && chord.is_typed()));
            chords.any(|chord| chord.is(key, held))
        })
    };
    let mut found = Vec::new();
    ctx.input_mut(|input| {
        let held = input.modifiers;
        input.events.retain(|event| {
            // Desktops say "copy" in place of the key.
            let entry = match event {
                Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } => heard(*key, *modifiers),
                Event::Copy => heard(Key::C, held.plus(Modifiers::COMMAND)),
                _ => None,
            };
            let Some(entry) = entry else { return true };
            // Where there is nothing of ours to copy, others may have something.
            if entry.action == Action::Copy && workspace.view.selected_text().is_none() {
                return true;
            }
            found.push(entry.action);
            false
        });
    });
    found
}
