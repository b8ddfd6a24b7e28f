//! Zip archives of articles.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use zip::ZipArchive;

use super::Problem;
use super::files::{MEGABYTE, is_hidden, is_readable, is_saved_part, too_large};
use super::formats::package::{self, Kind, MAX_ALL, MAX_PART};

/// No archive is larger, in megabytes: saved pages bring their pictures along.
const MAX_ARCHIVE: usize = 512;

/// An archive whose table of contents was read. Its files are unpacked one by one, when they are asked for.
#[derive(Debug)]
pub struct Archive {
    path: PathBuf,
    files: Vec<Inside>,
    passed: Vec<String>,
    package: Mutex<ZipArchive<File>>,
}

/// A file in an archive that may be an article.
#[derive(Debug)]
struct Inside {
    /// Its place in the table of contents.
    index: usize,
    /// Its name there, which is nothing but a name: no file is ever written under it.
    name: String,
    /// The size that it gives itself.
    size: u64,
}

impl Archive {
    /// The archive at `path`, or nothing if this is no zip file, or a document that is packed as one.
    ///
    /// # Errors
    /// It is an archive, but not one to be opened, or none of its files can be an article.
    pub fn open(path: &Path) -> Result<Option<Self>, Problem> {
        let file = File::open(path)?;
        let size = file.metadata()?.len();
        let mut package = package::open(file, package::called(&path.to_string_lossy()))?;
        if package::kind(&mut package) != Kind::Archive {
            return Ok(None);
        }
        if size > MEGABYTE * MAX_ARCHIVE as u64 {
            return Err(too_large(size, MAX_ARCHIVE));
        }
        let (files, passed) = list(&mut package)?;
        if files.is_empty() {
            return Err(Problem::NoArticles);
        }
        let total = files
            .iter()
            .map(|file| file.size)
            .fold(0, u64::saturating_add);
        if total > MEGABYTE * MAX_ALL as u64 {
            return Err(Problem::TooMuchInside { limit: MAX_ALL });
        }
        Ok(Some(Self {
            path: path.to_owned(),
            files,
            passed,
            package: Mutex::new(package),
        }))
    }

    /// How many of its files may be articles.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether none may be.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The archive and the file's name in it.
    pub fn name(&self, at: usize) -> String {
        let name = self.files.get(at).map_or("", |file| file.name.as_str());
        format!("{}/{name}", self.path.display())
    }

    /// The files in it that are of no kind that is read.
    pub fn passed(&self) -> impl Iterator<Item = String> {
        let names = self.passed.iter();
        names.map(|name| format!("{}/{name}", self.path.display()))
    }

    /// A file's bytes, unpacked.
    ///
    /// # Errors
    /// It is damaged, locked, or larger than an article or than it says.
    pub fn read(&self, at: usize) -> Result<Vec<u8>, Problem> {
        let file = self.files.get(at).ok_or(Problem::Missing)?;
        if file.size > MEGABYTE * MAX_PART as u64 {
            return Err(too_large(file.size, MAX_PART));
        }
        let mut package = self.package.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = package::unpack(&mut package, file.index)?;
        // The sum of all sizes was checked: whoever is larger than it says would pass by that check.
        if bytes.len() as u64 > file.size {
            return Err(Problem::Damaged("zip"));
        }
        Ok(bytes)
    }
}

/// The files that may be articles, by name, and the names of the others.
fn list(package: &mut ZipArchive<File>) -> Result<(Vec<Inside>, Vec<String>), Problem> {
    let mut all = Vec::new();
    for index in 0..package.len() {
        // The raw entry tells its name and size even where a password is needed to unpack it.
        let entry = package.by_index_raw(index).map_err(package::problem)?;
        let name = entry.name().map_err(package::problem)?.replace('\\', "/");
        if !entry.is_dir() {
            all.push(Inside {
                index,
                name,
                size: entry.size(),
            });
        }
    }
    let names: BTreeSet<String> = all.iter().map(|file| file.name.clone()).collect();
    all.retain(|file| !is_clutter(&file.name, &names));
    all.sort_by(|one, other| one.name.cmp(&other.name));
    let (files, others): (Vec<Inside>, Vec<Inside>) =
        all.into_iter().partition(|file| is_readable(&file.name));
    let passed = others.into_iter().map(|file| file.name).collect();
    Ok((files, passed))
}

/// Whether a file is hidden, belongs to a hidden folder, or to the parts of a saved page that is in the archive too.
fn is_clutter(name: &str, names: &BTreeSet<String>) -> bool {
    let mut above = String::new();
    for part in name.split('/') {
        let beside = |page: &str| names.contains(&format!("{above}{page}"));
        if is_hidden(part) || is_saved_part(part, beside) {
            return true;
        }
        above.push_str(part);
        above.push('/');
    }
    false
}
