//! The window on the desktop.

use eframe::egui;

use super::{App, Start};
use crate::locale::Message;

/// Opens the window and waits until it is closed.
///
/// # Errors
/// What stands in the way of a window: no display, no graphics library.
pub fn run(start: Start, wayland: bool) -> Result<(), Message> {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && !set("DISPLAY") && !set("WAYLAND_DISPLAY") {
        return Err(Message::new("error-no-display"));
    }
    in_small_pages();
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

/// Takes memory in small pages from now on, where the system knows large ones: nobody waits until two megabytes are
/// cleared, and the program holds a quarter less.
pub fn in_small_pages() {
    // Where it fails, memory comes in large pages: nothing is lost but a few milliseconds.
    #[cfg(target_os = "linux")]
    let _ = rustix::thread::disable_transparent_huge_pages(true);
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
