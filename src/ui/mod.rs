//! The panels: they show a [`Workspace`] and return [`Command`]s; nothing is changed while it is drawn.
//!
//! Everything that names egui lives here and in `app.rs`. A panel that draws much is a folder: `model` says what to
//! show, as a value that can be tested as text, `layout` is geometry, `paint` draws.

pub mod actions;
pub mod cached;
pub mod chooser;
pub mod cite;
pub mod counted;
pub mod describe;
pub mod fields;
pub mod filter_bar;
pub mod filters;
pub mod find_bar;
pub mod hit_list;
pub mod icons;
pub mod inspector;
pub mod key_sheet;
pub mod keycaps;
pub mod letters;
pub mod library;
pub mod matrix;
pub mod names;
pub mod offices;
pub mod outlets;
pub mod palette;
pub mod raster;
pub mod read;
pub mod regions;
pub mod report;
pub mod start;
pub mod status_bar;
pub mod theme;
pub mod together;
pub mod top_bar;
mod typed;
pub mod widgets;

use crate::locale::{Locale, Message};
use crate::model::ArticleId;
use crate::workspace::{Command, Workspace};

use outlets::Outlets;

/// A dialog of the desktop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Choose files.
    Files,
    /// Choose a folder.
    Folder,
}

/// What every panel may see, and where it leaves its commands.
pub struct Scene<'s> {
    /// What is shown.
    pub workspace: &'s Workspace,
    /// The words of the program.
    pub locale: &'s Locale,
    /// Colours and letters of the outlets.
    pub outlets: &'s Outlets,
    /// What the reader asked for in this frame.
    pub commands: &'s mut Vec<Command>,
    /// The reader asked for a dialog of the desktop.
    pub dialog: &'s mut Option<Dialog>,
}

impl Scene<'_> {
    /// A text of the language files.
    pub fn tr(&self, id: &'static str) -> String {
        self.locale.tr(id)
    }

    /// A text with arguments.
    pub fn text(&self, message: &Message) -> String {
        self.locale.text(message)
    }

    /// The outlet of an article, by its place in the findings.
    pub fn outlet_of(&self, article: usize) -> String {
        self.workspace
            .findings
            .articles
            .get(article)
            .map_or(String::new(), |article| {
                describe::outlet(self.locale, article)
            })
    }

    /// The outlet of an article, by its name; nothing where it has gone.
    pub fn outlet_named(&self, article: ArticleId) -> String {
        let place = self.workspace.findings.place_of(article);
        place.map_or_else(String::new, |place| self.outlet_of(place))
    }

    /// Asks for something.
    pub fn ask(&mut self, command: Command) {
        self.commands.push(command);
    }
}
