//! An analysis that knows an earlier one finds exactly what a fresh one finds, whatever was done in between.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use crossread::analysis::{Memory, Wanted, analyse, analyse_again};
use crossread::jobs::{Job, Progress};
use crossread::model::{
    Article, ArticleId, Block, Cause, Edit, Entry, Field, Fields, Noted, Place, Project, Reason,
    Role,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

/// Three meetings, as their reporters might write of them. Names come in several spellings, some words are names here and
/// things there, and places stand at heads, behind "di", and between offices and names.
const MEETINGS: [&[&str]; 3] = [
    &[
        "Menteri Luar Negeri Valdoria Irena Kostova bertemu dengan mitranya dari Belmora, Tomas Arvid, di Lasvik pada Selasa (5/3).",
        "Menlu Belmorra Tomas Arvid menerima Menlu Valdoria Irena Kostowa di Lasvik, dan keduanya membahas jalur feri baru.",
        "Ferry rates and cattle were Arvid's main concern when he met Irena Kostova in Lasvik on Tuesday.",
        "\"Feri ini akan menghubungkan dua tepian yang lama terpisah,\" kata Kostova seusai pembicaraan dengan Arvid.",
        "Jalur itu direncanakan dibuka pada musim panas, dengan tiga kapal dan satu dermaga tambahan di Valdoria.",
        "Kapal feri pertama berlayar sebelum musim panas usai, dan dermaga tambahan dibuka di Valdoria.",
        "Dermaga baru di sisi Belmora baru separuh selesai, menurut para ahli pelabuhan.",
    ],
    &[
        "Presiden Juan Perea menandatangani pakta hutan dengan Gubernur Sarunda Hadran Wirasta di Port Elmar, Kamis (28/3).",
        "Perea dan Wirasta sepakat bahwa hutan bakau di pesisir Sarunda dijaga bersama selama sepuluh tahun.",
        "Hutan bakau di pesisir itu akan dijaga bersama sepuluh tahun lamanya, demikian Wirasta dan Perea.",
        "Nelayan di Port Elmar menyambut pakta itu, tetapi bertanya siapa yang membayar penjaga hutan.",
        "Di Port Elmar, Gubernur Sarunda Hadran Wirasta mengatakan penjaga hutan dibayar oleh kedua pihak.",
    ],
    &[
        "Foreign Minister Ilse Marquand met Queria's envoy Leila Vos in Cordal on Monday to discuss the harbour tariffs.",
        "Leyla Vos told Marquand in Cordal that the harbour tariffs would fall by a third next year.",
        "The harbour tariffs will fall by one third next year, envoy Leila Vos told Ilsa Marquand.",
        "Marquand said the strait of Merin must stay open for grain ships while the talks go on.",
        "Grain ships must be free to pass the strait of Merin while talks continue, said Marquand.",
        "Arvid and Kostova sent a telegram from Lasvik, and Cordal Arvid answered it.",
    ],
];

const HEADLINES: [&str; 5] = [
    "Kostova dan Arvid Bahas Feri di Lasvik",
    "Feri Baru, Kata Menlu",
    "Pakta Hutan Diteken",
    "Harbour tariffs to fall, says Marquand's envoy",
    "Penjaga",
];
const OUTLETS: [&str; 3] = ["Harian Selat", "Warta Pesisir", "Queria Today"];
const PLACES: [&str; 4] = ["LASVIK", "Port Elmar", "Arvid", "CORDAL"];
const DAYS: [&str; 3] = ["2024-03-05", "2024-03-06", "2024-03-29"];

fn noted(text: &str) -> Option<Noted<String>> {
    Some(Noted::printed(text.to_owned()))
}

prop_compose! {
    /// An article with a line that was set aside, which can be brought back.
    fn article()(
        sentences in select(&MEETINGS[..]).prop_flat_map(|all| subsequence(all, 1..=all.len())),
        headline in select(&HEADLINES[..]),
        outlet in select(&OUTLETS[..]),
        dateline in proptest::option::of(select(&PLACES[..])),
        day in proptest::option::of(select(&DAYS[..])),
        aside in select(MEETINGS[0]),
    ) -> Article {
        let fields = Fields {
            headline: noted(headline),
            outlet: noted(outlet),
            dateline: dateline.and_then(noted),
            published: day.and_then(|day| Some(Noted::printed(day.parse().ok()?))),
            ..Fields::default()
        };
        let reason = Role::Aside { reason: Reason::Related, cause: Cause::Link };
        let body = sentences.iter().map(|text| Block::new(*text, Role::Body));
        let blocks = std::iter::once(Block::new(aside, reason)).chain(body);
        Article::new("made-up.txt", fields, blocks.collect())
    }
}

/// Something that a reader does. Articles are named by an index into those that are there.
#[derive(Clone, Debug)]
enum Step {
    Add(Vec<Article>),
    Remove(Index),
    Field(Index, Field, &'static str),
    Restore(Index, bool),
    Together(Index, Index),
    Alone(Index),
    Nowhere(Index),
    TakeBack(Index),
    MinWords(usize),
    Spellings(bool),
    Office(&'static str),
    OneMeeting(bool),
    Reworded(bool),
    /// An analysis that is cancelled after so many microseconds.
    CutShort(u64),
}

fn step() -> impl Strategy<Value = Step> {
    let index = any::<Index>;
    let field = prop_oneof![
        select(&HEADLINES[..]).prop_map(|text| (Field::Headline, text)),
        select(&OUTLETS[..]).prop_map(|text| (Field::Outlet, text)),
        select(&PLACES[..]).prop_map(|text| (Field::Dateline, text)),
        select(&DAYS[..]).prop_map(|text| (Field::Published, text)),
        select(&HEADLINES[..]).prop_map(|text| (Field::Deck, text)),
    ];
    prop_oneof![
        6 => vec(article(), 1..3).prop_map(Step::Add),
        3 => index().prop_map(Step::Remove),
        4 => (index(), field).prop_map(|(at, (field, text))| Step::Field(at, field, text)),
        3 => (index(), any::<bool>()).prop_map(|(at, on)| Step::Restore(at, on)),
        2 => (index(), index()).prop_map(|(one, two)| Step::Together(one, two)),
        1 => index().prop_map(Step::Alone),
        1 => index().prop_map(Step::Nowhere),
        1 => index().prop_map(Step::TakeBack),
        1 => (4..9_usize).prop_map(Step::MinWords),
        1 => any::<bool>().prop_map(Step::Spellings),
        1 => select(&["nelayan", "gubernur", "menteri", "envoy"][..]).prop_map(Step::Office),
        1 => any::<bool>().prop_map(Step::OneMeeting),
        1 => any::<bool>().prop_map(Step::Reworded),
        2 => (0..3_000_u64).prop_map(Step::CutShort),
    ]
}

/// The project after a step.
fn after(project: &Project, step: &Step) -> Project {
    let id = |index: &Index| index.get(&project.articles).id;
    let all = || project.articles.iter().map(|article| article.id);
    let place = |article: ArticleId, place: Place| Edit::Place {
        articles: vec![article],
        place,
    };
    let edit = match step {
        Step::Add(articles) => Edit::Add(articles.clone()),
        _ if project.articles.is_empty() => return project.clone(),
        Step::Remove(at) => Edit::Remove(vec![id(at)]),
        Step::Field(at, field, text) => Edit::Field {
            article: id(at),
            field: *field,
            entry: Entry::typed(*field, text).ok(),
        },
        Step::Restore(at, restored) => Edit::Restore {
            article: id(at),
            block: 0,
            restored: *restored,
        },
        Step::Together(one, two) => {
            let apart = Vec::new();
            let with = vec![id(two)];
            place(id(one), Place::Meeting { with, apart })
        }
        Step::Alone(at) => place(id(at), Place::alone(all().collect())),
        Step::Nowhere(at) => place(id(at), Place::Nowhere),
        Step::TakeBack(at) => Edit::TakeBack(vec![id(at)]),
        Step::MinWords(words) => Edit::MinWords(*words),
        Step::Spellings(on) => {
            let spellings = &project.settings.spellings;
            Edit::Spellings(if *on {
                let row = spellings.with_row(None, "Kostova, Marquand");
                row.unwrap_or_else(|_| spellings.clone())
            } else {
                spellings.parting(&["belmora".to_owned(), "belmorra".to_owned()])
            })
        }
        Step::Office(word) => {
            let offices = &project.settings.offices;
            let added = offices.with("id", word);
            Edit::Offices(added.unwrap_or_else(|| offices.switched(word)))
        }
        Step::OneMeeting(_) | Step::Reworded(_) | Step::CutShort(_) => {
            let mut next = project.clone();
            match step {
                Step::OneMeeting(on) => next.settings.one_meeting = *on,
                Step::Reworded(on) => next.settings.reworded = *on,
                _ => {}
            }
            return next;
        }
    };
    edit.apply(project)
}

/// Begins an analysis of `project` and cancels it.
fn cut_short(memory: &Arc<Mutex<Memory>>, project: &Project, microseconds: u64) {
    let (memory, project) = (Arc::clone(memory), project.clone());
    let work = move |progress: &Progress| {
        let mut memory = memory.lock().unwrap_or_else(|error| error.into_inner());
        let Project {
            articles, settings, ..
        } = &project;
        analyse_again(&mut memory, articles, settings, Wanted::ALL, progress);
    };
    let job = Job::spawn("cut short", || (), work);
    std::thread::sleep(Duration::from_micros(microseconds));
    drop(job);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_is_known_changes_nothing(
        begin in vec(article(), 4..24),
        steps in vec(step(), 1..10),
    ) {
        let memory = Arc::new(Mutex::new(Memory::default()));
        let mut project = Project::default();
        for step in std::iter::once(&Step::Add(begin)).chain(&steps) {
            project = after(&project, step);
            if let Step::CutShort(microseconds) = step {
                cut_short(&memory, &project, *microseconds);
            }
            let (articles, settings) = (&project.articles, &project.settings);
            let progress = Progress::default();
            let mut memory = memory.lock().unwrap_or_else(|error| error.into_inner());
            let again = analyse_again(&mut memory, articles, settings, Wanted::ALL, &progress);
            let fresh = analyse(articles, settings, Wanted::ALL, &progress);
            prop_assert_eq!(again, fresh);
        }
    }
}
