//! Chores that a maintainer starts by hand: `cargo run -p xtask -- NAME`.

use std::process::ExitCode;

const USAGE: &str = "usage: cargo run -p xtask -- fonts

  fonts   cuts the reader's fonts anew from whole ones into ui/reader/fonts, and writes
          ui/reader/05-fonts.css; needs npm and Python with venv; docs: xtask/src/fonts.rs";

fn main() -> ExitCode {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let done = match names.as_slice() {
        [name] if name == "fonts" => xtask::fonts::cut(&xtask::root()),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
