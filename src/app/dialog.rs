//! The desktop's own dialogs.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::App;
use crate::import::formats::{ARCHIVE, ENDINGS};
use crate::jobs::{Job, Poll};
use crate::ui::Dialog;
use crate::workspace::Command;

/// A dialog that says "nothing chosen" sooner was never shown.
const NO_DIALOG: Duration = Duration::from_millis(150);

/// What was chosen, and whether the dialog was there to be seen.
pub(super) type Chosen = (Vec<PathBuf>, bool);

impl App {
    /// The desktop's dialog blocks whoever waits for it, so a thread does.
    pub(super) fn open_dialog(&mut self, ctx: &Context, dialog: Dialog) {
        if self.dialog.is_some() {
            return;
        }
        let waker = ctx.clone();
        let filter = self.locale.tr("dialog-filter");
        self.dialog = Some(Job::spawn(
            "dialog",
            move || waker.request_repaint(),
            move |_| {
                let asked = Instant::now();
                let window = rfd::FileDialog::new();
                let chosen = match dialog {
                    Dialog::Files => {
                        let read: Vec<&str> = ENDINGS.into_iter().chain([ARCHIVE]).collect();
                        window.add_filter(filter, &read).pick_files()
                    }
                    Dialog::Folder => window.pick_folders(),
                };
                let shown = chosen.is_some() || asked.elapsed() > NO_DIALOG;
                (chosen.unwrap_or_default(), shown)
            },
        ));
    }

    pub(super) fn read_dialog(&mut self) {
        match self.dialog.as_ref().map(Job::poll) {
            None | Some(Poll::Running) => return,
            Some(Poll::Done((paths, _))) if !paths.is_empty() => {
                self.commands.push(Command::Open(paths))
            }
            Some(Poll::Done((_, true))) => {}
            Some(Poll::Done((_, false)) | Poll::Panicked(_)) => self.path_field.open = true,
        }
        self.dialog = None;
    }
}
