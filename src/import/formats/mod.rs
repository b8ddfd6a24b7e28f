//! What kind of file this is, and one reader for each kind: bytes to [`Content`](super::content::Content).

pub mod html;
pub mod markdown;
pub mod text;
