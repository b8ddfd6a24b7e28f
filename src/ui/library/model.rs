//! Which rows the library has, in which order: meetings, and below the open one its articles.

use crate::analysis::meetings::newest_first;
use crate::analysis::{Findings, Meeting};
use crate::model::ArticleId;

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The head of a meeting.
    Meeting {
        /// Its place in the findings.
        meeting: usize,
        /// How many of its articles are shown; all of them where nothing is filtered.
        shown: usize,
    },
    /// Why the articles of the open meeting stand together.
    Open(usize),
    /// How many articles of the open meeting were taken off the screen.
    Closed(usize),
    /// An article of the open meeting.
    Article {
        /// Its place in the findings.
        article: usize,
        /// Its meeting.
        meeting: usize,
    },
}

/// The rows that there are, and how many articles they stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// From top to bottom.
    pub rows: Vec<Row>,
    /// Articles that are shown, also in meetings that are folded.
    pub shown: usize,
}

impl Model {
    /// The rows for `findings` with the meeting `open` unfolded; of each article `kept` says whether it is shown, `closed` are off
    /// the screen.
    pub fn new(
        findings: &Findings,
        open: Option<usize>,
        kept: &[bool],
        closed: &[ArticleId],
    ) -> Self {
        let is_kept = |article: &usize| kept.get(*article).is_none_or(|kept| *kept);
        let mut model = Self::default();
        for number in newest_first(&findings.meetings) {
            let Some(meeting) = findings.meetings.get(number) else {
                continue;
            };
            let shown = meeting.articles.iter().copied().filter(is_kept).count();
            if shown == 0 {
                continue;
            }
            model.shown += shown;
            model.rows.push(Row::Meeting {
                meeting: number,
                shown,
            });
            if Some(number) == open {
                model.open(findings, (number, meeting), closed, is_kept);
            }
        }
        model
    }

    fn open(
        &mut self,
        findings: &Findings,
        (number, meeting): (usize, &Meeting),
        closed: &[ArticleId],
        is_kept: impl Fn(&usize) -> bool,
    ) {
        let has_reasons = || {
            meeting
                .members
                .iter()
                .any(|member| !member.evidence.is_empty())
        };
        if (meeting.articles.len() > 1 || has_reasons()) && !meeting.is_none {
            self.rows.push(Row::Open(number));
        }
        let is_closed = |article: &&usize| {
            let article = findings.articles.get(**article);
            article.is_some_and(|article| closed.contains(&article.id))
        };
        let closed = meeting.articles.iter().filter(is_closed).count();
        if closed > 0 {
            self.rows.push(Row::Closed(closed));
        }
        let articles = with_versions(meeting, findings).into_iter().filter(is_kept);
        self.rows.extend(articles.map(|article| Row::Article {
            article,
            meeting: number,
        }));
    }
}

/// The articles of a meeting, each followed by its versions.
pub fn with_versions(meeting: &Meeting, findings: &Findings) -> Vec<usize> {
    let mut places = meeting.articles.clone();
    places.sort_by_key(|place| {
        let first = findings.first_version(*place);
        // A version in another meeting than its first one stands where it would stand alone.
        let head = if meeting.articles.contains(&first) {
            first
        } else {
            *place
        };
        (head, *place != head, *place)
    });
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Repeat;
    use crate::model::{Article, Fields};
    use std::sync::Arc;

    /// Stands for no open meeting.
    const FOLDED: usize = 9;

    /// The rows as text: `#` a meeting with the articles shown of it, numbers below are its articles.
    fn text(model: &Model) -> String {
        let row = |row: &Row| match row {
            Row::Meeting { meeting, shown } => format!("#{meeting}({shown})"),
            Row::Open(_) => "why".to_owned(),
            Row::Closed(count) => format!("closed {count}"),
            Row::Article { article, .. } => article.to_string(),
        };
        let rows: Vec<String> = model.rows.iter().map(row).collect();
        rows.join(" ")
    }

    #[test]
    fn rows_follow_the_open_meeting_and_the_filter() {
        let meeting = |articles: &[usize], day: Option<&str>, is_none| Meeting {
            articles: articles.to_vec(),
            date: day.and_then(|day| day.parse().ok()),
            is_none,
            ..Meeting::default()
        };
        let article = |id| {
            let mut article = Article::new("x", Fields::default(), Vec::new());
            article.id = ArticleId(id);
            Arc::new(article)
        };
        let findings = Findings {
            articles: (0..6).map(article).collect(),
            meetings: vec![
                meeting(&[0, 2, 3], Some("2026-03-01"), false),
                meeting(&[1], Some("2026-04-01"), false),
                meeting(&[4, 5], None, true),
            ],
            // The last one of the first meeting is a version of its first.
            repeats: vec![None, None, None, Some(Repeat::Version(0)), None, None],
            ..Findings::default()
        };
        let rows = |open: usize, kept: &[bool], closed: &[ArticleId]| {
            let open = Some(open).filter(|open| *open < FOLDED);
            let model = Model::new(&findings, open, kept, closed);
            (text(&model), model.shown)
        };
        let all = [true; 6];
        assert_eq!(rows(FOLDED, &all, &[]), ("#1(1) #0(3) #2(2)".to_owned(), 6));
        assert_eq!(
            rows(0, &all, &[]),
            ("#1(1) #0(3) why 0 3 2 #2(2)".to_owned(), 6)
        );
        assert_eq!(
            rows(1, &all, &[ArticleId(0)]),
            ("#1(1) 1 #0(3) #2(2)".to_owned(), 6)
        );
        assert_eq!(
            rows(0, &all, &[ArticleId(3)]),
            ("#1(1) #0(3) why closed 1 0 3 2 #2(2)".to_owned(), 6)
        );
        // What covers no meeting needs no reasons.
        assert_eq!(rows(2, &all, &[]), ("#1(1) #0(3) #2(2) 4 5".to_owned(), 6));
        let kept = [false, false, true, false, false, true];
        assert_eq!(rows(0, &kept, &[]), ("#0(1) why 2 #2(1)".to_owned(), 2));
    }
}
