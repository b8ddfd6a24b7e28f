//! Paragraphs that the reader put level by hand: a pin beside each of them.

use egui::{Pos2, Rect, Ui, UiBuilder, Vec2, vec2};

use super::layout::ColumnLayout;
use super::model::{Column, Item};
use super::paint::BAR;
use crate::locale::Message;
use crate::model::ArticleId;
use crate::ui::icons::Icon;
use crate::ui::widgets::Button;
use crate::ui::{Scene, describe};
use crate::workspace::Command;
use crate::workspace::reading::{Change, Pin};
use crate::workspace::view::Look;

/// The item of a column that is this paragraph of the body.
pub(super) fn item_of(column: &Column, paragraph: usize) -> Option<usize> {
    column
        .items
        .iter()
        .position(|item| matches!(item, Item::Paragraph(here) if here.number == paragraph))
}

/// The paragraph at an item of a column, or the next one above.
pub(super) fn paragraph_at(column: &Column, item: usize) -> Option<usize> {
    let above = column.items.iter().take(item + 1).rev();
    let mut numbers = above.filter_map(|item| match item {
        Item::Paragraph(paragraph) => Some(paragraph.number),
        Item::Aside(_) => None,
    });
    numbers.next()
}

/// Shows the pins of a column; one press lets a pair go.
pub(super) fn show(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    column: &Column,
    layout: &ColumnLayout,
    origin: Pos2,
) {
    let pins: Vec<Pin> = scene.workspace.view.layout.pins.clone();
    for (number, pin) in pins.iter().enumerate() {
        let paragraph = pin.paragraph_of(column.id);
        let Some(item) = paragraph.and_then(|paragraph| item_of(column, paragraph)) else {
            continue;
        };
        let at = origin + vec2(-2.0 * BAR, layout.top(item) - 3.0);
        let rect = Rect::from_min_size(at, Vec2::splat(28.0));
        if !ui.is_rect_visible(rect) {
            continue;
        }
        let other = if pin.one.0 == column.id {
            pin.other
        } else {
            pin.one
        };
        let name = scene.text(
            &Message::new("unpin")
                .with("outlet", outlet(scene, other.0))
                .with("paragraph", other.1 + 1),
        );
        let builder = UiBuilder::new()
            .max_rect(rect)
            .id_salt(("pin", column.id, number));
        let pressed = ui.scope_builder(builder, |ui| Button::icon(Icon::Pin, &name).show(ui));
        if pressed.inner.clicked() {
            scene.ask(Command::Look(Look::Layout(Change::Unpin(*pin))));
        }
    }
}

fn outlet(scene: &Scene<'_>, id: ArticleId) -> String {
    let articles = &scene.workspace.findings.articles;
    let article = articles.iter().find(|article| article.id == id);
    article
        .map(|article| describe::outlet(scene.locale, article))
        .unwrap_or_default()
}
