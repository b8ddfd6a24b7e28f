//! Text to take along: plain, or with outlet, headline, date and place.

use super::{Scene, describe};
use crate::analysis::{Passage, Witness};
use crate::locale::Message;
use crate::text::Span;

/// The witnesses on the screen, in the order of the columns.
pub fn in_order<'p>(passage: &'p Passage, columns: &[usize]) -> Vec<&'p Witness> {
    columns
        .iter()
        .flat_map(|place| {
            let all = passage.witnesses.iter();
            all.filter(move |witness| witness.article == *place)
        })
        .collect()
}

/// The text that is selected, as it is printed.
pub fn selected(scene: &Scene<'_>) -> Option<String> {
    let (place, span) = selection(scene)?;
    let article = scene.workspace.findings.articles.get(place)?;
    Some(span.of(&article.body().text).to_owned())
}

/// What is selected, or else every witness of what is in focus, each with its source, for a note or a message.
pub fn citation(scene: &Scene<'_>) -> String {
    let view = &scene.workspace.view;
    let findings = &scene.workspace.findings;
    let places: Vec<(usize, Span)> = match selection(scene) {
        Some(selected) => vec![selected],
        None => {
            let columns = view.columns(findings);
            let passage = view.focus.and_then(|focus| focus.passage(findings));
            let witnesses = passage.map(|passage| in_order(passage, &columns));
            let witnesses = witnesses.unwrap_or_default().into_iter();
            witnesses
                .map(|witness| (witness.article, witness.span))
                .collect()
        }
    };
    let entries: Vec<String> = places
        .into_iter()
        .filter_map(|(place, span)| with_source(scene, place, span))
        .collect();
    entries.join("\n\n")
}

fn selection(scene: &Scene<'_>) -> Option<(usize, Span)> {
    let (article, span) = scene.workspace.view.selected_text()?;
    let place = scene.workspace.findings.place_of(article)?;
    Some((place, span))
}

fn with_source(scene: &Scene<'_>, place: usize, span: Span) -> Option<String> {
    let article = scene.workspace.findings.articles.get(place)?;
    let body = article.body();
    let date = article.fields.published.as_ref().map(|noted| {
        let date = describe::moment(scene.locale, &noted.value, true);
        // What was worked out stands in brackets, as in any list of sources.
        if noted.is_inferred() {
            format!("[{date}]")
        } else {
            date
        }
    });
    let first = body.paragraph_at(span.start) + 1;
    let last = body.paragraph_at(span.end.saturating_sub(1)) + 1;
    let place = if first == last {
        Message::new("citation-paragraph").with("number", first)
    } else {
        Message::new("citation-paragraphs")
            .with("first", first)
            .with("last", last)
    };
    let mut source = vec![
        describe::outlet(scene.locale, article),
        format!("“{}”", article.title()),
    ];
    source.extend(date);
    source.push(scene.text(&place));
    let text = quoted(span.of(&body.text));
    Some(format!("“{text}”\n— {}", source.join(", ")))
}

/// What is quoted within a quote stands in single quotes.
fn quoted(text: &str) -> String {
    let mut before = ' ';
    let single = |letter: char| {
        let opens = before.is_whitespace() || "([–—".contains(before);
        before = letter;
        match letter {
            '“' | '„' => '‘',
            '”' => '’',
            '"' if opens => '‘',
            '"' => '’',
            other => other,
        }
    };
    text.chars().map(single).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_within_quotes_are_single() {
        for (printed, cited) in [
            (
                "“Laut ini,” ujarnya, “tenang.”",
                "‘Laut ini,’ ujarnya, ‘tenang.’",
            ),
            (
                "\"The sea,\" she said (\"calm\").",
                "‘The sea,’ she said (‘calm’).",
            ),
            ("It’s the boats' day", "It’s the boats' day"),
        ] {
            assert_eq!(quoted(printed), cited);
        }
    }
}
