//! Draws egui's triangles into a picture, without a display and without a GPU.
//!
//! The program draws its own window to a PNG with this, and picture tests get the same bytes on every machine. It
//! follows the rules of `egui_glow`: colours are premultiplied and stay in gamma space, texture and vertex colour are
//! multiplied, the result covers what is below it by its alpha, and the scissor rectangle is rounded to whole pixels.
//! Two things of `egui_glow` are left out: dithering, so that an even colour stays even, and paint callbacks, which
//! need its GPU context.
//!
//! Corners are put on a grid of 1/256 pixel and edges are compared in whole numbers, because only then does a pixel on
//! an edge that two triangles share belong to exactly one of them.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use egui::epaint::{ImageDelta, Primitive, Vertex};
use egui::{
    ClippedPrimitive, Color32, ColorImage, ImageData, Mesh, Rect, TextureFilter, TextureId,
    TexturesDelta,
};

/// Grid steps in a pixel, and in a texel: as fine as common GPUs have it.
const GRID: i64 = 256;

/// From the corner of a pixel to its centre, in grid steps.
const HALF: i64 = GRID / 2;

/// How far off the picture a corner may lie, in grid steps: far enough for any window, near enough that no product of
/// two distances leaves an `i64`.
const FARTHEST: f64 = 268_435_456.0;

/// Red, green, blue and alpha, premultiplied, each from 0 to 255 with a fraction.
type Shade = [f32; 4];

/// Keeps egui's textures and draws its triangles into a picture.
#[derive(Default)]
pub struct Raster {
    textures: HashMap<TextureId, Texture>,
    /// Textures that were freed with the latest frame. That frame may still be painted, so they go with the next one.
    leaving: Vec<TextureId>,
}

impl Raster {
    /// Takes over what changed in the textures.
    ///
    /// Call it once a frame, before [`Raster::paint`]. A texture that the frame frees can still be painted until the
    /// next call. The caller clears `delta` afterwards: egui objects to one that is dropped full.
    pub fn update(&mut self, delta: &TexturesDelta) {
        for id in self.leaving.drain(..) {
            self.textures.remove(&id);
        }
        #[expect(
            clippy::iter_over_hash_type,
            reason = "each texture takes its own changes only, in the order they were made"
        )]
        for (id, changes) in &delta.set {
            for change in changes {
                self.change(*id, change);
            }
        }
        self.leaving.extend(delta.free.iter().copied());
    }

    /// Draws `primitives` on `background`; width and height in pixels.
    ///
    /// `pixels_per_point` is the scale of the window. The pixels come out premultiplied, and opaque where `background`
    /// is. What names an unknown texture is left out.
    #[must_use]
    pub fn paint(
        &self,
        primitives: &[ClippedPrimitive],
        pixels_per_point: f32,
        size: [usize; 2],
        background: Color32,
    ) -> ColorImage {
        let mut picture = ColorImage::filled(size, background);
        for clipped in primitives {
            if let Primitive::Mesh(mesh) = &clipped.primitive
                && let Some(texture) = self.textures.get(&mesh.texture_id)
            {
                Canvas::new(&mut picture, clipped.clip_rect, pixels_per_point).mesh(mesh, texture);
            }
        }
        picture
    }

    fn change(&mut self, id: TextureId, change: &ImageDelta) {
        let ImageData::Color(image) = &change.image;
        let nearest = change.options.magnification == TextureFilter::Nearest;
        match change.pos {
            None => {
                let image = Arc::clone(image);
                self.textures.insert(id, Texture { image, nearest });
            }
            Some(corner) => {
                if let Some(texture) = self.textures.get_mut(&id) {
                    texture.nearest = nearest;
                    patch(Arc::make_mut(&mut texture.image), corner, image);
                }
            }
        }
    }
}

/// Copies `from` over the part of `to` that begins `left` and `top` texels from its corner; what would stick out is
/// dropped.
fn patch(to: &mut ColorImage, [left, top]: [usize; 2], from: &ColorImage) {
    let width = to.width().max(1);
    let rows = to.pixels.chunks_exact_mut(width).skip(top);
    for (to, from) in rows.zip(from.pixels.chunks_exact(from.width().max(1))) {
        for (to, from) in to.iter_mut().skip(left).zip(from) {
            *to = *from;
        }
    }
}

/// A picture that triangles take their colours from. Beyond its edge the outermost texels go on.
struct Texture {
    image: Arc<ColorImage>,
    /// Whether a sample is the texel it falls in, rather than a mixture of the four around it.
    nearest: bool,
}

impl Texture {
    /// The colour at a place given in grid steps from the centre of the first texel.
    fn sample(&self, [across, down]: [f32; 2]) -> Shade {
        let [width, height] = self.image.size;
        let (column, right) = self.tap(across, width);
        let (row, below) = self.tap(down, height);
        let first = self.texel(column, row);
        // Glyphs mostly lie on whole pixels, and then one texel is all there is to a sample.
        if right == 0 && below == 0 {
            return first.map(f32::from);
        }
        let upper = mix(first, self.texel(column + 1, row), right);
        let second = self.texel(column, row + 1);
        let lower = mix(second, self.texel(column + 1, row + 1), right);
        std::array::from_fn(|channel| {
            let (upper, lower) = (upper[channel], lower[channel]);
            (upper * (256 - below) + lower * below) as f32 / 65_536.0
        })
    }

    /// The texel at or before `at`, and how far it is from there to the next, from 0 to 255.
    fn tap(&self, at: f32, count: usize) -> (usize, u32) {
        let last = count.saturating_sub(1) * 256;
        let at = ((at.max(0.0) + 0.5) as usize).min(last);
        if self.nearest {
            ((at + 128) / 256, 0)
        } else {
            (at / 256, (at % 256) as u32)
        }
    }

    fn texel(&self, column: usize, row: usize) -> [u8; 4] {
        let place = row * self.image.width() + column;
        let texel = self.image.pixels.get(place);
        texel.map_or([0; 4], Color32::to_array)
    }
}

/// Both texels in the proportion `256 - share` to `share`, times 256.
fn mix(one: [u8; 4], other: [u8; 4], share: u32) -> [u32; 4] {
    std::array::from_fn(|channel| {
        u32::from(one[channel]) * (256 - share) + u32::from(other[channel]) * share
    })
}

/// A corner of a triangle.
#[derive(Clone, Copy)]
struct Corner {
    /// Grid steps from the left edge of the picture.
    x: i64,
    /// Grid steps from the upper edge of the picture.
    y: i64,
    colour: Shade,
    /// Grid steps from the centre of the texture's first texel.
    texel: [f32; 2],
}

impl Corner {
    fn new(vertex: &Vertex, scale: f32, [width, height]: [usize; 2]) -> Self {
        Self {
            x: on_grid(vertex.pos.x, scale),
            y: on_grid(vertex.pos.y, scale),
            colour: vertex.color.to_array().map(f32::from),
            texel: [
                in_texture(vertex.uv.x, width),
                in_texture(vertex.uv.y, height),
            ],
        }
    }
}

/// The grid line nearest to `points`.
fn on_grid(points: f32, pixels_per_point: f32) -> i64 {
    let steps = f64::from(points) * f64::from(pixels_per_point) * GRID as f64;
    steps.round().clamp(-FARTHEST, FARTHEST) as i64
}

/// A place between 0 and 1 in a texture of `count` texels, in grid steps from the centre of the first.
fn in_texture(part: f32, count: usize) -> f32 {
    // In 64 bits, so that the centre of a texel in a large atlas stays its centre.
    (f64::from(part) * (count as f64 * GRID as f64) - HALF as f64) as f32
}

/// The line from one corner to the next. The inside of the triangle is on its right.
#[derive(Clone, Copy)]
struct Edge {
    x: i64,
    y: i64,
    dx: i64,
    dy: i64,
}

impl Edge {
    fn new(from: &Corner, to: &Corner) -> Self {
        Self {
            x: from.x,
            y: from.y,
            dx: to.x - from.x,
            dy: to.y - from.y,
        }
    }

    /// Twice the area between this edge and a point, in square grid steps: positive on the inner side.
    fn value(&self, x: i64, y: i64) -> i64 {
        self.dx * (y - self.y) - self.dy * (x - self.x)
    }

    /// Whether points on the edge itself are inside. Of two triangles that share an edge exactly one says so: the one
    /// that has it on its left or as its flat top.
    fn owns_its_points(&self) -> bool {
        self.dy < 0 || (self.dy == 0 && self.dx > 0)
    }

    /// What of the pixel columns `span` lies inside, in the row of pixels with the centre `y`.
    fn narrow(&self, y: i64, span: Range<i64>) -> Range<i64> {
        let room = self.value(HALF, y) - i64::from(!self.owns_its_points());
        match self.dy.cmp(&0) {
            Ordering::Less => {
                let first = -room.div_euclid(-self.dy * GRID);
                span.start.max(first)..span.end
            }
            Ordering::Greater => {
                let last = room.div_euclid(self.dy * GRID);
                span.start..span.end.min(last + 1)
            }
            Ordering::Equal if room < 0 => span.start..span.start,
            Ordering::Equal => span,
        }
    }
}

/// A triangle that covers some area.
struct Triangle {
    corners: [Corner; 3],
    /// From the first corner to the second, from there to the third, and back.
    edges: [Edge; 3],
    /// Twice the area, in square grid steps.
    area: f64,
}

impl Triangle {
    /// egui winds its triangles either way; here they all run clockwise. `None` if there is nothing inside.
    fn new([a, b, c]: [Corner; 3]) -> Option<Self> {
        let area = Edge::new(&a, &b).value(c.x, c.y);
        let corners = match area.cmp(&0) {
            Ordering::Less => [a, c, b],
            Ordering::Equal => return None,
            Ordering::Greater => [a, b, c],
        };
        let [a, b, c] = &corners;
        Some(Self {
            edges: [Edge::new(a, b), Edge::new(b, c), Edge::new(c, a)],
            corners,
            area: area.abs() as f64,
        })
    }

    /// The columns whose centres are inside, in the row of pixels with the centre `y`.
    fn span(&self, y: i64, columns: &Range<i64>) -> Range<i64> {
        let narrow = |span, edge: &Edge| edge.narrow(y, span);
        self.edges.iter().fold(columns.clone(), narrow)
    }

    fn has_one_texel(&self) -> bool {
        let [a, b, c] = &self.corners;
        a.texel == b.texel && a.texel == c.texel
    }

    fn has_one_colour(&self) -> bool {
        let [a, b, c] = &self.corners;
        a.colour == b.colour && a.colour == c.colour
    }
}

/// Values that change evenly from corner to corner.
struct Ramp<'a, const N: usize> {
    triangle: &'a Triangle,
    /// The values of the first corner.
    base: [f64; N],
    /// How much the second corner has over the first.
    second: [f64; N],
    /// How much the third corner has over the first.
    third: [f64; N],
    /// The change from a pixel to its right neighbour.
    slope: [f32; N],
}

impl<'a, const N: usize> Ramp<'a, N> {
    fn new(triangle: &'a Triangle, values: impl Fn(&Corner) -> [f32; N]) -> Self {
        let [base, second, third] = triangle
            .corners
            .map(|corner| values(&corner).map(f64::from));
        let second = std::array::from_fn(|value| second[value] - base[value]);
        let third = std::array::from_fn(|value| third[value] - base[value]);
        let [from_first, _, to_first] = &triangle.edges;
        let growth = |edge: &Edge| -(edge.dy * GRID) as f64 / triangle.area;
        let (more_second, more_third) = (growth(to_first), growth(from_first));
        Self {
            triangle,
            base,
            second,
            third,
            slope: std::array::from_fn(|value| {
                (second[value] * more_second + third[value] * more_third) as f32
            }),
        }
    }

    /// The values at a point inside. They are taken from the areas, which are exact, so that a thin triangle does not
    /// throw them off; and a value that all corners share comes out unchanged.
    fn at(&self, [x, y]: [i64; 2]) -> [f32; N] {
        let [from_first, _, to_first] = &self.triangle.edges;
        let share_of_second = to_first.value(x, y) as f64 / self.triangle.area;
        let share_of_third = from_first.value(x, y) as f64 / self.triangle.area;
        std::array::from_fn(|value| {
            let more = self.second[value] * share_of_second + self.third[value] * share_of_third;
            (self.base[value] + more) as f32
        })
    }

    /// Calls `colour` for the values of each of `pixels`, the first of which has its centre at `start`, and lays what
    /// it returns over that pixel.
    fn lay(&self, start: [i64; 2], pixels: &mut [Color32], colour: impl Fn([f32; N]) -> Shade) {
        let start = self.at(start);
        for (column, pixel) in pixels.iter_mut().enumerate() {
            let column = column as f32;
            let here = std::array::from_fn(|value| start[value] + self.slope[value] * column);
            *pixel = over(*pixel, colour(here));
        }
    }
}

/// The picture, and the part of it that may be painted.
struct Canvas<'a> {
    pixels: &'a mut [Color32],
    /// Pixels in a row.
    width: usize,
    scale: f32,
    columns: Range<i64>,
    rows: Range<i64>,
}

impl<'a> Canvas<'a> {
    fn new(picture: &'a mut ColorImage, clip: Rect, scale: f32) -> Self {
        let [width, height] = picture.size;
        Self {
            pixels: &mut picture.pixels,
            width,
            scale,
            columns: scissor(clip.min.x * scale, clip.max.x * scale, width),
            rows: scissor(clip.min.y * scale, clip.max.y * scale, height),
        }
    }

    fn mesh(&mut self, mesh: &Mesh, texture: &Texture) {
        for triangle in mesh.triangles() {
            let corners = triangle.map(|index| mesh.vertices.get(index as usize));
            let [Some(a), Some(b), Some(c)] = corners else {
                continue;
            };
            let corners = [a, b, c];
            if corners.iter().all(|corner| corner.pos.is_finite()) {
                let size = texture.image.size;
                let corners = corners.map(|corner| Corner::new(corner, self.scale, size));
                self.triangle(corners, texture);
            }
        }
    }

    fn triangle(&mut self, corners: [Corner; 3], texture: &Texture) {
        let Some(triangle) = Triangle::new(corners) else {
            return;
        };
        // Nearly everything egui paints has one texel, the white one; only glyphs and pictures have more.
        if !triangle.has_one_texel() {
            self.textured(&triangle, texture);
        } else if triangle.has_one_colour() {
            let texel = texture.sample(corners[0].texel);
            self.solid(&triangle, times(corners[0].colour, texel));
        } else {
            self.shaded(&triangle, texture.sample(corners[0].texel));
        }
    }

    fn solid(&mut self, triangle: &Triangle, shade: Shade) {
        if shade[3] >= 255.0 {
            let colour = over(Color32::TRANSPARENT, shade);
            self.scan(triangle, |_, pixels| pixels.fill(colour));
        } else {
            self.scan(triangle, |_, pixels| {
                for pixel in pixels {
                    *pixel = over(*pixel, shade);
                }
            });
        }
    }

    fn shaded(&mut self, triangle: &Triangle, texel: Shade) {
        let ramp = Ramp::new(triangle, |corner| times(corner.colour, texel));
        self.scan(triangle, |start, pixels| {
            ramp.lay(start, pixels, |shade| shade)
        });
    }

    fn textured(&mut self, triangle: &Triangle, texture: &Texture) {
        let ramp = Ramp::new(triangle, |corner| {
            let ([r, g, b, a], [across, down]) = (corner.colour, corner.texel);
            [r, g, b, a, across, down]
        });
        self.scan(triangle, |start, pixels| {
            ramp.lay(start, pixels, |[r, g, b, a, across, down]| {
                times([r, g, b, a], texture.sample([across, down]))
            });
        });
    }

    /// Calls `fill` for each row of pixels in the triangle, with the centre of the first.
    fn scan(&mut self, triangle: &Triangle, mut fill: impl FnMut([i64; 2], &mut [Color32])) {
        let columns = covered(triangle.corners.map(|corner| corner.x), &self.columns);
        if columns.is_empty() {
            return;
        }
        for row in covered(triangle.corners.map(|corner| corner.y), &self.rows) {
            let y = row * GRID + HALF;
            let span = triangle.span(y, &columns);
            if !span.is_empty() {
                fill([span.start * GRID + HALF, y], self.row(row, &span));
            }
        }
    }

    /// The pixels of `row` in the columns `span`; both lie inside the picture.
    fn row(&mut self, row: i64, span: &Range<i64>) -> &mut [Color32] {
        let start = row as usize * self.width;
        let pixels = start + span.start as usize..start + span.end as usize;
        self.pixels.get_mut(pixels).unwrap_or_default()
    }
}

/// The pixels between `from` and `to`, rounded as `egui_glow` does it and kept inside the picture.
fn scissor(from: f32, to: f32, count: usize) -> Range<i64> {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let from = (from.round() as i64).clamp(0, count);
    from..(to.round() as i64).clamp(from, count)
}

/// The pixels whose centres may lie between the outermost of three grid lines, kept inside `within`.
fn covered([a, b, c]: [i64; 3], within: &Range<i64>) -> Range<i64> {
    let first = (a.min(b).min(c) + HALF - 1).div_euclid(GRID);
    let last = (a.max(b).max(c) - HALF).div_euclid(GRID);
    first.max(within.start)..(last + 1).min(within.end)
}

/// A vertex colour seen through a texel.
fn times(colour: Shade, texel: Shade) -> Shade {
    std::array::from_fn(|channel| colour[channel] * texel[channel] / 255.0)
}

/// `below` with `above` laid over it.
fn over(below: Color32, above: Shade) -> Color32 {
    let keep = 1.0 - above[3] / 255.0;
    let blend = |below: u8, above: f32| (above + f32::from(below) * keep + 0.5) as u8;
    Color32::from_rgba_premultiplied(
        blend(below.r(), above[0]),
        blend(below.g(), above[1]),
        blend(below.b(), above[2]),
        blend(below.a(), above[3]),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    use egui::{TextureOptions, pos2};

    const FONT: TextureId = TextureId::Managed(0);
    const SIZE: [usize; 2] = [8, 6];
    /// Leaves 127 of 255.
    const SHADOW: Color32 = Color32::from_black_alpha(128);
    const ONCE: Color32 = Color32::from_gray(127);

    fn rect(left: f32, top: f32, right: f32, bottom: f32) -> Rect {
        Rect::from_min_max(pos2(left, top), pos2(right, bottom))
    }

    fn take(raster: &mut Raster, id: TextureId, change: ImageDelta) {
        let mut delta = TexturesDelta::default();
        delta.push(id, change);
        raster.update(&delta);
        delta.clear();
    }

    fn raster() -> Raster {
        let mut raster = Raster::default();
        let white = ColorImage::filled([1, 1], Color32::WHITE);
        let change = ImageDelta::full(white, TextureOptions::LINEAR);
        take(&mut raster, FONT, change);
        raster
    }

    fn paint_at(raster: &Raster, mesh: Mesh, clip_rect: Rect, scale: f32) -> ColorImage {
        let primitive = Primitive::Mesh(mesh);
        let clipped = ClippedPrimitive {
            clip_rect,
            primitive,
        };
        raster.paint(&[clipped], scale, SIZE, Color32::WHITE)
    }

    fn paint(raster: &Raster, mesh: Mesh) -> ColorImage {
        paint_at(raster, mesh, Rect::EVERYTHING, 1.0)
    }

    /// The pixels of a rectangle in one colour, all others in white.
    fn expected(columns: Range<usize>, rows: Range<usize>, colour: Color32) -> ColorImage {
        let mut picture = ColorImage::filled(SIZE, Color32::WHITE);
        for row in rows {
            for column in columns.clone() {
                picture[(column, row)] = colour;
            }
        }
        picture
    }

    fn solid(rect: Rect) -> Mesh {
        let mut mesh = Mesh::default();
        mesh.add_colored_rect(rect, SHADOW);
        mesh
    }

    fn textured(rect_in_points: Rect) -> Mesh {
        let mut mesh = Mesh::with_texture(TextureId::Managed(1));
        mesh.add_rect_with_uv(rect_in_points, rect(0.0, 0.0, 1.0, 1.0), Color32::WHITE);
        mesh
    }

    fn with_texture(size: [usize; 2], greys: &[u8], options: TextureOptions) -> Raster {
        let mut raster = raster();
        let image = ColorImage::from_gray(size, greys);
        let change = ImageDelta::full(image, options);
        take(&mut raster, TextureId::Managed(1), change);
        raster
    }

    fn greys(picture: &ColorImage, columns: Range<usize>, row: usize) -> Vec<u8> {
        columns.map(|column| picture[(column, row)].r()).collect()
    }

    #[test]
    fn a_rectangle_covers_its_pixels_once() {
        let picture = paint(&raster(), solid(rect(1.0, 2.0, 7.0, 5.0)));
        assert_eq!(picture.pixels, expected(1..7, 2..5, ONCE).pixels);
    }

    #[test]
    fn both_windings_paint_the_same() {
        let mut mesh = solid(rect(1.0, 2.0, 7.0, 5.0));
        mesh.indices.reverse();
        let picture = paint(&raster(), mesh);
        assert_eq!(picture.pixels, expected(1..7, 2..5, ONCE).pixels);
    }

    #[test]
    fn an_edge_through_pixel_centres_belongs_to_one_side() {
        let mut mesh = solid(rect(0.5, 0.5, 3.5, 4.5));
        mesh.append(solid(rect(3.5, 0.5, 6.5, 4.5)));
        let picture = paint(&raster(), mesh);
        assert_eq!(picture.pixels, expected(0..6, 0..4, ONCE).pixels);
    }

    #[test]
    fn triangles_round_a_point_leave_no_gap_and_no_overlap() {
        let mut mesh = Mesh::default();
        mesh.colored_vertex(pos2(4.3, 2.7), SHADOW);
        let around = [[0, 0], [3, 0], [8, 0], [8, 2], [8, 6], [5, 6], [0, 6]];
        for [x, y] in around {
            mesh.colored_vertex(pos2(x as f32, y as f32), SHADOW);
        }
        for corner in 1..=7 {
            mesh.add_triangle(0, corner, corner % 7 + 1);
        }
        let picture = paint(&raster(), mesh);
        assert_eq!(picture.pixels, expected(0..8, 0..6, ONCE).pixels);
    }

    #[test]
    fn nothing_is_painted_outside_the_scissor() {
        let everywhere = rect(-50.0, -50.0, 50.0, 50.0);
        let clip = rect(0.7, 1.2, 3.0, 2.4);
        let picture = paint_at(&raster(), solid(everywhere), clip, 2.0);
        assert_eq!(picture.pixels, expected(1..6, 2..5, ONCE).pixels);
        let beside = rect(20.0, 0.0, 10.0, 3.0);
        let picture = paint_at(&raster(), solid(everywhere), beside, 1.0);
        assert_eq!(picture.pixels, expected(0..0, 0..0, ONCE).pixels);
    }

    #[test]
    fn what_has_no_area_or_place_is_skipped() {
        let mut mesh = solid(rect(1.0, 1.0, 1.0, 5.0));
        mesh.append(solid(rect(f32::NAN, 0.0, f32::INFINITY, 5.0)));
        mesh.indices.extend([0, 1, 99]);
        let picture = paint(&raster(), mesh);
        assert_eq!(picture.pixels, expected(0..0, 0..0, ONCE).pixels);
    }

    #[test]
    fn colours_change_evenly_between_corners() {
        let mut mesh = solid(rect(0.0, 0.0, 8.0, 6.0));
        for vertex in &mut mesh.vertices {
            let grey = if vertex.pos.x > 4.0 { 160 } else { 0 };
            vertex.color = Color32::from_gray(grey);
        }
        let picture = paint(&raster(), mesh);
        for row in 0..6 {
            let expected = [10, 30, 50, 70, 90, 110, 130, 150];
            assert_eq!(greys(&picture, 0..8, row), expected);
        }
    }

    #[test]
    fn a_textured_quad_shows_the_texels() {
        let texels = [10, 20, 30, 40, 50, 60];
        let raster = with_texture([3, 2], &texels, TextureOptions::LINEAR);
        let picture = paint(&raster, textured(rect(2.0, 1.0, 5.0, 3.0)));
        assert_eq!(greys(&picture, 1..6, 1), [255, 10, 20, 30, 255]);
        assert_eq!(greys(&picture, 1..6, 2), [255, 40, 50, 60, 255]);
    }

    #[test]
    fn a_larger_quad_mixes_texels_or_repeats_them() {
        let quad = || textured(rect(0.0, 0.0, 8.0, 1.0));
        let raster = with_texture([2, 1], &[0, 160], TextureOptions::LINEAR);
        let mixed = [0, 0, 20, 60, 100, 140, 160, 160];
        assert_eq!(greys(&paint(&raster, quad()), 0..8, 0), mixed);
        let raster = with_texture([2, 1], &[0, 160], TextureOptions::NEAREST);
        let repeated = [0, 0, 0, 0, 160, 160, 160, 160];
        assert_eq!(greys(&paint(&raster, quad()), 0..8, 0), repeated);
    }

    #[test]
    fn the_vertex_colour_tints_the_texture() {
        let raster = with_texture([1, 1], &[128], TextureOptions::LINEAR);
        let mut mesh = textured(rect(0.0, 0.0, 8.0, 6.0));
        for vertex in &mut mesh.vertices {
            vertex.color = Color32::from_rgb(255, 128, 0);
        }
        let picture = paint(&raster, mesh);
        let tinted = Color32::from_rgb(128, 64, 0);
        assert_eq!(picture.pixels, expected(0..8, 0..6, tinted).pixels);
    }

    #[test]
    fn a_partial_update_changes_its_part() {
        let texels = [10, 20, 30, 40, 50, 60];
        let mut raster = with_texture([3, 2], &texels, TextureOptions::LINEAR);
        // The last column sticks out and is dropped.
        let part = ColorImage::from_gray([2, 1], &[99, 98]);
        let change = ImageDelta::partial([2, 1], part, TextureOptions::LINEAR);
        take(&mut raster, TextureId::Managed(1), change);
        let picture = paint(&raster, textured(rect(0.0, 0.0, 3.0, 2.0)));
        assert_eq!(greys(&picture, 0..3, 0), [10, 20, 30]);
        assert_eq!(greys(&picture, 0..3, 1), [40, 50, 99]);
    }

    #[test]
    fn a_freed_texture_stays_for_the_frame_that_freed_it() {
        let mut raster = with_texture([1, 1], &[9], TextureOptions::LINEAR);
        let mut delta = TexturesDelta::default();
        delta.free(TextureId::Managed(1));
        raster.update(&delta);
        delta.clear();
        let quad = || textured(rect(0.0, 0.0, 1.0, 1.0));
        assert_eq!(greys(&paint(&raster, quad()), 0..1, 0), [9]);
        raster.update(&delta);
        assert_eq!(greys(&paint(&raster, quad()), 0..1, 0), [255]);
    }
}
