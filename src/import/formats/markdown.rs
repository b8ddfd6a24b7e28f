//! Markdown to lines: marks are taken off, headings keep their level, links keep their words.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::import::content::Line;

/// The lines of a Markdown text, one a paragraph, heading, list entry or row of the metadata at its head.
pub fn lines(text: &str) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    let mut current = Line::new("", true);
    let mut metadata = false;
    for event in Parser::new_ext(text, Options::ENABLE_YAML_STYLE_METADATA_BLOCKS) {
        match event {
            Event::Text(words) if metadata => {
                let rows = words.lines().map(str::trim).filter(|row| !row.is_empty());
                found.extend(rows.map(|row| Line::new(row, false)));
            }
            Event::Start(Tag::MetadataBlock(_)) => metadata = true,
            Event::End(TagEnd::MetadataBlock(_)) => metadata = false,
            Event::Text(words) | Event::Code(words) => current.text.push_str(&words),
            Event::SoftBreak | Event::HardBreak => current.text.push(' '),
            Event::Start(Tag::Heading { level, .. }) => {
                finish(&mut current, &mut found);
                current.heading = level as u8;
            }
            Event::Start(Tag::Item | Tag::Paragraph)
            | Event::End(
                TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock,
            )
            | Event::Rule => finish(&mut current, &mut found),
            _ => {}
        }
    }
    finish(&mut current, &mut found);
    found
}

fn finish(current: &mut Line, found: &mut Vec<Line>) {
    let line = std::mem::replace(current, Line::new("", true));
    let text = line.text.trim();
    if !text.is_empty() {
        found.push(Line {
            text: text.to_owned(),
            ..line
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off() {
        let found =
            lines("# Judul *besar*\n\nSatu [tautan](http://x.y) lagi\ndan terus.\n\n- butir\n");
        let texts: Vec<&str> = found.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(
            texts,
            ["Judul besar", "Satu tautan lagi dan terus.", "butir"]
        );
        assert_eq!(
            found.iter().map(|line| line.heading).collect::<Vec<_>>(),
            [1, 0, 0]
        );
    }

    #[test]
    fn metadata_is_read_row_by_row() {
        let found = lines("---\nauthor: Jane Arden\ndate: 2026-03-02\n---\n\n# Talks\n");
        let texts: Vec<&str> = found.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["author: Jane Arden", "date: 2026-03-02", "Talks"]);
    }
}
