//! Articles that a site cuts into several pages.

use crate::model::{Article, Cause, Role};

/// The number of this page and of all, where the page says that it is one of several: "Halaman 1/2", "Page 1 of 3".
pub fn part(article: &Article) -> Option<(usize, usize)> {
    let said = article.blocks().iter().filter(|block| match &block.role {
        // The sheets of a printed file are all there.
        Role::Aside { cause, .. } => *cause != Cause::PageEdge,
        _ => false,
    });
    said.filter_map(|block| numbers(&block.text.to_lowercase()))
        .find(|(page, all)| (1..=*all).contains(page) && (2..=MOST).contains(all))
}

/// No article has more pages.
const MOST: usize = 20;

/// The two numbers behind the word for a page.
fn numbers(text: &str) -> Option<(usize, usize)> {
    let rest = ["halaman ", "page ", "laman ", "hal. "]
        .iter()
        .find_map(|word| text.strip_prefix(word))?;
    let (page, all) = ["/", " dari ", " of ", " daripada "]
        .iter()
        .find_map(|between| rest.split_once(between))?;
    let digits: String = all
        .trim_start()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    Some((page.trim().parse().ok()?, digits.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_that_there_are_more_pages() {
        for (text, expected) in [
            ("halaman 1/2 selanjutnya show all", Some((1, 2))),
            ("page 2 of 3", Some((2, 3))),
            ("halaman 1 dari 4", Some((1, 4))),
            ("halaman selanjutnya", None),
            ("page not found / error 404", None),
        ] {
            assert_eq!(numbers(text), expected, "{text}");
        }
    }
}
