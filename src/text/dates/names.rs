//! The words that dates are printed with: months, weekdays, zones, in Indonesian, Malay and English, in small letters.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use jiff::civil::Weekday;
use rustc_hash::FxHashMap;

/// Names in small letters.
pub(super) type Names = &'static [&'static str];

/// January to December: the English names, those of other languages and old spellings, and the
/// abbreviations, which a dot may follow.
#[rustfmt::skip]
pub(super) const MONTHS: [(Names, Names, Names); 12] = [
    (&["january"], &["januari"], &["jan"]),
    (&["february"], &["februari", "pebruari"], &["feb", "peb"]),
    (&["march"], &["maret", "mac"], &["mar"]),
    (&["april"], &[], &["apr"]),
    (&["may"], &["mei"], &[]),
    (&["june"], &["juni"], &["jun"]),
    (&["july"], &["juli", "julai"], &["jul"]),
    (&["august"], &["agustus", "ogos"], &["aug", "agu", "ags", "agt", "agust", "ogo"]),
    (&["september"], &[], &["sep", "sept"]),
    (&["october"], &["oktober"], &["oct", "okt"]),
    (&["november"], &["nopember"], &["nov", "nop"]),
    (&["december"], &["desember", "disember"], &["dec", "des", "dis"]),
];
/// Months that are everyday words when written small: "5 may leave" is no date.
pub(super) const MONTHS_AS_WORDS: [&str; 2] = ["may", "march"];

/// Months of other languages: word and number. Words that are a month in one language and something else in another are
/// left out.
pub(super) static FOREIGN_MONTHS: LazyLock<FxHashMap<&'static str, i16>> = LazyLock::new(|| {
    let list = include_str!("../../../assets/lists/months.tsv").lines();
    let rows = list.filter(|row| !row.starts_with('#')).filter_map(|row| {
        let (number, words) = row.split_once('\t')?;
        let number = number.parse::<i16>().ok()?;
        Some(words.split_whitespace().map(move |word| (word, number)))
    });
    rows.flatten().collect()
});
/// Words between day, month and year: "5 de marzo de 2026".
pub(super) const OF: [&str; 3] = ["of", "de", "del"];
/// What stands behind year, month and day where the year comes first.
pub(super) const YEAR_MONTH_DAY: [[&str; 3]; 2] = [["年", "月", "日"], ["년", "월", "일"]];
/// The first year of the Buddhist era, as Thailand counts it, is so many years before ours.
pub(super) const BUDDHIST: i16 = 543;

/// The weekdays, their names, and the abbreviations, which a dot may follow.
#[rustfmt::skip]
pub(super) const WEEKDAYS: [(Weekday, Names, Names); 7] = [
    (Weekday::Monday, &["senin", "isnin", "monday"], &["sen", "isn", "mon"]),
    (Weekday::Tuesday, &["selasa", "tuesday"], &["sel", "tue", "tues"]),
    (Weekday::Wednesday, &["rabu", "wednesday"], &["rab", "wed"]),
    (Weekday::Thursday, &["kamis", "khamis", "thursday"], &["kam", "kha", "thu", "thur", "thurs"]),
    (Weekday::Friday, &["jumat", "jumaat", "friday"], &["jum", "fri"]),
    (Weekday::Saturday, &["sabtu", "saturday"], &["sab", "sat"]),
    (Weekday::Sunday, &["minggu", "ahad", "sunday"], &["min", "ahd", "sun"]),
];

/// What may stand between weekday and date, or date and time: "Selasa malam WIB (9/4)".
#[rustfmt::skip]
pub(super) const DAY_PARTS: [&str; 18] = [
    "pagi", "siang", "sore", "petang", "malam", "subuh", "dini", "tengah", "hari", "ini", "tadi",
    "wib", "wita", "wit", "morning", "afternoon", "evening", "night",
];
/// Words before a date that put it into the past. "Lalu" is none: there it means "then".
#[rustfmt::skip]
pub(super) const PAST_BEFORE: [&str; 6] = ["last", "yesterday", "kemarin", "kemaren", "kelmarin", "semalam"];
/// Words behind a date or weekday that put it into the past.
#[rustfmt::skip]
pub(super) const PAST_BEHIND: [&str; 7] = ["lalu", "silam", "lepas", "kemarin", "kemaren", "semalam", "last"];
/// Behind a day's number, without a blank.
pub(super) const ORDINALS: [&str; 5] = ["st", "nd", "rd", "th", "hb"];
/// Words that announce a time of day and nothing else.
pub(super) const CLOCK_WORDS: [&str; 7] = ["pukul", "pkl", "jam", "um", "à", "às", "เวลา"];
/// Words behind the number of a year that say it is one.
pub(super) const BEHIND_YEAR: [&str; 4] = ["г", "года", "р", "року"];

/// Halves of the day: word, first and last hour it can follow, hours to add.
/// "Malam" is read only where it cannot mean the hours after midnight.
pub(super) const HALVES: [(&str, RangeInclusive<i16>, i16); 8] = [
    ("am", 0..=11, 0),
    ("am", 12..=12, -12),
    ("pm", 1..=11, 12),
    ("pm", 12..=23, 0),
    ("pagi", 0..=11, 0),
    ("petang", 1..=11, 12),
    ("sore", 1..=11, 12),
    ("malam", 6..=11, 12),
];

/// Zones, in minutes ahead of UTC. "ET" is one without an offset: it does not tell winter from
/// summer.
#[rustfmt::skip]
pub(super) const ZONES: [(&str, Option<i16>); 29] = [
    ("gmt", Some(0)), ("utc", Some(0)), ("z", Some(0)),
    ("wib", Some(420)), ("wita", Some(480)), ("wit", Some(540)),
    ("myt", Some(480)), ("sgt", Some(480)), ("hkt", Some(480)), ("jst", Some(540)), ("kst", Some(540)),
    ("ist", Some(330)), ("aest", Some(600)), ("aedt", Some(660)),
    ("bst", Some(60)), ("cet", Some(60)), ("cest", Some(120)), ("eet", Some(120)), ("eest", Some(180)),
    ("msk", Some(180)),
    ("et", None), ("est", Some(-300)), ("edt", Some(-240)), ("cst", Some(-360)), ("cdt", Some(-300)),
    ("mst", Some(-420)), ("mdt", Some(-360)), ("pst", Some(-480)), ("pdt", Some(-420)),
];
