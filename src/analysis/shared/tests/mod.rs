//! Tables of articles with the expected passages marked in their text, and what holds for any articles.
//!
//! `[1:` begins and `]` ends a witness of passage 1. Passages are numbered in the order of their first
//! witnesses. A sentence without marks is another one in every article.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

mod open;

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::{Kind, Passage, Search, Shared, Witness, find, order};
use crate::analysis::{Corpus, coverage};
use crate::jobs::Progress;
use crate::model::{Article, Block, Fields, Role, Spellings};
use crate::text::{Span, fold};

const MIN_WORDS: usize = 6;

// The helpers.

fn corpus_of<T: AsRef<str>>(texts: &[T]) -> Corpus {
    let articles: Vec<Arc<Article>> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| {
            let blocks = vec![Block::new(text.as_ref(), Role::Body)];
            let name = format!("{number}.txt");
            Arc::new(Article::new(name, Fields::default(), blocks))
        })
        .collect();
    Corpus::new(&articles, &Spellings::default())
}

fn found_in(corpus: &Corpus) -> Shared {
    let search = Search {
        min_words: MIN_WORDS,
        stock: true,
    };
    find(corpus, &search, &Progress::default())
}

fn body(corpus: &Corpus, article: usize) -> &str {
    corpus
        .articles
        .get(article)
        .map(|article| article.body().text.as_str())
        .unwrap_or_default()
}

/// The text without `[1:` and `]`.
fn without_marks(text: &str) -> String {
    let mut pieces = text.split('[');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (_, marked) = piece.split_once(':').unwrap();
        plain.push_str(marked);
    }
    plain.replace(']', "")
}

/// The articles with the witnesses of `passages` marked.
fn with_marks(corpus: &Corpus, passages: &[Passage]) -> Vec<String> {
    let marked = |article: usize| {
        // A mark that ends stands before one that begins.
        let mut marks: Vec<(usize, bool, usize)> = Vec::new();
        for (number, passage) in (1..).zip(passages) {
            for witness in &passage.witnesses {
                if witness.article == article {
                    marks.push((witness.span.start, true, number));
                    marks.push((witness.span.end, false, number));
                }
            }
        }
        marks.sort_unstable();
        let text = body(corpus, article);
        let mut shown = String::new();
        let mut at = 0;
        for (offset, begins, number) in marks {
            // Stops where a span does not lie on character boundaries.
            shown.push_str(text.get(at..offset).unwrap());
            shown.push_str(&if begins {
                format!("[{number}:")
            } else {
                "]".to_owned()
            });
            at = offset;
        }
        shown.push_str(text.get(at..).unwrap());
        shown
    };
    (0..corpus.articles.len()).map(marked).collect()
}

/// "1 verbatim; 2 near moved": how each passage agrees, and whether it is moved between any two articles.
fn kinds(corpus: &Corpus, passages: &[Passage]) -> String {
    let moved: BTreeSet<usize> = coverage::pairs(corpus, passages)
        .into_iter()
        .flat_map(|pair| pair.moved)
        .collect();
    let shown: Vec<String> = passages
        .iter()
        .enumerate()
        .map(|(number, passage)| {
            let kind = match passage.kind {
                Kind::Verbatim => "verbatim",
                Kind::Near => "near",
                Kind::Reworded => "reworded",
            };
            let moved = if moved.contains(&number) {
                " moved"
            } else {
                ""
            };
            format!("{} {kind}{moved}", number + 1)
        })
        .collect();
    shown.join("; ")
}

#[track_caller]
fn compare(articles: &[&str], expected: &str, of: impl Fn(Shared) -> Vec<Passage>) {
    let plain: Vec<String> = articles.iter().map(|text| without_marks(text)).collect();
    let corpus = corpus_of(&plain);
    let passages = of(found_in(&corpus));
    let found = with_marks(&corpus, &passages).join("\n---\n");
    let found = format!("{found}\n=== {}", kinds(&corpus, &passages));
    let expected = format!("{}\n=== {expected}", articles.join("\n---\n"));
    assert!(
        found == expected,
        "found\n{found}\n\nin place of\n{expected}"
    );
}

/// The marks are the shared wording.
#[track_caller]
fn check(articles: &[&str], expected: &str) {
    compare(articles, expected, |found| found.passages);
}

/// The marks are the formulae that do not count.
#[track_caller]
fn check_stock(articles: &[&str], expected: &str) {
    compare(articles, expected, |found| found.stock);
}

/// The names that are taken for one, first the earlier spelling.
#[track_caller]
fn check_variants(articles: &[&str], expected: &[&[&str]]) {
    let plain: Vec<String> = articles.iter().map(|text| without_marks(text)).collect();
    assert_eq!(corpus_of(&plain).variants, expected);
}

// Kinds.

#[test]
fn nothing_shared() {
    check(
        &[
            "Hujan turun sejak subuh di lereng utara.",
            "Kapal pertama berlabuh menjelang siang.",
        ],
        "",
    );
    check(&["", "Kapal pertama berlabuh menjelang siang."], "");
    check(&["Hujan turun sejak subuh di lereng utara."], "");
    check(&[], "");
}

#[test]
fn verbatim_in_another_case_with_other_quotes_and_dashes() {
    check(
        &[
            "Hujan turun sejak subuh. “[1:Petani menanam padi – jagung ditunda dulu – sampai \
             musim ‘basah’ berakhir],” kata Wirasta.",
            "Lumbung kosong. [1:PETANI menanam padi - jagung DITUNDA dulu - \
             sampai musim \"basah\" berakhir]. Begitu bunyi pengumuman desa.",
        ],
        "1 verbatim",
    );
    check(
        &[
            "The ferry was late. [1:Villagers carried the painted boats down to the harbour before \
             sunrise]. Nobody complained.",
            "Snow lay deep. “[1:villagers carried the painted boats—down to the harbour—before \
             SUNRISE],” wrote Odalind.",
        ],
        "1 verbatim",
    );
}

#[test]
fn spellings_of_the_list_are_one_word() {
    check(
        &[
            "Pagi cerah. [1:Delegasi Tiongkok meninggalkan Rusia sesudah perundingan tertutup berakhir]. \
             Wartawan menunggu.",
            "Malam dingin. [1:Delegasi China meninggalkan Russia sesudah perundingan tertutup berakhir]. \
             Polisi berjaga.",
            "Siang terik. [1:Delegasi RRT meninggalkan Rusia sesudah perundingan tertutup berakhir]. \
             Sopir tertidur.",
        ],
        "1 verbatim",
    );
}

#[test]
fn near_with_a_word_replaced() {
    check(
        &[
            "Pagi cerah. [1:Nelayan Sarunda memperbaiki jaring lama sebelum berlayar ke pulau seberang]. \
             Wartawan menunggu.",
            "Malam dingin. [1:Nelayan Sarunda memperbaiki jaring rusak sebelum berlayar ke pulau seberang]. \
             Polisi berjaga.",
        ],
        "1 near",
    );
}

#[test]
fn near_with_words_put_in() {
    check(
        &[
            "The ferry was late. [1:Villagers carried the painted boats down to the harbour before \
             sunrise]. Nobody complained.",
            "Snow lay deep. [1:Villagers slowly carried the painted boats down to the old harbour before \
             sunrise]. Odalind took notes.",
        ],
        "1 near",
    );
}

#[test]
fn near_with_a_word_put_in_behind_a_long_run() {
    check(
        &[
            "Pagi cerah. [1:Nelayan Sarunda memperbaiki jaring lama sebelum membawa perahu merah menuju pulau \
             seberang kembali]. Wartawan menunggu.",
            "Malam dingin. [1:Nelayan Sarunda memperbaiki jaring rusak sebelum membawa perahu merah menuju \
             pulau seberang perlahan kembali]. Polisi berjaga.",
        ],
        "1 near",
    );
}

#[test]
fn near_with_the_middle_cut() {
    check(
        &[
            "Pagi cerah. [1:Warga lereng menanam pohon kelapa sepanjang pantai timur bersama para murid \
             sekolah dan merawat kebun sayur milik desa]. Wartawan menunggu.",
            "Malam dingin. [1:Warga lereng menanam pohon kelapa dan merawat kebun sayur milik desa]. \
             Polisi berjaga.",
        ],
        "1 near",
    );
}

#[test]
fn near_with_another_sentence_in_between() {
    // Eight other words are too many for the alignment; the two matches are chained.
    check(
        &[
            "Pagi cerah. [1:Warga lereng menanam pohon kelapa. Semua perahu tua dicat merah menjelang lomba \
             besok. Petugas merawat kebun sayur milik desa]. Wartawan menunggu.",
            "Malam dingin. [1:Warga lereng menanam pohon kelapa. Harga ikan asin naik tajam sepekan terakhir \
             ini. Petugas merawat kebun sayur milik desa]. Polisi berjaga.",
        ],
        "1 near",
    );
}

// Places.

#[test]
fn three_witnesses() {
    check(
        &[
            "Pagi cerah. [1:Nelayan Sarunda memperbaiki jaring lama sebelum berlayar]. Wartawan menunggu.",
            "Malam dingin. [1:Nelayan Sarunda memperbaiki jaring lama sebelum berlayar]. Polisi berjaga.",
            "[1:Nelayan Sarunda memperbaiki jaring lama sebelum berlayar]",
        ],
        "1 verbatim",
    );
    // One of them differs.
    check(
        &[
            "Pagi cerah. [1:Nelayan Sarunda memperbaiki jaring lama sebelum berlayar]. Wartawan menunggu.",
            "Malam dingin. [1:Nelayan Sarunda memperbaiki jaring lama sebelum berlayar]. Polisi berjaga.",
            "Siang terik. [1:Nelayan Sarunda memperbaiki semua jaring lama sebelum berlayar]. Sopir tidur.",
        ],
        "1 near",
    );
}

#[test]
fn what_two_of_three_share_is_their_own() {
    check(
        &[
            "[1:Nelayan Sarunda memperbaiki jaring lama sebelum berlayar]. Pagi itu langit cerah sekali \
             sehingga orang turun berjemur sambil bernyanyi. [2:Anak kampung menangkap belut memakai \
             keranjang bambu].",
            "Malam dingin. [1:Nelayan Sarunda memperbaiki jaring lama sebelum berlayar]. Polisi berjaga.",
            "Siang terik. [2:Anak kampung menangkap belut memakai keranjang bambu]. Sopir tertidur.",
        ],
        "1 verbatim; 2 verbatim",
    );
}

#[test]
fn two_places_in_one_article() {
    check(
        &[
            "The ferry was late. [1:Villagers carried the painted boats down to the harbour]. \
             Nobody complained.",
            "[1:Villagers carried the painted boats down to the harbour]. Snow lay deep along every \
             mountain road, yet Odalind kept walking. [1:Villagers carried the painted boats down to the \
             harbour]. Lamps burned.",
        ],
        "1 verbatim",
    );
    // Twice in both.
    check(
        &[
            "[1:Nelayan Sarunda memperbaiki jaring lama sebelum berlayar]. Pagi itu langit cerah sekali \
             sehingga orang turun berjemur sambil bernyanyi. [1:Nelayan Sarunda memperbaiki jaring lama \
             sebelum berlayar].",
            "[1:Nelayan Sarunda memperbaiki jaring lama sebelum berlayar]. Malamnya angin dingin meniup \
             lampu minyak sampai padam berkali-kali. [1:Nelayan Sarunda memperbaiki jaring lama sebelum \
             berlayar].",
        ],
        "1 verbatim",
    );
}

#[test]
fn a_place_of_its_own_article_is_none() {
    check(
        &[
            "Nelayan Sarunda memperbaiki jaring lama. Nelayan Sarunda memperbaiki jaring lama.",
            "Kapal pertama berlabuh menjelang siang.",
        ],
        "",
    );
}

#[test]
fn the_lightest_passage_is_the_moved_one() {
    check(
        &[
            "[1:Nelayan Sarunda memperbaiki jaring lama sebelum berlayar]. Langit cerah sekali, \
             orang turun berjemur sambil bernyanyi bersama kawan lama. [2:Anak kampung menangkap belut \
             memakai keranjang bambu]. Harga garam melonjak tajam, pedagang pasar gelisah menunggu \
             kiriman gudang. [3:Kepala dusun membuka lomba perahu hias di muara].",
            "[2:Anak kampung menangkap belut memakai keranjang bambu]. Angin malam meniup lampu minyak, \
             beberapa warung tutup lebih awal, jalanan sepi. [3:Kepala dusun membuka lomba perahu hias \
             di muara]. Petugas kebersihan menyapu daun kering, truk sampah mogok, ban bocor. \
             [1:Nelayan Sarunda memperbaiki jaring lama sebelum berlayar].",
        ],
        "1 verbatim moved; 2 verbatim; 3 verbatim",
    );
}

/// A line from the text that stands at its head as well moves nothing that stands between.
#[test]
fn what_stands_twice_moves_nothing_else() {
    check(
        &[
            "[1:Nelayan Sarunda memperbaiki jaring lama sebelum berlayar]. Langit cerah sekali, \
             orang turun berjemur sambil bernyanyi bersama kawan lama. [2:Anak kampung menangkap belut \
             memakai keranjang bambu].",
            "[2:Anak kampung menangkap belut memakai keranjang bambu]. Angin malam meniup lampu minyak, \
             beberapa warung tutup lebih awal, jalanan sepi. [1:Nelayan Sarunda memperbaiki jaring lama \
             sebelum berlayar]. Petugas kebersihan menyapu daun kering, truk sampah mogok, ban bocor. \
             [2:Anak kampung menangkap belut memakai keranjang bambu].",
        ],
        "1 verbatim; 2 verbatim",
    );
}

#[test]
fn a_moved_passage_may_be_edited() {
    check(
        &[
            "[1:Villagers carried the painted boats down to the harbour before sunrise]. Somewhere a dog \
             barked twice, church bells rang, and shutters opened slowly. [2:The baker lit her oven and \
             counted nineteen loaves].",
            "[2:The baker lit her oven and counted ninety loaves]. Fog crept inland; lanterns glimmered \
             faintly, fishermen smoked pipes, gulls slept. [1:Villagers carried the painted boats down to \
             the harbour before sunrise].",
        ],
        "1 verbatim; 2 near moved",
    );
}

#[test]
fn two_agree_word_for_word_where_a_third_has_edited() {
    let literal = "Fishermen of the eastern shore met at the old harbour before sunrise to count their boats.";
    let edited =
        "Fishermen of the eastern shore met at the new harbour after sunrise to count their boats.";
    let found = found_in(&corpus_of(&[literal, edited, literal]));
    assert_eq!(found.passages.len(), 1);
    let among = [&[0, 1, 2][..], &[0, 2], &[0, 1], &[1, 2]];
    assert_eq!(
        among.map(|articles| found.passages[0].kind_among(articles)),
        [Kind::Near, Kind::Verbatim, Kind::Near, Kind::Near]
    );
}

#[test]
fn the_common_order_is_the_heaviest() {
    let passage = |in_a: usize, in_b: usize, length: usize| Passage {
        kind: Kind::Verbatim,
        witnesses: [(0, in_a), (1, in_b)]
            .into_iter()
            .map(|(article, start)| Witness {
                article,
                span: Span::new(start * 10, (start + length) * 10),
                words: start..start + length,
                wording: 0,
                carriers: Vec::new(),
            })
            .collect(),
    };
    let moved = |passages: &[Passage]| {
        let all: Vec<usize> = (0..passages.len()).collect();
        order::moved(passages, &all, 0, 1)
    };
    assert_eq!(moved(&[]), [0; 0]);
    assert_eq!(
        moved(&[passage(0, 5, 8), passage(20, 30, 8), passage(40, 70, 8)]),
        [0; 0]
    );
    // Two against one, and one that is longer than two.
    let two = [passage(0, 50, 8), passage(20, 0, 8), passage(40, 20, 8)];
    assert_eq!(moved(&two), [0]);
    let long = [passage(0, 50, 17), passage(20, 0, 8), passage(40, 20, 8)];
    assert_eq!(moved(&long), [1, 2]);
    // Of equally heavy ones the first in the first article stays.
    assert_eq!(moved(&[passage(0, 50, 8), passage(20, 0, 8)]), [1]);
    // The other way round.
    let reversed = [passage(0, 60, 8), passage(20, 30, 9), passage(40, 0, 8)];
    assert_eq!(moved(&reversed), [0, 2]);
    // Only the passages that are asked for.
    assert_eq!(order::moved(&two, &[1, 2], 0, 1), [0; 0]);
    assert_eq!(order::moved(&two, &[0, 2], 0, 1), [2]);
}

// What counts.

#[test]
fn five_equal_words_are_not_enough() {
    check(
        &[
            "Pagi cerah. Nelayan memperbaiki jaring lama sobek. Wartawan menunggu.",
            "Malam dingin. Nelayan memperbaiki jaring lama sobek. Polisi berjaga.",
        ],
        "",
    );
    check(
        &[
            "Pagi cerah. [1:Nelayan kampung memperbaiki jaring lama sobek]. Wartawan menunggu.",
            "Malam dingin. [1:Nelayan kampung memperbaiki jaring lama sobek]. Polisi berjaga.",
        ],
        "1 verbatim",
    );
}

#[test]
fn one_plain_word_among_names_is_not_enough() {
    let articles = [
        "Pagi cerah. [1:Menteri Luar Negeri Sarunda Hadran Wirasta menyambut] tamu kecil di beranda.",
        "Malam dingin. [1:Menteri Luar Negeri Sarunda Hadran Wirasta menyambut] rombongan penari tua.",
    ];
    check_stock(&articles, "1 verbatim");
    let plain: Vec<String> = articles.iter().map(|text| without_marks(text)).collect();
    let plain: Vec<&str> = plain.iter().map(String::as_str).collect();
    check(&plain, "");
    check(
        &[
            "Pagi cerah. [1:Menteri Luar Negeri Sarunda Hadran Wirasta menyambut rombongan] kecil.",
            "Malam dingin. [1:Menteri Luar Negeri Sarunda Hadran Wirasta menyambut rombongan] penari tua.",
        ],
        "1 verbatim",
    );
}

#[test]
fn titles_and_names_alone_are_stock() {
    let articles = [
        "Pagi cerah sekali ketika [1:Menteri Luar Negeri Sarunda Hadran Wirasta] menanam pohon kelapa.",
        "Malam dingin menyambut [1:Menteri Luar Negeri Sarunda Hadran Wirasta]; rombongan pun tidur.",
    ];
    check_stock(&articles, "1 verbatim");
    let plain: Vec<String> = articles.iter().map(|text| without_marks(text)).collect();
    let plain: Vec<&str> = plain.iter().map(String::as_str).collect();
    check(&plain, "");
    check_stock(
        &[
            "Fog hid the bridge when [1:Foreign Minister Odalind Verrisay] arrived.",
            "Nobody had invited [1:Foreign Minister Odalind Verrisay], so the band played on.",
        ],
        "1 verbatim",
    );
    // Three words of it are too few to be worth a line.
    check_stock(
        &[
            "Fog hid the bridge when Minister Odalind Verrisay arrived.",
            "Nobody had invited Minister Odalind Verrisay, so the band played on.",
        ],
        "",
    );
}

#[test]
fn a_formula_carries_no_edited_passage() {
    // One equal word behind the formula, and one before it, would be two plain words.
    check(
        &[
            "Pagi tadi tamu asing Menteri Luar Negeri Sarunda Hadran Wirasta segera pulang.",
            "Malam nanti tamu lain Menteri Luar Negeri Sarunda Hadran Wirasta batal pulang.",
        ],
        "",
    );
}

#[test]
fn function_words_alone_are_nothing() {
    let articles = [
        "Sawah kering karena dia juga yang telah ada di antara kita semua menyiram kebun.",
        "Perahu karam, namun dia juga yang telah ada di antara kita semua menolong awak.",
    ];
    check(&articles, "");
    check_stock(&articles, "");
    let articles = [
        "Rain fell and it was not that they had been there with us when thunder rolled.",
        "Bread burned, but it was not that they had been there with us which hurt.",
    ];
    check(&articles, "");
    check_stock(&articles, "");
}

#[test]
fn what_stands_everywhere_counts_only_in_a_longer_run() {
    let shared_by = |phrase: &str, articles: usize| {
        let own = |n: usize| {
            format!(
                "Awal{n} mula{n}. {phrase}. Akhir{n} ujung{n} tepi{n} batas{n} hilir{n} usai{n}."
            )
        };
        let texts: Vec<String> = (0..articles).map(own).collect();
        let found = found_in(&corpus_of(&texts));
        let witnesses = found.passages.iter().map(|passage| passage.witnesses.len());
        witnesses.collect::<Vec<usize>>()
    };
    let short = "Nelayan kampung memperbaiki jaring lama sobek";
    assert_eq!(shared_by(short, 60), [60]);
    assert_eq!(shared_by(short, 70), [0; 0]);
    let long = "Nelayan kampung memperbaiki jaring lama sobek sebelum berlayar menuju pulau seberang \
                membawa bekal kelapa";
    assert_eq!(shared_by(long, 70), [70]);
}

// Borders.

#[test]
fn a_passage_ends_with_the_last_equal_word() {
    check(
        &[
            "Menurut surat kabar lokal, [1:nelayan kampung memperbaiki jaring lama sobek] tanpa bantuan.",
            "[1:Nelayan kampung memperbaiki jaring lama sobek], begitu bunyi laporan.",
        ],
        "1 verbatim",
    );
}

#[test]
fn a_passage_keeps_to_its_sentence() {
    // `reda` and `hujan` stand one word off the border on both sides: worth less than the end of a sentence.
    check(
        &[
            "Angin reda kemarin. [1:Nelayan kampung memperbaiki jaring lama sobek]. Petang hujan deras.",
            "Ombak reda semalam. [1:Nelayan kampung memperbaiki jaring lama sobek]. Besok hujan ringan.",
        ],
        "1 verbatim",
    );
    // Without a border they belong to it.
    check(
        &[
            "Saat badai [1:reda kemarin nelayan kampung memperbaiki jaring lama sobek petang hujan] deras.",
            "Lagi ombak [1:reda semalam nelayan kampung memperbaiki jaring lama sobek besok hujan] ringan.",
        ],
        "1 near",
    );
}

#[test]
fn equal_words_belong_to_it_across_marks() {
    check(
        &[
            "Kata Wirasta [1:ramah, “Nelayan kampung memperbaiki jaring lama sobek],” ujar tetangga ramah.",
            "Pagi Hadran [1:ramah: “Nelayan kampung memperbaiki jaring lama sobek],” tulis penyair ramah.",
        ],
        "1 verbatim",
    );
}

#[test]
fn quotes_and_cues_are_borders() {
    // `warga` and `pemuda` stand one word off the border on both sides.
    check(
        &[
            "Sahut warga Wirasta, “[1:Nelayan kampung memperbaiki jaring lama sobek],” teriak pemuda riang.",
            "Balas warga Hadran: “[1:Nelayan kampung memperbaiki jaring lama sobek],” tulis pemuda pirang.",
        ],
        "1 verbatim",
    );
}

#[test]
fn a_longer_sentence_follows_over_the_border() {
    check(
        &[
            "Pagi cerah. [1:Nelayan kampung memperbaiki jaring lama sobek. Hari Senin mereka berlayar \
             menuju pulau seberang]. Wartawan menunggu.",
            "Malam dingin. [1:Nelayan kampung memperbaiki jaring lama sobek. Hari Jumat mereka berlayar \
             menuju pulau seberang]. Polisi berjaga.",
        ],
        "1 near",
    );
}

// Paragraphs.

#[test]
fn a_break_on_both_sides_makes_two() {
    check(
        &[
            "Pagi cerah.\n\n[1:Nelayan kampung memperbaiki jaring lama sobek].\n\n\
             [2:Anak sekolah menangkap belut memakai keranjang bambu].\n\nWartawan menunggu.",
            "Malam dingin.\n\n[1:Nelayan kampung memperbaiki jaring lama sobek].\n\n\
             [2:Anak sekolah menangkap belut memakai keranjang bambu].\n\nPolisi berjaga.",
        ],
        "1 verbatim; 2 verbatim",
    );
}

#[test]
fn a_break_on_one_side_leaves_one() {
    check(
        &[
            "Pagi cerah.\n\n[1:Nelayan kampung memperbaiki jaring lama sobek.\n\n\
             Anak sekolah menangkap belut memakai keranjang bambu].\n\nWartawan menunggu.",
            "Malam dingin.\n\n[1:Nelayan kampung memperbaiki jaring lama sobek. \
             Anak sekolah menangkap belut memakai keranjang bambu].\n\nPolisi berjaga.",
        ],
        "1 verbatim",
    );
    // Both break, but not between the same words.
    check(
        &[
            "Pagi cerah.\n\n[1:Nelayan kampung memperbaiki jaring lama sobek.\n\n\
             Anak sekolah menangkap belut memakai keranjang. Ibu menjemur kerupuk udang rasa bawang].\n\n\
             Wartawan menunggu.",
            "Malam dingin.\n\n[1:Nelayan kampung memperbaiki jaring lama sobek. \
             Anak sekolah menangkap belut memakai keranjang.\n\nIbu menjemur kerupuk udang rasa bawang].\n\n\
             Polisi berjaga.",
        ],
        "1 verbatim",
    );
}

#[test]
fn what_is_cut_off_and_too_short_is_dropped() {
    check(
        &[
            "Pagi cerah.\n\n[1:Nelayan kampung memperbaiki jaring lama sobek].\n\n\
             Anak sekolah menangkap belut.\n\nWartawan menunggu.",
            "Malam dingin.\n\n[1:Nelayan kampung memperbaiki jaring lama sobek].\n\n\
             Anak sekolah menangkap belut.\n\nPolisi berjaga.",
        ],
        "1 verbatim",
    );
}

/// What must be agreed upon rises with the length of the articles, but not for each of their paragraphs.
#[test]
fn a_long_article_in_short_paragraphs_is_covered_by_itself() {
    // Words of letters, each another number.
    let word = |number: usize| {
        let digits = number.to_string().into_bytes().into_iter();
        let letters = digits.map(|digit| char::from(digit - b'0' + b'a'));
        letters.collect::<String>() + "kata"
    };
    let words: Vec<String> = (0..5600).map(word).collect();
    let paragraphs: Vec<String> = words.chunks(8).map(|words| words.join(" ")).collect();
    let text = paragraphs.join(".\n\n");
    let corpus = corpus_of(&[&text, &text]);
    let found = found_in(&corpus);
    let all: Vec<usize> = (0..found.passages.len()).collect();
    assert_eq!(coverage::share(&corpus, &found.passages, &all, 0), 1.0);
}

/// More than a gram may have places and be followed wherever it stands.
#[test]
fn many_copies_of_one_article() {
    let paragraphs = [
        "Nelayan kampung memperbaiki jaring lama sobek",
        "Anak sekolah menangkap belut memakai keranjang bambu",
    ];
    let copies = vec![paragraphs.join(".\n\n"); 70];
    let found = found_in(&corpus_of(&copies));
    let witnesses = found.passages.iter().map(|passage| passage.witnesses.len());
    assert_eq!(witnesses.collect::<Vec<_>>(), [70, 70]);
}

/// A line that stands all through two articles hides nothing of what else they share.
#[test]
fn a_line_between_all_paragraphs() {
    let line = "Ikuti terus perkembangan berita hangat lainnya hanya dari kanal warta kampung.";
    let entry = |letter: char, number: usize| {
        let own = (0..8).map(|word| format!("{letter}{}", "ab".repeat(number * 8 + word + 1)));
        format!("{line}\n\n{}.", own.collect::<Vec<_>>().join(" "))
    };
    let shared = "Nelayan kampung memperbaiki jaring lama sobek";
    let articles = ['k', 't'].map(|letter| {
        let before = (0..40).map(|number| entry(letter, number));
        let entries = before.chain([format!("{line}\n\n{shared}.")]);
        entries.collect::<Vec<_>>().join("\n\n")
    });
    let corpus = corpus_of(&articles);
    let found = found_in(&corpus);
    let texts = texts_of(&corpus, &found.passages);
    for wanted in [line.trim_end_matches('.'), shared] {
        assert!(
            texts
                .iter()
                .any(|(_, texts)| texts.iter().any(|text| text == wanted)),
            "{wanted}: {texts:?}"
        );
    }
}

#[test]
fn a_word_after_any_quotation_mark_is_no_name_for_that() {
    for [open, close] in [
        ["“", "”"],
        ["‘", "’"],
        ["'", "'"],
        ["«", "»"],
        ["„", "“"],
        ["\"", "\""],
    ] {
        let told = format!("{open}[1:Harvest stalled in Belmora and Queria],{close}");
        let texts = [
            format!("Reporters met nobody. He wrote, {told} but no more."),
            format!("Mills closed early. She said, {told} and left."),
        ];
        check(&texts.each_ref().map(String::as_str), "1 verbatim");
    }
}

#[test]
fn a_break_beside_an_edit_is_the_same_break() {
    check(
        &[
            "Pagi cerah.\n\n[1:Nelayan kampung memperbaiki jaring lama sobek] kemarin.\n\n\
             [2:Anak sekolah menangkap belut memakai keranjang bambu].\n\nWartawan menunggu.",
            "Malam dingin.\n\n[1:Nelayan kampung memperbaiki jaring lama sobek] semalam.\n\n\
             [2:Anak sekolah menangkap belut memakai keranjang bambu].\n\nPolisi berjaga.",
        ],
        "1 verbatim; 2 verbatim",
    );
}

// Scripts.

#[test]
fn accents_quotes_and_invisible_characters() {
    check(
        &[
            "Pagi cerah. [1:L’été dernier, sepuluh pelaut menyewa kafé tua untuk kerjasama dagang]. Usai.",
            "Malam dingin. [1:L'e\u{301}te\u{301} dernier, sepuluh pelaut menyewa kafe\u{301} tua untuk \
             kerja\u{AD}sama dagang]. Polisi berjaga.",
        ],
        "1 verbatim",
    );
    // An accent tells words apart.
    check(
        &[
            "Pagi cerah. [1:Sepuluh pelaut menyewa kafé tua untuk kerjasama dagang]. Wartawan menunggu.",
            "Malam dingin. [1:Sepuluh pelaut menyewa kafe tua untuk kerjasama dagang]. Polisi berjaga.",
        ],
        "1 near",
    );
}

#[test]
fn other_scripts() {
    check(
        &[
            "Снег выпал ночью. [1:Рыбаки привезли свежую сёмгу в северный порт ранним утром]. Все спали.",
            "Дождь перестал. «[1:РЫБАКИ привезли свежую сёмгу в северный порт ранним утром]», — пишет Павел.",
        ],
        "1 verbatim",
    );
    check(
        &[
            "昨夜大雪封山。[1:渔民把新鲜的鲑鱼送到港口，孩子们在码头旁边唱歌]。老师回家休息。",
            "早晨阳光明媚。“[1:渔民把新鲜的鲑鱼送到港口，孩子们在码头旁边唱歌]。”商店已经关门。",
        ],
        "1 verbatim",
    );
}

// Names that the articles spell in two ways.

#[test]
fn spellings_that_are_used_alike_are_one_word() {
    let doubled = [
        "Pagi cerah. [1:Utusan dari Belmora menandatangani perjanjian perikanan baru]. Wartawan menunggu.",
        "Malam dingin. [1:Utusan dari Belmorra menandatangani perjanjian perikanan baru]. Polisi berjaga.",
    ];
    check_variants(&doubled, &[&["belmora", "belmorra"]]);
    check(&doubled, "1 verbatim");
    let last_vowel = [
        "Pagi cerah. [1:Penyair muda Ilse Marquand membaca sajak pendek di perahu]. Wartawan menunggu.",
        "Malam dingin. [1:Penyair muda Ilsa Marquand membaca sajak pendek di perahu]. Polisi berjaga.",
    ];
    check_variants(&last_vowel, &[&["ilse", "ilsa"]]);
    check(&last_vowel, "1 verbatim");
}

#[test]
fn names_that_only_look_alike_stay_apart() {
    let two_countries = [
        "Pagi cerah. [1:Utusan dari Iran menandatangani perjanjian perikanan baru]. Wartawan menunggu.",
        "Malam dingin. [1:Utusan dari Irak menandatangani perjanjian perikanan baru]. Polisi berjaga.",
    ];
    check_variants(&two_countries, &[]);
    check(&two_countries, "1 near");
    // One article knows both.
    let both = [
        "Pagi cerah. [1:Utusan dari Belmora menandatangani perjanjian perikanan baru]. Wartawan menunggu.",
        "Malam dingin. [1:Utusan dari Belmorra menandatangani perjanjian perikanan baru]. Kini Belmora diam.",
    ];
    check_variants(&both, &[]);
    check(&both, "1 near");
    // Two women with the last vowel apart and another family.
    let two_women = [
        "Pagi cerah. [1:Penyair muda Ilse Marquand membaca sajak pendek di perahu]. Wartawan menunggu.",
        "Malam dingin. [1:Penyair muda Ilsa Verrisay membaca sajak pendek di perahu]. Polisi berjaga.",
    ];
    check_variants(&two_women, &[]);
    check(&two_women, "1 near");
    // Used in different places.
    check_variants(
        &[
            "Pagi cerah, lalu utusan Belmora menandatangani perjanjian.",
            "Malam dingin; warga Belmorra tertidur.",
        ],
        &[],
    );
}

// What holds for any articles.

/// Sentences without a word in common, too long for alignment or chain to pass over one.
const SENTENCES: [&str; 6] = [
    "Nelayan kampung memperbaiki jaring lama sobek sambil menyanyi riang",
    "Villagers carried painted boats down towards harbour before sunrise today",
    "Anak sekolah menangkap belut memakai keranjang bambu buatan kakek sendiri lagi",
    "Petani lereng menunda panen jagung karena hujan turun deras sepekan",
    "Bakers counted ninety warm loaves while church bells rang loudly outside",
    "Рыбаки привезли свежую сёмгу в северный порт ранним утром",
];

const ENDS: [&str; 3] = [". ", ".\n\n", "; "];

/// Articles made of the same whole sentences, in any order.
fn quilts() -> impl Strategy<Value = Vec<String>> {
    let sentence = (select(&SENTENCES[..]), select(&ENDS[..]));
    vec(vec(sentence, 0..6), 2..5)
        .prop_map(|articles| articles.iter().map(|all| sewn(all)).collect())
}

/// Articles that repeat and edit each other and themselves: words of every class, few of them.
fn tangles() -> impl Strategy<Value = Vec<String>> {
    let word = || {
        let words = [
            "sawah", "padi", "hujan", "angin", "pasar", "yang", "Hadran", "Menteri", "café", "2026",
        ];
        select(words.to_vec())
    };
    let line = vec(word(), 3..9).prop_map(|words| words.join(" "));
    let pool = vec(line, 4);
    let picks = vec(vec((0..6_usize, word(), select(&ENDS[..])), 0..6), 2..4);
    (pool, picks).prop_map(|(pool, picks)| {
        let text = |picks: &Vec<(usize, &'static str, &'static str)>| {
            let pieces: Vec<(&str, &str)> = picks
                .iter()
                .map(|(line, word, end)| match pool.get(*line) {
                    Some(line) => (line.as_str(), *end),
                    None => (*word, " "),
                })
                .collect();
            sewn(&pieces)
        };
        picks.iter().map(text).collect()
    })
}

fn sewn(pieces: &[(&str, &str)]) -> String {
    pieces
        .iter()
        .flat_map(|(text, end)| [*text, *end])
        .collect()
}

/// A run of eight and more words, none of them twice.
fn planted() -> impl Strategy<Value = Vec<&'static str>> {
    let words = [
        "bendungan",
        "terowongan",
        "menyala",
        "kuningan",
        "berlumut",
        "penyelam",
        "mercusuar",
        "terbalik",
        "kerikil",
        "menganyam",
        "jelaga",
        "pelampung",
    ];
    subsequence(words.to_vec(), 8..=words.len()).prop_shuffle()
}

/// Words around the planted ones.
fn noise() -> impl Strategy<Value = Vec<&'static str>> {
    let words = [
        "sawah",
        "padi",
        "hujan",
        "angin",
        "pasar",
        "kapal",
        "jalan",
        "pohon.",
        "rumah,",
        "gunung.\n\n",
        "yang",
        "di",
        "Hadran",
        "Menteri",
        "Luar",
    ];
    vec(select(words.to_vec()), 0..20)
}

/// The passages as sets of texts.
fn texts_of(corpus: &Corpus, passages: &[Passage]) -> Vec<(Kind, Vec<String>)> {
    let mut all: Vec<(Kind, Vec<String>)> = passages
        .iter()
        .map(|passage| {
            let texts = passage.witnesses.iter();
            let mut texts: Vec<String> = texts
                .map(|witness| witness.span.of(body(corpus, witness.article)).to_owned())
                .collect();
            texts.sort_unstable();
            (passage.kind, texts)
        })
        .collect();
    all.sort_unstable();
    all
}

fn folded(corpus: &Corpus, witness: &Witness) -> Vec<String> {
    let text = body(corpus, witness.article);
    let words = &corpus.articles.get(witness.article).unwrap().body().words;
    let spans = words.get(witness.words.clone()).unwrap();
    spans
        .iter()
        .map(|span| fold(span.of(text)).into_owned())
        .collect()
}

/// What is true of every passage, also of stock.
fn sound(corpus: &Corpus, passage: &Passage) -> Result<(), TestCaseError> {
    prop_assert!(passage.witnesses.len() >= 2);
    for pair in passage.witnesses.windows(2) {
        let [one, two] = pair else { continue };
        prop_assert!((one.article, one.words.end) <= (two.article, two.words.start));
    }
    for witness in &passage.witnesses {
        let words = &corpus.articles.get(witness.article).unwrap().body().words;
        let spans = words.get(witness.words.clone()).unwrap();
        prop_assert_eq!(spans.first().unwrap().start, witness.span.start);
        prop_assert_eq!(spans.last().unwrap().end, witness.span.end);
        prop_assert!(!witness.span.of(body(corpus, witness.article)).is_empty());
    }
    let mut texts = passage
        .witnesses
        .iter()
        .map(|witness| folded(corpus, witness));
    let first = texts.next().unwrap();
    prop_assert_eq!(
        passage.kind == Kind::Verbatim,
        texts.all(|text| text == first)
    );
    for pair in passage.witnesses.windows(2) {
        let [one, two] = pair else { continue };
        let same_words = folded(corpus, one) == folded(corpus, two);
        prop_assert_eq!(one.wording == two.wording, same_words);
    }
    Ok(())
}

fn articles_of(passage: &Passage) -> BTreeSet<usize> {
    passage
        .witnesses
        .iter()
        .map(|witness| witness.article)
        .collect()
}

proptest! {
    #[test]
    fn passages_are_sound(articles in prop_oneof![tangles(), quilts()]) {
        let corpus = corpus_of(&articles);
        let found = found_in(&corpus);
        for passage in found.passages.iter().chain(&found.stock) {
            sound(&corpus, passage)?;
        }
        for passage in &found.passages {
            prop_assert!(passage.word_count() >= MIN_WORDS);
        }
        let first = |passage: &Passage| {
            let witness = passage.witnesses.first();
            witness.map(|witness| (witness.article, witness.words.start))
        };
        prop_assert!(found.passages.is_sorted_by_key(first));
    }

    #[test]
    fn the_same_articles_give_the_same(articles in tangles()) {
        let found = found_in(&corpus_of(&articles));
        prop_assert_eq!(found, found_in(&corpus_of(&articles)));
    }

    #[test]
    fn shares_are_shares(articles in prop_oneof![tangles(), quilts()]) {
        let corpus = corpus_of(&articles);
        let found = found_in(&corpus);
        for pair in coverage::pairs(&corpus, &found.passages) {
            prop_assert!(pair.a < pair.b);
            prop_assert!(pair.shared_of_a > 0.0 && pair.shared_of_a <= 1.0);
            prop_assert!(pair.shared_of_b > 0.0 && pair.shared_of_b <= 1.0);
            prop_assert!(!pair.passages.is_empty() && pair.passages.is_sorted());
            prop_assert!(pair.moved.iter().all(|number| pair.passages.contains(number)));
            // Something always keeps its place.
            prop_assert!(pair.moved.len() < pair.passages.len());
        }
    }

    /// An article that holds all of another covers it.
    #[test]
    fn an_article_is_covered_by_itself(article in vec(select(&SENTENCES[..]), 1..6)) {
        let text = article.join(". ");
        let corpus = corpus_of(&[&text, &text]);
        let found = found_in(&corpus);
        let all: Vec<usize> = (0..found.passages.len()).collect();
        prop_assert_eq!(coverage::share(&corpus, &found.passages, &all, 0), 1.0);
        prop_assert_eq!(coverage::share(&corpus, &found.passages, &all, 1), 1.0);
        prop_assert!(found.passages.iter().all(|passage| passage.kind == Kind::Verbatim));
    }

    /// Sentences without edits leave no choice, so the order of the articles plays no part.
    #[test]
    fn the_order_of_articles_plays_no_part(
        (articles, shuffled) in quilts().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        let (one, two) = (corpus_of(&articles), corpus_of(&shuffled));
        let (found, again) = (found_in(&one), found_in(&two));
        for passage in &found.passages {
            prop_assert!(articles_of(passage).len() >= 2);
            prop_assert_eq!(passage.kind, Kind::Verbatim);
        }
        prop_assert_eq!(texts_of(&one, &found.passages), texts_of(&two, &again.passages));
    }

    /// What is the same in two articles is found wherever it stands in them.
    #[test]
    fn a_planted_run_is_found(run in planted(), around in [[noise(), noise()], [noise(), noise()]]) {
        let text = |around: &[Vec<&str>; 2]| {
            let [before, behind] = around;
            [before.as_slice(), &run, behind].concat().join(" ")
        };
        let texts: Vec<String> = around.iter().map(text).collect();
        let corpus = corpus_of(&texts);
        let found = found_in(&corpus);
        for (article, [before, _]) in around.iter().enumerate() {
            let covers = |at: usize| {
                found.passages.iter().filter(|passage| articles_of(passage).len() == 2).any(|passage| {
                    let mut witnesses = passage.witnesses.iter();
                    witnesses.any(|witness| witness.article == article && witness.words.contains(&at))
                })
            };
            let mut planted = before.len()..before.len() + run.len();
            prop_assert!(planted.all(covers), "{:?}", with_marks(&corpus, &found.passages));
        }
    }
}

#[test]
fn a_run_that_begins_with_function_words_is_found() {
    check(
        &[
            "Pagi cerah. [1:Dari yang akan ke pelabuhan nelayan membawa jaring lama]. Usai.",
            "Malam dingin. [1:Dari yang akan ke pelabuhan nelayan membawa jaring lama]. Polisi berjaga.",
        ],
        "1 verbatim",
    );
}

/// A paragraph stands twice, in paragraphs that begin at other words: the wording goes on, whole.
#[test]
fn a_paragraph_that_stands_twice_is_cut_where_both_are_cut() {
    check(
        &[
            "[1:Nelayan membawa jaring lama ke pelabuhan pagi ini.\n\nPetani menanam padi jagung \
             sampai musim basah berakhir].\n\n[2:Petani menanam padi jagung sampai musim basah \
             berakhir.\n\nGuru desa membuka sekolah baru dekat sungai besar]. Usai.",
            "[1:Nelayan membawa jaring lama ke pelabuhan pagi ini. Petani menanam padi jagung sampai \
             musim basah berakhir].\n\n[2:Petani menanam padi jagung sampai musim basah berakhir. \
             Guru desa membuka sekolah baru dekat sungai besar]. Polisi berjaga.",
        ],
        "1 verbatim; 2 verbatim",
    );
}

/// A paragraph of the one that begins like a later one of the other: the run before it stays whole.
#[test]
fn a_break_at_another_place_takes_nothing_away() {
    let run = "menyala kuningan penyelam terbalik kerikil menganyam jelaga pelampung";
    let texts = [
        "sawah sawah sawah sawah pohon. hujan sawah sawah Hadran Menteri gunung.\n\nyang pasar",
        "gunung.\n\nyang pohon. Hadran Menteri gunung.\n\npasar",
    ];
    let texts = texts.map(|rest| format!("{run} {rest}"));
    let found = found_in(&corpus_of(&texts)).passages;
    assert!(
        found
            .iter()
            .any(|passage| passage.witnesses.iter().all(|it| it.words.start == 0))
    );
}
