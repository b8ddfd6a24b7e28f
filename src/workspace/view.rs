//! How a project is looked at: kept between starts, never undone.

use serde::{Deserialize, Serialize};

use crate::analysis::{Findings, Kind};
use crate::locale::Language;
use crate::model::ArticleId;

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

/// What a reader can switch off in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hidden {
    /// Verbatim passages.
    pub verbatim: bool,
    /// Near-verbatim passages.
    pub near: bool,
    /// The bars of moved passages.
    pub moved: bool,
    /// The bars of paragraphs that stand in one article only.
    pub only_here: bool,
    /// Formulae that are not counted; hidden at first.
    pub stock: bool,
}

/// How a project is looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// The language of the program's words.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Whether the inspector is open.
    pub inspector: bool,
    /// Whether it lies over the columns, in a window too narrow to hold it beside them.
    #[serde(skip)]
    pub inspector_over: bool,
    /// Whether the library is open.
    pub library: bool,
    /// What is switched off.
    pub hidden: Hidden,
    /// Whether text that was set aside shows in its place.
    pub asides: bool,
    /// The meeting on the screen, by its place in the findings.
    #[serde(skip)]
    pub meeting: usize,
    /// Articles that the reader took off the screen.
    #[serde(skip)]
    pub closed: Vec<ArticleId>,
    /// The article that the others are shown against; else the one that shares most.
    #[serde(skip)]
    pub base: Option<ArticleId>,
    /// The passage in focus, by its place in the findings.
    #[serde(skip)]
    pub focus: Option<usize>,
    /// Counts up whenever columns should come level with the focused passage.
    #[serde(skip)]
    pub level: u64,
    /// The first column on the screen, of those that are not closed.
    #[serde(skip)]
    pub first_column: usize,
    /// An article whose meeting is to be shown as soon as it is known.
    #[serde(skip)]
    next: Option<ArticleId>,
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
            meeting: 0,
            closed: Vec::new(),
            base: None,
            focus: None,
            level: 0,
            first_column: 0,
            next: None,
        }
    }
}

/// Another way to look at the project.
#[derive(Clone, Debug, PartialEq)]
pub enum Look {
    /// Speak this language.
    Language(Language),
    /// Light or dark.
    Theme(Theme),
    /// Open or fold the inspector.
    Inspector(bool),
    /// Lay the inspector over the columns, or take it away.
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
    /// Show the others against this article.
    Base(ArticleId),
    /// Focus a passage, or none.
    Focus(Option<usize>),
    /// Focus the next passage (1) or the one before (-1), in the order of the base article.
    Step(i8),
    /// Begin with this column.
    FirstColumn(usize),
}

impl View {
    /// Changes the view.
    pub fn apply(&mut self, look: Look, findings: &Findings) {
        match look {
            Look::Language(language) => self.language = language,
            Look::Theme(theme) => self.theme = theme,
            Look::Inspector(open) => self.inspector = open,
            Look::InspectorOver(open) => self.inspector_over = open,
            Look::Library(open) => self.library = open,
            Look::Hidden(hidden) => self.hidden = hidden,
            Look::Asides(shown) => self.asides = shown,
            Look::Meeting(meeting) => self.show_meeting(meeting),
            Look::Article(article) => self.show_article(article, findings),
            Look::Closed(article, closed) => {
                self.closed.retain(|other| *other != article);
                if closed {
                    self.closed.push(article);
                }
                self.settle(findings);
            }
            Look::Base(article) => {
                self.base = Some(article);
                self.first_column = 0;
            }
            Look::Focus(focus) => {
                self.focus = focus;
                self.level += 1;
            }
            Look::Step(step) => self.step(step, findings),
            Look::FirstColumn(column) => self.first_column = column,
        }
    }

    fn show_meeting(&mut self, meeting: usize) {
        if self.meeting != meeting {
            self.meeting = meeting;
            self.focus = None;
            self.base = None;
            self.first_column = 0;
        }
    }

    fn show_article(&mut self, article: ArticleId, findings: &Findings) {
        let place = findings
            .articles
            .iter()
            .position(|other| other.id == article);
        let meeting = findings
            .meetings
            .iter()
            .position(|meeting| place.is_some_and(|place| meeting.articles.contains(&place)));
        if let Some(meeting) = meeting {
            self.show_meeting(meeting);
            self.closed.retain(|other| *other != article);
        }
    }

    /// Shows the meeting of `article` once it is known.
    pub fn show_next(&mut self, article: Option<ArticleId>) {
        self.next = article;
    }

    /// Drops what the findings no longer hold.
    pub fn settle(&mut self, findings: &Findings) {
        if let Some(article) = self.next.take() {
            self.show_article(article, findings);
        }
        if self.meeting >= findings.meetings.len() {
            self.show_meeting(0);
        }
        let columns = self.columns(findings);
        let shown = |focus: &usize| {
            findings.passages.get(*focus).is_some_and(|passage| {
                columns
                    .iter()
                    .filter(|column| passage.in_article(**column).is_some())
                    .count()
                    > 1
            })
        };
        self.focus = self.focus.filter(shown);
        self.first_column = self.first_column.min(columns.len().saturating_sub(1));
    }

    /// Shows this article, as the base, when the findings are there.
    pub fn stay_with(&mut self, article: ArticleId) {
        self.base = Some(article);
        self.next = Some(article);
    }

    /// The articles on the screen, the base first, by their places in the findings.
    pub fn columns(&self, findings: &Findings) -> Vec<usize> {
        let Some(meeting) = findings.meetings.get(self.meeting) else {
            return Vec::new();
        };
        let id = |place: &usize| findings.articles.get(*place).map(|article| article.id);
        let mut columns: Vec<usize> = meeting
            .articles
            .iter()
            .copied()
            .filter(|place| id(place).is_some_and(|id| !self.closed.contains(&id)))
            .collect();
        let chosen = columns
            .iter()
            .copied()
            .find(|place| self.base.is_some() && id(place) == self.base);
        let base = chosen.or(meeting.fullest);
        columns.sort_by_key(|place| Some(*place) != base);
        columns
    }

    /// The passages that at least two articles on the screen share, in the order of the base article, then of the
    /// others.
    pub fn passages(&self, findings: &Findings) -> Vec<usize> {
        let columns = self.columns(findings);
        let mut found: Vec<(usize, usize, usize)> = findings
            .passages
            .iter()
            .enumerate()
            .filter(|(_, passage)| !self.hides(passage.kind))
            .filter_map(|(number, passage)| {
                let mut places = columns.iter().enumerate().filter_map(|(column, place)| {
                    Some((column, passage.in_article(*place)?.words.start))
                });
                let (column, start) = places.next()?;
                places.next().map(|_| (column, start, number))
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, _, number)| number).collect()
    }

    /// Whether passages of this kind are switched off.
    pub fn hides(&self, kind: Kind) -> bool {
        match kind {
            Kind::Verbatim => self.hidden.verbatim,
            Kind::Near | Kind::Reworded => self.hidden.near,
        }
    }

    fn step(&mut self, step: i8, findings: &Findings) {
        let passages = self.passages(findings);
        let at = self
            .focus
            .and_then(|focus| passages.iter().position(|number| *number == focus));
        let last = passages.len().saturating_sub(1);
        let next = match (at, step > 0) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) => {
                if at == last {
                    0
                } else {
                    at + 1
                }
            }
            (Some(at), false) => at.checked_sub(1).unwrap_or(last),
        };
        self.focus = passages.get(next).copied();
        self.level += 1;
    }
}
