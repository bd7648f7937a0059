//! Arrow and Parquet: read back by the crates that wrote them, and equal to the CSV of the same rows.

use ::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, UInt32Type};
use newsframe::export::{Column, OffsetUnit, arrow, parquet, rows};

use super::fixture::{analysis, document};

#[test]
fn a_batch_has_the_rows() {
    let document = document();
    let analysis = analysis(&document);
    let mut batches = arrow::Batches::new(OffsetUnit::CodePoint);
    batches.push("a-1", &document, &analysis);
    let batch = batches.finish().unwrap();
    assert_eq!(batch.num_columns(), Column::all().len());
    let (text, start) = (batch["text"].as_string::<i32>(), batch["start"].as_primitive::<UInt32Type>());
    let value = batch["value"].as_primitive::<Float64Type>();
    for (index, row) in rows(&document, &analysis).enumerate() {
        assert_eq!(text.value(index), row.text());
        assert_eq!(start.value(index) as usize, OffsetUnit::CodePoint.of(&document, row.finding().span())[0]);
        let expected = row.label("value").map(ToString::to_string);
        assert_eq!(arrow_array::Array::is_valid(value, index).then(|| value.value(index).to_string()), expected);
    }
    assert!(batches.is_empty());
}

#[test]
fn parquet_reads_back_and_two_runs_write_the_same_bytes() {
    let document = document();
    let analysis = analysis(&document);
    let file = || {
        let mut file = parquet::Writer::new(Vec::new()).unwrap();
        (0..3).for_each(|index| file.write(&format!("a-{index}"), &document, &analysis).unwrap());
        file.finish().unwrap()
    };
    let bytes = file();
    assert_eq!(bytes, file());
    let path = super::folder().join("findings.parquet");
    std::fs::write(&path, &bytes).unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(std::fs::File::open(path).unwrap()).unwrap().build().unwrap();
    let read: usize = reader.map(|batch| batch.unwrap().num_rows()).sum();
    assert_eq!(read, 3 * analysis.findings().len());
}
