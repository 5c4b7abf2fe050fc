/*
 * The server's events, for Tasklist and the desk pages. All pages of a browser share their connections by a worker; where
 * a browser has no shared workers, each page has its own.
 */
const EVENTS = ["tasks", "duty", "visits", "tickets", "notices"];

/** By address: what is called with each event. */
const listeners = new Map();
const page = { visible: false, sounds: false };
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
    port.onmessage = ({ data }) => {
      if (data.leader !== undefined) {
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

function alone() {
  port = null;
  own ??= new Map();
  [...listeners.keys()].forEach(connect);
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
window.addEventListener("pagehide", () => send({ leave: true }));
// Back from the browser's memory of pages.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    leader = false;
    [...listeners.keys()].forEach((url) => send({ open: url }));
    tellPage();
  }
});
