//! What stays and what goes when the view or the findings change.

use super::*;
use crate::analysis::Kind;
use crate::model::Block;
use crate::text::Span;
use crate::workspace::sample::findings;
use std::sync::Arc;

/// What was a phrase is a passage, and the passages before it have gone: the focus stays on its words.
#[test]
fn the_focus_stays_with_its_words() {
    let old = findings();
    let mut new = old.clone();
    let phrase = new.stock.remove(0);
    new.passages.drain(..3);
    new.passages.push(phrase);
    let follow = |focus| {
        let mut view = View {
            focus: Some(focus),
            ..View::default()
        };
        view.follow(&old, &new);
        view.focus
    };
    let last = Focus::Passage(new.passages.len() - 1);
    assert_eq!(follow(Focus::Stock(0)), Some(last));
    assert_eq!(follow(Focus::Stock(1)), Some(Focus::Stock(0)));
    assert_eq!(follow(Focus::Passage(5)), Some(Focus::Passage(2)));
    assert_eq!(follow(Focus::Passage(99)), None);
}

/// A line was brought back before a place: other words stand at its bytes now. The line itself has gone when it is set
/// aside again.
#[test]
fn a_spot_follows_its_words_or_goes() {
    let old = findings();
    let article = Arc::clone(&old.articles[0]);
    let aside = |block: &Block| !block.is_body();
    let first = article.blocks().iter().position(aside);
    let mut new = old.clone();
    new.articles[0] = Arc::new(article.with_restored(first.unwrap_or_default(), true));
    let words = |findings: &Findings, spot: Spot| {
        let body = findings.articles[0].body();
        body.text
            .get(spot.span.start..spot.span.end)
            .map(str::to_owned)
    };
    let end = article.body().text.len();
    let spot = |start, end| Spot::new(article.id, Span::new(start, end));
    let last = spot(end - 20, end);
    let mut view = View {
        spot: Some(last),
        ..View::default()
    };
    // A place that was left is kept, and so is the one that is looked at.
    view.apply(Look::Spot(spot(0, 4)), &old);
    view.apply(Look::Spot(last), &old);
    view.follow(&old, &old);
    assert_eq!(view.spot, Some(last));
    view.follow(&old, &new);
    let followed = view.spot.filter(|spot| *spot != last);
    assert_eq!(
        followed.and_then(|spot| words(&new, spot)),
        words(&old, last)
    );
    view.apply(Look::Spot(spot(0, 4)), &new);
    view.apply(Look::Walk(-1), &new);
    assert_eq!(view.spot, followed);
    // What stands only in the line that was brought back.
    let old_text = &old.articles[0].body().text;
    let paragraphs = &new.articles[0].body().paragraphs;
    let back = paragraphs
        .iter()
        .find(|span| !old_text.contains(span.of(&new.articles[0].body().text)));
    let back = spot(
        back.map_or(0, |span| span.start),
        back.map_or(0, |span| span.end),
    );
    view.apply(Look::Spot(back), &new);
    view.apply(Look::Spot(last), &new);
    view.follow(&new, &old);
    view.apply(Look::Walk(-1), &old);
    assert_eq!(view.spot, None);
}

/// Where there is nothing to step to, the way forward stays; where there is one passage, a step stays at it.
#[test]
fn a_step_that_leads_nowhere_changes_no_way() {
    let findings = findings();
    let mut view = View::default();
    let step = |view: &mut View, among| view.apply(Look::Step(among, 1), &findings);
    step(&mut view, Among::Marked);
    view.apply(Look::Walk(-1), &findings);
    assert_eq!(view.can_go(), (false, true));
    view.hidden.reworded = true;
    step(&mut view, Among::Kind(Kind::Reworded));
    let focus = view.focus;
    view.apply(Look::Focus(focus), &findings);
    assert_eq!(view.can_go(), (false, true));
    view.apply(Look::Walk(1), &findings);
    view.apply(Look::Focus(view.focus), &findings);
    assert_eq!(view.can_go(), (true, false));
    let base = view.columns(&findings)[0];
    view.apply(Look::Walk(-1), &findings);
    view.apply(Look::Base(findings.articles[base].id), &findings);
    assert_eq!(view.can_go(), (false, true));
}

/// Two articles out of the matrix: the way back leads to the matrix, with all articles on the screen.
#[test]
fn two_articles_alone_are_a_jump() {
    let findings = findings();
    let mut view = View {
        tab: Tab::Matrix,
        ..View::default()
    };
    view.layout.mode = Mode::Agreement;
    let columns = view.columns(&findings);
    let ids: Vec<ArticleId> = findings.articles.iter().map(|article| article.id).collect();
    view.apply(Look::Two(ids[2], ids[1]), &findings);
    assert_eq!(view.columns(&findings), [2, 1]);
    assert_eq!(view.layout.mode, Mode::Columns);
    view.apply(Look::Walk(-1), &findings);
    assert_eq!((view.tab, view.columns(&findings)), (Tab::Matrix, columns));
    view.apply(Look::Walk(1), &findings);
    assert_eq!((view.tab, view.columns(&findings)), (Tab::Read, vec![2, 1]));
}

/// Phrases that are not counted are stations of the way from mark to mark while they are shown.
#[test]
fn steps_go_over_what_is_shown() {
    let findings = findings();
    let mut view = View::default();
    let passages = view.passages(&findings).len();
    assert_eq!(view.marked(&findings).len(), passages);
    view.hidden.stock = false;
    let marked = view.marked(&findings);
    assert_eq!(marked.len(), passages + view.stock(&findings).len());
    for wanted in &marked {
        view.apply(Look::Step(Among::Marked, 1), &findings);
        assert_eq!(view.focus, Some(*wanted));
    }
    assert_eq!(view.passages(&findings).len(), passages);
}

/// What was kept before there were reworded passages is still read.
#[test]
fn an_older_view_is_read() {
    let old = r#"{"verbatim":true,"near":false,"moved":false,"only_here":false,"stock":true}"#;
    let hidden: Option<Hidden> = serde_json::from_str(old).ok();
    assert!(hidden.is_some_and(|hidden| hidden.verbatim && hidden.stock && !hidden.reworded));
}
