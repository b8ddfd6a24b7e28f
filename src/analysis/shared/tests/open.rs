//! A set that changes has what a fresh search of the same articles finds.

use super::*;
use crate::analysis::shared::Comparison;
use crate::model::Offices;

const SEARCH: Search = Search {
    min_words: MIN_WORDS,
    stock: true,
};

/// What is done to a set.
#[derive(Clone, Debug)]
enum Step {
    /// An article is put in at a place, counted round.
    Insert(usize, String),
    /// The article at a place is taken out.
    Remove(usize),
    /// The article at a place has another text.
    Correct(usize, String),
}

fn article(text: &str) -> Arc<Article> {
    let blocks = vec![Block::new(text, Role::Body)];
    Arc::new(Article::new("a.txt", Fields::default(), blocks))
}

fn comparison(articles: &[Arc<Article>]) -> Comparison {
    let (spellings, offices) = (Spellings::default(), Offices::default());
    Comparison::new(articles, &spellings, &offices, SEARCH, &Progress::default())
}

/// Does to `articles` what is done to `open`, and looks whether it has what a fresh search finds.
fn follow(open: &mut Comparison, articles: &mut Vec<Arc<Article>>, step: &Step) {
    let (count, progress) = (articles.len(), Progress::default());
    match step {
        Step::Insert(place, text) => {
            let (place, article) = (place % (count + 1), article(text));
            open.insert(place, &article, &progress);
            articles.insert(place, article);
        }
        Step::Remove(place) if count > 0 => {
            open.remove(place % count, &progress);
            articles.remove(place % count);
        }
        Step::Correct(place, text) if count > 0 => {
            let (place, article) = (place % count, article(text));
            open.remove(place, &progress);
            open.insert(place, &article, &progress);
            *articles.get_mut(place).unwrap() = article;
        }
        _ => {}
    }
}

fn assert_fresh(open: &Comparison, articles: &[Arc<Article>]) {
    let fresh = Corpus::new(articles, &Spellings::default());
    let corpus = open.corpus();
    assert_eq!(corpus.variants, fresh.variants);
    assert_eq!(corpus, fresh);
    let shared = find(&fresh, &SEARCH, &Progress::default());
    assert_eq!(open.shared(), shared);
    for place in 0..articles.len() {
        let own = shared.passages.iter();
        let own = own.filter(|passage| passage.in_article(place).is_some());
        let own: Vec<Passage> = own.cloned().collect();
        assert_eq!(open.shared_by(place), own, "article {place}");
    }
}

/// Texts that share, edit and repeat each other, with names in several spellings and words that are names in some only.
fn text() -> impl Strategy<Value = String> {
    let lines = [
        "nelayan kampung memperbaiki jaring lama sobek",
        "petani lereng menunda panen jagung karena hujan",
        "kata Sergei Hadran kepada wartawan di pasar",
        "kata Sergey Hadran kepada wartawan di pasar",
        "kata Belmora Hadran pada hari Senin",
        "kata Belmorra Hadran pada hari Senin",
        "bertemu Ilse Marquand di tepi danau",
        "bertemu Ilsa Marquand di tepi danau",
        "bertemu Ilsa marquand di tepi danau",
        "lalu marquand dan marquand pulang",
        "oleh Marquand dan Marquand lagi",
        "Menteri Luar Negeri Hadran dan Menteri Luar Negeri Belmora",
        "sambil menyanyi riang di bawah bulan",
        "karena hujan turun deras sepekan lebih",
        "dan yang di antara mereka",
        "padi",
        "Hadran",
    ];
    let piece = (select(lines.to_vec()), select(&[". ", " ", ".\n\n"][..]));
    vec(piece, 0..9).prop_map(|pieces| sewn(&pieces))
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..12_usize, text()).prop_map(|(place, text)| Step::Insert(place, text)),
        2 => (0..12_usize).prop_map(Step::Remove),
        1 => (0..12_usize, text()).prop_map(|(place, text)| Step::Correct(place, text)),
    ]
}

proptest! {
    #[test]
    fn a_set_that_changes_has_what_a_fresh_search_finds(
        texts in vec(text(), 0..8),
        steps in vec(step(), 1..10),
    ) {
        let mut articles: Vec<Arc<Article>> = texts.iter().map(|text| article(text)).collect();
        let mut open = comparison(&articles);
        assert_fresh(&open, &articles);
        for step in &steps {
            follow(&mut open, &mut articles, step);
            assert_fresh(&open, &articles);
        }
    }
}

/// From sixty-five articles on a gram is a formula, and what grew from it alone is shared no more.
#[test]
fn a_gram_that_becomes_a_formula_counts_so_for_all() {
    // No digits: figures say little.
    let word = |stem: &str, number: usize| {
        let letter = |number: usize| char::from(b'a' + (number % 26) as u8);
        format!("{stem}{}{}", letter(number / 26), letter(number))
    };
    let text = |number: usize| {
        let own = ["satu", "dua", "tiga", "empat"].map(|stem| word(stem, number));
        let of_two = ["lima", "enam", "tujuh"].map(|stem| word(stem, number / 2));
        let [one, two, three, four] = own;
        let of_two = of_two.join(" ");
        format!("{one} {two} nelayan kampung memperbaiki jaring {three} {of_two} {four}.")
    };
    let mut articles: Vec<Arc<Article>> = (0..62).map(|number| article(&text(number))).collect();
    let mut open = comparison(&articles);
    for (number, passages) in (62..68).zip([31, 32, 0, 0, 0, 0]) {
        let step = Step::Insert(number, text(number));
        follow(&mut open, &mut articles, &step);
        assert_fresh(&open, &articles);
        assert_eq!(open.shared().passages.len(), passages, "{number}");
    }
    for (place, passages) in [(66, 0), (64, 0), (62, 0), (60, 30), (0, 29)] {
        follow(&mut open, &mut articles, &Step::Remove(place));
        assert_fresh(&open, &articles);
        assert_eq!(open.shared().passages.len(), passages, "{place}");
    }
}

/// A spelling that is learned, and unlearned, changes what other articles share.
#[test]
fn a_spelling_that_is_learned_reaches_other_articles() {
    let texts = [
        "Nelayan jaring. Kapal itu milik Kvorina Hadran yang berlayar bersama cucu menuju pulau seberang.",
        "Petani sawah. Kapal itu milik Qvorina Hadran yang berlayar bersama cucu menuju pulau seberang.",
    ];
    let mut articles: Vec<Arc<Article>> = texts.iter().map(|text| article(text)).collect();
    let mut open = comparison(&articles);
    assert_eq!(open.corpus().variants, [["kvorina", "qvorina"]]);
    let both = "Rapat. Di sana Kvorina bertemu Qvorina, dan keduanya pulang.".to_owned();
    for (step, variants) in [(Step::Insert(2, both), 0), (Step::Remove(2), 1)] {
        follow(&mut open, &mut articles, &step);
        assert_eq!(open.corpus().variants.len(), variants);
        assert_fresh(&open, &articles);
    }
}

/// A word thousands of times in two articles: as many places as both have, by each other.
#[test]
fn a_word_all_through_two_articles_is_compared_all_the_same() {
    let text = "berlayar ".repeat(3_000);
    let ends = [
        "Nelayan kampung memperbaiki jaring lama sobek di dermaga.",
        "Usai.",
    ];
    let mut articles = vec![article(&format!("{text}{}", ends.join(" ")))];
    let mut open = comparison(&articles);
    for end in ends {
        let step = Step::Insert(1, format!("{end} {text}{}", ends.join(" ")));
        follow(&mut open, &mut articles, &step);
        assert_fresh(&open, &articles);
    }
}
