//! What kind a file is, whatever it is called.

use super::*;

#[test]
fn the_content_decides() {
    let mht = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"x\"\r\n\r\n";
    let utf_16: Vec<u8> = "\u{FEFF}<html><p>Teks"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let files: [(&str, &[u8], Format); 17] = [
        ("a.txt", b"Dua kata.", Format::Text),
        ("a.html", b"Dua kata, 3 < 4.\nBaris.", Format::Text),
        ("a.docx", b"Dua kata.", Format::Text),
        ("a.md", b"# Judul", Format::Markdown),
        (
            "a.md",
            b"<div align=center>Logo</div>\n# Judul",
            Format::Markdown,
        ),
        ("a.md", b"<!DOCTYPE html><p>Teks", Format::Html),
        (
            "a.txt",
            b"\xEF\xBB\xBF\n<!-- saved from url=(0014)about:internet -->\n<html>",
            Format::Html,
        ),
        (
            "a",
            b"<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html/>",
            Format::Html,
        ),
        ("a.pdf", b"<HTML lang=id>", Format::Html),
        ("a.txt", b"<article class=x><h1>", Format::Html),
        ("a.txt", b"<pemerintah> kata", Format::Text),
        ("a.htm", b"Teks <b>tebal</b>", Format::Html),
        ("a.txt", &utf_16, Format::Html),
        ("a.html", mht.as_bytes(), Format::Mhtml),
        (
            "a.txt",
            b"From: Jane\nDate: today\n\nContent-Type: x",
            Format::Text,
        ),
        ("a.txt", b"%PDF-1.7\n", Format::Pdf),
        ("a.pdf", b"junk\r\n%PDF-1.4\n", Format::Pdf),
    ];
    for (name, bytes, format) in files {
        let text = String::from_utf8_lossy(bytes);
        assert_eq!(Format::of(name, bytes), Ok(format), "{name}: {text}");
    }
}

#[test]
fn documents_that_are_not_read_are_named() {
    let ole = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 600]].concat();
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let locked = [ole.as_slice(), &name].concat();
    for (bytes, problem) in [
        (b"{\\rtf1 Teks}".as_slice(), Problem::Document("RTF")),
        (&ole, Problem::Document("Office 97–2003")),
        (&locked, Problem::Encrypted),
    ] {
        assert_eq!(Format::of("a.docx", bytes), Err(problem));
    }
}

/// What is left of it does not tell what it was; its name does.
#[test]
fn a_damaged_document_is_called_what_its_name_says() {
    let bytes = b"PK\x03\x04 and no more";
    for (name, kind) in [
        ("a.docx", "Word"),
        ("folder.docx/b.ODT", "OpenDocument"),
        ("c.zip", "zip"),
        ("d", "zip"),
    ] {
        assert_eq!(Format::of(name, bytes), Err(Problem::Damaged(kind)));
    }
}
