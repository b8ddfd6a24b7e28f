//! The window: `logic` takes results, keys and drops in and applies commands, `ui` arranges the panels.

mod dialog;
mod panels;
mod picture;
mod window;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;
use egui::{Context, Event, PointerState, Ui};

use self::dialog::Chosen;
use crate::analysis::Findings;
use crate::jobs::{Job, Poll};
use crate::locale::{Language, Locale, Message};
use crate::model::Project;
use crate::ui::chooser::Chooser;
use crate::ui::fields::FieldsPanel;
use crate::ui::find_bar::FindBar;
use crate::ui::letters::Letters;
use crate::ui::library::{Choosing, LibraryPanel};
use crate::ui::matrix::MatrixPanel;
use crate::ui::names::NamesPanel;
use crate::ui::offices::OfficesPanel;
use crate::ui::outlets::Outlets;
use crate::ui::read::ReadPanel;
use crate::ui::report::ReportPanel;
use crate::ui::start::PathField;
use crate::ui::{Dialog, Scene, actions, theme};
use crate::workspace::view::Theme;
use crate::workspace::{Command, View, Workspace, store};

pub use picture::screenshot;
pub use window::{in_small_pages, run};

/// The view's name in what eframe keeps.
const VIEW_KEY: &str = "view";

/// What a start begins with.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Files and folders to open.
    pub paths: Vec<PathBuf>,
    /// Where the session is kept, if it is. The window begins with the one that was kept there.
    pub session: Option<PathBuf>,
    /// How things are looked at, in place of what was kept.
    pub view: Option<View>,
}

/// The window.
pub struct App {
    workspace: Workspace,
    locale: Locale,
    outlets: Outlets,
    outlets_of: Arc<Findings>,
    letters: Letters,
    read: ReadPanel,
    library: LibraryPanel,
    matrix: MatrixPanel,
    fields: FieldsPanel,
    names: NamesPanel,
    offices: OfficesPanel,
    choosing: Choosing,
    report: ReportPanel,
    chooser: Chooser,
    find: FindBar,
    path_field: PathField,
    dialog: Option<Job<Chosen>>,
    commands: Vec<Command>,
    /// Where the session is kept, if it is; the project that stands there; and the job that writes it.
    session: Option<PathBuf>,
    saved: Project,
    saving: Option<Job<bool>>,
}

impl App {
    /// The window as eframe starts it.
    pub fn new(cc: &eframe::CreationContext<'_>, start: Start) -> Self {
        let kept = cc
            .storage
            .and_then(|storage| eframe::get_value(storage, VIEW_KEY));
        Self::start(&cc.egui_ctx, start, kept)
    }

    fn start(ctx: &Context, start: Start, kept: Option<View>) -> Self {
        theme::install(ctx);
        let first = kept.is_none();
        let view = start.view.or(kept).unwrap_or_default();
        let waker = ctx.clone();
        let mut workspace = Workspace::new(view, Arc::new(move || waker.request_repaint()));
        let session = start.session;
        let kept_project = session.as_deref().and_then(store::load);
        match kept_project.filter(|project| !project.articles.is_empty()) {
            Some(project) => workspace.resume(project),
            None if start.paths.is_empty() && first && session.is_some() => {
                workspace.apply(Command::OpenSample(Language::Indonesian))
            }
            None => {}
        }
        // They come to those that were open, like files that are dropped.
        if !start.paths.is_empty() {
            workspace.apply(Command::Open(start.paths));
        }
        Self {
            locale: Locale::new(workspace.view.language),
            outlets: Outlets::default(),
            outlets_of: Arc::default(),
            letters: Letters::default(),
            read: ReadPanel::default(),
            library: LibraryPanel::default(),
            matrix: MatrixPanel::default(),
            fields: FieldsPanel::default(),
            names: NamesPanel::default(),
            offices: OfficesPanel::default(),
            choosing: Choosing::default(),
            report: ReportPanel::default(),
            chooser: Chooser::default(),
            find: FindBar::default(),
            path_field: PathField::default(),
            dialog: None,
            commands: Vec::new(),
            saved: workspace.project().clone(),
            session,
            saving: None,
            workspace,
        }
    }

    /// What is open, for tests.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// Takes in what happened since the last frame.
    fn take_in(&mut self, ctx: &Context) {
        self.workspace.collect();
        self.read_drops(ctx);
        self.read_keys(ctx);
        self.read_dialog();
        let had_sheet = self.workspace.view.sheet.is_some();
        for command in std::mem::take(&mut self.commands) {
            self.workspace.apply(command);
        }
        if self.workspace.view.sheet.is_some() && !had_sheet {
            // A tooltip stays while the pointer rests on its control, over a sheet too: the pointer counts again from its
            // next move.
            ctx.input_mut(|input| input.pointer = PointerState::default());
        }
        self.keep_session(ctx);
        if self.locale.language != self.workspace.view.language {
            self.locale = Locale::new(self.workspace.view.language);
        }
        if !Arc::ptr_eq(&self.outlets_of, &self.workspace.findings) {
            self.outlets_of = Arc::clone(&self.workspace.findings);
            self.outlets = Outlets::of(&self.outlets_of);
        }
        ctx.set_zoom_factor(f32::from(self.workspace.view.zoom) / 100.0);
        ctx.set_theme(match self.workspace.view.theme {
            Theme::System => egui::ThemePreference::System,
            Theme::Light => egui::ThemePreference::Light,
            Theme::Dark => egui::ThemePreference::Dark,
        });
    }

    /// Keeps the session after every change, off the window's thread: a crash costs nothing.
    fn keep_session(&mut self, ctx: &Context) {
        match self.saving.as_ref().map(Job::poll) {
            Some(Poll::Running) => return,
            _ => self.saving = None,
        }
        let Some(file) = self.session.clone() else {
            return;
        };
        if self.workspace.is_sample || self.saved.is_same(self.workspace.project()) {
            return;
        }
        self.saved = self.workspace.project().clone();
        let (project, waker) = (self.saved.clone(), ctx.clone());
        self.saving = Some(Job::spawn(
            "session",
            move || waker.request_repaint(),
            // A full disk must not stop the reader; the session kept before stays.
            move |_| store::save(&project, &file).is_ok(),
        ));
    }

    fn read_drops(&mut self, ctx: &Context) {
        let dropped: Vec<PathBuf> = ctx.input(|input| {
            input
                .raw
                .dropped_files
                .iter()
                .map(|file| file.path().to_path_buf())
                .collect()
        });
        if !dropped.is_empty() {
            self.commands.push(Command::Open(dropped));
        }
    }

    /// Keys and text that was pasted; what they ask for is done like what panels ask for.
    fn read_keys(&mut self, ctx: &Context) {
        let actions = actions::pressed(ctx, &self.workspace);
        let dialog = self.with_scene(|scene| {
            for action in actions {
                action.run(ctx, scene);
            }
        });
        if let Some(dialog) = dialog {
            self.open_dialog(ctx, dialog);
        }
        let pasted = ctx.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::Paste(text) => Some(text.clone()),
                _ => None,
            })
        });
        let elsewhere = ctx.text_edit_focused() || self.workspace.view.sheet.is_some();
        if let Some(text) = pasted.filter(|_| !elsewhere) {
            self.commands.push(if text.trim().is_empty() {
                Command::Say(Message::new("notice-nothing-to-paste"))
            } else {
                Command::Paste(text)
            });
        }
    }

    /// Shows `work` what panels see; the dialog that it asked for.
    fn with_scene(&mut self, work: impl FnOnce(&mut Scene<'_>)) -> Option<Dialog> {
        let mut dialog = None;
        work(&mut Scene {
            workspace: &self.workspace,
            locale: &self.locale,
            outlets: &self.outlets,
            commands: &mut self.commands,
            dialog: &mut dialog,
        });
        dialog
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.take_in(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        if self.workspace.findings.articles.is_empty() {
            self.letters
                .draw_some(ui.ctx(), self.workspace.view.text_size);
        }
        self.show(ui);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, VIEW_KEY, &self.workspace.view);
        // What is still being written is written once more: the job ends with the program.
        if let Some(file) = self
            .session
            .as_deref()
            .filter(|_| !self.workspace.is_sample)
        {
            let _ = store::save(self.workspace.project(), file);
        }
    }
}
