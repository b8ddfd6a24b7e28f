//! Placeholder.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod export;
pub mod import;
pub mod jobs;
pub mod locale;
pub mod model;
pub mod text;
pub mod ui;
pub mod workspace;
