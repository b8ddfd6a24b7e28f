//! The JSON contract `crossread/1`.
//!
//! Names follow schema.org's NewsArticle where it has one. Offsets are Unicode code points into `articleBody`. What is
//! unknown is `null` or empty. Parts are only ever added.

use serde::Serialize;

use crate::analysis::meetings::{self, Sure};
use crate::analysis::{Evidence, Findings, Kind, Meeting, Pair, Passage, Repeat};
use crate::jobs::parallel;
use crate::model::{Article, Field, Noted, Reason, Role};
use crate::text::CodePoints;

/// The name and version of the form.
pub const FORMAT: &str = "crossread/1";

/// The parts of the document beside `format`, in their order.
pub const PARTS: [&str; 7] = [
    "articles", "meetings", "passages", "pairs", "quotes", "terms", "stock",
];

/// The document as bytes, in pieces that follow each other: of [`PARTS`] those for which `wanted` says yes, each written
/// on a processor of its own.
///
/// # Errors
/// None that come from `findings`; what the writer of JSON reports.
pub fn document(
    findings: &Findings,
    wanted: impl Fn(&str) -> bool,
) -> serde_json::Result<Vec<Vec<u8>>> {
    let bodies = findings.articles.iter();
    let points: Vec<CodePoints> = bodies
        .map(|article| CodePoints::new(&article.body().text))
        .collect();
    let parts: Vec<&str> = PARTS.into_iter().filter(|part| wanted(part)).collect();
    let written = parallel(&parts, |part| part_of(findings, &points, part));
    let mut document = vec![format!("{{\"format\":\"{FORMAT}\"").into_bytes()];
    for (part, json) in parts.iter().zip(written) {
        document.push(format!(",\"{part}\":").into_bytes());
        document.push(json?);
    }
    document.push(b"}\n".to_vec());
    Ok(document)
}

/// The value of one of [`PARTS`].
fn part_of(findings: &Findings, points: &[CodePoints], part: &str) -> serde_json::Result<Vec<u8>> {
    let passages = |passages: &[Passage]| {
        let numbered = passages.iter().enumerate();
        let items = numbered.map(|(id, passage)| passage_json(findings, points, id, passage));
        let witnesses = passages.iter().flat_map(|passage| &passage.witnesses);
        array(items, witnesses.map(|witness| witness.span.len()))
    };
    match part {
        "articles" => {
            let articles = findings.articles.iter().enumerate();
            let items =
                articles.map(|(id, article)| article_json(id, article, findings.repeat(id)));
            let blocks = findings
                .articles
                .iter()
                .flat_map(|article| article.blocks());
            let names = findings.articles.iter().map(|_| 4 * BESIDE_TEXT);
            array(items, blocks.map(|block| block.text.len()).chain(names))
        }
        "meetings" => {
            let meetings = findings.meetings.iter();
            array(
                meetings.clone().enumerate().map(meeting_json),
                meetings.map(|_| 0),
            )
        }
        "passages" => passages(&findings.passages),
        "pairs" => array(
            findings.pairs.iter().map(pair_json),
            findings.pairs.iter().map(|_| 0),
        ),
        "stock" => passages(&findings.stock),
        _ => array([(); 0].iter(), [].into_iter()),
    }
}

/// What JSON takes beside a text: names, numbers, brackets. In bytes, roughly.
const BESIDE_TEXT: usize = 80;

/// The items one after the other, none kept. `texts` are the lengths of what stands in them, so that room is made once:
/// what grows is moved and moved again.
fn array<J: Serialize>(
    items: impl Iterator<Item = J>,
    texts: impl Iterator<Item = usize>,
) -> serde_json::Result<Vec<u8>> {
    let expected: usize = texts.map(|length| length + length / 32 + BESIDE_TEXT).sum();
    let mut bytes = Vec::with_capacity(expected);
    bytes.push(b'[');
    for (index, item) in items.enumerate() {
        if index > 0 {
            bytes.push(b',');
        }
        serde_json::to_writer(&mut bytes, &item)?;
    }
    bytes.push(b']');
    Ok(bytes)
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
    sure: &'static str,
}

fn meeting_json((id, meeting): (usize, &Meeting)) -> MeetingJson<'_> {
    let lines = |evidence: &[Evidence]| -> Vec<String> {
        let lines = evidence.iter();
        lines
            .map(|evidence| evidence_text(evidence, meeting))
            .collect()
    };
    let members = meeting.members.iter().map(|member| MemberJson {
        article: member.article,
        evidence: lines(&member.evidence),
        sure: match member.grade {
            Sure::High => "high",
            Sure::Fair => "fair",
            Sure::Low => "low",
        },
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
    /// Which wording it has, in a near-verbatim passage of more than two: the same number, the same words.
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
            wording: (passage.kind == Kind::Near && passage.witnesses.len() > 2)
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
