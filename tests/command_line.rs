//! The command line: what a script gets from the program itself, against the contract `crossread/1`.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

const ID: &str = "assets/samples/id";
const EN: &str = "assets/samples/en";
const GOOD: &str = "assets/samples/id/layar-pagi.txt";

/// The keys of an article, in the order of the contract.
const ARTICLE: [&str; 17] = [
    "id",
    "path",
    "headline",
    "alternativeHeadline",
    "publisher",
    "datePublished",
    "author",
    "editor",
    "agency",
    "dateline",
    "caption",
    "inLanguage",
    "articleBody",
    "inferred",
    "removed",
    "versionOf",
    "duplicateOf",
];

/// The keys of the whole document; others may follow.
const DOCUMENT: [&str; 7] = [
    "format", "articles", "meetings", "passages", "pairs", "quotes", "terms",
];

/// Why something may be removed.
const REASONS: [&str; 9] = [
    "menu",
    "advertisement",
    "caption",
    "byline",
    "related",
    "comments",
    "share",
    "footer",
    "other",
];

/// How a run of the program ended.
#[derive(Debug, PartialEq)]
struct Ran {
    status: i32,
    out: String,
    err: String,
}

/// The program on an English desktop.
fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crossread"));
    command
        .args(args)
        .env_remove("LANGUAGE")
        .env("LANG", "en_US.UTF-8")
        .env("LC_ALL", "en_US.UTF-8");
    command
}

fn finish(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn run(args: &[&str]) -> Ran {
    finish(&mut command(args))
}

fn parse(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap()
}

/// What a run prints that has nothing to complain about.
fn json(args: &[&str]) -> Value {
    let ran = run(args);
    // Beside the samples stands what must come of them, which is no article.
    let samples = args.iter().filter(|arg| [ID, EN].contains(*arg));
    let passed: Vec<String> = samples
        .map(|folder| format!("{folder}/expected.json"))
        .collect();
    assert_eq!(
        (ran.status, ran.err.clone()),
        (0, passed_over(&passed)),
        "{args:?}"
    );
    parse(&ran)
}

/// What is said of files that are passed over.
fn passed_over(files: &[String]) -> String {
    let said = match files.len() {
        0 => return String::new(),
        1 => "1 file was passed over, because its kind is not read here".to_owned(),
        count => format!("{count} files were passed over, because their kinds are not read here"),
    };
    format!("{said}: {}\n", files.join(", "))
}

fn keys(object: &Value) -> Vec<&str> {
    object
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn paths(document: &Value) -> Vec<&str> {
    list(&document["articles"])
        .iter()
        .map(|article| text(&article["path"]))
        .collect()
}

/// The path of a file or folder in `folder`.
fn inside(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).to_str().unwrap().to_owned()
}

/// A file in `folder`, and the folders above it.
fn write(folder: &TempDir, name: &str, bytes: &[u8]) -> String {
    let path = inside(folder, name);
    fs::create_dir_all(Path::new(&path).parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn extract_prints_what_was_read_and_nothing_else() {
    let document = json(&["extract", ID, EN]);
    assert_eq!(keys(&document), ["format", "articles"]);
    assert_eq!(document["format"], "crossread/1");
    let articles = list(&document["articles"]);
    assert_eq!(articles.len(), 7);
    for (place, article) in articles.iter().enumerate() {
        assert_eq!(keys(article), ARTICLE);
        assert_eq!(number(&article["id"]), place);
        assert!(!text(&article["articleBody"]).is_empty());
        for removed in list(&article["removed"]) {
            assert_eq!(keys(removed), ["text", "reason"]);
            assert!(!text(&removed["text"]).is_empty(), "{removed}");
            assert!(REASONS.contains(&text(&removed["reason"])), "{removed}");
        }
        for inferred in list(&article["inferred"]) {
            assert!(!article[text(inferred)].is_null(), "{inferred}");
        }
    }
}

/// Nothing is dropped: what repeats another input says so.
#[test]
fn copies_and_versions_are_named() {
    let folder = TempDir::new().unwrap();
    let first = std::fs::read_to_string(GOOD).unwrap();
    let copy = write(&folder, "copy.txt", first.as_bytes());
    let version = first.replace("15 April 2026", "16 April 2026");
    assert_ne!(version, first);
    let version = write(&folder, "version.txt", version.as_bytes());
    for command in ["extract", "group", "compare"] {
        let document = json(&[command, GOOD, &copy, &version, EN]);
        let articles = list(&document["articles"]);
        assert_eq!(articles.len(), 6);
        let of = |name: &str| -> Vec<Value> {
            articles
                .iter()
                .map(|article| article[name].clone())
                .collect()
        };
        let none = Value::Null;
        let zero = || Value::from(0);
        let expected = [none.clone(), zero(), none.clone()];
        assert_eq!(of("duplicateOf")[..3], expected, "{command}");
        let expected = [none.clone(), none.clone(), zero()];
        assert_eq!(of("versionOf")[..3], expected, "{command}");
        assert!(of("versionOf")[3..].iter().all(Value::is_null));
    }
}

#[test]
fn parts_that_a_command_has_not_are_told() {
    let all = run(&["extract", GOOD, "--parts", "meetings"]);
    assert_eq!((all.status, all.out.as_str()), (2, ""));
    assert!(all.err.contains("It has: articles"), "{}", all.err);
    let some = run(&["group", GOOD, "--parts", "articles,passages"]);
    assert_eq!((some.status, some.err.as_str()), (0, ""));
}

/// Of an article by itself: which one is nearest. Of the only one there is nothing to be sure of.
#[test]
fn group_says_why_an_article_is_alone() {
    let folder = TempDir::new().unwrap();
    let fair = b"Bakers open their fair\n\nVellin Courier \xE2\x80\xA2 Thursday, 5 March 2026\n\n\
        The bakers of the river quarter in Vellin opened their fair on Thursday, with forty ovens and a choir.\n";
    let near = write(&folder, "fair.txt", fair);
    let alone = format!("{ID}/harian-selat.txt");
    let document = json(&["group", &near, &alone, EN]);
    for (meeting, sure, evidence) in [
        (0, "low", "alone, nearest: "),
        (1, "high", "alone, nothing near"),
    ] {
        let member = &document["meetings"][meeting]["members"][0];
        assert_eq!(member["sure"], sure);
        let lines = list(&member["evidence"]);
        assert_eq!(lines.len(), 1, "{member}");
        assert!(text(&lines[0]).starts_with(evidence), "{member}");
    }
    let document = json(&["group", &alone]);
    let member = &document["meetings"][0]["members"][0];
    assert_eq!(member["sure"], Value::Null);
    assert!(list(&member["evidence"]).is_empty(), "{member}");
}

#[test]
fn group_adds_the_meetings() {
    let document = json(&["group", ID, EN]);
    assert_eq!(keys(&document), ["format", "articles", "meetings"]);
    for meeting in list(&document["meetings"]) {
        // Every article says why it is there and how sure that is; only the reader can say that it covers no meeting.
        let members = list(&meeting["members"]);
        let articles: Vec<&Value> = members.iter().map(|member| &member["article"]).collect();
        assert_eq!(
            articles,
            list(&meeting["articles"]).iter().collect::<Vec<_>>()
        );
        for member in members {
            let sure = member["sure"].as_str().unwrap_or_default();
            assert!(["high", "fair", "low"].contains(&sure), "{member}");
            assert!(member["evidence"].is_array(), "{member}");
        }
        assert!(meeting["dateInferred"].is_boolean());
        assert!(meeting.get("noMeeting").is_none());
        assert_eq!(
            keys(meeting),
            [
                "id",
                "articles",
                "date",
                "place",
                "participants",
                "evidence",
                "dateInferred",
                "event",
                "members"
            ]
        );
    }
}

#[test]
fn every_article_is_in_one_meeting() {
    for (options, meetings) in [(&[][..], 2), (&["--one-meeting"][..], 1)] {
        let document = json(&[&["group", ID, EN], options].concat());
        let groups = list(&document["meetings"]);
        assert_eq!(groups.len(), meetings, "{options:?}");
        let mut articles: Vec<usize> = groups
            .iter()
            .flat_map(|meeting| list(&meeting["articles"]))
            .map(number)
            .collect();
        articles.sort_unstable();
        assert_eq!(articles, [0, 1, 2, 3, 4, 5, 6], "{options:?}");
    }
}

#[test]
fn compare_prints_all_parts() {
    let document = json(&["compare", ID]);
    assert!(
        keys(&document).starts_with(&DOCUMENT),
        "{:?}",
        keys(&document)
    );
    for part in ["articles", "meetings", "passages", "pairs"] {
        assert!(!list(&document[part]).is_empty(), "{part}");
    }
    for pair in list(&document["pairs"]) {
        assert!(number(&pair["a"]) < number(&pair["b"]), "{pair}");
        for share in ["sharedOfA", "sharedOfB"] {
            let share = pair[share].as_f64().unwrap();
            assert!((0.0..=1.0).contains(&share), "{pair}");
        }
    }
    // Nothing claims to find these so far.
    for part in ["quotes", "terms"] {
        assert!(list(&document[part]).is_empty(), "{part}");
    }
}

#[test]
fn only_the_parts_that_were_asked_for() {
    let all = json(&["compare", ID]);
    let some = json(&["compare", ID, "--parts", "passages,articles"]);
    assert_eq!(keys(&some), ["format", "articles", "passages"]);
    for part in ["articles", "passages"] {
        assert_eq!(some[part], all[part], "{part}");
    }
}

#[test]
fn offsets_are_code_points_of_the_body() {
    let document = json(&["compare", ID]);
    let articles = list(&document["articles"]);
    let passages = list(&document["passages"]);
    for (place, passage) in passages.iter().enumerate() {
        assert_eq!(keys(passage), ["id", "kind", "witnesses"]);
        assert_eq!(number(&passage["id"]), place);
        assert!(["verbatim", "near", "reworded"].contains(&text(&passage["kind"])));
        assert!(list(&passage["witnesses"]).len() >= 2, "{passage}");
        // The words that carry it are told of a reworded passage alone.
        let reworded = text(&passage["kind"]) == "reworded";
        for witness in list(&passage["witnesses"]) {
            let carriers = witness["carriers"].as_array();
            assert_eq!(carriers.is_some(), reworded, "{passage}");
            for carrier in carriers.into_iter().flatten() {
                let (start, end) = (number(&carrier[0]), number(&carrier[1]));
                assert!(number(&witness["start"]) <= start && start < end);
                assert!(end <= number(&witness["end"]));
            }
        }
    }
    let witnesses = passages
        .iter()
        .chain(list(&document["stock"]))
        .flat_map(|passage| list(&passage["witnesses"]));
    for witness in witnesses {
        assert_eq!(keys(witness)[..4], ["article", "start", "end", "text"]);
        let (start, end) = (number(&witness["start"]), number(&witness["end"]));
        let body = text(&articles[number(&witness["article"])]["articleBody"]);
        let stands: String = body.chars().skip(start).take(end - start).collect();
        assert!(start < end);
        assert_eq!(stands, text(&witness["text"]));
    }
}

#[test]
fn same_inputs_same_bytes() {
    let folder = TempDir::new().unwrap();
    let file = inside(&folder, "out.json");
    for args in [["extract", ID, EN], ["compare", ID, EN]] {
        let first = run(&args);
        assert_eq!(first, run(&args));
        assert!(first.out.ends_with("}\n"));
        // The second time there is a file already.
        for _ in 0..2 {
            let quiet = run(&[&args[..], &["-o", &file]].concat());
            assert_eq!((quiet.status, quiet.out.as_str()), (0, ""), "{quiet:?}");
            assert_eq!(fs::read_to_string(&file).unwrap(), first.out);
        }
    }
}

#[test]
fn text_as_it_stands() {
    let folder = TempDir::new().unwrap();
    let odd =
        "  Judul  \n\n\n\tBaca juga: yang lain \nAdvertisement\n# Tanda *itu*\n \u{a0}Akhir\n \n";
    for name in ["odd.txt", "odd.md"] {
        let file = write(&folder, name, odd.as_bytes());
        let document = json(&["extract", "--as-is", &file]);
        let article = &document["articles"][0];
        assert_eq!(article["articleBody"], odd);
        for key in &ARTICLE {
            let value = &article[*key];
            let nothing = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
            assert!(
                nothing || ["id", "path", "articleBody"].contains(key),
                "{key}: {value}"
            );
        }
    }
}

#[test]
fn folders_lists_and_standard_input() {
    let folder = TempDir::new().unwrap();
    let words = "Kedua menteri bertemu di pelabuhan.";
    let [second, first, third] =
        ["in/b.txt", "in/a.md", "in/c/c.text"].map(|name| write(&folder, name, words.as_bytes()));
    for passed_over in ["in/.hidden.txt", "in/a.json"] {
        write(&folder, passed_over, words.as_bytes());
    }
    let walked = run(&["extract", &inside(&folder, "in")]);
    assert_eq!(paths(&parse(&walked)), [&first, &second, &third]);
    // What is hidden nobody misses.
    let said = passed_over(&[inside(&folder, "in/a.json")]);
    assert_eq!((walked.status, walked.err), (0, said));

    let names = format!("{third}\n\n{first}\n");
    let names = write(&folder, "list", names.as_bytes());
    let listed = json(&["extract", "--list", &names]);
    assert_eq!(paths(&listed), [&third, &first]);
    let both = json(&["extract", &second, "--list", &names]);
    assert_eq!(paths(&both), [&second, &third, &first]);

    let piped = finish(command(&["extract", &second, "-"]).stdin(File::open(GOOD).unwrap()));
    assert_eq!((piped.status, piped.err.as_str()), (0, ""), "{piped:?}");
    let (piped, named) = (parse(&piped), json(&["extract", GOOD]));
    assert_eq!(paths(&piped), [&second, "-"]);
    let body = |document: &Value, place: usize| document["articles"][place]["articleBody"].clone();
    assert_eq!(body(&piped, 1), body(&named, 0));
}

#[test]
fn only_passages_that_are_long_enough() {
    let count = |options: &[&str]| {
        let document = json(&[&["compare", ID, "--parts", "passages"], options].concat());
        list(&document["passages"]).len()
    };
    let (all, long) = (count(&[]), count(&["--min-words", "40"]));
    assert!(long < all, "{long} of {all}");
    assert_eq!(count(&["--min-words", "6"]), all);
}

#[test]
fn no_reworded_passages() {
    let document = json(&["compare", ID, "--no-reworded"]);
    for passage in list(&document["passages"]) {
        assert_ne!(passage["kind"], "reworded", "{passage}");
    }
}

#[test]
fn what_is_odd_about_a_file_is_said_and_the_file_is_read() {
    let path = "tests/forms/html/tabloid-tags.html";
    let ran = run(&["extract", path]);
    assert_eq!(ran.status, 0);
    let lines: Vec<&str> = ran.err.lines().collect();
    assert!(lines.len() == 1 && lines[0].starts_with(path), "{lines:?}");
    assert!(lines[0].contains("page 1 of 2"), "{lines:?}");
}

/// One line of options serves all commands; help says which of them do nothing where nothing is compared.
#[test]
fn all_commands_take_the_same_options() {
    for command in ["extract", "group", "compare"] {
        let options = [
            "--min-words",
            "6",
            "--one-meeting",
            "--no-reworded",
            "--parts",
            "articles",
        ];
        let document = json(&[&[command, GOOD], options.as_slice()].concat());
        assert_eq!(
            document["articles"].as_array().unwrap().len(),
            1,
            "{command}"
        );
        assert!(document.get("meetings").is_none(), "{command}");
    }
    let help = run(&["extract", "--help"]).out;
    let (own, comparing) = help.split_once("Comparing (").unwrap();
    assert!(own.contains("--as-is") && own.contains("--list") && !own.contains("--min-words"));
    assert!(comparing.contains("--min-words") && comparing.contains("--parts"));
}

/// A path that cannot be read costs one line that names it, and nothing else.
fn refused(path: &str, says: &str) {
    let ran = run(&["extract", path, GOOD]);
    assert_eq!(ran.status, 1, "{path}: {ran:?}");
    let lines: Vec<&str> = ran.err.lines().collect();
    assert!(
        lines.len() == 1 && lines[0].contains(path) && lines[0].contains(says),
        "{path}, {says}: {lines:?}"
    );
    assert_eq!(paths(&parse(&ran)), [GOOD], "{path}");
}

#[test]
fn bad_input_gets_one_line_and_the_rest_is_done() {
    let folder = TempDir::new().unwrap();
    let noise: Vec<u8> = (0..400_u32).map(|i| (1 + i * 7 % 31) as u8).collect();
    let files: [(&str, &[u8], &str); 10] = [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" \n\t\n", "no text in it"),
        (
            "picture.txt",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
            "image/png",
        ),
        (
            "print.pdf",
            b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj",
            "this PDF file is damaged",
        ),
        ("note.doc", b"{\\rtf1 Dua kata.}", "this file is RTF"),
        (
            "machine",
            b"ab\0\0\0\0\x01cd\xFF\xFE\0\0\0",
            "no file of a kind that is read here",
        ),
        ("noise.txt", &noise, "encoding"),
        (
            "letter.docx",
            b"PK\x03\x04 and no more",
            "this Word file is damaged",
        ),
        (
            "four",
            b"A\0\x2B\x12",
            "no file of a kind that is read here",
        ),
        ("folder/picture.png", b"", "no .txt"),
    ];
    for (name, bytes, says) in files {
        let file = write(&folder, name, bytes);
        refused(file.strip_suffix("/picture.png").unwrap_or(&file), says);
    }
    refused(&inside(&folder, "missing.txt"), "no such file");
}

/// The message has the size of the whole file: it was refused before it was read.
#[test]
fn a_file_larger_than_any_article_is_refused_at_once() {
    let folder = TempDir::new().unwrap();
    let file = write(&folder, "large.txt", b"");
    File::create(&file).unwrap().set_len(1 << 30).unwrap();
    refused(&file, "1,024 MB");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;

    let folder = TempDir::new().unwrap();
    let file = write(&folder, "locked.txt", b"Dua kata.");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read it all the same.
    if File::open(&file).is_err() {
        refused(&file, "cannot be read");
    }
}

#[test]
fn a_list_that_is_not_there() {
    let folder = TempDir::new().unwrap();
    let names = inside(&folder, "list");
    let ran = run(&["extract", GOOD, "--list", &names]);
    assert_eq!((ran.status, ran.err.lines().count()), (1, 1), "{ran:?}");
    assert!(ran.err.contains(&names), "{ran:?}");
    assert_eq!(paths(&parse(&ran)), [GOOD]);
}

#[test]
fn an_output_that_cannot_be_written() {
    let folder = TempDir::new().unwrap();
    let file = inside(&folder, "nowhere/out.json");
    let ran = run(&["extract", GOOD, "-o", &file]);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{ran:?}");
    let said = format!("{file}: cannot be written, because there is no such folder.");
    assert!(ran.err.starts_with(&said), "{ran:?}");
    assert_eq!(ran.err.lines().count(), 1, "{ran:?}");
    let ran = run(&["extract", GOOD, "-o", &inside(&folder, "")]);
    assert!(ran.err.contains("because this is a folder"), "{ran:?}");
}

/// A file that is named by itself and stands in a folder that is named too is one article, and that is said.
#[test]
fn a_file_that_is_named_twice_is_read_once_and_says_so() {
    let folder = TempDir::new().unwrap();
    let file = write(&folder, "talks.txt", b"Dua kata.");
    let whole = folder.path().to_str().unwrap();
    for paths in [[file.as_str(), &file, &file], [whole, &file, whole]] {
        let ran = finish(command(&["extract"]).args(paths));
        assert_eq!(ran.status, 0, "{ran:?}");
        let said = format!("1 file is named more than once and is read once: {file}\n");
        assert_eq!(ran.err, said);
        assert_eq!(list(&parse(&ran)["articles"]).len(), 1, "{ran:?}");
    }
}

#[test]
fn problems_are_said_in_the_language_of_the_desktop() {
    let folder = TempDir::new().unwrap();
    let file = write(&folder, "empty.txt", b"- - -");
    for (language, says) in [
        ("en_US.UTF-8", "there is no text in it"),
        ("id_ID.UTF-8", "tidak ada teks di dalamnya"),
    ] {
        let ran = finish(command(&["extract", &file]).env("LC_ALL", language));
        assert_eq!(ran.status, 1, "{ran:?}");
        let said = format!("{file}: {says}");
        assert!(ran.err.starts_with(&said), "{ran:?}");
    }
}

#[test]
fn encodings_are_read_right() {
    let folder = TempDir::new().unwrap();
    let words = "Menlu berkata: “Kami – dan mereka – sepakat.” Café.\nBaris dua.\n";
    let little: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let files: [(&str, &[u8], &[u8]); 6] = [
        ("utf-8-mark.txt", b"\xEF\xBB\xBF", words.as_bytes()),
        ("utf-16le.txt", b"", &little),
        ("utf-16be.txt", b"", &big),
        ("utf-16le-mark.txt", b"\xFF\xFE", &little),
        ("utf-16be-mark.txt", b"\xFE\xFF", &big),
        (
            "windows-1252.txt",
            b"",
            &encoding_rs::WINDOWS_1252.encode(words).0,
        ),
    ];
    for (name, mark, bytes) in files {
        let file = write(&folder, name, &[mark, bytes].concat());
        let document = json(&["extract", "--as-is", &file]);
        assert_eq!(document["articles"][0]["articleBody"], words, "{name}");
    }
}

#[test]
fn a_wrong_command_line_is_told_apart() {
    let folder = TempDir::new().unwrap();
    let picture = inside(&folder, "x.png");
    let wrong: [&[&str]; 7] = [
        &["--no-such-option"],
        &["compare", ID, "--no-such-option"],
        &["compare", ID, "--parts", "articles,nonsense"],
        &["compare", ID, "--min-words", "some"],
        &["compare", ID, "--format", "nonsense"],
        &["screenshot", ID],
        &["screenshot", ID, "-o", &picture, "--size", "1x1"],
    ];
    for args in wrong {
        let ran = run(args);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(!ran.err.is_empty(), "{args:?}");
    }
    assert!(!Path::new(&picture).exists());
}

/// What is wrong is said in a sentence of the program's, not in the words of what it is made of.
#[test]
fn a_wrong_value_says_what_is_right() {
    let folder = TempDir::new().unwrap();
    let (png, jpg) = (inside(&folder, "p.png"), inside(&folder, "p.jpg"));
    let wrong: [(&[&str], &str); 4] = [
        (
            &["compare", ID, "--min-words", "some"],
            "it takes a whole number from 1 to 65535",
        ),
        (
            &["screenshot", ID, "-o", &png, "--focus", "0"],
            "it takes a whole number from 1",
        ),
        (&["screenshot", ID, "-o", &jpg], "must end in .png"),
        (&["comprae", ID], "Did you mean: crossread compare"),
    ];
    for (args, says) in wrong {
        let ran = run(args);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains(says), "{args:?}: {ran:?}");
    }
    let ran = run(&["screenshot", ID, "-o", &png, "--focus", "999"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{ran:?}");
    assert!(ran.err.starts_with("There is no passage 999"), "{ran:?}");
    assert!(!Path::new(&png).exists() && !Path::new(&jpg).exists());
}

#[test]
fn screenshot_draws_the_size_that_was_asked_for() {
    let folder = TempDir::new().unwrap();
    let draw = |name: &str| {
        let file = inside(&folder, name);
        let ran = run(&["screenshot", ID, "-o", &file, "--size", "900x620"]);
        assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{ran:?}");
        fs::read(file).unwrap()
    };
    let picture = draw("one.png");
    assert!(picture.starts_with(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"));
    let side = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
    assert_eq!((side(16), side(20)), (900, 620));
    assert!(
        draw("two.png") == picture,
        "the second picture has other bytes"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_it_says_what_needs_none() {
    let home = TempDir::new().unwrap();
    let mut command = command(&[]);
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(display);
    }
    for place in ["HOME", "XDG_DATA_HOME"] {
        command.env(place, home.path());
    }
    let ran = finish(&mut command);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{ran:?}");
    let line = ran.err.lines().last().unwrap();
    for name in ["extract", "group", "compare", "screenshot"] {
        assert!(line.contains(name), "{name}: {line}");
    }
}
