//! Findings to other forms: JSON for programs, pictures of the window.

pub mod json;
pub mod picture;

use std::fs;
use std::io;
use std::path::Path;

use crate::locale::Message;

/// Replaces the file at `path` with what `write` writes: whole, or not at all. A link is followed, the file's permissions
/// stay; what is no file (a pipe, a device) is written to as it is.
///
/// # Errors
/// What `write` or the system says; the file that stood there is then unchanged.
pub fn replace_file(
    path: &Path,
    write: impl FnOnce(&mut fs::File) -> io::Result<()>,
) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let old = fs::metadata(&target).ok();
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return write(&mut fs::OpenOptions::new().write(true).open(&target)?);
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    if let Some(old) = old {
        builder.permissions(old.permissions());
    } else {
        readable_by_all(&mut builder);
    }
    let mut file = builder.tempfile_in(folder)?;
    write(file.as_file_mut())?;
    file.as_file().sync_all()?;
    file.persist(&target)?;
    Ok(())
}

/// A new file gets what the reader's umask leaves of "everybody may read".
fn readable_by_all(builder: &mut tempfile::Builder<'_, '_>) {
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    #[cfg(not(unix))]
    let _ = builder;
}

/// Why the file at `path` cannot be written, without the names of files on the way that the reader never sees.
pub fn not_written(path: &Path, error: &io::Error) -> Message {
    let file = path.display().to_string();
    let reason = match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "error-no-folder",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "error-not-allowed",
        io::ErrorKind::IsADirectory => "error-is-folder",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "error-full",
        kind => {
            let message = Message::new("error-not-written").with("file", file);
            return message.with("detail", kind.to_string());
        }
    };
    Message::new(reason).with("file", file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_and_permissions_stay() {
        use std::os::unix::fs::PermissionsExt;
        let Ok(folder) = tempfile::tempdir() else {
            return;
        };
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        assert!(fs::write(&file, b"old").is_ok());
        assert!(fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).is_ok());
        assert!(std::os::unix::fs::symlink(&file, &link).is_ok());
        assert!(replace_file(&link, |file| file.write_all(b"new")).is_ok());
        assert_eq!(fs::read(&file).ok().as_deref(), Some(b"new".as_slice()));
        assert!(link.is_symlink());
        let mode = fs::metadata(&file).map(|data| data.permissions().mode() & 0o777);
        assert_eq!(mode.ok(), Some(0o640));
    }
}
