//! Letters are drawn before they are needed: the first frame with the articles would otherwise draw all of them.

use egui::{Color32, Context};

use super::theme::Face;

/// Letters, figures and signs of most texts in Latin script.
const LETTERS: &str =
    "eaitnrsoulkdgmphbycwfvjxzq,.“”ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()-–’:;?/%&";
/// A letter is drawn anew for each quarter of a point at which it begins: so often one after the other.
const TIMES: usize = 4;
/// Letters in a frame: with all their places a few milliseconds' worth. There is nothing to scroll yet.
const IN_A_FRAME: usize = 12;

/// What has been drawn, in which size for how fine a screen.
#[derive(Debug, Default)]
pub struct Letters {
    done: usize,
    of: Option<(u8, f32)>,
}

impl Letters {
    /// Draws some more, for articles in letters of this size in points; asks for a frame while there are more.
    pub fn draw_some(&mut self, ctx: &Context, size: u8) {
        let of = Some((size, ctx.pixels_per_point()));
        if self.of != of {
            *self = Self { done: 0, of };
        }
        let fonts = [
            Face::Serif.at(f32::from(size)),
            Face::SerifSemiBold.at(f32::from(size)),
            Face::Sans.at(12.0),
            Face::SansMedium.at(13.0),
            Face::SansMedium.at(12.0),
            Face::SansSemiBold.at(13.0),
        ];
        let all = LETTERS.chars().count();
        let Some(font) = fonts.into_iter().nth(self.done / all) else {
            return;
        };
        let some = LETTERS.chars().skip(self.done % all).take(IN_A_FRAME);
        let count = some.clone().count();
        let text: String = some
            .flat_map(|letter| std::iter::repeat_n(letter, TIMES))
            .collect();
        ctx.fonts_mut(|fonts| fonts.layout_no_wrap(text, font, Color32::PLACEHOLDER));
        self.done += count;
        ctx.request_repaint();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_letters_are_drawn_in_a_while_and_then_no_more() {
        let ctx = Context::default();
        crate::ui::theme::install(&ctx);
        let mut letters = Letters::default();
        let mut run = || {
            let before = letters.done;
            let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
                letters.draw_some(ui.ctx(), 15);
            });
            output.textures_delta.clear();
            letters.done - before
        };
        let frames = (0..1000).take_while(|_| run() > 0).count();
        assert!(frames < 120, "{frames}");
    }
}
