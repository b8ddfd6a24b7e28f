//! Which panel stands where.

use std::path::PathBuf;

use eframe::egui;
use egui::{Frame, Margin, Panel, Ui};

use super::App;
use crate::ui::find_bar::FindBar;
use crate::ui::palette::Palette;
use crate::ui::read::ReadPanel;
use crate::ui::theme::size;
use crate::ui::{
    Scene, filter_bar, filters, inspector, key_sheet, regions, start, status_bar, top_bar,
};
use crate::workspace::view::Tab;

/// What a column needs beside the inspector, in points; with less the inspector lies over it.
const BESIDE_INSPECTOR: f32 = 330.0;

impl App {
    /// Arranges the panels.
    pub(super) fn show(&mut self, ui: &mut Ui) {
        let palette = Palette::current(ui);
        let mut dialog = None;
        let mut scene = Scene {
            workspace: &self.workspace,
            locale: &self.locale,
            outlets: &self.outlets,
            commands: &mut self.commands,
            dialog: &mut dialog,
        };
        let open = self.read.model(&scene);
        let bar = |fill| {
            Frame::new()
                .fill(fill)
                .inner_margin(Margin::symmetric(8, 0))
        };
        let top = Panel::top("top-bar")
            .exact_size(size::TOP_BAR)
            .frame(bar(palette.chrome))
            .show(ui, |ui| {
                top_bar::show(ui, &mut scene);
            });
        let bottom = Panel::bottom("status-bar")
            .exact_size(size::STATUS_BAR)
            .frame(bar(palette.chrome))
            .show(ui, |ui| {
                status_bar::show(ui, &mut scene, &open);
            });
        if self.path_field.open {
            Panel::top("path-field")
                .frame(Frame::new())
                .show(ui, |ui| self.path_field.show(ui, &mut scene));
        }
        if self.workspace.is_sample {
            Panel::top("sample-line")
                .frame(Frame::new())
                .show(ui, |ui| start::sample_line(ui, &scene));
        }
        let side = Frame::new().fill(palette.panel);
        let library = self.workspace.view.library.then(|| {
            Panel::left("library")
                .default_size(size::LIBRARY)
                .size_range(200.0..=420.0)
                .frame(side)
                .show(ui, |ui| self.library.show(ui, &mut scene))
                .response
        });
        let report = self
            .workspace
            .report
            .as_ref()
            .filter(|_| self.workspace.report_open);
        let comparing = report.is_none() && !self.workspace.findings.articles.is_empty();
        let reading = comparing && self.workspace.view.tab == Tab::Read;
        let view = &self.workspace.view;
        let narrow = ui.ctx().content_rect().width() < size::NARROW;
        let open = reading
            && if narrow {
                view.inspector_over
            } else {
                view.inspector
            };
        let beside = ui.available_width() - size::INSPECTOR >= BESIDE_INSPECTOR;
        let inspector = if open && beside {
            let panel = Panel::right("inspector")
                .default_size(size::INSPECTOR)
                .size_range(280.0..=480.0)
                .frame(side.inner_margin(Margin {
                    left: 16,
                    right: 16,
                    top: 10,
                    bottom: 8,
                }))
                .show(ui, |ui| inspector::show(ui, &mut scene, &mut self.fields));
            Some(panel.response)
        } else {
            open.then(|| inspector::show_over(ui, &mut scene, &mut self.fields))
        };
        let middle = egui::CentralPanel::default()
            .frame(Frame::new().fill(palette.paper))
            .show(ui, |ui| match report {
                Some(report) => self.report.show(ui, &mut scene, report),
                None if reading => reading_view(ui, &mut scene, &mut self.read, &mut self.find),
                None if comparing => self.matrix.show(ui, &mut scene),
                None => start::show(ui, &mut scene),
            });
        let panels = [library, Some(middle.response), inspector];
        let bars = [top.response, bottom.response];
        let panels = panels.into_iter().flatten().chain(bars);
        let panels = panels.map(|panel| (panel.layer_id, panel.rect));
        regions::note(ui.ctx(), panels.collect());
        self.names.show(ui, &mut scene);
        self.offices.show(ui, &mut scene);
        self.choosing.show(ui, &mut scene);
        self.chooser.show(ui, &mut scene);
        key_sheet::show(ui, &mut scene);
        let held: Vec<String> = ui.input(|input| {
            let name = |path: &PathBuf| {
                path.file_name()
                    .map(|name| name.to_string_lossy().into_owned())
            };
            input
                .raw
                .hovered_files
                .iter()
                .map(|file| file.path.as_ref().and_then(name).unwrap_or_default())
                .collect()
        });
        if !held.is_empty() {
            start::hovering(ui, &scene, &held);
        }
        if let Some(dialog) = dialog {
            self.open_dialog(&ui.ctx().clone(), dialog);
        }
        if !self.commands.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}

/// The columns, with the rows above and the hits below them.
fn reading_view(ui: &mut Ui, scene: &mut Scene<'_>, read: &mut ReadPanel, find: &mut FindBar) {
    let palette = Palette::current(ui);
    let open = read.model(scene);
    let paging = read.paging(scene, ui.available_width() - 28.0);
    Panel::top("filter-bar")
        .exact_size(size::FILTER_BAR)
        .frame(
            Frame::new()
                .fill(palette.paper)
                .inner_margin(Margin::symmetric(12, 0)),
        )
        .show(ui, |ui| filter_bar::show(ui, scene, open.counts, paging));
    filters::line(ui, scene, &open);
    find.show(ui, scene);
    let inner = Frame::new().fill(palette.paper).inner_margin(Margin {
        left: 12,
        right: 16,
        top: 8,
        bottom: 0,
    });
    egui::CentralPanel::default()
        .frame(inner)
        .show(ui, |ui| read.show(ui, scene));
}
