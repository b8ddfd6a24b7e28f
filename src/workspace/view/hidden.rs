//! What a reader does not want to see marked, and how much of it there is.

use serde::{Deserialize, Serialize};

use super::{Focus, View, is_shared};
use crate::analysis::{Findings, Kind, Passage};
use crate::model::ArticleId;
use crate::workspace::reading::Mode;

/// What is not marked in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hidden {
    /// Verbatim passages.
    pub verbatim: bool,
    /// Near-verbatim passages.
    pub near: bool,
    /// Reworded passages.
    pub reworded: bool,
    /// The bars of moved passages.
    pub moved: bool,
    /// The bars of paragraphs that stand in one article only.
    pub only_here: bool,
    /// Formulae that are not counted; hidden at first.
    pub stock: bool,
    /// Passages of fewer words than this.
    #[serde(skip)]
    pub shorter_than: usize,
    /// Passages that do not stand in this article.
    #[serde(skip)]
    pub not_in: Option<ArticleId>,
}

impl Hidden {
    /// Nothing of the filters; what is not counted stays as it is, because it is an addition, not a filter.
    #[must_use]
    pub fn without_filters(self) -> Self {
        Self {
            stock: self.stock,
            ..Self::default()
        }
    }

    /// Whether passages of this kind are switched off.
    pub fn hides(self, kind: Kind) -> bool {
        match kind {
            Kind::Verbatim => self.verbatim,
            Kind::Near => self.near,
            Kind::Reworded => self.reworded,
        }
    }
}

/// Why a passage is not marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filter {
    /// Its kind is switched off.
    Kind(Kind),
    /// It has fewer words.
    ShorterThan(usize),
    /// It does not stand in this article.
    NotIn(ArticleId),
}

impl View {
    /// What is hidden now. The agreement map counts how many carry each word: there nothing may be taken away.
    pub fn hides(&self) -> Hidden {
        match self.layout.mode {
            Mode::Columns => self.hidden,
            Mode::Agreement => Hidden {
                stock: true,
                ..Hidden::default()
            },
        }
    }

    /// The first filter that takes a passage away, if one does. `columns` are the articles on the screen.
    pub fn filter_of(
        &self,
        passage: &Passage,
        columns: &[usize],
        findings: &Findings,
    ) -> Option<Filter> {
        let hidden = self.hides();
        let Hidden {
            shorter_than,
            not_in,
            ..
        } = hidden;
        let kind = passage.kind_among(columns);
        if hidden.hides(kind) {
            return Some(Filter::Kind(kind));
        }
        if passage.word_count() < shorter_than {
            return Some(Filter::ShorterThan(shorter_than));
        }
        let article = not_in?;
        let mut witnesses = passage.witnesses.iter();
        let stands_there = witnesses.any(|witness| {
            let holder = findings.articles.get(witness.article);
            holder.is_some_and(|holder| holder.id == article)
        });
        (!stands_there).then_some(Filter::NotIn(article))
    }

    /// Whether something is marked where these articles are on the screen, as far as filters go.
    pub fn shows(&self, focus: Focus, columns: &[usize], findings: &Findings) -> bool {
        match focus {
            Focus::Stock(_) => !self.hides().stock,
            Focus::Passage(_) => focus
                .passage(findings)
                .is_some_and(|passage| self.filter_of(passage, columns, findings).is_none()),
        }
    }

    /// How many of the passages that articles on the screen share each filter takes away.
    pub fn taken_away(&self, findings: &Findings) -> Vec<(Filter, usize)> {
        let columns = self.columns(findings);
        let shared = findings.passages.iter();
        let mut filters: Vec<Filter> = shared
            .filter(|passage| is_shared(passage, &columns))
            .filter_map(|passage| self.filter_of(passage, &columns, findings))
            .collect();
        filters.sort_unstable();
        let same = filters.chunk_by(|one, two| one == two);
        same.filter_map(|same| Some((*same.first()?, same.len())))
            .collect()
    }
}
