//! XML that comes from anywhere: what is refused before it is read, and what its references stand for.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};

use crate::import::Problem;

/// How deep elements may stand inside one another; tables in tables in text boxes reach thirty.
const MAX_DEPTH: usize = 256;

/// Whether a part of a document of this `kind` may be read. Office programs write no declarations of their own
/// entities: what has them means harm.
pub fn check(xml: &str, kind: &'static str) -> Result<(), Problem> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(_)) => depth += 1,
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::DocType(_)) | Err(_) => return Err(Problem::Damaged(kind)),
            Ok(Event::Eof) if depth == 0 => return Ok(()),
            Ok(Event::Eof) => return Err(Problem::Damaged(kind)),
            Ok(_) => {}
        }
        if depth > MAX_DEPTH {
            return Err(Problem::TooDeep);
        }
    }
}

/// What `&…;` stands for: a character, or one of the five names that every XML file has. Others are left out.
pub fn reference(reference: &BytesRef) -> Option<String> {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return Some(letter.to_string());
    }
    quick_xml::escape::resolve_predefined_entity(reference).map(str::to_owned)
}
