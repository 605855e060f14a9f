-- Version 3: the files of layers that are kept in the board.

-- One row for each file of a layer that was copied into the board, by the hash of the whole layer. Never changed and
-- never deleted, so that what was taken back can be done again.
CREATE TABLE layer_file (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  layer_sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  length INTEGER NOT NULL,
  encoding TEXT NOT NULL CHECK (encoding IN ('identity', 'zlib')),
  content BLOB NOT NULL
);

CREATE UNIQUE INDEX layer_file_name ON layer_file(layer_sha256, name);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
  ('layer_file', 'attributes', 'Layer files', 'Files of layers that are kept in the board');
