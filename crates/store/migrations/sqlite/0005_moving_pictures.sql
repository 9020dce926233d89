-- Pictures that articles of archives show, from the moment at which their addresses are first met: the
-- asset's id is known before its bytes come.
create table archive_picture (
    asset blob primary key,
    archive text not null,
    -- host, path, and what of the query matters, without what makes it a smaller copy
    address text not null,
    -- where it lay, as it was first written
    url text not null,
    state text not null check (state in ('awaited', 'here', 'refused')),
    -- why it was refused, or is not here yet
    reason text,
    tries integer not null,
    next_try integer not null
) strict, without rowid;
create index archive_picture_state on archive_picture (archive, state);
create index archive_picture_awaited on archive_picture (next_try, asset) where state = 'awaited';

-- Which picture a file is, and whose words are said of it.
alter table archive_file add column picture blob;
alter table archive_file add column edition text;
create index archive_file_picture on archive_file (picture) where picture is not null;

-- Links of articles of an archive to addresses of the old site at which nothing was known when they came in.
create table archive_link (
    archive text not null,
    foreign_id text not null,
    path text not null,
    query text not null,
    host text not null,
    primary key (archive, foreign_id, path, query, host)
) strict, without rowid;
