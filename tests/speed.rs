//! What the window costs: a thousand articles, and six long ones scrolled side by side. The figures are printed
//! (`cargo test --release --test speed -- --nocapture`); the bounds are wide, for slow and busy machines.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop, and says what it measured"
)]

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crossread::app::{App, Start};
use eframe::egui;
use egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, vec2};
use egui_kittest::Harness;

/// Words of made-up text, the same for the same seed.
fn text(seed: u64, words: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ka", "ri", "so", "men", "ta", "bu", "lor", "ni", "pe", "da", "wan", "gi", "su", "har",
        "mo", "ti",
    ];
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    let mut out = String::new();
    for index in 0..words {
        for _ in 0..2 + next(2) {
            out.push_str(SYLLABLES[next(16) as usize]);
        }
        out.push_str(match index % 12 {
            11 if index % 60 == 59 => ".\n\n",
            11 => ". ",
            _ => " ",
        });
    }
    out
}

/// A saved page with these paragraphs, a menu and links to other articles.
fn page(title: &str, paragraphs: &[&str]) -> String {
    let body: String = paragraphs
        .iter()
        .map(|text| format!("<p>{text}</p>"))
        .collect();
    let links =
        "<li><a href=\"/x\">Judul artikel lain yang tidak dibaca siapa pun</a></li>".repeat(80);
    format!(
        "<!doctype html><html lang=\"id\"><head><meta property=\"og:title\" content=\"{title}\"></head><body>\
         <nav>Nasional Dunia Ekonomi Olahraga</nav><article><h1>{title}</h1>{body}</article><ul>{links}</ul></body></html>"
    )
}

/// Articles, six of which each time take every other paragraph from one source.
fn articles(folder: &std::path::Path, count: usize, words: usize) -> Vec<PathBuf> {
    (0..count)
        .map(|number| {
            let source = text(1_000_000 + number as u64 / 6, words);
            let shared: Vec<&str> = source.split("\n\n").collect();
            let own = text(number as u64 + 2, words);
            let mixed: Vec<&str> = own
                .split("\n\n")
                .enumerate()
                .map(|(index, own)| {
                    if (index + number) % 2 == 0 {
                        *shared.get(index).unwrap_or(&own)
                    } else {
                        own
                    }
                })
                .collect();
            let title = format!("Judul artikel nomor {number}");
            // Every other one is a saved page.
            let (ending, file) = if number % 2 == 0 {
                ("txt", format!("{title}\n\n{}", mixed.join("\n\n")))
            } else {
                ("html", page(&title, &mixed))
            };
            let path = folder.join(format!("{number:04}.{ending}"));
            fs::write(&path, file).unwrap();
            path
        })
        .collect()
}

fn open(paths: Vec<PathBuf>, size: [f32; 2]) -> Harness<'static, App> {
    let start = Start {
        paths,
        ..Start::default()
    };
    Harness::builder()
        .with_size(size)
        .with_step_dt(1.0 / 60.0)
        .build_eframe(|cc| App::new(cc, start))
}

/// Steps until nothing is under way; the longest frame on the way.
fn settle(harness: &mut Harness<'_, App>) -> Duration {
    let mut longest = Duration::ZERO;
    loop {
        let begun = Instant::now();
        harness.step();
        longest = longest.max(begun.elapsed());
        if harness.state().workspace().busy().is_none() {
            return longest;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn six_articles_of_ten_thousand_words_scroll_smoothly() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(articles(folder.path(), 6, 10_000), [2560.0, 1440.0]);
    settle(&mut harness);
    harness.run_steps(80);
    harness.hover_at(egui::pos2(900.0, 800.0));
    let mut frames: Vec<Duration> = (0..240)
        .map(|_| {
            harness.event(Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, -60.0),
                phase: TouchPhase::Move,
                modifiers: Modifiers::NONE,
                source: MouseWheelSource::Wheel,
            });
            let begun = Instant::now();
            harness.step();
            begun.elapsed()
        })
        .collect();
    frames.sort();
    let (median, late, worst) = (frames[120], frames[237], frames[239]);
    println!(
        "scrolling six columns of 10,000 words: frame median {median:?}, 99th {late:?}, longest {worst:?}"
    );
    assert!(late < Duration::from_millis(150), "{late:?}");
}

#[test]
fn a_thousand_articles_do_not_freeze_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let begun = Instant::now();
    let mut harness = open(articles(folder.path(), 1000, 400), [1600.0, 1000.0]);
    let longest = settle(&mut harness);
    let took = begun.elapsed();
    let after = settle(&mut harness);
    println!(
        "a thousand articles: {took:?} to read and compare, longest frame {longest:?}, then {after:?}"
    );
    assert_eq!(harness.state().workspace().findings.articles.len(), 1000);
    assert!(longest < Duration::from_millis(700), "{longest:?}");
}
