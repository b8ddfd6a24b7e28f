//! Where the reader was: the way back after a jump, and forward again.

use std::mem::{Discriminant, discriminant};

use super::{Focus, Look, Spot, View};
use crate::analysis::Findings;
use crate::model::ArticleId;
use crate::text::Span;

/// Jumps that are remembered.
const LONGEST: usize = 100;

/// A place to come back to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    base: ArticleId,
    chosen: bool,
    focus: Option<Focus>,
    spot: Option<Spot>,
    first_column: usize,
}

impl Place {
    /// The same place when new findings take the place of old ones.
    pub(super) fn follow(&mut self, old: &Findings, new: &Findings) {
        self.focus = self.focus.and_then(|focus| focus.follow(old, new));
    }
}

/// The places on both sides of where the reader is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trail {
    pub(super) back: Vec<Place>,
    pub(super) forward: Vec<Place>,
    /// As what the last jump was a step, if it was one: steps of one sort are one way.
    stepping: Option<Discriminant<Look>>,
}

impl View {
    /// Whether there is a way back, and forward.
    pub fn can_go(&self) -> (bool, bool) {
        (!self.trail.back.is_empty(), !self.trail.forward.is_empty())
    }

    /// Where the reader is now; nothing where nothing is open.
    pub(super) fn here(&self, findings: &Findings) -> Option<Place> {
        let base = *self.columns(findings).first()?;
        let base = findings.articles.get(base)?.id;
        // Nothing scrolled, nothing in focus: the beginning.
        let top = self.focus.is_none().then(|| Spot {
            article: base,
            span: Span::new(0, 0),
        });
        Some(Place {
            base,
            chosen: self.base.is_some(),
            focus: self.focus,
            spot: self.reading.or(self.spot).or(top),
            first_column: self.first_column,
        })
    }

    /// Remembers the place that a look leads away from, if it does.
    pub(super) fn remember(&mut self, look: &Look, findings: &Findings) {
        let steps = matches!(look, Look::Step(..) | Look::StepHit(_));
        let stepping = steps.then(|| discriminant(look));
        let jumps = match look {
            Look::Focus(focus) => focus.is_some(),
            Look::Step(..) | Look::StepHit(_) | Look::Spot(_) | Look::Base(_) => true,
            Look::Meeting(meeting) => *meeting != self.meeting,
            Look::Article(article) => {
                let place = findings.place_of(*article);
                !place.is_some_and(|place| self.columns(findings).contains(&place))
            }
            _ => false,
        };
        if !jumps {
            return;
        }
        let goes_on = steps && self.trail.stepping == stepping && self.reading.is_none();
        if !goes_on && let Some(place) = self.here(findings) {
            self.trail.back.push(place);
            let over = self.trail.back.len().saturating_sub(LONGEST);
            self.trail.back.drain(..over);
        }
        self.trail.forward.clear();
        self.trail.stepping = stepping;
        self.reading = None;
    }

    /// One place back (-1) or forward (1).
    pub(super) fn walk(&mut self, step: i8, findings: &Findings) {
        let here = self.here(findings);
        let trail = &mut self.trail;
        let (from, to) = if step < 0 {
            (&mut trail.back, &mut trail.forward)
        } else {
            (&mut trail.forward, &mut trail.back)
        };
        if let Some(place) = from.pop() {
            to.extend(here);
            trail.stepping = None;
            self.return_to(&place, findings);
        }
    }

    /// Shows a place again, as far as it is still there.
    pub(super) fn return_to(&mut self, place: &Place, findings: &Findings) {
        self.show_article(place.base, findings);
        self.base = place.chosen.then_some(place.base);
        self.first_column = place.first_column;
        self.look_at(place.focus, place.spot);
        self.settle(findings);
    }
}
