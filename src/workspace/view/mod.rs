//! How a project is looked at: kept between starts, never undone.

mod columns;
mod find;
mod focus;
mod follow;
mod hidden;
mod look;
mod selection;
mod spot;
mod steps;
mod trail;

use serde::{Deserialize, Serialize};

use super::shelf;
use crate::analysis::Findings;
use crate::analysis::find::Query;
use crate::locale::Language;
use crate::model::ArticleId;
use crate::workspace::reading::{Mode, Reading};

pub use find::{Find, FindLook, in_article};
pub use focus::{Focus, is_shared, kind_in};
pub use hidden::{Filter, Hidden};
pub use look::Look;
pub use selection::{Selection, Unit};
pub use spot::Spot;
pub use steps::{Among, MIN_ONLY_HERE};
pub use trail::Trail;

/// Light, dark, or as the desktop has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// As the desktop has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How the open meeting is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tab {
    /// Its articles side by side.
    #[default]
    Read,
    /// Each article against each.
    Matrix,
}

/// A sheet over the window; there is at most one.
#[derive(Clone, Debug, PartialEq)]
pub enum Sheet {
    /// Everything that can be done, and everything there is, searched for these letters.
    Palette(String),
    /// The keys.
    Keys,
    /// The table of names, searched for these letters.
    Names(String),
    /// All meetings, to choose the one to which articles belong.
    Meeting {
        /// What is to be put there, from one meeting.
        articles: Vec<ArticleId>,
        /// The meetings are searched for these letters.
        search: String,
    },
    /// Titles and offices, searched for these letters.
    Offices(String),
}

/// Size of the text of articles, in points: the smallest, the usual, the largest.
pub const TEXT_SIZES: (u8, u8, u8) = (12, 15, 24);

/// Least, usual and greatest size of everything in the window, in percent.
pub const ZOOMS: (u8, u8, u8) = (80, 100, 200);

/// How wide a column's text may become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Measure {
    /// Short lines.
    Narrow,
    /// Lines that are easy to follow.
    #[default]
    Usual,
    /// As wide as there is room, within reason.
    Wide,
}

/// How a project is looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    /// The language of the program's words.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Whether the inspector is open.
    pub inspector: bool,
    /// Whether it is open in a narrow window, where it takes columns off the screen.
    #[serde(skip)]
    pub inspector_over: bool,
    /// Whether the library is open.
    pub library: bool,
    /// What is switched off.
    pub hidden: Hidden,
    /// Whether text that was set aside shows in its place.
    pub asides: bool,
    /// How the articles are laid out.
    pub layout: Reading,
    /// Size of the text of articles, in points.
    pub text_size: u8,
    /// Size of everything in the window, the text of articles too, in percent.
    pub zoom: u8,
    /// How wide a column's text may become.
    pub measure: Measure,
    /// The meeting on the screen, by its place in the findings.
    #[serde(skip)]
    pub meeting: usize,
    /// Articles that the reader took off the screen.
    pub closed: Vec<ArticleId>,
    /// What is in focus.
    #[serde(skip)]
    pub focus: Option<Focus>,
    /// The place that is looked at, when it is no passage: a hit, a paragraph, a line to come back to.
    #[serde(skip)]
    pub spot: Option<Spot>,
    /// Text that is selected.
    #[serde(skip)]
    pub selected: Option<Selection>,
    /// Counts up whenever a key moved the end of the selection, which is to be in sight then.
    #[serde(skip)]
    pub extended: u64,
    /// The article that the reader was in last.
    #[serde(skip)]
    lead: Option<ArticleId>,
    /// The line to which the reader has scrolled since the last jump.
    #[serde(skip)]
    reading: Option<Spot>,
    /// Counts up whenever columns should come level with the focused passage or the spot.
    #[serde(skip)]
    pub level: u64,
    /// The first column on the screen, of those that are not closed.
    #[serde(skip)]
    pub first_column: usize,
    /// The sheet over the window.
    #[serde(skip)]
    pub sheet: Option<Sheet>,
    /// Words that are looked for.
    #[serde(skip)]
    pub find: Find,
    /// Where the reader was.
    #[serde(skip)]
    trail: Trail,
    /// How the open meeting is shown.
    pub tab: Tab,
    /// Which articles the library shows.
    #[serde(skip)]
    pub shelf: shelf::Filter,
    /// Articles of which the newest meeting is to be shown as soon as it is known.
    #[serde(skip)]
    next: Vec<ArticleId>,
}

impl Default for View {
    fn default() -> Self {
        Self {
            language: Language::of_system(),
            theme: Theme::default(),
            inspector: true,
            inspector_over: false,
            library: true,
            hidden: Hidden {
                stock: true,
                ..Hidden::default()
            },
            asides: false,
            layout: Reading::default(),
            text_size: TEXT_SIZES.1,
            zoom: ZOOMS.1,
            measure: Measure::default(),
            meeting: 0,
            closed: Vec::new(),
            focus: None,
            spot: None,
            selected: None,
            extended: 0,
            lead: None,
            reading: None,
            level: 0,
            first_column: 0,
            sheet: None,
            find: Find::default(),
            trail: Trail::default(),
            tab: Tab::default(),
            shelf: shelf::Filter::default(),
            next: Vec::new(),
        }
    }
}

impl View {
    /// Changes the view.
    pub fn apply(&mut self, look: Look, findings: &Findings) {
        let jump = self.jump(&look, findings);
        match look {
            Look::Language(language) => self.language = language,
            Look::Theme(theme) => self.theme = theme,
            Look::Inspector(open) => self.inspector = open,
            Look::InspectorOver(open) => self.inspector_over = open,
            Look::Library(open) => self.library = open,
            Look::Hidden(hidden) => self.hidden = hidden,
            Look::Asides(shown) => {
                self.asides = shown;
                self.spot = self.spot.filter(|spot| shown || spot.aside.is_none());
                self.stay_here();
            }
            Look::Meeting(meeting) => self.show_meeting(meeting),
            Look::Article(article) => self.show_article(article, findings),
            Look::Closed(article, closed) => {
                self.closed.retain(|other| *other != article);
                if closed {
                    self.closed.push(article);
                }
                self.settle(findings);
            }
            Look::AllShown => self.closed.clear(),
            Look::Tab(tab) => self.tab = tab,
            Look::Two(base, other) => self.show_two(base, other, findings),
            Look::Shelf(filter) => self.shelf = filter,
            Look::Base(article) => {
                self.set_base(Some(article), findings);
                self.first_column = 0;
                self.tab = Tab::Read;
            }
            Look::Fields(article) => {
                self.apply(Look::Base(article), findings);
                self.focus = None;
                (self.inspector, self.inspector_over) = (true, true);
            }
            Look::Focus(focus) => self.look_at(focus, None),
            Look::Spot(spot) => {
                self.show_article(spot.article, findings);
                self.look_at_spot(spot, findings);
            }
            Look::Select(text) => self.selected = text,
            Look::Extend(unit, step) => self.extend(unit, step, findings),
            Look::Sheet(sheet) => self.sheet = sheet,
            Look::Find(look) => {
                if look == FindLook::Open {
                    self.tab = Tab::Read;
                }
                self.find(look, findings);
            }
            // The hits are the workspace's: it asks `step_hit` itself.
            Look::StepHit(_) => {}
            Look::Step(among, step) => {
                // What is selected next begins where the step leads.
                self.selected = None;
                self.step(among, step, findings);
            }
            Look::Walk(step) => self.walk(step, findings),
            Look::Reading(spot) => {
                self.lead = Some(spot.article);
                self.reading = Some(spot);
            }
            Look::Zoom(zoom) => self.zoom = zoom.clamp(ZOOMS.0, ZOOMS.2),
            Look::TextSize(size) => {
                self.text_size = size.clamp(TEXT_SIZES.0, TEXT_SIZES.2);
                self.stay_here();
            }
            Look::Measure(measure) => {
                self.measure = measure;
                self.stay_here();
            }
            Look::FirstColumn(column) => self.first_column = column,
            Look::Layout(change) => self.layout.apply(change),
            Look::MoveColumn(article, place) => self.move_column(article, place, findings),
            Look::StepBase(step) => self.step_base(step, findings),
            Look::MarkRead => self.mark_read(findings),
        }
        if let Some(jump) = jump {
            self.remember(jump, findings);
        }
    }

    /// What is looked at, and the columns come level with it. What is set aside must be shown for that.
    fn look_at(&mut self, focus: Option<Focus>, spot: Option<Spot>) {
        if focus.is_some() || spot.is_some() {
            self.tab = Tab::Read;
        }
        self.focus = focus;
        self.spot = spot;
        self.asides |= spot.is_some_and(|spot| spot.aside.is_some());
        self.reading = None;
        self.level += 1;
    }

    /// The same for a place that is no passage: what the agreement map does not have is looked at in the columns.
    fn look_at_spot(&mut self, spot: Spot, findings: &Findings) {
        let base = self.columns(findings).first().copied();
        if findings.place_of(spot.article) != base {
            self.layout.mode = Mode::Columns;
        }
        self.look_at(None, Some(spot));
    }

    /// What is read stays in sight when the lines become others.
    fn stay_here(&mut self) {
        self.spot = self.reading.or(self.spot);
        self.level += 1;
    }

    /// What is to be found in the articles: for the palette while it is open, else for the bar.
    pub fn query(&self) -> Option<Query> {
        match &self.sheet {
            Some(Sheet::Palette(text)) => Some(Query {
                text: text.clone(),
                ..Query::default()
            }),
            _ => self.find.open.then(|| self.find.query.clone()),
        }
    }

    fn show_meeting(&mut self, meeting: usize) {
        if self.meeting != meeting {
            self.meeting = meeting;
            self.focus = None;
            self.spot = None;
            self.reading = None;
            self.first_column = 0;
            self.selected = None;
            // It named one of the articles that were on the screen.
            self.hidden.not_in = None;
        }
    }

    fn show_article(&mut self, article: ArticleId, findings: &Findings) {
        let place = findings.place_of(article);
        if let Some(meeting) = place.and_then(|place| findings.meeting_number_of(place)) {
            self.show_meeting(meeting);
            self.closed.retain(|other| *other != article);
        }
    }

    /// Two articles of the open meeting alone on the screen.
    fn show_two(&mut self, base: ArticleId, other: ArticleId, findings: &Findings) {
        let meeting = findings.meetings.get(self.meeting);
        let members = meeting.into_iter().flat_map(|meeting| &meeting.articles);
        let ids = members.filter_map(|place| Some(findings.articles.get(*place)?.id));
        for id in ids {
            self.closed.retain(|closed| *closed != id);
            if id != base && id != other {
                self.closed.push(id);
            }
        }
        self.set_base(Some(base), findings);
        self.first_column = 0;
        self.tab = Tab::Read;
        self.layout.mode = Mode::Columns;
        self.settle(findings);
    }
}

#[cfg(test)]
mod tests;
