//! Every colour of the program. Hue is kept for evidence (kinds) and identity (outlets); controls have none.
//!
//! Text has a contrast of at least 4.5 on every ground it stands on, lines that carry meaning at least 3 (WCAG 2.2).
//! Kinds stay apart in the common kinds of colour blindness, and differ by shape besides.

use egui::Color32;

use crate::analysis::Kind;

/// Line and fill of a mark.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// Lines, bars and cells.
    pub line: Color32,
    /// Ground behind words.
    pub fill: Color32,
}

/// The colours of one theme.
#[derive(Debug)]
pub struct Palette {
    /// Whether it is the dark one.
    pub dark: bool,
    /// Reading ground.
    pub paper: Color32,
    /// Library, inspector.
    pub panel: Color32,
    /// Top bar, status bar.
    pub chrome: Color32,
    /// What lies above the rest: menus, the open group.
    pub raised: Color32,
    /// Selected row, hover.
    pub sel: Color32,
    /// Text, focus, primary button.
    pub ink: Color32,
    /// Secondary text, icons.
    pub ink2: Color32,
    /// Placeholders, struck words.
    pub ink3: Color32,
    /// Borders of controls.
    pub edge: Color32,
    /// Hairlines without meaning.
    pub line: Color32,
    /// Empty cell of the band.
    pub cell: Color32,
    /// Empty part of a bar.
    pub track: Color32,
    /// Under sheets, over the window.
    pub scrim: Color32,
    /// Word for word.
    pub verbatim: Mark,
    /// With changed words.
    pub near: Mark,
    /// In other words.
    pub reworded: Mark,
    /// Off the common order.
    pub moved: Mark,
    /// In one article alone.
    pub only_here: Mark,
    /// Not counted.
    pub stock: Mark,
    /// Ground of words that one other outlet carries, several, most.
    pub agreement: [Color32; 3],
    /// Chips of outlets; a ninth outlet begins again.
    pub outlets: [Color32; 8],
    /// Letters on a chip.
    pub chip_ink: Color32,
}

impl Palette {
    /// The palette of the dark or the light theme.
    pub fn of(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }

    /// The palette of what `ui` shows now.
    pub fn current(ui: &egui::Ui) -> &'static Self {
        Self::of(ui.visuals().dark_mode)
    }

    /// Line and fill of a kind.
    pub fn kind(&self, kind: Kind) -> Mark {
        match kind {
            Kind::Verbatim => self.verbatim,
            Kind::Near => self.near,
            Kind::Reworded => self.reworded,
        }
    }

    /// The ground of a level of sharing, 0 to 3.
    pub fn level(&self, level: usize) -> Color32 {
        let deeper = level.checked_sub(1);
        let ground = deeper.map(|level| level.min(self.agreement.len() - 1));
        ground
            .and_then(|level| self.agreement.get(level).copied())
            .unwrap_or(self.paper)
    }

    /// The chip of the outlet with this number.
    pub fn outlet(&self, number: usize) -> Color32 {
        let index = number % self.outlets.len();
        self.outlets.get(index).copied().unwrap_or(self.ink)
    }
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const fn mark(line: u32, fill: u32) -> Mark {
    Mark {
        line: rgb(line),
        fill: rgb(fill),
    }
}

static LIGHT: Palette = Palette {
    dark: false,
    paper: rgb(0xFF_FFFF),
    panel: rgb(0xF7_F7F5),
    chrome: rgb(0xEF_EFEC),
    raised: rgb(0xFF_FFFF),
    sel: rgb(0xE9_E9E4),
    ink: rgb(0x1A_1C1E),
    ink2: rgb(0x4C_5157),
    ink3: rgb(0x5E_6369),
    edge: rgb(0x85_888B),
    line: rgb(0xDC_DCD7),
    cell: rgb(0xED_EDE9),
    track: rgb(0xDC_DCD7),
    scrim: Color32::from_rgba_premultiplied(7, 8, 8, 71),
    verbatim: mark(0x2B_57C9, 0xD3_DFF9),
    near: mark(0x0A_8F9A, 0xD5_EFF0),
    reworded: mark(0x9A_7400, 0xFA_EEC8),
    moved: mark(0x6B_1E6B, 0xF0_DFEF),
    only_here: mark(0x8F_2F0E, 0xFB_E5DA),
    stock: mark(0x77_7B80, 0xEF_EFEC),
    agreement: [rgb(0xE6_EBF6), rgb(0xC9_D6F0), rgb(0xA6_BCE8)],
    outlets: [
        rgb(0x22_303F),
        rgb(0x45_6B4D),
        rgb(0x81_365E),
        rgb(0x56_4211),
        rgb(0x3A_1FA6),
        rgb(0xA7_591B),
        rgb(0x5A_0A1C),
        rgb(0x3C_728A),
    ],
    chip_ink: rgb(0xFF_FFFF),
};

static DARK: Palette = Palette {
    dark: true,
    paper: rgb(0x1B_1D1F),
    panel: rgb(0x22_2527),
    chrome: rgb(0x14_1517),
    raised: rgb(0x2A_2D30),
    sel: rgb(0x33_373A),
    ink: rgb(0xE8_E8E4),
    ink2: rgb(0xB9_BDC1),
    ink3: rgb(0xA3_A8AC),
    edge: rgb(0x74_797E),
    line: rgb(0x35_393D),
    cell: rgb(0x2B_2E31),
    track: rgb(0x3A_3E42),
    scrim: Color32::from_rgba_premultiplied(0, 0, 0, 128),
    verbatim: mark(0xBB_D6FF, 0x1D_3A61),
    near: mark(0x33_B3A6, 0x17_423F),
    reworded: mark(0xF0_CE58, 0x42_380F),
    moved: mark(0xBE_78CC, 0x44_294A),
    only_here: mark(0xEE_6A3A, 0x4E_2A1B),
    stock: mark(0x7C_8085, 0x2A_2D30),
    agreement: [rgb(0x20_324A), rgb(0x27_4A73), rgb(0x31_639E)],
    outlets: [
        rgb(0xE2_E6EA),
        rgb(0x7B_A97A),
        rgb(0xF5_C4BF),
        rgb(0xA0_BC05),
        rgb(0xA6_8AF0),
        rgb(0xD7_C18C),
        rgb(0xE6_5B98),
        rgb(0x45_B2C0),
    ],
    chip_ink: rgb(0x14_1517),
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of an opaque colour (WCAG 2.2).
    fn luminance(color: Color32) -> f32 {
        let linear = |part: u8| {
            let part = f32::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn contrast(one: Color32, two: Color32) -> f32 {
        let (one, two) = (luminance(one), luminance(two));
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The ring around what has the keyboard, the frames of hits and selected words, on every ground.
    #[test]
    fn ink_stands_out_everywhere() {
        for palette in [Palette::of(false), Palette::of(true)] {
            let grounds = [
                palette.paper,
                palette.panel,
                palette.chrome,
                palette.raised,
                palette.sel,
            ];
            let kinds = [
                palette.verbatim,
                palette.near,
                palette.reworded,
                palette.moved,
            ];
            let fills = kinds.into_iter().chain([palette.only_here, palette.stock]);
            let fills = fills.map(|kind| kind.fill);
            for ground in grounds.into_iter().chain(fills) {
                let found = contrast(palette.ink, ground);
                assert!(found >= 7.0, "{found} on {ground:?}");
            }
            assert!(contrast(palette.ink, palette.edge) >= 3.0);
        }
    }
}
