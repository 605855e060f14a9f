-- Full text. The program keeps it in step, in the transaction of the change; no trigger does, so that programs without
-- FTS5 can edit the tables. The column folded holds Latin spellings of words that are spelt otherwise, so that a name
-- in Cyrillic and in Latin letters is found by either.

CREATE VIRTUAL TABLE claim_fts USING fts5(statement, claimant, place, tags, notes, quotes, folded, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE capture_fts USING fts5(title, text, folded, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

-- Every word of three letters and more that was ever indexed, and its parts of three letters.
CREATE TABLE word (
  id INTEGER PRIMARY KEY NOT NULL,
  word TEXT NOT NULL UNIQUE
);

CREATE VIRTUAL TABLE word_trigram USING fts5(word, content='word', content_rowid='id', tokenize='trigram remove_diacritics 1');

