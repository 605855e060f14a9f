-- What a board holds. Every table has an integer key, used inside this file only, and a UUID, by which the same thing
-- is known in other boards. Words of fixed lists are lower case. Times are UTC, as 2022-10-12T07:00:00.000Z.

-- The board itself: one row.
CREATE TABLE board (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  uuid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  created DATETIME NOT NULL,
  software TEXT NOT NULL,
  journal_length INTEGER NOT NULL,
  journal_sha256 TEXT NOT NULL
);

-- Something published.
CREATE TABLE source (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  publisher TEXT,
  author TEXT,
  url TEXT,
  published TEXT,
  language TEXT,
  reliability TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  relays_source_id INTEGER REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  removed_at DATETIME,
  removed_reason TEXT
);

CREATE INDEX source_relays ON source(relays_source_id) WHERE relays_source_id IS NOT NULL;

-- The bytes of captures, by their SHA-256. Never changed and never deleted, so that what was taken back can be done again.
CREATE TABLE capture_bytes (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  length INTEGER NOT NULL,
  encoding TEXT NOT NULL CHECK (encoding IN ('identity', 'zlib', 'beside')),
  content BLOB
);

-- The texts extracted from captures, by the SHA-256 of their UTF-8 form. Never changed and never deleted.
CREATE TABLE capture_text (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL
);

-- A snapshot of a source at one moment.
CREATE TABLE capture (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  source_id INTEGER NOT NULL REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  sha256 TEXT NOT NULL REFERENCES capture_bytes(sha256),
  media_type TEXT NOT NULL,
  charset TEXT,
  retrieved DATETIME NOT NULL,
  bytes INTEGER NOT NULL,
  text_length INTEGER NOT NULL,
  text_sha256 TEXT NOT NULL REFERENCES capture_text(sha256)
);

CREATE UNIQUE INDEX capture_source ON capture(source_id, sha256);

CREATE INDEX capture_sha256 ON capture(sha256);

CREATE INDEX capture_text_sha256 ON capture(text_sha256);

-- One checkable statement. The feature table: what QGIS shows on the map. Rows with removed_at lie in the trash.
CREATE TABLE claim (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geometry GEOMETRY,
  uuid TEXT NOT NULL UNIQUE,
  statement TEXT NOT NULL,
  category TEXT NOT NULL,
  claimant TEXT,
  modality TEXT NOT NULL CHECK (modality IN ('happened', 'ongoing', 'planned', 'predicted', 'denied', 'unknown')),
  status TEXT NOT NULL CHECK (status IN ('unverified', 'corroborated', 'disputed', 'refuted', 'withdrawn')),
  credibility INTEGER CHECK (credibility BETWEEN 1 AND 6),
  quantity_verbatim TEXT,
  quantity_item TEXT,
  quantity_best REAL,
  quantity_lower REAL,
  quantity_upper REAL,
  quantity_lower_open BOOLEAN,
  quantity_upper_open BOOLEAN,
  quantity_qualifier TEXT,
  quantity_origin TEXT CHECK (quantity_origin IN ('stated', 'derived')),
  quantity_best_exact TEXT,
  quantity_lower_exact TEXT,
  quantity_upper_exact TEXT,
  when_verbatim TEXT,
  when_edtf TEXT,
  when_earliest DATETIME,
  when_latest DATETIME,
  when_precision TEXT,
  when_extent TEXT CHECK (when_extent IN ('all', 'some')),
  when_zone TEXT,
  place_name TEXT,
  place_precision TEXT,
  place_radius_m REAL,
  place_country TEXT,
  route_origin TEXT,
  route_destination TEXT,
  route_path_known BOOLEAN,
  distance_verbatim TEXT,
  distance_value REAL,
  distance_value_exact TEXT,
  distance_unit TEXT,
  distance_reference TEXT,
  distance_direction TEXT,
  notes TEXT NOT NULL DEFAULT '',
  removed_at DATETIME,
  removed_reason TEXT
);

CREATE INDEX claim_when ON claim(when_earliest) WHERE when_earliest IS NOT NULL;

CREATE INDEX claim_category ON claim(category, status);

CREATE INDEX claim_quantity ON claim(quantity_lower) WHERE quantity_lower IS NOT NULL;

CREATE INDEX claim_removed ON claim(removed_at) WHERE removed_at IS NOT NULL;

-- The words that back a claim, where they stand in a capture's text. Offsets count UTF-16 code units, end exclusive.
CREATE TABLE quote (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  capture_id INTEGER NOT NULL REFERENCES capture(id),
  position INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  relays_source_id INTEGER REFERENCES source(id)
);

CREATE INDEX quote_claim ON quote(claim_id, position);

CREATE INDEX quote_capture ON quote(capture_id);

CREATE INDEX quote_relays ON quote(relays_source_id) WHERE relays_source_id IS NOT NULL;

-- How one claim bears on another.
CREATE TABLE relation (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  from_claim_id INTEGER NOT NULL REFERENCES claim(id),
  kind TEXT NOT NULL CHECK (kind IN ('supports', 'contradicts', 'duplicates', 'refines')),
  to_claim_id INTEGER NOT NULL REFERENCES claim(id)
);

CREATE UNIQUE INDEX relation_ends ON relation(from_claim_id, kind, to_claim_id);

CREATE INDEX relation_to ON relation(to_claim_id);

CREATE TABLE tag (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE claim_tag (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  tag_id INTEGER NOT NULL REFERENCES tag(id)
);

CREATE UNIQUE INDEX claim_tag_pair ON claim_tag(claim_id, tag_id);

CREATE INDEX claim_tag_tag ON claim_tag(tag_id);

-- Layers the person has added to the map.
CREATE TABLE layer (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  settings TEXT NOT NULL
);

-- Briefing pages that were laid out.
CREATE TABLE briefing (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  settings TEXT NOT NULL
);

-- One row per change; each row's hash covers the row before it. A change of one thing has its images in before and
-- after; a change of several has them, in order, in journal_part.
CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY NOT NULL,
  at DATETIME NOT NULL,
  actor TEXT NOT NULL,
  operation TEXT NOT NULL,
  summary TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_uuid TEXT,
  before TEXT,
  after TEXT,
  images INTEGER NOT NULL,
  images_sha256 TEXT,
  undoes INTEGER REFERENCES journal(sequence),
  previous_sha256 TEXT NOT NULL,
  sha256 TEXT NOT NULL
);

CREATE INDEX journal_entity ON journal(entity_uuid) WHERE entity_uuid IS NOT NULL;

CREATE INDEX journal_undoes ON journal(undoes) WHERE undoes IS NOT NULL;

-- Images of a change of several things: lines of canonical JSON in UTF-8, compressed with zlib.
CREATE TABLE journal_part (
  id INTEGER PRIMARY KEY NOT NULL,
  sequence INTEGER NOT NULL REFERENCES journal(sequence) DEFERRABLE INITIALLY DEFERRED,
  part INTEGER NOT NULL,
  length INTEGER NOT NULL,
  content BLOB NOT NULL
);

CREATE UNIQUE INDEX journal_part_order ON journal_part(sequence, part);

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal is only ever added to');
END;

CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal is only ever added to');
END;

CREATE TRIGGER journal_part_is_never_changed BEFORE UPDATE ON journal_part
BEGIN
  SELECT RAISE(ABORT, 'the journal is only ever added to');
END;

CREATE TRIGGER journal_part_is_never_deleted BEFORE DELETE ON journal_part
BEGIN
  SELECT RAISE(ABORT, 'the journal is only ever added to');
END;

