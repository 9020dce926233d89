//! The index on disk: opened and checked, written with its mark in one commit, asked. All of it
//! blocks. Nothing here knows the store or the journal.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use domain::{BranchId, EditionCode, Moment};
use tantivy::{
    DocAddress, Index, IndexReader, IndexSettings, IndexWriter, ReloadPolicy, Score, Searcher, SegmentReader,
    TantivyDocument, TantivyError, Term as IndexTerm, collector::TopDocs, indexer::IndexWriterOptions,
};

use crate::{
    files::Files,
    mark::{FORM, Mark},
    question::{Demand, Question},
    schema::{Fields, Words, seconds, tokenizers},
    words::Speech,
};

/// Memory of the writer in bytes: the least that Tantivy takes, and enough for a portal's days.
const WRITER: usize = 20_000_000;
/// So many hits that hold what is asked are enough: a page of them.
const ENOUGH: usize = 20;
/// Days after which half of the advantage of being new is gone.
const HALF_LIFE: f32 = 180.0;
/// How much an article of this second gains on one of long ago.
const NEWNESS: f32 = 0.2;

/// Why an index cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ShelfError {
    /// Tantivy could not read or write it.
    #[error(transparent)]
    Index(#[from] TantivyError),
    /// Its files could not be read or written.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// It is no whole index of this form.
    #[error("{0}")]
    Unsound(String),
}

/// An open index.
pub(crate) struct Shelf {
    dir: PathBuf,
    index: Index,
    fields: Fields,
    reader: IndexReader,
    /// Made at the first write.
    writer: Mutex<Option<IndexWriter>>,
}

impl Shelf {
    /// An empty index in `dir`, which must be there.
    pub(crate) fn create(dir: &Path) -> Result<Self, ShelfError> {
        let (schema, _) = Fields::schema();
        let index = Index::create(Files::open(dir)?, schema, IndexSettings::default())?;
        Self::of(dir, index)
    }

    /// The index in `dir` with its mark, every byte of it checked.
    pub(crate) fn open(dir: &Path) -> Result<(Self, Mark), ShelfError> {
        let unsound = |why: &str| ShelfError::Unsound(why.to_owned());
        let index = Index::open(Files::open(dir)?)?;
        let payload = index.load_metas()?.payload.ok_or_else(|| unsound("it has no mark"))?;
        let mark: Mark =
            serde_json::from_str(&payload).map_err(|_| unsound("its mark is of another form"))?;
        if mark.form != FORM || index.schema() != Fields::schema().0 {
            return Err(unsound("it is of another form"));
        }
        // Whole files are read for this, which need not lie in this process's memory.
        let damaged = Index::open_in_dir(dir)?.validate_checksum()?;
        if !damaged.is_empty() {
            return Err(ShelfError::Unsound(format!("files are damaged: {damaged:?}")));
        }
        Ok((Self::of(dir, index)?, mark))
    }

    fn of(dir: &Path, mut index: Index) -> Result<Self, ShelfError> {
        index.set_tokenizers(tokenizers());
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(1)
            .try_into()?;
        let (_, fields) = Fields::schema();
        Ok(Self { dir: dir.to_owned(), index, fields, reader, writer: Mutex::new(None) })
    }

    /// Whether its files are still where they were.
    pub(crate) fn is_there(&self) -> bool {
        self.dir.join("meta.json").exists()
    }

    /// Removes the documents of branches and adds others. The next commit keeps both.
    pub(crate) fn replace(&self, gone: &[BranchId], come: &[(Speech, Words)]) -> Result<(), ShelfError> {
        self.with_writer(|writer| {
            for branch in gone {
                writer.delete_term(IndexTerm::from_field_bytes(self.fields.branch, branch.uuid().as_bytes()));
            }
            for (speech, words) in come {
                writer.add_document(self.fields.document(*speech, words))?;
            }
            Ok(())
        })
    }

    /// Keeps what was replaced, and the mark with it, and shows both to whoever asks from now on.
    pub(crate) fn commit(&self, mark: &Mark) -> Result<(), ShelfError> {
        let payload = serde_json::to_string(mark).map_err(std::io::Error::other)?;
        self.with_writer(|writer| {
            let mut prepared = writer.prepare_commit()?;
            prepared.set_payload(&payload);
            prepared.commit()?;
            Ok(())
        })?;
        self.reader.reload()?;
        Ok(())
    }

    /// Forgets what was replaced and not committed, and gives the folder free.
    pub(crate) fn give_up(&self) {
        drop(self.writer.lock().unwrap_or_else(PoisonError::into_inner).take());
    }

    /// Ends writing: waits until what is being merged is merged, and gives the folder free.
    pub(crate) fn close(&self) -> Result<(), ShelfError> {
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(writer) = writer {
            writer.wait_merging_threads()?;
        }
        Ok(())
    }

    /// What failed is given up whole: the next write begins from what was committed.
    fn with_writer<T>(
        &self,
        work: impl FnOnce(&mut IndexWriter) -> Result<T, ShelfError>,
    ) -> Result<T, ShelfError> {
        let mut kept = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let mut writer = match kept.take() {
            Some(writer) => writer,
            None => {
                let options = IndexWriterOptions::builder()
                    .num_worker_threads(1)
                    .num_merge_threads(1)
                    .memory_budget_per_thread(WRITER)
                    .build();
                self.index.writer_with_options::<TantivyDocument>(options)?
            }
        };
        let done = work(&mut writer)?;
        *kept = Some(writer);
        Ok(done)
    }

    /// The best `limit` articles of an edition, the best first, at `now`. Of many words, what holds
    /// most of them goes first; where that is less than a page, what holds some of them follows.
    pub(crate) fn find(
        &self,
        question: &Question,
        edition: &EditionCode,
        now: Moment,
        limit: usize,
    ) -> Result<Vec<BranchId>, ShelfError> {
        let mut found = self.best(question, edition, Demand::Most, now, limit)?;
        if found.len() < ENOUGH && question.has_less() {
            let some = self.best(question, edition, Demand::Some, now, limit)?;
            let new: Vec<_> = some.into_iter().filter(|branch| !found.contains(branch)).collect();
            found.extend(new);
            found.truncate(limit);
        }
        Ok(found)
    }

    /// The best `limit` articles that hold as much of the question as is demanded.
    pub(crate) fn best(
        &self,
        question: &Question,
        edition: &EditionCode,
        demand: Demand,
        now: Moment,
        limit: usize,
    ) -> Result<Vec<BranchId>, ShelfError> {
        let searcher = self.reader.searcher();
        let query = question.query(self.fields, edition, demand);
        let best = searcher.search(&query, &TopDocs::with_limit(limit).tweak_score(newer_first(now)))?;
        best.into_iter().map(|(_, address)| self.branch(&searcher, address)).collect()
    }

    fn branch(&self, searcher: &Searcher, address: DocAddress) -> Result<BranchId, ShelfError> {
        let unsound = || ShelfError::Unsound("a document has no branch".to_owned());
        let segment = searcher.segment_reader(address.segment_ord);
        let column = segment.fast_fields().bytes("branch")?.ok_or_else(unsound)?;
        let ord = column.term_ords(address.doc_id).next().ok_or_else(unsound)?;
        let mut bytes = Vec::new();
        column.ord_to_bytes(ord, &mut bytes)?;
        let uuid = <[u8; 16]>::try_from(bytes.as_slice()).map_err(|_| unsound())?;
        Ok(BranchId::new(uuid::Uuid::from_bytes(uuid)))
    }
}

/// The score, raised a little for what is new; of the same, the newer first.
fn newer_first(
    now: Moment,
) -> impl Fn(&SegmentReader) -> Box<dyn Fn(u32, Score) -> (Score, i64)> + Send + Sync + 'static {
    let now = seconds(now);
    move |segment| {
        let moments = segment.fast_fields().i64("moment").map(|column| column.first_or_default_col(0));
        Box::new(move |document, score| {
            let moment = moments.as_ref().map_or(0, |moments| moments.get_val(document));
            (score * newness(now, moment), moment)
        })
    }
}

/// From 1 for what is old to 1 + [`NEWNESS`].
#[expect(clippy::cast_precision_loss, reason = "seconds of centuries: a score needs no exact age")]
fn newness(now: i64, moment: i64) -> f32 {
    let days = now.saturating_sub(moment).max(0) as f32 / 86_400.0;
    1.0 + NEWNESS * (-days / HALF_LIFE).exp2()
}
