import * as aggregates from './sqlite/aggregates.ts';
import * as articles from './sqlite/articles.ts';
import type { Database } from './sqlite/database.ts';
import * as events from './sqlite/events.ts';
import * as history from './sqlite/history.ts';
import { openChecked, openForReading } from './sqlite/open.ts';
import * as records from './sqlite/records.ts';
import type { Store } from './store.ts';
import { whereOf } from './where.ts';

/** Opens the SQLite store of a data folder for reading. Throws StoreRefused when the file cannot be trusted. */
export function openSqliteStore(folder: string): Store {
  return storeOver(openForReading(folder));
}

/** As openSqliteStore, for a folder whose store this process has opened before. */
export function openCheckedSqliteStore(folder: string): Store {
  return storeOver(openChecked(folder));
}

/** The questions of a Store as SQL over one connection. */
export function storeOver(database: Database): Store {
  return {
    info: async () => records.selectInfo(database),
    sources: async () => records.selectSources(database),
    countries: async () => records.selectCountries(database),
    country: async (iso2) => records.selectCountry(database, iso2),
    groups: async (question) => records.selectGroups(database, question),
    group: async (id) => records.selectGroup(database, id),
    events: async (question) => events.selectEvents(database, question),
    eventsByNumber: async (rows) => events.selectEventsByNumber(database, rows),
    event: async (id) => events.selectEvent(database, id),
    articles: async (question) => articles.selectArticles(database, question),
    articleFacets: async (filter) => articles.articleFacets(database, filter),
    article: async (id) => articles.selectArticle(database, id),
    indicators: async (countries) => records.selectIndicators(database, countries),
    indicator: async (id, countries) => records.selectIndicator(database, id, countries),
    hits: async (text, limit) => events.selectHits(database, text, limit),
    suggestEvents: async (text, limit) => events.suggestEvents(database, text, limit),
    suggestArticles: async (text, limit) => articles.suggestArticles(database, text, limit),
    count: async (filter) => events.countWhere(database, whereOf(filter)),
    total: async (filter, measure) => aggregates.selectTotal(database, filter, measure),
    groupBy: async (filter, dimension, measure) =>
      aggregates.selectGroupBy(database, filter, dimension, measure),
    byMonth: async (filter) => aggregates.selectByMonth(database, filter),
    latestEvents: async (filter, limit) => history.selectLatest(database, filter, limit),
    versions: async () => history.selectVersions(database),
    changes: async (question) => history.selectChanges(database, question),
    recordHistory: async (record, id) => history.selectRecordHistory(database, record, id),
    close: async () => database.close(),
  };
}
