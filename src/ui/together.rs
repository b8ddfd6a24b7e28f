//! What a meeting is, and why its articles stand together, in words.

use crate::analysis::meetings::{Kind, Member, Sure};
use crate::analysis::{Evidence, Findings, Meeting, Repeat};
use crate::locale::{Locale, Message};
use crate::model::Article;

use super::describe;

/// So many participants are named before the others are counted.
const NAMED: usize = 3;
/// Shares from which the next level begins.
const LEVELS: [f64; 3] = [0.195, 0.445, 0.745];

/// Who takes part; nothing where the articles name nobody.
pub fn who(locale: &Locale, meeting: &Meeting) -> Option<String> {
    let people = &meeting.participants;
    if people.is_empty() {
        return None;
    }
    // One more takes no more room than saying so.
    let shown = if people.len() <= NAMED + 1 {
        people.len()
    } else {
        NAMED
    };
    let names: Vec<&str> = people.iter().take(shown).map(String::as_str).collect();
    let names = names.join(", ");
    Some(match people.len() - shown {
        0 => names,
        more => locale.text(
            &Message::new("people-more")
                .with("names", names)
                .with("count", more),
        ),
    })
}

/// Where and when it took place. Where its day is not known, when its coverage appeared; where it was worked out, that
/// too.
pub fn scene(locale: &Locale, meeting: &Meeting) -> String {
    scene_parts(locale, meeting).join(" · ")
}

/// The same, part by part.
pub fn scene_parts(locale: &Locale, meeting: &Meeting) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(meeting.place.as_deref().map(describe::sentence_case));
    let day = match (meeting.date, meeting.published) {
        (Some(date), _) if meeting.date_inferred => Some(("meeting-inferred", date)),
        (Some(date), _) => Some(("meeting-day", date)),
        (None, Some(date)) => Some(("meeting-published", date)),
        (None, None) => None,
    };
    parts.extend(
        day.map(|(id, date)| locale.text(&Message::new(id).with("date", locale.day(date, true)))),
    );
    parts
}

/// The article that holds most of what there is to compare.
pub fn fullest<'f>(findings: &'f Findings, meeting: &Meeting) -> Option<&'f Article> {
    let first = meeting.articles.first().copied();
    let place = meeting.fullest.or(first)?;
    findings.articles.get(place).map(|article| &**article)
}

/// A meeting in one line: who, where and when, and a headline.
pub fn name(locale: &Locale, findings: &Findings, meeting: &Meeting) -> Option<String> {
    if meeting.is_none {
        return Some(locale.tr("meeting-none"));
    }
    let title = fullest(findings, meeting)?.title();
    let parts = [
        who(locale, meeting).unwrap_or_default(),
        scene(locale, meeting),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        return Some(title.to_owned());
    }
    let name = Message::new("meeting-name").with("label", parts.join(" · "));
    Some(locale.text(&name.with("headline", title)))
}

/// The level of a share, 0 to 3: below 20, 45, 75 per cent, and above.
pub fn level(share: f64) -> usize {
    LEVELS.iter().filter(|least| share >= **least).count()
}

/// The name of a kind of event.
pub fn event(locale: &Locale, kind: Kind) -> String {
    locale.tr(match kind {
        Kind::Talks => "event-talks",
        Kind::Summit => "event-summit",
        Kind::Call => "event-call",
        Kind::Signing => "event-signing",
        Kind::Visit => "event-visit",
        Kind::Statement => "event-statement",
    })
}

/// What the articles of a meeting have in common, a line each. That is no reason where the reader placed them all.
pub fn reasons(locale: &Locale, findings: &Findings, meeting: &Meeting) -> Vec<String> {
    let mut lines = Vec::new();
    let placed = meeting.members.iter().filter(|member| member.is_placed());
    if placed.count() == meeting.articles.len() && meeting.articles.len() > 1 {
        lines.push(locale.tr("why-all-placed"));
        if !meeting.evidence.is_empty() {
            lines.push(locale.tr("why-in-common"));
        }
    }
    let facts = meeting.evidence.iter();
    lines.extend(
        facts.map(|evidence| locale.text(&reason(locale, findings, meeting, None, evidence))),
    );
    lines
}

/// How sure it is that an article belongs to its meeting, and why, a line each.
pub fn member(
    locale: &Locale,
    findings: &Findings,
    meeting: &Meeting,
    member: &Member,
) -> Vec<String> {
    // What the reader decided is not more or less sure.
    let mut lines = Vec::new();
    let others_placed = || meeting.members.iter().any(Member::is_placed);
    if member.evidence.is_empty() && others_placed() {
        return vec![locale.tr("why-joined")];
    }
    if let Some(grade) = member.grade.filter(|_| !member.is_placed()) {
        lines.push(locale.tr(match (grade, member.is_alone()) {
            (Sure::High, false) => "sure-high",
            (Sure::Fair, false) => "sure-fair",
            (Sure::Low, false) => "sure-low",
            (Sure::High, true) => "alone-high",
            (Sure::Fair, true) => "alone-fair",
            (Sure::Low, true) => "alone-low",
        }));
    }
    if member.evidence.is_empty() {
        lines.push(locale.tr("why-likeness"));
    }
    let place = Some(member.article);
    let reasons = member.evidence.iter();
    lines.extend(
        reasons.map(|evidence| locale.text(&reason(locale, findings, meeting, place, evidence))),
    );
    lines
}

/// A piece of evidence: of the `article`, or of the whole meeting.
fn reason(
    locale: &Locale,
    findings: &Findings,
    meeting: &Meeting,
    article: Option<usize>,
    evidence: &Evidence,
) -> Message {
    match evidence {
        Evidence::Placed if meeting.is_none => Message::new("why-none"),
        Evidence::Placed => Message::new("why-placed"),
        Evidence::People { names } => Message::new("why-people").with("names", names.join(", ")),
        Evidence::Place => {
            let place = meeting.place.as_deref().unwrap_or_default();
            Message::new("why-place").with("place", describe::sentence_case(place))
        }
        Evidence::Date => {
            let id = if meeting.date_inferred {
                "why-date-inferred"
            } else {
                "why-date"
            };
            let date = meeting.date.map(|date| locale.day(date, false));
            Message::new(id).with("date", date.unwrap_or_default())
        }
        Evidence::SharedWording { share } => {
            let id = if article.is_some() {
                "why-wording-here"
            } else {
                "why-wording"
            };
            Message::new(id).with("percent", describe::percent(*share))
        }
        Evidence::RareWords { words } => Message::new("why-rare").with("words", words.join(", ")),
        Evidence::Headline { words } => {
            Message::new("why-headline").with("words", words.join(", "))
        }
        Evidence::Version { of } => {
            let repeat = article.and_then(|article| findings.repeat(article));
            let id = match repeat {
                Some(Repeat::Duplicate(_)) => "why-same",
                _ => "why-version",
            };
            let first = findings.articles.get(*of);
            Message::new(id).with("title", first.map_or("", |article| article.title()))
        }
        Evidence::Alone { nearest } => {
            let nearest = nearest.and_then(|place| findings.articles.get(place));
            match nearest {
                Some(article) => Message::new("why-nearest").with("title", article.title()),
                None => Message::new("why-nothing-near"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn what_the_reader_put_together_says_so_before_the_facts() {
        let locale = Locale::new(Language::English);
        let member = |article, evidence: &[Evidence]| Member {
            article,
            evidence: evidence.to_vec(),
            ..Member::default()
        };
        let fact = Evidence::Headline {
            words: vec!["ferry".to_owned()],
        };
        let meeting = |first: &[Evidence], facts: &[Evidence]| Meeting {
            articles: vec![0, 1],
            members: vec![member(0, first), member(1, &[Evidence::Placed])],
            evidence: facts.to_vec(),
            ..Meeting::default()
        };
        let lines = |meeting| reasons(&locale, &Findings::default(), &meeting);
        let (placed, facts) = ([Evidence::Placed], [fact]);
        let (said, fact) = (
            "You put these articles together.",
            "Words that headlines share: ferry",
        );
        assert_eq!(lines(meeting(&[], &facts)), [fact]);
        assert_eq!(lines(meeting(&placed, &[])), [said]);
        let all = [said, "What they have in common:", fact];
        assert_eq!(lines(meeting(&placed, &facts)), all);
    }

    #[test]
    fn a_meeting_says_who_where_and_when() {
        let locale = Locale::new(Language::English);
        let mut meeting = Meeting {
            participants: ["A", "B", "C", "D"].map(str::to_owned).to_vec(),
            place: Some("PORT ALVANE".into()),
            published: "2026-04-14".parse().ok(),
            ..Meeting::default()
        };
        assert_eq!(who(&locale, &meeting).as_deref(), Some("A, B, C, D"));
        assert_eq!(
            scene(&locale, &meeting),
            "Port Alvane · published 14 Apr 2026"
        );
        meeting.participants.push("E".into());
        meeting.date = "2026-04-13".parse().ok();
        meeting.date_inferred = true;
        assert_eq!(
            who(&locale, &meeting).as_deref(),
            Some("A, B, C and 2 more")
        );
        assert_eq!(
            scene(&locale, &meeting),
            "Port Alvane · 13 Apr 2026 (inferred)"
        );
        assert_eq!(who(&locale, &Meeting::default()), None);
        assert_eq!(scene(&locale, &Meeting::default()), "");
    }
}
