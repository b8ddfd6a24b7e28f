//! Pages that a browser saved as a single file: MIME, with the page as one of its parts. Pictures and styles stay where
//! they are, and nothing is fetched.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders};

use crate::import::Problem;
use crate::import::decode::{Decoded, decode_html};

/// The page itself, as HTML.
pub fn page(bytes: &[u8]) -> Result<Decoded, Problem> {
    let message = MessageParser::default().parse(bytes);
    let message = message.ok_or(Problem::Damaged("MHTML"))?;
    let part = page_part(&message).ok_or(Problem::Damaged("MHTML"))?;
    let charset = part
        .content_type()
        .and_then(|said| said.attribute("charset"));
    decode_html(&content(&message, part), charset)
}

/// The part that the file names as its start; without a name, the first page in it. Those behind it are its frames.
fn page_part<'a>(message: &'a Message) -> Option<&'a MessagePart<'a>> {
    let bare = |id: &str| id.trim_matches(['<', '>']).to_owned();
    let start = message
        .content_type()
        .and_then(|said| said.attribute("start"));
    let start = start.map(bare);
    let pages = || {
        message.parts.iter().filter(|part| {
            part.is_content_type("text", "html") || part.is_content_type("application", "xhtml+xml")
        })
    };
    let named = pages().find(|part| start.is_some() && part.content_id().map(bare) == start);
    named.or_else(|| pages().next())
}

/// Its bytes, before anybody makes text of them: browsers leave the encoding to the page.
fn content(message: &Message, part: &MessagePart) -> Vec<u8> {
    let from = part.offset_body as usize;
    let raw = message.raw_message.get(from..part.offset_end as usize);
    let raw = raw.unwrap_or_default();
    let decoded = match part.encoding {
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
        Encoding::None => None,
    };
    decoded.unwrap_or_else(|| raw.to_vec())
}
