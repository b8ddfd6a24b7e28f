//! Everything that can be asked of a view.

use super::{Among, FindLook, Focus, Hidden, Measure, Selection, Sheet, Spot, Tab, Theme, Unit};
use crate::locale::Language;
use crate::model::ArticleId;
use crate::workspace::{reading, shelf};

/// Another way to look at the project.
#[derive(Clone, Debug, PartialEq)]
pub enum Look {
    /// Speak this language.
    Language(Language),
    /// Light or dark.
    Theme(Theme),
    /// Open or fold the inspector.
    Inspector(bool),
    /// Open or fold the inspector in a narrow window.
    InspectorOver(bool),
    /// Open or fold the library.
    Library(bool),
    /// Switch kinds on and off.
    Hidden(Hidden),
    /// Show text that was set aside, in its place.
    Asides(bool),
    /// Show this meeting.
    Meeting(usize),
    /// Show this article's meeting, with the article on the screen.
    Article(ArticleId),
    /// Take an article off the screen, or put it back.
    Closed(ArticleId, bool),
    /// Put every article that was taken off the screen back.
    AllShown,
    /// Show the open meeting in this way.
    Tab(Tab),
    /// Show these two articles of the open meeting side by side, the second against the first.
    Two(ArticleId, ArticleId),
    /// Show these articles in the library.
    Shelf(shelf::Filter),
    /// Show the others against this article.
    Base(ArticleId),
    /// The same, with what was read of its page beside it, to be corrected.
    Fields(ArticleId),
    /// Focus a passage or a phrase that is not counted, or nothing.
    Focus(Option<Focus>),
    /// Look at this place.
    Spot(Spot),
    /// Select text, or nothing.
    Select(Option<Selection>),
    /// Move the end of the selection on (1) or back (-1).
    Extend(Unit, i8),
    /// Lay a sheet over the window, or take it away.
    Sheet(Option<Sheet>),
    /// Look for words.
    Find(FindLook),
    /// Go to the next hit (1) or the one before (-1).
    StepHit(i8),
    /// Go to the next (1) or the one before (-1), in the order of the base article.
    Step(Among, i8),
    /// Go back to where one was before a jump (-1), or forward again (1).
    Walk(i8),
    /// The reader has scrolled to this line.
    Reading(Spot),
    /// Size of the text of articles, in points.
    TextSize(u8),
    /// Makes everything in the window larger or smaller, in percent.
    Zoom(u8),
    /// How wide a column's text may become.
    Measure(Measure),
    /// Begin with this column.
    FirstColumn(usize),
    /// Lay the articles out otherwise.
    Layout(reading::Change),
    /// Put an article's column at this place among the columns; the first is the base.
    MoveColumn(ArticleId, usize),
    /// Show the others against the next article (1) or the one before (-1), in the order of the columns.
    StepBase(i8),
    /// What is in focus was read; if it is known to be, it was not.
    MarkRead,
}
