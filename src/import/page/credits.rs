//! Pictures with their captions, and the people behind the copy.

use super::lists::{LABELS, Label, Part};
use super::names::{initials, is_name, known_agency, split_at, split_names, title_case};
use super::{Page, PageLine, ends_sentence, is_paragraph, origin, word_count};
use crate::model::{Cause, Noted, Reason, Role};
use crate::text::dates::find_dates;

/// Longest caption, in words.
const MAX_CAPTION: usize = 60;
/// Longest line that can be a byline, in words.
const MAX_BYLINE: usize = 24;

/// Sets aside captions, credits, bylines and lines with a date, and keeps what they say as fields.
pub(super) fn read(page: &mut Page) {
    for index in 0..page.lines.len() {
        let open = page.lines.get(index).is_some_and(PageLine::is_open);
        if open {
            let _ = read_picture(page, index)
                || read_split_label(page, index)
                || read_byline(page, index)
                || read_initials(page, index);
        }
    }
    set_repeated_captions_aside(page);
}

/// "Foto: AFP/Budi" with the caption beside it, or a caption that ends with its credit in brackets.
fn read_picture(page: &mut Page, index: usize) -> bool {
    let Some(line) = page.lines.get(index) else {
        return false;
    };
    let text = line.text().to_owned();
    let credit = labelled(&text)
        .filter(|(label, rest)| label.part == Part::Photo && word_count(rest) <= 14)
        .map(|(_, rest)| rest)
        // "Foto: Kapal di dermaga (dok. Antara)" is a caption itself; "Foto: AFP/Budi Rana (Handout)" is none.
        .filter(|rest| bracketed_credit(rest).is_none() || names_its_source(rest))
        .or_else(|| bare_credit(&text));
    if let Some(credit) = credit {
        page.fields.credits.push(credit.trim().to_owned());
        set_aside(page, index, Reason::Caption, Cause::PictureCredit);
        if let Some(caption) = caption_beside(page, index) {
            keep_caption(page, caption);
        }
        return true;
    }
    if word_count(&text) <= MAX_CAPTION
        && let Some(credit) = bracketed_credit(&text).or_else(|| trailing_credit(&text))
    {
        page.fields.credits.push(credit.to_owned());
        keep_caption(page, index);
        return true;
    }
    false
}

/// Whether a slash stands before any bracket.
fn names_its_source(credit: &str) -> bool {
    let name = credit.split_once('(').map_or(credit, |(name, _)| name);
    name.contains('/')
}

/// A credit that is the whole line: "AFP/Budi Rana", "layarpagi.co.id/Mardi Sena".
fn bare_credit(text: &str) -> Option<&str> {
    let (source, person) = text.split_once('/')?;
    let known = known_agency(source).is_some() || origin::is_domain(source);
    (known && is_name(person) && word_count(person) <= 4).then_some(text)
}

fn set_aside(page: &mut Page, index: usize, reason: Reason, cause: Cause) {
    if let Some(line) = page.lines.get_mut(index) {
        line.set_aside(reason, cause);
    }
}

fn keep_caption(page: &mut Page, index: usize) {
    let Some(text) = page.lines.get(index).map(|line| line.text().to_owned()) else {
        return;
    };
    if !page.fields.captions.contains(&text) {
        page.fields.captions.push(text);
    }
    set_aside(page, index, Reason::Caption, Cause::PictureCredit);
}

/// The line that captions the picture whose credit stands at `index`: the one directly above it, or below it unless
/// that is already the article.
fn caption_beside(page: &Page, index: usize) -> Option<usize> {
    let fits = |at: &usize| {
        page.lines.get(*at).is_some_and(|line| {
            let free = line.is_open() || line.is_aside(Reason::Other);
            free && (5..=MAX_CAPTION).contains(&word_count(line.text()))
        })
    };
    let credit = page.lines.get(index)?;
    let above = index.checked_sub(1).filter(|at| {
        fits(at)
            && !credit.line.apart
            && page
                .lines
                .get(*at)
                .is_some_and(|line| is_paragraph(line.text()))
    });
    above.or_else(|| Some(index + 1).filter(|at| fits(at) && is_caption_below(page, *at)))
}

/// Whether the line below a credit captions the picture: the article begins later, with a place of its own, or
/// controls of the page stand in between; or it speaks of what is seen.
fn is_caption_below(page: &Page, at: usize) -> bool {
    const SEEN: [&str; 10] = [
        "(kiri)",
        "(kanan)",
        "(tengah)",
        "(left)",
        "(right)",
        "(center)",
        "(centre)",
        "berpose",
        "file photo",
        "arsip foto",
    ];
    let Some(line) = page.lines.get(at) else {
        return false;
    };
    let text = line.text().to_lowercase();
    let next = page.lines.get(at + 1);
    let followed_by_controls = next.is_some_and(|next| next.is_aside(Reason::Menu));
    let before_dateline = origin::dateline(line.text()).is_none()
        && next.is_some_and(|next| next.is_open() && origin::dateline(next.text()).is_some());
    // On a saved page it is known what is no text.
    let is_frame = matches!(line.line.told, Some(Role::Aside { .. }));
    SEEN.iter().any(|word| text.contains(word))
        || is_frame
        || followed_by_controls
        || before_dateline
}

/// The same caption printed again is a caption too.
fn set_repeated_captions_aside(page: &mut Page) {
    for line in &mut page.lines {
        if line.is_open()
            && page
                .fields
                .captions
                .iter()
                .any(|caption| caption == line.text())
        {
            line.set_aside(Reason::Caption, Cause::Twice);
        }
    }
}

/// The picture credit in brackets at the end of a line: "(Handout / AFP)", "(Dok. Layar Pagi)", "(Photo: J. Arden)".
fn bracketed_credit(text: &str) -> Option<&str> {
    const CREDIT_WORDS: [&str; 16] = [
        "dok.",
        "dok ",
        "foto",
        "photo",
        "handout",
        "getty",
        "istimewa",
        "wikimedia",
        "pool",
        "screenshot",
        "tangkapan layar",
        "image",
        "courtesy",
        "shutterstock",
        "arsip",
        "ist)",
    ];
    let text = text.trim_end_matches(['.', ' ']);
    let open = text.rfind('(')?;
    let credit = text.get(open + 1..)?.strip_suffix(')')?;
    let low = credit.to_lowercase();
    let has_slash = credit.contains('/')
        && credit.chars().filter(|c| c.is_alphabetic()).count() > 4
        && find_dates(text.get(open..).unwrap_or_default()).is_empty();
    let named = CREDIT_WORDS
        .iter()
        .any(|word| low.contains(word.trim_end_matches(')')));
    // A desk signs "(rfs/haf)", a picture credit has capitals; and a caption has words before its credit.
    let has_capital = credit.chars().any(char::is_uppercase);
    ((has_slash || named)
        && has_capital
        && open > 0
        && word_count(credit) <= 14
        && word_count(text) > 4)
        .then_some(credit)
}

/// A picture credit without brackets at the end of a line: "… in Vellin. REUTERS/Jane Arden", "… Foto/Antara", "…
/// at dawn. Photograph: Jane Arden".
fn trailing_credit(text: &str) -> Option<&str> {
    let words: Vec<(usize, &str)> = text
        .split_whitespace()
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .collect();
    let is_photo = |word: &str| {
        let mut labels = LABELS.iter().filter(|label| label.part == Part::Photo);
        labels.any(|label| label.words.eq_ignore_ascii_case(word))
    };
    let is_signed = |word: &str| {
        word.split_once('/').is_some_and(|(source, person)| {
            (is_photo(source) || known_agency(source).is_some())
                && person.starts_with(char::is_uppercase)
        })
    };
    let is_labelled = |number: usize, word: &str| {
        let word_at = |number| words.get(number).map_or("", |(_, word)| *word);
        word.strip_suffix(':').is_some_and(is_photo)
            && ends_sentence(word_at(number - 1))
            && word_at(number + 1).starts_with(char::is_uppercase)
    };
    let first_late = words.len().saturating_sub(7).max(4);
    let mut late = words.iter().enumerate().skip(first_late);
    let (_, (at, _)) =
        late.find(|(number, (_, word))| is_signed(word) || is_labelled(*number, word))?;
    text.get(*at..)
}

/// Longest label and a little, in code points.
const MAX_LABEL: usize = 40;

/// The label at the head of `text` and what follows it.
pub(super) fn labelled(text: &str) -> Option<(&'static Label, &str)> {
    // In small letters, one for each that is printed.
    let head: String = text
        .chars()
        .take(MAX_LABEL)
        .map(|c| c.to_lowercase().next().unwrap_or(c))
        .collect();
    LABELS.iter().find_map(|label| {
        let behind = head.strip_prefix(label.words)?;
        let at = head.len() - behind.len();
        let letters = head.get(..at)?.chars().count();
        let end = text
            .char_indices()
            .nth(letters)
            .map_or(text.len(), |(at, _)| at);
        let rest = text.get(end..)?;
        // "Penulis, Jane Arden": for those who hear the page read out.
        if let Some(value) = rest.trim_start().strip_prefix([':', ',', '：']) {
            return Some((label, value.trim()));
        }
        (label.bare && rest.starts_with(' ')).then(|| (label, rest.trim()))
    })
}

/// "Editor" on a line of its own: the name stands on the next line, or on the one before.
fn read_split_label(page: &mut Page, index: usize) -> bool {
    let Some(line) = page.lines.get(index) else {
        return false;
    };
    let text = line.text().trim_end_matches([':', ' ']);
    let Some(label) = LABELS
        .iter()
        .find(|label| label.words.eq_ignore_ascii_case(text))
    else {
        return false;
    };
    let is_person = |at: usize| {
        page.lines.get(at).is_some_and(|line| {
            let name = line.text();
            line.is_open() && (known_agency(name).is_some() || is_bare_name(name))
        })
    };
    let beside = [Some(index + 1), index.checked_sub(1)];
    let Some(at) = beside.into_iter().flatten().find(|at| is_person(*at)) else {
        return false;
    };
    if let Some(name) = page.lines.get(at).map(|line| line.text().to_owned()) {
        keep_name(page, label.part, name);
    }
    for line in [index, at] {
        set_aside(page, line, Reason::Byline, Cause::Credits);
    }
    true
}

/// What a piece of a byline says.
enum Piece {
    Named(Part, Vec<String>),
    Outlet(String),
    Person(String),
    Empty,
}

/// A line that says who, when and for whom, and nothing else.
fn read_byline(page: &mut Page, index: usize) -> bool {
    let Some(text) = page.lines.get(index).map(|line| line.text().to_owned()) else {
        return false;
    };
    if word_count(&text) > MAX_BYLINE
        || origin::dateline(&text).is_some_and(|_| is_paragraph(&text))
    {
        return false;
    }
    let (rest, dated) = without_dates(&text);
    let Some(pieces) = pieces(&rest) else {
        return read_date_line(page, index, &rest);
    };
    let is_labelled = pieces.iter().any(|piece| matches!(piece, Piece::Named(..)));
    // "Rina Puspita - Kabar Selat"
    let is_signed = matches!(
        pieces.as_slice(),
        [Piece::Person(name), Piece::Outlet(_)] if word_count(name) > 1
    ) && is_below_headline(page, index);
    if !(dated || is_labelled || is_signed) {
        return false;
    }
    for piece in pieces {
        keep_piece(page, piece);
    }
    if dated {
        page.date_lines.push(text);
    }
    set_aside(page, index, Reason::Byline, Cause::Credits);
    true
}

/// Most words beside the date in a line that says when: "Publié le … à 18h42".
const MAX_BESIDE_DATE: usize = 4;

/// A line between headline and text that holds a full date and hardly anything else, in whatever language; `rest` is what
/// else.
fn read_date_line(page: &mut Page, index: usize, rest: &str) -> bool {
    let above = page.lines.get(..index).unwrap_or_default();
    let mut open = above.iter().filter(|line| line.is_open()).peekable();
    let is_in_head = open.peek().is_some() && !open.any(|line| is_paragraph(line.text()));
    let Some(text) = page.lines.get(index).map(|line| line.text().to_owned()) else {
        return false;
    };
    let has_day = find_dates(&text)
        .iter()
        .any(|mention| mention.year.is_some());
    if !is_in_head || !has_day || word_count(rest) > MAX_BESIDE_DATE {
        return false;
    }
    page.date_lines.push(text);
    // No byline that is understood: what stands beside it need be no name.
    set_aside(page, index, Reason::Other, Cause::Credits);
    true
}

/// Whether a line stands where bylines do: a headline may stand above it, and a date or a byline stands beside it. A name
/// and an outlet elsewhere may be a headline themselves: "Marquand Meets Vane - Harbour News".
fn is_below_headline(page: &Page, index: usize) -> bool {
    let (above, below) = page.lines.split_at(index.min(page.lines.len()));
    let is_date =
        |line: &PageLine| word_count(line.text()) <= MAX_BYLINE && without_dates(line.text()).1;
    let is_beside = above
        .last()
        .is_some_and(|line| line.is_aside(Reason::Byline))
        || below.get(1).is_some_and(is_date);
    is_beside && above.iter().any(PageLine::is_open)
}

/// The line without the dates in it that stand with a year or a weekday, and whether there were any.
fn without_dates(text: &str) -> (String, bool) {
    let mut rest = String::new();
    let mut end = 0;
    let mut dated = false;
    for mention in find_dates(text) {
        if mention.year.is_some() || mention.weekday.is_some() {
            rest.push_str(text.get(end..mention.span.start).unwrap_or_default());
            rest.push('|');
            end = mention.span.end;
            dated = true;
        }
    }
    rest.push_str(text.get(end..).unwrap_or_default());
    (rest, dated)
}

/// The pieces of a byline, if every one of them is understood.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    split_at(text, &["|", "•", "·", "; ", "/ ", " - ", " – ", " — "])
        .into_iter()
        .map(|part| piece(part.trim_matches([' ', ',', ';', '\u{a0}'])))
        .collect()
}

fn piece(text: &str) -> Option<Piece> {
    if text.chars().all(|c| !c.is_alphabetic()) {
        return Some(Piece::Empty);
    }
    if let Some((label, rest)) = labelled(text) {
        return named(label, rest);
    }
    if LABELS
        .iter()
        .any(|label| label.words.eq_ignore_ascii_case(text))
    {
        return Some(Piece::Empty);
    }
    if let Some(agency) = known_agency(text) {
        return Some(Piece::Named(Part::Agency, vec![agency.to_owned()]));
    }
    if origin::is_outlet_name(text) {
        return Some(Piece::Outlet(text.to_owned()));
    }
    // In a script without capitals any words look like a name.
    if is_name(text) && word_count(text) <= 4 && text.contains(char::is_uppercase) {
        return Some(Piece::Person(text.to_owned()));
    }
    None
}

fn named(label: &Label, rest: &str) -> Option<Piece> {
    if label.part == Part::Other && !label.words.ends_with("by") {
        return (word_count(rest) <= 6).then_some(Piece::Empty);
    }
    let names: Vec<String> = split_names(rest)
        .into_iter()
        .map(|name| without_post(without_place(name)).to_owned())
        .filter(|name| !is_nobody(name))
        .collect();
    let understood = names
        .iter()
        .all(|name| is_name(name) || known_agency(name).is_some() || origin::is_outlet_name(name));
    (understood && names.len() <= 6).then_some(Piece::Named(label.part, names))
}

/// What stands among names and is none: agencies that are not named ("and agencies"), and posts at the outlet
/// ("Transport Editor").
fn is_nobody(name: &str) -> bool {
    const OTHERS: [&str; 8] = [
        "agencies",
        "agency",
        "agensi",
        "staff",
        "wires",
        "services",
        "kantor berita",
        "tim redaksi",
    ];
    const POSTS: [&str; 6] = [
        "editor",
        "correspondent",
        "reporter",
        "writer",
        "koresponden",
        "redaktur",
    ];
    let name = name.to_lowercase();
    let name = ["and ", "dan "]
        .iter()
        .find_map(|and| name.strip_prefix(and))
        .unwrap_or(&name);
    let last = name.split_whitespace().last();
    OTHERS.contains(&name) || last.is_some_and(|last| POSTS.contains(&last))
}

fn keep_piece(page: &mut Page, piece: Piece) {
    match piece {
        Piece::Named(part, names) => {
            for name in names {
                keep_name(page, part, name);
            }
        }
        Piece::Person(name) => keep_name(page, Part::Author, name),
        Piece::Outlet(name) => {
            page.fields.outlet.get_or_insert(Noted::printed(name));
        }
        Piece::Empty => {}
    }
}

/// A name under its part; what is credited as author or editor but is an agency goes there.
fn keep_name(page: &mut Page, part: Part, name: String) {
    let vouched = page.vouched.contains(&name);
    let agency = known_agency(&name)
        .map(str::to_owned)
        .or(vouched.then(|| name.clone()));
    // Names that are shouted in a byline are names all the same.
    let shouted = name.contains(' ') && !name.chars().any(char::is_lowercase);
    let name = if shouted { title_case(&name) } else { name };
    let (list, name) = match (part, agency) {
        (Part::Other | Part::Photo, _) => return,
        (_, Some(agency)) => (&mut page.fields.agency, agency),
        (Part::Author, None) => (&mut page.fields.author, name),
        (Part::Editor, None) => (&mut page.fields.editor, name),
        (Part::Agency, None) => (&mut page.fields.agency, name),
    };
    if !list.contains(&name) {
        list.push(name);
    }
}

/// "(WIL)" alone on a line behind the article: the desk signs.
fn read_initials(page: &mut Page, index: usize) -> bool {
    let Some(line) = page.lines.get(index) else {
        return false;
    };
    let Some(signed) = initials(line.text())
        .or_else(|| signature(line.text()))
        .map(str::to_owned)
    else {
        return false;
    };
    let behind_text = page
        .lines
        .iter()
        .take(index)
        .any(|line| line.is_open() && is_paragraph(line.text()));
    if behind_text {
        match known_agency(&signed).map(str::to_owned) {
            Some(agency) => keep_name(page, Part::Agency, agency),
            None if initials(&format!("({signed})")).is_some() => page.fields.editor.push(signed),
            None => {}
        }
        set_aside(page, index, Reason::Byline, Cause::Credits);
    }
    behind_text
}

/// Who signs in another way: "-- MERIDIAN", "- Agensi", "(Layar Pagi/Mardi Sena)".
fn signature(text: &str) -> Option<&str> {
    const AGENCIES: [&str; 3] = ["agensi", "agencies", "agency"];
    let text = text.trim();
    let name = text.trim_start_matches(['-', '–', '—', ' ']);
    let dashed = name.len() < text.len()
        && (known_agency(name).is_some() || AGENCIES.contains(&name.to_lowercase().as_str()));
    let inner = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let bracketed = inner.filter(|inner| {
        let mut parts = inner.split('/');
        inner.contains('/')
            && parts.all(|part| is_name(part.trim()) || origin::is_domain(part.trim()))
    });
    bracketed.or(Some(name).filter(|_| dashed))
}

/// Whether a line between headline and article is nothing but a person's name, or a name and where the person is.
pub(super) fn is_bare_name(text: &str) -> bool {
    let name = without_place(text);
    is_name(name) && (2..=4).contains(&word_count(name)) && !ends_sentence(text)
}

/// The name alone where "reporter" stands before or behind it, in scripts without capitals.
fn without_post(name: &str) -> &str {
    const BEFORE: [&str; 3] = ["记者 ", "記者 ", "โดย "];
    const BEHIND: [&str; 3] = [" 기자", " 記者", " 记者"];
    let before = BEFORE.iter().find_map(|post| name.strip_prefix(post));
    let name = before.unwrap_or(name);
    let behind = BEHIND.iter().find_map(|post| name.strip_suffix(post));
    behind.unwrap_or(name).trim()
}

/// "Jane Arden in Vellin": the name alone.
fn without_place(text: &str) -> &str {
    [" in ", " di "]
        .iter()
        .find_map(|word| text.split_once(word))
        .filter(|(name, place)| is_name(name) && is_name(place))
        .map_or(text, |(name, _)| name)
}

/// Takes the line at `index` as the name of the author, or of the outlet.
pub(super) fn keep_bare_name(page: &mut Page, index: usize) {
    if let Some(name) = page
        .lines
        .get(index)
        .map(|line| without_place(line.text()).to_owned())
    {
        if origin::is_outlet_name(&name) {
            page.fields.outlet.get_or_insert(Noted::printed(name));
        } else {
            keep_name(page, Part::Author, name);
        }
        set_aside(page, index, Reason::Byline, Cause::Credits);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_at_the_end_of_a_caption() {
        for (text, credit) in [
            (
                "Ferries lie in the harbour at dawn. Photograph: Sam Pike/Meridian Images",
                Some("Photograph: Sam Pike/Meridian Images"),
            ),
            (
                "Kapal bersandar di dermaga utara. Foto: Rina Puspita",
                Some("Foto: Rina Puspita"),
            ),
            (
                "Boats lie in the harbour. REUTERS/Sam Pike",
                Some("REUTERS/Sam Pike"),
            ),
            ("The minister held up a photo: a ferry at sea.", None),
            ("Short. Photo: Sam Pike", None),
        ] {
            assert_eq!(trailing_credit(text), credit, "{text}");
        }
    }
}
