//! Pictures to PNG files.

use std::io::{self, Cursor, Write};
use std::path::Path;

use image::{ExtendedColorType, ImageFormat};

use super::replace_file;

/// Writes a picture of opaque RGBA bytes; width and height in pixels.
///
/// # Errors
/// What the system says, or that the bytes do not fit the size.
pub fn write_png(path: &Path, size: [usize; 2], rgba: &[u8]) -> io::Result<()> {
    let side = |length: usize| u32::try_from(length).map_err(io::Error::other);
    let mut png = Cursor::new(Vec::new());
    image::write_buffer_with_format(
        &mut png,
        rgba,
        side(size[0])?,
        side(size[1])?,
        ExtendedColorType::Rgba8,
        ImageFormat::Png,
    )
    .map_err(io::Error::other)?;
    replace_file(path, |file| file.write_all(png.get_ref()))
}
