//! Text of a column is selected as in a letter: by dragging over paragraphs, a word by a double click, a paragraph by a
//! triple click, further by a click with Shift. A selection stays in its column, and while the column scrolls.

use egui::{CornerRadius, Galley, Painter, Popup, Pos2, Rect, Response, Ui, pos2};

use super::hits;
use super::model::{Column, Paragraph};
use crate::model::ArticleId;
use crate::text::{Span, words};
use crate::ui::Scene;
use crate::ui::actions::Action;
use crate::ui::palette::Palette;
use crate::ui::widgets::{Button, Look as ButtonLook};
use crate::workspace::Command;
use crate::workspace::view::{Look, Selection, Spot};

/// How dark the ground of selected text is, as a share of ink.
const GROUND: f32 = 0.25;
/// What is kept in sight above and below the end of a selection, in points: two rows or so.
const AROUND: f32 = 50.0;
/// How far a column scrolls in a frame while the pointer drags beyond its end, in points.
const BEYOND: f32 = 14.0;

/// Where a selection that is being made began: a byte of the article's body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Begun {
    pub article: ArticleId,
    at: usize,
}

impl Begun {
    /// Whether it is in this article.
    pub fn is_in(&self, article: ArticleId) -> bool {
        self.article == article
    }
}

/// Ground of what is selected of a paragraph; `rows` says where characters stand on the screen.
pub(super) fn paint(
    painter: &Painter,
    scene: &Scene<'_>,
    column: &Column,
    paragraph: &Paragraph,
    rows: &impl Fn(&std::ops::Range<usize>) -> Vec<Rect>,
    palette: &Palette,
) {
    let selected = scene.workspace.view.selected_text();
    let Some((_, span)) = selected.filter(|(article, _)| *article == column.id) else {
        return;
    };
    for row in hits::part(paragraph, span).iter().flat_map(rows) {
        let ground = palette.ink.gamma_multiply(GROUND);
        painter.rect_filled(row, CornerRadius::ZERO, ground);
    }
}

/// Reads what the pointer does on a paragraph whose text begins at `at` on the screen.
pub(super) fn point(
    ui: &Ui,
    scene: &mut Scene<'_>,
    begun: &mut Option<Begun>,
    column: &Column,
    (paragraph, galley, at): (&Paragraph, &Galley, Pos2),
    response: &Response,
) {
    let (pressed, held, shift, double, triple) = ui.input(|input| {
        (
            input.pointer.primary_pressed(),
            input.pointer.primary_down(),
            input.modifiers.shift,
            input
                .pointer
                .button_double_clicked(egui::PointerButton::Primary),
            input
                .pointer
                .button_triple_clicked(egui::PointerButton::Primary),
        )
    });
    let Some(pointer) = ui.ctx().pointer_interact_pos() else {
        return;
    };
    let byte_at = |pointer: Pos2| {
        let letter = galley.cursor_from_pos(pointer - at).index.0;
        let mut letters = paragraph.text.char_indices();
        let into = letters.nth(letter).map(|(at, _)| at);
        paragraph.start + into.unwrap_or(paragraph.text.len())
    };
    let selected = scene.workspace.view.selected;
    let selected = selected.filter(|text| text.article == column.id);
    let mut select = |anchor: usize, head: usize| {
        let text = Selection {
            article: column.id,
            anchor,
            head,
        };
        if scene.workspace.view.selected != Some(text) {
            scene.ask(Command::Look(Look::Select(Some(text))));
        }
    };
    let here = response.contains_pointer();
    if here && triple {
        *begun = None;
        select(paragraph.start, paragraph.start + paragraph.text.len());
    } else if here && double {
        *begun = None;
        if let Some(word) = word_at(paragraph, byte_at(pointer)) {
            select(word.start, word.end);
        }
    } else if here && pressed {
        let at = byte_at(pointer);
        // With Shift the end that is further away stays.
        let from = selected.filter(|_| shift).map(|text| {
            let Span { start, end } = text.span();
            if at.abs_diff(start) > at.abs_diff(end) {
                start
            } else {
                end
            }
        });
        let from = from.unwrap_or(at);
        *begun = Some(Begun {
            article: column.id,
            at: from,
        });
        select(from, at);
    } else if held && begun.is_some_and(|begun| begun.article == column.id) {
        let row = Rect::from_min_max(
            pos2(response.rect.left(), response.rect.top()),
            pos2(response.rect.right(), response.rect.bottom()),
        );
        if row.y_range().contains(pointer.y)
            && let Some(Begun { at: from, .. }) = *begun
        {
            select(from, byte_at(pointer));
        }
    }
}

/// What can be done with text that is selected, and with the paragraph under the pointer, by the secondary button.
pub(super) fn menu(
    scene: &mut Scene<'_>,
    article: ArticleId,
    paragraph: &Paragraph,
    response: &Response,
) {
    Popup::context_menu(response).show(|ui| {
        for action in [Action::Copy, Action::CopyCitation] {
            action.named(ui, scene, ButtonLook::Quiet, None);
        }
        let name = scene.tr("set-aside-paragraph");
        let button = Button::new(&name).look(ButtonLook::Quiet);
        if button.show(ui).clicked() {
            let place = Span::new(paragraph.start, paragraph.start + paragraph.text.len());
            super::asides::set_aside(scene, article, place);
        }
    });
}

/// The end of the selection that keys move, if it is in this article.
pub(super) fn end(scene: &Scene<'_>, article: ArticleId) -> Option<Spot> {
    let selected = scene.workspace.view.selected;
    let selected = selected.filter(|text| text.article == article)?;
    let at = selected.head;
    Some(Spot::new(article, Span::new(at, at)))
}

/// How far a column shall be scrolled so that the row at `top` is in sight with some rows around it; nothing where it is
/// now. It is scrolled by `offset` and shows `seen` points.
pub(super) fn reach(offset: f32, seen: f32, top: f32) -> Option<f32> {
    let around = AROUND.min(seen / 3.0);
    if top - around < offset && offset > 0.0 {
        Some((top - around).max(0.0))
    } else if top + 2.0 * around > offset + seen {
        Some(top + 2.0 * around - seen)
    } else {
        None
    }
}

/// How far the column in which text is being selected shall scroll.
pub(super) fn beyond(ui: &Ui, body: Rect) -> Option<f32> {
    let pointer = ui.ctx().pointer_interact_pos()?;
    if pointer.y < body.top() {
        Some(-BEYOND)
    } else if pointer.y > body.bottom() {
        Some(BEYOND)
    } else {
        None
    }
}

/// The word at a byte of the body.
fn word_at(paragraph: &Paragraph, at: usize) -> Option<Span> {
    let into = at - paragraph.start.min(at);
    let words = words(&paragraph.text);
    let mut words = words.into_iter();
    let word = words.find(|word| word.start <= into && into <= word.end)?;
    Some(Span::new(
        paragraph.start + word.start,
        paragraph.start + word.end,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_by_any_of_its_letters() {
        let paragraph = Paragraph {
            text: "Dua, tiga".to_owned(),
            start: 10,
            ..Paragraph::default()
        };
        assert_eq!(word_at(&paragraph, 11), Some(Span::new(10, 13)));
        assert_eq!(word_at(&paragraph, 15), Some(Span::new(15, 19)));
        assert_eq!(word_at(&paragraph, 19), Some(Span::new(15, 19)));
        assert_eq!(word_at(&paragraph, 99), None);
    }

    #[test]
    fn the_end_of_a_selection_is_kept_in_sight() {
        assert_eq!(reach(0.0, 400.0, 10.0), None);
        assert_eq!(reach(100.0, 400.0, 300.0), None);
        assert_eq!(reach(100.0, 400.0, 120.0), Some(70.0));
        assert_eq!(reach(100.0, 400.0, 20.0), Some(0.0));
        assert_eq!(reach(0.0, 400.0, 390.0), Some(90.0));
        // A low window shows the row all the same.
        assert_eq!(reach(0.0, 60.0, 90.0), Some(70.0));
    }
}
