-- The paper: menus, profiles, sources' pages, the corrections log.

create table menu (
    edition text collate "C" not null references edition (code),
    place text collate "C" not null check (place in ('header', 'footer')),
    items jsonb not null,
    primary key (edition, place)
);

create table person_profile (
    person uuid not null references person (id) on delete cascade,
    edition text collate "C" not null references edition (code),
    role text collate "C",
    about text collate "C",
    primary key (person, edition)
);

create table source_about (
    source uuid not null references source (id) on delete cascade,
    edition text collate "C" not null references edition (code),
    about text collate "C" not null,
    primary key (source, edition)
);

-- A source had no address before: its id is one until an editor writes a better one.
alter table source add column slug text collate "C" not null default '';
update source set slug = replace(cast(id as text), '-', '');

-- The log of an edition is a range of this index.
alter table correction add column edition text collate "C" not null default '';
update correction set edition = (select b.edition from branch b where b.id = correction.branch);
create index correction_edition on correction (edition, at, id);

alter table list drop constraint list_kind_check;
alter table list add constraint list_kind_check
    check (kind in ('edition', 'section', 'topic', 'person', 'source'));
alter table address drop constraint address_space_check;
alter table address add constraint address_space_check
    check (space in ('post', 'page', 'topic', 'section', 'person', 'source'));

insert into address (space, edition, slug, target, is_current, was_public)
    select 'source', '', slug, id, true, true from source;

-- What is live stands in the lists of what it cites, and its card says so.
create table cited (
    branch uuid not null,
    source uuid not null,
    place bigint not null,
    primary key (branch, source)
);
insert into cited (branch, source, place)
    select b.id, s.id, c.place
    from branch b
    join revision r on r.id = b.live_revision
    cross join lateral jsonb_array_elements(cast(r.content as jsonb) -> 'citations') with ordinality as c (value, place)
    join source s on s.id = cast(c.value ->> 'source' as uuid)
    where b.publication = 'live'
    order by b.id, c.place
    on conflict do nothing;
update card set words = cast(jsonb_set(cast(words as jsonb), '{sources}', (
    select jsonb_agg(to_jsonb(cast(c.source as text)) order by c.place) from cited c where c.branch = card.branch)) as text)
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
