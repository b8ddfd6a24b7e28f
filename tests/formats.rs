//! What a reader gets of files of every kind: whole articles from honest ones, one clear problem from the others.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use crossread::import::{
    Found, ImportError, Imported, Input, Problem, ReadOptions, find_files, read_bytes, read_file,
    read_input,
};
use jiff::civil::date;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const FOLDER: &str = "tests/formats";

const ENGLISH: &str = "Velland and Queria reopen the Marrow line after nine years";
const INDONESIAN: &str = "Velland dan Queria Sepakat Jalankan Lagi Kereta Jembatan Marrow";

fn options() -> ReadOptions {
    ReadOptions {
        as_is: false,
        today: date(2026, 11, 20),
    }
}

/// Everything that stands in a file, one paragraph a line, whatever part it was given.
fn text(name: &str) -> String {
    text_of(&read_file(&Path::new(FOLDER).join(name), &as_is()).unwrap())
}

fn as_is() -> ReadOptions {
    ReadOptions {
        as_is: true,
        ..options()
    }
}

fn text_of(imported: &Imported) -> String {
    let blocks = imported.article.blocks().iter();
    blocks.fold(String::new(), |mut all, block| {
        let _ = writeln!(all, "{}", block.text);
        all
    })
}

fn problem(name: &str, bytes: Vec<u8>) -> Problem {
    let read = read_bytes(name, bytes, &as_is());
    read.map(|imported| text_of(&imported)).unwrap_err()
}

/// A zip of these parts.
fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn docx(document: &str) -> Vec<u8> {
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
    ])
}

fn odt(content: &str) -> Vec<u8> {
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A PDF file of one page that shows this.
fn pdf(shows: &str) -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
         /Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
            .to_owned(),
        format!("<</Length {}>>stream\n{shows}\nendstream", shows.len()),
    ];
    let (mut file, mut table) = ("%PDF-1.4\n".to_owned(), String::new());
    for (number, object) in (1..).zip(&objects) {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        let _ = writeln!(file, "{number} 0 obj{object}\nendobj");
    }
    let start = file.len();
    let _ = write!(
        file,
        "xref\n0 5\n0000000000 65535 f \n{table}trailer<</Size 5/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
    );
    file.into_bytes()
}

#[test]
fn nothing_of_an_article_is_lost() {
    let (english, indonesian) = (text("article.odt"), text("article.docx"));
    for (whole, name) in [(&english, "print.pdf"), (&indonesian, "typeset.pdf")] {
        let read = text(name);
        // Paragraphs that stand in all of them; the others hold what one format alone can.
        let paragraphs = whole.lines().filter(|line| line.len() > 100);
        let shared: Vec<&str> = paragraphs
            .filter(|line| !line.contains("(Harbour") && !line.contains("of glass"))
            .filter(|line| !line.contains("tanpa naskah"))
            .collect();
        assert!(shared.len() >= 4, "{whole}");
        for paragraph in shared {
            assert!(
                read.lines().any(|line| line == paragraph),
                "{name} lacks: {paragraph}\n{read}"
            );
        }
    }
}

#[test]
fn headlines_and_bodies() {
    for (name, headline, first) in [
        ("article.docx", INDONESIAN, "Velland dan Queria sepakat"),
        ("article.odt", ENGLISH, "Velland and Queria agreed"),
        ("typeset.pdf", INDONESIAN, "Velland dan Queria sepakat"),
        ("print.pdf", ENGLISH, "Velland and Queria agreed"),
    ] {
        let read = read_file(&Path::new(FOLDER).join(name), &options()).unwrap();
        let found = read.article.fields.headline.as_ref();
        let found = found.map(|noted| noted.value.as_str());
        assert_eq!(found, Some(headline), "{name}");
        assert!(read.article.body().text.contains(first), "{name}");
        assert!(read.remarks.is_empty(), "{name}: {:?}", read.remarks);
    }
}

#[test]
fn word_files() {
    let text = text("article.docx");
    for line in [
        "Atap dan hujan",
        "dua kereta sehari di setiap arah mulai 1 Mei",
        "Negara | Kereta | Biaya",
        "Velland | 2 | 4,9 juta",
        "Laporan komisi terbit setiap enam bulan.",
    ] {
        assert!(text.lines().any(|here| here == line), "{line}\n{text}");
    }
    assert!(
        text.contains("di ruang tunggu Stasiun Halvorn, Jumat"),
        "{text}"
    );
    assert!(text.contains("Ia berbicara tanpa naskah."), "{text}");
    assert!(!text.contains("sudah dihapus"), "{text}");
    assert_eq!(text.lines().last(), Some("Harian Teluk, edisi pagi"));
}

#[test]
fn opendocument_texts() {
    let text = text("article.odt");
    for line in [
        "By Ines Calloway",
        "6 March 2026",
        "A roof against the rain",
        "two trains a day in each direction from 1 May",
        "Country | Trains",
        "Velland | 2",
        "About 1.3 million crowns more than planned & agreed.",
    ] {
        assert!(text.lines().any(|here| here == line), "{line}\n{text}");
    }
    assert!(
        text.contains("waiting room of Halvorn station, a building"),
        "{text}"
    );
    assert!(
        text.contains("is expected to cost. The roof will be of glass."),
        "{text}"
    );
    for gone in ["struck out", "Is this true", "Editor", "A drawing"] {
        assert!(!text.contains(gone), "{gone}\n{text}");
    }
    assert_eq!(text.lines().last(), Some("The Harbour Post, late edition"));
}

#[test]
fn pdf_pages() {
    let print = text("print.pdf");
    let edges = [
        "3/6/26, 9:41 PM",
        "https://harbourpost.example/world/marrow-line",
        "1/2",
    ];
    for edge in edges {
        assert_eq!(print.matches(edge).count(), 1, "{edge}\n{print}");
    }
    let last_paragraph = print.find("A joint commission").unwrap();
    assert!(
        edges
            .iter()
            .all(|edge| print.find(edge).unwrap() > last_paragraph)
    );

    let single = pdf(
        "BT /F1 8 Tf 25 820 Td (6/3/2026 21.41) Tj 200 0 Td (Judul) Tj ET \
         BT /F1 11 Tf 80 700 Td (Dua menteri bertemu.) Tj ET \
         BT /F1 8 Tf 25 20 Td (https://a.example/b) Tj 500 0 Td (1/1) Tj ET",
    );
    let single = text_of(&read_bytes("single.pdf", single, &as_is()).unwrap());
    let expected = "Dua menteri bertemu.\n6/3/2026 21.41\nJudul\nhttps://a.example/b\n1/1\n";
    assert_eq!(single, expected);

    // Two columns under a headline.
    let columns = pdf(
        "BT /F1 20 Tf 50 800 Td (Dua menteri) Tj ET BT /F1 10 Tf 50 760 Td (Kedua menteri itu bertemu peme-) Tj \
         0 -12 Td (rintah kota dan anak-) Tj 0 -12 Td (anak sekolah yang sudah lama me-) Tj ET \
         BT /F1 10 Tf 300 760 Td (nunggu mereka di stasiun kecil) Tj 0 -12 Td (itu.) Tj \
         0 -30 Td (Hujan turun.) Tj ET",
    );
    let columns = text_of(&read_bytes("columns.pdf", columns, &as_is()).unwrap());
    let expected = "Dua menteri\nKedua menteri itu bertemu pemerintah kota dan anak-anak sekolah yang sudah lama \
                    menunggu mereka di stasiun kecil itu.\nHujan turun.\n";
    assert_eq!(columns, expected);

    let typeset = text("typeset.pdf");
    assert_eq!(
        typeset.matches("Harian Teluk  •").count() + typeset.matches("Harian Teluk •").count(),
        1
    );
    assert_eq!(typeset.matches("Halaman ").count(), 1, "{typeset}");
    assert!(typeset.contains("tetapi undang-undang itu"), "{typeset}");
    assert!(!typeset.contains("\nHalaman 2"), "{typeset}");
    assert!(typeset.contains("Penulis: Wira Sadana\n"), "{typeset}");
}

#[test]
fn pages_in_one_file() {
    let (whole, page) = (text("page.mhtml"), text("page.html"));
    assert_eq!(whole, page);
    assert!(
        whole.contains("“Jadwal adalah perjanjian yang paling pendek,”"),
        "{whole}"
    );
    assert!(
        !whole.contains("Boundary") && !whole.contains("iVBOR"),
        "{whole}"
    );
}

#[test]
fn a_page_in_an_old_encoding() {
    let body = "<p>“Café” – the ministers met in the old customs house, où tout a commencé.</p>";
    for head in ["", "<meta charset=utf-8>", "<meta charset=windows-1252>"] {
        let html = format!("<!DOCTYPE html><html><head>{head}</head><body>{body}");
        let bytes = encoding_rs::WINDOWS_1252.encode(&html).0.into_owned();
        let read = read_bytes("page.html", bytes, &as_is()).unwrap();
        assert!(
            text_of(&read).contains("“Café” –"),
            "{head}: {}",
            text_of(&read)
        );
        assert!(text_of(&read).contains("où"), "{head}");
    }
}

#[test]
fn a_wrong_name_does_not_matter() {
    for (file, name) in [
        ("article.docx", "article.txt"),
        ("article.odt", "article.zip"),
        ("print.pdf", "print.html"),
        ("page.mhtml", "page.pdf"),
        ("page.html", "page.docx"),
    ] {
        let bytes = fs::read(Path::new(FOLDER).join(file)).unwrap();
        let read = read_bytes(name, bytes, &as_is()).unwrap();
        assert_eq!(text_of(&read), text(file), "{name}");
    }
}

/// The names of the inputs in a folder, without the folder, and the problems.
fn listed(folder: &TempDir, paths: &[PathBuf]) -> (Vec<String>, Vec<ImportError>) {
    let found = find_files(paths);
    let above = format!("{}/", folder.path().display());
    let names = found.inputs.iter().map(Input::name);
    let names = names.map(|name| name.replace(&above, "")).collect();
    (names, found.errors)
}

#[test]
fn a_file_that_is_named_in_several_ways_is_one_input() {
    let folder = TempDir::new().unwrap();
    let inside = folder.path().join("inside");
    fs::create_dir(&inside).unwrap();
    fs::write(inside.join("a.txt"), "Satu dua.").unwrap();
    fs::write(inside.join("b.txt"), "Tiga empat.").unwrap();
    let mut paths = vec![
        inside.join("a.txt"),
        inside.join("../inside/a.txt"),
        folder.path().to_owned(),
    ];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(inside.join("b.txt"), folder.path().join("other.txt")).unwrap();
        std::os::unix::fs::symlink(&inside, folder.path().join("there")).unwrap();
        paths.push(folder.path().join("other.txt"));
        paths.push(folder.path().join("there/a.txt"));
    }
    let (names, errors) = listed(&folder, &paths);
    assert_eq!(errors, []);
    assert_eq!(names, ["inside/a.txt", "inside/b.txt"]);
}

#[test]
fn an_archive_gives_its_articles() {
    let folder = TempDir::new().unwrap();
    let inner = zip(&[("a.txt", b"Dua kata.")]);
    let word = fs::read(Path::new(FOLDER).join("article.docx")).unwrap();
    let archive = zip(&[
        ("b/page.html", b"<p>Dua kata."),
        ("b/page_files/ad.html", b"<p>Iklan."),
        ("other_files/c.txt", b"Tiga kata saja."),
        ("../../a.txt", b"Satu dua."),
        ("__MACOSX/._a.txt", b"x"),
        (".hidden/a.txt", b"x"),
        ("picture.png", b"x"),
        ("word.docx", &word),
        ("inner.zip", &inner),
    ]);
    fs::write(folder.path().join("articles.dat"), &archive).unwrap();
    fs::write(folder.path().join("plain.txt"), "Empat kata di sini.").unwrap();
    let paths = [
        folder.path().join("articles.dat"),
        folder.path().join("plain.txt"),
    ];
    let (names, errors) = listed(&folder, &paths);
    assert_eq!(errors, []);
    let expected = [
        "articles.dat/../../a.txt",
        "articles.dat/b/page.html",
        "articles.dat/inner.zip",
        "articles.dat/other_files/c.txt",
        "articles.dat/word.docx",
        "plain.txt",
    ];
    assert_eq!(names, expected);
    let Found { inputs, passed, .. } = find_files(&paths);
    // What is hidden, or belongs to a saved page, nobody misses.
    assert_eq!(passed, [paths[0].join("picture.png").display().to_string()]);
    let read: Vec<_> = inputs
        .iter()
        .map(|input| read_input(input, &as_is()))
        .collect();
    let problems: Vec<_> = read.iter().filter_map(|read| read.as_ref().err()).collect();
    assert!(matches!(
        problems.as_slice(),
        [ImportError {
            problem: Problem::Archive,
            ..
        }]
    ));
    assert_eq!(text_of(read[1].as_ref().unwrap()), "Dua kata.\n");
    assert_eq!(text_of(read[4].as_ref().unwrap()), text("article.docx"));
    assert_eq!(
        read_file(&paths[0], &as_is()).unwrap_err().problem,
        Problem::Archive
    );
}

#[test]
fn folders_are_looked_through_for_every_kind() {
    let folder = TempDir::new().unwrap();
    let files = [
        "a.htm",
        "a_files/part.html",
        "a_files/x.txt",
        "b.pdf",
        "b_files/c.txt",
        "d-Dateien/e.md",
        "d.html",
        "f.docx",
        "g.odt",
        "h.mht",
        "i.png",
        "j.xhtml",
        "__MACOSX/k.txt",
        ".l.txt",
    ];
    for name in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "Dua kata.").unwrap();
    }
    // Of another ending only what is a page or a document for certain.
    fs::write(folder.path().join("k"), "<!doctype html><p>Dua kata.</p>").unwrap();
    fs::write(folder.path().join("l.csv"), "dua,kata").unwrap();
    let (names, errors) = listed(&folder, &[folder.path().to_owned()]);
    assert_eq!(errors, []);
    let expected = [
        "a.htm",
        "b.pdf",
        "b_files/c.txt",
        "d.html",
        "f.docx",
        "g.odt",
        "h.mht",
        "j.xhtml",
        "k",
    ];
    assert_eq!(names, expected);
}

#[test]
fn archives_that_are_not_opened() {
    let folder = TempDir::new().unwrap();
    let many: Vec<String> = (0..10_001).map(|number| format!("{number}.txt")).collect();
    let many: Vec<(&str, &[u8])> = many
        .iter()
        .map(|name| (name.as_str(), b"x".as_slice()))
        .collect();
    let large = vec![b' '; 33 * 1024 * 1024];
    let mut cut = zip(&[("a.txt", b"Dua kata.")]);
    cut.truncate(cut.len() - 9);
    for (bytes, problem) in [
        (zip(&[("picture.png", b"x")]), Problem::NoArticles),
        (zip(&many), Problem::TooManyInside { limit: 10_000 }),
        (
            zip(&[
                ("a.txt", &large),
                ("b.txt", &large),
                ("c.txt", &large),
                ("d.txt", &large),
                ("e.txt", &large),
                ("f.txt", &large),
                ("g.txt", &large),
                ("h.txt", &large),
            ]),
            Problem::TooMuchInside { limit: 256 },
        ),
        (cut, Problem::Damaged("zip")),
    ] {
        let path = folder.path().join("a.zip");
        fs::write(&path, bytes).unwrap();
        let (names, errors) = listed(&folder, &[path]);
        let found: Vec<_> = errors.into_iter().map(|error| error.problem).collect();
        assert_eq!((names, found), (Vec::new(), vec![problem]));
    }
}

/// Changes every place where `old` stands in `bytes`.
fn patched(mut bytes: Vec<u8>, old: &[u8], new: &[u8]) -> Vec<u8> {
    let places: Vec<usize> = (0..bytes.len())
        .filter(|at| bytes[*at..].starts_with(old))
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + new.len()].copy_from_slice(new);
    }
    bytes
}

#[test]
fn files_in_an_archive_that_are_not_read() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.zip");
    let bomb = vec![b' '; 33 * 1024 * 1024];
    let honest = zip(&[("a.txt", &bomb), ("b.txt", b"Dua kata.")]);
    // It says that it is small.
    let size = u32::try_from(bomb.len()).unwrap().to_le_bytes();
    let lying = patched(honest.clone(), &size, &9_u32.to_le_bytes());
    // The flag of a password, in both headers.
    let plain = zip(&[("a.txt", b"Satu dua tiga."), ("b.txt", b"Dua kata.")]);
    let (mut locked, name) = (plain.clone(), b"a.txt");
    let places: Vec<usize> = (0..plain.len())
        .filter(|at| plain[*at..].starts_with(name))
        .collect();
    locked[places[0] - 30 + 6] |= 1;
    locked[places[1] - 46 + 8] |= 1;
    let limit = Problem::TooLarge {
        megabytes: 33,
        limit: 32,
    };
    for (bytes, expected) in [
        (honest, [limit].as_slice()),
        (
            lying,
            &[
                Problem::Damaged("zip"),
                Problem::TooMuchInside { limit: 32 },
            ],
        ),
        (locked, &[Problem::Encrypted]),
    ] {
        fs::write(&path, bytes).unwrap();
        let Found { inputs, errors, .. } = find_files(std::slice::from_ref(&path));
        assert_eq!((inputs.len(), errors), (2, Vec::new()));
        let found = read_input(&inputs[0], &as_is()).unwrap_err().problem;
        assert!(expected.contains(&found), "{found:?}");
        assert!(read_input(&inputs[1], &as_is()).is_ok());
    }
}

#[test]
fn damaged_and_hostile_files() {
    let nested = |open: &str, close: &str, depth| open.repeat(depth) + "x" + &close.repeat(depth);
    let word = |inside: &str| {
        docx(&format!(
            "<w:document><w:body>{inside}</w:body></w:document>"
        ))
    };
    let office = |inside: &str| odt(&format!("<office:text>{inside}</office:text>"));
    let laughs = "<!DOCTYPE x [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><office:text><text:p>&b;</text:p></office:text>";
    let bomb = vec![b' '; 300 * 1024 * 1024];
    let bomb = zip(&[
        ("word/document.xml", b"<w:document/>"),
        ("word/media/a.png", &bomb),
    ]);
    let cut = |name: &str, part: usize| {
        let bytes = fs::read(Path::new(FOLDER).join(name)).unwrap();
        bytes[..bytes.len() * part / 10].to_vec()
    };
    let noise: Vec<u8> = (0..4000_u32)
        .map(|number| (number * number % 251) as u8)
        .collect();
    let cases: Vec<(&str, Vec<u8>, Problem)> = vec![
        ("cut.docx", cut("article.docx", 7), Problem::Damaged("Word")),
        (
            "cut.odt",
            cut("article.odt", 7),
            Problem::Damaged("OpenDocument"),
        ),
        ("cut.pdf", cut("print.pdf", 1), Problem::Damaged("PDF")),
        (
            "noise.pdf",
            [b"%PDF-1.7\n".as_slice(), &noise].concat(),
            Problem::Damaged("PDF"),
        ),
        ("bomb.docx", bomb, Problem::TooMuchInside { limit: 256 }),
        (
            "deep.docx",
            word(&nested("<w:tbl>", "</w:tbl>", 5000)),
            Problem::TooDeep,
        ),
        (
            "deep.odt",
            office(&nested("<text:p>", "</text:p>", 5000)),
            Problem::TooDeep,
        ),
        (
            "deep.html",
            nested("<div>", "</div>", 200_000).into_bytes(),
            Problem::TooDeep,
        ),
        ("laughs.odt", odt(laughs), Problem::Damaged("ODT")),
        (
            "laughs.docx",
            docx(&laughs.replace("office:text", "w:document")),
            Problem::Damaged("Word"),
        ),
        (
            "open.odt",
            odt("<office:text><text:p>Dua"),
            Problem::Damaged("ODT"),
        ),
        ("none.pdf", Vec::new(), Problem::NoBytes),
        ("none.txt", Vec::new(), Problem::NoBytes),
        ("empty.docx", word("<w:p/>"), Problem::Empty),
        ("empty.odt", office("<text:p/>"), Problem::Empty),
        (
            "empty.html",
            b"<html><body></body></html>".to_vec(),
            Problem::Empty,
        ),
        (
            "table.xlsx",
            zip(&[
                ("[Content_Types].xml", b"<Types/>"),
                ("xl/workbook.xml", b""),
            ]),
            Problem::Document("Office"),
        ),
        (
            "book.epub",
            zip(&[("mimetype", b"application/epub+zip")]),
            Problem::Document("EPUB"),
        ),
        (
            "old.doc",
            [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &noise].concat(),
            Problem::Document("Office 97–2003"),
        ),
        (
            "note.rtf",
            b"{\\rtf1 Dua kata.}".to_vec(),
            Problem::Document("RTF"),
        ),
        ("a.zip", zip(&[("a.txt", b"Dua kata.")]), Problem::Archive),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(problem(name, bytes), expected, "{name}");
    }
}
