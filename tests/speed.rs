//! What the window costs: a thousand articles, and six long ones opened, scrolled and drawn wider side by side. The
//! figures are printed (`cargo test --release --test speed -- --nocapture --test-threads 1`); the bounds are wide, for
//! slow and busy machines and for builds that are not optimised.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop, and says what it measured"
)]

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crossread::app::{App, Start, in_small_pages};
use eframe::egui;
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

/// A file as a desktop drops it.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

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
    in_small_pages();
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

/// Articles about the meeting `meeting` that have every other pair of sentences in common, for many marks and ribbons.
fn woven(folder: &std::path::Path, meeting: u64, count: usize, words: usize) -> Vec<PathBuf> {
    let sentences = |text: &str| -> Vec<String> {
        let parts = text.split(['.', '\n']).map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let source = sentences(&text(1_000_000 + meeting, words));
    (0..count)
        .map(|number| {
            let own = sentences(&text(1000 * meeting + number as u64 + 2, words));
            let mut body = String::new();
            for (index, (own, shared)) in own.iter().zip(&source).enumerate() {
                body.push_str(if index % 4 < 2 { own } else { shared });
                body.push_str(if index % 6 == 5 { ".\n\n" } else { ". " });
            }
            let path = folder.join(format!("{meeting}-{number:04}.txt"));
            // Two meetings with the same headlines would be one.
            let headline = source.first().map_or("", String::as_str);
            fs::write(&path, format!("{headline} {number}\n\n{body}")).unwrap();
            path
        })
        .collect()
}

/// A frame as a window has it: the panels, what a screen reader is told, and the triangles.
fn frame(harness: &mut Harness<'_, App>) -> Duration {
    let begun = Instant::now();
    harness.step();
    let panels = begun.elapsed();
    // A window hands its shapes over; the test has to copy them.
    let shapes = harness.output().shapes.clone();
    let points = harness.ctx.pixels_per_point();
    let begun = Instant::now();
    let triangles = harness.ctx.tessellate(shapes, points);
    let took = panels + begun.elapsed();
    assert!(!triangles.is_empty());
    took
}

/// What frames cost: the 99th percentile and the longest.
struct Figures {
    late: Duration,
    longest: Duration,
}

/// Prints what frames cost.
fn figures(what: &str, mut frames: Vec<Duration>) -> Figures {
    frames.sort();
    let at = |share: f64| frames[((frames.len() - 1) as f64 * share) as usize];
    let (median, late, longest) = (at(0.5), at(0.99), at(1.0));
    println!("{what}: frame median {median:?}, 99th {late:?}, longest {longest:?}");
    Figures { late, longest }
}

impl Figures {
    /// Fails where frames cost many times what they should: in a program as it is released four milliseconds for the
    /// 99th percentile, 8.3 for the longest.
    fn assert_smooth(&self) {
        assert!(self.late < Duration::from_millis(60), "{:?}", self.late);
        assert!(
            self.longest < Duration::from_millis(250),
            "{:?}",
            self.longest
        );
    }
}

fn six_long_columns(folder: &std::path::Path) -> Harness<'static, App> {
    let mut harness = open(woven(folder, 0, 6, 11_000), [2560.0, 1440.0]);
    settle(&mut harness);
    let findings = &harness.state().workspace().findings;
    let spans: usize = findings
        .passages
        .iter()
        .map(|passage| passage.witnesses.len())
        .sum();
    println!("{} passages, {spans} marked spans", findings.passages.len());
    assert!(spans >= 1000);
    // Until all of it is laid out.
    harness.run_steps(800);
    // A window was painted before the reader scrolls it.
    for _ in 0..20 {
        frame(&mut harness);
    }
    harness
}

/// Whether the beginning of an article of the meeting that is chosen can be read.
fn is_readable(harness: &Harness<'_, App>) -> bool {
    let workspace = harness.state().workspace();
    let meeting = workspace.findings.meetings.get(workspace.view.meeting);
    let article =
        meeting.and_then(|meeting| workspace.findings.articles.get(*meeting.articles.first()?));
    article.is_some_and(|article| {
        let text: String = article.body().text.chars().take(40).collect();
        harness.query_all_by_label_contains(&text).next().is_some()
    })
}

/// The frame in which a meeting comes on the screen for the first time: after the comparison, and by the key for it.
#[test]
fn a_meeting_of_long_articles_opens_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let paths = [0, 1].map(|meeting| woven(folder.path(), meeting, 6, 11_000));
    let mut harness = open(paths.concat(), [2560.0, 1440.0]);
    let compared = loop {
        let took = frame(&mut harness);
        if is_readable(&harness) {
            break took;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    println!("the first frame with the text of six columns, after the comparison: {compared:?}");
    settle(&mut harness);
    assert_eq!(harness.state().workspace().findings.meetings.len(), 2);
    let opened = (1..=8).map(|time| {
        harness.event_modifiers(
            Event::Key {
                key: Key::PageDown,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::ALT,
            },
            Modifiers::ALT,
        );
        let took = frame(&mut harness);
        assert_eq!(harness.state().workspace().view.meeting, time % 2);
        assert!(is_readable(&harness));
        harness.run_steps(20);
        took
    });
    let opened = figures("opening the other meeting of six columns", opened.collect());
    assert!(compared.max(opened.longest) < Duration::from_millis(600));
}

#[test]
fn six_long_articles_scroll_smoothly() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = six_long_columns(folder.path());
    harness.hover_at(egui::pos2(900.0, 800.0));
    let scrolled = (0..240)
        .map(|_| {
            harness.event(Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, -60.0),
                phase: TouchPhase::Move,
                modifiers: Modifiers::NONE,
                source: MouseWheelSource::Wheel,
            });
            frame(&mut harness)
        })
        .collect();
    figures("scrolling six columns of 11,000 words", scrolled).assert_smooth();
}

/// Before anything off the screen is laid out.
#[test]
fn long_articles_scroll_smoothly_from_the_first_second() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(woven(folder.path(), 0, 6, 11_000), [2560.0, 1440.0]);
    settle(&mut harness);
    let first = (0..60).map(|_| frame(&mut harness)).collect();
    figures("six columns of 11,000 words, the first second", first).assert_smooth();
}

/// Drags what has this name to and fro.
fn drag(harness: &mut Harness<'_, App>, name: &str) -> Vec<Duration> {
    let grip = {
        let mut splitters = harness.query_all_by_label_contains(name);
        let rect = splitters.next().unwrap().rect();
        egui::pos2(rect.center().x, rect.top() + 10.0)
    };
    harness.drag_at(grip);
    let frames = (0..240).map(|number| {
        let by = 40.0 * (number as f32 / 12.0).sin();
        harness.hover_at(grip + vec2(by, 0.0));
        frame(harness)
    });
    frames.collect()
}

#[test]
fn a_splitter_between_long_columns_moves_smoothly() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = six_long_columns(folder.path());
    let before = harness
        .get_all_by_label_contains("Width of")
        .next()
        .unwrap()
        .rect();
    let dragged = drag(&mut harness, "Width of");
    let after = harness
        .get_all_by_label_contains("Width of")
        .next()
        .unwrap()
        .rect();
    assert_ne!(before, after);
    figures("moving the splitter between two of them", dragged).assert_smooth();
}

/// All six columns become wider or narrower together.
#[test]
fn the_edge_of_a_panel_beside_long_columns_moves_smoothly() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = six_long_columns(folder.path());
    let dragged = drag(&mut harness, "Resize panel");
    figures("moving the edge of the panel beside them", dragged).assert_smooth();
}

/// From the drop to the frame that shows the comparison, in a program that has run already.
#[test]
fn six_articles_are_compared_soon_after_the_drop() {
    let folder = tempfile::tempdir().unwrap();
    let sample = ["vellin-courier", "northern-ledger", "queria-today"]
        .map(|name| PathBuf::from(format!("assets/samples/en/{name}.txt")));
    let mut harness = open(sample.into(), [1600.0, 1000.0]);
    settle(&mut harness);
    harness.run_steps(20);
    let begun = Instant::now();
    for path in woven(folder.path(), 0, 6, 600) {
        let dropped = std::sync::Arc::new(Dropped(path));
        harness.input_mut().dropped_files.push(dropped);
    }
    let mut longest = Duration::ZERO;
    while harness.state().workspace().findings.articles.len() < 9 {
        longest = longest.max(frame(&mut harness));
        std::thread::sleep(Duration::from_millis(1));
    }
    longest = longest.max(frame(&mut harness));
    let took = begun.elapsed();
    println!("six articles from the drop to the comparison: {took:?}, longest frame {longest:?}");
    assert!(took < Duration::from_secs(3), "{took:?}");
    assert!(longest < Duration::from_millis(500), "{longest:?}");
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
