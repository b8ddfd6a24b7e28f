//! The house rules, executable: who may know whom, where files, threads and colours may be used, what a source file and
//! the language files look like.
//!
//! A rule is a function from texts to violations, each "file:line: what is wrong". Each has one test that runs it over
//! the project; the last tests feed the rules texts that break them, so that a rule that catches nothing is noticed.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The modules of `src`, from those that know nothing to those that know all. Neighbours do not know each other.
const LAYERS: [&[&str]; 7] = [
    &["text", "jobs", "locale"],
    &["model"],
    &["import", "analysis"],
    &["export"],
    &["workspace"],
    &["ui", "cli"],
    &["app"],
];

/// Where the window toolkit may be named. A place that ends in a stroke is a folder.
const WINDOW: &[&str] = &["src/ui/", "src/app/"];

/// Where files and standard input may be touched.
const FILES: &[&str] = &[
    "src/import/",
    "src/export/",
    "src/workspace/store.rs",
    "src/cli.rs",
    "src/main.rs",
];

/// Where threads may be started.
const THREADS: &[&str] = &["src/jobs.rs"];

/// Where a colour may be made from numbers: the palette, and the rasteriser, which mixes what it is given.
const COLOURS: &[&str] = &["src/ui/palette.rs", "src/ui/raster.rs"];

/// Constants that stand for "no colour".
const NO_COLOURS: &[&str] = &["TRANSPARENT", "PLACEHOLDER"];

/// Lines that a file in `src` may have before its tests.
const LONGEST: usize = 600;

/// Words that mark unfinished work.
const UNFINISHED: &[&str] = &["FIXME", "XXX"];

/// What comes before the id of a message where one is asked for.
const ASKS: [&[&str]; 3] = [
    &["tr", "("],
    &[".", "text", "("],
    &["Message", "::", "new", "("],
];

/// Beginnings of message ids that are put together at run time, so that the whole id stands nowhere in the source.
const PREFIXES: &[&str] = &[];

/// Words that stand for keys. Texts get a key as `$key` from the list of actions, so that it is written in one place.
const KEYS: &[&str] = &["Ctrl", "Alt", "Shift"];

/// Messages about a key that is no action's: it belongs to the field in which it is pressed.
const KEYS_OF_FIELDS: &[&str] = &["list-hint"];

/// Dependencies that may share the comment above them.
const SHARING: usize = 2;

// What Rust source is made of.

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// A name, a keyword or a number.
    Word,
    /// A sign; `::` is one.
    Mark,
    /// What stands between the quotes of a string.
    Text,
}

struct Token {
    line: usize,
    kind: Kind,
    text: String,
}

impl Token {
    fn is(&self, code: &str) -> bool {
        self.kind != Kind::Text && self.text == code
    }
}

struct Comment {
    line: usize,
    /// With its strokes.
    text: String,
}

/// A source file and what it is made of.
struct Source {
    /// From the project's folder on, with strokes.
    path: String,
    text: String,
    tokens: Vec<Token>,
    comments: Vec<Comment>,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        let mut reader = Reader::new(text);
        reader.read();
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            tokens: reader.tokens,
            comments: reader.comments,
        }
    }

    /// The code that becomes part of the program: nothing outside `src`, and no tests.
    fn product(&self) -> &[Token] {
        let in_src = self.path.starts_with("src/");
        if !in_src || self.path.ends_with("/tests.rs") || self.path.contains("/tests/") {
            return &[];
        }
        let end = self.tests_begin().unwrap_or(self.tokens.len());
        self.tokens.get(..end).unwrap_or_default()
    }

    /// Which token begins the `#[cfg(test)]` of a module that stands in the file itself.
    fn tests_begin(&self) -> Option<usize> {
        const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
        let is_module = |at: &usize| {
            let mut next = at + MARK.len();
            while reads(&self.tokens, next, &["#", "["]) {
                next += self
                    .tokens
                    .iter()
                    .skip(next)
                    .take_while(|token| !token.is("]"))
                    .count()
                    + 1;
            }
            reads(&self.tokens, next, &["mod"]) && reads(&self.tokens, next + 2, &["{"])
        };
        places(&self.tokens, &MARK).into_iter().find(is_module)
    }

    fn violation(&self, line: usize, what: &str) -> String {
        violation(&self.path, line, what)
    }
}

fn violation(path: &str, line: usize, what: &str) -> String {
    format!("{path}:{line}: {what}")
}

/// Whether `tokens` read `code` from `at` on.
fn reads(tokens: &[Token], at: usize, code: &[&str]) -> bool {
    let mut tokens = tokens.iter().skip(at);
    code.iter()
        .all(|code| tokens.next().is_some_and(|token| token.is(code)))
}

/// Where `tokens` read `code`.
fn places(tokens: &[Token], code: &[&str]) -> Vec<usize> {
    (0..tokens.len())
        .filter(|at| reads(tokens, *at, code))
        .collect()
}

/// The lines on which `tokens` read `code`.
fn lines_with(tokens: &[Token], code: &[&str]) -> Vec<usize> {
    let found = places(tokens, code).into_iter();
    found
        .filter_map(|at| tokens.get(at))
        .map(|token| token.line)
        .collect()
}

/// Takes a source text apart.
struct Reader {
    letters: Vec<char>,
    at: usize,
    line: usize,
    tokens: Vec<Token>,
    comments: Vec<Comment>,
}

impl Reader {
    fn new(text: &str) -> Self {
        Self {
            letters: text.chars().collect(),
            at: 0,
            line: 1,
            tokens: Vec::new(),
            comments: Vec::new(),
        }
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.at + ahead).copied()
    }

    fn next(&mut self) -> Option<char> {
        let letter = self.peek(0)?;
        self.at += 1;
        self.line += usize::from(letter == '\n');
        Some(letter)
    }

    fn skip(&mut self, count: usize) {
        for _ in 0..count {
            self.next();
        }
    }

    fn push(&mut self, line: usize, kind: Kind, text: String) {
        self.tokens.push(Token { line, kind, text });
    }

    fn read(&mut self) {
        while let Some(letter) = self.peek(0) {
            match (letter, self.peek(1)) {
                ('/', Some('/')) => self.line_comment(),
                ('/', Some('*')) => self.block_comment(),
                ('"', _) => self.string(),
                ('\'', _) => self.tick(),
                (letter, _) if is_word(letter) => self.word(),
                (letter, _) if letter.is_whitespace() => self.skip(1),
                (':', Some(':')) => self.mark(2),
                _ => self.mark(1),
            }
        }
    }

    fn mark(&mut self, length: usize) {
        let line = self.line;
        let text = (0..length).filter_map(|_| self.next()).collect();
        self.push(line, Kind::Mark, text);
    }

    fn line_comment(&mut self) {
        let line = self.line;
        let mut text = String::new();
        while self.peek(0).is_some_and(|letter| letter != '\n') {
            text.extend(self.next());
        }
        self.comments.push(Comment { line, text });
    }

    /// Block comments stand inside one another.
    fn block_comment(&mut self) {
        let line = self.line;
        let mut text = String::new();
        let mut depth = 0;
        while let Some(letter) = self.peek(0) {
            match (letter, self.peek(1)) {
                ('/', Some('*')) => depth += 1,
                ('*', Some('/')) => depth -= 1,
                _ => {
                    text.extend(self.next());
                    continue;
                }
            }
            self.skip(2);
            if depth == 0 {
                break;
            }
        }
        self.comments.push(Comment { line, text });
    }

    fn string(&mut self) {
        let line = self.line;
        let mut text = String::new();
        self.skip(1);
        while let Some(letter) = self.next() {
            match letter {
                '"' => break,
                '\\' => {
                    text.push(letter);
                    text.extend(self.next());
                }
                _ => text.push(letter),
            }
        }
        self.push(line, Kind::Text, text);
    }

    /// A string that ends with a quote and `hashes` hash signs.
    fn raw_string(&mut self, hashes: usize) {
        let line = self.line;
        let mut text = String::new();
        self.skip(hashes + 1);
        while let Some(letter) = self.next() {
            if letter == '"' && (0..hashes).all(|ahead| self.peek(ahead) == Some('#')) {
                self.skip(hashes);
                break;
            }
            text.push(letter);
        }
        self.push(line, Kind::Text, text);
    }

    /// A character, which is left out, or the beginning of a lifetime.
    fn tick(&mut self) {
        if self.peek(1) == Some('\\') {
            self.skip(3);
            while self.next().is_some_and(|letter| letter != '\'') {}
        } else if self.peek(2) == Some('\'') {
            self.skip(3);
        } else {
            self.mark(1);
        }
    }

    /// A word, or the string or character that begins with these letters.
    fn word(&mut self) {
        let line = self.line;
        let mut text = String::new();
        while self.peek(0).is_some_and(is_word) {
            text.extend(self.next());
        }
        let hashes = (0..)
            .take_while(|ahead| self.peek(*ahead) == Some('#'))
            .count();
        match (text.as_str(), self.peek(0)) {
            ("r" | "br" | "cr", _) if self.peek(hashes) == Some('"') => self.raw_string(hashes),
            ("b" | "c", Some('"')) => self.string(),
            ("b", Some('\'')) => self.tick(),
            _ => self.push(line, Kind::Word, text),
        }
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// A path such as `crate::text::Span`. A `use` with braces is one for each of its branches.
struct Named {
    line: usize,
    parts: Vec<String>,
    /// In how many modules inside the file it stands.
    inner: usize,
}

impl Named {
    fn has(&self, parts: &[&str]) -> bool {
        self.parts.windows(parts.len()).any(|here| here == parts)
    }

    /// What follows `part` in the path.
    fn after(&self, part: &str) -> Option<&str> {
        let at = self.parts.iter().position(|here| here == part)?;
        self.parts.get(at + 1).map(String::as_str)
    }

    /// The module of `src` that it names, from a file `depth` modules below the root.
    fn root_module(&self, depth: usize) -> Option<&str> {
        let ups = self
            .parts
            .iter()
            .take_while(|part| *part == "super")
            .count();
        let is_crate = self.parts.first().is_some_and(|part| part == "crate");
        let at = if is_crate { 1 } else { ups };
        let reaches_root = is_crate || (ups > 0 && ups >= depth + self.inner);
        self.parts
            .get(at)
            .filter(|_| reaches_root)
            .map(String::as_str)
    }
}

fn paths(tokens: &[Token]) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let mut braces = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.is("{") {
            braces.push(at >= 2 && reads(tokens, at - 2, &["mod"]));
        } else if token.is("}") {
            braces.pop();
        } else if token.kind == Kind::Word && !continues(tokens, at) {
            let known = found.len();
            branch(tokens, at, Vec::new(), &mut found);
            let inner = braces.iter().filter(|is_module| **is_module).count();
            found
                .iter_mut()
                .skip(known)
                .for_each(|named| named.inner = inner);
        }
    }
    found
}

/// Whether the word at `at` is the rest of a path that has been read already.
fn continues(tokens: &[Token], at: usize) -> bool {
    let mut before = tokens.iter().take(at).rev();
    before.next().is_some_and(|token| token.is("::"))
        && before.next().is_some_and(|token| token.kind == Kind::Word)
}

/// Whether something that may follow `::` in a path stands at `at`.
fn is_part(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    token.kind == Kind::Word || token.is("{") || token.is("*")
}

/// Reads the path that goes on at `at` after `parts`; returns where it ends.
fn branch(
    tokens: &[Token],
    mut at: usize,
    mut parts: Vec<String>,
    found: &mut Vec<Named>,
) -> usize {
    while let Some(token) = tokens.get(at) {
        if token.is("{") {
            return branches(tokens, at + 1, &parts, found);
        }
        parts.push(token.text.clone());
        at += 1;
        if !reads(tokens, at, &["::"]) || !is_part(tokens, at + 1) {
            let (line, inner) = (token.line, 0);
            found.push(Named { line, parts, inner });
            return at;
        }
        at += 1;
    }
    at
}

/// Reads what stands between the braces of a `use`; returns where it ends.
fn branches(tokens: &[Token], mut at: usize, parts: &[String], found: &mut Vec<Named>) -> usize {
    while let Some(token) = tokens.get(at) {
        if token.is("}") {
            return at + 1;
        } else if token.is("as") {
            at += 2;
        } else if is_part(tokens, at) {
            at = branch(tokens, at, parts.to_vec(), found);
        } else {
            at += 1;
        }
    }
    at
}

// Rules for one source file.

fn rank(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The module of `src` that a file belongs to, and how many modules below the root it is.
fn home(path: &str) -> Option<(&str, usize)> {
    let module = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let module = module.strip_suffix("/mod").unwrap_or(module);
    Some((module.split('/').next()?, module.split('/').count()))
}

fn layers(source: &Source) -> Vec<String> {
    if ["src/main.rs", "src/lib.rs"].contains(&source.path.as_str()) {
        return Vec::new();
    }
    let Some((home, depth)) = home(&source.path) else {
        return Vec::new();
    };
    let Some(own) = rank(home) else {
        return vec![source.violation(1, &format!("`{home}` stands in no layer"))];
    };
    let wrong = |named: Named| {
        let module = named.root_module(depth)?;
        let known = module == home || rank(module).is_some_and(|rank| rank < own);
        let what = || format!("`{home}` may not know `{module}`");
        (!known).then(|| source.violation(named.line, &what()))
    };
    paths(&source.tokens)
        .into_iter()
        .filter_map(wrong)
        .collect()
}

/// Whether `path` is one of `places` or in it.
fn within(path: &str, places: &[&str]) -> bool {
    let is_in = |place: &&str| match place.strip_suffix('/') {
        Some(folder) => path.starts_with(place) || path.strip_suffix(".rs") == Some(folder),
        None => path == *place,
    };
    places.iter().any(is_in)
}

/// A violation for each of `lines`, unless the file is one of `places`.
fn only_in(
    source: &Source,
    places: &[&str],
    lines: impl Iterator<Item = usize>,
    what: &str,
) -> Vec<String> {
    if within(&source.path, places) {
        return Vec::new();
    }
    let lines: BTreeSet<usize> = lines.collect();
    let what = format!("{what} only in {}", places.join(", "));
    lines
        .into_iter()
        .map(|line| source.violation(line, &what))
        .collect()
}

fn window_toolkit(source: &Source) -> Vec<String> {
    let is_toolkit = |token: &&Token| {
        token.kind == Kind::Word
            && (["egui", "eframe", "rfd"].contains(&token.text.as_str())
                || token.text.starts_with("egui_"))
    };
    let lines = source
        .product()
        .iter()
        .filter(is_toolkit)
        .map(|token| token.line);
    only_in(source, WINDOW, lines, "egui, eframe and rfd")
}

fn files_and_input(source: &Source) -> Vec<String> {
    let touches = |named: &Named| {
        named.has(&["std", "fs"]) || named.has(&["io", "stdin"]) || named.after("File").is_some()
    };
    let named = paths(source.product());
    let lines = named
        .iter()
        .filter(|named| touches(named))
        .map(|named| named.line);
    only_in(source, FILES, lines, "files and standard input")
}

fn threads(source: &Source) -> Vec<String> {
    let named = paths(source.product());
    let touches = |named: &&Named| named.has(&["std", "thread"]);
    let lines = named.iter().filter(touches).map(|named| named.line);
    only_in(source, THREADS, lines, "threads")
}

fn colours(source: &Source) -> Vec<String> {
    let is_colour = |part: &str| {
        let constant = part
            .chars()
            .all(|letter| letter.is_ascii_uppercase() || letter == '_');
        part.starts_with("from_") || (constant && !NO_COLOURS.contains(&part))
    };
    let named = paths(source.product());
    let made = named
        .iter()
        .filter(|named| named.after("Color32").is_some_and(is_colour));
    let lines = made.map(|named| named.line);
    let lines = lines.chain(lines_with(source.product(), &["hex_color", "!"]));
    only_in(source, COLOURS, lines, "colours")
}

fn module_docs(source: &Source) -> Vec<String> {
    let missing = !source.text.starts_with("//!");
    let what = "the file does not begin with `//!`";
    missing
        .then(|| source.violation(1, what))
        .into_iter()
        .collect()
}

fn length(source: &Source) -> Vec<String> {
    if !source.path.starts_with("src/") {
        return Vec::new();
    }
    let tests = source.tests_begin().and_then(|at| source.tokens.get(at));
    let lines = tests.map_or(source.text.lines().count(), |token| token.line - 1);
    let what = || format!("{lines} lines; {LONGEST} are the most");
    // A file that is nothing but tests is as long as its tables.
    let only_tests = source.path.ends_with("/tests.rs") || source.path.contains("/tests/");
    let too_long = (lines > LONGEST && !only_tests).then(|| source.violation(lines, &what()));
    too_long.into_iter().collect()
}

fn blanks(source: &Source) -> Vec<String> {
    let mut violations = Vec::new();
    for (line, text) in (1..).zip(source.text.split('\n')) {
        if text.contains('\t') {
            violations.push(source.violation(line, "a tab"));
        }
        if text.ends_with(char::is_whitespace) {
            violations.push(source.violation(line, "a blank at the end of the line"));
        }
    }
    violations
}

fn unfinished(source: &Source) -> Vec<String> {
    let code: [&[&str]; 3] = [
        &["todo", "!", "("],
        &["dbg", "!", "("],
        &["#", "[", "ignore"],
    ];
    let in_code = code.iter().flat_map(|code| {
        let what = format!("`{}`", code.concat());
        lines_with(&source.tokens, code)
            .into_iter()
            .map(move |line| source.violation(line, &what))
    });
    let in_words = UNFINISHED.iter().flat_map(|word| {
        let comments = source
            .comments
            .iter()
            .filter(|comment| says(&comment.text, word));
        let comments = comments.map(|comment| comment.line);
        let lines = comments.chain(lines_with(&source.tokens, &[word]));
        lines.map(move |line| source.violation(line, &format!("`{word}`")))
    });
    in_code.chain(in_words).collect()
}

fn says(text: &str, word: &str) -> bool {
    text.split(|letter| !is_word(letter))
        .any(|here| here == word)
}

fn allowances(source: &Source) -> Vec<String> {
    let outer = places(&source.tokens, &["#", "[", "allow", "("]);
    let inner = places(&source.tokens, &["#", "!", "[", "allow", "("]);
    let wrong = |at: usize| {
        let line = source.tokens.get(at)?.line;
        let what = "`allow` without a reason; prefer `expect` with one";
        (!has_reason(source, at, line)).then(|| source.violation(line, what))
    };
    outer.into_iter().chain(inner).filter_map(wrong).collect()
}

/// Whether the attribute at `at` says why it is there, or a comment on its line or the line above does.
fn has_reason(source: &Source, at: usize, line: usize) -> bool {
    let attribute = source
        .tokens
        .iter()
        .skip(at)
        .take_while(|token| !token.is("]"));
    let explains = |comment: &Comment| {
        comment.text.starts_with("// ") && (line == comment.line || line == comment.line + 1)
    };
    attribute.into_iter().any(|token| token.is("reason")) || source.comments.iter().any(explains)
}

// Rules for the language files.

struct Message {
    line: usize,
    /// A term begins with a hyphen.
    id: String,
    body: String,
}

impl Message {
    /// A message that begins on this line of a language file.
    fn begin(line: usize, text: &str) -> Option<Self> {
        let (id, body) = text.split_once('=')?;
        let name = id.trim_end();
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
        let named = !name.is_empty() && name.chars().all(is_name);
        named.then(|| Self {
            line,
            id: name.to_owned(),
            body: body.to_owned(),
        })
    }

    /// The names behind a `$` between braces.
    fn variables(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        let mut depth = 0_usize;
        let mut letters = self.body.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                '$' if depth > 0 => {
                    let in_name = |letter: &char| is_word(*letter) || *letter == '-';
                    names.insert(std::iter::from_fn(|| letters.next_if(in_name)).collect());
                }
                _ => {}
            }
        }
        names
    }
}

struct Language {
    path: String,
    messages: Vec<Message>,
}

impl Language {
    fn new(path: &str, text: &str) -> Self {
        let mut messages: Vec<Message> = Vec::new();
        for (line, text) in (1..).zip(text.lines()) {
            if text.starts_with('#') {
                continue;
            }
            if let Some(message) = Message::begin(line, text) {
                messages.push(message);
            } else if let Some(message) = messages.last_mut() {
                message.body.push('\n');
                message.body.push_str(text);
            }
        }
        Self {
            path: path.to_owned(),
            messages,
        }
    }

    fn find(&self, id: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.id == id)
    }

    fn violation(&self, message: &Message, what: &str) -> String {
        let what = format!("`{}` {what}", message.id);
        violation(&self.path, message.line, &what)
    }
}

fn whole_messages(language: &Language) -> Vec<String> {
    let mut violations = Vec::new();
    if language.messages.is_empty() {
        violations.push(violation(&language.path, 1, "there are no messages"));
    }
    let mut known = BTreeSet::new();
    for message in &language.messages {
        if message.body.trim().is_empty() {
            violations.push(language.violation(message, "is empty"));
        }
        if !known.insert(&message.id) {
            violations.push(language.violation(message, "stands here twice"));
        }
    }
    violations
}

/// What `language` has and `other` lacks. To be asked both ways.
fn same_messages(language: &Language, other: &Language) -> Vec<String> {
    let mut violations = Vec::new();
    for message in &language.messages {
        let Some(partner) = other.find(&message.id) else {
            let what = format!("is missing in {}", other.path);
            violations.push(language.violation(message, &what));
            continue;
        };
        for variable in message.variables().difference(&partner.variables()) {
            let what = format!("has {{ ${variable} }}, but not in {}", other.path);
            violations.push(language.violation(message, &what));
        }
    }
    violations
}

fn named_messages(language: &Language, sources: &[Source], prefixes: &[&str]) -> Vec<String> {
    let tokens = sources.iter().flat_map(Source::product);
    let texts = tokens.filter(|token| token.kind == Kind::Text);
    let named: BTreeSet<&str> = texts.map(|token| token.text.as_str()).collect();
    let is_unknown = |message: &&Message| {
        let id = message.id.as_str();
        let built = prefixes.iter().any(|prefix| id.starts_with(prefix));
        // Other messages use a term, the program does not.
        !named.contains(id) && !built && !id.starts_with('-')
    };
    let unknown = language.messages.iter().filter(is_unknown);
    unknown
        .map(|message| language.violation(message, "is named nowhere in src"))
        .collect()
}

fn keys_in_messages(language: &Language, of_fields: &[&str]) -> Vec<String> {
    let mut violations = Vec::new();
    for message in &language.messages {
        let named = KEYS.iter().find(|key| says(&message.body, key));
        if let Some(key) = named
            && !of_fields.contains(&message.id.as_str())
        {
            let what = format!("names the key {key}; give it as `$key`");
            violations.push(language.violation(message, &what));
        }
    }
    violations
}

fn existing_messages(source: &Source, languages: &[Language]) -> Vec<String> {
    let tokens = source.product();
    let mut violations = Vec::new();
    for ask in ASKS {
        let asked = places(tokens, ask)
            .into_iter()
            .filter_map(|at| tokens.get(at + ask.len()));
        for id in asked.filter(|token| token.kind == Kind::Text) {
            for language in languages
                .iter()
                .filter(|language| language.find(&id.text).is_none())
            {
                let what = format!("`{}` is missing in {}", id.text, language.path);
                violations.push(source.violation(id.line, &what));
            }
        }
    }
    violations
}

// The rule for the dependencies.

fn dependency_reasons(path: &str, text: &str) -> Vec<String> {
    let mut violations = Vec::new();
    let mut inside = false;
    // How many dependencies may still use the comment above them.
    let mut left = 0_usize;
    for (line, text) in (1..).zip(text.lines()) {
        if text.starts_with('[') {
            inside = text.trim_end().ends_with("dependencies]");
            left = 0;
        } else if let Some(reason) = text.strip_prefix('#') {
            left = if reason.trim().is_empty() { 0 } else { SHARING };
        } else if text.trim().is_empty() {
            left = 0;
        } else if inside && text.starts_with(is_word) {
            if left == 0 {
                violations.push(violation(
                    path,
                    line,
                    "a dependency without its reason above",
                ));
            }
            left = left.saturating_sub(1);
        }
    }
    violations
}

// The project under these rules.

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file that cannot be read counts as empty, which is a violation in itself.
fn text_of(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_default()
}

/// The Rust files in a folder of the project and below it.
fn rust_files(folder: &str, found: &mut Vec<String>) {
    let entries = fs::read_dir(root().join(folder)).into_iter().flatten();
    for entry in entries.flatten() {
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() && !path.ends_with("/target") {
            rust_files(&path, found);
        } else if path.ends_with(".rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    rust_files("src", &mut paths);
    rust_files("tests", &mut paths);
    paths.sort();
    paths
        .iter()
        .map(|path| Source::new(path, &text_of(path)))
        .collect()
}

fn languages() -> [Language; 2] {
    ["assets/locale/en.ftl", "assets/locale/id.ftl"].map(|path| Language::new(path, &text_of(path)))
}

fn none(violations: &[String]) {
    let list = violations.join("\n");
    assert!(violations.is_empty(), "\n{list}\n");
}

fn holds(rule: fn(&Source) -> Vec<String>) {
    let violations: Vec<String> = sources().iter().flat_map(rule).collect();
    none(&violations);
}

#[test]
fn the_layers_run_one_way() {
    holds(layers);
}

#[test]
fn the_window_toolkit_stays_in_the_window() {
    holds(window_toolkit);
}

#[test]
fn files_and_input_stay_at_the_edge() {
    holds(files_and_input);
}

#[test]
fn threads_stay_in_jobs() {
    holds(threads);
}

#[test]
fn colours_stay_in_the_palette() {
    holds(colours);
}

#[test]
fn files_begin_with_their_docs() {
    holds(module_docs);
}

#[test]
fn files_are_short() {
    holds(length);
}

#[test]
fn there_are_no_tabs_and_no_blanks_at_line_ends() {
    holds(blanks);
}

#[test]
fn nothing_is_unfinished() {
    holds(unfinished);
}

#[test]
fn what_is_allowed_has_a_reason() {
    holds(allowances);
}

#[test]
fn messages_are_whole() {
    let violations: Vec<String> = languages().iter().flat_map(whole_messages).collect();
    none(&violations);
}

#[test]
fn languages_have_the_same_messages() {
    let [english, indonesian] = languages();
    none(&same_messages(&english, &indonesian));
    none(&same_messages(&indonesian, &english));
}

#[test]
fn messages_are_named_in_the_source() {
    let [english, _] = languages();
    none(&named_messages(&english, &sources(), PREFIXES));
}

#[test]
fn keys_are_written_in_one_place() {
    for language in languages() {
        none(&keys_in_messages(&language, KEYS_OF_FIELDS));
    }
}

#[test]
fn messages_that_are_named_exist() {
    let languages = languages();
    let sources = sources();
    let wrong = |source| existing_messages(source, &languages);
    let violations: Vec<String> = sources.iter().flat_map(wrong).collect();
    none(&violations);
}

#[test]
fn dependencies_have_a_reason() {
    none(&dependency_reasons("Cargo.toml", &text_of("Cargo.toml")));
}

// The rules themselves, tried on texts that break them.

/// The lines that violations name.
fn lines_of(violations: &[String]) -> Vec<usize> {
    let line = |text: &String| text.split(':').nth(1)?.parse().ok();
    violations.iter().filter_map(line).collect()
}

/// That `rule` finds just these lines wrong in a file at `path`.
fn catches(rule: fn(&Source) -> Vec<String>, path: &str, text: &str, lines: &[usize]) {
    let violations = rule(&Source::new(path, text));
    assert_eq!(
        lines_of(&violations),
        lines,
        "{path}: {text}\n{violations:?}"
    );
}

#[test]
fn the_walk_finds_both_folders() {
    let sources = sources();
    let has = |path| sources.iter().any(|source| source.path == path);
    assert!(has("src/lib.rs") && has("tests/tidy.rs"));
}

#[test]
fn the_reader_tells_code_from_words() {
    let text = r####"a/* b /* c */ d */e // f
'x' '"' '\'' 'l r#"g"h"# b"i\"j" b'k' r#type
crate :: z"####;
    let source = Source::new("src/x.rs", text);
    let read: Vec<&str> = source
        .tokens
        .iter()
        .map(|token| token.text.as_str())
        .collect();
    let expected = [
        "a", "e", "'", "l", "g\"h", "i\\\"j", "r", "#", "type", "crate", "::", "z",
    ];
    assert_eq!(read, expected);
    assert_eq!(source.tokens.last().map(|token| token.line), Some(3));
}

#[test]
fn the_layer_rule_catches() {
    let nested = "\
        use crate::{\n\
        \x20   model::{Article, Note},\n\
        \x20   text::{\n\
        \x20       Span\n\
        \x20   },\n\
        \x20   app as a, ui\n\
        };";
    catches(layers, "src/import/html.rs", nested, &[6, 6]);
    catches(layers, "src/import/mod.rs", "use crate::analysis::x;", &[1]);
    catches(layers, "src/text/words.rs", "use crate::locale;", &[1]);
    catches(
        layers,
        "src/model/edit.rs",
        "fn f(x: &crate::export::Y) {}",
        &[1],
    );
    catches(layers, "src/jobs.rs", "use super::model::X;", &[1]);
    catches(
        layers,
        "src/text/words.rs",
        "use super::super::model::X;",
        &[1],
    );
    catches(layers, "src/text/words.rs", "use super::model::X;", &[]);
    catches(
        layers,
        "src/jobs.rs",
        "mod tests { use super::model; }",
        &[],
    );
    catches(layers, "src/jobs.rs", "use crate::*;", &[1]);
    catches(layers, "src/misc.rs", "", &[1]);
    catches(layers, "src/main.rs", "use crate::app;", &[]);
    let words = "// crate::app\nconst A: &str = \"crate::app\"; pub(crate) fn f() {}";
    catches(layers, "src/text/mod.rs", words, &[]);
    catches(
        layers,
        "src/app.rs",
        "use crate::{cli, ui::theme, text};",
        &[],
    );
}

#[test]
fn the_resource_rules_catch() {
    catches(
        window_toolkit,
        "src/model/x.rs",
        "\nfn f(ui: &mut egui::Ui) {}",
        &[2],
    );
    catches(
        window_toolkit,
        "src/cli.rs",
        "use rfd::FileDialog;\nuse egui_extras::x;",
        &[1, 2],
    );
    catches(window_toolkit, "src/ui/mod.rs", "use egui::Ui;", &[]);
    catches(
        files_and_input,
        "src/analysis/x.rs",
        "use std::{io, fs};",
        &[1],
    );
    catches(
        files_and_input,
        "src/ui/x.rs",
        "let x = io::stdin();\nFile::open(p);",
        &[1, 2],
    );
    catches(
        files_and_input,
        "src/model/x.rs",
        "fn f() { ::std::fs::read(p) }",
        &[1],
    );
    catches(
        files_and_input,
        "src/import/x.rs",
        "use std::fs::File;",
        &[],
    );
    catches(threads, "src/ui/x.rs", "std::thread::spawn(f);", &[1]);
    catches(threads, "src/jobs.rs", "use std::thread;", &[]);
    let colour = "\
        let a = Color32::from_rgb(1, 2, 3);\n\
        let b = egui::Color32::RED;\n\
        let c = egui::hex_color!(\"#fff\");";
    catches(colours, "src/ui/x.rs", colour, &[1, 2, 3]);
    catches(colours, "src/ui/palette.rs", colour, &[]);
    let none =
        "fn f(c: Color32) { Color32::TRANSPARENT; Color32::PLACEHOLDER; Color32::default() }";
    catches(colours, "src/ui/x.rs", none, &[]);
    let tested =
        "#[cfg(test)]\nuse std::fs;\n#[cfg(test)]\n#[expect(x)]\nmod tests {\nuse std::fs;\n}";
    catches(files_and_input, "src/ui/x.rs", tested, &[2]);
    catches(files_and_input, "tests/x.rs", "use std::fs;", &[]);
}

#[test]
fn the_rules_of_form_catch() {
    catches(module_docs, "src/x.rs", "// no docs", &[1]);
    catches(module_docs, "src/x.rs", "//! Docs.", &[]);
    let long = "x\n".repeat(LONGEST + 1);
    catches(length, "src/x.rs", &long, &[LONGEST + 1]);
    catches(length, "tests/x.rs", &long, &[]);
    let tested = format!("#[cfg(test)]\nmod tests {{\n{long}}}");
    catches(length, "src/x.rs", &tested, &[]);
    catches(blanks, "src/x.rs", "a\n\tb\nc \n\nd\r\n", &[2, 3, 5]);
    let unfinished_text =
        "todo!();\ndbg!(x);\n#[ignore]\n// FIXME: x\nlet x = \"FIXME\"; /* XXX */";
    catches(unfinished, "tests/x.rs", unfinished_text, &[1, 2, 3, 4, 5]);
    catches(
        unfinished,
        "src/x.rs",
        "if todo != dbg { \"#[ignore]\" }",
        &[],
    );
    let allowed = "\
        #![allow(a)]\n\
        // For b.\n\
        #[allow(b)]\n\
        #[allow(c)] // For c.\n\
        x();\n\
        #[allow(d, reason = \"d\")]\n\
        /// E.\n\
        #[allow(e)]";
    catches(allowances, "src/x.rs", allowed, &[8, 1]);
}

#[test]
fn the_language_rules_catch() {
    let english = "\
        # Comment\n\
        a = One { $n ->\n\
        \x20   [one] { $m }\n\
        \x20  *[other] many\n\
        }\n\
        b =\n\
        c = $5\n\
        a = x\n\
        -t = T\n\
        d-e = E";
    let english = Language::new("en.ftl", english);
    let other = Language::new(
        "id.ftl",
        "a = { $n }\nb =\n    Tiga\nc = { NUMBER($k) }\n-t = T\nf = F",
    );
    assert_eq!(lines_of(&whole_messages(&english)), [6, 8]);
    assert_eq!(lines_of(&whole_messages(&other)), [0; 0]);
    assert_eq!(lines_of(&whole_messages(&Language::new("x.ftl", ""))), [1]);
    assert_eq!(lines_of(&same_messages(&english, &other)), [2, 10]);
    assert_eq!(lines_of(&same_messages(&other, &english)), [4, 6]);
    let code = "\
        fn f() { l.tr(\"a\"); l.text(\"b\");\n\
        tr(\"nil\"); l.text(\"none\");\n\
        Message::new(\"gone\") }\n\
        #[cfg(test)]\n\
        mod tests { tr(\"c\") }";
    let source = Source::new("src/ui/x.rs", code);
    assert_eq!(lines_of(&existing_messages(&source, &[english])), [2, 2, 3]);
    let sources = [source];
    assert_eq!(lines_of(&named_messages(&other, &sources, &[])), [4, 6]);
    assert_eq!(lines_of(&named_messages(&other, &sources, &["f"])), [4]);
    let keys = "a = Press Ctrl V\nb = Alternating\nc = Shift Enter";
    let keys = Language::new("en.ftl", keys);
    assert_eq!(lines_of(&keys_in_messages(&keys, &["c"])), [1]);
}

#[test]
fn the_dependency_rule_catches() {
    let text = "\
        [package]\n\
        name = \"x\"\n\
        [dependencies]\n\
        a = \"1\"\n\
        # For b and c.\n\
        b = \"1\"\n\
        c = { version = \"1\", features = [\n\
        \x20   \"x\",\n\
        ] }\n\
        d = \"1\"\n\n\
        # For e.\n\
        e = \"1\"\n\
        [dev-dependencies]\n\
        f = \"1\"\n\
        #\n\
        g = \"1\"";
    assert_eq!(
        lines_of(&dependency_reasons("Cargo.toml", text)),
        [4, 10, 15, 17]
    );
}
