//! One open project, what is known of it, and how it is looked at.
//!
//! Panels read a [`Workspace`] and return [`Command`]s; [`Workspace::apply`] is the one place where anything changes.
//! Work that takes time runs as a job; [`Workspace::collect`] takes results in.

mod command;
pub mod corrections;
mod finding;
mod history;
mod loading;
pub mod reading;
pub mod sample;
pub mod shelf;
pub mod store;
pub mod view;

use std::sync::{Arc, Mutex};

use crate::analysis::{self, Findings, Memory, Wanted};
use crate::import::ReadOptions;
use crate::jobs::{Job, Poll};
use crate::locale::{Language, Message};
use crate::model::{Article, ArticleId, Change, Edit, Place, Project};

pub use command::Command;
use finding::Finding;
pub use finding::Found;
pub use history::History;
pub use loading::{Duplicate, Loaded, Outcome, Report, Row, Sort};
pub use view::View;
use view::{FindLook, Look, Sheet};

/// Called when a job has something to show.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// What is said after everything was closed; Undo stands beside it.
const CLOSED_ALL: &str = "notice-closed-all";

/// What is said after a paragraph was set aside, which may have left the screen by that.
const SET_ASIDE: &str = "notice-set-aside";

/// What is said after articles were put into a meeting, made one of their own, or put out of all.
const PLACED: [&str; 3] = [
    "notice-placed",
    "notice-placed-alone",
    "notice-placed-nowhere",
];

/// One open project.
pub struct Workspace {
    history: History,
    /// Of the newest project that was analysed; stays on the screen until newer ones arrive.
    pub findings: Arc<Findings>,
    /// How it is looked at.
    pub view: View,
    /// What came of the last files that were opened.
    pub report: Option<Report>,
    /// Whether that is on the screen.
    pub report_open: bool,
    /// One line for the reader, until the next command.
    pub notice: Option<Message>,
    /// Whether what is open is the sample, untouched.
    pub is_sample: bool,
    /// The column that was closed, if that was the last thing done.
    closed_last: Option<ArticleId>,
    /// The first column before the last change.
    was_at: Option<ArticleId>,
    analysis: Option<Job<Findings>>,
    /// What analyses know from earlier ones. The one under way has it; one that was cancelled gives it back soon.
    memory: Arc<Mutex<Memory>>,
    finding: Finding,
    loading: Option<Job<Loaded>>,
    wake: Wake,
}

/// What is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Busy {
    /// Files are read: done, in all.
    Loading(usize, usize),
    /// Articles are compared.
    Comparing,
}

impl Workspace {
    /// An empty project; `wake` is called from other threads when there is something new.
    pub fn new(view: View, wake: Wake) -> Self {
        Self {
            history: History::default(),
            findings: Arc::default(),
            view,
            report: None,
            report_open: false,
            notice: None,
            is_sample: false,
            closed_last: None,
            was_at: None,
            analysis: None,
            memory: Arc::default(),
            finding: Finding::default(),
            loading: None,
            wake,
        }
    }

    /// The project as it is now.
    pub fn project(&self) -> &Project {
        self.history.project()
    }

    /// Whether there is something to undo, and to redo. Under a sheet that is only what was changed on it: nobody sees
    /// what happens behind.
    pub fn can_undo_redo(&self) -> (bool, bool) {
        let now = &self.project().settings;
        let is_in_sight = |other: &Project| match self.view.sheet {
            None | Some(Sheet::Palette(_)) => true,
            Some(Sheet::Names(_)) => other.settings.spellings != now.spellings,
            Some(Sheet::Offices(_)) => other.settings.offices != now.offices,
            Some(Sheet::Keys | Sheet::Meeting { .. }) => false,
        };
        let has_closed = self.closed_last().is_some() && is_in_sight(self.project());
        let undo = has_closed || self.history.before().is_some_and(is_in_sight);
        (undo, self.history.after().is_some_and(is_in_sight))
    }

    /// Whether what is said is of something that one press takes back, and that may have left the screen.
    pub fn offers_undo(&self) -> bool {
        let said = self.notice.as_ref().map(|notice| notice.id);
        said.is_some_and(|said| said == CLOSED_ALL || said == SET_ASIDE || PLACED.contains(&said))
    }

    /// The column that was closed last, if it still is.
    fn closed_last(&self) -> Option<ArticleId> {
        self.closed_last
            .filter(|article| self.view.closed.contains(article))
    }

    /// Begins with a project that was kept.
    pub fn resume(&mut self, project: Project) {
        self.view.layout.keep(|id| project.article(id).is_some());
        self.history = History::starting_with(project);
        self.show_newest();
        self.reanalyse();
    }

    /// What was found last of what is looked for.
    pub fn found(&self) -> &Arc<Found> {
        self.finding.found()
    }

    /// Whether words are being looked for.
    pub fn is_finding(&self) -> bool {
        self.finding.is_under_way()
    }

    /// What is under way, if anything.
    pub fn busy(&self) -> Option<Busy> {
        if let Some(loading) = &self.loading {
            let (done, total) = loading.steps();
            return Some(Busy::Loading(done, total));
        }
        self.analysis.as_ref().map(|_| Busy::Comparing)
    }

    /// Does what the reader asked for.
    pub fn apply(&mut self, command: Command) {
        // Scrolling is no answer to what was said.
        if !matches!(command, Command::Look(Look::Layout(_))) {
            self.notice = None;
        }
        match command {
            Command::Open(paths) => self.load(loading::Source::Files(paths)),
            Command::Paste(text) => self.load(loading::Source::Text(text)),
            Command::OpenSample(language) => self.open_sample(language),
            Command::Edit(edit) => self.edit(edit),
            Command::Undo => {
                let closed = self.closed_last();
                self.closed_last = None;
                match closed {
                    // Closing a column changes nothing in the project, but it is what was done last.
                    Some(article) => {
                        let shown = Look::Closed(article, false);
                        self.view.apply(shown, &self.findings);
                    }
                    None => {
                        self.report_open = false;
                        self.remember_place();
                        let change = self.history.undo();
                        self.stepped("undone", change);
                    }
                }
            }
            Command::Redo => {
                self.remember_place();
                let change = self.history.redo();
                self.stepped("redone", change);
            }
            Command::Close => {
                let articles = self.project().articles.iter();
                let ids: Vec<ArticleId> = articles.map(|article| article.id).collect();
                let count = ids.len();
                self.edit(Edit::Remove(ids));
                self.report_open = false;
                self.notice = Some(Message::new(CLOSED_ALL).with("count", count));
            }
            Command::Cancel => {
                self.loading = None;
                self.analysis = None;
                self.notice = Some(Message::new("notice-cancelled"));
            }
            Command::DismissReport => self.report_open = false,
            Command::ShowReport => self.report_open = self.report.is_some(),
            Command::AddAnyway(row) => self.add_anyway(row),
            Command::Say(message) => self.notice = Some(message),
            Command::Look(change) => {
                match change {
                    Look::Closed(article, closed) => self.closed_last = closed.then_some(article),
                    // It closes others, and is no closing.
                    Look::Two(..) => self.closed_last = None,
                    Look::Meeting(_)
                    | Look::Article(_)
                    | Look::Base(_)
                    | Look::Fields(_)
                    | Look::StepBase(_)
                    | Look::Spot(_)
                    | Look::Find(FindLook::Open)
                    | Look::Tab(_) => {
                        self.report_open = false;
                    }
                    _ => {}
                }
                match change {
                    Look::StepHit(step) => {
                        let hits = &self.finding.found().hits;
                        self.view.step_hit(step, hits, &self.findings);
                    }
                    change => self.view.apply(change, &self.findings),
                }
            }
        }
        self.look_for();
    }

    /// Looks for what the view asks for, where that was not done yet.
    fn look_for(&mut self) {
        let query = self.view.query();
        self.finding.look_for(query, &self.findings, &self.wake);
    }

    /// Takes in what jobs have finished; true if anything changed.
    pub fn collect(&mut self) -> bool {
        let loaded = take(&mut self.loading);
        let analysed = take(&mut self.analysis);
        let found = self.finding.collect();
        let changed = loaded.is_some() || analysed.is_some() || found;
        match loaded {
            Some(Ok(loaded)) => self.take_in(loaded),
            Some(Err(said)) => self.notice = Some(panicked(said)),
            None => {}
        }
        match analysed {
            Some(Ok(findings)) => {
                let old = std::mem::replace(&mut self.findings, Arc::new(findings));
                self.view.follow(&old, &self.findings);
                self.view.settle(&self.findings);
            }
            Some(Err(said)) => self.notice = Some(panicked(said)),
            None => {}
        }
        if changed {
            self.look_for();
        }
        changed
    }

    fn remember_place(&mut self) {
        let first = self.view.columns(&self.findings).first().copied();
        let first = first.and_then(|place| self.findings.articles.get(place));
        self.was_at = first.map(|article| article.id).or(self.was_at);
    }

    /// After a step through the history: says so, because what it changed may stand nowhere on the screen. Where the
    /// article comes back that was open last, so does the reader.
    fn stepped(&mut self, way: &'static str, change: Option<Change>) {
        let gone = |id: &ArticleId| self.findings.place_of(*id).is_none();
        let back = self.was_at.filter(gone);
        let back = back.filter(|id| self.project().article(*id).is_some());
        self.view.show_next(back.into_iter().collect());
        self.notice = change.map(|change| {
            let message = Message::new("notice-stepped").with("way", way);
            message
                .with("what", change.what)
                .with("count", change.count)
        });
        self.reanalyse();
    }

    fn edit(&mut self, edit: Edit) {
        self.remember_place();
        self.closed_last = None;
        self.is_sample = false;
        if let Edit::Field { article, .. } = &edit {
            // Another day may put the article into another meeting: the reader stays with it.
            self.view.stay_with(*article);
        }
        if let Edit::Place { articles, place } = &edit {
            let said = match place {
                Place::Nowhere => "notice-placed-nowhere",
                Place::Meeting { with, .. } if with.is_empty() => "notice-placed-alone",
                Place::Meeting { .. } => "notice-placed",
            };
            self.notice = Some(Message::new(said).with("count", articles.len()));
        }
        if let Edit::SetAside { .. } = &edit {
            self.notice = Some(Message::new(SET_ASIDE));
        }
        self.begin_layout();
        self.history.apply(edit);
        self.reanalyse();
    }

    /// A layout is of articles, and so is what was closed; where none was ever named, what is kept is another project's.
    fn begin_layout(&mut self) {
        if self.project().next_id() == 0 {
            self.view.layout = self.view.layout.without_articles();
            self.view.closed.clear();
        }
    }

    fn open_sample(&mut self, language: Language) {
        let options = ReadOptions::today();
        let articles = sample::articles(language, &options);
        self.history.clear();
        self.begin_layout();
        self.history.apply(Edit::Add(articles));
        self.history.forget_past();
        self.report = None;
        self.report_open = false;
        self.is_sample = true;
        self.show_newest();
        self.reanalyse();
    }

    /// Begins with the newest meeting; what was closed stays closed.
    fn show_newest(&mut self) {
        let articles = self.project().articles.iter().map(|article| article.id);
        let open = articles.filter(|id| !self.view.closed.contains(id));
        let open = open.collect();
        self.view.show_next(open);
    }

    fn load(&mut self, source: loading::Source) {
        let options = ReadOptions::today();
        let wake = Arc::clone(&self.wake);
        // The sample makes room for the reader's own articles.
        let open = if self.is_sample {
            Vec::new()
        } else {
            self.project().articles.clone()
        };
        let job = Job::spawn(
            "import",
            move || wake(),
            move |progress| loading::load(source, open, &options, progress),
        );
        self.loading = Some(job);
    }

    fn take_in(&mut self, loaded: Loaded) {
        let Loaded {
            mut articles,
            mut report,
        } = loaded;
        articles.extend(self.without_twin(&mut report));
        if !articles.is_empty() {
            if self.is_sample {
                self.history.clear();
            }
            let first = self.project().articles.len();
            self.edit(Edit::Add(articles));
            let added: Vec<ArticleId> = self
                .project()
                .articles
                .iter()
                .skip(first)
                .map(|article| article.id)
                .collect();
            self.view.show_next(added);
        }
        self.report_open = !report.is_plain();
        self.report = Some(report);
    }

    /// Articles that were left out for one that has gone since.
    fn without_twin(&self, report: &mut Report) -> Vec<Article> {
        let mut found = Vec::new();
        for row in &mut report.rows {
            let gone = match &row.outcome {
                Outcome::Duplicate(duplicate) => duplicate
                    .of
                    .is_some_and(|of| self.is_sample || self.project().article(of).is_none()),
                _ => false,
            };
            if gone {
                found.extend(row.take_in());
            }
        }
        found
    }

    fn add_anyway(&mut self, row: usize) {
        let rows = self.report.as_mut().map(|report| &mut report.rows);
        let article = rows
            .and_then(|rows| rows.get_mut(row))
            .and_then(Row::take_in);
        if let Some(article) = article {
            self.edit(Edit::Add(vec![article]));
        }
    }

    fn reanalyse(&mut self) {
        let project = self.project().clone();
        if project.articles.is_empty() {
            self.analysis = None;
            self.findings = Arc::default();
            self.view.settle(&self.findings);
            return;
        }
        let wake = Arc::clone(&self.wake);
        let memory = Arc::clone(&self.memory);
        self.analysis = Some(Job::spawn(
            "analysis",
            move || wake(),
            move |progress| {
                let mut memory = memory.lock().unwrap_or_else(|panicked| {
                    // What an analysis left that panicked may be half of something.
                    memory.clear_poison();
                    let mut memory = panicked.into_inner();
                    *memory = Memory::default();
                    memory
                });
                let Project {
                    articles, settings, ..
                } = &project;
                analysis::analyse_again(&mut memory, articles, settings, Wanted::ALL, progress)
            },
        ));
    }
}

/// The result of a job that has ended; the job is then gone.
fn take<T: Send + 'static>(slot: &mut Option<Job<T>>) -> Option<Result<T, String>> {
    let result = match slot.as_ref()?.poll() {
        Poll::Running => return None,
        Poll::Done(value) => Ok(value),
        Poll::Panicked(said) => Err(said),
    };
    *slot = None;
    Some(result)
}

fn panicked(said: String) -> Message {
    Message::new("notice-panic").with("detail", said)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settle(workspace: &mut Workspace) {
        while workspace.busy().is_some() {
            workspace.collect();
            crate::jobs::pause();
        }
    }

    fn with_sample() -> Workspace {
        let mut workspace = Workspace::new(View::default(), Arc::new(|| ()));
        workspace.apply(Command::OpenSample(Language::English));
        settle(&mut workspace);
        workspace
    }

    #[test]
    fn what_was_cancelled_changes_nothing() {
        let mut workspace = with_sample();
        let before = workspace.project().clone();
        let folder = std::path::PathBuf::from("assets/samples/id");
        workspace.apply(Command::Open(vec![folder]));
        assert!(workspace.busy().is_some());
        workspace.apply(Command::Cancel);
        assert_eq!(workspace.busy(), None);
        workspace.collect();
        assert_eq!(workspace.project(), &before);
        assert!(workspace.notice.is_some());
    }

    #[test]
    fn own_articles_take_the_place_of_the_sample() {
        let mut workspace = with_sample();
        let folder = std::path::PathBuf::from("assets/samples/id");
        workspace.apply(Command::Open(vec![folder]));
        settle(&mut workspace);
        assert_eq!(workspace.project().articles.len(), 4);
        assert!(!workspace.is_sample);
        assert_eq!(workspace.findings.articles.len(), 4);
    }

    #[test]
    #[expect(clippy::unwrap_used, reason = "a test may stop")]
    fn closed_columns_stay_closed_after_a_restart() {
        let mut before = with_sample();
        let article = before.findings.articles[0].id;
        before.apply(Command::Look(Look::Closed(article, true)));
        let kept = serde_json::to_string(&before.view).unwrap();
        let start = || {
            let view: View = serde_json::from_str(&kept).unwrap();
            Workspace::new(view, Arc::new(|| ()))
        };
        let mut resumed = start();
        resumed.resume(before.project().clone());
        settle(&mut resumed);
        assert_eq!(resumed.view.closed, [article]);
        let columns = |workspace: &Workspace| workspace.view.columns(&workspace.findings);
        assert_eq!(columns(&resumed), columns(&before));
        // Another project's articles have the same numbers; none of them was closed.
        let mut other = start();
        other.apply(Command::OpenSample(Language::Indonesian));
        settle(&mut other);
        assert!(other.view.closed.is_empty());
    }

    #[test]
    fn undo_brings_articles_and_findings_back() {
        let mut workspace = with_sample();
        workspace.apply(Command::Close);
        settle(&mut workspace);
        assert!(workspace.findings.articles.is_empty());
        workspace.apply(Command::Undo);
        settle(&mut workspace);
        assert_eq!(workspace.findings.articles.len(), 3);
    }

    /// While a copy is read, what it is a copy of may go: then it is no copy any more.
    #[test]
    fn a_copy_is_kept_when_its_twin_has_gone() {
        let file = std::path::PathBuf::from("assets/samples/en/northern-ledger.txt");
        let mut workspace = with_sample();
        workspace.resume(workspace.project().clone());
        workspace.is_sample = false;
        workspace.apply(Command::Open(vec![file.clone()]));
        settle(&mut workspace);
        assert_eq!(workspace.project().articles.len(), 3);
        assert!(workspace.report_open);
        workspace.apply(Command::Open(vec![file]));
        workspace.apply(Command::Close);
        settle(&mut workspace);
        assert_eq!(workspace.project().articles.len(), 1);
        assert!(!workspace.report_open);
    }
}
