//! What it costs to find the wording that articles share, beside what it costs to read their words at all.
//!
//! `cargo bench --bench comparing` measures up to a thousand made-up articles in under a minute;
//! `cargo bench --bench comparing -- --all` adds ten thousand. Three parts are measured:
//!
//! * cutting: the bodies into words;
//! * numbering: equal words get equal numbers;
//! * finding: everything that numbered articles share.
//!
//! Then what one more article costs, up to what it shares and up to all that is found of the set.
//!
//! Cutting and numbering are the floor: no comparison can do without. `times` is how much more all three take. Each set
//! is measured in a process of its own, so that one's memory is not another's.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark may stop, and prints"
)]

mod articles;

use std::fs;
use std::hint::black_box;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use articles::Shape;
use crossread::analysis::shared::{self, Comparison, Search, Shared};
use crossread::analysis::{Corpus, Memory, Wanted, analyse_again, coverage, meetings, versions};
use crossread::jobs::{Progress, parallel, shares};
use crossread::model::{Article, Offices, Placing, Settings, Spellings};
use imara_diff::{Diff, Token};
use rustc_hash::FxHashMap;
use similar::Algorithm;

const SEARCH: Search = Search {
    min_words: 6,
    stock: false,
};

/// What makes this program measure one set and print its numbers. Nobody but itself calls it so.
const MEASURE: &str = "--measure";

/// A set to be measured.
struct Set {
    name: &'static str,
    articles: usize,
    shape: Shape,
    /// Whether two by two is measured too.
    in_pairs: bool,
    /// Only measured when asked for.
    large: bool,
}

const SETS: [Set; 6] = [
    set("one pair", 2, true),
    set("20", 20, true),
    set("100", 100, true),
    set("1,000", 1_000, false),
    Set {
        large: true,
        ..set("10,000", 10_000, false)
    },
    Set {
        shape: Shape::Dense,
        ..set("60 alike", 60, false)
    },
];

const fn set(name: &'static str, articles: usize, in_pairs: bool) -> Set {
    Set {
        name,
        articles,
        shape: Shape::Stories,
        in_pairs,
        large: false,
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut after_measure = arguments.iter().skip_while(|argument| *argument != MEASURE);
    if let Some(name) = after_measure.nth(1) {
        let set = SETS.iter().find(|set| set.name == name).unwrap();
        println!("{}", measure(set).to_line());
        return;
    }
    if std::env::var_os("LAPS").is_some() {
        print_one_more();
        return;
    }
    let all = arguments.iter().any(|argument| argument == "--all");
    let measured: Vec<(&Set, Measured)> = SETS
        .iter()
        .filter(|set| all || !set.large)
        .map(|set| (set, in_own_process(set)))
        .collect();
    print_whole(&measured);
    print_pairs(&measured);
    print_incremental(all);
    print_one_more();
    print_growth(&measured);
}

/// What was measured of a set: times in milliseconds, memory in bytes, and nothing where it cannot be known.
#[derive(Default)]
struct Measured {
    words: f64,
    cutting: f64,
    numbering: f64,
    finding: f64,
    passages: f64,
    /// Taken once the articles are cut, beyond their texts.
    cut_memory: Option<f64>,
    /// The most that was taken, beyond the texts.
    peak_memory: Option<f64>,
    patience: Option<f64>,
    myers: Option<f64>,
    histogram: Option<f64>,
}

impl Measured {
    fn floor(&self) -> f64 {
        self.cutting + self.numbering
    }

    fn whole(&self) -> f64 {
        self.floor() + self.finding
    }

    fn to_line(&self) -> String {
        let numbers = [
            Some(self.words),
            Some(self.cutting),
            Some(self.numbering),
            Some(self.finding),
            Some(self.passages),
            self.cut_memory,
            self.peak_memory,
            self.patience,
            self.myers,
            self.histogram,
        ];
        let text = |number: Option<f64>| number.map_or_else(|| "-".to_owned(), |n| n.to_string());
        numbers.map(text).join(" ")
    }

    fn from_line(line: &str) -> Self {
        let numbers: Vec<Option<f64>> = line.split(' ').map(|text| text.parse().ok()).collect();
        let [words, cutting, numbering, finding, passages, rest @ ..] = numbers.as_slice() else {
            return Self::default();
        };
        let other = |at: usize| rest.get(at).copied().flatten();
        Self {
            words: words.unwrap(),
            cutting: cutting.unwrap(),
            numbering: numbering.unwrap(),
            finding: finding.unwrap(),
            passages: passages.unwrap(),
            cut_memory: other(0),
            peak_memory: other(1),
            patience: other(2),
            myers: other(3),
            histogram: other(4),
        }
    }
}

fn in_own_process(set: &Set) -> Measured {
    let output = Command::new(std::env::current_exe().unwrap())
        .args([MEASURE, set.name])
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}: {}", set.name, output.status);
    Measured::from_line(String::from_utf8(output.stdout).unwrap().trim())
}

// Measuring.

fn measure(set: &Set) -> Measured {
    let articles = articles::make(set.articles, set.shape);
    // Memory first: what other runs leave behind would be counted too.
    let with_text = memory("VmRSS:");
    cut_by_all(&articles);
    let with_words = memory("VmRSS:");
    let corpus = number(&articles);
    let passages = find(&corpus).passages.len();
    let peak = memory("VmHWM:");
    let beyond_text = |bytes: Option<f64>| Some((bytes? - with_text?).max(0.0));
    let mut measured = Measured {
        words: corpus
            .words
            .iter()
            .map(|words| words.ids.len())
            .sum::<usize>() as f64,
        numbering: quickest(|| (), |()| number(&articles)),
        finding: quickest(|| (), |()| find(&corpus)),
        passages: passages as f64,
        cut_memory: beyond_text(with_words),
        peak_memory: beyond_text(peak),
        ..Measured::default()
    };
    if set.in_pairs {
        let pairs = pairs(&corpus);
        measured.patience = Some(similar_of(&pairs, Algorithm::Patience));
        measured.myers = Some(similar_of(&pairs, Algorithm::Myers));
        measured.histogram = Some(imara_of(&pairs));
    }
    // Threads cost more than they save where there is little to cut; a dear floor would flatter what stands on it.
    let uncut = || uncut(&articles);
    let alone = quickest(uncut, |articles| cut(&articles));
    let together = quickest(uncut, |articles| cut_by_all(&articles));
    measured.cutting = alone.min(together);
    measured
}

/// The time of the quickest of several runs of `work`, in milliseconds: others are slower only because of what else the
/// computer did. Work that takes long is run less often. What `prepare` does, and the end of the result, is not counted.
fn quickest<P, R>(prepare: impl Fn() -> P, work: impl Fn(P) -> R) -> f64 {
    const MOST_RUNS: usize = 200;
    const FEWEST_RUNS: usize = 3;
    const LONG_ENOUGH: Duration = Duration::from_millis(700);
    const TOO_LONG: Duration = Duration::from_secs(4);
    let begun = Instant::now();
    let mut best = f64::INFINITY;
    for run in 0..MOST_RUNS {
        let spent = begun.elapsed();
        if spent > TOO_LONG || (run >= FEWEST_RUNS && spent > LONG_ENOUGH) {
            break;
        }
        let prepared = prepare();
        let start = Instant::now();
        let result = black_box(work(prepared));
        best = best.min(start.elapsed().as_secs_f64() * 1_000.0);
        drop(result);
    }
    best
}

/// The same articles, as if just read.
fn uncut(articles: &[Arc<Article>]) -> Vec<Arc<Article>> {
    let fresh = |article: &Arc<Article>| {
        let blocks = article.blocks().to_vec();
        Arc::new(Article::new(
            article.source.clone(),
            article.fields.clone(),
            blocks,
        ))
    };
    articles.iter().map(fresh).collect()
}

/// Cuts the articles into words; returns how many, so that nothing is dropped while the clock runs.
fn cut(articles: &[Arc<Article>]) -> usize {
    articles
        .iter()
        .map(|article| article.body().words.len())
        .sum()
}

fn cut_by_all(articles: &[Arc<Article>]) -> usize {
    parallel(&shares(articles, 1), |share| cut(share))
        .iter()
        .sum()
}

fn number(articles: &[Arc<Article>]) -> Corpus {
    Corpus::new(articles, &Spellings::default())
}

fn find(corpus: &Corpus) -> Shared {
    shared::find(corpus, &SEARCH, &Progress::default())
}

/// A line of what Linux says of this process, in bytes.
fn memory(line: &str) -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let size = status.lines().find_map(|text| text.strip_prefix(line))?;
    let kilobytes: f64 = size.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1_024.0)
}

// Two by two, as differs of two texts do it: on the same words, and on as many processors as finding has.

/// Two articles in numbers.
struct InNumbers {
    one: Vec<u32>,
    other: Vec<u32>,
    /// Numbers in use.
    count: u32,
}

/// All pairs of articles. Each has numbers of its own, because imara-diff makes tables as large as the largest number.
fn pairs(corpus: &Corpus) -> Vec<InNumbers> {
    let mut pairs = Vec::new();
    for (at, one) in corpus.words.iter().enumerate() {
        for other in corpus.words.iter().skip(at + 1) {
            let mut known = FxHashMap::default();
            let mut renumbered = |ids: &[u32]| -> Vec<u32> {
                ids.iter()
                    .map(|id| {
                        let next = known.len() as u32;
                        *known.entry(*id).or_insert(next)
                    })
                    .collect()
            };
            pairs.push(InNumbers {
                one: renumbered(&one.ids),
                other: renumbered(&other.ids),
                count: known.len() as u32,
            });
        }
    }
    pairs
}

fn similar_of(pairs: &[InNumbers], algorithm: Algorithm) -> f64 {
    let diff =
        |pair: &InNumbers| similar::capture_diff_slices(algorithm, &pair.one, &pair.other).len();
    over_all(pairs, diff)
}

fn imara_of(pairs: &[InNumbers]) -> f64 {
    // Its tokens are its own type; to make them is no part of the work.
    let tokens = |ids: &[u32]| ids.iter().copied().map(Token).collect::<Vec<_>>();
    let pairs: Vec<_> = pairs
        .iter()
        .map(|pair| (tokens(&pair.one), tokens(&pair.other), pair.count))
        .collect();
    over_all(&pairs, |(one, other, count)| {
        let mut diff = Diff::default();
        diff.compute_with(imara_diff::Algorithm::Histogram, one, other, *count);
        diff.hunks().count()
    })
}

fn over_all<P: Sync>(pairs: &[P], diff: impl Fn(&P) -> usize + Sync) -> f64 {
    quickest(|| (), |()| parallel(pairs, &diff))
}

// What is printed.

fn print_whole(measured: &[(&Set, Measured)]) {
    let processors = thread::available_parallelism().map_or(1, |count| count.get());
    println!("Shared wording of made-up articles, {processors} processors; times in ms\n");
    println!(
        "{:>9} {:>10} {:>12} {:>10} {:>10} {:>10} {:>7} {:>9} {:>8} {:>8} {:>7}",
        "articles",
        "words",
        "words/s cut",
        "cutting",
        "numbering",
        "finding",
        "times",
        "passages",
        "MB cut",
        "MB peak",
        "B/word"
    );
    for (set, row) in measured {
        let megabytes = |bytes: Option<f64>| number_or_dash(bytes.map(|bytes| bytes / 1e6), 1);
        println!(
            "{:>9} {:>10} {:>12.0} {:>10.3} {:>10.3} {:>10.3} {:>7.2} {:>9} {:>8} {:>8} {:>7}",
            set.name,
            row.words,
            row.words / row.cutting * 1_000.0,
            row.cutting,
            row.numbering,
            row.finding,
            row.whole() / row.floor(),
            row.passages,
            megabytes(row.cut_memory),
            megabytes(row.peak_memory),
            number_or_dash(row.peak_memory.map(|bytes| bytes / row.words), 0),
        );
    }
    println!(
        "\ntimes: cutting, numbering and finding together, as a multiple of cutting and numbering"
    );
    println!("MB: beyond the texts, once they are cut into words, and at most");
}

fn print_pairs(measured: &[(&Set, Measured)]) {
    println!("\nThe same numbered words two by two, over all pairs; times in ms\n");
    println!(
        "{:>9} {:>7} {:>10} {:>18} {:>15} {:>22}",
        "articles",
        "pairs",
        "finding",
        "similar: Patience",
        "similar: Myers",
        "imara-diff: Histogram"
    );
    for (set, row) in measured.iter().filter(|(set, _)| set.in_pairs) {
        println!(
            "{:>9} {:>7} {:>10.3} {:>18} {:>15} {:>22}",
            set.name,
            set.articles * (set.articles - 1) / 2,
            row.finding,
            number_or_dash(row.patience, 3),
            number_or_dash(row.myers, 3),
            number_or_dash(row.histogram, 3),
        );
    }
    println!("\nA differ keeps one order: what moved it does not find.");
}

fn number_or_dash(number: Option<f64>, digits: usize) -> String {
    number.map_or_else(|| "-".to_owned(), |number| format!("{number:.digits$}"))
}

/// What one more article costs in a set that was compared before, and one less.
fn print_incremental(all: bool) {
    println!(
        "\nOne article in a set that was compared before, up to what it shares; times in ms\n"
    );
    println!(
        "{:>9} {:>18} {:>18} {:>18} {:>20}",
        "articles", "put in, median", "at most", "taken out, median", "all passages anew"
    );
    let sizes = [100, 1_000, 10_000];
    for count in sizes.into_iter().filter(|count| all || *count < 10_000) {
        let [median, most, out, whole] = incremental(count);
        println!("{count:>9} {median:>18.3} {most:>18.3} {out:>18.3} {whole:>20.3}");
    }
}

/// Articles beyond a set that are put into it and taken out again.
const MORE: usize = 60;

fn incremental(count: usize) -> [f64; 4] {
    let articles = articles::make(count + MORE, Shape::Stories);
    cut_by_all(&articles);
    let (known, more) = articles.split_at(count);
    let mut comparison = Comparison::new(
        known,
        &Spellings::default(),
        &Offices::default(),
        SEARCH,
        &Progress::default(),
    );
    let milliseconds = |start: Instant| start.elapsed().as_secs_f64() * 1_000.0;
    let mut times_in: Vec<f64> = more
        .iter()
        .map(|article| {
            let start = Instant::now();
            let place = comparison.articles().len();
            comparison.insert(place, article, &Progress::default());
            black_box(comparison.shared_by(place));
            milliseconds(start)
        })
        .collect();
    let start = Instant::now();
    black_box(comparison.shared());
    let whole = milliseconds(start);
    let mut times_out: Vec<f64> = more
        .iter()
        .map(|_| {
            let start = Instant::now();
            comparison.remove(comparison.articles().len() - 1, &Progress::default());
            milliseconds(start)
        })
        .collect();
    let median = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied().unwrap_or_default()
    };
    let median_in = median(&mut times_in);
    let most = times_in.last().copied().unwrap_or_default();
    [median_in, most, median(&mut times_out), whole]
}

/// What one more article costs in a set that was analysed before, beside what it costs when nothing is known.
fn print_one_more() {
    let articles = articles::make(MANY + ONE_BY_ONE, Shape::Stories);
    let rows = [
        ("which belong together", one_more(&articles, grouped)),
        ("the whole analysis", one_more(&articles, analysed)),
    ];
    println!("\nOne more article among {MANY}; median of {ONE_BY_ONE}, times in ms\n");
    println!("{:>22} {:>10} {:>10}", "", "anew", "one more");
    for (what, [anew, more]) in rows {
        println!("{what:>22} {anew:>10.1} {more:>10.1}");
    }
}

/// Articles that are known, and articles that come, one after the other.
const MANY: usize = 1_000;
const ONE_BY_ONE: usize = 11;

/// What `work` takes for so many articles when nothing is known, and for one more each time.
fn one_more(
    articles: &[Arc<Article>],
    work: impl Fn(&mut Memory, &[Arc<Article>]) -> Duration,
) -> [f64; 2] {
    let mut memory = Memory::default();
    let mut times = Vec::new();
    let known = |count: usize| &articles[..count];
    work(&mut memory, known(MANY));
    for count in MANY + 1..=MANY + ONE_BY_ONE {
        let anew = work(&mut Memory::default(), known(count));
        let more = work(&mut memory, known(count));
        times.push([anew, more]);
    }
    [0, 1].map(|which| {
        let mut times: Vec<Duration> = times.iter().map(|both| both[which]).collect();
        times.sort();
        times[times.len() / 2].as_secs_f64() * 1_000.0
    })
}

fn analysed(memory: &mut Memory, articles: &[Arc<Article>]) -> Duration {
    let settings = Settings::default();
    let start = Instant::now();
    let findings = analyse_again(
        memory,
        articles,
        &settings,
        Wanted::ALL,
        &Progress::default(),
    );
    let took = start.elapsed();
    drop(black_box(findings));
    took
}

/// The same without what comes before: numbers, versions, shared wording.
fn grouped(memory: &mut Memory, articles: &[Arc<Article>]) -> Duration {
    let corpus = number(articles);
    let repeats = versions::find(&corpus);
    let pairs = coverage::pairs(&corpus, &find(&corpus).passages);
    let start = Instant::now();
    let found = meetings::group_again(memory, &corpus, &pairs, &repeats, &Placing::default());
    let took = start.elapsed();
    drop(black_box(found));
    took
}

fn print_growth(measured: &[(&Set, Measured)]) {
    let stories: Vec<&(&Set, Measured)> = measured
        .iter()
        .filter(|(set, _)| set.shape == Shape::Stories && set.articles >= 100)
        .collect();
    let ([(small, from), .., (large, to)], true) = (stories.as_slice(), stories.len() > 1) else {
        return;
    };
    let exponent = |one: f64, other: f64| (other / one).ln() / (to.words / from.words).ln();
    println!(
        "\nFrom {} to {} articles, time grows with the words to the power of",
        small.name, large.name
    );
    println!("  {:.2} for the whole", exponent(from.whole(), to.whole()));
    println!("  {:.2} for finding", exponent(from.finding, to.finding));
}
