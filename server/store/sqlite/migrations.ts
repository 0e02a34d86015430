/**
 * The schema, one step a version; `user_version` says how many a file has taken. Never change a step that was released: add one.
 * Laid out so that PostgreSQL and its distributed extension can follow: ids and row numbers come from the application, `month` is
 * a whole number (year * 12 + month - 1), search terms are made by ingest/search-words.ts, lists are tables of their own keyed by the
 * event, `doc` is the record as it crosses the wire, and no trigger writes anywhere.
 */
const first = `
create table meta (key text primary key, value text not null) strict;

create table source (
  id text primary key,
  position integer not null,
  redistribution text not null check (redistribution in ('rows', 'aggregates', 'none')),
  doc text not null
) strict;

create table country (iso2 text primary key, position integer not null, doc text not null) strict;

create table crime_group (
  id text primary key,
  events integer not null,
  terms text not null,
  doc text not null
) strict;
create table crime_group_country (
  country text not null,
  group_id text not null references crime_group (id),
  primary key (country, group_id)
) strict, without rowid;

create table event (
  n integer primary key,
  id text not null unique,
  from_day integer,
  to_day integer,
  month integer,
  date_precision text not null,
  country text,
  adm1 text,
  kind integer not null,
  place_precision integer not null,
  lat real,
  lon real,
  source text not null references source (id),
  shared integer not null,
  grams integer, grams_low integer, grams_high integer,
  usd integer, usd_low integer, usd_high integer,
  people integer, people_low integer, people_high integer,
  doc text not null
) strict;
create index event_by_day on event (shared, from_day desc, n);
create index event_by_country on event (shared, country, from_day desc, n);
create index event_by_kind on event (shared, kind, from_day desc, n);
create index event_by_place on event (lat, lon) where lat is not null;

create table event_group (
  group_id text not null,
  n integer not null references event (n),
  primary key (group_id, n)
) strict, without rowid;
create table event_substance (
  substance text not null,
  n integer not null references event (n),
  primary key (substance, n)
) strict, without rowid;
create virtual table event_text using fts5 (
  terms, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '_'"
);

create table article (
  n integer primary key,
  id text not null unique,
  from_day integer,
  to_day integer,
  date_precision text not null,
  lang text not null,
  outlet text not null,
  source text not null references source (id),
  doc text not null
) strict;
create index article_by_day on article (from_day desc, n);
create table article_tag (
  kind text not null check (kind in ('country', 'topic', 'group', 'event')),
  value text not null,
  n integer not null references article (n),
  primary key (kind, value, n)
) strict, without rowid;
create virtual table article_text using fts5 (
  headline, rest, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '_'"
);

create table indicator (id text primary key, position integer not null, doc text not null) strict;
create table observation (
  indicator_id text not null references indicator (id),
  position integer not null,
  country text not null,
  doc text not null,
  primary key (indicator_id, position)
) strict, without rowid;
create index observation_by_country on observation (country, indicator_id);
`;

/** Briefings that people keep here. `tag` is new with every change; whoever writes says which one it replaces. */
const briefings = `
create table briefing (
  id text primary key,
  tag text not null,
  title text not null,
  lang text not null,
  items integer not null,
  changed text not null,
  doc text not null
) strict;
`;

/**
 * What every later state of the data did to records, so that links made with an earlier one can say what changed. `before` is the
 * record as it was, where its rows may be shared. Rows here are never removed.
 */
const history = `
create table data_version (
  seq integer primary key,
  version text not null unique,
  as_of text not null,
  loaded text not null,
  events integer not null
) strict;
create table record_change (
  record text not null check (record in ('event', 'article', 'indicator')),
  id text not null,
  seq integer not null references data_version (seq),
  what text not null check (what in ('added', 'changed', 'withdrawn', 'merged')),
  successor text,
  source text not null,
  before text
) strict;
create unique index record_change_by_id on record_change (record, id, seq);
create index record_change_by_seq on record_change (seq, record, what);
`;

export const migrations: readonly string[] = [first, briefings, history];

/** "ATLY" in the file header, so that another program's database is recognised as such. */
export const applicationId = 0x41544c59;
