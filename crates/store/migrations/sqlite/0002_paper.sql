-- The paper: menus, profiles, sources' pages, the corrections log.

create table menu (
    edition text not null references edition (code),
    place text not null check (place in ('header', 'footer')),
    items text not null check (json_valid(items)),
    primary key (edition, place)
) strict, without rowid;

create table person_profile (
    person blob not null references person (id) on delete cascade,
    edition text not null references edition (code),
    role text,
    about text,
    primary key (person, edition)
) strict, without rowid;

create table source_about (
    source blob not null references source (id) on delete cascade,
    edition text not null references edition (code),
    about text not null,
    primary key (source, edition)
) strict, without rowid;

-- A source had no address before: its id is one until an editor writes a better one.
alter table source add column slug text not null default '';
update source set slug = lower(hex(id));

-- The log of an edition is a range of this index.
alter table correction add column edition text not null default '';
update correction set edition = (select b.edition from branch b where b.id = correction.branch);
create index correction_edition on correction (edition, at, id);

-- SQLite cannot change a check: tables that learn a new kind are made anew, the referring
-- one first, so that no reference is ever left hanging.
create table list_now (
    no integer primary key,
    edition text not null references edition (code),
    kind text not null check (kind in ('edition', 'section', 'topic', 'person', 'source')),
    subject blob not null,
    -- 0 served, 1 being built, -no dying: its rows are removed in portions
    state integer not null
) strict;
insert into list_now (no, edition, kind, subject, state) select no, edition, kind, subject, state from list;

create table listing_now (
    list integer not null references list_now (no),
    moment integer not null,
    branch blob not null,
    live_until integer,
    primary key (list, moment, branch)
) strict, without rowid;
insert into listing_now (list, moment, branch, live_until)
    select list, moment, branch, live_until from listing order by list, moment, branch;
drop table listing;
drop table list;
alter table list_now rename to list;
alter table listing_now rename to listing;
create unique index list_name on list (edition, kind, subject, state);

create table address_now (
    space text not null check (space in ('post', 'page', 'topic', 'section', 'person', 'source')),
    edition text not null,
    slug text not null,
    target blob not null,
    is_current integer not null,
    was_public integer not null,
    primary key (space, edition, slug)
) strict, without rowid;
insert into address_now (space, edition, slug, target, is_current, was_public)
    select space, edition, slug, target, is_current, was_public from address order by space, edition, slug;
drop table address;
alter table address_now rename to address;
create unique index address_current on address (space, edition, target) where is_current = 1;
create index address_target on address (target);

insert into address (space, edition, slug, target, is_current, was_public)
    select 'source', '', slug, id, 1, 1 from source;

-- What is live stands in the lists of what it cites, and its card says so.
create table cited (
    branch blob not null,
    source blob not null,
    place integer not null,
    primary key (branch, source)
) strict, without rowid;
insert or ignore into cited (branch, source, place)
    select b.id, s.id, c.key
    from branch b
    join revision r on r.id = b.live_revision
    join json_each(r.content, '$.citations') c
    join source s on s.id = unhex(replace(json_extract(c.value, '$.source'), '-', ''))
    where b.publication = 'live'
    order by b.id, c.key;
update card set words = json_set(words, '$.sources', json((
    select json_group_array(id) from (
        select lower(substr(hex(c.source), 1, 8) || '-' || substr(hex(c.source), 9, 4) || '-'
            || substr(hex(c.source), 13, 4) || '-' || substr(hex(c.source), 17, 4) || '-'
            || substr(hex(c.source), 21)) as id
        from cited c where c.branch = card.branch order by c.place))))
    where branch in (select branch from cited);
insert into list (edition, kind, subject, state)
    select distinct b.edition, 'source', c.source, 0
    from cited c join branch b on b.id = c.branch where b.space = 'post';
insert into listing (list, moment, branch, live_until)
    select n.no, b.first_published, b.id, b.expires
    from cited c join branch b on b.id = c.branch
    join list n on n.edition = b.edition and n.kind = 'source' and n.subject = c.source and n.state = 0
    where b.space = 'post';
drop table cited;
