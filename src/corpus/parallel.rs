//! [`par_map`]: an ordered map over a stream on all cores, with a bounded number of items under way.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::thread;

use super::{Analyzed, one};
use crate::{Article, Pipeline, Result};

/// Items under way for each core: enough that one long article does not leave the other cores idle, few enough that memory
/// stays flat.
const WINDOW: usize = 8;

/// As [`analyze`](super::analyze), on all cores: the same items in the same order.
///
/// At most eight articles a core are in memory. Uses the current rayon thread pool; how many threads it has
/// (`RAYON_NUM_THREADS`) changes nothing but the time.
///
/// # Errors
/// As for [`analyze`](super::analyze).
///
/// ```
/// use std::sync::Arc;
///
/// use newsframe::{Article, Pipeline, corpus};
///
/// let articles = (0..100).map(|index| (index, Article::from_text(format!("It rained {index} times.")).unwrap()));
/// let tags: Vec<i32> =
///     corpus::par_analyze(articles, Arc::new(Pipeline::new())).map(|analyzed| analyzed.unwrap().tag).collect();
/// assert!(tags.is_sorted());
/// ```
pub fn par_analyze<T: Send + 'static>(
    articles: impl IntoIterator<Item = (T, Article)>,
    pipeline: Arc<Pipeline>,
) -> impl Iterator<Item = Result<Analyzed<T>>> {
    par_map(articles, move |(tag, article)| one(&pipeline, tag, article))
}

/// Maps a stream on all cores and returns the results in the order of the stream.
///
/// Items are drawn on the caller's thread, and never more than eight a core ahead of the results. Dropping the iterator
/// draws no further ones.
///
/// # Panics
/// When the function panics, in the call of `next` that would have returned its result.
///
/// ```
/// use newsframe::corpus::par_map;
///
/// assert!(par_map(0..1000, |n| n * 2).eq((0..1000).map(|n| n * 2)));
/// ```
pub fn par_map<I, R, F>(items: I, function: F) -> ParMap<I::IntoIter, R, F>
where
    I: IntoIterator,
    I::Item: Send + 'static,
    R: Send + 'static,
    F: Fn(I::Item) -> R + Send + Sync + 'static,
{
    ParMap {
        items: items.into_iter(),
        function: Arc::new(function),
        under_way: VecDeque::new(),
        window: WINDOW * rayon::current_num_threads(),
    }
}

/// The iterator that [`par_map`] returns: results in the order of the items. Holds at most eight items a core that are under way
/// or done and not yet taken; dropping it leaves the rest undone. A panic of the function goes on in the thread that takes the result.
///
/// ```
/// use newsframe::corpus::par_map;
///
/// let mut lengths = par_map(["rain", "", "sun"], str::len);
/// assert_eq!(lengths.next(), Some(4));
/// assert_eq!(lengths.collect::<Vec<_>>(), [0, 3]);
/// ```
pub struct ParMap<I, R, F> {
    items: I,
    function: Arc<F>,
    under_way: VecDeque<Receiver<thread::Result<R>>>,
    window: usize,
}

impl<I, R, F> Iterator for ParMap<I, R, F>
where
    I: Iterator,
    I::Item: Send + 'static,
    R: Send + 'static,
    F: Fn(I::Item) -> R + Send + Sync + 'static,
{
    type Item = R;

    fn next(&mut self) -> Option<R> {
        while self.under_way.len() < self.window {
            let Some(item) = self.items.next() else { break };
            let function = Arc::clone(&self.function);
            let (send, receive) = sync_channel(1);
            rayon::spawn_fifo(move || {
                let result = catch_unwind(AssertUnwindSafe(|| function(item)));
                // Nobody listens any more when the iterator was dropped.
                let _ = send.send(result);
            });
            self.under_way.push_back(receive);
        }
        let result = wait(&self.under_way.pop_front()?)?;
        Some(result.unwrap_or_else(|panic| resume_unwind(panic)))
    }
}

/// Waits for a result. A thread of the pool helps with the work meanwhile: it could be the only one there is.
fn wait<R>(receiver: &Receiver<R>) -> Option<R> {
    loop {
        match receiver.try_recv() {
            Ok(result) => return Some(result),
            Err(TryRecvError::Disconnected) => return None,
            Err(TryRecvError::Empty) => match rayon::yield_now() {
                None => return receiver.recv().ok(),
                Some(rayon::Yield::Executed) => {}
                Some(rayon::Yield::Idle) => thread::yield_now(),
            },
        }
    }
}

impl<I, R, F> std::fmt::Debug for ParMap<I, R, F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ParMap").field("under_way", &self.under_way.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn pool(threads: usize) -> rayon::ThreadPool {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap()
    }

    #[test]
    fn the_order_is_that_of_the_stream_inside_a_pool_of_any_size() {
        for threads in [1, 2, 5] {
            let slow_first = |n: u64| {
                thread::sleep(std::time::Duration::from_micros(200 * u64::from(n.is_multiple_of(7))));
                n
            };
            assert!(pool(threads).install(|| par_map(0..300, slow_first).eq(0..300)), "{threads}");
        }
    }

    #[test]
    fn no_more_than_the_window_is_drawn_ahead() {
        let drawn = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&drawn);
        let items = (0..1000).inspect(move |_| {
            counter.fetch_add(1, Ordering::SeqCst);
        });
        pool(2).install(|| {
            let mut results = par_map(items, |n| n);
            for taken in 1..=500 {
                results.next().unwrap();
                assert!(drawn.load(Ordering::SeqCst) <= taken + 2 * WINDOW);
            }
        });
    }

    #[test]
    fn a_panic_arrives_at_its_place() {
        let mut results = par_map(0..10, |n| if n == 3 { panic!("three") } else { n });
        assert_eq!(results.by_ref().take(3).collect::<Vec<_>>(), [0, 1, 2]);
        assert!(catch_unwind(AssertUnwindSafe(|| results.next())).is_err());
        assert_eq!(results.next(), Some(4));
    }
}
