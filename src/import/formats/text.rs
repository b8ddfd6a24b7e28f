//! Plain text to lines, one line a paragraph.

use crate::import::content::Line;

/// The lines of `text`. Paragraphs that were wrapped by hand are joined again.
pub fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim).chain([""]) {
        if !line.is_empty() {
            run.push(line);
            continue;
        }
        if is_wrapped(&run) {
            found.push(Line::new(run.join(" "), true));
        } else {
            let lines = run.iter().enumerate();
            found.extend(lines.map(|(index, line)| Line::new(*line, index == 0)));
        }
        run.clear();
    }
    found
}

/// The lines of a paragraph from a document: blanks in a row are one, and an end of line inside it is a line of its own,
/// unless it was wrapped by hand. A heading stays one line.
pub fn paragraph(text: &str, heading: u8) -> Vec<Line> {
    let tidy = |line: &str| -> String {
        let words = line.split([' ', '\t']).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    };
    if heading > 0 {
        let text = tidy(&text.replace('\n', " "));
        let whole = Line {
            text: text.trim().to_owned(),
            heading,
            ..Line::new("", true)
        };
        return [whole]
            .into_iter()
            .filter(|line| !line.text.is_empty())
            .collect();
    }
    lines(&text.split('\n').map(tidy).collect::<Vec<_>>().join("\n"))
}

/// Whether these lines are one paragraph broken at a right margin: they are about equally long, and most end in the
/// middle of a sentence.
fn is_wrapped(run: &[&str]) -> bool {
    let Some((last, full)) = run.split_last() else {
        return false;
    };
    if full.len() < 2 {
        return false;
    }
    let longest = full
        .iter()
        .map(|line| line.chars().count())
        .max()
        .unwrap_or(0);
    let even = (40..=120).contains(&longest)
        && last.chars().count() <= longest
        && full
            .iter()
            .all(|line| line.chars().count() * 10 >= longest * 7);
    let open = full
        .iter()
        .filter(|line| !line.ends_with(['.', '!', '?', ':', '"', '”']))
        .count();
    even && open * 3 >= full.len() * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_paragraph_unless_it_was_wrapped() {
        let texts =
            |text: &str| -> Vec<String> { lines(text).into_iter().map(|line| line.text).collect() };
        assert_eq!(
            texts("Satu.\n\n  Dua. \nTiga.\n"),
            ["Satu.", "Dua.", "Tiga."]
        );
        let wrapped = "The ministers met for the third time this year in the\n\
                       old customs house and agreed that the gauges should be\n\
                       read by both sides.\n\nNext paragraph.";
        assert_eq!(texts(wrapped).len(), 2);
        assert!(lines("a\n\nb").iter().all(|line| line.apart));
        assert!(!lines("a\nb")[1].apart);
    }

    #[test]
    fn paragraphs_of_documents() {
        assert_eq!(
            paragraph(" Two \t blanks\nNext ", 0),
            [Line::new("Two blanks", true), Line::new("Next", false)]
        );
        assert_eq!(paragraph("A long\nheadline", 2)[0].text, "A long headline");
        assert!(paragraph(" \n", 1).is_empty() && paragraph(" ", 0).is_empty());
    }
}
