"""The tables of a project, as SQL, and the names of the migrations that make them.

Apart from `migrations`, so that opening a project that is up to date needs no library beside sqlite3.
"""

from typing import Final

APPLICATION_ID: Final = 0x56415249  # "VARI" in the file's header says whose file it is
MIGRATION_SET: Final = "variorum"
MIGRATIONS: Final = ("0001_project", "0002_corpus", "0003_comparison", "0004_statements", "0005_views")

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

# An article is known by its number where it has to be short: in the index of the words. `about` is the hash of what is
# known of it beside its text, `replaces` names the version of it that was there before. `machine` is the story that
# the input or the grouping put an article in; `story` is another one where a reviewer moved it. A story's `title` is
# the name that reviewers gave it, else the `fixed` one that the input gave, else that of one of its articles; the
# counts are kept so that a list need not count.
CORPUS: Final = """
CREATE TABLE article_new (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, origin TEXT NOT NULL, sha256 TEXT NOT NULL,
  title TEXT NOT NULL, source TEXT NOT NULL, published TEXT NOT NULL, certainty TEXT NOT NULL, url TEXT NOT NULL,
  lang TEXT NOT NULL, author TEXT NOT NULL, given_story TEXT NOT NULL, decoded TEXT NOT NULL, more TEXT NOT NULL,
  about TEXT NOT NULL, replaces TEXT REFERENCES article (id), added TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
INSERT INTO article_new
  SELECT rowid, id, name, '', sha256, title, '', '', '', '', '', '', '', '', '', about_hash(title), NULL,
    added, text
  FROM article ORDER BY rowid;
DROP TABLE article;
ALTER TABLE article_new RENAME TO article;
CREATE INDEX article_name ON article (name);
CREATE INDEX article_numbered ON article (sha256) WHERE instr(name, ':') > 0;
CREATE INDEX article_source ON article (source);
CREATE INDEX article_published ON article (published);
CREATE INDEX article_replaces ON article (replaces) WHERE replaces IS NOT NULL;
CREATE TRIGGER article_no_update BEFORE UPDATE ON article BEGIN SELECT RAISE(ABORT, 'a text never changes'); END;
CREATE TRIGGER article_no_delete BEFORE DELETE ON article BEGIN SELECT RAISE(ABORT, 'a text never changes'); END;

CREATE VIRTUAL TABLE article_words USING fts5 (
  title, text, content = 'article', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO article_words (article_words, rank) VALUES ('automerge', 16);
INSERT INTO article_words (article_words, rank) VALUES ('hashsize', 16777216);
INSERT INTO article_words (rowid, title, text) SELECT number, title, text FROM article ORDER BY number;

CREATE TABLE story_new (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, fixed TEXT NOT NULL DEFAULT '',
  named INTEGER NOT NULL DEFAULT 0, articles INTEGER NOT NULL DEFAULT 0, sources INTEGER NOT NULL DEFAULT 0,
  first TEXT NOT NULL DEFAULT '', last TEXT NOT NULL DEFAULT '', disagreement INTEGER NOT NULL DEFAULT 0,
  compared INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO story_new (number, id, title, fixed) SELECT id, 'story-' || id, title, title FROM story;
CREATE TABLE story_article_new (
  article TEXT PRIMARY KEY REFERENCES article (id), story TEXT NOT NULL REFERENCES story (id),
  machine TEXT NOT NULL REFERENCES story (id), copy_of TEXT REFERENCES article (id)
) STRICT;
INSERT INTO story_article_new (article, story, machine)
  SELECT article, 'story-' || story, 'story-' || story FROM story_article WHERE true ORDER BY story, position
  ON CONFLICT (article) DO NOTHING;
DROP TABLE story_article;
DROP TABLE story;
ALTER TABLE story_new RENAME TO story;
ALTER TABLE story_article_new RENAME TO story_article;
UPDATE story SET articles = (SELECT count(*) FROM story_article WHERE story = story.id);
CREATE INDEX story_article_story ON story_article (story);
CREATE INDEX story_last ON story (last, number);
CREATE INDEX story_articles ON story (articles, number);
CREATE INDEX story_disagreement ON story (disagreement, number);

CREATE TABLE story_work (
  story TEXT NOT NULL REFERENCES story (id), reviewer TEXT NOT NULL REFERENCES reviewer (name),
  finished INTEGER NOT NULL, open INTEGER NOT NULL, place TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (story, reviewer)
) STRICT;

INSERT INTO story_work
  SELECT story, reviewer, sum(done), 0, '{}', max(decided) FROM (
    SELECT article, reviewer, 1 AS done, at AS decided FROM finished
    UNION ALL SELECT article, reviewer, 0, max(decided) FROM annotation GROUP BY article, reviewer
  ) JOIN story_article USING (article) GROUP BY story, reviewer;

CREATE TABLE profile (
  article INTEGER PRIMARY KEY REFERENCES article (number), version INTEGER NOT NULL, data BLOB NOT NULL
) STRICT;

CREATE TABLE imported (input TEXT PRIMARY KEY, articles INTEGER NOT NULL, at TEXT NOT NULL) STRICT;

CREATE TABLE carried (annotation TEXT PRIMARY KEY, copy TEXT NOT NULL, at TEXT NOT NULL) STRICT;
"""

# `relation` is a projection of the log, as `annotation` is. `comparison` is what a machine made of a story for one
# reviewer; `basis` names all that it was made from. `furniture` are the hashes of pieces of text that recur, with the
# number of stories in which they do, and of those in which no copy of another article has them.
COMPARISON: Final = """
CREATE TABLE relation (
  tie TEXT NOT NULL, article TEXT NOT NULL REFERENCES article (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  surface TEXT NOT NULL, other TEXT NOT NULL REFERENCES article (id), other_start INTEGER NOT NULL,
  other_end INTEGER NOT NULL, other_surface TEXT NOT NULL, verdict TEXT NOT NULL,
  reviewer TEXT NOT NULL REFERENCES reviewer (name), decided TEXT NOT NULL,
  CHECK (0 <= start AND start < "end" AND 0 <= other_start AND other_start < other_end),
  CHECK (tie IN ('same', 'aligned', 'conflict')), CHECK (verdict IN ('accepted', 'rejected', 'unsure')),
  PRIMARY KEY (reviewer, article, start, "end", tie, other, other_start, other_end)
) STRICT;
CREATE INDEX relation_names ON relation (surface) WHERE tie = 'same';
CREATE INDEX relation_article ON relation (article);

CREATE TABLE comparison (
  story TEXT NOT NULL REFERENCES story (id), reviewer TEXT NOT NULL REFERENCES reviewer (name), basis TEXT NOT NULL,
  data BLOB NOT NULL, made TEXT NOT NULL, PRIMARY KEY (story, reviewer)
) STRICT;

CREATE TABLE furniture (piece INTEGER PRIMARY KEY, stories INTEGER NOT NULL, apart INTEGER NOT NULL) STRICT;
"""

# `statement` and `connection` are projections of the log. The empty list of parts and of attributes is "", the others
# are JSON. A place without a span is 0 to 0. The ends of a connection are no foreign keys: a mark that was deleted
# comes back with an undo, and what it was related to with it.
STATEMENTS: Final = """
ALTER TABLE annotation ADD COLUMN parts TEXT NOT NULL DEFAULT '';
ALTER TABLE annotation ADD COLUMN attributes TEXT NOT NULL DEFAULT '';
ALTER TABLE annotation ADD COLUMN via TEXT NOT NULL DEFAULT '';

CREATE TABLE relation_new (
  tie TEXT NOT NULL, article TEXT NOT NULL REFERENCES article (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  surface TEXT NOT NULL, other TEXT NOT NULL REFERENCES article (id), other_start INTEGER NOT NULL,
  other_end INTEGER NOT NULL, other_surface TEXT NOT NULL, verdict TEXT NOT NULL,
  reviewer TEXT NOT NULL REFERENCES reviewer (name), decided TEXT NOT NULL,
  CHECK (0 <= start AND start < "end" AND 0 <= other_start AND other_start < other_end),
  CHECK (tie IN ('same', 'aligned', 'conflict', 'agreement', 'refinement', 'scope')),
  CHECK (verdict IN ('accepted', 'rejected', 'unsure')),
  PRIMARY KEY (reviewer, article, start, "end", tie, other, other_start, other_end)
) STRICT;
INSERT INTO relation_new SELECT * FROM relation;
DROP TABLE relation;
ALTER TABLE relation_new RENAME TO relation;
CREATE INDEX relation_names ON relation (surface) WHERE tie = 'same';
CREATE INDEX relation_article ON relation (article);

CREATE TABLE statement (
  about TEXT NOT NULL, article TEXT NOT NULL REFERENCES article (id), story TEXT NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, surface TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
  reviewer TEXT NOT NULL REFERENCES reviewer (name), decided TEXT NOT NULL,
  CHECK (0 <= start AND start <= "end"), CHECK (about IN ('article', 'story', 'name', 'figure')),
  PRIMARY KEY (reviewer, article, about, start, "end", story, field)
) STRICT;
CREATE INDEX statement_article ON statement (article);

CREATE TABLE connection (
  kind TEXT NOT NULL, article TEXT NOT NULL REFERENCES article (id), source TEXT NOT NULL,
  other TEXT NOT NULL REFERENCES article (id), target TEXT NOT NULL,
  reviewer TEXT NOT NULL REFERENCES reviewer (name), decided TEXT NOT NULL,
  PRIMARY KEY (reviewer, article, source, kind, other, target)
) STRICT;
CREATE INDEX connection_article ON connection (article);
"""

# `doubt` is how unsure a model is of what it read (annotations.analyses). The views are for people who look into a
# project with a browser of SQLite files; offsets are code points, as substr counts them.
VIEWS: Final = """
ALTER TABLE analysis ADD COLUMN doubt INTEGER NOT NULL DEFAULT 0;
UPDATE analysis SET doubt = doubt_in(data);

CREATE VIEW gold_articles AS
  SELECT article.id, article.name, article.title, source, published, url, article.lang, story.id AS story_id,
    story.title AS story, length(text) AS characters,
    (SELECT group_concat(reviewer, ', ') FROM finished WHERE finished.article = article.id) AS finished_by,
    (SELECT count(*) FROM annotation WHERE annotation.article = article.id AND verdict = 'accepted') AS accepted,
    sha256, text
  FROM article LEFT JOIN story_article ON story_article.article = article.id
  LEFT JOIN story ON story.id = story_article.story;

CREATE VIEW gold_spans AS
  SELECT annotation.id, story.title AS story, article.name AS article, source, published, annotation.label,
    annotation.verdict, substr(text, max(1, start - 39), min(40, start)) AS before, surface,
    substr(text, "end" + 1, 40) AS after, start, "end", reviewer, note, via, parts, attributes, origin_model,
    created, decided, annotation.article AS article_id, story.id AS story_id
  FROM annotation JOIN article ON article.id = annotation.article
  LEFT JOIN story_article ON story_article.article = annotation.article
  LEFT JOIN story ON story.id = story_article.story;

CREATE VIEW gold_pairs AS
  SELECT tie, verdict, one.name AS article, surface, start, "end", two.name AS other_article, other_surface,
    other_start, other_end, reviewer, decided, relation.article AS article_id, relation.other AS other_id
  FROM relation JOIN article AS one ON one.id = relation.article JOIN article AS two ON two.id = relation.other;

CREATE VIEW gold_statements AS
  SELECT statement.about, field, value, article.name AS article, story.title AS story, surface, start, "end", reviewer,
    decided, statement.article AS article_id
  FROM statement JOIN article ON article.id = statement.article LEFT JOIN story ON story.id = statement.story;

CREATE VIEW gold_relations AS
  SELECT kind, one.surface AS source, one.label AS source_label, two.surface AS target, two.label AS target_label,
    article.name AS article, connection.reviewer, connection.decided, connection.article AS article_id
  FROM connection JOIN annotation AS one ON one.id = connection.source
  JOIN annotation AS two ON two.id = connection.target JOIN article ON article.id = connection.article;
"""
