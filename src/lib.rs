//! placeholder

pub mod text;
pub mod jobs;
pub mod locale;
pub mod model;
pub mod import;
pub mod analysis;
pub mod export;
pub mod cli;
