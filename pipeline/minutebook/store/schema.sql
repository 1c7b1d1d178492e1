-- The database as researchers see it. Offsets ("start", "end") are half-open character
-- offsets into texts.text of the row's document. Refs are stable ids for links.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT
);

CREATE TABLE councils (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE
);

CREATE TABLE bodies (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    council_id INTEGER REFERENCES councils(id),
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    is_settled INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX bodies_council_id ON bodies(council_id);

CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'unknown',
    body_id INTEGER REFERENCES bodies(id),
    key TEXT NOT NULL,
    reason TEXT
);
CREATE INDEX people_body_id ON people(body_id, key);
CREATE INDEX people_kind ON people(kind);
CREATE INDEX people_name ON people(name);

CREATE TABLE organisations (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE
);
CREATE INDEX organisations_name ON organisations(name);

CREATE TABLE roles (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE
);

CREATE TABLE names (
    entity_kind TEXT NOT NULL,
    entity_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (entity_kind, entity_id, name)
) WITHOUT ROWID;
CREATE INDEX names_name ON names(name);

CREATE TABLE loads (
    id INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    status TEXT NOT NULL,
    version TEXT NOT NULL,
    paths TEXT NOT NULL,
    options TEXT NOT NULL,
    files INTEGER NOT NULL DEFAULT 0,
    loaded INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    duplicate INTEGER NOT NULL DEFAULT 0,
    not_minutes INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    pruned INTEGER NOT NULL DEFAULT 0,
    words INTEGER NOT NULL DEFAULT 0,
    seconds REAL
);

CREATE TABLE failures (
    id INTEGER PRIMARY KEY,
    load_id INTEGER REFERENCES loads(id),
    path TEXT NOT NULL,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    error TEXT,
    seconds REAL
);
CREATE INDEX failures_load_id ON failures(load_id);
CREATE INDEX failures_path ON failures(path);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    words INTEGER NOT NULL,
    status TEXT NOT NULL,
    loaded_at TEXT NOT NULL,
    version TEXT NOT NULL,
    kind TEXT NOT NULL,
    certainty REAL,
    rule TEXT,
    notes TEXT NOT NULL DEFAULT '[]',
    problems TEXT NOT NULL DEFAULT '[]',
    metadata TEXT NOT NULL DEFAULT '[]',
    load_id INTEGER REFERENCES loads(id)
);
CREATE INDEX documents_path ON documents(path);
CREATE INDEX documents_bytes ON documents(bytes);
CREATE INDEX documents_kind ON documents(kind);
CREATE INDEX documents_status ON documents(status);
CREATE INDEX documents_load_id ON documents(load_id);

-- What became of each file; a file is skipped fast while size and times stay the same.
CREATE TABLE sources (
    location TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    size INTEGER,
    mtime_ns INTEGER,
    ctime_ns INTEGER,
    sha256 TEXT,
    status TEXT NOT NULL,
    document_id INTEGER REFERENCES documents(id),
    version TEXT NOT NULL,
    options TEXT NOT NULL DEFAULT '',
    load_id INTEGER REFERENCES loads(id),
    stage TEXT,
    reason TEXT,
    error TEXT
);
CREATE INDEX sources_document_id ON sources(document_id);
CREATE INDEX sources_load_id ON sources(load_id);

CREATE TABLE texts (
    document_id INTEGER PRIMARY KEY REFERENCES documents(id),
    text TEXT NOT NULL
);

CREATE TABLE pages (
    document_id INTEGER NOT NULL REFERENCES documents(id),
    page INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    width REAL,
    height REAL,
    PRIMARY KEY (document_id, page)
) WITHOUT ROWID;

-- Where each line stands on its page, in points from the top left corner.
CREATE TABLE lines (
    document_id INTEGER NOT NULL REFERENCES documents(id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    page INTEGER NOT NULL,
    "left" REAL NOT NULL,
    top REAL NOT NULL,
    "right" REAL NOT NULL,
    bottom REAL NOT NULL,
    PRIMARY KEY (document_id, start)
) WITHOUT ROWID;

CREATE TABLE meetings (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    document_id INTEGER NOT NULL UNIQUE REFERENCES documents(id),
    council_id INTEGER REFERENCES councils(id),
    body_id INTEGER REFERENCES bodies(id),
    date TEXT,
    start_time TEXT,
    end_time TEXT,
    venue TEXT,
    is_draft INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL DEFAULT 'minutes',
    year INTEGER,
    council TEXT,
    body TEXT,
    next TEXT NOT NULL DEFAULT '[]',
    approves TEXT NOT NULL DEFAULT '[]',
    spans TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX meetings_council_id ON meetings(council_id, date);
CREATE INDEX meetings_body_id ON meetings(body_id, date);
CREATE INDEX meetings_date ON meetings(date);
CREATE INDEX meetings_year ON meetings(year);
CREATE INDEX meetings_kind ON meetings(kind);

CREATE TABLE items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL UNIQUE,
    meeting_id INTEGER NOT NULL REFERENCES meetings(id),
    position INTEGER NOT NULL,
    number TEXT,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    page INTEGER NOT NULL,
    body_start INTEGER NOT NULL,
    level INTEGER NOT NULL DEFAULT 1,
    standing INTEGER NOT NULL DEFAULT 0,
    rule TEXT
);
CREATE INDEX items_meeting_id ON items(meeting_id, position);
CREATE INDEX items_standing ON items(standing);

CREATE TABLE decisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL UNIQUE,
    meeting_id INTEGER NOT NULL REFERENCES meetings(id),
    item_id INTEGER REFERENCES items(id),
    council_id INTEGER REFERENCES councils(id),
    body_id INTEGER REFERENCES bodies(id),
    date TEXT,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    mover_id INTEGER REFERENCES people(id),
    seconder_id INTEGER REFERENCES people(id),
    votes_for INTEGER,
    votes_against INTEGER,
    votes_abstained INTEGER,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    page INTEGER NOT NULL,
    rule TEXT NOT NULL,
    position INTEGER NOT NULL,
    year INTEGER,
    lead TEXT,
    lead_start INTEGER,
    lead_end INTEGER,
    mover TEXT,
    seconder TEXT,
    unanimous INTEGER NOT NULL DEFAULT 0,
    standing INTEGER NOT NULL DEFAULT 0,
    certainty REAL
);
CREATE INDEX decisions_meeting_id ON decisions(meeting_id);
CREATE INDEX decisions_item_id ON decisions(item_id);
CREATE INDEX decisions_council_id ON decisions(council_id, date);
CREATE INDEX decisions_body_id ON decisions(body_id, date);
CREATE INDEX decisions_date ON decisions(date);
CREATE INDEX decisions_year ON decisions(year);
CREATE INDEX decisions_kind ON decisions(kind, date);
CREATE INDEX decisions_mover_id ON decisions(mover_id) WHERE mover_id IS NOT NULL;
CREATE INDEX decisions_seconder_id ON decisions(seconder_id)
    WHERE seconder_id IS NOT NULL;
CREATE INDEX decisions_standing ON decisions(standing, date);
CREATE INDEX decisions_votes ON decisions(votes_against)
    WHERE votes_against IS NOT NULL;

CREATE TABLE decision_votes (
    decision_id INTEGER NOT NULL REFERENCES decisions(id),
    person_id INTEGER REFERENCES people(id),
    vote TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    page INTEGER NOT NULL
);
CREATE INDEX decision_votes_decision_id ON decision_votes(decision_id, position);
CREATE INDEX decision_votes_person_id ON decision_votes(person_id);

CREATE TABLE actions (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    meeting_id INTEGER NOT NULL REFERENCES meetings(id),
    item_id INTEGER REFERENCES items(id),
    text TEXT NOT NULL,
    due_date TEXT,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    page INTEGER NOT NULL,
    rule TEXT NOT NULL,
    position INTEGER NOT NULL,
    certainty REAL
);
CREATE INDEX actions_meeting_id ON actions(meeting_id);
CREATE INDEX actions_item_id ON actions(item_id);
CREATE INDEX actions_due_date ON actions(due_date);

CREATE TABLE action_owners (
    action_id INTEGER NOT NULL REFERENCES actions(id),
    person_id INTEGER REFERENCES people(id),
    organisation_id INTEGER REFERENCES organisations(id),
    name_as_written TEXT,
    position INTEGER NOT NULL,
    name TEXT,
    role_id INTEGER REFERENCES roles(id)
);
CREATE INDEX action_owners_action_id ON action_owners(action_id, position);
CREATE INDEX action_owners_person_id ON action_owners(person_id);
CREATE INDEX action_owners_organisation_id ON action_owners(organisation_id);
CREATE INDEX action_owners_role_id ON action_owners(role_id);

CREATE TABLE attendance (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meetings(id),
    person_id INTEGER REFERENCES people(id),
    name_as_written TEXT NOT NULL,
    status TEXT NOT NULL,
    role TEXT,
    organisation_id INTEGER REFERENCES organisations(id),
    is_chair INTEGER NOT NULL DEFAULT 0,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    page INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT,
    role_id INTEGER REFERENCES roles(id),
    role_start INTEGER,
    role_end INTEGER,
    organisation_start INTEGER,
    organisation_end INTEGER,
    initials TEXT,
    substitute_for TEXT,
    substitute_for_id INTEGER REFERENCES people(id),
    note TEXT,
    "group" TEXT,
    rule TEXT,
    certainty REAL
);
CREATE INDEX attendance_meeting_id ON attendance(meeting_id, position);
CREATE INDEX attendance_person_id ON attendance(person_id);
CREATE INDEX attendance_organisation_id ON attendance(organisation_id);
CREATE INDEX attendance_role_id ON attendance(role_id);
CREATE INDEX attendance_substitute_for_id ON attendance(substitute_for_id)
    WHERE substitute_for_id IS NOT NULL;
CREATE INDEX attendance_status ON attendance(status);

CREATE TABLE declarations (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meetings(id),
    item_id INTEGER REFERENCES items(id),
    person_id INTEGER REFERENCES people(id),
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    page INTEGER NOT NULL,
    rule TEXT,
    name TEXT,
    position INTEGER NOT NULL
);
CREATE INDEX declarations_meeting_id ON declarations(meeting_id);
CREATE INDEX declarations_item_id ON declarations(item_id);
CREATE INDEX declarations_person_id ON declarations(person_id);

-- The people, organisations and roles of one document, as that document names them.
CREATE TABLE entities (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents(id),
    kind TEXT NOT NULL,
    position INTEGER,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL DEFAULT '[]',
    person_kind TEXT,
    person_id INTEGER REFERENCES people(id),
    organisation_id INTEGER REFERENCES organisations(id),
    role_id INTEGER REFERENCES roles(id),
    reason TEXT
);
CREATE INDEX entities_document_id ON entities(document_id, kind, position);
CREATE INDEX entities_person_id ON entities(person_id) WHERE person_id IS NOT NULL;
CREATE INDEX entities_organisation_id ON entities(organisation_id)
    WHERE organisation_id IS NOT NULL;
CREATE INDEX entities_role_id ON entities(role_id) WHERE role_id IS NOT NULL;

CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents(id),
    item_id INTEGER REFERENCES items(id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    page INTEGER NOT NULL,
    rule TEXT NOT NULL,
    person_id INTEGER REFERENCES people(id),
    organisation_id INTEGER REFERENCES organisations(id),
    role_id INTEGER REFERENCES roles(id),
    decision_id INTEGER REFERENCES decisions(id),
    name TEXT NOT NULL,
    certainty REAL
);
CREATE INDEX mentions_document_id ON mentions(document_id, start);
CREATE INDEX mentions_item_id ON mentions(item_id) WHERE item_id IS NOT NULL;
CREATE INDEX mentions_decision_id ON mentions(decision_id)
    WHERE decision_id IS NOT NULL;
CREATE INDEX mentions_person_id ON mentions(person_id) WHERE person_id IS NOT NULL;
CREATE INDEX mentions_organisation_id ON mentions(organisation_id)
    WHERE organisation_id IS NOT NULL;
CREATE INDEX mentions_role_id ON mentions(role_id) WHERE role_id IS NOT NULL;
CREATE INDEX mentions_kind ON mentions(kind);

CREATE TABLE money (
    mention_id INTEGER PRIMARY KEY REFERENCES mentions(id),
    amount REAL NOT NULL,
    currency TEXT NOT NULL,
    per TEXT
);
CREATE INDEX money_amount ON money(amount);

CREATE TABLE dates (
    mention_id INTEGER PRIMARY KEY REFERENCES mentions(id),
    earliest TEXT NOT NULL,
    latest TEXT NOT NULL,
    precision TEXT NOT NULL,
    iso TEXT NOT NULL
);
CREATE INDEX dates_earliest ON dates(earliest);

-- A ref that has been merged or replaced, and where it went.
CREATE TABLE redirects (
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    target_kind TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (kind, ref)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE items_fts USING fts5(
    title, text, content="items", content_rowid="id",
    tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE decisions_fts USING fts5(
    lead, text, content="decisions", content_rowid="id",
    tokenize="porter unicode61 remove_diacritics 2"
);
