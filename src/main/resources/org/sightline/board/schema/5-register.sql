-- What other programs are told about the tables.

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('claim', 'features', 'Claims', 'Checkable statements; rows with removed_at lie in the trash', 4326),
  ('board', 'attributes', 'Board', 'The board itself', NULL),
  ('source', 'attributes', 'Sources', 'Articles, posts, documents', NULL),
  ('capture', 'attributes', 'Captures', 'Snapshots of sources', NULL),
  ('capture_bytes', 'attributes', 'Capture bytes', 'The bytes of captures, by SHA-256', NULL),
  ('capture_text', 'attributes', 'Capture texts', 'The texts of captures, by SHA-256', NULL),
  ('quote', 'attributes', 'Quotes', 'The words that back a claim', NULL),
  ('relation', 'attributes', 'Relations', 'How one claim bears on another', NULL),
  ('tag', 'attributes', 'Tags', 'Words to group claims by', NULL),
  ('claim_tag', 'attributes', 'Tags of claims', 'Which claim has which tag', NULL),
  ('layer', 'attributes', 'Layers', 'Layers added to the map', NULL),
  ('briefing', 'attributes', 'Briefings', 'Briefing pages', NULL),
  ('journal', 'attributes', 'Journal', 'Every change, hash-chained', NULL),
  ('journal_part', 'attributes', 'Journal parts', 'Images of changes of several things', NULL),
  ('word', 'attributes', 'Words', 'Words of the search index', NULL);

INSERT INTO gpkg_geometry_columns VALUES ('claim', 'geometry', 'GEOMETRY', 4326, 0, 0);

INSERT INTO gpkg_extensions VALUES
  ('claim', 'geometry', 'gpkg_rtree_index', 'http://www.geopackage.org/spec131/#extension_rtree', 'write-only'),
  ('claim_fts', NULL, 'sightline_search', 'Full text of claims, in SQLite FTS5; see board-format.md', 'write-only'),
  ('capture_fts', NULL, 'sightline_search', 'Full text of captures, in SQLite FTS5; see board-format.md', 'write-only'),
  ('word_trigram', NULL, 'sightline_search', 'Parts of words, in SQLite FTS5; see board-format.md', 'write-only');

