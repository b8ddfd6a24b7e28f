//! Files, folders and archives.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::archive::Archive;
use super::formats::{ARCHIVE, ENDINGS, Format, ending, package};
use super::{ImportError, Problem, guarded};
use crate::jobs::parallel;

/// No article is larger, in megabytes; a larger file is refused before it is read.
pub const MAX_MEGABYTES: usize = package::MAX_PART;

/// In bytes.
pub const MEGABYTE: u64 = 1024 * 1024;

/// How deep folders are walked; deeper ones are loops or archives.
const MAX_DEPTH: usize = 16;

/// How browsers call the folder in which they put what belongs to a saved page, behind the name of the page.
const SAVED_PARTS: [&str; 6] = [
    "_files",
    "-Dateien",
    "_bestanden",
    "_archivos",
    "_fichiers",
    "_arquivos",
];

/// Endings of pages that have such a folder.
const PAGES: [&str; 3] = ["html", "htm", "xhtml"];

/// One thing to be read, which gives one article.
#[derive(Clone, Debug)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// A file in an archive.
    Entry {
        /// The archive.
        archive: Arc<Archive>,
        /// Which of its files.
        at: usize,
    },
}

impl Input {
    /// What the reader knows it by.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Entry { archive, at } => archive.name(*at),
        }
    }

    /// Its bytes.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, Problem> {
        match self {
            Self::File(path) => read_bytes(path),
            Self::Entry { archive, at } => {
                let (archive, at) = (Arc::clone(archive), *at);
                guarded(move || archive.read(at))
            }
        }
    }
}

/// What paths stand for.
#[derive(Debug, Default)]
pub struct Found {
    /// What is to be read.
    pub inputs: Vec<Input>,
    /// What is not there, or holds nothing.
    pub errors: Vec<ImportError>,
    /// Files in folders and archives that are passed over, because they are of no kind that is read.
    pub passed: Vec<String>,
    /// Files that are named more than once, in a folder or by themselves: each is one input.
    pub repeated: Vec<String>,
}

/// The inputs that `paths` stand for: folders are walked, each folder's files sorted by path; archives give their files.
pub fn find_files(paths: &[PathBuf]) -> Found {
    let mut files = Vec::new();
    let mut found = Found::default();
    let are_folders = parallel(paths, |path| path.is_dir());
    for (path, is_folder) in paths.iter().zip(are_folders) {
        if !is_folder {
            files.push(path.clone());
            continue;
        }
        let mut inside = Inside::default();
        let walked = inside.walk(path, 0);
        inside.files.sort();
        inside.passed.sort();
        // Where nothing can be an article, the failure says so of all.
        let passed = inside.passed.iter().filter(|_| !inside.files.is_empty());
        found
            .passed
            .extend(passed.map(|path| path.display().to_string()));
        let problem = match walked {
            Err(problem) => Some(problem),
            Ok(()) if inside.files.is_empty() => Some(Problem::NoArticles),
            Ok(()) => None,
        };
        found.errors.extend(problem.map(|problem| ImportError {
            source: path.display().to_string(),
            problem,
        }));
        files.extend(inside.files);
    }
    // A file that is named twice, or stands in a folder that is named too, is one file.
    let folders = real_folders(&files);
    let looked_at = parallel(&files, |file| {
        (real_path(file, &folders), open_archive(file))
    });
    let mut known = HashSet::new();
    for (path, (real, archive)) in files.into_iter().zip(looked_at) {
        if !known.insert(real) {
            let name = path.display().to_string();
            if !found.repeated.contains(&name) {
                found.repeated.push(name);
            }
            continue;
        }
        match archive {
            Ok(Some(archive)) => {
                let archive = Arc::new(archive);
                found.passed.extend(archive.passed());
                found
                    .inputs
                    .extend((0..archive.len()).map(|at| Input::Entry {
                        archive: Arc::clone(&archive),
                        at,
                    }));
            }
            Ok(None) => found.inputs.push(Input::File(path)),
            Err(problem) => found.errors.push(ImportError {
                source: path.display().to_string(),
                problem,
            }),
        }
    }
    found
}

/// The real path of each folder in which one of `files` stands. They are few, and finding it takes a look at every part.
fn real_folders(files: &[PathBuf]) -> FxHashMap<&OsStr, OsString> {
    let mut folders = FxHashMap::default();
    for folder in files.iter().filter_map(|file| file.parent()) {
        // Paths are slow to compare, part by part.
        folders.entry(folder.as_os_str()).or_insert_with(|| {
            let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
            real.into_os_string()
        });
    }
    folders
}

/// The one path of a file, whatever way it is named.
fn real_path(file: &Path, folders: &FxHashMap<&OsStr, OsString>) -> OsString {
    let parts = file.parent().zip(file.file_name());
    let folder = parts.and_then(|(folder, name)| Some((folders.get(folder.as_os_str())?, name)));
    match folder {
        Some((folder, name)) if !folder.is_empty() && !file.is_symlink() => {
            Path::new(folder).join(name).into_os_string()
        }
        _ => fs::canonicalize(file).map_or_else(|_| file.into(), PathBuf::into_os_string),
    }
}

/// The archive at `path`, if it is one. Of anything else only the first bytes are looked at; a pipe, which gives its
/// bytes only once, is left alone.
fn open_archive(path: &Path) -> Result<Option<Archive>, Problem> {
    let mut head = [0; 4];
    if path.is_file()
        && let Ok(mut file) = File::open(path)
    {
        // A file that cannot be read is reported when it is its turn.
        let _ = file.read(&mut head);
    }
    if !package::is_zip(&head) {
        return Ok(None);
    }
    let path = path.to_owned();
    guarded(move || Archive::open(&path))
}

/// The files in a folder.
#[derive(Default)]
struct Inside {
    files: Vec<PathBuf>,
    passed: Vec<PathBuf>,
}

impl Inside {
    fn walk(&mut self, folder: &Path, depth: usize) -> Result<(), Problem> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if is_hidden(&name) {
                continue;
            }
            if path.is_dir() {
                // A folder inside that may not be read costs only itself.
                if depth < MAX_DEPTH
                    && !path.is_symlink()
                    && !is_saved_part(&name, |page| folder.join(page).is_file())
                {
                    let _ = self.walk(&path, depth + 1);
                }
            } else if is_readable(&name) || is_told_by_content(&path) {
                self.files.push(path);
            } else {
                self.passed.push(path);
            }
        }
        Ok(())
    }
}

/// How much of a file is looked at to tell what it is.
const HEAD: u64 = 16 * 1024;

/// Whether a file of another ending is a page or a document for certain; any file might be text.
fn is_told_by_content(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    let told = [Format::Html, Format::Mhtml, Format::Pdf];
    path.is_file()
        && read.is_ok()
        && Format::of("", &head).is_ok_and(|format| told.contains(&format))
}

/// Whether a file or folder is none that a reader put there.
pub fn is_hidden(name: &str) -> bool {
    let is_step = [".", ".."].contains(&name);
    (name.starts_with('.') && !is_step) || name == "__MACOSX"
}

/// Whether a file of this name is looked at without being named itself.
pub fn is_readable(name: &str) -> bool {
    let ending = ending(name);
    ending == ARCHIVE || ENDINGS.contains(&ending.as_str())
}

/// Whether a folder holds what belongs to a saved page; `beside` tells which files stand beside it.
pub fn is_saved_part(folder: &str, beside: impl Fn(&str) -> bool) -> bool {
    let pages = SAVED_PARTS
        .iter()
        .filter_map(|end| folder.strip_suffix(end));
    pages
        .flat_map(|page| PAGES.map(|ending| format!("{page}.{ending}")))
        .any(|page| beside(&page))
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
        return Err(too_large(before.len(), MAX_MEGABYTES));
    }
    let bytes = read_limited(&file, before.len() as usize)?;
    let after = fs::metadata(path)?;
    let same = !before.is_file()
        || (before.len() == after.len()
            && bytes.len() as u64 == after.len()
            && before.modified().ok() == after.modified().ok());
    Ok(same.then_some(bytes))
}

/// All that comes, up to the limit: `expected` bytes are likely, but a pipe or a device has no length.
pub fn read_limited(stream: impl Read, expected: usize) -> Result<Vec<u8>, Problem> {
    let limit = MEGABYTE * MAX_MEGABYTES as u64;
    // One byte more, because the end is known only when nothing comes.
    let mut bytes = Vec::with_capacity(expected + 1);
    stream.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(too_large(bytes.len() as u64, MAX_MEGABYTES));
    }
    Ok(bytes)
}

/// The problem of something that has so many bytes.
pub fn too_large(bytes: u64, limit: usize) -> Problem {
    Problem::TooLarge {
        megabytes: usize::try_from(bytes.div_ceil(MEGABYTE)).unwrap_or(usize::MAX),
        limit,
    }
}
