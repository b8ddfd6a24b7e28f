//! Files and folders.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::{ImportError, Problem};

/// No article is larger, in megabytes; a larger file is refused before it is read.
pub const MAX_MEGABYTES: usize = 32;

const MEGABYTE: u64 = 1024 * 1024;

/// Endings of files that a folder gives; a file that is named itself is always tried.
const ENDINGS: [&str; 5] = ["txt", "text", "md", "markdown", "html"];

/// How deep folders are walked; deeper ones are loops or archives.
const MAX_DEPTH: usize = 16;

/// The files that `paths` stand for: folders are walked, each folder's files sorted by path.
///
/// What is not there, or holds nothing, comes back as an error beside the files.
pub fn find_files(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<ImportError>) {
    let mut files = Vec::new();
    let mut errors = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let mut inside = Vec::new();
        let walked = walk(path, 0, &mut inside);
        inside.sort();
        let problem = match walked {
            Err(problem) => Some(problem),
            Ok(()) if inside.is_empty() => Some(Problem::NoArticles),
            Ok(()) => None,
        };
        errors.extend(problem.map(|problem| ImportError {
            source: path.display().to_string(),
            problem,
        }));
        files.extend(inside);
    }
    // A file that is named twice, or stands in a folder that is named too, is one file.
    let mut known = BTreeSet::new();
    files.retain(|file| known.insert(fs::canonicalize(file).unwrap_or_else(|_| file.clone())));
    (files, errors)
}

fn walk(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), Problem> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
        if path.is_dir() {
            // A folder inside that may not be read costs only itself.
            if depth < MAX_DEPTH && !path.is_symlink() {
                let _ = walk(&path, depth + 1, files);
            }
        } else if has_known_ending(&path) {
            files.push(path);
        }
    }
    Ok(())
}

fn has_known_ending(path: &Path) -> bool {
    path.extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
}

/// All bytes of a file, from one state of it: a file that changes meanwhile is read a second time, then refused.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    for _ in 0..2 {
        if let Some(bytes) = read_once(path)? {
            return Ok(bytes);
        }
    }
    Err(Problem::Changing)
}

/// The bytes, or nothing if the file's length or time of change moved while it was read.
fn read_once(path: &Path) -> Result<Option<Vec<u8>>, Problem> {
    let file = File::open(path)?;
    let before = file.metadata()?;
    if before.is_dir() {
        return Err(Problem::NoArticles);
    }
    let limit = MEGABYTE * MAX_MEGABYTES as u64;
    if before.len() > limit {
        return Err(too_large(before.len()));
    }
    let bytes = read_limited(&file)?;
    let after = fs::metadata(path)?;
    let same = !before.is_file()
        || (before.len() == after.len()
            && bytes.len() as u64 == after.len()
            && before.modified().ok() == after.modified().ok());
    Ok(same.then_some(bytes))
}

/// All that comes, up to the limit: a pipe or a device has no length.
pub fn read_limited(stream: impl Read) -> Result<Vec<u8>, Problem> {
    let limit = MEGABYTE * MAX_MEGABYTES as u64;
    let mut bytes = Vec::new();
    stream.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(bytes)
}

fn too_large(bytes: u64) -> Problem {
    Problem::TooLarge {
        megabytes: usize::try_from(bytes.div_ceil(MEGABYTE)).unwrap_or(usize::MAX),
    }
}
