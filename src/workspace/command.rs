//! Everything a reader can ask for.

use std::path::PathBuf;

use super::view::Look;
use crate::locale::{Language, Message};
use crate::model::Edit;

/// A wish of the reader, made by a panel, a key or a drop.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Read these files and folders and add their articles.
    Open(Vec<PathBuf>),
    /// Add this text as an article.
    Paste(String),
    /// Open the built-in sample in this language in place of what is open.
    OpenSample(Language),
    /// Change the project; can be undone.
    Edit(Edit),
    /// Take the last change back.
    Undo,
    /// Bring back the change that was taken back last.
    Redo,
    /// Take all articles out; can be undone.
    Close,
    /// Stop what is under way.
    Cancel,
    /// Put the import report away.
    DismissReport,
    /// Show the last import report again.
    ShowReport,
    /// Add the article of this row of the import report, although the same one is there.
    AddAnyway(usize),
    /// Tell the reader something.
    Say(Message),
    /// Look at the project in another way; changes nothing in it.
    Look(Look),
}
