//! Crossread: comparative reading of articles about one meeting.
//!
//! A reader drops in articles from several outlets and sees side by side what wording they share and where it moved,
//! and what only one of them says. Everything stays on the reader's machine; the program opens no network connection.
//! It shows evidence, never a verdict: passages, counts and places.
//!
//! # The picture
//!
//! ```text
//!             files ──import──▶ Project ◀──edit── History (undo, redo)
//!                                 │
//!                                 ▼
//!                      analysis (pure, off the UI thread) ──▶ Findings
//!                                 │                              │
//!                                 └──────────────┬───────────────┘
//!                                 reads only     ▼
//!         reader ──▶ panels (egui) ──▶ Vec<Command> ──▶ Workspace::apply ──▶ Project, View
//!                                                │
//!                                             export ──▶ files
//! ```
//!
//! A project is articles plus what the reader decided about them. Analysis is a function from articles to findings.
//! Panels show a workspace and return commands. Only the workspace changes anything. What a reader can do without saying to
//! what stands in one list, [`ui::actions`], from which keys, palette, key sheet and tooltips are made. The command line
//! calls the same functions.
//!
//! # Layers
//!
//! `[text, jobs, locale] → [model] → [import, analysis] → [export] → [workspace] → [ui, cli] → [app]`: a module knows
//! only those before it. egui is named only in [`ui`] and [`app`]; files are touched only in [`import`], [`export`],
//! `workspace::store`, [`cli`] and `main`; threads start only in [`jobs`]; colours are made only in `ui::palette`.
//! `tests/tidy.rs` holds these rules.
//!
//! | state | lives in | kept | undoable |
//! |---|---|---|---|
//! | articles, what was brought back, changed fields, where they belong, settings of the analysis | [`model::Project`] in [`workspace::History`] | session file | yes |
//! | focus, selection, filters, search, words looked for, ways back, language, theme | [`workspace::View`] | app storage, in part | no |
//! | findings | derived, from the articles that are open | no | follows the project |
//! | what analyses know from earlier ones | [`analysis::Memory`] in the workspace | no | no |
//! | base articles, order and widths of columns, pins, what was read already | [`workspace::reading::Reading`] in the view | app storage | no |
//! | columns that are closed | [`workspace::View`] | app storage | no |
//! | hits | derived, from findings and the words looked for | no | no |
//! | layouts, scroll positions, text being typed | the panel's own struct | no | no |
//!
//! # What always holds
//!
//! * The text of a block never changes after import; what is set aside can be brought back.
//! * A [`text::Span`] lies on character boundaries and points at the printed text; folding is for matching only.
//! * Analysis does no I/O, reads no clock and gives the same output on any number of threads.
//! * Nothing blocks inside a frame; an old result stays on the screen until the new one is there.
//! * What the reader decided about the grouping holds, whatever is added ([`model::Placing`]).
//! * What was inferred says so, with the reason ([`model::Origin`]). What the reader wrote says so too, and what the
//!   program had read is kept beside it.
//!
//! # Words we use
//!
//! *meeting*: what is covered, a group of articles. *Outlet*: who published. *Headline, deck, byline, dateline,
//! caption*: as in a newsroom. *Agency*: whose copy it is. *Base article*: the one the others are shown against.
//! *Passage*: shared wording, with its *witnesses*, the places where it stands. *Verbatim*, *near-verbatim*,
//! *reworded*: how the witnesses agree. *Moved*: off the common order of two articles. *Coverage* A→B: the share of
//! A's words that also stand in B. *Only here*: in one article alone. *Stock*: titles, names and formulae, not counted.
//! *Carriers*: the words of a reworded passage that carry the likeness. *Band*: all articles above the columns, one cell a
//! *segment*, a passage or what stands in one article alone. *Agreement*: how many of the other outlets carry a word.
//! *Lead*: the column that the reader scrolled last. *Pin*: two paragraphs that the reader put level.
//! *Set aside*: on the page, but no part of the article. *Duplicate*: the same article once more. *Version*: the same
//! article of the same outlet, changed; the same text at another outlet is coverage. *Hit*: where words that are looked for
//! stand. *Spot*: a place in an article that is no passage.
//!
//! # Where the design was left
//!
//! The pages that this window is painted after show tabs for more views than there are. A control that does nothing is worse
//! than none, so they appear with their views; columns and agreement map are switched above the text. The band of
//! all articles stands in one order, the base's, with gaps where an article leaves something out; the pages show each
//! article in its own order, where what is left out cannot be seen. Passages end where both articles begin a paragraph:
//! readers step from passage to passage, and a whole page carried over would otherwise be one.

pub mod text;

pub mod jobs;

pub mod locale;

pub mod model;

pub mod import;

pub mod analysis;

pub mod export;

pub mod workspace;

pub mod ui;

pub mod cli;

pub mod app;

/// Here, so that benchmarks and tests measure the program as it is. Cargo.toml says why it is not the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
