//! What each article says of who, where and when: read once, by itself.

use jiff::civil::Date;

use super::people::{Names, Person, people};
use super::scene::{Scene, scene};
use super::sentences::read;
use super::terms::Terms;
use crate::analysis::corpus::Corpus;
use crate::analysis::versions;
use crate::jobs::parallel;
use crate::text::dates::days::distance;

/// The evidence of one article.
#[derive(Clone, Debug, Default)]
pub(super) struct Clues {
    /// The outlet, without the ending of its domain.
    pub outlet: Option<String>,
    /// The day on which it appeared.
    pub published: Option<Date>,
    /// The same as a number, because it is compared with that of all others.
    pub day: Option<i64>,
    /// The people it names, those first whom it is about.
    pub people: Vec<Person>,
    /// Single words that it uses as places: a city may speak elsewhere, but is nobody.
    pub seats: Vec<u32>,
    /// When and where.
    pub scene: Scene,
}

/// The evidence of all articles.
pub(super) fn clues(corpus: &Corpus, terms: &Terms) -> Vec<Clues> {
    let names = Names::new(corpus);
    let places: Vec<usize> = (0..corpus.articles.len()).collect();
    parallel(&places, |index| {
        let Some(article) = corpus.articles.get(*index) else {
            return Clues::default();
        };
        let fields = &article.fields;
        let published = fields.published.as_ref().map(|noted| noted.value.date);
        let reading = read(corpus, *index, published.map(Date::year));
        let headline = terms.headlines.get(*index).map_or(&[][..], Vec::as_slice);
        let (people, seats) = people(corpus, &names, (&article.body().text, &reading), headline);
        Clues {
            outlet: fields
                .outlet
                .as_ref()
                .map(|noted| versions::outlet(&noted.value)),
            published,
            day: published.map(|date| distance(date, Date::ZERO)),
            scene: scene(article, &reading, &people),
            people,
            seats,
        }
    })
}
