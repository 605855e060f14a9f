-- Version 6: a conflict says which fields are asked about. Fields that only one of the two boards has changed are
-- joined without a question.

ALTER TABLE conflict RENAME TO conflict_before;

CREATE TABLE conflict (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  entity TEXT NOT NULL CHECK (entity IN ('source', 'claim')),
  entity_uuid TEXT NOT NULL,
  board_uuid TEXT NOT NULL,
  board_title TEXT NOT NULL,
  theirs TEXT NOT NULL,
  fields TEXT,
  found_at DATETIME NOT NULL,
  decided TEXT CHECK (decided IN ('mine', 'theirs', 'both')),
  decided_at DATETIME
);

-- A number that was given once is not given again.
INSERT INTO sqlite_sequence (name, seq) SELECT 'conflict', seq FROM sqlite_sequence WHERE name = 'conflict_before';

INSERT INTO conflict (id, uuid, entity, entity_uuid, board_uuid, board_title, theirs, found_at, decided, decided_at)
  SELECT id, uuid, entity, entity_uuid, board_uuid, board_title, theirs, found_at, decided, decided_at
  FROM conflict_before;

DROP TABLE conflict_before;

CREATE INDEX conflict_entity ON conflict(entity_uuid);

UPDATE gpkg_contents SET description = 'What another board says otherwise, or what was joined with it'
  WHERE table_name = 'conflict';
