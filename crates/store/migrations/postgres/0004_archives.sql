-- Files of archives as they lay there: what a picture's step needs to fetch them and to make figures.
create table archive_file (
    archive text collate "C" not null,
    foreign_id text collate "C" not null,
    address text collate "C" not null,
    parent text collate "C",
    title text collate "C" not null,
    caption text collate "C" not null,
    description text collate "C" not null,
    alt text collate "C" not null,
    primary key (archive, foreign_id)
);

-- What an archive said of an article that is not yet used here: its lead picture, by the file's id there,
-- how often it was opened, and whether it was held at the head of the list.
create table archive_fact (
    branch uuid primary key references branch (id),
    archive text collate "C" not null,
    lead text collate "C",
    views bigint,
    sticky boolean not null
);
