-- Pictures: what editors handle, their words per edition, and which revisions show them.

create table asset (
    id uuid primary key,
    -- BLAKE3 of its present bytes
    blob bytea not null,
    width bigint not null,
    height bigint not null,
    tint bigint not null,
    -- ten-thousandths from the left and from the top
    focal_x bigint,
    focal_y bigint,
    credit text collate "C",
    licence text collate "C",
    expires bigint
);
create index asset_blob on asset (blob);

create table asset_words (
    asset uuid not null references asset (id) on delete cascade,
    edition text collate "C" not null references edition (code),
    alt text collate "C",
    caption text collate "C",
    primary key (asset, edition)
);

-- Written with each revision and never changed: a branch shows what its live revision shows.
create table asset_use (
    asset uuid not null,
    revision uuid not null,
    primary key (asset, revision)
);

alter table person add column portrait uuid;
create index person_portrait on person (portrait) where portrait is not null;
