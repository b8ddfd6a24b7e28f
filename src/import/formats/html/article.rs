//! Which blocks of a page are its article: the readers' opinions, corrected by what the page itself shows.

use rustc_hash::FxHashMap;

use super::blocks::{Block, Part};
use super::headline::likeness;
use super::opinions::{Kept, Opinion, plain};
use crate::model::{Cause, Reason, Role};

/// Share of its letters in links from which on a block is a link to something else.
const LINK: f32 = 0.8;
/// A part of the page that holds more of the text than this is not what its name says.
const PART: f32 = 0.3;
/// Share of the text that the page must repeat for machines to be believed in what it leaves out.
const REPEATED: f32 = 0.85;
/// Readers that kept less than this share of the paragraphs that look alike lost the text.
const LOST: f32 = 0.3;
/// Shortest pull quote, in words.
const QUOTED: usize = 8;
/// Longest deck, in words.
const DECK: usize = 60;
/// How sentences end.
const ENDS: [char; 12] = ['.', '!', '?', '…', '"', '”', '“', '»', '’', ')', '。', '」'];
/// Words of a paragraph, at least.
const PARAGRAPH: usize = 8;

/// The part that each block plays; `declared` is the text that the page repeats for machines, and `headline` the block
/// that is the headline.
pub(super) fn roles(
    blocks: &[Block],
    opinions: &[Opinion],
    declared: Option<&str>,
    headline: Option<usize>,
) -> Vec<Role> {
    let mut text: Vec<bool> = opinions
        .iter()
        .map(|opinion| *opinion == Opinion::Text)
        .collect();
    rescue(blocks, &mut text);
    add_alike(blocks, opinions, headline, &mut text);
    add_between(blocks, opinions, &mut text);
    if let Some(declared) = declared {
        follow_declared(blocks, declared, &mut text);
    }
    let mut roles: Vec<Role> = blocks
        .iter()
        .zip(opinions)
        .zip(&text)
        .map(|((block, opinion), text)| {
            if *text {
                Role::Body
            } else {
                aside(block, *opinion)
            }
        })
        .collect();
    set_parts_aside(blocks, &mut roles);
    set_links_aside(blocks, &mut roles);
    set_repeated_aside(blocks, &mut roles);
    set_pull_quotes_aside(blocks, &mut roles);
    set_next_article_aside(blocks, headline, &mut roles);
    if let Some(deck) = deck(blocks, headline, &roles).and_then(|deck| roles.get_mut(deck)) {
        *deck = Role::Deck;
    }
    if let Some(role) = headline.and_then(|headline| roles.get_mut(headline)) {
        *role = Role::Headline;
    }
    roles
}

/// The block between headline and text that calls itself a deck.
fn deck(blocks: &[Block], headline: Option<usize>, roles: &[Role]) -> Option<usize> {
    let start = headline? + 1;
    let text = |(at, role): (usize, &Role)| {
        *role == Role::Body && !blocks.get(at).is_some_and(|block| block.deck)
    };
    let first = start + roles.iter().enumerate().skip(start).position(text)?;
    (start..first).find(|at| {
        blocks.get(*at).is_some_and(|block| {
            block.deck && !block.shape.starts_with("li.") && (4..=DECK).contains(&block.words)
        })
    })
}

fn aside(block: &Block, opinion: Opinion) -> Role {
    let (reason, cause) = match &block.part {
        Some(Part { reason, name, .. }) => (*reason, Cause::Markup(name.clone())),
        None if opinion == Opinion::Divided => (Reason::Other, Cause::Divided),
        None => (Reason::Other, Cause::OutsideArticle),
    };
    Role::Aside { reason, cause }
}

/// Whether a heading has a headline's form; some sites put captions in headings.
fn is_title(block: &Block) -> bool {
    block.words <= 25 && !block.text.trim_end().ends_with('.')
}

fn is_paragraph(block: &Block) -> bool {
    block.heading == 0 && block.linked < 0.5 && block.words >= PARAGRAPH
}

/// Where all readers lost the text, it is the paragraphs that look alike and together are the longest.
fn rescue(blocks: &[Block], text: &mut [bool]) {
    let size = |block: &Block| {
        if is_paragraph(block) {
            block.text.len()
        } else {
            0
        }
    };
    let mut alike: FxHashMap<&str, usize> = FxHashMap::default();
    for block in blocks {
        *alike.entry(&block.shape).or_default() += size(block);
    }
    let kept: usize = blocks
        .iter()
        .zip(text.iter())
        .filter(|(_, text)| **text)
        .map(|(block, _)| size(block))
        .sum();
    let Some((shape, most)) = alike
        .into_iter()
        .max_by_key(|(shape, size)| (*size, *shape))
    else {
        return;
    };
    if kept as f32 >= LOST * most as f32 {
        return;
    }
    for (block, text) in blocks.iter().zip(text.iter_mut()) {
        *text = &*block.shape == shape && is_paragraph(block);
    }
}

/// Paragraphs that look just like those which all readers keep are text too, where one reader keeps them, or where
/// they stand among the others.
fn add_alike(blocks: &[Block], opinions: &[Opinion], headline: Option<usize>, text: &mut [bool]) {
    let mut alike: FxHashMap<&str, usize> = FxHashMap::default();
    for (block, _) in blocks
        .iter()
        .zip(opinions)
        .filter(|(block, opinion)| **opinion == Opinion::Text && is_paragraph(block))
    {
        *alike.entry(&block.shape).or_default() += 1;
    }
    let top = || blocks.iter().position(|block| block.heading == 1);
    let first = headline
        .or_else(top)
        .or_else(|| text.iter().position(|text| *text));
    let last = text.iter().rposition(|text| *text);
    for (index, (block, opinion)) in blocks.iter().zip(opinions).enumerate() {
        let like = alike.get(&*block.shape).copied().unwrap_or(0);
        let among =
            first.is_some_and(|first| first < index) && last.is_some_and(|last| index < last);
        let least = match opinion {
            Opinion::Text => continue,
            Opinion::Divided => 1,
            Opinion::Frame if among => 2,
            Opinion::Frame => continue,
        };
        if like >= least
            && is_paragraph(block)
            && let Some(text) = text.get_mut(index)
        {
            *text = true;
        }
    }
}

/// Short lines that one reader keeps are text where the blocks directly before and behind them are: entries of a list.
fn add_between(blocks: &[Block], opinions: &[Opinion], text: &mut [bool]) {
    let open = |index: usize, block: &Block| {
        opinions.get(index) == Some(&Opinion::Divided) && block.part.is_none() && block.linked < 0.5
    };
    let mut before: Option<usize> = None;
    for index in 0..blocks.len() {
        if text.get(index) == Some(&true) {
            if let Some(before) = before {
                text.iter_mut()
                    .take(index)
                    .skip(before + 1)
                    .for_each(|text| *text = true);
            }
            before = Some(index);
        } else if !blocks.get(index).is_some_and(|block| open(index, block)) {
            before = None;
        }
    }
}

/// Where the page repeats all of its text for machines, a paragraph is text if it stands there.
fn follow_declared(blocks: &[Block], declared: &str, text: &mut [bool]) {
    let declared = Kept::of(declared);
    let found = declared.keeps(blocks);
    let size = |keep: &dyn Fn(usize) -> bool| -> usize {
        let kept = blocks
            .iter()
            .enumerate()
            .filter(|(index, block)| keep(*index) && is_paragraph(block));
        kept.map(|(_, block)| plain(&block.text).len()).sum()
    };
    let is = |list: &[bool], index: usize| list.get(index) == Some(&true);
    let all = size(&|index| is(&found, index));
    let common = size(&|index| is(&found, index) && is(text, index));
    let own = size(&|index| is(text, index));
    // All that it repeats stands on the page, and it repeats most of what stands there.
    let complete = all as f32 >= REPEATED * declared.plain.len() as f32
        && common as f32 >= REPEATED * own as f32;
    if !complete {
        return;
    }
    for (index, block) in blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| is_paragraph(block))
    {
        if let Some(text) = text.get_mut(index) {
            *text = found.get(index) == Some(&true) && block.heading == 0;
        }
    }
}

/// What the page's markup calls something else is set aside, unless most of the text stands in it.
fn set_parts_aside(blocks: &[Block], roles: &mut [Role]) {
    let mut sizes: FxHashMap<&str, usize> = FxHashMap::default();
    let mut total = 0;
    for (block, _) in blocks
        .iter()
        .zip(roles.iter())
        .filter(|(_, role)| **role == Role::Body)
    {
        let size = block.text.len();
        total += size;
        if let Some(part) = &block.part {
            *sizes.entry(&part.name).or_default() += size;
        }
    }
    for (block, role) in blocks.iter().zip(roles.iter_mut()) {
        let Some(part) = block.part.as_ref().filter(|_| *role == Role::Body) else {
            continue;
        };
        let size = sizes.get(part.name.as_str()).copied().unwrap_or(0);
        if size as f32 <= PART * total as f32 {
            *role = aside(block, Opinion::Frame);
        }
    }
}

/// A block that is nothing but a link leads elsewhere, and the heading above such blocks with it.
fn set_links_aside(blocks: &[Block], roles: &mut [Role]) {
    // Around the text, links are also the names of authors.
    let first = roles.iter().position(|role| *role == Role::Body);
    let last = roles.iter().rposition(|role| *role == Role::Body);
    let within = first.unwrap_or(0)..last.unwrap_or(0);
    let mut below = false;
    for (index, (block, role)) in blocks.iter().zip(roles.iter_mut()).enumerate().rev() {
        let link =
            block.linked >= LINK || block.linked >= 0.5 && !block.text.trim_end().ends_with(ENDS);
        let heads = below
            && (block.heading > 0
                || block.text.trim_end().ends_with(':') && block.words <= PARAGRAPH);
        let unnamed = matches!(
            role,
            Role::Aside {
                reason: Reason::Other,
                ..
            }
        ) && within.contains(&index);
        if (*role == Role::Body || unnamed) && (link || heads) {
            *role = Role::Aside {
                reason: Reason::Related,
                cause: Cause::Link,
            };
        }
        below = link;
    }
}

/// What stands on a page three times and more is a label or a button.
fn set_repeated_aside(blocks: &[Block], roles: &mut [Role]) {
    let mut times: FxHashMap<&str, usize> = FxHashMap::default();
    for block in blocks {
        *times.entry(&block.text).or_default() += 1;
    }
    for (block, role) in blocks.iter().zip(roles.iter_mut()) {
        if *role == Role::Body
            && times
                .get(block.text.as_str())
                .is_some_and(|times| *times > 2)
        {
            *role = Role::Aside {
                reason: Reason::Other,
                cause: Cause::Twice,
            };
        }
    }
}

/// A pull quote says again, in large letters, what a paragraph says.
fn set_pull_quotes_aside(blocks: &[Block], roles: &mut [Role]) {
    let texts: Vec<Option<String>> = blocks
        .iter()
        .zip(roles.iter())
        .map(|(block, role)| (*role == Role::Body).then(|| plain(&block.text)))
        .collect();
    for ((block, own), role) in blocks.iter().zip(&texts).zip(roles.iter_mut()) {
        let Some(own) = own
            .as_ref()
            .filter(|_| (QUOTED..=4 * QUOTED).contains(&block.words))
        else {
            continue;
        };
        let again = texts
            .iter()
            .flatten()
            .any(|other| other.len() > own.len() && other.contains(own.as_str()));
        if again && block.heading == 0 {
            *role = Role::Aside {
                reason: Reason::Other,
                cause: Cause::Twice,
            };
        }
    }
}

/// Pages that never end go on with the next article: from another heading of the first level on, if paragraphs stand
/// on both sides of it.
fn set_next_article_aside(blocks: &[Block], headline: Option<usize>, roles: &mut [Role]) {
    let Some((start, title)) = headline
        .and_then(|at| Some((at, blocks.get(at)?)))
        .filter(|(_, title)| title.heading == 1)
    else {
        return;
    };
    let paragraphs = |range: &[Block], roles: &[Role]| {
        range
            .iter()
            .zip(roles)
            .filter(|(block, role)| **role == Role::Body && is_paragraph(block))
            .count()
    };
    let next = (start + 1..blocks.len()).find(|at| {
        let split = |at: usize| blocks.get(start..at).zip(roles.get(start..at));
        let behind = blocks.get(*at..).zip(roles.get(*at..));
        blocks.get(*at).is_some_and(|block| {
            block.heading == 1 && is_title(block) && likeness(&block.text, &title.text) < 0.5
        }) && split(*at).is_some_and(|(blocks, roles)| paragraphs(blocks, roles) >= 3)
            && behind.is_some_and(|(blocks, roles)| paragraphs(blocks, roles) >= 3)
    });
    let Some(next) = next else {
        return;
    };
    for role in roles
        .iter_mut()
        .skip(next)
        .filter(|role| **role == Role::Body)
    {
        *role = Role::Aside {
            reason: Reason::Related,
            cause: Cause::NextArticle,
        };
    }
}
