//! The window drawn to a picture, without a display.

use std::sync::Arc;
use std::time::Duration;

use eframe::egui;
use egui::{Context, RawInput, Rect, Vec2};
use egui_system_font_provider::SystemFontProvider;

use super::{App, Start};
use crate::cli::{Screenshot, ViewName};
use crate::export::{not_written, picture};
use crate::jobs;
use crate::locale::{Language, Message};
use crate::ui::palette::Palette;
use crate::ui::raster::Raster;
use crate::workspace::reading::Mode;
use crate::workspace::view::{Among, Look, Tab, Theme};
use crate::workspace::{Command, Report, View, Workspace};

/// A window that is drawn to a picture comes to rest long before; if not, it is drawn as it is.
const MAX_FRAMES: usize = 20_000;

/// Draws the window to a PNG file.
///
/// # Errors
/// A file cannot be read (the picture shows the others), the picture cannot be written, or there is no such passage to
/// focus, and then nothing is drawn.
pub fn screenshot(options: Screenshot) -> Result<(), Vec<Message>> {
    let language = options
        .language
        .map_or_else(Language::of_system, Language::from);
    let mut view = View::default();
    view.language = language;
    match options.view {
        ViewName::Compare => {}
        ViewName::Agreement => view.layout.mode = Mode::Agreement,
        ViewName::Matrix => view.tab = Tab::Matrix,
    }
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
        session: None,
        view: Some(view),
    };
    let steps =
        (0..options.focus.unwrap_or(0)).map(|_| Command::Look(Look::Step(Among::Marked, 1)));
    let looks = std::iter::once(Command::DismissReport).chain(steps);
    let rounds = vec![sample.into_iter().collect(), looks.collect()];
    let (image, mut failures, marked) = draw(start, rounds, options.size, options.dark);
    if let Some(number) = options.focus.filter(|number| *number > marked) {
        let message = Message::new("error-no-passage").with("number", number);
        failures.push(message.with("count", marked));
        return Err(failures);
    }
    let bytes: Vec<u8> = image
        .pixels
        .iter()
        .flat_map(|pixel| pixel.to_array())
        .collect();
    picture::write_png(&options.output, image.size, &bytes)
        .map_err(|error| vec![not_written(&options.output, &error)])?;
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures)
    }
}

/// Draws the window as it looks when all work is done; each round of `commands` is given once the one before is done.
/// Width and height in pixels. Beside the picture comes what is to be said of files that could not be read, and how many
/// marked places there are.
fn draw(
    start: Start,
    commands: Vec<Vec<Command>>,
    size: [usize; 2],
    dark: bool,
) -> (egui::ColorImage, Vec<Message>, usize) {
    let ctx = Context::default();
    ctx.add_font_provider(Arc::new(SystemFontProvider::new()));
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
            let Workspace { view, findings, .. } = &app.workspace;
            return (image, failures, view.marked(findings).len());
        }
    }
}
