//! What can be done with an article or a meeting of the library: by the secondary button, by the button with three dots,
//! and by the menu key (or Shift F10).

use egui::{Key, Modifiers, Popup, Response, Ui};

use crate::analysis::Findings;
use crate::model::{ArticleId, Edit};
use crate::ui::widgets::{self, Button};
use crate::ui::{Scene, describe, together};
use crate::workspace::view::{Look as Change, Sheet, Tab};
use crate::workspace::{Command, corrections};

/// An entry: what it is called, and what it does.
pub enum Entry {
    /// A command.
    Does(&'static str, Command),
    /// A line between entries.
    Line,
}

/// Shows the menu of a row, whose dots are `dots`.
pub fn show(
    ui: &Ui,
    scene: &mut Scene<'_>,
    (row, dots): (&Response, &Response),
    entries: impl Fn(&Scene<'_>) -> Vec<Entry>,
) {
    let by_key = (row.has_focus() || dots.has_focus())
        && ui.input_mut(|input| {
            input.consume_key(Modifiers::SHIFT, Key::F10)
                || input.consume_key(Modifiers::NONE, Key::Menu)
        });
    if by_key {
        dots.request_focus();
        Popup::open_id(ui.ctx(), Popup::default_response_id(dots));
    }
    for popup in [Popup::context_menu(row), Popup::menu(dots)] {
        popup.show(|ui| {
            for entry in entries(scene) {
                show_entry(ui, scene, entry, dots);
            }
        });
    }
}

fn show_entry(ui: &mut Ui, scene: &mut Scene<'_>, entry: Entry, dots: &Response) {
    match entry {
        Entry::Line => {
            ui.separator();
        }
        Entry::Does(id, command) => {
            let name = scene.tr(id);
            if widgets::menu_entry(ui, Button::new(&name), dots) {
                scene.ask(command);
            }
        }
    }
}

/// What can be done with an article that stands in the meeting `number`.
pub fn of_article(
    scene: &Scene<'_>,
    (article, number): (ArticleId, usize),
    is_shown: bool,
) -> Vec<Entry> {
    let toggle = if is_shown {
        "article-hide"
    } else {
        "article-show"
    };
    let mut entries = vec![
        Entry::Does("article-base", Command::Look(Change::Base(article))),
        Entry::Does(toggle, Command::Look(Change::Closed(article, is_shown))),
        Entry::Does("article-fields", Command::Look(Change::Fields(article))),
        Entry::Line,
    ];
    entries.extend(placing_article(scene, (article, number)).map(Entry::from));
    entries.push(Entry::Line);
    entries.push(Entry::Does(
        "article-remove",
        Command::Edit(Edit::Remove(vec![article])),
    ));
    entries
}

/// What can be done with a meeting.
pub fn of_meeting(scene: &Scene<'_>, number: usize) -> Vec<Entry> {
    let findings = &scene.workspace.findings;
    let Some(meeting) = findings.meetings.get(number) else {
        return Vec::new();
    };
    let mut entries = vec![Entry::Does(
        "meeting-open",
        Command::Look(Change::Meeting(number)),
    )];
    if meeting.articles.len() > 1 && scene.workspace.view.meeting == number {
        entries.push(Entry::Does(
            "meeting-matrix",
            Command::Look(Change::Tab(Tab::Matrix)),
        ));
    }
    entries.extend(placing_meeting(scene, number).map(Entry::from));
    entries
}

/// What is said of the grouping: what it is called, as the id of a message, and what it does.
pub type Placing = (&'static str, Command);

impl From<Placing> for Entry {
    fn from((id, command): Placing) -> Self {
        Self::Does(id, command)
    }
}

/// Where an article of the meeting `number` can be put.
pub fn placing_article(
    scene: &Scene<'_>,
    (article, number): (ArticleId, usize),
) -> impl Iterator<Item = Placing> {
    let findings = &scene.workspace.findings;
    let family = corrections::family(findings, article);
    let meeting = findings.meetings.get(number);
    let is_some = meeting.is_some_and(|meeting| !meeting.is_none);
    let split = corrections::split_off(findings, &family);
    let none = is_some.then(|| corrections::none(&family));
    let entries = [
        elsewhere(findings, &family, number, "move-to"),
        split.map(|edit| ("split-off", Command::Edit(edit))),
        none.map(|edit| ("covers-none", Command::Edit(edit))),
        take_back(decided(scene, &family), "take-back"),
    ];
    entries.into_iter().flatten()
}

/// Where a whole meeting can be put.
pub fn placing_meeting(scene: &Scene<'_>, number: usize) -> impl Iterator<Item = Placing> {
    let findings = &scene.workspace.findings;
    let members = corrections::members(findings, number);
    let meeting = findings.meetings.get(number);
    let meeting = meeting.filter(|meeting| !meeting.is_none);
    let merge = meeting.and_then(|_| elsewhere(findings, &members, number, "merge-with"));
    let back = take_back(decided(scene, &members), "take-all-back");
    merge.into_iter().chain(back)
}

/// All that can be said of the grouping of what is on the screen, each with whom it is about: the open meeting, then its
/// articles.
pub fn placing(scene: &Scene<'_>) -> Vec<(String, Placing)> {
    let workspace = scene.workspace;
    let findings = &workspace.findings;
    let number = workspace.view.meeting;
    let Some(meeting) = findings.meetings.get(number) else {
        return Vec::new();
    };
    let who = together::who(scene.locale, meeting);
    let who = who.or_else(|| together::name(scene.locale, findings, meeting));
    let who = who.unwrap_or_default();
    let of_meeting = placing_meeting(scene, number).map(|entry| (who.clone(), entry));
    let articles = meeting.articles.iter();
    let articles = articles.filter_map(|place| findings.articles.get(*place));
    let of_articles = articles.flat_map(|article| {
        let entries = placing_article(scene, (article.id, number));
        entries.map(|entry| (describe::outlet(scene.locale, article), entry))
    });
    of_meeting.chain(of_articles).collect()
}

/// Another meeting can be chosen where there is one.
fn elsewhere(
    findings: &Findings,
    articles: &[ArticleId],
    own: usize,
    id: &'static str,
) -> Option<Placing> {
    let is_other =
        |(number, meeting): (usize, &crate::analysis::Meeting)| number != own && !meeting.is_none;
    let is_there = findings.meetings.iter().enumerate().any(is_other);
    let sheet = Sheet::Meeting {
        articles: articles.to_vec(),
        search: String::new(),
    };
    is_there.then(|| (id, Command::Look(Change::Sheet(Some(sheet)))))
}

/// Those of the articles on which the reader decided.
fn decided(scene: &Scene<'_>, articles: &[ArticleId]) -> Vec<ArticleId> {
    let placing = &scene.workspace.project().settings.placing;
    let articles = articles.iter().copied();
    articles
        .filter(|article| placing.of(*article).is_some())
        .collect()
}

fn take_back(articles: Vec<ArticleId>, id: &'static str) -> Option<Placing> {
    (!articles.is_empty()).then(|| (id, Command::Edit(Edit::TakeBack(articles))))
}
