-- Files of archives as they lay there: what a picture's step needs to fetch them and to make figures.
create table archive_file (
    archive text not null,
    foreign_id text not null,
    address text not null,
    parent text,
    title text not null,
    caption text not null,
    description text not null,
    alt text not null,
    primary key (archive, foreign_id)
) strict, without rowid;

-- What an archive said of an article that is not yet used here: its lead picture, by the file's id there,
-- how often it was opened, and whether it was held at the head of the list.
create table archive_fact (
    branch blob primary key references branch (id),
    archive text not null,
    lead text,
    views integer,
    sticky integer not null
) strict;
