//! How a view goes on with new findings: with the open meeting, and with what is looked at there.

use super::{Selection, Spot, View, is_shared};
use crate::analysis::Findings;
use crate::analysis::meetings::newest_first;
use crate::model::ArticleId;

impl View {
    /// Shows the newest meeting of `articles` once it is known.
    pub fn show_next(&mut self, articles: Vec<ArticleId>) {
        self.next = articles;
    }

    /// Stays with the open meeting and with what is in focus when new findings take the place of old ones. The open
    /// meeting is the one to which most of its articles went; of equally good ones the first.
    pub fn follow(&mut self, old: &Findings, new: &Findings) {
        self.layout.follow(old, new);
        let id = |findings: &Findings, place: &usize| {
            findings.articles.get(*place).map(|article| article.id)
        };
        let open = old.meetings.get(self.meeting);
        let open = open.into_iter().flat_map(|meeting| &meeting.articles);
        let open: Vec<ArticleId> = open.filter_map(|place| id(old, place)).collect();
        let kept = |number: &usize| {
            let articles = new.meetings.get(*number).map(|meeting| &meeting.articles);
            let ids = articles
                .into_iter()
                .flatten()
                .filter_map(|place| id(new, place));
            ids.filter(|id| open.contains(id)).count()
        };
        let numbers = (0..new.meetings.len())
            .rev()
            .filter(|number| kept(number) > 0);
        if let Some(meeting) = numbers.max_by_key(kept) {
            self.meeting = meeting;
        }
        self.focus = self.focus.and_then(|focus| focus.follow(old, new));
        for spot in [&mut self.spot, &mut self.reading] {
            *spot = spot.and_then(|spot| spot.follow(old, new));
        }
        self.selected = self.selected.and_then(|text| text.follow(old, new));
        let trail = &mut self.trail;
        let places = trail.back.iter_mut().chain(&mut trail.forward);
        for place in places.chain(&mut self.find.from) {
            place.follow(old, new);
        }
    }

    /// Drops what the findings no longer hold.
    pub fn settle(&mut self, findings: &Findings) {
        let next = std::mem::take(&mut self.next);
        self.closed.retain(|closed| !next.contains(closed));
        let is_next = |place: &usize| {
            let article = findings.articles.get(*place);
            article.is_some_and(|article| next.contains(&article.id))
        };
        let newest = newest_first(&findings.meetings).into_iter().find(|number| {
            let meeting = findings.meetings.get(*number);
            meeting.is_some_and(|meeting| meeting.articles.iter().any(is_next))
        });
        if let Some(meeting) = newest {
            self.show_meeting(meeting);
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
        let is_there = |spot: &Spot| findings.place_of(spot.article).is_some();
        self.spot = self.spot.filter(is_there);
        let in_sight = |text: &Selection| {
            let place = findings.place_of(text.article);
            place.is_some_and(|place| columns.contains(&place))
        };
        self.selected = self.selected.filter(in_sight);
        let filtered = self.hidden.not_in;
        self.hidden.not_in = filtered.filter(|article| findings.place_of(*article).is_some());
        self.reading = self.reading.filter(is_there);
        self.first_column = self.first_column.min(columns.len().saturating_sub(1));
    }

    /// Shows this article, as the base, when the findings are there.
    pub fn stay_with(&mut self, article: ArticleId) {
        self.layout.bases.retain(|other| *other != article);
        self.layout.bases.insert(0, article);
        self.next = vec![article];
    }
}
