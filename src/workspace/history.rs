//! Undo and redo: whole projects, which share their articles, so that a step costs a few pointers.

use crate::model::{Change, Edit, Project};

/// Most steps that are kept.
const MAX_STEPS: usize = 200;

/// A project to go to, and the change that lies between it and the one beside it.
#[derive(Clone, Debug)]
struct Step {
    project: Project,
    change: Change,
}

impl Step {
    /// Goes there from `now`. Returns the step back.
    fn go(self, now: &mut Project) -> Self {
        Self {
            project: std::mem::replace(now, self.project),
            change: self.change,
        }
    }
}

/// The project and its past.
#[derive(Clone, Debug, Default)]
pub struct History {
    now: Project,
    past: Vec<Step>,
    future: Vec<Step>,
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
        let change = edit.change();
        let project = edit.apply(&self.now);
        self.ids = project.next_id();
        let step = Step { project, change };
        self.past.push(step.go(&mut self.now));
        self.future.clear();
        if self.past.len() > MAX_STEPS {
            self.past.remove(0);
        }
    }

    /// Takes the last change back, if there is one, and says which.
    pub fn undo(&mut self) -> Option<Change> {
        let step = self.past.pop()?;
        let change = step.change;
        self.future.push(step.go(&mut self.now));
        Some(change)
    }

    /// Brings back what was undone last, if anything, and says what.
    pub fn redo(&mut self) -> Option<Change> {
        let step = self.future.pop()?;
        let change = step.change;
        self.past.push(step.go(&mut self.now));
        Some(change)
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
        self.past.last().map(|step| &step.project)
    }

    /// What would be there after redoing, if there is something to redo.
    pub fn after(&self) -> Option<&Project> {
        self.future.last().map(|step| &step.project)
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
