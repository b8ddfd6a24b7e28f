//! Statements made up for the purpose, told twice: what is found of them, and what is not.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::analysis::{Kind, Wanted, analyse};
use crate::model::{Article, Block, Fields, Noted, Role, Settings};

/// An article of these paragraphs.
fn article(name: &str, paragraphs: &[&str]) -> Arc<Article> {
    let blocks = paragraphs
        .iter()
        .map(|text| Block::new(*text, Role::Body))
        .collect();
    Arc::new(Article::new(name, Fields::default(), blocks))
}

fn passages(articles: &[Arc<Article>]) -> Vec<Passage> {
    let settings = Settings {
        one_meeting: true,
        ..Settings::default()
    };
    analyse(articles, &settings, Wanted::ALL, &Progress::default()).passages
}

/// Kind and texts of all passages.
fn told(articles: &[Arc<Article>]) -> Vec<(Kind, Vec<String>)> {
    passages(articles)
        .iter()
        .map(|passage| {
            let texts = passage.witnesses.iter().map(|witness| {
                let body = articles[witness.article].body();
                witness.span.of(&body.text).to_owned()
            });
            (passage.kind, texts.collect())
        })
        .collect()
}

/// Paragraphs that have nothing to do with the statements of the tests, so that rare words are rare.
const ENGLISH_REST: [[&str; 4]; 2] = [
    [
        "Tickets for the lantern parade went on sale at noon. The queue reached around the old granary.",
        "A choir from the northern valleys opened the evening. Its youngest singer was nine.",
        "Traders complained that the square had been dug up since spring. The paving should be ready soon.",
        "Snow is expected on the upper slopes. Skiers had waited for it since the new year.",
    ],
    [
        "Critics were divided over the gallery's winter exhibition. Some praised the lighting.",
        "The chess club drew against visitors from Tamasar. Three boards were still undecided at midnight.",
        "Bakers shortened their hours because flour arrived late. Rye was hardest to come by.",
        "A stray goat held up the morning tram. Nobody came forward to claim it.",
    ],
];

const INDONESIAN_REST: [[&str; 4]; 2] = [
    [
        "Tiket pawai lampion mulai dijual tengah hari. Antrean mengular sampai ke gudang tua.",
        "Paduan suara dari lembah utara membuka acara malam. Penyanyi termudanya berusia sembilan.",
        "Pedagang mengeluhkan alun-alun yang digali sejak musim semi. Ubin baru segera dipasang.",
        "Salju diperkirakan turun di lereng atas. Pemain ski sudah lama menanti.",
    ],
    [
        "Kritikus terbelah menilai pameran musim dingin galeri. Sebagian menyukai cahayanya.",
        "Klub catur bermain imbang melawan tamu dari Tamasar. Tiga papan belum selesai pada tengah malam.",
        "Tukang roti memendekkan jam buka lantaran tepung terlambat. Gandum hitam paling langka.",
        "Seekor kambing liar menghambat trem pagi. Tak seorang pun mengakuinya.",
    ],
];

fn between<'t>(rest: &[&'t str; 4], statement: &'t str) -> Vec<&'t str> {
    vec![rest[0], rest[1], statement, rest[2], rest[3]]
}

/// What two articles have in common when each holds one of these statements among unrelated paragraphs.
fn two(rest: &[[&str; 4]; 2], one: &str, other: &str) -> Vec<(Kind, Vec<String>)> {
    told(&[
        article("one", &between(&rest[0], one)),
        article("other", &between(&rest[1], other)),
    ])
}

#[test]
fn one_statement_in_other_words() {
    for (rest, one, other) in [
        (
            &ENGLISH_REST,
            "Harbour master Ines Dalgaard told councillors that dredging the eastern basin will cost 14 million crowns \
             and be finished before the herring fleet returns",
            "Before the herring boats are back the eastern basin is to be dredged, at a price of 14 million crowns, \
             according to Dalgaard, who runs the harbour",
        ),
        (
            &ENGLISH_REST,
            "The museum bought a silver compass that had belonged to the explorer Vebjorn Rask from a private collector",
            "A private collector sold the museum the explorer Rask's compass, which is made of silver",
        ),
        (
            &INDONESIAN_REST,
            "Wali Kota Alvane Sinta Maharu mengatakan jembatan gantung Kali Werang ditutup selama dua pekan karena tali \
             bajanya berkarat",
            "Lantaran tali baja berkarat, penutupan jembatan gantung di Kali Werang berlangsung dua pekan, ujar Maharu \
             selaku Wali Kota Alvane",
        ),
        (
            &INDONESIAN_REST,
            "Petugas menemukan 27 peti rempah selundupan di geladak kapal kargo Aurelle yang bersandar di dermaga timur",
            "Di dermaga timur, sebanyak 27 peti berisi rempah yang diselundupkan ditemukan para petugas dalam kapal \
             Aurelle",
        ),
    ] {
        let found = two(rest, one, other);
        let expected = vec![(Kind::Reworded, vec![one.to_owned(), other.to_owned()])];
        assert_eq!(found, expected, "{one}");
    }
}

/// Where and for whom it was written is no part of what is said.
#[test]
fn a_statement_begins_behind_the_head_of_the_text() {
    let one = "Petugas menemukan 27 peti rempah selundupan di geladak kapal kargo Aurelle yang bersandar di dermaga timur";
    let other = "Di dermaga timur, sebanyak 27 peti berisi rempah yang diselundupkan ditemukan para petugas dalam kapal \
                 Aurelle";
    let written = |name: &str, head: &str, statement: &str, rest: &[&str; 4]| {
        let first = format!("{head}{statement}");
        let paragraphs = [first.as_str(), rest[0], rest[1], rest[2], rest[3]];
        let fields = Fields {
            dateline: Some(Noted::printed("PORT ALVANE".to_owned())),
            ..Fields::default()
        };
        let blocks = paragraphs.map(|text| Block::new(text, Role::Body));
        Arc::new(Article::new(name, fields, blocks.to_vec()))
    };
    let articles = [
        written(
            "one",
            "HARIANSELAT.CO.ID, PORT ALVANE -- ",
            one,
            &INDONESIAN_REST[0],
        ),
        written(
            "other",
            "PORT ALVANE (Lintang) — ",
            other,
            &INDONESIAN_REST[1],
        ),
    ];
    let expected = vec![(Kind::Reworded, vec![one.to_owned(), other.to_owned()])];
    assert_eq!(told(&articles), expected);
}

#[test]
fn one_matter_is_not_one_statement() {
    for (rest, one, other) in [
        // Who, where and when alone.
        (
            &ENGLISH_REST,
            "Foreign Minister Ines Dalgaard praised the pilots in Port Alvane on Tuesday for their long hours",
            "In Port Alvane on Tuesday Foreign Minister Ines Dalgaard refused to discuss her salary again",
        ),
        (
            &INDONESIAN_REST,
            "Kami tidak tahu apa penyebabnya, kata Sinta Maharu di Balai Kota Alvane, Selasa (14/4/2026)",
            "Anggaran sekolah sudah cukup, ujar Sinta Maharu di Balai Kota Alvane, Selasa (14/4/2026)",
        ),
        // Rows of one list.
        (
            &ENGLISH_REST,
            "Northern district: 3,120 households, 41 schools, 17 clinics, 1,870 hectares of orchards, 260 boats and 5 mills",
            "Southern district: 2,456 households, 38 schools, 12 clinics, 2,204 hectares of orchards, 311 boats and 9 mills",
        ),
    ] {
        assert_eq!(two(rest, one, other), Vec::new(), "{one}");
    }
}

#[test]
fn words_that_carry_it() {
    let one = "The museum bought a silver compass that had belonged to the explorer Vebjorn Rask from a private collector";
    let other =
        "A private collector sold the museum the explorer Rask's compass, which is made of silver";
    let articles = [
        article("one", &between(&ENGLISH_REST[0], one)),
        article("other", &between(&ENGLISH_REST[1], other)),
    ];
    let found = passages(&articles);
    let carriers: Vec<&str> = found[0].witnesses[1]
        .carriers
        .iter()
        .map(|span| span.of(&articles[1].body().text))
        .collect();
    assert_eq!(
        carriers,
        [
            "private",
            "collector",
            "museum",
            "explorer",
            "Rask's",
            "compass",
            "silver"
        ]
    );
}

#[test]
fn shared_wording_stays_what_it_is() {
    let one = "The protocol takes effect on the first of April and will be reviewed every six months by both ministries. \
               Nobody expects it to be the last of its kind.";
    let other = "The protocol takes effect on the first of April and will be reviewed every six months by both \
                 ministries. Its cover is green.";
    let found = two(&ENGLISH_REST, one, other);
    let kinds: Vec<Kind> = found.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, [Kind::Verbatim]);
}

const QUOTE: &str = "If a single letter of dismissal is sent we will be back at the gates the same morning, said Okafor";

#[test]
fn what_two_have_word_for_word_is_not_hidden_by_a_third() {
    let told_again = "Okafor warned that they would be back at the gates on the same morning if any letter of dismissal were sent";
    let all = [
        article("one", &between(&ENGLISH_REST[0], QUOTE)),
        article("two", &between(&ENGLISH_REST[1], QUOTE)),
        article("three", &[told_again]),
    ];
    let found = passages(&all);
    let of_kind =
        |kind: Kind| -> Vec<&Passage> { found.iter().filter(|it| it.kind == kind).collect() };
    let literal = of_kind(Kind::Verbatim);
    let articles = literal[0].witnesses.iter().map(|it| it.article);
    assert_eq!(articles.collect::<Vec<_>>(), [0, 1]);
    let reworded = of_kind(Kind::Reworded)[0];
    assert!(reworded.in_article(2).is_some());
    assert_eq!(reworded.kind_among(&[0, 1]), Kind::Verbatim);
    assert_eq!(reworded.kind_among(&[0, 2]), Kind::Reworded);
}

#[test]
fn edited_statements_are_not_literal_in_any_two() {
    let edit = |word: &str| {
        let words = "harbour master Dalgaard told some councillors that dredging this eastern basin costs fourteen \
                     million crowns and takes nearly three winters before larger grain ships return safely";
        let words = words.split(' ').enumerate();
        let edited = |(at, old): (usize, &str)| match at % 4 {
            3 => format!("{word}{old}"),
            _ => old.to_owned(),
        };
        words.map(edited).collect::<Vec<_>>().join(" ")
    };
    let told = ["un", "re", "mis"].map(edit);
    let rests = [&ENGLISH_REST[0], &ENGLISH_REST[1], &INDONESIAN_REST[0]];
    let all = [0, 1, 2].map(|at| article("it", &between(rests[at], &told[at])));
    let found = passages(&all);
    assert!(!found.is_empty());
    for passage in found {
        let pairs = [[0, 1], [0, 2], [1, 2]];
        for pair in pairs {
            let there = pair.iter().filter_map(|it| passage.in_article(*it));
            let texts = there.map(|it| it.span.of(&all[it.article].body().text));
            if let [one, two] = texts.collect::<Vec<_>>().as_slice() {
                let literal = passage.kind_among(&pair) == Kind::Verbatim;
                assert_eq!(literal, one == two, "{one} {two}");
            }
        }
    }
}

#[test]
fn a_paragraph_of_its_own_is_no_part_of_what_stands_around_it() {
    let first = "The ferry company promised that no letter of dismissal would be sent to any docker this winter";
    let own =
        "A memorandum found in the cellar of the chess club tells of another plan altogether.";
    let last =
        "Work at all seven terminals resumes at six in the morning under the old rota of the union";
    let apart = article("apart", &[ENGLISH_REST[0][0], first, own, last]);
    let joined = "The ferry company had promised no letter of dismissal would be sent to any docker. Work at all \
                  terminals resumes at six in the morning under an old rota of the union.";
    let together = article("together", &[ENGLISH_REST[1][0], joined]);
    for (kind, texts) in told(&[apart, together]) {
        assert!(
            !texts.iter().any(|text| text.contains("memorandum")),
            "{kind:?}: {texts:?}"
        );
    }
}

/// Beside wording that two articles share less is enough; elsewhere, and in other words altogether, it is not.
#[test]
fn what_stands_beside_shared_wording() {
    let told = "Negotiators from both capitals will return to Sarrat late in spring";
    let again = "The next round of talks is to be held at Sarrat once spring is nearly over, said envoys of both";
    let other = "The choir of the valley sings at noon in the old granary beside the lower mill";
    for (one, two, found) in [
        ([QUOTE, told], [QUOTE, again], 2),
        ([told, QUOTE], [again, QUOTE], 2),
        ([QUOTE, told], [again, QUOTE], 1),
        ([QUOTE, told], [QUOTE, other], 1),
    ] {
        let [one, two] = [(one, &ENGLISH_REST[0]), (two, &ENGLISH_REST[1])].map(|(own, rest)| {
            article("it", &[rest[0], rest[1], rest[2], rest[3], own[0], own[1]])
        });
        assert_eq!(passages(&[one, two]).len(), found);
    }
}

/// Reports of one event, each with this paragraph behind the lead.
fn reports(one: &str, other: &str) -> [Arc<Article>; 2] {
    let lead = "The ferry Corvina ran aground off Port Alvane at dawn on Sunday with 212 passengers aboard";
    let other_lead = "All 212 passengers are safe after the Corvina, a ferry, was grounded near Port Alvane on Sunday";
    [
        article("one", &[lead, ENGLISH_REST[0][0], one, ENGLISH_REST[0][1]]),
        article(
            "other",
            &[other_lead, ENGLISH_REST[1][0], other, ENGLISH_REST[1][1]],
        ),
    ]
}

/// What two texts have in common, where one of these paragraphs is part of it.
fn of_paragraphs(articles: &[Arc<Article>], paragraphs: [&str; 2]) -> Vec<(Kind, Vec<String>)> {
    let mut all = told(articles);
    all.retain(|(_, texts)| {
        let touches = |text: &String| {
            paragraphs
                .iter()
                .any(|it| it.contains(text) || text.contains(it))
        };
        texts.iter().any(touches)
    });
    all
}

#[test]
fn a_statement_that_is_a_part_of_longer_sentences() {
    for (one, other, expected) in [
        (
            "Harbour pilots, who have asked for years that the buoys be lit, blamed a radar mast that had broken on the \
             breakwater to the north, and the mayor left for the capital without a word.",
            "While tugs waited for the tide, engineers confirmed that a broken mast and no radar on the northern \
             breakwater were to blame.",
            [
                "blamed a radar mast that had broken on the breakwater to the north",
                "engineers confirmed that a broken mast and no radar on the northern breakwater were to blame",
            ],
        ),
        (
            "Divers went down twice. They found a gash of nine metres under the engine room. Nobody had expected it.",
            "The owner, whose other ships lie idle, did not dispute that a gash of nine metres was found below the room of the \
             engine, which insurers had inspected.",
            [
                "They found a gash of nine metres under the engine room",
                "did not dispute that a gash of nine metres was found below the room of the engine",
            ],
        ),
    ] {
        let expected = expected.map(str::to_owned).to_vec();
        let found = of_paragraphs(&reports(one, other), [one, other]);
        assert_eq!(found, [(Kind::Reworded, expected.clone())], "{one}");
        // Which of them is the first plays no part.
        let [last, first] = reports(one, other);
        let expected = expected.into_iter().rev().collect();
        let found = of_paragraphs(&[first, last], [one, other]);
        assert_eq!(found, [(Kind::Reworded, expected)], "{one}");
    }
}

/// Texts on one subject have phrases in common by chance. Those that begin as reports of other events are not looked at
/// so closely.
#[test]
fn only_reports_of_one_event_are_looked_at_part_by_part() {
    let one = "Divers went down twice. They found a gash of nine metres under the engine room. Nobody had expected it.";
    let other = "The owner, whose other ships lie idle, did not dispute that a gash of nine metres was found below the room of \
                 the engine, which insurers had inspected.";
    assert_eq!(of_paragraphs(&reports(one, other), [one, other]).len(), 1);
    let apart = [(one, &ENGLISH_REST[0]), (other, &ENGLISH_REST[1])]
        .map(|(own, rest)| article("it", &[rest[0], rest[1], rest[2], rest[3], rest[1], own]));
    assert_eq!(of_paragraphs(&apart, [one, other]), []);
}

/// In long articles one short run of equal words may be chance, but not in reports of one event.
#[test]
fn wording_that_two_reports_share_nowhere_else() {
    let one = "Nobody would say why four of the crew were in the galley at that hour, nor who was at the wheel.";
    let other = "A cook swore that four of the crew were in the galley, all of them asleep.";
    let filler = |word: &str| {
        let words = (0..900).map(|number| match number % 15 {
            14 => format!("{word}{number}. And"),
            _ => format!("{word}{number}"),
        });
        words.collect::<Vec<_>>().join(" ")
    };
    let longer = |article: &Article, own: &str, word: &str| {
        let blocks = article.blocks().iter().map(|block| block.text.clone());
        let blocks = blocks.chain([own.to_owned(), filler(word)]);
        let blocks = blocks.map(|text| Block::new(text, Role::Body)).collect();
        Arc::new(Article::new("it", Fields::default(), blocks))
    };
    let long = |[first, second]: [Arc<Article>; 2]| {
        [longer(&first, one, "left"), longer(&second, other, "right")]
    };
    let of_one_event = long(reports("Tugs came.", "It rained."));
    let run = "four of the crew were in the galley".to_owned();
    let found = of_paragraphs(&of_one_event, [one, other]);
    assert_eq!(found, [(Kind::Verbatim, vec![run.clone(), run])]);
    let apart = [&ENGLISH_REST[0], &ENGLISH_REST[1]].map(|rest| article("it", rest));
    assert_eq!(told(&long(apart)), []);
}

#[test]
fn parts_of_sentences_that_say_something_else() {
    for (one, other) in [
        // Who and where alone.
        (
            "In the afternoon Coast Guard Commander Ines Dalgaard of Port Alvane thanked everybody, and tea was served.",
            "Nobody had rung Coast Guard Commander Ines Dalgaard of Port Alvane, whose telephone was switched off.",
        ),
        // Other figures.
        (
            "The tugs pulled for 40 minutes on the stern cable before it parted, and fog came down over the channel.",
            "Rescuers, cold and wet, say the stern cable parted when the tugs had pulled for 95 minutes against the ebb.",
        ),
        // Other figures, which stand where the statement begins.
        (
            "They say 40 lifejackets of the crew were missing from the lockers on the upper deck, and nobody knew the code.",
            "There 95 lifejackets of passengers were found in lockers on the upper deck, still in their wrapping of plastic.",
        ),
        // The same figures and names and little else.
        (
            "Of 212 cabins 31 were flooded by 18.40 on deck 7 of the Corvina, and carpets were hung on every railing.",
            "On deck 7 of the Corvina 31 cars were still aboard at 18.40, and the 212 were promised vouchers for breakfast.",
        ),
    ] {
        let found = of_paragraphs(&reports(one, other), [one, other]);
        assert_eq!(found, [], "{one}");
    }
}

/// Who said it, where and when is shared wording; what is said is not.
#[test]
fn one_attribution_is_not_one_statement() {
    let said = "said harbour master Ines Dalgaard at a press conference in the old customs house of Port Alvane on Monday";
    let one = format!("The divers will go down again as soon as the fog lifts, {said}.");
    let other = format!("Insurers have asked for every chart since spring, {said}.");
    let found = of_paragraphs(&reports(&one, &other), [&one, &other]);
    let verbatim = vec![said.to_owned(); 2];
    assert_eq!(found, [(Kind::Verbatim, verbatim)]);
}

/// Each paragraph of a form is told word for word: that they are alike says nothing more.
#[test]
fn paragraphs_of_one_form_have_their_own_partners() {
    let first = "Mussels from the beds of Sarrat are counted in baskets by the weighing house until the second bell rings";
    let second = "Before the second bell the weighing house has counted every basket of mussels that skiffs bring from \
                  the Tamasar beds";
    let [one, other] = [&ENGLISH_REST[0], &ENGLISH_REST[1]]
        .map(|rest| article("it", &[rest[0], first, rest[1], second, rest[2]]));
    let found: Vec<_> = told(&[one, other]);
    let same = |text: &str| (Kind::Verbatim, vec![text.to_owned(); 2]);
    assert_eq!(found, [same(first), same(second)]);
}

/// Many outlets print one agency's copy.
#[test]
fn as_many_outlets_as_there_are_share_the_same_passages() {
    let of = |outlets: usize| {
        let copy = |outlet: usize| {
            let own = ["alder", "birch", "cedar", "fir"][outlet % 4].to_owned()
                + ["", "bank", "wood", "field", "ton"][outlet / 4];
            let middle = format!(
                "Divers mended the {own} lock before the {own} harbour engineers came {own} in winter"
            );
            let last = "Ferries to the islands leave again on Monday morning from the northern quay of Sarrat";
            article("copy", &[&format!("{QUOTE}. {middle}. {last}.")])
        };
        passages(&(0..outlets).map(copy).collect::<Vec<_>>()).len()
    };
    assert_eq!(of(20), of(8));
}

#[test]
fn switched_off() {
    let one = "The museum bought a silver compass that had belonged to the explorer Vebjorn Rask from a private collector";
    let other =
        "A private collector sold the museum the explorer Rask's compass, which is made of silver";
    let articles = [
        article("one", &between(&ENGLISH_REST[0], one)),
        article("other", &between(&ENGLISH_REST[1], other)),
    ];
    let settings = Settings {
        one_meeting: true,
        reworded: false,
        ..Settings::default()
    };
    let found = analyse(&articles, &settings, Wanted::ALL, &Progress::default());
    assert!(found.passages.is_empty() && found.pairs.is_empty());
}

/// Statements that are told once in the first list and once, in other words, in the second, among others.
const ONE: [&str; 4] = [
    "Dredging the eastern basin will cost 14 million crowns, harbour master Ines Dalgaard told the town councillors.",
    "A silver compass of the explorer Vebjorn Rask was bought by the museum from a private collector.",
    "Tickets for the lantern parade went on sale at noon near the granary.",
    "Bakers shortened their hours because flour from the mill arrived late.",
];
const OTHER: [&str; 4] = [
    "The town councillors heard from Dalgaard, the harbour master, that 14 million crowns is the cost of dredging the \
     basin in the east.",
    "From a private collector the museum bought the compass, made of silver, of explorer Vebjorn Rask.",
    "Snow is expected on the upper slopes before the weekend begins.",
    "The chess club drew against visitors whose captain had a cold.",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The order of the articles plays no part.
    #[test]
    fn order_of_articles_plays_no_part(
        one in Just(ONE.to_vec()).prop_shuffle(),
        other in Just(OTHER.to_vec()).prop_shuffle(),
    ) {
        let (one, other) = (article("one", &one), article("other", &other));
        let mut forward = told(&[one.clone(), other.clone()]);
        let mut back = told(&[other, one]);
        for (_, texts) in forward.iter_mut().chain(&mut back) {
            texts.sort_unstable();
        }
        forward.sort();
        back.sort();
        prop_assert!(!forward.is_empty());
        prop_assert_eq!(forward, back);
    }

    /// Texts of different words have nothing in common.
    #[test]
    fn nothing_from_unrelated_texts(one in "([a-m]{4,9} ){20,60}", two in "([n-z]{4,9} ){20,60}") {
        prop_assert!(told(&[article("one", &[&one]), article("two", &[&two])]).is_empty());
    }
}
