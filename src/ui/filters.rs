//! Filters beside the kinds: how long a passage must be, and where it must stand. And the line that says what all
//! filters take away.

use egui::{Align, Frame, Layout, Margin, Panel, Popup, PopupCloseBehavior, Ui};

use super::actions::Action;
use super::icons::Icon;
use super::palette::Palette;
use super::read::model::Model;
use super::theme::Face;
use super::widgets::{self, Button, Look};
use super::{Scene, describe};
use crate::locale::Message;
use crate::workspace::Command;
use crate::workspace::view::{Filter, Hidden, Look as Change};

/// Lengths to choose from, in words; the first takes nothing away.
const LENGTHS: [usize; 6] = [0, 8, 10, 15, 20, 30];
/// Height of the line.
const LINE: f32 = 36.0;

/// The button that opens the filters.
pub fn button(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Hidden {
        shorter_than,
        not_in,
        ..
    } = scene.workspace.view.hidden;
    let on = shorter_than > 0 || not_in.is_some();
    let name = scene.tr("filter");
    let button = Button::icon(Icon::Filter, &name).selected(on).show(ui);
    Popup::from_toggle_button_response(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_max_width(360.0);
            lengths(ui, scene);
            ui.add_space(10.0);
            outlets(ui, scene);
            ui.add_space(6.0);
        });
}

fn head(ui: &mut Ui, text: String) {
    let ink = Palette::current(ui).ink;
    widgets::label(ui, text, Face::SansSemiBold, 12.0, ink);
    ui.add_space(4.0);
}

fn lengths(ui: &mut Ui, scene: &mut Scene<'_>) {
    head(ui, scene.tr("filter-length"));
    let hidden = scene.workspace.view.hidden;
    ui.horizontal_wrapped(|ui| {
        for words in LENGTHS {
            let name = if words == 0 {
                scene.tr("filter-any-length")
            } else {
                scene.text(&Message::new("filter-words").with("words", words))
            };
            let on = hidden.shorter_than == words;
            if Button::new(&name).selected(on).show(ui).clicked() {
                scene.ask(Command::Look(Change::Hidden(Hidden {
                    shorter_than: words,
                    ..hidden
                })));
            }
        }
    });
}

fn outlets(ui: &mut Ui, scene: &mut Scene<'_>) {
    head(ui, scene.tr("filter-outlet"));
    let hidden = scene.workspace.view.hidden;
    let choose = |ui: &mut Ui, scene: &mut Scene<'_>, name: &str, not_in| {
        let on = hidden.not_in == not_in;
        let button = Button::new(name).selected(on);
        if button.show(ui).clicked() {
            scene.ask(Command::Look(Change::Hidden(Hidden { not_in, ..hidden })));
        }
    };
    ui.horizontal_wrapped(|ui| {
        let any = scene.tr("filter-any-outlet");
        choose(ui, scene, &any, None);
        let findings = std::sync::Arc::clone(&scene.workspace.findings);
        for place in scene.workspace.view.columns(&findings) {
            if let Some(article) = findings.articles.get(place) {
                let outlet = scene.outlet_of(place);
                choose(ui, scene, &outlet, Some(article.id));
            }
        }
    });
}

/// Below the row of kinds, what filters take away of what is open and the way to have it back; nothing where they take
/// nothing. Of paragraphs that no longer say that they stand in one article alone, how many there are.
pub fn line(ui: &mut Ui, scene: &mut Scene<'_>, open: &Model) {
    let only_here = open.counts.only_here;
    let unmarked = (scene.workspace.view.hides().only_here && only_here > 0)
        .then(|| scene.text(&Message::new("filter-only-here").with("count", only_here)));
    let parts: Vec<String> = taken_away(scene, &open.taken_away)
        .into_iter()
        .chain(unmarked)
        .collect();
    if parts.is_empty() {
        return;
    }
    let text = parts.join("; ");
    let palette = Palette::current(ui);
    let frame = Frame::new()
        .fill(palette.panel)
        .inner_margin(Margin::symmetric(16, 0));
    Panel::top("filter-line")
        .exact_size(LINE)
        .frame(frame)
        .show(ui, |ui| {
            // The button first: it is seen however long the text is, and under no menu.
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                Action::ShowAll.named(ui, scene, Look::Plain, None);
                widgets::label(ui, text, Face::SansMedium, 12.0, palette.ink);
            });
        });
}

/// "6 passages hidden: 6 verbatim", if there are any.
fn taken_away(scene: &Scene<'_>, taken: &[(Filter, usize)]) -> Option<String> {
    let count: usize = taken.iter().map(|(_, count)| count).sum();
    let reasons: Vec<String> = taken
        .iter()
        .map(|(filter, count)| reason(scene, *filter, *count))
        .collect();
    let text = Message::new("filter-hidden")
        .with("count", count)
        .with("reasons", reasons.join(", "));
    (count > 0).then(|| scene.text(&text))
}

fn reason(scene: &Scene<'_>, filter: Filter, count: usize) -> String {
    let message = match filter {
        Filter::Kind(kind) => {
            Message::new("filter-by-kind").with("kind", describe::kind(scene.locale, kind))
        }
        Filter::ShorterThan(words) => Message::new("filter-by-length").with("words", words),
        Filter::NotIn(article) => {
            let outlet = scene.outlet_named(article);
            Message::new("filter-by-outlet").with("outlet", outlet)
        }
    };
    scene.text(&message.with("count", count))
}
