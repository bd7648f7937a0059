//! The corpus: on one core or all the same bytes, and a run of the example that is stopped or dies goes on without loss or
//! repetition.

#[path = "../examples/corpus/job/mod.rs"]
#[allow(dead_code)]
mod job;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use job::{Event, Format, Job, Outcome};
use newsframe::corpus::{self, Summary};
use newsframe::{Analysis, Article, Document, Pipeline};
use serde_json::json;

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("corpus").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn text(index: usize) -> String {
    let verbs = ["slammed", "praised", "rejected"];
    format!("“We go {index},” said Ana Ruiz. The minister {} the shameful plan, up {index}%.", verbs[index % 3])
}

/// Sixty lines of which four are no articles: two broken, one of another shape, one not UTF-8; and some are blank.
fn lines(path: &Path) {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    for index in 0..60 {
        let outlet = ["Gazette", "Herald"][index % 2];
        let row = json!({"id": index, "outlet": outlet, "date": "2024-05-13", "headline": "Rain", "body": text(index)});
        match index {
            7 | 31 => bytes.extend(b"{\"id\": 7, \"body\": "),
            11 => bytes.extend(b"[1, 2]"),
            45 => bytes.extend(b"{\"id\": 45, \"body\": \"caf\xe9\"}"),
            _ => bytes.extend(row.to_string().bytes()),
        }
        bytes.extend(if index % 9 == 0 { "\r\n\n" } else { "\n" }.bytes());
    }
    fs::write(path, bytes).unwrap();
}

fn table(path: &Path) {
    let mut writer = csv::Writer::from_path(path).unwrap();
    writer.write_record(["id", "outlet", "section", "headline", "body"]).unwrap();
    for index in 0..40 {
        let body = format!("{}\n\n\"It rained,\" she said, twice.", text(index));
        writer.write_record([&index.to_string(), "Gazette", "Local", "Rain, again", &body]).unwrap();
    }
    writer.flush().unwrap();
}

fn texts(path: &Path) {
    fs::create_dir_all(path.join("sub")).unwrap();
    for index in 0..20 {
        fs::write(path.join(format!("{index:02}.txt")), text(index)).unwrap();
        fs::write(path.join("sub").join(format!("{index:02}.json")), json!({"text": text(index)}).to_string()).unwrap();
    }
    fs::write(path.join("notes.md"), "not an article").unwrap();
}

fn job(folder: &Path, input: &Path, format: Format) -> Job {
    Job {
        inputs: vec![input.to_owned()],
        output: folder.join("out"),
        format,
        rejects: folder.join("rejects"),
        fresh: false,
    }
}

/// Runs until `records` are written, or to the end.
fn run(job: &Job, records: usize) -> Outcome {
    let stop = Arc::new(AtomicBool::new(records == 0));
    let mut written = 0;
    job.run(&stop, |event| {
        if let Event::Advanced { .. } = event {
            written += 1;
            stop.store(written >= records, Ordering::Relaxed);
        }
    })
    .unwrap()
}

fn results(job: &Job) -> [Vec<u8>; 2] {
    [fs::read(&job.output).unwrap(), fs::read(&job.rejects).unwrap_or_default()]
}

#[test]
fn stopping_and_going_on_loses_and_repeats_nothing() {
    let make: [fn(&Path); 3] = [lines, table, texts];
    for (name, make) in ["in.jsonl", "in.csv", "in"].into_iter().zip(make) {
        for format in [Format::Jsonl, Format::Findings, Format::Csv] {
            let whole = folder(&format!("whole-{name}-{format:?}"));
            let input = whole.join(name);
            make(&input);
            let expected = job(&whole, &input, format);
            let outcome = run(&expected, usize::MAX);
            assert!(outcome.finished && !expected.checkpoint().exists());
            assert_eq!(outcome.rejected, if name == "in.jsonl" { 4 } else { 0 });
            assert_eq!(expected.rejects.exists(), outcome.rejected > 0);
            let articles =
                [("in.jsonl", 56), ("in.csv", 40), ("in", 40)].into_iter().find(|row| row.0 == name).unwrap().1;
            assert_eq!(outcome.summary.total().articles, articles);

            let parts = folder(&format!("parts-{name}-{format:?}"));
            let stopped = job(&parts, &input, format);
            let mut runs = 0;
            let summary = loop {
                let outcome = run(&stopped, [0, 1, 13, 2, 17][runs % 5]);
                runs += 1;
                if outcome.finished {
                    break outcome.summary;
                }
                assert!(stopped.checkpoint().exists());
            };
            assert!(runs > 2, "{name} {runs}");
            assert!(results(&stopped) == results(&expected), "{name} {format:?}");
            assert_eq!(summary, outcome.summary);
        }
    }
}

#[test]
fn after_a_crash_the_output_is_cut_back_to_the_checkpoint() {
    let folder = folder("crash");
    let input = folder.join("in.jsonl");
    lines(&input);
    let job = job(&folder, &input, Format::Jsonl);
    assert!(!run(&job, 10).finished);
    let checkpoint = fs::read(job.checkpoint()).unwrap();
    // More was written, half a line too, but the checkpoint is the one of before.
    run(&job, 12);
    let mut torn = fs::read(&job.output).unwrap();
    torn.extend(b"{\"schema\":");
    fs::write(&job.output, torn).unwrap();
    fs::write(job.checkpoint(), checkpoint).unwrap();
    assert!(run(&job, usize::MAX).finished);
    let ids: Vec<u64> = fs::read_to_string(&job.output)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<newsframe::export::Record>(line).unwrap().id().parse().unwrap())
        .collect();
    assert_eq!(ids, (0..60).filter(|id| ![7, 11, 31, 45].contains(id)).collect::<Vec<_>>());
}

#[test]
fn bad_records_are_kept_with_their_place() {
    let folder = folder("rejects");
    let input = folder.join("in.jsonl");
    lines(&input);
    let job = job(&folder, &input, Format::Csv);
    run(&job, usize::MAX);
    let rejects: Vec<serde_json::Value> =
        fs::read_to_string(&job.rejects).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    // A blank line follows each ninth line.
    assert_eq!(rejects.iter().map(|row| row["line"].as_u64().unwrap()).collect::<Vec<_>>(), [9, 14, 36, 51]);
    assert!(
        rejects[3]["problem"].as_str().unwrap().contains("unicode")
            && rejects[3]["record"].as_str().unwrap().contains("caf\u{fffd}")
    );
}

#[test]
fn a_checkpoint_of_another_run_is_refused_and_fresh_starts_over() {
    let folder = folder("other");
    let input = folder.join("in.jsonl");
    lines(&input);
    let mut job = job(&folder, &input, Format::Jsonl);
    run(&job, 5);
    job.format = Format::Csv;
    let stop = Arc::new(AtomicBool::new(false));
    let error = job.run(&stop, |_| {}).err().unwrap().to_string();
    assert!(error.contains("--fresh"), "{error}");
    job.fresh = true;
    assert!(run(&job, usize::MAX).finished);
    assert!(fs::read(&job.output).unwrap().starts_with(b"article,outlet"));
}

#[test]
fn summaries_of_parts_merge_into_that_of_the_whole() {
    let pipeline = Pipeline::new();
    let of = |range: std::ops::Range<usize>| {
        let articles = range.map(|index| (index, Article::from_text(text(index)).unwrap()));
        let mut summary = Summary::new();
        for analyzed in corpus::analyze(articles, &pipeline) {
            let analyzed = analyzed.unwrap();
            summary.add(&analyzed.document, &analyzed.analysis);
        }
        summary
    };
    let mut merged = of(20..30);
    merged.merge(of(0..20));
    assert_eq!(merged, of(0..30));
    assert!(merged.total().loaded.values().flatten().count() > 0);
}

/// The table of a summary, line by line, before and after two names are joined.
#[test]
fn a_summary_as_csv() {
    let mut summary = Summary::new();
    let ruiz = "“It rained hard,” said Ana Ruiz. The council made a brazen plan.";
    for body in [ruiz, "“It pours,” said Ms Ruiz."] {
        let article = Article::builder().outlet("Gazette, The").section("Local").date("2024-05-13").body(body);
        let document = Document::new(article.build().unwrap()).unwrap();
        summary.add(&document, &Analysis::of(&document));
    }
    let document = Document::new(Article::builder().outlet("Herald").body("Bills rose 6% last year.").build().unwrap());
    let document = document.unwrap();
    summary.add(&document, &Analysis::of(&document));
    let csv = |summary: &Summary| {
        let mut table = Vec::new();
        summary.write_csv(&mut table).unwrap();
        String::from_utf8(table).unwrap()
    };
    let speakers = |table: &str| -> Vec<String> {
        table.lines().filter_map(|line| Some(line.split_once(",speaker_")?.1.to_owned())).collect()
    };
    let table = csv(&summary);
    let expected = [
        "outlet,section,month,measure,of,count",
        "\"Gazette, The\",Local,2024-05,articles,,2",
        "\"Gazette, The\",Local,2024-05,articles_without_source,,0",
        "\"Gazette, The\",Local,2024-05,sentences,,3",
        "\"Gazette, The\",Local,2024-05,words,outlet,12",
        "\"Gazette, The\",Local,2024-05,words,quoted,5",
        "\"Gazette, The\",Local,2024-05,attributions,,2",
        "\"Gazette, The\",Local,2024-05,source_kind,named,2",
        "\"Gazette, The\",Local,2024-05,quotation,direct,2",
        "\"Gazette, The\",Local,2024-05,act,speech,2",
        "\"Gazette, The\",Local,2024-05,stance,neutral,2",
        "\"Gazette, The\",Local,2024-05,source_kind_words_quoted,named,5",
        "\"Gazette, The\",Local,2024-05,source_kind_words_reported,named,0",
        "\"Gazette, The\",Local,2024-05,speaker_articles,Ana Ruiz,1",
        "\"Gazette, The\",Local,2024-05,speaker_statements,Ana Ruiz,1",
        "\"Gazette, The\",Local,2024-05,speaker_words_quoted,Ana Ruiz,3",
        "\"Gazette, The\",Local,2024-05,speaker_words_reported,Ana Ruiz,0",
        "\"Gazette, The\",Local,2024-05,speaker_articles,Ruiz,1",
        "\"Gazette, The\",Local,2024-05,speaker_statements,Ruiz,1",
        "\"Gazette, The\",Local,2024-05,speaker_words_quoted,Ruiz,2",
        "\"Gazette, The\",Local,2024-05,speaker_words_reported,Ruiz,0",
        "\"Gazette, The\",Local,2024-05,scare_quotes,,0",
        "\"Gazette, The\",Local,2024-05,claims_with_source,,0",
        "\"Gazette, The\",Local,2024-05,loaded,outlet/evaluative,1",
        "\"Gazette, The\",Local,2024-05,loaded,outlet/assertive,2",
        "Herald,,,articles,,1",
        "Herald,,,articles_without_source,,1",
        "Herald,,,sentences,,1",
        "Herald,,,words,outlet,5",
        "Herald,,,attributions,,0",
        "Herald,,,scare_quotes,,0",
        "Herald,,,claim,change,1",
        "Herald,,,claims_with_source,,0",
    ];
    assert_eq!(table.lines().collect::<Vec<_>>(), expected);
    assert!(table.ends_with("\r\n") && table.matches("\r\n").count() == expected.len());

    summary.rename_speakers(|name| if name.ends_with("Ruiz") { "=Ruiz" } else { name }.to_owned());
    let renamed = ["articles,'=Ruiz,2", "statements,'=Ruiz,2", "words_quoted,'=Ruiz,5", "words_reported,'=Ruiz,0"];
    assert_eq!(speakers(&csv(&summary)), renamed);
}

#[cfg(feature = "rayon")]
#[test]
fn all_cores_give_what_one_gives() {
    let articles = || (0..200).map(|index| (index, Article::from_text(text(index)).unwrap()));
    let pipeline = Arc::new(Pipeline::new());
    let json = |analyzed: newsframe::Result<corpus::Analyzed<usize>>| {
        let analyzed = analyzed.unwrap();
        (analyzed.tag, serde_json::to_string(&analyzed.analysis).unwrap())
    };
    let one: Vec<_> = corpus::analyze(articles(), &pipeline).map(json).collect();
    for threads in [1, 2, 7] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let all: Vec<_> = pool.install(|| corpus::par_analyze(articles(), Arc::clone(&pipeline)).map(json).collect());
        assert!(all == one, "{threads} threads");
    }
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_parts_hold_every_row_once() {
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

    let folder = folder("parquet");
    let input = folder.join("in.jsonl");
    lines(&input);
    let job = job(&folder, &input, Format::Parquet);
    while !run(&job, 13).finished {}
    let mut ids = Vec::new();
    let mut parts: Vec<_> = fs::read_dir(&job.output).unwrap().map(|entry| entry.unwrap().path()).collect();
    parts.sort();
    assert!(parts.len() > 2);
    for part in parts {
        let reader = ParquetRecordBatchReaderBuilder::try_new(fs::File::open(part).unwrap()).unwrap().build().unwrap();
        for batch in reader {
            use arrow_array::cast::AsArray;
            let batch = batch.unwrap();
            ids.extend(batch["article"].as_string::<i32>().iter().map(|id| id.unwrap().parse::<u64>().unwrap()));
        }
    }
    assert!(ids.is_sorted());
    ids.dedup();
    assert_eq!(ids, (0..60).filter(|id| ![7, 11, 31, 45].contains(id)).collect::<Vec<_>>());
}
