//! Faces, sizes and the looks of controls.

use std::sync::Arc;

use egui::epaint::text::{FontData, FontDefinitions, FontFamily};
use egui::style::{ScrollAnimation, ScrollStyle, Selection, WidgetVisuals, Widgets};
use egui::{
    Context, CornerRadius, FontId, Margin, Stroke, Style, TextStyle, Theme, Ui, Vec2, Visuals,
};

use super::palette::Palette;

/// A face of the interface or of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Words of the program.
    Sans,
    /// The same, a little heavier.
    SansMedium,
    /// The same, for heads.
    SansSemiBold,
    /// Words of the reader and of the articles.
    Serif,
    /// The same, for headlines and words that differ.
    SerifSemiBold,
}

impl Face {
    const ALL: [(Self, &'static str, &'static [u8]); 5] = [
        (
            Self::Sans,
            "sans",
            include_bytes!("../../assets/fonts/NotoSans-SemiCondensed.ttf"),
        ),
        (
            Self::SansMedium,
            "sans-medium",
            include_bytes!("../../assets/fonts/NotoSans-SemiCondensedMedium.ttf"),
        ),
        (
            Self::SansSemiBold,
            "sans-semibold",
            include_bytes!("../../assets/fonts/NotoSans-SemiCondensedSemiBold.ttf"),
        ),
        (
            Self::Serif,
            "serif",
            include_bytes!("../../assets/fonts/NotoSerif-SemiCondensed.ttf"),
        ),
        (
            Self::SerifSemiBold,
            "serif-semibold",
            include_bytes!("../../assets/fonts/NotoSerif-SemiCondensedSemiBold.ttf"),
        ),
    ];

    fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(face, ..)| *face == self)
            .map_or("sans", |(_, name, _)| name)
    }

    /// The face at a size in points.
    pub fn at(self, size: f32) -> FontId {
        FontId::new(size, self.family())
    }

    fn family(self) -> FontFamily {
        match self {
            Self::Sans => FontFamily::Proportional,
            other => FontFamily::Name(other.name().into()),
        }
    }
}

/// Heights of bars and widths of panels, in points.
pub mod size {
    /// The bar with the project's name.
    pub const TOP_BAR: f32 = 44.0;
    /// The row of kinds above the columns.
    pub const FILTER_BAR: f32 = 40.0;
    /// The line at the bottom.
    pub const STATUS_BAR: f32 = 28.0;
    /// Height of buttons.
    pub const CONTROL: f32 = 28.0;
    /// The library's width.
    pub const LIBRARY: f32 = 240.0;
    /// The inspector's width.
    pub const INSPECTOR: f32 = 304.0;
    /// Below this width of the window the inspector folds away, and opens when asked for.
    pub const NARROW: f32 = 1360.0;
}

/// Gives the context its faces and both looks.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    // Paper is white where the desktop does not say.
    ctx.options_mut(|options| {
        options.fallback_theme = Theme::Light;
        // The keys for it change the size of the articles' text.
        options.zoom_with_keyboard = false;
    });
    ctx.set_style_of(Theme::Light, style(Palette::of(false)));
    ctx.set_style_of(Theme::Dark, style(Palette::of(true)));
}

/// How much ink the scroll bar of a sheet or panel has while the pointer is elsewhere, 0 to 1.
const SCROLL_BAR: f32 = 0.55;

/// Scroll bars in ink, for sheets and panels: columns have their overview, but nothing else says that these go on.
pub fn show_scroll_bars(ui: &mut Ui) {
    let scroll = &mut ui.spacing_mut().scroll;
    scroll.foreground_color = true;
    scroll.floating_width = 4.0;
    scroll.dormant_handle_opacity = SCROLL_BAR;
    scroll.active_handle_opacity = SCROLL_BAR;
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (face, name, bytes) in Face::ALL {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        fonts
            .families
            .insert(face.family(), vec![name.to_owned(), "sans".to_owned()]);
    }
    fonts
        .families
        .insert(FontFamily::Monospace, vec!["sans".to_owned()]);
    fonts
}

fn style(palette: &Palette) -> Style {
    let mut style = Style {
        text_styles: [
            (TextStyle::Small, Face::Sans.at(11.0)),
            (TextStyle::Body, Face::Sans.at(13.0)),
            (TextStyle::Button, Face::SansMedium.at(13.0)),
            (TextStyle::Heading, Face::SansSemiBold.at(15.0)),
            (TextStyle::Monospace, Face::Sans.at(12.0)),
        ]
        .into(),
        visuals: visuals(palette),
        animation_time: 0.0,
        ..Style::default()
    };
    // Nothing moves by itself, so there is nothing to switch off for readers whom motion disturbs.
    style.scroll_animation = ScrollAnimation::none();
    style.visuals.text_cursor.blink = false;
    style.visuals.text_cursor.stroke = Stroke::new(2.0, palette.ink);
    style.spacing.item_spacing = Vec2::new(8.0, 4.0);
    style.spacing.button_padding = Vec2::new(10.0, 4.0);
    style.spacing.interact_size = Vec2::new(24.0, 24.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.scroll = ScrollStyle::thin();
    // What stands at the edge of a column is evidence too: nothing fades.
    style.spacing.scroll.fade.strength = 0.0;
    // A column that is sent to a place while it grows is beyond its old end: it must not spring back there.
    style.spacing.scroll.kinetic.rubber_band = false;
    style.interaction.tooltip_delay = 0.3;
    style.interaction.selectable_labels = false;
    style
}

fn visuals(palette: &Palette) -> Visuals {
    let base = if palette.dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let widget = |fill, stroke: egui::Color32, ink: egui::Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, stroke),
        corner_radius: CornerRadius::same(4),
        fg_stroke: Stroke::new(1.0, ink),
        expansion: 0.0,
    };
    Visuals {
        widgets: Widgets {
            noninteractive: widget(palette.panel, palette.line, palette.ink),
            inactive: widget(palette.paper, palette.edge, palette.ink),
            hovered: widget(palette.sel, palette.edge, palette.ink),
            active: WidgetVisuals {
                bg_stroke: Stroke::new(2.0, palette.ink),
                ..widget(palette.sel, palette.ink, palette.ink)
            },
            open: widget(palette.sel, palette.edge, palette.ink),
        },
        selection: Selection {
            bg_fill: palette.sel,
            stroke: Stroke::new(1.5, palette.ink),
        },
        hyperlink_color: palette.ink,
        faint_bg_color: palette.panel,
        extreme_bg_color: palette.paper,
        text_edit_bg_color: Some(palette.paper),
        code_bg_color: palette.panel,
        window_corner_radius: CornerRadius::same(6),
        menu_corner_radius: CornerRadius::same(6),
        window_shadow: egui::Shadow::NONE,
        popup_shadow: egui::Shadow::NONE,
        window_fill: palette.raised,
        window_stroke: Stroke::new(1.0, palette.edge),
        panel_fill: palette.paper,
        weak_text_color: Some(palette.ink2),
        ..base
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_moves_by_itself() {
        for dark in [false, true] {
            let style = style(Palette::of(dark));
            assert!(style.animation_time <= 0.0);
            assert_eq!(style.scroll_animation, ScrollAnimation::none());
            assert!(!style.visuals.text_cursor.blink);
            assert!(!style.spacing.scroll.kinetic.rubber_band);
        }
    }
}
