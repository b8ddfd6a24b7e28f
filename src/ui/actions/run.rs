//! When an action can be done, and what it does.

use egui::{Context, ViewportCommand};

use super::Action;
use crate::analysis::Kind;
use crate::analysis::meetings::newest_first;
use crate::locale::{Language, Message};
use crate::model::Edit;
use crate::ui::theme::size;
use crate::ui::{Dialog, Scene, cite, read, regions};
use crate::workspace::Command;
use crate::workspace::reading::{Change, Mode};
use crate::workspace::view::{
    Among, FindLook, Hidden, Look, Measure, Sheet, TEXT_SIZES, Tab, Theme, Unit, ZOOMS,
};

/// By how much a press makes the window's content larger or smaller, in percent.
const ZOOM_STEP: u8 = 10;

impl Action {
    /// Why it cannot be done now, as the id of a message.
    pub fn obstacle(self, scene: &Scene<'_>) -> Option<&'static str> {
        let workspace = scene.workspace;
        let (view, findings) = (&workspace.view, &workspace.findings);
        let settings = &workspace.project().settings;
        let (undo, redo) = workspace.can_undo_redo();
        let (back, forward) = view.can_go();
        let unless = |can: bool, reason| (!can).then_some(reason);
        let leaves_report = self == Self::Leave && workspace.report_open;
        if self.needs_articles() && findings.articles.is_empty() && !leaves_report {
            return Some("not-without-articles");
        }
        match self {
            Self::Leave if workspace.report_open => None,
            Self::Back => unless(back, "not-back"),
            Self::Forward => unless(forward, "not-forward"),
            Self::NextMeeting | Self::PreviousMeeting => {
                unless(findings.meetings.len() > 1, "not-one-meeting")
            }
            Self::Leave => unless(
                view.focus.is_some()
                    || view.spot.is_some()
                    || view.find.open
                    || view.selected_text().is_some(),
                "not-in-focus",
            ),
            Self::Inspector => unless(view.tab == Tab::Read, "not-in-matrix"),
            Self::SelectLetter
            | Self::SelectLetterBack
            | Self::SelectWord
            | Self::SelectWordBack
            | Self::SelectSentence
            | Self::SelectSentenceBack
            | Self::SelectParagraph
            | Self::SelectParagraphBack => unless(view.tab == Tab::Read, "not-text"),
            Self::Report => unless(workspace.report.is_some(), "not-reported"),
            Self::Cancel => unless(workspace.busy().is_some(), "not-busy"),
            Self::Undo => unless(undo, "not-undo"),
            Self::Redo => unless(redo, "not-redo"),
            Self::CountAsFound => unless(
                !(settings.counted.is_empty() && settings.ignored.is_empty()),
                "not-decided",
            ),
            Self::Copy | Self::SetAside => unless(view.selected_text().is_some(), "not-selected"),
            Self::CopyCitation => unless(
                view.selected_text().is_some() || view.focus.is_some(),
                "not-to-cite",
            ),
            Self::Verbatim
            | Self::Near
            | Self::Reworded
            | Self::Moved
            | Self::OnlyHere
            | Self::Stock
            | Self::ShowAll
                if view.layout.mode == Mode::Agreement =>
            {
                Some("not-in-map")
            }
            Self::ShowAll => unless(view.hidden != view.hidden.without_filters(), "not-filtered"),
            Self::MarkRead => unless(view.focus.is_some(), "not-in-focus"),
            Self::ForgetRead => unless(!view.layout.read.is_empty(), "not-read"),
            Self::Larger => unless(view.text_size < TEXT_SIZES.2, "not-larger"),
            Self::Smaller => unless(view.text_size > TEXT_SIZES.0, "not-smaller"),
            Self::ZoomIn => unless(view.zoom < ZOOMS.2, "not-larger"),
            Self::ZoomOut => unless(view.zoom > ZOOMS.0, "not-smaller"),
            Self::Wider => unless(view.measure < Measure::Wide, "not-wider"),
            Self::Narrower => unless(view.measure > Measure::Narrow, "not-narrower"),
            _ => None,
        }
    }

    /// Whether it is about articles, so that there must be some.
    fn needs_articles(self) -> bool {
        use super::Group;
        let others = [
            Self::NextPanel,
            Self::PreviousPanel,
            Self::Palette,
            Self::OpenFiles,
            Self::OpenFolder,
            Self::Paste,
            Self::OpenSample,
            Self::Report,
            Self::Cancel,
            Self::Undo,
            Self::Redo,
            Self::CountAsFound,
            Self::Library,
            Self::Names,
            Self::Offices,
        ];
        self.entry().group != Group::Sight && !others.contains(&self)
    }

    /// Does it, if it can be done.
    pub fn run(self, ctx: &Context, scene: &mut Scene<'_>) {
        if let Some(reason) = self.obstacle(scene) {
            // Escape that finds nothing to leave is no question.
            if self != Self::Leave {
                let message = Message::new("notice-cannot").with("action", self.name(scene.locale));
                scene.ask(Command::Say(message.with("reason", scene.tr(reason))));
            }
            return;
        }
        let view = &scene.workspace.view;
        let hidden = view.hidden;
        let look = match self {
            Self::NextPassage => Look::Step(Among::Marked, 1),
            Self::PreviousPassage => Look::Step(Among::Marked, -1),
            Self::NextVerbatim => Look::Step(Among::Kind(Kind::Verbatim), 1),
            Self::PreviousVerbatim => Look::Step(Among::Kind(Kind::Verbatim), -1),
            Self::NextNear => Look::Step(Among::Kind(Kind::Near), 1),
            Self::PreviousNear => Look::Step(Among::Kind(Kind::Near), -1),
            Self::NextReworded => Look::Step(Among::Kind(Kind::Reworded), 1),
            Self::PreviousReworded => Look::Step(Among::Kind(Kind::Reworded), -1),
            Self::NextMoved => Look::Step(Among::Moved, 1),
            Self::PreviousMoved => Look::Step(Among::Moved, -1),
            Self::NextOnlyHere => Look::Step(Among::OnlyHere, 1),
            Self::PreviousOnlyHere => Look::Step(Among::OnlyHere, -1),
            // With the bar closed there are no hits yet: it opens with what was looked for last.
            Self::NextHit | Self::PreviousHit if !view.find.open => Look::Find(FindLook::Open),
            Self::NextHit => Look::StepHit(1),
            Self::PreviousHit => Look::StepHit(-1),
            Self::Back => Look::Walk(-1),
            Self::Forward => Look::Walk(1),
            Self::NextColumn => Look::FirstColumn(view.first_column + 1),
            Self::PreviousColumn => Look::FirstColumn(view.first_column.saturating_sub(1)),
            Self::NextMeeting | Self::PreviousMeeting => {
                // As they are listed.
                let order = newest_first(&scene.workspace.findings.meetings);
                let step = if self == Self::NextMeeting {
                    1
                } else {
                    order.len().saturating_sub(1)
                };
                let at = order.iter().position(|number| *number == view.meeting);
                let next = (at.unwrap_or_default() + step) % order.len().max(1);
                Look::Meeting(order.get(next).copied().unwrap_or_default())
            }
            Self::Leave if scene.workspace.report_open => {
                return scene.ask(Command::DismissReport);
            }
            // What came last goes first: a passage may have been in focus before words were looked for.
            Self::Leave if view.find.open => Look::Find(FindLook::Return),
            Self::Leave if view.focus.is_some() => Look::Focus(None),
            Self::Leave if view.selected_text().is_some() => Look::Select(None),
            Self::Leave => Look::Focus(None),
            Self::SelectLetter => Look::Extend(Unit::Letter, 1),
            Self::SelectLetterBack => Look::Extend(Unit::Letter, -1),
            Self::SelectWord => Look::Extend(Unit::Word, 1),
            Self::SelectWordBack => Look::Extend(Unit::Word, -1),
            Self::SelectSentence => Look::Extend(Unit::Sentence, 1),
            Self::SelectSentenceBack => Look::Extend(Unit::Sentence, -1),
            Self::SelectParagraph => Look::Extend(Unit::Paragraph, 1),
            Self::SelectParagraphBack => Look::Extend(Unit::Paragraph, -1),
            Self::Palette => Look::Sheet(match view.sheet {
                Some(Sheet::Palette(_)) => None,
                _ => Some(Sheet::Palette(String::new())),
            }),
            Self::Find => Look::Find(FindLook::Open),
            Self::Library => Look::Library(!view.library),
            Self::Inspector if ctx.content_rect().width() < size::NARROW => {
                Look::InspectorOver(!view.inspector_over)
            }
            Self::Inspector => Look::Inspector(!view.inspector),
            Self::Read => Look::Tab(Tab::Read),
            Self::Matrix => Look::Tab(Tab::Matrix),
            Self::Asides => Look::Asides(!view.asides),
            Self::Fields => match view.article_here(&scene.workspace.findings) {
                Some(article) => Look::Fields(article),
                None => return,
            },
            Self::Names => Look::Sheet(match view.sheet {
                Some(Sheet::Names(_)) => None,
                _ => Some(Sheet::Names(String::new())),
            }),
            Self::Offices => Look::Sheet(match view.sheet {
                Some(Sheet::Offices(_)) => None,
                _ => Some(Sheet::Offices(String::new())),
            }),
            Self::Verbatim => hide(hidden, |hidden| &mut hidden.verbatim),
            Self::Near => hide(hidden, |hidden| &mut hidden.near),
            Self::Reworded => hide(hidden, |hidden| &mut hidden.reworded),
            Self::Moved => hide(hidden, |hidden| &mut hidden.moved),
            Self::OnlyHere => hide(hidden, |hidden| &mut hidden.only_here),
            Self::Stock => hide(hidden, |hidden| &mut hidden.stock),
            Self::ShowAll => Look::Hidden(hidden.without_filters()),
            Self::Agreement => Look::Layout(Change::Mode(view.layout.mode.other())),
            Self::NextBase => Look::StepBase(1),
            Self::PreviousBase => Look::StepBase(-1),
            Self::Band => Look::Layout(Change::Band(!view.layout.band)),
            Self::Once => Look::Layout(Change::Once(!view.layout.once)),
            Self::MarkRead => Look::MarkRead,
            Self::ForgetRead => Look::Layout(Change::Forget),
            Self::Theme if ctx.theme() == egui::Theme::Dark => Look::Theme(Theme::Light),
            Self::Theme => Look::Theme(Theme::Dark),
            Self::SystemTheme => Look::Theme(Theme::System),
            Self::English => Look::Language(Language::English),
            Self::Indonesian => Look::Language(Language::Indonesian),
            Self::Larger => Look::TextSize(view.text_size + 1),
            Self::Smaller => Look::TextSize(view.text_size - 1),
            Self::UsualSize => Look::TextSize(TEXT_SIZES.1),
            Self::ZoomIn => Look::Zoom(view.zoom + ZOOM_STEP),
            Self::ZoomOut => Look::Zoom(view.zoom - ZOOM_STEP),
            Self::UsualZoom => Look::Zoom(ZOOMS.1),
            Self::Wider if view.measure == Measure::Narrow => Look::Measure(Measure::Usual),
            Self::Wider => Look::Measure(Measure::Wide),
            Self::Narrower if view.measure == Measure::Wide => Look::Measure(Measure::Usual),
            Self::Narrower => Look::Measure(Measure::Narrow),
            Self::Keys => Look::Sheet(Some(Sheet::Keys)),
            Self::NextPanel => return regions::step(ctx, false),
            Self::PreviousPanel => return regions::step(ctx, true),
            Self::OpenFiles
            | Self::OpenFolder
            | Self::Paste
            | Self::OpenSample
            | Self::CloseAll
            | Self::Report
            | Self::Cancel
            | Self::Undo
            | Self::Redo
            | Self::CountAsFound
            | Self::Copy
            | Self::CopyCitation
            | Self::SetAside => return self.work(ctx, scene),
        };
        scene.ask(Command::Look(look));
    }

    /// Does what is more than another look.
    fn work(self, ctx: &Context, scene: &mut Scene<'_>) {
        let language = scene.locale.language;
        match self {
            Self::OpenFiles => *scene.dialog = Some(Dialog::Files),
            Self::OpenFolder => *scene.dialog = Some(Dialog::Folder),
            Self::Paste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Self::OpenSample => scene.ask(Command::OpenSample(language)),
            Self::CloseAll => scene.ask(Command::Close),
            Self::Report => scene.ask(Command::ShowReport),
            Self::Cancel => scene.ask(Command::Cancel),
            Self::Undo => scene.ask(Command::Undo),
            Self::Redo => scene.ask(Command::Redo),
            Self::CountAsFound => scene.ask(Command::Edit(Edit::CountAsFound)),
            Self::Copy => {
                if let Some(text) = cite::selected(scene) {
                    ctx.copy_text(text);
                    scene.ask(Command::Say(Message::new("notice-copied-text")));
                }
            }
            Self::SetAside => {
                if let Some((article, place)) = scene.workspace.view.selected_text() {
                    read::set_aside(scene, article, place);
                }
            }
            Self::CopyCitation => {
                ctx.copy_text(cite::citation(scene));
                scene.ask(Command::Say(Message::new("notice-copied")));
            }
            _ => {}
        }
    }
}

/// The other way round with one switch.
fn hide(mut hidden: Hidden, switch: impl Fn(&mut Hidden) -> &mut bool) -> Look {
    let switch = switch(&mut hidden);
    *switch = !*switch;
    Look::Hidden(hidden)
}
