//! The keyboard from panel to panel, without a Tab for every button between.

use egui::{Context, Id, LayerId, Rect, Response};

/// A panel: where it stands, and on which layer.
pub type Region = (LayerId, Rect);

/// What is known of the last frame.
#[derive(Clone, Debug, Default)]
struct Regions {
    /// The panels, in the order in which the keyboard goes through them.
    panels: Vec<Region>,
    /// Widgets that take the keyboard when it comes to their panel.
    homes: Vec<Id>,
    /// The same of the frame that is being made.
    next_homes: Vec<Id>,
    /// The widget that was drawn with the keyboard last, and the pass in which it was for the first time.
    drawn: Option<(Id, u64)>,
}

fn with<T>(ctx: &Context, change: impl FnOnce(&mut Regions) -> T) -> T {
    ctx.data_mut(|data| change(data.get_temp_mut_or_default(Id::unique("regions"))))
}

/// Says at the end of a frame where the panels are, in the order in which the keyboard goes through them.
pub fn note(ctx: &Context, panels: Vec<Region>) {
    let focused = ctx.memory(egui::Memory::focused);
    with(ctx, |known| {
        known.panels = panels;
        known.homes = std::mem::take(&mut known.next_homes);
        known.drawn = known.drawn.filter(|(drawn, _)| Some(*drawn) == focused);
    });
}

/// Whether a widget has the keyboard and is drawn with it for the first time. What egui knows of it leaves out that arrow
/// keys, and requests, move the keyboard between two frames.
pub fn has_come(response: &Response) -> bool {
    if !response.has_focus() {
        return false;
    }
    let now = (response.id, response.ctx.cumulative_pass_nr());
    with(&response.ctx, |known| {
        let drawn = known.drawn.filter(|(id, _)| *id == response.id);
        known.drawn = drawn.or(Some(now));
        known.drawn == Some(now)
    })
}

/// Makes a widget of this frame the one that takes the keyboard when it comes to its panel. Where a panel has none, it is
/// the first that can.
pub fn home(ctx: &Context, widget: Id) {
    with(ctx, |known| known.next_homes.push(widget));
}

/// Hands the keyboard to the next panel in which something can take it, or to the one before.
pub fn step(ctx: &Context, back: bool) {
    let Regions { panels, homes, .. } = with(ctx, |known| known.clone());
    let focused = ctx.memory(egui::Memory::focused);
    let (mut at, mut doors) = (None, vec![None; panels.len()]);
    ctx.viewport(|viewport| {
        for (layer, widgets) in viewport.prev_pass.widgets.layers() {
            let usable = widgets
                .iter()
                .filter(|widget| widget.enabled && widget.sense.is_focusable());
            for widget in usable {
                // What lies across an edge moves it, and belongs to no panel.
                let place = widget.interact_rect.shrink(1.0);
                let number = panels
                    .iter()
                    .position(|(on, rect)| on == layer && rect.contains_rect(place));
                let Some((number, door)) =
                    number.and_then(|number| Some((number, doors.get_mut(number)?)))
                else {
                    continue;
                };
                if door.is_none() || homes.contains(&widget.id) {
                    *door = Some(widget.id);
                }
                if focused == Some(widget.id) {
                    at = Some(number);
                }
            }
        }
    });
    let count = panels.len();
    let ways = (1..=count).map(|step| match (at, back) {
        (Some(at), false) => (at + step) % count,
        (Some(at), true) => (at + count - step) % count,
        (None, false) => step - 1,
        (None, true) => count - step,
    });
    let door = ways
        .into_iter()
        .find_map(|number| doors.get(number).copied().flatten());
    if let Some(door) = door {
        ctx.memory_mut(|memory| memory.request_focus(door));
    }
}
