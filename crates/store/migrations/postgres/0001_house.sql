-- The house. Moments are microseconds since 1970 UTC; ids are UUIDv7.

-- The newest position of the journal. Updated as the last work of every writing
-- transaction: its lock makes positions gap-free and visible in commit order.
create table journal_head (
    one bigint primary key check (one = 1),
    epoch bigint not null,
    position bigint not null
);
insert into journal_head (one, epoch, position) values (1, 1, 0);

create table journal (
    position bigint primary key,
    at bigint not null,
    actor jsonb not null,
    event jsonb not null,
    tags jsonb not null
);
create index journal_at on journal (at);

-- What every page needs. Whoever reads the tree to write lists locks this row for
-- share; whoever edits the frame updates it.
create table frame (
    one bigint primary key check (one = 1),
    version bigint not null
);
insert into frame (one, version) values (1, 1);

create table setting (
    key text collate "C" primary key,
    value text collate "C" not null
);

create table edition (
    code text collate "C" primary key,
    locale text collate "C" not null,
    label text collate "C" not null,
    label_locale text collate "C",
    name text collate "C",
    tagline text collate "C",
    reuse_rule text collate "C",
    open boolean not null,
    ordinal bigint not null
);

create table section (
    id uuid primary key,
    parent uuid references section (id),
    slug text collate "C" not null,
    ordinal bigint not null
);

create table section_words (
    section uuid not null references section (id) on delete cascade,
    edition text collate "C" not null references edition (code),
    name text collate "C" not null,
    tagline text collate "C",
    primary key (section, edition)
);

create table topic (
    id uuid primary key
);

create table topic_words (
    topic uuid not null references topic (id) on delete cascade,
    edition text collate "C" not null references edition (code),
    name text collate "C" not null,
    slug text collate "C" not null,
    primary key (topic, edition)
);

create table person (
    id uuid primary key,
    slug text collate "C" not null,
    name text collate "C" not null,
    locale text collate "C" not null
);

create table person_name (
    person uuid not null references person (id) on delete cascade,
    edition text collate "C" not null references edition (code),
    name text collate "C" not null,
    primary key (person, edition)
);

create table source (
    id uuid primary key,
    name text collate "C" not null,
    locale text collate "C" not null,
    home_url text collate "C"
);

create table source_name (
    source uuid not null references source (id) on delete cascade,
    edition text collate "C" not null references edition (code),
    name text collate "C" not null,
    primary key (source, edition)
);

create table story (
    id uuid primary key
);

create table branch (
    id uuid primary key,
    story uuid not null references story (id),
    edition text collate "C" not null references edition (code),
    space text collate "C" not null check (space in ('post', 'page')),
    slug text collate "C" not null,
    began_by jsonb not null,
    publication text collate "C" not null check (publication in ('never', 'live', 'withdrawn')),
    live_revision uuid,
    withdrawal text collate "C",
    due_revision uuid,
    due_moment bigint,
    due_typed jsonb,
    due_by jsonb,
    work_base uuid,
    work_stage text collate "C" check (work_stage in ('draft', 'in_review', 'ready')),
    work_version bigint,
    embargo bigint,
    expires bigint,
    first_published bigint,
    updated bigint,
    modified bigint,
    unique (story, edition),
    check ((publication = 'live') = (live_revision is not null)),
    check ((publication = 'withdrawn') = (withdrawal is not null)),
    check ((due_revision is null) = (due_moment is null)),
    check ((work_stage is null) = (work_version is null))
);

-- Standing pages are in no list; sitemaps walk them by slug.
create index branch_page on branch (edition, slug) where space = 'page';

create table revision (
    id uuid primary key,
    branch uuid not null references branch (id),
    number bigint not null,
    at bigint not null,
    actor jsonb not null,
    milestone text collate "C" not null,
    base uuid,
    content text collate "C" not null,
    unique (branch, number)
);

create table working_copy (
    branch uuid not null references branch (id),
    version bigint not null,
    at bigint not null,
    actor jsonb not null,
    content text collate "C" not null,
    primary key (branch, version)
);

create table side_copy (
    id uuid primary key,
    branch uuid not null references branch (id),
    at bigint not null,
    actor jsonb not null,
    content text collate "C" not null
);
create index side_copy_branch on side_copy (branch);

create table correction (
    id uuid primary key,
    branch uuid not null references branch (id),
    at bigint not null,
    revision uuid not null references revision (id),
    note text collate "C" not null
);
create index correction_branch on correction (branch, at);

create table card (
    branch uuid primary key references branch (id),
    words text collate "C" not null
);

-- A list of an edition: of everything ('edition'), of a section, topic or person.
-- While a section moves, a second one is built beside the served one.
create table list (
    no bigint generated by default as identity primary key,
    edition text collate "C" not null references edition (code),
    kind text collate "C" not null check (kind in ('edition', 'section', 'topic', 'person')),
    subject uuid not null,
    -- 0 served, 1 being built, -no dying: its rows are removed in portions
    state bigint not null
);
create unique index list_name on list (edition, kind, subject, state);

create table listing (
    list bigint not null references list (no),
    moment bigint not null,
    branch uuid not null,
    live_until bigint,
    primary key (list, moment, branch)
);

-- A section on its way under another parent. The new lists are built behind the cursor.
create table section_move (
    one bigint primary key check (one = 1),
    section uuid not null references section (id),
    new_parent uuid references section (id),
    actor jsonb not null,
    edition text collate "C",
    moment bigint,
    branch uuid
);

create table address (
    space text collate "C" not null check (space in ('post', 'page', 'topic', 'section', 'person')),
    edition text collate "C" not null,
    slug text collate "C" not null,
    target uuid not null,
    is_current boolean not null,
    was_public boolean not null,
    primary key (space, edition, slug)
);
create unique index address_current on address (space, edition, target) where is_current;
create index address_target on address (target);

create table redirect (
    path text collate "C" not null,
    query text collate "C" not null,
    host text collate "C" not null,
    kind text collate "C" not null check (kind in ('branch', 'section', 'topic', 'person', 'front')),
    edition text collate "C" not null,
    target uuid not null,
    primary key (path, query, host)
);

create table origin (
    archive text collate "C" not null,
    kind text collate "C" not null,
    foreign_id text collate "C" not null,
    ours uuid not null,
    revision uuid,
    digest text collate "C" not null,
    primary key (archive, kind, foreign_id)
);

create table agenda (
    kind text collate "C" not null check (kind in ('publish', 'expire')),
    branch uuid not null references branch (id),
    due bigint not null,
    actor jsonb not null,
    parked text collate "C",
    primary key (kind, branch)
);
create index agenda_due on agenda (due) where parked is null;

create table lease (
    name text collate "C" primary key,
    holder text collate "C" not null,
    token bigint not null,
    expires bigint not null
);

create table secret (
    name text collate "C" primary key,
    sealed bytea not null
);
