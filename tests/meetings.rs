//! Which articles cover the same meeting: texts of our own, Indonesian and English, with the cases that are hard in
//! diplomacy, and how fast it is.

#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout)] // Tests may give up, and say how fast they were.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crossread::analysis::meetings::{Meeting, group, newest_first};
use crossread::analysis::{Corpus, Evidence, Findings, Wanted, analyse};
use crossread::jobs::Progress;
use crossread::model::{
    Article, ArticleId, Block, Edit, Fields, Moment, Noted, Offices, Place, Placing, Project, Role,
    Settings, Spellings,
};

/// An article: outlet, day of publication, headline, paragraphs.
fn article(outlet: &str, day: Option<&str>, headline: &str, body: &[&str]) -> Arc<Article> {
    let fields = Fields {
        outlet: Some(Noted::printed(outlet.to_owned())),
        headline: Some(Noted::printed(headline.to_owned())),
        published: day.map(|day| {
            let moment: Moment = day.parse().expect("a day");
            Noted::printed(moment)
        }),
        ..Fields::default()
    };
    let blocks = body
        .iter()
        .map(|text| Block::new(*text, Role::Body))
        .collect();
    Arc::new(Article::new(format!("{outlet}.txt"), fields, blocks))
}

fn findings(articles: &[Arc<Article>]) -> Findings {
    analyse(
        articles,
        &Settings::default(),
        Wanted::ALL,
        &Progress::default(),
    )
}

fn groups(findings: &Findings) -> Vec<Vec<usize>> {
    let meetings = findings.meetings.iter();
    meetings.map(|meeting| meeting.articles.clone()).collect()
}

/// Two ministers in Lasvik, and again three weeks later in Port Elmar; two outlets each. An analysis names both meetings
/// and covers none.
fn two_ministers() -> Vec<Arc<Article>> {
    vec![
        article(
            "Harian Selat",
            Some("2024-03-05"),
            "Kostova dan Arvid Bahas Feri Selat Merin di Lasvik",
            &[
                "Menteri Luar Negeri Valdoria Irena Kostova bertemu dengan mitranya dari Belmora, Tomas Arvid, di Lasvik \
                 pada Selasa (5/3). Keduanya membahas jalur feri baru yang melintasi Selat Merin.",
                "\"Feri ini akan menghubungkan dua tepian yang lama terpisah,\" kata Kostova seusai pembicaraan. Arvid \
                 menyebut tarif angkutan ternak sebagai pokok yang paling sulit.",
                "Jalur itu direncanakan dibuka pada musim panas, dengan tiga kapal dan satu dermaga tambahan di Valdoria.",
            ],
        ),
        article(
            "Warta Pesisir",
            Some("2024-03-06"),
            "Jalur Feri Selat Merin Dibicarakan Dua Menlu",
            &[
                "LASVIK - Penyeberangan ternak dan penumpang lewat Selat Merin menjadi agenda utama ketika Menlu Belmora \
                 Tomas Arvid menerima Menlu Valdoria Irena Kostowa, Selasa (5/3).",
                "Kostowa menilai kapal feri pertama dapat berlayar sebelum musim panas usai. Soal tarif ternak, menurut \
                 Arvid, masih perlu dihitung lagi oleh para ahli pelabuhan.",
                "Dermaga baru di sisi Belmora baru separuh selesai.",
            ],
        ),
        article(
            "Harian Selat",
            Some("2024-03-26"),
            "Di Port Elmar, Kostova dan Arvid Teken Pakta Hutan",
            &[
                "Menteri Luar Negeri Valdoria Irena Kostova dan Menteri Luar Negeri Belmora Tomas Arvid menandatangani \
                 pakta perlindungan hutan di Port Elmar pada Senin (25/3).",
                "Pakta itu melarang penebangan kayu ek tua di kedua sisi perbatasan. \"Hutan tidak mengenal garis \
                 batas,\" ujar Arvid.",
                "Tiga minggu lalu keduanya bertemu di Lasvik untuk membahas feri Selat Merin.",
            ],
        ),
        article(
            "Warta Pesisir",
            Some("2024-03-26"),
            "Pakta Hutan Valdoria-Belmora Lindungi Kayu Ek Tua",
            &[
                "Valdoria dan Belmora sepakat menghentikan penebangan ek tua di perbatasan. Kesepakatan diteken Kostova \
                 dan Arvid di Port Elmar, Senin (25/3).",
                "Menurut Menlu Valdoria Irena Kostova, penjaga hutan kedua negara akan berpatroli bersama. Menlu Belmora \
                 Tomas Arvid menyambut pakta perlindungan hutan itu.",
            ],
        ),
        article(
            "Majalah Cakrawala",
            Some("2024-04-20"),
            "Analisis: Ke Mana Arah Hubungan Valdoria dan Belmora?",
            &[
                "Selama setahun terakhir hubungan Valdoria dan Belmora bergerak dari curiga menjadi hangat. Pertemuan \
                 Irena Kostova dan Tomas Arvid di Lasvik serta Port Elmar bulan lalu hanyalah puncaknya.",
                "Di baliknya ada hitungan dagang, utang lama, dan pemilu yang makin dekat. Para pengamat menilai \
                 kedekatan itu rapuh selama soal kuota ikan belum selesai.",
            ],
        ),
    ]
}

#[test]
fn two_ministers_three_weeks_apart() {
    let found = findings(&two_ministers());
    assert_eq!(groups(&found), [vec![0, 1], vec![2, 3], vec![4]]);
    let [first, second, _] = found.meetings.as_slice() else {
        panic!("three meetings");
    };
    for meeting in [first, second] {
        assert!(
            meeting.participants.contains(&"Irena Kostova".to_owned()),
            "{meeting:?}"
        );
        assert!(
            meeting.participants.contains(&"Tomas Arvid".to_owned()),
            "{meeting:?}"
        );
    }
    let told = |meeting: &Meeting| {
        (
            meeting.date.map(|date| date.to_string()),
            meeting.place.clone(),
        )
    };
    assert_eq!(
        told(first),
        (Some("2024-03-05".into()), Some("Lasvik".into()))
    );
    assert_eq!(
        told(second),
        (Some("2024-03-25".into()), Some("Port Elmar".into()))
    );
    assert!(first.date_inferred, "the year is not printed");
}

#[test]
fn every_article_says_why_it_is_there() {
    let found = findings(&two_ministers());
    for meeting in &found.meetings {
        let articles: Vec<usize> = meeting
            .members
            .iter()
            .map(|member| member.article)
            .collect();
        assert_eq!(articles, meeting.articles);
        for member in &meeting.members {
            assert!(!member.evidence.is_empty(), "{member:?}");
            assert_eq!(member.is_alone(), meeting.articles.len() == 1, "{member:?}");
            assert!((0.0..=1.0).contains(&member.sure), "{member:?}");
        }
    }
    let is = |wanted: fn(&Evidence) -> bool| found.meetings[0].evidence.iter().any(wanted);
    assert!(is(
        |evidence| matches!(evidence, Evidence::People { names } if names.len() == 2)
    ));
    assert!(is(|evidence| *evidence == Evidence::Date));
    assert!(is(
        |evidence| matches!(evidence, Evidence::RareWords { words } if words.contains(&"feri".to_owned()))
    ));
    assert!(is(|evidence| matches!(evidence, Evidence::Headline { .. })));
}

/// Independent reports share no wording and spell the names in two ways; nearby stands another meeting of one of the two.
#[test]
fn independent_reports_that_spell_names_differently() {
    let articles = [
        article(
            "The Strand Post",
            Some("2025-06-11"),
            "Grain deal tops Lermov talks in Ostrava Bay",
            &[
                "Foreign Minister Sergei Lermov met Galdan's envoy Aisha Noor in Ostrava Bay on Tuesday to revive a grain \
                 corridor that collapsed last winter.",
                "Noor said insurers would return once the corridor was demined. Lermov promised convoys twice a week.",
            ],
        ),
        article(
            "Northern Courier",
            Some("2025-06-11"),
            "Insurers may return as corridor for grain is revived",
            &[
                "A shipping corridor for wheat could reopen within weeks, the envoy of Galdan said after discussions with \
                 Sergey Lermov on Tuesday.",
                "Mines are the main obstacle, according to envoy Aisha Nur, who wants convoys escorted through the grain \
                 corridor.",
            ],
        ),
        article(
            "The Strand Post",
            Some("2025-06-11"),
            "Lermov opens embassy school",
            &[
                "Foreign Minister Sergei Lermov opened a school for the children of embassy staff on Wednesday, praising \
                 its music rooms and its new swimming pool.",
                "Teachers and parents had collected money for the pool for nine years.",
            ],
        ),
    ];
    let found = findings(&articles);
    assert_eq!(groups(&found), [vec![0, 1], vec![2]]);
    assert_eq!(
        found.meetings[0].participants.first().map(String::as_str),
        Some("Sergei Lermov")
    );
    assert_eq!(
        found.meetings[0]
            .date
            .map(|date| date.to_string())
            .as_deref(),
        Some("2025-06-10")
    );
}

/// A later version follows its first one, also where it says other things.
#[test]
fn versions_stay_together() {
    let body = [
        "Menteri Luar Negeri Valdoria Irena Kostova bertemu dengan mitranya dari Belmora, Tomas Arvid, di Lasvik pada \
         Selasa (5/3). Keduanya membahas jalur feri baru yang melintasi Selat Merin.",
        "\"Feri ini akan menghubungkan dua tepian yang lama terpisah,\" kata Kostova seusai pembicaraan yang berlangsung \
         dua jam di gedung pabean tua.",
    ];
    let mut longer = body.to_vec();
    longer.push("Jalur itu direncanakan dibuka pada musim panas, dengan tiga kapal dan satu dermaga tambahan.");
    let headline = "Kostova dan Arvid Bahas Feri Selat Merin di Lasvik";
    let found = findings(&[
        article("Harian Selat", Some("2024-03-05"), headline, &body),
        article("Harian Selat", Some("2024-03-06"), headline, &longer),
    ]);
    assert_eq!(groups(&found), [[0, 1]]);
    let later = &found.meetings[0].members[1].evidence;
    assert!(later.contains(&Evidence::Version { of: 0 }), "{later:?}");
}

/// What one article tells: people, day, place.
#[test]
fn who_where_and_when() {
    /// Day of publication, text, people, day, place.
    type Row = (
        &'static str,
        &'static str,
        &'static [&'static str],
        Option<&'static str>,
        Option<&'static str>,
    );
    let rows: [Row; 8] = [
        (
            "2024-04-10",
            "Menlu Tiongkok Wang Lan berbincang dengan Duta Besar Rusia untuk Tiongkok Anton Grigorev. Pertemuan itu \
             berlangsung di Tarvik pada Selasa (9/4). Wang menyebut pembicaraan itu hangat.",
            &["Wang Lan", "Anton Grigorev"],
            Some("2024-04-09"),
            Some("Tarvik"),
        ),
        // The dateline is no place, and the day of the source no day of the meeting.
        (
            "2024-04-19",
            "MEDAN - Wakil Menteri Luar Negeri Cina Li Yuan berkata pada pertemuan dengan Anton Grigorev bahwa kerja sama \
             akan berlanjut, seperti melansir TASS 19 April.",
            &["Li Yuan", "Anton Grigorev"],
            None,
            None,
        ),
        (
            "2024-04-19",
            "Prime Minister Olga Brandt met President Juan Perea in Cordal on Wednesday. Last year the two met in \
             Westhaven. Brandt said the talks had been useful.",
            &["Olga Brandt", "Juan Perea"],
            Some("2024-04-17"),
            Some("Cordal"),
        ),
        // Who agrees on something was together for it; what began the quarrel was announced on another day.
        (
            "2024-04-17",
            "Prime Minister Olga Brandt and President Juan Perea agreed in Westhaven on Tuesday to open the lock. Brandt \
             said the ferries would sail on Wednesday. The quarrel began on April 2, when Brandt announced a toll.",
            &["Olga Brandt", "Juan Perea"],
            Some("2024-04-16"),
            Some("Westhaven"),
        ),
        // What lies ahead is no meeting yet.
        (
            "2024-04-19",
            "President Juan Perea said on Thursday that he will meet Olga Brandt in Westhaven.",
            &["Juan Perea"],
            Some("2024-04-18"),
            None,
        ),
        // A country is too wide, and a service no place.
        (
            "2024-04-19",
            "Presiden Juan Perea tiba di Indonesia. Menurut video pertemuan yang dibagikan di Telegram, Perea tersenyum.",
            &["Juan Perea"],
            None,
            None,
        ),
        // A range of days begins with its first.
        (
            "2023-02-05",
            "Deputi Menteri Andrei Rudnev bertemu Lena Vos dalam kunjungan pada 2 dan 3 Februari.",
            &["Andrei Rudnev", "Lena Vos"],
            Some("2023-02-02"),
            None,
        ),
        // A capital that speaks is no person.
        (
            "2023-02-05",
            "Moskow mengatakan pembicaraan akan berlanjut. Rapat digelar di Moskow, kata Lena Vos.",
            &["Lena Vos"],
            None,
            Some("Moskow"),
        ),
    ];
    for (published, text, people, date, place) in rows {
        let found = findings(&[article("Harian Selat", Some(published), "Judul", &[text])]);
        let meeting = &found.meetings[0];
        for name in people {
            assert!(
                meeting.participants.iter().any(|other| other == name),
                "{name}: {meeting:?}"
            );
        }
        assert_eq!(
            meeting.date.map(|date| date.to_string()).as_deref(),
            date,
            "{text}"
        );
        assert_eq!(meeting.place.as_deref(), place, "{text}");
        assert!(
            !meeting.participants.iter().any(|name| name == "Moskow"),
            "{meeting:?}"
        );
    }
}

/// A project with these articles; its articles are named 0, 1, 2 … in their order.
fn project(articles: Vec<Arc<Article>>) -> Project {
    let articles = articles.iter().map(|article| Article::clone(article));
    Edit::Add(articles.collect()).apply(&Project::default())
}

fn analysed(project: &Project) -> Findings {
    analyse(
        &project.articles,
        &project.settings,
        Wanted::ALL,
        &Progress::default(),
    )
}

fn ids(names: &[u32]) -> Vec<ArticleId> {
    names.iter().copied().map(ArticleId).collect()
}

/// `articles` belong to `with`, and not to `apart`.
fn moved(articles: &[u32], with: &[u32], apart: &[u32]) -> Edit {
    let place = Place::Meeting {
        with: ids(with),
        apart: ids(apart),
    };
    Edit::Place {
        articles: ids(articles),
        place,
    }
}

fn nowhere(articles: &[u32]) -> Edit {
    Edit::Place {
        articles: ids(articles),
        place: Place::Nowhere,
    }
}

/// What comes out of which decisions: the groups by the articles' names, the newest meaning of the reader counts.
#[test]
fn the_reader_has_the_last_word() {
    /// What it is about, what the reader decides, the groups that come out.
    type Row = (&'static str, Vec<Edit>, &'static [&'static [u32]]);
    let rows: Vec<Row> = vec![
        ("nothing", vec![], &[&[0, 1], &[2, 3], &[4]]),
        (
            "moved",
            vec![moved(&[1], &[2, 3], &[0])],
            &[&[0], &[1, 2, 3], &[4]],
        ),
        (
            "moved, and moved back",
            vec![moved(&[1], &[2, 3], &[0]), moved(&[1], &[0], &[2, 3])],
            &[&[0, 1], &[2, 3], &[4]],
        ),
        (
            "moved, and taken back",
            vec![moved(&[1], &[2, 3], &[0]), Edit::TakeBack(ids(&[1]))],
            &[&[0, 1], &[2, 3], &[4]],
        ),
        (
            "split off",
            vec![moved(&[1], &[], &[0])],
            &[&[0], &[1], &[2, 3], &[4]],
        ),
        (
            "merged",
            vec![moved(&[2, 3], &[0, 1], &[])],
            &[&[0, 1, 2, 3], &[4]],
        ),
        (
            "merged, then one split off",
            vec![moved(&[2, 3], &[0, 1], &[]), moved(&[3], &[], &[0, 1, 2])],
            &[&[0, 1, 2], &[3], &[4]],
        ),
        (
            "moved, then the meetings merged all the same",
            vec![moved(&[1], &[2, 3], &[0]), moved(&[0], &[1, 2, 3], &[])],
            &[&[0, 1, 2, 3], &[4]],
        ),
        (
            "no meeting",
            vec![nowhere(&[0]), nowhere(&[4])],
            &[&[1], &[2, 3], &[0, 4]],
        ),
        (
            "no meeting after all is one",
            vec![nowhere(&[0]), moved(&[0], &[1], &[])],
            &[&[0, 1], &[2, 3], &[4]],
        ),
        // The one that was moved is gone, and with it what it tied together.
        (
            "the article removed",
            vec![
                moved(&[4], &[0, 1], &[]),
                moved(&[4], &[2, 3], &[0, 1]),
                Edit::Remove(ids(&[4])),
            ],
            &[&[0, 1], &[2, 3]],
        ),
        (
            "those that it was put to removed",
            vec![moved(&[1], &[4], &[0]), Edit::Remove(ids(&[4]))],
            &[&[0], &[1], &[2, 3]],
        ),
        // The same five come once more from other outlets: they find the meetings that the reader made.
        (
            "new articles after a merge",
            vec![moved(&[2, 3], &[0, 1], &[]), Edit::Add(others())],
            &[&[0, 1, 2, 3, 5, 6], &[4]],
        ),
        (
            "new articles after a move",
            vec![moved(&[4], &[0, 1], &[]), Edit::Add(others())],
            &[&[0, 1, 4, 5], &[2, 3, 6]],
        ),
        // It is nearest to the one that was moved, and follows it.
        (
            "a new article of a meeting from which one was moved",
            vec![moved(&[1], &[4], &[0]), Edit::Add(others())],
            &[&[0], &[1, 4, 5], &[2, 3, 6]],
        ),
        // A version follows its first one, also where only that was moved.
        (
            "a version of one that was moved",
            vec![moved(&[1], &[2, 3], &[0]), Edit::Add(vec![version()])],
            &[&[0], &[1, 2, 3, 5], &[4]],
        ),
        (
            "a version of one that covers no meeting",
            vec![nowhere(&[1]), Edit::Add(vec![version()])],
            &[&[0], &[2, 3], &[4], &[1, 5]],
        ),
    ];
    for (what, edits, wanted) in rows {
        let project = edits
            .into_iter()
            .fold(project(two_ministers()), |project, edit| {
                edit.apply(&project)
            });
        let found = analysed(&project);
        let name = |place: &usize| found.articles[*place].id.0;
        let groups: Vec<Vec<u32>> = found
            .meetings
            .iter()
            .map(|meeting| meeting.articles.iter().map(name).collect())
            .collect();
        assert_eq!(groups, wanted, "{what}");
    }
}

/// One more report on each of the two meetings.
fn others() -> Vec<Article> {
    let one = article(
        "Kabar Teluk",
        Some("2024-03-06"),
        "Kostova dan Arvid Bicarakan Jalur Feri Selat Merin",
        &[
            "Di Lasvik, Selasa (5/3), Menlu Valdoria Irena Kostova dan Menlu Belmora Tomas Arvid membicarakan jalur feri di \
           Selat Merin: tarif ternak, kapal pertama sebelum musim panas, dan dermaga di sisi Belmora.",
        ],
    );
    let two = article(
        "Kabar Teluk",
        Some("2024-03-26"),
        "Pakta Hutan Diteken di Port Elmar",
        &[
            "Pakta hutan yang melarang penebangan kayu ek tua di perbatasan diteken Menlu Valdoria Irena Kostova dan Menlu \
           Belmora Tomas Arvid di Port Elmar, Senin (25/3). Penjaga hutan akan berpatroli bersama.",
        ],
    );
    [one, two]
        .iter()
        .map(|article| Article::clone(article))
        .collect()
}

/// A later version of the second article.
fn version() -> Article {
    let first = &two_ministers()[1];
    let mut blocks = first.blocks().to_vec();
    blocks.push(Block::new(
        "Pembicaraan dilanjutkan pekan depan.",
        Role::Body,
    ));
    let mut fields = first.fields.clone();
    let later: Moment = "2024-03-07".parse().expect("a day");
    fields.published = Some(Noted::printed(later));
    Article::new("later.txt", fields, blocks)
}

#[test]
fn what_the_reader_placed_says_so() {
    let mut project = moved(&[1], &[2, 3], &[0]).apply(&project(two_ministers()));
    project = nowhere(&[4]).apply(&project);
    let found = analysed(&project);
    let placed: Vec<usize> = found
        .meetings
        .iter()
        .flat_map(|meeting| &meeting.members)
        .filter(|member| member.is_placed())
        .map(|member| member.article)
        .collect();
    assert_eq!(placed, [1, 4]);
    let none: Vec<bool> = found
        .meetings
        .iter()
        .map(|meeting| meeting.is_none)
        .collect();
    assert_eq!(none, [false, false, true]);
    // What covers no meeting is outside all comparison: it has no place, no day and nobody who takes part.
    let last = &found.meetings[2];
    assert!(
        last.participants.is_empty() && last.day().is_none(),
        "{last:?}"
    );
    assert_eq!(newest_first(&found.meetings), [1, 0, 2]);
}

/// Decisions and all: what is kept comes back.
#[test]
fn decisions_are_kept_with_the_project() {
    let project = nowhere(&[4]).apply(&moved(&[1], &[2, 3], &[0]).apply(&project(two_ministers())));
    let kept = serde_json::to_string(&project).expect("a project can be written");
    let back: Project = serde_json::from_str(&kept).expect("and read");
    assert_eq!(back, project);
}

/// A city that speaks in one article is a place in another: it takes no part.
#[test]
fn a_city_is_nobody() {
    let found = findings(&[
        article(
            "Harian Selat",
            Some("2024-03-05"),
            "Kostova Bahas Feri Selat Merin",
            &[
                "Menlu Irena Kostova membahas jalur feri Selat Merin dan tarif ternak. Tarvik mengatakan tarif \
               ternak perlu dihitung ulang, dan Kostova setuju.",
            ],
        ),
        article(
            "Warta Pesisir",
            Some("2024-03-05"),
            "Jalur Feri Selat Merin Dibahas",
            &[
                "Jalur feri Selat Merin dan tarif ternak dibahas Menlu Irena Kostova di Tarvik. Tarvik mengatakan \
               tarif ternak perlu dihitung ulang.",
            ],
        ),
    ]);
    assert_eq!(groups(&found), [vec![0, 1]]);
    assert_eq!(found.meetings[0].participants, ["Irena Kostova"]);
}

/// Articles of invented words, a few of them to each event.
fn many(count: usize) -> Vec<Arc<Article>> {
    let mut state = 1_u64;
    let mut random = move |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as usize % below
    };
    (0..count)
        .map(|number| {
            let event = number / 4;
            let mut text = format!(
                "Menteri Luar Negeri Na{event}ma bertemu Irena Kostova di Lasvik pada Senin (4/3). "
            );
            for word in 0..400 {
                let own = random(4) == 0;
                let drawn = if own {
                    event * 40 + random(40)
                } else {
                    random(9000).min(random(9000)) + 20_000
                };
                text.push_str(&format!(
                    "kata{drawn}{} ",
                    if word % 12 == 11 { "." } else { "" }
                ));
            }
            article(
                "Harian Selat",
                Some("2024-03-05"),
                &format!("Peristiwa {event}"),
                &[&text],
            )
        })
        .collect()
}

/// A thousand articles in two seconds; as the whole is done again for each that comes, also for one more.
#[test]
fn a_thousand_articles() {
    let articles = many(1000);
    let corpus = Corpus::new(&articles, &Spellings::default());
    let start = Instant::now();
    let meetings = group(
        &corpus,
        &[],
        &vec![None; articles.len()],
        &Placing::default(),
    );
    let took = start.elapsed();
    println!(
        "1,000 articles grouped in {took:?}: {} meetings",
        meetings.len()
    );
    assert!((200..=300).contains(&meetings.len()), "{}", meetings.len());
    assert!(took < Duration::from_secs(2), "{took:?}");
}

/// The reader knows offices that are in no list, and takes out words that are names here.
#[test]
fn offices_are_as_the_reader_has_them() {
    let text = "Pada Senin, Bupati Jonas Marpaung bertemu Syahbandar Ardan Sulwe di Tarvik. Menurut Syahbandar Ardan \
                Sulwe, dermaga dibuka. Kabar itu disambut Bupati Jonas Marpaung.";
    let articles = [article(
        "Harian Selat",
        Some("2024-04-10"),
        "Dermaga",
        &[text],
    )];
    let people = |offices: Offices| {
        let settings = Settings {
            offices,
            ..Settings::default()
        };
        let found = analyse(&articles, &settings, Wanted::ALL, &Progress::default());
        found.meetings[0].participants.clone()
    };
    let none = Offices::default();
    assert!(people(none.clone()).contains(&"Syahbandar Ardan Sulwe".to_owned()));
    let added = none.with("id", "syahbandar").expect("a new word");
    assert!(people(added).contains(&"Ardan Sulwe".to_owned()));
    assert!(people(none.clone()).contains(&"Jonas Marpaung".to_owned()));
    let off = none.switched("bupati");
    assert!(people(off).contains(&"Bupati Jonas Marpaung".to_owned()));
}

/// People of whom articles only tell: in quotes, of other times, in passing; and a grower whom one of three outlets met.
#[test]
fn who_is_talked_about_takes_no_part() {
    let rows: [(&[&str], &[&str]); 4] = [
        (
            &[
                "Menlu Irena Kostova bertemu Menlu Tomas Arvid di Lasvik pada Selasa (5/3). \
               \"Kami berterima kasih kepada Presiden Olga Brandt dan Presiden Juan Perea,\" kata Kostova. Arvid berkata \
               pembicaraan itu hangat. Tahun lalu Presiden Olga Brandt dan Presiden Juan Perea mengumumkan kemitraan.",
            ],
            &["Irena Kostova", "Tomas Arvid"],
        ),
        (
            &[
                "Foreign Minister Irena Kostova met Foreign Minister Tomas Arvid in Lasvik on Tuesday, two days after \
               talks with President Juan Perea in Cordal. Kostova said the ferry would sail. Arvid agreed.",
            ],
            &["Irena Kostova", "Tomas Arvid"],
        ),
        // Somebody without an office whom all articles are about.
        (
            &["The harbour would close, Lena Vos said. Vos said ships would sail elsewhere."],
            &["Lena Vos"],
        ),
        (
            &[
                "Foreign Minister Irena Kostova met Foreign Minister Tomas Arvid in Lasvik on Tuesday about the ferry over \
                 the Merin strait. Kostova said cattle would cross first. Arvid spoke of tariffs.",
                "The ferry over the Merin strait will carry cattle, Foreign Minister Irena Kostova and Foreign Minister \
                 Tomas Arvid said after talks in Lasvik on Tuesday about tariffs.",
                "Jon Brook lost his cattle. \"A ferry over the Merin strait helps nobody,\" said Brook. Brook keeps goats now. \
                 Foreign Minister Irena Kostova met Foreign Minister Tomas Arvid in Lasvik on Tuesday about tariffs.",
            ],
            &["Irena Kostova", "Tomas Arvid"],
        ),
    ];
    for (texts, people) in rows {
        let outlets = ["Harian Selat", "Warta Pesisir", "Majalah Cakrawala"];
        let articles: Vec<_> = texts
            .iter()
            .zip(outlets)
            .map(|(text, outlet)| {
                article(
                    outlet,
                    Some("2024-03-06"),
                    "Ferry over the Merin strait",
                    &[text],
                )
            })
            .collect();
        let found = findings(&articles);
        assert_eq!(found.meetings.len(), 1, "{texts:?}");
        let mut named = found.meetings[0].participants.clone();
        named.sort();
        assert_eq!(named, people, "{texts:?}");
    }
}

/// A place between an office and a name is no part of the name, though no list knows the place.
#[test]
fn the_place_of_an_office_is_not_in_a_name() {
    let text = "Sarunda dan Belmora menyepakati jalur feri. Menteri Luar Negeri Sarunda Hadran Wirasta bertemu Menteri Luar \
                Negeri Belmora Ilse Marquand di Lasvik. Wirasta mengatakan kapal siap. Marquand menyambutnya.";
    let found = findings(&[article("Harian Selat", Some("2024-03-06"), "Feri", &[text])]);
    let participants = &found.meetings[0].participants;
    assert_eq!(participants, &["Hadran Wirasta", "Ilse Marquand"]);
    // A person whom outlets call by the one name or by the other keeps both.
    let text = "Prabowo tiba di Lasvik. Presiden Prabowo Subianto bertemu Presiden Juan Perea di Lasvik. Prabowo berkata kapal \
                siap, dan Perea menyambutnya.";
    let found = findings(&[article("Harian Selat", Some("2024-03-06"), "Feri", &[text])]);
    let participants = &found.meetings[0].participants;
    assert_eq!(participants, &["Prabowo Subianto", "Juan Perea"]);
}

/// The names of those who take part, and their order, stay when an article comes.
/// "Tomas" stands at the beginning of sentences alone, where any word has a capital; so does "Menanggapi", but before
/// other words too.
#[test]
fn a_name_that_only_begins_sentences_is_whole() {
    let day = Some("2024-03-05");
    let articles = [
        article(
            "Harian Selat",
            day,
            "Jalur Feri Baru Dibahas",
            &[
                "Tomas Arvid bertemu dengan Menteri Luar Negeri Irena Kostova di Lasvik pada Selasa (5/3).",
                "Jalur feri itu, kata Arvid, dibuka pada musim panas. Menanggapi Arvid, Kostova berterima kasih.",
            ],
        ),
        article(
            "Warta Pesisir",
            day,
            "Jalur Feri Baru Dibuka Musim Panas",
            &[
                "Tomas Arvid menerima Menlu Irena Kostova di Lasvik, Selasa (5/3), dan membahas jalur feri baru.",
                "Menurut Arvid, jalur feri itu dibuka pada musim panas. Menanggapi Kostova, kata Arvid, ia optimistis.",
            ],
        ),
    ];
    let found = findings(&articles);
    assert_eq!(groups(&found), [vec![0, 1]]);
    assert_eq!(
        found.meetings[0].participants,
        ["Tomas Arvid", "Irena Kostova"]
    );
    // A group is no person: where a sentence was copied, its first word stands in several articles too.
    let copy = "Rombongan Lasvik tiba dengan kapal patroli menjelang subuh. Tomas Arvid menyambut Irena Kostova di Lasvik.";
    let copied =
        ["Harian Selat", "Warta Pesisir"].map(|outlet| article(outlet, day, "Kapal", &[copy]));
    let people = findings(&copied).meetings.remove(0).participants;
    assert!(
        !people.iter().any(|name| name.starts_with("Rombongan")),
        "{people:?}"
    );
    // Once says nothing.
    let found = findings(&articles[..1]);
    assert_eq!(found.meetings[0].participants, ["Arvid", "Irena Kostova"]);
}

#[test]
fn participants_keep_their_names_when_articles_come() {
    let mut articles = two_ministers();
    articles.truncate(2);
    let before = findings(&articles).meetings[0].participants.clone();
    assert_eq!(before, ["Irena Kostova", "Tomas Arvid"]);
    let text = "Menteri Tomas Arvid menyebut tarif angkutan ternak sebagai pokok pertemuan di Lasvik pada Selasa (5/3) dengan \
                Menteri Irena Kostova soal jalur feri Selat Merin. Arvid berkata Arvid akan kembali. Arvid, Tomas Arvid.";
    articles.push(article(
        "Kabar Ketiga",
        Some("2024-03-06"),
        "Feri Selat Merin",
        &[text],
    ));
    let found = findings(&articles);
    assert_eq!(groups(&found), [[0, 1, 2]]);
    assert_eq!(found.meetings[0].participants, before);
}

/// Where only one article was there before, nothing is claimed of it: the reader put the other there.
#[test]
fn what_the_reader_placed_is_no_evidence_for_others() {
    let project = moved(&[1], &[4], &[0]).apply(&project(two_ministers()));
    let found = analysed(&project);
    let meeting = found
        .meetings
        .iter()
        .find(|meeting| meeting.articles == [1, 4]);
    let meeting = meeting.expect("the two together");
    let of = |article: usize| &meeting.member(article).expect("a member").evidence;
    assert_eq!(of(1).first(), Some(&Evidence::Placed));
    assert!(!of(1).contains(&Evidence::Date), "{:?}", of(1));
    assert_eq!(of(4), &[]);
    assert_eq!(meeting.evidence, []);
}
