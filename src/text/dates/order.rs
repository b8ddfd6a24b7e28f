//! Year, month and day, in whichever order they stand.

use super::names::{
    BUDDHIST, FOREIGN_MONTHS, MONTHS, MONTHS_AS_WORDS, OF, ORDINALS, YEAR_MONTH_DAY,
};
use super::tokens::Kind;
use super::{Day, LAST_YEAR, Page, Read, listed};

struct Month {
    number: i16,
    /// The name is one of those that also stand before the day: "March 5".
    leads: bool,
    /// An everyday word, which needs a year to be a month.
    doubtful: bool,
    /// Of a language of which only the names of months are known: it needs a year too.
    is_foreign: bool,
    /// Years stand in the Buddhist era.
    is_thai: bool,
}

impl Page<'_> {
    pub(super) fn day(&self, at: usize) -> Read<Day> {
        self.numeric(at)
            .or_else(|| self.year_first(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.month_first(at))
    }

    /// "2026年3月5日", "2026년 3월 5일".
    fn year_first(&self, at: usize) -> Read<Day> {
        let year = self.number(at, 4..=4)?;
        let [_, of_month, of_day] = YEAR_MONTH_DAY
            .into_iter()
            .find(|[of_year, ..]| self.is_word(at + 1, &[of_year]))?;
        let month = self
            .number(at + 2, 1..=2)
            .filter(|_| self.is_word(at + 3, &[of_month]))?;
        let day = self.number(at + 4, 1..=2)?;
        let behind = self.text(at + 5, Kind::Word)?;
        // What follows is written without a blank: "5日星期四".
        behind.starts_with(of_day).then_some(())?;
        Some((Day::new(Some(year), month, day)?, at + 6))
    }

    /// "04/02/2023", "2023-02-04": three numbers with the same mark between them.
    fn numeric(&self, at: usize) -> Read<Day> {
        let mark = self
            .text(at + 1, Kind::Mark)
            .filter(|mark| "/-.".contains(mark))?;
        let first = self.number(at, 1..=4)?;
        let second = self.part(at + 1, mark, 1..=2)?;
        let third = self.part(at + 3, mark, 1..=4)?;
        let next = at + 5;
        // A longer chain is a telephone number or an address.
        let chained = at
            .checked_sub(1)
            .is_some_and(|before| self.joint(before, mark));
        let tail = self.word_glued(next) && !self.is_word(next, &["t"]);
        if chained || tail || self.runs_on(next, mark) {
            return None;
        }
        let day = if first > 99 {
            Day::new(Some(first), second, third)
        } else {
            Day::of_numbers(Some(third), first, second)
        };
        Some((day?, next))
    }

    /// "9/4", "9/4/24" and "8-9/4", the last day of which is taken. Only a weekday or brackets
    /// make a date of it.
    pub(super) fn day_and_month(&self, at: usize) -> Read<Day> {
        let range = self.number(at, 1..=2).is_some()
            && self.part(at + 1, "-–", 1..=2).is_some()
            && self.joint(at + 3, "/");
        let at = at + if range { 2 } else { 0 };
        let first = self.number(at, 1..=2)?;
        let second = self.part(at + 1, "/", 1..=2)?;
        let (year, next) = match self.part(at + 3, "/", 2..=4) {
            Some(year) if year < 100 => (Some(2000 + year), at + 5),
            Some(year) => (Some(year), at + 5),
            None => (None, at + 3),
        };
        if self.word_glued(next) || self.runs_on(next, "/.,") {
            return None;
        }
        Some((Day::of_numbers(year, first, second)?, next))
    }

    /// "19 April", "the 5th of March 2026", "04-Feb-2023".
    fn day_first(&self, at: usize) -> Read<Day> {
        let day = self.number(at, 1..=2)?;
        // "5. März": a sentence may end so, and a year says that none does.
        let next = self.behind_dot(at + 1);
        let is_dotted = next > at + 1;
        let next = self.behind_ordinal(next);
        let next = next + usize::from(self.is_word(next, &OF) || self.joint(next, "-/"));
        let (month, next) = self.month(next)?;
        let era = if month.is_thai { BUDDHIST } else { 0 };
        let (year, next) = self.year(next + usize::from(self.is_word(next, &OF)), LAST_YEAR + era);
        let needs_year = month.doubtful || month.is_foreign || is_dotted;
        if needs_year && year.is_none() {
            return None;
        }
        let year = year.map(|year| year - era);
        Some((Day::new(year, month.number, day)?, next))
    }

    /// "March 5", "Mar 6, 2026".
    fn month_first(&self, at: usize) -> Read<Day> {
        // Asked first, because the names of months are many and few words have a number behind them.
        let is_number = |at: usize| self.text(at, Kind::Number).is_some();
        if !is_number(at + 1) && !is_number(at + 2) {
            return None;
        }
        let (month, number) = self.month(at)?;
        let day = self.number(number, 1..=2)?;
        let behind = self.behind_ordinal(number + 1);
        let (year, next) = self.year(behind, LAST_YEAR);
        let doubtful = month.doubtful || !month.leads || self.runs_on(behind, ".,:");
        // The number may belong to what follows: "in April 5km", "Arsip April 5 Maret".
        let elsewhere = self.word_glued(behind) || self.day_first(number).is_some();
        if doubtful && year.is_none() || elsewhere {
            return None;
        }
        Some((Day::new(year, month.number, day)?, next))
    }

    fn behind_ordinal(&self, at: usize) -> usize {
        at + usize::from(self.glued(at) && self.is_word(at, &ORDINALS))
    }

    fn month(&self, at: usize) -> Read<Month> {
        let word = self.text(at, Kind::Word)?;
        (1_i16..)
            .zip(&MONTHS)
            .find_map(|(number, (english, others, short))| {
                let abbreviated = listed(short, word);
                let leads = abbreviated || listed(english, word);
                let month = Month {
                    number,
                    leads,
                    doubtful: MONTHS_AS_WORDS.contains(&word),
                    is_foreign: false,
                    is_thai: false,
                };
                let next = if abbreviated {
                    self.behind_dot(at + 1)
                } else {
                    at + 1
                };
                (leads || listed(others, word)).then_some((month, next))
            })
            .or_else(|| self.foreign_month(at))
    }

    fn foreign_month(&self, at: usize) -> Read<Month> {
        let word = self.text(at, Kind::Word)?.to_lowercase();
        let number = *FOREIGN_MONTHS.get(word.as_str())?;
        let month = Month {
            number,
            leads: false,
            doubtful: false,
            is_foreign: true,
            is_thai: word.starts_with(|c| ('\u{E00}'..='\u{E7F}').contains(&c)),
        };
        Some((month, self.behind_dot(at + 1)))
    }

    /// The year behind day and month, if any. Years before 1900 are read too, so that the day of a
    /// chronicle is not taken for one of this year; [`Day::new`] refuses them.
    fn year(&self, at: usize, last: i16) -> (Option<i16>, usize) {
        let number = at + usize::from(self.is_mark(at, ",") || self.joint(at, "-/"));
        let next = number + 1;
        let year = self
            .number(number, 4..=4)
            .filter(|year| (1000..=last).contains(year));
        if year.is_none() || self.word_glued(next) || self.runs_on(next, ".,") {
            return (None, at);
        }
        (year, next)
    }
}
