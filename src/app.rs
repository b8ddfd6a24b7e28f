//! The window: `logic` takes results, keys and drops in and applies commands, `ui` arranges the panels.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui;
use egui::{
    Context, Event, Frame, Key, KeyboardShortcut, Margin, Modifiers, Panel, RawInput, Rect, Ui,
    Vec2,
};

use crate::analysis::Findings;
use crate::cli::Screenshot;
use crate::export::{in_short, picture};
use crate::import::formats::{ARCHIVE, ENDINGS};
use crate::jobs::{self, Job, Poll};
use crate::locale::{Language, Locale, Message};
use crate::model::Project;
use crate::ui::fields::FieldsPanel;
use crate::ui::library::LibraryPanel;
use crate::ui::names::NamesPanel;
use crate::ui::outlets::Outlets;
use crate::ui::palette::Palette;
use crate::ui::raster::Raster;
use crate::ui::read::{self, ReadPanel};
use crate::ui::report::ReportPanel;
use crate::ui::start::{self, PathField};
use crate::ui::theme::{self, size};
use crate::ui::{Dialog, Scene, filter_bar, inspector, status_bar, top_bar};
use crate::workspace::view::{Look, Theme};
use crate::workspace::{Command, Report, View, Workspace, store};

/// A dialog that says "nothing chosen" sooner was never shown.
const NO_DIALOG: Duration = Duration::from_millis(150);
/// A window that is drawn to a picture comes to rest long before; if not, it is drawn as it is.
const MAX_FRAMES: usize = 20_000;
/// The view's name in what eframe keeps.
const VIEW_KEY: &str = "view";

/// What a start begins with.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Files and folders to open.
    pub paths: Vec<PathBuf>,
    /// Keep the session on disk, and begin with the one that was kept.
    pub keep: bool,
    /// How things are looked at, in place of what was kept.
    pub view: Option<View>,
}

/// The window.
pub struct App {
    workspace: Workspace,
    locale: Locale,
    outlets: Outlets,
    outlets_of: Arc<Findings>,
    read: ReadPanel,
    library: LibraryPanel,
    fields: FieldsPanel,
    names: NamesPanel,
    report: ReportPanel,
    path_field: PathField,
    dialog: Option<Job<(Vec<PathBuf>, bool)>>,
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
        let session = start.keep.then(store::session_file).flatten();
        let kept_project = session.as_deref().and_then(store::load);
        match kept_project.filter(|project| start.paths.is_empty() && !project.articles.is_empty())
        {
            Some(project) => workspace.resume(project),
            None if start.paths.is_empty() && first && start.keep => {
                workspace.apply(Command::OpenSample(Language::Indonesian))
            }
            None => {}
        }
        if !start.paths.is_empty() {
            workspace.apply(Command::Open(start.paths));
        }
        Self {
            locale: Locale::new(workspace.view.language),
            outlets: Outlets::default(),
            outlets_of: Arc::default(),
            read: ReadPanel::default(),
            library: LibraryPanel::default(),
            fields: FieldsPanel::default(),
            names: NamesPanel::default(),
            report: ReportPanel::default(),
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
        for command in std::mem::take(&mut self.commands) {
            self.workspace.apply(command);
        }
        self.keep_session(ctx);
        if self.locale.language != self.workspace.view.language {
            self.locale = Locale::new(self.workspace.view.language);
        }
        if !Arc::ptr_eq(&self.outlets_of, &self.workspace.findings) {
            self.outlets_of = Arc::clone(&self.workspace.findings);
            self.outlets = Outlets::of(&self.outlets_of);
        }
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

    fn read_keys(&mut self, ctx: &Context) {
        let typing = ctx.text_edit_focused();
        let shortcut = |modifiers, key| {
            ctx.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)))
        };
        // Under a sheet nothing moves; it has Escape for itself.
        let sheet = self.workspace.view.names.is_some();
        let names = (!sheet).then(String::new);
        let look = Command::Look;
        let mut keys = vec![(
            Modifiers::COMMAND | Modifiers::SHIFT,
            Key::N,
            look(Look::Names(names)),
        )];
        if !sheet {
            keys.push((Modifiers::ALT, Key::ArrowDown, look(Look::Step(1))));
            keys.push((Modifiers::ALT, Key::ArrowUp, look(Look::Step(-1))));
        }
        if !typing && !sheet {
            let passages = [
                (Key::J, look(Look::Step(1))),
                (Key::K, look(Look::Step(-1))),
                (Key::Escape, look(Look::Focus(None))),
            ];
            keys.extend(passages.map(|(key, command)| (Modifiers::NONE, key, command)));
            let reading = read::keys(&self.workspace.view).into_iter();
            keys.extend(reading.map(|(key, change)| (Modifiers::NONE, key, look(change))));
        }
        if !typing {
            keys.push((Modifiers::COMMAND | Modifiers::SHIFT, Key::Z, Command::Redo));
            keys.push((Modifiers::COMMAND, Key::Y, Command::Redo));
            keys.push((Modifiers::COMMAND, Key::Z, Command::Undo));
        }
        for (modifiers, key, command) in keys {
            if shortcut(modifiers, key) {
                self.commands.push(command);
            }
        }
        if shortcut(Modifiers::COMMAND | Modifiers::SHIFT, Key::O) {
            self.open_dialog(ctx, Dialog::Folder);
        }
        if shortcut(Modifiers::COMMAND, Key::O) {
            self.open_dialog(ctx, Dialog::Files);
        }
        let pasted = ctx.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::Paste(text) => Some(text.clone()),
                _ => None,
            })
        });
        if let Some(text) = pasted.filter(|_| !typing && !sheet) {
            self.commands.push(if text.trim().is_empty() {
                Command::Say(Message::new("notice-nothing-to-paste"))
            } else {
                Command::Paste(text)
            });
        }
    }

    /// The desktop's dialog blocks whoever waits for it, so a thread does.
    fn open_dialog(&mut self, ctx: &Context, dialog: Dialog) {
        if self.dialog.is_some() {
            return;
        }
        let waker = ctx.clone();
        let filter = self.locale.tr("dialog-filter");
        self.dialog = Some(Job::spawn(
            "dialog",
            move || waker.request_repaint(),
            move |_| {
                let asked = Instant::now();
                let window = rfd::FileDialog::new();
                let chosen = match dialog {
                    Dialog::Files => {
                        let read: Vec<&str> = ENDINGS.into_iter().chain([ARCHIVE]).collect();
                        window.add_filter(filter, &read).pick_files()
                    }
                    Dialog::Folder => window.pick_folders(),
                };
                let shown = chosen.is_some() || asked.elapsed() > NO_DIALOG;
                (chosen.unwrap_or_default(), shown)
            },
        ));
    }

    fn read_dialog(&mut self) {
        match self.dialog.as_ref().map(Job::poll) {
            None | Some(Poll::Running) => return,
            Some(Poll::Done((paths, _))) if !paths.is_empty() => {
                self.commands.push(Command::Open(paths))
            }
            Some(Poll::Done((_, true))) => {}
            Some(Poll::Done((_, false)) | Poll::Panicked(_)) => self.path_field.open = true,
        }
        self.dialog = None;
    }

    /// Arranges the panels.
    fn show(&mut self, ui: &mut Ui) {
        let palette = Palette::current(ui);
        let mut dialog = None;
        let mut scene = Scene {
            workspace: &self.workspace,
            locale: &self.locale,
            outlets: &self.outlets,
            commands: &mut self.commands,
            dialog: &mut dialog,
        };
        let bar = |fill| {
            Frame::new()
                .fill(fill)
                .inner_margin(Margin::symmetric(8, 0))
        };
        Panel::top("top-bar")
            .exact_size(size::TOP_BAR)
            .frame(bar(palette.chrome))
            .show(ui, |ui| {
                top_bar::show(ui, &mut scene);
            });
        Panel::bottom("status-bar")
            .exact_size(size::STATUS_BAR)
            .frame(bar(palette.chrome))
            .show(ui, |ui| {
                status_bar::show(ui, &mut scene);
            });
        if self.path_field.open {
            Panel::top("path-field")
                .frame(Frame::new())
                .show(ui, |ui| self.path_field.show(ui, &mut scene));
        }
        if self.workspace.is_sample {
            Panel::top("sample-line")
                .frame(Frame::new())
                .show(ui, |ui| start::sample_line(ui, &scene));
        }
        let side = Frame::new().fill(palette.panel);
        if self.workspace.view.library {
            Panel::left("library")
                .default_size(size::LIBRARY)
                .size_range(200.0..=420.0)
                .frame(side)
                .show(ui, |ui| self.library.show(ui, &mut scene));
        }
        let report = self
            .workspace
            .report
            .as_ref()
            .filter(|_| self.workspace.report_open);
        let reading = report.is_none() && !self.workspace.findings.articles.is_empty();
        let narrow = ui.ctx().content_rect().width() < size::NARROW;
        if reading && narrow && self.workspace.view.inspector_over {
            inspector::show_over(ui, &mut scene, &mut self.fields);
        }
        if reading && !narrow && self.workspace.view.inspector {
            Panel::right("inspector")
                .default_size(size::INSPECTOR)
                .size_range(280.0..=480.0)
                .frame(side.inner_margin(Margin {
                    left: 16,
                    right: 16,
                    top: 10,
                    bottom: 8,
                }))
                .show(ui, |ui| inspector::show(ui, &mut scene, &mut self.fields));
        }
        egui::CentralPanel::default()
            .frame(Frame::new().fill(palette.paper))
            .show(ui, |ui| match report {
                Some(report) => self.report.show(ui, &mut scene, report),
                None if reading => reading_view(ui, &mut scene, &mut self.read),
                None => start::show(ui, &mut scene),
            });
        self.names.show(ui, &mut scene);
        let held: Vec<String> = ui.input(|input| {
            let name = |path: &PathBuf| {
                path.file_name()
                    .map(|name| name.to_string_lossy().into_owned())
            };
            input
                .raw
                .hovered_files
                .iter()
                .map(|file| file.path.as_ref().and_then(name).unwrap_or_default())
                .collect()
        });
        if !held.is_empty() {
            start::hovering(ui, &scene, &held);
        }
        if let Some(dialog) = dialog {
            self.open_dialog(&ui.ctx().clone(), dialog);
        }
        if !self.commands.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}

fn reading_view(ui: &mut Ui, scene: &mut Scene<'_>, read: &mut ReadPanel) {
    let palette = Palette::current(ui);
    let counts = read.model(scene).counts;
    let paging = read.paging(scene, ui.available_width() - 28.0);
    Panel::top("filter-bar")
        .exact_size(size::FILTER_BAR)
        .frame(
            Frame::new()
                .fill(palette.paper)
                .inner_margin(Margin::symmetric(12, 0)),
        )
        .show(ui, |ui| filter_bar::show(ui, scene, counts, paging));
    let inner = Frame::new().fill(palette.paper).inner_margin(Margin {
        left: 12,
        right: 16,
        top: 8,
        bottom: 0,
    });
    egui::CentralPanel::default()
        .frame(inner)
        .show(ui, |ui| read.show(ui, scene));
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.take_in(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
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

/// Opens the window and waits until it is closed.
///
/// # Errors
/// What stands in the way of a window: no display, no graphics library.
pub fn run(start: Start, wayland: bool) -> Result<(), Message> {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && !set("DISPLAY") && !set("WAYLAND_DISPLAY") {
        return Err(Message::new("error-no-display"));
    }
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Crossread")
            .with_app_id("crossread")
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size([800.0, 500.0])
            .with_drag_and_drop(true),
        renderer: eframe::Renderer::Glow,
        event_loop_builder: on_x11(wayland),
        ..eframe::NativeOptions::default()
    };
    eframe::run_native(
        "crossread",
        options,
        Box::new(|cc| Ok(Box::new(App::new(cc, start)))),
    )
    .map_err(|error| Message::new("error-no-window").with("detail", error.to_string()))
}

/// Files cannot be dropped under Wayland, so X11 is taken where both are there.
fn on_x11(wayland: bool) -> Option<eframe::EventLoopBuilderHook> {
    #[cfg(target_os = "linux")]
    if !wayland && std::env::var_os("DISPLAY").is_some_and(|display| !display.is_empty()) {
        return Some(Box::new(|builder| {
            winit::platform::x11::EventLoopBuilderExtX11::with_x11(builder);
        }));
    }
    None
}

/// Draws the window to a PNG file.
///
/// # Errors
/// A file cannot be read (the picture shows the others), or the picture cannot be written.
pub fn screenshot(options: Screenshot) -> Result<(), Vec<Message>> {
    let language = options
        .language
        .map_or_else(Language::of_system, Language::from);
    let mut view = View::default();
    view.language = language;
    view.theme = if options.dark {
        Theme::Dark
    } else {
        Theme::Light
    };
    let sample = options
        .paths
        .is_empty()
        .then_some(Command::OpenSample(language));
    let start = Start {
        paths: options.paths,
        keep: false,
        view: Some(view),
    };
    let steps = (0..options.focus.unwrap_or(0)).map(|_| Command::Look(Look::Step(1)));
    let looks = std::iter::once(Command::DismissReport).chain(steps);
    let rounds = vec![sample.into_iter().collect(), looks.collect()];
    let (image, failures) = draw(start, rounds, options.size, options.dark);
    let bytes: Vec<u8> = image
        .pixels
        .iter()
        .flat_map(|pixel| pixel.to_array())
        .collect();
    picture::write_png(&options.output, image.size, &bytes).map_err(|error| {
        vec![
            Message::new("error-not-written")
                .with("file", options.output.display().to_string())
                .with("detail", in_short(&error)),
        ]
    })?;
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures)
    }
}

/// Draws the window as it looks when all work is done; each round of `commands` is given once the one before is done.
/// Width and height in pixels. Beside the picture comes what is to be said of files that could not be read.
fn draw(
    start: Start,
    commands: Vec<Vec<Command>>,
    size: [usize; 2],
    dark: bool,
) -> (egui::ColorImage, Vec<Message>) {
    let ctx = Context::default();
    let mut app = App::start(&ctx, start, None);
    let mut raster = Raster::default();
    let mut rounds = commands.into_iter();
    let mut failures = Vec::new();
    let mut frames = 0;
    let mut time = 0.0;
    let rect = Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(size[0] as f32, size[1] as f32));
    loop {
        let input = RawInput {
            screen_rect: Some(rect),
            max_texture_side: Some(8192),
            time: Some(time),
            system_theme: Some(if dark {
                egui::Theme::Dark
            } else {
                egui::Theme::Light
            }),
            ..RawInput::default()
        };
        time += 0.1;
        let mut output = ctx.run_ui(input, |ui| {
            app.take_in(&ui.ctx().clone());
            app.show(ui);
        });
        raster.update(&output.textures_delta);
        output.textures_delta.clear();
        let waits = output
            .viewport_output
            .values()
            .any(|viewport| viewport.repaint_delay < Duration::from_millis(50));
        let busy = app.workspace.busy().is_some();
        frames += 1;
        if busy {
            jobs::pause();
        } else if let Some(round) = rounds.next() {
            app.workspace.report_open = false;
            let report = app.workspace.report.take();
            failures.extend(report.iter().flat_map(Report::failures).cloned());
            for command in round {
                app.workspace.apply(command);
            }
        } else if !waits || frames > MAX_FRAMES {
            let background = Palette::of(dark).paper;
            let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
            let image = raster.paint(&primitives, output.pixels_per_point, size, background);
            return (image, failures);
        }
    }
}
