//! The people of an article: names in full, and the short forms that follow ("Sergei Lavrov … Lavrov").
//!
//! A name is a run of capitals without the offices, bodies and countries before it ("Menteri Luar Negeri Rusia Sergei
//! Lavrov"). It is a person's when an office stands beside it, when it speaks, or when it stands where people come
//! together. Short forms that the article uses later belong to the full one.

use super::Kind;
use super::lists;
use super::names::Told;
use super::scene::{LEAD, is_quoted};
use super::sentences::{Reading, Sentence, Word};
use crate::analysis::corpus::Corpus;
use crate::analysis::variants::sound;
use crate::text::dates::days::is_time;

/// Words of a name, at most.
const LONGEST: usize = 4;
/// So many words before a run an office may stand: "duta besar Rusia untuk Tiongkok Andrey Denisov".
const OFFICE_WITHIN: usize = 6;
/// So many words behind a comma an office may stand: "Michael Steele, the party's chairman".
const OFFICE_BEHIND: usize = 4;
/// A mention so far down counts half as much as one at the head.
const HALF: f64 = 50.0;
/// What a mention counts more in which somebody acts.
const ACTS: f64 = 0.5;
/// Letters of a name that is hardly another one by a slip of the pen.
const LONG: usize = 6;
/// Parts of names that are written small.
const PARTICLES: [&str; 12] = [
    "bin", "binti", "al", "von", "van", "de", "da", "dos", "el", "der", "den", "ibn",
];
/// Words before nothing but a place.
const AT: [&str; 4] = ["di", "in", "at", "near"];
/// Words before a place, or before what is no person here.
const PLACE_BEFORE: [&str; 9] = ["di", "ke", "dari", "in", "at", "to", "from", "near", "of"];

/// Somebody who is named in an article.
#[derive(Clone, Debug)]
pub(super) struct Person {
    /// The words of the fullest form, as they are compared.
    pub words: Vec<u32>,
    /// Forms as printed, and how often.
    pub forms: Vec<(String, usize)>,
    /// How much the article is about them: early mentions count more.
    pub weight: f64,
    /// The same without what is said of them in quotes, and of other times than the article's.
    pub front: f64,
    /// They stand in a sentence in which people come together.
    pub met: bool,
    /// An office stands beside them.
    pub office: bool,
}

/// One place where a name stands.
struct Mention {
    words: Vec<u32>,
    printed: String,
    at: usize,
    /// An office stands beside it, or a verb of saying.
    vouched: bool,
    office: bool,
    speaks: bool,
    met: bool,
    /// Somebody speaks of them, or of another time: it says nothing of who takes part.
    background: bool,
    /// It stands where places stand.
    placed: bool,
    /// It stands where nothing but places stand: "di Gedung Syahbandar Lama".
    seated: bool,
    /// It is a possessive.
    owns: bool,
}

/// The people of an article, those first whom it is about, and the single words that stand where nothing but places
/// stand. `told` is what the set says of its words; `headline` has the numbers of the headline's words.
pub(super) fn people(
    text: &str,
    reading: &Reading<'_>,
    told: Told<'_>,
    headline: &[u32],
) -> (Vec<Person>, Vec<u32>) {
    let mut mentions = mentions(reading, told);
    for mention in &mut mentions {
        mention.background |= is_talked_about(text, reading, mention.at);
    }
    let mut people: Vec<Person> = Vec::new();
    // Full forms first, so that short ones find them.
    let is_place = |mention: &Mention| {
        let same = |other: &Mention| other.seated && other.words == mention.words;
        told.is_dateline(&mention.words) || mentions.iter().any(same)
    };
    for mention in mentions.iter().filter(|mention| mention.words.len() > 1) {
        if is_place(mention) {
            continue;
        }
        let vouched = |other: &Mention| {
            (other.vouched || other.met)
                && !other.placed
                && other.words.iter().all(|word| mention.words.contains(word))
        };
        if mentions.iter().any(vouched) {
            count(&mut people, mention);
        }
    }
    for mention in mentions.iter().filter(|mention| mention.words.len() == 1) {
        let known = people
            .iter()
            .any(|person| is_part(&mention.words, &person.words));
        // Behind an office may also stand what it is for; a name stands by itself elsewhere, or speaks.
        let same = || mentions.iter().filter(|other| other.words == mention.words);
        let alone = same().any(|other| other.speaks)
            || same().any(|other| other.vouched) && same().any(|other| !other.vouched);
        // Capitals of countries speak too: "Moskow mengatakan", but also "di Moskow".
        let place = |other: &Mention| other.placed && other.words == mention.words;
        if known || alone && !mentions.iter().any(place) {
            count(&mut people, mention);
        }
    }
    for person in &mut people {
        let heads = person
            .words
            .iter()
            .filter(|word| headline.contains(word))
            .count();
        person.weight += heads.min(1) as f64;
        if person.front > 0.0 {
            person.front += heads.min(1) as f64;
        }
    }
    people.sort_by(|one, two| two.weight.total_cmp(&one.weight));
    (people, seats(&mentions))
}

/// Whether the word at `at` stands in a quote, or where the article tells of another time: of what was before, or, below
/// its head, of what is to come.
fn is_talked_about(text: &str, reading: &Reading<'_>, at: usize) -> bool {
    let Some(word) = reading.words.get(at) else {
        return false;
    };
    let sentence = reading.sentences.get(word.sentence);
    let elsewhen = |sentence: &Sentence| sentence.is_past() || at >= LEAD && sentence.is_ahead();
    sentence.is_some_and(elsewhen)
        || reading.is_before_event(at)
        || is_quoted(text, word.span.start)
}

/// Words that stand alone behind "in"; a possessive there says nothing: "in Arvid's view".
fn seats(mentions: &[Mention]) -> Vec<u32> {
    let seated = mentions
        .iter()
        .filter(|mention| mention.seated && !mention.owns);
    let single = seated.filter_map(|mention| match mention.words.as_slice() {
        [word] => Some(*word),
        _ => None,
    });
    single.collect()
}

/// Whether all of `short` stands in `full`.
pub(super) fn is_part(short: &[u32], full: &[u32]) -> bool {
    short.iter().all(|word| full.contains(word))
}

fn count(people: &mut Vec<Person>, mention: &Mention) {
    // Who speaks, or comes together with others, acts; others are talked about.
    let acts = if mention.met || mention.speaks {
        ACTS
    } else {
        0.0
    };
    let weight = 1.0 / (1.0 + mention.at as f64 / HALF) + acts;
    let front = if mention.background { 0.0 } else { weight };
    let known = people.iter_mut().find(|person| {
        is_part(&mention.words, &person.words) || is_part(&person.words, &mention.words)
    });
    let Some(person) = known else {
        people.push(Person {
            words: mention.words.clone(),
            forms: vec![(mention.printed.clone(), 1)],
            weight,
            front,
            met: mention.met && !mention.background,
            office: mention.office,
        });
        return;
    };
    person.weight += weight;
    person.front += front;
    person.met |= mention.met && !mention.background;
    person.office |= mention.office;
    if mention.words.len() > person.words.len() {
        person.words.clone_from(&mention.words);
    }
    match person
        .forms
        .iter_mut()
        .find(|(form, _)| *form == mention.printed)
    {
        Some((_, times)) => *times += 1,
        None => person.forms.push((mention.printed.clone(), 1)),
    }
}

/// Whether two names are one: the one a short form of the other, or names in full that sound alike.
pub(super) fn is_one(corpus: &Corpus, one: &[u32], two: &[u32]) -> bool {
    let form = |id: u32| corpus.forms.get(id as usize).map_or("", String::as_str);
    let alike = |(a, b): (&u32, &u32)| a == b || sound(form(*a)) == sound(form(*b));
    // One word of a name in full sounds like another by chance, a long name alone does not.
    let long = |name: &[u32]| name.iter().all(|id| form(*id).chars().count() >= LONG);
    let in_full = one.len() == two.len()
        && (one.iter().any(|word| two.contains(word)) || long(one) && long(two));
    is_part(one, two) || is_part(two, one) || in_full && one.iter().zip(two).all(alike)
}

fn mentions(reading: &Reading<'_>, told: Told<'_>) -> Vec<Mention> {
    let words = &reading.words;
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let end = run_end(words, at);
        if end > at {
            found.extend(mention(reading, told, at, end));
        }
        at = end.max(at + 1);
    }
    found
}

/// The end of the run of capitals that begins at `start`.
fn run_end(words: &[Word<'_>], start: usize) -> usize {
    let is_name = |at: usize| words.get(at).is_some_and(|word| word.capital);
    let joined = |at: usize| words.get(at).is_some_and(|word| word.joined);
    let mut end = start;
    while is_name(end) && (end == start || joined(end)) {
        end += 1;
        let particle = words
            .get(end)
            .is_some_and(|word| PARTICLES.contains(&word.folded) && !word.capital);
        if particle && joined(end) && is_name(end + 1) && joined(end + 1) {
            end += 1;
        }
    }
    end
}

fn mention(reading: &Reading<'_>, told: Told<'_>, start: usize, end: usize) -> Option<Mention> {
    let words = &reading.words;
    let run = words.get(start..end)?;
    let boundary = |word: &Word<'_>| {
        let number = word.folded.chars().any(char::is_numeric);
        let time = is_time(word.printed);
        // What is also written small is a thing: "Bidang Infrastruktur".
        let thing = word.thing && !told.is_first(word.id);
        number || time || thing || word.shouted || word.title || is_listed(word)
    };
    let skipped = run.iter().rposition(boundary).map_or(0, |at| at + 1);
    let rest = run.get(skipped..).unwrap_or_default();
    let seat = rest.iter().take(rest.len().saturating_sub(1));
    let skipped = skipped + seat.take_while(|word| told.is_place(word.id)).count();
    let head = start;
    let start = start + skipped;
    let name = words
        .get(start..end)
        .filter(|name| !name.is_empty() && name.len() <= LONGEST)?;
    let first = name.first()?;
    let sentence = reading
        .sentences
        .get(first.sentence)
        .copied()
        .unwrap_or_default();
    let before = |count: usize| {
        let words = words
            .get(..start)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(count);
        words.take_while(|word| word.sentence == first.sentence)
    };
    let behind = |count: usize| {
        let words = words.iter().skip(end).take(count);
        words.take_while(|word| word.sentence == first.sentence)
    };
    if before(3).any(|word| lists::is_source(word.folded)) {
        return None;
    }
    let printed = name
        .iter()
        .map(|word| word.printed)
        .collect::<Vec<_>>()
        .join(" ");
    let printed = printed
        .trim_end_matches("'s")
        .trim_end_matches("’s")
        .to_owned();
    if lists::is_agency(&printed) {
        return None;
    }
    // "Kepala badan itu, di Moskow": an office some way off vouches for a name in full alone.
    let within = if name.len() > 1 { OFFICE_WITHIN } else { 1 };
    let apposed = words.get(end).is_some_and(|word| word.comma);
    let office = run.iter().take(skipped).any(|word| word.role)
        || before(within + start - head).any(|word| word.role)
        || apposed && behind(OFFICE_BEHIND).any(|word| word.role);
    let says = |word: &Word<'_>| {
        lists::kind(word.folded) == Some(Kind::Statement) || word.folded == "menurut"
    };
    let speaks = before(1).any(says) || behind(2).any(says);
    let owns = |word: &Word<'_>| told.owner(word.id).is_some();
    Some(Mention {
        owns: name.iter().any(owns),
        words: name
            .iter()
            .map(|word| told.owner(word.id).unwrap_or(word.id))
            .collect(),
        printed,
        at: start,
        vouched: office || speaks,
        office,
        background: false,
        speaks,
        met: sentence.is_encounter(),
        placed: before(1).any(|word| PLACE_BEFORE.contains(&word.folded)),
        seated: head
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .is_some_and(|word| AT.contains(&word.printed)),
    })
}

fn is_listed(word: &Word<'_>) -> bool {
    word.role || lists::is_body(word.folded) || lists::is_country(word.folded)
}
