//! Reading once: what was read in one column is told apart from what was only passed by.

use std::collections::BTreeMap;

use egui::Ui;

use super::model::{Column, Item, Model};
use super::places::Place;
use super::{ReadPanel, column_of};
use crate::analysis::coverage;
use crate::ui::Scene;
use crate::workspace::Command;
use crate::workspace::reading::{Change, Wording};
use crate::workspace::view::{Focus, Look};

/// How long a passage stands in sight before it counts as read, in seconds a word: three times as fast as most people
/// read, so that skimming counts and running past does not.
const PER_WORD: f64 = 0.08;
/// The shortest passage stands so long, in seconds.
const LEAST: f64 = 0.5;

/// A passage in the column that is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stand {
    /// Its number.
    pub passage: usize,
    /// Its top and bottom, counted from the top of what is in sight.
    pub rows: (f32, f32),
    /// Its length.
    pub words: usize,
}

/// Since when passages are in sight, in seconds.
#[derive(Debug, Default)]
pub struct Sight {
    since: BTreeMap<usize, f64>,
}

impl Sight {
    /// Takes in where passages stand `now` in a window `height` high; those that went out at the top after they were
    /// long enough in sight are returned: they were read.
    pub fn see(
        &mut self,
        now: f64,
        height: f32,
        stands: impl Iterator<Item = Stand>,
    ) -> Vec<usize> {
        let before = std::mem::take(&mut self.since);
        let mut read = Vec::new();
        for stand in stands {
            let (top, bottom) = stand.rows;
            let since = before.get(&stand.passage);
            if bottom <= 0.0 {
                let needed = LEAST.max(stand.words as f64 * PER_WORD);
                if since.is_some_and(|since| now - since >= needed) {
                    read.push(stand.passage);
                }
            } else if bottom <= height || since.is_some() && top < height {
                // It counts from when its end came in sight.
                self.since
                    .insert(stand.passage, since.copied().unwrap_or(now));
            }
        }
        read
    }

    /// What was in sight.
    fn known(&self) -> impl Iterator<Item = usize> + '_ {
        self.since.keys().copied()
    }

    /// Another column is read, or another place.
    pub fn clear(&mut self) {
        self.since.clear();
    }
}

impl ReadPanel {
    /// Finds out what was read by now in the column that the reader reads.
    pub(super) fn see(&mut self, ui: &Ui, scene: &mut Scene<'_>, model: &Model, places: &[Place]) {
        let lead = places
            .iter()
            .find(|place| Some(place.id) == self.lead)
            .or(places.first());
        let Some(lead) = lead else { return };
        if self.lead != Some(lead.id) {
            self.lead = Some(lead.id);
            self.sight.clear();
        }
        let Some(layout) = self.layouts.get(&lead.id) else {
            return;
        };
        let offset = self.offsets.get(&lead.id).copied().unwrap_or_default();
        let passages = &scene.workspace.findings.passages;
        let Some(column) = column_of(model, lead) else {
            return;
        };
        // What is in sight, and what went out of it.
        let height = lead.body.height();
        let mut near: Vec<usize> = layout
            .between(offset, offset + height)
            .filter_map(|index| column.items.get(index))
            .flat_map(Item::passages)
            .chain(self.sight.known())
            .collect();
        near.sort_unstable();
        near.dedup();
        let stands = near.into_iter().filter_map(|passage| {
            let (top, bottom) = layout.place_of(Focus::Passage(passage))?;
            Some(Stand {
                passage,
                rows: (top - offset, bottom - offset),
                words: passages.get(passage)?.word_count(),
            })
        });
        let now = ui.input(|input| input.time);
        let read = self.sight.see(now, height, stands);
        let words: Vec<Wording> = read
            .iter()
            .filter_map(|passage| self.wordings.get(*passage).copied().flatten())
            .filter(|wording| !scene.workspace.view.layout.read.contains_key(wording))
            .collect();
        if !words.is_empty() {
            let change = Change::Read(words, lead.id);
            scene.ask(Command::Look(Look::Layout(change)));
        }
    }

    /// How many words of all columns were read in another one.
    pub(super) fn dimmed_words(&mut self, scene: &Scene<'_>) -> usize {
        let reading = &scene.workspace.view.layout;
        let passages = &scene.workspace.findings.passages;
        let (model, wordings) = (&self.model, &self.wordings);
        let key = (self.number, reading.read.len(), reading.once);
        *self.dimmed.get(key, || {
            let in_column = |column: &Column| {
                let read: Vec<usize> = wordings
                    .iter()
                    .enumerate()
                    .filter(|(_, wording)| {
                        wording
                            .is_some_and(|wording| reading.was_read_elsewhere(wording, column.id))
                    })
                    .map(|(passage, _)| passage)
                    .collect();
                coverage::covered(passages, &read, column.article)
            };
            model.columns.iter().map(in_column).sum()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stood_in_sight_long_enough_and_went_out_at_the_top_was_read() {
        let mut sight = Sight::default();
        let mut see = |now: f64, scrolled: f32| {
            let stands = [(0, 100.0, 20), (1, 300.0, 20), (2, 900.0, 100)];
            let stands = stands.map(|(passage, top, words)| Stand {
                passage,
                rows: (top - scrolled, top + 50.0 - scrolled),
                words,
            });
            sight.see(now, 500.0, stands.into_iter())
        };
        assert!(see(0.0, 0.0).is_empty());
        assert_eq!(see(2.0, 200.0), [0]);
        // The second left at the bottom and came back: it counts anew.
        assert!(see(3.0, -400.0).is_empty());
        assert!(see(4.0, 200.0).is_empty());
        assert!(see(4.2, 400.0).is_empty());
        // The third was in sight, but not for as long as its hundred words take.
        assert!(see(5.0, 450.0).is_empty());
        assert!(see(6.0, 1000.0).is_empty());
    }
}
