//! What each article says of who, where and when: read once, with what the set says of its words.

use jiff::civil::Date;

use super::names::Told;
use super::people::{Person, people};
use super::scene::{Scene, scene};
use super::sentences::read;
use crate::analysis::corpus::Corpus;
use crate::analysis::versions;
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

impl Clues {
    /// The evidence of the article at `place`. `headline` has those words of its headline that stand in a body; `told` is
    /// what the set says of its words. All else is the article's own, with the forms and classes of its words.
    pub fn of(corpus: &Corpus, place: usize, headline: &[u32], told: Told<'_>) -> Self {
        let Some(article) = corpus.articles.get(place) else {
            return Self::default();
        };
        let fields = &article.fields;
        let published = fields.published.as_ref().map(|noted| noted.value.date);
        let reading = read(corpus, place, published.map(Date::year));
        let (people, seats) = people(&article.body().text, &reading, told, headline);
        let outlet = fields.outlet.as_ref();
        Self {
            outlet: outlet.map(|noted| versions::outlet(&noted.value)),
            published,
            day: published.map(|date| distance(date, Date::ZERO)),
            scene: scene(article, &reading, &people),
            people,
            seats,
        }
    }
}
