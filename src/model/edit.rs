//! Every change to a project that can be undone.

use std::sync::Arc;

use super::{Article, ArticleId, Entry, Field, Offices, Place, Project, Spellings};

/// A change. Applying one gives a new project; the old one stays as it was, for undo.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Articles come in.
    Add(Vec<Article>),
    /// Articles go.
    Remove(Vec<ArticleId>),
    /// A block that was set aside comes back into the body, or goes again.
    Restore {
        /// The article.
        article: ArticleId,
        /// The block's number in it.
        block: usize,
        /// Back into the body, or aside again.
        restored: bool,
    },
    /// Blocks of the body are set aside.
    SetAside {
        /// The article.
        article: ArticleId,
        /// The numbers of the blocks in it.
        blocks: Vec<usize>,
    },
    /// All blocks of an article that were set aside come back, or go again.
    RestoreAll {
        /// The article.
        article: ArticleId,
        /// Back into the body, or aside again.
        restored: bool,
    },
    /// A field gets another content.
    Field {
        /// The article.
        article: ArticleId,
        /// The field.
        field: Field,
        /// What the reader wrote; nothing for what the program had read.
        entry: Option<Entry>,
    },
    /// The shortest shared wording that is reported, in words.
    MinWords(usize),
    /// A phrase counts as shared wording, or does not. What undoes an earlier decision leaves none.
    Count {
        /// Its words as [`crate::text::phrase()`] writes them.
        phrase: String,
        /// Whether it counts.
        counted: bool,
    },
    /// Every phrase counts, or does not, as the program has it.
    CountAsFound,
    /// Names with several spellings.
    Spellings(Spellings),
    /// What the reader changed in the lists of titles and offices.
    Offices(Offices),
    /// Articles belong to another meeting than the program had them in, or to none.
    Place {
        /// The articles, each with its versions.
        articles: Vec<ArticleId>,
        /// Where they belong.
        place: Place,
    },
    /// Articles stand again where the program puts them.
    TakeBack(Vec<ArticleId>),
}

/// What an edit changes, in a word, and of how many articles: enough to say what was taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The word.
    pub what: &'static str,
    /// How many articles; 1 where it is something else.
    pub count: usize,
}

impl Edit {
    /// What this changes.
    pub fn change(&self) -> Change {
        let (what, count) = match self {
            Self::Add(articles) => ("opened", articles.len()),
            Self::Remove(ids) => ("closed", ids.len()),
            Self::Restore { restored, .. } | Self::RestoreAll { restored, .. } => {
                (if *restored { "restored" } else { "set-aside" }, 1)
            }
            Self::SetAside { .. } => ("set-aside", 1),
            Self::Field { .. } => ("field", 1),
            Self::MinWords(_) => ("words", 1),
            Self::Count { .. } | Self::CountAsFound => ("counted", 1),
            Self::Spellings(_) => ("names", 1),
            Self::Offices(_) => ("offices", 1),
            Self::Place { articles, .. } | Self::TakeBack(articles) => ("placed", articles.len()),
        };
        Change { what, count }
    }

    /// The project after this change.
    pub fn apply(self, project: &Project) -> Project {
        let mut next = project.clone();
        match self {
            Self::Add(articles) => {
                for article in articles {
                    next.add(article);
                }
            }
            Self::Remove(ids) => {
                next.articles.retain(|article| !ids.contains(&article.id));
                next.settings.placing.forget(&ids);
            }
            Self::Restore {
                article,
                block,
                restored,
            } => change(&mut next, article, |old| old.with_restored(block, restored)),
            Self::SetAside { article, blocks } => {
                change(&mut next, article, |old| old.with_set_aside(&blocks));
            }
            Self::RestoreAll { article, restored } => change(&mut next, article, |old| {
                (0..old.blocks().len()).fold(old.clone(), |article, block| {
                    article.with_restored(block, restored)
                })
            }),
            Self::Field {
                article,
                field,
                entry,
            } => change(&mut next, article, |old| old.with_field(field, entry)),
            Self::MinWords(words) => next.settings.min_words = words,
            Self::Count { phrase, counted } => next.settings.count(phrase, counted),
            Self::CountAsFound => {
                next.settings.counted.clear();
                next.settings.ignored.clear();
            }
            Self::Spellings(spellings) => next.settings.spellings = spellings,
            Self::Offices(offices) => next.settings.offices = offices,
            Self::Place { articles, place } => next.settings.placing.put(&articles, &place),
            Self::TakeBack(articles) => next.settings.placing.take_back(&articles),
        }
        next
    }
}

fn change(project: &mut Project, id: ArticleId, with: impl FnOnce(&Article) -> Article) {
    if let Some(slot) = project.articles.iter_mut().find(|slot| slot.id == id) {
        *slot = Arc::new(with(slot));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Fields, Role};

    #[test]
    fn a_paragraph_is_set_aside_and_brought_back() {
        let texts = ["Headline news.", "Sign in to join us.", "More news."];
        let blocks = texts.map(|text| Block::new(text, Role::Body));
        let mut project = Project::default();
        project.add(Article::new("a.txt", Fields::default(), blocks.to_vec()));
        let article = project.articles[0].id;
        let place = project.articles[0].body().paragraphs[1];
        let blocks = project.articles[0].blocks_at(place);
        assert_eq!(blocks, [1]);
        let aside = Edit::SetAside { article, blocks }.apply(&project);
        let text = &aside.articles[0].body().text;
        assert_eq!(text, "Headline news.\n\nMore news.");
        let restored = true;
        let restore = Edit::Restore {
            article,
            block: 1,
            restored,
        };
        let back = restore.apply(&aside);
        assert_eq!(back.articles[0].blocks(), project.articles[0].blocks());
    }

    #[test]
    fn a_decision_on_a_phrase_and_its_opposite_leave_nothing() {
        let count = |project: Project, counted| {
            let phrase = "menteri luar negeri".to_owned();
            Edit::Count { phrase, counted }.apply(&project)
        };
        let none = Project::default();
        let counted = count(count(none.clone(), true), true);
        assert_eq!(counted.settings.counted, ["menteri luar negeri"]);
        assert_eq!(count(counted.clone(), false), none);
        let ignored = count(none.clone(), false);
        assert_eq!(ignored.settings.ignored, ["menteri luar negeri"]);
        assert_eq!(count(ignored.clone(), true), none);
        assert_eq!(Edit::CountAsFound.apply(&ignored), none);
    }
}
