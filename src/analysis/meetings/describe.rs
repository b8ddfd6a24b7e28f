//! What a meeting is made of: who took part, where and when, by what its articles hang together.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::clues::Clues;
use super::likeness::THRESHOLD;
use super::participants::{Cast, display};
use super::people::Person;
use super::placed::Placed;
use super::scene::EventDay;
use super::terms::Terms;
use super::triangle::Triangle;
use super::{Evidence, Meeting, Member, Sure};
use crate::analysis::Pair;
use crate::analysis::corpus::Corpus;
use crate::analysis::versions::{self, Repeat};
use crate::jobs::parallel;
use crate::text::fold;

/// Shown at most of the words.
const WORDS: usize = 5;
/// Shared wording is evidence from this share of an article on.
const WORDING: f64 = 0.05;
/// From here on it is sure, or fairly so, where an article belongs.
const HIGH: f64 = 0.7;
const FAIR: f64 = 0.6;

/// All that describing a meeting needs.
pub(super) struct Known<'k> {
    pub corpus: &'k Corpus,
    pub terms: &'k Terms,
    pub clues: &'k [Arc<Clues>],
    pub pairs: &'k [Pair],
    pub repeats: &'k [Option<Repeat>],
    /// The articles that are no repeats, and how alike they are by their rows here.
    pub rows: &'k [usize],
    pub likeness: &'k Triangle,
    /// What the reader decided.
    pub placed: &'k Placed,
    /// Who takes part in each meeting.
    pub casts: &'k [Arc<Cast>],
}

/// What a group has in common.
struct Group<'g> {
    articles: &'g [usize],
    people: &'g [Person],
    /// Of each person, the articles that name them.
    naming: Vec<Vec<usize>>,
    /// Those that name the place and the day of the meeting, ascending.
    at_place: Vec<usize>,
    on_day: Vec<usize>,
    /// What each word weighs in all of them together.
    weights: FxHashMap<u32, f64>,
    /// How many headlines have each word.
    headlines: FxHashMap<u32, usize>,
}

/// Describes the groups of articles, and those that cover no meeting as the last one.
pub(super) fn meetings(known: &Known<'_>, groups: &[Vec<usize>]) -> Vec<Meeting> {
    let rows: Vec<Vec<usize>> = groups.iter().map(|group| known.rows_of(group)).collect();
    let rivals = rivals(known.likeness, &rows);
    let numbered: Vec<(usize, &Vec<usize>)> = groups.iter().enumerate().collect();
    let mut meetings = parallel(&numbered, |(number, articles)| {
        known.meeting(articles, *number, &rivals)
    });
    let outside: Vec<usize> = known.placed.outside();
    if !outside.is_empty() {
        meetings.push(none(outside));
    }
    meetings
}

/// For each row its mean likeness to the rows of that other group to which it is most alike.
fn rivals(likeness: &Triangle, groups: &[Vec<usize>]) -> Vec<f64> {
    let means = parallel(groups, |rows| {
        let mut means = vec![0.0; likeness.count()];
        for row in rows {
            likeness.add_all(*row, &mut means);
        }
        let count = rows.len().max(1) as f64;
        means.iter_mut().for_each(|mean| *mean /= count);
        for own in rows {
            if let Some(mean) = means.get_mut(*own) {
                *mean = 0.0;
            }
        }
        means
    });
    let mut rivals = vec![0.0_f64; likeness.count()];
    for means in &means {
        for (rival, mean) in rivals.iter_mut().zip(means) {
            *rival = rival.max(*mean);
        }
    }
    rivals
}

/// Articles that cover no meeting: nothing is to be said of all of them.
fn none(articles: Vec<usize>) -> Meeting {
    let member = |article: &usize| Member {
        article: *article,
        evidence: vec![Evidence::Placed],
        sure: 1.0,
        grade: Some(Sure::High),
    };
    Meeting {
        members: articles.iter().map(member).collect(),
        articles,
        is_none: true,
        ..Meeting::default()
    }
}

impl Known<'_> {
    fn rows_of(&self, articles: &[usize]) -> Vec<usize> {
        articles
            .iter()
            .filter_map(|article| self.rows.binary_search(article).ok())
            .collect()
    }

    /// Describes meeting `number`; `rivals` is how alike each row is to the nearest other one.
    fn meeting(&self, articles: &[usize], number: usize, rivals: &[f64]) -> Meeting {
        let clues = articles
            .iter()
            .filter_map(|article| self.clues.get(*article));
        let clues: Vec<&Clues> = clues.map(Arc::as_ref).collect();
        let nobody = Cast::default();
        let cast = self.casts.get(number).map_or(&nobody, Arc::as_ref);
        let people = &cast.people;
        let day = day(&clues);
        let place = place(&clues);
        let mut meeting = Meeting {
            articles: articles.to_vec(),
            participants: people.iter().map(display).collect(),
            date: day.map(|day| day.date),
            date_inferred: day.is_some_and(|day| day.inferred),
            published: clues.iter().filter_map(|clues| clues.published).min(),
            place: place
                .as_ref()
                .map(|(printed, _)| printed.clone())
                .or_else(|| dateline(self.corpus, articles)),
            kind: clues.iter().filter_map(|clues| clues.scene.kind).min(),
            ..Meeting::default()
        };
        // What the reader put there says nothing of why the others stand together.
        let by_reader = |article: &usize| self.placed.is_by_reader(*article, articles);
        let own: Vec<usize> = articles
            .iter()
            .copied()
            .filter(|article| !by_reader(article))
            .collect();
        let scene = (place.as_ref().map(|(_, id)| *id), day);
        let naming = |group: &[usize]| -> Vec<Vec<usize>> {
            let in_group = |at: &usize| {
                let article = articles.get(*at).copied()?;
                group.binary_search(&article).ok().map(|_| article)
            };
            let naming = cast.naming.iter();
            naming
                .map(|places| places.iter().filter_map(in_group).collect())
                .collect()
        };
        let all = (own.len() < articles.len())
            .then(|| self.group(articles, people, naming(articles), scene));
        let own_naming = naming(&own);
        let own = self.group(&own, people, own_naming, scene);
        let own_rows = self.rows_of(own.articles);
        let has_others = self.casts.len() > 1;
        meeting.members = articles
            .iter()
            .map(|article| {
                let placed = by_reader(article);
                let group = all.as_ref().filter(|_| placed).unwrap_or(&own);
                let mut evidence = self.reasons(*article, group);
                if placed {
                    evidence.insert(0, Evidence::Placed);
                } else if articles.len() == 1 && has_others {
                    let nearest = self.nearest(*article);
                    evidence.push(Evidence::Alone { nearest });
                }
                let sure = if placed {
                    1.0
                } else {
                    self.sure(*article, &own_rows, rivals)
                };
                Member {
                    article: *article,
                    evidence,
                    sure,
                    grade: (articles.len() > 1 || has_others).then(|| grade(sure)),
                }
            })
            .collect();
        meeting.evidence = summary(self.corpus, &meeting);
        meeting
    }

    /// How sure it is that the article belongs here: its likeness to the others of its meeting beside that to the
    /// nearest other meeting; of an article alone, how far it is from joining one.
    fn sure(&self, article: usize, own: &[usize], rivals: &[f64]) -> f64 {
        let first = versions::first(self.repeats, article);
        let Ok(row) = self.rows.binary_search(&first) else {
            return 1.0;
        };
        let others = own.iter().filter(|other| **other != row);
        let sum: f64 = others
            .clone()
            .map(|other| self.likeness.of(row, *other))
            .sum();
        let own = if own.len() < 2 {
            THRESHOLD
        } else {
            sum / others.count().max(1) as f64
        };
        let rival = rivals.get(row).copied().unwrap_or_default();
        own / (own + rival).max(f64::MIN_POSITIVE)
    }

    /// The article that is most like this one; of equal ones the first.
    fn nearest(&self, article: usize) -> Option<usize> {
        let row = self.rows.binary_search(&article).ok()?;
        let mut likeness = vec![0.0; self.rows.len()];
        self.likeness.add_all(row, &mut likeness);
        let likeness = likeness.into_iter().zip(self.rows);
        let alike = likeness.rev().filter(|(value, _)| *value > 0.0);
        let nearest = alike.max_by(|(one, _), (two, _)| one.total_cmp(two));
        nearest.map(|(_, article)| *article)
    }

    /// What the articles of a group have in common, so that each is held against all others at once.
    fn group<'g>(
        &self,
        articles: &'g [usize],
        people: &'g [Person],
        naming: Vec<Vec<usize>>,
        (place, day): (Option<u32>, Option<EventDay>),
    ) -> Group<'g> {
        let those = |names: &dyn Fn(usize) -> bool| -> Vec<usize> {
            articles
                .iter()
                .copied()
                .filter(|article| names(*article))
                .collect()
        };
        let names_place =
            |article: usize| place.is_some_and(|place| self.terms.has(article, place));
        let names_day = |article: usize| {
            let clues = day.zip(self.clues.get(article));
            clues.is_some_and(|(day, clues)| clues.scene.days.contains(&day.date))
        };
        let mut group = Group {
            articles,
            people,
            naming,
            at_place: those(&names_place),
            on_day: those(&names_day),
            weights: FxHashMap::default(),
            headlines: FxHashMap::default(),
        };
        for article in articles {
            for (id, weight) in self.vector(*article) {
                *group.weights.entry(*id).or_default() += weight;
            }
            let headline = self.terms.headline(*article).iter();
            let mut headline: Vec<u32> = headline.map(|(id, _)| *id).collect();
            headline.sort_unstable();
            headline.dedup();
            for id in headline {
                *group.headlines.entry(id).or_default() += 1;
            }
        }
        group
    }

    fn vector(&self, article: usize) -> &[(u32, f64)] {
        self.terms.vectors.get(article).map_or(&[], Vec::as_slice)
    }

    /// Why the article stands with the others.
    fn reasons(&self, article: usize, group: &Group<'_>) -> Vec<Evidence> {
        let mut reasons = Vec::new();
        if group.articles.len() < 2 {
            return reasons;
        }
        let first = versions::first(self.repeats, article);
        if first != article {
            reasons.push(Evidence::Version { of: first });
        }
        let with_others = |naming: &[usize]| naming.len() > 1 && naming.contains(&article);
        let people = group.people.iter().zip(&group.naming);
        let names: Vec<String> = people
            .filter(|(_, naming)| with_others(naming))
            .map(|(person, _)| display(person))
            .collect();
        if !names.is_empty() {
            reasons.push(Evidence::People { names });
        }
        // What it has in common with another one: the meeting may have its place and day from one of them.
        let is_shared =
            |naming: &[usize]| naming.len() > 1 && naming.binary_search(&article).is_ok();
        if is_shared(&group.at_place) {
            reasons.push(Evidence::Place);
        }
        if is_shared(&group.on_day) {
            reasons.push(Evidence::Date);
        }
        let share = self.wording(article, group.articles);
        if share >= WORDING {
            reasons.push(Evidence::SharedWording { share });
        }
        let words = self.rare_words(article, group);
        if !words.is_empty() {
            reasons.push(Evidence::RareWords { words });
        }
        let shared = |id: &u32| group.headlines.get(id).is_some_and(|count| *count > 1);
        let words = self.headline_words(article, shared);
        if !words.is_empty() {
            reasons.push(Evidence::Headline { words });
        }
        reasons
    }

    /// The greatest share of the article that stands in one of the others. The pairs stand in order.
    fn wording(&self, article: usize, others: &[usize]) -> f64 {
        let share = |other: &usize| {
            let (a, b) = (article.min(*other), article.max(*other));
            let at = self
                .pairs
                .binary_search_by_key(&(a, b), |pair| (pair.a, pair.b))
                .ok()?;
            let pair = self.pairs.get(at)?;
            Some(if pair.a == article {
                pair.shared_of_a
            } else {
                pair.shared_of_b
            })
        };
        others.iter().filter_map(share).fold(0.0, f64::max)
    }

    /// The words, names aside, that weigh most in the likeness of the article to the others.
    fn rare_words(&self, article: usize, group: &Group<'_>) -> Vec<String> {
        let theirs = |id: u32, own: f64| group.weights.get(&id).map_or(0.0, |all| all - own);
        let is_plain = |id: u32| {
            self.corpus
                .classes
                .get(id as usize)
                .is_none_or(|class| class.is_plain())
        };
        let mut shared: Vec<(u32, f64)> = self
            .vector(article)
            .iter()
            .filter(|(id, _)| is_plain(*id))
            .map(|(id, weight)| (*id, weight * theirs(*id, *weight)))
            // What is left of one's own weight when it is taken away again.
            .filter(|(_, weight)| *weight > 1e-9)
            .collect();
        let heaviest =
            |one: &(u32, f64), two: &(u32, f64)| two.1.total_cmp(&one.1).then(one.0.cmp(&two.0));
        if shared.len() > WORDS {
            shared.select_nth_unstable_by(WORDS, heaviest);
            shared.truncate(WORDS);
        }
        shared.sort_unstable_by(heaviest);
        let printed = |(id, _): &(u32, f64)| self.printed(article, *id);
        shared.iter().map(printed).collect()
    }

    /// A word as the article prints it.
    fn printed(&self, article: usize, id: u32) -> String {
        let body = self.corpus.articles.get(article).map(|all| all.body());
        let word = self.terms.printed(article, id);
        let span = word.and_then(|word| self.corpus.span(article, word));
        body.zip(span)
            .map(|(body, span)| span.of(&body.text))
            .unwrap_or_else(|| self.terms.form(self.corpus, id))
            .to_owned()
    }

    /// The words of the headline that `is_shared` says of, as printed.
    fn headline_words(&self, article: usize, is_shared: impl Fn(&u32) -> bool) -> Vec<String> {
        let fields = self.corpus.articles.get(article).map(|all| &all.fields);
        let Some(line) = fields.and_then(|fields| fields.headline.as_ref()) else {
            return Vec::new();
        };
        let words = self.terms.headline(article).iter();
        words
            .filter(|(id, _)| is_shared(id))
            .map(|(_, span)| span.of(&line.value).to_owned())
            .take(WORDS)
            .collect()
    }
}

fn grade(sure: f64) -> Sure {
    match sure {
        sure if sure >= HIGH => Sure::High,
        sure if sure >= FAIR => Sure::Fair,
        _ => Sure::Low,
    }
}

/// The day on which most articles agree among those that support theirs best.
fn day(clues: &[&Clues]) -> Option<EventDay> {
    let days: Vec<(u8, EventDay)> = clues.iter().filter_map(|clues| clues.scene.day).collect();
    let best = days.iter().map(|(rank, _)| *rank).max()?;
    let votes = |date: Date| days.iter().filter(|(_, day)| day.date == date).count();
    let candidates = days
        .iter()
        .filter(|(rank, _)| *rank == best)
        .map(|(_, day)| *day);
    candidates.max_by_key(|day| (votes(day.date), std::cmp::Reverse(day.date), !day.inferred))
}

/// The same for the place; of three articles and more, a third must name it.
fn place(clues: &[&Clues]) -> Option<(String, u32)> {
    let places: Vec<&(u8, String, u32)> = clues
        .iter()
        .filter_map(|clues| clues.scene.place.as_ref())
        .collect();
    let best = places.iter().map(|(rank, _, _)| *rank).max()?;
    let votes = |id: u32| places.iter().filter(|(_, _, other)| *other == id).count();
    let candidates = places.iter().rev().filter(|(rank, _, _)| *rank == best);
    let (_, printed, id) = candidates.max_by_key(|(_, _, id)| votes(*id))?;
    (clues.len() < 3 || votes(*id) * 3 > clues.len()).then(|| (printed.clone(), *id))
}

/// The place from which most of the articles report, and two at least: where nothing better is known, that is where it
/// was.
fn dateline(corpus: &Corpus, articles: &[usize]) -> Option<String> {
    let datelines = articles
        .iter()
        .filter_map(|article| corpus.articles.get(*article))
        .filter_map(|article| Some(article.fields.dateline.as_ref()?.value.as_str()));
    let datelines: Vec<(&str, Cow<'_, str>)> =
        datelines.map(|place| (place, fold(place))).collect();
    let times = |folded: &str| {
        datelines
            .iter()
            .filter(|(_, other)| other == folded)
            .count()
    };
    let is_most = |(_, folded): &&(&str, Cow<'_, str>)| {
        let times = times(folded);
        times >= 2 && times * 2 > articles.len()
    };
    let most = datelines.iter().find(is_most);
    most.map(|(place, _)| (*place).to_owned())
}

/// What holds the meeting together: what at least two of its articles have.
fn summary(corpus: &Corpus, meeting: &Meeting) -> Vec<Evidence> {
    let of = |pick: fn(&Evidence) -> Option<&Vec<String>>| -> Vec<String> {
        let all: Vec<&String> = meeting
            .members
            .iter()
            .flat_map(|member| &member.evidence)
            .filter_map(pick)
            .flatten()
            .collect();
        // Each as the first article prints it.
        let mut counted: Vec<(usize, &String)> = Vec::new();
        let mut known: FxHashMap<String, usize> = FxHashMap::default();
        for word in all {
            let compared = corpus.names.canonical(&fold(word)).to_owned();
            let at = *known.entry(compared).or_insert(counted.len());
            match counted.get_mut(at) {
                Some((times, _)) => *times += 1,
                None => counted.push((1, word)),
            }
        }
        counted.sort_by_key(|(times, _)| std::cmp::Reverse(*times));
        counted
            .into_iter()
            .filter(|(times, _)| *times > 1)
            .take(WORDS)
            .map(|(_, word)| word.clone())
            .collect()
    };
    let at_least_two = |evidence: &Evidence| {
        let have = meeting
            .members
            .iter()
            .filter(|member| member.evidence.contains(evidence));
        have.count() > 1
    };
    let mut summary = Vec::new();
    let names = of(|evidence| match evidence {
        Evidence::People { names } => Some(names),
        _ => None,
    });
    if !names.is_empty() {
        summary.push(Evidence::People { names });
    }
    summary.extend(
        [Evidence::Place, Evidence::Date]
            .into_iter()
            .filter(at_least_two),
    );
    let shares = meeting
        .members
        .iter()
        .flat_map(|member| &member.evidence)
        .filter_map(|evidence| match evidence {
            Evidence::SharedWording { share } => Some(*share),
            _ => None,
        });
    let share = shares.fold(0.0, f64::max);
    if share > 0.0 {
        summary.push(Evidence::SharedWording { share });
    }
    let words = of(|evidence| match evidence {
        Evidence::RareWords { words } => Some(words),
        _ => None,
    });
    if !words.is_empty() {
        summary.push(Evidence::RareWords { words });
    }
    let words = of(|evidence| match evidence {
        Evidence::Headline { words } => Some(words),
        _ => None,
    });
    if !words.is_empty() {
        summary.push(Evidence::Headline { words });
    }
    summary
}
