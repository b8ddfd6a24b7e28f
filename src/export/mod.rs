//! Findings to other forms: JSON for programs, pictures of the window.

pub mod json;
pub mod picture;

use std::io::{self, Write};
use std::path::Path;

/// Replaces the file at `path` with `bytes`: whole, or not at all.
///
/// # Errors
/// What the system says; the file that stood there is then unchanged.
pub fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}
