//! Whether a phrase counts as shared wording: why the program does not count it, what the reader decided, and the button
//! that decides otherwise.

use egui::Ui;

use super::palette::Palette;
use super::theme::Face;
use super::widgets::{self, Button};
use super::{Scene, inspector};
use crate::analysis::{Witness, lists};
use crate::locale::Message;
use crate::model::offices::Purpose;
use crate::model::{Edit, Offices, Settings};
use crate::text::{Span, fold, phrase, words};
use crate::workspace::Command;
use crate::workspace::view::Focus;

/// Longest passage that can be taken for a formula, in words.
const SHORT: usize = 12;

/// What is in focus, for counting.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Standing {
    /// The reader counts this phrase.
    Counted(String),
    /// The reader does not count this one.
    Ignored(String),
    /// The program does not.
    Stock(String),
    /// The program does; so short that the reader may think otherwise.
    Short(String),
    /// There is no question about it.
    Plain,
}

/// How a passage or phrase stands whose places have these texts.
fn standing(settings: &Settings, focus: Focus, texts: &[&str]) -> Standing {
    let phrases: Vec<String> = texts.iter().map(|text| phrase(text)).collect();
    let decided = |list: &[String]| {
        let mut phrases = phrases.iter();
        phrases.find(|phrase| list.contains(phrase)).cloned()
    };
    if let Some(phrase) = decided(&settings.counted) {
        return Standing::Counted(phrase);
    }
    if let Some(phrase) = decided(&settings.ignored) {
        return Standing::Ignored(phrase);
    }
    let is_short = |phrase: &str| phrase.split(' ').count() <= SHORT;
    match (phrases.into_iter().next(), focus) {
        (Some(phrase), Focus::Stock(_)) => Standing::Stock(phrase),
        (Some(phrase), Focus::Passage(_)) if is_short(&phrase) => Standing::Short(phrase),
        _ => Standing::Plain,
    }
}

/// Shows it below the head of the inspector.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, focus: Focus, witnesses: &[&Witness]) {
    let texts: Vec<&str> = witnesses
        .iter()
        .map(|witness| inspector::text_of(scene, witness))
        .collect();
    let settings = &scene.workspace.project().settings;
    let (reasons, phrase, count) = match standing(settings, focus, &texts) {
        Standing::Plain => return,
        Standing::Counted(phrase) => (vec![Message::new("counted-by-you")], phrase, false),
        Standing::Ignored(phrase) => (vec![Message::new("ignored-by-you")], phrase, true),
        Standing::Stock(phrase) => (why(scene, focus, &texts), phrase, true),
        Standing::Short(phrase) => (Vec::new(), phrase, false),
    };
    let color = Palette::current(ui).ink2;
    for reason in reasons {
        widgets::paragraph(ui, scene.text(&reason), Face::Sans, 12.0, color);
    }
    ui.add_space(4.0);
    let name = scene.tr(if count { "count-it" } else { "count-it-not" });
    if Button::new(&name).show(ui).clicked() {
        let counted = count;
        scene.ask(Command::Edit(Edit::Count { phrase, counted }));
    }
}

/// Why the program does not count the phrase in focus.
fn why(scene: &Scene<'_>, focus: Focus, texts: &[&str]) -> Vec<Message> {
    let findings = &scene.workspace.findings;
    let phrase = focus.passage(findings);
    match phrase.and_then(|phrase| findings.is_said_everywhere(phrase)) {
        Some(count) => vec![Message::new("stock-everywhere").with("count", count)],
        None => reasons(&scene.workspace.project().settings.offices, texts),
    }
}

/// Why the program does not count a phrase: what its words are.
fn reasons(offices: &Offices, texts: &[&str]) -> Vec<Message> {
    let list = |id, words: Vec<&str>| {
        (!words.is_empty()).then(|| Message::new(id).with("words", words.join(", ")))
    };
    let [titles, names, rest] = sorts(offices, texts);
    [
        Some(Message::new("stock-why")),
        list("stock-titles", titles),
        list("stock-names", names),
        list("stock-rest", rest),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What the words of a phrase are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Title,
    Name,
    Other,
}

/// The runs of the first text: titles, names, and the rest. A name has a capital in all texts that have the word.
fn sorts<'t>(offices: &Offices, texts: &[&'t str]) -> [Vec<&'t str>; 3] {
    let starts_with = |word: &str, is: fn(char) -> bool| word.chars().next().is_some_and(is);
    let small: Vec<String> = texts
        .iter()
        .flat_map(|text| words(text).into_iter().map(|word| word.of(text)))
        .filter(|word| starts_with(word, char::is_lowercase))
        .map(|word| fold(word).into_owned())
        .collect();
    let text = texts.first().copied().unwrap_or_default();
    let sort = |word: &Span| {
        let (word, folded) = (word.of(text), fold(word.of(text)));
        let is_small = lists::is_function_word(&folded) || small.contains(&folded.to_string());
        if offices.used(&folded).is_some_and(Purpose::is_in_formulae) {
            Sort::Title
        } else if starts_with(word, char::is_uppercase) && !is_small {
            Sort::Name
        } else {
            Sort::Other
        }
    };
    let words = words(text);
    let runs = words.chunk_by(|one, two| sort(one) == sort(two));
    let runs: Vec<(Sort, &str)> = runs
        .filter_map(|run| {
            let (first, last) = (run.first()?, run.last()?);
            Some((sort(first), first.hull(*last).of(text)))
        })
        .collect();
    [Sort::Title, Sort::Name, Sort::Other].map(|wanted| {
        let own = runs.iter().filter(|(sort, _)| *sort == wanted);
        own.map(|(_, run)| *run).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_formula_are_told_apart() {
        assert_eq!(
            sorts(
                &Offices::default(),
                &[
                    "Kepada Menteri Luar Negeri Belmora Ilse Marquand",
                    "kepada Menteri Luar Negeri Belmorra Ilse Marquand",
                ]
            ),
            [
                vec!["Menteri Luar Negeri"],
                vec!["Belmora Ilse Marquand"],
                vec!["Kepada"],
            ]
        );
    }

    #[test]
    fn what_the_reader_decided_goes_before_what_the_program_says() {
        let texts = ["Menlu Sarunda", "Menlu  SARUNDA"];
        let key = || "menlu sarunda".to_owned();
        let mut settings = Settings::default();
        let stock = |settings: &Settings| standing(settings, Focus::Stock(0), &texts);
        let passage = |settings: &Settings| standing(settings, Focus::Passage(0), &texts);
        assert_eq!(stock(&settings), Standing::Stock(key()));
        assert_eq!(passage(&settings), Standing::Short(key()));
        settings.counted.push(key());
        assert_eq!(passage(&settings), Standing::Counted(key()));
        settings.counted.clear();
        settings.ignored.push(key());
        assert_eq!(stock(&settings), Standing::Ignored(key()));
        let long = "kata ".repeat(SHORT + 1);
        let long = standing(&settings, Focus::Passage(0), &[&long]);
        assert_eq!(long, Standing::Plain);
    }
}
