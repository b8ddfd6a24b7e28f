//! The command line: the same work as the window, without a display.

use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{ArgGroup, Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::analysis::{self, Wanted};
use crate::export::{json, not_written, replace_file};
use crate::import::{self, ImportError, Imported, Input, ReadOptions};
use crate::jobs::{Progress, parallel};
use crate::locale::{Language, Locale, Message};
use crate::model::{Article, Settings};

/// Comparative reading: what several articles about one meeting share, moved, changed and left out.
#[derive(Parser, Debug)]
#[command(name = "crossread", version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// What to do; without it the window opens.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Files and folders to open in the window.
    pub paths: Vec<PathBuf>,
    /// Open the window under Wayland even where X11 is there; files cannot be dropped then.
    #[arg(long)]
    pub wayland: bool,
}

/// What can be done without the window.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// What prints.
    #[command(flatten)]
    Print(Printing),
    /// Draw the window to a PNG file, with no display at all.
    Screenshot(Screenshot),
}

/// Commands that print findings.
#[derive(Subcommand, Debug)]
pub enum Printing {
    /// Print what was read of each file (JSON).
    Extract {
        /// What to read.
        #[command(flatten)]
        inputs: Inputs,
        /// Taken as by the other commands; only the parts matter.
        #[command(flatten)]
        how: Comparing,
    },
    /// Print which articles cover the same meeting (JSON).
    Group {
        /// What to group.
        #[command(flatten)]
        inputs: Inputs,
        /// How.
        #[command(flatten)]
        how: Comparing,
    },
    /// Print shared wording, meetings, quotes and words.
    Compare {
        /// What to compare.
        #[command(flatten)]
        inputs: Inputs,
        /// How.
        #[command(flatten)]
        how: Comparing,
        /// The form of the output.
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
    },
}

/// Forms of output.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For programs.
    Json,
}

/// Inputs and options that all commands that print have in common.
#[derive(Args, Debug)]
#[command(group(ArgGroup::new("inputs").required(true).multiple(true).args(["paths", "list"])))]
pub struct Inputs {
    /// Files, folders, zip archives, or - for standard input.
    paths: Vec<PathBuf>,
    /// Write to this file instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Take all text as it stands: nothing removed, no fields read.
    #[arg(long)]
    as_is: bool,
    /// Read paths from this file, one a line.
    #[arg(long, value_name = "FILE")]
    list: Option<PathBuf>,
}

/// Options of comparing. Reading alone takes them too, so that one line of options serves all commands.
#[derive(Args, Debug)]
#[command(next_help_heading = "Comparing (of these, only --parts means something to extract)")]
pub struct Comparing {
    /// Treat all inputs as coverage of one meeting.
    #[arg(long)]
    one_meeting: bool,
    /// The shortest shared wording reported, in words.
    #[arg(long, value_name = "N", default_value_t = 6, value_parser = parse_count)]
    min_words: usize,
    /// Leave reworded passages out.
    #[arg(long)]
    no_reworded: bool,
    /// Compute and print only these parts of the JSON.
    #[arg(long, value_delimiter = ',', value_name = "PART,…", value_parser = clap::builder::PossibleValuesParser::new(json::PARTS))]
    parts: Vec<String>,
}

/// Options of `screenshot`.
#[derive(Args, Debug)]
pub struct Screenshot {
    /// Files and folders; without any, the sample.
    pub paths: Vec<PathBuf>,
    /// The picture; its name ends in .png.
    #[arg(short, long, value_name = "FILE.png", value_parser = parse_picture)]
    pub output: PathBuf,
    /// Width and height in pixels.
    #[arg(long, value_name = "WxH", default_value = "1600x1000", value_parser = parse_size)]
    pub size: [usize; 2],
    /// What the window shows.
    #[arg(long, value_enum, default_value_t = ViewName::Compare)]
    pub view: ViewName,
    /// Dark instead of light.
    #[arg(long)]
    pub dark: bool,
    /// The language of the window: en or id.
    #[arg(long, value_enum)]
    pub language: Option<LanguageName>,
    /// Focus this passage, counted from 1.
    #[arg(long, value_name = "N", value_parser = parse_count)]
    pub focus: Option<usize>,
}

/// The views that can be drawn.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewName {
    /// Articles side by side.
    Compare,
    /// One article, each word shaded by how many others carry it.
    Agreement,
    /// Each article against each.
    Matrix,
}

/// The languages of the window, as they are typed.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum LanguageName {
    /// English.
    En,
    /// Bahasa Indonesia.
    Id,
}

impl From<LanguageName> for Language {
    fn from(name: LanguageName) -> Self {
        match name {
            LanguageName::En => Self::English,
            LanguageName::Id => Self::Indonesian,
        }
    }
}

fn parse_size(text: &str) -> Result<[usize; 2], String> {
    let parsed = text
        .split_once(['x', 'X', '×'])
        .and_then(|(width, height)| Some([width.parse().ok()?, height.parse().ok()?]));
    match parsed {
        Some(size) if size.iter().all(|side| (200..=8000).contains(side)) => Ok(size),
        _ => {
            Err("a size is WIDTHxHEIGHT, each from 200 to 8000 pixels, as in 1600x1000".to_owned())
        }
    }
}

/// The most that is counted on the command line.
const MOST: usize = 65_535;

fn parse_count(text: &str) -> Result<usize, String> {
    let count = text.parse().ok().filter(|count| (1..=MOST).contains(count));
    count.ok_or_else(|| format!("it takes a whole number from 1 to {MOST}, as in 6"))
}

fn parse_picture(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let ending = path.extension().map(OsStr::to_ascii_lowercase);
    if ending.is_some_and(|ending| ending == "png") {
        Ok(path)
    } else {
        Err("the picture is a PNG file, so its name must end in .png".to_owned())
    }
}

/// Reads the command line; help and mistakes are printed, with the exit status they have.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, ExitCode> {
    let parsed = Arguments::try_parse_from(arguments).map_err(|error| {
        let _ = error.print();
        ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
    })?;
    if let Some((typed, meant)) = mistyped(&parsed) {
        let message = Message::new("error-no-command").with("typed", in_line(typed));
        say(&message.with("meant", meant));
        return Err(ExitCode::from(2));
    }
    Ok(parsed)
}

/// Two words are alike from this share of equal letters on.
const ALIKE: f32 = 0.75;

/// What was typed first and is neither a command nor a file, and the command that was meant.
fn mistyped(arguments: &Arguments) -> Option<(&str, String)> {
    let first = arguments.paths.first()?;
    let typed = first.to_str().filter(|_| !first.exists())?;
    let letters = |word: &str| word.to_lowercase().chars().collect::<Vec<char>>();
    let likeness = |name: &str| {
        let (one, two) = (letters(typed), letters(name));
        let steps = similar::capture_diff_slices(similar::Algorithm::Myers, &one, &two);
        similar::diff_ratio(&steps, one.len(), two.len())
    };
    let command = Arguments::command();
    let names = command.get_subcommands().map(|command| command.get_name());
    let likely = names.map(|name| (likeness(name), name));
    let best = likely.max_by(|(one, _), (two, _)| one.total_cmp(two))?;
    (best.0 >= ALIKE).then(|| (typed, best.1.to_owned()))
}

/// Messages go to standard error, in the language of the desktop.
pub fn say(message: &Message) {
    let text = Locale::new(Language::of_system()).text(message);
    let _ = writeln!(io::stderr(), "{text}");
}

/// What is to be said of a file that was read all the same, in one line.
fn say_of(file: &str, remark: &Message) {
    let text = Locale::new(Language::of_system()).text(remark);
    let _ = writeln!(io::stderr(), "{}: {text}", in_line(file));
}

/// What is to be said of several files in one line: that they were passed over, say, as in the window's report.
fn say_of_all(id: &'static str, files: &[String]) {
    if files.is_empty() {
        return;
    }
    let names: Vec<String> = files.iter().map(|file| in_line(file)).collect();
    let message = Message::new(id).with("count", names.len());
    say(&message.with("files", names.join(", ")));
}

/// A file's name that stays in its line, whatever the file is called.
fn in_line(file: &str) -> String {
    file.replace(char::is_control, "\u{FFFD}")
}

/// Runs a command that prints.
pub fn run(command: &Printing) -> ExitCode {
    match command {
        Printing::Extract { inputs, how } => print(inputs, how, &["articles"]),
        Printing::Group { inputs, how } => print(inputs, how, &["articles", "meetings"]),
        Printing::Compare {
            inputs,
            how,
            format: Format::Json,
        } => print(inputs, how, &json::PARTS),
    }
}

impl Comparing {
    fn settings(&self) -> Settings {
        Settings {
            min_words: self.min_words,
            one_meeting: self.one_meeting,
            reworded: !self.no_reworded,
            ..Settings::default()
        }
    }

    /// Those of `parts` that were asked for; without a wish all.
    fn among<'p>(&self, parts: &[&'p str]) -> Vec<&'p str> {
        let is_asked =
            |part: &&str| self.parts.is_empty() || self.parts.iter().any(|asked| asked == part);
        parts.iter().copied().filter(is_asked).collect()
    }
}

/// Reads the inputs and prints of what is found those of `parts` that were asked for.
fn print(inputs: &Inputs, how: &Comparing, parts: &[&str]) -> ExitCode {
    let asked = how.among(parts);
    if asked.is_empty() {
        say(&Message::new("error-no-part").with("parts", parts.join(", ")));
        return ExitCode::from(2);
    }
    let (articles, failures) = load(inputs);
    for failure in &failures {
        say(&failure.message());
    }
    let wanted = |part: &str| asked.contains(&part);
    let findings = analysis::analyse(
        &articles,
        &how.settings(),
        Wanted {
            passages: wanted("passages"),
            pairs: wanted("pairs"),
            meetings: wanted("meetings"),
            stock: wanted("stock"),
        },
        &Progress::default(),
    );
    let written = match &inputs.output {
        Some(path) => replace_file(path, |file| json::write(&findings, wanted, file)),
        None => to_standard_output(|output| json::write(&findings, wanted, output)),
    };
    // The program ends here: its memory is given back as a whole.
    std::mem::forget((findings, articles));
    match written {
        Err(error) => {
            let file = inputs.output.as_deref().unwrap_or(Path::new("-"));
            say(&not_written(file, &error));
            ExitCode::FAILURE
        }
        Ok(()) if failures.is_empty() => ExitCode::SUCCESS,
        Ok(()) => ExitCode::FAILURE,
    }
}

/// A reader that closes the pipe early is no failure.
fn to_standard_output(
    write: impl FnOnce(&mut io::StdoutLock<'_>) -> io::Result<()>,
) -> io::Result<()> {
    match write(&mut io::stdout().lock()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Reads all inputs: the articles in the order of the paths, and what could not be read. Remarks, and what was
/// passed over, are said at once.
fn load(inputs: &Inputs) -> (Vec<Arc<Article>>, Vec<ImportError>) {
    let options = ReadOptions {
        as_is: inputs.as_is,
        ..ReadOptions::today()
    };
    let mut paths = inputs.paths.clone();
    let mut failures = Vec::new();
    match inputs.list.as_deref().map(read_list).transpose() {
        Ok(listed) => paths.extend(listed.unwrap_or_default()),
        Err(error) => failures.push(error),
    }
    let found = import::find_files(&paths);
    say_of_all("report-passed", &found.passed);
    say_of_all("error-repeated", &found.repeated);
    failures.extend(found.errors);
    let read = parallel(&found.inputs, |input| match input {
        Input::File(path) if path == Path::new("-") => read_standard_input(&options),
        _ => import::read_input(input, &options),
    });
    let mut articles = Vec::new();
    for result in read {
        match result {
            Ok(imported) => {
                for remark in &imported.remarks {
                    say_of(&imported.article.source, remark);
                }
                articles.push(Arc::new(imported.article));
            }
            Err(error) => failures.push(error),
        }
    }
    (articles, failures)
}

fn read_list(path: &Path) -> Result<Vec<PathBuf>, ImportError> {
    let failed = |error: io::Error| ImportError {
        source: path.display().to_string(),
        problem: error.into(),
    };
    let file = std::fs::File::open(path).map_err(failed)?;
    let mut paths = Vec::new();
    for line in io::BufReader::new(file).lines() {
        let line = line.map_err(failed)?;
        if !line.trim().is_empty() {
            paths.push(PathBuf::from(line));
        }
    }
    Ok(paths)
}

fn read_standard_input(options: &ReadOptions) -> Result<Imported, ImportError> {
    let failed = |problem| ImportError {
        source: "-".to_owned(),
        problem,
    };
    import::read_stream("-", io::stdin().lock(), options).map_err(failed)
}
