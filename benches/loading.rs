//! How many saved pages are read in a second, on one core.
//!
//! `cargo bench --bench loading` reads made-up pages; `cargo bench --bench loading -- FOLDER` reads those in a folder.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark may stop, and prints"
)]

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use crossread::import::{ReadOptions, find_files, read_input};

fn main() {
    let mut folders: Vec<PathBuf> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .map(PathBuf::from)
        .collect();
    let made = tempfile::tempdir().unwrap();
    if folders.is_empty() {
        for number in 0..50 {
            fs::write(made.path().join(format!("{number}.html")), page(number)).unwrap();
        }
        folders.push(made.path().to_owned());
    }
    let inputs = find_files(&folders).inputs;
    let options = ReadOptions::today();
    let start = Instant::now();
    let read = inputs
        .iter()
        .filter_map(|input| read_input(input, &options).ok())
        .filter(|imported| !imported.article.body().words.is_empty())
        .count();
    let each_second = inputs.len() as f64 / start.elapsed().as_secs_f64();
    println!(
        "{read} of {} pages have a text; {each_second:.1} pages a second",
        inputs.len()
    );
}

/// A page of about 300 kB: scripts, a menu, forty paragraphs, two hundred links to other articles.
fn page(number: usize) -> String {
    let paragraph = |at: usize| {
        format!(
            "<p class=\"text\">Paragraph {at} of page {number} says that the two ministers met again, that <a href=\"/x\">the \
             gauges</a> are to be read by both sides, and that nobody knows what it will cost in the {at}th year.</p>"
        )
    };
    let link = |at: usize| {
        format!(
            "<div class=\"card\"><a href=\"/{at}\"><img src=\"/{at}.jpg\" srcset=\"/{at}.jpg 1x, /{at}-2.jpg 2x\" alt=\"\">\
             <h3>Another article with the number {at}</h3></a><span>3 March 2026</span></div>"
        )
    };
    let script = format!(
        "<script>window.state = {{\"data\": \"{}\"}}</script>",
        "0123456789abcdef ".repeat(12_000)
    );
    format!(
        "<!doctype html><html lang=\"en\"><head><title>Page {number} | Queria Today</title>\
         <meta property=\"og:title\" content=\"Page {number}\">{script}</head><body><nav>{}</nav>\
         <main><article><h1>Page {number}</h1>{}</article><aside>{}</aside></main></body></html>",
        "<a href=\"/\">Section</a>".repeat(60),
        (0..40).map(paragraph).collect::<String>(),
        (0..200).map(link).collect::<String>(),
    )
}
