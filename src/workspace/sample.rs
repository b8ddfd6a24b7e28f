//! The built-in coverage sets: written for this program, with invented people, in the form of scraped pages.

use crate::import::{ReadOptions, read_text};
use crate::locale::Language;
use crate::model::Article;

const INDONESIAN: [(&str, &str); 4] = [
    (
        "warta-samira.txt",
        include_str!("../../assets/samples/id/warta-samira.txt"),
    ),
    (
        "harian-selat.txt",
        include_str!("../../assets/samples/id/harian-selat.txt"),
    ),
    (
        "kabar-lazuardi.txt",
        include_str!("../../assets/samples/id/kabar-lazuardi.txt"),
    ),
    (
        "layar-pagi.txt",
        include_str!("../../assets/samples/id/layar-pagi.txt"),
    ),
];

const ENGLISH: [(&str, &str); 3] = [
    (
        "vellin-courier.txt",
        include_str!("../../assets/samples/en/vellin-courier.txt"),
    ),
    (
        "northern-ledger.txt",
        include_str!("../../assets/samples/en/northern-ledger.txt"),
    ),
    (
        "queria-today.txt",
        include_str!("../../assets/samples/en/queria-today.txt"),
    ),
];

/// The set for readers of `language`.
pub fn articles(language: Language, options: &ReadOptions) -> Vec<Article> {
    let set: &[(&str, &str)] = match language {
        Language::Indonesian => &INDONESIAN,
        Language::English => &ENGLISH,
    };
    set.iter()
        .filter_map(|(name, text)| Some(read_text(name, text, options).ok()?.article))
        .collect()
}

/// What is found in the English set, for tests.
#[cfg(test)]
pub fn findings() -> crate::analysis::Findings {
    use crate::analysis::{Wanted, analyse};
    use crate::jobs::Progress;
    use crate::model::{Edit, Project};

    let articles = articles(Language::English, &ReadOptions::today());
    let project = Edit::Add(articles).apply(&Project::default());
    analyse(
        &project.articles,
        &project.settings,
        Wanted::ALL,
        &Progress::default(),
    )
}
