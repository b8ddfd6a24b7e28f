//! Bytes to text: the byte order mark, then UTF-8, then UTF-16 by its zeros, then a guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::Problem;

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

/// The text of `bytes`.
///
/// # Errors
/// [`Problem::Binary`] for pictures, archives and the like, [`Problem::UnknownEncoding`] where no encoding makes text
/// of it.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Problem> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, bytes.get(length..).unwrap_or_default());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return checked(Decoded {
            text: plain_line_ends(text),
            encoding: UTF_8.name(),
            damaged: 0,
        });
    }
    if let Some(kind) = infer::get(bytes) {
        return Err(Problem::Binary(kind.mime_type().to_owned()));
    }
    if let Some(encoding) = utf_16_by_zeros(bytes) {
        return decode_as(encoding, bytes);
    }
    if bytes.contains(&0) {
        return Err(Problem::Binary(String::new()));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    decode_as(detector.guess(None, Utf8Detection::Allow), bytes)
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

/// Refuses what decoded to something that nobody wrote.
fn checked(decoded: Decoded) -> Result<Decoded, Problem> {
    let total = decoded.text.chars().count();
    let controls = decoded
        .text
        .chars()
        .filter(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\u{c}' | '\u{b}'))
        .count();
    if decoded.text.contains('\0') {
        let kind = infer::get(decoded.text.as_bytes()).map_or("", |kind| kind.mime_type());
        return Err(Problem::Binary(kind.to_owned()));
    }
    if (decoded.damaged + controls) * 20 > total {
        return Err(Problem::UnknownEncoding);
    }
    if decoded.text.starts_with("%PDF-") {
        return Err(Problem::Binary("application/pdf".to_owned()));
    }
    Ok(decoded)
}

fn plain_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// UTF-16 without a mark: in Latin text every second byte is zero.
fn utf_16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
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
        let russian = "Министр иностранных дел прибыл в столицу с официальным визитом.";
        let bytes = encoding_rs::WINDOWS_1251.encode(russian).0;
        assert_eq!(text_of(&bytes).as_deref(), Ok(russian));
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
