//! A few small pictures guard the looks. They are drawn by the program's own rasteriser, so they are the same on every
//! machine. After a change that is meant: `UPDATE_PICTURES=1 cargo test --test pictures`, then look at them.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The share of all colour that may differ: rounding of another processor, not another look.
const TOLERANCE: f64 = 0.002;

fn draw(arguments: &[&str]) -> PathBuf {
    let file = std::env::temp_dir().join(format!(
        "crossread-{}.png",
        arguments.join("-").replace('/', "_")
    ));
    let status = Command::new(env!("CARGO_BIN_EXE_crossread"))
        .args(["screenshot", "-o"])
        .arg(&file)
        .args(arguments)
        .status()
        .unwrap();
    assert!(status.success());
    file
}

fn difference(one: &Path, two: &Path) -> f64 {
    let (one, two) = (
        image::open(one).unwrap().to_rgb8(),
        image::open(two).unwrap().to_rgb8(),
    );
    if one.dimensions() != two.dimensions() {
        return 1.0;
    }
    let sum: u64 = one
        .as_raw()
        .iter()
        .zip(two.as_raw())
        .map(|(a, b)| u64::from(a.abs_diff(*b)))
        .sum();
    sum as f64 / (one.as_raw().len() as f64 * 255.0)
}

fn check(name: &str, arguments: &[&str]) {
    let kept = PathBuf::from(format!("tests/pictures/{name}.png"));
    let drawn = draw(arguments);
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        fs::create_dir_all("tests/pictures").unwrap();
        fs::copy(&drawn, &kept).unwrap();
    }
    let difference = difference(&drawn, &kept);
    assert!(
        difference <= TOLERANCE,
        "{name}: {difference} of it differs; see {}",
        drawn.display()
    );
    fs::remove_file(drawn).unwrap();
}

#[test]
fn columns_in_both_themes() {
    let common = ["assets/samples/en", "--size", "820x420", "--language", "en"];
    check("read-light", &common);
    check("read-dark", &[&common[..], &["--dark"]].concat());
}

#[test]
fn a_focused_passage() {
    check(
        "focus",
        &[
            "assets/samples/id",
            "--size",
            "820x420",
            "--language",
            "id",
            "--focus",
            "3",
        ],
    );
}
