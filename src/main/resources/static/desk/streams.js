/*
 * The server's events, for Tasklist and the desk pages. All pages of a browser share their connections by a worker; where
 * a browser has no shared workers, or the worker says nothing, each page has its own.
 */
const EVENTS = ["tasks", "duty", "visits", "tickets", "notices"];

/** By address: what is called with each event. */
const listeners = new Map();
const page = { visible: false, sounds: false };
/** The worker lives in one of the browser's processes and ends if that crashes; it is silent for this time then. */
const WORKER_SILENT_MS = 8_000;
/** One that begins says something at once. */
const WORKER_BEGINS_MS = 4_000;
let heardOfWorker = 0;
/** How often in a row a worker was silent. */
let silences = 0;
let begun = false;
let gone = false;
let port = null;
let own = null;
let leader = false;
let leaderChanged = () => {};

/**
 * @param url of the events
 * @param heard is called with {event, data, age, again}: "open" and "error" are about the connection; age in milliseconds;
 *   again tells that other pages heard it earlier
 */
export function listen(url, heard) {
  const address = new URL(url, document.baseURI).href;
  const all = listeners.get(address) ?? new Set();
  listeners.set(address, all);
  all.add(heard);
  if (all.size === 1) {
    send({ open: address });
    if (own) connect(address);
  }
}

/** Whether this is the one page of the browser that sounds and shows notifications. */
export function isLeader() {
  return own ? !document.hidden : leader;
}

export function onLeaderChange(changed) {
  leaderChanged = changed;
}

/** @param sounds whether the browser lets this page sound */
export function maySound(sounds) {
  page.sounds = sounds;
  tellPage();
}

/** The person logs out: nobody's events are kept. */
export function end() {
  send({ end: true });
  own?.forEach((source) => source.close());
}

function send(message) {
  port?.postMessage(message);
}

function tellPage() {
  // A page that goes away becomes hidden after it has taken leave.
  if (gone) return;
  page.visible = !document.hidden;
  send({ page: { ...page } });
}

function share() {
  if (!("SharedWorker" in window)) {
    alone();
    return;
  }
  try {
    const worker = new SharedWorker(new URL("streams-worker.js", import.meta.url));
    worker.addEventListener("error", alone);
    port = worker.port;
    heardOfWorker = performance.now();
    begun = false;
    port.onmessage = ({ data }) => {
      heardOfWorker = performance.now();
      silences = 0;
      begun = true;
      if (data.ask) {
        send({ here: true });
      } else if (data.anew) {
        beginAnew();
      } else if (data.leader !== undefined) {
        leader = data.leader;
        leaderChanged();
      } else {
        listeners.get(data.url)?.forEach((heard) => heard(data));
      }
    };
  } catch {
    alone();
  }
}

function beginAnew() {
  leader = false;
  [...listeners.keys()].forEach((url) => send({ open: url }));
  tellPage();
}

function lookForWorker() {
  if (port && performance.now() - heardOfWorker > (begun ? WORKER_SILENT_MS : WORKER_BEGINS_MS)) {
    port.close();
    silences += 1;
    if (silences > 1) {
      // Another one would be the same: its script never came, or it hangs.
      alone();
      return;
    }
    share();
    beginAnew();
  }
}

function alone() {
  port = null;
  own ??= new Map();
  [...listeners.keys()].forEach(connect);
  leaderChanged();
}

function connect(url) {
  if (own.has(url)) return;
  const source = new EventSource(url);
  own.set(url, source);
  ["open", "error", ...EVENTS].forEach((event) => source.addEventListener(event, ({ data }) =>
    listeners.get(url).forEach((heard) => heard({ event, data, age: 0 }))));
}

share();
tellPage();
document.addEventListener("visibilitychange", tellPage);
setInterval(lookForWorker, 2_000);
window.addEventListener("pagehide", () => {
  gone = true;
  send({ leave: true });
});
// Back from the browser's memory of pages.
window.addEventListener("pageshow", (event) => {
  gone = false;
  if (event.persisted) beginAnew();
});
