//! Undo and redo: whole projects, which share their articles, so that a step costs a few pointers.

use crate::model::{Edit, Project};

/// Most steps that are kept.
const MAX_STEPS: usize = 200;

/// The project and its past.
#[derive(Clone, Debug, Default)]
pub struct History {
    now: Project,
    past: Vec<Project>,
    future: Vec<Project>,
    /// Every name below was given to an article at some time, in a project that may be gone.
    ids: u32,
}

impl History {
    /// The project as it is now.
    pub fn project(&self) -> &Project {
        &self.now
    }

    /// Changes the project; what was undone before is forgotten.
    pub fn apply(&mut self, edit: Edit) {
        self.now.skip_ids(self.ids);
        let next = edit.apply(&self.now);
        self.ids = next.next_id();
        self.past.push(std::mem::replace(&mut self.now, next));
        self.future.clear();
        if self.past.len() > MAX_STEPS {
            self.past.remove(0);
        }
    }

    /// Takes the last change back, if there is one.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.now, before));
        }
    }

    /// Brings back what was undone last, if anything.
    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.now, after));
        }
    }

    /// Begins anew: an empty project without a past.
    pub fn clear(&mut self) {
        *self = Self {
            ids: self.ids,
            ..Self::default()
        };
    }

    /// A history that begins with this project.
    pub fn starting_with(project: Project) -> Self {
        Self {
            ids: project.next_id(),
            now: project,
            ..Self::default()
        }
    }

    /// Makes the project as it is now the beginning.
    pub fn forget_past(&mut self) {
        self.past.clear();
        self.future.clear();
    }

    /// What would be there after undoing, if there is something to undo.
    pub fn before(&self) -> Option<&Project> {
        self.past.last()
    }

    /// What would be there after redoing, if there is something to redo.
    pub fn after(&self) -> Option<&Project> {
        self.future.last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let mut history = History::default();
        history.apply(Edit::MinWords(8));
        history.apply(Edit::MinWords(10));
        history.undo();
        assert_eq!(history.project().settings.min_words, 8);
        history.redo();
        assert_eq!(history.project().settings.min_words, 10);
        history.undo();
        history.apply(Edit::MinWords(12));
        assert!(history.after().is_none() && history.before().is_some());
    }

    #[test]
    fn a_name_is_given_once() {
        let article = || crate::model::Article::new("x", Default::default(), Vec::new());
        let id = |history: &History| history.project().articles.first().map(|article| article.id);
        let mut history = History::default();
        history.apply(Edit::Add(vec![article()]));
        let first = id(&history);
        history.undo();
        history.apply(Edit::Add(vec![article()]));
        let second = id(&history);
        history.clear();
        history.apply(Edit::Add(vec![article()]));
        assert!(first != second && second != id(&history) && first != id(&history));
    }
}
