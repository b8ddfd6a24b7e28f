//! The last session on disk, so that closing the window loses nothing.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::export::replace_file;
use crate::model::Project;

/// Where the session is kept: a JSON file in the desktop's folder for a program's data.
pub fn session_file() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "crossread")?;
    Some(folders.data_dir().join("session.json"))
}

/// Keeps `project` in `file`, replacing what was there whole.
///
/// # Errors
/// What the system says; what was kept before is then unchanged.
pub fn save(project: &Project, file: &Path) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let json = serde_json::to_vec(project)?;
    replace_file(file, |file| file.write_all(&json))
}

/// The project kept in `file`. A file that cannot be read is put aside under another name, not overwritten.
pub fn load(file: &Path) -> Option<Project> {
    let bytes = fs::read(file).ok()?;
    match serde_json::from_slice(&bytes) {
        Ok(project) => Some(project),
        Err(_) => {
            let _ = fs::rename(file, file.with_extension("unreadable.json"));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::ReadOptions;
    use crate::locale::Language;
    use crate::model::{Edit, Entry, Field};

    #[test]
    fn a_session_comes_back_as_it_was() {
        let Ok(folder) = tempfile::tempdir() else {
            return;
        };
        let file = folder.path().join("deep/session.json");
        let articles = super::super::sample::articles(Language::English, &ReadOptions::today());
        let project = Edit::Add(articles).apply(&Project::default());
        let article = project.articles.first().map(|article| article.id);
        // What the reader wrote, and what had been read there, are kept too.
        let project = [Field::Headline, Field::Published, Field::Author]
            .into_iter()
            .fold(project, |project, field| {
                let edit = Edit::Field {
                    article: article.unwrap_or_default(),
                    field,
                    entry: Entry::typed(field, "2026-04-09 15:34 WIB").ok(),
                };
                edit.apply(&project)
            });
        assert!(save(&project, &file).is_ok());
        let back = load(&file);
        assert_eq!(back.as_ref(), Some(&project));
        assert!(back.is_some_and(|back| {
            back.articles
                .iter()
                .all(|article| !article.body().words.is_empty())
        }));
    }

    #[test]
    fn a_broken_session_is_put_aside() {
        let Ok(folder) = tempfile::tempdir() else {
            return;
        };
        let file = folder.path().join("session.json");
        assert!(fs::write(&file, b"{ broken").is_ok());
        assert_eq!(load(&file), None);
        assert!(folder.path().join("session.unreadable.json").exists());
    }
}
