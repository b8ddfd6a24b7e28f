//! Who takes part in a meeting, among all whom its articles name.
//!
//! Articles name people who are only talked about: in quotes, in what was before, in what is to come. What weighs is how
//! much the articles tell of somebody in their own time. Who takes part has an office, comes together with others, or is
//! the one whom most articles are about; and of several articles, more than one names them.

use super::clues::Clues;
use super::people::{Person, is_one};
use crate::analysis::corpus::Corpus;

/// Shown at most.
const PARTICIPANTS: usize = 8;
/// Somebody takes part who has this share of the weight of the one whom the articles are about.
const SHARE: f64 = 0.3;
/// Who has this share of it is one of the main ones.
const MAIN: f64 = 0.6;
/// In so many articles and more, who is named in one alone takes no part.
const FEW: usize = 3;

/// A person of a group.
struct Candidate {
    /// Weighed by what the articles tell of their own time; the forms, by how many articles print them.
    person: Person,
    /// In how many articles they are named, come together with others, and are the one whom it is most about.
    named: usize,
    met: usize,
    first: usize,
    /// The first article of the group that names them, and their place among those whom it is about.
    seen: (usize, usize),
}

/// Who takes part in a meeting.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub people: Vec<Person>,
    /// Of each of them the articles that name them, by their places in the meeting.
    pub naming: Vec<Vec<usize>>,
}

impl Cast {
    /// Of the meeting of these articles.
    pub fn of(corpus: &Corpus, clues: &[&Clues]) -> Self {
        let people = participants(corpus, clues);
        let naming = |person: &Person| {
            let names = |clues: &Clues| {
                let mut named = clues.people.iter();
                named.any(|other| is_one(corpus, &other.words, &person.words))
            };
            let all = clues.iter().enumerate();
            all.filter(|(_, clues)| names(clues))
                .map(|(at, _)| at)
                .collect()
        };
        Self {
            naming: people.iter().map(naming).collect(),
            people,
        }
    }
}

/// Those whom the articles are about, and those who come together in most of them; who is only talked about takes no
/// part. The main ones first, each in the order in which the first articles name them, so that the order stays when
/// articles come or go. A single name that a third of the articles that have it use as a place is nobody.
fn participants(corpus: &Corpus, clues: &[&Clues]) -> Vec<Person> {
    let mut known: Vec<Candidate> = candidates(corpus, clues);
    known.sort_by(|one, two| two.person.weight.total_cmp(&one.person.weight));
    let is_seat = |known: &Candidate| match known.person.words.as_slice() {
        [word] => {
            let seats = clues.iter().filter(|clues| clues.seats.contains(word));
            seats.count() * 3 > known.named
        }
        _ => false,
    };
    let articles = clues.len();
    known.retain(|known| !is_seat(known) && known.is_in_several(articles));
    // Where nobody stands out, the articles are about those whom they name.
    if known.iter().any(|known| known.takes_part(articles)) {
        known.retain(|known| known.takes_part(articles));
    }
    let most = known.first().map_or(0.0, |first| first.person.weight);
    known.retain(|known| known.person.weight >= most * SHARE || known.met * 2 > articles);
    known.truncate(PARTICIPANTS);
    known.sort_by_key(|known| (known.person.weight < most * MAIN, known.seen));
    known.into_iter().map(|known| known.person).collect()
}

impl Candidate {
    /// Whether they have an office or come together with others, or most articles are about them.
    fn takes_part(&self, articles: usize) -> bool {
        let stands_for_something = self.person.office || self.person.met;
        let is_subject = self.first * 2 > articles;
        self.person.weight > 0.0 && (stands_for_something || is_subject)
    }

    /// One article of many does not say who takes part.
    fn is_in_several(&self, articles: usize) -> bool {
        articles < FEW || self.named > 1
    }

    fn add(&mut self, person: &Person, weight: f64) {
        self.person.weight += weight;
        self.named += 1;
        self.met += usize::from(person.met);
        self.person.met |= person.met;
        self.person.office |= person.office;
        if person.words.len() > self.person.words.len() {
            self.person.words.clone_from(&person.words);
        }
        for (form, _) in &person.forms {
            let mut forms = self.person.forms.iter_mut();
            match forms.find(|(other, _)| other == form) {
                Some((_, articles)) => *articles += 1,
                None => self.person.forms.push((form.clone(), 1)),
            }
        }
    }
}

/// Everybody whom the articles name.
fn candidates(corpus: &Corpus, clues: &[&Clues]) -> Vec<Candidate> {
    let mut known: Vec<Candidate> = Vec::new();
    for (article, clues) in clues.iter().enumerate() {
        let people = &clues.people;
        let front = people.iter().map(|person| person.front).fold(0.0, f64::max);
        // Where all are talked about only, that is what it is about.
        let weigh = |person: &Person| {
            if front > 0.0 {
                person.front
            } else {
                person.weight
            }
        };
        let most = people.iter().map(weigh).fold(0.0, f64::max);
        for (place, person) in people.iter().enumerate() {
            let weight = weigh(person) / most.max(f64::MIN_POSITIVE);
            let at = known
                .iter()
                .position(|known| is_one(corpus, &known.person.words, &person.words));
            let at = at.unwrap_or_else(|| {
                known.push(Candidate {
                    person: Person {
                        weight: 0.0,
                        forms: Vec::new(),
                        ..person.clone()
                    },
                    named: 0,
                    met: 0,
                    first: 0,
                    seen: (article, place),
                });
                known.len() - 1
            });
            if let Some(candidate) = known.get_mut(at) {
                candidate.add(person, weight);
                candidate.first += usize::from(weight >= 1.0);
            }
        }
    }
    known
}

/// The form of a name that is shown: of those in full the one that most articles print, then the longest, then the
/// first. What ends with another form in full has something else in front ("Lasvik Tomas Arvid").
pub(super) fn display(person: &Person) -> String {
    let length = |form: &str| form.split_whitespace().count();
    let is_in_full = |form: &str| length(form) > 1;
    let behind = |form: &str, other: &str| {
        let front = form.strip_suffix(other);
        is_in_full(other) && front.is_some_and(|front| front.ends_with(' '))
    };
    let forms = person.forms.iter().rev();
    let clean =
        forms.filter(|(form, _)| !person.forms.iter().any(|(other, _)| behind(form, other)));
    let best = clean.max_by_key(|(form, articles)| (is_in_full(form), *articles, length(form)));
    best.map(|(form, _)| form.clone()).unwrap_or_default()
}
