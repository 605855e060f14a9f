-- Version 2: where this board and another say different things of the same thing, until a person decides.

-- One row for each thing of another board that could not be taken over, since both boards have changed it. The row of
-- the thing itself stays as it is here; theirs is the other board's image of it, as canonical JSON without keys.
CREATE TABLE conflict (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  entity TEXT NOT NULL CHECK (entity IN ('source', 'claim')),
  entity_uuid TEXT NOT NULL,
  board_uuid TEXT NOT NULL,
  board_title TEXT NOT NULL,
  theirs TEXT NOT NULL,
  found_at DATETIME NOT NULL,
  decided TEXT CHECK (decided IN ('mine', 'theirs')),
  decided_at DATETIME
);

CREATE INDEX conflict_entity ON conflict(entity_uuid);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
  ('conflict', 'attributes', 'Conflicts', 'What another board says otherwise');

