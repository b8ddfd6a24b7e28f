//! What can be done with an article or a meeting of the library: by the secondary button, by the button with three dots,
//! and by the menu key (or Shift F10).

use egui::{Key, Modifiers, Popup, Response, Ui};

use super::choose::Choosing;
use crate::analysis::Findings;
use crate::model::{ArticleId, Edit};
use crate::ui::Scene;
use crate::ui::widgets::{Button, Look};
use crate::workspace::view::{Look as Change, Tab};
use crate::workspace::{Command, corrections};

/// An entry: what it is called, and what it does.
pub enum Entry {
    /// A command.
    Does(&'static str, Command),
    /// Another meeting is to be chosen.
    Chooses(&'static str, Choosing),
    /// A line between entries.
    Line,
}

/// Shows the menu of a row, whose dots are `dots`; gives what is to be chosen, if that was asked for.
pub fn show(
    ui: &Ui,
    scene: &mut Scene<'_>,
    (row, dots): (&Response, &Response),
    entries: impl Fn(&Scene<'_>) -> Vec<Entry>,
) -> Option<Choosing> {
    let by_key = row.has_focus()
        && ui.input_mut(|input| {
            input.consume_key(Modifiers::SHIFT, Key::F10)
                || input.consume_key(Modifiers::NONE, Key::Menu)
        });
    if by_key {
        dots.request_focus();
        Popup::open_id(ui.ctx(), Popup::default_response_id(dots));
    }
    let mut chosen = None;
    for popup in [Popup::context_menu(row), Popup::menu(dots)] {
        popup.show(|ui| {
            for entry in entries(scene) {
                chosen = show_entry(ui, scene, entry).or(chosen.take());
            }
        });
    }
    chosen
}

fn show_entry(ui: &mut Ui, scene: &mut Scene<'_>, entry: Entry) -> Option<Choosing> {
    let id = match &entry {
        Entry::Line => {
            ui.separator();
            return None;
        }
        Entry::Does(id, _) | Entry::Chooses(id, _) => *id,
    };
    if !Button::new(&scene.tr(id))
        .look(Look::Quiet)
        .show(ui)
        .clicked()
    {
        return None;
    }
    ui.close();
    match entry {
        Entry::Chooses(_, choosing) => Some(choosing),
        Entry::Does(_, command) => {
            scene.ask(command);
            None
        }
        Entry::Line => None,
    }
}

/// What can be done with an article that stands in the meeting `number`.
pub fn of_article(
    scene: &Scene<'_>,
    (article, number): (ArticleId, usize),
    is_shown: bool,
) -> Vec<Entry> {
    let findings = &scene.workspace.findings;
    let toggle = if is_shown {
        "article-hide"
    } else {
        "article-show"
    };
    let mut entries = vec![
        Entry::Does("article-base", Command::Look(Change::Base(article))),
        Entry::Does(toggle, Command::Look(Change::Closed(article, is_shown))),
        Entry::Line,
    ];
    let family = corrections::family(findings, article);
    entries.extend(elsewhere(findings, &family, number, "move-to"));
    if let Some(edit) = corrections::split_off(findings, &family) {
        entries.push(Entry::Does("split-off", Command::Edit(edit)));
    }
    if findings
        .meetings
        .get(number)
        .is_some_and(|meeting| !meeting.is_none)
    {
        entries.push(Entry::Does(
            "covers-none",
            Command::Edit(corrections::none(&family)),
        ));
    }
    let back = decided(scene, &family);
    entries.extend(take_back(back, "take-back"));
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
    let members = corrections::members(findings, number);
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
    if !meeting.is_none {
        entries.extend(elsewhere(findings, &members, number, "merge-with"));
    }
    entries.extend(take_back(decided(scene, &members), "take-all-back"));
    entries
}

/// Another meeting can be chosen where there is one.
fn elsewhere(
    findings: &Findings,
    articles: &[ArticleId],
    own: usize,
    id: &'static str,
) -> Option<Entry> {
    let is_other =
        |(number, meeting): (usize, &crate::analysis::Meeting)| number != own && !meeting.is_none;
    let is_there = findings.meetings.iter().enumerate().any(is_other);
    is_there.then(|| Entry::Chooses(id, Choosing::new(articles.to_vec(), own)))
}

/// Those of the articles on which the reader decided.
fn decided(scene: &Scene<'_>, articles: &[ArticleId]) -> Vec<ArticleId> {
    let placing = &scene.workspace.project().settings.placing;
    let articles = articles.iter().copied();
    articles
        .filter(|article| placing.of(*article).is_some())
        .collect()
}

fn take_back(articles: Vec<ArticleId>, id: &'static str) -> Option<Entry> {
    (!articles.is_empty()).then(|| Entry::Does(id, Command::Edit(Edit::TakeBack(articles))))
}
