//! Bytes to text: the byte order mark, then UTF-8, then what a page declares, then UTF-16 by its zeros, then a guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::Problem;
use crate::locale::Message;

/// What was made of the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text; line ends are `\n`, the byte order mark is gone.
    pub text: String,
    /// The encoding's name.
    pub encoding: &'static str,
    /// Characters that could not be read; they stand as U+FFFD.
    pub damaged: usize,
}

impl Decoded {
    /// What the reader should know, if not all of it could be read.
    pub fn remark(&self) -> Option<Message> {
        (self.damaged > 0).then(|| {
            Message::new("remark-damaged")
                .with("count", self.damaged)
                .with("encoding", self.encoding)
        })
    }
}

/// One zero in so many bytes is no text.
const MANY: usize = 500;

/// The text of `bytes`.
///
/// # Errors
/// [`Problem::Binary`] for pictures, archives and the like, [`Problem::UnknownEncoding`] where no encoding makes text
/// of it.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Problem> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, bytes.get(length..).unwrap_or_default());
    }
    // UTF-16 of plain letters is valid UTF-8 as well, but full of zeros. A few are dirt in a text.
    let zeros = count(bytes, |byte| byte == 0);
    let has_zeros = zeros * MANY > bytes.len();
    if let Ok(text) = std::str::from_utf8(bytes)
        && !has_zeros
    {
        return checked(Decoded {
            text: plain_line_ends(text),
            encoding: UTF_8.name(),
            damaged: 0,
        });
    }
    if let Some(kind) = infer::get(bytes)
        && kind.matcher_type() != infer::MatcherType::Text
    {
        return Err(Problem::Binary(kind.mime_type().to_owned()));
    }
    if let Some(encoding) = utf_16_by_zeros(bytes) {
        return decode_as(encoding, bytes);
    }
    if has_zeros {
        return Err(Problem::Binary(String::new()));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    decode_as(detector.guess(None, Utf8Detection::Allow), bytes)
}

/// How far into a page its declared encoding may stand.
const DECLARED_WITHIN: usize = 4096;

/// The text of a page, for which `said` was declared as encoding on its way here.
///
/// Bytes that are UTF-8 are hardly ever anything else, whatever is declared; many pages that say they are UTF-8 have a
/// comment in another encoding.
///
/// # Errors
/// As for [`decode`].
pub fn decode_html(bytes: &[u8], said: Option<&str>) -> Result<Decoded, Problem> {
    let is_marked = Encoding::for_bom(bytes).is_some();
    let zeros = count(bytes, |byte| byte == 0);
    if !is_marked && (1..=bytes.len() / 100).contains(&zeros) {
        // Browsers pass over a stray zero.
        let whole: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
        return decode_html(&whole, said);
    }
    let head = head(bytes.get(..DECLARED_WITHIN).unwrap_or(bytes));
    let declared = said
        .and_then(|label| Encoding::for_label(label.as_bytes()))
        .or_else(|| declared(&head));
    let Some(encoding) = declared else {
        return decode(bytes);
    };
    if is_marked || std::str::from_utf8(bytes).is_ok() || bytes.contains(&0) {
        return decode(bytes);
    }
    // Where a sixth of the foreign letters is damaged, something else was declared than what was written.
    match decode_as(encoding.output_encoding(), bytes) {
        Ok(decoded) if decoded.damaged * 6 <= foreign_letters(&decoded.text) => Ok(decoded),
        _ => decode(bytes),
    }
}

fn foreign_letters(text: &str) -> usize {
    text.chars().filter(|letter| !letter.is_ascii()).count()
}

/// The encoding that stands in the tags at the head of a page, or in its XML declaration.
fn declared(head: &str) -> Option<&'static Encoding> {
    let head = head.to_ascii_lowercase();
    let xml = head.trim_start().strip_prefix("<?xml");
    let xml = xml.and_then(|rest| label_after(rest.split_once("?>")?.0, "encoding"));
    let mut tags = head.split("<meta").skip(1);
    tags.find_map(|rest| label_after(rest.split('>').next()?, "charset"))
        .or(xml)
}

/// The encoding behind `key` and an equals sign.
fn label_after(text: &str, key: &str) -> Option<&'static Encoding> {
    let value = text.split_once(key)?.1.trim_start().strip_prefix('=')?;
    let value = value.trim_start_matches(['"', '\'', ' ']);
    let end = |letter: char| letter.is_whitespace() || "\"';/".contains(letter);
    Encoding::for_label(value.split(end).next()?.as_bytes())
}

/// The first bytes of a file as text, good enough to tell what it is.
pub fn head(bytes: &[u8]) -> String {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode_with_bom_removal(bytes).0.into_owned(),
        None => match utf_16_by_zeros(bytes) {
            Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            // The lossy way is slow where nothing is lost.
            None => match std::str::from_utf8(bytes) {
                Ok(text) => text.to_owned(),
                Err(_) => String::from_utf8_lossy(bytes).into_owned(),
            },
        },
    }
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Result<Decoded, Problem> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    checked(Decoded {
        damaged: text
            .chars()
            .filter(|c| *c == char::REPLACEMENT_CHARACTER)
            .count(),
        text: plain_line_ends(&text),
        encoding: encoding.name(),
    })
}

/// How many bytes are such. In pieces whose number fits a byte, which processors count many at a time.
fn count(bytes: &[u8], is_such: impl Fn(u8) -> bool) -> usize {
    let pieces = bytes.chunks(usize::from(u8::MAX));
    let in_piece = |piece: &[u8]| {
        piece
            .iter()
            .map(|byte| u8::from(is_such(*byte)))
            .sum::<u8>()
    };
    pieces.map(|piece| usize::from(in_piece(piece))).sum()
}

/// Refuses what decoded to something that nobody wrote.
fn checked(decoded: Decoded) -> Result<Decoded, Problem> {
    let controls = if decoded.text.is_ascii() {
        // From tab to form feed there are only blanks.
        count(decoded.text.as_bytes(), |byte| {
            byte.is_ascii_control() && !(b'\t'..=b'\x0c').contains(&byte)
        })
    } else {
        let is_dirt = |c: &char| c.is_control() && !('\t'..='\u{c}').contains(c);
        decoded.text.chars().filter(is_dirt).count()
    };
    if decoded.text.contains('\0') {
        let kind = infer::get(decoded.text.as_bytes()).map_or("", |kind| kind.mime_type());
        return Err(Problem::Binary(kind.to_owned()));
    }
    let dirt = decoded.damaged + controls;
    if dirt > 0 && dirt * 20 > decoded.text.chars().count() {
        return Err(Problem::UnknownEncoding);
    }
    if decoded.text.starts_with("%PDF-") {
        return Err(Problem::Binary("application/pdf".to_owned()));
    }
    Ok(decoded)
}

/// One kind of line end, and blanks for zeros.
fn plain_line_ends(text: &str) -> String {
    if !text.contains('\r') && !text.contains('\0') {
        return text.to_owned();
    }
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\0', " ")
}

/// UTF-16 without a mark: in Latin text every second byte is zero.
fn utf_16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.contains(&0) {
        return None;
    }
    let zeros = |from: usize| {
        let places = bytes.iter().skip(from).step_by(2).take(2048);
        let total = places.len();
        let zero = places.filter(|byte| **byte == 0).count();
        total > 1 && zero * 10 > total * 4
    };
    match (zeros(0), zeros(1)) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop")]
mod tests {
    use super::*;

    fn text_of(bytes: &[u8]) -> Result<String, Problem> {
        decode(bytes).map(|decoded| decoded.text)
    }

    #[test]
    fn any_encoding() {
        let text = "Menlu berkata: “Kami – dan mereka – sepakat.” Café.\nBaris dua.";
        let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf_16_be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
        let marked_16 = [b"\xFF\xFE".as_slice(), &utf_16].concat();
        for bytes in [
            text.as_bytes(),
            &marked,
            &utf_16,
            &utf_16_be,
            &marked_16,
            &windows,
        ] {
            assert_eq!(text_of(bytes).as_deref(), Ok(text));
        }
        // Plain letters alone are valid UTF-8 with zeros between them.
        let plain: Vec<u8> = "Menlu tiba."
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(text_of(&plain).as_deref(), Ok("Menlu tiba."));
        let russian = "Министр иностранных дел прибыл в столицу с официальным визитом.";
        let bytes = encoding_rs::WINDOWS_1251.encode(russian).0;
        assert_eq!(text_of(&bytes).as_deref(), Ok(russian));
    }

    #[test]
    fn a_stray_zero_in_a_text_is_a_blank() {
        let text = format!("Dua\0kata.{}", " lagi".repeat(200));
        let decoded = text_of(text.as_bytes()).unwrap();
        assert!(decoded.starts_with("Dua kata."));
        assert!(text_of(b"Dua\0kata\0lagi.").is_err());
    }

    #[test]
    fn a_stray_zero_in_a_page_is_passed_over() {
        let page = format!("<p>Dua\0 kata.</p>{}", " ".repeat(200));
        let decoded = decode_html(page.as_bytes(), None).unwrap();
        assert!(decoded.text.starts_with("<p>Dua kata.</p>"));
    }

    #[test]
    fn a_page_says_its_encoding() {
        let windows = |html: &str| encoding_rs::WINDOWS_1252.encode(html).0.into_owned();
        let russian = "Министр иностранных дел прибыл.";
        let cases: [(Vec<u8>, Option<&str>, &str); 6] = [
            (windows("<meta charset=windows-1252>“Café”"), None, "“Café”"),
            (
                windows("<meta http-equiv=x content='text/html; charset=ISO-8859-1'>“Café”"),
                None,
                "“Café”",
            ),
            ("<meta charset='windows-1252'>“Café”".into(), None, "“Café”"),
            (
                windows("<meta charset=\"utf-8\">“Café” – naïve, déjà vu"),
                None,
                "“Café”",
            ),
            (windows("“Café”"), Some("windows-1252"), "“Café”"),
            (
                [
                    b"<?xml version='1.0' encoding='windows-1251'?>".as_slice(),
                    &encoding_rs::WINDOWS_1251.encode(russian).0,
                ]
                .concat(),
                None,
                russian,
            ),
        ];
        for (bytes, said, text) in cases {
            let decoded = decode_html(&bytes, said).unwrap();
            assert!(decoded.text.contains(text), "{text}: {decoded:?}");
            assert_eq!(decoded.remark(), None, "{text}");
        }
        let mut broken = format!("<meta charset=utf-8>{}", "“é” ".repeat(50)).into_bytes();
        broken.push(0xE9);
        let broken = decode_html(&broken, None).unwrap();
        assert_eq!((broken.encoding, broken.damaged), ("UTF-8", 1));
    }

    #[test]
    fn line_ends_are_one_kind() {
        assert_eq!(text_of(b"a\r\nb\rc\n").as_deref(), Ok("a\nb\nc\n"));
    }

    #[test]
    fn what_is_no_text() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0";
        assert_eq!(text_of(png), Err(Problem::Binary("image/png".into())));
        assert_eq!(
            text_of(b"%PDF-1.7 binary"),
            Err(Problem::Binary("application/pdf".into()))
        );
        assert_eq!(
            text_of(b"ab\0\0\0\0\x01cd\xff\xfe"),
            Err(Problem::Binary(String::new()))
        );
        let noise: Vec<u8> = (0..400_u32).map(|i| (1 + (i * 7) % 31) as u8).collect();
        assert_eq!(text_of(&noise), Err(Problem::UnknownEncoding));
    }
}
