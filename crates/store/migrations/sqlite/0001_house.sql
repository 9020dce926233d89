-- The house. Moments are microseconds since 1970 UTC; ids are UUIDv7 as 16 bytes.

-- The newest position of the journal. Updated as the last work of every writing
-- transaction: its lock makes positions gap-free and visible in commit order.
create table journal_head (
    one integer primary key check (one = 1),
    epoch integer not null,
    position integer not null
) strict;
insert into journal_head (one, epoch, position) values (1, 1, 0);

create table journal (
    position integer primary key,
    at integer not null,
    actor text not null,
    event text not null,
    tags text not null
) strict;
create index journal_at on journal (at);

-- What every page needs. Whoever reads the tree to write lists locks this row for
-- share; whoever edits the frame updates it.
create table frame (
    one integer primary key check (one = 1),
    version integer not null
) strict;
insert into frame (one, version) values (1, 1);

create table setting (
    key text primary key,
    value text not null
) strict;

create table edition (
    code text primary key,
    locale text not null,
    label text not null,
    label_locale text,
    name text,
    tagline text,
    reuse_rule text,
    open integer not null,
    ordinal integer not null
) strict;

create table section (
    id blob primary key,
    parent blob references section (id),
    slug text not null,
    ordinal integer not null
) strict;

create table section_words (
    section blob not null references section (id) on delete cascade,
    edition text not null references edition (code),
    name text not null,
    tagline text,
    primary key (section, edition)
) strict;

create table topic (
    id blob primary key
) strict;

create table topic_words (
    topic blob not null references topic (id) on delete cascade,
    edition text not null references edition (code),
    name text not null,
    slug text not null,
    primary key (topic, edition)
) strict;

create table person (
    id blob primary key,
    slug text not null,
    name text not null,
    locale text not null
) strict;

create table person_name (
    person blob not null references person (id) on delete cascade,
    edition text not null references edition (code),
    name text not null,
    primary key (person, edition)
) strict;

create table source (
    id blob primary key,
    name text not null,
    locale text not null,
    home_url text
) strict;

create table source_name (
    source blob not null references source (id) on delete cascade,
    edition text not null references edition (code),
    name text not null,
    primary key (source, edition)
) strict;

create table story (
    id blob primary key
) strict;

create table branch (
    id blob primary key,
    story blob not null references story (id),
    edition text not null references edition (code),
    space text not null check (space in ('post', 'page')),
    slug text not null,
    began_by text not null,
    publication text not null check (publication in ('never', 'live', 'withdrawn')),
    live_revision blob,
    withdrawal text,
    due_revision blob,
    due_moment integer,
    due_typed text,
    due_by text,
    work_base blob,
    work_stage text check (work_stage in ('draft', 'in_review', 'ready')),
    work_version integer,
    embargo integer,
    expires integer,
    first_published integer,
    updated integer,
    modified integer,
    unique (story, edition),
    check ((publication = 'live') = (live_revision is not null)),
    check ((publication = 'withdrawn') = (withdrawal is not null)),
    check ((due_revision is null) = (due_moment is null)),
    check ((work_stage is null) = (work_version is null))
) strict;

-- Standing pages are in no list; sitemaps walk them by slug.
create index branch_page on branch (edition, slug) where space = 'page';

create table revision (
    id blob primary key,
    branch blob not null references branch (id),
    number integer not null,
    at integer not null,
    actor text not null,
    milestone text not null,
    base blob,
    content text not null,
    unique (branch, number)
) strict;

create table working_copy (
    branch blob not null references branch (id),
    version integer not null,
    at integer not null,
    actor text not null,
    content text not null,
    primary key (branch, version)
) strict, without rowid;

create table side_copy (
    id blob primary key,
    branch blob not null references branch (id),
    at integer not null,
    actor text not null,
    content text not null
) strict;
create index side_copy_branch on side_copy (branch);

create table correction (
    id blob primary key,
    branch blob not null references branch (id),
    at integer not null,
    revision blob not null references revision (id),
    note text not null
) strict;
create index correction_branch on correction (branch, at);

create table card (
    branch blob primary key references branch (id),
    words text not null
) strict;

-- A list of an edition: of everything ('edition'), of a section, topic or person.
-- While a section moves, a second one is built beside the served one.
create table list (
    no integer primary key,
    edition text not null references edition (code),
    kind text not null check (kind in ('edition', 'section', 'topic', 'person')),
    subject blob not null,
    -- 0 served, 1 being built, -no dying: its rows are removed in portions
    state integer not null
) strict;
create unique index list_name on list (edition, kind, subject, state);

create table listing (
    list integer not null references list (no),
    moment integer not null,
    branch blob not null,
    live_until integer,
    primary key (list, moment, branch)
) strict, without rowid;

-- A section on its way under another parent. The new lists are built behind the cursor.
create table section_move (
    one integer primary key check (one = 1),
    section blob not null references section (id),
    new_parent blob references section (id),
    actor text not null,
    edition text,
    moment integer,
    branch blob
) strict;

create table address (
    space text not null check (space in ('post', 'page', 'topic', 'section', 'person')),
    edition text not null,
    slug text not null,
    target blob not null,
    is_current integer not null,
    was_public integer not null,
    primary key (space, edition, slug)
) strict, without rowid;
create unique index address_current on address (space, edition, target) where is_current = 1;
create index address_target on address (target);

create table redirect (
    path text not null,
    query text not null,
    host text not null,
    kind text not null check (kind in ('branch', 'section', 'topic', 'person', 'front')),
    edition text not null,
    target blob not null,
    primary key (path, query, host)
) strict, without rowid;

create table origin (
    archive text not null,
    kind text not null,
    foreign_id text not null,
    ours blob not null,
    revision blob,
    digest text not null,
    primary key (archive, kind, foreign_id)
) strict, without rowid;

create table agenda (
    kind text not null check (kind in ('publish', 'expire')),
    branch blob not null references branch (id),
    due integer not null,
    actor text not null,
    parked text,
    primary key (kind, branch)
) strict, without rowid;
create index agenda_due on agenda (due) where parked is null;

create table lease (
    name text primary key,
    holder text not null,
    token integer not null,
    expires integer not null
) strict;

create table secret (
    name text primary key,
    sealed blob not null
) strict;
