//! Pages for printing: what a browser or a word processor made of an article.
//!
//! A PDF file knows no paragraphs, only pieces of text and where they stand. From those come rows ([`rows`]), from rows
//! paragraphs ([`paragraphs`]); what stands at the edges of every page is told apart first ([`edges`]).

mod edges;
mod hyphens;
mod paragraphs;
mod rows;

use std::io::Cursor;

use oxidize_pdf::parser::{ParseOptions, PdfReader};
use oxidize_pdf::text::{ExtractionOptions, TextExtractor};

use crate::import::Problem;
use crate::import::content::{Content, Line};
use crate::text::words;

/// No article has more pages.
const MAX_PAGES: u32 = 500;

/// No page has more text, in bytes.
const MAX_TEXT: usize = 4 * 1024 * 1024;

/// The paragraphs and headings of a PDF file, and what stands on the edges of its pages at the end, once each.
pub fn read(bytes: &[u8]) -> Result<Content, Problem> {
    if !is_whole(bytes) {
        return Err(Problem::Damaged("PDF"));
    }
    let mut rows = rows_of(bytes)?;
    let is_empty = rows.iter().all(|row| words(&row.text).is_empty());
    if is_empty || is_noise(&rows) {
        return Err(Problem::Scanned);
    }
    let edges = edges::take(&mut rows);
    let mut lines = paragraphs::lines(&rows);
    lines.extend(edges.into_iter().map(Line::page_edge));
    Ok(Content::of(lines))
}

/// Whether the file's end is there. The library makes the best of a file without it; but what tells its fonts stands
/// at the end, so that the best is noise.
fn is_whole(bytes: &[u8]) -> bool {
    const END: &[u8] = b"%%EOF";
    const WITHIN: usize = 4096;
    let is_padding = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
    let length = bytes.iter().rposition(|byte| !is_padding(byte));
    let bytes = bytes.get(..=length.unwrap_or(0)).unwrap_or_default();
    let tail = bytes.get(bytes.len().saturating_sub(WITHIN)..);
    tail.unwrap_or_default()
        .windows(END.len())
        .any(|part| part == END)
}

/// Whether most words are single letters: the file does not say which letters its signs are.
fn is_noise(rows: &[rows::Row]) -> bool {
    const FEW: usize = 40;
    let all = rows.iter().flat_map(|row| row.text.split(' '));
    let (mut total, mut single) = (0, 0);
    for word in all {
        total += 1;
        single += usize::from(word.chars().count() == 1);
    }
    total > FEW && single * 2 > total
}

fn rows_of(bytes: &[u8]) -> Result<Vec<rows::Row>, Problem> {
    let damaged = |_| Problem::Damaged("PDF");
    let reader = PdfReader::new_with_options(Cursor::new(bytes), ParseOptions::lenient());
    let reader = reader.map_err(|error| match error {
        oxidize_pdf::parser::ParseError::EncryptionNotSupported => Problem::Encrypted,
        _ => Problem::Damaged("PDF"),
    })?;
    if reader.is_encrypted() && !reader.is_unlocked() {
        return Err(Problem::Encrypted);
    }
    let document = reader.into_document();
    let pages = document.page_count().map_err(damaged)?;
    if pages > MAX_PAGES {
        return Err(Problem::TooManyPages {
            pages: pages as usize,
            limit: MAX_PAGES as usize,
        });
    }
    // The order in which text was put on the page is nearly always that of reading; its places on the page are not,
    // where there are columns.
    let mut extractor = TextExtractor::with_options(ExtractionOptions {
        preserve_layout: true,
        sort_by_position: false,
        merge_hyphenated: false,
        include_artifacts: true,
        max_extracted_bytes: Some(MAX_TEXT),
        ..ExtractionOptions::default()
    });
    let mut rows = Vec::new();
    for page in 0..pages {
        let text = extractor
            .extract_from_page(&document, page)
            .map_err(damaged)?;
        rows.extend(rows::of_page(page, &text.fragments));
    }
    Ok(rows)
}
