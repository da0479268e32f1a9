"""The tables of a project, as SQL, and the names of the migrations that make them.

Apart from `migrations`, so that opening a project that is up to date needs no library beside sqlite3.
"""

from typing import Final

APPLICATION_ID: Final = 0x56415249  # "VARI" in the file's header says whose file it is
MIGRATION_SET: Final = "variorum"
MIGRATIONS: Final = ("0001_project",)

PROJECT: Final = """
CREATE TABLE article (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
  added TEXT NOT NULL, UNIQUE (name, sha256)
) STRICT;

CREATE TABLE story (id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE story_article (
  story INTEGER NOT NULL REFERENCES story (id), article TEXT NOT NULL REFERENCES article (id),
  position INTEGER NOT NULL, PRIMARY KEY (story, article)
) STRICT;

CREATE TABLE analysis (
  article_sha256 TEXT NOT NULL, model TEXT NOT NULL, version TEXT NOT NULL, lang TEXT NOT NULL, data BLOB NOT NULL,
  made TEXT NOT NULL, PRIMARY KEY (article_sha256, model, version)
) STRICT;

CREATE TABLE reviewer (name TEXT PRIMARY KEY, since TEXT NOT NULL) STRICT;

CREATE TABLE label_set (sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, source TEXT NOT NULL) STRICT;

CREATE TABLE sitting (
  id TEXT PRIMARY KEY, reviewer TEXT NOT NULL REFERENCES reviewer (name), started TEXT NOT NULL,
  program TEXT NOT NULL, labels TEXT NOT NULL REFERENCES label_set (sha256)
) STRICT;

CREATE TABLE event (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, sitting TEXT NOT NULL REFERENCES sitting (id), step INTEGER NOT NULL,
  at TEXT NOT NULL, article TEXT NOT NULL REFERENCES article (id), kind TEXT NOT NULL, payload TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX event_sitting ON event (sitting, seq);

CREATE TABLE annotation (
  id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES article (id),
  reviewer TEXT NOT NULL REFERENCES reviewer (name), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  surface TEXT NOT NULL, label TEXT NOT NULL, verdict TEXT NOT NULL, note TEXT NOT NULL,
  origin_model TEXT, origin_start INTEGER, origin_end INTEGER, origin_label TEXT,
  created TEXT NOT NULL, decided TEXT NOT NULL,
  CHECK (0 <= start AND start < "end"), CHECK (verdict IN ('accepted', 'rejected', 'unsure')),
  UNIQUE (article, reviewer, start, "end", label)
) STRICT;

CREATE TABLE finished (
  article TEXT NOT NULL REFERENCES article (id), reviewer TEXT NOT NULL REFERENCES reviewer (name), at TEXT NOT NULL,
  PRIMARY KEY (article, reviewer)
) STRICT;

CREATE TABLE place (
  reviewer TEXT PRIMARY KEY REFERENCES reviewer (name), data TEXT NOT NULL, at TEXT NOT NULL
) STRICT;

CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER article_no_update BEFORE UPDATE ON article BEGIN SELECT RAISE(ABORT, 'a text never changes'); END;
CREATE TRIGGER article_no_delete BEFORE DELETE ON article BEGIN SELECT RAISE(ABORT, 'a text never changes'); END;
"""
