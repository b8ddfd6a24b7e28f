//! Work off the window's thread: progress, cancel on drop, and the same answer on any number of threads.
//!
//! A [`Job`] is a value. Whoever holds it can ask how far it is and take the result; dropping it cancels the work. So
//! "newest wins" is an assignment: putting a new job in the place of an old one ends the old one.

use std::any::Any;
use std::cell::Cell;
use std::num::NonZero;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel};
use std::sync::{Arc, Once, OnceLock};
use std::thread;
use std::time::Duration;

/// How far a piece of work is, and whether somebody still wants it.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    total: AtomicUsize,
    cancelled: AtomicBool,
}

impl Progress {
    /// Announces the number of steps.
    pub fn start(&self, total: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    /// One step is done.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// Steps done, and steps in all; 0 in all while that is unknown.
    pub fn steps(&self) -> (usize, usize) {
        (
            self.done.load(Ordering::Relaxed),
            self.total.load(Ordering::Relaxed),
        )
    }

    /// Whether the result is no longer wanted: the work should end soon, with whatever value.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// What [`Job::poll`] finds.
#[derive(Debug)]
pub enum Poll<T> {
    /// Still at work.
    Running,
    /// The result; it is handed out once.
    Done(T),
    /// The work panicked; this is what it said. It is reported, not tried again.
    Panicked(String),
}

/// Work that runs on a thread of its own. Dropping it cancels it.
#[derive(Debug)]
pub struct Job<T> {
    result: Receiver<Result<T, String>>,
    progress: Arc<Progress>,
}

impl<T: Send + 'static> Job<T> {
    /// Starts `work`; `wake` is called when the result is there.
    pub fn spawn(
        name: &str,
        wake: impl FnOnce() + Send + 'static,
        work: impl FnOnce(&Progress) -> T + Send + 'static,
    ) -> Self {
        let progress = Arc::new(Progress::default());
        let (sender, result) = channel();
        let for_thread = Arc::clone(&progress);
        let failed = sender.clone();
        let started = thread::Builder::new().name(name.to_owned()).spawn(move || {
            let outcome = catch_unwind(AssertUnwindSafe(|| work(&for_thread)));
            // Nobody listens any more when the job was dropped: that is what dropping means.
            let _ = sender.send(outcome.map_err(|panic| what_it_said(panic.as_ref())));
            wake();
        });
        if let Err(error) = started {
            let _ = failed.send(Err(error.to_string()));
        }
        Self { result, progress }
    }

    /// The result, if it is there.
    pub fn poll(&self) -> Poll<T> {
        match self.result.try_recv() {
            Ok(Ok(value)) => Poll::Done(value),
            Ok(Err(panic)) => Poll::Panicked(panic),
            Err(TryRecvError::Empty) => Poll::Running,
            Err(TryRecvError::Disconnected) => Poll::Panicked(String::new()),
        }
    }

    /// Steps done, and steps in all; 0 in all while that is unknown.
    pub fn steps(&self) -> (usize, usize) {
        self.progress.steps()
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.progress.cancelled.store(true, Ordering::Relaxed);
    }
}

/// Lets other threads go on for a moment.
pub fn pause() {
    thread::sleep(Duration::from_millis(2));
}

fn what_it_said(panic: &(dyn Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}

/// Threads of [`within`]: what panics there is reported by its caller, and printed nowhere.
const GUARDED: &str = "guarded";

/// The stack of guarded work, in bytes: libraries walk trees by calling themselves, and a stack that runs out ends the
/// whole program.
const GUARDED_STACK: usize = 256 * 1024 * 1024;

/// Why guarded work gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// It panicked; this is what it said.
    Panicked(String),
    /// It did not end in time. Its thread goes on until the program ends, because no thread can be ended from outside.
    TooLong,
}

/// `work` on a thread of its own, for code that may panic or never end.
///
/// # Errors
/// Why there is no result.
pub fn within<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Stopped> {
    keep_guarded_panics_quiet();
    let (sender, result) = channel();
    thread::Builder::new()
        .name(GUARDED.to_owned())
        .stack_size(GUARDED_STACK)
        .spawn(move || {
            let outcome = catch_unwind(AssertUnwindSafe(work));
            let _ = sender.send(outcome.map_err(|panic| what_it_said(panic.as_ref())));
        })
        .map_err(|error| Stopped::Panicked(error.to_string()))?;
    match result.recv_timeout(limit) {
        Ok(outcome) => outcome.map_err(Stopped::Panicked),
        Err(RecvTimeoutError::Timeout) => Err(Stopped::TooLong),
        Err(RecvTimeoutError::Disconnected) => Err(Stopped::Panicked(String::new())),
    }
}

fn keep_guarded_panics_quiet() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let print = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(GUARDED) {
                print(panic);
            }
        }));
    });
}

/// How many threads can run at once. Asked once: the answer stands in files, and reading them takes longer than to compare
/// two articles.
fn processors() -> usize {
    static COUNT: OnceLock<usize> = OnceLock::new();
    *COUNT.get_or_init(|| thread::available_parallelism().map_or(1, NonZero::get))
}

/// The items in equal parts in their order, one for each processor, but none of fewer than `least`: waking another
/// processor takes as long as a little work.
pub fn shares<I>(items: &[I], least: usize) -> Vec<&[I]> {
    let each = items.len().div_ceil(processors()).max(least).max(1);
    items.chunks(each).collect()
}

thread_local! {
    /// Whether this thread does a part of something already.
    static IN_PART: Cell<bool> = const { Cell::new(false) };
}

/// `work` on every item, on all processors; the results stand in the order of the items. Inside such work nothing is
/// parted once more: all processors have something to do.
pub fn parallel<'i, I: Sync, O: Send>(items: &'i [I], work: impl Fn(&'i I) -> O + Sync) -> Vec<O> {
    let threads = processors().min(items.len());
    if threads < 2 || IN_PART.get() {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take_items = || {
        let _part = Part::begin();
        let mut mine = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(index) else {
                return mine;
            };
            mine.push((index, work(item)));
        }
    };
    let mut numbered: Vec<(usize, O)> = thread::scope(|scope| {
        let helpers: Vec<_> = (1..threads).map(|_| scope.spawn(take_items)).collect();
        let mut all = take_items();
        for helper in helpers {
            match helper.join() {
                Ok(part) => all.extend(part),
                Err(panic) => panic::resume_unwind(panic),
            }
        }
        all
    });
    numbered.sort_by_key(|(index, _)| *index);
    numbered.into_iter().map(|(_, output)| output).collect()
}

/// Both works side by side.
pub fn both<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        match one.join() {
            Ok(one) => (one, other),
            Err(panic) => panic::resume_unwind(panic),
        }
    })
}

/// A part of something, as long as it lives.
struct Part;

impl Part {
    fn begin() -> Self {
        IN_PART.set(true);
        Self
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        IN_PART.set(false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait<T: Send + 'static>(job: &Job<T>) -> Poll<T> {
        loop {
            match job.poll() {
                Poll::Running => thread::yield_now(),
                other => return other,
            }
        }
    }

    #[test]
    fn a_result_arrives_and_wakes() {
        let woken = Arc::new(AtomicBool::new(false));
        let bell = Arc::clone(&woken);
        let job = Job::spawn(
            "test",
            move || bell.store(true, Ordering::SeqCst),
            |progress| {
                progress.start(1);
                progress.step();
                7
            },
        );
        assert!(matches!(wait(&job), Poll::Done(7)));
        assert_eq!(job.steps(), (1, 1));
        while !woken.load(Ordering::SeqCst) {
            thread::yield_now();
        }
    }

    #[test]
    #[expect(clippy::panic, reason = "it is what is tested")]
    fn a_panic_is_reported() {
        let job: Job<()> = Job::spawn("test", || (), |_| std::panic::panic_any("lost"));
        assert!(matches!(wait(&job), Poll::Panicked(said) if said == "lost"));
    }

    #[test]
    #[expect(clippy::panic, reason = "it is what is tested")]
    fn guarded_work_ends() {
        let long = Duration::from_secs(60);
        assert_eq!(within(long, || 7), Ok(7));
        let lost = within(long, || -> u8 { std::panic::panic_any("lost") });
        assert_eq!(lost, Err(Stopped::Panicked("lost".to_owned())));
        let asleep = within(Duration::from_millis(5), move || thread::sleep(long));
        assert_eq!(asleep, Err(Stopped::TooLong));
    }

    #[test]
    fn dropping_cancels() {
        let (sender, ended) = channel();
        let job = Job::spawn(
            "test",
            || (),
            move |progress| {
                while !progress.is_cancelled() {
                    thread::yield_now();
                }
                let _ = sender.send(());
            },
        );
        drop(job);
        assert!(ended.recv().is_ok());
    }

    #[test]
    fn parallel_keeps_the_order() {
        let items: Vec<usize> = (0..500).collect();
        assert_eq!(
            parallel(&items, |item| item * 2),
            items.iter().map(|item| item * 2).collect::<Vec<_>>()
        );
    }

    #[test]
    fn both_are_done() {
        assert_eq!(both(|| 6 * 7, || "done"), (42, "done"));
    }

    #[test]
    fn parallel_work_inside_parallel_work_is_done() {
        let items: Vec<usize> = (0..20).collect();
        let sums = |end: &usize| -> usize { parallel(&items, |item| item * end).iter().sum() };
        let expected: Vec<usize> = items.iter().map(|end| 190 * end).collect();
        assert_eq!(parallel(&items, sums), expected);
        assert_eq!(parallel(&items, sums), expected);
    }
}
