//! Word files.

use std::io::Cursor;

use undoc::docx::DocxParser;
use undoc::model::RevisionType;
use undoc::{Block, ErrorKind, Paragraph, Table};

use super::{package, rows, text, xml};
use crate::import::Problem;
use crate::import::content::{Content, Line};

const KIND: &str = "Word";

/// The paragraphs, headings, list entries and rows of a Word file, its notes behind them, and what stands at the head
/// and foot of its pages at the end.
pub fn read(bytes: &[u8]) -> Result<Content, Problem> {
    check(bytes)?;
    let document = DocxParser::from_bytes(bytes.to_vec())
        .and_then(|mut parser| parser.parse())
        .map_err(|error| match error.kind() {
            ErrorKind::Encrypted => Problem::Encrypted,
            _ => Problem::Damaged(KIND),
        })?;
    let mut lines = Vec::new();
    for section in &document.sections {
        for block in &section.content {
            match block {
                Block::Paragraph(paragraph) => lines.extend(lines_of(paragraph)),
                Block::Table(table) => lines.extend(table_lines(table)),
                Block::Note { content, .. } => lines.extend(content.iter().flat_map(lines_of)),
                Block::PageBreak | Block::SectionBreak | Block::Image { .. } => {}
            }
        }
    }
    for section in &document.sections {
        let edges = [&section.header, &section.footer].into_iter().flatten();
        let texts = edges.flatten().flat_map(lines_of);
        lines.extend(texts.map(|line| Line::page_edge(line.text)));
    }
    Ok(Content::of(lines))
}

/// The library unpacks pictures and all, and walks its trees by calling itself.
fn check(bytes: &[u8]) -> Result<(), Problem> {
    let mut package = package::open(Cursor::new(bytes), KIND)?;
    package::check_sizes(&mut package)?;
    for index in 0..package.len() {
        let is_xml = package.name_for_index(index).is_some_and(|name| {
            name.is_ok_and(|name| name.starts_with("word/") && name.ends_with(".xml"))
        });
        if is_xml {
            let part = package::unpack(&mut package, index)?;
            xml::check(&String::from_utf8_lossy(&part), KIND)?;
        }
    }
    Ok(())
}

fn lines_of(paragraph: &Paragraph) -> Vec<Line> {
    let mut words = String::new();
    for run in &paragraph.runs {
        if run.revision == RevisionType::Deleted {
            continue;
        }
        words.push_str(&run.text);
        if run.line_break {
            words.push('\n');
        }
    }
    text::paragraph(&words, paragraph.heading.level())
}

fn table_lines(table: &Table) -> Vec<Line> {
    let mut lines = Vec::new();
    for row in &table.rows {
        let mut cells = Vec::new();
        for cell in &row.cells {
            let mut inside: Vec<Line> = cell.content.iter().flat_map(lines_of).collect();
            inside.extend(cell.nested_tables.iter().flat_map(table_lines));
            cells.push(inside);
        }
        lines.extend(rows::lines(cells));
    }
    lines
}
