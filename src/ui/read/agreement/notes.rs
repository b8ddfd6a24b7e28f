//! Paints the notes beside the text: what the other outlets have in a place.

use egui::accesskit::Role;
use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, CornerRadius, CursorIcon, Galley, Id, Pos2, Rect, Sense, Stroke, Ui, WidgetInfo, pos2,
    vec2,
};
use std::sync::Arc;

use super::model::{Note, Said};
use crate::locale::Message;
use crate::ui::palette::Palette;
use crate::ui::theme::Face;
use crate::ui::{Scene, inspector, widgets};
use crate::workspace::view::Focus;

/// Height of the line that says how many have it, of a line of chips, and of a line of text.
const HEAD: f32 = 20.0;
const CHIPS: f32 = 21.0;
const LINE: f32 = 20.0;
/// Most lines of a variant; all of it is in the inspector.
const MAX_LINES: usize = 3;
/// Left of the text of a note: its bar.
const INDENT: f32 = 12.0;
/// Right of a chip.
const AFTER_CHIP: f32 = 8.0;
/// About the width of a letter in a variant.
const LETTER: f32 = 7.0;

/// How high a note is for a width; variants may take fewer lines than it keeps for them.
pub(super) fn height(note: &Note, width: f32) -> f32 {
    let chips = |wanted: &Said| {
        let found = note.said.iter().any(|said| said == wanted);
        if found { CHIPS } else { 0.0 }
    };
    let text_width = width - INDENT - widgets::CHIP.x - AFTER_CHIP;
    let variants: f32 = note
        .variants()
        .into_iter()
        .map(|(numbers, said)| match said {
            Said::Varies {
                base,
                text,
                differences,
            } => {
                // Struck words of the base stand in it too.
                let struck = differences.as_ref().map_or(0, |_| base.chars().count() / 4);
                let letters = (text.chars().count() + struck) as f32 * LETTER;
                let lines = (letters / text_width).ceil().clamp(1.0, MAX_LINES as f32);
                lines.max(numbers.len() as f32) * LINE
            }
            Said::Same | Said::Absent => 0.0,
        })
        .sum();
    HEAD + chips(&Said::Same) + chips(&Said::Absent) + variants
}

/// A note at its place.
pub(super) struct Shown<'n> {
    pub note: &'n Note,
    pub others: &'n [usize],
    pub rect: Rect,
    /// Where the words stand that it is about: the right end of their row.
    pub phrase: Pos2,
    pub focused: bool,
}

impl Shown<'_> {
    /// Paints the note and its leader; true if it was pressed.
    pub fn show(&self, ui: &Ui, scene: &Scene<'_>, hovered: &mut Option<Focus>) -> bool {
        let palette = Palette::current(ui);
        self.leader(ui, palette);
        let bar = self.rect.with_max_x(self.rect.left() + 2.0);
        let color = if self.focused {
            palette.ink
        } else {
            palette.verbatim.line
        };
        ui.painter().rect_filled(bar, CornerRadius::ZERO, color);
        let head = Message::new("agreement-note")
            .with("count", self.note.holders())
            .with("total", self.note.said.len());
        let head = scene.text(&head);
        let mut at = self.rect.min + vec2(INDENT, 0.0);
        let font = Face::SansSemiBold.at(12.0);
        ui.painter()
            .text(at, egui::Align2::LEFT_TOP, &head, font, palette.ink);
        at.y += HEAD;
        let mut said = vec![head];
        let alike = |said: &mut Vec<String>, at: &mut Pos2, what: &Said, id: &'static str| {
            let name = scene.tr(id);
            if let Some(outlets) = self.chips(ui, scene, what, *at, &name) {
                said.push(format!("{outlets}: {name}"));
                at.y += CHIPS;
            }
        };
        alike(&mut said, &mut at, &Said::Same, "agreement-same");
        for (numbers, what) in self.note.variants() {
            // The chips of all that have it stand below each other.
            let mut chip = at + vec2(0.0, 2.0);
            for number in &numbers {
                self.chip(ui, scene, *number, chip);
                chip.y += LINE;
            }
            let galley = self.variant(ui, what);
            let place = at + vec2(widgets::CHIP.x + AFTER_CHIP, 0.0);
            at.y += galley.size().y.max(numbers.len() as f32 * LINE);
            ui.painter().galley(place, galley, palette.ink);
            if let Said::Varies { text, .. } = what {
                let outlets = numbers.iter().map(|number| self.outlet(scene, *number));
                let outlets: Vec<String> = outlets.collect();
                said.push(format!("{}: {text}", outlets.join(", ")));
            }
        }
        alike(&mut said, &mut at, &Said::Absent, "absent");
        let id = Id::unique(("agreement-note", self.note.item, self.note.from));
        let response = ui.interact(self.rect, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said.join(". ")));
        widgets::focus_ring(ui, &response, self.rect.expand(2.0));
        if response.hovered() {
            *hovered = Some(self.note.focus);
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        response.clicked()
    }

    /// From the row of the phrase across to the note.
    fn leader(&self, ui: &Ui, palette: &Palette) {
        let color = if self.focused {
            palette.ink
        } else {
            palette.edge
        };
        let stroke = Stroke::new(if self.focused { 1.5 } else { 1.0 }, color);
        let end = pos2(self.rect.left(), self.rect.top() + HEAD / 2.0);
        let painter = ui.painter();
        let dot = Rect::from_center_size(self.phrase, vec2(4.0, 4.0));
        painter.rect_filled(dot, CornerRadius::ZERO, color);
        let middle = [
            self.phrase,
            pos2(self.phrase.x + 14.0, self.phrase.y),
            pos2(end.x - 14.0, end.y),
            end,
        ];
        painter.add(egui::Shape::line(middle.to_vec(), stroke));
    }

    fn outlet(&self, scene: &Scene<'_>, number: usize) -> String {
        let place = self.others.get(number).copied().unwrap_or_default();
        scene.outlet_of(place)
    }

    fn chip(&self, ui: &Ui, scene: &Scene<'_>, number: usize, at: Pos2) {
        let place = self.others.get(number);
        let article = place.and_then(|place| scene.workspace.findings.articles.get(*place));
        if let Some(article) = article {
            let (color, letters) = scene.outlets.get(article);
            widgets::paint_chip(ui, at, color, letters);
        }
    }

    /// The chips of all that have `what`, and what that is; their names, if there are any.
    fn chips(
        &self,
        ui: &Ui,
        scene: &Scene<'_>,
        what: &Said,
        at: Pos2,
        name: &str,
    ) -> Option<String> {
        let mut x = at.x;
        let mut names = Vec::new();
        for (number, said) in self.note.said.iter().enumerate() {
            if said == what {
                self.chip(ui, scene, number, pos2(x, at.y + 2.0));
                x += widgets::CHIP.x + 4.0;
                names.push(self.outlet(scene, number));
            }
        }
        if names.is_empty() {
            return None;
        }
        let (font, color) = (Face::Sans.at(12.0), Palette::current(ui).ink2);
        let place = pos2(x + 4.0, at.y + 2.0);
        ui.painter()
            .text(place, egui::Align2::LEFT_TOP, name, font, color);
        Some(names.join(", "))
    }

    fn variant(&self, ui: &Ui, said: &Said) -> Arc<Galley> {
        let palette = Palette::current(ui);
        let mut job = match said {
            Said::Varies {
                base,
                text,
                differences: Some(found),
            } => inspector::difference_job(base, text, found, palette),
            Said::Varies { text, .. } => inspector::plain_job(text, palette.ink),
            Said::Same | Said::Absent => LayoutJob::default(),
        };
        for section in &mut job.sections {
            section.format.font_id.size = 13.5;
            section.format.line_height = Some(LINE);
        }
        let width = self.rect.width() - INDENT - widgets::CHIP.x - AFTER_CHIP;
        cut(ui, job, width, palette.ink)
    }
}

/// A text of a few lines at most; the dots where it is cut are plain, whatever the words before them are.
fn cut(ui: &Ui, mut job: LayoutJob, width: f32, ink: Color32) -> Arc<Galley> {
    job.wrap = TextWrapping {
        max_rows: MAX_LINES,
        overflow_character: None,
        ..TextWrapping::wrap_at_width(width)
    };
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job.clone()));
    if !galley.elided {
        return galley;
    }
    let seen: usize = galley.rows.iter().map(|row| row.glyphs.len()).sum();
    let mut kept: String = job.text.chars().take(seen).collect();
    // A text ends with a whole word, and the dots stand in the last row.
    loop {
        let shorter = kept.trim_end().rfind(char::is_whitespace);
        kept.truncate(shorter.unwrap_or_else(|| kept.len() - last_letter(&kept)));
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(with_dots(&job, kept.trim_end(), ink)));
        if galley.rows.len() <= MAX_LINES || kept.is_empty() {
            return galley;
        }
    }
}

/// The bytes of the last letter.
fn last_letter(text: &str) -> usize {
    text.chars().next_back().map_or(0, char::len_utf8)
}

/// The beginning of a text, and plain dots.
fn with_dots(job: &LayoutJob, kept: &str, ink: Color32) -> LayoutJob {
    let mut job = LayoutJob {
        text: kept.to_owned(),
        wrap: TextWrapping::wrap_at_width(job.wrap.max_width),
        ..job.clone()
    };
    let plain = job.sections.first().map(|section| TextFormat {
        line_height: section.format.line_height,
        ..TextFormat::simple(Face::Serif.at(section.format.font_id.size), ink)
    });
    job.sections
        .retain(|section| section.byte_range.start.0 < kept.len());
    for section in &mut job.sections {
        section.byte_range.end.0 = section.byte_range.end.0.min(kept.len());
    }
    job.append("…", 0.0, plain.unwrap_or_default());
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dots_of_a_cut_text_are_not_struck() {
        egui::__run_test_ui(|ui| {
            let struck = TextFormat {
                strikethrough: Stroke::new(1.0, Color32::RED),
                ..TextFormat::default()
            };
            let text = |words: usize| {
                let mut job = LayoutJob::default();
                job.append(&"kata ".repeat(words), 0.0, struck.clone());
                job
            };
            let whole = cut(ui, text(3), 200.0, Color32::BLACK);
            assert_eq!(whole.job.text, text(3).text);
            let galley = cut(ui, text(200), 200.0, Color32::BLACK);
            assert_eq!(galley.rows.len(), MAX_LINES);
            assert!(galley.job.text.ends_with("kata…"), "a whole word");
            let dots = galley.job.sections.last().map(|one| &one.format);
            assert!(dots.is_some_and(|format| format.strikethrough == Stroke::NONE));
        });
    }
}
