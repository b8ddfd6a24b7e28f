//! What the palette offers for what was typed: actions, meetings and articles, places in the text.

use std::ops::Range;

use super::matching::{BY_CHANCE, Fit, fit};
use crate::analysis::find::{Hit, in_its_line};
use crate::locale::{Locale, Message};
use crate::model::Article;
use crate::ui::actions::{Action, ENTRIES};
use crate::ui::{Scene, describe, library, together};

/// Most articles and places that are offered.
const MOST_ARTICLES: usize = 6;
const MOST_PLACES: usize = 5;
/// What it costs to be fitted by the name in the other language; scattered letters of that one are chance.
const TRANSLATED: usize = 50;
/// Letters on each side of a hit.
const AROUND: usize = 34;

/// What is offered first while nothing is typed: what is done most, not the many steps.
const MAIN: [Action; 14] = [
    Action::OpenFiles,
    Action::OpenFolder,
    Action::Paste,
    Action::Find,
    Action::Read,
    Action::Matrix,
    Action::Agreement,
    Action::Names,
    Action::Asides,
    Action::Undo,
    Action::Theme,
    Action::Library,
    Action::Inspector,
    Action::Keys,
];

/// What a row leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Does this; or cannot, for the reason with this id.
    Action(Action, Option<&'static str>),
    /// Opens the bar with these words.
    Find(String),
    /// Shows a meeting.
    Meeting(usize),
    /// Shows an article, by its place.
    Article(usize),
    /// Says something of the grouping: its number among [`library::placing`].
    Placing(usize),
    /// Marks only what stands in this article too, by its place.
    Within(usize),
    /// Goes to a hit.
    Place(Hit),
}

/// A line of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it leads to.
    pub target: Target,
    /// What is written on it.
    pub text: String,
    /// The letters of it that fit what was typed, in bytes.
    pub letters: Vec<Range<usize>>,
    /// Said behind it, in small.
    pub note: String,
}

/// Rows below a head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The head.
    pub title: String,
    /// At least one.
    pub rows: Vec<Row>,
}

/// Everything for what was typed; sections without rows are left out.
pub fn sections(scene: &Scene<'_>, typed: &str) -> Vec<Section> {
    let section = |id, (rows, all): (Vec<Row>, usize)| Section {
        title: title(scene, id, rows.len(), all),
        rows,
    };
    let actions = actions(scene, typed);
    let count = actions.len();
    let sections = [
        section("palette-actions", (actions, count)),
        section("palette-articles", articles(scene, typed)),
        section("palette-places", places(scene, typed)),
    ];
    let filled = sections.into_iter();
    filled.filter(|section| !section.rows.is_empty()).collect()
}

/// A head, which says so where not all rows stand below it.
fn title(scene: &Scene<'_>, id: &'static str, shown: usize, all: usize) -> String {
    let title = scene.tr(id);
    if shown == all {
        return title;
    }
    let cut = Message::new("palette-cut").with("title", title);
    scene.text(&cut.with("shown", shown).with("all", all))
}

/// Where a row stands while nothing is typed.
fn rank(target: &Target) -> usize {
    let place = MAIN
        .iter()
        .position(|action| matches!(target, Target::Action(known, _) if known == action));
    place.unwrap_or(MAIN.len())
}

/// The closest first; of those that are as close, what can be done before what cannot.
fn actions(scene: &Scene<'_>, typed: &str) -> Vec<Row> {
    let mut found: Vec<(usize, bool, Row)> = Vec::new();
    let other = Locale::of(scene.locale.language.other());
    let mut offer = |target: Target, text: String, note: String, translated: String| {
        let cannot = matches!(target, Target::Action(_, Some(_)));
        let found_by = fit_either(&text, &translated, typed);
        if let Some((Fit { distance, letters }, is_translated)) = found_by {
            let note = if is_translated && note.is_empty() {
                translated
            } else {
                note
            };
            let row = Row {
                target,
                text,
                letters,
                note,
            };
            found.push((distance, cannot, row));
        }
    };
    for entry in ENTRIES
        .iter()
        .filter(|entry| entry.action != Action::Palette)
    {
        let obstacle = entry.action.obstacle(scene);
        let note = obstacle.map(|reason| scene.tr(reason)).unwrap_or_default();
        let (text, translated) = (entry.action.name(scene.locale), entry.action.name(other));
        let target = Target::Action(entry.action, obstacle);
        offer(target, text, note, translated);
    }
    // Without a word there is no need of one row for each outlet.
    if !typed.trim().is_empty() {
        let view = &scene.workspace.view;
        for place in view.columns(&scene.workspace.findings) {
            let outlet = scene.outlet_of(place);
            let message = Message::new("filter-only-with").with("outlet", outlet);
            let (text, translated) = (scene.text(&message), other.text(&message));
            offer(Target::Within(place), text, String::new(), translated);
        }
        let placing = library::placing(scene).into_iter().enumerate();
        for (number, (of, (id, _))) in placing {
            let name = |locale: &Locale| format!("{}: {of}", locale.tr(id));
            let (text, translated) = (name(scene.locale), name(other));
            offer(Target::Placing(number), text, String::new(), translated);
        }
    }
    found.extend(find(scene, typed));
    let is_typed = !typed.trim().is_empty();
    found.sort_by_key(|(distance, cannot, row)| {
        let rank = if is_typed { 0 } else { rank(&row.target) };
        (*cannot, rank, *distance)
    });
    let rows = found.into_iter().map(|(_, _, row)| row);
    rows.collect()
}

/// How an offer fits by its name, or better by that in the other language; then, that it does.
fn fit_either(text: &str, translated: &str, typed: &str) -> Option<(Fit, bool)> {
    let own = fit(text, typed);
    let other = fit(translated, typed).map(|fit| fit.distance + TRANSLATED);
    match (own, other) {
        (Some(own), other) if other.is_none_or(|other| own.distance <= other) => Some((own, false)),
        (_, Some(distance)) => {
            let letters = Vec::new();
            Some((Fit { distance, letters }, true))
        }
        _ => None,
    }
}

/// The way to the bar, with how much there is to find: behind what fits by whole letters, before what fits by chance.
fn find(scene: &Scene<'_>, typed: &str) -> Option<(usize, bool, Row)> {
    let typed = typed.trim();
    if typed.is_empty() || scene.workspace.findings.articles.is_empty() {
        return None;
    }
    let count = scene.workspace.found().hits.len();
    let distance = if count > 0 { BY_CHANCE } else { usize::MAX };
    let row = Row {
        target: Target::Find(typed.to_owned()),
        text: scene.text(&Message::new("palette-find").with("words", typed)),
        letters: Vec::new(),
        note: scene.text(&Message::new("find-places").with("count", count)),
    };
    Some((distance, false, row))
}

/// The closest, and how many there are.
fn articles(scene: &Scene<'_>, typed: &str) -> (Vec<Row>, usize) {
    let findings = &scene.workspace.findings;
    if typed.trim().is_empty() {
        return (Vec::new(), 0);
    }
    let meetings = findings.meetings.iter().enumerate();
    let meetings = meetings.filter(|(_, meeting)| meeting.articles.len() > 1);
    let meetings = meetings.filter_map(|(number, meeting)| {
        let who = together::who(scene.locale, meeting)?;
        let text = format!("{who}: {}", together::scene(scene.locale, meeting));
        Some((Target::Meeting(number), text, String::new()))
    });
    let titled = |(place, article): (usize, &std::sync::Arc<Article>)| {
        let text = article.title().to_owned();
        let outlet = describe::outlet(scene.locale, article);
        (Target::Article(place), text, outlet)
    };
    let articles = findings.articles.iter().enumerate().map(titled);
    let mut found: Vec<(usize, Row)> = meetings
        .chain(articles)
        .filter_map(|(target, text, note)| {
            // An article is meant by its outlet too.
            let whole = format!("{text} {note}");
            let Fit { distance, letters } = fit(&whole, typed)?;
            let letters = letters
                .into_iter()
                .filter(|part| part.end <= text.len())
                .collect();
            let row = Row {
                target,
                text,
                letters,
                note,
            };
            Some((distance, row))
        })
        .collect();
    found.sort_by_key(|(distance, _)| *distance);
    let all = found.len();
    let rows = found.into_iter().map(|(_, row)| row);
    (rows.take(MOST_ARTICLES).collect(), all)
}

/// The first places, and how many there are.
fn places(scene: &Scene<'_>, typed: &str) -> (Vec<Row>, usize) {
    if typed.trim().is_empty() {
        return (Vec::new(), 0);
    }
    let hits = &scene.workspace.found().hits;
    let rows = hits
        .iter()
        .take(MOST_PLACES)
        .filter_map(|hit| place(scene, hit));
    (rows.collect(), hits.len())
}

/// A hit in its line.
fn place(scene: &Scene<'_>, hit: &Hit) -> Option<Row> {
    let article = scene.workspace.findings.articles.get(hit.article)?;
    let parts = in_its_line(article, hit, AROUND);
    let [before, words, _] = parts.map(str::len);
    Some(Row {
        target: Target::Place(*hit),
        text: parts.concat().replace('\n', " "),
        letters: std::iter::once(before..before + words).collect(),
        note: describe::place_of_hit(scene.locale, article, hit),
    })
}
