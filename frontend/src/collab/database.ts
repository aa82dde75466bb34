/** The browser's database in which plans are kept, with its requests as promises. */

const NAME = "tavolo";
const VERSION = 2;

/** What hangs on a copy: each of these has an index by the copy it belongs to. */
const PARTS = {
  updates: { autoIncrement: true },
  unsaved: { keyPath: "key" },
  /** In the order in which it was done. */
  changes: { autoIncrement: true },
  rejections: { keyPath: "key" },
} as const satisfies Record<string, IDBObjectStoreParameters>;

export const STORES = ["copies", ...Object.keys(PARTS)] as readonly ("copies" | keyof typeof PARTS)[];

let opened: { factory: IDBFactory; database: Promise<IDBDatabase> } | null = null;

/** Open the database, once a page. Rejects where the browser has none or forbids it. */
export function openDatabase(): Promise<IDBDatabase> {
  const factory = globalThis.indexedDB;
  if (factory === undefined) return Promise.reject(new Error("This browser keeps no databases."));
  if (opened?.factory !== factory) opened = { factory, database: openIn(factory) };
  return opened.database;
}

async function openIn(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(NAME, VERSION);
  request.onupgradeneeded = () => createStores(request.result);
  const database = await done(request);
  const forget = () => {
    database.close();
    opened = null;
  };
  // A newer version of these pages in another tab must not wait for this one.
  database.onversionchange = forget;
  database.onclose = forget;
  return database;
}

/** Bring a database of any earlier version to this one; nothing that is kept there is lost. */
function createStores(database: IDBDatabase): void {
  const missing = (name: string) => !database.objectStoreNames.contains(name);
  if (missing("copies")) database.createObjectStore("copies", { keyPath: "id" }).createIndex("plan", "plan");
  for (const [name, how] of Object.entries(PARTS)) {
    if (missing(name)) database.createObjectStore(name, how).createIndex("copy", "copy");
  }
}

export function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Run `work` in one transaction over all stores; nothing of it stays when it fails. */
export async function transact<T>(
  mode: "readonly" | "readwrite",
  work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const transaction = (await openDatabase()).transaction(STORES, mode);
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("The transaction was aborted."));
  });
  const [result] = await Promise.all([work(transaction), ended]);
  return result;
}
