//! The JSON contract `crossread/1`.
//!
//! Names follow schema.org's NewsArticle where it has one. Offsets are Unicode code points into `articleBody`. What is
//! unknown is `null` or empty. Parts are only ever added.

use std::io::{self, Write};
use std::ops::Range;

use serde::Serialize;

use crate::analysis::meetings::{self, Sure};
use crate::analysis::{Evidence, Findings, Kind, Meeting, Pair, Passage, Repeat};
use crate::jobs::{both, parallel};
use crate::model::{Article, Field, Noted, Reason, Role};
use crate::text::CodePoints;

/// The name and version of the form.
pub const FORMAT: &str = "crossread/1";

/// The parts of the document beside `format`, in their order.
pub const PARTS: [&str; 7] = [
    "articles", "meetings", "passages", "pairs", "quotes", "terms", "stock",
];

/// Writes the document to `out`: of [`PARTS`] those for which `wanted` says yes. All processors put a few items each into
/// JSON; that is written while the next ones are made, so the document never stands in memory as a whole.
///
/// # Errors
/// What `out` says; none that come from `findings`.
pub fn write(
    findings: &Findings,
    wanted: impl Fn(&str) -> bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let points = parallel(&findings.articles, |article| {
        CodePoints::new(&article.body().text)
    });
    let parts = PARTS.into_iter().filter(|part| wanted(part));
    let pieces: Vec<Piece<'_>> = parts.flat_map(|part| pieces(findings, part)).collect();
    write!(out, "{{\"format\":\"{FORMAT}\"")?;
    let mut ready = Vec::new();
    for pieces in pieces.chunks(AT_ONCE) {
        let next = || parallel(pieces, |piece| piece.json(findings, &points));
        let (next, written) = both(next, || write_all(out, ready));
        written?;
        ready = next;
    }
    write_all(out, ready)?;
    writeln!(out, "}}")
}

fn write_all(out: &mut impl Write, pieces: Vec<serde_json::Result<Vec<u8>>>) -> io::Result<()> {
    let mut pieces = pieces.into_iter();
    pieces.try_for_each(|json| out.write_all(&json?))
}

/// So many pieces are held at once: about a megabyte.
const AT_ONCE: usize = 32;

/// Items of a piece.
const ITEMS: usize = 32;

/// Some items of one of [`PARTS`] that follow each other.
struct Piece<'p> {
    part: &'p str,
    items: Range<usize>,
    is_last: bool,
}

/// The pieces of a part: at least one, which may be empty.
fn pieces<'p>(findings: &Findings, part: &'p str) -> impl Iterator<Item = Piece<'p>> {
    let count = match part {
        "articles" => findings.articles.len(),
        "meetings" => findings.meetings.len(),
        "passages" => findings.passages.len(),
        "pairs" => findings.pairs.len(),
        "stock" => findings.stock.len(),
        _ => 0,
    };
    (0..count.max(1)).step_by(ITEMS).map(move |start| Piece {
        part,
        items: start..count.min(start + ITEMS),
        is_last: start + ITEMS >= count,
    })
}

impl Piece<'_> {
    /// The items, with what stands before and behind them in the document.
    fn json(&self, findings: &Findings, points: &[CodePoints]) -> serde_json::Result<Vec<u8>> {
        let mut json = match self.items.start {
            0 => format!(",\"{}\":[", self.part),
            _ => ",".to_owned(),
        }
        .into_bytes();
        let passage = |id, passage| passage_json(findings, points, id, passage);
        match self.part {
            "articles" => self.put(&mut json, &findings.articles, |id, article| {
                article_json(id, article, findings.repeat(id))
            }),
            "meetings" => self.put(&mut json, &findings.meetings, meeting_json),
            "passages" => self.put(&mut json, &findings.passages, passage),
            "pairs" => self.put(&mut json, &findings.pairs, |_, pair| pair_json(pair)),
            "stock" => self.put(&mut json, &findings.stock, passage),
            _ => Ok(()),
        }?;
        if self.is_last {
            json.push(b']');
        }
        Ok(json)
    }

    /// The items of this piece among `all`, with commas between them.
    fn put<'f, I, J: Serialize>(
        &self,
        json: &mut Vec<u8>,
        all: &'f [I],
        form: impl Fn(usize, &'f I) -> J,
    ) -> serde_json::Result<()> {
        let items = all.get(self.items.clone()).unwrap_or_default();
        for (id, item) in self.items.clone().zip(items) {
            if id > self.items.start {
                json.push(b',');
            }
            serde_json::to_writer(&mut *json, &form(id, item))?;
        }
        Ok(())
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArticleJson<'f> {
    id: usize,
    path: &'f str,
    headline: Option<&'f str>,
    alternative_headline: Option<&'f str>,
    publisher: Option<&'f str>,
    date_published: Option<String>,
    author: &'f [String],
    editor: &'f [String],
    agency: &'f [String],
    dateline: Option<&'f str>,
    caption: &'f [String],
    in_language: Option<&'f str>,
    article_body: &'f str,
    inferred: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    edited: Vec<&'static str>,
    removed: Vec<RemovedJson<'f>>,
    version_of: Option<usize>,
    duplicate_of: Option<usize>,
}

#[derive(Serialize)]
struct RemovedJson<'f> {
    text: &'f str,
    reason: Reason,
}

fn article_json(id: usize, article: &Article, repeat: Option<Repeat>) -> ArticleJson<'_> {
    let fields = &article.fields;
    let inferred = [
        (
            "headline",
            fields.headline.as_ref().is_some_and(Noted::is_inferred),
        ),
        (
            "datePublished",
            fields.published.as_ref().is_some_and(Noted::is_inferred),
        ),
        (
            "publisher",
            fields.outlet.as_ref().is_some_and(Noted::is_inferred),
        ),
        (
            "dateline",
            fields.dateline.as_ref().is_some_and(Noted::is_inferred),
        ),
    ];
    let removed = article.blocks().iter().filter(|block| !block.is_body());
    ArticleJson {
        id,
        path: &article.source,
        headline: text(&fields.headline),
        alternative_headline: text(&fields.deck),
        publisher: text(&fields.outlet),
        date_published: fields
            .published
            .as_ref()
            .map(|noted| noted.value.to_string()),
        author: &fields.author,
        editor: &fields.editor,
        agency: &fields.agency,
        dateline: text(&fields.dateline),
        caption: &fields.captions,
        in_language: text(&fields.language),
        article_body: &article.body().text,
        inferred: inferred
            .into_iter()
            .filter(|(_, inferred)| *inferred)
            .map(|(name, _)| name)
            .collect(),
        edited: fields.as_read.keys().map(|field| name(*field)).collect(),
        removed: removed
            .filter_map(|block| match &block.role {
                Role::Aside { reason, .. } => Some(RemovedJson {
                    text: &block.text,
                    reason: *reason,
                }),
                _ => None,
            })
            .collect(),
        version_of: match repeat {
            Some(Repeat::Version(of)) => Some(of),
            _ => None,
        },
        duplicate_of: match repeat {
            Some(Repeat::Duplicate(of)) => Some(of),
            _ => None,
        },
    }
}

fn text(noted: &Option<Noted<String>>) -> Option<&str> {
    noted.as_ref().map(|noted| noted.value.as_str())
}

/// What a field is called in the document.
fn name(field: Field) -> &'static str {
    match field {
        Field::Headline => "headline",
        Field::Deck => "alternativeHeadline",
        Field::Outlet => "publisher",
        Field::Published => "datePublished",
        Field::Author => "author",
        Field::Editor => "editor",
        Field::Agency => "agency",
        Field::Dateline => "dateline",
        Field::Captions => "caption",
        Field::Credits => "credit",
        Field::Language => "inLanguage",
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MeetingJson<'f> {
    id: usize,
    articles: &'f [usize],
    date: Option<String>,
    place: Option<&'f str>,
    participants: &'f [String],
    evidence: Vec<String>,
    date_inferred: bool,
    /// What kind of event it is.
    event: Option<&'static str>,
    members: Vec<MemberJson>,
    /// Its articles cover no meeting, as the reader said; left out elsewhere.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    no_meeting: bool,
}

/// An article of a meeting, why it is there, and how sure that is.
#[derive(Serialize)]
struct MemberJson {
    article: usize,
    evidence: Vec<String>,
    sure: Option<&'static str>,
}

fn meeting_json(id: usize, meeting: &Meeting) -> MeetingJson<'_> {
    let lines = |evidence: &[Evidence]| -> Vec<String> {
        let lines = evidence.iter();
        lines
            .map(|evidence| evidence_text(evidence, meeting))
            .collect()
    };
    let members = meeting.members.iter().map(|member| MemberJson {
        article: member.article,
        evidence: lines(&member.evidence),
        sure: member.grade.map(|grade| match grade {
            Sure::High => "high",
            Sure::Fair => "fair",
            Sure::Low => "low",
        }),
    });
    MeetingJson {
        id,
        articles: &meeting.articles,
        date: meeting.date.map(|date| date.to_string()),
        place: meeting.place.as_deref(),
        participants: &meeting.participants,
        evidence: lines(&meeting.evidence),
        date_inferred: meeting.date_inferred,
        event: meeting.kind.map(event),
        members: members.collect(),
        no_meeting: meeting.is_none,
    }
}

fn event(kind: meetings::Kind) -> &'static str {
    match kind {
        meetings::Kind::Talks => "talks",
        meetings::Kind::Summit => "conference",
        meetings::Kind::Call => "call",
        meetings::Kind::Signing => "signing",
        meetings::Kind::Visit => "visit",
        meetings::Kind::Statement => "statement",
    }
}

/// One piece of evidence as a line: its kind, and what it is.
fn evidence_text(evidence: &Evidence, meeting: &Meeting) -> String {
    match evidence {
        Evidence::Placed => "placed by the reader".to_owned(),
        Evidence::People { names } => format!("people: {}", names.join(", ")),
        Evidence::Place => format!("place: {}", meeting.place.as_deref().unwrap_or_default()),
        Evidence::Date => {
            let date = meeting.date.map(|date| date.to_string());
            let inferred = if meeting.date_inferred {
                " (inferred)"
            } else {
                ""
            };
            format!("date: {}{inferred}", date.unwrap_or_default())
        }
        Evidence::SharedWording { share } => format!("shared wording: {:.0}%", share * 100.0),
        Evidence::RareWords { words } => format!("rare words: {}", words.join(", ")),
        Evidence::Headline { words } => format!("headline: {}", words.join(", ")),
        Evidence::Version { of } => format!("version of: {of}"),
        Evidence::Alone { nearest: Some(of) } => format!("alone, nearest: {of}"),
        Evidence::Alone { nearest: None } => "alone, nothing near".to_owned(),
    }
}

#[derive(Serialize)]
struct PassageJson<'f> {
    id: usize,
    kind: &'static str,
    witnesses: Vec<WitnessJson<'f>>,
}

#[derive(Serialize)]
struct WitnessJson<'f> {
    article: usize,
    start: usize,
    end: usize,
    text: &'f str,
    /// Which wording it has, in a near-verbatim or reworded passage of more than two: the same number, the same words.
    #[serde(skip_serializing_if = "Option::is_none")]
    wording: Option<usize>,
    /// Where the words stand that carry a reworded passage; left out for other kinds.
    #[serde(skip_serializing_if = "Option::is_none")]
    carriers: Option<Vec<[usize; 2]>>,
}

fn passage_json<'f>(
    findings: &'f Findings,
    points: &[CodePoints<'f>],
    id: usize,
    passage: &'f Passage,
) -> PassageJson<'f> {
    let witnesses = passage.witnesses.iter().filter_map(|witness| {
        let points = points.get(witness.article)?;
        let article = findings.articles.get(witness.article)?;
        Some(WitnessJson {
            article: witness.article,
            start: points.at(witness.span.start),
            end: points.at(witness.span.end),
            text: witness.span.of(&article.body().text),
            wording: (passage.kind != Kind::Verbatim && passage.witnesses.len() > 2)
                .then_some(witness.wording),
            carriers: (passage.kind == Kind::Reworded).then(|| {
                let carriers = witness.carriers.iter();
                carriers
                    .map(|span| [points.at(span.start), points.at(span.end)])
                    .collect()
            }),
        })
    });
    PassageJson {
        id,
        kind: match passage.kind {
            Kind::Verbatim => "verbatim",
            Kind::Near => "near",
            Kind::Reworded => "reworded",
        },
        witnesses: witnesses.collect(),
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PairJson<'f> {
    a: usize,
    b: usize,
    shared_of_a: f64,
    shared_of_b: f64,
    moved: &'f [usize],
}

fn pair_json(pair: &Pair) -> PairJson<'_> {
    let rounded = |share: f64| (share * 10_000.0).round() / 10_000.0;
    PairJson {
        a: pair.a,
        b: pair.b,
        shared_of_a: rounded(pair.shared_of_a),
        shared_of_b: rounded(pair.shared_of_b),
        moved: &pair.moved,
    }
}
