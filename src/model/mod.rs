//! The document model: what a project holds.
//!
//! A [`Project`] is articles plus what the reader decided about them. An [`Article`] is the blocks of its file in their
//! order, each with the part it plays, and the fields read from them. Everything here is plain data that can be stored;
//! every change a reader can make is an [`Edit`], a function from project to project.

pub mod article;
pub mod edit;
pub mod fields;
pub mod moment;
pub mod offices;
pub mod placing;
pub mod project;
pub mod spellings;

pub use article::{Article, ArticleId, Block, Body, Cause, Join, Reason, Role};
pub use edit::{Change, Edit};
pub use fields::{Entry, Field, Fields, Inference, Noted, Origin};
pub use moment::{Moment, NoMoment};
pub use offices::Offices;
pub use placing::{Place, Placing};
pub use project::{Project, Settings};
pub use spellings::{NoRow, Spellings};
