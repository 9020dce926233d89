-- Pictures: what editors handle, their words per edition, and which revisions show them.

create table asset (
    id blob primary key,
    -- BLAKE3 of its present bytes
    blob blob not null,
    width integer not null,
    height integer not null,
    tint integer not null,
    -- ten-thousandths from the left and from the top
    focal_x integer,
    focal_y integer,
    credit text,
    licence text,
    expires integer
) strict;
create index asset_blob on asset (blob);

create table asset_words (
    asset blob not null references asset (id) on delete cascade,
    edition text not null references edition (code),
    alt text,
    caption text,
    primary key (asset, edition)
) strict, without rowid;

-- Written with each revision and never changed: a branch shows what its live revision shows.
create table asset_use (
    asset blob not null,
    revision blob not null,
    primary key (asset, revision)
) strict, without rowid;

alter table person add column portrait blob;
create index person_portrait on person (portrait) where portrait is not null;
