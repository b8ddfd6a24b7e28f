//! What the reader says about the grouping, as edits: from the meetings on the screen to decisions on articles.

use crate::analysis::{Findings, Meeting};
use crate::model::{ArticleId, Edit, Place};

/// The article with its versions and copies, as far as they are in the same meeting: they are one article, and go
/// together.
pub fn family(findings: &Findings, article: ArticleId) -> Vec<ArticleId> {
    let place = findings.place_of(article);
    let Some((place, meeting)) = place.zip(place.and_then(|place| findings.meeting_of(place)))
    else {
        return vec![article];
    };
    let first = findings.first_version(place);
    let members = meeting.articles.iter().copied();
    ids(
        findings,
        members.filter(|other| findings.first_version(*other) == first),
    )
}

/// The articles of a meeting.
pub fn members(findings: &Findings, meeting: usize) -> Vec<ArticleId> {
    let meeting = findings.meetings.get(meeting);
    let articles = meeting.into_iter().flat_map(|meeting| &meeting.articles);
    ids(findings, articles.copied())
}

/// `articles` of one meeting belong to the meeting `target`; nothing where they are there already.
pub fn put(findings: &Findings, articles: &[ArticleId], target: usize) -> Option<Edit> {
    let own = meeting(findings, articles)?;
    let to = findings.meetings.get(target)?;
    if std::ptr::eq(own, to) {
        return None;
    }
    if to.is_none {
        return Some(none(articles));
    }
    let with = ids(findings, to.articles.iter().copied());
    let apart = others(findings, own, articles);
    Some(edit(articles, Place::Meeting { with, apart }))
}

/// `articles` of one meeting are a meeting of their own; nothing where they are one already.
pub fn split_off(findings: &Findings, articles: &[ArticleId]) -> Option<Edit> {
    let own = meeting(findings, articles)?;
    let rest = others(findings, own, articles);
    // Apart from all that is there, or the next best meeting would take them.
    let mut all = ids(findings, 0..findings.articles.len());
    all.retain(|id| !articles.contains(id));
    (own.is_none || !rest.is_empty()).then(|| edit(articles, Place::alone(all)))
}

/// `articles` cover no meeting.
pub fn none(articles: &[ArticleId]) -> Edit {
    edit(articles, Place::Nowhere)
}

fn edit(articles: &[ArticleId], place: Place) -> Edit {
    let articles = articles.to_vec();
    Edit::Place { articles, place }
}

/// The meeting of the first of them.
fn meeting<'f>(findings: &'f Findings, articles: &[ArticleId]) -> Option<&'f Meeting> {
    let first = articles.first()?;
    let place = findings.place_of(*first)?;
    findings.meeting_of(place)
}

/// Those of the meeting that are not among `articles`; nobody where it is none, as nothing holds them together.
fn others(findings: &Findings, own: &Meeting, articles: &[ArticleId]) -> Vec<ArticleId> {
    let mut others = ids(
        findings,
        own.articles.iter().copied().filter(|_| !own.is_none),
    );
    others.retain(|id| !articles.contains(id));
    others
}

fn ids(findings: &Findings, places: impl Iterator<Item = usize>) -> Vec<ArticleId> {
    places
        .filter_map(|place| findings.articles.get(place))
        .map(|article| article.id)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Repeat;
    use crate::model::{Article, Fields};

    /// Two meetings, of which the first has an article and its version, and one that is none.
    fn findings() -> Findings {
        let article = |id| {
            let mut article = Article::new("x", Fields::default(), Vec::new());
            article.id = ArticleId(id);
            std::sync::Arc::new(article)
        };
        let meeting = |articles: &[usize], is_none| Meeting {
            articles: articles.to_vec(),
            is_none,
            ..Meeting::default()
        };
        Findings {
            articles: (10..16).map(article).collect(),
            meetings: vec![
                meeting(&[0, 1, 2], false),
                meeting(&[3], false),
                meeting(&[4, 5], true),
            ],
            repeats: vec![None, Some(Repeat::Version(0)), None, None, None, None],
            ..Findings::default()
        }
    }

    fn named(names: &[u32]) -> Vec<ArticleId> {
        names.iter().copied().map(ArticleId).collect()
    }

    #[test]
    fn decisions_name_the_articles_of_both_meetings() {
        let findings = findings();
        let moved = family(&findings, ArticleId(11));
        assert_eq!(moved, named(&[10, 11]));
        let place = |with: &[u32], apart: &[u32]| Place::Meeting {
            with: named(with),
            apart: named(apart),
        };
        let wanted = |place| Some(edit(&moved, place));
        assert_eq!(put(&findings, &moved, 0), None);
        assert_eq!(put(&findings, &moved, 1), wanted(place(&[13], &[12])));
        assert_eq!(put(&findings, &moved, 2), wanted(Place::Nowhere));
        let apart = place(&[], &[12, 13, 14, 15]);
        assert_eq!(split_off(&findings, &moved), wanted(apart));
        assert_eq!(split_off(&findings, &named(&[13])), None);
        // What covered no meeting covers one of its own, not the one that it is most like.
        let found = named(&[14]);
        let apart = place(&[], &[10, 11, 12, 13, 15]);
        assert_eq!(split_off(&findings, &found), Some(edit(&found, apart)));
        let all = members(&findings, 0);
        assert_eq!(put(&findings, &all, 1), Some(edit(&all, place(&[13], &[]))));
    }
}
