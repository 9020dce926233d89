-- Pictures that articles of archives show, from the moment at which their addresses are first met: the
-- asset's id is known before its bytes come.
create table archive_picture (
    asset uuid primary key,
    archive text collate "C" not null,
    -- host, path, and what of the query matters, without what makes it a smaller copy
    address text collate "C" not null,
    -- where it lay, as it was first written
    url text collate "C" not null,
    state text collate "C" not null check (state in ('awaited', 'here', 'refused')),
    -- why it was refused, or is not here yet
    reason text collate "C",
    tries bigint not null,
    next_try bigint not null
);
create index archive_picture_state on archive_picture (archive, state);
create index archive_picture_awaited on archive_picture (next_try, asset) where state = 'awaited';

-- Which picture a file is, and whose words are said of it.
alter table archive_file add column picture uuid;
alter table archive_file add column edition text collate "C";
create index archive_file_picture on archive_file (picture) where picture is not null;

-- Links of articles of an archive to addresses of the old site at which nothing was known when they came in.
create table archive_link (
    archive text collate "C" not null,
    foreign_id text collate "C" not null,
    path text collate "C" not null,
    query text collate "C" not null,
    host text collate "C" not null,
    primary key (archive, foreign_id, path, query, host)
);
