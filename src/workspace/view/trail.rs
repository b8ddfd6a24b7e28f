//! Where the reader was: the way back after a jump, and forward again.

use std::mem::{Discriminant, discriminant};

use super::{Focus, Look, Spot, Tab, View};
use crate::analysis::Findings;
use crate::model::ArticleId;
use crate::workspace::reading::Mode;

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
    tab: Tab,
    mode: Mode,
    /// What was off the screen, where the jump away from here took columns off it or put them back.
    closed: Option<Vec<ArticleId>>,
}

impl Place {
    /// The same place when new findings take the place of old ones.
    pub(super) fn follow(&mut self, old: &Findings, new: &Findings) {
        self.focus = self.focus.and_then(|focus| focus.follow(old, new));
        self.spot = self.spot.and_then(|spot| spot.follow(old, new));
    }
}

/// A jump that is about to be made.
pub(super) struct Jump {
    from: Option<Place>,
    stepping: Option<Discriminant<Look>>,
    /// Whether it is one way with the jump before.
    goes_on: bool,
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
        let top = self.focus.is_none().then(|| Spot::top(base));
        Some(Place {
            base,
            chosen: self.chosen_base(findings).is_some(),
            focus: self.focus,
            spot: self.reading.or(self.spot).or(top),
            first_column: self.first_column,
            tab: self.tab,
            mode: self.layout.mode,
            closed: None,
        })
    }

    /// The jump that a look is, if it is one.
    pub(super) fn jump(&self, look: &Look, findings: &Findings) -> Option<Jump> {
        let steps = matches!(look, Look::Step(..) | Look::StepHit(_));
        let from = self.here(findings).map(|place| Place {
            closed: matches!(look, Look::Two(..)).then(|| self.closed.clone()),
            ..place
        });
        let jumps = match look {
            Look::Focus(focus) => focus.is_some(),
            Look::Step(..) | Look::StepHit(_) | Look::Spot(_) | Look::Two(..) => true,
            Look::Base(article) => from.as_ref().is_none_or(|place| place.base != *article),
            Look::Meeting(meeting) => *meeting != self.meeting,
            Look::Article(article) => {
                let place = findings.place_of(*article);
                !place.is_some_and(|place| self.columns(findings).contains(&place))
            }
            _ => false,
        };
        let stepping = steps.then(|| discriminant(look));
        jumps.then(|| Jump {
            from,
            goes_on: steps && self.trail.stepping == stepping && self.reading.is_none(),
            stepping,
        })
    }

    /// Remembers the place that a jump led away from. One that led nowhere changes nothing.
    pub(super) fn remember(&mut self, jump: Jump, findings: &Findings) {
        if self.here(findings) == jump.from {
            return;
        }
        if !jump.goes_on
            && let Some(place) = jump.from
        {
            self.trail.back.push(place);
            let over = self.trail.back.len().saturating_sub(LONGEST);
            self.trail.back.drain(..over);
        }
        self.trail.forward.clear();
        self.trail.stepping = jump.stepping;
        self.reading = None;
    }

    /// One place back (-1) or forward (1).
    pub(super) fn walk(&mut self, step: i8, findings: &Findings) {
        let here = self.here(findings);
        let closed = self.closed.clone();
        let trail = &mut self.trail;
        let (from, to) = if step < 0 {
            (&mut trail.back, &mut trail.forward)
        } else {
            (&mut trail.forward, &mut trail.back)
        };
        if let Some(place) = from.pop() {
            to.extend(here.map(|here| Place {
                closed: place.closed.is_some().then_some(closed),
                ..here
            }));
            trail.stepping = None;
            self.return_to(&place, findings);
        }
    }

    /// Shows a place again, as far as it is still there.
    pub(super) fn return_to(&mut self, place: &Place, findings: &Findings) {
        self.show_article(place.base, findings);
        if let Some(closed) = &place.closed {
            self.closed.clone_from(closed);
        }
        self.set_base(place.chosen.then_some(place.base), findings);
        self.first_column = place.first_column;
        self.look_at(place.focus, place.spot);
        self.tab = place.tab;
        self.layout.mode = place.mode;
        self.settle(findings);
    }
}
