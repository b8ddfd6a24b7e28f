//! Zip containers: what kind one is, and its parts, with limits that no header is believed about.
//!
//! A few kilobytes can unpack to terabytes. So bytes are counted while they are unpacked, and the size that a file
//! gives itself serves only to refuse it earlier.

use std::io::{self, Read, Seek, SeekFrom};

use zip::ZipArchive;
use zip::result::ZipError;

use super::ending;
use crate::import::Problem;

/// What a container is called of which nothing else is known.
const ZIP: &str = "zip";

const MEGABYTE: usize = 1024 * 1024;

/// The most that one part may unpack to, in megabytes.
pub const MAX_PART: usize = 32;

/// The most that all parts together may unpack to, in megabytes.
pub const MAX_ALL: usize = 256;

/// The most parts that a container may have: a folder of saved pages with all their pictures has fewer.
pub const MAX_PARTS: usize = 10_000;

/// Its table of contents is read at once; this is enough for [`MAX_PARTS`] parts with long names.
const MAX_TABLE: u64 = 4 * MEGABYTE as u64;

/// What a zip container is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A Word file.
    Docx,
    /// An OpenDocument text.
    Odt,
    /// Files that somebody packed.
    Archive,
    /// A document of another kind; its name.
    Other(&'static str),
}

/// Whether bytes begin as a zip container does, an empty one included.
pub fn is_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// What a damaged container is called: what its file's name says, because its parts do not tell any more.
pub fn called(name: &str) -> &'static str {
    match ending(name).as_str() {
        "docx" => "Word",
        "odt" => "OpenDocument",
        _ => ZIP,
    }
}

/// The same problem, where a damaged container is called so.
fn of_kind(problem: Problem, kind: &'static str) -> Problem {
    match problem {
        Problem::Damaged(_) => Problem::Damaged(kind),
        other => other,
    }
}

/// Reads the table of contents of what is called so if it is damaged.
pub fn open<R: Read + Seek>(mut reader: R, kind: &'static str) -> Result<ZipArchive<R>, Problem> {
    if table_size(&mut reader)?.is_some_and(|size| size > MAX_TABLE) {
        return Err(Problem::TooManyInside { limit: MAX_PARTS });
    }
    let package = ZipArchive::new(reader).map_err(|error| of_kind(problem(error), kind))?;
    if package.len() > MAX_PARTS {
        return Err(Problem::TooManyInside { limit: MAX_PARTS });
    }
    Ok(package)
}

/// The size of the table of contents, as it stands in the record at the end.
fn table_size(reader: &mut (impl Read + Seek)) -> io::Result<Option<u64>> {
    const RECORD: &[u8] = b"PK\x05\x06";
    const LONGEST_COMMENT: u64 = 65_535;
    let size = reader.seek(SeekFrom::End(0))?;
    reader.seek(SeekFrom::Start(size.saturating_sub(LONGEST_COMMENT + 22)))?;
    let mut tail = Vec::new();
    reader.take(LONGEST_COMMENT + 22).read_to_end(&mut tail)?;
    reader.seek(SeekFrom::Start(0))?;
    let record = tail
        .windows(RECORD.len())
        .rposition(|bytes| bytes == RECORD);
    let field = record.and_then(|at| tail.get(at + 12..at + 16)?.try_into().ok());
    Ok(field.map(|bytes| u64::from(u32::from_le_bytes(bytes))))
}

/// What this container is, told by its parts and not by the file's name.
pub fn kind<R: Read + Seek>(package: &mut ZipArchive<R>) -> Kind {
    let has = |name: &str| package.index_for_name_raw(name.as_bytes()).is_some();
    if has("word/document.xml") {
        return Kind::Docx;
    }
    if has("[Content_Types].xml") {
        return Kind::Other("Office");
    }
    let has_content = has("content.xml") && has("META-INF/manifest.xml");
    let said = part(package, "mimetype").ok().flatten().unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    match said.trim() {
        "application/epub+zip" => Kind::Other("EPUB"),
        "" if has_content => Kind::Odt,
        said if said.starts_with("application/vnd.oasis.opendocument.text") => Kind::Odt,
        said if said.starts_with("application/vnd.oasis.opendocument") => {
            Kind::Other("OpenDocument")
        }
        _ => Kind::Archive,
    }
}

/// The part of this name, if there is one.
pub fn part<R: Read + Seek>(
    package: &mut ZipArchive<R>,
    name: &str,
) -> Result<Option<Vec<u8>>, Problem> {
    package
        .index_for_name_raw(name.as_bytes())
        .map(|index| unpack(package, index))
        .transpose()
}

/// The part at `index`, unpacked.
pub fn unpack<R: Read + Seek>(
    package: &mut ZipArchive<R>,
    index: usize,
) -> Result<Vec<u8>, Problem> {
    let part = package.by_index(index).map_err(problem)?;
    let mut bytes = Vec::new();
    let limit = (MAX_PART * MEGABYTE) as u64;
    part.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| Problem::Damaged(ZIP))?;
    if bytes.len() as u64 > limit {
        return Err(Problem::TooMuchInside { limit: MAX_PART });
    }
    Ok(bytes)
}

/// Unpacks everything and forgets it again: whether a library may be given this file.
pub fn check_sizes<R: Read + Seek>(package: &mut ZipArchive<R>) -> Result<(), Problem> {
    let limit = (MAX_ALL * MEGABYTE) as u64;
    let mut total = 0;
    for index in 0..package.len() {
        let part = package.by_index(index).map_err(problem)?;
        let left = limit - total;
        total += io::copy(&mut part.take(left + 1), &mut io::sink())
            .map_err(|_| Problem::Damaged(ZIP))?;
        if total > limit {
            return Err(Problem::TooMuchInside { limit: MAX_ALL });
        }
    }
    Ok(())
}

/// What an error of the zip library means to the reader.
pub fn problem(error: ZipError) -> Problem {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Problem::Encrypted
        }
        _ => Problem::Damaged(ZIP),
    }
}
