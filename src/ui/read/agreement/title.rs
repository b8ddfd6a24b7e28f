//! Above the text of the agreement map: the legend with its counts, and the headline.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Id, Pos2, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::model::{self, Agreement, STEPS};
use super::shade::shade;
use crate::locale::Message;
use crate::ui::palette::Palette;
use crate::ui::read::model::Column;
use crate::ui::read::{MARGIN, marks};
use crate::ui::theme::Face;
use crate::ui::{Scene, describe, widgets};

/// Outlet, credits and headline above the text.
pub(super) fn show(
    ui: &Ui,
    scene: &Scene<'_>,
    column: &Column,
    at: Pos2,
    headline: Arc<egui::Galley>,
) {
    let palette = Palette::current(ui);
    let Some(article) = scene.workspace.findings.articles.get(column.article) else {
        return;
    };
    let (number, letters) = scene.outlets.get(article);
    let chip = widgets::paint_chip(ui, at, number, letters);
    let mut parts = vec![
        describe::outlet(scene.locale, article),
        describe::credits(scene.locale, article),
    ];
    parts.retain(|part| !part.is_empty());
    let credits = parts.join(" · ");
    let place = pos2(chip.right() + 8.0, chip.center().y);
    let font = Face::Sans.at(12.0);
    let left = egui::Align2::LEFT_CENTER;
    ui.painter().text(place, left, credits, font, palette.ink2);
    let at = at + vec2(0.0, 24.0);
    let rect = Rect::from_min_size(at, headline.size());
    let response = ui.interact(rect, Id::unique("agreement-headline"), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, article.title()));
    ui.painter().galley(at, headline, palette.ink);
}

/// How many words are carried by no other outlet, by one, by two...
pub(super) fn legend(ui: &mut Ui, scene: &Scene<'_>, agreement: &Agreement, rect: Rect) {
    let palette = Palette::current(ui);
    let builder = UiBuilder::new().max_rect(rect).id_salt("agreement-legend");
    ui.scope_builder(builder, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.add_space(MARGIN + 12.0);
            let intro = scene.tr("agreement-legend");
            widgets::label(ui, intro, Face::Sans, 12.0, palette.ink2)
                .on_hover_text(scene.tr("agreement-legend-hint"));
            let others = agreement.others.len();
            for level in 0..=STEPS {
                let Some((least, most)) = model::counts_of(level, others) else {
                    continue;
                };
                ui.add_space(8.0);
                let (swatch, _) = ui.allocate_exact_size(vec2(26.0, 16.0), Sense::hover());
                shade(ui, swatch, level);
                if level == 0 {
                    let color = palette.only_here.line;
                    let (left, top) = (swatch.left(), swatch.top());
                    marks::paint_only_here_bar(ui.painter(), left, top, swatch.bottom(), color);
                }
                let words = agreement.words_on(level);
                let id = match level {
                    0 => "agreement-none",
                    _ if least == most => "agreement-some",
                    _ => "agreement-range",
                };
                let message = Message::new(id)
                    .with("least", least)
                    .with("most", most)
                    .with("words", words);
                let text = scene.text(&message);
                widgets::label(ui, text, Face::SansMedium, 12.0, palette.ink);
            }
        });
    });
    let line = egui::Stroke::new(1.0, palette.line);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
}
