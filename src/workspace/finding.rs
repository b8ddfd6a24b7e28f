//! Looking for words off the window's thread: the newest query wins, and what was found stays until there is more.

use std::sync::Arc;

use super::Wake;
use crate::analysis::Findings;
use crate::analysis::find::{Hit, Query, find, in_headlines};
use crate::jobs::{Job, Poll};

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// What was looked for; nothing where nothing is.
    pub query: Option<Query>,
    /// In the order of the articles in the findings; what is set aside comes behind the text of its article.
    pub hits: Vec<Hit>,
    /// The articles, by their places, whose headlines have it; headlines are no part of the text.
    pub headlines: Vec<usize>,
}

/// The search that is under way, and the last that ended.
#[derive(Default)]
pub(super) struct Finding {
    job: Option<Job<Found>>,
    /// What was asked for last, and in which findings.
    query: Option<Query>,
    findings: Arc<Findings>,
    found: Arc<Found>,
}

impl Finding {
    pub(super) fn found(&self) -> &Arc<Found> {
        &self.found
    }

    pub(super) fn is_under_way(&self) -> bool {
        self.job.is_some()
    }

    /// Looks for `query` in `findings`, unless that was asked for already.
    pub(super) fn look_for(&mut self, query: Option<Query>, findings: &Arc<Findings>, wake: &Wake) {
        let same_findings = Arc::ptr_eq(&self.findings, findings);
        if self.query == query && (same_findings || query.is_none()) {
            return;
        }
        if !same_findings {
            // Hits are places in findings.
            self.found = Arc::default();
        }
        self.query.clone_from(&query);
        self.findings = Arc::clone(findings);
        let Some(query) = query else {
            self.job = None;
            self.found = Arc::default();
            self.findings = Arc::default();
            return;
        };
        let (findings, wake) = (Arc::clone(findings), Arc::clone(wake));
        self.job = Some(Job::spawn(
            "find",
            move || wake(),
            move |progress| Found {
                headlines: in_headlines(&findings.articles, &findings.names, &query),
                hits: find(&findings.articles, &findings.names, &query, progress),
                query: Some(query),
            },
        ));
    }

    /// Takes in what was found; true if that is something new.
    pub(super) fn collect(&mut self) -> bool {
        match self.job.as_ref().map(Job::poll) {
            None | Some(Poll::Running) => return false,
            Some(Poll::Done(found)) => self.found = Arc::new(found),
            // A search that failed found nothing.
            Some(Poll::Panicked(_)) => self.found = Arc::default(),
        }
        self.job = None;
        true
    }
}
