//! How deep a page's tree is: the readers of pages walk it by calling themselves, and deep ones take for ever to build.

use dom_query::Document;

use crate::import::Problem;

/// Elements of a page may stand so deep; browsers end at 512 and put what is deeper side by side.
const DEEPEST: usize = 1000;

/// So many elements may be open at once, before it is known which of them close themselves.
const MOST_OPEN: usize = 5 * DEEPEST;

/// The tree of a page.
///
/// # Errors
/// It is deeper than any page that was written to be read.
pub(super) fn tree(html: &str) -> Result<Document, Problem> {
    // The time that it takes to make a tree grows with the square of its depth.
    if most_open(html) > MOST_OPEN {
        return Err(Problem::TooDeep);
    }
    let document = Document::from(html);
    if depth(&document) > DEEPEST {
        return Err(Problem::TooDeep);
    }
    Ok(document)
}

/// Tags that nobody closes, because they close themselves or one another.
const NEVER_CLOSED: [&str; 25] = [
    "br", "img", "meta", "link", "input", "hr", "source", "area", "base", "col", "embed", "param",
    "track", "wbr", "p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot",
];

/// How many elements are open at once, at most: a guess from the tags alone.
fn most_open(html: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    let mut inside_code = false;
    for tag in html.split('<').skip(1) {
        let closes = tag.starts_with('/');
        let name = tag.trim_start_matches('/');
        let end = |letter: char| !letter.is_ascii_alphanumeric() && letter != '-';
        let name = name.split(end).next().unwrap_or_default();
        let is_code = ["script", "style"]
            .iter()
            .any(|code| name.eq_ignore_ascii_case(code));
        let counts = name.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && !NEVER_CLOSED
                .iter()
                .any(|tag| name.eq_ignore_ascii_case(tag));
        if is_code {
            inside_code = !closes;
        } else if inside_code || !counts {
            continue;
        } else if closes {
            open = open.saturating_sub(1);
        } else {
            open += 1;
            most = most.max(open);
        }
    }
    most
}

/// How deep a page is: readers of pages walk it by calling themselves.
fn depth(document: &Document) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut node = Some(document.root());
    while let Some(here) = node {
        if let Some(child) = here.first_child() {
            depth += 1;
            deepest = deepest.max(depth);
            node = Some(child);
            continue;
        }
        let mut last = Some(here);
        node = None;
        while let Some(here) = last {
            node = here.next_sibling();
            if node.is_some() || depth == 0 {
                break;
            }
            depth -= 1;
            last = here.parent();
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_of_a_page() {
        let deep = |levels: usize| Document::from("<div>".repeat(levels).as_str());
        let flat = depth(&deep(0));
        assert_eq!(depth(&deep(500)), flat + 500);
        assert_eq!(
            depth(&Document::from("<p>a</p><p><b>b</b></p><p>c")),
            flat + 3
        );

        let code = format!("<script>{}</script><b></b>", "a<b;".repeat(50));
        assert_eq!(most_open(&code), 1);
        assert_eq!(most_open(&"<li><p>Butir<br>".repeat(50)), 0);
        assert_eq!(most_open(&"<div><p></p>".repeat(50)), 50);
    }
}
