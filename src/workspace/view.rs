//! How a project is looked at: kept between starts, never undone.

use serde::{Deserialize, Serialize};

use crate::analysis::{Findings, Kind, Passage, Witness};
use crate::locale::Language;
use crate::model::ArticleId;
use crate::workspace::reading::{self, Reading, Wording};

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

/// What can be in focus, by its place in the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Focus {
    /// A passage.
    Passage(usize),
    /// A phrase that is not counted.
    Stock(usize),
}

impl Focus {
    /// The shared wording itself.
    pub fn passage(self, findings: &Findings) -> Option<&Passage> {
        match self {
            Self::Passage(number) => findings.passages.get(number),
            Self::Stock(number) => findings.stock.get(number),
        }
    }

    /// All that `findings` hold.
    fn all(findings: &Findings) -> impl Iterator<Item = (Self, &Passage)> {
        let passages = findings.passages.iter().enumerate();
        let stock = findings.stock.iter().enumerate();
        passages
            .map(|(number, passage)| (Self::Passage(number), passage))
            .chain(stock.map(|(number, phrase)| (Self::Stock(number), phrase)))
    }

    /// What `new` findings hold at a place of old ones, if the words there are the same.
    fn at(witness: &Witness, old: &Findings, new: &Findings) -> Option<Self> {
        let before = old.articles.get(witness.article)?;
        let place = new
            .articles
            .iter()
            .position(|article| article.id == before.id)?;
        let span = witness.span;
        let now = new.articles.get(place)?;
        if now.body().text.get(span.start..span.end) != Some(span.of(&before.body().text)) {
            return None;
        }
        let in_common = |passage: &Passage| {
            let here = passage.witnesses.iter();
            here.filter(|other| other.article == place)
                .filter_map(|other| Some(other.span.intersection(span)?.len()))
                .max()
        };
        Self::all(new)
            .filter_map(|(focus, passage)| Some((in_common(passage)?, focus)))
            .max_by_key(|(length, focus)| (*length, std::cmp::Reverse(*focus)))
            .map(|(_, focus)| focus)
    }
}

/// What a reader can switch off in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hidden {
    /// Verbatim passages.
    pub verbatim: bool,
    /// Near-verbatim passages.
    pub near: bool,
    /// Reworded passages.
    pub reworded: bool,
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
    /// How the articles are laid out.
    #[serde(default)]
    pub reading: Reading,
    /// The meeting on the screen, by its place in the findings.
    #[serde(skip)]
    pub meeting: usize,
    /// Articles that the reader took off the screen.
    #[serde(skip)]
    pub closed: Vec<ArticleId>,
    /// The article that the others are shown against; else the one that shares most.
    #[serde(skip)]
    pub base: Option<ArticleId>,
    /// What is in focus.
    #[serde(skip)]
    pub focus: Option<Focus>,
    /// Counts up whenever columns should come level with the focused passage.
    #[serde(skip)]
    pub level: u64,
    /// The first column on the screen, of those that are not closed.
    #[serde(skip)]
    pub first_column: usize,
    /// The letters that are searched for in the table of names, while it is open.
    #[serde(skip)]
    pub names: Option<String>,
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
            reading: Reading::default(),
            meeting: 0,
            closed: Vec::new(),
            base: None,
            focus: None,
            level: 0,
            first_column: 0,
            names: None,
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
    /// Focus a passage or a phrase that is not counted, or nothing.
    Focus(Option<Focus>),
    /// Open the table of names, searched for these letters, or put it away.
    Names(Option<String>),
    /// Focus what is marked next (1) or before (-1), in the order of the base article.
    Step(i8),
    /// Begin with this column.
    FirstColumn(usize),
    /// Lay the articles out otherwise.
    Reading(reading::Change),
    /// Put an article's column at this place among the columns; the first is the base.
    MoveColumn(ArticleId, usize),
    /// Show the others against the article of the column at this place.
    BaseAt(usize),
    /// What is in focus was read; if it is known to be, it was not.
    MarkRead,
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
            Look::Names(search) => self.names = search,
            Look::Step(step) => self.step(step, findings),
            Look::FirstColumn(column) => self.first_column = column,
            Look::Reading(change) => self.reading.apply(change),
            Look::MoveColumn(article, place) => self.move_column(article, place, findings),
            Look::BaseAt(place) => {
                if let Some(article) = self.column_ids(findings).get(place) {
                    self.base = Some(*article);
                    self.first_column = 0;
                }
            }
            Look::MarkRead => self.mark_read(findings),
        }
    }

    fn column_ids(&self, findings: &Findings) -> Vec<ArticleId> {
        let places = self.columns(findings).into_iter();
        places
            .filter_map(|place| findings.articles.get(place).map(|article| article.id))
            .collect()
    }

    fn move_column(&mut self, article: ArticleId, place: usize, findings: &Findings) {
        let mut order = self.column_ids(findings);
        let known = order.len();
        order.retain(|other| *other != article);
        if order.len() < known {
            order.insert(place.min(order.len()), article);
            self.base = order.first().copied();
            self.reading.order = order;
        }
    }

    fn mark_read(&mut self, findings: &Findings) {
        let Some(passage) = self.focus.and_then(|focus| focus.passage(findings)) else {
            return;
        };
        let columns = self.columns(findings);
        let first = columns
            .iter()
            .find(|place| passage.in_article(**place).is_some());
        let article = first.and_then(|place| findings.articles.get(*place));
        if let (Some(wording), Some(article)) = (Wording::of(passage, findings), article) {
            self.reading
                .apply(if self.reading.read.contains_key(&wording) {
                    reading::Change::Unread(wording)
                } else {
                    reading::Change::Read(vec![wording], article.id)
                });
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

    /// Stays with what is in focus when new findings take the place of old ones.
    pub fn follow(&mut self, old: &Findings, new: &Findings) {
        let focused = self.focus.and_then(|focus| focus.passage(old));
        self.focus = focused.and_then(|passage| {
            let mut witnesses = passage.witnesses.iter();
            witnesses.find_map(|witness| Focus::at(witness, old, new))
        });
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
        self.focus = self.focus.filter(|focus| {
            focus
                .passage(findings)
                .is_some_and(|passage| is_shared(passage, &columns))
        });
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
        columns.sort_by_key(|place| {
            let order = id(place).map(|id| self.reading.place_in_order(id));
            (Some(*place) != base, order)
        });
        columns
    }

    /// What at least two articles on the screen share and is not switched off, in the order of the base article, then of
    /// the others.
    pub fn marked(&self, findings: &Findings) -> Vec<Focus> {
        let columns = self.columns(findings);
        let mut found: Vec<(usize, usize, Focus)> = Focus::all(findings)
            .filter(|(focus, passage)| match focus {
                Focus::Passage(_) => !self.hides(passage.kind),
                Focus::Stock(_) => !self.hidden.stock,
            })
            .filter(|(_, passage)| is_shared(passage, &columns))
            .filter_map(|(focus, passage)| {
                let mut places = columns.iter().enumerate();
                places.find_map(|(column, place)| {
                    Some((column, passage.in_article(*place)?.words.start, focus))
                })
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, _, focus)| focus).collect()
    }

    /// The passages among what is marked.
    pub fn passages(&self, findings: &Findings) -> Vec<usize> {
        let marked = self.marked(findings).into_iter();
        marked
            .filter_map(|focus| match focus {
                Focus::Passage(number) => Some(number),
                Focus::Stock(_) => None,
            })
            .collect()
    }

    /// The phrases that at least two articles on the screen share and that are not counted, switched off or not.
    pub fn stock(&self, findings: &Findings) -> Vec<usize> {
        let columns = self.columns(findings);
        let stock = findings.stock.iter().enumerate();
        stock
            .filter(|(_, phrase)| is_shared(phrase, &columns))
            .map(|(number, _)| number)
            .collect()
    }

    /// Whether passages of this kind are switched off.
    pub fn hides(&self, kind: Kind) -> bool {
        match kind {
            Kind::Verbatim => self.hidden.verbatim,
            Kind::Near => self.hidden.near,
            Kind::Reworded => self.hidden.reworded,
        }
    }

    fn step(&mut self, step: i8, findings: &Findings) {
        let marked = self.marked(findings);
        let at = self
            .focus
            .and_then(|focus| marked.iter().position(|other| *other == focus));
        let last = marked.len().saturating_sub(1);
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
        self.focus = marked.get(next).copied();
        self.level += 1;
    }
}

/// Whether a passage stands in at least two of these articles.
pub fn is_shared(passage: &Passage, articles: &[usize]) -> bool {
    let mut holders = articles
        .iter()
        .filter(|place| passage.in_article(**place).is_some());
    holders.nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::sample::findings;

    #[test]
    fn the_first_column_is_the_base() {
        let findings = findings();
        let mut view = View::default();
        let names = view.column_ids(&findings);
        let [first, second, third] = names[..] else {
            panic!("the sample has three articles");
        };
        let after = |view: &mut View, look| {
            view.apply(look, &findings);
            view.column_ids(&findings)
        };
        let moved = after(&mut view, Look::MoveColumn(first, 2));
        assert_eq!(moved, [second, third, first]);
        assert_eq!(view.base, Some(second));
        // Another base and back: the order is the same again.
        assert_eq!(after(&mut view, Look::BaseAt(2)), [first, second, third]);
        assert_eq!(after(&mut view, Look::BaseAt(1)), moved);
        assert_eq!(after(&mut view, Look::BaseAt(9)), moved);
    }

    #[test]
    fn what_is_in_focus_is_marked_read_and_unread() {
        let findings = findings();
        let mut view = View {
            focus: Some(Focus::Passage(0)),
            ..View::default()
        };
        view.apply(Look::MarkRead, &findings);
        assert_eq!(view.reading.read.len(), 1);
        view.apply(Look::MarkRead, &findings);
        assert!(view.reading.read.is_empty());
    }

    /// What was a phrase is a passage, and the passages before it have gone: the focus stays on its words.
    #[test]
    fn the_focus_stays_with_its_words() {
        let old = findings();
        let mut new = old.clone();
        let phrase = new.stock.remove(0);
        new.passages.drain(..3);
        new.passages.push(phrase);
        let follow = |focus| {
            let mut view = View {
                focus: Some(focus),
                ..View::default()
            };
            view.follow(&old, &new);
            view.focus
        };
        let last = Focus::Passage(new.passages.len() - 1);
        assert_eq!(follow(Focus::Stock(0)), Some(last));
        assert_eq!(follow(Focus::Stock(1)), Some(Focus::Stock(0)));
        assert_eq!(follow(Focus::Passage(5)), Some(Focus::Passage(2)));
        assert_eq!(follow(Focus::Passage(99)), None);
    }

    /// Phrases that are not counted are stations of the way from mark to mark while they are shown.
    #[test]
    fn steps_go_over_what_is_shown() {
        let findings = findings();
        let mut view = View::default();
        let passages = view.passages(&findings).len();
        assert_eq!(view.marked(&findings).len(), passages);
        view.hidden.stock = false;
        let marked = view.marked(&findings);
        assert_eq!(marked.len(), passages + view.stock(&findings).len());
        for wanted in &marked {
            view.apply(Look::Step(1), &findings);
            assert_eq!(view.focus, Some(*wanted));
        }
        assert_eq!(view.passages(&findings).len(), passages);
    }

    /// What was kept before there were reworded passages is still read.
    #[test]
    fn an_older_view_is_read() {
        let old = r#"{"verbatim":true,"near":false,"moved":false,"only_here":false,"stock":true}"#;
        let hidden: Option<Hidden> = serde_json::from_str(old).ok();
        assert!(hidden.is_some_and(|hidden| hidden.verbatim && hidden.stock && !hidden.reworded));
    }
}
