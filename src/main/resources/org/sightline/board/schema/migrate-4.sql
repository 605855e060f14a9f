-- Version 4: briefings are kept with the board. The table has been there from the first version and was never used: a
-- version that does not know them would take its rows for those of another program.

UPDATE gpkg_contents SET description = 'Named briefings: what their pages are to look like, as JSON' WHERE table_name = 'briefing';
