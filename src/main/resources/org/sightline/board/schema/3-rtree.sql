-- GeoPackage R-tree spatial index extension for claim.geometry, in the words of OGC 12-128r18, annex F.3.

CREATE VIRTUAL TABLE rtree_claim_geometry USING rtree(id, minx, maxx, miny, maxy);

CREATE TRIGGER rtree_claim_geometry_insert AFTER INSERT ON claim
  WHEN (new.geometry NOT NULL AND NOT ST_IsEmpty(NEW.geometry))
BEGIN
  INSERT OR REPLACE INTO rtree_claim_geometry VALUES (
    NEW.id,
    ST_MinX(NEW.geometry), ST_MaxX(NEW.geometry),
    ST_MinY(NEW.geometry), ST_MaxY(NEW.geometry)
  );
END;

CREATE TRIGGER rtree_claim_geometry_update1 AFTER UPDATE OF geometry ON claim
  WHEN OLD.id = NEW.id AND
       (NEW.geometry NOTNULL AND NOT ST_IsEmpty(NEW.geometry))
BEGIN
  INSERT OR REPLACE INTO rtree_claim_geometry VALUES (
    NEW.id,
    ST_MinX(NEW.geometry), ST_MaxX(NEW.geometry),
    ST_MinY(NEW.geometry), ST_MaxY(NEW.geometry)
  );
END;

CREATE TRIGGER rtree_claim_geometry_update2 AFTER UPDATE OF geometry ON claim
  WHEN OLD.id = NEW.id AND
       (NEW.geometry ISNULL OR ST_IsEmpty(NEW.geometry))
BEGIN
  DELETE FROM rtree_claim_geometry WHERE id = OLD.id;
END;

CREATE TRIGGER rtree_claim_geometry_update3 AFTER UPDATE ON claim
  WHEN OLD.id != NEW.id AND
       (NEW.geometry NOTNULL AND NOT ST_IsEmpty(NEW.geometry))
BEGIN
  DELETE FROM rtree_claim_geometry WHERE id = OLD.id;
  INSERT OR REPLACE INTO rtree_claim_geometry VALUES (
    NEW.id,
    ST_MinX(NEW.geometry), ST_MaxX(NEW.geometry),
    ST_MinY(NEW.geometry), ST_MaxY(NEW.geometry)
  );
END;

CREATE TRIGGER rtree_claim_geometry_update4 AFTER UPDATE ON claim
  WHEN OLD.id != NEW.id AND
       (NEW.geometry ISNULL OR ST_IsEmpty(NEW.geometry))
BEGIN
  DELETE FROM rtree_claim_geometry WHERE id IN (OLD.id, NEW.id);
END;

CREATE TRIGGER rtree_claim_geometry_delete AFTER DELETE ON claim
  WHEN old.geometry NOT NULL
BEGIN
  DELETE FROM rtree_claim_geometry WHERE id = OLD.id;
END;

