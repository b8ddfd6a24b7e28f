//! OpenDocument texts.

use std::io::Cursor;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{package, rows, text, xml};
use crate::import::Problem;
use crate::import::content::{Content, Line};

const KIND: &str = "ODT";

/// Elements whose text is not the document's: deletions that are still remembered, remarks in the margin, numbers of
/// notes, reading aids, descriptions of pictures, and forms.
const LEFT_OUT: [&str; 8] = [
    "text:tracked-changes",
    "office:annotation",
    "text:note-citation",
    "text:ruby-text",
    "svg:title",
    "svg:desc",
    "office:forms",
    "office:scripts",
];

/// The paragraphs, headings, list entries and rows of a text, its notes behind them, and what stands at the head and
/// foot of its pages at the end.
pub fn read(bytes: &[u8]) -> Result<Content, Problem> {
    let mut package = package::open(Cursor::new(bytes), KIND)?;
    let content = package::part(&mut package, "content.xml")?;
    let mut lines = part_lines(&content.ok_or(Problem::Damaged(KIND))?)?;
    // The only paragraphs of the styles are those at the head and foot of pages.
    if let Some(styles) = package::part(&mut package, "styles.xml")? {
        let edges = part_lines(&styles)?.into_iter();
        lines.extend(edges.map(|line| Line::page_edge(line.text)));
    }
    Ok(Content::of(lines))
}

fn part_lines(bytes: &[u8]) -> Result<Vec<Line>, Problem> {
    // A locked document keeps its table of contents in the open; its parts are noise.
    let text = std::str::from_utf8(bytes).map_err(|_| Problem::Encrypted)?;
    xml::check(text, KIND)?;
    let mut reader = Reader::from_str(text);
    let mut page = Page::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => page.begin(&element),
            Ok(Event::Empty(element)) => {
                page.begin(&element);
                page.end(element.name().as_ref());
            }
            Ok(Event::End(element)) => page.end(element.name().as_ref()),
            Ok(Event::Text(words)) => page.say(&words.xml10_content()),
            Ok(Event::CData(words)) => page.say(&words.into_inner()),
            Ok(Event::GeneralRef(named)) => {
                page.say(&xml::reference(&named).unwrap_or_default());
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => return Err(Problem::Damaged(KIND)),
        }
    }
    page.lines.append(&mut page.notes);
    Ok(page.lines)
}

/// A paragraph that has begun.
struct Open {
    text: String,
    heading: u8,
}

/// What was read so far.
#[derive(Default)]
struct Page {
    lines: Vec<Line>,
    notes: Vec<Line>,
    /// Paragraphs that have begun; one stands inside another in a text box or a note.
    open: Vec<Open>,
    /// What ended inside a paragraph that goes on; it stands behind that.
    inner: Vec<Line>,
    /// The cells of the row that is being read. Rows of a table inside a cell belong to that cell.
    cells: Vec<Vec<Line>>,
    rows: usize,
    note: usize,
    left_out: usize,
}

impl Page {
    fn begin(&mut self, element: &BytesStart) {
        let name = element.name();
        let name = name.as_ref();
        if self.left_out > 0 || LEFT_OUT.contains(&name) {
            self.left_out += 1;
            return;
        }
        match name {
            "text:h" => self.open.push(Open {
                text: String::new(),
                heading: number(element, "text:outline-level").unwrap_or(1),
            }),
            "text:p" => self.open.push(Open {
                text: String::new(),
                heading: 0,
            }),
            "text:s" | "text:tab" => self.say(" "),
            "text:line-break" => self.break_line(),
            "text:note-body" => self.note += 1,
            "table:table-row" => self.rows += 1,
            "table:table-cell" if self.rows == 1 => self.cells.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.left_out > 0 {
            self.left_out -= 1;
            return;
        }
        match name {
            "text:h" | "text:p" => self.finish(),
            "text:note-body" => self.note = self.note.saturating_sub(1),
            "table:table-row" => {
                self.rows = self.rows.saturating_sub(1);
                if self.rows == 0 {
                    let row = rows::lines(std::mem::take(&mut self.cells));
                    self.lines.extend(row);
                }
            }
            _ => {}
        }
    }

    /// Line ends of the file are blanks; those of the text are elements.
    fn say(&mut self, words: &str) {
        if self.left_out == 0
            && let Some(open) = self.open.last_mut()
        {
            let blank = |letter: char| if letter.is_whitespace() { ' ' } else { letter };
            open.text.extend(words.chars().map(blank));
        }
    }

    fn break_line(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.text.push('\n');
        }
    }

    fn finish(&mut self) {
        let Some(open) = self.open.pop() else {
            return;
        };
        let mut lines = text::paragraph(&open.text, open.heading);
        if self.note > 0 {
            self.notes.append(&mut lines);
        } else if !self.open.is_empty() {
            self.inner.append(&mut lines);
        } else {
            lines.append(&mut self.inner);
            match self.cells.last_mut() {
                Some(cell) => cell.append(&mut lines),
                None => self.lines.append(&mut lines),
            }
        }
    }
}

fn number(element: &BytesStart, name: &str) -> Option<u8> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    attribute.value.parse().ok()
}
