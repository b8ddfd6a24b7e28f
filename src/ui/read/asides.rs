//! Text that is set aside, shown in its place, and what the reader brought back of it.

use std::ops::Range;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::text_selection::LabelSelectionState;
use egui::{
    CornerRadius, Galley, Id, Pos2, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::build::characters;
use super::layout::{self, ASIDE_HEAD, ASIDE_PADDING};
use super::model::Aside;
use super::paint::{BAR, Column};
use super::{hits, marks};
use crate::locale::Message;
use crate::model::{ArticleId, Edit};
use crate::text::Span;
use crate::ui::Scene;
use crate::ui::describe;
use crate::ui::icons::Icon;
use crate::ui::palette::Palette;
use crate::ui::theme::Face;
use crate::ui::widgets::{self, Button, Look};
use crate::workspace::Command;

impl Column<'_, '_> {
    /// A block that is set aside: reason first, its text below, and a button that brings it back. Where its words that are
    /// looked at stand.
    pub(super) fn aside(
        &mut self,
        ui: &mut Ui,
        aside: &Aside,
        galley: &Arc<Galley>,
        top: Pos2,
    ) -> Option<Rect> {
        let palette = Palette::current(ui);
        let rect = Rect::from_min_size(
            top,
            vec2(self.width(ui), ASIDE_HEAD + galley.size().y + ASIDE_PADDING),
        );
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, palette.panel);
        let mut y = rect.top();
        while y < rect.bottom() {
            let dash = Rect::from_min_max(
                pos2(rect.left() - 2.0, y),
                pos2(rect.left(), (y + 4.0).min(rect.bottom())),
            );
            ui.painter()
                .rect_filled(dash, CornerRadius::ZERO, palette.edge);
            y += 7.0;
        }
        let reason = describe::reason(self.scene.locale, aside.reason);
        let (restore, hint) = (self.scene.tr("restore"), self.scene.tr("restore-hint"));
        let head = Rect::from_min_size(top, vec2(rect.width(), ASIDE_HEAD));
        let pressed = aside_head(
            ui,
            (self.column.id, aside.block),
            head,
            &reason,
            Button::new(&restore).with_icon(Icon::Restore).hint(&hint),
            |ui| {
                ui.set_max_width(260.0);
                let why = self.scene.text(&describe::cause(&aside.cause));
                widgets::paragraph(ui, why, Face::Sans, 12.0, Palette::current(ui).ink);
            },
        );
        let at = top + vec2(ASIDE_PADDING, ASIDE_HEAD);
        let rows = |chars: &Range<usize>| -> Vec<Rect> {
            let rows = layout::rows(galley, chars).into_iter();
            rows.map(|row| row.translate(at.to_vec2())).collect()
        };
        hits::paint_aside(ui.painter(), self.scene, self.column, aside, &rows, palette);
        let id = Id::unique(("aside", self.column.id, aside.block));
        let response = ui.interact(
            Rect::from_min_size(at, galley.size()),
            id,
            Sense::CLICK | Sense::DRAG,
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &aside.text));
        LabelSelectionState::label_text_selection(
            ui,
            &response,
            at,
            Arc::clone(galley),
            palette.ink2,
            Stroke::NONE,
        );
        if pressed {
            self.restore(aside.block, true);
        }
        let spot = self.scene.workspace.view.spot;
        let here = (self.column.id, Some(aside.block));
        let spot = spot.filter(|spot| (spot.article, spot.aside) == here)?;
        let words = characters(&aside.text, spot.span);
        rows(&words).into_iter().reduce(Rect::union)
    }

    /// Above a paragraph that the reader brought back: a solid bar, and the way to set it aside again.
    pub(super) fn restored_head(&mut self, ui: &mut Ui, block: usize, top: Pos2, height: f32) {
        let palette = Palette::current(ui);
        marks::paint_only_here_bar(
            ui.painter(),
            top.x - BAR,
            top.y,
            top.y + height,
            palette.ink,
        );
        let head = Rect::from_min_size(top, vec2(self.width(ui), ASIDE_HEAD));
        let (name, again) = (
            self.scene.tr("restored-by-you"),
            self.scene.tr("set-aside-again"),
        );
        if aside_head(
            ui,
            (self.column.id, block),
            head,
            &name,
            Button::new(&again).with_icon(Icon::Undo),
            |_| {},
        ) {
            self.restore(block, false);
        }
    }

    fn restore(&mut self, block: usize, restored: bool) {
        let article = self.column.id;
        self.scene.ask(Command::Edit(Edit::Restore {
            article,
            block,
            restored,
        }));
    }
}

/// Asks for the paragraphs that a stretch of an article's body touches to be set aside.
pub(in crate::ui) fn set_aside(scene: &mut Scene<'_>, article: ArticleId, place: Span) {
    let findings = &scene.workspace.findings;
    let shown = findings
        .place_of(article)
        .and_then(|at| findings.articles.get(at));
    let blocks = shown.map_or_else(Vec::new, |shown| shown.blocks_at(place));
    scene.ask(if blocks.is_empty() {
        Command::Say(Message::new("notice-not-set-aside"))
    } else {
        Command::Edit(Edit::SetAside { article, blocks })
    });
}

/// The reason at the left, a button at the right; true if it was pressed.
fn aside_head(
    ui: &mut Ui,
    salt: (crate::model::ArticleId, usize),
    rect: Rect,
    reason: &str,
    button: Button<'_>,
    why: impl FnOnce(&mut Ui),
) -> bool {
    let inner = rect.shrink2(vec2(ASIDE_PADDING, 0.0));
    let builder = UiBuilder::new()
        .max_rect(inner)
        .id_salt(("aside-head", salt));
    ui.scope_builder(builder, |ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let pressed = button.look(Look::Quiet).show(ui).clicked();
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let color = Palette::current(ui).ink;
                widgets::label(ui, reason, Face::SansSemiBold, 12.0, color).on_hover_ui(why);
            });
            pressed
        })
        .inner
    })
    .inner
}
