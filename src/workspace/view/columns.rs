//! The columns: their order, which is the base, and what was read in them.

use super::{Look, View};
use crate::analysis::Findings;
use crate::model::ArticleId;
use crate::workspace::reading::{self, Wording};

impl View {
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
        let first_of = |ids: &[ArticleId]| {
            let place = |wanted: &ArticleId| {
                let mut columns = columns.iter().copied();
                columns.find(|place| id(place) == Some(*wanted))
            };
            ids.iter().find_map(place)
        };
        let layout = &self.layout;
        let base = first_of(&layout.bases)
            .or_else(|| first_of(&layout.order))
            .or(meeting.fullest);
        columns.sort_by_key(|place| {
            let order = id(place).map(|id| layout.place_in_order(id));
            (Some(*place) != base, order)
        });
        columns
    }

    /// The article of the open meeting that the reader set the others against, if they did.
    pub fn chosen_base(&self, findings: &Findings) -> Option<ArticleId> {
        let mut bases = self.layout.bases.iter().copied();
        bases.find(|id| self.is_open(*id, findings))
    }

    /// Sets the others of the open meeting against this article, or against the one that shares most. The other meetings
    /// keep theirs.
    pub(super) fn set_base(&mut self, base: Option<ArticleId>, findings: &Findings) {
        let mut bases = std::mem::take(&mut self.layout.bases);
        bases.retain(|id| Some(*id) != base && !self.is_open(*id, findings));
        self.layout.bases = base.into_iter().chain(bases).collect();
    }

    /// Whether an article belongs to the open meeting.
    fn is_open(&self, article: ArticleId, findings: &Findings) -> bool {
        let meeting = findings.meetings.get(self.meeting);
        let mut members = meeting.into_iter().flat_map(|meeting| &meeting.articles);
        members.any(|place| {
            let member = findings.articles.get(*place);
            member.is_some_and(|member| member.id == article)
        })
    }

    fn column_ids(&self, findings: &Findings) -> Vec<ArticleId> {
        let places = self.columns(findings).into_iter();
        places
            .filter_map(|place| findings.articles.get(place).map(|article| article.id))
            .collect()
    }

    pub(super) fn move_column(&mut self, article: ArticleId, place: usize, findings: &Findings) {
        let mut order = self.column_ids(findings);
        let known = order.len();
        order.retain(|other| *other != article);
        if order.len() < known {
            order.insert(place.min(order.len()), article);
            self.set_base(order.first().copied(), findings);
            // The other meetings keep theirs.
            self.layout.order.retain(|id| !order.contains(id));
            self.layout.order.extend(order);
        }
    }

    /// The base goes from article to article, in the order in which their columns stand without one.
    pub(super) fn step_base(&mut self, step: i8, findings: &Findings) {
        let ids = self.column_ids(findings);
        let mut order = self.column_ids(findings);
        order.sort_by_key(|id| (self.layout.place_in_order(*id), findings.place_of(*id)));
        let at = order.iter().position(|id| Some(id) == ids.first());
        let next = match (at, step > 0) {
            (Some(at), true) => (at + 1) % order.len().max(1),
            (Some(at), false) => at.checked_sub(1).unwrap_or(order.len().saturating_sub(1)),
            (None, _) => return,
        };
        if let Some(article) = order.get(next) {
            self.apply(Look::Base(*article), findings);
        }
    }

    pub(super) fn mark_read(&mut self, findings: &Findings) {
        let Some(passage) = self.focus.and_then(|focus| focus.passage(findings)) else {
            return;
        };
        let columns = self.columns(findings);
        let first = columns
            .iter()
            .find(|place| passage.in_article(**place).is_some());
        let article = first.and_then(|place| findings.articles.get(*place));
        if let (Some(wording), Some(article)) = (Wording::of(passage, findings), article) {
            self.layout
                .apply(if self.layout.read.contains_key(&wording) {
                    reading::Change::Unread(wording)
                } else {
                    reading::Change::Read(vec![wording], article.id)
                });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::sample::findings;
    use crate::workspace::view::Focus;

    #[test]
    fn the_first_column_is_the_base() {
        let findings = findings();
        let mut view = View::default();
        let names = view.column_ids(&findings);
        let (first, second, third) = (names[0], names[1], names[2]);
        let after = |view: &mut View, look| {
            view.apply(look, &findings);
            view.column_ids(&findings)
        };
        let moved = after(&mut view, Look::MoveColumn(first, 2));
        assert_eq!(moved, [second, third, first]);
        assert_eq!(view.chosen_base(&findings), Some(second));
        // The base goes round; the order of the others is the same again then.
        let bases: Vec<_> = (0..3)
            .map(|_| after(&mut view, Look::StepBase(1)).first().copied())
            .collect();
        assert_eq!(bases, [Some(third), Some(first), Some(second)]);
        assert_eq!(view.column_ids(&findings), moved);
        after(&mut view, Look::StepBase(-1));
        assert_eq!(view.chosen_base(&findings), Some(first));
        // Another meeting has its own.
        view.apply(Look::Meeting(1), &findings);
        assert_eq!(view.chosen_base(&findings), None);
        view.apply(Look::Meeting(0), &findings);
        assert_eq!(view.column_ids(&findings).first(), Some(&first));
    }

    #[test]
    fn an_order_by_hand_is_there_again_after_another_meeting() {
        let findings = findings();
        let mut view = View::default();
        let last = view.column_ids(&findings)[2];
        view.layout.order = vec![ArticleId(1000)];
        view.apply(Look::MoveColumn(last, 0), &findings);
        let moved = view.column_ids(&findings);
        for meeting in [1, 0] {
            view.apply(Look::Meeting(meeting), &findings);
        }
        assert_eq!(view.column_ids(&findings), moved);
        assert_eq!(view.layout.order.first(), Some(&ArticleId(1000)));
    }

    #[test]
    fn what_is_in_focus_is_marked_read_and_unread() {
        let findings = findings();
        let mut view = View {
            focus: Some(Focus::Passage(0)),
            ..View::default()
        };
        view.apply(Look::MarkRead, &findings);
        assert_eq!(view.layout.read.len(), 1);
        view.apply(Look::MarkRead, &findings);
        assert!(view.layout.read.is_empty());
    }
}
