//! Reads the command line, runs it or opens the window, and decides the exit status.

use std::process::ExitCode;

use crossread::{app, cli, workspace};

fn main() -> ExitCode {
    let arguments = match cli::parse(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(status) => return status,
    };
    let done = match arguments.command {
        Some(cli::Command::Print(command)) => return cli::run(&command),
        Some(cli::Command::Screenshot(screenshot)) => app::screenshot(screenshot),
        None => app::run(
            app::Start {
                paths: arguments.paths,
                session: workspace::store::session_file(),
                view: None,
            },
            arguments.wayland,
        )
        .map_err(|message| vec![message]),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(messages) => {
            messages.iter().for_each(cli::say);
            ExitCode::FAILURE
        }
    }
}
