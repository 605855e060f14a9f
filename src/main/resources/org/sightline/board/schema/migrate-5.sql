-- Version 5: what a map needs of all claims, in blocks that are read at once.

-- Of 4096 numbers of claims each: block n is of the claims n * 4096 + 1 to (n + 1) * 4096. A block that is missing or
-- stale is read from the claims themselves. Derived, like an index: not in the journal.
CREATE TABLE claim_block (
  id INTEGER PRIMARY KEY NOT NULL,
  checksum INTEGER NOT NULL,
  content BLOB NOT NULL
);

-- Blocks that no longer say what their claims say, whichever program has changed them.
CREATE TABLE claim_block_stale (
  id INTEGER PRIMARY KEY NOT NULL
);

CREATE TRIGGER claim_block_insert AFTER INSERT ON claim
  WHEN EXISTS (SELECT 1 FROM claim_block WHERE id = (NEW.id - 1) >> 12)
BEGIN
  INSERT INTO claim_block_stale (id) SELECT (NEW.id - 1) >> 12
    WHERE NOT EXISTS (SELECT 1 FROM claim_block_stale WHERE id = (NEW.id - 1) >> 12);
END;

-- INSERT OR REPLACE takes away a claim of the same identity without telling the trigger for deletions.
CREATE TRIGGER claim_block_replace BEFORE INSERT ON claim
  WHEN EXISTS (SELECT 1 FROM claim WHERE uuid = NEW.uuid)
BEGIN
  INSERT INTO claim_block_stale (id) SELECT (id - 1) >> 12 FROM claim
    WHERE uuid = NEW.uuid AND NOT EXISTS (SELECT 1 FROM claim_block_stale s WHERE s.id = (claim.id - 1) >> 12);
END;

CREATE TRIGGER claim_block_update AFTER UPDATE ON claim
  WHEN OLD.id IS NOT NEW.id OR OLD.geometry IS NOT NEW.geometry OR OLD.uuid IS NOT NEW.uuid
    OR OLD.category IS NOT NEW.category OR OLD.modality IS NOT NEW.modality OR OLD.status IS NOT NEW.status
    OR OLD.when_earliest IS NOT NEW.when_earliest OR OLD.when_latest IS NOT NEW.when_latest
    OR OLD.place_precision IS NOT NEW.place_precision OR OLD.place_radius_m IS NOT NEW.place_radius_m
    OR OLD.removed_at IS NOT NEW.removed_at
BEGIN
  INSERT INTO claim_block_stale (id) SELECT id FROM claim_block
    WHERE id IN ((OLD.id - 1) >> 12, (NEW.id - 1) >> 12) AND id NOT IN (SELECT id FROM claim_block_stale);
END;

CREATE TRIGGER claim_block_delete AFTER DELETE ON claim
  WHEN EXISTS (SELECT 1 FROM claim_block WHERE id = (OLD.id - 1) >> 12)
BEGIN
  INSERT INTO claim_block_stale (id) SELECT (OLD.id - 1) >> 12
    WHERE NOT EXISTS (SELECT 1 FROM claim_block_stale WHERE id = (OLD.id - 1) >> 12);
END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
  ('claim_block', 'attributes', 'Blocks of claims', 'What a map needs of 4096 claims at once; see board-format.md'),
  ('claim_block_stale', 'attributes', 'Stale blocks', 'Blocks that are to be read from the claims');
